"""Rows of amounts that no table holds → leftovers: what was not seen to be a table must not be lost in silence.

Takes the pages and the tables found; gives a leftover for each printed line that looks like a row, with a name and an
amount that stands under others, or like the entry of a list; then those alone where nothing was read. It reads nothing
in them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.borderless.money_blocks import ALIGNED
from ingest.reader.borderless.money_texts import PrintedLine, Text, lines_of_money, money_hints, printed_lines
from ingest.reader.geometry.held_words import inside, outside
from ingest.reader.machine.packed_words import unpacked
from ingest.reader.money.money_words import holds
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import BETWEEN_CELLS, DOUBTFUL, Box, Leftover, LineRecord, Page, Source, Table, Word
from ingest.reader.scanning.scanned_pages import was_recognised
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.grants import LISTS_GRANTS
from ingest.reader.vocabulary.money import ASKED, COST, GRANTS, PREVIOUS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import FUNDERS
from ingest.reader.vocabulary.phrases import phrase

# Amounts one under the other: fewer may stand so in prose by chance.
FEWEST_ROWS: Final = 4
# The same where no name stands beside them: the last columns of a table too wide for its page.
FEWEST_ALONE: Final = 6
# Texts of a row beside whose amounts no name stands.
FEWEST_COLUMNS: Final = 3
# Entries of a list, in an act that grants one and of which no line was read.
FEWEST_ENTRIES: Final = 2
# What a row without cents nor currency holds at least: a name, and a figure that is no number of an article.
LETTERS_OF_A_NAME: Final = 4
FIGURES_OF_AN_AMOUNT: Final = 3
# Times the type size. White between a name and the amount of another column, more than any in a sentence.
FAR: Final = 4.0
SEVERAL_NOTE: Final = "plusieurs montants sur la ligne imprimée, dont aucun intitulé de colonne ne dit le sens"
COLUMNS_NOTE: Final = "lu dans une ligne imprimée en colonnes, dont aucun intitulé ne dit le sens"
ALONE_REASON: Final = "montants sans nom sur leur ligne, dans aucun tableau reconnu"
REASON: Final = "ligne d’aspect tabulaire, dans aucun tableau reconnu"
ENTRY_REASON: Final = "nom ou intitulé suivi d’un montant, dans une liste qui n’a pas été lue"
# « – Chorale de Lure : 500 € », « Judo club ........ 300 euros ; »: a name and an amount, and no words between.
_ENTRY: Final = re.compile(
    r"\W*(?P<name>[^\W\d].{3,90}?)(?:\s*[:=–—-]|\s*[.…·_]{3,})[\s.…·_]*(?P<amount>\d[\d\s.,]*\s?(?:€|euros?|eur))\W*",
    re.IGNORECASE,
)
_NOT_GRANTED: Final = ASKED | PROPOSED | COST
_ENDS_ENTRY: Final = re.compile(r"(?:€|euros?|eur)\W*$", re.IGNORECASE)


def find_unread_rows(
    pages: Iterable[Page], tables: Sequence[Table], *, nothing_read: bool = False
) -> tuple[Leftover, ...]:
    """The rows of all pages, in order, those that prose has read among them. `nothing_read`: of an act that grants no
    line was read, so that few entries are a list."""
    fewest = FEWEST_ENTRIES if nothing_read else FEWEST_ROWS
    return tuple(left for page in pages for left in _of_page(page, tables, fewest))


def without_read(rows: Iterable[Leftover], read: Iterable[Source]) -> tuple[Leftover, ...]:
    """The rows at the heights of which nothing was `read` outside tables: no line, no total, no leftover."""
    places: dict[int, list[Box]] = {}
    for source in read:
        if not source.table:
            places.setdefault(source.page, []).append(source.box)
    return tuple(
        row for row in rows if not any(box.is_level(row.source.box) for box in places.get(row.source.page, ()))
    )


def doubt_rows_in_prose(
    lines: Sequence[LineRecord], pages: Iterable[Page], tables: Sequence[Table]
) -> tuple[LineRecord, ...]:
    """The lines. One that was read in prose is in doubt where its printed row shows several amounts, or several texts
    before amounts that stand one under another, « Judo club Sport 900 € »: only names of columns would tell what each
    is."""
    prose = {line.source.page for line in lines if not line.source.table}
    notes = {page.number: _notes_of(page, tables) for page in pages if page.number in prose}
    return tuple(line if line.source.table else _doubted(line, notes.get(line.source.page, ())) for line in lines)


def _notes_of(page: Page, tables: Sequence[Table]) -> list[tuple[float, str]]:
    """The heights of the rows of a page that are to be doubted, each with the note that says why."""
    rows = _rows_of(page, tables)
    parted = [row for row in rows if _is_parted(row)]
    in_columns = any(_stands_under_others(row, rows) for row in parted)
    several = [(row.y / page.height, SEVERAL_NOTE) for row in rows if len(row.money) > 1]
    several += [(row.y / page.height, COLUMNS_NOTE) for row in rows if _is_funder_apart(row)]
    return several + [(row.y / page.height, COLUMNS_NOTE) for row in parted if in_columns]


def _is_parted(row: PrintedLine) -> bool:
    """Whether a row prints more than a name beside its amounts, dots aside."""
    return sum(any(map(str.isalnum, text.string)) for text in row.texts) > len(row.money) + 1


def _is_funder_apart(row: PrintedLine) -> bool:
    """« Région            16 469,00 € »: whether a row is the bare name of who pays and, far from it, one amount."""
    if len(row.texts) != 2 or not row.texts[1].money or row.texts[1].x0 - row.texts[0].x1 < FAR * row.size:
        return False
    return phrase(row.texts[0].string.split("(")[0]) in FUNDERS


def _doubted(line: LineRecord, notes: Sequence[tuple[float, str]]) -> LineRecord:
    box = line.source.box
    return line.doubted(DOUBTFUL, *[note for y, note in notes if box.y0 <= y <= box.y1][:1])


def grants_in_list(text: str) -> bool:
    """Whether a paragraph says that the act grants what a list or a table gives: « d'attribuer les subventions … »."""
    return LISTS_GRANTS.search(plain(text)) is not None


