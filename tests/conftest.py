"""What every test runs with: its own data folder, and static files without the production manifest."""

import pytest


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
