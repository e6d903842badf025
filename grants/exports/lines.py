"""The columns of a list of lines, in their order: the one place that names them. `/donnees/` shows this list."""

from decimal import Decimal
from functools import cache
from typing import Any

from django.urls import reverse

from grants.exports.columns import day_of, derived, printed, provenance, yes_or_no
from grants.figures.stats import Summary
from grants.models import GrantLine, Operator
from grants.operators.kinds import OperatorKind
from grants.templatetags.french import CENTS, typeset

_SLUG, _NUMBER = "acte-0", 987_654_321  # stand for those of a line in the pattern of its addresses
_FOUND_BY = dict(Operator.FoundBy.choices)
_KINDS = dict(OperatorKind.choices)
_ORIGINS = {code: str(label) for code, label in GrantLine.Origin.choices}


def _box(*sides: float) -> str:
    return " ".join(f"{side:.5f}" for side in sides)


def _found_by(code: str) -> str:
    return str(_FOUND_BY.get(code, code))


def kind_of_operator(code: str | None) -> str:
    """The kind of an operator in French."""
    return str(_KINDS.get(code, ""))


def _origin(code: str) -> str:
    return _ORIGINS[code]


def _cents_read(as_read: dict[str, str], stands: int) -> int | None:
    read = as_read.get("amount")
    cents = None if read is None else int(Decimal(read) * CENTS)
    return None if cents == stands else cents


def _certainty(certainty: float) -> float:
    return round(certainty, 2)


@cache  # looking up the address of each row would take a third of the time of a file
def _line_pattern() -> str:
    return reverse("line_detail", args=[_NUMBER]).replace(str(_NUMBER), "{}")


@cache
def _page_pattern() -> str:
    return reverse("deliberation_page", args=[_SLUG, _NUMBER]).replace(_SLUG, "{}").replace(str(_NUMBER), "{}")


def _line_address(pk: int) -> str:
    return _line_pattern().format(pk)


def _proof_address(slug: str, page: int, line: int) -> str:
    return f"{_page_pattern().format(slug, page)}#ligne-{line}"


def whole_of(summary: Summary) -> dict[str, Any]:
    """The figures of a whole list of lines, amounts in euros, under their French names."""
    return {
        "montant": summary.amount_cents / CENTS,
        "dont_retraits": summary.withdrawn_cents / CENTS,
        "dont_hors_budget": summary.outside_cents / CENTS,
        "lignes_imprimees": summary.lines,
        "montants": summary.rows,
        "operateurs": summary.operators,
        "deliberations": summary.deliberations,
        "places": summary.places,
        "premiere_annee": summary.first_year,
        "derniere_annee": summary.last_year,
        "empreinte": summary.fingerprint,
    }


