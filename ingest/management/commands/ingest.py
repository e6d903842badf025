"""`manage.py ingest`: PDFs of deliberations, read and saved as drafts, or published at once."""

import argparse
import json
import sys
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from grants.operators import duplicates
from ingest import batch
from ingest.batch import Options, Outcome
from ingest.database import require_ready_database
from ingest.places.departments import find_department
from ingest.store import StoreReport
from portal.files import shown_name

STATUSES = {"new": "nouvelle", "updated": "mise à jour", "unchanged": "inchangée"}
ALL_WELL, SOME_FAILED, ALL_FAILED = 0, 1, 2


class Command(BaseCommand):
    help = (
        "Lit des délibérations en PDF et les enregistre, en brouillon sauf avec --publish. "
        "D’un fichier de plusieurs délibérations, chacune est lue sur ses pages et gardée en brouillon. "
        "Un fichier déjà lu ne change rien\u202f; une délibération relue est comparée à ce qui est enregistré. "
        "Code de retour\u202f: 0 si tous les fichiers sont lus, 1 si certains ont échoué, "
        "2 si tous ont échoué ou s’il n’y en a aucun."
    )

    # They load every page of the site, which takes half of the start; `migrate` and `check` run them.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="CHEMIN", help="fichiers PDF ou dossiers")
        parser.add_argument("--dry-run", action="store_true", help="montrer ce qui changerait, sans rien écrire")
        parser.add_argument("--publish", action="store_true", help="mettre en ligne aussitôt, si rien ne diffère")
        parser.add_argument(
            "--word",
            default="",
            metavar="MOT",
            help="avec --publish\u202f: explication publique des écarts et des lignes non lues",
        )
        parser.add_argument(
            "--workers",
            type=_count,
            default=1,
            metavar="N",
            help="fichiers lus à la fois (1 sinon, chacun lu puis enregistré)",
        )
        parser.add_argument("--json", action="store_true", help="un document JSON sur la sortie standard")
        parser.add_argument("--again", action="store_true", help="relire aussi les fichiers déjà lus")
        parser.add_argument(
            "--whole",
            action="store_true",
            help="lire chaque fichier comme une seule délibération, même s’il semble en contenir plusieurs",
        )
        parser.add_argument(
            "--department", default="", help="département des actes qui ne le nomment pas (code ou nom)"
        )

    def handle(self, *args, paths, **options):
        require_ready_database()
        if options["department"] and not find_department(options["department"]):
            raise CommandError(f"«\u202f{options['department']}\u202f» n’est ni le code ni le nom d’un département.")
        names = ("workers", "dry_run", "publish", "word", "again", "department", "whole")
        asked = Options(**{name: options[name] for name in names})
        files = batch.find_files(paths)
        outcomes = []
        with tqdm(total=len(files), unit="fichier", disable=True if options["json"] else None, leave=False) as bar:
            for outcome in batch.run(files, asked):
                outcomes.append(outcome)
                bar.update()
                if not options["json"]:
                    with bar.external_write_mode(file=sys.stdout):
                        self._tell(outcome, options)
        if not asked.dry_run:
            duplicates.search_again()
        failed = sum(bool(outcome.error) for outcome in outcomes)
        if options["json"]:
            self.stdout.write(json.dumps(_document(outcomes, asked), ensure_ascii=False, indent=2))
        else:
            self._tell_all(outcomes, failed, dry_run=asked.dry_run)
        if failed or not outcomes:
            raise SystemExit(ALL_FAILED if failed == len(outcomes) else SOME_FAILED)

    def _tell(self, outcome: Outcome, options) -> None:
        if outcome.parts:
            self.stdout.write(_bundle_sentence(outcome))
            for part in outcome.parts:
                self._tell(part, options)
        if outcome.report is None:
            if outcome.error:
                self.stderr.write(outcome.error)
            if options["verbosity"] > 1 and outcome.trace:
                self.stderr.write(outcome.trace)
            return
        self.stdout.write(_sentence(outcome))
        if options["dry_run"]:
            for change in outcome.report.changes:
                self.stdout.write(f"  {change}")

    def _tell_all(self, outcomes: list[Outcome], failed: int, *, dry_run: bool) -> None:
        if not outcomes:
            self.stderr.write("Aucun fichier PDF à lire.")
            return
        trial = " Essai\u202f: rien n’a été écrit." if dry_run else ""
        read = _counted(len(outcomes) - failed, "fichier lu", "fichiers lus")
        self.stdout.write(f"{read}, {_counted(failed, 'échec', 'échecs')}.{trial}")


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError("un nombre de 1 à 64 est attendu.")
    return int(text)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {several if number > 1 else one}"


def _sentence(outcome: Outcome) -> str:
    report = outcome.report
    parts = [f"{report.slug}, {STATUSES[report.status]}", _counted(report.rows, "ligne", "lignes"), _totals(report)]
    if report.status == "updated":
        parts.append(_difference(report))
    if report.leftovers:
        parts.append(_counted(report.leftovers, "ligne non lue", "lignes non lues"))
    if report.held_back:
        parts.append("gardée en brouillon")
    seconds = f"{outcome.seconds:.1f}".replace(".", ",")
    told = f"{shown_name(outcome.path.name)}\u202f: {', '.join(parts)} ({seconds}\u00a0s)"
    return f"{told}\n  {report.held_back}" if report.held_back else told


def _bundle_sentence(outcome: Outcome) -> str:
    empty = sum(part.states_no_grant for part in outcome.parts)
    told = f"{shown_name(outcome.path.name)}\u202f: {len(outcome.parts)} délibérations, chacune lue sur ses pages"
    return f"{told}, dont {empty} sans subvention." if empty else f"{told}."


def _totals(report: StoreReport) -> str:
    equal = report.totals_equal + report.totals_rounded
    text = _counted(equal + report.totals_different, "total contrôlé", "totaux contrôlés")
    return f"{text} dont {_counted(report.totals_different, 'écart', 'écarts')}" if report.totals_different else text


def _difference(report: StoreReport) -> str:
    told = (
        (report.new, "nouvelle", "nouvelles"),
        (report.changed, "changée", "changées"),
        (report.gone, "disparue", "disparues"),
    )
    lines = [_counted(len(changes), one, several) for changes, one, several in told if changes]
    return ", ".join([*lines, *report.act_changes]) or "lignes déplacées"


def _document(outcomes: list[Outcome], asked: Options) -> dict:
    return {
        "dry_run": asked.dry_run,
        "read": sum(not outcome.error for outcome in outcomes),
        "failed": sum(bool(outcome.error) for outcome in outcomes),
        "files": [_entry(outcome) for outcome in outcomes],
    }


def _entry(outcome: Outcome) -> dict:
    entry = {"file": str(outcome.path), "seconds": round(outcome.seconds, 3)}
    report = outcome.report
    if outcome.parts:
        status = "failed" if outcome.error else "several"
        return entry | {"status": status, "error": outcome.error, "parts": [_entry(part) for part in outcome.parts]}
    if report is None:
        return entry | {"status": "failed", "error": outcome.error}
    told = asdict(report)
    lines = {kind: len(told.pop(kind)) for kind in ("new", "changed", "gone")}
    changes = [_plain(asdict(change)) for change in report.changes] if report.status == "updated" else []
    return (
        told
        | entry
        | {"error": "", "new": lines["new"], "changed": lines["changed"], "gone": lines["gone"]}
        | {"changes": changes}
    )


def _plain(change: dict) -> dict:
    return {name: f"{value:.2f}" if isinstance(value, Decimal) else value for name, value in change.items()}
