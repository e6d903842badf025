"""Paragraphs from words set by hand: 5 points a character, 12 points from line to line, on a page of 600 × 800."""

from collections.abc import Iterable

import pytest

from ingest.reader.paragraphs.line_joining import join_lines
from ingest.reader.prose import find_paragraphs
from ingest.reader.records import Box, Document, Page, Table, Word

WIDTH, HEIGHT = 600.0, 800.0
CHARACTER, PITCH, SIZE = 5.0, 12.0, 10.0
LEFT = 60.0
# A text wrapped at 90 characters runs from x = 60 to x = 510.
FULL = 90


def line(text: str, y: float, x: float = LEFT, *, bold: bool = False, size: float = SIZE) -> list[Word]:
    """The words of one printed line whose top left is at (x, y)."""
    words = []
    for index, word in enumerate(text.split(" ")):
        start = x + CHARACTER * (sum(len(part) + 1 for part in text.split(" ")[:index]))
        words.append(Word(word, Box(start, y, start + CHARACTER * len(word), y + size), size, bold))
    return words


def lines(texts: Iterable[str], y: float = 100.0, x: float = LEFT, **style: object) -> list[Word]:
    return [word for row, text in enumerate(texts) for word in line(text, y + row * PITCH, x, **style)]  # type: ignore[arg-type]


def wrapped(text: str, width: int = FULL) -> list[str]:
    rows = [""]
    for word in text.split(" "):
        if len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def document(*pages: list[Word]) -> Document:
    return Document(
        "acte.pdf",
        "0" * 64,
        tuple(Page(number, WIDTH, HEIGHT, tuple(words), ()) for number, words in enumerate(pages, 1)),
    )


def texts(*pages: list[Word], tables: tuple[Table, ...] = ()) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(document(*pages), tables)]


LONG = (
    "Le Conseil départemental apporte depuis dix ans son soutien aux associations culturelles qui animent les "
    "villages du plateau, et souhaite poursuivre cet effort pendant l’année qui vient avec les communes."
)
OTHER = (
    "Les dossiers déposés avant le 31 mars ont été instruits par le service de la culture ; ceux qui sont parvenus "
    "après cette date seront présentés à la prochaine réunion de la commission permanente."
)


def test_lines_of_one_paragraph_are_joined_and_the_next_begins_after_a_short_line():
    assert texts(lines([*wrapped(LONG), *wrapped(OTHER)])) == [LONG, OTHER]


def test_source_is_the_place_on_the_page_as_fractions():
    [paragraph] = find_paragraphs(document(lines(["Ordre du jour"], y=80.0)), ())
    assert paragraph.source.page == 1
    assert paragraph.source.box == pytest.approx((0.1, 0.1, 0.1 + 65 / 600, 0.1 + 10 / 800))


def test_amount_cut_at_the_line_end_is_one_amount():
    rows = [
        "il est proposé de financer vingt-six structures de la vallée pour un montant total de 1",
        "233 180 € en 2031.",
    ]
    assert texts(lines(rows)) == [" ".join(rows)]


def test_entry_after_another_begins_a_paragraph_whatever_its_first_letter():
    entries = ["Les Restos du Cœur ......... 250,00 €", "coopérative scolaire ......... 1 150,00 €"]
    assert texts(lines(entries)) == entries
    full = [
        f"{'Association des Amis du Lac – action « Lecture et jeux pour tous les âges de la vie »'} : 3 000 €",
        *entries,
    ]
    assert texts(lines(full)) == full


def test_entry_that_opens_with_its_amount_begins_a_paragraph():
    entries = ["300 € Judo Club", "400 € Amis de la Bibliothèque"]
    assert texts([*lines(wrapped(LONG)), *lines(entries, y=300.0)])[-2:] == entries


