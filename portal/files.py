"""What is said of files of this machine: a name as it can be shown, why the machine refuses one. Opens none.

Pure: no Django, no database.
"""

import errno
import os
import unicodedata

_REFUSALS = {
    errno.ENOENT: "ce fichier ou ce dossier n’existe pas",
    errno.ENOTDIR: "un fichier tient la place d’un dossier",
    errno.EISDIR: "c’est un dossier",
    errno.EACCES: "droits insuffisants",
    errno.EPERM: "droits insuffisants",
    errno.EROFS: "le disque n’accepte pas d’écriture",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place accordée sur le disque est épuisée",
    errno.ENAMETOOLONG: "le nom est trop long",
}


def shown_name(name: str) -> str:
    """The name of a file, from `Path.name`, as it can be printed, stored and sent: one line, no invisible character.

    A name that is not UTF-8, as old archives bring them, is taken for Windows-1252.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("cp1252", errors="replace")
    return "".join("\ufffd" if unicodedata.category(one).startswith("C") else one for one in name)


def refusal(error: OSError) -> str:
    """Why the machine refused a file, in French, without capital nor full stop; its own words for a rare cause."""
    return _REFUSALS.get(error.errno or 0) or error.strerror or type(error).__name__
