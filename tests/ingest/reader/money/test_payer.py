"""Who pays what an act votes."""

import pytest

from ingest.reader.grant_tables import read_tables
from ingest.reader.money.payer import payer_of
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.hand_built import a_table


def heads(header):
    return [a_table(f"{header}\n" + " | ".join("x" for _ in header.split("|")))]


def test_list_without_an_assembly_under_the_head_of_a_prefecture_is_of_the_state():
    assert payer_of("", paragraphs("PRÉFECTURE DE LA MEUSE\nDotation d’équipement des territoires ruraux")) == "state"
    assert payer_of("Commission permanente", paragraphs("RÉGION DES DEUX RIVES\nAides")) == "region"
    assert payer_of("Commission permanente", paragraphs("Métropole des Deux Rives – 16 juin\nAides")) == "group"
    assert payer_of("", paragraphs("Reçu en préfecture le 3 mars 2031\nSubventions aux associations")) == "department"


def test_permanent_commission_of_a_region_pays_for_the_region():
    assert (
        payer_of("Commission permanente", paragraphs("Vu la délibération du Conseil régional du 2 juillet")) == "region"
    )
    assert (
        payer_of("Commission permanente", paragraphs("Le Conseil départemental et le Conseil régional")) == "department"
    )
    detr = [a_table("Commune | Montant\nBor | 500 €", title="DETR 2031 – opérations retenues")]
    assert payer_of("", (), detr) == "state"
    assert payer_of("", paragraphs("Le Conseil départemental"), detr) == "department"
    assert payer_of("Conseil de Paris") == "commune"
    assert payer_of("Comité syndical") == "group"


@pytest.mark.parametrize(
    ("header", "payer"),
    [
        ("Entreprise | Assiette | Aide régionale | dont part FEDER", "region"),
        ("Coopérative | Participation communale", "commune"),
        ("Association | Subvention de la Région | Aide votée", "department"),
        ("Association | Aide régionale | Participation de la Ville", "department"),
        ("Association | Aide Région et Ville", "department"),
        ("Porteur | Crédits politique de la ville", "department"),
        ("Association | Ville", "department"),
        ("Association | Montant sollicité | Subvention Métropole proposée", "group"),
    ],
)
def test_only_authority_named_over_grants_pays_where_nothing_else_tells(header, payer):
    assert payer_of("", (), heads(header)) == payer


def test_authority_named_over_grants_pays_nothing_that_another_council_votes():
    tables = heads("Entreprise | Assiette | Aide régionale")
    assert payer_of("Conseil municipal", (), tables) == "commune"
    assert payer_of("Commission permanente", paragraphs("Le Conseil départemental"), tables) == "department"


def test_aid_of_the_region_alone_is_read_in_a_list_that_names_no_council():
    (read,) = read_tables([a_table("Entreprise | Assiette | Aide régionale\nLe Bief | 40 000 € | 8 000 €")], ())
    assert not read.skipped
    assert [(column.role, column.certainty) for column in read.columns][-1] == ("amount", 1.0)


@pytest.mark.parametrize(
    "title", ["Communes : aides à la voirie", "Commune de Bor – réfection du toit", "Ville et quartiers", "Communautés"]
)
def test_title_of_an_act_that_names_communes_is_not_whose_it_is(title):
    assert payer_of("Commission permanente", paragraphs(f"Séance du 3 mars 2031\n{title}")) == "department"


def test_names_of_three_payers_over_columns_are_no_head_that_says_whose_the_act_is():
    assert payer_of("Commission permanente", paragraphs("Sport\nRégion Commune Département")) == "department"
    assert payer_of("Commission permanente", paragraphs("Région Commune\nSport")) == "region"
