"""Who receives a sum of a decision: the name of its entry, of its sentence, or the one that the act speaks of.

What enters: one sum between its neighbours. What leaves: the beneficiary, with a doubt where the print leaves one, or
None. This stage counts nothing.
"""

import re
from dataclasses import replace
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.beneficiaries import PURPOSE_NOTE, find_beneficiary
from ingest.reader.sentences.names.beneficiary_places import names_another_after
from ingest.reader.sentences.names.listed_entries import (
    COUNTED,
    find_bracketed,
    find_described_entry,
    find_endowed,
    find_entry,
    find_entry_after,
    find_inline_entry,
)
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sentences.receivers.antecedents import speaks_of_another
from ingest.reader.sentences.receivers.headed_entries import is_what_for, may_be_name
from ingest.reader.sentences.receivers.neighbouring_sums import beside_the_last, of_another_year, receives_both
from ingest.reader.sentences.receivers.other_funders import is_others_money
from ingest.reader.sentences.receivers.placed_sums import GrantedSum
from ingest.reader.sentences.receivers.runs_of_sums import as_the_last, in_run, under_theme
from ingest.reader.values.amounts_in_text import words_before
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.sums import STATES_SUM

ORDER_NOTE = "plusieurs noms autour de plusieurs sommes : bénéficiaire à vérifier"
UNDER_NOTE = "bénéficiaire lu dans le titre au-dessus de cette ligne, qui peut en nommer un autre\u202f: à vérifier"
THEIRS_NOTE = "nom d’école dans une liste de coopératives ou de foyers\u202f: bénéficiaire à vérifier"
# « … aux coopératives scolaires : », over the names of their schools
_OF_SCHOOLS = re.compile(
    r"\b(?:aux|des) (?:cooperatives?|foyers|associations? de parents|amicales|caisses|ogec|apel)\b"
)
_SCHOOL = re.compile(r"(?:ecole|college|lycee|groupe scolaire|maternelle|elementaire|primaire)\b")
_THAT_OF = re.compile(r"\s*cel(?:ui|le) (?:de (?:la |l')?|du |d')(?=[a-z])")
# « … soit », between a unit price and the sum
_END_OF_PRICE = re.compile(r"[\s.…:=,()]+(?:soit\s*)?$")
# « Jardin partagé », and nothing else
_QUOTED = re.compile(r"[«“]\s*(?P<action>[^«»“”]+?)\s*[»”]")
# « Fonctionnement : »
_LABEL = re.compile(r"\W*(?P<label>(?!\d)[^:€]{3,80}?)\s*[:–-]\s*")


def receiver_of(one: GrantedSum) -> Beneficiary | None:
    """The beneficiary of the sum: what the first of the `WAYS` that names somebody says; behind « MJC – « Jardin » :
    900 € », of « Cuisine » : 300 €, whoever receives the sum before, for another action."""
    receives = next((receives for way in WAYS if (receives := way(one))), None) or as_the_last(one)
    if one.clause.under and one.announced and receives and receives.doubt and receives.name != one.clause.under:
        return Beneficiary(one.clause.under, one.purpose)  # « 900 € pour le voyage à Rome », under « Lycée Zola : »
    action = _QUOTED.fullmatch(receives.name) if receives and one.since and one.last else None
    if action and one.last and not _QUOTED.fullmatch(one.last.operator):
        return Beneficiary(one.last.operator, action=action["action"], doubt=" ; ".join(one.last.notes))
    return receives


# ---- the ways to name who receives a sum -------------------------------------------------------------------------


def over_label(one: GrantedSum) -> Beneficiary | None:
    """« … à la MJC les subventions suivantes : », « – MJC : », over « Fonctionnement : 900 € », which is what the money
    is for."""
    label = _LABEL.fullmatch(one.text[: one.found.start])
    announced = one.announced if label else ""
    entry = entry_before(one) if announced else None
    if not label or not announced or (entry and not (one.clause.under or _tells_what_for(entry.name))):
        return None
    return Beneficiary(
        announced, label["label"], doubt=UNDER_NOTE if one.clause.under and may_be_name(label["label"]) else ""
    )


def entry_before(one: GrantedSum) -> Beneficiary | None:
    """« – Judo Club : 900 € »; of « Voyage : 30 € par élève, soit 540 € », the unit price is what the money is for."""
    receives = find_entry(one.text, one.entry)
    if receives is None and one.entry < one.found.start:
        receives = find_entry(one.text, one.found.start)
    elif receives and (price := _END_OF_PRICE.sub("", one.text[_price_at(one) : one.found.start])):
        receives = replace(receives, purpose=price)
    if receives and is_what_for(receives.name):
        receives = replace(receives, doubt=receives.doubt or PURPOSE_NOTE)
    if receives and _OF_SCHOOLS.search(plain(one.clause.opening)) and _SCHOOL.match(plain(receives.name)):
        receives = replace(receives, doubt=receives.doubt or THEIRS_NOTE)
    return receives


