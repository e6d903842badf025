"""`manage.py ingest`: files and folders in; summaries, sentences, JSON and exit statuses out."""

import json
from functools import partial

import pytest
from django.core.management import CommandError, call_command

from grants.models import Bundle, BundlePart, Deliberation, GrantLine
from grants.operators import duplicates
from ingest import batch
from ingest.processes import isolation
from ingest.reader.errors import EncryptedFileError
from tests.bundles import short_acts
from tests.ingest.scripted_reader import script

pytestmark = pytest.mark.django_db
READ = isolation.read


@pytest.fixture(autouse=True)
def scripted(monkeypatch):
    monkeypatch.setattr(batch.isolation, "read", partial(isolation.read, reader="tests.ingest.scripted_reader:read"))


@pytest.fixture
def ingest(capsys):
    """Runs the command; gives exit status, standard output and standard error, narrow spaces made plain."""

    def run(*args, **options):
        status = 0
        try:
            call_command("ingest", *map(str, args), **options)
        except SystemExit as error:
            status = error.code
        return status, *(stream.replace("\u202f", " ").replace("\xa0", " ") for stream in capsys.readouterr())

    return run


def test_file_is_saved_as_a_draft_and_summed_up(ingest, tmp_path):
    path = script(tmp_path / "acte.pdf", number="2023/1", totals=["1500.00"], leftovers=2)

    status, out, err = ingest(path)

    assert (status, err) == (0, "")
    assert out.startswith("acte.pdf : 59-2023-1, nouvelle, 1 ligne, 0 total contrôlé, 2 lignes non lues (")
    assert out.endswith("1 fichier lu, 0 échec.\n")
    assert Deliberation.objects.get().status == "draft"
    assert duplicates.waiting() == 0


def test_folder_is_searched_below_and_only_for_pdfs(ingest, tmp_path):
    script(tmp_path / "2023" / "juin" / "a.pdf", number="1")
    script(tmp_path / "2024" / "b.PDF", number="2")
    (tmp_path / "lisez-moi.txt").write_text("rien")

    status, out, _ = ingest(tmp_path, tmp_path / "2024" / "b.PDF")

    assert status == 0
    assert "2 fichiers lus, 0 échec." in out
    assert set(Deliberation.objects.values_list("number", flat=True)) == {"1", "2"}


def test_bad_file_is_one_sentence_and_the_others_go_on(ingest, tmp_path):
    script(tmp_path / "a.pdf", refused=True)
    script(tmp_path / "b.pdf", number="2")
    (tmp_path / "c.pdf").write_text("not JSON")
    script(tmp_path / "d.pdf", number="4", department="Flandre")
    script(tmp_path / "e.pdf", number="5", lines=[])

    status, out, err = ingest(tmp_path)

    assert status == 1
    assert out.endswith("1 fichier lu, 4 échecs.\n")
    sentences = err.splitlines()
    assert [sentence.split(" : ")[0] for sentence in sentences] == ["a.pdf", "c.pdf", "d.pdf", "e.pdf"]
    assert "mot de passe" in sentences[0]
    assert "erreur imprévue (json.decoder.JSONDecodeError" in sentences[1]
    assert "« Flandre », n’est pas dans la liste officielle" in sentences[2]
    assert "aucune subvention" in sentences[3]


def test_trace_of_a_mistake_is_shown_when_asked(ingest, tmp_path):
    (tmp_path / "c.pdf").write_text("not JSON")

    _, _, err = ingest(tmp_path, verbosity=2)

    assert "Traceback" in err


@pytest.mark.parametrize("missing", ["rien.pdf", "dossier-vide"])
def test_failure_of_all_has_its_own_status(ingest, tmp_path, missing):
    (tmp_path / "dossier-vide").mkdir()

    status, _, err = ingest(tmp_path / missing)

    assert status == 2
    assert err in ("rien.pdf : le fichier n’existe pas.\n", "Aucun fichier PDF à lire.\n")


def test_same_file_again_is_not_read_and_changes_nothing(ingest, tmp_path, monkeypatch):
    path = script(tmp_path / "acte.pdf")
    ingest(path)
    day = Deliberation.objects.get().read_at
    monkeypatch.setattr(batch.isolation, "read", None)

    status, out, _ = ingest(path)

    assert status == 0
    assert "inchangée" in out
    assert Deliberation.objects.get().read_at == day


def test_same_file_is_read_again_when_asked(ingest, tmp_path, monkeypatch):
    path = script(tmp_path / "acte.pdf")
    ingest(path)
    monkeypatch.setattr(
        batch.isolation, "read", partial(isolation.read, reader="tests.ingest.unruly_readers:encrypted")
    )

    status, _, err = ingest(path, again=True)

    assert (status, "mot de passe" in err) == (2, True)


