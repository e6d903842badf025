"""The page « Colonnes »: what staff see of each table, say of its columns, and what becomes of it."""

import re
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from grants.models import Deliberation
from ingest import store
from ingest.desk.columns.shown import unknown_columns
from ingest.models import ColumnProfile, Job, PrintedTable
from ingest.processes import isolation
from ingest.store.profiles import profiles_for_reader
from tests.builders import a_deliberation
from tests.ingest.reader.drawn_pdfs import table, text
from tests.ingest.reader.roles.test_column_profiles import HEADER, ROWS, WANTED, an_act, found
from tests.ingest.reading_queue import read_queue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reads_here")]

ANSWERS = {
    "t1-kind-0": "operator",
    "t1-kind-1": "commune",
    "t1-kind-2": "amount_asked",
    "t1-year-2": "act",
    "t1-kind-3": "amount",
    "t1-year-3": "printed",
    "t1-listing": "yes",
    "t1-scope": "council",
}
PRICES = ["Prestation", "Prix unitaire"], [["Location d’une salle", "120,00 €"], ["Location d’un car", "80,00 €"]]


@pytest.fixture
def agent(client):
    user = User.objects.create_user("jeanne", first_name="Jeanne", last_name="Martin", is_staff=True)
    wanted = ("view_deliberation", "change_deliberation", "add_deliberation")
    user.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    client.force_login(user)
    return user


def stored(path) -> Deliberation:
    """The act of a PDF, read by the real reader with what staff have said until now, as a draft."""
    reading = isolation.read(path, profiles=profiles_for_reader())
    return Deliberation.objects.get(pk=store.save(reading, file=path).deliberation_id)


def page_of(client, act, query="") -> str:
    content = client.get(reverse("admin:grants_deliberation_columns", args=[act.pk]) + query).content.decode()
    return re.sub(r"\s+", " ", unescape(content))


def answer(client, act, position=1, **changes):
    address = reverse("admin:grants_deliberation_save_columns", args=[act.pk, position])
    key = PrintedTable.objects.filter(deliberation=act, position=position).values_list("key", flat=True).first()
    answers = {name: value for name, value in (ANSWERS | {"key": key} | changes).items() if value is not None}
    return client.post(address, answers, follow=True)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", unescape(response.content.decode()))


# ---- what is shown -----------------------------------------------------------------------------------------------


def test_page_shows_headers_samples_and_what_was_understood(client, agent, tmp_path):
    act = stored(an_act(tmp_path))

    page = page_of(client, act)

    assert "Colonne D 2031" in page
    assert "12 000,00 €" in page
    assert "Théâtre du Nord" in page
    assert page.count("? non comprise") == 4
    assert '<option value="operator" selected>Bénéficiaire</option>' in page
    assert "2031 – imprimée dans le titre" in page
    assert "✓ Lu comme une liste de subventions." in page
    assert "extrait.webp?page=1" in page
    assert "pour tous les tableaux de ce département" in page


def test_table_set_aside_is_shown_with_its_reason(client, agent, tmp_path):
    act = stored_with_a_sentence(tmp_path)

    page = page_of(client, act)

    assert "Laissé de côté : liste de prix." in page
    assert re.search(r'value="no"[^>]*checked', page)


def stored_with_a_sentence(tmp_path) -> Deliberation:
    sentence = text(40, 400, "Une subvention de 500 € est attribuée au Judo Club.")
    return stored(an_act(tmp_path, *PRICES, more=[sentence]))


def test_lists_of_grants_come_before_what_was_set_aside(client, agent, tmp_path):
    clubs = table(40, 400, [130] * 4, [HEADER, *ROWS])
    act = stored(an_act(tmp_path, *PRICES, more=[text(40, 380, "Second tableau"), clubs]))

    page = page_of(client, act)

    assert page.index('id="tableau-2"') < page.index('id="tableau-1"')


def test_act_without_tables_says_so(client, agent):
    assert "Aucun tableau n’a été gardé" in page_of(client, a_deliberation(published=False))


def test_tables_come_ten_by_ten_and_cost_no_more_queries(client, agent, tmp_path, django_assert_max_num_queries):
    act = stored(an_act(tmp_path))
    (table,) = PrintedTable.objects.all()
    (rows,) = table.printed_pages.all()
    for position in range(2, 13):
        table.pk, table.position = None, position
        table.save(force_insert=True)
        rows.pk, rows.table = None, table
        rows.save(force_insert=True)

    with django_assert_max_num_queries(20):
        page = page_of(client, act)
    assert page.count('class="desk-columns"') == 10
    assert page_of(client, act, "?p=2").count('class="desk-columns"') == 2


# ---- what staff say ----------------------------------------------------------------------------------------------


