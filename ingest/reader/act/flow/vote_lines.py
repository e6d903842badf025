"""Counts of a vote in printed text: « Pour : 24 voix (Groupe A ; Groupe B) », « par 30 voix contre 2 ».

What enters: the text of a paragraph. What leaves: the counts that it prints, each with its field of the vote and what
is printed beside it. This stage does not know which articles were voted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from ingest.reader.act.flow.persons import find_persons
from ingest.reader.paragraphs.plain_text import plain, sentences, without_brackets
from ingest.reader.values.number_words import NUMBER_WORDS, parse_number_words
from ingest.reader.vocabulary.acts import ADOPTED, NONE_WORDS, RESULT, VOTE_LABELS
from ingest.reader.vocabulary.persons import CIVILITY

# Characters: a line that gives counts and nothing else is no longer than this, its brackets apart.
LINE_LENGTH = 200
# Characters: one that opens with « Résultat du vote : » may also name those who took no part.
LONG_RESULT = 500
_TELLS_RESULT = re.compile(r"(?:resultats?|sens) (?:du|des) (?:votes?|scrutin) ?:")
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
_PRESENT = re.compile(
    r"(?<![\w'])(?P<figure>\d{1,3}) (?:membres|conseillers|elus"
    r"|delegues)\b[^.;:]{0,40}?\bpresents\b"
)
_AGAINST = re.compile(
    rf"\bpar (?P<figure>\d{{1,3}}|{NUMBER_WORDS}) voix(?: pour)?,? (?:et )?contre (?P<against>\d{{1,3}}|{NUMBER_WORDS})"
)
# « à l'unanimité, par 30 voix »
_BY_ALL = re.compile(rf"unanimite,? (?:soit |par |\()(?P<figure>\d{{1,3}}|{NUMBER_WORDS}) voix(?! contre| pour)")
# « décide, par 10 voix et 2 abstentions, »
_BY_VOICES = re.compile(r"\bpar (?P<figure>\d{1,3}) voix,?(?= (?:et |contre )?\d{1,3} (?:abstention|contre))")
# « ADOPTÉE PAR 27 VOIX – 4 ABSTENTIONS »
_ADOPTED_BY = re.compile(r"\badoptee? par (?P<figure>\d{1,3}) voix(?! contre| pour)")
_NAMES_FOLLOW = re.compile(rf"(?<![\w'-])(?:{_LABELS})(?:\(s\)|\(e\)s?)?\s*:\s*(?={CIVILITY})")
VOICES = ("votes_for", "against", "abstentions")
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
    r"(?:,? (?:votant|ayant vote|vote|votent|ont vote|a vote) (?P<voice>contre|pour)\b"
    r"|,? s'(?:abstenant|abstient|abstiennent|est abstenu|etant abstenu|etaient abstenus)\b|,? se sont abstenus\b)"
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
_NOT_ADOPTED = re.compile(
    r"(?<=deliberation est )(?:rejete|ajourne|retire)e\b|(?<=rapport est )(?:rejete|ajourne|retire)\b"
)
# Fields whose figure is the number of the members named; the members present are named all, their proxies between.
_NAMED = ("votes_for", "against", "abstentions", "not_voting")
_INNER_BRACKET = re.compile(r"\(\s*(?P<inside>[^()]+)\)")
_BRACKET = re.compile(r"\s*\(")
# « Se sont abstenus : 4 – Groupe Rassemblement »
_AFTER_DASH = re.compile(
    rf"\s*-\s*(?P<who>(?:groupes? |{CIVILITY})[^;:]*?)(?=\s*(?:;|$|\s-\s|,\s*(?:{_BARE_LABELS})\s*:))"
)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a vote. `field`: of `VoteRecord`, or `voters`. `detail`: the groups or names printed beside it.
    `figure`: None where the groups alone are named."""

    field: str
    figure: int | None
    detail: str
    start: int


# « VOTE les subventions suivantes », « Vote une aide de… » decide; they count no voices.
_GRANTS_ITSELF = re.compile(r"vote,? (?:les? |la |l'|une? |des |d'|ces |cette |ainsi )(?!unanimite|majorite|scrutin)")


def is_vote_line(text: str) -> bool:
    """A paragraph that gives counts or the result of a vote and nothing else. `text` is plain."""
    masked = without_brackets(text).strip()
    if ADOPTED.fullmatch(text.strip(" .*:;-")) or RESULT.fullmatch(text.strip(" .,*:;-()")):
        return True
    if len(masked) > (LONG_RESULT if _TELLS_RESULT.match(masked) else LINE_LENGTH):
        return False
    if _GRANTS_ITSELF.match(masked):
        return False
    if _GROUPS_FOLLOW.match(text) or _OF_GROUPS.match(text):
        return True
    if re.match(
        r"(?:adopte|vote|(?:resultats?|sens) (?:du|des) votes?|dans les conditions de vote|scrutin|mis aux voix"
        r"|decision(?: du conseil(?: \w+)?)? ?: (?:adopte|approuve|unanim))\b",
        masked,
    ):
        return True
    first = next(_matches(masked), None)
    return first is not None and first.start() <= len("nombre de membres du conseil ")


