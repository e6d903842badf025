"""A whole act drawn at random: prose, decoys, one or two grant tables, on pages of every orientation. Seeded."""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.layouts import harder_words, words
from tests.layouts.builder import Grants
from tests.layouts.decoys import a_decoy
from tests.layouts.furniture import some_furniture
from tests.layouts.grants import a_table
from tests.layouts.looks import Grid, Kind, Look, Orientation, Rules
from tests.layouts.sheets import Sheets

RULES: dict[Rules, int] = {"full": 5, "rects": 3, "double": 2, "dashed": 2, "pieces": 1, "images": 1, "cells": 1}
RULES |= {"open": 2, "horizontal": 3, "topless": 1, "bands": 1, "box": 1, "none": 2, "leaders": 1}
# Rules that show where a merged cell ends.
CLOSED: tuple[Rules, ...] = ("full", "rects", "double", "dashed", "pieces", "images", "cells", "open")
# Rules that part neither columns nor rows: white must.
AIRY: tuple[Rules, ...] = ("box", "none", "leaders")
ORIENTATIONS: dict[Orientation, int] = {"portrait": 5, "landscape": 3, "turned": 2}
# The same for the acts of the third kind.
HARDER_RULES: dict[Rules, int] = RULES | {"upright": 2, "white": 3, "pale": 2}
HARDER_CLOSED: tuple[Rules, ...] = (*CLOSED, "white", "pale")
HARDER_ORIENTATIONS: dict[Orientation, int] = ORIENTATIONS | {"turned left": 1, "sideways": 1}
# How often an act of the third kind has no table at all; a table for each theme; sentences that say sums again.
WITHOUT_LIST, BY_THEME, RESTATED = 0.04, 0.15, 0.4
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
    kind: Kind = "layout"


def an_act(seed: int, number: int, folder: Path, kind: Kind = "layout") -> Act:
    """Set act `number` of a seed as a PDF in `folder`. The same act each time. `kind`: another act, whose tables may
    hold what those of the first kind never do."""
    random = Random(f"{seed}-{number}" if kind == "layout" else f"{kind}-{seed}-{number}")  # noqa: S311  (made-up data)
    year = random.randrange(2018, 2027)
    name = f"{kind}-{seed}-{number:03d}"
    act = Act(name, folder / f"{name}.pdf", year, [], set(), kind)
    sheets = Sheets(act.path, title=f"Essai {name}")
    if kind == "harder":
        sheets.furniture = some_furniture(random, year, act.features)
    font = random.choice(["Helvetica", "Times"])
    _opening(random, sheets, font, year)
    before = random.random() < 0.25
    if before:
        _decoy(random, sheets, act)
    if kind == "harder" and random.random() < WITHOUT_LIST:
        _without_list(random, sheets, act, font)
        return act
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
    title, grid, kind = a_decoy(random, act.year if act.kind == "harder" else 0)
    act.features |= {"decoys", f"decoy: {kind}"}
    sheets.gap(10)
    sheets.text(title, bold=True)
    if not sheets.fits_here(grid, Look(size=9, side=4, above=4)) and act.kind == "harder":
        sheets.page("portrait")
    rules: Rules = random.choice(["full", "full", "rects", "horizontal", "none"])
    sheets.table(grid, Look(size=9, side=4, above=4, rules=rules, fills=(("head", GREY),)))


def _table(random: Random, sheets: Sheets, act: Act, same: tuple[Look, bool] | None = None) -> tuple[Look, bool]:
    look = same[0] if same else _look(random, act.kind)
    repeated = same[1] if same else random.random() < 0.5
    setting = random.choices(["alone", "two side by side", "within columns of prose"], [20, 1, 2])[0]
    if setting == "two side by side":
        _two_side_by_side(random, sheets, act, look)
    elif setting == "within columns of prose":
        _within_columns(random, sheets, act, look)
    else:
        _alone(random, sheets, act, look, repeated)
    return look, repeated


def _grants(random: Random, act: Act, look: Look, *, narrow: bool = False) -> Grants:
    led = look.rules == "leaders"
    headless = led and random.random() < 0.5
    return a_table(
        random,
        act.year,
        wide=look.font == "Vera",
        merging=look.rules in HARDER_CLOSED,
        narrow=narrow or led,
        headless=headless,
        kind=act.kind,
    )


