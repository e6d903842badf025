"""Proposals that the rest of a document makes, on lines made by hand: said in a note, never put in place."""

from decimal import Decimal

import pytest

from ingest.reader.doubts import proposals as doubts
from ingest.reader.doubts.amount_doubts import euros, is_near
from ingest.reader.doubts.proposals import ProposedReading, parse_proposal, propose_readings
from ingest.reader.doubts.repeats import TRUST, trust_repeats
from ingest.reader.letters.lookalikes import distance, may_be_misread, shape
from ingest.reader.records import (
    LIKELY,
    UNSURE,
    Box,
    Cell,
    CheckRecord,
    LineRecord,
    Page,
    Source,
    Table,
    TotalRecord,
    Word,
)

BOX = Box(0, 0, 1, 1)
SOURCE = Source(1, 1, 2, BOX)
SCANNED = (Page(1, 600, 800, (Word("x", BOX, 9, certainty=0.8),), ()),)
SET = (Page(1, 600, 800, (Word("x", BOX, 9),), ()),)


def a_line(number, amount="1000.00", **fields):
    text = fields.pop("amount_text", euros(Decimal(amount)))
    known = {"operator": f"Association {number}", "year": 2024, "table": "annexe-1", "certainty": 0.95, **fields}
    return LineRecord(line=number, amount=Decimal(amount), amount_text=text, source=SOURCE, **known)


def a_check(stated, lines, status="different"):
    total = TotalRecord("Total", "annexe-1", 2024, Decimal(stated), stated, "table row", SOURCE, lines=lines)
    return CheckRecord(total, status, None, None)


def closed(check, lines):
    computed = sum(line.amount for line in lines)
    return CheckRecord(check.total, check.status, computed, computed - check.total.amount)


def notes(lines, checks=(), pages=SCANNED):
    return [line.notes for line in propose_readings(lines, checks, pages)]


# ---- names -----------------------------------------------------------------------------------------------------------


def test_name_read_otherwise_elsewhere_is_proposed_and_not_put_in_place():
    lines = [*(a_line(number, operator="3ID") for number in range(1, 4)), a_line(4, operator="31D")]
    found = propose_readings(lines, (), SCANNED)
    assert found[3].operator == "31D"
    assert found[3].notes == (
        "lecture proposée\u202f: «\u202f3ID\u202f» au lieu de «\u202f31D\u202f», bénéficiaire "
        "(lu ainsi 3 fois ailleurs dans le document)",
    )
    assert found[3].certainty == UNSURE
    assert found[:3] == tuple(lines[:3])


def test_text_layer_is_never_doubted():
    lines = [*(a_line(number, operator="3ID") for number in range(1, 4)), a_line(4, operator="31D")]
    assert propose_readings(lines, (), SET) == tuple(lines)


def test_two_names_that_are_as_frequent_are_two_names():
    lines = [a_line(number, operator="3ID" if number % 2 else "31D") for number in range(1, 9)]
    assert notes(lines) == [()] * 8


def test_sure_name_that_merely_comes_near_another_is_believed():
    usual = [a_line(number, operator="Régie de Moulins") for number in range(1, 4)]
    assert notes([*usual, a_line(4, operator="Régie de Moutins", certainty=0.6)])[3] != ()
    assert notes([*usual, a_line(4, operator="Régie de Poulins")])[3] == ()
    assert notes([*usual, a_line(4, operator="Régie de Poulins", certainty=0.6)])[3] != ()


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("31D", "3ID"),
        ("Accompagnement El", "Accompagnement EI"),
        ("C0MMUNE", "COMMUNE"),
        ("Référent sotidarité", "Référent solidarité"),
        ("Forrnation", "Formation"),
    ],
)
def test_look_alike_letters_may_be_misread(read, printed):
    assert may_be_misread(read, printed)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Lens", "Sens"),
        ("Opération 3 : emploi durable", "Opération 7 : emploi durable"),
        ("Parcours avec accompagnement", "Parcours sans accompagnement"),
        ("Arras", "Arras"),
        ("Habitat Insertion", "HABITAT INSERTION"),
        ("ÉCOLE", "Ecole"),
    ],
)
def test_other_texts_are_other_texts(read, printed):
    assert not may_be_misread(read, printed)


