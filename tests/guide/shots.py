"""`python -m tests.guide.shots [NAME…]`: makes the images of the staff guide, of the real screens, again.

A new database in a folder of its own is filled by `story`, served, and looked at by a headless Chromium as an agent;
each image of `screens`, or those named, goes to `static/img/guide/` as WebP.
"""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path
from threading import Thread

import django
from PIL import Image
from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
DENSITY = 1.5  # pixels of the image for one of the page: sharp on most screens, light enough
QUALITY = 72  # of WebP, of 100: text stays crisp
IMAGES = Path(__file__).resolve().parents[2] / "static" / "img" / "guide"


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
            "DATA_DIR": folder,
            "DEBUG": "true",
        }
        os.environ.pop("DATABASE_URL", None)
        django.setup()
        _take(names)


def _take(names: list[str]) -> None:
    from tests.guide.screens import SCREENS, WIDTH
    from tests.guide.story import tell

    story = tell()
    address = _serve()
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 900}, device_scale_factor=DENSITY, locale="fr-FR", color_scheme="light"
        )
        context.add_cookies([_session(story.agent, address)])
        context.add_init_script("localStorage.setItem('django.admin.navSidebarIsOpen', 'false')")
        for screen in SCREENS:
            if names and screen.name not in names:
                continue
            page = context.new_page()
            page.goto(address + screen.address(story))
            screen.act(page, story)
            page.wait_for_load_state("networkidle")
            _keep(page, screen, WIDTH)
            page.close()
        browser.close()


def _keep(page, screen, width: int) -> None:
    top = page.locator(screen.top).first.bounding_box()["y"] - 8 if screen.top else 0
    height = min(screen.height, page.evaluate("document.documentElement.scrollHeight") - top)
    clip = {"x": 0, "y": top, "width": width, "height": height}
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip, animations="disabled")))
    path = IMAGES / f"{screen.name}.webp"
    picture.convert("RGB").save(path, quality=QUALITY, method=6)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")  # noqa: T201 - a script for people


def _session(agent, address: str) -> dict:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(agent)
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": address,
    }


def _serve() -> str:
    """The site of this process, on a free port."""
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    class Quiet(WSGIRequestHandler):
        def log_message(self, *args) -> None:
            pass

    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


if __name__ == "__main__":
    main(sys.argv[1:])
