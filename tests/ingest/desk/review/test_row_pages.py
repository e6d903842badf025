"""The table and the pages of a row: cells corrected, rows set aside, shared out, joined, added, each gesture undone."""

import re
from decimal import Decimal

import pytest

from grants.models import Check, GrantLine, LineEdit
from ingest.desk.review.cells import shown_of
from tests.builders import a_check, a_leftover, a_line, a_total, an_operator
from tests.grants.pages import words_of
from tests.ingest.desk.staff import a_draft, a_pdf, address, an_agent

pytestmark = pytest.mark.django_db

SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def act():
    """Three rows on page 3, a total of 36 500 € that they miss by 1 000 €."""
    draft = a_draft(content=a_pdf(5), page_count=5)
    for name, amount in (("Mission locale", "20000.00"), ("Réussir ensemble", "3000.00")):
        a_line(deliberation=draft, operator=an_operator(name), amount=amount)
    total = a_total(deliberation=draft, amount="36500.00", line_numbers=[1, 2, 3])
    a_check(total=total, computed="35500.00")
    return draft


def a_row(act, number: int) -> GrantLine:
    return act.lines.get(line=number)


def shown(client, act, page: str, *more, query: str = "") -> str:
    return client.get(address(act, page, *more) + query).content.decode()


# ---- the table ---------------------------------------------------------------------------------------------------


def test_table_has_a_labelled_cell_for_each_thing_that_a_row_says(client, agent, act):
    line = a_row(act, 2)

    page = shown(client, act, "sheet", 3)

    assert 'aria-label="Opérateur, ligne 2"' in page
    assert f'name="amount-{line.pk}"' in page
    assert "20\u202f000,00</textarea>" in page
    assert "N° de dossier" in page
    assert "Complément" not in page, "a column in which no row says anything"


def test_years_of_a_row_stand_side_by_side(client, agent, act):
    a_line(deliberation=act, line=2, year=2024, operator=an_operator("Mission locale"), amount="7.50")

    page = shown(client, act, "sheet", 3)

    assert 'scope="col">Montant 2023<' in page
    assert 'scope="col">Montant 2024<' in page
    assert page.count('id="ligne-2"') == 1


def test_cells_that_differ_are_corrected_and_the_others_left_as_read(client, agent, act):
    line = a_row(act, 2)

    page = client.post(
        address(act, "save", 2),
        {"from": "sheet", "operator": "Mission  locale", f"amount-{line.pk}": "21 000,00"},
        follow=True,
    ).content.decode()

    assert "Ligne 2 enregistrée." in page
    assert [(edit.field, edit.before, edit.after, edit.author) for edit in LineEdit.objects.all()] == [
        ("amount", "20000.00", "21000.00", agent)
    ]
    assert Check.objects.get().status == Check.Status.EQUAL
    assert "lu\u202f: 20\u202f000\u00a0€" in page


def test_a_script_gets_what_changes_around_the_row(client, agent, act):
    line = a_row(act, 2)

    part = client.post(address(act, "save", 2), {f"amount-{line.pk}": "21000"}, headers=SCRIPT).content.decode()

    assert "<html" not in part
    assert "✓ enregistrée" in part
    assert "✓ égal" in part
    assert "Ligne 2 enregistrée. Tout est vu." in part
    assert part.count("hx-swap-oob") == 6


def test_what_cannot_be_taken_is_said_beside_its_cell_and_the_rest_is_saved(client, agent, act):
    line = a_row(act, 2)
    typed = {"operator": "Mission locale de Lens", f"amount-{line.pk}": "vingt"}

    part = client.post(address(act, "save", 2), typed, headers=SCRIPT).content.decode()
    assert f'id="dit-case-2-amount-{line.pk}"' in part
    assert 'role="alert">«\u202fvingt\u202f» n’est pas un montant' in part
    assert a_row(act, 2).operator_text == "Mission locale de Lens"
    assert a_row(act, 2).amount == Decimal("20000.00")

    page = client.post(address(act, "save", 2), typed).content.decode()
    assert 'value="vingt"' in page
    assert 'aria-invalid="true"' in page


