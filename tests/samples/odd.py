"""Small files that are no readable act: each one thing that goes wrong when people send PDFs."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "La commission permanente prend acte du rapport d’activité. Aucune somme n’est attribuée."


def _page(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _sentence(canvas: Canvas) -> None:
    canvas.drawString(72, 700, SENTENCE)


def _picture(canvas: Canvas) -> None:
    image = Image.new("1", (200, 280), 1)
    image.paste(0, (40, 60, 160, 64))
    canvas.drawImage(ImageReader(image), 72, 300, 200, 280)


def no_grant() -> bytes:
    """A page of text in which nothing is granted."""
    return _page(_sentence)


def image_only() -> bytes:
    """A page that holds a picture and no text, as scanners make."""
    return _page(_picture)


def truncated() -> bytes:
    """The first half of a good file, as a broken download leaves it."""
    whole = no_grant()
    return whole[: len(whole) // 2]


def encrypted() -> bytes:
    """A file that asks for a password."""
    return _page(_sentence, encrypt=StandardEncryption("secret", ownerPassword="owner", strength=40))


def no_page() -> bytes:
    """A well-formed file whose list of pages is empty."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def not_a_pdf() -> bytes:
    """Plain text under a name that ends in .pdf."""
    return f"{SENTENCE}\n".encode()


def empty() -> bytes:
    """A file of no byte at all."""
    return b""


FILES = {
    "empty": empty,
    "encrypted": encrypted,
    "image-only": image_only,
    "no-grant": no_grant,
    "no-page": no_page,
    "not-a-pdf": not_a_pdf,
    "truncated": truncated,
}


def make_all(folder: Path) -> None:
    """Write each as NAME.pdf in `folder`."""
    for name, make in FILES.items():
        (folder / f"{name}.pdf").write_bytes(make())
