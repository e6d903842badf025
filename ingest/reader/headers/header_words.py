"""The words of a header → the role of its column.

What the cells hold is asked only where a header may be a year or an amount.
"""

import re
from dataclasses import replace
from functools import lru_cache

from ingest.reader.headers.cell_profiles import Profile, column_texts
from ingest.reader.headers.column_drafts import (
    BY_CONTENT,
    BY_HEADER,
    BY_WEAK_WORD,
    MISREAD_NOTE,
    MOST,
    Draft,
    names_a_year,
)
from ingest.reader.headers.column_headers import Header
from ingest.reader.records import Role, Table
from ingest.reader.vocabulary.headers import HEADERS, NEUTRAL, VOICES, WEAK_HEADERS
from ingest.reader.vocabulary.money import WHOLE
from ingest.reader.vocabulary.phrases import phrase

# Words of one phrase of the vocabulary, at most.
_LONGEST_PHRASE = 5
# « € », « (en k€) »: over amounts, and nothing else.
_MONEY_SIGN = re.compile(r"\W*(?:en )?[kM]?€\W*")
# « Bénéfi-ciaire »: the hyphen of a word broken for a narrow column.
_BROKEN = re.compile(r"(?<=[^\W\d_])-(?=[a-zà-ÿ])")


def head_role(text: str) -> Role | None:
    """The role of the first word of a header that the vocabulary knows; None without any."""
    return read_head(text)[0]


@lru_cache(maxsize=2_000)
def read_head(text: str) -> tuple[Role | None, float]:
    """The same, and how sure it is: less where words that the vocabulary does not know stand before."""
    if _MONEY_SIGN.fullmatch(text):
        return "amount", BY_HEADER
    words = phrase(text).split()
    skipped = False
    for start in range(len(words)):
        for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
            role = HEADERS.get(" ".join(words[start : start + length]))
            if role:
                return role, BY_WEAK_WORD if skipped else BY_HEADER
        skipped = skipped or not (words[start] in NEUTRAL or words[start].isdigit())
    if (whole := _BROKEN.sub("", text)) != text and (read := read_head(whole))[0]:
        return read
    weak = next((WEAK_HEADERS[word] for word in words if word in WEAK_HEADERS), None)
    return weak, BY_WEAK_WORD


def by_header(index: int, header: Header, table: Table) -> Draft:
    """The lowest level that names a role decides; a level such as « Solidarité » under « Montant » leaves it above."""
    levels = header.levels[index]
    draft = Draft(index, levels, Profile(column_texts(table, index, header.rows)))
    if _counts_voices(index, header):
        return replace(draft, role="other")
    for level in reversed(levels):
        over_money = draft.profile.amounts >= MOST and "amount" in map(head_role, levels)
        if names_a_year(level) and (draft.profile.money >= MOST or over_money):
            # « Exercice 2024 » says which year, not what: the cells or the words above do.
            continue
        if phrase(level) in WHOLE and "places" in map(head_role, levels):
            # « Nombre de logements – Total »: what is counted, not its money.
            continue
        role, certainty = read_head(level)
        if role == "other" and over_money:
            continue  # « Proposition du | Président »: the rest of a name, on a level of its own
        if role and index in header.misread:
            note = MISREAD_NOTE.format(read=header.misread[index], meant=draft.header)
            return replace(draft, role=role, certainty=BY_CONTENT, note=note)
        if role:
            return replace(draft, role=role, certainty=certainty)
    return draft


def _counts_voices(index: int, header: Header) -> bool:
    """« Vote – Pour | Vote – Contre | Vote – Abst. »: whether a column says how many voted so, beside another that says
    it of another voice."""
    heads = [phrase(levels[-1]) if levels else "" for levels in header.levels]
    return heads[index] in VOICES and len(VOICES.intersection(heads)) > 1
