"""Names of columns of two levels that no rule parts → the heights between them, each with the columns that it parts.

« Aide départementale » over « Montant demandé » and « Proposition »: a text over several columns, with a text of each
of several of them under it. Takes the words between levels and the sides of columns; rows of figures end the search.
Points.
"""

from collections.abc import Sequence
from typing import Final

from ingest.reader.borderless.corridors import texts_of
from ingest.reader.geometry.alignment import columns_over
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.levels.stack import holds_figure
from ingest.reader.records import Word

# Times the type size. Words this near are parted by a plain space.
ONE_SPACE: Final = 0.4


def find_name_levels(rows: Sequence[Sequence[Word]], sides: Sequence[float]) -> dict[float, range]:
    """Each height at which a level of names ends, with the columns, from 0, that its text stands over."""
    found: dict[float, range] = {}
    for words in rows:
        if any(map(holds_figure, words)):
            break
        lines = lines_of_words(words)
        for place, line in enumerate(lines[:-1]):
            below = lines[place + 1 :]
            for columns in _columns_of(line, sides):
                under = [other for other in below if any(_is_part(one, columns) for one in _columns_of(other, sides))]
                parts = [one for other in under for one in _columns_of(other, sides) if _is_part(one, columns)]
                if len(columns) > 1 and columns not in parts and len(set(parts)) > 1:
                    foot = max(word.box[3] for word in line)
                    found[(foot + min(word.box[1] for word in under[0])) / 2] = columns
    return found


def _columns_of(line: Sequence[Word], sides: Sequence[float]) -> list[range]:
    """The columns over which each text of a line stands."""
    return [columns_over(start, end, line[0].size, sides) for start, end in texts_of(line, ONE_SPACE)]


def _is_part(one: range, columns: range) -> bool:
    return columns.start <= one.start and one.stop <= columns.stop
