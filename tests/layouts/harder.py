"""What tables of acts of the third kind print that the first two do not: columns of figures, stages of money, signs.

Enters: the draw of one row. Leaves: its texts, and each column of money as printed with its value. Draws no layout.
"""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.layouts import harder_words, words
from tests.layouts.builder import Line, Money
from tests.layouts.figures import Hand

BESIDE = {"postcode": 0.1, "phone": 0.08, "insee": 0.08, "third": 0.12, "file": 0.15, "population": 0.08, "kind": 0.1}
BESIDE |= {"president": 0.08, "canton": 0.1, "vote": 0.08, "mail": 0.05}

# Headers by which a price of places, and a grant for operation beside one for investment, are known.
KINDS = harder_words.HEADERS["operation"]
PRICES = harder_words.HEADERS["price"]

# One row: what is voted → (the value of each column of money, what is voted each year).
Values = tuple[list[Decimal | None], dict[int, Decimal]]


class Style:
    """A way of printing money: its columns, and what one row prints of them. `base`: what a row votes, in euros."""

    def __init__(self, money: list[Money], row: Callable[[Random, Decimal], Values], step: int = 1) -> None:
        self.money, self._row, self._step = money, row, Decimal(step)

    def texts(
        self, random: Random, base: Decimal, hand: Hand
    ) -> tuple[list[str], list[Decimal | None], dict[int, Decimal]]:
        """The columns of a row as printed, their values, and what it votes by year."""
        base = max(base // self._step, Decimal(1)) * self._step if self._step > 1 else base
        values, voted = self._row(random, base)
        blank = random.choice(harder_words.BLANKS)
        printed = [
            column.printed(value, hand) if value is not None else blank
            for column, value in zip(self.money, values, strict=True)
        ]
        return printed, values, voted


def a_style(random: Random, name: str, year: int) -> Style:
    """The style of this name for the acts of a year."""
    return STYLES[name](random, year)


def _head(random: Random, kind: str) -> str:
    return random.choice(harder_words.HEADERS[kind])


def _worded(random: Random, kind: str, year: int) -> str:
    return random.choice(words.headers(kind)).format(year=year, last=year - 1)


def _sure(random: Random) -> str:
    return random.choice([one for one in words.headers("voted") if any(word in one for word in ("vot", "accord"))])


def _euros(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1))


def _four_stages(random: Random, year: int) -> Style:
    def row(random: Random, base: Decimal) -> Values:
        last = random.choice([None, _euros(base * Decimal("0.9"))])
        return [last, _euros(base * Decimal("1.25")), _euros(base * Decimal("1.1")), base], {year: base}

    kinds = [_worded(random, kind, year) for kind in ("previous", "asked", "proposed")]
    return Style([*(Money(one, None) for one in kinds), Money(_sure(random), year)], row)


def _authorities(random: Random, year: int) -> Style:
    def row(random: Random, base: Decimal) -> Values:
        state, region = (random.choice([None, _euros(base * Decimal(share))]) for share in ("0.6", "0.4"))
        return [_euros(base * 4), state, region, base, _euros(base * Decimal("1.5"))], {year: base}

    names = [_head(random, kind) for kind in ("state", "region", "department", "others")]
    years = [None, None, year, None]
    funders = [Money(name, counts) for name, counts in zip(names, years, strict=True)]
    return Style([Money(_worded(random, "cost", year), None), *funders], row)


def _price_of_places(random: Random, year: int) -> Style:
    """Places × price: the row's `places` are set from both."""

    def row(random: Random, base: Decimal) -> Values:
        places = random.randrange(2, 40)
        price = max(_euros(base / places), Decimal(10))
        return [price, price * places], {year: price * places}

    return Style([Money(_head(random, "price"), None, Decimal(0)), Money(_sure(random), year)], row)


def _one_of_two_kinds(random: Random, year: int) -> Style:
    def row(random: Random, base: Decimal) -> Values:
        values = random.choice([[base, None], [base, None], [None, base], [base, _euros(base / 2)]])
        return values, {year: sum((one or Decimal(0) for one in values), Decimal(0))}

    return Style([Money(_head(random, kind), year) for kind in ("operation", "investment")], row)


