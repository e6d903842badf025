"""The screens of which the staff guide shows an image: where each is, what is done there, how much of it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tests.guide.story import Story

WIDTH = 1100  # CSS pixels: the text beside a menu on a laptop


@dataclass(frozen=True, slots=True)
class Screen:
    """`name` is that of the image; `act` is done on the Playwright page before it is taken; `top`: the first thing
    shown, a CSS selector; `height` in CSS pixels."""

    name: str
    address: Callable[[Story], str]
    act: Callable[[Any, Story], None] = lambda page, story: None
    top: str = ""
    height: int = 640


def _of_admin(page: str, *arguments: Any) -> str:
    return reverse(f"admin:{page}", args=arguments)


def _choose_a_file(page: Any, story: Story) -> None:
    page.set_input_files("input[type=file]", str(story.another_pdf))


SCREENS = (
    Screen("accueil", lambda story: _of_admin("index"), height=760),
    Screen("envoyer", lambda story: _of_admin("grants_deliberation_add"), _choose_a_file, height=600),
    Screen("lecture-en-cours", lambda story: _of_admin("ingest_job_changelist"), height=420),
    Screen("cases-douteuses", lambda story: _of_admin("grants_deliberation_doubts", story.draft.pk), height=760),
    Screen("totaux", lambda story: _of_admin("grants_deliberation_totals", story.differing.pk), height=860),
    Screen("publier", lambda story: _of_admin("grants_deliberation_reading", story.draft.pk), height=820),
    Screen("tout-le-tableau", lambda story: _of_admin("grants_deliberation_sheet", story.draft.pk, 3), height=760),
    Screen("colonnes", lambda story: _of_admin("grants_deliberation_columns", story.draft.pk), height=760),
    Screen("nouvelle-lecture", lambda story: _of_admin("grants_deliberation_difference", story.online.pk), height=760),
    Screen("rectificatif", lambda story: _of_admin("grants_deliberation_rectification", story.draft.pk), height=640),
    Screen(
        "donnees-personnelles", lambda story: _of_admin("grants_deliberation_personal", story.private.pk), height=760
    ),
    Screen("message", lambda story: _of_admin("grants_errorreport_change", story.report.pk), height=760),
    Screen("corrections", lambda story: _of_admin("grants_deliberation_gestures", story.draft.pk), height=540),
    Screen("doublons", lambda story: _of_admin("grants_operator_duplicates"), height=760),
    Screen(
        "ce-qui-manque",
        lambda story: _of_admin("grants_deliberation_open_data_year", story.online.department_id, story.year),
        height=760,
    ),
    Screen(
        "trois-mois",
        lambda story: _of_admin("grants_deliberation_open_data", story.draft.pk),
        top="#conventions",
        height=640,
    ),
)
