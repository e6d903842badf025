"""Records on their way from one process to another: whole, and nothing else."""

import os
import pickle

import pytest

from ingest.reader.errors import EncryptedFileError
from ingest.reader.machine.packed_records import NotRecordsError, pack_records, unpack_records
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
