"""What several tests of the desk run with."""

import pytest

from ingest.processes import isolation
from tests.ingest.desk.staff import an_agent
from tests.ingest.reading_queue import read_here


@pytest.fixture
def reads_here(monkeypatch):
    """Files are read by the real reader without a child process for each."""
    monkeypatch.setattr(isolation, "read", read_here)


@pytest.fixture
def agent(client):
    """Who reviews and publishes, signed in."""
    user = an_agent()
    client.force_login(user)
    return user
