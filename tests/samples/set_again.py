"""Sets the sample acts again, with the rows that a reader should find in them.

`python -m tests.samples.set_again [FOLDER]` writes FOLDER/samples, FOLDER/variants and FOLDER/odd (tests/data when no
folder is named): the same bytes each time.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.samples import facts, odd
from tests.samples.acts import nord_2022_273, nord_2023_177, nord_2024_161, pdc_2023_259, pdc_2025_237
from tests.samples.opening import foot
from tests.samples.typesetting import write
from tests.samples.variants import columns, figures, private_persons, shapes
from tests.samples.variants.invented import set_variant

DATA = Path(__file__).resolve().parent.parent / "data"
ACTS = {
    "nord-2022-273": nord_2022_273,
    "nord-2023-177": nord_2023_177,
    "nord-2024-161": nord_2024_161,
    "pdc-2023-259": pdc_2023_259,
    "pdc-2025-237": pdc_2025_237,
}
VARIANTS = {
    "asked-and-proposed": columns.asked_and_proposed,
    "forms-of-amounts": shapes.forms_of_amounts,
    "list-in-prose": shapes.list_in_prose,
    "merged-operators": shapes.merged_operators,
    "numbers-that-are-no-money": figures.numbers_that_are_no_money,
    "payments-by-year": figures.payments_by_year,
    "previous-year": columns.previous_year,
    "private-persons": private_persons.private_persons,
    "rows-cut": shapes.rows_cut,
    "sentences": shapes.sentences,
    "sideways-header-alone": shapes.sideways_header_alone,
    "two-annexes": figures.two_annexes,
    "two-levels": columns.two_levels,
    "works-turned": columns.works_turned,
}


def set_act(name: str, folder: Path) -> None:
    """Write NAME.pdf, NAME.lines.csv, NAME.totals.csv and NAME.act.json in `folder`."""
    act = facts.act(name)
    write(folder / f"{name}.pdf", ACTS[name].story, title=f"{act['department']} – {act['number']}", foot=foot(act))
    lines, totals, said = ACTS[name].expected()
    facts.write_lines(folder / f"{name}.lines.csv", lines)
    facts.write_totals(folder / f"{name}.totals.csv", totals)
    facts.write_act(folder / f"{name}.act.json", said)


def main(folder: Path, acts: Iterable[str] = ACTS) -> None:
    for kind in ("samples", "variants", "odd"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for name in acts:
        set_act(name, folder / "samples")
    for name, make in VARIANTS.items():
        set_variant(name, make(), folder / "variants")
    odd.make_all(folder / "odd")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
