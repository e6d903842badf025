"""A file of several deliberations in the queue: cut as a person says, nothing lost, nothing twice."""

from hashlib import sha256

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from grants.models import Bundle, BundlePart, Deliberation
from ingest.desk.files.uploads import receive
from ingest.desk.queue import bundles, jobs
from ingest.desk.queue.bundles import cut_job, parts_of, read_as_one_act
from ingest.models import Job
from ingest.pages.cutting import CutError
from ingest.processes import isolation
from tests.bundles import short_acts
from tests.ingest.jobs import a_job, stored_files
from tests.ingest.reading_queue import read_queue

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reads_here")]
State = Job.State
PAGES = 4  # two acts, of two pages each


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> bytes:
    return short_acts(tmp_path_factory.mktemp("recueil") / "recueil.pdf", "31-07", "31-08").read_bytes()


@pytest.fixture
def agent():
    return User.objects.create_user("agent")


@pytest.fixture
def job(content, agent) -> Job:
    """An upload of two deliberations, read."""
    job = a_job(content=content, name="recueil.pdf", author=agent)
    Job.objects.filter(pk=job.pk).update(page_count=PAGES)
    read_queue()
    job.refresh_from_db()
    return job


def bytes_of(file) -> bytes:
    with file.open("rb") as opened:
        return opened.read()


def ranges_of(job: Job) -> list[tuple[int, int]]:
    return [(first, last) for first, last, *_ in job.acts]


def test_a_file_of_several_is_kept_and_nothing_of_it_is_saved(job, content):
    assert job.state == State.SEVERAL
    assert [act[:3] for act in job.acts] == [[1, 2, "31-07"], [3, 4, "31-08"]]
    assert "contient 2 délibérations" in job.message
    assert not Deliberation.objects.exists()
    assert bytes_of(job.upload) == content


def test_pages_on_which_one_more_may_begin_are_told(tmp_path):
    path = short_acts(tmp_path / "r.pdf", "31-07", "31-08", "31-09", annexes=0, decides_last=False)
    job = a_job(content=path.read_bytes())

    read_queue()

    job.refresh_from_db()
    assert job.message.endswith("Regardez aussi ces pages, où une autre commence peut-être\u202f: 3.")


def test_each_deliberation_becomes_a_draft_of_its_own(job, content, agent):
    assert cut_job(job, ranges_of(job), agent) == 2
    read_queue()

    job.refresh_from_db()
    assert job.state == State.CUT
    acts = Deliberation.objects.order_by("number")
    assert [act.number for act in acts] == ["31-07", "31-08"]
    assert [act.page_count for act in acts] == [2, 2]
    assert [act.source_name for act in acts] == ["recueil (pages 1 à 2).pdf", "recueil (pages 3 à 4).pdf"]
    assert {act.status for act in acts} == {Deliberation.Status.DRAFT}
    assert [act.lines.get().amount_cents for act in acts] == [10_000, 20_000]


def test_the_whole_file_is_kept_with_the_pages_of_each_act(job, content, agent, settings):
    cut_job(job, ranges_of(job), agent)
    read_queue()

    bundle = Bundle.objects.get()
    assert bytes_of(bundle.source) == content
    assert (bundle.name, bundle.sha256) == ("recueil.pdf", sha256(content).hexdigest())
    for part, act in zip(BundlePart.objects.all(), Deliberation.objects.order_by("number"), strict=True):
        assert part.sha256 == act.sha256 == sha256(bytes_of(act.source)).hexdigest()
    kept = [name for name in stored_files(settings) if not name.startswith("pages/")]
    assert len([name for name in kept if name.startswith("recueils/")]) == 1
    assert not [name for name in kept if name.startswith("depots/")]


def test_cutting_twice_makes_nothing_twice(job, agent):
    cut_job(job, ranges_of(job), agent)
    assert cut_job(job, ranges_of(job), agent) == 0
    read_queue()
    job.refresh_from_db()
    assert cut_job(job, ranges_of(job), agent) == 0

    counts = [model.objects.count() for model in (Bundle, BundlePart, Deliberation, Job)]
    assert counts == [1, 2, 2, 3]


def test_an_act_that_grants_nothing_is_no_failure(tmp_path, agent):
    path = short_acts(tmp_path / "r.pdf", "31-07", "31-08", granting=1)
    job = a_job(content=path.read_bytes(), state=State.SEVERAL, page_count=PAGES)
    cut_job(job, [(1, 2), (3, 4)], agent)
    read_queue()

    assert Job.objects.get(name__contains="pages 3 à 4").state == State.EMPTY
    assert not Job.objects.failed().exists()
    assert cut_job(job, [(1, 2), (3, 4)], agent) == 0
    assert jobs.retry(Job.objects.get(state=State.EMPTY))


