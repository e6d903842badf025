"""Sequences kept on disk: equal to what they were made of, wherever they are read again, a copy of the process too."""

import errno
import os
import pickle

import pytest

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.machine import on_disk
from ingest.reader.machine.on_disk import Drawer, InParts, OnDisk
from ingest.reader.machine.packed_words import PackedWords, page_text, put_away, unpacked
from ingest.reader.machine.second_process import beside
from ingest.reader.records import Box, Page, Rule, Word
from tests.ingest.reader.hand_built import a_table

RULES = (Rule(1, 2, 3, 2), Rule(1, 2, 1, 9))
WORDS = (Word("Les", Box(1, 2, 3, 4), 10), Word("Tilleuls", Box(4, 2, 9, 4), 10, certainty=0.8))


def test_what_is_kept_is_read_again():
    drawer = Drawer()
    first, second = drawer.keep(RULES), drawer.keep(("un", "deux", "trois"))
    assert isinstance(first, OnDisk)
    assert first == RULES == first
    assert hash(first) == hash(RULES)
    assert first != RULES[:1]
    assert (len(second), second[1], second[1:], list(second)) == (3, "deux", ("deux", "trois"), ["un", "deux", "trois"])
    assert second.taken_out == ("un", "deux", "trois")


def test_what_is_empty_is_not_kept():
    assert Drawer().keep(()) == ()
    assert not isinstance(Drawer().keep(()), OnDisk)


def test_what_a_full_disk_cannot_hold_stays_in_memory(monkeypatch):
    drawer, real = Drawer(), os.pwrite
    before = drawer.keep(RULES)
    room = [5]

    def full(descriptor, content, place):
        if not room:
            raise OSError(errno.ENOSPC, "full")
        return real(descriptor, content[: room.pop()], place)

    monkeypatch.setattr(os, "pwrite", full)
    assert drawer.keep(WORDS) is WORDS
    monkeypatch.undo()
    assert (before, drawer.keep(WORDS)) == (RULES, WORDS)


def test_sequence_in_parts_is_the_sequence(monkeypatch):
    monkeypatch.setattr(on_disk, "AT_HAND", 1)
    parts = InParts(Drawer(), [("un", "deux", "trois"), (), ("quatre",), ("cinq", "six")])
    whole = ("un", "deux", "trois", "quatre", "cinq", "six")
    assert parts == whole == parts
    assert hash(parts) == hash(whole)
    assert [parts[place] for place in range(-6, 6)] == [*whole, *whole]
    assert [parts[start:end] for start in (0, 2, -2) for end in (3, 5, None)] == [
        whole[start:end] for start in (0, 2, -2) for end in (3, 5, None)
    ]
    assert parts[1:][1:][-1] == "six"
    assert list(reversed(parts)) == list(reversed(whole))
    with pytest.raises(IndexError):
        parts[6]
    parts.add(("sept",))
    assert (len(parts), parts[-1]) == (7, "sept")


def test_sequences_in_parts_are_never_whole_in_memory_to_be_compared(monkeypatch):
    parts = [InParts(Drawer(), [(first,), ("deux",), ("trois",)]) for first in ("un", "une")]
    read, real = [], Drawer.records

    def records(drawer, start, length):
        read.append(start)
        return real(drawer, start, length)

    monkeypatch.setattr(Drawer, "records", records)
    assert parts[0] != parts[1]
    assert len(read) == len(parts)  # the first part of each


def test_cell_over_several_rows_of_a_grid_in_parts_stays_one_when_it_is_changed():
    table = a_table("Pays | Amis\n^ | Club\nPlaine | Foyer")
    parts = InParts(Drawer(), [table.grid[:2], table.grid[2:]])
    changed = each_cell(parts, lambda cell: cell._replace(text=cell.text.upper()))
    assert [[cell.text for cell in row] for row in changed] == [["PAYS", "AMIS"], ["PAYS", "CLUB"], ["PLAINE", "FOYER"]]
    first, second, _ = changed
    assert first[0] is second[0]
    assert isinstance(changed, InParts)


def test_file_is_closed_with_what_it_holds():
    drawer = Drawer()
    kept = drawer.keep(RULES)
    descriptor = drawer._descriptor
    del drawer
    assert os.fstat(descriptor).st_nlink == 0  # nobody else can open it, and nothing is left of it
    del kept
    try:
        still_open = os.fstat(descriptor).st_nlink == 0
    except OSError:
        still_open = False
    assert not still_open


def test_copy_of_the_process_sends_places_only():
    drawer, other = Drawer(), Drawer()
    own = drawer.keep(RULES)
    with beside([lambda: [other.keep(WORDS), own]], processes=2) as (later,):
        found = later()
    assert found == [WORDS, RULES]
    assert len(pickle.dumps(found)) < 300


def test_page_put_away_is_the_same_page():
    page = Page(3, 595, 842, WORDS, RULES, ("note",), (Box(0, 0, 5, 5),))
    light = put_away(page, Drawer())
    assert all(isinstance(held, OnDisk) for held in (light.words, light.rules, light.fills))
    assert light == page == unpacked(light)
    assert isinstance(light.words.taken_out, PackedWords)
    assert page_text(light) == page_text(page) == "Les Tilleuls"
