"""What rows print besides names and amounts: labels of totals, notes, « idem », units of counts; as plain data."""

import re
from functools import lru_cache

from ingest.reader.vocabulary.phrases import phrase, phrases

# The whole label of a sum, of all rows or of some of them.
TOTAL_LABELS = phrases(
    "total, tot, totaux, total général, grand total, montant total, ensemble, cumul, somme, somme totale,"
    " soit un total, soit au total,"
    " sous total, sous totaux, s total, ss total, stotal, total partiel, total intermédiaire,"
    " à reporter, total à reporter, report page, total page"
)
# A row of nothing but these words ends a page, or begins the next one, with the sum so far.
CARRIED_LABELS = phrases(
    "à reporter, total à reporter, report, report page précédente, report de la page précédente,"
    " report des pages précédentes"
)
_OPENINGS = tuple(f"{label} " for label in TOTAL_LABELS)
# « Ensemble vocal Arpège » is one who receives; a total is the « Ensemble » alone, or of what it adds up;
# « Ensemble des donneurs de sang » receives too: a list of grants has no rows of those.
_MEMBERS = phrases(
    "locataires, parents, donneurs, riverains, amis, anciens, cuivres, cors, saxophones, clarinettes, flûtes,"
    " percussions"
)
_NAMES_TOO = re.compile(rf"ensemble (?:des (?:{'|'.join(sorted(_MEMBERS))})\b|(?!(?:du|des|de la|de l|general)\b|\d))")
# « Total » with one letter that recognition took for another that looks alike: no word of its own, but « Jotal Danse »
# may be a name. It is one before nothing else, or words that go on with a total.
_MISREAD = re.compile(
    r"\b(?:[17]otal|t0tal|to1al|tot4l|tota1"
    r"|(?:[fijl]otal|t[acequ]tal|to[cfilr]al|tot[eou]l|tota[fijrt])"
    r"(?=$| (?:general|partiel|page|subvention|aide|du|de|d|pour|\d+)\b))\b"
)
# « soit 8 subventions pour un total de »
_SUMS_UP = re.compile(r"soit \d+ \w.{0,60}\btotal\b")


# The stages look at the same cells in turn.
@lru_cache(maxsize=4_000)
def opens_with_total(label: str) -> bool:
    """Whether a text is the label of a total, « Total », « Sous-total du canton », or opens with one, be it misread."""
    words = _MISREAD.sub("total", phrase(label))
    if words in CARRIED_LABELS or _SUMS_UP.match(words):
        return True
    return f"{words} ".startswith(_OPENINGS) and not _NAMES_TOO.match(words)


# A row that opens so tells what credits there are, or what is left of them.
BALANCES = phrases(
    "reste à répartir, reste à attribuer, reste à affecter, reste à ventiler, reste à engager, reste disponible,"
    " solde disponible, solde à répartir, solde à attribuer, crédits ouverts, crédits inscrits, crédits votés,"
    " crédits disponibles, crédits restants, disponible, enveloppe, montant restant, montant disponible,"
    " budget disponible, budget alloué, budget voté, non affecté, non réparti,"
    " déjà réparti, déjà attribué, déjà affecté, montant déjà réparti, montant déjà attribué"
)
# Money that whoever receives it gives back.
LOANS = phrases(
    "avance remboursable, aide remboursable, subvention remboursable, avance à taux zéro, prêt d'honneur,"
    " prêt à taux zéro, prêt sans intérêt, prêt bonifié, garantie d'emprunt"
)
# A full-width row that opens so is a note, not a heading.
NOTE_OPENINGS = phrases("nb, nota, nota bene, note, source, rappel, attention, pour mémoire")
# A full-width row that speaks of the vote on the rows around it.
VOTE_WORDS = phrases(
    "ne prend pas part, ne prennent pas part, n'a pas pris part, n'ont pas pris part, ne participe pas au vote,"
    " ne participent pas au vote, n'a pas participé, n'ont pas participé, sort de la salle, sortent de la salle,"
    " quitte la salle, quitte la séance, quittent la séance, adopté à l'unanimité, adopté à la majorité, vote contre,"
    " votent contre, s'abstient, s'abstiennent, se déporte, se déportent"
)
# Said of the persons who live in what an aid pays for, where a list does not name them.
OCCUPANTS = phrases(
    "propriétaire occupant, propriétaire bailleur, locataire, occupant, particulier, ménage, primo accédant, accédant"
)
# Printed in a reference cell while the reference does not exist yet.
NO_REFERENCE = phrases(
    "en cours, à créer, en attente, nc, néant, sans, sans objet, à compléter, à venir, so, création, nouveau"
)

