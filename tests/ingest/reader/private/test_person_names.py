import pytest

from ingest.reader.private.person_names import person_named, persons_told


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Madame Jeanne DUPRÉ", "Jeanne DUPRÉ"),
        ("M. CARLIER", "CARLIER"),
        ("M Paul MORVAN", "Paul MORVAN"),
        ("Mme Odile de La Tour", "Odile de La Tour"),
        ("M. et Mme Luc et Odile CARLIER", "Luc et Odile CARLIER"),
        ("Monsieur Paul MORVAN, 3 rue des Lilas", "Paul MORVAN"),
        ("MORVAN Paul", "MORVAN Paul"),
        ("Paul MORVAN", "Paul MORVAN"),
        ("DE SMET Jean-Marie", "DE SMET Jean-Marie"),
        ("PETIT Sylvie (Beyrac)", "PETIT Sylvie"),
        ("MORVAN PAUL", "MORVAN PAUL"),
        ("Paul Morvan", "Paul Morvan"),
        ("LE GALL Anne", "LE GALL Anne"),
        ("ROSE Delphine", "ROSE Delphine"),
    ],
)
def test_natural_persons_are_told_by_civility_or_first_name(printed, name):
    person = person_named(printed)
    assert person is not None
    assert person.name == name


@pytest.mark.parametrize(
    "printed",
    [
        "Association Jeanne d’Arc",
        "Jeanne d’Arc",
        "EARL Martin",
        "GAEC Paul MORVAN",
        "Lycée Jules Ferry",
        "Jules Ferry",
        "FERRY Jules",
        "Saint-Martin",
        "Commune de Saint-Martin",
        "Saint Nicolas",
        "Monsieur le Maire de Beyrac",
        "Madame la Présidente du foyer rural",
        "M Club",
        "MM Production",
        "El Fouad",
        "Les Amis de Paul Morvan",
        "La Pioche",
        "Rose des Vents",
        "ROSE BLANCHE",
        "Théâtre Marie Morvan",
        "Menuiserie Paul Morvan",
        "Réussir en Sambre",
        "Paul",
        "",
        "123 Soleil",
        "Cinéma L’Étoile de Saint-Aubrac",
    ],
)
def test_bodies_places_and_things_are_no_persons(printed):
    assert person_named(printed) is None


def test_a_text_tells_the_persons_after_a_civility():
    assert [one.name for one in persons_told("aide au projet de Mme Jeanne DUPRÉ, apicultrice")] == ["Jeanne DUPRÉ"]
    assert list(persons_told("programme. Parcours IAE avec M. le Président")) == []
