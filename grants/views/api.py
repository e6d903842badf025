"""The documentation of the API, made from its OpenAPI description: what a page says is what a program reads."""

from dataclasses import dataclass
from typing import Any

from django.views.generic import TemplateView

from grants.api.endpoints import api
from grants.api.questions import MOST_ROWS, ROWS
from grants.exports.lines import LINE_COLUMNS

REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address: its path, what it gives, the names of its parameters, the name of the type that it answers, or of
    the rows of a page of them where it answers one."""

    path: str
    title: str
    description: str
    parameters: tuple[str, ...]
    answer: str
    is_page: bool


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, what it asks, its known values, and its address where only one takes it so."""

    name: str
    description: str
    values: tuple[str, ...]
    only: str


class ApiView(TemplateView):
    template_name = "grants/api.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        described = api.get_openapi_schema()
        operations = [(path, methods["get"]) for path, methods in described["paths"].items()]
        schemas = described["components"]["schemas"]
        return super().get_context_data(
            endpoints=[_endpoint(path, operation, schemas) for path, operation in operations],
            parameters=_parameters(operations),
            types=[(name, _fields(schema)) for name, schema in schemas.items() if _row_of(schema) is None],
            columns=LINE_COLUMNS,
            version=described["info"]["version"],
            rows=ROWS,
            most_rows=MOST_ROWS,
            **kwargs,
        )


def _endpoint(path: str, operation: dict[str, Any], schemas: dict[str, Any]) -> Endpoint:
    reference = operation["responses"][200]["content"]["application/json"]["schema"].get("$ref", "")
    answer = reference.removeprefix(REFERENCE)
    row = _row_of(schemas.get(answer, {}))
    names = tuple(one["name"] for one in operation["parameters"] if one["in"] == "query")
    return Endpoint(path, operation["summary"], operation["description"], names, row or answer, row is not None)


def _row_of(schema: dict[str, Any]) -> str | None:
    """The name of the rows of a page, None where this type is none."""
    rows = schema.get("properties", {}).get("resultats")
    return str(rows["items"]["$ref"]).removeprefix(REFERENCE) if rows else None


def _parameters(operations: list[tuple[str, dict[str, Any]]]) -> list[Parameter]:
    """Each parameter once for each meaning: `annee` is that of a line, or of a session."""
    paths: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for path, operation in operations:
        for one in operation["parameters"]:
            if one["in"] == "query":
                meaning = (one["name"], one["description"], tuple(one["schema"].get("enum", ())))
                paths.setdefault(meaning, []).append(path)
    return [Parameter(*meaning, only=of[0] if len(of) == 1 else "") for meaning, of in paths.items()]


def _fields(schema: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Name, type and description of each field of a type."""
    return [(name, _type(field), field.get("description", "")) for name, field in schema.get("properties", {}).items()]


def _type(field: dict[str, Any]) -> str:
    names = {"string": "texte", "integer": "entier", "number": "nombre", "boolean": "vrai ou faux", "null": "null"}
    if "anyOf" in field:
        return " ou ".join(_type(one) for one in field["anyOf"])
    if field.get("type") == "array":
        return f"liste de {_type(field['items'])}"
    if "$ref" in field:
        return field["$ref"].removeprefix(REFERENCE)
    return "date" if field.get("format") == "date" else names.get(field.get("type", ""), "")