def find_counts(printed: str) -> tuple[Count, ...]:
    """The counts that the text prints, in order."""
    text = plain(printed)
    masked = _with_counted_brackets(text)
    counts = [_count(match, printed, text) for match in _matches(masked)]
    counts += [Count("present", int(match["figure"]), "", match.start()) for match in _PRESENT.finditer(masked)]
    for match in _AGAINST.finditer(masked):
        counts.append(Count("votes_for", _number(match["figure"]), "", match.start()))
        counts.append(Count("against", _number(match["against"]), "", match.start("against")))
    for match in (*_BY_ALL.finditer(text), *_ADOPTED_BY.finditer(text), *_BY_VOICES.finditer(text)):
        counts.append(Count("votes_for", _number(match["figure"]), "", match.start()))
    for match in (*_GROUPS_FOLLOW.finditer(text), *_OF_GROUPS.finditer(text)):
        who = " ".join(printed[match.start("who") : match.end("who")].split()).strip(" .,-")
        field = next(name for name, _ in VOTE_LABELS if match[name])
        alone = _ONE_GROUP.fullmatch(plain(who))
        _tell(counts, Count(field, int(alone["figure"]) if alone else None, who, match.start()))
    counts += _by_group(printed, text)
    for match in _NAMES_FOLLOW.finditer(masked):
        named = next(sentences(printed[match.end() :])).text
        if named.count(")") > named.count("("):
            named = named[: named.index(")")]
        persons = [person for person in find_persons(named) if match.lastgroup in _NAMED]
        field = str(match.lastgroup)
        if persons:
            _tell(counts, Count(field, len(persons), named.strip(" ."), match.start()))
    return tuple(sorted(counts, key=lambda count: count.start))


def _tell(counts: list[Count], told: Count) -> None:
    """« 4 voix contre : M. A, Mme B »: the figure is printed; the names are its detail."""
    near = next((one for one in counts if one.field == told.field and 0 <= told.start - one.start <= NEAR), None)
    if near:
        counts[counts.index(near)] = replace(near, detail=told.detail)
    else:
        counts.append(told)


def _by_group(printed: str, text: str) -> list[Count]:
    """What groups voted, told group by group."""
    counts = []
    if "group" in text:
        for match in _GROUP_VOTES.finditer(text):
            who = " ".join(printed[match.start("who") : match.end("who")].split())
            counts.append(Count(_OF_VOICE[match["voice"] or "abstention"], None, who, match.start()))
    if "(" not in text:
        return counts
    bracketed = list(_BRACKETED.finditer(text))
    for match, after in zip_longest(bracketed, bracketed[1:]):
        field = next(name for name, _ in VOTE_LABELS if match[name])
        who = printed[match.end() : after.start() if after else len(printed)]
        counts.append(Count(field, int(match["figure"]), " ".join(who.split()).strip(" .;,-–"), match.start()))
    groups = list(_GROUP_FIRST.finditer(text))
    for voice, field in _OF_VOICE.items():
        told = [match for match in groups if match["voice"] == voice]
        if told and len(groups) > 1:
            names = (f"{printed[one.start('who') : one.end('who')].strip(' –-')} ({one['figure']})" for one in told)
            counts.append(Count(field, sum(int(one["figure"]) for one in told), ", ".join(names), told[0].start()))
    return counts


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


def find_result(printed: str) -> str:
    """The result as printed: « à l'unanimité », « à la majorité », « Adopté »; empty where there is none."""
    text = plain(printed)
    match = _NOT_ADOPTED.search(text) or RESULT.search(text)
    if match:
        return printed[match.start() : match.end()].strip()
    alone = ADOPTED.fullmatch(text.strip(" .:;-"))
    return printed.strip(" .:;-()*") if alone else ""


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


def _count(match: re.Match[str], printed: str, text: str) -> Count:
    field = next(name for name, _ in VOTE_LABELS if match[name])
    figure = _figure(match)
    return Count(field, figure, _detail(printed, text, match.end()), match.start())


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else parse_number_words(printed) or 0


def _figure(match: re.Match[str]) -> int:
    """In figures or in words; « néant », « aucun » are nought."""
    return _number(match["words"] or match["figure"])


def _detail(printed: str, text: str, place: int) -> str:
    """What stands in brackets after the figure."""
    bracket = _BRACKET.match(text, place)
    if not bracket:
        after = _AFTER_DASH.match(text, place)
        return " ".join(printed[after.start("who") : after.end("who")].split()).strip(" .") if after else ""
    depth, start = 1, bracket.end()
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return " ".join(printed[start:index].split())
    return " ".join(printed[start:].split())
