"""The print of a file."""

import pytest

from portal.prints import print_of


def test_the_print_of_a_file_is_the_sha256_of_its_bytes(tmp_path):
    path = tmp_path / "abc"
    path.write_bytes(b"abc")  # FIPS 180-4, appendix: the print of « abc »
    assert print_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_file_that_is_not_there_has_no_print(tmp_path):
    with pytest.raises(OSError):
        print_of(tmp_path / "absent")
