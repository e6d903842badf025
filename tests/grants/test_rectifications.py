"""Acts that replace or complete an earlier one: what counts then, what both pages and the journal say."""

import json

import pytest
from django.db import IntegrityError, transaction

from grants import rectifications
from grants.figures.stats import summary
from grants.models import Change, DataVersion, Deliberation, GrantLine, Operator
from grants.rectifications import RectificationError, links_of, rectify, unlink
from grants.search import entries
from ingest.store.publishing import publish, withdraw
from tests.builders import a_commune, a_data_version, a_deliberation, a_line, an_operator

REPLACES, COMPLETES = Deliberation.Rectification.REPLACES, Deliberation.Rectification.COMPLETES
pytestmark = pytest.mark.django_db


def counted() -> int:
    """Whole euros of all that counts on the site."""
    return summary(GrantLine.objects.counted()).amount_cents // 100


def rows_of(client, address: str) -> list[dict]:
    """The rows of a JSON file."""
    return json.loads(b"".join(client.get(address).streaming_content))["lignes"]


def an_act_of(amount: int, *, published: bool = True, **fields) -> Deliberation:
    act = a_deliberation(published=published, **fields)
    a_line(deliberation=act, amount=amount)
    return act


@pytest.fixture
def earlier():
    return an_act_of(1000, number="2023-100")


@pytest.fixture
def later():
    return an_act_of(1200, number="2023-177")


def test_the_lines_of_an_act_replaced_by_a_published_one_enter_no_sum(earlier, later):
    rectify(later, earlier, REPLACES)

    assert counted() == 1200


def test_an_act_completed_counts_with_what_completes_it(earlier, later):
    rectify(later, earlier, COMPLETES)

    assert counted() == 2200


def test_a_draft_replaces_nothing_until_it_is_published_and_again_once_withdrawn(earlier):
    draft = an_act_of(1200, published=False)
    rectify(draft, earlier, REPLACES)
    before = counted()

    publish(draft, None)
    online = counted()
    withdraw(draft, None)

    assert (before, online, counted()) == (1000, 1200, 1000)


def test_the_link_undone_makes_the_earlier_act_count_again(earlier, later):
    rectify(later, earlier, REPLACES)

    assert unlink(later) == earlier
    assert counted() == 2200


def test_another_link_takes_the_place_of_the_first(earlier, later):
    other = an_act_of(10, number="2023-101")
    rectify(later, earlier, REPLACES)

    rectify(later, other, REPLACES)

    assert counted() == 2200


def test_what_replaces_a_withdrawn_act_stands_for_what_that_one_replaced(earlier, later):
    last = an_act_of(1500, number="2023-200")
    rectify(later, earlier, REPLACES)
    rectify(last, later, REPLACES)
    whole = counted()

    withdraw(later, None)

    assert (whole, counted()) == (1500, 1500)


def test_an_act_put_online_at_once_by_the_store_replaces_too(earlier):
    draft = an_act_of(1200, published=False)
    rectify(draft, earlier, REPLACES)
    draft.status = Deliberation.Status.PUBLISHED
    draft.save()

    rectifications.settle(draft)

    assert counted() == 1200


def test_an_act_does_not_rectify_itself_nor_in_a_circle(earlier, later):
    last = an_act_of(1, number="2023-200")
    rectify(later, earlier, REPLACES)
    rectify(last, later, COMPLETES)

    with pytest.raises(RectificationError, match="elle-même"):
        rectify(later, later, REPLACES)
    with pytest.raises(RectificationError, match="2023-100 rectifie déjà|2023-200 rectifie déjà"):
        rectify(earlier, last, COMPLETES)
    assert counted() == 1201


def test_the_database_takes_no_link_without_its_nature(earlier, later):
    later.rectifies = earlier
    with pytest.raises(IntegrityError), transaction.atomic():
        later.save()


def test_the_journal_and_the_version_follow(earlier, later):
    a_data_version()
    rectify(later, earlier, REPLACES)
    replaced = DataVersion.objects.get().number
    unlink(later)

    assert list(Change.objects.values_list("kind", "deliberation")) == [
        ("replaced", earlier.pk),
        ("restored", earlier.pk),
    ]
    assert 7 < replaced < DataVersion.objects.get().number


