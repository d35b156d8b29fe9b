"""Markdown as one page of HTML that needs nothing else: no network, light and dark, one sheet."""

from html import escape

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --paper: #ffffff; --soft: #5a6472;
        --line: #d5dae1; --mark: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7eaee; --paper: #14181e; --soft: #a3adba; --line: #39424e; --mark: #7db8f5; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; color: var(--ink);
       background: var(--paper); font: 15px/1.45 system-ui, sans-serif;
       overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
h2 { font-size: 1rem; margin: 1.2rem 0 .3rem; color: var(--mark);
     border-bottom: 1px solid var(--line); }
h3 { font-size: .95rem; margin: .8rem 0 .2rem; }
p, ul, blockquote { margin: .3rem 0; }
ul { padding-left: 1.2rem; }
blockquote { padding-left: .8rem; border-left: 3px solid var(--line); color: var(--soft); }
blockquote :is(h1, h2, h3, h4, h5, h6) { font-size: 1em; border: 0; color: inherit; }
pre { white-space: pre-wrap; }
img { max-width: 100%; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; break-after: page; }
@page { margin: 14mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #333; --line: #bbb; --mark: #000; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } li, blockquote { break-inside: avoid; }
}
"""


def html(markdown: str, title: str) -> str:
    """The page. HTML in the Markdown is shown as it is typed, and pictures are not fetched."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).disable("image")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{reader.render(markdown)}</body>\n</html>\n"
    )
