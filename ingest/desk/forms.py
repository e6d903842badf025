"""What staff fill in: the files of an upload, the tick box of a publication."""

from django import forms

from grants.models import Deliberation
from ingest.places.departments import departments
from ingest.store.explanations import LONGEST_WORD


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One file or many: cleans to a list. What is in each file is for `uploads.receive` to judge, one by one."""

    widget = SeveralFilesInput(attrs={"accept": "application/pdf,.pdf"})

    def clean(self, data, initial=None) -> list:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(files)


class DepartmentField(forms.ChoiceField):
    """The département of documents that name none: a code, or nothing."""

    def __init__(self) -> None:
        super().__init__(
            label="Département",
            required=False,
            choices=lambda: [
                ("", "celui que le document nomme"),
                *((code, f"{name} ({code})") for code, name in departments().items()),
            ],
            help_text="Ne sert que si le document ne nomme pas son département.",
        )


class UploadForm(forms.Form):
    """`replaces` is the act of which the file is a corrected version: its key, hidden."""

    files = SeveralFilesField(
        label="Fichiers PDF",
        error_messages={"required": "Choisissez au moins un fichier PDF."},
    )
    department = DepartmentField()
    replaces = forms.ModelChoiceField(Deliberation.objects.all(), required=False, widget=forms.HiddenInput)


class RetryForm(forms.Form):
    department = DepartmentField()


class PublishForm(forms.Form):
    """`word` is said, in public, on what differs and was not read, wherever nobody has said one yet."""

    word = forms.CharField(
        required=False,
        max_length=LONGEST_WORD,
        label="Votre explication, qui sera publiée",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
