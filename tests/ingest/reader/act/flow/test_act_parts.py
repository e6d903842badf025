"""What is joined to an act begins after it has decided, in whatever words."""

import pytest

from ingest.reader.act.flow.act_parts import split_parts
from ingest.reader.records import Box, Paragraph, Source


def paragraphs(*pages: str) -> list[Paragraph]:
    box = Box(0.1, 0.1, 0.9, 0.2)
    return [
        Paragraph(line, Source(number, 0, 0, box))
        for number, page in enumerate(pages, 1)
        for line in page.strip().splitlines()
    ]


@pytest.mark.parametrize(
    "decides",
    [
        "Le Conseil municipal, après en avoir délibéré, par 19 voix pour et 1 abstention (Mme Odile Tissot),",
        "La Commission permanente, sur proposition de M. le Président, et après en avoir délibéré :",
        "Après en avoir délibéré, le Conseil municipal",
        "DÉCIDE",
        "ACCORDE une subvention de 900 € à l’association La Passerelle.",
    ],
)
def test_an_agreement_joined_to_an_act_is_no_decision_of_it(decides):
    act = f"Conseil municipal de Bor\nDélibération n° 31-041\nObjet : La Passerelle\n{decides}\nLe Maire, Luc Vey"
    agreement = "ANNEXE – Convention de mise à disposition\nArticle 1 – La commune verse 2 840 €."
    parts = split_parts(paragraphs(act, agreement))
    assert [(part.kind, part.paragraphs[-1].text[:9]) for part in parts] == [
        ("act", "Le Maire,"),
        ("annex", "Article 1"),
    ]


def test_what_adopts_the_report_over_it_does_not_part_from_it():
    report = "Rapport n° 31-114\nMesdames, Messieurs,\nIl vous est proposé d’attribuer 900 € au Judo Club."
    adopts = "Le Conseil municipal, après en avoir délibéré, adopte les propositions du rapport."
    assert [part.kind for part in split_parts(paragraphs(f"{report}\n{adopts}"))] == ["act"]


def test_an_act_named_after_the_agreement_that_it_approves_is_an_act():
    parts = split_parts(
        paragraphs(
            "COMMUNE DE BOR\nSéance du 3 mars 2031\nConvention pluriannuelle avec la MJC du Val\n"
            "Le Conseil municipal, par 22 voix pour et 5 abstentions :\n• ALLOUE 900 € à la MJC du Val.\n"
            "CONVENTION PLURIANNUELLE\nEntre la commune de Bor et la MJC du Val\nArticle 1 : elle dure trois ans."
        )
    )
    assert [part.kind for part in parts] == ["act", "agreement"]
