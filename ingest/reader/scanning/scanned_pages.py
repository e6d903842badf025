"""Which pages are images of text, and what is noted on those that were read on their image.

From a page to yes or no; nothing heavy is loaded, and nothing is read, for that.
"""

from typing import Final

from ingest.reader.records import Page
from ingest.reader.scanning.text_layers import FEW_WORDS, has_layer

# Share of the page that an image covers where it is the page.
FULL_PAGE: Final = 0.5

RECOGNISED: Final = "page numérisée : texte reconnu sur l’image"
RULES_ONLY: Final = "page numérisée : texte joint au fichier, filets relevés sur l’image"
BLANK: Final = "page numérisée : rien n’y a été reconnu"
NAMED_BY_EYE: Final = "le fichier ne dit pas quelles lettres il imprime : texte reconnu sur l’image de la page"
PICTURES_READ: Final = "image dans la page : texte reconnu sur l’image"
BADLY: Final = "page\u00a0{number}\u202f: numérisée et mal reconnue, à comparer avec l’image"
NOT_RECOGNISED: Final = (
    "page numérisée, non lue : la reconnaissance de caractères manque sur cette machine "
    "(paquets tesseract-ocr et tesseract-ocr-fra)"
)
NOT_NAMED: Final = (
    "le fichier ne dit pas quelles lettres il imprime, et la reconnaissance de caractères manque sur cette machine "
    "(paquets tesseract-ocr et tesseract-ocr-fra)"
)
_SEEN: Final = frozenset({RECOGNISED, RULES_ONLY, BLANK, NAMED_BY_EYE, PICTURES_READ})


def is_scanned(page: Page) -> bool:
    """Whether the page is an image: full of one, with few words over it or none, or with a hidden layer of text."""
    return page.pictured >= FULL_PAGE and (len(page.words) < FEW_WORDS or has_layer(page))


def was_badly_recognised(page: Page) -> bool:
    """Whether most of what was recognised on the page is in doubt."""
    return BADLY.format(number=page.number) in page.notes


def was_recognised(page: Page) -> bool:
    """Whether the page was read on its image, made upright."""
    return not _SEEN.isdisjoint(page.notes)
