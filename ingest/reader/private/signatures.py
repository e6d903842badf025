"""Handwritten signatures: pictures, or ink that is no letter, beside the words under which acts are signed.

What enters: a page as text and its pictures. What leaves: the pictures that look like signatures. « Signé » printed
without any ink is none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.private.printed_places import PageText, source_of
from ingest.reader.records import Box, PersonalRecord, Word
from portal.french import fold

# Points. A signature or a paraph, with its stamp: from 1 × 0.5 cm to 11 × 7 cm.
NARROWEST, WIDEST = 28.0, 312.0
LOWEST, HIGHEST = 14.0, 200.0
# Points. How far a signature stands from the words that call for it: over, under, beside.
ABOVE, BELOW, BESIDE = 60.0, 130.0, 120.0
# Words of a line under which an act is signed, « Pour le Département du Nord, le Président du Conseil départemental ».
LONGEST_LINE: Final = 12
# Share of the type size that parts two columns of signatories.
COLUMN_GAP: Final = 2.0
# Share of the page. Letterheads stand above, marks of the printer below.
HEAD, FOOT = 0.12, 0.94
# Pages that print the same picture at the same place: a logo.
LOGO_PAGES: Final = 3

SIGNED: Final = {
    *("signe", "signee", "signes", "signature", "signatures", "signataire", "signataires", "cachet", "approuve"),
    *("president", "presidente", "vice president", "prefet", "prefete", "maire", "directeur", "directrice"),
    *("representant", "representante", "tresorier", "tresoriere", "secretaire", "delegation"),
}
BESIDE_WORDS: Final = "image ou encre à la place d’une signature"
AT_THE_END: Final = "image à la fin de l’acte"


def calls_for_signature(words: Iterable[Word]) -> bool:
    """Whether a page prints a line under which acts are signed."""
    return bool(_signing_lines(tuple(words)))


def _signing_lines(words: Sequence[Word]) -> list[Word]:
    """The words of `SIGNED` that stand in a short line of their own: « Le Président », never in a sentence."""
    return [word for word in words if fold(word.text) in SIGNED and len(_beside(word, words)) <= LONGEST_LINE]


def _beside(word: Word, words: Sequence[Word]) -> list[Word]:
    """The words of the same line, as far as they follow one another."""
    level = sorted((one for one in words if one.box.is_level(word.box)), key=lambda one: one.box.x0)
    run: list[Word] = []
    for one in level:
        if run and one.box.x0 - run[-1].box.x1 > COLUMN_GAP * word.size:
            if word in run:
                break
            run = []
        run.append(one)
    return run


def find_signatures(pages: Sequence[PageText]) -> Iterator[PersonalRecord]:
    """One record for each picture that looks like a signature."""
    places = Counter(_place(box) for text in pages for box in text.page.pictures)
    for text in pages:
        likely = [box for box in text.page.pictures if places[_place(box)] < LOGO_PAGES and _looks_signed(box, text)]
        words = text.words if likely else ()
        lines = _signing_lines(words)
        for box in likely:
            at_the_end = text is pages[-1] and _ends_page(box, words, text.page.height)
            reason = BESIDE_WORDS if _is_called_for(box, lines) else AT_THE_END if at_the_end else ""
            if reason:
                yield PersonalRecord("signature", "", (source_of(text.page, box),), reason)


def _place(box: Box) -> tuple[int, ...]:
    return tuple(round(side) for side in box)


def _looks_signed(box: Box, text: PageText) -> bool:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    middle = (box.y0 + box.y1) / 2 / text.page.height
    return NARROWEST <= width <= WIDEST and LOWEST <= height <= HIGHEST and HEAD <= middle <= FOOT


def _is_called_for(box: Box, signing: Sequence[Word]) -> bool:
    return any(
        box.x0 - BESIDE <= (word.box.x0 + word.box.x1) / 2 <= box.x1 + BESIDE
        and word.box.y0 - ABOVE <= box.y1
        and box.y0 <= word.box.y1 + BELOW
        for word in signing
    )


def _ends_page(box: Box, words: Sequence[Word], height: float) -> bool:
    """Whether nothing but the number of the page stands under the picture, in the lower half."""
    below = [word for word in words if box.y1 <= word.box.y0 < FOOT * height]
    return box.y0 > height / 2 and not below