def test_an_emptied_amount_is_asked_for(client, agent, act):
    line = a_row(act, 2)

    part = client.post(address(act, "save", 2), {f"amount-{line.pk}": " "}, headers=SCRIPT).content.decode()

    assert "Un montant est attendu\u202f: écrivez par exemple 12\u202f500,50." in part
    assert a_row(act, 2).amount == Decimal("20000.00")


def test_what_somebody_else_corrected_meanwhile_is_not_put_back(client, agent, act):
    line = a_row(act, 2)
    shown_first = shown_of([line])
    client.post(address(act, "save", 2), {"operator": "Corrigé ailleurs"})
    typed = {"operator": "Mission locale", f"amount-{line.pk}": "21000", "shown": shown_first}

    client.post(address(act, "save", 2), typed, headers=SCRIPT)

    assert a_row(act, 2).operator_text == "Corrigé ailleurs"
    assert a_row(act, 2).amount == Decimal("21000.00")


def test_two_people_who_type_in_one_cell_are_told(client, agent, act):
    shown_first = shown_of([a_row(act, 2)])
    client.post(address(act, "save", 2), {"operator": "Corrigé ailleurs"})

    part = client.post(
        address(act, "save", 2), {"operator": "Corrigé ici", "shown": shown_first}, headers=SCRIPT
    ).content.decode()
    assert "Quelqu’un a écrit «\u202fCorrigé ailleurs\u202f» ici entre-temps" in part
    assert a_row(act, 2).operator_text == "Corrigé ailleurs"

    again = {"operator": "Corrigé ici", "shown": shown_of([a_row(act, 2)])}
    client.post(address(act, "save", 2), again, headers=SCRIPT)
    assert a_row(act, 2).operator_text == "Corrigé ici"


@pytest.mark.parametrize("nonsense", ["", "{", "[]", '{"operator": 3}', "null"])
def test_nonsense_about_what_was_shown_changes_nothing(client, agent, act, nonsense):
    client.post(address(act, "save", 2), {"operator": "Autre", "shown": nonsense})

    assert a_row(act, 2).operator_text == "Autre"


def test_what_a_row_says_once_is_corrected_in_all_its_years(client, agent, act):
    a_line(deliberation=act, line=2, year=2024, operator=an_operator("Mission locale"), amount="7.50")

    client.post(address(act, "save", 2), {"operator": "Mission locale de Lens"})

    assert set(act.lines.filter(line=2).values_list("operator_text", flat=True)) == {"Mission locale de Lens"}
    assert len(set(LineEdit.objects.values_list("batch", flat=True))) == 1


@pytest.mark.parametrize(
    ("show", "there"),
    [("toutes", {1, 2, 3}), ("douteuses", {3}), ("corrigees", {2}), ("ajoutees", set()), ("ecartees", set())],
)
def test_table_shows_the_rows_asked_for(client, agent, act, show, there):
    GrantLine.objects.filter(pk=a_row(act, 3).pk).update(certainty=0.3)
    client.post(address(act, "save", 2), {"operator": "Autre"})

    page = shown(client, act, "sheet", 3, query=f"?montrer={show}")

    assert {number for number in (1, 2, 3) if f'id="ligne-{number}"' in page} == there


def test_a_row_saved_without_a_script_comes_back_among_the_rows_asked_for(client, agent, act):
    GrantLine.objects.filter(pk=a_row(act, 3).pk).update(certainty=0.3)
    page = shown(client, act, "sheet", 3, query="?montrer=douteuses")
    hidden = dict(re.findall(r'<input type="hidden"(?: id="vu-3")? name="(from|montrer|shown)" value="([^"]*)"', page))

    response = client.post(address(act, "save", 3), hidden | {"operator": "Autre"})

    assert response["Location"] == f"{address(act, 'sheet', 3)}?montrer=douteuses#ligne-3"


def test_table_opens_on_the_first_page_that_has_such_rows(client, agent, act):
    a_line(deliberation=act, page=5, certainty=0.3)

    assert client.get(address(act, "rows"))["Location"] == address(act, "sheet", 3)
    assert client.get(address(act, "rows") + "?montrer=douteuses")["Location"].startswith(address(act, "sheet", 5))
    assert client.get(address(act, "rows") + "?page=4")["Location"] == address(act, "sheet", 4)
    assert client.get(address(act, "rows") + "?page=99&montrer=x")["Location"] == address(act, "sheet", 3)


