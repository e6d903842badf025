"""Files of this machine: names that no terminal and no database bears, refusals said in French."""

import errno
import os

import pytest

from portal.files import refusal, shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"d\xc3\xa9lib\xc3\xa9ration n\xc2\xb0 3.pdf", "délibération n° 3.pdf"),
        (b"d\xe9lib\xe9ration n\xb0 3.pdf", "délibération n° 3.pdf"),
        (b"deux\nlignes.pdf", "deux\ufffdlignes.pdf"),
        ("facture\u202efdp.exe".encode(), "facture\ufffdfdp.exe"),
        ("fête 🎉.pdf".encode(), "fête 🎉.pdf"),
    ],
)
def test_a_name_is_shown_on_one_line_in_letters_that_can_be_stored(name, shown):
    assert shown_name(os.fsdecode(name)) == shown


def test_a_refusal_of_the_machine_is_said_in_french():
    assert refusal(OSError(errno.EACCES, "Permission denied")) == "droits insuffisants"
    assert refusal(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert refusal(OSError()) == "OSError"
