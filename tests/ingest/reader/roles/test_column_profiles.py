"""Columns that a person has told once: signatures of headers, years, and whole acts of made-up councils."""

from decimal import Decimal

import pytest

from ingest.reader.errors import NoGrantError
from ingest.reader.money.money_roles import ASKED_NOTE, FUNDER_NOTE, SECOND_NOTE
from ingest.reader.pipeline import read, read_for_staff
from ingest.reader.records import Column, ProfileRecord
from ingest.reader.roles.column_kinds import KINDS, PROPOSED_NOTE, STATE_NOTE, kind_of
from ingest.reader.roles.column_profiles import (
    NOT_A_LIST_REASON,
    is_distinctive,
    profiles_of,
    signature_of,
    with_profile,
    year_rule,
)
from tests.ingest.reader.drawn_pdfs import pdf, table, text

HEADER = ["Colonne A", "Colonne B", "Σ", "Colonne D 2031"]
ROWS = [
    ["Judo Club", "Lens", "12 000,00 €", "9 500,00 €"],
    ["Théâtre du Nord", "Lille", "4 000,00 €", "3 000,00 €"],
    ["Amicale laïque", "Douai", "2 000,00 €", "1 000,00 €"],
]
TOLD = "Colonnes lues selon le profil enregistré le 2 avril 2031 par Jeanne Martin"


def an_act(folder, header=None, rows=None, *, department="Nord", year=2031, more=()):
    """A deliberation with one table, and `more` drawn under it."""
    header, rows = header or HEADER, rows or ROWS
    opening = [
        text(40, 30, f"Département {department}" if department else "Extrait du registre", bold=True),
        text(40, 50, f"Délibération n° {year}-12"),
        text(40, 70, f"Réunion du 14 mars {year}"),
        text(40, 90, "Objet : soutien aux clubs"),
        text(40, 120, "Le Conseil départemental décide de soutenir les clubs du tableau."),
    ]
    drawn = table(40, 160, [520 / len(header)] * len(header), [header, *rows])
    return pdf(folder / f"{department}-{year}.pdf", [*opening, drawn, *more])


def a_profile(**fields):
    values = {
        "department": "59",
        "signature": signature_of([[head] for head in HEADER]),
        "kinds": ("operator", "commune", "amount_asked", "amount"),
        "years": ("", "", "", "printed"),
        "told": TOLD,
    }
    return ProfileRecord(**(values | fields))


def found(reading):
    return [(line.operator, line.commune, line.amount, line.year) for line in reading.lines]


WANTED = [
    ("Judo Club", "Lens", Decimal("9500.00"), 2031),
    ("Théâtre du Nord", "Lille", Decimal("3000.00"), 2031),
    ("Amicale laïque", "Douai", Decimal("1000.00"), 2031),
]


# ---- whole acts --------------------------------------------------------------------------------------------------


def test_headers_that_nobody_understands_give_doubtful_lines_only(tmp_path):
    reading = read(an_act(tmp_path))

    assert found(reading) != WANTED
    assert all(line.certainty < 0.9 for line in reading.lines)
    assert reading.tables[0].profile == ""


def test_profile_of_the_council_gives_every_line_without_doubt_and_is_said(tmp_path):
    reading = read(an_act(tmp_path), profiles=[a_profile()])

    assert found(reading) == WANTED
    assert [(line.certainty, line.notes) for line in reading.lines] == [(1.0, ())] * 3
    assert [column.note for column in reading.tables[0].columns] == ["", "", ASKED_NOTE, ""]
    assert reading.tables[0].profile == TOLD
    assert "tableau tableau-1, page\u00a01\u202f: colonnes précisées par l’équipe" in reading.notes
    assert not any("Jeanne" in note for note in reading.notes), "notes are public"


def test_next_year_of_the_same_header_is_read_by_itself(tmp_path):
    header = [head.replace("2031", "2032") for head in HEADER]

    reading = read(an_act(tmp_path, header, year=2032), profiles=[a_profile()])

    assert found(reading) == [(*line[:3], 2032) for line in WANTED]
    assert reading.tables[0].profile == TOLD


def test_same_header_of_another_council_is_not_touched(tmp_path):
    act = an_act(tmp_path, department="de la Meuse")

    assert read(act, profiles=[a_profile()]) == read(act)


