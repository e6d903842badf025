"""Figures recognised twice: which reading is believed, and how far."""

from ingest.reader.letters.second_readings import better, completed, has_doubtful_figure, surer
from ingest.reader.records import Box, Word


def words(*said):
    return [Word(text, Box(0, 0, 9, 9), 8, certainty=certainty) for text, certainty in said]


def read(found):
    return [(word.text, word.certainty) for word in found]


def test_only_figures_that_are_not_sure_are_recognised_again():
    assert has_doubtful_figure(words(("71", 0.98), ("775,00", 0.6), ("€", 0.99)))
    assert not has_doubtful_figure(words(("Chantier", 0.4), ("d'insertion", 0.3), ("2025", 0.97)))


def test_readings_that_agree_make_one_another_surer():
    found = surer(words(("71775,00", 0.6), ("€", 0.8)), words(("71", 0.97), ("775,00", 0.95), ("€", 0.99)))
    assert read(found) == [("71", 0.97), ("775,00", 0.95), ("€", 0.99)]


def test_comma_that_came_out_is_taken_with_a_doubt():
    found = surer(words(("7177500", 0.14), ("€", 0.97)), words(("71", 0.98), ("775,00", 0.98), ("€", 0.99)))
    assert read(found) == [("71", 0.85), ("775,00", 0.85), ("€", 0.99)]


def test_two_likely_readings_that_differ_leave_neither_sure():
    found = surer(words(("1150", 0.8), ("€", 0.99)), words(("7150", 0.95), ("€", 0.99)))
    assert read(found) == [("7150", 0.5), ("€", 0.99)]


def test_first_reading_stays_where_the_second_finds_no_figure():
    first = words(("950", 0.8))
    assert read(surer(first, words(("Eo", 0.9)))) == [("950", 0.8)]


def test_figure_is_completed_by_what_was_left_out_beside_it():
    found = completed(
        words(("500,00", 0.99), ("Moissac", 0.99)), [0], {0: words(("1", 0.9), ("500,00", 0.98), ("€", 0.9))}
    )
    assert read(found) == [("1", 0.9), ("500,00", 0.98), ("€", 0.9), ("Moissac", 0.99)]


def test_tick_of_a_pen_beside_a_figure_is_no_part_of_it():
    assert read(completed(words(("500,00", 0.99)), [0], {0: words(("500,00", 0.97), ("v", 0.8))})) == [("500,00", 0.99)]


def test_figure_that_is_not_read_again_beside_what_was_left_out_is_doubted():
    said = words(("500,00", 0.99))
    assert read(completed(said, [0], {0: words(("1600,00", 0.9))})) == [("500,00", 0.5)]
    assert read(completed(said, [0], {})) == [("500,00", 0.5)]


def test_figure_that_may_go_on_in_what_was_left_out_is_doubted():
    said = words(("500,00", 0.99))
    assert read(completed(said, [0], {0: words(("1", 0.6), ("500,00", 0.6))})) == [("500,00", 0.5)]
    assert read(completed(said, [0], {0: words(("500,00", 0.6), ("€", 0.9))})) == [("500,00", 0.99)]


def test_text_that_reads_better_by_itself_is_taken_its_figures_with_a_doubt():
    first = words(("depréventon", 0.3), ("joie", 0.1))
    assert read(better(first, words(("prévention", 0.98), ("174,21", 0.97)))) == [
        ("prévention", 0.98),
        ("174,21", 0.85),
    ]
    assert better(first, words(("dcprev", 0.2))) is first


def test_cents_that_were_read_again_with_their_figure_are_not_read_twice():
    figure, cents = Word("933,", Box(20, 0, 50, 9), 8, certainty=0.99), Word("00", Box(42, 0, 52, 9), 8, certainty=0.99)
    again = [Word("1", Box(10, 0, 15, 9), 8, certainty=0.99), Word("933,00", Box(20, 0, 50, 9), 8, certainty=0.99)]
    apart = cents._replace(box=Box(60, 0, 70, 9))

    assert list(completed([figure, cents], [0], {0: again})) == again
    assert list(completed([figure, apart], [0], {0: again})) == [*again, apart]
