"""What both engines note on a page whose text is not set text; later stages look for these notes."""

from typing import Final

NO_TEXT: Final = "page sans texte : image à reconnaître"
INVISIBLE_TEXT: Final = "texte invisible posé sur une image : issu d’une reconnaissance de caractères"

TOO_MUCH: Final = "page trop chargée : lecture incomplète"
DAMAGED: Final = "page endommagée dans le fichier : lecture incomplète"
MONEY_OUTSIDE: Final = "montants hors de la page"
UNSEEN: Final = "textes invisibles sur la page laissés de côté : "


def watermark_note(text: str) -> str:
    """What is said of words left out because they are printed large across the others."""
    return f"texte en filigrane laissé de côté : « {text} »"
