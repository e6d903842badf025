"""Kinds of operators, told by their names and by nothing else."""

import pytest

from grants.operators.kinds import kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CCAS de Douai", "ccas"),
        ("C.C.A.S. d’Anzin", "ccas"),
        ("Centre intercommunal d'action sociale du Ternois", "ccas"),
        ("Commune de Marly", "commune"),
        ("Communauté de communes du Pays de Mormal", "intercommunalite"),
        ("SIVOM de l'Artois", "intercommunalite"),
        ("Région Bretagne", ""),  # « région » then a name of its own: no word says which authority it is
        ("Région Hauts-de-France", "collectivite"),
        ("Groupement d’intérêt public AGIRE", "public"),
        ("CCI Littoral", "chambre"),
        ("Collège Jean-Moulin", "enseignement"),
        ("EHPAD Les Tilleuls", "sante"),
        ("SARL Restho", "entreprise"),
        ("Association des maires ruraux", "association"),
        ("AJAR - Association pour la justice", "association"),
        ("Centre socioculturel Agora", "centre-social"),
        ("Mission locale du Douaisis", "mission-locale"),
        ("3ID", ""),
        ("Société Saint-Vincent-de-Paul", ""),
    ],
)
def test_the_kind_is_what_the_name_says(name, kind):
    assert kind_of(name) == kind
