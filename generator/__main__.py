"""The program: `plansite`, also `python -m generator`."""

import sys

from generator.commands.program import program


def main() -> None:
    """Run the program. Exit status: 0 done, 1 the data has errors, 2 wrong usage or environment."""
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese must come out whole whatever the terminal's code page is (Windows, LANG=C).
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    program(prog_name="plansite")


if __name__ == "__main__":
    main()