def test_asked_department_serves_where_the_act_names_none(tmp_path):
    act = an_act(tmp_path, department="")

    assert found(read(act, profiles=[a_profile()], department="59")) == WANTED
    assert read(act, profiles=[a_profile()], department="55") == read(act, profiles=[a_profile()])
    assert read(act, profiles=[a_profile()]).tables[0].profile == ""


def test_printed_department_goes_before_the_one_asked(tmp_path):
    reading = read(an_act(tmp_path, department="de la Meuse"), profiles=[a_profile()], department="59")

    assert reading.tables[0].profile == ""


def test_share_of_the_state_and_share_of_the_council_are_told_apart(tmp_path):
    header = ["Nom", "Part E", "Part D"]
    rows = [["Judo Club", "1 000,00 €", "400,00 €"], ["Théâtre", "2 000,00 €", "800,00 €"]]
    profile = a_profile(
        signature=signature_of([[head] for head in header]),
        kinds=("operator", "amount_state", "amount"),
        years=("", "act", "act"),
    )

    reading = read(an_act(tmp_path, header, rows), profiles=[profile])

    assert [(line.operator, line.amount) for line in reading.lines] == [("Judo Club", 400), ("Théâtre", 800)]
    assert reading.tables[0].columns[1].note == STATE_NOTE


def test_two_years_of_one_row_follow_the_act(tmp_path):
    header = ["Nom", "Premier versement", "Second versement"]
    rows = [["Judo Club", "1 000,00 €", "400,00 €"], ["Théâtre", "2 000,00 €", "800,00 €"]]
    profile = a_profile(
        signature=signature_of([[head] for head in header]),
        kinds=("operator", "amount", "amount"),
        years=("", "act", "act+1"),
    )

    reading = read(an_act(tmp_path, header, rows), profiles=[profile])

    assert [(line.line, line.year, line.amount) for line in reading.lines] == [
        *[(1, 2031, 1000), (1, 2032, 400), (2, 2031, 2000), (2, 2032, 800)]
    ]


PRICES = ["Prestation", "Prix unitaire"], [["Location d’une salle", "120,00 €"], ["Location d’un car", "80,00 €"]]


def test_table_set_aside_is_brought_in(tmp_path):
    profile = a_profile(
        signature=signature_of([[head] for head in PRICES[0]]),
        kinds=("operator", "amount"),
        years=("", "act"),
        listing=True,
    )
    act = an_act(tmp_path, *PRICES, more=[text(40, 400, "Une subvention de 500 € est attribuée au Judo Club.")])
    assert read(act).tables[0].skipped

    reading = read(act, profiles=[profile])

    assert reading.tables[0].skipped == ""
    assert [line.operator for line in reading.lines if line.table == "tableau-1"] == [row[0] for row in PRICES[1]]


def test_table_that_is_no_list_of_grants_is_set_aside(tmp_path):
    act = an_act(tmp_path, more=[text(40, 400, "Une subvention de 500 € est attribuée à l’association Ricochet.")])

    reading = read(act, profiles=[a_profile(listing=False)])

    assert reading.tables[0].skipped == NOT_A_LIST_REASON
    assert [one.reason for one in reading.skipped_tables] == [NOT_A_LIST_REASON]
    assert not [line for line in reading.lines if line.table == "tableau-1"]


def test_act_of_which_the_only_table_is_no_list_states_nothing(tmp_path):
    with pytest.raises(NoGrantError):
        read(an_act(tmp_path), profiles=[a_profile(listing=False)])


def test_profile_of_one_table_leaves_its_twin_alone(tmp_path):
    twin = table(40, 400, [130] * 4, [HEADER, *[[f"{row[0]} bis", *row[1:]] for row in ROWS]])

    reading = read(an_act(tmp_path, more=[text(40, 380, "Second tableau"), twin]), profiles=[a_profile(position=2)])

    assert [table.profile for table in reading.tables] == ["", TOLD]
    assert [line.amount for line in reading.lines if line.table == "tableau-2"] == [line[2] for line in WANTED]


def test_header_over_a_single_row_is_known_by_its_words(tmp_path):
    act = an_act(tmp_path, rows=ROWS[:1])
    (unread,) = read_for_staff(act).tables
    assert (unread.header_rows, unread.header) == (0, tuple((head,) for head in HEADER))

    reading = read(act, profiles=[a_profile()])

    assert found(reading) == WANTED[:1]
    assert reading.leftovers == ()
    assert [row.kind for row in reading.tables[0].rows] == ["header", "line"]


