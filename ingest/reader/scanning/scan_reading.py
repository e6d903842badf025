"""Scanned pages → pages with words and rules, several at once.

Each image is made upright, its rules are found and erased, its letters recognised. Words that the file brings and that
are good are kept: set text over the image (a stamp), or a hidden layer that reads as a language does.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from math import cos, radians, sin
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Final, NamedTuple

import cv2

from ingest.reader.engines.drawn_pages import Draw, page_drawer
from ingest.reader.engines.notes import INVISIBLE_TEXT, NO_TEXT
from ingest.reader.geometry.page_turns import turned_page
from ingest.reader.images.coloured_ink import in_grey
from ingest.reader.images.dot_leaders import find_leaders, with_leaders
from ingest.reader.images.photographs import flattened
from ingest.reader.images.scan_images import Sheet, prepare, turned_image, turned_over
from ingest.reader.images.scan_rules import find_rules
from ingest.reader.images.stray_ink import stray_ink
from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.letters.recognition import Recogniser
from ingest.reader.machine.memory import give_back, share_blocks
from ingest.reader.private.signatures import calls_for_signature
from ingest.reader.records import Box, Page, Rule, Word
from ingest.reader.scanning.layer_trust import believed
from ingest.reader.scanning.picture_reading import with_pictures_read
from ingest.reader.scanning.scan_threads import threads_for
from ingest.reader.scanning.scan_turns import ENOUGH_LETTERS, TURNED_OVER, quarters_to_turn, read_any_way_up
from ingest.reader.scanning.scanned_pages import BADLY, BLANK, NAMED_BY_EYE, RECOGNISED, RULES_ONLY, is_scanned
from ingest.reader.scanning.text_layers import good_words, has_layer, is_unreadable

# Pages under way for each thread: enough that none waits for a slow page to come out in its turn.
UNDER_WAY: Final = 3
# 0–1, mean over the letters. Even poor scans reach 0.85; a page under this has to be compared with its image.
DOUBTFUL: Final = 0.75


class _Look(NamedTuple):
    """The rules of an image turned anticlockwise by so many quarters, and the image without them."""

    quarters: int
    rules: tuple[Rule, ...]
    sheet: Sheet


def read_scans(path: Path, pages: Sequence[Page], data: str) -> Iterator[Page]:
    """These pages of the file at `path` with what their images show, in order. `data`: folder of Tesseract's data."""
    cv2.setNumThreads(1)  # the pages themselves are read side by side
    share_blocks()
    threads = threads_for(len(pages))
    idle: SimpleQueue[Recogniser] = SimpleQueue()
    preparing = Lock()
    with ExitStack() as stack:
        draw = stack.enter_context(page_drawer(path, in_grey=in_grey))
        for _ in range(threads):
            idle.put(stack.enter_context(closing(Recogniser(data))))
        pool = stack.enter_context(ThreadPoolExecutor(threads))
        under_way: deque[Future[Page]] = deque()
        for page in pages:
            under_way.append(pool.submit(_read, page, draw, preparing, idle))
            if len(under_way) >= UNDER_WAY * threads:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _read(page: Page, draw: Draw, preparing: Lock, idle: "SimpleQueue[Recogniser]") -> Page:
    recogniser = idle.get()

    def look(quarters: int | None) -> _Look:
        # One at a time, and only now: images on their way to be clean are what a scan costs in memory, and a tenth of
        # its time.
        with preparing:
            image = flattened(draw(page.number))
            quarters = quarters_to_turn(image, recogniser) if quarters is None else quarters
            return _Look(quarters, *find_rules(prepare(turned_image(image, quarters))))

    try:
        return _with_words(page, look, recogniser)
    finally:
        idle.put(recogniser)
        give_back()


def _with_words(page: Page, look: Callable[[int | None], _Look], recogniser: Recogniser) -> Page:
    """The page with the rules of its image, and the words recognised in it beside those of the file that are good.

    `look`: what the image shows turned anticlockwise by so many quarters, or, for None, as its lines seem to run.
    """
    # Words of the file tell as well how a page stands.
    first, rules, sheet = look(None if is_scanned(page) and not has_layer(page) else 0)
    if not is_scanned(page) and not is_unreadable(page):
        return with_pictures_read(page, rules, sheet, recogniser)
    drawn = not is_scanned(page)
    # Letters turned into drawings have stems and bars that are no rules; those of the page are in its image too.
    good = turned_page(replace(page, words=good_words(page), rules=page.rules if drawn else ()), first)
    seen = _upright(good, rules, sheet)
    if has_layer(page) and seen.words and not drawn:
        layer = believed(seen.words, sheet, recogniser)
        if layer.words:
            return replace(seen, words=layer.words, notes=(*page.notes, RULES_ONLY, *layer.notes))
        good, seen = replace(good, words=()), replace(seen, words=())

    def turned(quarters: int) -> tuple[Page, Sheet]:
        if quarters == TURNED_OVER:
            return turned_page(upright, quarters), turned_over(clean)
        _, found, other = look((first + quarters) % 4)
        return _upright(turned_page(good, quarters), found, other), other

    upright, clean = seen, sheet
    leaders, sheet = find_leaders(clean)
    seen, words = read_any_way_up(seen, sheet, recogniser, turned)
    new = tuple(word for word in words if not _is_kept(word, seen.words))
    if seen.turned == first:
        new = with_leaders(new, leaders)
    if seen.turned == first and calls_for_signature(words):
        seen = replace(seen, pictures=stray_ink(sheet, words, rules))
    notes = tuple(note for note in page.notes if note not in (NO_TEXT, INVISIBLE_TEXT))
    said = (NAMED_BY_EYE if drawn else RECOGNISED) if new else BLANK
    doubted = (BADLY.format(number=page.number),) if _is_doubtful(new) else ()
    return replace(seen, words=(*seen.words, *new), notes=(*notes, said, *doubted))


def _is_doubtful(words: Sequence[Word]) -> bool:
    return sum(len(word.text) for word in words) >= ENOUGH_LETTERS and mean_certainty(words) < DOUBTFUL


def _upright(page: Page, rules: tuple[Rule, ...], sheet: Sheet) -> Page:
    """The page with the rules of its image, its words where they stand once it no longer leans."""
    words = tuple(_turned(word, sheet.angle, page) for word in page.words)
    return replace(page, words=words, rules=(*page.rules, *rules))


def _turned(word: Word, angle: float, page: Page) -> Word:
    """A word of the file where it stands once the page is upright."""
    across, down = page.width / 2, page.height / 2
    x, y = (word.box.x0 + word.box.x1) / 2 - across, (word.box.y0 + word.box.y1) / 2 - down
    turn = -radians(angle)
    moved_x, moved_y = x * cos(turn) - y * sin(turn) - x, x * sin(turn) + y * cos(turn) - y
    x0, y0, x1, y1 = word.box
    return word._replace(box=Box(x0 + moved_x, y0 + moved_y, x1 + moved_x, y1 + moved_y))


def _is_kept(word: Word, kept: Sequence[Word]) -> bool:
    """Whether a recognised word stands where a word of the file does, or over a part of the same one: the same ink,
    read twice."""
    across, down = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
    return any(
        one.box.y0 <= down <= one.box.y1
        and (
            one.box.x0 <= across <= one.box.x1
            or (one.text == word.text and one.box.x0 < word.box.x1 and word.box.x0 < one.box.x1)
        )
        for one in kept
    )
