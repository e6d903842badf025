"""The chapters of the staff guide, in their order. Their images, of real screens, are made by
`python -m tests.guide.shots`.
"""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Chapter:
    """The text of a chapter is its template; `summary` is one sentence for the list of chapters."""

    template: str
    title: str
    summary: str

    @property
    def slug(self) -> str:
        """What stands for it in addresses: the name of its template."""
        return PurePath(self.template).stem


CHAPTERS = (
    Chapter("desk/guide/premier-jour.html", "Le premier jour, en dix minutes", "Du PDF à la page publique, pas à pas."),
    Chapter(
        "desk/guide/relecture.html", "Relire une délibération", "Cases douteuses, lignes non lues, totaux, corrections."
    ),
    Chapter("desk/guide/colonnes.html", "Nommer les colonnes", "Dire une fois ce que chaque colonne contient."),
    Chapter(
        "desk/guide/nouvelle-lecture.html", "Lire de nouveau", "Voir la différence avant de remplacer, et en revenir."
    ),
    Chapter("desk/guide/publication.html", "Publier, retirer, rectifier", "Ce que le public voit, et quand."),
    Chapter(
        "desk/guide/donnees-personnelles.html", "Données personnelles", "Ce qui est masqué, et ce que vous décidez."
    ),
    Chapter("desk/guide/registres.html", "Registres", "Opérateurs, doublons, territoires, programmes."),
    Chapter("desk/guide/messages.html", "Messages des lecteurs", "Répondre à une erreur signalée, et corriger."),
    Chapter("desk/guide/open-data.html", "Open data", "Les fichiers SCDL, la note, les trois mois du décret."),
    Chapter("desk/guide/roles.html", "Rôles et historique", "Qui peut quoi, et qui a changé quoi."),
    Chapter(
        "desk/guide/lecture-des-fichiers.html",
        "La lecture des fichiers",
        "La file d’attente, et ce qui peut l’arrêter.",
    ),
)


def chapter(slug: str) -> Chapter | None:
    """The chapter of this address, None where there is none."""
    return next((one for one in CHAPTERS if one.slug == slug), None)


def around(one: Chapter) -> tuple[Chapter | None, Chapter | None]:
    """The chapters before and after this one, None at the ends."""
    place = CHAPTERS.index(one)
    before = CHAPTERS[place - 1] if place else None
    return before, CHAPTERS[place + 1] if place + 1 < len(CHAPTERS) else None
