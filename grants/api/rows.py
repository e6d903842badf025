"""Rows of the open data as JSON objects, one page at a time: the columns of the files, the cursor of the API."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from grants import history
from grants.api.cursors import CursorError, Key, cursor_of, rows_after
from grants.api.questions import QuestionError, limit_of
from grants.exports.columns import Column, all_paths, cells
from grants.exports.json_files import json_value
from grants.templatetags.french import quoted

Row = dict[str, Any]


def page(request: HttpRequest, rows: QuerySet, keys: Sequence[Key], columns: Sequence[Column]) -> Row:
    """One page of these rows in the order of the keys. Raises QuestionError for a wrong cursor or limit."""
    limit, cursor = limit_of(request), request.GET.get("curseur", "")
    paths = all_paths(columns)
    wanted = tuple(dict.fromkeys((*paths, *(key.path for key in keys))))
    try:
        found = list(rows_after(rows, keys, cursor).values_list(*wanted)[: limit + 1])
    except (CursorError, ValueError) as error:
        raise QuestionError(f"Curseur\u202f: {quoted(cursor)} n’a pas été donné par cette question.") from error
    following = None
    if len(found) > limit:
        last = dict(zip(wanted, found[limit - 1], strict=True))
        following = _address(request, curseur=cursor_of([last[key.path] for key in keys]))
    return {
        "version": version_of(request),
        "suivant": following,
        "resultats": [_object(request, columns, values) for values in found[:limit]],
    }


def one(request: HttpRequest, rows: QuerySet, columns: Sequence[Column]) -> Row:
    """The one row. Raises Http404 where there is none."""
    found = list(rows.values_list(*all_paths(columns))[:1])
    if not found:
        raise Http404("Rien n’est publié sous cet identifiant.")
    return _object(request, columns, found[0])


def version_of(request: HttpRequest) -> int:
    """The version of the data: the one that the answer carries as its ETag."""
    return (history.seen_by(request) or history.current()).number


def _object(request: HttpRequest, columns: Sequence[Column], values: Sequence[Any]) -> Row:
    site = f"{request.scheme}://{request.get_host()}"
    return {column.name: json_value(column, cell, site)(values) for column, cell in cells(columns)}


def _address(request: HttpRequest, **changed: str) -> str:
    query = request.GET.copy()
    for name, value in changed.items():
        query[name] = value
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
