"""Counts of a vote in printed text: « Pour : 24 voix (Groupe A ; Groupe B) », « par 30 voix contre 2 ».

What enters: the text of a paragraph. What leaves: the counts that it prints, each with its field of the vote and what
is printed beside it. This stage does not know which articles were voted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from ingest.reader.act.flow.persons import find_persons
from ingest.reader.paragraphs.plain_text import plain, sentences, without_brackets
from ingest.reader.values.number_words import NUMBER_WORDS, parse_number_words
from ingest.reader.vocabulary.acts import NONE_WORDS, VOTE_DETAILS, VOTE_LABELS
from ingest.reader.vocabulary.persons import CIVILITY
from portal.french import squeeze

# Characters from the figure of a count to its label.
NEAR = 12

_BARE_LABELS = "|".join(pattern for _, pattern in VOTE_LABELS)
_LABELS = "|".join(f"(?P<{name}>{pattern})" for name, pattern in VOTE_LABELS)
_FIGURE = rf"(?P<figure>\d{{1,3}}|{NONE_WORDS})(?!\d|[,/]\d|\s?(?:€|%|euros?\b|h\b))"
# « par vingt voix pour », « une abstention »; « cent pour cent » is no count.
_IN_WORDS = rf"(?:{NUMBER_WORDS})(?=\s*(?:voix|votes?|abstentions?|contre\b(?! ?(?:le|la|les|l')\b)"
_IN_WORDS += r"|pour\s*(?:[,;.)]|et\b|contre|$)))"
_VOTERS = r"(?:\s*(?:voix|votes?|membres?|elus?|conseillers?))?"
# « Pour : 24 voix », « Abstention(s) = 2 », « Votants 45 »
_LABEL_FIRST = re.compile(
    rf"(?<![\w'-])(?:{_LABELS})(?:\(s\)|\(e\)s?|\(es\))?\s*+"
    rf"(?:(?P<sign>[:=]|\bde\b)?\s*+{_FIGURE}"
    rf"|(?P<written>[:=])\s*+(?P<words>{NUMBER_WORDS})(?= voix|\s*$|\s*[;,.(/|-]| [a-z]+ ?:)){_VOTERS}"
)
# « 24 voix pour », « 2 abstentions ». Blanks are never given back: hundreds stand where brackets were.
_FIGURE_FIRST = re.compile(
    rf"(?<![\w'.,/-])(?:{_FIGURE}|(?P<words>{_IN_WORDS}))(?:\s*+\([a-z -]+\))?\s*+(?:voix\s*+|votes?\s*+"
    rf"|membres?\s*+|elus?\s*+)?,?\s*+(?:{_LABELS})(?![\w-])"
)
# Counts that a sentence gives, by their fields.
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORDS})"
_SAID = (
    re.compile(r"(?<![\w'])(?P<present>\d{1,3}) (?:membres|conseillers|elus|delegues)\b[^.;:]{0,40}?\bpresents\b"),
    re.compile(rf"\b(?:par|de) (?P<votes_for>{_NUMBER}) voix(?: pour)?,? (?:et )?contre (?P<against>{_NUMBER})"),
    # « à l'unanimité des 39 suffrages exprimés »
    re.compile(
        r"\bunanimite des (?P<votes_for>\d{1,3}) (?:voix|votants|suffrages|membres|conseillers|elus|delegues)\b"
    ),
    # « à l'unanimité, par 30 voix »
    re.compile(rf"unanimite,? (?:soit |par |\()(?P<votes_for>{_NUMBER}) voix(?! contre| pour)"),
    # « décide, par 10 voix et 2 abstentions, »
    re.compile(r"\bpar (?P<votes_for>\d{1,3}) voix,?(?= (?:et |contre )?\d{1,3} (?:abstention|contre))"),
    # « ADOPTÉE PAR 27 VOIX – 4 ABSTENTIONS »
    re.compile(r"\badoptee? par (?P<votes_for>\d{1,3}) voix(?! contre| pour)"),
)
_NAMES_FOLLOW = re.compile(rf"(?<![\w'-])(?:{_LABELS})(?:\(s\)|\(e\)s?)?\s*:\s*(?={CIVILITY})")
_NEXT_LABEL = re.compile(rf"[\s;,-]*(?<![\w'-])(?:{_BARE_LABELS})(?:\(s\))?\s*:")
# « Ont voté pour : Groupe A (12), Groupe B (4) »: who, without a figure for all.
_GROUPS_FOLLOW = re.compile(
    rf"(?<![\w'-])(?:{_LABELS})\s*:\s*(?P<who>groupes? [^;:]{{1,200}}?)(?=\s*(?:;|$|\s-\s|\.\s+(?:{_BARE_LABELS})\b))"
)
# « Vote(s) contre du/des groupe(s) : A ; B. »
_OF_GROUPS = re.compile(
    rf"(?<![\w'-])(?:{_LABELS})(?:\(s\))? (?:du|des|du/des) groupes?(?:\(s\))?\s*:\s*(?P<who>[^:.]{{2,200}}?)"
    r"(?=\s*(?:\.|$))"
)
# « le groupe A votant contre et le groupe B s'abstenant »
_GROUP_VOTES = re.compile(
    r"\b(?P<who>groupes? [^,;:()]{2,80}?)"
    r"(?: \((?P<figure>\d{1,3})(?: voix| elue?s?)?\))?"
    r"(?:,? (?:votant|ayant vote|vote|votent|ont vote|a vote) (?P<voice>contre|pour)\b"
    r"|,? s'(?:abstenant|abstient|abstiennent|est abstenu|etant abstenu|etaient abstenus)\b|,? se sont abstenus\b)"
)
# « Abstention du groupe A (7 voix) et du groupe B (2 voix) », « votes contre des groupes A (3) et B (4) »
_NAMED_GROUP = r"(?:(?!\b(?:vote|contre|pour|abst))[^:;.()\d]){2,80}?"
_FIGURE_OF_GROUP = rf"(?:{_NAMED_GROUP} \(\d{{1,3}}(?: voix| elue?s?| votes?)?\))"
_BY_GROUPS = re.compile(
    rf"(?<![\w'-])(?:{_LABELS})(?:\(s\))? (?:du|des) (?P<who>groupes? {_FIGURE_OF_GROUP}"
    rf"(?:(?:,| et) (?:d[ue]s? )?{_FIGURE_OF_GROUP})*)"
)
# « Ont voté POUR (44) : Groupe A (30), Groupe B (14) »
_BRACKETED = re.compile(rf"(?<![\w'-])(?:{_LABELS})\s*\((?P<figure>\d{{1,3}})\)\s*:\s*")
# « – Groupe A : pour (26) – Groupe B : contre (5) »
_GROUP_FIRST = re.compile(
    r"(?:^|[;•]|\s-|:\s-|^-)\s*(?P<who>[^:;()]{3,60}?)\s*:\s*(?P<voice>pour|contre|abstention)s?\s*\((?P<figure>\d{1,3})\)"
)
_OF_VOICE = {"pour": "votes_for", "contre": "against", "abstention": "abstentions"}
# « Contre : Groupe A (4) », « Pour : groupes A, B et C (41 voix) »: one figure, of all.
_ONE_GROUP = re.compile(r"(?:groupes [^()]+|[^(),]+)\((?P<figure>\d{1,3})(?: voix| elus?)?\)")
_INNER_BRACKET = re.compile(r"\(\s*(?P<inside>[^()]+)\)")
_BRACKET = re.compile(r"\s*\(")
# « Se sont abstenus : 4 – Groupe Rassemblement »
_AFTER_DASH = re.compile(
    rf"\s*-\s*(?P<who>(?:groupes? |{CIVILITY})[^;:]*?)(?=\s*(?:;|$|\s-\s|,\s*(?:{_BARE_LABELS})\s*:))"
)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a vote. `field`: of `VoteRecord`, or `voters`. `detail`: the groups or names printed beside it.
    `figure`: None where the groups alone are named. `named`: it is how many members are named, no printed figure."""

    field: str
    figure: int | None
    detail: str
    start: int
    named: bool = False


