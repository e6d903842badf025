"""What can be wrong with a file: one class per cause, each with one clear sentence in French for the reader.

`str(error)` is that sentence, naming the file and, where it helps, the page.
"""

import signal

from ingest.reader.records import BoundAct
from portal.files import shown_name


class ReadingError(Exception):
    """A file that cannot be read. `reason` ends the sentence « <file> : … »."""

    reason = "lecture impossible."

    def __init__(self, name: str, page: int | None = None, reason: str = "") -> None:
        self.name = shown_name(name)
        self.page = page
        if reason:
            self.reason = reason
        super().__init__(self.name, page, self.reason)

    def __str__(self) -> str:
        place = f", page {self.page}" if self.page else ""
        return f"{self.name}{place}\u202f: {self.reason}"


class EmptyFileError(ReadingError):
    reason = "le fichier est vide (0 octet)."


class NotAPdfError(ReadingError):
    reason = "ce n’est pas un fichier PDF."


class DamagedFileError(ReadingError):
    reason = "le fichier PDF est tronqué ou endommagé\u202f; il ne s’ouvre pas."


class PartlyDamagedError(DamagedFileError):
    """It opens, nothing of use can be read in it, and some of its pages are damaged."""

    reason = (
        "le fichier PDF est endommagé\u202f: une partie ne se lit pas et aucune subvention n’a été trouvée dans le "
        "reste\u202f; demandez-en une autre copie."
    )


class EncryptedFileError(ReadingError):
    reason = "le fichier PDF est protégé par un mot de passe."


class NoPageError(ReadingError):
    reason = "le fichier PDF ne contient aucune page."


class NoTextError(ReadingError):
    reason = "aucun texte n’a pu être lu dans ce fichier PDF, ni reconnu sur ses images."


class PortfolioError(ReadingError):
    reason = (
        "ce fichier est un porte-documents\u202f: la délibération y est jointe\u202f; ouvrez-le, enregistrez le PDF "
        "qu’il contient et déposez celui-ci."
    )


class DynamicFormError(ReadingError):
    reason = (
        "ce fichier est un formulaire qu’Adobe Acrobat compose à l’ouverture\u202f; ouvrez-le, imprimez-le dans un "
        "nouveau PDF et déposez celui-ci."
    )


class NoRecognitionError(ReadingError):
    """This machine cannot recognise letters in images."""

    reason = (
        "le document est numérisé et la reconnaissance de caractères manque sur cette machine\u202f; "
        "installez les paquets tesseract-ocr et tesseract-ocr-fra."
    )


class SeveralActsError(ReadingError):
    """A file of several deliberations, where one is asked for. `acts`: where each stands in it; `doubtful`: the pages
    on which one more may begin."""

    reason = "le fichier contient plusieurs délibérations."

    def __init__(
        self,
        name: str,
        page: int | None = None,
        reason: str = "",
        acts: tuple[BoundAct, ...] = (),
        doubtful: tuple[int, ...] = (),
    ) -> None:
        super().__init__(name, page, reason)
        self.acts, self.doubtful = acts, doubtful


class NoGrantError(ReadingError):
    reason = "aucune subvention n’a été trouvée dans ce document."


class TooLargeError(ReadingError):
    reason = "le document dépasse les limites de lecture (taille, nombre de pages, mémoire ou durée)."


def too_many_pages(name: str, pages: int, limit: int) -> TooLargeError:
    """The refusal of the file `name`, which has more pages than the `limit`."""
    told = (f"{count:,}".replace(",", "\u202f") for count in (pages, limit))
    return TooLargeError(name, reason="le document a {} pages, la limite est de {}.".format(*told))


def ended_by(name: str, number: int) -> ReadingError:
    """What to say of the file `name` that ended the process reading it, by the signal with this `number`."""
    # Sent by the machine, or by a library to its own process, when a limit is passed.
    if number in (signal.SIGKILL, signal.SIGXCPU, signal.SIGABRT):
        return TooLargeError(name)
    return ReadingError(name, reason="la lecture s’est arrêtée brutalement\u202f; le fichier est sans doute endommagé.")
