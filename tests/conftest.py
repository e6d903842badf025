"""What every test runs with: its own data folder, and static files without the production manifest."""

import fcntl
import os
import shutil
from itertools import chain, islice
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection
from playwright.sync_api import sync_playwright

# Playwright's event loop runs in the test's thread; Django would take the test's own queries for asynchronous ones.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config):
    """One more than the cores: tests of browsers, databases and workers wait for other processes at length."""
    return (os.cpu_count() or 1) + 1


def dealt(long: list, others: list, workers: int) -> list:
    """All tests, in an order that xdist cuts into one share for each worker: each begins with as many of the long."""
    shares, left, others = [], len(long) + len(others), iter(others)
    for worker in range(workers):
        first, size = long[worker::workers], left // (workers - worker)
        shares.append([*first, *islice(others, max(size - len(first), 0))])
        left -= len(shares[-1])
    return [*chain.from_iterable(shares), *others]


def pytest_collection_modifyitems(config, items):
    """Tests that are long begin first, so that no core waits for them at the end.

    Corpus tests need the real deliberations beside the project: named as skipped without them, an error in CI.
    """
    long = [item for item in items if item.get_closest_marker("long")]
    others = [item for item in items if not item.get_closest_marker("long")]
    items[:] = dealt(long, others, getattr(config, "workerinput", {}).get("workercount", 1))
    if CORPUS.is_dir():
        return
    if os.environ.get("REQUIRE_CORPUS"):
        raise pytest.UsageError(f"REQUIRE_CORPUS is set and {CORPUS} is missing")
    skip = pytest.mark.skip(reason="the corpus of real deliberations is not beside this copy of the project")
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(skip)


@pytest.fixture
def boss(client, db):
    """Who may do everything, signed in."""
    user = User.objects.create_superuser("responsable")
    client.force_login(user)
    return user


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """SQLite in a file, as the site has it: in memory, a server of tests and the test would share one connection.

    Migrations are run by the first worker that needs them: the others copy its file and find them done.
    """
    if connection.vendor != "sqlite":
        return
    folder = tmp_path_factory.getbasetemp()
    file = folder / "tests.sqlite3"
    connection.settings_dict["TEST"]["NAME"] = str(file)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    creation, migrated = connection.creation, folder.parent / "migrated.sqlite3"
    create = creation.create_test_db

    def create_from_copy(**options):
        with migrated.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if migrated.exists():
                shutil.copy(migrated, file)
            created = create(**options | {"keepdb": True})
            if not migrated.exists():
                connection.cursor().execute("VACUUM INTO %s", [str(migrated)])
        return created

    creation.create_test_db = create_from_copy


@pytest.fixture(scope="session")
def playwright():
    """The one of a process: a second one would find the event loop of the first."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session", autouse=True)
def patience():
    """What visitors may wait for is made in good time, but for the other tests that take the processors."""
    from ingest.pages import area_text, cutting, page_images, public_copies, text_places
    from ingest.processes import isolation

    limits = [(isolation, "CHECK_SECONDS"), (page_images, "RENDER_SECONDS"), (public_copies, "COPY_SECONDS")]
    limits += [(area_text, "AREA_SECONDS"), (cutting, "CUT_SECONDS"), (text_places, "PLACES_SECONDS")]
    for module, name in limits:
        setattr(module, name, 10 * getattr(module, name))


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Versions of the data begin again with each test: what is remembered for one is not that of the next."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Passwords hashed in a moment: what makes them slow to guess makes each test that signs in last half a second."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def own_data_folder(settings, tmp_path):
    """Files that a test stores go to its own folder; templates need no collected static files."""
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    settings.MEDIA_ROOT = settings.DATA_DIR / "media"
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
