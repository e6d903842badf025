"""Acts: the list by date, the page of one act, and each printed page with its rows framed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from grants.access import visible_deliberation
from grants.acts import checked_totals, recusal_groups, vote_table
from grants.citations import act_sentence
from grants.figures import breakdowns, stats
from grants.models import BundlePart, Deliberation, Department, GrantLine
from grants.printed_rows import PrintedRow, Size, frame_of, printed_rows
from grants.querysets import DeliberationQuerySet, GrantLineQuerySet
from grants.questions.criteria import narrowed
from grants.rectifications import links_of
from grants.templatetags.printed import page_image_address
from grants.views.overview import overview, tree
from grants.views.paging import page_links, page_of
from grants.views.row_zoom import RowZoomView

ACTS_PER_PAGE = 25
FIRST_LINES = 15  # of an act, shown on its page; the list of lines shows all of them
TOP_OPERATORS = 10
EQUAL_TOTALS_SHOWN = 12  # more equal totals than this are folded: what differs must not be lost among them
RECUSALS_SHOWN = 6  # groups of recusals shown at once; the others are in one fold
LARGEST_ZOOM = 2


class DeliberationListForm(forms.Form):
    """Which acts: of a département, of a year. Only values that a published act has."""

    departement = forms.ChoiceField(
        label="Département",
        required=False,
        error_messages={"invalid_choice": "Aucune délibération publiée du département «\u202f%(value)s\u202f»."},
    )
    annee = forms.ChoiceField(
        label="Année de séance",
        required=False,
        error_messages={"invalid_choice": "Aucune délibération publiée d’une séance de «\u202f%(value)s\u202f»."},
    )

    def __init__(self, data: Any, *, departments: Iterable[Any], years: Iterable[int]) -> None:
        super().__init__(data, label_suffix="")
        self.fields["departement"].choices = [
            ("", "Tous"),
            *((department.pk, str(department)) for department in departments),
        ]
        self.fields["annee"].choices = [("", "Toutes"), *((str(year), str(year)) for year in years)]

    @classmethod
    def of(cls, request: HttpRequest) -> "DeliberationListForm":
        """What this address asks, among the values that published acts have."""
        years = Deliberation.objects.published().session_years()
        return cls(request.GET, departments=Department.objects.public(), years=years)

    @property
    def told(self) -> str:
        """What narrows the list, after its title: `, Nord, séances de 2023`; empty where nothing does, or wrongly."""
        department, year = self.cleaned_data.get("departement"), self.cleaned_data.get("annee")
        name = dict(self.fields["departement"].choices)[department or ""]
        return (f", {name}" if department else "") + (f", séances de {year}" if year else "")

    def acts(self) -> DeliberationQuerySet:
        """The acts that answer a valid question, the latest session first."""
        acts = Deliberation.objects.published().latest_first()
        if department := self.cleaned_data["departement"]:
            acts = acts.of_department(department)
        if year := self.cleaned_data["annee"]:
            acts = acts.of_session_year(int(year))
        return acts


class DeliberationListView(TemplateView):
    """Published acts, the latest session first. A value that no act has is an error (400), not an empty list."""

    template_name = "grants/deliberation_list.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = DeliberationListForm.of(request)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        page = page_of(request, form.acts(), ACTS_PER_PAGE)
        lines = GrantLine.objects.published().in_deliberation(*page)  # each act by itself, replaced or not
        amounts = {amount.of.pk: amount for amount in breakdowns.amounts_by_act(lines)}
        context = self.get_context_data(
            form=form,
            page=page,
            acts=stats.Ledger(tuple((act, amounts.get(act.pk)) for act in page), stats.scale_of(amounts.values())),
            **page_links(request, page),
        )
        return self.render_to_response(context)


class DeliberationDetailView(TemplateView):
    """One act: what it says of itself, its votes, decisions and recusals, the check of its totals, its lines."""

    template_name = "grants/deliberation_detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.act = visible_deliberation(request, kwargs["slug"])
        # The list holds the lines that count: nothing of a draft, nor of an act that another one replaces.
        if self.act.counts and (address := narrowed(request.GET, "deliberation", self.act.pk)):
            return redirect(address)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        act = self.act
        lines = lines_of(act)
        decisions = list(act.decisions.all())
        recusals = recusal_groups(act.recusals.select_related("operator"))
        return super().get_context_data(
            deliberation=act,
            question=f"deliberation={act.pk}",
            **overview(lines),
            **tree(lines),
            top_operators=stats.ledger(stats.top_operators(lines, TOP_OPERATORS)),
            lines=stats.ledger(lines.with_context().in_order()[:FIRST_LINES]),
            votes=vote_table(act.votes.all()),
            decisions=[decision for decision in decisions if decision.amount_cents is not None],
            other_decisions=[decision for decision in decisions if decision.amount_cents is None],
            recusals_shown=recusals[:RECUSALS_SHOWN],
            other_recusals=recusals[RECUSALS_SHOWN:],
            totals=checked_totals(act.stated_totals.select_related("check_result"), fold_after=EQUAL_TOTALS_SHOWN),
            leftovers=list(act.leftovers.left()),
            sentence=act_sentence(act),
            bundled=BundlePart.objects.of_act(act).first(),
            links=links_of(act, drafts=act.status != Deliberation.Status.PUBLISHED),
            **kwargs,
        )


class DeliberationPageView(TemplateView):
    """One printed page: its image with each row framed, the same rows as text, the rows before and after."""

    template_name = "grants/deliberation_page.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "ligne" in request.GET:
            return RowZoomView.as_view()(request, **kwargs)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        act = visible_deliberation(self.request, self.kwargs["slug"])
        number = self.kwargs["page"]
        if not 1 <= number <= act.page_count:
            raise Http404(f"Cette délibération a {act.page_count} pages.")
        size, zoom = act.page_size(number), self._zoom()
        totals = act.stated_totals.on_page(number)
        return super().get_context_data(
            deliberation=act,
            number=number,
            size=size,
            zoom=zoom,
            zooms=range(1, LARGEST_ZOOM + 1),
            image_address=page_image_address(act, number, large=zoom > 1),
            **self._image_size(size),
            previous_page=act.page_url(number - 1) if number > 1 else None,
            next_page=act.page_url(number + 1) if number < act.page_count else None,
            rows=self._rows(act, number, size),
            totals=[(total, frame_of(total, size)) for total in totals],
            leftovers=[(leftover, frame_of(leftover, size)) for leftover in act.leftovers.left().on_page(number)],
            **kwargs,
        )

    @staticmethod
    def _rows(act: Deliberation, number: int, size: Size | None) -> tuple[PrintedRow, ...]:
        """The rows of a page, with those just before and after it in the act."""
        lines = act.lines.all()
        here = list(lines.on_page(number).in_order())
        if not here:
            return ()
        before, after = lines.rows_before(here[0].line).last(), lines.rows_after(here[-1].line).first()
        return printed_rows(
            here, size, before=before.page_url if before else None, after=after.page_url if after else None
        )

    @staticmethod
    def _image_size(size: tuple[float, float] | None) -> dict[str, int]:
        """What the image element says of its shape, so that nothing moves when it arrives."""
        return {"image_width": round(size[0]), "image_height": round(size[1])} if size else {}

    def _zoom(self) -> int:
        """1, or how many times larger `?zoom=` asks for; anything else is 1."""
        asked = self.request.GET.get("zoom", "")
        return int(asked) if asked in map(str, range(2, LARGEST_ZOOM + 1)) else 1


def lines_of(act: Deliberation) -> GrantLineQuerySet:
    """The lines of an act that its reader may see: they do not count while it is a draft, but staff read them."""
    return GrantLine.objects.in_deliberation(act)
