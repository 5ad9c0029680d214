"""Every format holds whatever a text field may hold, as text: its structure does not change.

The town has one thing of each kind, and the same words in every field that is free text; what is made of it
has the structure of what is made of a town of harmless words.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any, get_type_hints

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from hub.build import TEMPLATES
from hub.feeds import files as feeds
from hub.feeds.sitemap import files as sitemap
from hub.hosting.manifest import manifest
from hub.hosting.servers import files as settings_of_servers
from hub.markup import Renderer
from hub.model import Hub, assemble
from hub.model.fields import Choice, Entity
from hub.model.kinds import BY_FOLDER
from hub.model.site import MKDOCS_KEYS, Site
from hub.pages import pages
from hub.schemas.documents import ROWS
from hub.schemas.shapes import TEXT, inner, scalar
from hub.schemas.words import words_of
from hub.sources import Sources
from hub.sources.document import Document
from hub.sources.text import CONTROL
from tests.towns import TODAY

NAMES = {
    "minutes": "2026-03-10-bureau",
    "content": "conseil",
    "content/lettre": "2026-11",
}
"""The names of the files that must have one of a certain form."""

FIXED = {
    "consentement": "Accord écrit du 3 mai 2026",
    "objet": "Jardiner.",
    "fichier": "formulaire.pdf",
    "jusqu_a": "2027-11-21",
    "Recurrence.nombre": "",
    "rang": "",
    "jour": "",
    "sauf": ["2026-12-05"],
    "date": "2026-11-28",
    "publie_le": "2026-11-01",
    "latitude": "48.8",
    **dict.fromkeys(("non_conformites", "derogations", "hors_obligation"), "Un *texte*."),
}
"""Values of the fields that are no free text (Markdown has a structure), or that depend on others; '' leaves
one out."""


def filled(model: type[Entity], words: str) -> dict[str, Any]:
    """The fields of a thing, every free text saying `words`."""
    hints = get_type_hints(model, include_extras=True)
    values = {}
    for name in model.model_fields:
        fixed = FIXED.get(f"{model.__name__}.{name}", FIXED.get(name))
        values[name] = _value(model, name, hints[name], words) if fixed is None else fixed
    return {name: value for name, value in values.items() if value != ""}


def _value(model: type[Entity], name: str, hint: Any, words: str) -> Any:
    kind, many = inner(hint)
    if isinstance(kind, type) and issubclass(kind, Entity):
        one: Any = filled(kind, words)
    elif isinstance(kind, type) and issubclass(kind, Choice):
        one = next(iter(kind)).value
    else:
        shape = scalar(kind)
        free = shape.types == TEXT and not shape.pattern
        one = words if free else str((words_of(model, name).examples or shape.examples)[0])
    return [one] if many else one


def hub_of(words: str) -> Hub:
    """A town of one thing of each kind, which bear no other words."""
    site = filled(Site, words)
    top = {key: site.pop(key) for key in MKDOCS_KEYS}
    data = {"mkdocs.yml": {**top, "extra": {"hub": site}}}
    data |= {
        path: {key: [filled(model, words)] for key, model in rows.items()} for path, rows in ROWS.items()
    }
    data |= {
        f"{folder}/{NAMES.get(folder, 'une')}.md": filled(kind.model, words)
        for folder, kind in BY_FOLDER.items()
    }
    documents = {path: Document(path, fields, body="Un *texte*.\n") for path, fields in data.items()}
    hub, faults = assemble(Sources(TEMPLATES, documents))
    assert faults == []
    return hub


def made(words: str) -> dict[str, bytes]:
    """Every file that is made of that town, and the bodies of its pages."""
    hub = hub_of(words)
    renderer = Renderer(hub)
    own = list(pages(hub, TODAY, renderer, TEMPLATES))
    files = {page.path: page.body.encode() for page in own}
    files |= dict(feeds(hub, TODAY, renderer, TEMPLATES))
    files |= dict(sitemap(own, hub))
    files |= dict(settings_of_servers(hub.site, ()))
    return {**files, manifest(hub.site)[0]: manifest(hub.site)[1]}


class _Tags(HTMLParser):
    """The tags of a page with the names of their attributes; breaks that long words may get do not count, nor
    the mark of where a name that begins by a sign is filed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        filed = tag == "strong" and self.found[-2:] == [("h3", "class"), ("a", "href")]
        if tag != "wbr" and not filed:
            self.found.append((tag, *(name for name, _ in attrs)))


