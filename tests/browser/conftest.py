"""One headless Chromium for the session, named as skipped where the machine has none (an error in CI)."""

import os
import shutil

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from tests import public_record

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# How long a page may take to answer or to change, in milliseconds, on a machine that does other things too.
PATIENCE = 60_000


def is_fault(message) -> bool:
    """A page that answers 400 or 404 on purpose, to show what is wrong with the question, is no fault of the page."""
    meant = ("400 (Bad", "404 (Not", "Error Code 404")
    return message.type == "error" and not any(status in message.text for status in meant)


@pytest.fixture(scope="session")
def chromium(playwright):
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("REQUIRE_BROWSER is set and no Chromium is installed")
        pytest.skip("no Chromium on this machine")
    browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
    expect.set_options(timeout=PATIENCE)
    yield browser
    browser.close()


@pytest.fixture
def a_small_record():
    """The largest line of a record that makes every part of the public pages appear."""
    return public_record.a_small_record()


@pytest.fixture
def open_page(chromium, live_server):
    """Opens an address of the site at a given width; the test fails on any script error or request to elsewhere."""
    contexts, faults = [], []

    def open_at(address: str, width: int = 1440, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale="fr-FR", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: is_fault(message) and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: (
                request.url.startswith((live_server.url, "data:", "blob:"))
                or faults.append(f"request to {request.url}")
            ),
        )
        page.goto(live_server.url + address)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def open_desk(open_page, live_server):
    """Opens an address of the desk as an administrator."""

    def open_at(address: str, **options):
        client = Client()
        client.force_login(User.objects.get_or_create(username="responsable", is_staff=True, is_superuser=True)[0])
        page = open_page("/aide/", **options)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        page.goto(live_server.url + address)
        return page

    return open_at
