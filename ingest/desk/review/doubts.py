"""What a person should look at in the lines of an act, and why, until a person has: the doubtful rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Q, QuerySet

from grants.models import Check, Deliberation, GrantLine, LineEdit
from grants.models.lines import SURE
from ingest.desk.review.cells import NUMBERS, cell_name
from ingest.desk.review.confirmations import confirmed_among, edits_in_force
from ingest.desk.review.near_towns import near_towns
from ingest.reader.doubts.proposals import parse_proposal
from ingest.store.private.masks import MASKED_PERSON

_NO_OPERATOR = "Aucun opérateur n’a été trouvé dans cette ligne."
# Or staff would type from the image the very name that is kept from the public.
_MASKED = (
    "Le nom imprimé semble celui d’une personne\u202f: il est masqué, ne le récrivez pas ici. "
    "«\u202fDonnées personnelles\u202f» permet d’en décider."
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at. `text`: a French sentence. `field`: the cell concerned, of the reader's line record, empty
    for the whole row; `choice` another reading of that cell, as it is to be typed, empty where there is none;
    `choice_told` the same, cut to what differs."""

    line: GrantLine
    text: str
    field: str = ""
    choice: str = ""
    choice_told: str = ""

    @property
    def cell(self) -> str:
        """The name of the input of the cell concerned."""
        return cell_name(self.line, self.field)


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A printed row with its years, and what is doubtful in it. `is_summed`: its amounts enter a total equal to the
    cent."""

    lines: list[GrantLine]
    doubts: list[Doubt]
    is_summed: bool

    @property
    def first(self) -> GrantLine:
        return self.lines[0]

    @property
    def fields(self) -> set[str]:
        return {doubt.field for doubt in self.doubts}

    @property
    def is_only_unsure(self) -> bool:
        """Whether nothing is said against the row: the reader merely hesitated."""
        return self.fields == {""}


def doubtful_rows(deliberation: Deliberation) -> list[DoubtfulRow]:
    """The printed rows that nobody has looked at: those that have another reading first, then what was not found, then
    the least sure, those whose amount a total bears out last."""
    lines = list(doubtful_lines(deliberation))
    edits = edits_in_force(deliberation)
    confirmed = confirmed_among(lines, edits)
    mended: dict[int, set[str]] = {}
    for edit in edits:
        if edit.kind == LineEdit.Kind.CORRECTED:
            mended.setdefault(edit.line_pk, set()).add(edit.field)
    summed = _summed(deliberation)
    unknown = (line.commune_text for line in lines if line.commune_text and line.commune_id is None)
    towns = near_towns(unknown, deliberation.department)
    rows = []
    for number, group in groupby(lines, key=lambda line: line.line):
        years = list(group)
        asked = [line for line in years if line.pk not in confirmed]
        doubts = list(_once(doubt for line in asked for doubt in doubts_of(line, mended.get(line.pk, set()), towns)))
        if doubts:
            rows.append(DoubtfulRow(years, doubts, number in summed))
    return sorted(rows, key=_urgency)


def doubtful_lines(deliberation: Deliberation) -> QuerySet[GrantLine]:
    """Lines that the reader was not sure of, says something about, or whose operator or town it did not find."""
    unsure = Q(certainty__lt=SURE) | ~Q(notes="")
    unknown = Q(operator=None) | (Q(commune=None) & ~Q(commune_text=""))
    lines = deliberation.lines.filter(unsure | unknown).select_related("commune", "operator")
    return lines.order_by("line", F("year").asc(nulls_last=True))


def doubts_of(line: GrantLine, mended: set[str], towns: Mapping[str, str] | None) -> list[Doubt]:
    """What is doubtful in one line: `mended` are the fields that a person has corrected in it, `towns` the towns that
    printed seats probably are, None where the towns of the département are not known."""
    noted = [_of_note(line, note) for note in line.notes.splitlines() if note.strip()]
    doubts = [doubt for doubt in noted if doubt.field not in mended]
    if line.operator_id is None and "operator" not in {doubt.field for doubt in noted} | mended:
        doubts.append(Doubt(line, _MASKED if line.operator_text == MASKED_PERSON else _NO_OPERATOR, "operator"))
    if towns is not None and line.commune_text and line.commune_id is None and "commune" not in mended:
        town = towns.get(line.commune_text, "")
        sentence = f"«\u202f{line.commune_text}\u202f» n’est pas dans la liste des communes de ce site."
        if town:
            sentence += f" Peut-être «\u202f{town}\u202f»."
        doubts.append(Doubt(line, sentence, "commune", town, town))
    if mended:
        return [doubt for doubt in doubts if doubt.field]
    if not doubts and not line.is_sure:
        doubts.append(Doubt(line, "L’impression est peu nette\u202f: comparez chaque mot et chaque chiffre."))
    return doubts


def _of_note(line: GrantLine, note: str) -> Doubt:
    found = parse_proposal(note)
    if found is None:
        field = "operator" if line.operator_id is None and "bénéficiaire" in note else ""
        return Doubt(line, f"{note[:1].upper()}{note[1:]}.", field)
    read, proposed = found.read, found.value
    if found.field not in NUMBERS:
        read, proposed = where_they_differ(read, proposed)
    sentence = f"Lu «\u202f{read}\u202f». Peut-être «\u202f{proposed}\u202f»\u202f: {found.why}."
    return Doubt(line, sentence, found.field, found.value, proposed)


def where_they_differ(read: str, proposed: str) -> tuple[str, str]:
    """Two readings of a text cut to the words in which they differ, « … » for what they share at either end."""
    first, second = read.split(), proposed.split()
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    told = [" ".join(words[start : len(words) - end]) for words in (first, second)]
    before, after = "… " if start else "", " …" if end else ""
    if not all(told):
        return read, proposed
    one, other = (f"{before}{middle}{after}" for middle in told)
    return one, other


def _once(doubts: Iterable[Doubt]) -> Iterable[Doubt]:
    """The same thing said of two years of a row is said once; amounts are of one year each."""
    seen = set()
    for doubt in doubts:
        key = (doubt.text, doubt.line.pk if doubt.field in ("amount", "places") else None)
        if key not in seen:
            seen.add(key)
            yield doubt


def _summed(deliberation: Deliberation) -> set[int]:
    """Numbers of the printed rows that an exact total adds up: « 7 M€ » bears out no amount of 39 387 €."""
    totals = deliberation.stated_totals.filter(check_result__status=Check.Status.EQUAL)
    return {number for numbers in totals.values_list("line_numbers", flat=True) for number in numbers}


def _urgency(row: DoubtfulRow) -> tuple:
    proposed = any(doubt.choice for doubt in row.doubts)
    rank = 0 if proposed else 1 if not row.is_only_unsure else 3 if row.is_summed else 2
    return rank, min(line.certainty for line in row.lines), row.first.line
