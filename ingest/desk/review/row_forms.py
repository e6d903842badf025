"""What staff fill in to add a row that was missed: its place on the page, then what it says."""

from decimal import Decimal

from django import forms
from django.core.validators import MaxValueValidator

from grants.line_fields import name_of
from ingest.desk.edits import EditError, parse_value
from ingest.reader.records import Box

PERCENT = 100
SMALLEST_SIDE = 0.002  # of the page: two points, less than any letter
TEXTS = ("operator", "commune", "territory", "programme", "subprogramme", "action", "detail", "reference", "agreement")


class AreaForm(forms.Form):
    """A page and a box on it, in percents of the page from its top left: `box` is in page fractions."""

    page = forms.IntegerField(label="Page", min_value=1)
    x0 = forms.DecimalField(label="Bord gauche", min_value=0, max_value=PERCENT, localize=True)
    y0 = forms.DecimalField(label="Haut", min_value=0, max_value=PERCENT, localize=True)
    x1 = forms.DecimalField(label="Bord droit", min_value=0, max_value=PERCENT, localize=True)
    y1 = forms.DecimalField(label="Bas", min_value=0, max_value=PERCENT, localize=True)

    def __init__(self, *args, pages: int, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].validators.append(MaxValueValidator(pages))

    @staticmethod
    def values(page: int, box: Box) -> dict[str, object]:
        """This place as the fields of the form."""
        return {"page": page} | {side: round(PERCENT * value, 2) for side, value in box._asdict().items()}

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors:
            box = self.box
            if box.x1 - box.x0 < SMALLEST_SIDE or box.y1 - box.y0 < SMALLEST_SIDE:
                raise forms.ValidationError(
                    "Ce cadre est vide\u202f: le bord droit est à droite du gauche, le bas sous le haut."
                )
        return cleaned

    @property
    def box(self) -> Box:
        """In page fractions, once the form is valid."""
        return Box(*(float(self.cleaned_data[side]) / PERCENT for side in ("x0", "y0", "x1", "y1")))

    @property
    def shown(self) -> Box | None:
        """The box to draw, whatever the state of the form; None where its figures are none."""
        try:
            return Box(
                *(float(str(self[side].value()).replace(",", ".")) / PERCENT for side in ("x0", "y0", "x1", "y1"))
            )
        except ValueError:
            return None

    @property
    def shown_page(self) -> int:
        value = str(self["page"].value())
        return int(value) if value.isdecimal() and "page" not in self.errors else 1


class TypedField(forms.CharField):
    """What a person types for a field of a line, as `edits.parse_value` understands it."""

    def __init__(self, field: str, **options) -> None:
        options.setdefault("label", name_of(field).capitalize())
        super().__init__(required=options.pop("required", False), **options)
        self.line_field = field

    def clean(self, value: str) -> object:
        text = super().clean(value)
        try:
            return parse_value(self.line_field, text) if text or self.line_field != "amount" else None
        except EditError as error:
            raise forms.ValidationError(str(error)) from error


class RowForm(forms.Form):
    """What a row says. `amounts`: euros by year; `texts`: the rest, by field of `grants.line_fields`."""

    operator = TypedField("operator")
    amount = TypedField("amount", required=True, error_messages={"required": "Écrivez le montant imprimé."})
    year = TypedField("year")
    commune = TypedField("commune")
    territory = TypedField("territory")
    programme = TypedField("programme")
    subprogramme = TypedField("subprogramme")
    action = TypedField("action")
    detail = TypedField("detail")
    reference = TypedField("reference")
    agreement = TypedField("agreement")
    places = TypedField("places")
    amount_2 = TypedField("amount", label="Montant d’une deuxième année")
    year_2 = TypedField("year", label="Deuxième année")
    word = forms.CharField(label="Remarque (facultative)", required=False, max_length=500)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for bound in self:
            bound.field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("amount_2") is not None and cleaned.get("year_2") in (None, cleaned.get("year")):
            self.add_error("year_2", "Indiquez l’année de ce deuxième montant, autre que la première.")
        if not self.errors and not any(cleaned.get(name) for name in ("operator", "action", "detail")):
            self.add_error("operator", "Écrivez l’opérateur, ou à défaut l’action.")
        return cleaned

    @property
    def amounts(self) -> dict[int | None, Decimal]:
        found = {self.cleaned_data["year"]: self.cleaned_data["amount"]}
        if self.cleaned_data.get("amount_2") is not None:
            found[self.cleaned_data["year_2"]] = self.cleaned_data["amount_2"]
        return found

    @property
    def texts(self) -> dict[str, object]:
        said = {name: self.cleaned_data[name] for name in (*TEXTS, "places") if self.cleaned_data.get(name)}
        if len(self.amounts) == 1:
            said["amount_text"] = str(self["amount"].value())  # copied from the print, one for all the years of a row
        return said
