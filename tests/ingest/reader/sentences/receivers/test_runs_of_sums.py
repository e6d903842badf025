"""Who receives the sums of a run: lists of many in one sentence, with common words for names."""

from ingest.reader.sentences.granted.decision_sums import BESIDE_TOTAL
from ingest.reader.sentences.names.printed_names import COMMON_NOTE
from ingest.reader.sentences.receivers.runs_of_sums import SAME_NOTE
from tests.ingest.reader.sentences.municipal_acts import read


def placed(decided):
    lines, _, leftovers = read(decided)
    return [(line.operator, int(line.amount), line.notes) for line in lines], [one.reason for one in leftovers]


def test_common_words_of_a_run_receive_in_doubt():
    told = (
        "- de verser : 60 € à la danse, 700 € (dont 300 € pour l’école) au rugby, 80 € aux cyclos,"
        " pour la chorale : 90 €, le Judo Club : 40 € et la Ruche : 20 €."
    )
    doubt = (COMMON_NOTE,)
    assert placed(told) == (
        [
            ("danse", 60, doubt),
            ("rugby", 700, doubt),
            ("cyclos", 80, doubt),
            ("chorale", 90, ()),
            ("Judo Club", 40, ()),
            ("Ruche", 20, ()),
        ],
        [],
    )


def test_entries_that_happen_to_make_the_sum_before_are_no_parts_of_it():
    told = "- de verser 900 € à la danse, 80 € aux cyclos, 500 € au Rugby Club, la Ruche : 300 €, le Bief : 200 €."
    assert [line[:2] for line in placed(told)[0]] == [
        ("danse", 900),
        ("cyclos", 80),
        ("Rugby Club", 500),
        ("Ruche", 300),
        ("Bief", 200),
    ]


def test_named_sums_that_make_the_one_before_are_left_over_where_they_may_be_no_parts():
    told = "- de verser 40 € au Judo Club, le tennis : 900 €, la Ruche : 500 €, le Bief : 300 €, l’ADMR : 100 €."
    lines, reasons = placed(told)
    assert ([line[:2] for line in lines], reasons) == ([("Judo Club", 40), ("tennis", 900)], [BESIDE_TOTAL])


def test_sums_that_a_bracket_names_in_passing_are_no_run():
    told = "- de verser des avances d’un quart des aides de 2030 (Ruche : 240 € ; Bief : 140 € ; Judo Club : 600 €)."
    assert placed(told)[0] == []


def test_what_funders_bring_in_a_run_is_no_grant():
    told = "- d’attribuer 900 € à la commune de Bor pour son toit (coût : 9 000 € ; DRAC : 4 000 € ; région : 700 €)."
    assert [line[:2] for line in placed(told)[0]] == [("commune de Bor", 900)]


def test_theme_over_the_entries_of_its_line_is_no_name():
    told = (
        "- attribue les aides suivantes :\nSport : Basket 600 € ; judo 80 € ; OMS 50 €.\n"
        "Divers : Radio Lure 90 € ; ADMR 70 €."
    )
    assert placed(told)[0] == [
        ("Basket", 600, ()),
        ("judo", 80, (COMMON_NOTE,)),
        ("OMS", 50, ()),
        ("Radio Lure", 90, ()),
        ("ADMR", 70, ()),
    ]


def test_sums_that_go_on_behind_one_name_are_its_own_in_doubt_where_all_close():
    told = (
        "- attribue les aides suivantes : 700 € à la Ruche pour son bal ; au lycée Zola : 240 € pour un stage,"
        " 60 € pour un voyage ; soit 1 000 €."
    )
    assert placed(told) == (
        [("Ruche", 700, ()), ("lycée Zola", 240, ()), ("lycée Zola", 60, (SAME_NOTE,))],
        [],
    )


def test_two_sums_of_one_entry_are_both_its_own_the_second_in_doubt():
    told = "- attribue les aides suivantes : Bief (aide aux familles), 90 € ; lycée Zola, 500 € et 70 € (bal et stage)."
    assert placed(told) == ([("Bief", 90, ()), ("lycée Zola", 500, ()), ("lycée Zola", 70, (SAME_NOTE,))], [])


def test_sums_beside_a_total_that_they_do_not_make_are_left_over():
    told = (
        "- d’allouer la somme totale de 900 € de subventions, soit 300 € au Judo Club et au Bief et 200 € à Radio Lure."
    )
    assert placed(told) == ([], [BESIDE_TOTAL])


def test_name_behind_pour_leaves_the_next_sum_to_the_one_before_in_doubt_alone():
    told = (
        "- la commune de Bor se voit attribuer une aide de 900 € pour une étude ; de même pour Luz, une aide de 80 €."
    )
    [(_, _, sure), (_, amount, doubt)] = placed(told)[0]
    assert (sure, amount, bool(doubt)) == ((), 80, True)


def test_sum_behind_the_total_of_somebody_else_is_left_over():
    told = "- d’attribuer trois aides au Bief d’un montant total de 900 € pour 2031 et une aide de 80 € à la Ruche."
    lines, reasons = placed(told)
    assert ([line[:2] for line in lines], reasons) == ([("Bief", 900)], [BESIDE_TOTAL])