LINE_COLUMNS = (
    printed("operateur_imprime", "Nom de l’opérateur, tel qu’imprimé", "operator_text"),
    printed("siege_imprime", "Commune du siège, telle qu’imprimée", "commune_text"),
    printed("territoire_imprime", "Territoire, tel qu’imprimé", "territory_text"),
    printed("programme_imprime", "Programme, tel qu’imprimé", "programme_text"),
    printed("operation_imprimee", "Opération, telle qu’imprimée", "subprogramme_text"),
    printed("action", "Nom ou objet de l’action, tel qu’imprimé", "action"),
    printed("complement", "Complément et observations, tels qu’imprimés", "detail"),
    printed("numero_dossier", "Numéro de dossier, tel qu’imprimé", "reference"),
    printed("convention", "Convention, telle qu’imprimée", "agreement"),
    printed("places_imprimees", "Nombre de places, tel qu’imprimé", "places_text"),
    printed("montant_imprime", "Montant, tel qu’imprimé", "amount_text"),
    derived("montant", "Montant voté en euros, négatif pour un retrait", "amount_cents", holds="montant"),
    derived(
        "annee", "Année pour laquelle la ligne est votée\u202f; vide si elle n’est pas imprimée", "year", holds="entier"
    ),
    derived("places", "Nombre de places\u202f; vide s’il n’est pas imprimé", "places", holds="entier"),
    derived("unite_places", "Ce que compte le nombre de places\u202f: place, mesure, dossier…", "places_unit"),
    derived("hors_budget", "Argent dit hors du budget du département", "outside_budget", value=yes_or_no),
    derived("departement_code", "Code INSEE du département qui a voté", "department__code"),
    derived("departement", "Département qui a voté", "department__name"),
    derived("operateur_id", "Identifiant permanent de l’opérateur sur ce site", "operator__pk", holds="entier"),
    derived("operateur", "Opérateur, ses graphies sûres réunies", "operator__name"),
    derived("operateur_nature", "Nature de l’opérateur, d’après son nom", "operator__kind", value=kind_of_operator),
    derived("operateur_siret", "SIRET de l’opérateur, quand il est connu", "operator__siret"),
    derived("operateur_rna", "Numéro RNA de l’association, quand il est connu", "operator__rna"),
    derived("territoire_id", "Identifiant du territoire sur ce site", "territory__pk", holds="entier"),
    derived("territoire", "Territoire, ses graphies réunies", "territory__name"),
    derived("programme_id", "Identifiant du programme sur ce site", "programme__pk", holds="entier"),
    derived("programme", "Programme, ses graphies réunies", "programme__name"),
    derived("operation_id", "Identifiant de l’opération sur ce site", "subprogramme__pk", holds="entier"),
    derived("operation", "Opération, ses graphies réunies", "subprogramme__name"),
    derived("commune_insee", "Code INSEE de la commune du siège, pas du lieu de l’action", "commune__code"),
    derived("commune", "Commune du siège, pas du lieu de l’action", "commune__name"),
    derived("commune_trouvee_par", "Comment la commune a été trouvée", "commune_found_by", value=_found_by),
    provenance("id", "Identifiant permanent de la ligne sur ce site", "pk", holds="entier"),
    provenance("deliberation", "Numéro de la délibération", "deliberation__number"),
    provenance("assemblee", "Assemblée qui a voté", "deliberation__body"),
    provenance("date_seance", "Date de la séance", "deliberation__session_date", holds="date"),
    provenance(
        "ligne",
        "Numéro de la ligne imprimée dans l’acte\u202f; une ligne peut porter plusieurs années",
        "line",
        holds="entier",
    ),
    provenance("tableau", "Tableau ou partie de l’acte", "table"),
    provenance("page", "Page du PDF, à partir de 1", "page", holds="entier"),
    provenance(
        "cadre",
        "Place de la ligne\u202f: gauche, haut, droite, bas, en fractions de la page",
        "x0",
        "y0",
        "x1",
        "y1",
        value=_box,
    ),
    provenance("certitude", "Certitude de la lecture, de 0 à 1", "certainty", holds="nombre", value=_certainty),
    provenance("notes", "Notes de lecture", "notes", value=typeset),
    provenance("origine", "Ligne lue dans le PDF, ou ajoutée par un agent", "origin", value=_origin),
    provenance(
        "corrige_le",
        "Date de la dernière correction par un agent\u202f; vide si la ligne est telle que lue",
        "corrected_at",
        holds="date",
        value=day_of,
    ),
    provenance(
        "montant_lu",
        "Montant que la lecture donnait, en euros, s’il a été corrigé par un agent",
        "as_read",
        "amount_cents",
        holds="montant",
        value=_cents_read,
    ),
    provenance("pdf_sha256", "Empreinte SHA-256 du PDF lu", "deliberation__sha256"),
    provenance(
        "mise_en_ligne",
        "Date à laquelle la délibération a été mise en ligne sur ce site",
        "deliberation__published_at",
        holds="date",
        value=day_of,
    ),
    provenance(
        "remplacee_par",
        "Numéro de la délibération qui remplace celle-ci\u202f; la ligne ne compte alors dans aucun total",
        "deliberation__replaced_by__number",
    ),
    provenance("adresse", "Adresse permanente de la ligne", "pk", holds="adresse", value=_line_address),
    provenance(
        "adresse_preuve",
        "Adresse de la page imprimée, ligne encadrée",
        "deliberation__slug",
        "page",
        "line",
        holds="adresse",
        value=_proof_address,
    ),
)
