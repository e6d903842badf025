"""What every made-up act is made of: an act around a table, associations and towns that exist nowhere."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reportlab.platypus import Flowable

from tests.samples import facts
from tests.samples.typesetting import BOXED, CENTRED, HEADING, NBSP, TITLE, euros, gap, prose, write

INVENTED = "Document d’essai inventé de toutes pièces, sans aucune valeur"
TOWNS = ["Saint-Aubrac", "Villelune", "Montfaucille", "Roquebrac", "Lussanges", "Pontravel", "Castelmoure", "Beyrac"]
KINDS = ("Comité des fêtes de", "Foyer rural de", "Harmonie de", "Union sportive de", "Amis du patrimoine de")
AIMS = ("Fonctionnement annuel", "Festival d’été", "Achat d’instruments", "Tournoi des jeunes", "Restauration du four")


@dataclass(frozen=True)
class Variant:
    """What is set, and what should be read.

    `department` with its article (`du Lot`); `lines`: the expected rows without the columns that are the same in all of
    them; `totals`: what the act states, and where (`facts.stated`); `table`: the label of the expected rows.
    """

    department: str
    number: str
    date: str
    story: Callable[[], list[Flowable]]
    lines: list[dict[str, str]]
    totals: tuple[dict[str, str], ...] = ()
    table: str = "tableau-1"
    first: str = "portrait"

    @property
    def year(self) -> str:
        return self.date[-4:]


def many(count: int) -> list[dict[str, str]]:
    """`count` made-up associations with a town, an aim and an amount, no two the same."""
    return [
        {
            "operator": f"{KINDS[n % len(KINDS)]} {TOWNS[n % len(TOWNS)]}",
            "commune": TOWNS[n % len(TOWNS)],
            "action": AIMS[n // len(KINDS) % len(AIMS)],
            "amount": f"{400 + 150 * n}.00",
        }
        for n in range(count)
    ]


def summed(lines: list[dict[str, str]]) -> Decimal:
    return sum((Decimal(one["amount"]) for one in lines), Decimal(0))


def in_rows(year: str, *amounts: Decimal) -> tuple[dict[str, str], ...]:
    """Totals that rows of the tables state."""
    return tuple(facts.stated("table row", year, amount) for amount in amounts)


def in_articles(year: str, *amounts: Decimal) -> tuple[dict[str, str], ...]:
    """Totals that the articles of the decision state."""
    return tuple(facts.stated("decision", year, amount) for amount in amounts)


def whole(amount: Decimal | str | int) -> str:
    """An amount without cents."""
    return euros(Decimal(amount), cents=False)


def set_variant(name: str, variant: Variant, folder: Path) -> None:
    """Write NAME.pdf, NAME.lines.csv and NAME.totals.csv in `folder`."""

    def story() -> list[Flowable]:
        return [
            prose(INVENTED + ".", BOXED),
            gap(12),
            prose(f"DÉPARTEMENT {variant.department.upper()}", CENTRED),
            prose("Délibération de la commission permanente", TITLE),
            prose(f"Réunion du {variant.date}", CENTRED),
            prose(f"Délibération n° {variant.number}", CENTRED),
            prose(f"Objet{NBSP}: Soutien aux porteurs de projets", HEADING),
            prose("Après en avoir délibéré, la commission permanente décide", HEADING),
            *variant.story(),
        ]

    department = variant.department.split(" ")[-1].removeprefix("l’")
    write(folder / f"{name}.pdf", story, title=f"Essai {name}", foot=INVENTED, first=variant.first)
    own = {"table": variant.table, "department": department, "year": variant.year}
    facts.write_lines(
        folder / f"{name}.lines.csv", [{"line": n, **own, **one} for n, one in enumerate(variant.lines, 1)]
    )
    facts.write_totals(folder / f"{name}.totals.csv", variant.totals)
