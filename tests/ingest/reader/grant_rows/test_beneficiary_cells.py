"""Names of beneficiaries in their cells, with what is printed around them."""

import pytest

from ingest.reader.grant_rows.beneficiary_cells import read_beneficiary, read_town
from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read


@pytest.mark.parametrize(
    ("text", "name", "town"),
    [
        ("Les Hirondelles 12 rue du Moulin 59000 Varsigny", "Les Hirondelles", "Varsigny"),
        ("Les Hirondelles – 12 bis, avenue du Lac, 59000 VARSIGNY CEDEX 2", "Les Hirondelles", "VARSIGNY"),
        ("Les Hirondelles 59000 Saint-Lunaire-du-Val", "Les Hirondelles", "Saint-Lunaire-du-Val"),
        ("La Ruche (1) 3 place de la Mairie", "La Ruche", ""),
        ("- La Ruche BP 12 59000 Bor", "La Ruche", "Bor"),
        ("Harmonie de Bor Mairie – 59400 Bor-le-Vieux", "Harmonie de Bor", "Bor-le-Vieux"),
        ("Compagnie Hors-Cadre Friche Delattre, bât. 4 – 59300 Lens", "Compagnie Hors-Cadre", "Lens"),
        ("Les Amis de la mairie 59400 Bor", "Les Amis de la mairie", "Bor"),
        ("Collectif La Friche", "Collectif La Friche", ""),
        ("Twirling Bâton 59400 Bor", "Twirling Bâton", "Bor"),
        ("Judo Club Bâtiment B, 59400 Bor", "Judo Club", "Bor"),
        ("Chorale de Bor dont 40 € au titre du projet jeunes", "Chorale de Bor", ""),
        ("La Maison du 12 rue des Arts", "La Maison du 12 rue des Arts", ""),
        ("Association 12 étoiles", "Association 12 étoiles", ""),
        ("Compagnie La Rue", "Compagnie La Rue", ""),
        ("Les 1001 places", "Les 1001 places", ""),
        ("12 rue du Moulin", "12 rue du Moulin", ""),
        ("Bénéficiaire : SI de Bor Localisation : Bor-le-Vieux", "SI de Bor", "Bor-le-Vieux"),
        ("Festival : Les Hirondelles", "Festival : Les Hirondelles", ""),
        ("Judo Club (M. Paul BLANC ne prend pas part au vote)", "Judo Club", ""),
        ("Judo Club (Mme Anne BLANC ne participe pas au vote)", "Judo Club", ""),
        ("Judo Club (section jeunes)", "Judo Club (section jeunes)", ""),
        ("Judo Club sous réserve de la production des comptes", "Judo Club", ""),
        ("Judo Club (sous réserve des comptes 2031)", "Judo Club", ""),
        ("Amis de la Réserve", "Amis de la Réserve", ""),
        ("B.12 Judo Club", "Judo Club", ""),
        ("2.1 Judo Club", "Judo Club", ""),
        ("A.1.C Judo", "A.1.C Judo", ""),
        ("R2146 - COMMUNE DE BOR", "COMMUNE DE BOR", ""),
        ("004512 Judo Club", "Judo Club", ""),
        ("Mandataire - Judo Club", "Judo Club", ""),
        ("A2 Judo Club", "A2 Judo Club", ""),
    ],
)
def test_address_behind_a_name_is_no_part_of_it(text, name, town):
    assert read_beneficiary(text) == (name, town)


@pytest.mark.parametrize(
    ("printed", "name", "town"),
    [
        ("Radio Saulx SIRET : 26590001200011", "Radio Saulx", ""),
        ("Radio Saulx 3 rue du Moulin 59000 Bor n° SIRET 265 900 012 00011", "Radio Saulx", "Bor"),
        ("Radio Saulx SIRET : 265 900 012 00011 3 rue du Moulin 59000 BOR", "Radio Saulx", "BOR"),
        ("Radio Saulx SIRET 265 900 012 00011 Bor", "Radio Saulx", ""),
        ("La Ruche (W591000001)", "La Ruche", ""),
        ("La Ruche – RNA : W591000001", "La Ruche", ""),
        ("Commune de Bor, représentée par son maire", "Commune de Bor", ""),
        ("Foyer (Bor) Présidée par M. Paul BLANC", "Foyer (Bor)", ""),
        ("Judo Club Présidente : Mme Anne BLANC", "Judo Club", ""),
        ("Judo Club Président M. Paul BLANC", "Judo Club", ""),
        ("Association des Présidents de clubs", "Association des Présidents de clubs", ""),
        ("Fonds de la Présidente Mme Blanc", "Fonds de la Présidente Mme Blanc", ""),
        ("Fanfare 1900 2000", "Fanfare 1900 2000", ""),
        ("SIRET : 26590001200011", "SIRET : 26590001200011", ""),
    ],
)
def test_number_and_whoever_presides_behind_a_name_are_no_part_of_it(printed, name, town):
    assert read_beneficiary(printed) == (name, town)


def test_town_of_an_address_is_kept_where_no_column_prints_towns():
    rows = "Association | {}\nLes Hirondelles 12 rue du Moulin 59000 Varsigny | {}"
    alone = grant_lines(read(a_table(rows.format("Subvention", "500 €")))).lines[0]
    assert (alone.operator, alone.commune) == ("Les Hirondelles", "Varsigny")
    beside = grant_lines(read(a_table(rows.format("Commune | Subvention", "Bor | 500 €")))).lines[0]
    assert beside.commune == "Bor"


@pytest.mark.parametrize(
    ("printed", "town"),
    [
        ("12 rue du Moulin - 46450 VARSIGNY", "VARSIGNY"),
        ("27 bis grande rue, 46450 Varsigny", "Varsigny"),
        ("BP 12 46000 Bor Cedex", "Bor"),
        ("Varsigny-les-Bains M. Paul Durand", "Varsigny-les-Bains"),
        ("46450 VARSIGNY", "46450 VARSIGNY"),
        ("12 rue du Moulin, 46450 Varsigny (La)", "Varsigny (La)"),
        ("Saint-Martin-de-Mme", "Saint-Martin-de-Mme"),
    ],
)
def test_town_is_told_from_the_street_and_from_who_presides(printed, town):
    assert read_town(printed) == town


def test_a_letter_at_the_end_of_a_name_joins_nothing():
    assert read_beneficiary("Judo Club Section D, 12 rue du Moulin").name == "Judo Club Section D"
    assert read_beneficiary("Maison de l’12 rue du Moulin").name == "Maison de l’12 rue du Moulin"
