"""Text pages laid sideways, as landscape tables bound into a portrait file are → the same pages turned to be read.

Judged by the words alone; pages that are images are the business of `scanning`.
"""

from typing import Final

from ingest.reader.geometry.page_turns import turned_page
from ingest.reader.records import Page

# Words that must be printed, and the share of them that runs the same way.
FEWEST_WORDS: Final = 20
SAME_WAY: Final = 0.8
# Share of the page that is images, from which its letters may be those of a recognised scan.
MOST_PICTURED: Final = 0.5


def set_upright(page: Page) -> Page:
    """The page turned so that nearly all of its words are upright; the same object where they are, or where they run
    several ways. `Page.turned` tells the turn."""
    words = page.words
    angle = words[len(words) // 2].angle if words else 0
    if not angle or angle % 90 or page.pictured >= MOST_PICTURED:
        return page
    same = sum(word.angle == angle for word in words)
    # The header that ends a page prints few words, all of them among rules; those of a stamp are few too.
    enough = same >= SAME_WAY * len(words) if len(words) >= FEWEST_WORDS else same == len(words) and page.rules
    return turned_page(page, angle // 90) if enough else page
