"""Pages of HTML that need nothing else: no network, light and dark, fit to print."""

import base64
import hashlib
from html import escape
from pathlib import Path

_STYLE = Path(__file__).with_name("page.css")


def html(markdown: str, title: str) -> str:
    """Markdown as a page; see `fragment`."""
    return document(fragment(markdown), title)


def fragment(markdown: str) -> str:
    """Markdown as HTML. HTML in it is shown as it is typed, and pictures are not fetched."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": False}).disable("image").render(markdown))


def document(body: str, title: str, script: str = "") -> str:
    """A page around ``body``, which is HTML already. It may run ``script`` and nothing else."""
    allowed = f"'sha256-{_digest(script)}'" if script else "'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'unsafe-inline'; script-src {allowed}\">\n"
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n{body}"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
