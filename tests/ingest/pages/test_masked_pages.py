"""What the public gets of an act in which something is masked: images, the copy of its PDF, their addresses."""

import io

import pdfplumber
import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.base import ContentFile
from PIL import Image

from grants.models import PersonalMark
from grants.templatetags.printed import page_image_address
from ingest.store.private.marks import refresh_print
from tests.builders import a_deliberation
from tests.ingest.pages.test_page_images import a_pdf, staff

pytestmark = pytest.mark.django_db
# Around the text that `a_pdf` prints at the foot of each page.
BOX = [0.1, 0.88, 0.6, 0.95]


def an_act(*, status: str = "masked", page: int = 1):
    act = a_deliberation(content=a_pdf(), page_count=2)
    PersonalMark.objects.create(
        deliberation=act, kind="bank", text="12 500,00 €", key="12500", page=page, boxes=[BOX], status=status
    )
    refresh_print(act)
    act.save()
    return act


def image_at(client, address: str) -> Image.Image:
    return Image.open(io.BytesIO(client.get(address).content)).convert("L")


def lightest(image: Image.Image) -> int:
    width, height = image.size
    x0, y0, x1, y1 = BOX
    return image.crop((round(x0 * width), round(y0 * height), round(x1 * width), round(y1 * height))).getextrema()[1]


@pytest.mark.parametrize("large", ["", "&large=1"])
def test_the_public_image_is_black_where_something_is_masked(client, large):
    act = an_act()
    assert lightest(image_at(client, f"/deliberations/{act.slug}/page/1.webp?v=x{large}")) < 30
    assert lightest(image_at(client, f"/deliberations/{act.slug}/page/2.webp?v=x{large}")) > 200


def test_what_staff_made_public_is_seen(client):
    act = an_act(status="public")
    assert act.masks_print == ""
    assert lightest(image_at(client, f"/deliberations/{act.slug}/page/1.webp")) > 200


def test_the_address_and_the_etag_change_with_the_masks(client):
    act = an_act()
    masked = page_image_address(act, 1)
    before = client.get(masked)
    assert "immutable" in before["Cache-Control"]
    act.personal_marks.update(status="public")
    refresh_print(act)
    act.save()
    shown = page_image_address(act, 1)
    assert shown != masked
    assert act.sha256[:12] in shown
    again = client.get(masked, headers={"If-None-Match": before["ETag"]})
    assert again.status_code == 200
    assert "immutable" not in again["Cache-Control"]


def test_the_public_copy_has_no_text_under_its_masks(client):
    act = an_act()
    response = client.get(f"/deliberations/{act.slug}/source.pdf")
    assert response["Content-Type"] == "application/pdf"
    with pdfplumber.open(io.BytesIO(b"".join(response.streaming_content))) as copy:
        assert copy.pages[0].extract_text() == ""
        assert "12 500,00" in copy.pages[1].extract_text()
    assert act.sha256 in response["ETag"]
    assert act.masks_print in response["ETag"]


def test_staff_have_the_page_and_the_file_as_they_are(client):
    act = an_act()
    pages = [
        f"/admin/grants/deliberation/{act.pk}/lecture/original.pdf",
        f"/admin/grants/deliberation/{act.pk}/lecture/page/1.webp",
    ]
    for page in pages:
        assert client.get(page).status_code == 302
    client.force_login(staff())
    for page in pages:
        assert client.get(page).status_code == 403
    client.logout()
    user = staff_who_may_view()
    client.force_login(user)
    response = client.get(pages[0])
    assert b"".join(response.streaming_content) == a_pdf()
    assert "no-store" in response["Cache-Control"]
    assert lightest(image_at(client, pages[1])) > 200
    assert lightest(image_at(client, f"/deliberations/{act.slug}/page/1.webp")) < 30, "public pages show what is public"


def staff_who_may_view():
    User.objects.filter(username="agent").delete()
    user = staff()
    user.user_permissions.set(Permission.objects.filter(codename="view_deliberation"))
    return user


def test_a_copy_that_cannot_be_made_gives_a_sentence_and_never_the_original(client):
    act = an_act()
    act.source.storage.delete(act.source.name)
    act.source.storage.save(act.source.name, ContentFile(b"%PDF-1.4 rien"))
    response = client.get(f"/deliberations/{act.slug}/source.pdf")
    assert response.status_code == 503
    assert "n’a pas pu être préparée" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_the_page_of_the_act_says_that_something_is_masked_and_why(client):
    act = an_act()
    page = client.get(act.get_absolute_url()).content.decode()
    assert "1\u00a0donnée personnelle est masquée" in page
    assert "/methode/#donnees-personnelles" in page
    assert "celle du PDF d’origine" in page
    act.personal_marks.update(status="public")
    refresh_print(act)
    act.save()
    assert "donnée personnelle" not in client.get(act.get_absolute_url()).content.decode()