def test_shape_keeps_what_is_seen_from_afar():
    assert shape("l'Île") == shape("I'IIe")
    assert shape("B8") == shape("88")


def test_distance_counts_up_to_a_bound():
    assert [distance("9376.00", "9375.00", 1), distance("12", "1234", 1), distance("", "a", 3)] == [1, 2, 1]


# ---- amounts ---------------------------------------------------------------------------------------------------------


def test_amount_without_its_comma_is_told_by_the_others():
    lines = [a_line(number, f"{number}2500.00", amount_text=f"{number}2 500,00 €") for number in range(1, 6)]
    [*others, doubted] = propose_readings([*lines, a_line(6, "7177500", amount_text="7177500 €")], (), SCANNED)
    assert doubted.amount == 7177500
    assert "71\u202f775,00\u00a0€ au lieu de «\u202f7177500 €\u202f»" in doubted.notes[0]
    assert not any(line.notes for line in others)


def test_unit_price_of_the_group_tells_a_wrong_figure():
    lines = [a_line(number, f"{number * 1250}.00", places=number * 10) for number in range(1, 6)]
    [*others, doubted] = propose_readings([*lines, a_line(6, "9376.00", places=75, certainty=0.8)], (), SCANNED)
    assert "9\u202f375,00\u00a0€" in doubted.notes[0]
    assert "75 × 125,00\u00a0€" in doubted.notes[0]
    assert doubted.certainty == UNSURE
    assert not any(line.notes for line in others)


def test_unit_price_of_the_group_tells_wrong_places():
    lines = [a_line(number, f"{number * 1250}.00", places=number * 10) for number in range(1, 6)]
    [*_, doubted] = propose_readings(
        [*lines, a_line(6, "10000.00", places=30, places_text="30", certainty=0.8)], (), SCANNED
    )
    assert "80 places au lieu de «\u202f30\u202f»" in doubted.notes[0]


def test_sure_line_is_believed_against_the_unit_price_of_its_group():
    lines = [a_line(number, f"{number * 1250}.00", places=number * 10) for number in range(1, 6)]
    assert notes([*lines, a_line(6, "9376.00", places=75)]) == [()] * 6


def test_groups_without_one_price_propose_nothing():
    lines = [a_line(number, f"{number * number * 1000}.00", places=number * 10) for number in range(1, 7)]
    assert notes(lines) == [()] * 6


def test_total_that_one_figure_would_close_proposes_it():
    lines = [a_line(1, "1200.00"), a_line(2, "77855.00", certainty=0.8), a_line(3, "310.00")]
    check = closed(a_check("78865.00", (1, 2, 3)), lines)
    found = notes(lines, [check])
    assert [bool(one) for one in found] == [False, True, False]
    assert "77\u202f355,00\u00a0€" in found[1][0]
    assert "total annoncé de 78\u202f865,00\u00a0€" in found[1][0]


def test_total_is_closed_with_what_else_is_proposed():
    lines = [a_line(number, f"{number}000.00", amount_text=f"{number} 000,00 €") for number in range(1, 9)]
    lines += [a_line(9, "500000", amount_text="500000 €"), a_line(10, "77855.00", certainty=0.8)]
    check = closed(a_check("118355.00", tuple(range(1, 11))), lines)
    found = notes(lines, [check])
    assert "5\u202f000,00\u00a0€" in found[8][0]
    assert "77\u202f355,00\u00a0€" in found[9][0]