def of_html(data: bytes) -> Any:
    reader = _Tags()
    reader.feed(data.decode())
    reader.close()
    return reader.found


def of_xml(data: bytes) -> Any:
    root = etree.fromstring(data)
    whole = [(element.tag, *element.attrib) for element in root.iter() if isinstance(element.tag, str)]
    content = "{http://purl.org/rss/1.0/modules/content/}encoded"
    inside = [of_html((element.text or "").encode()) for element in root.iter(content)]
    return whole, inside


def of_json(data: bytes) -> Any:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        return [shape(one) for one in value] if isinstance(value, list) else type(value)

    return shape(json.loads(data))


def of_calendar(data: bytes) -> Any:
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    return [(one.name, *sorted(one)) for one in Calendar.from_ical(data).walk()]


def of_card(data: bytes) -> Any:
    (card,) = vobject.readComponents(data.decode())
    lines = re.sub(rb"\r\n[ \t]", b"", data).decode().split("\r\n")
    parts = [(line.partition(":")[0], re.sub(r"\\.", "", line).count(";")) for line in lines]
    return sorted(card.contents), parts


def of_table(data: bytes) -> Any:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if re.search(r"(?:^|[;\t\r\n])[=+@\t\r\n-](?![0-9])", cell)]
    return [len(row) for row in rows]


def of_mail(data: bytes) -> Any:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert len(message["From"].addresses) == 1
    assert [part.defects for part in message.walk() if part.defects] == []
    return message.keys(), [part.get_content_type() for part in message.walk()]


READERS: dict[str, Callable[[bytes], Any]] = {
    ".html": of_html,
    ".xml": of_xml,
    ".json": of_json,
    ".webmanifest": of_json,
    ".jsonld": of_json,
    ".ics": of_calendar,
    ".vcf": of_card,
    ".csv": of_table,
    ".eml": of_mail,
    ".svg": of_xml,
}


def structures(words: str) -> Iterator[tuple[str, Any]]:
    """(path, what a reader of its format finds) of each file; a file of no format stays as it is."""
    for path, data in made(words).items():
        read = next((read for end, read in READERS.items() if path.endswith(end)), None)
        yield path, read(data) if read else "" if path.endswith(".txt") else data


@cache
def harmless() -> dict[str, Any]:
    return dict(structures("aaz"))


def changed(words: str) -> list[str]:
    """The files that these words make otherwise than harmless ones do."""
    found = dict(structures(words))
    lost = harmless().keys() ^ found.keys()
    return [*lost, *(path for path in found.keys() - lost if found[path] != harmless()[path])]


SIGNS = (
    "\" ' < > & ; , : \\ | { } $ # % @ ~ ` * _ [ ] ( ) \n </title> ]]> &amp; &#10; &#x3c; <!-- --> <script> "
    "\\n \\; BEGIN:VEVENT END:VCALENDAR END:VCARD =cmd|'/C'!A0 +1+1 -1-1 @SUM(1) %0d%0a {{7*7}} {%x%} "
    "ZQTITREZQ =?utf-8?q?x?= ::error:: é œ 🦄 \u0301 \u00a0 \u200d"
).split(" ")
WORDS = st.lists(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs", "Cc"]), max_size=16).map(
    "".join
)


@settings(max_examples=20, deadline=None)
@given(WORDS.filter(lambda words: not CONTROL.search(words)))
def test_no_text_changes_the_structure_of_a_file(words: str) -> None:
    assert changed(f"a{words}z") == []


def test_every_sign_is_text_in_every_format_at_once() -> None:
    assert changed(f"={' '.join(SIGNS)} z") == []