def _price_at(one: GrantedSum) -> int:
    """Where the reckoning before the sum begins: « 59 × 20 € », « 30 € par élève »."""
    counted = COUNTED.search(plain(one.text[: one.entry]))
    return one.entry - len(counted[0].lstrip()) if counted else one.entry


def entry_after(one: GrantedSum) -> Beneficiary | None:
    """« – 900 € : Judo Club », under a list that a decision opens."""
    receives = find_entry_after(one.text, one.found.start, one.found.end) if one.clause.opening else None
    return replace(receives, purpose=one.purpose) if receives else None


def described_entry(one: GrantedSum) -> Beneficiary | None:
    """« Luz : achat d'un véhicule pour les services. Subvention : 900 € », under a list that a decision opens."""
    if not (one.clause.opening and one.clause.listed):
        return None
    return find_described_entry(one.text[one.since :], one.found.start - one.since)


def in_brackets(one: GrantedSum) -> Beneficiary | None:
    """« la Fête du bois (Foyer rural : 900 €) »."""
    return find_bracketed(one.text, one.found.start)


def entry_inside(one: GrantedSum) -> Beneficiary | None:
    """« … : Judo Club 900 €, Chorale 500 € », on one line."""
    return find_inline_entry(one.text, one.first, one.low, one.found.start) if one.clause.listed else None


def of_that(one: GrantedSum) -> Beneficiary | None:
    """« fixe à 900 € le montant accordé au Judo Club et à 500 € celui de la Chorale »."""
    lowered = plain(one.text)
    that = _THAT_OF.match(lowered, one.found.end, one.high)
    name = named_at(one.text, lowered, that.end(), one.high)[0] if that else ""
    return Beneficiary(name, one.purpose) if name else None


def in_sentence(one: GrantedSum) -> Beneficiary | None:
    """« une aide de 900 € au Judo Club », « au Judo Club une aide de 900 € »."""
    found, before = one.found, one.order == "names first"
    receives = None
    if one.low and one.order == "amounts first":
        # « 500 € au comité pour le comice, 300 € au club »: what stands before goes with the amount before.
        receives = find_beneficiary(one.text, found.start, found.end, low=found.start, high=one.high)
    receives = receives or find_beneficiary(
        one.text, found.start, found.end, low=one.low, high=one.high, only_before=before
    )
    if receives is None and before and one.low and not one.is_total:
        return beside_the_last(one)
    if receives is None and one.order == "amounts first" and (after := receives_both(one)):
        return after
    named_after = one.low and one.order == "amounts first" and names_another_after(one.text, found.end, receives)
    return replace(receives, doubt=ORDER_NOTE) if receives and (one.order == "unsure" or named_after) else receives


def announced(one: GrantedSum) -> Beneficiary | None:
    """« … à la MJC : », over « 900 € pour le festival »."""
    return Beneficiary(one.announced, one.purpose) if one.announced else None


def meant(one: GrantedSum) -> Beneficiary | None:
    """« La subvention qui lui est attribuée est de 900 € »: the one of whom the clause speaks."""
    lowered = plain(one.text)
    granted = STATES_SUM.search(words_before(lowered, one.found, one.low))
    others = is_others_money(one.text, one.low, one.found, one.payer)
    named_in_list = one.clause.listed and speaks_of_another(one.text) is None
    if one.meant is None or named_in_list or one.is_total or others or not granted:
        return None
    return replace(one.meant, purpose=one.purpose)


def endowed(one: GrantedSum) -> Beneficiary | None:
    """« le Conseil de quartier Gare de 900 € », under a list that a decision opens."""
    return find_endowed(one.text, one.found.start) if one.clause.opening else None


# From the surest to the loosest: the first that names somebody is believed.
WAYS: Final = (
    over_label,
    entry_before,
    entry_after,
    under_theme,
    described_entry,
    in_brackets,
    entry_inside,
    in_run,
    of_that,
    of_another_year,
    in_sentence,
    announced,
    meant,
    endowed,
)


def _tells_what_for(name: str) -> bool:
    """« Fonctionnement », « Achat de matériel », under « … à la MJC les subventions suivantes : »."""
    return name[1:] == name[1:].lower() and not ORGANISATION.match(plain(name))
