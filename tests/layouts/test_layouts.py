"""Acts of random layouts are read as `python -m tests.layouts.measure` reads them; tables without inner rules apart."""

from statistics import mean

import pytest

from ingest.reader.act.bound.bound_acts import find_acts
from ingest.reader.documents import open_document
from tests.bundles import a_bundle
from tests.layouts.acts import an_act
from tests.layouts.measure import measured
from tests.layouts.scoring import score

SEED, COUNT = 3, 30
# The same of acts of the third kind.
HARDER_SEED, HARDER_COUNT = 4, 30
HARDER_LINES, HARDER_AMOUNTS, HARDER_PROGRAMME = 0.999, 0.999, 0.95
# Shares measured on these acts, rounded down: a reader that gets worse fails here.
LINES, AMOUNTS, TOTALS = 0.999, 0.999, 0.995
FIELDS = {"operator": 0.99, "reference": 0.99, "commune": 0.9, "action": 0.99, "places": 0.99, "programme": 0.9}
# The same of all the acts, tables that only a box surrounds among them.
ALL_LINES, ALL_AMOUNTS = 0.999, 0.99


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    return list(measured(SEED, COUNT, tmp_path_factory.mktemp("layouts")))


@pytest.fixture(scope="module")
def ruled(scores):
    """Tables whose rows or cells are parted by rules: where only a box stands around, rows are guessed."""
    return [(act, one) for act, one in scores if "rules: box" not in act.features]


def test_lines_amounts_and_totals_of_random_layouts_are_read(ruled):
    told = [(act.name, one.told[:3]) for act, one in ruled if one.lines < 1 or one.amounts < 1]
    assert mean(one.lines for _, one in ruled) >= LINES, told
    assert mean(one.amounts for _, one in ruled) >= AMOUNTS, told
    assert mean(one.totals for _, one in ruled) >= TOTALS


def test_lines_and_amounts_are_read_whatever_the_rules(scores):
    told = [(act.name, one.told[:3]) for act, one in scores if one.lines < 1 or one.amounts < 1]
    assert mean(one.lines for _, one in scores) >= ALL_LINES, told
    assert mean(one.amounts for _, one in scores) >= ALL_AMOUNTS, told


@pytest.mark.parametrize(("name", "floor"), FIELDS.items())
def test_fields_of_random_layouts_are_read(ruled, name, floor):
    shares = {act.name: one.fields[name] for act, one in ruled if name in one.fields}
    assert mean(shares.values()) >= floor, {act: share for act, share in shares.items() if share < 1}


def test_tables_that_are_no_grants_give_no_line(scores):
    assert sum("decoys" in act.features for act, _ in scores) >= 5
    assert {act.name: one.told for act, one in scores if one.decoys} == {}


def test_no_amount_is_wrong_without_a_mark_of_doubt(ruled):
    assert {act.name: one.told for act, one in ruled if one.wrong} == {}


@pytest.fixture(scope="module")
def harder(tmp_path_factory):
    return list(measured(HARDER_SEED, HARDER_COUNT, tmp_path_factory.mktemp("harder"), "harder"))


def test_harder_acts_are_read_without_a_wrong_amount_that_nothing_marks(harder):
    told = {act.name: one.told for act, one in harder if one.lines < 1 or one.amounts < 1 or one.wrong}
    assert mean(one.lines for _, one in harder) >= HARDER_LINES, told
    assert mean(one.amounts for _, one in harder) >= HARDER_AMOUNTS, told
    assert mean(one.fields.get("programme", 1.0) for _, one in harder) >= HARDER_PROGRAMME
    assert sum(one.wrong + one.decoys for _, one in harder) == 0, told


def test_rows_without_an_amount_are_never_lost_where_the_table_is_read(ruled):
    assert sum(len(table.without_amount) for act, _ in ruled for table in act.tables) > 0
    assert {act.name: one.told for act, one in ruled if one.lost and one.lines == 1} == {}


def test_an_act_is_one_and_acts_bound_together_are_as_many(tmp_path):
    acts = [an_act(SEED, number, tmp_path) for number in range(8)]
    pages = [len(open_document(act.path).pages) for act in acts]

    assert [len(find_acts(open_document(act.path)).acts) for act in acts] == [1] * len(acts)
    found = find_acts(open_document(a_bundle(tmp_path / "recueil.pdf", *(act.path for act in acts))))
    assert [one.last_page - one.first_page + 1 for one in found.acts] == pages


def test_the_same_seed_gives_the_same_act(tmp_path):
    first = an_act(7, 0, tmp_path)
    bytes_before = first.path.read_bytes()
    again = an_act(7, 0, tmp_path)
    assert again.path.read_bytes() == bytes_before
    assert again.tables == first.tables


def test_richer_acts_are_others_and_leave_the_first_ones_as_they_are(tmp_path):
    plain = an_act(7, 0, tmp_path).path.read_bytes()
    richer = [an_act(7, number, tmp_path, "richer") for number in range(12)]
    assert an_act(7, 0, tmp_path).path.read_bytes() == plain
    assert any("column: account" in act.features for act in richer)
    assert any("money: schedule of payments" in act.features for act in richer)


@pytest.fixture(scope="module")
def harder_acts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harder-acts")
    return [an_act(7, number, folder, "harder") for number in range(40)]


def test_harder_acts_leave_the_first_ones_as_they_are(tmp_path):
    plain = an_act(7, 0, tmp_path).path.read_bytes()
    an_act(7, 0, tmp_path, "harder")
    assert an_act(7, 0, tmp_path).path.read_bytes() == plain


def test_harder_acts_are_others(harder_acts):
    features = {feature for act in harder_acts for feature in act.features}
    assert {"rules: upright", "rules: white", "page: sideways", "stamp of the prefecture", "column: file"} <= features
    assert {"money: operation or investment", "decoy: market lots", "money said after the table"} <= features


def test_a_sum_without_a_list_is_a_total_and_no_line(harder_acts):
    bare = [act for act in harder_acts if "total without a list" in act.features]
    assert bare
    assert [(len(act.tables[0].expected), len(act.tables[0].totals)) for act in bare] == [(0, 1)] * len(bare)


def test_an_act_that_could_not_be_read_scores_nothing(tmp_path):
    act = an_act(7, 1, tmp_path)
    nothing = score(act, None)
    assert (nothing.lines, nothing.amounts, nothing.wrong) == (0.0, 0.0, 0)


def test_acts_with_lines_under_names_say_the_names_alone(tmp_path):
    acts = [an_act(7, number, tmp_path, "addressed") for number in range(12)]
    features = {feature for act in acts for feature in act.features}
    assert {"under a name: address", "under a name: president"} <= features
    assert not any("\n" in one.fields["operator"] for act in acts for table in act.tables for one in table.expected)
