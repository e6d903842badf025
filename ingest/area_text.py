"""The text inside a box of a stored page, read by a child process that can be killed: `python -m ingest.area_text`.

A person draws a box on a page; what is printed there is proposed to them. Nothing is kept.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

from ingest.reader.records import Box

AREA_SECONDS = 25  # a scanned page of the real acts takes 2; a web worker is stopped after 30
AREA_MEMORY = 2 * 1024**3  # bytes of address space: the recognition of letters maps its data


class AreaError(Exception):
    """A box whose text could not be read. `str(error)` says why, for the log."""


def area_text(source: Path, page: int, box: Box) -> str:
    """What is printed inside `box` (page fractions) of page `page` (from 1), its cells apart by « | ».

    Raises AreaError where the page cannot be read within the limits.
    """
    project = Path(__file__).resolve().parent.parent
    command = [sys.executable, "-m", "ingest.area_text", str(source.resolve()), str(page), *map(str, box)]
    kept = {name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command,
            cwd=project,
            env={"PATH": os.defpath, "PYTHONPATH": str(project), "PYTHONUTF8": "1"} | kept,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=AREA_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise AreaError(f"stopped after {AREA_SECONDS} s") from None
    if done.returncode:
        raise AreaError(done.stderr.decode(errors="replace").strip()[-500:] or f"status {done.returncode}")
    return done.stdout.decode(errors="replace")


# ---- the child's side --------------------------------------------------------------------------------------------


def main(source: str, page: str, *sides: str) -> None:
    """Limits first, then the page."""
    resource.setrlimit(resource.RLIMIT_AS, (AREA_MEMORY, AREA_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (AREA_SECONDS, AREA_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a C library prints must not mix with the answer.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    try:
        from ingest.reader.areas import read_area  # noqa: PLC0415 - after the limits

        text = read_area(Path(source), int(page), Box(*map(float, sides)))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file raises, the parent gets one line of it
        sys.exit(f"{type(error).__name__}: {error}")
    with answer:
        answer.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