def test_both_pages_say_so_with_a_link(client, earlier, later):
    rectify(later, earlier, REPLACES)

    first, second = (client.get(act.get_absolute_url()).content.decode() for act in (earlier, later))

    assert "Remplacée." in first
    assert f'href="{later.get_absolute_url()}"' in first
    assert "dont les lignes ne comptent plus" in second
    assert f'href="{earlier.get_absolute_url()}"' in second


def test_both_pages_say_that_one_completes_the_other(client, earlier, later):
    rectify(later, earlier, COMPLETES)

    first, second = (client.get(act.get_absolute_url()).content.decode() for act in (earlier, later))

    assert "Complétée par" in first
    assert "Complète" in second


def test_a_public_page_never_names_a_draft(client, earlier):
    draft = an_act_of(1, published=False, number="2023-999")
    rectify(draft, earlier, REPLACES)

    assert "2023-999" not in client.get(earlier.get_absolute_url()).content.decode()
    assert links_of(draft, drafts=True).replaces == earlier


@pytest.mark.parametrize("address", ["page_url", "zoom_url", "get_absolute_url"])
def test_every_page_of_a_replaced_act_stays_readable_and_says_so(client, earlier, later, address):
    rectify(later, earlier, REPLACES)
    line = earlier.lines.get()
    where = getattr(line, address)

    answer = client.get(where() if callable(where) else where)

    assert answer.status_code == 200
    assert "Remplacée." in answer.content.decode()


def test_an_operator_that_only_a_replaced_act_names_keeps_its_page(client, earlier, later):
    alone = an_operator("Les Amis du canal", commune=a_commune())
    line = a_line(deliberation=earlier, operator=alone, amount=77)
    rectify(later, earlier, REPLACES)

    assert alone in Operator.objects.public()
    assert "0\u00a0€" in client.get(alone.get_absolute_url()).content.decode()
    assert client.get(alone.commune.get_absolute_url()).status_code == 200
    assert client.get(f"/api/v1/lignes/{line.pk}").json()["remplacee_par"] == "2023-177"


def test_lists_and_files_leave_replaced_lines_out_but_the_file_of_the_act_says_what_replaces_it(client, earlier, later):
    rectify(later, earlier, REPLACES)
    line = earlier.lines.get()

    listed = rows_of(client, "/subventions.json")
    own = rows_of(client, f"/deliberations/{earlier.slug}.json")
    acts = {one["deliberation"]: one for one in rows_of(client, "/deliberations.json")}

    assert line.pk not in {one["id"] for one in listed}
    assert [(one["id"], one["remplacee_par"]) for one in own] == [(line.pk, "2023-177")]
    assert acts["2023-100"]["remplacee_par"] == "2023-177"
    assert (acts["2023-177"]["lien"], acts["2023-177"]["acte_rectifie"]) == ("remplace", "2023-100")


def test_a_citation_made_before_says_what_replaced_its_lines(client, earlier, later):
    token = f"{a_data_version().number}_2_220000_abcdefabcdef"
    rectify(later, earlier, REPLACES)

    page = client.get(f"/verifier/?empreinte={token}").content.decode()

    assert "Remplacée par une autre" in page
    assert earlier.get_absolute_url() in page


def test_files_frames_and_cards_of_a_replaced_act_say_so(client, earlier, later, monkeypatch):
    rectify(later, earlier, REPLACES)
    drawn = []
    monkeypatch.setattr("grants.views.cards.png_of", lambda card: drawn.append(card.kind) or b"")

    client.get(f"/deliberations/{earlier.slug}/apercu.png")
    frame = client.get(f"/deliberations/{earlier.slug}.cadre").content.decode()

    assert drawn[0].startswith("Remplacée. ")
    assert "Remplacée. Délibération" in frame


def test_the_list_of_acts_says_that_one_is_replaced_with_its_own_sum(client, earlier, later):
    rectify(later, earlier, REPLACES)

    page = client.get("/deliberations/").content.decode()

    assert page.count("<strong>remplacée</strong>") == 1
    assert "1\u202f000\u00a0€" in page
    assert "aucune ligne" not in page


def test_a_search_says_that_an_act_is_replaced(client, earlier, later):
    entries.index([earlier, later])
    rectify(later, earlier, REPLACES)

    assert "Délibération remplacée" in client.get("/recherche/?q=2023-100").content.decode()
    assert "Délibération remplacée" not in client.get("/recherche/?q=2023-177").content.decode()
