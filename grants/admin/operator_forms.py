"""What staff type of an operator: its shown name, its numbers, the spellings under which acts may print it."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from grants.models import GrantLine, Operator, OperatorName
from grants.operators.identifiers import typed
from grants.operators.names import bearer_of
from grants.templatetags.french import printed_lines, quoted
from portal.french import fold_name, squeeze


class NumberField(forms.CharField):
    """A number as it is pasted: `732 829 320 00074`, `w593001234`."""

    def to_python(self, value) -> str:
        return typed(super().to_python(value)).upper()


class OperatorForm(forms.ModelForm):
    siret = NumberField(
        label="SIRET", required=False, max_length=30, help_text="14 chiffres\u202f; les espaces sont ôtées."
    )
    rna = NumberField(label="N° RNA", required=False, max_length=30, help_text="W suivi de 9 chiffres ou lettres.")
    name = forms.CharField(
        label="Nom montré",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Vide\u202f: à la prochaine lecture, le plus lisible des noms imprimés.",
    )

    class Meta:
        model = Operator
        fields = ["name", "kind", "siret", "rna", "commune"]

    def clean_name(self) -> str:
        """A blank name is the one that is there, to be found again by the next reading."""
        return squeeze(self.cleaned_data["name"]) or self.instance.name

    @property
    def chose_name(self) -> bool:
        return bool(squeeze(self.data.get("name", "")))


class OperatorNameForm(forms.ModelForm):
    """A spelling: those that are there stay as they are printed, a new one is staff's."""

    class Meta:
        model = OperatorName
        fields = ["name"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["aria-label"] = "Nom"
        if self.instance.pk:
            self.fields["name"].disabled = True

    def clean_name(self) -> str:
        name = squeeze(self.cleaned_data["name"])
        if self.instance.pk:
            return name
        if not fold_name(name):
            raise ValidationError("Ce texte ne nomme rien\u202f: il faut au moins une lettre ou un chiffre.")
        if there := bearer_of(name):
            if there.pk == self.instance.operator_id:
                raise ValidationError(f"{quoted(name)} est déjà un de ses noms.")
            raise ValidationError(
                f"{quoted(name)} est déjà un nom de {quoted(there.name)}. Si c’est le même, réunissez-les."
            )
        return name

    def save(self, commit: bool = True) -> OperatorName:
        if not self.instance.pk:
            self.instance.by_staff = True
            self.instance.key = fold_name(self.instance.name)
        return super().save(commit)


class OperatorNameFormSet(BaseInlineFormSet):
    """A spelling that an act prints cannot be taken away: it is what is printed."""

    def clean(self) -> None:
        super().clean()
        names = [form.instance.name for form in self.deleted_forms if form.instance.pk]
        for name in names:
            if rows := GrantLine.objects.filter(operator_text=name).values("row_key").distinct().count():
                raise ValidationError(f"{quoted(name)} est imprimé sur {printed_lines(rows)}\u202f: on ne peut l’ôter.")