def test_label_under_another_begins_a_paragraph_however_full_the_line_before():
    full = "Demandeur : Association des Amis du Lac et des Rivières, des Étangs et des Marais des Trois Vallées"
    assert texts([*lines(wrapped(LONG)), *lines([full, "Commune : Bor"], y=300.0)])[-2:] == [full, "Commune : Bor"]


@pytest.mark.parametrize("number", ["2031-04-06 :", "2031/3814 -"])
def test_number_of_an_act_before_its_title_begins_a_paragraph(number):
    titled = f"{number} Subventions"
    assert texts([*lines([*wrapped(LONG)[:-1], "Séance du 3 avril 2031", titled])])[-1] == titled


def test_hyphen_of_a_name_is_kept_and_that_of_a_syllable_goes():
    known = frozenset({"délibération", "socio-éducatif"})
    assert join_lines(["le Pas-", "de-Calais"], known) == "le Pas-de-Calais"
    assert join_lines(["la déli-", "bération"], known) == "la délibération"
    assert join_lines(["un projet socio-", "éducatif"], known) == "un projet socio-éducatif"
    assert join_lines(["l’attribu-", "tion d’une aide"]) == "l’attribution d’une aide"
    assert join_lines(["pour 2030-", "2033"], known) == "pour 2030-2033"
    assert join_lines(["Groupe A -", "Groupe B"], known) == "Groupe A - Groupe B"
    assert join_lines(["asso\u00ad", "ciation"], known) == "association"


def test_items_are_told_apart_and_keep_their_mark():
    rows = ["Le Conseil décide :", "- d’attribuer une subvention au club de judo ;", "- d’autoriser sa signature."]
    paragraphs = find_paragraphs(document(lines(rows)), ())
    assert [(paragraph.kind, paragraph.text) for paragraph in paragraphs] == [
        ("text", rows[0]),
        ("item", rows[1]),
        ("item", rows[2]),
    ]


def test_item_with_a_hanging_indent_ends_where_the_margin_comes_back():
    item = wrapped("- " + LONG, 80)
    words = line(item[0], 100.0, x=80.0)
    words += [word for row, text in enumerate(item[1:], 1) for word in line(text, 100.0 + row * PITCH, x=90.0)]
    words += lines(wrapped(OTHER), y=100.0 + len(item) * PITCH)
    assert texts(words) == ["- " + LONG, OTHER]


def test_item_whose_first_line_stands_in_goes_on_at_the_margin():
    first, second = wrapped(f"- ATTRIBUE {LONG[:120]} une aide de 2 500 € au club ;")
    page = [*line(first, 100.0, x=LEFT + 15), *line(second, 112.0), *line("Elle autorise le maire.", 124.0)]
    filled = line(OTHER[:93], 136.0)
    assert texts([*page, *filled])[0] == f"{first} {second}"


def test_dash_under_the_text_of_an_item_parts_two_of_its_words():
    item = wrapped("1. d’attribuer une subvention de 2 200 € au titre de la présente année à la Croix-Rouge", 84)[0]
    words = [*line(item, 100.0, x=80.0), *line("– antenne de Lure, pour ses maraudes ;", 112.0, x=95.0)]
    words += line("– délégation du canton", 130.0, x=95.0)
    assert texts(words, lines([LONG[:FULL]], y=700.0))[0] == f"{item} – antenne de Lure, pour ses maraudes ;"


def test_lone_bullet_belongs_to_the_text_after_it():
    assert texts([*line("•", 100.0, x=80.0), *line("le club de judo", 112.0, x=90.0)]) == ["• le club de judo"]


def test_initial_of_a_person_at_a_line_start_is_no_item():
    rows = [
        "Étaient présents : Mme Odile CARPENTIER, M. Guy LESTRADE, Mme Ève MALAVAL, M. Louis BRUN,",
        "M. Paul SERRES.",
    ]
    assert texts(lines(rows)) == [" ".join(rows)]


