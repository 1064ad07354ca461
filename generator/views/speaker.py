"""How an announcer says single things: a number, a day, a month, an address, the symbol of a document."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from generator.domain.spoken import NumberWords, said_decimal, said_digits, said_number
from generator.frozen import frozen
from generator.wording import load_strings

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(numeral: str) -> int:
    """Give the value of a Roman numeral (I to CCC)."""
    values = [_ROMAN[sign] for sign in numeral]
    following = (*values[1:], 0)
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@frozen
class Speaker:
    """The words of speech (strings, section `spoken`), and the ways to say things with them."""

    numbers: NumberWords
    words: Mapping[str, Any]

    def number(self, written: str) -> str:
        """Say a number as written: 10.000; 0,4; 01."""
        whole, _, decimals = written.replace(".", "").partition(",")
        return said_decimal(int(whole), decimals, self.numbers) if decimals else said_number(int(whole), self.numbers)

    def day(self, day: str) -> str:
        """Say a day of the month: the first ten are "mùng"."""
        said = self.number(day)
        return f"{self.words['early_day']} {said}" if int(day) <= 10 else said

    def month(self, month: str) -> str:
        """Say a month: the fourth is "tư"."""
        return str(self.words["months"].get(str(int(month)), self.number(month)))

    def date(self, day: str, month: str, year: str | None = None) -> str:
        """Say a date, with or without its year."""
        said = f"{self.words['day']} {self.day(day)} {self.words['month']} {self.month(month)}"
        return f"{said} {self.year(year)}" if year else said

    def month_of(self, month: str, year: str) -> str:
        """Say a month of a year."""
        return f"{self.words['month']} {self.month(month)} {self.year(year)}"

    def year(self, year: str) -> str:
        """Say a year with its noun."""
        return f"{self.words['year']} {self.number(year)}"

    def quarter(self, numeral: str, year: str | None) -> str:
        """Say a quarter of a year."""
        said = f"{self.words['quarter']} {self.words['quarters'].get(numeral, numeral)}"
        return f"{said} {self.year(year)}" if year else said

    def ordinal(self, noun: str, numeral: str) -> str:
        """Say a Roman numeral behind its noun: "lần thứ XXV", "khóa X"."""
        value = str(roman(numeral))
        said = self.words["ordinals"].get(value) if noun.lower().endswith(self.words["ordinal"]) else None
        return f"{noun} {said or self.number(value)}"

    def clock(self, hours: str, minutes: str | None) -> str:
        """Say a time of day: 17h00, 7h30."""
        said = f"{self.number(hours)} {self.words['hour']}"
        return f"{said} {self.number(minutes)} {self.words['minute']}" if minutes and int(minutes) else said

    def letters(self, signs: str) -> str:
        """Spell letters and digits one by one."""
        names = self.words["letters"]
        return " ".join(self.number(s) if s.isdigit() else names.get(s.upper(), s) for s in signs if s.isalnum())

    def phone(self, number: str) -> str:
        """Say a telephone number digit by digit, with the pauses of its groups."""
        return ", ".join(said_digits(group, self.numbers) for group in re.findall(r"\d+", number))

    def address(self, address: str) -> str:
        """Say an address: signs by name; parts that mix letters and digits, or are one letter, are spelt."""
        pieces = re.findall(r"[^\W_]+|[^\w\s]|_", address)
        return " ".join(self.words["signs"].get(piece) or self._piece(piece) for piece in pieces)

    def _piece(self, piece: str) -> str:
        spelt = len(piece) == 1 or (piece.isupper() and any(c.isdigit() for c in piece))
        return self.letters(piece) if spelt else piece.lower()

    def symbol(self, number: str, year: str | None, joint: str, symbol: str) -> str:
        """Say number and symbol of a document: 109-KH/TU, 30/2020/NĐ-CP."""
        joints = self.words["joints"]
        pieces = (piece for piece in re.split(r"([-/])", symbol) if piece)
        said = " ".join(joints.get(piece) or self.letters(piece) for piece in pieces)
        middle = f", {self.year(year)}" if year else ""
        return f"{self.number(number)}{middle} {joints[joint]} {said}"


@lru_cache
def speaker() -> Speaker:
    """Give the Vietnamese announcer."""
    section = load_strings("vi").section("spoken")
    return Speaker(NumberWords.of(section["numbers"]), section)
