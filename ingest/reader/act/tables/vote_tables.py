"""Votes printed in columns: a label over each count, a row a group where groups are told, and their total.

What enters: a table, or the lines that one without rules leaves. What leaves: the counts, with the groups beside them
where their rows add up; None where no vote is printed so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DeliberationRecord, Table, VoteRecord
from ingest.reader.values.figures import parse_count
from ingest.reader.vocabulary.acts import VOICES, VOTE_DETAILS, VOTE_LABELS

# Labels that a row must hold to be the header of a vote; lines of a table without rules that are looked at below it.
FEWEST_LABELS = 2
MOST_LINES = 25

_LABELS = tuple((name, re.compile(pattern)) for name, pattern in VOTE_LABELS)
_ASIDE = re.compile(r"\((?:s|e|es|nt)\)")
_LABEL = re.compile("|".join(f"(?:{pattern})" for _, pattern in VOTE_LABELS))
_TOTAL = re.compile(r"tota(?:l|ux)\b|ensemble\b")
_BESIDE = re.compile(r"(?P<figure>\d{1,3})\s*\((?P<who>[^()]{3,200})\)")
# « Total 43 14 18 »
_FIGURES = re.compile(r"(?:tota(?:l|ux)[a-z ]*:? ?)?(?P<figures>\d{1,3}(?: \d{1,3})+)")


def with_table_votes(record: DeliberationRecord, tables: Iterable[Table]) -> DeliberationRecord:
    """The record with the counts of the last table of votes, where its sentences print none."""
    if len(record.votes) > 1 or any(_counts(vote) for vote in record.votes):
        return record
    printed = next((vote for table in reversed(list(tables)) if (vote := read_vote_table(table))), None)
    if printed is None:
        return record
    said = record.votes[0] if record.votes else VoteRecord()
    told = {name: value for name, value in _fields(printed).items() if value not in (None, "", ())}
    return replace(record, votes=(replace(said, **told),))


def read_vote_table(table: Table) -> VoteRecord | None:
    """The vote that a table prints, its labels in a row or in the first column."""
    grid = [[cell.text if cell else "" for cell in row] for row in table.grid]
    source = next((cell.source for row in table.grid for cell in row if cell), None)
    for rows in (grid, [list(column) for column in zip(*grid, strict=True)]):
        vote = _read_rows(rows)
        if vote:
            return replace(vote, source=source)
    return None


def read_vote_lines(lines: Sequence[str]) -> VoteRecord | None:
    """The vote of a table without rules: « Groupe Pour Contre Abstention », lines of groups, « Total 43 14 18 »."""
    for place, line in enumerate(lines):
        names = _names_of_line(plain(line))
        if len(names) < FEWEST_LABELS or not set(names) & set(VOICES):
            continue
        for below in lines[place + 1 : place + 1 + MOST_LINES]:
            match = _FIGURES.fullmatch(plain(below).strip())
            figures = [int(figure) for figure in match["figures"].split()] if match else []
            if len(figures) == len(names):
                return _record(dict(zip(names, figures, strict=True)))
    return None


def _names_of_line(text: str) -> list[str]:
    """The labels of a line that prints nothing else but « Groupes »."""
    rest = re.sub(r"^(?:groupes?(?: politiques?| d'elus)?|vote)\b", "", text.strip())
    labels = [name for match in _LABEL.finditer(rest) if (name := _name(match[0]))]
    return [] if re.search(r"\w", _LABEL.sub("", rest)) else labels


def _read_rows(rows: Sequence[Sequence[str]]) -> VoteRecord | None:
    names: Mapping[int, str] = {}
    for place, row in enumerate(rows[:2]):
        names = {column: name for column, text in enumerate(row) if (name := _name(text))}
        if len(names) >= FEWEST_LABELS and len(set(names.values())) == len(names):
            return _read_counts(rows[place + 1 :], names)
    return None


def _read_counts(rows: Sequence[Sequence[str]], names: Mapping[int, str]) -> VoteRecord | None:
    total = next((row for row in rows if any(_TOTAL.match(plain(text)) for text in row)), None)
    others = [row for row in rows if row is not total]
    added = {name: [(_group(row, names), _figure(row[column])) for row in others] for column, name in names.items()}
    sums = {name: sum(count for _, count in told) for name, told in added.items()}
    stated = {name: _figure(total[column]) for column, name in names.items()} if total else sums
    if not any(stated.values()):
        return None
    details = {
        VOTE_DETAILS[name]: ", ".join(f"{group} ({count})" for group, count in told if count)
        for name, told in added.items()
        if name in VOTE_DETAILS and stated == sums and all(group for group, count in told if count)
    }
    if len(others) == 1:
        # « 6 (groupe A) »: who, beside the figure.
        beside = {name: _BESIDE.fullmatch(others[0][column].strip()) for column, name in names.items()}
        details |= {VOTE_DETAILS[name]: told["who"] for name, told in beside.items() if told and name in VOTE_DETAILS}
    return _record({**stated, **details})


def _figure(text: str) -> int:
    beside = _BESIDE.fullmatch(text.strip())
    return parse_count(beside["figure"] if beside else text) or 0


def _group(row: Sequence[str], names: Mapping[int, str]) -> str:
    """What a row is of: the first of its cells under no label."""
    others = (text for column, text in enumerate(row) if column not in names)
    return next((text for text in others if any(map(str.isalpha, text))), "")


def _name(text: str) -> str:
    """The field of a label that is all of a text: « Abstention(s) : » → `abstentions`."""
    label = _ASIDE.sub("", plain(text)).strip(" :.")
    if not _LABEL.fullmatch(label):  # as nearly all cells of all tables
        return ""
    return next((name for name, pattern in _LABELS if pattern.fullmatch(label)), "")


def _record(printed: Mapping[str, Any]) -> VoteRecord:
    known = VoteRecord.__dataclass_fields__
    return VoteRecord(**{name: value for name, value in printed.items() if name in known})


def _fields(vote: VoteRecord) -> dict[str, Any]:
    return {name: getattr(vote, name) for name in VoteRecord.__dataclass_fields__}


def _counts(vote: VoteRecord) -> bool:
    return any(getattr(vote, name) is not None for name in VOICES)
