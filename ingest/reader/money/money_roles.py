"""What a column of money is found to be, how sure it is, and the French notes that say why one is not counted."""

from dataclasses import dataclass

from ingest.reader.records import CERTAIN

ASKED_NOTE = "montant demandé"
PREVIOUS_NOTE = "montant d’une autre année ou déjà versé"
COST_NOTE = "coût, prix ou budget"
FUNDER_NOTE = "autre financeur"
DEDUCTED_NOTE = "somme reprise, déjà comprise dans le montant retenu"
RUNNING_NOTE = "somme de ligne en ligne"
WHOLE_NOTE = "total d’autres colonnes"
PART_NOTE = "part du total que porte une autre colonne"
SCHEDULE_NOTE = "échéancier du montant voté"
FIRST_NOTE = "plusieurs colonnes de montants : la première est retenue"
ALL_NOTE = "plusieurs colonnes de montants, chacune seule sur certaines lignes\u202f: toutes sont retenues"
LAST_NOTE = "plusieurs colonnes de montants sans titre : la dernière est retenue"
ADVANCE_NOTE = "acompte ou avance, lu comme le montant voté"
PAYMENTS_NOTE = "versements d’une même aide, comptés ensemble\u202f: à vérifier"
BALANCE_NOTE = "solde proposé, lu comme le montant voté"
BUDGET_NOTE = "budget de l’année, lu comme le montant voté"
CANCELLED_NOTE = "une autre colonne porte une somme annulée : à vérifier"
AUTHORISED_NOTE = "autorisation de programme ou d’engagement, lue comme le montant voté"
HANDED_ON_NOTE = "argent d’un autre financeur, seul que l’acte accorde ici\u202f: à vérifier"
TENTHS_NOTE = "chiffres à une décimale sans unité\u202f: peut-être des milliers d’euros"
REPLACES_NOTE = "montant qui remplace celui d’un vote antérieur\u202f: à vérifier"
RIVAL_NOTE = "une autre colonne porte le nom de la collectivité qui vote\u202f: à vérifier"
ADDED_NOTE = "complément d’une subvention que porte une autre colonne, qui n’est pas comptée\u202f: à vérifier"
YEAR_NOTE = "titre réduit à une année, après celui d’une somme qui n’est pas votée\u202f: à vérifier"
UNDATED_NOTE = "donné une autre année que la dernière, dans une liste sans date\u202f: à vérifier"
SHARED_NOTE = "un seul titre pour plusieurs colonnes de montants\u202f: la dernière est retenue"
UNTITLED_NOTE = "colonne de montants sans titre, à côté d’autres qui en ont un\u202f: à vérifier"
BARE_NOTE = "chiffres sans €, à côté de montants qui en portent tous\u202f: à vérifier"
SECOND_NOTE = "une autre colonne porte le montant voté"


@dataclass(frozen=True, slots=True)
class MoneyRole:
    """What a column of money is: `counted`, or why not (`note`)."""

    counted: bool
    year: int | None
    certainty: float = CERTAIN
    deducted: bool = False
    note: str = ""
