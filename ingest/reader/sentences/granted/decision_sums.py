"""One decision of an act → the lines that it grants, the totals that it states, the sums that name nobody.

What enters: the paragraphs of a decision and what the tables already count. What leaves: lines, totals, leftovers, and
the sums that it only repeats (a signature, an agreement). This stage sees no other decision.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.act.flow.bare_entries import listed_in_euros, with_units
from ingest.reader.act.flow.sitting import OF_ELSE, OF_GRANTS
from ingest.reader.act.flow.steps import Step
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Leftover, LineRecord
from ingest.reader.sentences.clauses.articles import NAMES_LIST, unmarked
from ingest.reader.sentences.clauses.costs import sums_if
from ingest.reader.sentences.clauses.decision_clauses import Mode, clauses, lists_sums, says_what, tells_past
from ingest.reader.sentences.clauses.decision_records import Above, Act, DecisionSums, Repeated
from ingest.reader.sentences.clauses.granted_sums import agreed_sums, stated_sums
from ingest.reader.sentences.clauses.sentence_years import past_sums
from ingest.reader.sentences.granted.agreement_sums import ONLY_IN_AGREEMENT, party_of_list
from ingest.reader.sentences.granted.granted_lines import lines_granted, total_granted, total_of_lines
from ingest.reader.sentences.granted.granted_once import lines_adding_up_to, lines_counted
from ingest.reader.sentences.names.beneficiaries import find_beneficiary
from ingest.reader.sentences.names.listed_entries import announces_bare_entries
from ingest.reader.sentences.names.printed_names import ANNOUNCES, Beneficiary
from ingest.reader.sentences.receivers.antecedents import granted_without_sum, meant_by
from ingest.reader.sentences.receivers.headed_entries import heading_name, tells_what_for
from ingest.reader.sentences.receivers.other_funders import is_others_money, is_share_of_others
from ingest.reader.sentences.receivers.placed_sums import Clause, GrantedSum, alone
from ingest.reader.sentences.receivers.runs_of_sums import entries_beside
from ingest.reader.sentences.receivers.shared_sums import lists_names, share_out
from ingest.reader.sentences.receivers.sum_bounds import beside_total, bounded, order_of, with_named_parts
from ingest.reader.sentences.receivers.sum_receivers import receiver_of
from ingest.reader.sums.rounding import agrees
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts
from ingest.reader.vocabulary.grants import LISTED_ELSEWHERE
from ingest.reader.vocabulary.not_granted import CHARGES
from ingest.reader.vocabulary.sums import INCREASE

_BENEFICIARIES_FOLLOW = re.compile(
    # Of several: « au Judo Club, versés comme suit : » names who receives all.
    r"\b(?:associations|clubs|structures|organismes|beneficiaires?|communes|etablissements|entreprises)\b[^:]{0,60}:"
    r"|\b(?:repartie?s?|ventilee?s?|partagee?s?)\b[^:]{0,30}\bentre\b"
)
NO_BENEFICIARY = "somme accordée sans bénéficiaire nommé"
SHARED = "même somme, ou sommes respectives, pour plusieurs bénéficiaires que la phrase ne sépare pas"
# Sums of one clause: so many, without names, are a list that was not read, not what a list elsewhere adds up to.
MANY = 3
UNKNOWN_VERB = "somme pour un bénéficiaire, dans une décision dont le verbe n’est pas connu"
OF_PAST_YEARS = "somme d’une année passée, à côté de celle que l’acte accorde"
BESIDE_TOTAL = "sommes nommées à côté d’une autre, dont elles ne sont peut-être pas le détail"
CHANGED = "somme qui remplace, à une condition, celle que l’acte accorde"
UNDONE = "somme d’une subvention déjà votée, que l’acte annule, modifie ou prolonge"


def read_sums(group: Sequence[Step], act: Act, first_line: int, above: Above) -> DecisionSums:
    """The sums of one decision. Its lines are numbered from `first_line`."""
    out = DecisionSums(first_line, before=above.lines)
    start = group[0].start
    printed = [(group[0], group[0].paragraph.text[start:]), *((step, unmarked(step)) for step in group[1:])]
    whole = " ".join(text for _, text in printed)
    listed = _announces_list(plain(whole)) or group[0].plain.rstrip().endswith(":")
    entries = _parted(printed)
    texts = [text for _, text in entries]
    opening = texts[0]
    mode = _mode_of(plain(opening), plain(above.title))
    agreed, under = party_of_list(opening), ""
    said = [*above.texts, group[0].paragraph.text[:start]]
    for place, (step, text) in enumerate(entries):
        if place and _are_parts(out.lines, texts[place - 1], texts[place:]):
            break
        under = heading_name(text) or (under if tells_what_for(text) else "") if place else ""
        for told, does in clauses(text, mode):
            mode, paragraph = does, step.paragraph
            clause = Clause(paragraph, told, opening if place else "", listed, under)
            if mode == "repeats":
                out.repeated += [Repeated(one.amount.value, whole, paragraph, told, one) for one in agreed_sums(told)]
            elif mode == "says":
                _place_said(clause, agreed if place else "", above, act, out)
            elif mode == "undoes":
                _place_change(clause, act, out)
            elif mode == "grants" and (shared := share_out(told, texts[place + 1 :])) is not None:
                _place_shared(clause, shared, act, out)
            elif mode == "grants":
                _place_all(clause, meant_by(told, said, above, out.lines), act, out)
            said.append(told)
    return out


def _announces_list(lowered: str) -> bool:
    return bool(LISTED_ELSEWHERE.search(lowered) or ANNOUNCES.search(lowered))


def _parted(printed: Sequence[tuple[Step, str]]) -> list[tuple[Step, str]]:
    """The entries of a decision, those that one line lists apart, bare figures of a list « (en €) » with their unit."""
    (first, opening), *rest = printed
    inline = listed_in_euros(opening)
    entries = [*((first, entry) for entry in inline), *rest] if len(inline) > 1 else list(printed)
    if announces_bare_entries(entries[0][1]):
        return [entries[0], *((step, entry) for step, text in entries[1:] for entry in with_units(text))]
    return entries


def _mode_of(opening: str, title: str) -> Mode:
    """What a decision does whose first clause has no verb that tells: it grants where it opens a list of sums under a
    title that speaks of grants, « retient les montants suivants : », or names one, « Vote des subventions : »."""
    of_grants = OF_GRANTS.search(title) and not OF_ELSE.search(title)
    return "grants" if (of_grants and lists_sums(opening)) or NAMES_LIST.match(opening) else "says"


def _are_parts(lines: Sequence[LineRecord], opening: str, entries: Sequence[str]) -> bool:
    """« 900 € à la Ligue pour les actions : – Formation : 500 € – Emploi : 400 € »: one grant, and its parts below."""
    if len(lines) != 1 or opening.rstrip().endswith((";", ",")) or _BENEFICIARIES_FOLLOW.search(plain(opening)):
        return False  # « – Judo Club : 900 € ; » is an entry of a list, as those that follow it
    parts = [one.amount.value for text in entries for one in stated_sums(text)]
    return len(parts) > 1 and sum(parts) == lines[0].amount


def _place_all(clause: Clause, meant: Beneficiary | None, act: Act, out: DecisionSums) -> None:
    """Each sum of a clause, then the wholes whose parts they are. `meant`: whom it speaks of without a name."""
    text = clause.text
    kept, wholes = with_named_parts(text, stated_sums(text), out.before, ends_list=bool(out.lines))
    beside = beside_total(text, kept) or entries_beside(text, [*kept, *wholes])
    beside = [one for one in beside if not act.counted.lines_adding_up_to(one.amount.value)]
    if beside:
        out.leave(Leftover(text, BESIDE_TOTAL, clause.paragraph.source), beside)
    sums = list(bounded(text, kept, act.counted))
    order = order_of(text, sums)
    before, since = len(out.lines), 0
    first = next((one.start for one in find_amounts(text)), 0)
    past = past_sums(text, [found for found, _, _ in sums], act.year)
    if past:
        out.leave(Leftover(text, OF_PAST_YEARS, clause.paragraph.source), past)
    if changed := sums_if(text):
        out.leave(Leftover(text, CHANGED, clause.paragraph.source), changed)
    for found, low, high in sums:
        if found in past or is_share_of_others(text, low, found, act.payer):
            continue
        entry = first if found is sums[0][0] else found.start
        last = next(reversed(out.lines), None)
        _place(GrantedSum(clause, found, low, high, order, first, entry, meant, since, act.payer, last), act, out)
        since = found.end
    said = (GrantedSum(clause, whole, 0, len(text), order) for whole in wholes)
    out.totals += [total_of_lines(one, act, out.lines[before:]) for one in said]


def _place_said(clause: Clause, agreed: str, above: Above, act: Act, out: DecisionSums) -> None:
    """« – 2032 : 900 € », under an agreement that is approved with `agreed`; else what adds up, or is left over."""
    if agreed and not says_what(plain(clause.text)):
        receives = Beneficiary(agreed, doubt=ONLY_IN_AGREEMENT)
        for found in stated_sums(clause.text):
            out.lines += lines_granted(alone(clause, found), receives, act, out.next_line)
        return
    _place_again(clause, act, out)
    if not (out.before or out.lines or out.totals or act.counted.lines):
        _place_charged(clause, above, act, out)
    _leave_unknown(clause, out)


def _place_charged(clause: Clause, above: Above, act: Act, out: DecisionSums) -> None:
    """« La dépense correspondante, soit 900 €, sera imputée au chapitre 65 »: how much the one receives to whom an
    article before grants without a sum."""
    charged = list(find_amounts(clause.text)) if CHARGES.match(plain(clause.text)) else []
    receives = granted_without_sum(above.texts) if len(charged) == 1 else None
    if receives:
        out.lines += lines_granted(alone(clause, charged[0]), receives, act, out.next_line)


def _place_again(clause: Clause, act: Act, out: DecisionSums) -> None:
    """« La dépense, soit 900 €, est imputée au chapitre 65 », « ces aides, de 900 € en tout, seront mandatées »: their
    total, where the lines so far add up to it."""
    every = (*act.counted.lines, *out.before, *out.lines)
    whole = sum((line.amount for line in every), Decimal(0))
    for found in find_amounts(clause.text):
        adding_up = every if agrees(found.amount, whole) else lines_adding_up_to(found, out)
        one = alone(clause, found)
        if len(adding_up) > 1:
            out.totals.append(total_of_lines(one, act, adding_up))
        elif not adding_up and len(counted := act.counted.lines_adding_up_to(found.amount.value)) > 1:
            out.totals.append(total_granted(one, act, counted))


def _leave_unknown(clause: Clause, out: DecisionSums) -> None:
    """« parraine la course à hauteur de 900 € au profit du club »: what a verb that no rule knows does for somebody."""
    if says_what(plain(clause.text)) or tells_past(clause.text):
        return
    for found in stated_sums(clause.text):
        receives = find_beneficiary(clause.text, found.start, found.end)
        if receives and not receives.doubt:
            out.leave(Leftover(clause.text, UNKNOWN_VERB, clause.paragraph.source), [found])


def _place_change(clause: Clause, act: Act, out: DecisionSums) -> None:
    """« porter de 5 000 € à 7 000 € la subvention de…, soit une augmentation de 2 000 € »: the increase is a grant."""
    found = list(find_amounts(clause.text))
    lowered = plain(clause.text)
    for one in found:
        receives = find_beneficiary(clause.text, one.start, one.end) if INCREASE.search(lowered[: one.start]) else None
        if receives:
            out.lines += lines_granted(alone(clause, one), receives, act, out.next_line)
            return
    if found:
        out.leave(Leftover(clause.text, UNDONE, clause.paragraph.source), found)


def _place_shared(
    clause: Clause, shared: Sequence[tuple[FoundAmount, Beneficiary]], act: Act, out: DecisionSums
) -> None:
    """« 500 € à chacune de… », « respectivement 500 € et 700 € à… »: a line a name; a leftover where none is told."""
    if not shared:
        out.leave(Leftover(clause.text, SHARED, clause.paragraph.source), find_amounts(clause.text))
    for found, receives in shared:
        one = alone(replace(clause, opening=""), found)
        counted = act.counted.lines_of(found.amount.value, receives.name)
        if counted:
            out.totals.append(total_granted(one, act, counted))
        else:
            out.lines += lines_granted(one, receives, act, out.next_line)


def _place(one: GrantedSum, act: Act, out: DecisionSums) -> None:
    found, value = one.found, one.found.amount.value
    receives = receiver_of(one)
    lines = lines_adding_up_to(found, out)
    # « décide de lui verser les sommes ci-dessus, soit 900 € »: who receives is a guess, what they add up to is none.
    guessed = receives is None or receives.doubt
    if (one.is_total and (lines := lines or out.lines)) or (guessed and len(lines) > 1):
        out.totals.append(total_of_lines(one, act, lines))
        return
    repeated = lines_counted(value, None if one.is_total else receives, act.counted)
    if repeated is not None:
        out.totals.append(total_granted(one, act, repeated))
    elif receives:
        out.lines += lines_granted(one, receives, act, out.next_line)
    elif one.is_in_list:  # another entry of as much is not this one
        out.leave(Leftover(one.text, NO_BENEFICIARY, one.clause.paragraph.source), [])
    elif (one.is_total and one.clause.listed) or _is_whole_of_list(one):
        out.totals.append(total_granted(one, act, ()))
    elif not is_others_money(one.text, one.low, found, act.payer):
        out.leave(Leftover(one.text, NO_BENEFICIARY, one.clause.paragraph.source), [found])


def _is_whole_of_list(one: GrantedSum) -> bool:
    """« d'accorder 900 € aux associations de la liste jointe »: no entry of a list, nor one of many sums."""
    few = sum(1 for _ in find_amounts(one.text)) < MANY
    return one.clause.listed and not one.clause.opening and few and not lists_names(one.text)
