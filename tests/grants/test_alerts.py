"""Alerts by mail: confirmed by their owner, told what is new once, stopped by a link; never offered without mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from grants import alerts, history, strangers
from grants.models import Alert, GrantLine
from tests.builders import a_deliberation, a_line, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db
SITE = "https://subventions.exemple.fr"


@pytest.fixture(autouse=True)
def able(settings, monkeypatch):
    settings.EMAIL_URL, settings.SITE_ADDRESS = "dummy://", SITE
    monkeypatch.setattr(strangers, "SOONEST", -1)


def ask(client, query: str = "", **said):
    values = {"email": "moi@exemple.fr", "every": "day", "moment": strangers.moment_of("alerte")} | said
    return client.post(f"/alertes/{query}", values)


def an_alert(question: str = "", **fields) -> Alert:
    confirmed = {"email": "moi@exemple.fr", "every": "day", "confirmed_at": timezone.now()}
    return Alert.objects.create(question=question, version=history.current().number, **(confirmed | fields))


def publish(**fields) -> GrantLine:
    """One more act online, with one line."""
    line = a_line(deliberation=a_deliberation(number=f"N-{GrantLine.objects.count()}"), **fields)
    history.published(line.deliberation)
    return line


def test_asking_sends_one_mail_to_confirm_and_confirming_starts(client):
    publish()
    line = publish(operator=an_operator("Judo club"))

    response = ask(client, f"?operateur={line.operator_id}&tri=montant")

    assert response.status_code == 302
    alert = Alert.objects.get()
    assert (alert.question, alert.confirmed_at) == (f"operateur={line.operator_id}", None)
    (message,) = mail.outbox
    assert message.to == ["moi@exemple.fr"]
    assert f"{SITE}/alertes/{alert.token}/" in message.body and "Judo club" in message.body
    assert "Confirmer" in html_of(client, f"/alertes/{alert.token}/")
    alert.refresh_from_db()
    assert alert.confirmed_at is None, "looking at the link, as mail programs do, confirms nothing"

    client.post(f"/alertes/{alert.token}/", {"geste": "confirmer"})

    alert.refresh_from_db()
    assert alert.confirmed_at is not None
    assert "Elle est confirmée" in words_of(html_of(client, f"/alertes/{alert.token}/"))


def test_what_is_new_is_told_once_and_only_what_answers(client):
    judo = publish(operator=an_operator("Judo club")).operator
    an_alert(f"operateur={judo.pk}")
    fresh = publish(operator=judo, amount=750)
    publish(operator=an_operator("Harmonie"))

    assert alerts.send_all() == alerts.Sent(mails=1)
    assert alerts.send_all() == alerts.Sent()

    (message,) = mail.outbox
    assert f"{SITE}{fresh.get_absolute_url()}" in message.body
    assert "750,00" in message.body and "Harmonie" not in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"{SITE}/subventions/?operateur={judo.pk}" in message.body


def test_a_corrected_line_is_news_and_nothing_new_is_quiet(client):
    line = publish(amount=100)
    an_alert("q=introuvable", email="autre@exemple.fr")
    an_alert()
    before = GrantLine.objects.get(pk=line.pk)
    GrantLine.objects.filter(pk=line.pk).update(amount_cents=20_000)
    history.lines_changed(line.deliberation, new=[], changed=[(before, GrantLine.objects.get(pk=line.pk))], gone=[])

    assert alerts.send_all() == alerts.Sent(mails=1, quiet=1)
    assert "200,00" in mail.outbox[0].body


def test_once_a_week_waits_a_week(client):
    alert = an_alert(every="week", sent_at=timezone.now() - timedelta(days=3))
    publish()
    assert alerts.send_all() == alerts.Sent()

    Alert.objects.filter(pk=alert.pk).update(sent_at=timezone.now() - timedelta(days=7))
    assert alerts.send_all() == alerts.Sent(mails=1)


def test_nothing_is_sent_before_the_owner_confirms_and_the_address_is_forgotten(client):
    alert = an_alert(confirmed_at=None)
    publish()

    assert alerts.send_all() == alerts.Sent()
    Alert.objects.filter(pk=alert.pk).update(created_at=timezone.now() - timedelta(days=3))
    alerts.send_all()

    assert not Alert.objects.exists() and mail.outbox == []


def test_a_mail_that_cannot_leave_is_tried_again(client, monkeypatch):
    an_alert()
    publish()
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(ConnectionRefusedError))
        with pytest.raises(CommandError, match="réessayés"):
            call_command("send_alerts")

    assert alerts.send_all() == alerts.Sent(mails=1)


@pytest.mark.parametrize("said", [{}, {"List-Unsubscribe": "One-Click"}])
def test_stopping_erases_the_address(client, said):
    alert = an_alert()

    client.post(f"/alertes/{alert.token}/", said)

    assert not Alert.objects.exists()
    assert "n’existe plus" in words_of(html_of(client, f"/alertes/{alert.token}/"))


@pytest.mark.parametrize(
    ("said", "told"), [({"email": "x"}, "valide"), ({"site_web": "x"}, "robots"), ({"moment": "x"}, "celui")]
)
def test_a_form_that_lacks_something_or_comes_from_a_robot_is_refused(client, said, told):
    response = ask(client, **said)

    assert response.status_code == 400 and told in response.content.decode()
    assert not Alert.objects.exists() and mail.outbox == []


def test_a_wrong_question_goes_back_to_the_list_that_says_it(client):
    assert ask(client, "?annee=99")["Location"] == "/subventions/?annee=99"


def test_the_list_offers_it_only_where_mails_leave(client, settings):
    publish()
    assert 'href="/alertes/?annee=2023"' in html_of(client, "/subventions/?annee=2023")

    settings.EMAIL_URL = ""
    history.bump()  # pages are kept as long as the data and the settings of the process stay

    assert "/alertes/" not in html_of(client, "/subventions/?annee=2023")
    assert client.get("/alertes/").status_code == 404
    with pytest.raises(CommandError, match="EMAIL_URL"):
        call_command("send_alerts")