def test_total_that_several_lines_could_close_proposes_nothing_and_all_are_to_be_compared():
    lines = [a_line(1, "1500.00", certainty=0.8), a_line(2, "2500.00", certainty=0.8)]
    found = propose_readings(lines, [closed(a_check("3900.00", (1, 2)), lines)], SCANNED)
    assert [parse_proposal(note) for line in found for note in line.notes] == [None, None]
    assert all("3\u202f900,00\u00a0€ ne tombe pas juste" in line.notes[0] for line in found)


def test_line_of_a_total_that_closes_is_left_alone_by_one_that_does_not():
    lines = [a_line(1, "1500.00"), a_line(2, "2500.00"), a_line(3, "70.00")]
    part = closed(a_check("4000.00", (1, 2), "equal"), lines[:2])
    whole = closed(a_check("9000.00", (1, 2, 3)), lines)
    assert [bool(one) for one in notes(lines, [part, whole])] == [False, False, True]
    assert propose_readings(lines, [part, whole], SCANNED)[2].certainty == LIKELY
    assert notes(lines, [whole], SET) == [(), (), ()]


def test_total_that_closes_proposes_nothing():
    lines = [a_line(1, "1500.00"), a_line(2, "2500.00")]
    assert notes(lines, [closed(a_check("4000.00", (1, 2), "equal"), lines)]) == [(), ()]


def test_amounts_one_figure_apart_are_near():
    assert is_near(Decimal("4640.00"), Decimal("4840.00"))
    assert is_near(Decimal("640.00"), Decimal("1640.00"))
    assert not is_near(Decimal("4640.00"), Decimal("4640.00"))
    assert not is_near(Decimal("-640.00"), Decimal("640.00"))


# ---- repeats ---------------------------------------------------------------------------------------------------------


def a_table(*texts, certainty=0.6):
    rows = tuple(
        (Cell(text, (text,), 1, 1, row + 1, *BOX, row, 0, certainty=certainty),) for row, text in enumerate(texts)
    )
    return Table(1, "", rows, 0, {1: BOX})


def certainties(table):
    return [row[0].certainty for row in trust_repeats([table])[0].grid]


def test_text_read_alike_three_times_is_trusted():
    assert certainties(a_table("Parcours emploi", "Parcours emploi", "Parcours emploi", "Chantier")) == [TRUST] * 3 + [
        0.6
    ]


def test_text_that_was_also_read_otherwise_is_not():
    assert certainties(a_table("Volet global", "Volet global", "Volet global", "Volet globaI")) == [0.6] * 4


def test_figures_are_as_sure_as_they_were_read():
    assert certainties(a_table("12 500,00 €", "12 500,00 €", "12 500,00 €")) == [0.6] * 3


def test_tables_of_a_text_layer_stay_the_same_objects():
    table = a_table("Parcours", "Parcours", "Parcours", certainty=1.0)
    assert trust_repeats([table])[0] is table


@pytest.mark.parametrize(
    ("proposal", "read", "expected"),
    [
        (
            "«\u202fCCAS de Lens\u202f»",
            "«\u202fCCAS de Lons\u202f», bénéficiaire",
            ("operator", "CCAS de Lens", "CCAS de Lons"),
        ),
        ("«\u202fLens (nord)\u202f»", "«\u202fLons (nord)\u202f», commune", ("commune", "Lens (nord)", "Lons (nord)")),
        ("1\u202f200,00\u00a0€", "«\u202f120000 €\u202f»", ("amount", "1\u202f200,00\u00a0€", "120000 €")),
        ("12 places", "«\u202f72\u202f»", ("places", "12", "72")),
    ],
)
def test_a_note_that_proposes_is_understood_again(proposal, read, expected):
    note = doubts.PROPOSAL.format(proposal=proposal, read=read, why="lu ainsi 3 fois (ailleurs)")

    assert parse_proposal(note) == ProposedReading(*expected, "lu ainsi 3 fois (ailleurs)")


def test_a_note_that_proposes_nothing_gives_no_proposal():
    assert parse_proposal("aucun bénéficiaire imprimé") is None
