"""Markdown -> HTML that any page may carry.

Raw HTML is not interpreted (it shows as the text it is, and a check refuses it); links by key are
resolved; what comes out passes an allow-list (nh3) whatever came in. French spaces come with the
whole page or feed item, so that titles and lists get them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.toc import TocExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from hub.at_hand import at_hand
from hub.markup.attached import detail
from hub.markup.links import Destination, address_of
from hub.markup.picture import markup, planned
from hub.model import Hub
from hub.model.attachment import document_address
from hub.model.names import fold
from hub.model.picture import seen
from hub.prose import Text
from hub.prose.reader import Reader
from hub.sources.text import CONTROL

TAGS = frozenset(
    "a abbr b blockquote br code dd del dl dt em h2 h3 h4 h5 h6 hr i img li ol p pre q s strong sub "
    "sup table tbody td th thead tr ul".split()
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style", "scope"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
SCHEMES = {"http", "https", "mailto", "tel"}
_MARKED = re.compile(
    r"_|[^\w ,;:.'’!?«»()%€/\u00a0\u202f…-]|^\s*(?:[-+]|\d+[.)])|:\s|  $|\s[-=]", re.MULTILINE
)
"""Anything but the letters and punctuation of one plain paragraph."""

_TABLES = re.compile(r'<h[2-6] id="([^"]+)">|</?table>')
_PICTURE = re.compile(r'(<p>)?<img([^<>]*? src="/images/([^"/]+)"[^<>]*)>(</p>)?')
_ALT, _CAPTION = re.compile(r' alt="([^"]*)"'), re.compile(r' title="([^"]*)"')

_ALIGN = re.compile(r'(<t[dh](?: scope="col")?) style="text-align: ?(left|right|center);?"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its anchor, its words (escaped for HTML), its level."""

    anchor: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, with its headings in order."""

    html: str
    headings: tuple[Heading, ...] = ()


class Renderer:
    """Renders the Markdown of one hub: a single parser object, reused (it is costly to make)."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._tree = _Tree(hub)
        self._parser = markdown.Markdown(
            extensions=["tables", "sane_lists", TocExtension(slugify=_slug, toc_depth="2-3")],
            output_format="html",
        )
        self._parser.preprocessors.deregister("html_block")
        self._parser.inlinePatterns.deregister("html")
        self._parser.preprocessors.register(_ListsEndParagraphs(), "lists", 25)
        self._parser.treeprocessors.register(self._tree, "hub", 5)
        self._cleaner = nh3.Cleaner(tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
        self._rendered: dict[str, Rendered] = {}

    def render(self, text: str) -> Rendered:
        """`text` as HTML whose links inside the site start with `/`.

        Remembered: a page, a feed item and a calendar entry show the same text.
        """
        if text not in self._rendered:
            self._rendered[text] = self._render(text) if text.strip() else Rendered("")
        return self._rendered[text]

    def _render(self, text: str) -> Rendered:
        if not _MARKED.search(text):  # most purposes of associations; Markdown would add the same tags
            return Rendered(f"<p>{text.strip()}</p>")
        try:
            with at_hand(f"le texte « {text.strip()[:40]} »"):
                html = self._parser.reset().convert(text)
        except RecursionError:  # thousands of lists in lists: nobody's text
            return Rendered(f"<p>{escape(text)}</p>")
        tokens = getattr(self._parser, "toc_tokens", [])
        headings = tuple(_headings(tokens))
        clean = CONTROL.sub("", self._cleaner.clean(html)).replace("&nbsp;", "\u00a0")
        clean = _ALIGN.sub(r'\1 class="\2"', clean)
        return Rendered(_PICTURE.sub(self._picture, _framed_tables(clean)), headings)

    def _picture(self, found: re.Match[str]) -> str:
        """An image of ours in its widths and formats; alone in its paragraph, a figure with its caption."""
        before, attributes, name, after = (group or "" for group in found.groups())
        if name not in self._hub.images or not seen(self._hub.images[name]):
            return found[0]
        alternative, caption = _ALT.search(attributes), _CAPTION.search(attributes)
        picture = markup(planned(self._hub.images[name]), alternative[1] if alternative else "")
        if not (before and after and caption):
            return f"{before}{picture}{after}"
        return f"<figure>{picture}<figcaption>{caption[1]}</figcaption></figure>"

    @cached_property
    def _reader(self) -> Reader:
        return Reader()

    def read(self, text: str) -> Text:
        """`text` read, once."""
        return self._reader.read(text)

    def words(self, text: str) -> str:
        """What `text` says without form, a line a block."""
        return self._reader.words(text)

    def beginning(self, text: str) -> str:
        """The first paragraphs of `text` without form, on one line (`hub.prose.beginning`)."""
        return self._reader.beginning(text)


class _ListsEndParagraphs(Preprocessor):
    """A list may follow a paragraph without an empty line, as CommonMark has it and as people write."""

    ITEM = re.compile(r" {0,3}(?:[-*+]|1[.)]) +\S")

    def run(self, lines: list[str]) -> list[str]:
        spaced: list[str] = []
        for line in lines:
            above = spaced[-1] if spaced else ""
            paragraph = above.strip() and not re.match(r"\s|[-*+>|#]|\d+[.)]", above)
            if paragraph and self.ITEM.match(line):
                spaced.append("")
            spaced.append(line)
        return spaced


class _Tree(Treeprocessor):
    """Links by key become addresses; unsafe links lose theirs; table heads say what they head."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self._hub = hub

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                self._resolve(element)
            elif element.tag == "img":
                self._resolve_image(element)
            elif element.tag == "th":
                element.set("scope", "col")
            elif element.tag == "h1":  # the page's own title is its only h1
                element.tag = "h2"

    def _resolve_image(self, image: Element) -> None:
        destination = Destination.of(image.get("src", ""))
        if destination.scheme == "image" and destination.rest in self._hub.images:
            image.set("src", f"/images/{destination.rest}")
        else:
            # ours or none: nobody else is told who reads the page, or the mail
            image.tag, image.text = "span", image.get("alt", "")

    def _resolve_document(self, link: Element, name: str) -> str:
        """The address of a document, whose kind and weight are said after its title; '' for none of ours."""
        if name not in self._hub.documents:
            return ""
        words = f" ({detail(self._hub.documents[name])})"
        if len(link):
            link[-1].tail = (link[-1].tail or "") + words
        else:
            link.text = (link.text or "") + words
        return document_address(name)

    def _resolve(self, link: Element) -> None:
        written = link.get("href", "")
        if "\x02" in written:  # an address that Markdown itself obfuscates, <contact@…>
            return
        destination = Destination.of(written)
        address = written
        if destination.by_key:
            address = address_of(destination, self._hub) or ""
        elif destination.scheme == "document":
            address = self._resolve_document(link, destination.rest)
        elif not destination.safe:
            address = ""
        elif destination.on_the_web:
            address = destination.on_the_web
        if address:
            link.set("href", address)
        else:
            link.attrib.pop("href", None)


def _framed_tables(html: str) -> str:
    """Each table in a frame that scrolls by itself, named by the heading above (RGAA 5.4).

    A table wider than a phone would widen the whole page; a frame one may scroll must be
    reachable with the keyboard.
    """
    name = 'aria-label="Tableau"'

    def replaced(found: re.Match[str]) -> str:
        nonlocal name
        if found[1]:
            name = f'aria-labelledby="{found[1]}"'
            return found[0]
        if found[0] == "</table>":
            return "</table></div>"
        return f'<div class="tableau" role="region" {name} tabindex="0"><table {name}>'

    return _TABLES.sub(replaced, html)


def _headings(tokens: list[dict[str, Any]]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["id"], token["name"], max(2, token["level"])))
        found += _headings(token["children"])
    return found


def _slug(title: str, separator: str) -> str:
    """An anchor in ASCII, as a clerk would guess it: « Élection » -> `election`."""
    return fold(re.sub(r"['’\-·]", " ", title)).replace(" ", separator) or "section"
