"""What the API answers, as types: one field for each column of the open data, and what belongs to an act."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ninja import Schema
from pydantic import Field, create_model

from grants.exports.columns import Column
from grants.exports.lines import LINE_COLUMNS
from grants.exports.registers import (
    ACT_COLUMNS,
    COMMUNE_COLUMNS,
    DEPARTMENT_COLUMNS,
    OPERATOR_COLUMNS,
    PROGRAMME_COLUMNS,
    TERRITORY_COLUMNS,
)

TYPES: dict[str, Any] = {
    "texte": str,
    "entier": int,
    "nombre": float,
    "montant": float,
    "date": date,
    "adresse": str,
}


def schema_of(name: str, columns: Sequence[Column]) -> type[Schema]:
    """A type with the columns as its fields, in their order; each may be absent."""
    fields: dict[str, Any] = {
        column.name: (TYPES[column.holds] | None, Field(None, description=f"{column.description} ({column.kind})."))
        for column in columns
    }
    return create_model(name, __base__=Schema, **fields)


def page_of(name: str, row: type[Schema]) -> type[Schema]:
    """A page of such rows."""
    fields: dict[str, Any] = {
        "version": (int, Field(description="Version des données, qui ne fait que croître.")),
        "suivant": (str | None, Field(None, description="Adresse de la page suivante\u202f; nulle à la dernière.")),
        "resultats": (list[row], Field(description="Les lignes de cette page, dans l’ordre demandé.")),
    }
    return create_model(name, __base__=Schema, **fields)


def named(name: str) -> Callable[[type[Schema]], Any]:
    """The type below, under the French name that readers of its documentation see."""
    return lambda schema: create_model(name, __base__=schema)


Line = schema_of("Ligne", LINE_COLUMNS)
Operator = schema_of("Operateur", OPERATOR_COLUMNS)
Commune = schema_of("Commune", COMMUNE_COLUMNS)
Territory = schema_of("Territoire", TERRITORY_COLUMNS)
Programme = schema_of("Programme", PROGRAMME_COLUMNS)
Department = schema_of("Departement", DEPARTMENT_COLUMNS)
Act = schema_of("Deliberation", ACT_COLUMNS)


class Vote(Schema):
    articles: str = Field(description="Articles votés ensemble\u202f; vide pour l’acte entier.")
    resultat: str = Field(description="Résultat, tel qu’imprimé.")
    pour: int | None = None
    contre: int | None = None
    abstentions: int | None = None
    sans_prendre_part: int | None = None
    presents: int | None = None
    procurations: int | None = None
    exprimes: int | None = None
    page: int | None = Field(None, description="Page du PDF, à partir de 1.")


@named("Deport")
class Recusal(Schema):
    personne: str
    fonction: str
    organisme: str
    articles: str
    texte_imprime: str
    operateur_id: int | None = Field(None, description="Opérateur que cet organisme est sans doute possible.")
    page: int


class Decision(Schema):
    article: int | None = None
    texte: str
    montant: float | None = Field(None, description="Montant en euros, s’il en est énoncé un.")
    page: int


@named("Controle")
class Check(Schema):
    portee: str = Field(description="Ce que le total dit additionner.")
    annee: int | None = None
    total_annonce: float = Field(description="En euros, tel que l’acte l’annonce.")
    precision: float = Field(description="Dernière unité imprimée, en euros\u202f: 1 000 000 pour «\u202f7 M€\u202f».")
    somme_des_lignes: float | None = Field(None, description="En euros\u202f; absente si rien n’est comparable.")
    ecart: float | None = Field(None, description="Somme moins total annoncé, en euros.")
    resultat: str = Field(description="Égal, égal à l’arrondi imprimé, écart ou non comparable.")
    hors_budget: bool
    page: int


@named("DeliberationEntiere")
class ActInFull(Act):  # type: ignore[misc, valid-type]
    votes: list[Vote]
    deports: list[Recusal]
    decisions: list[Decision]
    controles: list[Check]


@named("Resume")
class Summary(Schema):
    version: int
    question: str = Field(description="La question en français.")
    montant: float = Field(description="Total voté en euros, retraits déduits.")
    retraits: float = Field(description="Somme des montants négatifs, en euros.")
    lignes: int = Field(description="Lignes imprimées.")
    montants: int = Field(description="Montants\u202f: une ligne imprimée en porte un par année.")
    operateurs: int
    deliberations: int
    departements: int
    premiere_annee: int | None = None
    derniere_annee: int | None = None


@named("Erreur")
class Error(Schema):
    erreur: str = Field(description="Une phrase en français.")


LinePage = page_of("PageDeLignes", Line)
OperatorPage = page_of("PageDOperateurs", Operator)
CommunePage = page_of("PageDeCommunes", Commune)
TerritoryPage = page_of("PageDeTerritoires", Territory)
ProgrammePage = page_of("PageDeProgrammes", Programme)
DepartmentPage = page_of("PageDeDepartements", Department)
ActPage = page_of("PageDeDeliberations", Act)
