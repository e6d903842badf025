"""Towns printed under the names of beneficiaries, where the header names the beneficiary alone."""

from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read

UNDER = """
    Bénéficiaire | Objet | Subvention
    Les Amis du théâtre de la lune ⏎ Bor | Saison | 500
    Festival des chemins ⏎ Le Vignal | Édition | 90
    Ciné Passion ⏎ Saint-Aubin-du-Val | Circuit | 40
    Chorale ⏎ NANTELLE | Concert | 60
"""
NOTE = "la dernière ligne de la case est lue comme la commune du bénéficiaire\u202f: à vérifier"


def found(rows):
    lines = grant_lines(read(a_table(rows))).lines
    return [(line.operator, line.commune, line.certainty, line.notes) for line in lines]


def test_towns_under_the_names_are_parted_from_them_in_doubt():
    assert found(UNDER) == [
        ("Les Amis du théâtre de la lune", "Bor", 0.6, (NOTE,)),
        ("Festival des chemins", "Le Vignal", 0.6, (NOTE,)),
        ("Ciné Passion", "Saint-Aubin-du-Val", 0.6, (NOTE,)),
        ("Chorale", "NANTELLE", 0.6, (NOTE,)),
    ]


def test_a_number_in_a_register_may_stand_under_the_town():
    numbered = UNDER.replace(" | Saison", " ⏎ SIRET : 123 456 789 00012 | Saison").replace(
        " | Circuit", " ⏎ 12345678900012 | Circuit"
    )
    assert found(numbered) == found(UNDER)


def test_a_last_line_for_which_there_was_no_room_beside_is_the_end_of_the_name():
    full = """
        Bénéficiaire | Objet | Subvention
        Les Amis du théâtre ⏎ Guignol | Saison | 500
        Festival des chemins ⏎ Marcheurs | Édition | 90
        Club alpin de la vallée ⏎ Verte | Circuit | 40
    """
    assert [name for name, *_ in found(full)] == [
        "Les Amis du théâtre Guignol",
        "Festival des chemins Marcheurs",
        "Club alpin de la vallée Verte",
    ]


def test_a_town_that_its_name_holds_is_printed_twice():
    twice = """
        Bénéficiaire | Objet | Subvention
        Aviron de Saint-Aubin-du-Val ⏎ Saint-Aubin-du-Val | Saison | 500
        Chorale de Mirmont-sur-Orle ⏎ Mirmont-sur-Orle | Édition | 90
        Judo du Vignal-les-Hauts-Prés ⏎ Vignal-les-Hauts-Prés | Circuit | 40
    """
    assert [(name, town) for name, town, *_ in found(twice)][0] == (
        "Aviron de Saint-Aubin-du-Val",
        "Saint-Aubin-du-Val",
    )


def test_a_town_after_a_word_that_ends_no_name_is_of_the_name():
    cut = UNDER.replace("lune ⏎", "lune de ⏎").replace("chemins ⏎", "chemins de ⏎")
    assert found(cut)[0][:2] == ("Les Amis du théâtre de la lune de Bor", "")


def test_words_that_all_names_open_with_are_no_names():
    opened = """
        Bénéficiaire | Objet | Subvention
        Association ⏎ Mosaïque | Saison | 500
        Association ⏎ Les-Ouvriers-du-temps-jadis | Édition | 90
        Association ⏎ Passerelle | Circuit | 40
    """
    assert [(name, town) for name, town, *_ in found(opened)][0] == ("Association Mosaïque", "")


def test_purposes_in_small_letters_under_the_names_are_parted_from_them_in_doubt():
    rows = """
        Bénéficiaire | Subvention
        Les Amis du théâtre ⏎ saison de printemps | 500
        Judo Club ⏎ tournoi annuel des jeunes | 90
        Ciné Passion | 40
        Chorale ⏎ concert | 60
    """
    lines = grant_lines(read(a_table(rows))).lines
    assert [(line.operator, line.action, line.certainty) for line in lines] == [
        ("Les Amis du théâtre", "saison de printemps", 0.6),
        ("Judo Club", "tournoi annuel des jeunes", 0.6),
        ("Ciné Passion", "", 1.0),
        ("Chorale", "concert", 0.6),
    ]


def test_names_that_go_on_in_small_letters_are_whole():
    rows = """
        Bénéficiaire | Subvention
        Les Amis du théâtre ⏎ de la lune | 500
        Festival des chemins ⏎ et sentiers | 90
        Les Amis des vieilles ⏎ pierres | 40
        Association sportive ⏎ intercommunale | 40
        Club des coureurs ⏎ montagnards | 40
    """
    assert [line.action for line in grant_lines(read(a_table(rows))).lines] == [""] * 5


def test_what_stands_under_nearly_every_name_is_parted_from_it_in_doubt():
    rows = """
        Bénéficiaire | Subvention
        Les Amis du théâtre ⏎ La Roche – Saison – dossier 12 | 500
        Judo Club ⏎ Bor – Tournoi annuel – dossier 13 | 90
        Ciné Passion ⏎ Les Essarts – Circuit – dossier 14 | 40
        Chorale ⏎ 46000 Varsigny | 60
        Foyer rural ⏎ Bor – Bal – dossier 15 | 60
    """
    lines = grant_lines(read(a_table(rows))).lines
    assert [(line.operator, line.certainty) for line in lines] == [
        ("Les Amis du théâtre", 0.6),
        ("Judo Club", 0.6),
        ("Ciné Passion", 0.6),
        ("Chorale", 1.0),
        ("Foyer rural", 0.6),
    ]


def test_names_that_fill_their_column_are_whole():
    rows = """
        Bénéficiaire | Subvention
        Les Amis du théâtre ⏎ Guignol | 500
        Festival des chemins ⏎ Marcheurs | 90
        Club alpin de vallée ⏎ Verte | 40
    """
    assert [line.certainty for line in grant_lines(read(a_table(rows))).lines] == [1.0] * 3


def test_letters_of_a_name_and_the_words_that_they_stand_for_are_one_name():
    rows = """
        Bénéficiaire | Subvention
        ADMR ⏎ Aide à domicile du val | 500
        SNSM ⏎ Sauveteurs en mer | 90
        FNACA ⏎ Fédération des anciens | 40
    """
    lines = grant_lines(read(a_table(rows))).lines
    assert [(line.operator, line.certainty) for line in lines][0] == ("ADMR Aide à domicile du val", 1.0)


def test_sections_under_the_name_of_their_club_are_of_the_name():
    rows = """
        Bénéficiaire | Subvention
        Amicale laïque ⏎ section danse | 500
        Amicale laïque ⏎ section chant | 90
        Amicale laïque ⏎ section judo | 40
        Les parents d’élèves du collège | 40
    """
    lines = grant_lines(read(a_table(rows))).lines
    assert (lines[0].operator, lines[0].certainty) == ("Amicale laïque section danse", 1.0)