def test_answers_are_kept_for_the_council_and_the_act_is_read_again(client, agent, tmp_path):
    path = an_act(tmp_path)
    act = stored(path)

    page = text_of(answer(client, act))

    assert "Colonnes enregistrées. La délibération est relue avec elles." in page
    profile = ColumnProfile.objects.get()
    assert (profile.department_id, profile.author, profile.headers) == ("59", agent, HEADER)
    assert (profile.kinds, profile.listing) == (["operator", "commune", "amount_asked", "amount"], None)
    assert Job.objects.get().replaces == act
    assert "Bénéficiaire | Commune du siège | Montant demandé" in LogEntry.objects.latest("pk").change_message
    assert found(isolation.read(path, profiles=profiles_for_reader(act))) == WANTED


def test_from_columns_that_nobody_understood_to_lines_without_doubt(client, agent, tmp_path):
    path = an_act(tmp_path)
    with path.open("rb") as file:
        client.post(reverse("admin:grants_deliberation_add"), {"files": [file]})
    read_queue()
    act = Deliberation.objects.get()
    amounts = act.lines.order_by("line").values_list("amount_cents", flat=True)
    assert list(amounts) == [1_200_000, 400_000, 200_000], "what was asked, for want of knowing better"
    lines = list(act.lines.order_by("line").values_list("pk", flat=True))
    assert len(unknown_columns(act)) == 4

    answer(client, act)
    read_queue()
    page = text_of(client.get(reverse("admin:grants_deliberation_difference", args=[act.pk])))
    assert "9 500,00 €" in page
    seen = re.search(r'name="vu" value="([^"]+)"', page)[1]
    client.post(reverse("admin:grants_deliberation_accept_reading", args=[act.pk]), {"vu": seen})

    assert list(amounts.all()) == [950_000, 300_000, 100_000]
    assert list(act.lines.order_by("line").values_list("pk", flat=True)) == lines, "numbers stay"
    assert set(act.lines.values_list("certainty", "notes")) == {(1.0, "")}
    assert unknown_columns(act) == []
    assert "Colonnes lues selon le profil" in page_of(client, act)

    client.post(reverse("admin:grants_deliberation_undo_reading", args=[act.pk]))
    assert list(amounts.all()) == [1_200_000, 400_000, 200_000]
    assert len(unknown_columns(act)) == 4


def test_file_of_which_nothing_was_understood_is_kept_for_its_columns(client, agent, tmp_path):
    with an_act(tmp_path, *PRICES).open("rb") as file:
        client.post(reverse("admin:grants_deliberation_add"), {"files": [file]})
    read_queue()

    act = Deliberation.objects.get()
    assert not act.lines.exists()
    assert "aucune subvention n’y a été comprise" in Job.objects.get().message
    prices = dict.fromkeys(ANSWERS) | {"t1-kind-0": "operator", "t1-kind-1": "amount", "t1-year-1": "act"}
    answer(client, act, **prices | {"t1-listing": "yes", "t1-scope": "council"})
    read_queue()
    page = text_of(client.get(reverse("admin:grants_deliberation_difference", args=[act.pk])))
    seen = re.search(r'name="vu" value="([^"]+)"', page)[1]
    client.post(reverse("admin:grants_deliberation_accept_reading", args=[act.pk]), {"vu": seen})
    assert act.lines.count() == 2


def test_next_year_is_read_by_itself_and_the_page_says_so(client, agent, tmp_path):
    answer(client, stored(an_act(tmp_path)))

    act = stored(an_act(tmp_path, [head.replace("2031", "2032") for head in HEADER], year=2032))

    assert [(line.operator_text, line.amount, line.year) for line in act.lines.order_by("line")] == [
        (operator, amount, 2032) for operator, _, amount, _ in WANTED
    ]
    page = page_of(client, act)
    assert re.search(r"Colonnes lues selon le profil enregistré le [^.]* par Jeanne Martin\.", page)
    assert "elles ont servi à lire 1 délibération" in page
    assert "non comprise" not in page


def test_same_header_of_another_council_is_not_touched(client, agent, tmp_path):
    answer(client, stored(an_act(tmp_path)))

    act = stored(an_act(tmp_path, department="de la Meuse"))

    assert "Colonnes lues selon le profil" not in page_of(client, act)
    assert page_of(client, act).count("? non comprise") == 4


def test_answers_for_one_table_only_do_not_serve_elsewhere(client, agent, tmp_path):
    act = stored(an_act(tmp_path))

    answer(client, act, **{"t1-scope": "table"})

    profile = ColumnProfile.objects.get()
    assert (profile.deliberation, profile.position) == (act, 1)
    assert profiles_for_reader() == ()


def test_several_tables_are_told_before_the_act_is_read_again(client, agent, tmp_path):
    act = stored(an_act(tmp_path))

    page = text_of(answer(client, act, **{"plus-tard": "1"}))

    assert "Elles serviront à la prochaine lecture" in page
    assert ColumnProfile.objects.exists()
    assert not Job.objects.exists()


def test_reading_that_had_begun_gives_way_to_one_that_knows_the_columns(client, agent, tmp_path):
    act = stored(an_act(tmp_path))
    answer(client, act)
    Job.objects.update(state=Job.State.READING)

    answer(client, act, **{"t1-kind-2": "amount_proposed"})

    assert sorted(Job.objects.values_list("state", flat=True)) == ["cancelled", "waiting"]


