"""What an assembly says of what it was asked, below it: agreed, or turned down.

What enters: the steps of an act. What leaves: the verdict of each, the lines of one vote seen as one. Which decision it
bears on is not asked here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.reader.act.flow.next_paragraphs import LABEL_LENGTH
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.flow.vote_counts import find_counts
from ingest.reader.act.flow.vote_lines import is_vote_line
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.acts import ADOPTED_AT_ONCE, AGREED, ASSEMBLY, VOTED

# What a verdict bears on.
_DECIDES = ("item", "body")
_AGREED = re.compile(f"{AGREED.pattern}$")
# « La délibération », « La proposition, mise aux voix, », not « la proposition de M. Roy »
_WHAT = (
    r"(?:le |la |ce |cette )?(?:rapport|projet|proposition|deliberation|dossier|demande|question)"
    r"(?: de deliberation| de subventions?| n ?°? ?[\d-]+| ci-dessus| ainsi amendee?"
    r"|,? (?:mise?|soumise?) (?:aux voix|au vote),?)* "
)
# « Rejeté », « La délibération est ajournée », « Rapport retiré », « La proposition n'est pas adoptée »
_TURNED_DOWN = re.compile(
    rf"\W*{_WHAT}n'(?:est|a) pas (?:ete )?(?:adopte|approuve)e?\b"
    rf"|\W*(?:vote ?: ?)?(?:{_WHAT})?"
    r"(?::? ?(?:est|sont|a ete|ont ete) |: ?)?"
    # « Reporte les crédits » and « Demande refusée : Moto-club » say it of something else.
    r"(?:rejete|ajourne|retire|refuse|reporte)e?s?\b"
    r"(?! (?:l[ae]s?|des|une?|ces?|cette|s[ao]n|ses) | l'| (?:de l'affich|du panneau|sur)"
    r"| ?(?:de l'ordre du jour)? ?: ?(?!\d|pour\b|contre\b|vot|abst))"
    # « Le Conseil adopte l'amendement puis rejette la délibération », but not « la proposition de M. Roy »
    rf"|{ASSEMBLY}\b[^.;:]{{0,120}}?\brejette(?:nt)? (?:le|la|ce|cette) (?:rapport|projet|proposition|deliberation)\b"
    r"(?! (?:d[eu]s? (?:m\.|mm?e?s?\b|monsieur|madame|groupe|elus)(?! l[ae] )))"
)
# « - d'attribuer 300 € à la Chorale, par 3 voix pour et 12 contre », unlike « pour 3 stages, contre 5 »
_VOICED = re.compile(r"\b\d+ voix\b|\b(?:pour|contre) ?:")
# « - Judo Club : 900 € – ajourné dans l'attente des comptes », unlike « (refusée en 2030) »
_SAYS_REFUSED = re.compile(
    r"(?:€|euros?)[^€]{0,60}[-,(] ?(?:rejete|ajourne|refuse)e?s?"
    rf"(?:\W*$| (?:dans|faute|par|{VOTED}|en attente)\b)"
)
# « Article 2 rejeté par 3 voix pour et 20 contre », « Vote sur l'article 2 : »: of that article only
_OF_ARTICLE = re.compile(r"\W*(?:vote (?:sur |de )?(?:l')?)?article (?P<number>\d{1,2})(?:er)?\b")
# « Refusées », over entries
_HEADS_REFUSED = re.compile(r"\W*(?:demandes |dossiers )?(?:rejete|ajourne|refuse|reporte)e?s ?:?$")
# « L'amendement est rejeté par 12 voix pour et 15 voix contre »: what is voted on before the decision; « avec
# l'amendement, la délibération est adoptée » is the decision.
_VOTED_ASIDE = re.compile(r"^(?!.*\b(?:deliberation|rapport|projet)\b).*\b(?:amendements?|motions?|v(?:oe|o)ux?)\b")


def says_agreed(step: Step) -> bool:
    """Whether a step says that the assembly agrees to what was proposed."""
    return not (is_turned_down(step) or _VOTED_ASIDE.match(step.plain)) and (
        step.role == "vote"
        or is_vote_line(step.plain)
        or any(one.match(step.plain) for one in (ADOPTED_AT_ONCE, _AGREED))
    )


def is_turned_down(step: Step) -> bool:
    """Whether a step says that what stands above is rejected, put off or outvoted."""
    outvoted = not _VOTED_ASIDE.match(step.plain) and _is_outvoted(step.paragraph.text)
    return outvoted or _TURNED_DOWN.match(step.plain) is not None


def _is_outvoted(text: str) -> bool:
    """« 5 pour, 12 contre », the voices of several groups added up; unknown where one prints no figure."""
    told = [count for count in find_counts(text) if count.field in ("votes_for", "against")]
    voices: Counter[str] = Counter()
    for one in told:
        voices[one.field] += one.figure or 0
    counted = "votes_for" in voices and all(one.figure is not None for one in told)
    return counted and voices["against"] > voices["votes_for"]


def standing(steps: Sequence[Step]) -> list[Step]:
    """The steps but for what a vote below it turns down, and for the votes between the entries of one list."""
    kept: list[Step] = []
    since, voted = 0, False  # what stands from there on is not voted yet, or only by the last vote
    steps = _without_refused_articles(_with_whole_votes(steps))
    for before, step, follows in zip([None, *steps], steps, [*steps[1:], None], strict=False):
        listed = step.role == "vote" and follows is not None and follows.is_entry()
        heads = follows is not None and _HEADS_REFUSED.match(step.plain) and states_amount(follows.paragraph.text)
        if not heads and _is_verdict(step, before if voted else None) and is_turned_down(step):
            kept[since:] = [one for one in kept[since:] if one.role not in _DECIDES or (listed and _opens_list(one))]
        elif step.role in _DECIDES and voted:
            since, voted = len(kept), False
        voted = voted or (step.role == "vote" and not _VOTED_ASIDE.match(step.plain))
        kept += [] if listed or _is_outvoted_itself(step) else [step]
    return kept


def all_turned_down(steps: Sequence[Step]) -> bool:
    """Whether an act prints verdicts, and each turns down what stands above it."""
    whole = _with_whole_votes([step for step in steps if step.role != "head"])
    turned_down = any(_is_verdict(step, None) and is_turned_down(step) for step in whole)
    return turned_down and not any(map(says_agreed, whole))


def _is_verdict(step: Step, voted: Step | None) -> bool:
    """Whether a step may say what becomes of those above it; where these are `voted` on, right under that vote."""
    if step.role == "vote":
        return True
    told = len(step.plain) <= LABEL_LENGTH or step.role == "item" or find_counts(step.paragraph.text)
    return bool(told) and not states_amount(step.paragraph.text) and (voted is None or voted.role == "vote")


def _without_refused_articles(steps: Sequence[Step]) -> list[Step]:
    """The steps but for the articles that a vote turns down by their number, and for that vote."""
    votes = [
        (step, told["number"]) for step in steps if step.role == "vote" and (told := _OF_ARTICLE.match(step.plain))
    ]
    refused = {int(number) for step, number in votes if is_turned_down(step)} & {step.article for step in steps}
    of_these = [step for step, number in votes if int(number) in refused]
    return [step for step in steps if step.article not in refused and step not in of_these]


def _is_outvoted_itself(step: Step) -> bool:
    if step.role not in _DECIDES or not states_amount(step.paragraph.text):
        return False
    outvoted = _VOICED.search(step.plain) is not None and _is_outvoted(step.paragraph.text)
    return outvoted or (step.role == "body" and _SAYS_REFUSED.search(step.plain) is not None)


def _with_whole_votes(steps: Sequence[Step]) -> list[Step]:
    """The steps, « Pour : 5 » and « Contre : 12 » under it as the one vote that they are."""
    joined: list[Step] = []
    for is_vote, run in groupby(steps, _is_part_of_vote):
        lines = list(run)
        whole = replace(lines[0].paragraph, text=" ; ".join(one.paragraph.text for one in lines))
        one = Step("vote", whole, " ; ".join(step.plain for step in lines))
        joined += [one] if is_vote and len(lines) > 1 else lines
    return joined


def _is_part_of_vote(step: Step) -> bool:
    return step.role == "vote" and not (_VOTED_ASIDE.match(step.plain) or _OF_ARTICLE.match(step.plain))


def _opens_list(step: Step) -> bool:
    return step.role == "item" and step.plain.rstrip().endswith(":") and not states_amount(step.paragraph.text)
