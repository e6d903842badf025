"""Pictures of a page of set text that no word stands on, and that may print a table or a text of their own.

Takes a `Page`; gives boxes in points. It looks at words only, never at images, so that other pages cost nothing.
"""

from collections.abc import Iterator
from typing import Final

from ingest.reader.records import Box, Page, Word

# Points. Words are looked for in bands of a picture this high.
BAND: Final = 18.0
# Share of the page. Pictures with less of them bare are logos, signatures and seals.
BARE: Final = 0.08
# Share of the page from which letters turned into drawings may stand anywhere on it.
DRAWN: Final = 0.99


def bare_pictures(page: Page) -> tuple[Box, ...]:
    """The pictures of the page where enough of them is bare of words, none where not."""
    pictures = pictures_of(page)
    least = BARE * page.width * page.height
    if sum(_area(picture) for picture in pictures) < least:
        return ()
    words = tuple(page.words)
    bare = sum(_area(band) for picture in pictures for band in _bands(picture) if not _holds_a_word(band, words))
    return pictures if bare >= least else ()


def pictures_of(page: Page) -> tuple[Box, ...]:
    """The boxes of the pictures of the page; all of it where its letters may be drawings."""
    return page.pictures or ((Box(0, 0, page.width, page.height),) if page.pictured >= DRAWN else ())


def _bands(picture: Box) -> Iterator[Box]:
    count = max(1, round((picture.y1 - picture.y0) / BAND))
    step = (picture.y1 - picture.y0) / count
    for index in range(count):
        top = picture.y0 + index * step
        yield Box(picture.x0, top, picture.x1, top + step)


def _holds_a_word(band: Box, words: tuple[Word, ...]) -> bool:
    return any(band.holds(word.box) for word in words)


def _area(box: Box) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.y1 - box.y0)
