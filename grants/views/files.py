"""The other formats of a page, at its own address without the last slash: `operateurs/12-afeji.csv`, same question.

A page names what it gives away as a `Table`; here it becomes a CSV, XLSX or JSON file, sent as it is written.
"""

import tempfile
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.views.generic import View

from grants import history
from grants.addresses import NoSuchPageError, moved
from grants.exports.columns import day_of
from grants.exports.csv_files import FRENCH, PLAIN, csv_pieces
from grants.exports.csvw_files import csvw_text
from grants.exports.json_files import json_pieces
from grants.exports.tables import LICENCE_ADDRESS, Origin, Table
from grants.exports.workbooks import write_workbook
from grants.querysets import GrantLineQuerySet
from grants.questions.filters import GrantLineFilter
from grants.questions.parameters import told_unknown
from grants.templatetags.french import quoted
from grants.views.permanent import PermanentAddressView, key_of
from grants.views.register_forms import RegisterForm

DIALECT = "tableur"  # `?tableur=fr`: the CSV that a French spreadsheet opens by itself
DIALECTS = {"": PLAIN, "fr": FRENCH}
BESIDE_CSV = "csv-metadata.json"  # the suffix that CSV on the Web gives to what describes a CSV
TYPES = {
    BESIDE_CSV: "application/csvm+json",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LARGEST_IN_MEMORY = 8 * 1024 * 1024  # bytes of a workbook; a larger one waits on disk to be sent


class FileFormat:
    """The path converter of the formats that every table has."""

    regex = r"csv|xlsx|json|csv-metadata\.json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class WrongQuestionError(Exception):
    """A question that makes no sense; `str(error)` says why in French."""


def lines_asked(request: HttpRequest, lines: GrantLineQuerySet) -> GrantLineFilter:
    """The question of this address about these lines. Raises WrongQuestionError."""
    question = GrantLineFilter(request.GET, queryset=lines, request=request)
    check(question)
    return question


def check(question: GrantLineFilter | RegisterForm) -> None:
    """Raises WrongQuestionError, one sentence for each mistake of a question."""
    if not question.is_valid():
        raise WrongQuestionError("\n".join(f"{label}\u202f: {wrong}" for label, wrong in question.mistakes))


class FileView(View):
    """One page as a file. A subclass says which `table` answers, and the names of the `parameters` that it takes; a
    wrong question is a French sentence, status 400."""

    parameters: Iterable[str] = ()

    def table(self) -> Table:
        raise NotImplementedError

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            if wrong := told_unknown(request.GET.keys(), self.parameters):
                raise WrongQuestionError(wrong)
            return self.file(self.table(), self._dialect())
        except (WrongQuestionError, NoSuchPageError) as error:
            return HttpResponse(str(error), status=400, content_type="text/plain; charset=utf-8")

    def file(self, table: Table, dialect: Any) -> HttpResponse:
        suffix, origin = self.kwargs["format"], origin_of(self.request)
        headers = {
            "Content-Type": TYPES[suffix],
            "Content-Disposition": f'attachment; filename="{_file_name(table, origin.updated, suffix)}"',
            "Link": f'<{LICENCE_ADDRESS}>; rel="license", <{origin.address}>; rel="alternate"; type="text/html"',
        }
        if suffix == "csv":
            headers["Link"] += f', <{self._address(BESIDE_CSV)}>; rel="describedby"; type="{TYPES[BESIDE_CSV]}"'
        if self.request.method == "HEAD":
            return StreamingHttpResponse(headers=headers)  # whose length is not told: the file is not made
        if suffix == "csv":
            return StreamingHttpResponse(csv_pieces(table, origin.site, dialect), headers=headers)
        if suffix == "json":
            return StreamingHttpResponse(json_pieces(table, origin), headers=headers)
        if suffix == BESIDE_CSV:
            return HttpResponse(csvw_text(table, origin, self._address("csv"), dialect), headers=headers)
        workbook = tempfile.SpooledTemporaryFile(LARGEST_IN_MEMORY)  # noqa: SIM115 -- the response closes it
        write_workbook(table, origin, workbook)
        workbook.seek(0)
        # By its own parameter: a FileResponse guesses a type over the one in its headers.
        return FileResponse(workbook, content_type=headers.pop("Content-Type"), headers=headers)

    def _address(self, suffix: str) -> str:
        """The whole address of this file in another format."""
        path = self.request.path.removesuffix(self.kwargs["format"]) + suffix
        query = self.request.META.get("QUERY_STRING", "")
        return self.request.build_absolute_uri(f"{path}?{query}" if query else path)

    def _dialect(self) -> Any:
        asked = self.request.GET.get(DIALECT, "")
        if asked not in DIALECTS:
            raise WrongQuestionError(f"Tableur\u202f: {quoted(asked)} n’est pas connu. Écrivez {DIALECT}=fr, ou rien.")
        return DIALECTS[asked]


class ThingFileView(FileView):
    """The file of one thing that has a permanent address: any old slug leads to the one of today, its question kept."""

    page: type[PermanentAddressView]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        page = self.page()
        page.setup(request, key=kwargs["key"])
        self.thing = page.get_object()
        if request.path != f"{self.thing.get_absolute_url().rstrip('/')}.{kwargs['format']}":
            raise moved(request, key=key_of(self.thing))
        return super().get(request, **kwargs)


def origin_of(request: HttpRequest) -> Origin:
    """Where the rows of a file come from: its own page, with its question."""
    site = f"{request.scheme}://{request.get_host()}"
    path = request.path.removesuffix(f".{request.resolver_match.kwargs['format']}") + "/"
    query = request.GET.copy()
    for name in (DIALECT, "page"):
        query.pop(name, None)
    address = f"{site}{path}?{query.urlencode()}" if query else f"{site}{path}"
    return Origin(settings.SITE_NAME, site, address, last_update())


def last_update() -> date | None:
    """The last day on which the public data changed."""
    return day_of(history.current().changed_at)


def _file_name(table: Table, updated: date | None, suffix: str) -> str:
    """`operateur-12-afeji-2026-11-21.xlsx`: what it holds, and the day of its data."""
    return f"{slugify(table.name)}-{updated or localdate():%Y-%m-%d}.{suffix}"