@pytest.mark.parametrize(("size", "text"), [(8.0, "Aides du 3e trimestre"), (SIZE, "Aides du 3 e trimestre")])
def test_small_ending_raised_against_a_figure_is_of_its_word(size, text):
    raised = Word("e", Box(110.0, 98.0, 114.0, 98.0 + size), size)
    assert texts([*line("Aides du 3", 100.0), raised, *line("trimestre", 100.0, x=119.0)]) == [text]


def test_white_between_lines_parts_paragraphs():
    words = [*lines(wrapped(LONG)), *lines(["et la suite"], y=100.0 + 3 * PITCH + 20)]
    assert texts(words) == [LONG, "et la suite"]


def test_decision_without_a_mark_whose_first_line_stands_out_goes_on_further_in():
    first, second = wrapped(
        f"DÉCIDE d’attribuer une aide {'de fonctionnement ' * 3}à la Fondation du Val et de la Bar", 86
    )
    first, second = f"{first} {second}"[: -len(" Bar")], "Bar"
    page = [*line(first, 100.0), *line(second, 112.0, x=LEFT + 15), *line("AFFECTE la somme.", 124.0)]
    filled = line(f"{OTHER[:86]}", 136.0)
    assert texts([*page, *filled])[0] == f"{first} {second}"


def test_first_line_indent_begins_a_paragraph():
    full = "Les crédits sont ouverts au budget de l’exercice et imputés au chapitre neuf cent trente-trois."
    words = [*line(full, 100.0), *line("Une seconde enveloppe", 112.0, x=90.0)]
    assert texts(words) == [full, "Une seconde enveloppe"]


def test_bold_short_and_large_texts_are_headings():
    words = line("Article 1", 80.0, bold=True) + lines(wrapped(LONG)) + line("RAPPORT DU PRÉSIDENT", 200.0, size=14.0)
    assert [paragraph.kind for paragraph in find_paragraphs(document(words), ())] == ["heading", "text", "heading"]


def test_centred_title_of_two_lines_is_one_heading():
    first, second = (
        "SOUTIEN AUX ASSOCIATIONS CULTURELLES ET SPORTIVES DU PLATEAU, DES VALLÉES ET DES",
        "COMMUNES RURALES",
    )
    middle = (LEFT + 510.0) / 2
    words = [
        *line(first, 60.0, x=middle - len(first) * CHARACTER / 2, bold=True),
        *line(second, 72.0, x=middle - len(second) * CHARACTER / 2, bold=True),
        *lines(wrapped(LONG)),
    ]
    assert texts(words) == [f"{first} {second}", LONG]


def test_second_line_of_a_centred_title_may_fill_the_width():
    first, second = (
        "Portant attribution de crédits aux",
        "établissements gérés par l’association des Hautes Vallées de la Lure",
    )
    width = len(second) * CHARACTER
    words = [
        *line(first, 60.0, x=LEFT + (width - len(first) * CHARACTER) / 2, bold=True),
        *line(second, 72.0, bold=True),
        *line("Vu le code de l’action sociale et des familles,", 96.0),
    ]
    assert texts(words)[0] == f"{first} {second}"


def test_paragraph_cut_by_a_page_break_is_joined_at_its_first_place():
    rows = wrapped(LONG)
    paragraphs = find_paragraphs(document(lines(rows[:2], y=700.0), lines(rows[2:], y=60.0)), ())
    assert [(paragraph.text, paragraph.source.page) for paragraph in paragraphs] == [(LONG, 1)]


def test_finished_paragraph_is_not_joined_across_a_page_break():
    assert texts(lines(wrapped(LONG), y=700.0), lines(wrapped(OTHER), y=60.0)) == [LONG, OTHER]


def test_a_signature_set_at_the_right_does_not_go_on_overleaf():
    signed = "La Maire de la Ville de Hautes Vallées"
    at_right = line(signed, 700.0, x=LEFT + (max(map(len, wrapped(LONG))) - len(signed)) * CHARACTER)
    pages = ([*lines(wrapped(LONG), y=600.0), *at_right], lines(["Le Conseil de la Ville,", *wrapped(OTHER)], y=60.0))
    assert signed in texts(*pages)


