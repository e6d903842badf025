"""Page images and source files: made once, in a child that can die, and shown to those who may see the act."""

import io
import os
import threading
import time

import pytest
from django.contrib.auth.models import Permission, User
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from ingest.pages import made_once, page_images
from ingest.pages.page_images import PageImageError, image_path, page_image
from tests.builders import a_deliberation

SHA = "5e" * 32


def a_pdf(*, pages: int = 2, size: tuple[float, float] = A4) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(72, 72, f"Page {number} : 12 500,00 €")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def a_bomb() -> bytes:
    """A page whose form draws itself twice, and so on without end."""
    form = b"/A Do /A Do"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /XObject << /A 4 0 R >> >> >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 4 0 R >> >> /Length %d >>"
        b"\nstream\n%s\nendstream" % (len(form), form),
        b"<< /Length 5 >>\nstream\n/A Do\nendstream",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def on_disk(folder, content: bytes):
    path = folder / "acte.pdf"
    path.write_bytes(content)
    return path


def staff(*permissions: str) -> User:
    user = User.objects.create_user("agent", password="un mot de passe long", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


# ---- the image ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("large", "size", "expected"),
    [(False, A4, (1240, 1754)), (True, A4, (2480, 3508)), (False, landscape(A4), (1240, 877))],
)
def test_page_image_has_the_width_asked_and_the_shape_of_the_page(tmp_path, large, size, expected):
    made = page_image(on_disk(tmp_path, a_pdf(size=size)), SHA, 2, large=large)

    with Image.open(made) as image:
        assert image.format == "WEBP"
        assert abs(image.size[0] - expected[0]) <= 1
        assert abs(image.size[1] - expected[1]) <= 1
        assert image.convert("L").getextrema()[0] < 100, "nothing is printed on it"


def test_page_image_is_made_once(tmp_path):
    source = on_disk(tmp_path, a_pdf())
    first = page_image(source, SHA, 1)
    source.unlink()

    assert page_image(source, SHA, 1) == first


def test_page_image_of_a_very_long_page_stays_within_the_format(tmp_path):
    with Image.open(page_image(on_disk(tmp_path, a_pdf(size=(20, 14_000))), SHA, 1, large=True)) as image:
        assert max(image.size) <= page_images.MAX_SIDE
        assert image.size[0] * image.size[1] <= page_images.MAX_PIXELS


