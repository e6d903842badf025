"""A grant table drawn at random: its columns, rows, groups, merged cells and totals, and the rows to be read in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from tests.layouts import words
from tests.layouts.figures import Hand, a_hand
from tests.layouts.sheets import Cell, Grid

# Columns of words that may stand beside the beneficiary, and how often.
BESIDE = {"reference": 0.35, "commune": 0.4, "action": 0.7, "territory": 0.2, "places": 0.15, "rank": 0.12}
BESIDE |= {"siret": 0.08, "members": 0.08, "agreement": 0.08, "remark": 0.1}
WEIGHTS = {"operator": 3.0, "action": 3.0, "commune": 1.5, "programme": 1.5, "territory": 1.2, "remark": 1.5}
FIELDS = ("operator", "action", "commune", "territory", "programme", "reference")
MONEY_STYLES = {
    "one amount": 9,
    "asked and voted": 3,
    "proposed": 1,
    "asked, proposed, voted": 2,
    "last year": 2,
    "cost and rate": 2,
    "several years": 3,
    "other funders": 2,
    "two parts and their sum": 1,
}


@dataclass
class Expected:
    """A row to be read: amounts by year, and the texts of its fields."""

    amounts: dict[int, Decimal]
    fields: dict[str, str]
    places: int | None = None


@dataclass
class Grants:
    """The table as printed, what should be read in it, and what it is made of."""

    grid: Grid
    expected: list[Expected] = field(default_factory=list)
    totals: list[tuple[int, Decimal]] = field(default_factory=list)
    without_amount: list[str] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Money:
    """A column of money: `year` where it counts, None where it stands beside; `share` of what is voted."""

    header: str
    year: int | None
    share: Decimal = Decimal(1)


@dataclass
class _Line:
    texts: dict[str, str]
    voted: dict[int, Decimal]
    money: list[str]
    values: list[Decimal | None]
    no_amount: bool = False


def a_table(random: Random, year: int, *, wide: bool, merging: bool) -> Grants:
    """`year` of the act; `wide`: the font has every space; `merging`: the rules show merged cells."""
    features: set[str] = set()
    style = random.choices(list(MONEY_STYLES), list(MONEY_STYLES.values()))[0]
    features.add(f"money: {style}")
    over, money = _money_columns(random, style, year)
    columns = _columns(random, features)
    by_programme = "programme" in columns
    grouped = not by_programme and random.random() < 0.4
    hand = a_hand(random, wide=wide)
    rows = _lines(random, columns, money, year, hand, features, wide=wide)
    groups = _groups(random, rows, features) if by_programme or grouped else [("", rows)]
    if grouped:
        features.add("group rows")
    builder = _Builder(random, columns, money, over, hand, features, merging)
    builder.header()
    for programme, lines in groups:
        builder.group(programme, lines, grouped=grouped, subtotal=len(groups) > 1)
    if random.random() < 0.6:
        builder.total(rows, random.choice([*words.TOTALS, *words.TOTALS, ""]), "total", year)
    return builder.grants(groups, year, grouped)


def _columns(random: Random, features: set[str]) -> list[str]:
    if random.random() < 0.06:
        features.add("towns as beneficiaries")
        return ["towns", "action"]
    beside = [name for name, often in BESIDE.items() if random.random() < often]
    columns = ["operator", *beside]
    random.shuffle(columns)
    if "rank" in columns:
        columns = ["rank", *[name for name in columns if name != "rank"]]
    if random.random() < 0.25:
        columns.insert(0 if random.random() < 0.7 else 1, "programme")
    for name in ("reference", "places", "rank", "siret", "members", "territory"):
        if name in columns:
            features.add(f"column: {name}")
    if columns[0] not in ("operator", "rank"):
        features.add("beneficiary not first")
    return columns


def _money_columns(random: Random, style: str, year: int) -> tuple[str, list[Money]]:
    """(words over them all, the columns): what counts bears its year."""

    def head(kind: str) -> str:
        return random.choice(words.headers(kind)).format(year=year, last=year - 1)

    voted = Money(head("voted"), year)
    says_voted = [one for one in words.headers("voted") if any(word in one for word in ("vot", "accord", "attribu"))]
    sure = Money(random.choice(says_voted), year)
    asked = Money(head("asked"), None, Decimal("1.25"))
    proposed = head("proposed")
    over = random.choice(words.headers("over")) if random.random() < 0.35 else ""
    if style == "asked and voted":
        return over, [asked, random.choice([voted, Money(proposed, year)])]
    if style == "proposed":
        return "", [Money(proposed, year)]
    if style == "asked, proposed, voted":
        return over, [asked, Money(proposed, None, Decimal("0.8")), sure]
    if style == "last year":
        dated = Money(random.choice(words.headers("yearly")).format(year=year), year)
        return over, [Money(head("previous"), None, Decimal("0.9")), random.choice([dated, sure])]
    if style == "cost and rate":
        cost = Money(head("cost"), None, Decimal(4))
        return "", random.choice([[cost, sure], [cost, asked, sure], [cost, Money("%", None, Decimal(0)), sure]])
    if style == "several years":
        form = random.choice(words.headers("yearly"))
        return over or "Subvention", [
            Money(form.format(year=one), one) for one in range(year, year + random.choice([2, 2, 3]))
        ]
    if style == "other funders":
        own = Money(head("own"), year)
        others = random.sample(words.headers("funder"), 2)
        return over, [*[Money(one, None, Decimal("0.5")) for one in others], own]
    if style == "two parts and their sum":
        parts = [Money(words.HEADERS["operation"], None, Decimal("0.25"))]
        parts.append(Money(words.HEADERS["investment"], None, Decimal("0.75")))
        return over, [*parts, Money(random.choice(["Total", "Total voté", "Montant total"]), year)]
    return "", [voted]


def _lines(
    random: Random, columns: list[str], money: list[Money], year: int, hand: Hand, features: set[str], *, wide: bool
) -> list[_Line]:
    count = random.choice([5, 8, 12, 18, 25, 35, 50])
    features.add("long table" if count > 20 else "short table")
    odd = {name for name in ("negative", "zero", "no amount", "typed by hand") if random.random() < 0.14}
    features |= {f"amounts: {name}" for name in odd}
    upper = random.random() < 0.15
    names = [kind.format(town) for kind in words.KINDS for town in words.TOWNS]
    chosen = random.sample(names, count)
    years = sorted({one.year for one in money if one.year})
    lines = []
    for number, name in enumerate(chosen, 1):
        town = random.choice(words.TOWNS)
        name = name.upper() if upper else name
        # A cent beside each amount, so that no two of them are the same by chance.
        base = Decimal(random.choice([random.randrange(2, 60) * 50, random.randrange(10, 900) * 100]))
        base += Decimal(random.choice([0, 0, 0, 25, 50])) / 100 if hand.cents else 0
        voted = {one: base + 10 * place for place, one in enumerate(years)}
        if "negative" in odd and random.random() < 0.15:
            voted = {one: -value for one, value in voted.items()}
        elif "zero" in odd and random.random() < 0.15:
            voted = dict.fromkeys(voted, Decimal(0))
        writing = a_hand(random, wide=wide) if "typed by hand" in odd else hand
        no_amount = "no amount" in odd and random.random() < 0.12
        printed, values = _money_of(random, money, voted, writing, no_amount=no_amount)
        texts = _texts(random, number, name, town, year)
        if columns == ["towns", "action"]:
            texts["towns"] = words.TOWNS[number % len(words.TOWNS)]
        lines.append(_Line(texts, {} if no_amount else voted, printed, values, no_amount))
    return lines


def _money_of(
    random: Random, money: list[Money], voted: dict[int, Decimal], hand: Hand, *, no_amount: bool
) -> tuple[list[str], list[Decimal | None]]:
    base = abs(voted[min(voted)]) or Decimal(random.randrange(4, 400) * 25)
    printed: list[str] = []
    values: list[Decimal | None] = []
    word = random.choice(words.NO_AMOUNT)
    for column in money:
        if column.share == 0:
            printed.append(f"{random.choice([20, 25, 30, 40, 50])} %")
            values.append(None)
            continue
        value = voted[column.year] if column.year else (base * column.share).quantize(Decimal(1))
        if column.year is None and column.share < 1 and len(money) == 3 and "Investissement" in money[1].header:
            part = (voted[min(voted)] * Decimal("0.25")).quantize(Decimal(1))
            value = part if column is money[0] else voted[min(voted)] - part
        printed.append(word if no_amount and column.year else hand.printed(value))
        values.append(None if no_amount and column.year else value)
    return printed, values


def _texts(random: Random, number: int, name: str, town: str, year: int) -> dict[str, str]:
    return {
        "rank": str(number),
        "operator": name,
        "commune": town,
        "territory": random.choice(words.TERRITORIES),
        "action": random.choice(words.AIMS).format(year, next=year + 1),
        "reference": f"{year}-{random.randrange(100, 99999):05d}",
        "places": str(random.randrange(2, 60)),
        "siret": f"{random.randrange(10**8, 10**9)}{random.randrange(10**4, 10**5):05d}",
        "members": str(random.randrange(12, 900)),
        "agreement": f"C{year}/{random.randrange(1, 300)}",
        "remark": random.choice(["", "", *words.REMARKS]),
    }


def _groups(random: Random, rows: list[_Line], features: set[str]) -> list[tuple[str, list[_Line]]]:
    """The rows cut into runs of at least two, one programme each."""
    wanted = min(len(rows) // 3, random.choice([2, 3, 4, 6])) or 1
    cuts = sorted(random.sample(range(2, len(rows) - 1, 2), min(wanted - 1, len(range(2, len(rows) - 1, 2)))))
    names = random.sample(words.PROGRAMMES, len(cuts) + 1)
    return [(name, rows[a:b]) for name, a, b in zip(names, [0, *cuts], [*cuts, len(rows)], strict=True)]


class _Builder:
    """The grid while its rows are added."""

    def __init__(
        self,
        random: Random,
        columns: list[str],
        money: list[Money],
        over: str,
        hand: Hand,
        features: set[str],
        merging: bool,
    ) -> None:
        self.random = random
        self.money = money
        self.over = over if len(money) > 1 else ""
        self.hand = hand
        self.features = features
        self.merging = merging
        self.first = random.random() < 0.07 and len(columns) > 1
        self.columns = [*columns, *["money"] * len(money)]
        if self.first:
            self.columns = [columns[0], *["money"] * len(money), *columns[1:]]
            features.add("money before the last column")
        self.places = [place for place, name in enumerate(self.columns) if name == "money"]
        self.width = len(self.columns)
        self.align = random.choice(["right", "right", "centre", "left"])
        self.merged = random.choice(["programme", "programme", ""]) if merging else ""
        self.repeats_programme = self.merged != "programme"
        self.merges_operators = merging and random.random() < 0.2
        self.subtotals = random.choice(["", "", "after", "after", "heading"])
        self.rows: list[tuple[Cell | None, ...]] = []
        self.kinds: list[str] = []
        self.stated: list[tuple[int, Decimal]] = []
        self.expected: list[tuple[str, _Line]] = []

    def add(self, kind: str, cells: Sequence[Cell | None]) -> None:
        self.rows.append(tuple(cells))
        self.kinds.append(kind)

    def header(self) -> None:
        random = self.random
        if random.random() < 0.12:
            self.features.add("title row")
            title = random.choice(
                ["SUBVENTIONS AUX ASSOCIATIONS", "Aides aux projets locaux", "Programmation des aides"]
            )
            self.add("head", [Cell(title, across=self.width, align="centre"), *[None] * (self.width - 1)])
        names = {name: random.choice(words.headers(name)) for name in dict.fromkeys(self.columns) if name != "money"}
        if names.get("operator") == names.get("action"):
            names["action"] = "Objet"
        upper = random.random() < 0.15
        texts = [names.get(name, "") for name in self.columns]
        for place, column in zip(self.places, self.money, strict=True):
            texts[place] = column.header
        if upper:
            texts = [text.upper() for text in texts]
            self.features.add("header in capitals")
        if not self.over or not self.merging:
            self.add("head", [Cell(text, align="centre") for text in texts])
            return
        self.features.add("header of two levels")
        top: list[Cell | None] = [Cell(text, down=2, align="centre") for text in texts]
        for place in self.places:
            top[place] = None
        top[self.places[0]] = Cell(self.over, across=len(self.places), align="centre")
        self.add("head", top)
        below = [Cell(texts[place], align="centre") if place in self.places else None for place in range(self.width)]
        self.add("head", below)

    def group(self, programme: str, lines: list[_Line], *, grouped: bool, subtotal: bool) -> None:
        style = self.subtotals if grouped and programme else ("after" if self.subtotals == "after" else "")
        if grouped and style == "heading" and not self.first:
            self.features.add("sum beside the heading")
            self._sums(lines, programme, "group")
        elif grouped and programme:
            self.add("group", [Cell(programme, across=self.width), *[None] * (self.width - 1)])
        if self.merges_operators:
            lines = self._same_operators(lines)
        for place, line in enumerate(lines):
            self.expected.append((programme, line))
            self.add("line", self._cells(programme, line, place, lines))
        if subtotal and programme and style == "after":
            self.features.add("subtotals")
            self._sums(lines, self.random.choice(words.SUBTOTALS).format(programme), "total")

    def _same_operators(self, lines: list[_Line]) -> list[_Line]:
        """Every third beneficiary is given two grants: one name beside two rows."""
        for place in range(1, len(lines), 3):
            for name in ("operator", "commune"):
                lines[place].texts[name] = lines[place - 1].texts[name]
        return lines

    def _cells(self, programme: str, line: _Line, place: int, lines: list[_Line]) -> list[Cell | None]:
        money = iter(line.money)
        cells: list[Cell | None] = []
        for name in self.columns:
            if name == "money":
                cells.append(Cell(next(money), align=self.align, whole=True))
            elif name == "programme":
                cells.append(self._programme(programme, place, lines))
            elif name == "operator" and self.merges_operators:
                cells.append(self._operator(line, place, lines))
            else:
                cells.append(Cell(line.texts[name], whole=name in ("reference", "siret", "agreement")))
        return cells

    def _programme(self, programme: str, place: int, lines: list[_Line]) -> Cell | None:
        if self.repeats_programme:
            return Cell(programme)
        self.features.add("programme merged downwards")
        return Cell(programme, down=len(lines)) if place == 0 else None

    def _operator(self, line: _Line, place: int, lines: list[_Line]) -> Cell | None:
        name = line.texts["operator"]
        if place and lines[place - 1].texts["operator"] == name:
            self.features.add("beneficiary merged downwards")
            return None
        same = place + 1 < len(lines) and lines[place + 1].texts["operator"] == name
        return Cell(name, down=2 if same else 1)

    def total(self, lines: list[_Line], label: str, kind: str, year: int) -> None:
        self.features.add("total without a label" if not label else "total with a label")
        self._sums(lines, label, kind)

    def _sums(self, lines: list[_Line], label: str, kind: str) -> None:
        first = self.places[0]
        across = first if self.merging and first > 1 and self.random.random() < 0.5 else 1
        if kind == "group" and self.merging:
            across = first
        if across > 1:
            self.features.add("label of a total merged")
        bold = self.random.random() < 0.7
        cells: list[Cell | None] = [Cell(label, across=across, bold=bold)]
        cells += [None] * (across - 1) + [Cell("")] * (self.width - across)
        for number, place in enumerate(self.places):
            values = [line.values[number] for line in lines]
            if self.money[number].share == 0:
                continue
            amount = sum((value for value in values if value is not None), Decimal(0))
            cells[place] = Cell(self.hand.printed(amount), align=self.align, bold=bold, whole=True)
            year = self.money[number].year
            if year:
                self.stated.append((year, amount))
        self.add(kind, cells)

    def grants(self, groups: list[tuple[str, list[_Line]]], year: int, grouped: bool) -> Grants:
        weights = tuple(WEIGHTS.get(name, 0.6) for name in self.columns)
        found = Grants(Grid(tuple(self.rows), tuple(self.kinds), weights), features=self.features, totals=self.stated)
        for programme, line in self.expected:
            texts = {name: line.texts[name] for name in FIELDS if name in self.columns and name in line.texts}
            if "towns" in self.columns:
                texts["operator"] = line.texts["towns"]
            if programme:
                texts["programme"] = programme
            if line.no_amount:
                found.without_amount.append(texts["operator"])
                continue
            places = int(line.texts["places"]) if "places" in self.columns else None
            found.expected.append(Expected(line.voted, texts, places))
        return found
