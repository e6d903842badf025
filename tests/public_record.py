"""A small public record that makes every part of the public pages appear, and the addresses of its pages.

Its printed texts are set with French spaces and apostrophes, so that what is wrong on a page is wrong in the page.
"""

import io

from django.urls import reverse
from reportlab.pdfgen.canvas import Canvas

from grants.models import GrantLine, Operator
from tests.builders import (
    a_check,
    a_commune,
    a_commune_name,
    a_contour,
    a_decision,
    a_deliberation,
    a_department,
    a_leftover,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    a_territory_part,
    a_total,
    a_vote,
    an_operator,
)

LONG_NAME = (
    "Association intercommunale pour l’insertion sociale et professionnelle des pays de Sambre et d’Avesnois réunis"
)
TITLE = "Insertion professionnelle des allocataires du RSA, appel à projets"
OTHER_LINES = 30  # more than a page of the list, and more territories than are listed without a fold


def a_small_record() -> GrantLine:
    """Acts with a long name, a withdrawal, checks of every kind, votes, a leftover; gives the largest line."""
    deliberation = a_deliberation(content=one_page_pdf(), page_count=2, page_sizes=[[595.28, 841.89]] * 2, title=TITLE)
    commune = a_commune(epci_code="200043396", listed_year=2026)
    a_commune("Louvroil", code="59365", epci_code="200043396")
    a_territory_part("Sambre-Avesnois", certainty="probable")
    a_contour("arrondissement", "591")
    a_contour("commune", commune.pk)
    a_contour("epci", "200043396")
    a_commune_name("Sous-le-Bois", commune=commune)
    operator = an_operator(LONG_NAME, commune=commune)
    programme = a_programme()
    belonging = {
        "deliberation": deliberation,
        "operator": operator,
        "territory": a_territory(),
        "programme": programme,
        "subprogramme": a_programme("Accompagnement en ACI", parent=programme),
        "page": 1,
    }
    line = a_line(**belonging, line=1, amount="165450.00", amount_text="165\u202f450,00\u00a0€", places=246)
    a_line(**belonging, line=1, year=2022, amount="150000.00", amount_text="150\u202f000,00\u00a0€", places=240)
    a_line(deliberation=deliberation, operator=operator, amount="-54000.00", page=1, certainty=0.5, notes="signe lu")
    a_line(**belonging, amount=700, agreement="Avenant", places=45, places_unit="DSF", outside_budget=True)
    a_line(deliberation=deliberation, operator=None, year=None, programme=None, amount=0, page=1)
    a_check(total=a_total(deliberation=deliberation, amount="315450.00", line_numbers=[1], year=None), computed=315450)
    a_check(total=a_total(deliberation=deliberation, amount="165450.00", page=1), computed="111450.00")
    rounded = a_total(deliberation=deliberation, amount=7_000_000, precision_cents=100_000_000, text="7\u00a0M€")
    a_check(total=rounded, computed=None)
    again = {"deliberation": deliberation, "operator": operator, "amount": 320, "reference": "", "page": 1}
    a_line(**again)
    a_line(**again)
    a_leftover(deliberation=deliberation, page=1)
    a_recusal(deliberation=deliberation, operator=operator)
    a_vote(deliberation=deliberation, articles="1, 2")
    a_decision(deliberation=deliberation, amount=165_450, article=1, text="Une subvention est attribuée.")
    a_decision(deliberation=deliberation, article=2, text="La convention est approuvée.")
    _other_lines()
    return line


def _other_lines() -> None:
    """Another département, with many territories."""
    department = a_department("Pas-de-Calais", code="62")
    act = a_deliberation(department=department, number="2025-237", title=TITLE)
    for number in range(OTHER_LINES):
        territory = a_territory(f"Territoire {number}", department=department)
        a_line(deliberation=act, territory=territory, operator=an_operator(f"CCAS {number}"), amount=1000 * number)


def addresses_of(line: GrantLine) -> list[str]:
    """Every kind of public page, for one line."""
    things = ("operator", "commune", "department", "territory", "programme", "deliberation")
    site = ["home", "about", "open_data", "scdl", "method", "help", "accessibility", "legal", "site_map"]
    names = [*site, "line_list", *(f"{thing}_list" for thing in things)]
    objects = [line.operator, line.commune, line.department, line.territory, line.programme, line.subprogramme]
    another = Operator.objects.public().exclude(pk=line.operator_id).order_by("pk").first()
    return [
        *(reverse(name) for name in names),
        *(thing.get_absolute_url() for thing in [*objects, line.deliberation, line]),
        line.deliberation.page_url(1),
        line.zoom_url,
        reverse("map"),
        reverse("map") + "?maille=territoires&annee=2023",
        reverse("map") + "?departement=99",
        reverse("compare"),
        reverse("compare") + f"?operateur={line.operator_id}&operateur={another.pk}",
        reverse("compare") + "?annee=2022&annee=2023&commune=" + line.commune_id,
        reverse("compare") + f"?commune={line.commune_id}&ajouter=louvroil",
        reverse("line_list") + "?q=insertion&annee=2023",
        reverse("search"),
        reverse("search") + "?q=maubeuge",
        reverse("line_list") + "?q=introuvable",
        reverse("line_list") + "?montant_min=abc",
        reverse("commune_list") + "?q=maubeuge",
        reverse("operator_list") + "?q=introuvable",
        reverse("verify"),
        reverse("verify") + "?empreinte=0_1_100_3f9a2b1c4d5e",
        reverse("verify") + "?empreinte=inconnue",
        reverse("report", args=[line.pk]),
        reverse("api"),
        reverse("leads"),
        reverse("line_list_frame") + "?annee=2023",
        "/nulle-part/",
    ]


def one_page_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawString(72, 560, "Réussir ensemble 165 450,00 €")
    canvas.save()
    return buffer.getvalue()
