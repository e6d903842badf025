"""Tables alike, each under a short title of its own → the title heads the rows of its table: « SPORT », « CULTURE ».

Takes the tables of a document as they are read; gives them with such titles told. A title that every table of its kind
does not have, or that says no more than that a list follows, tells nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.grant_rows.headings import LONGEST_HEADING, is_of_the_act, says_nothing
from ingest.reader.headers.column_headers import find_header
from ingest.reader.records import ReadTable
from ingest.reader.vocabulary.phrases import phrase

# Tables of one header, each with its theme.
FEWEST_TABLES: Final = 2
_NO_THEME: Final = re.compile(r"[.:;,]$|\d{3}|€|n° ?\d", re.IGNORECASE)


def with_themes(reads: Sequence[ReadTable]) -> list[ReadTable]:
    """The tables, with the titles that are the themes of their rows."""
    alike: defaultdict[tuple[tuple[str, ...], ...], list[ReadTable]] = defaultdict(list)
    for read in reads:
        if not read.skipped and not read.titles and all(column.role != "programme" for column in read.columns):
            alike[find_header(read.table).levels].append(read)
    themed = {id(read) for header, group in alike.items() if any(header) and _are_themes(group) for read in group}
    return [replace(read, titles=(read.table.title,)) if id(read) in themed else read for read in reads]


def _are_themes(group: Sequence[ReadTable]) -> bool:
    titles = [read.table.title for read in group]
    several = len(group) >= FEWEST_TABLES and len({phrase(title) for title in titles}) == len(titles)
    return several and all(map(_may_be_theme, titles))


def _may_be_theme(title: str) -> bool:
    if not any(map(str.isalpha, title)) or len(title) > LONGEST_HEADING or _NO_THEME.search(title):
        return False
    return not is_of_the_act(title) and not says_nothing(title)
