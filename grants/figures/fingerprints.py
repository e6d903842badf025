"""The fingerprint of an answer: short, the same as long as its lines are the same, checked later at `/verifier/`.

It is made of three whole numbers that the database adds up in one pass, whatever the number of lines and their order:
how many amounts, their sum in cents, and a sum that mixes the permanent number, the year and the amount of each one.
It tells that something changed; it is no seal against somebody who would look for two answers of one fingerprint.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.db.models import BigIntegerField, F, Sum, Value
from django.db.models.functions import Coalesce

# Primes: each product stays under 8 bytes for any line, and the sum for ten million lines.
LINE_PRIME, AMOUNT_PRIME, MIX_PRIME = 1_000_000_007, 179_424_673, 2_147_483_647
YEARS = 31
LENGTH = 12  # characters shown: one chance in 2.8e14 that another answer has the same
MOST_DIGITS = 20  # of a number in a token that somebody sends us


def mixed() -> Coalesce:
    """The third number, as an aggregate: `((id mod L) × 31 + year) × (cents mod A) mod M`, added up."""
    line = (F("pk") % LINE_PRIME) * YEARS + Coalesce(F("year"), 0)
    term = (line * (F("amount_cents") % AMOUNT_PRIME + 1)) % MIX_PRIME
    return Coalesce(Sum(term, output_field=BigIntegerField()), Value(0), output_field=BigIntegerField())


def fingerprint(rows: int, cents: int, mix: int) -> str:
    """The short print of these three numbers."""
    return sha256(f"{rows} {cents} {int(mix)}".encode()).hexdigest()[:LENGTH]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a citation says of an answer: amounts, cents, print."""

    rows: int
    amount_cents: int
    fingerprint: str


def of_line(pk: int, year: int | None, cents: int) -> Printed:
    """The same for one line, without the database; `cents` may be negative."""
    mix = _rest(((pk % LINE_PRIME) * YEARS + (year or 0)) * (_rest(cents, AMOUNT_PRIME) + 1), MIX_PRIME)
    return Printed(1, cents, fingerprint(1, cents, mix))


def _rest(number: int, divisor: int) -> int:
    """What is left of a division, with the sign of the number, as databases have it."""
    rest = abs(number) % divisor
    return -rest if number < 0 else rest


class TokenError(ValueError):
    """A text that is no token of this site."""


@dataclass(frozen=True, slots=True)
class Token:
    """What an address of `/verifier/` says of the answer of that day: version of the data, amounts, cents, print."""

    version: int
    rows: int
    cents: int
    print: str

    def __str__(self) -> str:
        return f"{self.version}_{self.rows}_{self.cents}_{self.print}"


def parse_token(text: str) -> Token:
    """The token of an address. Raises TokenError."""
    parts = text.split("_")
    if len(parts) != 4 or any(len(part) > MOST_DIGITS for part in parts):
        raise TokenError(text)
    try:
        version, rows, cents = (int(part) for part in parts[:3])
    except ValueError as error:
        raise TokenError(text) from error
    return Token(version, rows, cents, parts[3])
