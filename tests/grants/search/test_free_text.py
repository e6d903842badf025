"""What a question in free text finds in the lines, and what it must not: the same on SQLite and PostgreSQL."""

import pytest

from grants.models import GrantLine
from grants.search.free_text import line_document, search_document, terms
from tests.builders import a_commune, a_deliberation, a_department, a_line, a_programme, a_territory, an_operator

pytestmark = pytest.mark.django_db


def found(question: str) -> set[GrantLine]:
    return set(GrantLine.objects.matching(question))


@pytest.mark.parametrize(
    ("printed", "questions"),
    [
        (
            "École de la deuxième chance",
            ["ecole", "École", "ECOLE", "école chance", "chance ecole", "deuxieme", "écoles"],
        ),
        ("Les Restaurants du Cœur", ["coeur", "cœur", "CŒUR", "restaurants du coeur", "restaurant", "cœurs"]),
        ("Prévention du vélo-cargo", ["velo", "vélo", "VÉLO", "vélos", "cargo", "vélo cargo"]),
        ("Entretien des maisons", ["maison", "maisons", "MAISONS"]),
        ("Maison de l’Emploi", ["l'emploi", "l’emploi", "emploi", "emplois", "maison de l'emploi", "Maison Emploi"]),
        ("Chantiers d'insertion", ["insertion", "d’insertion", "chantier", "insertions"]),
        ("CCAS d'HENIN-BEAUMONT", ["Henin Beaumont", "Hénin-Beaumont", "henin-beaumont", "beaumont", "HÉNIN"]),
        ("CCAS de Saint-Pol-sur-Mer", ["St Pol", "ST POL SUR MER", "saint pol", "St-Pol", "Saint", "St.-Pol s/ Mer"]),
        ("Mairie de STE MARIE KERQUE", ["sainte marie", "Ste-Marie", "Sainte-Marie-Kerque"]),
        ("Chantier A.C.I. du Ternois", ["ACI", "A.C.I.", "aci ternois", "a.c.i"]),
        ("Jardin ACI", ["A.C.I.", "aci"]),
        ("Agir ensemble (ADIL 59/62)", ["adil", "59/62", "adil 62"]),
        ("Centres sociaux", ["centre social", "social", "SOCIAUX"]),
        ("Travaux agricoles", ["travail agricole", "travaux"]),
        ("Espace Jean XII", ["jean 12", "Jean xii"]),
        ("Relais, 59 033 LILLE CEDEX 9", ["59033", "lille cedex", "Lille CEDEX 9", "59033 Lille Cedex", "59 033"]),
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


def test_matching_begins_words_from_four_letters_on_and_figures_are_whole():
    line = a_line(operator_text="Partenaires cafétéria 62700", action="", programme=None)

    assert found("parten") == {line}
    assert found("tenaires") == set()
    assert found("caf") == set()
    assert found("6270") == set()
    assert found("62700") == {line}


def test_quoted_words_are_exact_in_order_and_inside_one_text():
    line = a_line(operator_text="La maison de l'emploi", action="jeunes", programme=None)
    a_line(operator_text="Les maisons des emplois de la maison", action="", programme=None)

    assert found('"maison de l’emploi"') == {line}
    assert found("« Maison de l'emploi »") == {line}
    assert found("“MAISON DE L'EMPLOI” jeune") == {line}
    assert found('"emploi maison"') == set()
    assert found('"emploi jeunes"') == set()  # the end of one text, the beginning of another
    assert found('"maisons"') != found('"maison"') == set(GrantLine.objects.all())


def test_minus_excludes_a_word_or_exact_words():
    lens = a_line(operator_text="Centre social de Lens", action="")
    henin = a_line(operator_text="Centre social d'Hénin-Beaumont", action="")

    assert found("social -lens") == {henin}
    assert found("social -Hénin-Beaumont") == {lens}
    assert found('social -"centre social de lens"') == {henin}
    assert found("-lens") == {henin}
    assert found("-centres") == set()
    assert found("henin-beaumont") == {henin}  # a hyphen inside a word excludes nothing


@pytest.mark.parametrize("question", ["%", "_", "100%", "c_eur", "' OR 1=1", "???", "", "«»", '"', "-", "*", "~coeur*"])
def test_matching_takes_nothing_for_a_joker(question):
    a_line(operator_text="Ville nouvelle", action="")

    assert found(question) == set()


@pytest.mark.parametrize(
    "question", ["AND", "ville OR", "NOT ville", "ville NEAR(nouvelle)", "ville & | !", "'ville'", "ville:*"]
)
def test_words_of_the_databases_are_words(question):
    a_line(operator_text="Ville and or not near nouvelle", action="")

    assert len(found(question)) == 1


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
        "parcours accompagnements",
        "référents",
        "2025/01533",
        "convention type",
        "volets globaux",
        "2025-237",
    ):
        assert found(question) == {line}, question


def test_document_holds_each_text_once():
    line = a_line(operator=an_operator("MJEP"), action="")

    assert line_document(line).count("mjep") == 1


def test_document_is_words_then_stems():
    assert (
        search_document(["Maisons de l'emploi", "ACI", "maisons de l’Emploi"])
        == " maisons de l emploi | aci | ~maison "
    )


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("St Pol sur Mer", "saint pol mer"),
        ("l'école de la vie", "ecole vie"),
        ("de la", "de la"),
        ("ccas CCAS", "ccas"),
        ('social -lens "mission locale"', "social -lens =mission locale"),
        ('abc"de la"', "abc =de la"),
        ("?!", ""),
    ],
)
def test_terms_are_what_is_asked_for(question, wanted):
    told = (
        (term.excluded and "-" or "") + (term.exact and "=" or "") + " ".join(term.words) for term in terms(question)
    )

    assert " ".join(told) == wanted


def test_index_follows_every_way_of_writing():
    act = a_deliberation()
    kept = a_line(deliberation=act, operator_text="Alpha", action="")
    kept.search_text = search_document(["Bêtas"])
    kept.save()
    assert found("alpha") == set()
    assert found("beta") == {kept}

    GrantLine.objects.filter(pk=kept.pk).update(search_text=search_document(["gammas"]))
    assert (found("beta"), found("gamma")) == (set(), {kept})

    fresh = GrantLine.objects.get(pk=kept.pk)
    fresh.search_text = search_document(["deltas"])
    GrantLine.objects.bulk_update([fresh], ["search_text"])
    assert (found("gamma"), found("delta")) == (set(), {kept})

    fresh.search_text = search_document(["epsilon"])
    GrantLine.objects.bulk_create([fresh], update_conflicts=True, unique_fields=["pk"], update_fields=["search_text"])
    assert (found("delta"), found("epsilon")) == (set(), {kept})

    fresh.pk, fresh.line, fresh.search_text = None, 77, search_document(["zetas"])
    GrantLine.objects.bulk_create([fresh])
    assert [line.line for line in found("zeta")] == [77]

    act.delete()
    assert found("epsilon") == found("zeta") == set()
