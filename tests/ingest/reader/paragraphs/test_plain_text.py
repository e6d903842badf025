"""Text made easy to search: sentences parted, brackets blanked."""

import pytest

from ingest.reader.paragraphs.plain_text import sentences, without_brackets


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("le club (Judo (Lure)) reçoit", "le club               reçoit"),
        ("bénéficiaire(s) : club", "bénéficiaire(s) : club"),
        ("le club) reçoit (sous", "le club) reçoit      "),
        ("le club", "le club"),
    ],
)
def test_what_stands_in_brackets_is_blanked_place_for_place(text, left):
    assert without_brackets(text) == left


def test_abbreviations_and_initials_end_no_sentence():
    said = "Vu le code, art. L. 3211-1 et chap. II. M. A. Roux sort de la salle. Le département… Il vote."
    assert [one.text for one in sentences(said)] == [
        "Vu le code, art. L. 3211-1 et chap. II.",
        "M. A. Roux sort de la salle.",
        "Le département…",
        "Il vote.",
    ]
