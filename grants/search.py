"""How free text is matched: what is written beside each line for the search, and how a question is folded."""

from portal.french import fold


def line_document(line) -> str:
    """The folded words of all the texts by which a reader may look for this line.

    Reads `deliberation`, `department`, `territory`, `programme`, `subprogramme`, `operator` and `commune` of the line:
    the caller has them loaded.
    """
    named = (line.operator, line.commune, line.territory, line.programme, line.subprogramme, line.department)
    printed = (
        line.operator_text,
        line.commune_text,
        line.territory_text,
        line.programme_text,
        line.subprogramme_text,
        line.action,
        line.detail,
        line.reference,
        line.agreement,
        line.deliberation.number,
    )
    texts = (*(thing.name for thing in named if thing), *printed)
    return " ".join(dict.fromkeys(folded for text in texts if (folded := fold(text))))
