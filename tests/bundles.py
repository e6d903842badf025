"""Several PDFs bound into one, as councils publish the acts of a day."""

from pathlib import Path

import pikepdf


def a_bundle(path: Path, *files: Path) -> Path:
    """The pages of these files, one after the other, in one file at `path`."""
    with pikepdf.new() as bundle:
        for file in files:
            with pikepdf.open(file) as one:
                bundle.pages.extend(one.pages)
        bundle.save(path, deterministic_id=True)
    return path
