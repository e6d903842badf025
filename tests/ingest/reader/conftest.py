"""The reader knows neither settings nor caches nor accounts: nothing of them is prepared for its thousands of tests."""

import pytest


@pytest.fixture(autouse=True)
def nothing_remembered():
    return


@pytest.fixture(autouse=True)
def quick_passwords():
    return


@pytest.fixture(autouse=True)
def own_data_folder():
    return
