"""The database that the images of the guide show: the sample acts in the middle of a day's work of an agent."""

from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from grants.models import Deliberation, Department, ErrorReport, GrantLine, Operator
from grants.operators import duplicates
from ingest.desk.edits.corrections import correct
from ingest.desk.rereading.replacing import propose
from ingest.models import Job
from ingest.processes import isolation
from ingest.store.publishing import publish

SAMPLES = Path(settings.BASE_DIR) / "tests" / "data" / "samples"
PRIVATE = SAMPLES.parent / "variants" / "private-persons.pdf"
AGENT = "camille"
SIRET = "73282932000074"  # INSEE's own example number
YEAR = 2022


@dataclass(frozen=True, slots=True)
class Story:
    """Who is at the desk, and the acts that the screens show. `another_pdf` is a file to upload."""

    agent: User
    online: Deliberation
    draft: Deliberation
    differing: Deliberation
    private: Deliberation
    report: ErrorReport
    year: int
    another_pdf: Path


def tell() -> Story:
    """Prepare the database of the settings, which must be new, and say what is in it."""
    call_command("migrate", verbosity=0)
    call_command("load_communes", verbosity=0)
    call_command("ingest", str(SAMPLES), str(PRIVATE), verbosity=0)
    agent = User.objects.create_superuser(AGENT, first_name="Camille")
    online, draft, differing, private = (
        Deliberation.objects.get(source_name=name)
        for name in ("nord-2022-273.pdf", "pdc-2023-259.pdf", "pdc-2025-237.pdf", PRIVATE.name)
    )
    publish(online, agent)
    report = _a_reader_writes(online)
    _some_lines_are_mended(draft, agent)
    _files_are_read(agent)
    _a_mended_file_comes(online, agent)
    duplicates.search()
    Department.objects.filter(pk=online.department_id).update(siret=SIRET)
    most = Operator.objects.filter(lines__deliberation=online).order_by("pk").first()
    Operator.objects.filter(pk=most.pk).update(siret=SIRET)
    return Story(agent, online, draft, differing, private, report, YEAR, SAMPLES / "nord-2024-161.pdf")


def _a_reader_writes(act: Deliberation) -> ErrorReport:
    line = GrantLine.objects.filter(deliberation=act).order_by("line").first()
    return ErrorReport.objects.create(
        line=line,
        line_pk=line.pk,
        what=ErrorReport.What.OPERATOR,
        message="Le nom de l’association a changé l’an dernier.",
    )


def _some_lines_are_mended(act: Deliberation, agent: User) -> None:
    lines = act.lines.order_by("line")
    correct(lines[2], agent, operator="Le Coin familial")
    correct(lines[5], agent, commune="Wimereux", word="siège vérifié auprès du CCAS")


def _a_mended_file_comes(act: Deliberation, agent: User) -> None:
    """The same file again, of which one amount is larger and one row gone, waits for somebody to decide."""
    path = SAMPLES / act.source_name
    reading = isolation.read(path)
    first, _, *others = reading.lines
    larger = replace(first, amount=first.amount + 1_500, amount_text=f"{first.amount + 1_500} €")
    propose(act, replace(reading, lines=type(reading.lines)((larger, *others))), path, agent)


def _files_are_read(agent: User) -> None:
    now = timezone.now()
    Job.objects.create(
        name="deliberation-du-12-octobre.pdf",
        sha256="1" * 64,
        author=agent,
        state=Job.State.READING,
        step=Job.Step.SCANS,
        step_done=11,
        step_total=18,
        page_count=18,
        waiting_since=now,
        started_at=now,
        heartbeat=now,
        attempts=1,
    )
    Job.objects.create(name="rapport-annexe.pdf", sha256="2" * 64, author=agent, page_count=42, waiting_since=now)
