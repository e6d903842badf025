"""Who receives: addresses, verbs and pieces of sentences are no names; lists inside one sentence."""

import pytest

from ingest.reader.sentences.beneficiaries import COMMON_NOTE, find_beneficiary
from ingest.reader.sentences.listed_entries import find_inline_entry
from ingest.reader.values.amounts_in_text import find_amounts
from tests.ingest.reader.test_decisions import lines_of


def receiver(text):
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    return receives.name if receives else None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Une subvention de 11.000 euros est attribuée au Comité des Glycines sis 14, rue des Marronniers (8e).",
            "Comité des Glycines",
        ),
        (
            "Une subvention de 900 € est attribuée à l’association Le Radeau, domiciliée 3 rue du Pont.",
            "association Le Radeau",
        ),
        (
            "d’accorder 500 € à l’association Le Radeau représentée par sa présidente ;",
            "association Le Radeau",
        ),
        ("Cette subvention a été arrêtée sur la base de dépenses évaluées à 148.072,90 euros.", None),
        ("d’attribuer les subventions figurant au tableau ci-dessus, pour 72 897,63 € ;", None),
        (
            "d’accorder 900 € à la coopérative d’activités et d’emploi Le Bief,",
            "coopérative d’activités et d’emploi Le Bief",
        ),
        ("d’accorder 900 € à la chorale Le Bief et d’autoriser le Maire à signer", "chorale Le Bief"),
        ("d’accorder 900 € à l’association « Un toit pour demain », à Lure", "association « Un toit pour demain »"),
        ("d’accorder 900 € à la Croix-Rouge – unité locale de Lure ;", "Croix-Rouge – unité locale de Lure"),
        ("d’accorder 900 € à la Croix-Rouge – budget 2031 ;", "Croix-Rouge"),
        ("d’accorder à l’ensemble « A Cappella » une aide de 900 €", "ensemble « A Cappella »"),
        (
            "d’attribuer à l’association « Secours aux familles du Bief » une subvention de 900 €",
            "association « Secours aux familles du Bief »",
        ),
        ("d’attribuer 900 € à la structure dont le nom suit et qui", None),
    ],
)
def test_name_ends_before_its_address_and_is_no_piece_of_a_sentence(sentence, name):
    assert receiver(sentence) == name


def test_part_in_brackets_does_not_hide_who_receives():
    told = (
        "- d’attribuer 1 000 € à Danse Passion, 3 400 € (dont 2 000 € pour l’école) au Football Club et 400 € au Judo ;"
    )
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == [
        ("Danse Passion", 1000),
        ("Football Club", 3400),
        ("Judo", 400),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "VOTE les subventions suivantes : Le Tarot, 150 € ; Cazivoix, 800 € et La Pétanque, 200 €.",
        "ATTRIBUE les subventions suivantes : Le Tarot : 150 €, Cazivoix : 800 €, La Pétanque : 200 €.",
        "ATTRIBUE les subventions suivantes : Le Tarot (150 €), Cazivoix (800 €), La Pétanque (200 €).",
        "ATTRIBUE les subventions suivantes : 150 € au Tarot, 800 € à Cazivoix, 200 € à La Pétanque.",
    ],
)
def test_list_inside_one_sentence_names_each_beneficiary(told):
    names = [(name.removeprefix("Le ").removeprefix("La "), int(amount)) for name, amount, _, _ in lines_of(told)]
    assert names == [("Tarot", 150), ("Cazivoix", 800), ("Pétanque", 200)]


def test_list_that_opens_with_an_amount_has_no_name_before_it():
    told = "ATTRIBUE les subventions suivantes : 150 € Le Tarot, 800 € Cazivoix."
    first, second = find_amounts(told)
    assert find_inline_entry(told, first.start, first.end, second.start) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Il est accordé à la SARL Gourdon une aide à l’immobilier d’entreprise de 27 000 €.", "SARL Gourdon"),
        ("de verser une contribution au Syndicat de la Lure de 5 000 €", "Syndicat de la Lure"),
        ("de verser 400 € à la Prévention routière de Lussanges", "Prévention routière de Lussanges"),
        ("de verser 400 € à la prévention des incendies", None),
        ("de consacrer 400 € au financement de la thématique 1", None),
        ("de financer pour 400 € l’opération n° 3 de la thématique 1 « Parcours Emploi »", None),
    ],
)
def test_what_goes_with_the_word_for_money_comes_last(sentence, name):
    assert receiver(sentence) == name


def test_beneficiary_without_a_name_of_its_own_is_doubtful():
    text = "de verser un secours de 300 € à la famille sinistrée du 2 mai"
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    assert receives is not None
    assert receives.doubt == COMMON_NOTE


def test_subject_of_an_article_is_its_name_alone():
    told = "Article premier – La société Bois Vert (SIRET 414 555 666 00012), représentée par X, bénéficie de 500 €."
    assert receiver(told) == "société Bois Vert"