def test_publish_waits_for_a_word_on_what_was_not_read(ingest, tmp_path):
    path = script(tmp_path / "acte.pdf", leftovers=1)

    _, out, _ = ingest(path, publish=True)
    assert "gardée en brouillon" in out
    assert "1 ligne imprimée n’a pas été lue" in out
    assert not Deliberation.objects.published().exists()

    ingest(path, publish=True, word="un titre")
    assert Deliberation.objects.published().get().leftovers.get().set_aside == "un titre"


def test_publish_puts_online_even_what_is_known(ingest, tmp_path):
    path = script(tmp_path / "acte.pdf")
    ingest(path)

    ingest(path, publish=True)

    assert Deliberation.objects.published().count() == 1


def test_trial_shows_lines_and_writes_nothing(ingest, tmp_path):
    ingest(script(tmp_path / "acte.pdf", lines=[("AFEJI", "100.00"), ("Citéo", "5.00"), ("Le Relais", "7.00")]))
    again = script(
        tmp_path / "rectifié.pdf", lines=[("AFEJI", "120.50"), ("Vitamine T", "9.00"), ("Le Relais", "7.00")]
    )

    status, out, _ = ingest(again, dry_run=True)

    assert status == 0
    assert "mise à jour, 3 lignes, 0 total contrôlé, 1 nouvelle, 1 changée, 1 disparue" in out
    assert "~ ligne 1 (2023) AFEJI : 120,50 € ; montant en centimes : « 10000 » → « 12050 »" in out
    assert "+ ligne 2 (2023) Vitamine T : 9,00 €" in out
    assert "− ligne 2 (2023) Citéo : 5,00 €" in out
    assert "Essai : rien n’a été écrit." in out
    assert set(GrantLine.objects.values_list("operator_text", flat=True)) == {"AFEJI", "Citéo", "Le Relais"}


def test_workers_give_the_same_acts_in_the_same_order(ingest, tmp_path):
    for number in range(8):
        script(tmp_path / f"{number}.pdf", number=str(number))

    status, out, _ = ingest(tmp_path, workers=3)

    assert status == 0
    assert [line[:5] for line in out.splitlines()[:-1]] == [f"{number}.pdf" for number in range(8)]
    assert list(Deliberation.objects.order_by("pk").values_list("number", flat=True)) == list("01234567")


@pytest.mark.parametrize(("workers", "ahead"), [(1, 1), (2, 5)])
def test_one_worker_reads_and_saves_in_turn_and_several_read_ahead(ingest, tmp_path, monkeypatch, workers, ahead):
    """How many files are asked to be read before the first is saved: that one alone, or twice the workers more."""
    asked, asked_at_saving = [], []
    save = batch.store.save
    monkeypatch.setattr(batch, "profiles_for_file", lambda path: asked.append(path) or ())
    monkeypatch.setattr(batch.store, "save", lambda *a, **told: asked_at_saving.append(len(asked)) or save(*a, **told))
    for number in range(7):
        script(tmp_path / f"{number}.pdf", number=str(number))

    status, _, _ = ingest(tmp_path, workers=workers)

    assert status == 0
    assert asked_at_saving == [min(7, ahead + done) for done in range(7)]


def test_json_is_one_document_and_nothing_else(ingest, tmp_path):
    script(tmp_path / "a.pdf", refused=True)
    script(tmp_path / "b.pdf", number="2", totals=["3.00"], leftovers=1)

    status, out, err = ingest(tmp_path, json=True)

    document = json.loads(out)
    assert (status, err) == (1, "")
    assert (document["read"], document["failed"], document["dry_run"]) == (1, 1, False)
    refused, saved = document["files"]
    assert refused["status"] == "failed"
    assert "mot de passe" in refused["error"]
    told = {name: saved[name] for name in ("status", "slug", "rows", "new", "same", "leftovers", "published")}
    assert told == {"status": "new", "slug": "59-2", "rows": 1, "new": 1, "same": 0, "leftovers": 1, "published": False}


def test_json_lists_the_changes_of_an_act_read_again(ingest, tmp_path):
    ingest(script(tmp_path / "a.pdf", lines=[("AFEJI", "100.00")]))

    _, out, _ = ingest(script(tmp_path / "b.pdf", lines=[("AFEJI", "120.50")]), json=True)

    change = json.loads(out)["files"][0]["changes"][0]
    assert (change["kind"], change["operator"], change["amount"]) == ("changed", "AFEJI", "120.50")


