"""Project sheets set in lines, without a table: « Bénéficiaire : … », « Objet : … », « Subvention proposée : 8 500 € ».
The beneficiary may be the heading of its sheet: « COMMUNE DE BOR ».

What enters: the paragraphs of an act, its report and annexes, and who pays. What leaves: one grant a sheet, where the
sheet names its beneficiary before the amount. Costs, requests and other funders' money are none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.reader.act.flow.act_parts import Part
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_words import holds, is_of_other_funder
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DOUBTFUL, LineRecord, Paragraph, Role
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.sentences.names.printed_names import is_name
from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.reader.vocabulary.money import ASKED, COST, GRANTS, PREVIOUS, PROPOSED, SCHEDULE, VOTED
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import MARK
from ingest.reader.vocabulary.phrases import phrase

# Characters of a label and of what it names; longer ones are sentences.
LONGEST_LABEL, LONGEST_VALUE = 70, 160
# Label of the lines of project sheets.
TABLE = "fiche"
SHEET_NOTE = "montant et bénéficiaire lus sur une fiche, ligne à ligne"

_LABELLED = re.compile(rf"(?:{MARK}\s*)?(?P<label>[^:]{{3,{LONGEST_LABEL}}}?)\s*:\s*(?P<value>\S.*)")
_NUMBERED = re.compile(r"^\d{1,2} ?[.)°-]\s*")
_TOLD: tuple[Role, ...] = ("operator", "action", "reference", "commune")


@dataclass(frozen=True, slots=True)
class SheetGrant:
    """One sheet: what it says by role, and the amount that it grants, with the paragraph that prints it."""

    told: dict[Role, str]
    amount: Amount
    paragraph: Paragraph


def lines_of_sheets(parts: Iterable[Part], act: Act, first_line: int) -> list[LineRecord]:
    """The lines of all sheets but those of agreements, whose money no table counts; numbered from `first_line`."""
    # « Objet : » inside a sheet is what opens a part too.
    paragraphs = (one for part in parts if part.kind != "agreement" for one in part.paragraphs)
    sheets = find_sheets(paragraphs, act.payer)
    found = [sheet for sheet in sheets if not act.counted.lines_of(sheet.amount.value, sheet.told["operator"])]
    return [_line(sheet, act, number) for number, sheet in enumerate(found, first_line)]


def _line(sheet: SheetGrant, act: Act, number: int) -> LineRecord:
    return LineRecord(
        line=number,
        table=TABLE,
        operator=sheet.told["operator"],
        year=act.year,
        amount=sheet.amount.value,
        amount_text=sheet.amount.text,
        source=sheet.paragraph.source,
        reference=sheet.told.get("reference", ""),
        department=act.department,
        commune=sheet.told.get("commune", ""),
        action=sheet.told.get("action", ""),
        certainty=DOUBTFUL,  # the amount may stand far from the name
        notes=(SHEET_NOTE,),
    )


def find_sheets(paragraphs: Iterable[Paragraph], payer: str) -> Iterator[SheetGrant]:
    """The grant of each sheet, in order. `payer`: a key of `PAYERS`. Of several amounts, what is voted comes before
    what is proposed, and both before a bare « Subvention : »."""
    told: dict[Role, str] = {}
    grants: list[tuple[int, SheetGrant]] = []
    headed = False
    for paragraph in paragraphs:
        match = _LABELLED.fullmatch(paragraph.text)
        if not match and (headed or paragraph.kind == "heading"):
            # The heading of a sheet, which other words than those of labels end; a letterhead has none under it.
            named = _named_by(paragraph) if paragraph.kind == "heading" else {}
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
            rank = _rank(phrase(match["label"]), payer)
            if rank and amount:
                grants.append((rank, SheetGrant(told, amount, paragraph)))
    yield from _best(grants)


def _named_by(heading: Paragraph) -> dict[Role, str]:
    """What the heading of a sheet tells: an organisation and nothing else, or nothing."""
    name = _NUMBERED.sub("", heading.text).strip(" .;-–")
    named = len(name) <= LONGEST_LABEL and ORGANISATION.match(plain(name)) and is_name(name, plural=False)
    return {"operator": name} if named else {}


def _best(grants: Sequence[tuple[int, SheetGrant]]) -> Iterator[SheetGrant]:
    if grants:
        yield max(grants, key=lambda grant: grant[0])[1]


def _rank(label: str, payer: str) -> int:
    """How surely a label names what is granted; 0 where it names other money."""
    if holds(label, ASKED | PREVIOUS | SCHEDULE) or is_of_other_funder(label, payer):
        return 0
    if holds(label, VOTED):
        return 3
    if holds(label, COST) or not holds(label, GRANTS | PROPOSED):
        return 0
    return 2 if holds(label, PROPOSED) else 1
