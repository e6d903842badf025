"""What staff fill in: the files of an upload, the tick box of a publication."""

from django import forms

from ingest.departments import departments


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


class UploadForm(forms.Form):
    files = SeveralFilesField(
        label="Fichiers PDF",
        error_messages={"required": "Choisissez au moins un fichier PDF."},
    )
    department = forms.ChoiceField(
        label="Département",
        required=False,
        choices=lambda: [
            ("", "celui que le document nomme"),
            *((code, f"{name} ({code})") for code, name in departments().items()),
        ],
        help_text="Ne sert que si le document ne nomme pas son département.",
    )


class PublishForm(forms.Form):
    """`acknowledged` says that a person has seen what differs and what was not read."""

    acknowledged = forms.BooleanField(required=False, label="J’ai vu ces points, je publie quand même")
