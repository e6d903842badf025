"""Records on their way from one process to another: whole, and nothing else."""

import io
import os
import pickle
from dataclasses import replace

import pytest

from ingest.reader.errors import EncryptedFileError
from ingest.reader.machine.on_disk import InParts, OnDisk, in_parts
from ingest.reader.machine.packed_records import (
    NotRecordsError,
    pack_records,
    read_records,
    unpack_records,
    write_records,
)
from tests.ingest.readings import a_reading


def test_records_come_back_as_they_were():
    reading = a_reading()

    assert unpack_records(pack_records(reading)) == reading
    assert isinstance(unpack_records(pack_records(EncryptedFileError("a.pdf"))), EncryptedFileError)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing of the kind",
        pickle.dumps(os.system),
        # What the modules of records import is no record.
        b"\x80\x04\x8c\x1dingest.reader.records.reading\x8c\x05field\x93.",
    ],
)
def test_anything_else_is_refused(content):
    with pytest.raises(NotRecordsError):
        unpack_records(content)


def written(found):
    file = io.BytesIO()
    write_records(found, file.write)
    return file.getvalue()


def in_a_file(folder, content):
    file = folder / "answer"
    file.write_bytes(content)
    return file.open("rb")


def test_sequence_in_parts_comes_back_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.reader.machine.on_disk.RECORDS_OF_A_PART", 2)
    reading = a_reading()
    lines = reading.lines * 3
    with in_a_file(tmp_path, written(replace(reading, lines=in_parts(lines)))) as file:
        found = read_records(file)
    assert isinstance(found.lines, InParts)
    assert all(isinstance(part, OnDisk) for part in found.lines._parts)
    assert found == replace(reading, lines=lines)
    doubled = found.lines.each_part(lambda part: (*part, *part))
    assert len(doubled) == 2 * len(lines)
    assert found.lines == lines


def test_reading_without_parts_is_read_from_a_file(tmp_path):
    with in_a_file(tmp_path, written(a_reading())) as file:
        assert read_records(file) == a_reading()


def test_parts_that_hold_anything_else_are_refused_at_once(tmp_path):
    content = written(replace(a_reading(), lines=in_parts([os.getcwd])))
    assert b"getcwd" in content
    with in_a_file(tmp_path, content) as file, pytest.raises(NotRecordsError):
        read_records(file)


@pytest.mark.parametrize("content", [b"", b"short", b"nothing of the kind", b"\xff" * 40, bytes(40)])
def test_file_of_anything_else_is_refused(tmp_path, content):
    with in_a_file(tmp_path, content) as file, pytest.raises(NotRecordsError):
        read_records(file)
