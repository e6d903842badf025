"""Pages that show nothing but one image: its own pixels, and only where nothing else changes what is seen."""

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest

from ingest.reader.engines.drawn_pages import page_images
from ingest.reader.engines.lone_images import BLOCK, lone_image, shows_images_whole

WIDTH, HEIGHT = 124, 175
PIXELS = np.random.default_rng(5).integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8)
WHOLE = b"59.5 0 0 84 0 0 cm /Scan Do"


def scan(path, content=WHOLE, pixels=PIXELS, *, rotate=0, masked=False, stencil=False, two_tone=False):
    """A page of 59.5 points by 84 that shows an image as `content` sets it, 150 dots per inch."""
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(59.5, 84))
        page.obj.Rotate = rotate
        space = pikepdf.Name.DeviceGray if pixels.ndim == 2 else pikepdf.Name.DeviceRGB
        kind = {"ImageMask": True} if stencil else {"ColorSpace": space}
        image = pikepdf.Stream(
            file,
            np.packbits(pixels > 127, axis=1).tobytes() if stencil or two_tone else pixels.tobytes(),
            Subtype=pikepdf.Name.Image,
            Width=WIDTH,
            Height=HEIGHT,
            BitsPerComponent=1 if stencil or two_tone else 8,
            **kind,
        )
        if masked:
            image.SMask = pikepdf.Stream(
                file,
                bytes(4),
                Subtype=pikepdf.Name.Image,
                Width=2,
                Height=2,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
        layer = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Calque"))
        page.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(Scan=image), Properties=pikepdf.Dictionary(Layer=layer)
        )
        page.Contents = file.make_stream(content)
        file.save(path)
    return path


def lone(path, channels=1):
    with pdfium.PdfDocument(path) as document:
        return lone_image(document[0], channels)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_page_that_is_an_image_has_its_pixels_as_it_is_displayed(tmp_path, rotate):
    path = scan(tmp_path / "scan.pdf", rotate=rotate)

    (drawn,) = page_images(path, [1])

    np.testing.assert_array_equal(drawn.pixels, np.rot90(PIXELS, -rotate // 90))


def test_colours_come_in_the_order_of_those_of_a_drawn_page(tmp_path):
    coloured = np.random.default_rng(6).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    path = scan(tmp_path / "scan.pdf", pixels=coloured)

    np.testing.assert_array_equal(lone(path, channels=3), coloured[:, :, ::-1])
    assert lone(path) is None  # in grey, it is drawn


@pytest.mark.parametrize(
    "content",
    [
        b"50 0 0 84 0 0 cm /Scan Do",  # bare paper beside it
        b"59.5 0 0 -84 0 84 cm /Scan Do",  # upside down
        b"59.5 4 -4 84 0 0 cm /Scan Do",  # leaning
        b"0 0 40 84 re W n 59.5 0 0 84 0 0 cm /Scan Do",  # cut
        b"q 59.5 0 0 84 0 0 cm /Scan Do Q 10 10 5 5 re f",  # under something else
        b"/OC /Layer BDC 59.5 0 0 84 0 0 cm /Scan Do EMC",  # in a layer that may be off
    ],
)
def test_image_that_is_not_all_of_its_page_is_drawn_with_it(tmp_path, content):
    assert lone(scan(tmp_path / "scan.pdf", content)) is None


@pytest.mark.parametrize("kind", ["stencil", "two_tone"])
def test_image_of_black_and_white_alone_is_drawn(tmp_path, kind):
    assert lone(scan(tmp_path / "scan.pdf", **{kind: True})) is None


def test_image_of_which_a_part_is_shown_is_drawn(tmp_path):
    whole, masked = scan(tmp_path / "whole.pdf"), scan(tmp_path / "masked.pdf", masked=True)

    assert [shows_images_whole(path) for path in (whole, masked)] == [True, False]
    (drawn,) = page_images(masked, [1])
    assert (drawn.pixels == 255).all()  # its mask hides all of it


def test_mask_is_seen_where_it_is_said_from_one_block_of_a_file_to_the_next(tmp_path):
    path = tmp_path / "masked.pdf"
    path.write_bytes(b" " * (BLOCK - 3) + b"/SMask 5 0 R")

    assert not shows_images_whole(path)
