"""`/a-verifier/`: lines that look odd beside another one, both shown; nothing is said to be wrong."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from grants import history
from grants.exports.columns import derived
from grants.exports.lines import LINE_COLUMNS
from grants.exports.tables import Table
from grants.figures.remembered import remembered
from grants.models import GrantLine
from grants.querysets import GrantLineQuerySet
from grants.templatetags.french import quoted
from grants.views.files import FileView, WrongQuestionError
from grants.views.paging import page_links, page_of

LEADS_PER_PAGE = 25
PARAMETER = "piste"
TWIN = derived("ligne_comparee", "Identifiant permanent de la ligne à laquelle comparer", "twin", holds="entier")


@dataclass(frozen=True, slots=True)
class Kind:
    """A way for a line to look odd. `verb`: the queryset verb that finds such lines, each with its `twin`."""

    key: str
    label: str
    told: str
    other: str
    verb: str

    def lines(self) -> GrantLineQuerySet:
        """The public lines that look odd this way."""
        return getattr(GrantLine.objects.counted(), self.verb)().order_by("deliberation", "line", "pk")


KINDS = (
    Kind(
        "repetitions",
        "Lignes imprimées deux fois",
        "Dans un même acte, deux lignes imprimées disent mot pour mot la même chose\u202f: même opérateur, même "
        "programme, même territoire, même objet, même année, même montant. Ce peut être une ligne répétée par erreur, "
        "ou deux aides semblables.",
        "Plus haut dans l’acte",
        "said_again",
    ),
    Kind(
        "dix-fois",
        "Montants dix fois plus grands",
        "Le même opérateur reçoit, pour le même objet, exactement dix fois plus qu’une année voisine. Ce peut être un "
        "chiffre de trop ou de moins, ou une hausse réelle.",
        "L’année voisine",
        "tenfold",
    ),
)


def kind_asked(request: HttpRequest) -> Kind:
    """The kind that the address asks for, the first one without. Raises WrongQuestionError."""
    asked = request.GET.get(PARAMETER, KINDS[0].key)
    for kind in KINDS:
        if kind.key == asked:
            return kind
    raise WrongQuestionError(
        f"Piste\u202f: {quoted(asked)} n’est pas connue. Écrivez {KINDS[0].key} ou {KINDS[1].key}."
    )


class LeadView(TemplateView):
    """One kind of leads, page by page, each line beside the one that it is compared with."""

    template_name = "grants/leads.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        context = self.get_context_data(**kwargs)
        return self.render_to_response(context, status=400 if context["mistake"] else 200)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            kind, mistake = kind_asked(self.request), ""
        except WrongQuestionError as error:
            kind, mistake = KINDS[0], str(error)
        version = history.seen_by(self.request)
        found = {each: remembered(version, each.lines(), "leads", _pairs) for each in KINDS}
        page = page_of(self.request, found[kind], LEADS_PER_PAGE)
        lines = GrantLine.objects.with_context().in_bulk({number for pair in page for number in pair})
        return super().get_context_data(
            kind=kind,
            mistake=mistake,
            kinds=[(each, len(found[each])) for each in KINDS],
            leads=[(lines[line], lines[twin]) for line, twin in page],
            page=page,
            **page_links(self.request, page),
            **kwargs,
        )


def _pairs(lines: GrantLineQuerySet) -> list[tuple[int, int]]:
    """The numbers of each line and of its twin, in order: one search serves every page."""
    return list(lines.values_list("pk", "twin"))


class LeadFileView(FileView):
    parameters = (PARAMETER,)

    def table(self) -> Table:
        kind = kind_asked(self.request)
        return Table(f"a-verifier-{kind.key}", f"{kind.label}, à vérifier", (*LINE_COLUMNS, TWIN), kind.lines())
