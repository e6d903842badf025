"""The shades of a page image, looked at coarsely: the most usual one around each point is that of what is printed on.

Takes and gives grey arrays, 0 black to 255 white.
"""

from typing import Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage

# Pixels a point at which shades are looked at: edges are found to half a point, and white rules are no thinner.
FINENESS: Final = 2
# Points. The shade that is the most usual this far around is paper, or that of a shaded cell: strokes of letters cover
# less than half of it.
AROUND: Final = 13


def as_grey(image: object) -> GreyImage:
    """What OpenCV gives, as whole shades."""
    return np.asarray(image, dtype=np.uint8)


def thickened(image: GreyImage, reach: float) -> GreyImage:
    """Each pixel as bright as the brightest one within `reach` pixels: of ink marked 1, where some is that near."""
    side = 2 * round(reach) + 1
    return as_grey(cv2.dilate(image, np.ones((side, side), np.uint8)))


def reduced(grey: GreyImage, scale: float) -> GreyImage:
    """The image of `scale` pixels a point at `FINENESS` pixels a point."""
    height, width = grey.shape
    size = (max(1, round(width * FINENESS / scale)), max(1, round(height * FINENESS / scale)))
    return as_grey(cv2.resize(grey, size, interpolation=cv2.INTER_AREA))


def sampled(grey: GreyImage, scale: float) -> GreyImage:
    """The same of the four pixels around each point alone, in a sixth of the time: where it is seen that something is
    there, and not how dark it is."""
    height, width = grey.shape
    size = (max(1, round(width * FINENESS / scale)), max(1, round(height * FINENESS / scale)))
    return as_grey(cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR))


def shrunk(grey: GreyImage, size: tuple[int, int]) -> GreyImage:
    """The image in so many pixels across and down, each the mean of those it stands for.

    By way of half the size, which OpenCV makes in a fiftieth of the time of any other: edges may move by half a pixel.
    """
    while grey.shape[1] >= 2 * size[0] and grey.shape[0] >= 2 * size[1]:
        height, width = grey.shape[0] // 2, grey.shape[1] // 2
        grey = as_grey(cv2.resize(grey[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA))
    return as_grey(cv2.resize(grey, size, interpolation=cv2.INTER_AREA))


def usual_shade(small: GreyImage) -> GreyImage:
    """The most usual shade around each point of a reduced image."""
    size = small.shape[1], small.shape[0]
    points = cv2.resize(small, None, fx=1 / FINENESS, fy=1 / FINENESS, interpolation=cv2.INTER_AREA)
    return as_grey(cv2.resize(cv2.medianBlur(points, AROUND), size, interpolation=cv2.INTER_LINEAR))
