import pytest

from ingest.reader.private.bank_details import BESIDE, CHECKED, RIB_CHECKED, UNCHECKED, find_bank_details


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.reason) for one in find_bank_details(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "FR76 3000 6000 0112 3456 7890 189",
        "FR7630006000011234567890189",
        "fr76 3000 6000 0112 3456 7890 189",
        "FR76-3000-6000-0112-3456-7890-189",
        "FR76\u00a03000\u202f6000 0112 3456 7890 189",
        "BE68 5390 0754 7034",
        "LU28 0019 4006 4475 0000",
    ],
)
def test_an_iban_is_found_spaced_or_not_without_any_word_before_it(printed):
    assert found(f"au compte {printed} ouvert à la banque") == [(printed, CHECKED)]


def test_an_iban_ends_where_its_country_says():
    assert found("IBAN FR76 3000 6000 0112 3456 7890 189 2-4- CONTRÔLE") == [
        ("FR76 3000 6000 0112 3456 7890 189", CHECKED)
    ]


def test_an_iban_whose_key_is_wrong_is_found_beside_its_word_only():
    wrong = "FR76 3000 6000 0112 3456 7890 188"
    assert found(f"IBAN : {wrong}") == [(wrong, UNCHECKED)]
    assert found(f"dossier {wrong}") == []


def test_an_iban_misread_on_a_scan_is_found_beside_its_word():
    assert found("IBAN : FR7G 3OO6 6000 0112 3456 78 virement") == [("FR7G 3OO6 6000 0112 3456 78", UNCHECKED)]


def test_a_rib_is_found_by_its_key():
    assert found("30006 00001 12345678901 89") == [("30006 00001 12345678901 89", RIB_CHECKED)]
    assert found("30006 00001 12345678901 88") == []


def test_the_parts_of_one_account_are_one_finding():
    text = (
        "Code établissement : 30001 Code guichet : 00468 Numéro de compte : C5980000000 Clé RIB : 76 BIC : BDFEFRPPCCT"
    )
    assert found(text) == [(text, BESIDE)]


@pytest.mark.parametrize(
    "text",
    [
        "Code établissement : 59001, collège",
        "la clé : 12 du tableau",
        "Référence IBAN : ……………… Référence BIC : ……………… Domiciliation : ………………",
        "RIB à fournir, BIC et IBAN du bénéficiaire",
        "SIRET 225 900 018 00010, dossier 2022/01155, 12 500,00 €",
        "059-225900018-20220627-310936-DE-1-1",
        "imputation au compte 6574",
    ],
)
def test_other_numbers_are_no_account(text):
    assert found(text) == []
