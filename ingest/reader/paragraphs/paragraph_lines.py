"""Lines of one column → paragraphs: where each begins and ends, by punctuation, indent, width, white and style.

What enters: the lines of a block, top to bottom. What leaves: drafts of paragraphs, each a list of lines. Nothing is
read here beyond the first and last words of a line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ingest.reader.paragraphs.page_lines import Block, Line
from ingest.reader.paragraphs.typography import Typography
from ingest.reader.records import Page
from ingest.reader.vocabulary.patterns import MARK

# In pitches (distance from one line to the next, usual in the document): beyond, a blank is meant.
BLANK = 1.3
# In sizes of type: how far a first line stands in, or a line out, before a paragraph is seen to begin.
INDENT = 0.8
# In sizes of type: room left on a line for its last space and for the justification.
SLACK = 0.45
# Share of the width by which a line stands in on both sides where it is centred, and between the two insets.
CENTRED_INSET = 0.04
CENTRED_SKEW = 0.03
# Share of lines that do not open with a capital, from which the lines of a column are taken for broken sentences.
SENTENCE_SHARE = 0.15
# Share of the lines of a column in capitals that fill it where they are broken sentences.
FULL_SHARE = 0.25
# Lines from which what stands left of other text is a column of prose, and no head beside a stamp.
COLUMN_LINES = 8
# Points between the starts of two lines that start at one place.
SAME_START = 1.0

# What an engine gives for a bullet that its font does not name is a bullet too.
_BULLET = rf"(?:\(cid:\d+\)|{MARK}|[+>])"
# `M.` opens a name, not an item.
_MARKER = re.compile(
    rf"{_BULLET}(?=\s|\w)|[o.](?=\s)|(?:\d{{1,2}}|[a-zA-LN-Z]|[ivxIVX]{{1,4}})\s?[.)°](?=\s|$|\D)"
    r"|\d{1,2}\s?[-–/]\s?(?=\D)"
)
_LONE_BULLET = re.compile(rf"(?:{_BULLET}|o)")
_ARTICLE = re.compile(r"(?:article|art\.?)\s*(?:\d{1,3}|premier|unique|1er|[IVX]{1,4})\b", re.IGNORECASE)
# « 2031-04-06 : Subventions aux associations »: the number of an act before its title.
_NUMBERED = re.compile(r"(?:19|20)\d\d(?:[-/]\d{1,5}){1,2}\s*[:–—-]\s")
# « D'ATTRIBUER le prix », « AUTORISE Mme », « Accorde »: a decision, after one that is closed.
_CAPITAL_VERB = re.compile(
    r"(?:D[E'’] ?)?[A-ZÀ-Ý]{2,}(?:ER|IR|RE|E|ENT|IT)\b,? (?=[a-zà-ÿ«“]|M\.|Mme|Monsieur|Madame)"
    r"|DE [A-ZÀ-Ý]{2,}(?:ER|IR|RE)\b"
    r"|(?:Décide|Approuve|Adopte|Valide|Autorise|Attribue|Accorde|Alloue|Octroie|Vote|Verse|Fixe|Dit|Précise|Donne"
    r"|Charge|Impute|Confirme|Refuse|Rejette|Ajourne|Prend acte)(?:nt)?,? "
)
# « 400 € Amis de la Bibliothèque »: an entry, where the line before had room for its first word.
_AMOUNT_FIRST = re.compile(r"\d[\d \u00a0\u202f.]*(?:,\d\d)?\s?€\s+[A-ZÀ-Ý]")
# « les amis du livre ........ 250 € », « Chorale : 300 € »: an entry, as the line before it.
_CURRENCIES = ("€", "euro", "euros")
_ENTRY = re.compile(rf"\w\W*(?:[.…]{{3,}}|:)\s*\d[\d \u00a0\u202f.,]*\s?(?:{'|'.join(_CURRENCIES)})$")
# « Demandeur : Judo club », over « Commune : Bor »: each of its own, however full the line before it.
_LABEL = re.compile(r"[A-ZÀ-Ý][^:.,;\d]{2,40}? ?: ?(?=\S)")
# « est versée à la », « au titre de »: no text ends so, whatever the next line opens with.
_OPEN_END = re.compile(
    r"(?:^|\s)(?:à|au|aux|du|des|[Ll]es?|[Ll]a|et|ou|par|pour|sur|dans|avec|une?|(?:[dD]['’])?(?:à la|de|de la))$"
)
_CLOSED = re.compile(r"[.;:!?…]\s*[»”\")\]]*$")


@dataclass(slots=True)
class ParagraphDraft:
    """The lines of one paragraph so far. `margins`: left and right edge of its column, in the frame of its lines.

    `listed`: the lines of the column are entries, each of its own (a stamp, names), not sentences broken by its width.
    """

    lines: list[Line]
    centred: bool = False
    margins: tuple[float, float] = field(default=(0.0, 0.0))
    listed: bool = False


def block_drafts(page: Page, block: Block, typography: Typography, blocks: Sequence[Block]) -> list[ParagraphDraft]:
    """Part the lines of one column into paragraphs. `blocks`: all those of the page."""
    margins = _margins(page, block, blocks)
    # Over the width of a page, a line without room for the next word is evidence enough.
    narrow = margins[1] - margins[0] < page.width / 2
    listed = narrow and not _runs_on(block, margins)
    drafts: list[ParagraphDraft] = []
    for before, line, after in zip((None, *block), block, (*block[1:], None), strict=False):
        # Two centred lines start at one place only by chance; the lines of a paragraph all do.
        aligned = any(other and abs(other.frame.x0 - line.frame.x0) < SAME_START for other in (before, after))
        hanging = drafts and abs(_text_start(drafts[-1].lines[0]) - line.frame.x0) < SAME_START
        centred = not (aligned or hanging or starts_item(line)) and _is_centred(line, margins)
        if drafts and _goes_on(drafts[-1], line, typography, centred=centred):
            drafts[-1].lines.append(line)
        else:
            drafts.append(ParagraphDraft([line], centred, margins, listed))
    return drafts


def _runs_on(block: Block, margins: tuple[float, float]) -> bool:
    """Whether the lines of a column are sentences broken by its width: told by their first letters, or, where all is
    in capitals, by how many have no room for the next word."""
    if any(line.text != line.text.upper() for line in block):
        return sum(starts_low(line) for line in block) >= SENTENCE_SHARE * len(block)
    return sum(is_full(last, line, margins) for last, line in pairwise(block)) >= FULL_SHARE * len(block)


def _text_start(line: Line) -> float:
    """Where the text of a line starts, after its bullet or number."""
    if line.second_start is not None and starts_item(line):
        return line.second_start
    return line.frame.x0


def _margins(page: Page, block: Block, blocks: Sequence[Block]) -> tuple[float, float]:
    left = min(line.frame.x0 for line in block)
    right = max(line.frame.x1 for line in block)
    # A page of short lines only (signatures, a last page) does not show its right margin: mirror the left one.
    narrow = block[0].angle == 0 and right - left < page.width / 2 and left < page.width / 4
    column = len(block) >= COLUMN_LINES and any(_stands_right_of(other, block, right) for other in blocks)
    if narrow and not column:
        right = max(right, page.width - left)
    return left, right


def _stands_right_of(other: Block, block: Block, right: float) -> bool:
    """Whether another column stands beside the block, past its right side."""
    level = other[0].frame.y0 < block[-1].frame.y1 and block[0].frame.y0 < other[-1].frame.y1
    return other is not block and level and all(line.frame.x0 >= right for line in other)


def _is_centred(line: Line, margins: tuple[float, float]) -> bool:
    width = margins[1] - margins[0]
    before, after = line.frame.x0 - margins[0], margins[1] - line.frame.x1
    return min(before, after) > CENTRED_INSET * width and abs(before - after) < CENTRED_SKEW * 2 * width


def _goes_on(draft: ParagraphDraft, line: Line, typography: Typography, *, centred: bool) -> bool:
    """Whether `line` is the next line of the paragraph `draft`."""
    last = draft.lines[-1]
    if _LONE_BULLET.fullmatch(last.text) and len(draft.lines) == 1:
        return True
    reach = BLANK * typography.pitch_of(line.page) * max(last.size, line.size)
    if line.frame.y0 - last.frame.y0 > reach or _opens_item(draft, line):
        return False
    if abs(last.size - line.size) > typography.size_step:
        return False
    if centred or draft.centred:
        return last.bold == line.bold and _goes_on_centred(draft, line, centred=centred)
    if last.text.endswith("-") and starts_low(line):
        return True
    if last.bold != line.bold and _is_whole_style(last) and _is_whole_style(line):
        return not is_closed(last.text) and starts_low(line)
    opens = last.text.endswith((";", ".")) and _CAPITAL_VERB.match(line.text)
    entries = _is_entry(last.text) and _is_entry(line.text)
    labels = _LABEL.match(draft.lines[0].text) and _LABEL.match(line.text) and not _OPEN_END.search(last.text)
    if opens or entries or labels or _is_indented(draft, line):
        return False
    if is_full(last, line, draft.margins) and (not draft.listed or last.text.endswith(",")):
        return True
    if _AMOUNT_FIRST.match(line.text):
        return False
    return not is_closed(last.text) and (starts_low(line) or _OPEN_END.search(last.text) is not None)


def _is_entry(text: str) -> bool:
    # Few lines end in a currency: the others are not searched.
    return text.endswith(_CURRENCIES) and _ENTRY.search(text) is not None


def starts_item(line: Line) -> bool:
    """The line opens with a dash, a bullet, a number or `Article N`."""
    return _opens_with_mark(line.text)


@lru_cache(maxsize=1_000)  # asked of each line as one that goes on, and as one that another goes on
def _opens_with_mark(text: str) -> bool:
    return bool(_MARKER.match(text) or _ARTICLE.match(text))


def _goes_on_centred(draft: ParagraphDraft, line: Line, *, centred: bool) -> bool:
    last = draft.lines[-1]
    full = is_full(last, line, draft.margins)
    if centred and draft.centred:
        return full or starts_low(line)
    if draft.centred:
        # The second line of a centred title may fill the width too.
        return starts_low(line) and _OPEN_END.search(last.text) is not None
    # The first line of a centred title may fill the width, and so not look centred.
    return (
        centred
        and full
        and not is_closed(last.text)
        and not last.text.endswith(",")
        and (starts_low(line) or line.bold)
    )


def _opens_item(draft: ParagraphDraft, line: Line) -> bool:
    """`line` opens an item, and is not a sentence broken just before its dash or its initial."""
    last = draft.lines[-1]
    broken = not is_closed(last.text) and not last.text.endswith(",") and is_full(last, line, draft.margins)
    return starts_item(line) and not (broken and (not starts_item(draft.lines[0]) or _hangs(draft.lines[0], line)))


def _hangs(first: Line, line: Line) -> bool:
    """`line` starts under the text of an item, and not under its mark: a dash there parts two words of it."""
    start = _text_start(first)
    return abs(start - line.frame.x0) < SAME_START < start - first.frame.x0


def starts_low(line: Line) -> bool:
    """The line does not open with a capital letter: no sentence begins with it."""
    if _NUMBERED.match(line.text):
        return False
    first = line.text.lstrip("«“\"(' ")[:1]
    return first.islower() or not first.isalnum() or first.isdigit()


def is_closed(text: str) -> bool:
    """The text ends as a sentence or an item does."""
    return _CLOSED.search(text) is not None


def _is_whole_style(line: Line) -> bool:
    """All bold, or without a bold word: `OBJET :` in bold at the start of a line is no style of the line."""
    return line.bold or not line.partly_bold


def is_full(last: Line, line: Line, margins: tuple[float, float]) -> bool:
    """The first word of `line` had no room at the end of `last`: the line was broken by its width."""
    return last.frame.x1 + line.opening + SLACK * last.size > margins[1]


def _is_indented(draft: ParagraphDraft, line: Line) -> bool:
    """The line does not start where the lines of this paragraph do."""
    first = draft.lines[0]
    step = INDENT * line.size
    if len(draft.lines) > 1:
        return abs(line.frame.x0 - draft.lines[1].frame.x0) > step
    # An item set as a paragraph whose first line stands in goes on at the margin; one without a mark, whose first line
    # stands out, further in.
    broken = is_full(first, line, draft.margins) and not is_closed(first.text) and not starts_item(line)
    if starts_item(first):
        return line.frame.x0 < first.frame.x0 - step and not (broken and starts_low(line))
    mid_sentence = starts_low(line) or _OPEN_END.search(first.text) is not None
    return line.frame.x0 > first.frame.x0 + step and not (broken and mid_sentence)
