"""The columns of the lists of operators, places, programmes and acts, in their order.

Sums, counts and years are those of the published lines; a number of lines is a number of printed rows.
"""

from typing import Any

from django.db import models
from django.urls import reverse

from grants.exports.columns import Column, day_of, derived, printed, provenance
from grants.exports.lines import kind_of_operator
from grants.models import Commune, Deliberation, Department, Operator, Programme, Territory

_EMPTY = "\u202f; vide pour les lignes qui n’en impriment pas"
AMOUNT = derived("montant", "Total voté en euros, retraits déduits", "amount_cents", holds="montant")
YEARS = (
    derived("premiere_annee", "Première année imprimée sur ces lignes", "first_year", holds="entier"),
    derived("derniere_annee", "Dernière année imprimée sur ces lignes", "last_year", holds="entier"),
)


def _lines(path: str) -> Column:
    return derived("lignes", "Nombre de lignes imprimées", path, holds="entier")


def _address(model: type[models.Model], *paths: str) -> Column:
    """The permanent address of a thing, made from its fields; none for the lines that name no such thing."""
    fields = [path.rpartition("__")[2] for path in paths]

    def path_of(*values: Any) -> str | None:
        return model(**dict(zip(fields, values, strict=True))).get_absolute_url() if values[0] else None

    return provenance("adresse", "Adresse de sa page", *paths, holds="adresse", value=path_of)


OPERATOR_COLUMNS = (
    derived("operateur_id", "Identifiant permanent de l’opérateur sur ce site", "operator__pk", holds="entier"),
    derived("operateur", "Opérateur, ses graphies sûres réunies", "operator__name"),
    derived("nature", "Nature de l’opérateur, d’après son nom", "operator__kind", value=kind_of_operator),
    derived("siret", "SIRET, quand il est connu", "operator__siret"),
    derived("rna", "Numéro RNA de l’association, quand il est connu", "operator__rna"),
    derived("commune_insee", "Code INSEE de la commune du siège", "operator__commune__code"),
    derived("commune", "Commune du siège", "operator__commune__name"),
    AMOUNT,
    _lines("lines"),
    *YEARS,
    _address(Operator, "operator__pk", "operator__name"),
)


def _commune_columns(commune: str, lines: str) -> tuple[Column, ...]:
    """`commune`: the path from a row to its commune, with its underscores; `lines`: that of its count of lines."""
    told = "Total voté en euros pour les opérateurs dont c’est le siège"
    return (
        derived("commune_insee", "Code INSEE de la commune\u202f; vide sans siège connu", f"{commune}code"),
        derived("commune", "Commune", f"{commune}name"),
        derived("codes_postaux", "Codes postaux, séparés par des espaces", f"{commune}postcodes"),
        derived("departement_code", "Code INSEE du département", f"{commune}department__code"),
        derived("departement", "Département", f"{commune}department__name"),
        derived("population", "Population, en habitants", f"{commune}population", holds="entier"),
        derived("intercommunalite", "Intercommunalité", f"{commune}epci_name"),
        derived("intercommunalite_siren", "SIREN de l’intercommunalité", f"{commune}epci_code"),
        derived("montant", told, "amount_cents", holds="montant"),
        _lines(lines),
        *YEARS,
        _address(Commune, f"{commune}code", f"{commune}name"),
    )


COMMUNE_COLUMNS = _commune_columns("", "line_count")  # of the list of communes
SEAT_COLUMNS = _commune_columns("commune__", "lines")  # of the lines of a question, added up by seat

DEPARTMENT_COLUMNS = (
    derived("departement_code", "Code INSEE du département", "department__code"),
    derived("departement", "Département qui a voté", "department__name"),
    AMOUNT,
    _lines("lines"),
    *YEARS,
    _address(Department, "department__code", "department__name"),
)

TERRITORY_COLUMNS = (
    printed("territoire", f"Territoire, tel qu’imprimé{_EMPTY}", "territory__name"),
    derived("territoire_id", "Identifiant du territoire sur ce site", "territory__pk", holds="entier"),
    derived("departement_code", "Code INSEE du département qui a voté", "territory__department__code"),
    derived("departement", "Département qui a voté", "territory__department__name"),
    AMOUNT,
    _lines("lines"),
    *YEARS,
    _address(Territory, "territory__pk", "territory__name"),
)

PROGRAMME_COLUMNS = (
    printed("programme", f"Programme, tel qu’imprimé{_EMPTY}", "programme__name"),
    printed("operation", f"Opération, telle qu’imprimée{_EMPTY}", "subprogramme__name"),
    derived("programme_id", "Identifiant du programme sur ce site", "programme__pk", holds="entier"),
    derived("operation_id", "Identifiant de l’opération sur ce site", "subprogramme__pk", holds="entier"),
    derived("departement_code", "Code INSEE du département qui a voté", "programme__department__code"),
    derived("departement", "Département qui a voté", "programme__department__name"),
    AMOUNT,
    _lines("lines"),
    *YEARS,
    _address(Programme, "programme__pk", "programme__name"),
)


def _act_address(slug: str) -> str:
    return reverse("deliberation_detail", args=[slug])


def _source_address(slug: str) -> str:
    return reverse("source_file", args=[slug])


def _link(rectification: str) -> str:
    return str(dict(Deliberation.Rectification.choices).get(rectification, ""))


ACT_COLUMNS = (
    printed("deliberation", "Numéro de la délibération", "number"),
    printed("objet", "Objet de la délibération", "title"),
    printed("assemblee", "Assemblée qui a voté", "body"),
    printed("rapport", "Référence du rapport", "report_reference"),
    printed("accuse_reception", "Accusé de réception de la préfecture", "prefecture_receipt"),
    derived("date_seance", "Date de la séance", "session_date", holds="date"),
    derived("date_reception", "Date de réception en préfecture", "received_date", holds="date"),
    derived("date_publication", "Date de publication par le département", "published_date", holds="date"),
    derived("departement_code", "Code INSEE du département", "department__code"),
    derived("departement", "Département", "department__name"),
    derived("montant", "Total de ses lignes en euros, retraits déduits", "amount_cents", holds="montant"),
    derived("retraits", "Somme de ses montants négatifs, en euros", "withdrawn_cents", holds="montant"),
    _lines("line_count"),
    derived("operateurs", "Nombre d’opérateurs", "operator_count", holds="entier"),
    provenance("mise_en_ligne", "Date de mise en ligne sur ce site", "published_at", holds="date", value=day_of),
    provenance("pages", "Nombre de pages du PDF", "page_count", holds="entier"),
    provenance("pdf_sha256", "Empreinte SHA-256 du PDF lu", "sha256"),
    provenance("version_lecture", "Version du lecteur", "reader_version"),
    provenance("lien", "Ce qu’elle fait d’une autre\u202f: remplace ou complète", "rectification", value=_link),
    provenance("acte_rectifie", "Numéro de la délibération qu’elle remplace ou complète", "rectifies__number"),
    provenance(
        "remplacee_par",
        "Numéro de la délibération qui la remplace\u202f; ses lignes ne comptent alors dans aucun total",
        "replaced_by__number",
    ),
    provenance("adresse", "Adresse de sa page", "slug", holds="adresse", value=_act_address),
    provenance("adresse_pdf", "Adresse du PDF d’origine", "slug", holds="adresse", value=_source_address),
)