def _of_page(page: Page, tables: Sequence[Table], fewest_entries: int) -> list[Leftover]:
    beside = _boxes_on(page, tables)
    lines = _lines_of(page, tables, 1 if beside else min(FEWEST_ROWS, fewest_entries))
    rows = [line for line in lines if _is_row(line)]
    # A row left out of a table stands under the amounts of its other rows.
    others = [*rows, *_rows_in(beside, page)] if beside and rows else rows
    found = [row for row in rows if _stands_under_others(row, others) and not _is_other_money(row)]
    found += _bare_among(found, page, tables)
    entries = _unread_entries(lines, fewest_entries)
    if not found and was_recognised(page):
        # Its rules may not have been found: figures without cents or currency then stand in no column.
        rows = [line for line in printed_lines(outside_tables(page, tables)) if ends_with_figure(line)]
        found = [row for row in rows if _stands_under_others(row, rows)]
    alone = [] if rows else [line for line in lines if line.money and len(line.money) == len(line.texts)]
    alone = [row for row in alone if len(alone) >= FEWEST_ALONE and _stands_under_others(row, alone)]
    left = [left_over(page, row) for row in sorted(found, key=lambda row: row.y)]
    left += [left_over(page, row, ALONE_REASON) for row in alone]
    return [*left, *(left_over(page, entry, ENTRY_REASON) for entry in entries)]


def _bare_among(found: Sequence[PrintedLine], page: Page, tables: Sequence[Table]) -> list[PrintedLine]:
    """The rows between the first and the last of those found, and under them, whose figures stand under theirs:
    « ADMR | 250 » between « Chorale | 1 500 » and « Judo club | 2 000 », an amount between two lines of a name."""
    if len(found) < FEWEST_ROWS:
        return []
    heights = {row.y for row in found}
    lines = [line for line in printed_lines(outside_tables(page, tables)) if line.y not in heights]
    rows = [line for line in lines if len(line.texts) == len(line.money) or (line.texts[1:] and ends_with_figure(line))]
    return [row for row in rows if row.y > min(heights) and _stands_under_others(row, found)]


def _rows_of(page: Page, tables: Sequence[Table]) -> list[PrintedLine]:
    return [line for line in _lines_of(page, tables, 1) if _is_row(line)]


def _lines_of(page: Page, tables: Sequence[Table], fewest: int) -> list[PrintedLine]:
    """The printed lines of a page outside its tables that may print an amount, none where it hints at fewer."""
    words = outside_tables(page, tables)
    return lines_of_money(words) if money_hints(words) >= fewest else []


