"""Recusals, linked to the operator that they surely name."""

import pytest

from grants.models import (
    Deliberation,
)
from tests.ingest.readings import (
    a_reading,
    a_record,
    a_recusal_record,
    an_act,
)
from tests.ingest.store.saving import save

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("operator", "organisation"),
    [
        ("CCAS d'Anzin", "CCAS d’Anzin"),
        ("ENTREPRENDRE ENSEMBLE", "association Entreprendre Ensemble"),
        ("Association Entreprendre Ensemble", "Entreprendre Ensemble"),
        ("Association d'Action Éducative", "l'Association d'Action Educative"),
        ("GIE Eurasanté", "Eurasanté"),
        ("Foyer rural de Villelune (FRV)", "Foyer rural de Villelune"),
        ("Boule joyeuse de Villelune", "La Boule joyeuse"),
    ],
)
def test_recusal_is_linked_to_the_one_operator_it_names(operator, organisation):
    save(a_reading(a_record(1, operator), act=an_act(recusals=(a_recusal_record(organisation),))))

    assert Deliberation.objects.get().recusals.get().operator.names.get().name == operator


@pytest.mark.parametrize(
    "organisation", ["", "CCAS d'Anzin et de Marly", "Vitamine T", "Anzin", "CCAS", "Club des aînés"]
)
def test_recusal_that_leaves_a_doubt_is_not_linked(organisation):
    records = (a_record(1, "CCAS d'Anzin"), a_record(2, "Association Vitamine T"), a_record(3, "SAS Vitamine T"))
    records += (a_record(4, "Club des aînés de Marly"), a_record(5, "Club des aînés d'Anzin"))

    save(a_reading(*records, act=an_act(recusals=(a_recusal_record(organisation),))))

    assert Deliberation.objects.get().recusals.get().operator is None
