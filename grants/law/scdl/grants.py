"""Lines → rows of the SCDL schema « subventions » 2.1.1, with what a validator or Data.Subvention would object.

A row has the 16 columns of the schema, then our own, which validators accept. What is refused: by the schema, an
absent SIRET of who gives, date or beneficiary; by Data.Subvention, a beneficiary without SIRET, even with an RNA
number. Money that the line says is not the département's is not its grant. Values that no deliberation prints (nature,
conditions, period, notification, share) are declared defaults, and `/donnees/scdl/` says them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from stdnum.fr import siret as siret_number

from grants.exports.csv_files import euros
from grants.law.agreements import signing_days
from grants.models import Department
from grants.models.lines import SURE

VERSION = "2.1.1"
SCHEMA_COLUMNS = (
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "objet",
    "montant",
    "nature",
    "conditionsVersement",
    "datesPeriodeVersement",
    "idRAE",
    "notificationUE",
    "pourcentageSubvention",
    "dispositifAide",
)
OWN_COLUMNS = (
    "exercice",
    "idSubvention",
    "dispositif",
    "sousDispositif",
    "territoire",
    "communeSiege",
    "places",
    "horsBudget",
    "dateConventionSource",
    "urlDeliberation",
    "page",
    "urlLigne",
)
COLUMNS = SCHEMA_COLUMNS + OWN_COLUMNS
OBJECT_MAX_LENGTH = 256  # characters: the schema's own limit
NATURE = "aide en numéraire"
OF_SEVERAL_YEARS = "échelonné"
SIGNED, VOTED = "date de signature", "date de la séance"  # where the date of an agreement comes from
UNTOLD_TERMS = "selon la convention"
_RNA_OF_THE_SCHEMA = re.compile(r"W\d{9}")  # the schema refuses the letters that a few true numbers hold
_SPACES = re.compile(r"\s+")
_READ = (
    *("pk", "line", "year", "page", "table", "amount_cents", "places", "certainty", "outside_budget"),
    *("operator_text", "action", "detail", "programme_text", "subprogramme_text", "other_years", "exercise"),
    *("operator__name", "operator__siret", "operator__rna", "programme__name", "subprogramme__name"),
    *("territory__name", "commune__name", "operator_id", "deliberation_id"),
    *("deliberation__number", "deliberation__slug", "deliberation__session_date", "deliberation__title"),
)


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives, as staff described it: official name, SIRET (may be empty), conditions of payment."""

    name: str
    siret: str
    payment_terms: str

    @classmethod
    def of(cls, department: Department) -> "Giver":
        name = department.legal_name or f"Département ({department.name})"
        return cls(name, department.siret, department.payment_terms or UNTOLD_TERMS)


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong with one cell. `blocking`: the row is in no strict file."""

    column: str
    value: str
    message: str
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class ScdlRow:
    """The cells of `COLUMNS`, as text, and what can be objected to them."""

    cells: dict[str, str]
    objections: tuple[Objection, ...]

    @property
    def is_accepted(self) -> bool:
        return not any(objection.blocking for objection in self.objections)


# The lines whose rows the strict file holds, where the département has a SIRET: the same rule, asked of the database.
ACCEPTED = (
    Q(operator__isnull=False, deliberation__session_date__isnull=False, outside_budget=False)
    & ~Q(operator__siret="")
    & ~Q(department__siret="")
)


def scdl_rows(lines: QuerySet, giver: Giver, site: str) -> Iterator[ScdlRow]:
    """One row a line, act by act. `lines` are those of one whole exercise of one département."""
    found = lines.with_exercise().with_other_years().order_by("deliberation_id", "line", "year", "pk")
    signed = signing_days()
    for values in found.values(*_READ).iterator(chunk_size=2_000):
        signed_on = signed.get((values["deliberation_id"], values["operator_id"]))
        yield _row(values | {"signed_on": signed_on}, giver, site)


def _row(values: dict[str, Any], giver: Giver, site: str) -> ScdlRow:
    whole_object = _object(values)
    day = values["signed_on"] or values["deliberation__session_date"]
    rna = values["operator__rna"] or ""
    slug = values["deliberation__slug"]
    cells = {
        "nomAttribuant": giver.name,
        "idAttribuant": giver.siret,
        "dateConvention": day.isoformat() if day else "",
        "referenceDecision": _reference(values),
        "nomBeneficiaire": values["operator__name"] or values["operator_text"],
        "idBeneficiaire": values["operator__siret"] or "",
        "rnaBeneficiaire": rna if _RNA_OF_THE_SCHEMA.fullmatch(rna) else "",
        "objet": _cut(whole_object),
        "montant": euros(values["amount_cents"]),
        "nature": NATURE,
        "conditionsVersement": OF_SEVERAL_YEARS if values["other_years"] else giver.payment_terms,
        "datesPeriodeVersement": f"{values['exercise']}-01-01/{values['exercise']}-12-31",
        "idRAE": "",
        "notificationUE": "non",
        "pourcentageSubvention": "1.00",
        "dispositifAide": "",
        "exercice": str(values["exercise"]),
        "idSubvention": str(values["pk"]),
        "dispositif": values["programme__name"] or "",
        "sousDispositif": values["subprogramme__name"] or "",
        "territoire": values["territory__name"] or "",
        "communeSiege": values["commune__name"] or "",
        "places": "" if values["places"] is None else str(values["places"]),
        "horsBudget": "oui" if values["outside_budget"] else "non",
        "dateConventionSource": (SIGNED if values["signed_on"] else VOTED) if day else "",
        "urlDeliberation": site + reverse("deliberation_detail", args=[slug]),
        "page": str(values["page"]),
        "urlLigne": site + reverse("line_detail", args=[values["pk"]]),
    }
    return ScdlRow(cells, (*_refusals(cells, values), *_remarks(cells, values, whole_object)))


def _refusals(cells: dict[str, str], values: dict[str, Any]) -> Iterator[Objection]:
    """What the schema or Data.Subvention would not take."""
    giver, beneficiary = cells["idAttribuant"], cells["idBeneficiaire"]
    if not siret_number.is_valid(giver):
        yield Objection("idAttribuant", giver, "Le SIRET du département n’est pas renseigné.")
    if not values["deliberation__session_date"]:
        yield Objection("dateConvention", cells["dateConvention"], "La date de la séance n’est pas connue.")
    if not cells["nomBeneficiaire"]:
        yield Objection("nomBeneficiaire", "", "Aucun bénéficiaire n’est imprimé sur cette ligne.")
    if not beneficiary:
        also = " Le numéro RNA ne suffit pas à Data.Subvention." if cells["rnaBeneficiaire"] else ""
        yield Objection("idBeneficiaire", "", f"Le SIRET du bénéficiaire n’est pas connu.{also}")
    elif not siret_number.is_valid(beneficiary):
        yield Objection("idBeneficiaire", beneficiary, "Ce numéro n’est pas un SIRET.")
    if values["outside_budget"]:
        yield Objection("montant", cells["montant"], "Argent dit hors du budget du département, qui ne le donne pas.")


def _remarks(cells: dict[str, str], values: dict[str, Any], whole_object: str) -> Iterator[Objection]:
    """What whoever sends the file should know; nothing of it blocks."""
    rna = values["operator__rna"] or ""
    if rna != cells["rnaBeneficiaire"]:
        yield _remark("rnaBeneficiaire", rna, "Le schéma refuse un numéro RNA qui porte une lettre\u202f: laissé vide.")
    if len(whole_object) > OBJECT_MAX_LENGTH:
        told = f"Objet de {len(whole_object)} caractères, coupé à {OBJECT_MAX_LENGTH}."
        yield _remark("objet", whole_object, told)
    if values["amount_cents"] <= 0:
        told = "Retrait\u202f: montant négatif." if values["amount_cents"] else "Montant nul, tel qu’imprimé."
        yield _remark("montant", cells["montant"], told)
    if values["year"] is None:
        yield _remark("exercice", cells["exercice"], "Aucune année imprimée\u202f: exercice de la séance.")
    if values["certainty"] < SURE:
        yield _remark("idSubvention", cells["idSubvention"], "Lecture incertaine\u202f: comparer à la page.")


def _remark(column: str, value: str, message: str) -> Objection:
    return Objection(column, value, message, blocking=False)


def _reference(values: dict[str, Any]) -> str:
    """The act and the printed row: no two rows of an exercise share it, as Data.Subvention wants."""
    parts = [values["deliberation__number"], values["table"], f"ligne {values['line']}"]
    if values["year"] is None:
        parts.append("sans année")
    return " / ".join(part for part in parts if part)


def _object(values: dict[str, Any]) -> str:
    """Programme – opération – action – complément, each said once; the title of the act where all are blank."""
    programme = values["programme__name"] or values["programme_text"]
    operation = values["subprogramme__name"] or values["subprogramme_text"]
    parts = [_SPACES.sub(" ", part).strip() for part in (programme, operation, values["action"], values["detail"])]
    said = " – ".join(dict.fromkeys(part for part in parts if part))
    return said or values["deliberation__title"] or f"Délibération {values['deliberation__number']}"


def _cut(text: str) -> str:
    """At the end of a word, with an ellipsis, where it is too long for the schema."""
    if len(text) <= OBJECT_MAX_LENGTH:
        return text
    kept = text[: OBJECT_MAX_LENGTH - 1]
    return (kept.rsplit(" ", 1)[0] if " " in kept else kept) + "…"
