"""Is it ready for open data? What the SCDL files lack, counted and said in plain words, with where it is filled in.

From lines and their département to small frozen dataclasses; no request. The rules are those of `grants.law.scdl`,
row by row: a count here is a count of the very rows of the files.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.db.models import Count, F, Sum

from grants.law.scdl.grants import UNTOLD_TERMS, VOTED, Giver, ScdlRow, scdl_rows
from grants.models import Department, Operator
from grants.querysets import GrantLineQuerySet

EXAMPLES = 3  # rows shown of each lack, for a person to see what it is about


class Where(StrEnum):
    """Where staff fill in what is lacking."""

    DEPARTMENT = "department"
    OPERATORS = "operators"
    ACT = "act"
    LINES = "lines"
    AGREEMENTS = "agreements"
    NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One row that lacks it: its permanent number and what it says."""

    line: int
    told: str


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that `rows` rows lack. `blocking`: the strict file does not hold them."""

    title: str
    advice: str
    where: Where
    blocking: bool
    rows: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Unblocked:
    """An operator whose SIRET alone would let `rows` more rows in, worth `amount_cents`."""

    operator: Operator
    rows: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """Rows of the complete file and, of them, those of the strict one; what the others lack, the most common first."""

    rows: int
    accepted: int
    amount_cents: int
    accepted_cents: int
    lacks: tuple[Lack, ...]

    @property
    def refused(self) -> int:
        return self.rows - self.accepted

    @property
    def blocking(self) -> tuple[Lack, ...]:
        return tuple(lack for lack in self.lacks if lack.blocking)

    @property
    def remarks(self) -> tuple[Lack, ...]:
        return tuple(lack for lack in self.lacks if not lack.blocking)


# (column of the SCDL schema, whether it blocks) → title, advice, where it is filled in.
_WORDS = {
    ("idAttribuant", True): (
        "SIRET du département",
        "Sans lui, aucune ligne ne passe. Il se saisit une fois, sur la fiche du département.",
        Where.DEPARTMENT,
    ),
    ("idBeneficiaire", True): (
        "SIRET du bénéficiaire",
        "Data.Subvention refuse une ligne dont le bénéficiaire n’a pas de SIRET\u202f; un numéro RNA ne suffit pas.",
        Where.OPERATORS,
    ),
    ("dateConvention", True): (
        "date de la séance",
        "Elle n’a pas été lue\u202f: elle se corrige sur la fiche de la délibération.",
        Where.ACT,
    ),
    ("nomBeneficiaire", True): (
        "nom du bénéficiaire",
        "La ligne imprimée ne nomme personne\u202f: vérifiez-la sur la page, et corrigez-la si le nom y est.",
        Where.LINES,
    ),
    ("montant", True): (
        "argent hors du budget du département",
        "Un autre le donne\u202f: ces lignes n’ont pas à être dans le fichier. Rien à faire.",
        Where.NOWHERE,
    ),
    ("dateConvention", False): (
        "date de signature de la convention",
        "La date de la séance est donnée à sa place, et le fichier le dit.",
        Where.AGREEMENTS,
    ),
    ("conditionsVersement", False): (
        "conditions de versement",
        f"Le fichier dit «\u202f{UNTOLD_TERMS}\u202f». Celles du département se saisissent sur sa fiche.",
        Where.DEPARTMENT,
    ),
    ("rnaBeneficiaire", False): (
        "numéro RNA que le schéma refuse",
        "Il porte une lettre\u202f: il est juste, mais laissé vide dans le fichier. Rien à faire.",
        Where.NOWHERE,
    ),
    ("objet", False): (
        "objet trop long",
        "Il est coupé à la fin d’un mot\u202f; le rapport donne le texte entier. Rien à faire.",
        Where.NOWHERE,
    ),
    ("montant", False): (
        "montant nul ou négatif",
        "Tel qu’imprimé\u202f: un retrait reste un retrait. À vérifier seulement s’il étonne.",
        Where.LINES,
    ),
    ("exercice", False): (
        "année imprimée",
        "L’exercice est celui de la séance. L’année se corrige sur la ligne si la page en dit une autre.",
        Where.LINES,
    ),
    ("idSubvention", False): (
        "lecture certaine",
        "La lecture hésite\u202f: comparez ces lignes à la page avant d’envoyer le fichier.",
        Where.LINES,
    ),
}


def readiness(lines: GrantLineQuerySet, department: Department) -> Readiness:
    """What the SCDL files of these lines of one département hold and lack. Two queries."""
    giver = Giver.of(department)
    counts: Counter[tuple[str, bool]] = Counter()
    examples: dict[tuple[str, bool], list[Example]] = defaultdict(list)
    rows = accepted = 0
    amount, accepted_amount = Decimal(0), Decimal(0)
    for row in scdl_rows(lines, giver, ""):
        rows += 1
        amount += Decimal(row.cells["montant"])
        if row.is_accepted:
            accepted += 1
            accepted_amount += Decimal(row.cells["montant"])
        for lack in _lacks(row, giver):
            counts[lack] += 1
            if len(examples[lack]) < EXAMPLES:
                examples[lack].append(_example(row))
    told = [
        Lack(*_WORDS[lack], blocking=lack[1], rows=count, examples=tuple(examples[lack]))
        for lack, count in counts.most_common()
    ]
    return Readiness(rows, accepted, int(amount * 100), int(accepted_amount * 100), tuple(told))


def unblocking(lines: GrantLineQuerySet, most: int) -> tuple[Unblocked, ...]:
    """The operators without a SIRET, those first whose number would let the most rows in. Two queries."""
    waiting = lines.filter(
        operator__siret="", operator__isnull=False, outside_budget=False, deliberation__session_date__isnull=False
    )
    found = (
        waiting.order_by()
        .values("operator")
        .annotate(rows=Count("pk"), cents=Sum("amount_cents"))
        .order_by("-rows", F("cents").desc(), "operator__key")[:most]
    )
    found = list(found)
    operators = Operator.objects.select_related("commune").in_bulk([one["operator"] for one in found])
    return tuple(Unblocked(operators[one["operator"]], one["rows"], one["cents"]) for one in found)


def without_siret(lines: GrantLineQuerySet) -> int:
    """How many operators of these lines have no SIRET."""
    return lines.filter(operator__siret="").order_by().values("operator").distinct().count()


def _lacks(row: ScdlRow, giver: Giver) -> set[tuple[str, bool]]:
    """What this row lacks, each thing once; what is declared for want of better is not an objection of the report."""
    found = {(objection.column, objection.blocking) for objection in row.objections}
    if row.cells["dateConventionSource"] == VOTED:
        found.add(("dateConvention", False))
    if row.cells["conditionsVersement"] == giver.payment_terms == UNTOLD_TERMS:
        found.add(("conditionsVersement", False))
    if ("nomBeneficiaire", True) in found:
        found.discard(("idBeneficiaire", True))  # nobody is named: there is no number to look for
    return found


def _example(row: ScdlRow) -> Example:
    who = row.cells["nomBeneficiaire"] or row.cells["objet"]
    return Example(int(row.cells["idSubvention"]), f"{who}, p.\u00a0{row.cells['page']}")