def test_file_of_which_only_tables_of_money_were_read_is_no_refusal_for_staff(tmp_path):
    act = an_act(tmp_path, *PRICES)
    with pytest.raises(NoGrantError):
        read(act)

    reading = read_for_staff(act)

    assert reading.lines == ()
    assert reading.notes == (
        "aucune ligne de subvention n’a été lue\u202f; des tableaux de sommes ont été laissés de côté",
    )


def test_file_without_a_table_of_money_is_refused_for_staff_too(tmp_path):
    with pytest.raises(NoGrantError):
        read_for_staff(an_act(tmp_path, ["Club", "Sport"], [["Judo Club", "Judo"], ["Tennis Club", "Tennis"]]))


def test_first_row_of_a_list_without_header_is_no_header(tmp_path):
    rows = [["Judo Club", "Lens", "12 000,00 €"], ["Théâtre", "Lille", "4 000,00 €"]]

    reading = read(an_act(tmp_path, rows[0], rows[1:]))

    assert reading.tables[0].header == ((), (), ())


# ---- signatures --------------------------------------------------------------------------------------------------


def test_signature_forgets_case_accents_and_which_year_it_is():
    one = signature_of([["Bénéficiaire"], ["Montant", "2030"], ["Montant", "2031"]])

    assert one == signature_of([["BENEFICIAIRE "], ["Montant", "2036"], ["montant", "2037"]])
    assert one != signature_of([["Bénéficiaire"], ["Montant", "2030"], ["Montant", "2032"]])
    assert one != signature_of([["Montant", "2030"], ["Bénéficiaire"], ["Montant", "2031"]])
    assert one != signature_of([["Bénéficiaire"], ["Montant", "2030"]])


def test_signature_keeps_signs_that_are_no_word():
    assert signature_of([["Σ"]]) != signature_of([["Δ"]]) != signature_of([[""]])


def test_header_of_one_word_knows_no_other_table():
    assert not is_distinctive(signature_of([["Nom"], [""], [""]]))
    assert is_distinctive(signature_of([["Nom"], [""], ["Σ"]]))


def test_profiles_are_those_of_the_council_however_it_is_printed():
    nord, meuse = a_profile(), a_profile(department="55")

    assert profiles_of([nord, meuse], "Département de la Meuse") == (meuse,)
    assert profiles_of([nord, meuse], "NORD", "55") == (nord,)
    assert profiles_of([nord, meuse], "", "Nord") == (nord,)
    assert profiles_of([nord, meuse], "Atlantide") == ()


# ---- years and kinds ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "year", "rule"),
    [
        ("Montant 2031", 2031, "printed"),
        ("Montant – 2031", None, "printed"),
        ("Montant", None, "act"),
        ("Montant", 2031, "act"),
        ("Montant", 2032, "act+1"),
        ("Montant 2030", 2029, "act-2"),
        ("Montant 2030-2031", 2030, "act-1"),
    ],
)
def test_year_of_a_column_is_kept_as_a_rule_that_gives_it_again(header, year, rule):
    assert year_rule(header, year, 2031) == rule

    profile = a_profile(signature=("x",), kinds=("amount",), years=(rule,))
    (column,) = with_profile([Column(0, header, "other")], profile, 2031)

    expected = year or (2031 if rule == "printed" else None)
    assert (column.year or 2031) == (expected or 2031)


def test_every_kind_is_told_again_from_the_column_that_it_makes():
    for name in KINDS:
        profile = a_profile(signature=("x",), kinds=(name,), years=("act",))
        (column,) = with_profile([Column(0, "Colonne", "other")], profile, 2031)
        assert kind_of(column) == name


def test_kind_of_money_that_the_reader_set_aside():
    assert kind_of(Column(0, "Montant proposé", "amount_other", note=SECOND_NOTE)) == "amount_proposed"
    assert kind_of(Column(0, "Part de l’État", "amount_other", note=FUNDER_NOTE)) == "amount_state"
    assert kind_of(Column(0, "CAF", "amount_other", note=FUNDER_NOTE)) == "amount_funder"
    assert kind_of(Column(0, "Montant", "amount_other", note="on ne sait")) == "amount_other"
    assert PROPOSED_NOTE in {kind.note for kind in KINDS.values()}
