"""What a question in free text finds, and what it must not."""

import pytest

from grants.models import GrantLine, Operator
from grants.search import fragments, line_document, matching_key
from tests.builders import a_commune, a_deliberation, a_department, a_line, a_programme, a_territory, an_operator

pytestmark = pytest.mark.django_db


def found(question: str) -> set[GrantLine]:
    return set(GrantLine.objects.matching(question))


@pytest.mark.parametrize(
    ("printed", "questions"),
    [
        ("École de la deuxième chance", ["ecole", "École", "ECOLE", "école chance", "chance ecole", "deuxieme"]),
        ("Les Restaurants du Cœur", ["coeur", "cœur", "CŒUR", "restaurants du coeur", "restaurant"]),
        ("Maison de l’Emploi", ["l'emploi", "l’emploi", "emploi", "maison de l'emploi", "Maison Emploi"]),
        ("CCAS d'HENIN-BEAUMONT", ["Henin Beaumont", "Hénin-Beaumont", "henin-beaumont", "beaumont"]),
        ("CCAS de Saint-Pol-sur-Mer", ["St Pol", "ST POL SUR MER", "saint pol", "St-Pol", "Saint"]),
        ("Mairie de STE MARIE KERQUE", ["sainte marie", "Ste-Marie", "Sainte-Marie-Kerque"]),
        ("Chantier A.C.I. du Ternois", ["ACI", "A.C.I.", "aci ternois"]),
        ("Agir ensemble (ADIL 59/62)", ["adil", "59/62", "adil 62"]),
    ],
)
def test_matching_finds_every_way_of_writing_it(printed, questions):
    line = a_line(operator_text=printed, action="")
    other = a_line(operator_text="Voisins solidaires", action="")

    for question in questions:
        assert found(question) == {line}, question
    assert other not in found(questions[0])


def test_matching_wants_every_word():
    both = a_line(operator_text="Centre social de Lens", action="jardin")
    one = a_line(operator_text="Centre social de Liévin", action="jardin")

    assert found("social lens") == {both}
    assert found("social jardin") == {both, one}
    assert found("social lille") == set()


def test_matching_begins_words_and_stays_inside_one_text():
    line = a_line(operator_text="Partenaires de Saint", action="Pol emploi", programme=None)

    assert found("parten") == {line}
    assert found("tenaires") == set()
    assert found("Saint Pol") == set()


@pytest.mark.parametrize("question", ["%", "_", "100%", "c_eur", "' OR 1=1", "???", "", "«»"])
def test_matching_takes_nothing_for_a_joker(question):
    a_line(operator_text="Cœur de ville", action="")

    assert found(question) == set()


def test_document_holds_what_names_the_line_and_how_it_was_printed():
    department = a_department("Pas-de-Calais", code="62")
    commune = a_commune("Bruay-la-Buissière", code="62178", department=department, postcodes="62700")
    programme = a_programme("Parcours accompagnement", department=department)
    line = a_line(
        deliberation=a_deliberation(department=department, number="2025-237"),
        operator=an_operator("CCAS de Bruay-la-Buissière", commune=commune),
        operator_text="C.C.A.S. BRUAY",
        territory=a_territory("Artois", department=department),
        programme=programme,
        subprogramme=a_programme("Référent solidarité", parent=programme),
        reference="2025/01533",
        agreement="convention type 4",
        detail="volet global",
        year=2025,
    )

    for question in (
        "pas-de-calais",
        "62700",
        "bruay la buissiere",
        "ccas bruay",
        "artois",
        "parcours accompagnement",
        "référent",
        "2025/01533",
        "convention type",
        "volet global",
        "2025-237",
    ):
        assert found(question) == {line}, question


def test_document_holds_each_text_once():
    line = a_line(operator=an_operator("MJEP"), action="")

    assert line_document(line).count("mjep") == 1


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("St Pol sur Mer", (("st pol", "saint pol"), ("sur",), ("mer",))),
        ("Sainte", (("ste ", "sainte "),)),
        ("l'école de la vie", (("ecole",), ("vie",))),
        ("de la", (("de",), ("la",))),
        ("ccas CCAS", (("ccas",),)),
        ("?!", ()),
    ],
)
def test_fragments_are_what_must_be_found(question, wanted):
    assert fragments(question) == wanted


def test_matching_key_looks_inside_a_name_without_spaces():
    cap = an_operator("Cap Mobil")
    an_operator("Mobilité solidaire")

    assert list(Operator.objects.filter(matching_key("CAP'MOBIL"))) == [cap]
    assert list(Operator.objects.filter(matching_key("mobil cap"))) == [cap]
    assert list(Operator.objects.filter(matching_key("?"))) == []
