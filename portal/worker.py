"""gunicorn's worker, whose own refusals are French too: a request that no page will ever see still gets a sentence."""

from gunicorn import util
from gunicorn.http.errors import (
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)
from gunicorn.workers.gthread import ThreadWorker

LONGEST_REQUEST_LINE = 8_190  # bytes: the most that gunicorn can be told; under it, the site has its own page
_PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{sentence} <a href="/">Revenir à l’accueil</a></p></body></html>
"""


def refusal(error: Exception) -> bytes | None:
    """The whole answer to a request that cannot be read; None for a failure of the site itself."""
    match error:
        case LimitRequestLine():
            status, title = "414 URI Too Long", "Cette adresse est trop longue"
            sentence = "Raccourcissez-la, ou cherchez par un nom."
        case LimitRequestHeaders():
            status, title = "431 Request Header Fields Too Large", "Cette demande est trop longue"
            sentence = "Ses en-têtes dépassent ce que le site reçoit."
        case InvalidResponseHeader() | InvalidResponseHeaderName():
            return None
        case ParseException():
            status, title = "400 Bad Request", "Cette demande n’a pas de sens"
            sentence = "Elle n’est pas écrite comme le veut le protocole HTTP."
        case _:
            return None
    page = _PAGE.format(title=title, sentence=sentence).encode()
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
    return f"{head}Content-Length: {len(page)}\r\n\r\n".encode() + page


class FrenchWorker(ThreadWorker):
    def handle_error(self, req, client, addr, exc):
        answer = refusal(exc)
        if answer is None:
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("Invalid request from ip=%s: %s", addr[0] if addr else "", exc)
        try:
            util.write_nonblock(client, answer)
        except OSError:
            self.log.debug("Failed to send error message.")