def test_page_image_asked_twice_at_once_is_rendered_once(tmp_path, monkeypatch):
    source, rendered, paths = on_disk(tmp_path, a_pdf()), [], []
    render = page_images._render_in_child

    def slow(*arguments):
        rendered.append(arguments)
        time.sleep(0.2)
        return render(*arguments)

    monkeypatch.setattr(page_images, "_render_in_child", slow)
    threads = [threading.Thread(target=lambda: paths.append(page_image(source, SHA, 1))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(rendered) == 1
    assert paths == [image_path(SHA, 1)] * 3


@pytest.mark.parametrize("content", [b"", b"pas un PDF", a_pdf()[:300]], ids=["empty", "no PDF", "truncated"])
def test_page_image_of_a_broken_file_is_refused(tmp_path, content):
    with pytest.raises(PageImageError):
        page_image(on_disk(tmp_path, content), SHA, 1)
    assert not image_path(SHA, 1).exists()


def test_page_image_beyond_the_last_page_is_refused(tmp_path):
    with pytest.raises(PageImageError, match="page|index"):
        page_image(on_disk(tmp_path, a_pdf(pages=2)), SHA, 3)


def test_page_image_of_a_page_that_draws_itself_ends_and_is_not_tried_again(tmp_path, monkeypatch):
    source, tried, render = on_disk(tmp_path, a_bomb()), [], page_images._render_in_child
    monkeypatch.setattr(page_images, "_render_in_child", lambda *page: tried.append(page) or render(*page))

    for _ in range(2):
        with pytest.raises(PageImageError):
            page_image(source, SHA, 1)

    assert len(tried) == 1


def test_page_image_that_failed_is_tried_again_later(tmp_path):
    source = on_disk(tmp_path, b"")
    with pytest.raises(PageImageError):
        page_image(source, SHA, 1)
    source.write_bytes(a_pdf())
    long_ago = time.time() - made_once.FAILURE_KEPT_SECONDS - 1
    os.utime(image_path(SHA, 1).with_suffix(".failed"), (long_ago, long_ago))

    assert page_image(source, SHA, 1).exists()


def test_page_image_that_takes_too_long_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(page_images, "RENDER_SECONDS", 0.01)

    with pytest.raises(PageImageError, match="stopped"):
        page_image(on_disk(tmp_path, a_pdf()), SHA, 1)
    assert [path.suffix for path in image_path(SHA, 1).parent.iterdir() if path.is_dir()] == []


# ---- the addresses -----------------------------------------------------------------------------------------------


def test_page_image_of_a_published_act_can_be_cached_by_anyone(client, db):
    act = a_deliberation(content=a_pdf(), page_count=2)

    response = client.get(f"/deliberations/{act.slug}/page/2.webp")

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response.content[:4] == b"RIFF"
    assert "public" in response["Cache-Control"]
    assert "immutable" not in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_page_image_at_an_address_with_the_hash_never_changes(client, db):
    act = a_deliberation(content=a_pdf(), page_count=2)

    right = client.get(f"/deliberations/{act.slug}/page/1.webp?v={act.sha256[:12]}")
    old = client.get(f"/deliberations/{act.slug}/page/1.webp?v=0123456789ab")

    assert "immutable" in right["Cache-Control"]
    assert "max-age=31536000" in right["Cache-Control"]
    assert "immutable" not in old["Cache-Control"]


def test_page_image_that_the_browser_has_is_not_sent_again(client, db):
    act = a_deliberation(content=a_pdf(), page_count=2)
    address = f"/deliberations/{act.slug}/page/1.webp"
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert client.get(f"{address}?large=1", headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("page", [0, 3])
def test_page_image_of_a_page_that_is_not_there_is_404(client, db, page):
    act = a_deliberation(content=a_pdf(), page_count=2)

    assert client.get(f"/deliberations/{act.slug}/page/{page}.webp").status_code == 404


def test_page_image_that_cannot_be_made_says_so(client, db):
    act = a_deliberation(content=b"%PDF-1.4 rien", page_count=2)

    response = client.get(f"/deliberations/{act.slug}/page/2.webp")

    assert response.status_code == 404
    assert response["Content-Type"] == "image/svg+xml"
    assert "L’image de la page 2 n’a pas pu être faite." in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_page_image_of_a_file_that_is_gone_says_so(client, db):
    act = a_deliberation(source="deliberations/2023/partie.pdf")

    assert "n’a pas pu être faite" in client.get(f"/deliberations/{act.slug}/page/2.webp").content.decode()


def test_source_file_is_the_original_byte_for_byte(client, db):
    content = a_pdf()
    act = a_deliberation(content=content)

    response = client.get(f"/deliberations/{act.slug}/source.pdf")

    assert b"".join(response.streaming_content) == content
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{act.slug}.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "script-src 'none'" in response["Content-Security-Policy"]
    assert (
        client.get(f"/deliberations/{act.slug}/source.pdf", headers={"If-None-Match": response["ETag"]}).status_code
        == 304
    )


def test_source_file_that_is_gone_is_404(client, db):
    act = a_deliberation(source="deliberations/2023/partie.pdf")

    assert client.get(f"/deliberations/{act.slug}/source.pdf").status_code == 404


@pytest.mark.parametrize("address", ["page/1.webp", "source.pdf"])
def test_files_of_a_draft_are_for_staff_who_may_view_acts(client, db, address):
    act = a_deliberation(published=False, content=a_pdf(), page_count=2)
    address = f"/deliberations/{act.slug}/{address}"

    assert client.get(address).status_code == 404

    user = staff()
    client.force_login(user)
    assert client.get(address).status_code == 404

    user.user_permissions.set(Permission.objects.filter(codename="view_deliberation"))
    response = client.get(address)
    assert response.getvalue()  # read to its end, a file closes itself
    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]

    user.is_staff = False
    user.save()
    assert client.get(address).status_code == 404


def test_files_answer_reading_only(client, db):
    act = a_deliberation(content=a_pdf())

    assert client.post(f"/deliberations/{act.slug}/source.pdf").status_code == 405
    assert client.post(f"/deliberations/{act.slug}/page/1.webp").status_code == 405
    assert client.get("/deliberations/59-inconnue/source.pdf").status_code == 404
