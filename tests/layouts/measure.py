"""python -m tests.layouts.measure: acts of every layout at random, read, with their mean scores and the worst ones."""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from ingest.reader.errors import ReadingError
from ingest.reader.pipeline import read
from tests.layouts.acts import Act, an_act
from tests.layouts.looks import Kind
from tests.layouts.scoring import Score, score


def measured(seed: int, count: int, folder: Path, kind: Kind = "layout") -> Iterator[tuple[Act, Score]]:
    """`count` acts of a seed and a kind, set in `folder` and read."""
    for number in range(count):
        act = an_act(seed, number, folder, kind)
        try:
            reading = read(act.path)
        except ReadingError:
            reading = None
        yield act, score(act, reading)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--show", type=int, default=5, help="how many of the worst acts are told")
    parser.add_argument("--keep", type=Path, help="folder in which the PDFs stay")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--richer", dest="kind", action="store_const", const="richer", help="nearer to real ones")
    kinds.add_argument("--harder", dest="kind", action="store_const", const="harder", help="with what is seldom met")
    kinds.add_argument("--addressed", dest="kind", action="store_const", const="addressed", help="lines under names")
    parser.set_defaults(kind="layout")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        scores = list(measured(options.seed, options.count, folder, options.kind))
    _print_means(scores)
    print("\nwithout the tables that only a box surrounds:")
    _print_means([(act, one) for act, one in scores if "rules: box" not in act.features])
    _print_features(scores)
    _print_worst(scores, options.show)


def _print_means(scores: list[tuple[Act, Score]]) -> None:
    found = [one for _, one in scores]
    print(f"{len(found)} acts, {sum(len(t.expected) for act, _ in scores for t in act.tables)} rows")
    print(
        f"lines {mean(one.lines for one in found):.4f}   amounts {mean(one.amounts for one in found):.4f}   "
        f"totals {mean(one.totals for one in found):.4f}"
    )
    print(
        f"perfect acts {sum(one.lines == one.amounts == 1 for one in found)}   "
        f"wrong amounts without doubt {sum(one.wrong for one in found)}   "
        f"amounts of decoys {sum(one.decoys for one in found)}   rows lost {sum(one.lost for one in found)}"
    )
    names = sorted({name for one in found for name in one.fields})
    print("   ".join(f"{name} {mean(one.fields[name] for one in found if name in one.fields):.3f}" for name in names))


def _print_features(scores: list[tuple[Act, Score]]) -> None:
    having: dict[str, list[Score]] = defaultdict(list)
    for act, one in scores:
        for feature in act.features:
            having[feature].append(one)
    print("\nfeature                              acts  lines   amounts")
    for feature, found in sorted(having.items()):
        lines, amounts = mean(one.lines for one in found), mean(one.amounts for one in found)
        print(f"{feature:36} {len(found):4}  {lines:.4f}  {amounts:.4f}")


def _print_worst(scores: list[tuple[Act, Score]], count: int) -> None:
    def badness(pair: tuple[Act, Score]) -> tuple[float, ...]:
        one = pair[1]
        return (one.lines + one.amounts - (one.wrong + one.decoys) / 100, one.totals, *one.fields.values())

    for act, one in sorted(scores, key=badness)[:count]:
        print(
            f"\n{act.name}  lines {one.lines:.3f} amounts {one.amounts:.3f} totals {one.totals:.2f} wrong {one.wrong}"
        )
        print(f"  {', '.join(sorted(act.features))}")
        for text in one.told[:8]:
            print(f"  {text}")


if __name__ == "__main__":
    main()
