"""Lines of a vote: paragraphs that give its counts or its result, « Adopté à l'unanimité », and nothing else.

What enters: the text of a paragraph. What leaves: whether it is such a line, and the result that it prints.
"""

import re

from ingest.reader.act.flow.vote_counts import opens_with_count
from ingest.reader.paragraphs.plain_text import plain, without_brackets
from ingest.reader.vocabulary.acts import ADOPTED, ASSEMBLY, BARE_DECISION, RESULT
from ingest.reader.vocabulary.persons import CIVILITY

# Characters: a line that gives counts and nothing else is no longer than this, its brackets apart.
LINE_LENGTH = 200
# Characters: one that opens with « Résultat du vote : » may also name those who took no part.
LONG_RESULT = 500
_TELLS_RESULT = re.compile(r"(?:resultats?|sens) (?:du|des) (?:votes?|scrutin) ?:")
# « VOTE les subventions suivantes », « Vote une aide de… » decide; they count no voices.
_GRANTS_ITSELF = re.compile(r"vote,? (?:les? |la |l'|une? |des |d'|ces |cette |ainsi )(?!unanimite|majorite|scrutin)")
_OPENS_VOTE = re.compile(
    r"(?:adopte|vote|(?:resultats?|sens) (?:du|des) votes?|dans les conditions de vote|scrutin|mis aux voix"
    r"|decision(?: du conseil(?: \w+)?)? ?: (?:adopte|approuve|unanim)"
    # « Abstention du groupe A (7 voix) », « Le groupe B vote contre »
    r"|(?:abstentions?|votes? (?:pour|contre)) (?:du|des) groupes?"
    # « Abstentions : M. A et Mme B », « Pour : unanimité »
    rf"|(?:abstentions?|(?:ont vote |votes? )?contre|se sont abstenus?|s'abstiennent)(?:\(s\))? ?: (?={CIVILITY})"
    r"|pour ?: (?:a l')?unanimite"
    # « Le vote de ces aides est validé par 12 voix pour »
    r"|(?:le|ce) vote\b[^.;:]{0,60}? (?:est (?:valide|acquis|approuve|adopte)|donne|a donne)"
    # « La délibération, mise aux voix, est adoptée par 12 voix », under the last article too
    r"|(?:la |cette |le |ce )(?:presente? )?(?:deliberation|rapport|proposition|projet de deliberation)"
    r"(?:,? mise? aux voix,?)? est (?:adopte|approuve)e? (?:a|par)"
    rf"|{ASSEMBLY} adopte(?:nt)? (?=a (?:l'unanimite|la majorite)(?: des [^,;:.]{{3,40}})?\W*$)(?:a l'unanimite|a la)"
    r"|les? groupes? [^.;:]{2,80}? (?:s'abst|se sont abst|vote|votent|a vote|ont vote)\w*)\b"
)
_NOT_ADOPTED = re.compile(
    r"(?<=deliberation est )(?:rejete|ajourne|retire)e\b|(?<=rapport est )(?:rejete|ajourne|retire)\b"
)


def is_vote_line(text: str) -> bool:
    """A paragraph that gives counts or the result of a vote and nothing else. `text` is plain."""
    if ADOPTED.fullmatch(text.strip(" .*:;-")) or RESULT.fullmatch(text.strip(" .,*:;-()")):
        return True
    if BARE_DECISION.fullmatch(text) and text.rstrip().endswith(":"):
        return False  # « Décide, par 41 voix pour : » opens what is decided
    masked = without_brackets(text).strip()
    if RESULT.fullmatch(masked.strip(" .,*:;-")):
        return True  # « À l'unanimité (31 votants) »
    if len(" ".join(masked.split())) > (
        LONG_RESULT if _TELLS_RESULT.match(masked) else LINE_LENGTH
    ) or _GRANTS_ITSELF.match(masked):
        return False
    return _OPENS_VOTE.match(masked) is not None or opens_with_count(masked)


def find_result(printed: str) -> str:
    """The result as printed: « à l'unanimité », « à la majorité », « Adopté »; empty where there is none."""
    text = plain(printed)
    match = _NOT_ADOPTED.search(text) or RESULT.search(text)
    if match:
        return printed[match.start() : match.end()].strip()
    alone = ADOPTED.fullmatch(text.strip(" .:;-"))
    return printed.strip(" .:;-()*") if alone else ""