def _unread_entries(lines: Iterable[PrintedLine], fewest: int) -> Iterator[PrintedLine]:
    """The texts that are entries of a list, as lines of their own: they begin where others do. What is said again under
    each of several names, « Coût : 900 € », is the label of a sum, and so is what says of itself that it is asked;
    where nothing was read, that is left over too."""
    found = [(line, text, name) for line in lines for text in line.texts if (name := _name_of_entry(text))]
    told = Counter(name for _, _, name in found)
    every = fewest == FEWEST_ENTRIES
    names = [(line, text) for line, text, name in found if every or (told[name] == 1 and not _is_label(name))]
    for line, text in names:
        if sum(abs(other.x0 - text.x0) <= ALIGNED for _, other in names) >= fewest:
            yield line._replace(texts=(text,))


def _is_label(name: str) -> bool:
    """Whether a name ends as the label of a sum that is not granted: « Judo club. Subvention proposée »."""
    return holds(phrase(name.split()[-1]), _NOT_GRANTED)


def _is_other_money(row: PrintedLine) -> bool:
    """« Budget de l'action :      9 000 € »: whether a row of a sheet says that it is asked, a cost, or of the past."""
    label = phrase(row.texts[0].string)
    labelled = len(row.texts) == 2 and row.texts[0].string.endswith(":")
    return labelled and holds(label, ASKED | COST | PREVIOUS) and not holds(label, PROPOSED | VOTED | GRANTS)


def _name_of_entry(text: Text) -> str:
    """The name that an entry states an amount of, empty for any other text."""
    if text.money or not _ENDS_ENTRY.search(text.words[-1].text):
        return ""
    match = _ENTRY.fullmatch(text.string)
    return match["name"] if match and parse_amount(match["amount"]) is not None else ""


def outside_tables(page: Page, tables: Sequence[Table]) -> Sequence[Word]:
    """The words of a page that stand in none of these tables."""
    return outside(_boxes_on(page, tables), unpacked(page).words)


def _boxes_on(page: Page, tables: Sequence[Table]) -> list[Box]:
    return [page.in_points(table.boxes[page.number]) for table in tables if page.number in table.boxes]


def _rows_in(boxes: Sequence[Box], page: Page) -> list[PrintedLine]:
    """The printed lines with an amount in these boxes."""
    lines = (line for box in boxes for line in lines_of_money(inside(box, unpacked(page).words)))
    return [line for line in lines if line.money]


def _is_row(line: PrintedLine) -> bool:
    """Whether a line prints a name and, apart from it, an amount; or an amount and other columns, where names stand
    over several lines."""
    named = any(text.named for text in line.texts)
    return bool(line.money) and (named or len(line.texts) >= FEWEST_COLUMNS)


def _stands_under_others(row: PrintedLine, rows: Sequence[PrintedLine]) -> bool:
    """Whether the last amount of a row begins, ends, or is centred where those of enough other rows are."""
    amount, others = _amount(row), [_amount(other) for other in rows]
    starts = sum(abs(other.x0 - amount.x0) <= ALIGNED for other in others)
    ends = sum(abs(other.x1 - amount.x1) <= ALIGNED for other in others)
    middles = sum(abs(other.x0 + other.x1 - amount.x0 - amount.x1) <= 2 * ALIGNED for other in others)
    return max(starts, ends, middles) >= FEWEST_ROWS


def _amount(row: PrintedLine) -> Text:
    return row.money[-1] if row.money else row.texts[-1]


def ends_with_figure(line: PrintedLine) -> bool:
    """Whether a line prints a name and ends with a figure apart from it, as large as amounts are."""
    *before, last = (text.string for text in line.texts)
    named = any(sum(map(str.isalpha, text)) >= LETTERS_OF_A_NAME for text in before)
    return named and sum(map(str.isdigit, last)) >= FIGURES_OF_AN_AMOUNT and parse_amount(last) is not None


def left_over(page: Page, row: PrintedLine, reason: str = REASON) -> Leftover:
    """What is left over of a printed row, its texts parted by bars."""
    x0, x1 = row.texts[0].x0, max(text.x1 for text in row.texts)
    box = page.in_fractions(Box(x0, row.top, x1, row.bottom))
    return Leftover(BETWEEN_CELLS.join(text.string for text in row.texts), reason, Source(page.number, 0, 0, box))
