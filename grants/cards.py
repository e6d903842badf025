"""The image that a shared link shows: a name, an amount and what it adds up, drawn once and kept by what it says.

Texts in, the bytes of a PNG out. Fonts are those of the system, the first of each list that is there; without any,
Pillow's own, which has no accent.
"""

import io
import os
import tempfile
import unicodedata
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # pixels: what every network asks for
MARGIN = 72
DRAWING = 1  # number of this drawing: another one makes every card anew
PAPER, INK, QUIET, ACCENT, RULE = "#f7f6f1", "#182128", "#4f5b64", "#0d5068", "#b6b4a8"
SERIF = ("C059-Bold.otf", "DejaVuSerif-Bold.ttf", "LiberationSerif-Bold.ttf", "NotoSerif-Bold.ttf", "FreeSerifBold.ttf")
SANS = ("LiberationSans-Regular.ttf", "DejaVuSans.ttf", "NotoSans-Regular.ttf", "FreeSans.ttf", "Arial.ttf")
NAME_SIZES = (64, 54, 46)  # the largest at which a name fits
NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: what kind of thing, its name, its amount, what the amount adds up, the site."""

    kind: str
    name: str
    amount: str
    detail: str
    site: str


def png_of(card: Card) -> bytes:
    """The image of this card, from the folder of those already drawn where it is there."""
    told = "\n".join((str(DRAWING), *astuple(card)))
    path = Path(settings.DATA_DIR) / "cards" / f"{sha256(told.encode()).hexdigest()[:32]}.png"
    if path.is_file():
        return path.read_bytes()
    content = draw(card)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).replace(path)  # at once: nobody reads half an image
    return content


def draw(card: Card) -> bytes:
    """The image of this card, as a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 12), fill=ACCENT)
    _write(pen, MARGIN, 64, card.kind.upper(), SANS, 26, QUIET)
    size, lines = _name(card.name)
    for number, line in enumerate(lines):
        _write(pen, MARGIN, 116 + number * int(size * 1.2), line, SERIF, size, INK)
    _write(pen, MARGIN, 366, card.amount, SERIF, 76, ACCENT)
    _write(pen, MARGIN, 466, _cut(card.detail, SANS, 30), SANS, 30, QUIET)
    pen.line((MARGIN, 544, WIDTH - MARGIN, 544), fill=RULE, width=2)
    _write(pen, MARGIN, 562, _cut(f"{card.site} — ligne par ligne, face à la page votée", SANS, 26), SANS, 26, INK)
    target = io.BytesIO()
    image.quantize(64).save(target, "PNG", optimize=True)
    return target.getvalue()


def _name(name: str) -> tuple[int, list[str]]:
    """The size and the lines of a name; one that fits at no size is cut."""
    for size in NAME_SIZES:
        lines = _lines(name, size)
        if len(lines) <= NAME_LINES:
            return size, lines
    kept = lines[:NAME_LINES]
    kept[-1] = _cut(f"{kept[-1]} {lines[NAME_LINES]}", SERIF, size, always=True)
    return size, kept


def _lines(text: str, size: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _length(longer, SERIF, size) <= WIDTH - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return [_cut(line, SERIF, size) for line in lines]


def _cut(text: str, names: tuple[str, ...], size: int, *, always: bool = False) -> str:
    """The text, or its beginning with « … » where it is longer than the card is wide."""
    if not always and _length(text, names, size) <= WIDTH - 2 * MARGIN:
        return text
    while text and _length(f"{text}…", names, size) > WIDTH - 2 * MARGIN:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _length(text: str, names: tuple[str, ...], size: int) -> float:
    font, shown = _font(names, size), _shown(text, names)
    return font.getlength(shown)


def _write(pen: ImageDraw.ImageDraw, x: int, y: int, text: str, names: tuple[str, ...], size: int, ink: str) -> None:
    pen.text((x, y), _shown(text, names), font=_font(names, size), fill=ink)


def _shown(text: str, names: tuple[str, ...]) -> str:
    """The text with the spaces and letters that its font has."""
    plain = text.replace("\u202f", "\u00a0")
    if _file(names):
        return plain
    bare = unicodedata.normalize("NFKD", plain.replace("€", "EUR").replace("—", "-").replace("’", "'"))
    return bare.encode("ascii", "ignore").decode()


@cache
def _file(names: tuple[str, ...]) -> str:
    """The first of these fonts that the system has; empty where it has none."""
    for name in names:
        try:
            return ImageFont.truetype(name, 12).path
        except OSError:
            continue
    return ""


@cache
def _font(names: tuple[str, ...], size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    file = _file(names)
    return ImageFont.truetype(file, size) if file else ImageFont.load_default(size)