def test_words_of_tables_are_left_out_and_no_text_is_joined_across_them():
    table = Table(1, "", (), 0, {1: Box(0.0, 0.2, 1.0, 0.3)})
    words = [
        *lines(["Répartition des aides aux communes du"], y=140.0),
        *line("Mairie 500 €", 200.0),
        *line("reste", 250.0),
    ]
    assert texts(words, tables=(table,)) == ["Répartition des aides aux communes du", "reste"]


# ---- running heads -----------------------------------------------------------------------------------------------


def with_head(number: int, body: list[Word]) -> list[Word]:
    return [*line("Ville de Brégançon – Rapport n° 12", 30.0), *body, *line(f"Page {number} sur 4", 770.0, x=270.0)]


def test_running_head_is_kept_once_and_page_numbers_go():
    pages = [
        with_head(number, lines([f"Texte de la page {word}."]))
        for number, word in enumerate(("une", "deux", "trois"), 1)
    ]
    assert texts(*pages) == [
        "Ville de Brégançon – Rapport n° 12",
        "Texte de la page une.",
        "Texte de la page deux.",
        "Texte de la page trois.",
    ]


def test_paragraph_goes_on_under_a_running_head():
    rows = wrapped(LONG)
    pages = [
        with_head(1, lines(rows[:2], y=700.0)),
        with_head(2, lines(rows[2:], y=60.0)),
        with_head(3, lines(["Fin."])),
    ]
    assert texts(*pages) == ["Ville de Brégançon – Rapport n° 12", LONG, "Fin."]


def test_bare_page_numbers_that_grow_with_the_pages_go():
    names = ["Annecy.", "Belfort.", "Colmar.", "Dole."]
    pages = [[*lines([name]), *line(str(number), 770.0)] for number, name in enumerate(names, 8)]
    assert texts(*pages) == names


def test_titles_of_annexes_at_the_top_of_their_pages_stay():
    pages = [[*line(f"Annexe {number}", 30.0, bold=True), *lines([f"Contenu {number}."])] for number in range(2, 6)]
    assert texts(*pages) == [text for number in range(2, 6) for text in (f"Annexe {number}", f"Contenu {number}.")]


def test_one_page_has_no_running_line_but_may_have_a_page_number():
    assert texts([*lines(["Délibération"], y=30.0), *line("Page 1 / 1", 770.0)]) == ["Délibération"]


def test_money_at_one_place_on_every_sheet_is_no_running_line():
    pages = [[*line("Subvention : 1 000 €", 40.0), *lines([f"Contenu {number}."])] for number in range(1, 4)]
    assert texts(*pages).count("Subvention : 1 000 €") == 3


# ---- columns -----------------------------------------------------------------------------------------------------

COLUMN_LEFT = (
    "Le club des archers du val reçoit chaque année une aide pour ses cours ouverts aux collégiens, et il prête "
    "son terrain aux écoles du canton pendant les vacances."
)
COLUMN_RIGHT = (
    "La chorale des deux rives donne quatre concerts gratuits dans les maisons de retraite et forme de jeunes "
    "chefs de chœur avec le conservatoire de la ville voisine."
)


def test_two_columns_of_prose_are_read_one_after_the_other():
    words = [
        *lines(wrapped(LONG), y=60.0),
        *lines(wrapped(COLUMN_LEFT, 40), y=120.0),
        *lines(wrapped(COLUMN_RIGHT, 40), y=120.0, x=300.0),
        *lines(wrapped(OTHER), y=220.0),
    ]
    assert texts(words) == [LONG, COLUMN_LEFT, COLUMN_RIGHT, OTHER]


