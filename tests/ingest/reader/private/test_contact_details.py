import pytest

from ingest.reader.private.contact_details import find_mailboxes, find_phones


def phones(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_phones(text)]


def mailboxes(text: str) -> list[tuple[str, bool]]:
    return [(text[one.start : one.end], one.service) for one in find_mailboxes(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "03 53 01 02 03",
        "03.53.01.02.03",
        "03-53-01-02-03",
        "03/53/01/02/03",
        "03\u00a053\u00a001\u00a002\u00a003",
        "+33 3 53 01 02 03",
        "+33 (0)3 53 01 02 03",
        "0033 353010203",
    ],
)
def test_french_numbers_are_found_in_every_form(printed):
    assert phones(f"Pour toute question, {printed}, le matin") == [printed]


def test_bare_figures_are_a_number_after_a_word_that_says_so():
    assert phones("Tél. : 0353010203") == ["0353010203"]
    assert phones("dossier 0353010203") == []


def test_two_numbers_side_by_side_are_two():
    assert phones("03 53 01 02 03 06 39 98 12 34") == ["03 53 01 02 03", "06 39 98 12 34"]


@pytest.mark.parametrize(
    "text",
    [
        "SIRET 130 000 000 00000",
        "13000000000000",
        "le 01.02.2023 et le 03.04.2023",
        "2022/01155",
        "02 345 678,90 €",
        "2023/0612345678",
        "059-225900018-20220627-310936-DE-1-1",
        "01 02 03 04 05 06",
        "12 03 53 01 02 03",
        "W062003456",
    ],
)
def test_other_figures_are_no_number_to_call(text):
    assert phones(text) == []


def test_a_number_that_a_desk_answers_is_told():
    services = [one.service for one in find_phones("Standard : 03 53 01 02 03. M. Carlier : 06 39 98 12 34")]
    assert services == [True, False]


def test_a_mailbox_of_a_service_is_told_from_that_of_a_person():
    text = "contact@example.org, jeanne.dupre@example.org, contact.jeanne@example.org, jdupre@example.org."
    assert mailboxes(text) == [
        ("contact@example.org", True),
        ("jeanne.dupre@example.org", False),
        ("contact.jeanne@example.org", False),
        ("jdupre@example.org", False),
    ]


def test_a_mailbox_cut_at_the_end_of_a_line_is_one():
    assert mailboxes("courriel : greffe.ta- lille@example.org) après") == [("greffe.ta- lille@example.org", True)]


def test_an_address_ends_before_the_full_stop_and_the_next_word():
    assert mailboxes("à dpd@example.org. Le département") == [("dpd@example.org", True)]


def test_a_credit_is_no_mailbox():
    assert mailboxes("© 2024 insee.fr") == []
