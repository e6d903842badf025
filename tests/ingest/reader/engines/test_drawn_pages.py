"""Pages drawn as images: at which resolution, and whether they are of black and white alone."""

import pikepdf
import pytest

from ingest.reader.engines.drawn_pages import page_images


def image(file, width, height, *, bits=8, shade=0):
    """An image of one shade, `bits` to the pixel."""
    drawn = pikepdf.Stream(file, bytes([shade]) * (width * bits // 8 * height))
    drawn.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=bits,
    )
    return file.make_indirect(drawn)


def test_ink_cut_out_by_a_mask_is_drawn_as_fine_as_its_mask_may_be(tmp_path):
    """A compact scan: coarse paper, a few pixels of ink over it, and a fine mask that PDFium does not tell of."""
    path = tmp_path / "layers.pdf"
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(595, 842))
        paper, ink = image(file, 1240, 1754, shade=250), image(file, 8, 8)  # 150 dots per inch
        ink.SMask = image(file, 2480, 3508)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Paper=paper, Ink=ink))
        page.Contents = file.make_stream(b"595 0 0 842 0 0 cm /Paper Do /Ink Do")
        file.save(path)

    (drawn,) = page_images(path, [1])
    assert drawn.resolution == 300


@pytest.mark.parametrize(
    ("bits", "width", "two_tone"),
    [
        (1, 1240, True),
        (8, 1240, False),
        (1, 4960, False),  # finer than it is drawn: dots side by side are a shade
    ],
)
def test_image_of_single_dots_is_told_from_one_of_shades(tmp_path, bits, width, two_tone):
    path = tmp_path / "scan.pdf"
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(595, 842))
        height = round(width * 842 / 595)
        scan = image(file, width, height, bits=bits)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=scan))
        page.Contents = file.make_stream(b"595 0 0 842 0 0 cm /Scan Do")
        file.save(path)

    (drawn,) = page_images(path, [1])
    assert drawn.two_tone is two_tone
