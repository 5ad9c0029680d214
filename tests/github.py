"""The tree of a Markdown text in lines, from the HTML of GitHub's own reader (cmark-gfm)."""

from __future__ import annotations

import re

from cmarkgfm.cmark import Options, markdown_to_html_with_extensions
from lxml.html import HtmlElement, fragment_fromstring

from tests.commonmark import Lines, address, one_blank

_EXTENSIONS = ["table", "strikethrough", "tasklist"]
_NAMES = {"ul": "list", "ol": "list", "th": "cell", "td": "cell", **{f"h{n}": "heading" for n in range(1, 7)}}
_PARTS = frozenset("p blockquote li table thead tr pre hr list cell heading note br task".split())
_BLOCKS = {"p", "blockquote", "li", "table", "thead", "tr", "pre", "hr", "section", *_NAMES}


def of_github(written: str) -> list[str]:
    """The tree that cmark-gfm reads, in lines."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    html = markdown_to_html_with_extensions(written, options=options, extensions=_EXTENSIONS)
    lines = Lines()
    _inside(lines, fragment_fromstring(html, create_parent="div"))
    return lines.written


def _inside(lines: Lines, element: HtmlElement) -> None:
    _words(lines, element.text)
    for child in element:
        _tell(lines, child)
        _words(lines, child.tail)


def _words(lines: Lines, words: str | None) -> None:
    """What stands between two tags; blanks beside those of a block, or after a break, show nothing."""
    last = lines.written[-1].removeprefix("/").split(" ")[0] if lines.written else "p"
    lines.words((words or "").lstrip("\n ") if last in _PARTS else words or "")


def _tell(lines: Lines, element: HtmlElement) -> None:
    if element.tag in _BLOCKS:
        _strip(lines, "\n")
    match element.tag:
        case "a" if "footnote-backref" in element.get("class", ""):
            _strip(lines, " ")
        case "sup":
            lines.tag("mark", element.text_content())
        case "section":
            _notes(lines, element)
        case "input":
            lines.tag("task", "done" if "checked" in element.attrib else "")
        case "img":
            said = one_blank(element.get("alt", ""))
            lines.tag("img", address(element.get("src", "")), repr(element.get("title", "")), said)
        case "code":
            lines.written.append(f"code {one_blank(element.text or '')}")
        case "pre":
            language = element[0].get("class", "").removeprefix("language-")
            lines.tag("pre", language)
            lines.words(element[0].text or "")
            lines.tag("/pre")
        case "br" | "hr":
            lines.tag(element.tag)
        case "tbody":
            _inside(lines, element)
        case "thead":
            lines.tag("thead")
            _inside(lines, element[0])
            lines.tag("/thead")
        case _:
            _element(lines, element)


def _element(lines: Lines, element: HtmlElement) -> None:
    name = _NAMES.get(element.tag, element.tag)
    details = {
        "ul": ["-"],
        "ol": [element.get("start", "1")],
        "a": [address(element.get("href", "")), repr(element.get("title", ""))],
        "th": [element.get("align", "")],
        "td": [element.get("align", "")],
    }
    heading = [element.tag[1]] if re.fullmatch("h[1-6]", element.tag) else []
    lines.tag(name, *details.get(element.tag, heading))
    _inside(lines, element)
    if element.tag in _BLOCKS:
        _strip(lines, "\n")
    lines.tag(f"/{name}")


def _notes(lines: Lines, section: HtmlElement) -> None:
    for number, note in enumerate(section[0], 1):
        lines.tag("note", str(number))
        _inside(lines, note)
        _strip(lines, "\n")
        lines.tag("/note")


def _strip(lines: Lines, sign: str) -> None:
    if lines.written and lines.written[-1].startswith("words "):
        lines.written[-1] = lines.written[-1].removesuffix(sign)
        if lines.written[-1] == "words ":
            lines.written.pop()
