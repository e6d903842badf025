"""Words that head a column → its role, in the spellings of many councils."""

from dataclasses import replace

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.headers.header_texts import heads_a_column, printed_heading, whole_words
from ingest.reader.headers.header_words import head_role
from tests.ingest.reader.hand_built import a_table, roles


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Nom de l'opérateur", "operator"),
        ("Bénéficiaire(s)", "operator"),
        ("RAISON SOCIALE", "operator"),
        ("Libellé tiers", "operator"),
        ("Association bénéficiaire", "operator"),
        ("Porteur du projet", "operator"),
        ("Maître d'ouvrage", "operator"),
        ("Autorité organisatrice", "operator"),
        ("Institution", "operator"),
        ("EPLE", "operator"),
        ("Nom et adresse du bénéficiaire", "operator"),
        ("Pilier du contrat de ville", "programme"),
        ("Grande priorité", "programme"),
        ("Titre de l’action", "action"),
        ("Allocation 2030", "amount"),
        ("Intervention du Département", "amount"),
        ("Assoc.", "operator"),
        ("Bénéfi-ciaire", "operator"),
        ("But", "action"),
        ("Chef de file", "operator"),
        ("nomBeneficiaire", "operator"),
        ("idBeneficiaire", "other"),
        ("Type d'investissement", "action"),
        ("Spectacle", "action"),
        ("QPV", "territory"),
        ("N° RNE", "other"),
        ("Taux appliqué", "other"),
        ("1er versement", "amount"),
        ("Base éligible", "amount"),
        ("Reste à charge", "amount"),
        ("Travaux HT", "amount"),
        ("Total élèves", "places"),
        ("Dem. N", "amount"),
        ("Prop. N", "amount"),
        ("€", "amount"),
        ("(en k€)", "amount"),
        ("Entreprise à but d'emploi", "operator"),
        ("Destinataire", "operator"),
        ("Entité bénéficiaire", "operator"),
        ("Commune siège de l'opérateur", "commune"),
        ("Siège social", "commune"),
        ("Localité", "commune"),
        ("Nom de l'action", "action"),
        ("Intitulé du projet", "action"),
        ("Objet de la subvention", "action"),
        ("Nature de l'opération", "action"),
        ("Affectation de la subvention", "action"),
        ("DT", "territory"),
        ("Canton", "territory"),
        ("TERRITOIRE(S)", "territory"),
        ("Arrondissement", "territory"),
        ("Maison des solidarités", "territory"),
        ("Secteur d'activité", "programme"),
        ("Type de Parcours ou de Booster", "programme"),
        ("Axes de la contractualisation", "programme"),
        ("Dispositif", "programme"),
        ("Sous type de Parcours", "subprogramme"),
        ("N° de dossier", "reference"),
        ("N°", "reference"),
        ("Réf.", "reference"),
        ("Nombre de places pour 2022", "places"),
        ("Effectif", "places"),
        ("Nombre de bénéficiaires", "places"),
        ("Nombre de licenciés", "other"),
        ("Montant de la subvention", "amount"),
        ("Subvention votée", "amount"),
        ("Participation départementale", "amount"),
        ("Proposition de la commission", "amount"),
        ("Crédits affectés", "amount"),
        ("Avenant/convention", "agreement"),
        ("Complément d'information", "detail"),
        ("Précisions sur le financement", "remark"),
        ("Observations", "remark"),
        ("N° SIRET", "other"),
        ("Nombre d'ETP", "other"),
        ("Date de dépôt", "other"),
    ],
)
def test_header_words_give_the_role(header, role):
    assert head_role(header) == role


def test_letters_set_apart_and_words_cut_by_hyphens_are_header_words():
    table = a_table("""
        O R G A N I S M E S | Aide sollici- | Aide propo-
        Les Joutes | 1 500 € | 1 000 €
    """)
    first, asked, given = table.grid[0]
    asked = asked._replace(text="Aide sollici-tée", lines=("Aide sollici-", "tée"))
    given = given._replace(text="Aide propo-sée", lines=("Aide propo-", "sée"))
    columns = read_columns(replace(table, grid=((first, asked, given), *table.grid[1:])), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount_other", "amount"]


def test_words_of_a_header_put_together_by_a_narrow_column_are_parted_before_a_unit():
    table = a_table("""
        Association | Montantvoté en k€
        Les Joutes | 1,5
        La Ruche | 12
    """)
    first, given = table.grid[0]
    given = given._replace(lines=("Montant", "voté en", "k€"))
    columns = read_columns(replace(table, grid=((first, given), *table.grid[1:])), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount"]


def test_head_noun_decides_before_its_complement():
    assert head_role("Montant versé à l'association") == "amount"
    assert head_role("Association porteuse du projet") == "operator"
    assert head_role("Bilan 2024") is None


@pytest.mark.parametrize("name", ["Bénéficiaire", "Intitulé de la structure", "Nom du club"])
def test_last_words_of_a_header_name_the_column_under_a_title_set_into_it(name):
    rows = f"""
        Aides aux projets locaux {name} | Crédits attribués
        Les Joutes de Bor | 1 500 €
        La Ruche de Lure | 700 €
    """
    assert roles(rows) == ["operator", "amount"]


@pytest.mark.parametrize("header", ["Dépenses retenues", "Taux appliqué", "Subv. prévue", "Coût H.T.", "1er versement"])
def test_words_of_money_in_the_feminine_or_cut_short_head_columns(header):
    assert heads_a_column(header)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Montant", "attrib", "ué en", "millie", "rs", "d’euros"), "Montant attribué en milliers d’euros"),
        (("Complément", "aire"), "Complémentaire"),
        (("Date", "convention"), "Date convention"),
        (("Nom", "bénéficiaire"), "Nom bénéficiaire"),
    ],
)
def test_words_cut_by_a_narrow_column_are_whole_and_others_stay_apart(lines, words):
    [[cell]] = a_table("x").grid
    assert whole_words(cell._replace(text=" ".join(lines), lines=lines)) == words


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("Article 2 – D'autoriser le Président à", "signer les actes utiles.", "Association"), "Association"),
        (("Montant", "de la subvention accordée en H.T.", "2031"), "Montant de la subvention accordée en H.T. 2031"),
        (("Nb.", "Association"), "Nb. Association"),
        (("Le conseil approuve le tableau qui suit :", "Zébulon"), "Le conseil approuve le tableau qui suit : Zébulon"),
    ],
)
def test_end_of_a_sentence_close_over_a_table_is_no_part_of_its_header(lines, heading):
    cell = a_table("Nom | Aide\nLa Ruche | 700 €").grid[0][0]
    assert printed_heading(cell._replace(text=" ".join(lines), lines=lines)) == heading