# The vote, its verdict and its recusals are looked for in the same paragraphs.
@lru_cache(maxsize=500)
def find_counts(printed: str) -> tuple[Count, ...]:
    """The counts that the text prints, in order."""
    text = plain(printed)
    masked = _with_counted_brackets(text)
    counts = [
        Count(_field(match), _number(match["words"] or match["figure"]), _detail(printed, text, match), match.start())
        for match in _matches(masked)
    ]
    counts += [
        Count(field, _number(figure), "", match.start(field))
        for pattern in _SAID
        for match in pattern.finditer(text)
        for field, figure in match.groupdict().items()
    ]
    for told in (*_of_groups(printed, text), *_of_members(printed, masked)):
        # « 4 voix contre : M. A, Mme B »: the figure is printed; the names are its detail.
        near = (one for one in counts if one.field == told.field and 0 <= told.start - one.start <= NEAR)
        if beside := next(near, None):
            counts[counts.index(beside)] = replace(beside, detail=told.detail)
        else:
            counts.append(told)
    return tuple(sorted(counts, key=lambda count: count.start))


def opens_with_count(masked: str) -> bool:
    """Whether a plain text, its brackets blank, gives a count at once or after « nombre de membres du conseil »."""
    first = next(_matches(masked), None)
    return first is not None and first.start() <= len("nombre de membres du conseil ")


