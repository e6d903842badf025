"""Where each deliberation of a file begins and ends, as staff say it before the file is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django import forms

from ingest.models import Job
from ingest.pages.cutting import Pages

EMPTY_ROWS = 2  # for deliberations that were not found; more can be added once these are filled


@dataclass(frozen=True, slots=True)
class CutRow:
    """One row: the fields of a deliberation, the number and title read over it, the page on which it begins."""

    first: forms.BoundField
    last: forms.BoundField
    number: str
    title: str
    page: int | None


class CutForm(forms.Form):
    """`first-0`, `last-0`… for each deliberation, as the job found them, and a few empty rows. A row left empty is no
    deliberation. Cleans to `ranges`, in the order of the file."""

    def __init__(self, job: Job, data=None) -> None:
        super().__init__(data, label_suffix="")
        self.page_count = job.page_count
        self.acts = [*job.acts, *([None, None, "", ""] for _ in range(EMPTY_ROWS))]
        for index, (first, last, *_) in enumerate(self.acts):
            for name, label, initial in (("first", "de la page", first), ("last", "à la page", last)):
                self.fields[f"{name}-{index}"] = forms.IntegerField(
                    label=label,
                    initial=initial,
                    required=False,
                    min_value=1,
                    max_value=self.page_count,
                    widget=forms.NumberInput(attrs={"min": 1, "max": self.page_count}),
                )

    def rows(self) -> Iterator[CutRow]:
        """The rows in order, those found first."""
        for index, (first, _, number, title) in enumerate(self.acts):
            yield CutRow(self[f"first-{index}"], self[f"last-{index}"], number, title, first)

    def clean(self) -> dict:
        typed = [
            (self.cleaned_data.get(f"first-{n}"), self.cleaned_data.get(f"last-{n}")) for n in range(len(self.acts))
        ]
        ranges = sorted(pages for pages in typed if None not in pages)
        if any((first is None) != (last is None) for first, last in typed) and not self.errors:
            raise forms.ValidationError("Il manque une page\u202f: donnez la première et la dernière de chacune.")
        if not ranges and not self.errors:
            raise forms.ValidationError("Donnez les pages d’une délibération au moins.")
        _require_order(ranges)
        return self.cleaned_data | {"ranges": ranges}

    def left_out(self) -> list[int]:
        """The pages of the file that go into no deliberation."""
        taken = {page for first, last in self.cleaned_data["ranges"] for page in range(first, last + 1)}
        return [page for page in range(1, self.page_count + 1) if page not in taken]


def _require_order(ranges: Sequence[Pages]) -> None:
    for first, last in ranges:
        if first > last:
            raise forms.ValidationError(f"Une délibération ne peut pas aller de la page {first} à la page {last}.")
    for (_, last), (first, _) in pairwise(ranges):
        if first <= last:
            raise forms.ValidationError(f"La page {first} est dans deux délibérations.")
