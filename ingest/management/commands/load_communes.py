"""`manage.py load_communes`: the 101 départements, and the communes of the bundled lists or of an official file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from ingest.departments import departments, find_department
from ingest.official_lists import BUNDLED, CommuneFact, ListError, OldNameFact, read_list
from ingest.store.places import save_communes


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
        code = self._code(department)
        communes, olds = [], []
        try:
            for path in [file] if file else BUNDLED:
                more_communes, more_olds = read_list(path)
                communes += more_communes
                olds += more_olds
        except ListError as error:
            raise CommandError(str(error)) from error
        communes, olds = _wanted(communes, olds, code)
        if code and not communes and not olds:
            name = file.name if file else "la liste fournie"
            raise CommandError(
                f"{name}\u202f: aucune commune du département {code}. Indiquez un autre fichier avec --file."
            )
        report = save_communes(communes, olds)
        if options["verbosity"]:
            self.stdout.write(_sentence(report))

    def _code(self, department: str) -> str:
        if not department:
            return ""
        found = find_department(department)
        if not found:
            raise CommandError(f"«\u202f{department}\u202f» n’est ni le code ni le nom d’un département.")
        return found[0]


def _wanted(communes: list[CommuneFact], olds: list[OldNameFact], code: str):
    """The communes of one département (all: empty code) and their old names; territories overseas are not in scope."""
    kept = [fact for fact in communes if (fact.department == code if code else fact.department in departments())]
    codes = {fact.code for fact in kept}
    named = [fact for fact in olds if fact.commune in codes or (not communes and fact.commune.startswith(code))]
    return kept, named


def _sentence(report) -> str:
    sentence = (
        f"Communes\u202f: {report.added} ajoutées, {report.updated} mises à jour, {report.same} inchangées\u202f; "
        f"autres noms ajoutés\u202f: {report.old_names}."
    )
    if report.unknown:
        sentence += f" {report.unknown} anciens noms laissés de côté\u202f: leur commune n’est pas chargée."
    return sentence