def _of_groups(printed: str, text: str) -> Iterator[Count]:
    """What groups voted: « Pour : groupes A et B », « le groupe A votant contre », « Groupe A : pour (26) »."""
    if "group" in text:
        for match in (*_GROUPS_FOLLOW.finditer(text), *_OF_GROUPS.finditer(text)):
            who = _tidy(printed[match.start("who") : match.end("who")])
            alone = _ONE_GROUP.fullmatch(plain(who))
            yield Count(_field(match), int(alone["figure"]) if alone else None, who, match.start())
        for match in _GROUP_VOTES.finditer(text):
            who = _tidy(printed[match.start("who") : match.end("who")])
            figure = int(match["figure"]) if match["figure"] else None
            yield Count(_OF_VOICE[match["voice"] or "abstention"], figure, who, match.start())
        for match in _BY_GROUPS.finditer(text):
            who = _tidy(printed[match.start("who") : match.end("who")])
            yield Count(_field(match), sum(map(int, re.findall(r"\((\d+)", who))), who, match.start())
    if "(" not in text:
        return
    bracketed = list(_BRACKETED.finditer(text))
    for match, after in zip_longest(bracketed, bracketed[1:]):
        who = _tidy(printed[match.end() : after.start() if after else None])
        yield Count(_field(match), int(match["figure"]), who, match.start())
    groups = list(_GROUP_FIRST.finditer(text))
    for voice, field in _OF_VOICE.items():
        told = [match for match in groups if match["voice"] == voice]
        if told and len(groups) > 1:
            names = (f"{_tidy(printed[one.start('who') : one.end('who')])} ({one['figure']})" for one in told)
            yield Count(field, sum(int(one["figure"]) for one in told), ", ".join(names), told[0].start())


def _of_members(printed: str, masked: str) -> Iterator[Count]:
    """« Abstentions : M. A, Mme B »: as many as are named."""
    for match in _NAMES_FOLLOW.finditer(masked):
        named = next(sentences(printed[match.end() :])).text
        after = _NEXT_LABEL.search(plain(named))
        named = named[: after.start()] if after else named
        if named.count(")") > named.count("("):
            named = named[: named.index(")")]
        # The members present are named all, their proxies between: no figure.
        persons = find_persons(named) if _field(match) in VOTE_DETAILS else []
        if persons:
            yield Count(_field(match), len(persons), _tidy(named), match.start(), named=True)


def _with_counted_brackets(text: str) -> str:
    """The text without its brackets, but for those that open with a count: « à la majorité (4 voix contre) »."""
    masked = without_brackets(text)
    for bracket in _INNER_BRACKET.finditer(text):
        inside = bracket["inside"]
        opens = _FIGURE_FIRST.match(inside) or _LABEL_FIRST.match(inside)
        if opens and not masked[bracket.start() : bracket.end()].strip():
            start = bracket.start("inside")
            masked = masked[:start] + inside + masked[start + len(inside) :]
    return masked


def _matches(masked: str) -> Iterator[re.Match[str]]:
    """Label and figure, in either order, without overlap. A label without a sign counts among others only."""
    found = list(_LABEL_FIRST.finditer(masked))
    # « à la majorité : 16 voix pour » says how many were for, not the majority required.
    found = [match for match in found if not (match["majority"] and _FIGURE_FIRST.match(masked, match.start("figure")))]
    sure = [
        match
        for match in found
        if match["sign"] or match["written"] or len(found) > 1 or match.end() >= len(masked.rstrip(" .;,"))
    ]
    spans = [(match.start(), match.end()) for match in sure]
    sure += [
        match
        for match in _FIGURE_FIRST.finditer(masked)
        if not any(match.start() < end and start < match.end() for start, end in spans)
    ]
    yield from sorted(sure, key=lambda match: match.start())


def _field(match: re.Match[str]) -> str:
    return next(name for name, _ in VOTE_LABELS if match[name])


def _number(printed: str) -> int:
    """In figures or in words; « néant », « aucun » are nought."""
    return parse_number_words(printed) or 0


def _detail(printed: str, text: str, count: re.Match[str]) -> str:
    """What stands in brackets or behind a dash after the figure."""
    bracket = _BRACKET.match(text, count.end())
    if not bracket:
        after = _AFTER_DASH.match(text, count.end())
        return _tidy(printed[after.start("who") : after.end("who")]) if after else ""
    depth, start = 1, bracket.end()
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return squeeze(printed[start:index])
    return squeeze(printed[start:])


def _tidy(who: str) -> str:
    return squeeze(who).strip(" .;,–-")
