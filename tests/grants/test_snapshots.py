"""Snapshots: whole or not there, never rewritten, with prints that hold and a list of what changed."""

import csv
import hashlib
import json

import feedparser
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from openpyxl import load_workbook

from grants import history, snapshots
from grants.models import GrantLine
from tests.builders import a_deliberation, a_line, an_operator
from tests.grants.pages import html_of, text_of

pytestmark = pytest.mark.django_db


def rows(snapshot: snapshots.Snapshot, name: str) -> list[dict[str, str]]:
    with snapshots.file_of(snapshot, name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_snapshot_holds_the_whole_set_and_its_prints():
    line = a_line(operator=an_operator("Lens"))
    a_line(deliberation=a_deliberation(published=False))

    taken = snapshots.take("https://exemple.fr")

    assert (taken.lines, taken.added, taken.previous) == (1, 0, "")
    (row,) = rows(taken, "subventions.csv")
    assert row["adresse"] == f"https://exemple.fr/lignes/{line.pk}/"
    assert [row["operateur"] for row in rows(taken, "operateurs.csv")] == ["Lens"]
    assert len(rows(taken, "deliberations.csv")) == 1
    sheet = load_workbook(snapshots.file_of(taken, "subventions.xlsx"))["Données"]
    assert sheet.max_row == 2
    prints = snapshots.file_of(taken, snapshots.PRINTS).read_text().splitlines()
    assert len(prints) == len(taken.files) == 9
    for told in prints:
        sha256, name = told.split("  ")
        assert hashlib.sha256(snapshots.file_of(taken, name).read_bytes()).hexdigest() == sha256
    assert snapshots.snapshots() == [taken]


def test_what_changed_since_the_one_before_is_listed():
    act = a_deliberation()
    same, changed, gone = (a_line(deliberation=act, amount=number) for number in (1, 2, 3))
    first = snapshots.take("")
    GrantLine.objects.filter(pk=changed.pk).update(amount_cents=999, action="Autre action")
    GrantLine.objects.filter(pk=gone.pk).delete()
    new = a_line(deliberation=act, line=9)

    second = snapshots.take("")

    assert second.previous == first.name
    assert (second.lines, second.added, second.corrected, second.withdrawn) == (3, 1, 1, 1)
    told = [tuple(row.values()) for row in rows(second, snapshots.CHANGES_FILE)]
    assert told == [
        ("corrigée", str(changed.pk), "action", changed.action, "Autre action"),
        ("corrigée", str(changed.pk), "montant", "2.00", "9.99"),
        ("retirée", str(gone.pk), "", "", ""),
        ("ajoutée", str(new.pk), "", "", ""),
    ]
    assert str(same.pk) not in {row["id"] for row in rows(second, snapshots.CHANGES_FILE)}
    assert [snapshot.name for snapshot in snapshots.snapshots()] == [second.name, first.name]
    assert second.name == f"{first.name}-2"


def test_nothing_is_kept_where_nothing_changed():
    a_line()
    first = snapshots.take("https://exemple.fr")

    assert snapshots.take("https://autre.fr") is None
    assert [path.name for path in snapshots.folder().iterdir()] == [first.name]


def test_the_ninth_and_the_tenth_of_a_day_stay_in_order():
    act = a_deliberation()
    names = []
    for number in range(10):
        a_line(deliberation=act, amount=number)
        names.append(snapshots.take("").name)

    assert [snapshot.name for snapshot in snapshots.snapshots()] == names[::-1]


def test_data_that_change_meanwhile_are_taken_again(monkeypatch):
    a_line()
    tables, times = snapshots._tables, []

    def changing():
        yield from tables()
        times.append(1)
        if len(times) == 1:
            history.bump()

    monkeypatch.setattr(snapshots, "_tables", changing)

    assert snapshots.take("").version == history.current().number
    assert len(times) == 2


def test_data_that_never_rest_leave_nothing_behind(monkeypatch):
    a_line()
    tables = snapshots._tables

    def changing():
        yield from tables()
        history.bump()

    monkeypatch.setattr(snapshots, "_tables", changing)

    with pytest.raises(CommandError, match="relancez"):
        call_command("snapshot")
    assert list(snapshots.folder().iterdir()) == []


def test_a_broken_writing_leaves_nothing_behind(monkeypatch):
    a_line()

    def broken(*_):
        raise OSError("disque plein")

    monkeypatch.setattr(snapshots, "write_workbook", broken)

    with pytest.raises(OSError, match="disque plein"):
        snapshots.take("")
    assert list(snapshots.folder().iterdir()) == []
    assert snapshots.snapshots() == []


def test_the_command_says_what_it_did(capsys, settings):
    settings.SITE_ADDRESS = "https://exemple.fr"
    a_line()

    call_command("snapshot")
    call_command("snapshot")

    told = capsys.readouterr().out
    assert "1\u00a0montant, 0\u00a0ajouté, 0\u00a0corrigé, 0\u00a0retiré." in told
    assert "Rien n’a changé" in told
    assert rows(snapshots.snapshots()[0], "subventions.csv")[0]["adresse"].startswith("https://exemple.fr/")


def test_a_snapshot_has_a_page_and_its_files_are_given(client):
    act = a_deliberation()
    a_line(deliberation=act)
    first = snapshots.take("")
    new = a_line(deliberation=act)
    second = snapshots.take("")

    html = html_of(client, f"/donnees/{second.name}/")
    assert f'href="/donnees/{first.name}/"' in html
    assert f'href="/lignes/{new.pk}/"' in html
    assert all(file.sha256 in html for file in second.files)
    assert "premier instantané" in text_of(client, f"/donnees/{first.name}/")

    response = client.get(f"/donnees/{second.name}/subventions.csv")
    content = b"".join(response.streaming_content)
    assert hashlib.sha256(content).hexdigest() == next(
        file.sha256 for file in second.files if file.name == "subventions.csv"
    )
    assert f'filename="{second.name}-subventions.csv"' in response["Content-Disposition"]
    said = json.loads(b"".join(client.get(f"/donnees/{second.name}/instantane.json").streaming_content))
    assert (said["lines"], said["licence"]) == (2, "Licence Ouverte 2.0")


@pytest.mark.parametrize("address", ["2001-01-01/", "{}/autre.csv", "{}/..%2Fsecret_key", "{}/.."])
def test_nothing_else_is_given(client, address):
    a_line()
    taken = snapshots.take("")

    assert client.get(f"/donnees/{address.format(taken.name)}").status_code == 404


def test_snapshots_are_a_feed_that_says_what_each_one_changes(client):
    act = a_deliberation()
    a_line(deliberation=act)
    first = snapshots.take("")
    a_line(deliberation=act)
    second = snapshots.take("")

    response = client.get("/donnees/instantanes.atom")
    feed = feedparser.parse(response.content)

    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [f"Instantané {second.name}", f"Instantané {first.name}"]
    assert "lignes ajoutées\u202f: 1" in feed.entries[0].summary
    assert client.get(feed.entries[0].link).status_code == 200
    assert feed.feed.links[0].href.endswith("/donnees/")
    assert 'type="application/atom+xml"' in html_of(client, "/donnees/")