def test_an_act_read_in_the_whole_file_before_is_compared_with_its_pages(job, content, agent):
    read_as_one_act(job, agent)
    read_queue()
    act = Deliberation.objects.get()
    Job.objects.filter(is_one_act=True).update(is_one_act=False)

    again = jobs.ask_again(act, agent)
    read_queue()
    again.refresh_from_db()
    assert (again.state, again.replaces) == (State.SEVERAL, act)
    cut_job(again, ranges_of(again), agent)
    read_queue()

    first, second = Job.objects.filter(name__contains="(pages").order_by("pk")
    assert (first.replaces, second.deliberation.number) == (act, "31-08")
    assert Deliberation.objects.count() == 2


def test_a_corrected_cut_reads_only_the_pages_that_changed(job, agent):
    cut_job(job, ranges_of(job), agent)
    read_queue()
    job.refresh_from_db()

    assert cut_job(job, [(1, 1), (3, 4)], agent) == 1

    job.refresh_from_db()
    read = {(one.part.first_page, one.part.last_page): one for one in parts_of(job)}
    assert read[1, 2].act
    assert not read[1, 2].is_current
    assert read[1, 1].job.state == State.WAITING
    assert read[3, 4].is_current


def test_a_file_said_to_be_one_act_is_read_as_one_now_and_later(job, agent):
    assert read_as_one_act(job, agent)
    read_queue()

    act = Deliberation.objects.get()
    assert act.page_count == PAGES
    assert "délibérations" not in act.reading_notes
    jobs.ask_again(act, agent)
    read_queue()
    assert Job.objects.latest("pk").state == State.READ
    assert not read_as_one_act(job, agent)


def test_the_same_file_sent_again_is_already_there(job, content, agent):
    sent = receive(SimpleUploadedFile("autre nom.pdf", content), agent)

    assert (sent.state, sent.job) == ("present", job)
    cut_job(job, ranges_of(job), agent)
    assert receive(SimpleUploadedFile("recueil.pdf", content), agent).job == job
    assert Job.objects.filter(sha256=job.sha256).count() == 1


def test_a_cut_that_fails_half_way_leaves_all_as_it_was(job, agent, monkeypatch):
    real, asked = jobs.ask, []

    def failing(sent, **told):
        asked.append(sent.name)
        if len(asked) == 2:
            raise OSError("no space left")
        return real(sent, **told)

    monkeypatch.setattr(bundles.jobs, "ask", failing)
    with pytest.raises(OSError, match="no space"):
        cut_job(job, ranges_of(job), agent)

    job.refresh_from_db()
    assert (job.state, Job.objects.count(), Bundle.objects.count()) == (State.SEVERAL, 1, 0)
    monkeypatch.undo()
    assert cut_job(job, ranges_of(job), agent) == 2


def test_a_file_that_cannot_be_cut_says_so(job, agent):
    with pytest.raises(CutError, match="n’a pas pu être découpé"):
        cut_job(job, [(1, 10_000)], agent)

    job.refresh_from_db()
    assert job.state == State.SEVERAL


def test_a_job_that_is_forgotten_leaves_the_bundle_to_its_acts(job, content, agent):
    cut_job(job, ranges_of(job), agent)
    read_queue()
    job.refresh_from_db()

    assert jobs.forget(job)

    assert bytes_of(Bundle.objects.get().source) == content
    assert Deliberation.objects.count() == 2


def test_a_file_sent_again_after_its_job_was_forgotten_shows_what_was_cut(job, content, agent):
    cut_job(job, ranges_of(job), agent)
    read_queue()
    job.refresh_from_db()
    jobs.forget(job)

    again = receive(SimpleUploadedFile("recueil.pdf", content), agent).job
    read_queue()

    again.refresh_from_db()
    assert again.state == State.SEVERAL
    assert [part.act.number for part in parts_of(again)] == ["31-07", "31-08"]
    assert cut_job(again, ranges_of(again), agent) == 0
    assert Bundle.objects.count() == 1


def test_a_reading_whose_worker_died_is_found_to_hold_several_again(job, monkeypatch):
    Job.objects.filter(pk=job.pk).update(state=State.WAITING, acts=[])

    read_queue()

    job.refresh_from_db()
    assert (job.state, len(job.acts)) == (State.SEVERAL, 2)
    assert isolation.READER_OF_ONE_ACT.startswith(isolation.READER.partition(":")[0])
