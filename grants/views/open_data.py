"""`/donnees/`: what is given away, the dated snapshots, the SCDL files, each column described."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.generic import TemplateView, View

from grants import snapshots
from grants.exports import registers as columns
from grants.exports.lines import LINE_COLUMNS
from grants.exports.tables import LICENCE, LICENCE_ADDRESS
from grants.law.scdl import acts as scdl_acts
from grants.law.scdl import grants as scdl_grants
from grants.law.scdl.exercises import exercises, lines_of_no_exercise
from grants.law.scdl.files import GRANT_FILES, acts_file
from grants.models import Deliberation, Department, GrantLine
from grants.views.files import last_update

SNAPSHOTS_SHOWN = 12  # on `/donnees/`; the others stay at their addresses, linked from the next one
CHANGES_SHOWN = 100  # of a snapshot; its file holds all of them
ACTS_FILE = "deliberations-scdl"
ACTS_AT_ONCE = 500  # read from the database with their votes
# Label, name of the page, columns of its files.
LISTS = (
    ("Lignes de subvention", "line_list", LINE_COLUMNS),
    ("Délibérations", "deliberation_list", columns.ACT_COLUMNS),
    ("Opérateurs", "operator_list", columns.OPERATOR_COLUMNS),
    ("Communes des sièges", "commune_list", columns.COMMUNE_COLUMNS),
    ("Départements", "department_list", columns.DEPARTMENT_COLUMNS),
    ("Territoires", "territory_list", columns.TERRITORY_COLUMNS),
    ("Programmes et opérations", "programme_list", columns.PROGRAMME_COLUMNS),
)


class SnapshotName:
    """The path converter of the names of snapshots: a day, and a number from the second one of the day."""

    regex = r"\d{4}-\d{2}-\d{2}(?:-\d+)?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class OpenDataView(TemplateView):
    template_name = "grants/open_data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kept = snapshots.snapshots()
        return super().get_context_data(
            lists=LISTS,
            updated=last_update(),
            snapshots=kept[:SNAPSHOTS_SHOWN],
            snapshot_count=len(kept),
            licence=LICENCE,
            licence_address=LICENCE_ADDRESS,
            **kwargs,
        )

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        response["Cache-Control"] = "no-cache"  # a new snapshot changes this page, not the version of the data
        return response


class SnapshotView(TemplateView):
    """One snapshot: its files with their prints, and what changed since the one before."""

    template_name = "grants/snapshot.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        snapshot = _snapshot(self.kwargs["name"])
        path = snapshots.file_of(snapshot, snapshots.CHANGES_FILE)
        with path.open(encoding="utf-8-sig", newline="") as file:
            changes = list(islice(csv.DictReader(file), CHANGES_SHOWN + 1))
        return super().get_context_data(
            snapshot=snapshot,
            changes=changes[:CHANGES_SHOWN],
            is_cut=len(changes) > CHANGES_SHOWN,
            prints_file=snapshots.PRINTS,
            changes_file=snapshots.CHANGES_FILE,
            **kwargs,
        )


class SnapshotFileView(View):
    def get(self, request: HttpRequest, name: str, file: str) -> FileResponse:
        path = snapshots.file_of(_snapshot(name), file)
        if path is None:
            raise Http404("Cet instantané n’a pas ce fichier.")
        return FileResponse(path.open("rb"), as_attachment=True, filename=f"{name}-{file}")


class ScdlView(TemplateView):
    """The SCDL files of every exercise, and what they declare by default."""

    template_name = "grants/scdl.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = exercises()
        return super().get_context_data(
            exercises=found,
            without_siret=sorted({one.department.name for one in found if not one.department.siret}),
            left_out=lines_of_no_exercise(),
            grants_version=scdl_grants.VERSION,
            acts_version=scdl_acts.VERSION,
            nature=scdl_grants.NATURE,
            terms=scdl_grants.UNTOLD_TERMS,
            several_years=scdl_grants.OF_SEVERAL_YEARS,
            object_length=scdl_grants.OBJECT_MAX_LENGTH,
            matter=f"{scdl_acts.MATTER_CODE} {scdl_acts.MATTER_NAME}",
            own_columns=scdl_grants.OWN_COLUMNS,
            date_sources=(scdl_grants.SIGNED, scdl_grants.VOTED),
            **kwargs,
        )


class ScdlFileView(View):
    """One file of one exercise of one département, always whole: the parameters of the list have no effect here."""

    def get(self, request: HttpRequest, exercise: str, file: str) -> HttpResponse:
        match = re.fullmatch(r"(\w{2,3})-(\d{4})", exercise)
        department = match and Department.objects.public().filter(pk=match[1].upper()).first()
        if department is None or not self.rows(department, int(match[2]), file).exists():
            raise Http404("Aucun fichier SCDL à cette adresse.")
        headers = {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": f'attachment; filename="{file}-{exercise}.csv"',
            "Link": f'<{LICENCE_ADDRESS}>; rel="license"',
        }
        if request.method == "HEAD":
            return HttpResponse(headers=headers)
        return StreamingHttpResponse(self.pieces(department, int(match[2]), file), headers=headers)

    @staticmethod
    def rows(department: Department, year: int, file: str) -> Any:
        """The acts or the lines that the file is about; none for a name that is no file."""
        if file == ACTS_FILE:
            return Deliberation.objects.published().of_department(department).of_session_year(year).latest_first()
        lines = GrantLine.objects.counted().in_department(department).of_exercise(year)
        return lines if file in GRANT_FILES else lines.none()

    def pieces(self, department: Department, year: int, file: str) -> Iterator[str]:
        giver, site = scdl_grants.Giver.of(department), f"{self.request.scheme}://{self.request.get_host()}"
        rows = self.rows(department, year, file)
        if file == ACTS_FILE:
            acts = rows.prefetch_related("votes").iterator(chunk_size=ACTS_AT_ONCE)
            return acts_file(scdl_acts.act_rows(acts, giver, site))
        return GRANT_FILES[file](scdl_grants.scdl_rows(rows, giver, site))


def _snapshot(name: str) -> snapshots.Snapshot:
    found = snapshots.find(name)
    if found is None:
        raise Http404("Aucun instantané de ce jour.")
    return found