def test_columns_whose_lines_are_not_level_are_kept_apart():
    words = [
        *lines(wrapped(COLUMN_LEFT, 40), y=120.0),
        *lines(wrapped(COLUMN_RIGHT, 40), y=123.0, x=300.0),
    ]
    assert texts(words) == [COLUMN_LEFT, COLUMN_RIGHT]


def test_columns_may_begin_with_a_short_title_beside_a_line_that_goes_on():
    words = [
        *lines(wrapped(COLUMN_RIGHT, 40), y=120.0, x=300.0),
        *lines(["Sport"], y=135.0),
        *lines(wrapped(COLUMN_LEFT, 40), y=150.0),
    ]
    assert texts(words) == ["Sport", COLUMN_LEFT, COLUMN_RIGHT]


def test_values_of_a_form_stay_beside_their_labels():
    labels = ["Membres en exercice :", "Présents :", "Pouvoirs :", "Votants :"]
    words = [word for row, label in enumerate(labels) for word in line(label, 100.0 + row * 20)]
    words += [word for row in range(4) for word in line(str(40 - row), 100.0 + row * 20, x=300.0)]
    assert texts(words) == [f"{label} {40 - row}" for row, label in enumerate(labels)]


def test_amounts_of_a_form_stay_beside_their_labels():
    labels = ["Montant demandé :", "Budget de l’action :", "Montant proposé :"]
    amounts = ["4 000,00 €", "12 000,00 €", "3 000,00 €"]
    words = [*lines(labels), *lines(amounts, x=300.0)]
    assert texts(words) == [f"{label} {amount}" for label, amount in zip(labels, amounts, strict=True)]


def test_columns_in_capitals_are_sentences_and_the_right_one_may_begin_higher():
    left, right = f"{COLUMN_LEFT} {COLUMN_RIGHT}".upper(), f"{COLUMN_RIGHT} {COLUMN_LEFT}".upper()
    words = [*lines(wrapped(left, 40), y=132.0), *lines(wrapped(right, 40), y=120.0, x=300.0)]
    assert texts(words) == [left, right]


def test_line_that_ends_with_an_article_goes_on():
    rows = ["Une somme de 500 euros est en outre versée, à titre de secours, à la", "Fondation du Fleuve."]
    assert texts(lines(rows)) == [" ".join(rows)]


def test_stamp_beside_the_head_is_read_apart():
    stamp = ["Envoyé en préfecture le 02/03/2031", "Reçu en préfecture le 02/03/2031", "Publié le 05/03/2031"]
    head = ["VILLE DE BRÉGANÇON", "CONSEIL MUNICIPAL", "Séance du 28 février 2031"]
    assert texts([*lines(head), *lines(stamp, x=380.0)]) == [*head, *stamp]


def test_names_in_smaller_type_down_the_margin_are_read_apart_from_the_decision():
    margin = ["En exercice : 35", "Présents :", "Mme A. ROUX,", "M. B. VIAL", "Excusé :", "M. D. SERRES-DULAURIER"]
    decided = ["Le conseil décide d’attribuer", "les subventions suivantes aux clubs de la ville :"]
    clubs = ["• Club : 500 €", "• Judo : 90 €", "• Harmonie : 90 €", "• Chorale : 300 €"]
    page = [*lines(margin, size=8.0), *lines(decided, x=200.0), *lines(clubs, y=124.0, x=230.0)]
    assert " ".join(texts(page)).endswith(" ".join([*decided, *clubs]))


def test_margin_of_the_type_of_a_decision_that_lists_is_read_apart_from_it():
    margin = ["BOR", "En exercice : 35", "Présents : 20", "Convocation", "OBJET", "Aides aux clubs"]
    decided = ["L’an 2031, le deux mars à vingt heures, le conseil", "décide d’attribuer à ses clubs les aides 2031 :"]
    clubs = ["- Club : 500 €", "- Judo : 90 €", "- Chorale de Bor : 300 €"]
    decided_after = "pour un total de 890 € qui est inscrit au budget"
    page = [*lines(margin), *lines(decided, x=200.0), *lines(clubs, y=124.0, x=230.0)]
    page += line(decided_after, 160.0, x=200.0)
    assert " ".join(texts(page)).endswith(" ".join([*decided, *clubs, decided_after]))


