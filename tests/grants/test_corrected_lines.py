"""What the public sees of corrections: discreetly in lists, in full on the page of the line, in every file."""

import json
from datetime import UTC, date, datetime

import pytest

from grants import history
from grants.line_fields import amount_read, corrections_of
from grants.models import Deliberation
from tests.builders import a_check, a_deliberation, a_leftover, a_line, a_total, an_operator
from tests.grants.pages import text_of

pytestmark = pytest.mark.django_db
DAY = datetime(2023, 9, 4, 10, tzinfo=UTC)


def a_corrected_line(**fields):
    values = {"amount": "1250", "amount_text": "125O,00 €", "as_read": {"amount": "125.00"}, "corrected_at": DAY}
    return a_line(**(values | fields))


def test_line_page_says_what_was_read_what_is_printed_and_when_it_was_corrected(client):
    operator = an_operator("AFEJI")
    line = a_corrected_line(operator=operator, as_read={"amount": "125.00", "operator": "AFJEI", "action": ""})

    page = text_of(client, line.get_absolute_url())

    assert "Corrigé par un agent Le 4 septembre 2023, en gardant ce que la lecture donnait." in page
    assert "Montant 1 250 € la lecture donnait « 125 € », le document imprime « 125O,00 € »" in page
    assert "Opérateur AFEJI la lecture donnait « AFJEI »" in page
    assert "la lecture donnait une case vide" in page
    assert "revue par un agent" in page
    assert "Case par case, tel que la délibération l’écrit, ou tel qu’un agent l’a corrigé." in page


def test_line_page_says_nothing_of_a_line_as_it_was_read(client):
    page = text_of(client, a_line().get_absolute_url())

    assert "Corrigé" not in page
    assert "Case par case, tel que la délibération l’écrit." in page
    assert "agent" not in page.partition("La ligne imprimée")[2].partition("Totaux où elle entre")[0]


def test_value_that_is_read_now_as_it_was_corrected_is_no_correction():
    line = a_line(amount="1250", as_read={"amount": "1250.00", "year": "2022"}, year=2023)

    assert [(one.name, one.before, one.after) for one in corrections_of(line)] == [("année", "2022", "2023")]
    assert amount_read(line) is None
    assert amount_read(a_corrected_line()) == 125


def test_lists_mark_corrected_and_added_lines(client):
    line = a_corrected_line()
    a_line(origin="staff")
    a_line()

    for address in ("/subventions/", line.operator.get_absolute_url()):
        page = text_of(client, address)
        assert page.count("corrigé le 4 septembre 2023") == 1
        assert page.count("ligne ajoutée par un agent") == 1


def test_added_line_says_so_on_its_page(client):
    assert "Ligne ajoutée par un agent" in text_of(client, a_line(origin="staff").get_absolute_url())


def test_files_say_when_a_line_was_corrected_and_the_amount_that_was_read(client):
    a_corrected_line(line=1)
    a_line(line=2, origin="staff")
    a_line(line=3, as_read={"operator": "AFJEI"}, corrected_at=DAY)

    rows = json.loads(b"".join(client.get("/subventions.json?tri=acte").streaming_content))["lignes"]

    told = [(row.get("corrige_le"), row.get("montant_lu"), row["origine"]) for row in rows]
    assert told == [("2023-09-04", 125.0, "lue"), (None, None, "ajoutée par un agent"), ("2023-09-04", None, "lue")]


def test_page_of_an_act_says_which_of_its_fields_were_corrected(client):
    act = a_deliberation(as_read={"number": "DIPLE/2O23/101", "title": "", "session_date": "2022-06-26"})

    page = text_of(client, act.get_absolute_url())

    assert "Corrigé par un agent numéro : la lecture donnait « DIPLE/2O23/101 »" in page
    assert "objet : la lecture donnait une case vide" in page
    assert "date de séance : la lecture donnait « 26 juin 2022 »" in page


def test_word_on_a_difference_is_public_with_its_day_and_without_a_name(client, django_user_model):
    act = a_deliberation()
    line = a_line(deliberation=act)
    total = a_total(deliberation=act, amount=66_500, line_numbers=[line.line])
    agent = django_user_model.objects.create(username="jeanne.dupont", first_name="Jeanne", last_name="Dupont")
    a_check(total=total, acknowledgement="une avance y est comptée", acknowledged_by=agent, acknowledged_at=DAY)

    for address in (act.get_absolute_url(), line.get_absolute_url()):
        page = text_of(client, address)
        assert "Un agent l’explique le 4 septembre 2023 : « une avance y est comptée »" in page
        assert "upont" not in page


def test_leftover_made_a_line_is_not_shown_and_one_set_aside_says_why(client):
    act = a_deliberation()
    a_leftover(deliberation=act, text="devenue une ligne", line_pk=7)
    a_leftover(deliberation=act, text="Programme 3", set_aside="un intitulé")

    page = text_of(client, act.get_absolute_url())

    assert "devenue une ligne" not in page
    assert "un agent l’a écartée : « un intitulé »" in page
    assert "devenue une ligne" not in text_of(client, act.page_url(5))


def test_correction_of_a_line_dates_its_act_in_feed_and_sitemap(client):
    line = a_line(deliberation=a_deliberation(published_at=DAY))
    before = Deliberation.objects.with_changed_at().get().changed_at

    history.lines_changed(line.deliberation, new=[], changed=[(line, line)], gone=[])

    after = Deliberation.objects.with_changed_at().get().changed_at
    assert (before, after > before) == (DAY, True)
    assert after.isoformat(timespec="seconds")[:19] in client.get("/deliberations.atom").content.decode()
    assert date.today().isoformat() in client.get("/sitemap-deliberations.xml").content.decode()
