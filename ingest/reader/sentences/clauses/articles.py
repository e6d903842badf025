"""Decisions of an act, article by article or item by item, with the money that each grants.

What enters: the steps of the act. What leaves: decisions as printed, without the dash before them; the amount of a
decision is what it grants or validates itself, None where it approves an agreement, authorises a signature or charges a
budget.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest
from typing import Final

from ingest.reader.act.flow.deciding_paragraphs import said_granted
from ingest.reader.act.flow.next_paragraphs import LABEL_LENGTH
from ingest.reader.act.flow.sitting import OF_ELSE, OF_GRANTS
from ingest.reader.act.flow.steps import Step
from ingest.reader.paragraphs.plain_text import plain, sentences
from ingest.reader.records import DecisionRecord
from ingest.reader.sentences.clauses.decision_clauses import INFINITIVE, lists_sums
from ingest.reader.sentences.clauses.granted_sums import granted_amount
from ingest.reader.sentences.clauses.verdicts import is_turned_down, says_agreed, standing
from ingest.reader.values.amounts_in_text import find_amounts, may_state_amount, states_amount
from ingest.reader.vocabulary.acts import ADOPTED, AGREED, ITEM_MARK, OF
from ingest.reader.vocabulary.grants import GRANTS
from ingest.reader.vocabulary.patterns import ANY_AID, GIVES
from ingest.reader.vocabulary.payers import FUNDERS
from ingest.reader.vocabulary.phrases import phrase, phrases

_ADOPTS_PROPOSALS = re.compile(
    r"(?:decide )?(?:d')?(?:adopte|approuve|accepte|valide|vote|suit|enterine)r?,? (?:a l'unanimite,? )?"
    r"(?:ces|cette|la|les|ce|le|l'ensemble de(?:s| ces)|toutes? ces|l')(?: |(?<='))"
    r"(?:presente?s? )?(?:propositions?|rapport|dispositions?|deliberation|conclusions|avis|(?:liste des )?laureats"
    r"|(?:subventions|aides|montants|sommes|repartitions?|attributions?) (?:ainsi |ci-dessus |telles que )?"
    r"(?:propose|presente|enumere|suggere|expose)e?s?\b)"
    r"|donne(?:nt)? (?:son|leur|un) (?:accord|avis favorable)\b(?!,? ?(?:(?:pour|au|a)\b|:))"
)
# « propose d'attribuer les subventions suivantes : … », then « décide d'attribuer ces subventions », « approuve
# l'attribution des subventions ci-dessus »
_THESE = rf"(?:{ANY_AID}|sommes|montants)"
_SAID_ABOVE = (
    r"[^,;:.]{0,30} (?:ci-(?:dessus|avant)"
    r"|(?:propose|presente|indique|enumere|precite|susvise|susmentionne|retenue?)e?s)\b"
)
_GRANTS_THESE = re.compile(
    rf"\b(?:{GIVES}|octroye|verse|vote)r? (?:(?:ces|lesdites|l'ensemble de ces) {_THESE}\b|les {_THESE}{_SAID_ABOVE})"
    rf"|\b(?:l'attribution|l'octroi|le versement) (?:de ces {_THESE}\b|(?:des|de l'ensemble des) {_THESE}{_SAID_ABOVE})"
)
_PROPOSED = re.compile(
    # « Il vous est demandé de bien vouloir : »; « Le jury a retenu trois lauréats : »
    r"\b(?:demande|prie) (?=de bien vouloir\b)|\bretenu (?=[^.;]{0,60}\b(?:laureats|projets|dossiers)\b[^.;]{0,20}:)|"
    r"\bpropose(?:,? (?:donc|ainsi|en consequence|par consequent|egalement|aussi|en outre|par ailleurs|enfin))?,?"
    r"(?: (?!d'|de |une? |des |que )[^,;:]{0,60},)? "
    r"(?:au conseil(?: \w+)? |a l'assemblee )?(?=d'|de |une? |des |que "
    rf"|les (?:{ANY_AID}) (?:suivante|ci-(?:dessous|apres))s?\b)"
)
_NAMES_ACT = re.compile(
    r"\W*(?:(?:objet|point|question)\W+)?(?:\d{1,2}\W+)?"
    r"(?:vote|attribution|versement|octroi|allocation) (?:d'|de |des |du )"
)
# « Attribution de subventions : », « 4. Subventions : », over entries and nothing else
NAMES_LIST: Final = re.compile(
    rf"\b(?:vote|attribution|versement|octroi|allocation) (?:de |des |d')(?:{ANY_AID})(?<=s)\b[^:.;\d]{{0,80}}:\s*$"
    r"|^\W*(?:\d{1,2}\W+)?subventions(?: (?:aux|a)\b[^:.;\d]{0,60})?(?: (?:19|20)\d\d)? ?:\s*$"
)
# « Demandes non retenues », « Pour mémoire », « Tarifs »: over entries that are not proposed
_OTHER_ENTRIES = re.compile(
    r"\b(?:refus|rejet|report|ajourn|retir|rappel|tarif|recette|depense)\w*|\bnon \w+|\bplan de|\bmemoire\b"
)
_AUTHORITIES = phrases("état, région, département, europe")
_NEXT_DECISION = re.compile(rf";\s*(?:et\s+)?(?={INFINITIVE})")


def read_articles(steps: Sequence[Step]) -> tuple[DecisionRecord, ...]:
    """The decisions in order. Without any, the proposals that the assembly adopted as they were."""
    return tuple(record for group in decision_groups(steps) for record in _records(group))


def decision_groups(steps: Sequence[Step]) -> list[list[Step]]:
    """The paragraphs of each decision, the one that opens it first."""
    told, steps = _groups(steps), standing(steps)
    groups = _groups(steps)
    if not told or adopts_proposals(steps):
        return _groups(_proposals(steps)) or groups or _agreed_at_once(steps, groups)
    if any(_GRANTS_THESE.search(group[0].plain, group[0].start) for group in groups):
        return [*_groups(_proposals(steps)), *groups]
    return [*groups, *_agreed_at_once(steps, groups)]


def adopts_proposals(steps: Sequence[Step]) -> bool:
    """Whether the decisions only say that proposals are adopted, and whatever else states no amount."""
    groups = _groups(steps) or [[step] for step in steps if step.role == "vote"]
    adopted = [_ADOPTS_PROPOSALS.match(group[0].plain, group[0].start) for group in groups]
    return any(adopted) and not any(states_amount(step.paragraph.text) for group in groups for step in group)


def _agreed_at_once(steps: Sequence[Step], groups: Sequence[Sequence[Step]]) -> list[list[Step]]:
    """« Le Maire propose de verser 500 € au club. Accord du conseil. », « Attribution d'une aide de 500 € au club »,
    « Une aide de 500 € est accordée au club » over a vote: decisions whose sums none of `groups` states."""
    decided = {one.amount.value for group in groups for step in group for one in find_amounts(step.paragraph.text)}
    agreed = []
    for step, follows in pairwise([*steps, None]):
        if (
            not step
            or step.role not in ("head", "expose", "after", "title")
            or not may_state_amount(step.paragraph.text)
        ):
            continue
        first = next((one.start for one in find_amounts(step.paragraph.text) if one.amount.value not in decided), 0)
        proposed = _PROPOSED.search(step.plain) or _NAMES_ACT.match(step.plain) or said_granted(step.plain)
        if not (first and proposed and _speaks_of_grants(step.plain[proposed.start() : first])):
            continue
        last = deque(sentences(step.paragraph.text), maxlen=1)[0]
        if (last.start and AGREED.fullmatch(plain(last.text))) or (follows and says_agreed(follows)):
            agreed.append([Step("item", step.paragraph, step.plain, None, proposed.start())])
    return [*agreed, *_lists_agreed(steps)]


def _lists_agreed(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """« Dispositif Mobilité – attribution de subventions : », over its entries and the vote on them."""
    for place, step in enumerate(steps):
        named = NAMES_LIST.search(step.plain) if step.role in ("head", "expose", "after", "title") else None
        below = steps[place + 1 :] if named else ()
        entries = list(takewhile(lambda one: states_amount(one.paragraph.text) and not says_agreed(one), below))
        if any(map(_names_funder, entries)) and not GRANTS.search(step.plain):
            continue  # « Subventions : » of what the council receives
        if named and entries and len(below) > len(entries) and says_agreed(below[len(entries)]):
            yield [
                Step("item", step.paragraph, step.plain, None, named.start()),
                *(Step("body", one.paragraph, one.plain) for one in entries),
            ]


def _names_funder(entry: Step) -> bool:
    """« - Département : 30 000 € », « - Région Sud : … »: whether an entry is headed by an authority that gives."""
    name = phrase(unmarked(entry).partition(":")[0])
    return name in FUNDERS or name.split(" ")[0] in _AUTHORITIES


def _speaks_of_grants(said: str) -> bool:
    return GRANTS.search(said) is not None and (OF_GRANTS.search(said) is not None or OF_ELSE.search(said) is None)


def _groups(steps: Iterable[Step]) -> list[list[Step]]:
    """Each decision with the paragraphs that belong to it."""
    groups: list[list[Step]] = []
    open_group = False
    opener: Step | None = None  # « DÉCIDE : », over entries without a verb of their own
    for step in steps:
        if step.role == "item":
            groups.append([step])
            open_group = True
        elif step.role == "body" and (open_group or opener):
            if not open_group and opener and states_amount(step.paragraph.text):
                groups.append([opener])
                open_group = True
            if open_group:
                groups[-1].append(step)
        elif step.role not in ("persons", "stamp", "title"):
            open_group = False
        if step.role not in ("body", "persons", "stamp", "title"):
            opener = step if step.role == "deciding" and step.plain.rstrip().endswith(":") else None
    return groups


def _proposals(steps: Sequence[Step]) -> list[Step]:
    """« Il est proposé : - d'attribuer… », « il est proposé une subvention de… »: what the exposé proposes, where the
    assembly only says that it adopts it."""
    adopted = (ADOPTED.match(step.plain) and not is_turned_down(step) for step in steps)
    if not (any(step.role in ("deciding", "item") or says_agreed(step) for step in steps) or any(adopted)):
        return []
    proposals: list[Step] = []
    # « … les subventions suivantes : », and the entries under it; « Sport » right under it, and others between these
    lists, headed, first = False, False, 0
    for step, follows in zip_longest(steps, steps[1:]):
        if step.role not in ("head", "expose", "persons") or (follows and is_turned_down(follows)):
            if lists and follows and is_turned_down(follows) and not _PROPOSED.search(step.plain):
                proposals, lists = proposals[:first], False  # the whole list is outvoted
            continue
        mark = ITEM_MARK.match(step.plain)
        mark = mark if mark and step.plain.startswith(("d'", "de "), mark.end()) else None
        proposed = None if mark else _PROPOSED.search(step.plain)
        lists_all = step.plain.rstrip().endswith(":") or (proposed and lists_sums(step.plain[proposed.end() :]))
        if proposed and not (GRANTS.search(step.plain, proposed.end()) or lists_all):
            proposed = None  # « l'association propose un bal »
        if opens := mark or proposed:
            # « il est proposé au conseil de voter… » would give to the council.
            start = opens.end() if OF.match(step.plain, opens.end()) else opens.start()
            lists, headed, first = step.plain.rstrip().endswith(":"), False, len(proposals)
            proposals.append(Step("item", step.paragraph, step.plain, None, start))
        elif lists and (step.paragraph.kind == "item" or states_amount(step.paragraph.text)):
            proposals.append(Step("body", step.paragraph, step.plain))
        else:
            headed = lists and (headed or proposals[-1].role == "item") and _heads_entries(step)
            lists = headed
    return proposals


def _heads_entries(step: Step) -> bool:
    """« Sport », « Associations culturelles », over entries of a list; « Demandes refusées » are none."""
    ends = len(step.plain) > LABEL_LENGTH or not step.plain.rstrip()[-1:].isalpha()
    return not ends and not _OTHER_ENTRIES.search(step.plain)


def _records(group: Sequence[Step]) -> list[DecisionRecord]:
    first = group[0]
    text = " ".join([first.paragraph.text[first.start :], *(step.paragraph.text for step in group[1:])])
    if first.article is not None or len(group) > 1:
        money = " ".join([first.paragraph.text[first.start :], *map(unmarked, group[1:])])
        return [DecisionRecord(text, first.paragraph.source, first.article, granted_amount(money))]
    # « décide d'attribuer… ; d'autoriser… » in one paragraph is as many decisions.
    places = [0, *(match.end() for match in _NEXT_DECISION.finditer(plain(text))), len(text)]
    texts = [text[start:end].strip() for start, end in pairwise(places)]
    return [DecisionRecord(one, first.paragraph.source, None, granted_amount(one)) for one in texts if one]


def unmarked(step: Step) -> str:
    """The text of an entry without its dash, which is no minus."""
    mark = ITEM_MARK.match(step.plain)
    return step.paragraph.text[mark.end() :] if mark else step.paragraph.text