def _alone(random: Random, sheets: Sheets, act: Act, look: Look, repeated: bool) -> None:
    grants = _grants(random, act, look)
    split = look.rules in HARDER_CLOSED and random.random() < 0.3
    alone = random.random() < 0.12 and "no header" not in grants.features
    around = random.choice([2, 2, 3]) if random.random() < 0.06 else 0
    _place(random, sheets, grants, HARDER_ORIENTATIONS if act.kind == "harder" else ORIENTATIONS)
    _prose_columns(random, sheets, act, around)
    if random.random() < 0.4 or "no header" in grants.features:
        sheets.text(random.choice(["ANNEXE", "Tableau des aides", "Liste des bénéficiaires"]), bold=True)
    if act.kind == "harder" and _is_plain(grants.grid) and random.random() < BY_THEME:
        _by_theme(random, sheets, act, grants, look)
        _after(random, sheets, act, grants)
        return
    grid = _turned_where_it_fits(sheets, grants, look)
    pages = sheets.table(grid, look, repeated=repeated, split=split, header_alone=alone)
    act.features |= {f"page: {sheets.orientation}"}
    _prose_columns(random, sheets, act, around)
    _tell(act, grants, look)
    act.features |= {"header alone at a page's foot"} if alone else set()
    if pages > 1:
        act.features.add("header repeated" if repeated else "header not repeated")
        if split:
            act.features.add("rows split over pages")
    _after(random, sheets, act, grants)


def _is_plain(grid: Grid) -> bool:
    """Whether a table is a header, lines and sums, so that it can be cut between any two of its rows."""
    plain = all(kind in ("head", "line", "bare", "total") for kind in grid.kinds)
    return plain and all(
        not cell or cell.down == 1 for row, kind in zip(grid.rows, grid.kinds, strict=True) for cell in row
    )


def _by_theme(random: Random, sheets: Sheets, act: Act, grants: Grants, look: Look) -> None:
    """The rows of one table in several of the same widths, a title over each: with its header or, but for the first,
    without."""
    grid = grants.grid
    count = grid.kinds.count("head")
    again = random.random() < 0.6
    bodies = list(range(count, len(grid.rows)))
    cuts = [
        0,
        *sorted(random.sample(range(1, len(bodies)), min(random.choice([1, 2, 3]), len(bodies) - 1))),
        len(bodies),
    ]
    for place, (first, last) in enumerate(pairwise(cuts)):
        rows = [*(range(count) if again or not place else ()), *bodies[first:last]]
        part = Grid(tuple(grid.rows[row] for row in rows), tuple(grid.kinds[row] for row in rows), grid.weights)
        sheets.text(random.choice(harder_words.THEMES), bold=True)
        sheets.table(part, look, like=grid)
        sheets.gap(6)
    act.features.add("a table for each theme" if again else "a table for each theme, one header")
    _tell(act, grants, look)


def _after(random: Random, sheets: Sheets, act: Act, grants: Grants) -> None:
    """Sentences that say the sum of a table again, or money that is no grant."""
    if act.kind != "harder" or random.random() > RESTATED:
        return
    act.features.add("money said after the table")
    whole = sum((amount for one in grants.expected for amount in one.amounts.values()), Decimal(0))
    form = random.choice([*harder_words.RESTATED, *harder_words.ASIDE])
    other = random.randrange(200, 9000) * 100
    told = {"sum": f"{whole:,.2f}", "other": f"{other:,}.00"}
    told = {name: text.replace(",", " ").replace(".", ",") for name, text in told.items()}
    sheets.gap(8)
    sheets.text(form.format(**told, last=act.year - 1))


def _without_list(random: Random, sheets: Sheets, act: Act, font: str) -> None:
    """A sum voted without any list: one total, no line."""
    act.features.add("total without a list")
    whole = Decimal(random.randrange(100, 9000) * 100)
    sheets.text("Après en avoir délibéré, la commission permanente décide :", font=font, bold=True)
    form = random.choice(harder_words.WITHOUT_LIST)
    sheets.text(form.format(sum=f"{whole:,.2f}".replace(",", " ").replace(".", ",")), font=font)
    act.tables.append(Grants(Grid((), (), ()), totals=[(act.year, whole)]))
    if random.random() < 0.5:
        _decoy(random, sheets, act)
    sheets.text("Le Président du Conseil départemental,", font=font)
    sheets.save()


def _tell(act: Act, grants: Grants, look: Look) -> None:
    act.tables.append(grants)
    act.features |= grants.features | {f"rules: {look.rules}", f"font: {look.font}"}
    act.features |= {
        name
        for name, has in {
            "small letters": look.size < 7,
            "shaded bands": look.banded,
            "white on colour": bool(look.white),
            "words set one by one": look.by_word,
            "header letters set apart": look.spaced,
            "totals without sides": bool(look.bare[1:]),
            "bold printed twice": look.twice,
            "names run close": look.clear < 1,
        }.items()
        if has
    }


