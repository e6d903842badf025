"""Amounts → the forms in which acts print them. Nothing here knows of tables."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Literal

from tests.layouts.harder_words import in_words

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"
# Ways of writing an amount that few tables have; under "millions" the unit stands in the header.
Writing = Literal["", "thousands", "millions", "millions with their sign", "thousands with their sign", "in words too"]
SIGNS = ("€", "€", "€", "", "", "EUR", "euros", "Euros")
MINUSES = ("-{}", "- {}", "−{}", "({})", "{}-", "–{}")


@dataclass(frozen=True)
class Hand:
    """How one table prints money: `thousands` and `mark` part the digits, `gap` stands before the `sign`."""

    cents: bool = True
    thousands: str = NBSP
    mark: str = ","
    gap: str = NBSP
    sign: str = "€"
    minus: str = "-{}"

    def printed(self, amount: Decimal) -> str:
        figure = f"{abs(amount):,.{2 if self.cents or amount % 1 else 0}f}"
        figure = figure.replace(",", "\0").replace(".", self.mark).replace("\0", self.thousands)
        text = f"{figure}{self.gap}{self.sign}" if self.sign else figure
        return self.minus.format(text) if amount < 0 else text

    def in_thousands(self, amount: Decimal) -> str:
        """The amount under a header that says k€: « 12,5 », « 1 250 »."""
        figure = f"{abs(amount) / 1000:,.1f}".removesuffix(".0")
        figure = figure.replace(",", "\0").replace(".", ",").replace("\0", self.thousands)
        return self.minus.format(figure) if amount < 0 else figure

    def in_millions(self, amount: Decimal) -> str:
        """The amount under a header that says M€: « 1,25 », « 0,04 »."""
        return f"{amount / 1_000_000:.2f}".replace(".", ",")

    def written(self, amount: Decimal, writing: Writing) -> str:
        """The amount in one of the ways in which few tables print it, each with its own unit."""
        if writing == "in words too":
            return f"{in_words(int(amount))} euros ({amount:,.0f} €)".replace(",", self.thousands or " ")
        millions = writing.startswith("millions")
        figure = self.in_millions(amount) if millions else self.in_thousands(amount)
        return f"{figure}{self.gap}{'M€' if millions else 'k€'}" if writing.endswith("sign") else figure


def a_hand(random: Random, *, wide: bool, small: bool = False) -> Hand:
    """`small`: « 86,00 e » too, as people type who have no € on their keyboard.

    `wide`: the font has every space and dash, where the fonts of every reader have those of Windows-1252.
    """
    spaces = [NBSP, NBSP, " ", " ", "", *([NARROW, NARROW, THIN] if wide else [])]
    thousands, mark = random.choice([*((space, ",") for space in spaces), (".", ","), (" ", ".")])
    gap = random.choice([NBSP, " ", "", *([NARROW] if wide else [])])
    sign = random.choice([*SIGNS, "e"] if small else SIGNS)
    minus = random.choice([form for form in MINUSES if wide or "−" not in form])
    return Hand(random.random() < 0.6, thousands, mark, gap if sign in "€e" else gap or " ", sign, minus)
