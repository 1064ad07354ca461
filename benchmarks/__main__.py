"""All benchmarks, or one of them with its options.

make bench                                    every one, each in a process of its own
make bench ARGS=qr                            how well codes read when things go wrong
make bench ARGS=notices                       what a notice's PDF and Word file cost, beside WeasyPrint
make bench ARGS="builds --sizes 100,1000"     what a build costs, beside other stacks; writes benchmarks/RESULTS.md
make bench ARGS=serve                           how soon an edit is shown while writing
make bench ARGS="notices --help"              the options of one
"""

import importlib
import subprocess
import sys
from collections.abc import Sequence

MODULES = {
    "qr": "benchmarks.qr",
    "notices": "benchmarks.notices",
    "builds": "benchmarks.run",
    "serve": "benchmarks.serving",
}


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark that the first argument names, or all; give the exit status: 2 for wrong usage."""
    if not arguments:
        return max(
            subprocess.run([sys.executable, "-m", "benchmarks", name], check=False).returncode for name in MODULES
        )
    if arguments[0] not in MODULES:
        print(__doc__)
        return 0 if arguments[0] in ("-h", "--help") else 2
    importlib.import_module(MODULES[arguments[0]]).main(arguments[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