def test_columns_of_figures_beside_labels_are_no_text_aside():
    labels = ["Imputation", "6574", "6568"]
    entered = ["Crédits inscrits", "39 497,00 €", "24 479,00 €"]
    left = ["Disponible", "2 049,00 €", "7 579,00 €"]
    page = [*lines(labels), *lines(entered, x=250.0), *lines(left, x=420.0)]
    assert "Disponible 6574 39 497,00 €" in " ".join(texts(page))


def test_text_that_runs_up_the_margin_comes_after_the_rest():
    margin = [
        Word(word, Box(20.0, 400.0 - 60 * place - 50, 30.0, 400.0 - 60 * place), SIZE, angle=270)
        for place, word in enumerate(["Reçu", "en", "préfecture"])
    ]
    assert texts([*margin, *lines(["Délibération"])]) == ["Délibération", "Reçu en préfecture"]


# ---- text layers of scans ----------------------------------------------------------------------------------------


def test_skewed_lines_are_read_straight():
    level = lines([*wrapped(LONG), *wrapped(OTHER)])
    drop = 0.02  # 9 points over the width: nearly a line
    skewed = [
        Word(
            word.text,
            Box(word.box.x0, word.box.y0 + drop * word.box.x0, word.box.x1, word.box.y1 + drop * word.box.x0),
            SIZE,
        )
        for word in level
    ]
    assert texts(skewed) == [LONG, OTHER]


def test_sizes_guessed_line_by_line_part_no_paragraph():
    rows = [*wrapped(LONG), *wrapped(OTHER)]
    words = [word for row, text in enumerate(rows) for word in line(text, 100.0 + row * PITCH, size=9.0 + row % 3)]
    paragraphs = find_paragraphs(document(words), ())
    assert [(paragraph.text, paragraph.kind) for paragraph in paragraphs] == [(LONG, "text"), (OTHER, "text")]


def test_decision_in_capitals_after_a_closed_one_is_a_paragraph():
    decisions = [
        "D’ATTRIBUER le premier prix, d’un montant de 3 000 €, à la coopérative du plateau des Hauts ;",
        "D’ATTRIBUER le second prix, d’un montant de 1 500 €, à l’association des Sentiers du Haut ;",
        "AUTORISE Monsieur le Président à signer la convention et tous les actes qui s’y rapportent.",
    ]
    assert texts(lines([*wrapped(LONG), *decisions])) == [LONG, *decisions]


def test_white_between_paragraphs_of_one_line_is_seen():
    set_wide = [
        "Séance ordinaire du conseil municipal de la commune de Montfaucher le mardi 12 mars",
        *wrapped("Vu le débat sur les orientations du budget de la commune tenu en séance le 25 du mois passé ;"),
        "Considérant qu’il convient d’assurer le fonctionnement de ces établissements avant",
        "Le Conseil municipal après un vote à main levée et à la majorité de ses membres vote",
        "Autorise Madame le Maire de la commune à verser les acomptes de la liste qui suivent",
        "Charge Monsieur le Trésorier de la commune de tenir le compte de ces acomptes versés",
    ]
    words, y = [], 100.0
    for text in set_wide:
        y += PITCH if text[0].islower() else 1.5 * PITCH
        words += line(text, y)
    assert len(texts(words)) == 6


def test_entry_that_breaks_behind_an_article_goes_on_however_the_next_line_is_labelled():
    rows = [f"Judo Club du Val : 500 €. {wrapped(LONG)[0]} Les", "Voix du Val : 200 €."]
    assert texts([*lines(wrapped(LONG)), *lines(rows, y=300.0)])[-1] == " ".join(rows)
