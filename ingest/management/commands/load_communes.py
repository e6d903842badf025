"""`manage.py load_communes`: the 101 départements, and the communes of the bundled lists or of an official file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from ingest.database import require_ready_database
from ingest.places.departments import departments, find_department
from ingest.places.official_lists import BUNDLED, Facts, ListError, read_list
from ingest.store.places import save_communes, save_contours, save_territory_parts


class Command(BaseCommand):
    help = (
        "Charge les 101 départements et les communes du Nord et du Pas-de-Calais, fournies avec le projet. "
        "Avec --file, charge les communes d’un autre fichier\u202f: la liste officielle des communes de l’INSEE "
        "(code officiel géographique, v_commune_AAAA.csv) ou un fichier au format du projet (code, nom, departement…). "
        "Peut être relancée\u202f: ce qui est déjà là est mis à jour."
    )

    def add_arguments(self, parser):
        parser.add_argument("--department", default="", help="ne garder que ce département (code ou nom)")
        parser.add_argument("--file", type=Path, help="liste de communes à charger")

    def handle(self, *args, department: str, file: Path | None, **options):
        require_ready_database()
        code = self._code(department)
        try:
            found = sum((read_list(path) for path in ([file] if file else BUNDLED)), Facts())
        except ListError as error:
            raise CommandError(str(error)) from error
        found = _wanted(found, code)
        if code and not (found.communes or found.old_names or found.territories):
            name = file.name if file else "la liste fournie"
            raise CommandError(
                f"{name}\u202f: aucune commune du département {code}. Indiquez un autre fichier avec --file."
            )
        report = save_communes(found.communes, found.old_names)
        parts = save_territory_parts(found.territories)
        contours = save_contours(found.contours)
        if options["verbosity"]:
            self.stdout.write(_sentence(report, parts, contours))

    def _code(self, department: str) -> str:
        if not department:
            return ""
        found = find_department(department)
        if not found:
            raise CommandError(f"«\u202f{department}\u202f» n’est ni le code ni le nom d’un département.")
        return found[0]


def _wanted(found: Facts, code: str) -> Facts:
    """What concerns one département (all: empty code); territories overseas are not in scope."""
    known = {code} if code else departments().keys()
    communes = tuple(fact for fact in found.communes if fact.department in known)
    codes = {fact.code for fact in communes}
    old_names = tuple(
        fact
        for fact in found.old_names
        if fact.commune in codes or (not found.communes and fact.commune.startswith(code))
    )
    territories = tuple(fact for fact in found.territories if fact.department in known)
    return Facts(communes, old_names, territories, found.contours)


def _sentence(report, parts: int, contours: int) -> str:
    sentence = (
        f"Communes\u202f: {report.added} ajoutées, {report.updated} mises à jour, {report.same} inchangées\u202f; "
        f"autres noms ajoutés\u202f: {report.old_names}."
    )
    if report.unknown:
        sentence += f" {report.unknown} anciens noms laissés de côté\u202f: leur commune n’est pas chargée."
    if parts:
        sentence += f" Étendues de territoires\u202f: {parts}."
    if contours:
        sentence += f" Contours\u202f: {contours}."
    return sentence
