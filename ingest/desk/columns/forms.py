"""What staff say of the columns of one table: a kind for each, a year for money, whether it lists grants at all."""

from collections import Counter
from collections.abc import Iterator

from django import forms

from ingest.desk.columns.names import KIND_GROUPS, KIND_LABELS
from ingest.desk.review.printed_cells import column_of
from ingest.models import ColumnProfile, PrintedTable
from ingest.reader.roles.column_kinds import KINDS, kind_of
from ingest.reader.roles.column_profiles import (
    ACT_YEAR,
    PRINTED_YEAR,
    header_year,
    is_distinctive,
    signature_of,
    year_rule,
)
from ingest.reader.set_aside.reasons import RESTATED_REASON

LIST, NO_LIST = "yes", "no"
COUNCIL, TABLE = "council", "table"
# Years around the session that amounts may be voted for, and what staff call them.
_AROUND = ((0, "année de la séance"), (1, "année suivante"), (2, "deux ans après"), (-1, "année précédente"))
_RESTATED = RESTATED_REASON.partition("{")[0]
_CHOICES = [(group, [(name, KIND_LABELS[name]) for name in names]) for group, names in KIND_GROUPS]


class ColumnsForm(forms.Form):
    """`kind-0`, `year-0`… by column, `listing` and `scope` for the table. `act_year`: of the session, None if unread.

    Raises nothing: what is missing for a line to be read is said among the errors.
    """

    listing = forms.ChoiceField(
        label="Ce tableau",
        choices=[(LIST, "est une liste de subventions"), (NO_LIST, "n’est pas une liste de subventions")],
        widget=forms.RadioSelect,
    )
    scope = forms.ChoiceField(label="Retenir ces colonnes", widget=forms.RadioSelect)

    def __init__(
        self, table: PrintedTable, profile: ColumnProfile | None, act_year: int | None, data=None, **options
    ) -> None:
        super().__init__(data, prefix=f"t{table.position}", **options)
        self.table, self.profile, self.act_year = table, profile, act_year
        self.columns = [column_of(stored) for stored in table.columns]
        self.fields["listing"].initial = NO_LIST if table.skipped else LIST
        self.fields["scope"].choices = self._scopes()
        self.fields["scope"].initial = self._scopes()[0][0]
        for column, stored in zip(self.columns, table.columns, strict=True):
            name = column.header or f"colonne {column.index + 1}"
            self.fields[f"kind-{column.index}"] = forms.ChoiceField(
                label=f"Ce qu’est «\u202f{name}\u202f»", choices=_CHOICES, initial=kind_of(column)
            )
            if stored["money"] or column.role in ("amount", "amount_other", "places"):
                self.fields[f"year-{column.index}"] = forms.ChoiceField(
                    label=f"Année de «\u202f{name}\u202f»",
                    choices=self._years(column.header),
                    initial=year_rule(column.header, column.year, act_year),
                )

    @property
    def kinds(self) -> list[str]:
        return [self.cleaned_data[f"kind-{column.index}"] for column in self.columns]

    @property
    def labels(self) -> list[str]:
        return [KIND_LABELS[name] for name in self.kinds]

    @property
    def years(self) -> list[str]:
        """The rule of each column (`ProfileRecord.years`); that of its header where no year was asked."""
        return [
            self.cleaned_data.get(f"year-{column.index}") or year_rule(column.header, None, self.act_year)
            for column in self.columns
        ]

    @property
    def said_listing(self) -> bool | None:
        """Whether the table lists grants, where that is not what the reader found by itself."""
        chosen = self.cleaned_data["listing"] == LIST
        before = self.profile.listing if self.profile else None
        return before if chosen == (not self.table.skipped) else chosen

    @property
    def is_alone(self) -> bool:
        return self.cleaned_data["scope"] == TABLE

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.errors or cleaned.get("listing") == NO_LIST:
            return cleaned
        for problem in self._problems():
            self.add_error(None, problem)
        return cleaned

    def _problems(self) -> Iterator[str]:
        times = Counter(self.kinds)
        for name, number in times.items():
            if number > 1 and KINDS[name].single:
                label = KIND_LABELS[name]
                other = KIND_LABELS["detail"]
                yield (
                    f"{number} colonnes sont dites «\u202f{label}\u202f»\u202f: gardez la principale\u202f; une autre"
                    f" peut être «\u202f{other}\u202f»."
                )
        if not any(KINDS[name].role == "amount" for name in times):
            yield f"Dites quelle colonne est «\u202f{KIND_LABELS['amount']}\u202f»\u202f: sans elle, aucune ligne."
        if not times.keys() & {"operator", "commune", "action"}:
            yield f"Dites quelle colonne est «\u202f{KIND_LABELS['operator']}\u202f»."
        if self.table.skipped.startswith(_RESTATED) and not self.is_alone:
            yield (
                "Ce tableau répète les sommes d’un autre\u202f: si vous êtes sûr qu’elles s’ajoutent, choisissez"
                " «\u202fpour ce tableau seulement\u202f»."
            )

    def _scopes(self) -> list[tuple[str, str]]:
        alone = (TABLE, "pour ce tableau seulement")
        if not is_distinctive(signature_of(self.table.header)):
            return [alone]
        council = (COUNCIL, "pour tous les tableaux de ce département qui portent ces titres, d’année en année")
        return [council, alone]

    def _years(self, header: str) -> list[tuple[str, str]]:
        printed = header_year(header)
        choices = [(PRINTED_YEAR, f"{printed} – imprimée dans le titre")] if printed else []
        for distance, label in _AROUND:
            rule = f"{ACT_YEAR}{distance:+d}" if distance else ACT_YEAR
            year = f"{self.act_year + distance} – " if self.act_year else ""
            choices.append((rule, f"{year}{label}"))
        return choices