def test_department_option_serves_acts_that_name_none(ingest, tmp_path):
    path = script(tmp_path / "a.pdf", department="")

    assert ingest(path)[0] == 2
    assert ingest(path, department="Pas-de-Calais")[0] == 0
    assert Deliberation.objects.get().department_id == "62"


def test_department_option_must_be_a_department(tmp_path):
    with pytest.raises(CommandError, match="ni le code ni le nom d’un département"):
        call_command("ingest", str(script(tmp_path / "a.pdf")), department="Flandre")


@pytest.mark.parametrize("workers", ["0", "-1", "beaucoup", "65"])
def test_workers_must_be_a_sensible_number(tmp_path, workers):
    with pytest.raises(CommandError, match="un nombre de 1 à 64"):
        call_command("ingest", str(tmp_path), f"--workers={workers}")


@pytest.mark.parametrize(("workers", "threads"), [(1, 4), (2, 2), (3, 1), (8, 1)])
def test_workers_share_the_cores(monkeypatch, tmp_path, workers, threads):
    asked = []

    def read(path, threads, **known):
        asked.append(threads)
        raise EncryptedFileError(path.name)

    monkeypatch.setattr(batch.isolation, "read", read)
    monkeypatch.setattr(batch.os, "cpu_count", lambda: 4)
    list(batch._read_side_by_side([tmp_path / "un.pdf", tmp_path / "deux.pdf"], batch.Options(workers=workers), None))
    assert asked == [threads, threads]


# ---- files of several acts ---------------------------------------------------------------------------------------


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """A file of three acts, of which the last grants nothing, read by the reader itself."""
    monkeypatch.setattr(batch.isolation, "read", READ)
    return short_acts(tmp_path / "recueil.pdf", "31-07", "31-08", "31-09", granting=2)


def test_each_act_of_a_file_is_saved_as_a_draft(ingest, bundle):
    status, out, err = ingest(bundle)

    assert status == 0
    assert "recueil.pdf : 3 délibérations, chacune lue sur ses pages, dont 1 sans subvention." in out
    assert "recueil (pages 1 à 2).pdf : 59-31-07, nouvelle, 1 ligne" in out
    assert "aucune subvention" in err
    assert "1 fichier lu, 0 échec." in out
    acts = Deliberation.objects.order_by("number")
    assert [(act.number, act.status, act.page_count) for act in acts] == [("31-07", "draft", 2), ("31-08", "draft", 2)]
    assert [part.pages for part in BundlePart.objects.of_act(acts[1])] == ["pages\u00a03 à 4"]


def test_a_file_of_several_ingested_again_changes_nothing(ingest, bundle):
    ingest(bundle)
    status, out, _ = ingest(bundle)

    assert status == 0
    assert out.count("inchangée") == 2
    assert [model.objects.count() for model in (Bundle, BundlePart, Deliberation)] == [1, 3, 2]


def test_acts_of_one_file_are_not_published_before_somebody_saw_them(ingest, bundle):
    status, out, _ = ingest(bundle, publish=True)

    assert status == 0
    assert "Tirée d’un recueil : vérifiez qu’elle a toutes ses pages" in out
    assert not Deliberation.objects.published().exists()


def test_a_trial_of_a_file_of_several_writes_nothing(ingest, bundle):
    status, out, _ = ingest(bundle, dry_run=True)

    assert (status, out.count("nouvelle, 1 ligne")) == (0, 2)
    assert not Bundle.objects.exists()
    assert not Deliberation.objects.exists()


def test_a_file_of_several_is_told_in_json(ingest, bundle):
    told = json.loads(ingest(bundle, json=True)[1])

    assert (told["read"], told["failed"]) == (1, 0)
    [entry] = told["files"]
    assert (entry["status"], len(entry["parts"])) == ("several", 3)
    assert [part["status"] for part in entry["parts"]] == ["new", "new", "failed"]


def test_a_file_may_be_said_to_be_one_act(ingest, bundle):
    status, _, _ = ingest(bundle, whole=True)

    assert status == 0
    assert Deliberation.objects.get().page_count == 6


def test_an_act_that_fails_fails_its_file_and_keeps_the_others(ingest, bundle, monkeypatch):
    real = batch.store.save

    def failing(reading, **told):
        if reading.deliberation.number == "31-08":
            raise OSError("no space left")
        return real(reading, **told)

    monkeypatch.setattr(batch.store, "save", failing)
    status, _, err = ingest(bundle)

    assert status == 2
    assert "recueil.pdf : lecture incomplète, il manque 1 de ses 3 délibérations." in err
    assert Deliberation.objects.get().number == "31-07"
    monkeypatch.setattr(batch.store, "save", real)
    assert ingest(bundle)[0] == 0
    assert Deliberation.objects.count() == 2
