"""Several acts bound into one PDF, as councils publish those of a day."""

from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

# A short act of a made-up council, one paragraph a line.
ACT = """
Département du Nord
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DE LA COMMISSION PERMANENTE
Séance du 3 février 2031
Délibération n° {number}
Objet : Soutien à la vie associative
Vu le code général des collectivités territoriales,
La Commission permanente, après en avoir délibéré, décide à l’unanimité :
Article 1 : d’attribuer une subvention de {amount} € à l’association {operator}.
Article 2 : d’autoriser le Président à signer les actes utiles.
"""


def a_bundle(path: Path, *files: Path) -> Path:
    """The pages of these files, one after the other, in one file at `path`."""
    with pikepdf.new() as bundle:
        for file in files:
            with pikepdf.open(file) as one:
                bundle.pages.extend(one.pages)
        bundle.save(path, deterministic_id=True)
    return path


def short_acts(path: Path, *numbers: str, annexes: int = 1, granting: int = 100, decides_last: bool = True) -> Path:
    """A file of made-up acts of these numbers, each of one page and `annexes` more. The first `granting` of them each
    grant another amount; without `decides_last`, the last is a head alone."""
    canvas = Canvas(str(path), invariant=True)
    for place, number in enumerate(numbers, 1):
        told = ACT.format(number=number, amount=100 * place, operator=f"Les Amis du Moulin {'ABCDEFGH'[place - 1]}")
        if place > granting:
            told = "\n".join(line for line in told.splitlines() if "subvention" not in line)
        if place == len(numbers) and not decides_last:
            told = told[: told.index("La Commission permanente, après")]
        for page in (told, *([f"ANNEXE à la délibération n° {number}"] * annexes)):
            for line, text in enumerate(page.strip().splitlines()):
                canvas.drawString(60, 780 - 24 * line, text)
            canvas.showPage()
    canvas.save()
    return path