def _turned_where_it_fits(sheets: Sheets, grants: Grants, look: Look) -> Grid:
    """The grid with its labels turned on their side where it stands on one page, upright where pages would cut them."""
    grid = grants.grid
    turned = any(cell and cell.turned and cell.down > 1 for row in grid.rows for cell in row)
    if turned and sheets.fits_here(grid, look):
        grants.features.add("turned programme")
    elif turned:
        rows = tuple(
            tuple(replace(cell, turned=False) if cell and cell.down > 1 else cell for cell in row) for row in grid.rows
        )
        grants.grid = replace(grid, rows=rows)
    return grants.grid


def _two_side_by_side(random: Random, sheets: Sheets, act: Act, look: Look) -> None:
    """Two short tables from one height, each under its own header; one under the other where they are too high."""
    sheets.page("landscape")
    first = len(act.tables)
    with sheets.columns(2) as columns:
        for number in range(2):
            columns.take(number)
            grants = _grants(random, act, look, narrow=True)
            if not sheets.fits_here(grants.grid, look):
                break
            if random.random() < 0.5:
                sheets.text(random.choice(["Culture", "Sport", "Vie associative"]), bold=True)
            sheets.table(grants.grid, look)
            _tell(act, grants, look)
            act.features |= {"two side by side"} if number else set()
    if len(act.tables) == first:
        _alone(random, sheets, act, look, repeated=True)


def _within_columns(random: Random, sheets: Sheets, act: Act, look: Look) -> None:
    """A short table in one of two columns of prose."""
    grants = _grants(random, act, look, narrow=True)
    first = len(act.tables)
    sheets.page(random.choice(["portrait", "landscape"]))
    own = random.randrange(2)
    with sheets.columns(2) as columns:
        for number in range(2):
            columns.take(number)
            for text in random.sample(words.PROSE, 3):
                sheets.text(text.format(year=act.year, last=act.year - 1), size=9)
            if number == own and sheets.fits_here(grants.grid, look):
                act.features.add("table in a column of prose")
                sheets.table(grants.grid, look)
                _tell(act, grants, look)
    if len(act.tables) == first:
        _alone(random, sheets, act, look, repeated=True)


def _prose_columns(random: Random, sheets: Sheets, act: Act, count: int) -> None:
    """Two or three columns of prose over the whole width; `count` 0: none."""
    if not count:
        return
    act.features.add("columns of prose around")
    if sheets.left_on_page < 200:
        sheets.page(sheets.orientation)
    with sheets.columns(count) as columns:
        for number in range(count):
            columns.take(number)
            for text in random.sample(words.PROSE, random.choice([2, 3])):
                sheets.text(text.format(year=act.year, last=act.year - 1), size=8)


def _place(random: Random, sheets: Sheets, grants: Grants, orientations: dict[Orientation, int]) -> None:
    """Where the table begins: on the page of the text where it is narrow enough, or on one of its own."""
    orientation = random.choices(list(orientations), list(orientations.values()))[0]
    if orientation == "portrait" and len(grants.grid.weights) > WIDEST_PORTRAIT:
        orientation = "landscape"
    if orientation != sheets.orientation or sheets.left_on_page < 120:
        sheets.page(orientation)
    else:
        sheets.gap(random.choice([0, 3, 8]))


def _look(random: Random, kind: Kind) -> Look:
    drawn = HARDER_RULES if kind == "harder" else RULES
    rules = random.choices(list(drawn), list(drawn.values()))[0]
    white = random.random() < 0.15
    fills: list[tuple[str, str]] = []
    if white or random.random() < 0.6:
        fills.append(("head", DARK if white else GREY))
    dark_groups = random.random() < 0.05
    if dark_groups:
        fills += [("group", DARK)]
    elif random.random() < 0.5:
        fills += [("group", "#eeeeee"), ("total", "#f4f4f4")]
    size = random.choice([6.5, 7, 7.5, 8, 8, 9, 10])
    side = random.choice([2.5, 3, 4, 5])
    above = random.choice([1, 2, 2, 3, 5])
    look = Look(
        font=random.choice(["Helvetica", "Helvetica", "Times", "Vera", "Courier"]),
        size=size,
        # Without rules between them, columns and rows are parted by white that the eye sees.
        side=max(side, 0.4 * size) if rules in AIRY else side,
        above=max(above, 0.4 * size) if rules in AIRY else above,
        rules=rules,
        weight=random.choice([0.25, 0.5, 0.5, 0.75, 1]),
        fills=tuple(fills),
        white=(*(["head"] if white else []), *(["group"] if dark_groups else [])),
        banded=random.random() < 0.15,
        middle=random.random() < 0.4,
        by_word=random.random() < 0.2,
        bare=("bare", "total") if random.random() < 0.08 else ("bare",),
        spaced=random.random() < 0.04,
    )
    if kind != "harder":
        return look
    return replace(look, twice=random.random() < 0.1, clear=random.choice([0.4, 1.2]))