@pytest.mark.parametrize("page", ["sheet", "row", "gestures"])
def test_pages_of_rows_ask_as_many_questions_for_many_rows(client, agent, act, page, django_assert_max_num_queries):
    arguments = {"sheet": [3], "row": [2]}.get(page, [])
    for number in range(30):
        a_line(deliberation=act, certainty=0.5)
        a_check(total=a_total(deliberation=act, page=3, line_numbers=[number]))
        a_leftover(deliberation=act, page=3)

    with django_assert_max_num_queries(30):
        client.get(address(act, page, *arguments))


# ---- whole rows --------------------------------------------------------------------------------------------------


def test_a_row_that_is_no_grant_is_set_aside_with_a_word_and_brought_back(client, agent, act):
    line = a_row(act, 2)

    refused = client.post(address(act, "drop", 2), {"word": " "}, follow=True).content.decode()
    assert "Dites en un mot" in refused
    assert act.lines.count() == 3

    client.post(address(act, "drop", 2), {"word": "C’est un total."})
    assert act.lines.count() == 2
    page = shown(client, act, "sheet", 3, query="?montrer=ecartees")
    assert "Rétablir" in page

    client.post(address(act, "restore", line.pk))
    assert a_row(act, 2).pk == line.pk


def test_a_row_dropped_by_a_script_leaves_its_place_to_a_word(client, agent, act):
    part = client.post(address(act, "drop", 2), {"word": "C’est un total."}, headers=SCRIPT).content.decode()

    assert "Ligne 2 écartée" in part
    assert address(act, "gestures") in part


def test_a_row_is_shared_out_in_two(client, agent, act):
    line = a_row(act, 2)
    second = {"operator": "Mission locale de Lens", f"amount-{line.pk}": "8 000"}

    client.post(address(act, "split", 2), second)

    amounts = dict(act.lines.values_list("operator_text", "amount_cents"))
    assert (amounts["Mission locale"], amounts["Mission locale de Lens"]) == (1_200_000, 800_000)
    assert a_row(act, 2).pk == line.pk


def test_sharing_out_needs_an_amount(client, agent, act):
    page = client.post(address(act, "split", 2), {"operator": "X"}, follow=True).content.decode()

    assert "Écrivez le montant de la deuxième ligne." in page
    assert act.lines.count() == 3


def test_sharing_out_that_is_refused_keeps_what_was_typed(client, agent, act):
    line = a_row(act, 2)
    typed = {"operator": "Mission locale de Lens", f"amount-{line.pk}": "huit mille", "word": "Deux sièges."}

    page = client.post(address(act, "split", 2), typed).content.decode()

    form = page.split("la partager</summary>")[1].split("</form>")[0]
    assert [each for each in typed.values() if f'value="{each}"' not in form] == []
    assert "open>" in page.split("la partager</summary>")[0].rpartition("<details")[2]
    assert "open>" not in shown(client, act, "row", 2).split("la partager</summary>")[0].rpartition("<details")[2]


def test_two_rows_are_made_one(client, agent, act):
    page = shown(client, act, "row", 2)
    assert 'name="other" value="1"' in page
    assert 'name="other" value="3"' in page

    client.post(address(act, "join", 2), {"other": "3"})

    assert a_row(act, 2).amount == Decimal("23000.00")
    assert not act.lines.filter(line=3).exists()


def test_joining_needs_a_choice(client, agent, act):
    page = client.post(address(act, "join", 2), {}, follow=True).content.decode()

    assert "Choisissez la ligne à réunir" in page


# ---- what was done -----------------------------------------------------------------------------------------------


def test_every_gesture_is_told_with_before_and_after_and_undone(client, agent, act):
    line = a_row(act, 2)
    client.post(address(act, "save", 2), {f"amount-{line.pk}": "21000"})
    client.post(address(act, "verify", 2), {"verified": "1"})

    page = shown(client, act, "gestures")
    assert "Montant" in page
    assert "20\u202f000\u00a0€" in page
    assert "21\u202f000\u00a0€" in page
    assert "Trouvée conforme à l’imprimé" in page
    assert page.count(">Annuler<") == 2 + 1, "two gestures, and the heading of their column"

    corrected = LineEdit.objects.get(kind="corrected")
    after = client.post(address(act, "undo", corrected.batch), follow=True).content.decode()
    assert "Geste annulé" in after
    assert a_row(act, 2).amount == Decimal("20000.00")
    assert (
        "Ce geste est déjà annulé." in client.post(address(act, "undo", corrected.batch), follow=True).content.decode()
    )


