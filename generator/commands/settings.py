"""What every command needs: the project's folder, the language of its messages, the day of reference."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

import click

from generator.frozen import frozen
from generator.wording import Strings, known_languages, load_strings

if TYPE_CHECKING:
    from generator.domain.project import ReadResult

_SETTINGS = "site_config.yml"

DONE, DATA_HAS_ERRORS, WRONG_ENVIRONMENT = 0, 1, 2

_TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@frozen
class Settings:
    """The project's folder, and the words in which the program speaks."""

    root: Path
    strings: Strings

    def stop(self, key: str, **values: object) -> NoReturn:
        """Say what is wrong with the environment and end with status 2."""
        click.echo(self.strings.say(f"environment.{key}", **values), err=True)
        raise SystemExit(WRONG_ENVIRONMENT)

    def read(self) -> "ReadResult":
        """Read the project; ends with status 2 where the folder is none."""
        from generator.reading.project import read_project  # here: not every command reads all

        self.find()
        return read_project(self.root)

    def find(self) -> None:
        """End with status 2 where the folder is no project."""
        if not (self.root / _SETTINGS).is_file():
            self.stop("no_project", folder=self.root)

    def day(self, written: str | None) -> date:
        """Give the day of reference: the one written, else today in Viet Nam."""
        if written is None:
            return datetime.now(_TIME_ZONE).date()
        try:
            return date.fromisoformat(written)
        except ValueError:
            self.stop("bad_date", text=written)


def message_language() -> Strings:
    """Give the words for messages: Vietnamese, or the language named in PLANSITE_LANG."""
    wanted = os.environ.get("PLANSITE_LANG", "vi")[:2].lower()
    return load_strings(wanted if wanted in known_languages() else "vi")


def told(key: str) -> str:
    """Give what the program says of a command or an option, in the language of messages."""
    return message_language().say(f"cli.{key}")


AS_OF = click.option("--as-of", metavar="YYYY-MM-DD", help=told("as_of"))
DRAFTS = click.option("--drafts", is_flag=True, help=told("drafts"))
