"""Files of several acts: kept whole, with the pages that were cut out of them."""

from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile

from grants.models import Bundle, BundlePart
from ingest.pages.page_images import pages_folder
from ingest.reader.scanning.kept_pages import carry_pages


def keep_bundle(whole: Path, page_count: int) -> Bundle:
    """The bundle of this file, kept byte for byte; the one that is there already where these bytes are known."""
    content = whole.read_bytes()
    digest = sha256(content).hexdigest()
    bundle, made = Bundle.objects.get_or_create(sha256=digest, defaults={"name": whole.name, "page_count": page_count})
    if made or not bundle.source or not bundle.source.storage.exists(bundle.source.name):
        bundle.source.save(f"{digest}.pdf", ContentFile(content))
    return bundle


def keep_part(bundle: Bundle, pages: tuple[int, int], digest: str) -> BundlePart:
    """The record that the PDF of this print is made of these pages of the bundle; can be made again.

    What was recognised on them goes with them.
    """
    first, last = pages
    carry_pages(pages_folder(bundle.sha256), pages_folder(digest), pages)
    return BundlePart.objects.get_or_create(bundle=bundle, first_page=first, last_page=last, sha256=digest)[0]


def is_part(digest: str) -> bool:
    """Whether the file of this print was cut out of a bundle: it is one act, as whoever cut it said."""
    return BundlePart.objects.filter(sha256=digest).exists()