def test_a_gesture_names_the_row_and_the_year_even_of_a_row_that_is_gone(client, agent, act):
    line = a_row(act, 2)
    client.post(address(act, "save", 2), {f"amount-{line.pk}": "21000"})
    client.post(address(act, "drop", 3), {"word": "Un total"})

    told = words_of(shown(client, act, "gestures"))
    link = f'href="{address(act, "row", 2)}"'

    assert "Montant : ligne 2, 2023" in told
    assert "Ligne écartée : ligne 3, 2023" in told
    assert link in shown(client, act, "gestures")
    assert address(act, "row", 3) not in shown(client, act, "gestures"), "it has no page any more"
    assert link not in shown(client, act, "row", 2), "the page itself"


def test_a_gesture_of_another_act_is_not_undone_from_here(client, agent, act):
    other = a_draft()
    client.post(address(other, "save", 1), {"operator": "Autre"})

    response = client.post(address(act, "undo", LineEdit.objects.get().batch))

    assert response.status_code == 404
    assert LineEdit.objects.get().undone_at is None


# ---- rows that were missed ---------------------------------------------------------------------------------------

BOX = {"page": "2", "x0": "5", "y0": "10", "x1": "95", "y1": "45,5"}


def test_page_to_draw_on_has_four_fields_for_those_who_do_not_draw(client, agent, act):
    page = shown(client, act, "add_row", query="?page=2")

    assert f"/admin/grants/deliberation/{act.pk}/lecture/page/2.webp" in page, "the page as it is, nothing masked"
    for name in ("page", "x0", "y0", "x1", "y1"):
        assert f'<label for="id_{name}">' in page
    assert "Que dit-elle" not in page


def test_what_is_printed_in_the_box_is_proposed(client, agent, act):
    page = shown(client, act, "add_row", query="?page=2&x0=0&y0=30&x1=100&y1=45")

    assert "CCAS de Maubeuge 12 500,00 € (page 2)" in page
    assert 'name="amount" value="12 500,00 €"' in page
    assert 'name="year" value="2023"' in page


def test_a_box_that_is_empty_or_outside_is_refused_in_french(client, agent, act):
    empty = shown(client, act, "add_row", query="?page=2&x0=50&y0=30&x1=40&y1=45")
    outside = shown(client, act, "add_row", query="?page=9&x0=50&y0=30&x1=140&y1=45")

    assert "Ce cadre est vide" in empty
    assert "inférieure ou égale à 5" in outside
    assert "Que dit-elle" not in empty + outside


def test_a_row_is_added_where_it_was_drawn(client, agent, act):
    said = {"operator": "CCAS de Maubeuge", "amount": "1 000,00", "year": "2023", "territory": "Sambre-Avesnois"}

    page = client.post(address(act, "add_row"), BOX | said, follow=True).content.decode()

    line = act.lines.get(operator_text="CCAS de Maubeuge")
    assert f"Ligne {line.line} ajoutée." in page
    assert (line.page, line.x0, line.y1, line.amount, line.year) == (2, 0.05, 0.455, Decimal("1000.00"), 2023)
    assert line.origin == GrantLine.Origin.STAFF
    assert line.amount_text == "1 000,00"


def test_a_row_of_two_years_is_added_as_one(client, agent, act):
    said = {"operator": "A", "amount": "1", "year": "2023", "amount_2": "2", "year_2": "2024"}

    client.post(address(act, "add_row"), BOX | said)

    added = act.lines.filter(operator_text="A")
    assert {line.year: line.amount for line in added} == {2023: 1, 2024: 2}
    assert len({line.line for line in added}) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"operator": "A"}, "Écrivez le montant imprimé."),
        ({"operator": "A", "amount": "x"}, "n’est pas un montant"),
        ({"amount": "1"}, "Écrivez l’opérateur, ou à défaut l’action."),
        ({"operator": "A", "amount": "1", "year": "23"}, "un nombre de 1950 à 2100 est attendu"),
        ({"operator": "A", "amount": "1", "amount_2": "2"}, "Indiquez l’année de ce deuxième montant"),
    ],
)
def test_a_row_that_says_too_little_is_not_added(client, agent, act, said, told):
    page = client.post(address(act, "add_row"), BOX | said).content.decode()

    assert told in page
    assert act.lines.count() == 3


