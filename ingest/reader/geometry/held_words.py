"""The words of a page that a box holds, or that none of several does. Points."""

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


def inside(box: Box, words: Iterable[Word]) -> list[Word]:
    """The words whose middle is in a box."""
    x0, y0, x1, y1 = 2 * box.x0, 2 * box.y0, 2 * box.x1, 2 * box.y1
    return [word for word in words if y0 <= word.box[1] + word.box[3] <= y1 and x0 <= word.box[0] + word.box[2] <= x1]