def test_answers_are_forgotten(client, agent, tmp_path):
    act = stored(an_act(tmp_path))
    answer(client, act)

    page = text_of(answer(client, act, oublier="1"))

    assert "Ce qui avait été dit de ces colonnes est oublié." in page
    assert not ColumnProfile.objects.exists()


def test_table_set_aside_is_brought_in_and_a_list_is_set_aside(client, agent, tmp_path):
    act = stored_with_a_sentence(tmp_path)
    prices = dict.fromkeys(ANSWERS) | {"t1-kind-0": "operator", "t1-kind-1": "amount", "t1-year-1": "act"}

    answer(client, act, **prices | {"t1-listing": "yes", "t1-scope": "council"})
    assert ColumnProfile.objects.get().listing is True

    clubs = stored(an_act(tmp_path, year=2033))
    answer(client, clubs, **{"t1-listing": "no"})
    assert ColumnProfile.objects.latest("pk").listing is False


# ---- what cannot be ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"t1-kind-3": "other"}, "Dites quelle colonne est « Montant voté par le Département (compte) »"),
        ({"t1-kind-0": "other", "t1-kind-1": "other"}, "Dites quelle colonne est « Bénéficiaire »"),
        ({"t1-kind-1": "operator"}, "2 colonnes sont dites « Bénéficiaire »"),
        ({"t1-kind-1": "secret"}, "Une réponse manque ou n’est pas dans la liste."),
        ({"t1-scope": None}, "Une réponse manque ou n’est pas dans la liste."),
    ],
)
def test_answers_that_give_no_line_are_refused_with_a_reason(client, agent, tmp_path, changes, told):
    page = text_of(answer(client, stored(an_act(tmp_path)), **changes))

    assert told in page
    assert not ColumnProfile.objects.exists()
    assert not Job.objects.exists()


def test_answers_for_a_table_that_was_read_again_otherwise_are_refused(client, agent, tmp_path):
    act = stored(an_act(tmp_path))

    page = text_of(answer(client, act, key="of another header"))

    assert "Ce tableau n’est plus celui que vous regardiez" in page
    assert not ColumnProfile.objects.exists()


def test_table_without_headers_can_be_told_alone_only(client, agent, tmp_path):
    act = stored(an_act(tmp_path))
    PrintedTable.objects.update(header=[["Nom"], [], [], []])

    assert "pour tous les tableaux de ce département" not in page_of(client, act)
    assert "n’est pas dans la liste" in text_of(answer(client, act))


def test_table_that_repeats_another_is_brought_in_alone_only(client, agent, tmp_path):
    act = stored(an_act(tmp_path))
    PrintedTable.objects.update(skipped="mêmes sommes que dans le tableau annexe-1 : comptées une fois")

    assert "répète les sommes d’un autre" in text_of(answer(client, act))
    answer(client, act, **{"t1-scope": "table"})
    assert ColumnProfile.objects.get().listing is True


def test_staff_who_may_only_look_see_no_button(client, tmp_path):
    act = stored(an_act(tmp_path))
    visitor = User.objects.create_user("stagiaire", is_staff=True)
    visitor.user_permissions.add(Permission.objects.get(codename="view_deliberation"))
    client.force_login(visitor)

    page = page_of(client, act)

    assert "les changer demande un autre droit" in page
    assert "Enregistrer et relire" not in page
    assert answer(client, act).status_code == 403


def test_table_that_is_not_there_is_404(client, agent, tmp_path):
    assert answer(client, stored(an_act(tmp_path)), position=9).status_code == 404


# ---- all that was told -------------------------------------------------------------------------------------------


def test_profiles_are_listed_with_their_history_and_can_be_forgotten(client, agent, tmp_path):
    act = stored(an_act(tmp_path))
    answer(client, act)
    answer(client, act, **{"t1-kind-2": "amount_proposed"})
    profile = ColumnProfile.objects.get()

    listed = text_of(client.get("/admin/ingest/columnprofile/"))
    told = text_of(client.get(f"/admin/ingest/columnprofile/{profile.pk}/change/"))

    assert "Colonne A | Colonne B | Σ | Colonne D 2031" in listed
    assert "tout le département" in listed
    assert "Σ → Montant proposé" in told
    kinds = profile.records.order_by("history_id").values_list("kinds", "history_user")
    assert [(kind[2], user) for kind, user in kinds] == [("amount_asked", agent.pk), ("amount_proposed", agent.pk)]

    client.post(f"/admin/ingest/columnprofile/{profile.pk}/delete/", {"post": "yes"})
    assert not ColumnProfile.objects.exists()


def test_list_of_profiles_costs_no_more_queries_for_many(client, agent, tmp_path, django_assert_max_num_queries):
    answer(client, stored(an_act(tmp_path)))
    profile = ColumnProfile.objects.get()
    for number in range(9):
        profile.pk, profile.key = None, str(number)
        profile.save(force_insert=True)

    with django_assert_max_num_queries(12):
        client.get("/admin/ingest/columnprofile/")