def test_a_row_is_made_of_a_leftover(client, agent, act):
    left = a_leftover(deliberation=act, text="Mission locale | CLAP | 4 | 980,00 €", page=4)
    query = f"?non-lue={left.pk}"

    page = shown(client, act, "add_row", query=query)
    assert 'name="operator" value="Mission locale"' in page
    assert 'name="action" value="CLAP"' in page
    assert 'name="amount" value="980,00 €"' in page

    box = {"page": "4", "x0": "8", "y0": "31", "x1": "92", "y1": "34"}
    client.post(address(act, "add_row") + query, box | {"operator": "Mission locale", "amount": "980", "year": "2023"})
    assert act.lines.filter(amount_cents=98_000, page=4).exists()
    assert not act.leftovers.left().exists()
    assert client.get(address(act, "add_row") + query).status_code == 404


# ---- leftovers and totals ----------------------------------------------------------------------------------------


def test_one_word_sets_several_leftovers_aside_and_can_be_taken_back(client, agent, act):
    first, second, third = (a_leftover(deliberation=act, text=f"Reste {number}") for number in (1, 2, 3))

    nothing = client.post(address(act, "set_aside"), {"word": "Titre"}, follow=True).content.decode()
    assert "Cochez les lignes à écarter." in nothing

    client.post(address(act, "set_aside"), {"word": "C’est un titre.", "leftover": [first.pk, second.pk]})
    assert list(act.leftovers.waiting()) == [third]
    page = shown(client, act, "leftovers")
    assert "C’est un titre." in page

    client.post(address(act, "take_up", first.pk))
    assert act.leftovers.waiting().count() == 2


def test_setting_aside_needs_a_word(client, agent, act):
    left = a_leftover(deliberation=act)

    page = client.post(address(act, "set_aside"), {"leftover": left.pk}, follow=True).content.decode()

    assert "Dites en un mot pourquoi." in page
    assert act.leftovers.waiting().exists()


def test_a_difference_is_explained_and_the_word_taken_back(client, agent, act):
    check = Check.objects.get()

    client.post(address(act, "explain"), {"check": check.pk, "word": "Le document ne tombe pas juste."})
    page = shown(client, act, "totals")
    assert "Chaque écart est expliqué." not in page
    assert "Écarts expliqués" in page
    assert "Le document ne tombe pas juste." in page

    client.post(address(act, "take_back", check.pk))
    check.refresh_from_db()
    assert check.acknowledgement == ""


def test_the_total_that_one_reading_closes_comes_first(client, agent, act):
    large = a_total(deliberation=act, scope="Grand total", amount="99.00", line_numbers=[1, 2, 3])
    a_check(total=large, computed="1.00")
    small = a_total(deliberation=act, scope="Petit total", amount="12500.00", line_numbers=[1, 2])
    a_check(total=small, computed="32500.00")

    page = shown(client, act, "totals")

    assert page.index("Petit total") < page.index("Grand total")
    assert "Sans cette ligne, le total tombe juste." in page


def test_explaining_needs_a_total_to_explain(client, agent, act):
    page = client.post(
        address(act, "explain"), {"word": "Le document ne tombe pas juste."}, follow=True
    ).content.decode()

    assert "Rien n’est noté\u202f: cochez d’abord les totaux que ce mot explique." in page
    assert "C’est noté" not in page


def test_explaining_needs_a_word(client, agent, act):
    page = client.post(address(act, "explain"), {"check": Check.objects.get().pk}, follow=True).content.decode()

    assert "Dites en un mot pourquoi." in page
    assert Check.objects.get().acknowledgement == ""


def test_staff_who_may_only_view_see_no_form(client, act):
    client.force_login(an_agent("view_deliberation"))
    a_leftover(deliberation=act, page=3)
    GrantLine.objects.update(certainty=0.3)

    for page, arguments in [("doubts", []), ("leftovers", []), ("totals", []), ("sheet", [3]), ("row", [2])]:
        assert '<form method="post" action="/admin/grants' not in shown(client, act, page, *arguments)
    assert client.get(address(act, "add_row")).status_code == 403
