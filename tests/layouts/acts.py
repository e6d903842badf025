"""A whole act drawn at random: prose, decoys, one or two grant tables, on pages of every orientation. Seeded."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.layouts import words
from tests.layouts.decoys import a_decoy
from tests.layouts.grants import Grants, a_table
from tests.layouts.sheets import Look, Orientation, Rules, Sheets

RULES: dict[Rules, int] = {"full": 6, "rects": 3, "double": 2, "dashed": 2, "pieces": 2, "horizontal": 3, "box": 1}
# Rules that show where a merged cell ends.
CLOSED: tuple[Rules, ...] = ("full", "rects", "double", "dashed", "pieces")
ORIENTATIONS: dict[Orientation, int] = {"portrait": 5, "landscape": 3, "turned": 2}
WIDEST_PORTRAIT = 6  # columns
DARK, GREY = "#1f3864", "#d9d9d9"
INVENTED = "Document d’essai inventé de toutes pièces, sans aucune valeur."


@dataclass
class Act:
    """What was set: the rows to be read, in order, and the features by which scores are averaged."""

    name: str
    path: Path
    year: int
    tables: list[Grants]
    features: set[str]


def an_act(seed: int, number: int, folder: Path) -> Act:
    """Set act `number` of a seed as a PDF in `folder`. The same act each time."""
    random = Random(f"{seed}-{number}")  # noqa: S311  (made-up data)
    year = random.randrange(2018, 2027)
    name = f"layout-{seed}-{number:03d}"
    act = Act(name, folder / f"{name}.pdf", year, [], set())
    sheets = Sheets(act.path, title=f"Essai {name}")
    font = random.choice(["Helvetica", "Times"])
    _opening(random, sheets, font, year)
    before = random.random() < 0.25
    if before:
        _decoy(random, sheets, act)
    _decision(random, sheets, font, year)
    first = _table(random, sheets, act)
    if random.random() < 0.2:
        act.features.add("two grant tables")
        sheets.text(random.choice(["Tableau n° 2", "Autres aides", "Suite des aides votées"]), font=font, bold=True)
        _table(random, sheets, act, same=first if random.random() < 0.5 else None)
    if random.random() < 0.3:
        _decoy(random, sheets, act)
    sheets.text("Le Président du Conseil départemental,", font=font)
    sheets.save()
    return act


def _opening(random: Random, sheets: Sheets, font: str, year: int) -> None:
    department, _ = random.choice(words.DEPARTMENTS)
    sheets.page("portrait")
    sheets.text(INVENTED, font=font, size=8, centred=True)
    sheets.text(f"DÉPARTEMENT {department.upper()}", font=font, bold=True, centred=True)
    sheets.text("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DE LA COMMISSION PERMANENTE", font=font, bold=True, centred=True)
    sheets.text(f"Séance du {random.randrange(2, 28)} {random.choice(['mars', 'juin', 'novembre'])} {year}", font=font)
    sheets.text(f"Délibération n° CP-{year}-{random.randrange(10, 400)}", font=font)
    sheets.text("Objet : Soutien aux porteurs de projets", font=font, bold=True)
    for text in random.sample(words.PROSE, random.randrange(2, 6)):
        sheets.text(text.format(year=year, last=year - 1), font=font)


def _decision(random: Random, sheets: Sheets, font: str, year: int) -> None:
    sheets.text("Après en avoir délibéré, la commission permanente décide :", font=font, bold=True)
    sheets.text("Article 1 – D’attribuer les subventions qui figurent au tableau ci-après.", font=font)
    if random.random() < 0.5:
        sheets.text("Article 2 – D’autoriser le Président à signer les actes utiles.", font=font)


def _decoy(random: Random, sheets: Sheets, act: Act) -> None:
    title, grid, kind = a_decoy(random)
    act.features |= {"decoys", f"decoy: {kind}"}
    sheets.gap(10)
    sheets.text(title, bold=True)
    sheets.table(grid, Look(size=9, rules=random.choice(["full", "rects"]), fills=(("head", GREY),)))


def _table(random: Random, sheets: Sheets, act: Act, same: tuple[Look, bool] | None = None) -> tuple[Look, bool]:
    look = same[0] if same else _look(random)
    merging = look.rules in CLOSED
    grants = a_table(random, act.year, wide=look.font == "Vera", merging=merging)
    repeated = same[1] if same else random.random() < 0.5
    split = look.rules in CLOSED and random.random() < 0.3
    alone = random.random() < 0.12
    _place(random, sheets, grants)
    if random.random() < 0.4:
        sheets.text(random.choice(["ANNEXE", "Tableau des aides", "Liste des bénéficiaires"]), bold=True)
    pages = sheets.table(grants.grid, look, repeated=repeated, split=split, header_alone=alone)
    act.tables.append(grants)
    act.features |= grants.features | {f"rules: {look.rules}", f"font: {look.font}", f"page: {sheets.orientation}"}
    act.features |= {
        name
        for name, has in {
            "small letters": look.size < 7,
            "shaded bands": look.banded,
            "white header": look.white,
            "header alone at a page's foot": alone,
            "words set one by one": look.by_word,
        }.items()
        if has
    }
    if pages > 1:
        act.features.add("header repeated" if repeated else "header not repeated")
        if split:
            act.features.add("rows split over pages")
    return look, repeated


def _place(random: Random, sheets: Sheets, grants: Grants) -> None:
    """Where the table begins: on the page of the text where it is narrow enough, or on one of its own."""
    orientation = random.choices(list(ORIENTATIONS), list(ORIENTATIONS.values()))[0]
    if orientation == "portrait" and len(grants.grid.weights) > WIDEST_PORTRAIT:
        orientation = "landscape"
    if orientation != sheets.orientation or sheets.left_on_page < 120:
        sheets.page(orientation)
    else:
        sheets.gap(8)


def _look(random: Random) -> Look:
    rules = random.choices(list(RULES), list(RULES.values()))[0]
    white = random.random() < 0.15
    fills: list[tuple[str, str]] = []
    if white or random.random() < 0.6:
        fills.append(("head", DARK if white else GREY))
    if random.random() < 0.5:
        fills += [("group", "#eeeeee"), ("total", "#f4f4f4")]
    return Look(
        font=random.choice(["Helvetica", "Helvetica", "Times", "Vera", "Courier"]),
        size=random.choice([6.5, 7, 7.5, 8, 8, 9, 10]),
        side=random.choice([2.5, 3, 4, 5]),
        above=random.choice([1, 2, 2, 3, 5]) if rules != "box" else 4,
        rules=rules,
        weight=random.choice([0.25, 0.5, 0.5, 0.75, 1]),
        fills=tuple(fills),
        white=white,
        banded=random.random() < 0.15,
        middle=random.random() < 0.4,
        by_word=random.random() < 0.2,
    )