# Words of titles that say no more than that a list of grants follows: « Subventions aux associations ».
TITLE_WORDS = phrases(
    "subvention, aide, dotation, participation, financement, crédit, montant, soutien, programmation, attribution,"
    " répartition, proposition, demande, liste, tableau, détail, état, récapitulatif, annexe, année, exercice,"
    " association, organisme, structure, bénéficiaire, opérateur, porteur, tiers, projet, action, dossier, opération,"
    " local, locaux, départemental, départementaux, régional, régionaux, communal, communaux, divers, individuel,"
    " accordé, attribué, voté, alloué, proposé, octroyé, versé, euro, de, du, des, d, la, le, les, l, au, aux, à, et,"
    " par, pour, en, ci, joint, suivant, commission, permanente"
)
# A decision that grants nothing, or not yet, whatever sum stands beside it.
REFUSED = phrases(
    "refusé, refus, rejeté, rejet, dossier refusé, dossier rejeté, demande refusée, demande rejetée, défavorable,"
    " avis défavorable, non retenu, non accordé, non attribué, non éligible, inéligible, irrecevable, sans suite,"
    " classé sans suite, ajourné, reporté, retiré, dossier retiré, demande retirée"
)
# Printed in a cell of money while no amount is voted.
NO_AMOUNT = REFUSED | phrases(
    "nc, so, sans objet, néant, en attente, en cours, à venir, à définir, à déterminer, à compléter, avis réservé,"
    " report, pm, mémoire, pour mémoire, non communiqué"
)
# Printed for the sum of the year before.
SAME_AMOUNT = phrases("reconduction, reconduit, maintien, maintenu, inchangé, identique, même montant, sans changement")
# Printed for the name on the line above.
DITTO = frozenset({"idem", "id", "ditto", "dito"})
DITTO_SIGNS = frozenset({'"', "''", "″", "”", "“", "»", "//", "- “ -", '-"-', "―"})

# What brackets behind names hold besides towns: kinds of money, branches of clubs.
NO_TOWNS = phrases(
    "fonctionnement, investissement, équipement, exceptionnel, exceptionnelle, projet, acompte, solde,"
    " football, foot, rugby, handball, basket, basketball, volley, volleyball, tennis, tennis de table, judo, karaté,"
    " gymnastique, gym, athlétisme, natation, cyclisme, cyclotourisme, pétanque, boules, tir, danse, chant, musique,"
    " théâtre, cinéma, yoga, randonnée, chasse, pêche, escalade, équitation, sport, culture, jeunesse, loisirs"
)
PLACES = phrases("place, poste")
# What a column of counts says that it counts, in its header.
_UNITS = "place, poste, mesure, bénéficiaire, personne, jeune, ménage, famille, élève, logement, lit, séance"
COUNT_UNITS = {phrase(word): word for word in _UNITS.split(", ")}
# Units of something else than places: time, money, full-time equivalents, streets, parts of the document.
NOT_PLACES = phrases(
    "etp, euro, eur, an, année, mois, jour, semaine, heure, h, er, ème, e, ère, janvier, février, mars, avril, mai,"
    " juin, juillet, août, septembre, octobre, novembre, décembre, km, m, kg, rue, avenue, bis, ter, et, a, au, ou,"
    " session, phase, tranche, trimestre, semestre, axe, lot, article, annexe, nd, de, du"
)

# Money outside the budget of the council.
OUTSIDE_BUDGET = phrases("hors budget, hors du budget, non imputé au budget")
