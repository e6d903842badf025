"""The words of a page that a box does not hold. Points."""

from collections.abc import Iterable, Sequence

from ingest.reader.records import Box, Word


def outside(boxes: Iterable[Box], words: Sequence[Word]) -> Sequence[Word]:
    """The words whose middle is in none of the boxes of tables: the others belong to a table."""
    for box in boxes:
        x0, y0, x1, y1 = 2 * box.x0, 2 * box.y0, 2 * box.x1, 2 * box.y1
        words = [
            word for word in words if not (y0 <= (own := word.box)[1] + own[3] <= y1 and x0 <= own[0] + own[2] <= x1)
        ]
    return words
