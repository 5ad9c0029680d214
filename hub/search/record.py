"""A page -> what is searched of it, as a small HTML file that Pagefind reads."""

from __future__ import annotations

import re
from html import escape

from hub.pages.page import Page
from hub.search.kinds import is_list, words_of
from hub.search.synonyms import besides

SPELT = {
    "œ": "o\u0361e",
    "Œ": "O\u0361e",
    "æ": "a\u0361e",
    "Æ": "A\u0361e",
    "’": "'",
    "·": "\u00ad",
}
"""Pagefind 1.5.2 leaves ligatures alone, glues « l’ » to its word and « ·e·s » to its stem. It folds what
bears a combining mark, and cuts a word at an ASCII apostrophe and at a soft hyphen: each character is written
as what Pagefind understands, which `theme/overrides/assets/hub/search/text.js` turns back to show it."""

PHRASE, HEADING, FACT, ITEM = "\ue000", "\ue001", "\ue002", "\ue003"
"""Where a block begins, and of which kind it is: one that reads by itself, a title of those after it, a fact
with its name, a link or a name that its title explains. Pagefind keeps these characters in the text of a
result and does not look for them; by them `excerpt.js` of the theme tells blocks apart."""

_MARKS = f"[{PHRASE}{HEADING}{FACT}{ITEM}]"

_UNSEARCHED = re.compile(
    r"<(?:(h1|nav|script|svg|button|thead|caption|aside)\b"
    r"|(p) class=\"(?:adresse|aide|boutons|suivre|source|verifie|construit|date-publication|telechargement"
    r"|encart)\""
    r"|(figure) class=\"(?:hemicycle|image)\b|(summary)>Voir |(a) class=\"suite\")"
)
"""The title, and what stands on every page of a kind and would be found everywhere; keys of drawings,
whose work a picture is, addresses and contacts, which make poor excerpts."""

_NOTE_MARK = re.compile(r"<sup\b[^<>]*+><a\b[^<>]*+>[^<>]*+</a></sup>|<a\b[^<>]*+>↩[^<>]*+</a>")
"""The number of a note, which would be a part of the word before it, and the way back from the note."""

_HEADER_END = "</header>"
_FACTS = re.compile(r"<p class=\"(?:etiquettes|fait|meme-jour)\">")
_ITEMS = re.compile(r"<li class=\"fait\">|<li\b[^<>]*+>\s*+(?=<a\b)")
_COUNTS = re.compile(r"<tr>\s*+(<th\b[^<>]*+>[^<]*+</th>)\s*+(?:<td\b[^<>]*+>[\d\s,]*+</td>\s*+){2,}</tr>")
_PART = r"<(?:t[dh]\b|(?:span|a) class=\"etiquette)[^<>]*+>"
_PARTS = re.compile(rf"{_PART}(?:\s*+{_PART})*+|<br\b[^<>]*+>")
_BREAKS = re.compile(rf"(?:<p>({_MARKS})\s*+)+(?:·\s*+)?")
"""Both begin with a letter, which is looked for at once: the blanks before what they find go afterwards."""

_PAUSES = tuple(".,;:!?")
_EMPTY = re.compile(rf"\n<p>{_MARKS}(?=\n<|$)")
_TAG = re.compile(r"<(/?[a-z]+[1-6]?)\b[^<>]*+>")
SAME = 60
"""Characters after which a description that a text begins with is taken for a part of it."""

_KEPT = {
    **{f"h{level}": f"\n<h{level}>{HEADING}" for level in range(2, 7)},
    **{f"/h{level}": f"</h{level}>" for level in range(2, 7)},
    **dict.fromkeys(("p", "li", "div", "section", "tr", "blockquote", "figcaption"), f"\n<p>{PHRASE}"),
    "summary": f"\n<p>{HEADING}",
    "dt": f"\n<p>{FACT}",
    "item": f"\n<p>{ITEM}",
    "/dt": " : ",
    **dict.fromkeys(("br", "span"), " "),
}
"""The tags that part words or weigh on the order of results; the others only weigh on the index."""


def record(page: Page) -> str:
    """The HTML of what is searched of `page`: its words, and what results show beside them.

    The title is a metadata only, so that no excerpt repeats it.
    """
    clues = page.clues
    values = {
        "title": page.title,
        "noms": " ; ".join((*clues.names, *clues.spellings)),
        "mots": f"{words_of(page)} {_besides(page)}".strip(),
        "quand": clues.when,
    }
    metadata = "".join(
        f'<meta data-pagefind-meta="{key}[content]" content="{escape(value)}">'
        for key, value in values.items()
        if value
    )
    written = (
        f'<!doctype html><html lang="fr"><head>{metadata}</head>'
        f"<body data-pagefind-body>{_searched(page)}</body></html>"
    )
    for sign, understood in SPELT.items():  # far quicker than `str.translate`
        written = written.replace(sign, understood)
    return written


def _besides(page: Page) -> str:
    """What people call what the page is about; nothing of a list, which is about all of it."""
    return "" if is_list(page) else besides((page.title, *page.clues.names, introduced(page)))


def _searched(page: Page) -> str:
    """The text of a page in blocks, without its title and its frame; of a list, only what introduces it.

    The description comes first, unless the text or what stands above it says the same; other names, last.
    """
    head, _, rest = page.body.partition(_HEADER_END)
    body = head if is_list(page) else f"{head}<p>{rest}"
    body = _NOTE_MARK.sub("", _what_is_searched(body))
    body = _COUNTS.sub(r"<item>\1", _ITEMS.sub("<item>", _FACTS.sub("<dt>", body)))
    text = _TAG.sub(lambda tag: _KEPT.get(tag[1], ""), _parted(body))
    description = escape(introduced(page))
    if description[:SAME] not in text:
        text = f"\n<p>{PHRASE}{description}{text}"
    if page.clues.names:
        text += f"\n<p>{FACT}Aussi appelée : {escape(', '.join(page.clues.names))}"
    return _EMPTY.sub("", _broken(text))


def _parted(body: str) -> str:
    """A body whose cells and labels are parted by a dot, as are its lines where no sign ends them."""
    parts: list[str] = []
    at = 0
    for found in _PARTS.finditer(body):
        before = body[at : found.start()].rstrip()
        if not (found[0].startswith("<br") and before.endswith(_PAUSES)):
            parts += before, " · "
            at = found.end()
    return "".join((*parts, body[at:]))


def _broken(text: str) -> str:
    """A text whose blocks begin at the line, those without a word left out: the last tells what follows."""
    *before, last = _BREAKS.split(text)
    blocks = (f"\n<p>{part}" if index % 2 else part.rstrip() for index, part in enumerate(before))
    return "".join((*blocks, last))


def _what_is_searched(body: str) -> str:
    """The HTML of a page without the elements that `_UNSEARCHED` begins, each up to its first end."""
    parts: list[str] = []
    endless: set[str] = set()
    at = 0
    for found in _UNSEARCHED.finditer(body):
        name = found[found.lastindex or 0]
        if found.start() < at or name in endless:
            continue
        end = body.find(f"</{name}>", found.end())
        if end < 0:
            endless.add(name)
        else:
            parts.append(body[at : found.start()])
            at = end + len(f"</{name}>")
    return "".join((*parts, body[at:]))


def introduced(page: Page) -> str:
    """The description of a page; '' where it only says its title or its date, which a result shows."""
    title, when, description = (
        " ".join(text.split()) for text in (page.title, page.clues.when, page.description)
    )
    return "" if description.startswith(title) or (when and when in description) else page.description