def _some_years(random: Random, year: int) -> Style:
    years = [year, year + 1, *([year + 2] if random.random() < 0.5 else [])]

    def row(random: Random, base: Decimal) -> Values:
        filled = random.sample(years, random.randrange(1, len(years) + 1))
        voted = {one: base + 10 * place for place, one in enumerate(years) if one in filled}
        return [voted.get(one) for one in years], voted

    form = random.choice(words.headers("yearly"))
    return Style([Money(form.format(year=one), one) for one in years], row)


def _paid_in_parts(random: Random, year: int) -> Style:
    def row(random: Random, base: Decimal) -> Values:
        first = _euros(base * Decimal("0.7"))
        return [base, first, base - first], {year: base}

    return Style([Money(_sure(random), year), *(Money(_head(random, kind), None) for kind in ("paid", "left"))], row)


def _rate_and_cap(random: Random, year: int) -> Style:
    cap = Decimal(random.choice([10000, 15000, 30000]))

    def row(random: Random, base: Decimal) -> Values:
        return [_euros(base * 4), _euros(base * Decimal("4.8")), cap, base], {year: base}

    kinds = [Money(_head(random, kind), None) for kind in ("without_tax", "with_tax")]
    return Style([*kinds, Money(_head(random, "cap"), None, Decimal(0)), Money(_sure(random), year)], row)


def _in_millions(random: Random, year: int) -> Style:
    """Amounts in millions: the unit stands in the header or in each cell."""
    over = random.random() < 0.5
    header = _head(random, "millions") if over else _sure(random)
    column = Money(header, year, writing="millions" if over else "millions with their sign")
    return Style([column], lambda _, base: ([base], {year: base}), step=10_000)


def _thousands_in_cells(random: Random, year: int) -> Style:
    column = Money(_sure(random), year, writing="thousands with their sign")
    return Style([column], lambda _, base: ([base], {year: base}), step=100)


def _in_words_too(random: Random, year: int) -> Style:
    column = Money(_head(random, "worded"), year, writing="in words too")
    return Style([column], lambda _, base: ([_euros(base)], {year: _euros(base)}), step=1)


STYLES: dict[str, Callable[[Random, int], Style]] = {
    "previous, asked, proposed, voted": _four_stages,
    "State, region, department": _authorities,
    "price of places": _price_of_places,
    "operation or investment": _one_of_two_kinds,
    "some of the years": _some_years,
    "paid in parts": _paid_in_parts,
    "rate and cap": _rate_and_cap,
    "millions": _in_millions,
    "thousands in cells": _thousands_in_cells,
    "in words too": _in_words_too,
}


def fill(random: Random, rows: list[Line], columns: list[str], features: set[str]) -> None:
    """Give each row what the columns of this kind print: numbers that are no money, people, short words."""
    width = random.choice([4, 5, 6, 7])
    for line in rows:
        digits = random.randrange(10 ** (width - 1), 10**width)
        phone = " ".join(f"{random.randrange(100):02d}" for _ in range(4))
        line.texts |= {
            "postcode": f"{random.randrange(1000, 95000):05d}",
            "phone": f"0{random.randrange(1, 6)} {phone}",
            "insee": f"{random.randrange(1000, 95000):05d}",
            "third": str(random.randrange(1000, 99999)),
            "file": random.choice(["{}", "{}", "EX{:06d}"]).format(digits),
            "population": f"{random.randrange(90, 40000):,}".replace(",", " "),
            "kind": random.choice(["F", "I"]),
            "president": random.choice(harder_words.PEOPLE),
            "canton": str(random.randrange(1, 24)),
            "vote": random.choice(harder_words.VOTED),
            "mail": random.choice(harder_words.MAILS),
        }
    features |= {f"column: {name}" for name in BESIDE if name in columns}


def tell(lines: list[Line], first: Money) -> None:
    """Give lines the places by which a price was multiplied, or each of the grants that stand side by side. `first`:
    the first column of their money."""
    for line in lines:
        if first.header in PRICES and line.values[0] and line.values[1]:
            line.texts["places"] = str(int(line.values[1] / line.values[0]))
        elif first.header in KINDS:
            line.apart = tuple(value for value in line.values if value is not None)
