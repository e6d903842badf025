"""A sum that a decision grants → its line, one for each year; or the total that it states of lines read elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.act.flow.bare_entries import as_printed
from ingest.reader.paragraphs.plain_text import Sentence, plain
from ingest.reader.records import SURE, UNSURE, LineRecord, TotalRecord
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.sentences.clauses.sentence_years import counts_years, parts_by_year, year_of, years_of
from ingest.reader.sentences.clauses.stated_sums import Stated, total_of
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sentences.receivers.placed_sums import GrantedSum
from ingest.reader.sums.counted_money import Numbers
from ingest.reader.sums.rounding import agrees
from ingest.reader.values.amounts_in_text import is_contradicted, words_before

TABLE = "decision"
TORN_NOTE = "le bénéficiaire semble être un morceau de tableau\u202f: à vérifier"
SAID_OTHERWISE = "le montant en lettres et le montant en chiffres diffèrent\u202f: à vérifier"
COUNTED_YEAR_NOTE = "somme d’une année comptée («\u202fla deuxième année\u202f»)\u202f: année à vérifier"
_FILE_NUMBER = re.compile(r"\b[A-Z]{0,3}(?:19|20)\d\d[-/]\d{2,}\b")


def total_granted(one: GrantedSum, act: Act, lines: Numbers) -> TotalRecord:
    """The total that a decision states of these lines, or of lines that the check is to find."""
    lowered = plain(one.text)
    sentence = Sentence(one.text, 0, len(one.text))
    stated = Stated(one.found, sentence, words_before(lowered, one.found, one.low))
    headings = (one.clause.opening.strip(" :"),) if one.clause.opening else ()
    return total_of(stated, one.clause.paragraph, headings, where="decision", year=act.year, lines=lines)


def total_of_lines(one: GrantedSum, act: Act, lines: Sequence[LineRecord]) -> TotalRecord:
    """The total of lines of the same act; of their year, of none where it is only reached with those of several."""
    total = total_granted(one, act, tuple(dict.fromkeys(line.line for line in lines)))
    if not agrees(one.found.amount, sum((line.amount for line in lines), Decimal(0))):
        return total
    years = {line.year for line in lines}
    return replace(total, year=years.pop() if len(years) == 1 else None)


def lines_granted(one: GrantedSum, receives: Beneficiary, act: Act, number: int) -> list[LineRecord]:
    """The line of a sum, one for each year of a sum that is given year after year, or in parts that add up to it."""
    parts = parts_by_year(one.text, one.found)
    if parts:
        return [replace(_line(replace(one, found=part), receives, act, number), year=year) for part, year in parts]
    years = years_of(one.text, one.found.start, one.found.end)
    line = _line(one, receives, act, number)
    return [replace(line, year=year) for year in years] or [line]


def _line(one: GrantedSum, receives: Beneficiary, act: Act, number: int) -> LineRecord:
    found = one.found
    torn = TORN_NOTE if _is_torn(receives.name) else ""
    otherwise = SAID_OTHERWISE if is_contradicted(one.text, found) else ""
    counted = COUNTED_YEAR_NOTE if counts_years(one.text, found.end) else ""
    doubts = tuple(dict.fromkeys(filter(None, (receives.doubt or torn, otherwise, counted))))
    return LineRecord(
        line=number,
        table=TABLE,
        operator=receives.name,
        year=year_of(one.text, found.start, found.end, act.year) or act.year,
        amount=found.amount.value,
        amount_text=as_printed(found.amount.text, one.clause.paragraph.text),
        source=one.clause.paragraph.source,
        department=act.department,
        action=receives.action or receives.purpose,
        detail=receives.purpose if receives.action else "",
        certainty=UNSURE if doubts else SURE,
        notes=doubts,
    )


def _is_torn(name: str) -> bool:
    """Whether a name is a piece of a table: a quote or bracket is left open, or the number of a file stands inside."""
    return name.count("«") != name.count("»") or name.count("(") != name.count(")") or bool(_FILE_NUMBER.search(name))
