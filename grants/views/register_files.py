"""The files of the registers: operators, communes, départements, territories, programmes, acts, with their sums."""

from grants.exports import registers as columns
from grants.exports.tables import Table
from grants.figures import registers
from grants.models import GrantLine
from grants.questions.criteria import phrases, sentence
from grants.questions.filters import GrantLineFilter
from grants.templatetags.french import quoted
from grants.views.deliberations import DeliberationListForm
from grants.views.files import FileView, WrongQuestionError, check, lines_asked
from grants.views.maps import COMMUNES, LAYERS, TERRITORIES
from grants.views.register_forms import OperatorListForm, RegisterForm


class OperatorListFileView(FileView):
    parameters = tuple(OperatorListForm.base_fields)

    def table(self) -> Table:
        form = OperatorListForm.of(self.request)
        check(form)
        return Table("operateurs", "Opérateurs et ce qui leur a été voté", columns.OPERATOR_COLUMNS, form.rows())


class CommuneListFileView(FileView):
    parameters = tuple(RegisterForm.base_fields)

    def table(self) -> Table:
        form = RegisterForm(self.request.GET)
        check(form)
        words = form.cleaned_data["q"]
        title = f"Communes qui répondent à {quoted(words)}" if words else "Communes où des opérateurs ont leur siège"
        return Table("communes", title, columns.COMMUNE_COLUMNS, registers.communes_answering(words))


class DepartmentListFileView(FileView):
    def table(self) -> Table:
        rows = registers.places(GrantLine.objects.counted(), "department")
        return Table("departements", "Ce que les départements ont voté", columns.DEPARTMENT_COLUMNS, rows)


class TerritoryListFileView(FileView):
    def table(self) -> Table:
        rows = registers.places(GrantLine.objects.counted(), "territory")
        return Table("territoires", "Ce qui est imprimé pour chaque territoire", columns.TERRITORY_COLUMNS, rows)


class ProgrammeListFileView(FileView):
    def table(self) -> Table:
        rows = registers.programmes(GrantLine.objects.counted())
        title = "Ce qui est voté pour chaque programme et chacune de ses opérations"
        return Table("programmes", title, columns.PROGRAMME_COLUMNS, rows)


class DeliberationListFileView(FileView):
    parameters = tuple(DeliberationListForm.base_fields)

    def table(self) -> Table:
        form = DeliberationListForm.of(self.request)
        if not form.is_valid():
            wrong = [
                f"{form.fields[name].label}\u202f: {sentence}"
                for name, sentences in form.errors.items()
                for sentence in sentences
            ]
            raise WrongQuestionError("\n".join(wrong))
        rows = form.acts().with_amounts()
        return Table("deliberations", f"Délibérations et ce qu’elles ont voté{form.told}", columns.ACT_COLUMNS, rows)


class MapFileView(FileView):
    """The table beside the map: what the lines of the question add up to, by commune or by territory."""

    parameters = (*GrantLineFilter.base_filters, "maille")

    def table(self) -> Table:
        layer = self.request.GET.get("maille") or COMMUNES
        if layer not in dict(LAYERS):
            raise WrongQuestionError(f"Maille\u202f: {quoted(layer)} n’est pas {COMMUNES} ni {TERRITORIES}.")
        question = lines_asked(self.request, GrantLine.objects.counted())
        field, described = (
            ("commune", columns.SEAT_COLUMNS) if layer == COMMUNES else ("territory", columns.TERRITORY_COLUMNS)
        )
        title = f"{dict(LAYERS)[layer]}. {sentence(phrases(question))}"
        return Table(f"carte-{layer}", title, described, registers.places(question.qs, field))
