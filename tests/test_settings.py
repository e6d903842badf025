"""Settings that make no sense refuse to start, and commands without a ready database say so: one French sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("READER_MAX_SECONDS", "0", "un nombre d’au moins 1 est attendu"),
        ("UPLOAD_MAX_MB", "-1", "un nombre d’au moins 1 est attendu"),
        ("READER_MAX_PAGES", "beaucoup", "un nombre entier est attendu"),
        ("HTTPS_ONLY", "peut-être", "«\u202ftrue\u202f» ou «\u202ffalse\u202f» est attendu"),
        ("DATABASE_URL", "foo://bar", "une adresse comme"),
        ("DATABASE_URL", "mysql://utilisateur@hote/base", "une adresse comme"),
        ("SITE_ADDRESS", "subventions.exemple.fr", "une adresse qui commence par «\u202fhttps://\u202f» est attendue"),
        ("CSRF_TRUSTED_ORIGINS", "https://a.fr,b.fr", "une adresse qui commence par"),
        ("EMAIL_URL", "smtp.exemple.fr", "une adresse comme «\u202fsubmission://"),
        ("DATA_DIR", str(ROOT / "manage.py"), "ce dossier ne peut pas servir"),
    ],
)
def test_impossible_setting_is_refused_in_one_sentence(name, value, told, tmp_path):
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), name: value}

    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"Réglage refusé, {name}\u202f: {told}")
    assert len(done.stderr.splitlines()) == 1


def test_migrate_says_that_the_database_does_not_answer(tmp_path):
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "DATABASE_URL": "postgres://127.0.0.1:1/none"}

    done = subprocess.run(
        [sys.executable, "manage.py", "migrate"], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert done.stderr.startswith("La base de données ne répond pas\u202f: ")


@pytest.mark.parametrize("command", [["ingest", "x.pdf"], ["load_communes"]])
def test_command_before_migrate_says_what_to_do(db, monkeypatch, command):
    monkeypatch.setattr("ingest.database.MigrationExecutor.migration_plan", lambda *_: ["a migration"])

    with pytest.raises(CommandError, match="manage.py migrate"):
        call_command(*command)


def test_database_that_does_not_answer_is_said(monkeypatch):
    def refuse(connection):
        raise OperationalError("connection refused")

    monkeypatch.setattr("ingest.database.MigrationExecutor", refuse)

    with pytest.raises(CommandError, match="ne répond pas"):
        call_command("load_communes")
