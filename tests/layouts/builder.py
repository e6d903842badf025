"""The grid of a grant table while its rows are added: header, groups, merged cells, oddities, totals. Seeded."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random

from tests.layouts import harder_words, words
from tests.layouts.figures import Hand, Writing
from tests.layouts.looks import Cell, Grid

WEIGHTS = {"operator": 3.0, "action": 3.0, "commune": 1.5, "programme": 1.5, "territory": 1.2, "remark": 1.5}
# Columns whose texts are never cut.
WHOLE = {"reference", "siret", "agreement", "date", "postcode", "phone", "insee", "third", "file", "population", "kind"}
FIELDS = ("operator", "action", "commune", "territory", "programme", "reference")
# What a table may show that most do not, and how often: only some where the rules show merged cells.
ODDITIES = {
    "header words cut": 0.1,
    "turned header": 0.05,
    "names run over": 0.1,
    "several grants in a cell": 0.07,
    "votes between rows": 0.07,
    "lines without sides": 0.06,
    "totals that do not close": 0.05,
}
WHERE_MERGED = {"turned programme": 0.4, "one grant over several rows": 0.06}
# The same for the acts of the third kind.
HARDER = {
    "header calls a note": 0.1,
    "numbers under the header": 0.12,
    "sign on a second line": 0.12,
    "recusal under a name": 0.12,
    "same as above": 0.3,
    "groups in groups": 0.3,
    "blank rows": 0.08,
    "sums carried forward": 0.15,
    "turned downwards": 0.5,
}
CALLS = ("(1)", "*", "(a)")
NUMBERED = ("{}", "({})", "col. {}")
AS_ABOVE = ("idem", "Idem", "''", '"', "//", "id.")


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
    writing: Writing = ""

    def printed(self, amount: Decimal, hand: Hand) -> str:
        return hand.written(amount, self.writing) if self.writing else hand.printed(amount)


@dataclass
class Line:
    """A grant: what each column prints of it. `unsure`: fields of which the layout does not say whose they are."""

    texts: dict[str, str]
    voted: dict[int, Decimal]
    money: list[str]
    values: list[Decimal | None]
    no_amount: bool = False
    unsure: tuple[str, ...] = ()
    # What each of several grants votes that stand in this row side by side.
    apart: tuple[Decimal, ...] = ()


class Builder:
    """The grid while its rows are added. `merging`: the rules show merged cells."""

    def __init__(
        self,
        random: Random,
        columns: list[str],
        money: list[Money],
        over: str,
        hand: Hand,
        features: set[str],
        merging: bool,
        *,
        harder: bool = False,
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
        self.expected: list[tuple[str, Line]] = []
        odd = ODDITIES | (WHERE_MERGED if merging else {})
        self.odd = {name for name, often in odd.items() if random.random() < often}
        self.together = self.odd & {"several grants in a cell", "one grant over several rows"}
        if "action" not in columns:
            self.together -= {"one grant over several rows"}
        if self.together:
            self.merges_operators, self.repeats_programme = False, True
        self.dropped: list[Line] = []
        self.harder = {name for name, often in HARDER.items() if random.random() < often} if harder else set()
        # After how many lines a sum is carried to the next page.
        self.carries_after = random.randrange(4, 12) if "sums carried forward" in self.harder else 0
        self.as_above = random.choice(AS_ABOVE) if "same as above" in self.harder else ""
        # The names of the columns, printed again under each heading.
        self.again: list[tuple[Cell | None, ...]] | None = None

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
        names = {name: random.choice(_names(name)) for name in dict.fromkeys(self.columns) if name != "money"}
        if names.get("operator") == names.get("action"):
            names["action"] = "Objet"
        upper = random.random() < 0.15
        texts = [names.get(name, "") for name in self.columns]
        for place, column in zip(self.places, self.money, strict=True):
            texts[place] = column.header
        if "header calls a note" in self.harder:
            self.features.add("header calls a note")
            texts[self.places[-1]] += f" {random.choice(CALLS)}"
        if upper:
            texts = [text.upper() for text in texts]
            self.features.add("header in capitals")
        if not self.over or (not self.merging and random.random() < 0.5):
            self.add("head", [self._head(text, name) for text, name in zip(texts, self.columns, strict=True)])
            self._numbers_below()
            return
        self.features.add("header of two levels")
        top: list[Cell | None] = [replace(self._head(text, ""), down=2) for text in texts]
        for place in self.places:
            top[place] = None
        top[self.places[0]] = Cell(self.over, across=len(self.places), align="centre")
        self.add("head", top)
        below = [Cell(texts[place], align="centre") if place in self.places else None for place in range(self.width)]
        self.add("head", below)
        self._numbers_below()

    def _numbers_below(self) -> None:
        if "numbers under the header" in self.harder:
            self.features.add("numbers under the header")
            form = self.random.choice(NUMBERED)
            self.add("head", [Cell(form.format(place), align="centre") for place in range(1, self.width + 1)])

    def _head(self, text: str, name: str) -> Cell:
        cut = "header words cut" in self.odd
        turned = "turned header" in self.odd and name in ("places", "members", "rank", "territory")
        self.features |= {"header words cut"} if cut else set()
        self.features |= {"turned header"} if turned else set()
        return Cell(text, align="centre", broken=cut, turned=turned)

    def group(self, programme: str, lines: list[Line], *, grouped: bool, subtotal: bool) -> None:
        style = self.subtotals if grouped and programme else ("after" if self.subtotals == "after" else "")
        heading, stated = len(self.rows), len(self.stated)
        beside = grouped and style == "heading" and not self.first
        if beside:
            self.features.add("sum beside the heading")
            self._sums(lines, programme, "group")
        elif grouped and programme:
            self.add("group", [Cell(programme, across=self.width), *[None] * (self.width - 1)])
            for cells in self.again or () if self.expected else ():
                self.features.add("header under each heading")
                self.add("again", cells)
        if self.merges_operators:
            lines = self._same_operators(lines)
        if self.together:
            self._together(programme, lines)
        else:
            nested = "groups in groups" in self.harder and grouped and len(lines) > 3
            for place, line in enumerate(lines):
                if nested:
                    self._subheading(place, line, len(lines))
                self.expected.append((programme, line))
                self.add(self._kind(), self._cells(programme, line, place, lines))
                self._vote(last=place + 1 == len(lines))
                self._between(last=place + 1 == len(lines))
        if beside and self.dropped:
            self._sum_again(heading, stated, lines)
        if subtotal and programme and style == "after":
            self.features.add("subtotals")
            self._sums(lines, self.random.choice(words.SUBTOTALS).format(programme), "total")

    def _kind(self) -> str:
        if "lines without sides" in self.odd and self.random.random() < 0.2:
            self.features.add("lines without sides")
            return "bare"
        return "line"

    def _subheading(self, place: int, line: Line, count: int) -> None:
        """A second heading over the first half of a group, another one over the second."""
        line.unsure = ("programme",)
        if place in (0, count // 2):
            self.features.add("groups in groups")
            text = self.random.choice(harder_words.SUBHEADINGS).format(self.random.choice(words.TOWNS))
            self.add("group", [Cell(text, across=self.width), *[None] * (self.width - 1)])

    def _between(self, *, last: bool) -> None:
        """A blank row now and then; once, the sums so far at a page's foot and at the head of the next one."""
        merged_down = not self.repeats_programme and "programme" in self.columns
        if last or merged_down or any(cell is None or cell.down > 1 for cell in self.rows[-1]):
            return
        if "blank rows" in self.harder and self.random.random() < 0.2:
            self.features.add("blank rows")
            self.add("blank", [Cell("")] * self.width)
        if self.carries_after and len(self.expected) >= self.carries_after:
            self.carries_after = 0
            self.features.add("sums carried forward")
            so_far = [line for _, line in self.expected]
            for label, kind in (("À reporter", "carry"), ("Report", "carried")):
                self._sums(so_far, label, kind, states=False)

    def _vote(self, *, last: bool) -> None:
        """Now and then, a sentence over the whole width between two rows of one group."""
        merged_down = not self.repeats_programme and "programme" in self.columns
        if last or merged_down or "votes between rows" not in self.odd or self.random.random() > 0.15:
            return
        if self.rows[-1][0] is None or any(cell is None or cell.down > 1 for cell in self.rows[-1]):
            return
        self.features.add("votes between rows")
        self.add("note", [Cell(self.random.choice(words.VOTES), across=self.width), *[None] * (self.width - 1)])

    def _together(self, programme: str, lines: list[Line]) -> None:
        """Rows of one, two or three grants each: stacked in one row, or one grant with several aims."""
        place = 0
        while place < len(lines):
            count = min(self.random.choice([1, 1, 1, 2, 3]), len(lines) - place)
            some = lines[place : place + count]
            # Among amounts one under the other, a blank would leave the reader to guess whose the others are.
            blank = any(not text for line in some for text in line.money)
            if count == 1 or blank or any(line.no_amount for line in some):
                for line in some:
                    self.expected.append((programme, line))
                    self.add("line", self._cells(programme, line, place, lines))
                    place += 1
                continue
            if "several grants in a cell" in self.together:
                self._stacked(programme, some, place, lines)
            else:
                self._one_of_several(programme, some, place, lines)
            place += count

    def _stacked(self, programme: str, some: list[Line], place: int, lines: list[Line]) -> None:
        """Beneficiaries one under the other in one cell, what is printed of each level with it in the other cells."""
        self.features.add("several grants in a cell")
        self.expected += [(programme, line) for line in some]
        rows = [self._cells(programme, line, place, lines) for line in some]
        cells: list[Cell | None] = []
        for name, column in zip(self.columns, zip(*rows, strict=True), strict=True):
            first = column[0]
            items = [cell.text for cell in column if cell]
            # A blank between two items would leave the reader to guess whose the others are.
            whole = name != "programme" and first and all(items)
            cells.append(replace(first, text="\n".join(items), spills=False) if first and whole else first)
        self.add("line", cells)

    def _one_of_several(self, programme: str, some: list[Line], place: int, lines: list[Line]) -> None:
        """One beneficiary and one amount beside several aims, each in a row of its own."""
        self.features.add("one grant over several rows")
        grant = some[0]
        grant.unsure = ("action",)
        self.expected.append((programme, grant))
        self.dropped += some[1:]
        own = self._cells(programme, grant, place, lines)
        for number, line in enumerate(some):
            cells = self._cells(programme, line, place + number, lines)
            for column, name in enumerate(self.columns):
                cell = own[column]
                if name not in ("action", "programme"):
                    cells[column] = replace(cell, down=len(some)) if cell and number == 0 else None
            self.add("line", cells)

    def _same_operators(self, lines: list[Line]) -> list[Line]:
        """Every third beneficiary is given two grants: one name beside two rows."""
        for place in range(1, len(lines), 3):
            for name in ("operator", "commune"):
                lines[place].texts[name] = lines[place - 1].texts[name]
        return lines

    def _cells(self, programme: str, line: Line, place: int, lines: list[Line]) -> list[Cell | None]:
        money = iter(line.money)
        cells: list[Cell | None] = []
        for column, name in enumerate(self.columns):
            if name == "money":
                cells.append(Cell(self._signed(next(money)), align=self.align, whole=True))
            elif name == "programme":
                cells.append(self._programme(programme, place, lines))
            elif name == "operator" and self.merges_operators:
                cells.append(self._operator(line, place, lines))
            elif name == "operator" and "recusal under a name" in self.harder and not self.together:
                cells.append(Cell(self._with_recusal(line.texts[name])))
            elif name in ("operator", "action") and self._runs_over(column):
                cells.append(Cell(line.texts[name], spills=True))
            else:
                cells.append(Cell(line.texts[name], whole=name in WHOLE))
        return cells

    def _signed(self, text: str) -> str:
        """An amount whose sign stands alone under it, where this table has them so."""
        if "sign on a second line" not in self.harder or self.together or not text.endswith("€"):
            return text
        self.features.add("sign on a second line")
        return f"{text.removesuffix('€').rstrip()}\n€"

    def _with_recusal(self, name: str) -> str:
        if self.random.random() < 0.85:
            return name
        self.features.add("recusal under a name")
        return f"{name}\n{self.random.choice(harder_words.RECUSALS)}"

    def _runs_over(self, column: int) -> bool:
        runs = "names run over" in self.odd and column + 1 in self.places and self.align == "right"
        if runs:
            self.features.add("names run over")
        return runs

    def _programme(self, programme: str, place: int, lines: list[Line]) -> Cell | None:
        if self.repeats_programme:
            if place and self.as_above:
                self.features.add("same as above")
            return Cell(self.as_above if place and self.as_above else programme)
        self.features.add("programme merged downwards")
        turned = "turned programme" in self.odd
        falling = turned and "turned downwards" in self.harder
        return Cell(programme, down=len(lines), turned=turned, falling=falling) if place == 0 else None

    def _operator(self, line: Line, place: int, lines: list[Line]) -> Cell | None:
        name = line.texts["operator"]
        if place and lines[place - 1].texts["operator"] == name:
            self.features.add("beneficiary merged downwards")
            return None
        same = place + 1 < len(lines) and lines[place + 1].texts["operator"] == name
        return Cell(name, down=2 if same else 1)

    def total(self, lines: list[Line], label: str, kind: str, year: int) -> None:
        self.features.add("total without a label" if not label else "total with a label")
        wrong = Decimal(1000) if "totals that do not close" in self.odd else Decimal(0)
        self.features |= {"totals that do not close"} if wrong else set()
        self._sums(lines, label, kind, wrong)

    def _sums(
        self, lines: list[Line], label: str, kind: str, wrong: Decimal = Decimal(0), *, states: bool = True
    ) -> None:
        """A row of sums of these lines. `wrong`: by how much more than their sum it prints; `states`: it is one of the
        totals of the act."""
        first = self.places[0]
        across = first if self.merging and first > 1 and self.random.random() < 0.5 else 1
        if kind == "group" and self.merging:
            across = first
        if across > 1:
            self.features.add("label of a total merged")
        bold = self.random.random() < 0.7
        cells: list[Cell | None] = [Cell(label, across=across, bold=bold)]
        cells += [None] * (across - 1) + [Cell("")] * (self.width - across)
        for place, amount in self._summed(lines, wrong, states=states):
            cells[place] = Cell(amount, align=self.align, bold=bold, whole=True)
        self.add(kind, cells)

    def _summed(self, lines: list[Line], wrong: Decimal, *, states: bool = True) -> list[tuple[int, str]]:
        """(column, sum as printed) of each column that is added up; those that count are stated."""
        lines = [line for line in lines if not any(line is one for one in self.dropped)]
        sums = []
        for number, (place, money) in enumerate(zip(self.places, self.money, strict=True)):
            amount = sum((line.values[number] or Decimal(0) for line in lines), wrong)
            if money.share:
                sums.append((place, money.printed(amount, self.hand)))
            if money.year and states:
                self.stated.append((money.year, amount))
        return sums

    def _sum_again(self, row: int, stated: int, lines: list[Line]) -> None:
        """The sums of a heading once it is known which of its lines are one grant over several rows."""
        del self.stated[stated:]
        cells = list(self.rows[row])
        for place, amount in self._summed(lines, Decimal(0)):
            cell = cells[place]
            cells[place] = replace(cell, text=amount) if cell else None
        self.rows[row] = tuple(cells)

    def grants(self, groups: list[tuple[str, list[Line]]], year: int, grouped: bool) -> Grants:
        weights = tuple(WEIGHTS.get(name, 0.6) for name in self.columns)
        found = Grants(Grid(tuple(self.rows), tuple(self.kinds), weights), features=self.features, totals=self.stated)
        for programme, line in self.expected:
            known = [name for name in FIELDS if name in self.columns and name not in line.unsure]
            texts = {name: line.texts[name] for name in known if name in line.texts}
            if "towns" in self.columns:
                texts["operator"] = line.texts["towns"]
            if programme and "programme" not in line.unsure:
                texts["programme"] = programme
            if line.no_amount:
                found.without_amount.append(texts["operator"])
                continue
            places = int(line.texts["places"]) if "places" in self.columns else None
            each = [{year: amount} for amount in line.apart] or [line.voted]
            found.expected += [Expected(voted, texts, places) for voted in each]
        return found


def _names(column: str) -> list[str]:
    """The words that may stand over a column."""
    return harder_words.HEADERS[column] if column in harder_words.HEADERS else words.headers(column)
