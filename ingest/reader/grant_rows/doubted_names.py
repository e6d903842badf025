"""The printed name of a beneficiary → what makes it doubtful: it holds what is none of it, or lacks a part.

Takes one text; gives a note in French. It changes no name.
"""

import re
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.name_ends import ADDRESS
from ingest.reader.vocabulary.patterns import CUT_END

# Characters: a longer name is several.
LONGEST_NAME: Final = 250

# An amount at the end of a name is that of a column whose side was not found.
_ENDS_WITH_MONEY: Final = re.compile(r"\d(?:,\d\d|\s?(?:€|eur|euros))$|\d,\d\d\s?(?:€|eur|euros)$", re.IGNORECASE)
# What no name begins nor ends with: the rest was read with another row.
_BEGINS_OPEN: Final = re.compile(r"\(|(?:d[eu]|des|et|à|aux?)\s|d['\u2019]")
_ENDS_OPEN: Final = re.compile(rf"\([^()]*$|{CUT_END.pattern}", re.IGNORECASE)
_MONEY_NOTE: Final = "montant à la fin du nom, ou nom trop long\u202f: à vérifier"
# « 89 rue de la Gare »: the line under the name.
_BEGINS_ADDRESS: Final = re.compile(ADDRESS)
_ADDRESS_NOTE: Final = "adresse à la place du nom\u202f: à vérifier"
_OPEN_NOTE: Final = "nom qui semble coupé\u202f: à vérifier"


def why_doubted(name: str) -> str:
    """The note on a name that is doubtful as printed, empty for any other."""
    if _ENDS_WITH_MONEY.search(name) or len(name) > LONGEST_NAME:
        return _MONEY_NOTE
    if name[:1].isdigit() and _BEGINS_ADDRESS.match(plain(name)):
        return _ADDRESS_NOTE
    return _OPEN_NOTE if _BEGINS_OPEN.match(name) or _ENDS_OPEN.search(name) else ""
