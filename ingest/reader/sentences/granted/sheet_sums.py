"""Project sheets set in lines, without a table: « Bénéficiaire : … », « Objet : … », « Subvention proposée : 8 500 € ».
The beneficiary may be the heading of its sheet: « COMMUNE DE BOR ».

What enters: the paragraphs of an act, its report and annexes, and who pays. What leaves: one grant a sheet, where the
sheet names its beneficiary before the amount. Costs, requests and other funders' money are none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.reader.act.flow.act_parts import ActPart
from ingest.reader.headers.column_drafts import BY_HEADER
from ingest.reader.headers.header_words import head_role, read_head
from ingest.reader.money.money_words import holds, is_of_other_funder
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DOUBTFUL, LineRecord, Paragraph, Role
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.sentences.names.printed_names import is_name
from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.reader.vocabulary.acts import DECIDING
from ingest.reader.vocabulary.grants import GRANTS as GRANTS_MONEY
from ingest.reader.vocabulary.money import ASKED, COST, GRANTS, PREVIOUS, PROPOSED, SCHEDULE, VOTED
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import MARK
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import REFUSED

# Characters of a label and of what it names; longer ones are sentences.
LONGEST_LABEL, LONGEST_VALUE = 70, 160
# Label of the lines of project sheets.
TABLE = "fiche"
SHEET_NOTE = "montant et bénéficiaire lus sur une fiche, ligne à ligne"

_LABELLED = re.compile(rf"(?:{MARK}\s*)?(?P<label>[^:]{{3,{LONGEST_LABEL}}}?)\s*:\s*(?P<value>\S.*)")
_NUMBERED = re.compile(rf"^(?:{MARK}\s*|\d{{1,2}} ?[.)°-]\s*)")
_TOLD: tuple[Role, ...] = ("operator", "action", "reference", "commune")
# What the first line under the name of a sheet may tell.
_OVER: tuple[Role, ...] = (*_TOLD[1:], "amount")
# « DÉCIDE : », « Subventions aux clubs »: titles of an act.
_NO_NAME = re.compile(rf":$|^(?:{DECIDING.pattern})|{GRANTS_MONEY.pattern}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class SheetGrant:
    """One sheet: what it says by role, and the amount that it grants, None where it refuses one, with the paragraph
    that prints it."""

    told: dict[Role, str]
    amount: Amount | None
    paragraph: Paragraph


def lines_of_sheets(parts: Iterable[ActPart], act: Act, first_line: int) -> list[LineRecord]:
    """The lines of all sheets but those of agreements, whose money no table counts; numbered from `first_line`."""
    # « Objet : » inside a sheet is what opens a part too.
    paragraphs = (one for part in parts if part.kind != "agreement" for one in part.paragraphs)
    sheets = [(sheet, sheet.amount) for sheet in find_sheets(paragraphs, act) if sheet.amount]
    found = [one for one in sheets if not act.counted.lines_of(one[1].value, one[0].told["operator"])]
    return [_line(sheet, amount, act, number) for number, (sheet, amount) in enumerate(found, first_line)]


def _line(sheet: SheetGrant, amount: Amount, act: Act, number: int) -> LineRecord:
    return LineRecord(
        line=number,
        table=TABLE,
        operator=sheet.told["operator"],
        year=act.year,
        amount=amount.value,
        amount_text=amount.text,
        source=sheet.paragraph.source,
        reference=sheet.told.get("reference", ""),
        department=act.department,
        commune=sheet.told.get("commune", ""),
        action=sheet.told.get("action", ""),
        certainty=DOUBTFUL,  # the amount may stand far from the name
        notes=(SHEET_NOTE,),
    )


def find_sheets(paragraphs: Iterable[Paragraph], act: Act) -> Iterator[SheetGrant]:
    """The grant of each sheet, in order. Of several amounts, what is voted comes before what is proposed, and both
    before a bare « Subvention : »; of one refused, « Aide proposée : rejet », there is none."""
    told: dict[Role, str] = {}
    grants: list[tuple[int, SheetGrant]] = []
    headed = False
    printed = list(paragraphs)
    for paragraph, below in zip_longest(printed, printed[1:]):
        match = _LABELLED.fullmatch(paragraph.text)
        if not match and (headed or paragraph.kind == "heading"):
            # The heading of a sheet, which other words than those of labels end; a letterhead has none under it.
            named = _named_by(paragraph, below) if paragraph.kind == "heading" else {}
            if named or headed:
                yield from _best(grants)
                told, grants, headed = named, [], bool(named)
        if not match or len(match["value"]) > LONGEST_VALUE:
            continue
        role = head_role(match["label"])
        found = list(find_amounts(match["value"]))
        amount = found[0].amount if len(found) == 1 and found[0].start == 0 else parse_amount(match["value"])
        if role == "operator" and found and found[0].start == 0:
            continue  # « Cyclo-club : 280 € » is an entry of a list
        if role == "operator":
            yield from _best(grants)
            told, grants, headed = {"operator": match["value"].strip(" .;")}, [], False
        elif role in _TOLD and "operator" in told:
            told.setdefault(role, match["value"].strip(" .;"))
        elif role == "amount" and "operator" in told:
            rank = _rank(phrase(match["label"]), act)
            if rank and (amount or phrase(match["value"]) in REFUSED):
                grants.append((rank, SheetGrant(told, amount, paragraph)))
    yield from _best(grants)


def _named_by(heading: Paragraph, below: Paragraph | None) -> dict[Role, str]:
    """What the heading of a sheet tells: an organisation, or any name right over a label, and nothing else; or
    nothing."""
    name = _NUMBERED.sub("", heading.text).strip(" .;-–")
    told = ORGANISATION.match(plain(name)) or (_heads_label(below) and not _NO_NAME.search(plain(name)))
    named = len(name) <= LONGEST_LABEL and told and is_name(name, plural=False)
    return {"operator": name} if named else {}


def _heads_label(below: Paragraph | None) -> bool:
    """Whether a paragraph is a line of a sheet, whose label opens with words that name what stands behind it."""
    label = _LABELLED.fullmatch(below.text) if below else None
    role, certainty = read_head(label["label"]) if label else (None, 0.0)
    return role in _OVER and certainty == BY_HEADER


def _best(grants: Sequence[tuple[int, SheetGrant]]) -> Iterator[SheetGrant]:
    if grants:
        yield max(grants, key=lambda grant: grant[0])[1]


def _rank(label: str, act: Act) -> int:
    """How surely a label names what is granted; 0 where it names other money, or that of a year before."""
    past = any(act.year and int(year) < act.year for year in _YEAR.findall(label))
    if past or holds(label, ASKED | PREVIOUS | SCHEDULE) or is_of_other_funder(label, act.payer):
        return 0
    if holds(label, VOTED):
        return 3
    if holds(label, COST) or not holds(label, GRANTS | PROPOSED):
        return 0
    return 2 if holds(label, PROPOSED) else 1
