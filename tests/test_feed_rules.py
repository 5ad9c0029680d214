"""Every feed of both towns against the rules of the W3C's feed validator (validator.w3.org/feed/docs).

The service cannot be asked from here, and no package has it: each rule that it documents for what we
write is a test, which names its message. Its checks of what we never write (images, clouds, podcasts)
are covered by the list of elements that may stand in a feed.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from email.utils import format_datetime, parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests import towns
from tests.of_malakoff import SITES

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
"""The names that the validator knows for the vocabularies we use."""

TOMORROW = dt.datetime.combine(towns.TODAY + dt.timedelta(days=1), dt.time(), dt.UTC)


class Document(NamedTuple):
    """One file of a feed: the address it is published at, its bytes, its tree."""

    address: str
    data: bytes
    root: Any

    @property
    def channel(self) -> Any:
        return self.root.find("channel")

    @property
    def items(self) -> list[Any]:
        return list(self.channel.findall("item"))


def _documents(pattern: str, *sites: tuple[Path, str]) -> list[Document]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return [
        Document(
            f"{url}/{file.relative_to(site).as_posix()}",
            data := file.read_bytes(),
            etree.fromstring(data, parser),
        )
        for site, url in sites
        for file in sorted(site.rglob(pattern))
    ]


URLS = {
    "example_site": "https://associations.ville-exemple.example",
    "malakoff_site": "https://vie-associative.malakoff.example",
}


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A site, and its address."""
    return request.getfixturevalue(request.param), URLS[request.param]


@pytest.fixture(scope="module")
def rss(site: tuple[Path, str]) -> list[Document]:
    documents = _documents("rss*.xml", site)
    assert len(documents) > 7
    return documents


@pytest.fixture(scope="module")
def atom(site: tuple[Path, str]) -> list[Document]:
    return _documents("atom*.xml", site)


@pytest.fixture(scope="module")
def items(rss: list[Document]) -> list[Any]:
    found = [item for document in rss for item in document.items]
    assert found
    return found


class Tags(HTMLParser):
    """The tags of a fragment of HTML: (name, attributes)."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _texts(element: Any, name: str) -> list[str]:
    return [one.text or "" for one in element.findall(name)]


def _links(parent: Any) -> Iterator[Any]:
    yield from parent.findall(f"{ATOM}link")


def _is_web_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and re.search(r"[^!-~]", text) is None


def test_it_is_xml_1_0_in_utf_8_without_any_declaration_of_its_own(
    rss: list[Document], atom: list[Document]
) -> None:
    """BadXmlVersion, NotUTF8, EncodingMismatch, ContainsSystemEntity, UndefinedNamedEntity."""
    for document in (*rss, *atom):
        assert document.data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n"), document.address
        assert b"<!DOCTYPE" not in document.data
        assert b"<!ENTITY" not in document.data
        document.data.decode("utf-8")


def test_it_says_that_it_is_rss_2_0_and_has_one_channel(rss: list[Document]) -> None:
    """InvalidRSSVersion, MissingChannel, UndefinedElement."""
    for document in rss:
        assert (document.root.tag, document.root.get("version")) == ("rss", "2.0")
        assert [child.tag for child in document.root] == ["channel"]


def test_a_channel_has_a_title_a_link_and_a_description(rss: list[Document]) -> None:
    """MissingTitle, MissingLink, MissingDescription, NotBlank."""
    for document in rss:
        for name in ("title", "link", "description"):
            assert [text for text in _texts(document.channel, name) if text.strip()], document.address


def test_a_channel_and_an_item_hold_what_they_may_and_each_thing_once(rss: list[Document]) -> None:
    """UndefinedElement, DuplicateElement, DuplicateEnclosure, DuplicateItemSemantics."""
    of_channel = {"title", "link", "description", "docs", "generator", "language", "lastBuildDate"}
    of_item = {"title", "link", "description", f"{CONTENT}encoded", "guid", "category", "pubDate"}
    for document in rss:
        names = [one.tag for one in document.channel if one.tag not in ("item", f"{ATOM}link")]
        assert len(names) == len(set(names))
        assert set(names) <= of_channel | {f"{HISTORY}archive", f"{XHTML}div"}, document.address
        for item in document.items:
            names = [one.tag for one in item]
            assert len(names) == len(set(names))
            assert set(names) <= of_item | {"enclosure", f"{ATOM}updated", f"{XHTML}div"}, document.address


def test_no_element_has_an_attribute_that_is_not_its_own(rss: list[Document]) -> None:
    """UnexpectedAttribute, UseOfExtensionAttr."""
    known = {
        "rss": {"version"},
        "guid": {"isPermaLink"},
        f"{ATOM}link": {"href", "rel", "type", "title"},
        "enclosure": {"url", "length", "type"},
        f"{XHTML}a": {"href"},
    }
    for document in rss:
        for element in document.root.iter(etree.Element):
            assert set(element.attrib) <= known.get(element.tag, set()), (document.address, element.tag)


def test_what_people_read_stands_in_a_division_and_leads_where_readers_are_led(
    rss: list[Document], atom: list[Document]
) -> None:
    """MisplacedXHTMLContent: `xhtml:div` alone may stand anywhere, whatever it holds."""
    for document in (*rss, *atom):
        for element in document.root.iter(etree.Element):
            if element.tag.startswith(XHTML) and not element.getparent().tag.startswith(XHTML):
                assert element.tag == f"{XHTML}div"
        for address in (one.get("href") for one in document.root.iter(f"{XHTML}a")):
            assert _is_web_address(address)
    for document in rss:
        for item in document.items:
            (link,) = item.iter(f"{XHTML}a")
            assert (link.text, link.get("href")) == (item.findtext("title"), item.findtext("link"))


def test_items_come_after_what_is_said_of_the_channel(rss: list[Document]) -> None:
    """MisplacedItem."""
    for document in rss:
        are_items = [one.tag == "item" for one in document.channel]
        assert are_items == sorted(are_items), document.address


def test_every_vocabulary_is_known_by_its_usual_name(rss: list[Document], atom: list[Document]) -> None:
    """UnknownNamespace, NonstdPrefix, ReservedPrefix, AvoidNamespacePrefix."""
    for document in (*rss, *atom):
        for element in document.root.iter(etree.Element):
            for prefix, namespace in element.nsmap.items():
                expected = PREFIXES.get(prefix) if prefix else PREFIXES["atom"]
                assert namespace == expected, document.address


def test_the_language_is_said(rss: list[Document], atom: list[Document]) -> None:
    """MissingDCLanguage, InvalidLanguage."""
    for document in rss:
        assert _texts(document.channel, "language") == ["fr"]
    for document in atom:
        assert document.root.get(LANG) == "fr"


def test_dates_are_those_of_mail_in_english_with_the_right_day_of_the_week(rss: list[Document]) -> None:
    """InvalidRFC2822Date, ProblematicalRFC822Date, IncorrectDOW."""
    for document in rss:
        dates = _texts(document.channel, "lastBuildDate")
        dates += [text for item in document.items for text in _texts(item, "pubDate")]
        for date in dates:
            assert format_datetime(parsedate_to_datetime(date)) == date


def test_every_item_has_a_date_and_none_is_in_the_future(rss: list[Document]) -> None:
    """ImplausibleDate."""
    for document in rss:
        dated = _texts(document.channel, "lastBuildDate")
        assert len(dated) == bool(document.items), "a feed without items has none"
        for item in document.items:
            (published,) = _texts(item, "pubDate")
            assert parsedate_to_datetime(published) <= parsedate_to_datetime(dated[0]) < TOMORROW


def test_a_feed_gives_its_own_address(rss: list[Document], atom: list[Document]) -> None:
    """MissingAtomSelfLink, MissingSelf, SelfDoesntMatchLocation, RelativeSelf, SelfNotAtom."""
    for document in (*rss, *atom):
        kind, parent = ("rss", document.channel) if document in rss else ("atom", document.root)
        (own,) = [link for link in _links(parent) if link.get("rel") == "self"]
        assert own.get("href") == document.address
        assert own.get("type") == f"application/{kind}+xml"


def test_links_between_documents_are_of_registered_kinds_lead_somewhere_and_are_empty(
    rss: list[Document], atom: list[Document]
) -> None:
    """UnregisteredAtomLinkRel, MissingHref, AtomLinkNotEmpty, InvalidMIMEType, AttrNotBlank."""
    registered = {"self", "alternate", "related", "current", "prev-archive", "next-archive"}
    addresses = {document.address for document in (*rss, *atom)}
    for document in (*rss, *atom):
        for link in _links(document.channel if document in rss else document.root):
            assert link.get("rel") in registered
            assert not link.text
            assert all(value.strip() for value in link.attrib.values())
            inside = link.get("rel") not in ("alternate", "related")
            assert link.get("href") in addresses if inside else _is_web_address(link.get("href"))


def test_every_link_is_a_whole_web_address(rss: list[Document]) -> None:
    """InvalidFullLink, InvalidURIAttribute, InvalidIRI."""
    for document in rss:
        for parent, name in ((document.channel, "link"), (document.channel, "docs")):
            assert all(_is_web_address(text) for text in _texts(parent, name))
        for item in document.items:
            assert [_is_web_address(text) for text in _texts(item, "link")] == [True]


def test_every_item_has_a_name_of_its_own_that_is_no_address(rss: list[Document]) -> None:
    """MissingGuid, DuplicateValue, InvalidPermalink, InvalidHttpGUID, NotSufficientlyUnique, InvalidURN."""
    for document in rss:
        names = [guid for item in document.items for guid in item.findall("guid")]
        assert len(names) == len({name.text for name in names}) == len(document.items)
        for name in names:
            assert name.get("isPermaLink") == "false"
            assert uuid.UUID(name.text.removeprefix("urn:uuid:")).version == 5


def test_titles_and_descriptions_of_channels_hold_no_html(rss: list[Document], items: list[Any]) -> None:
    """ContainsHTML, ContainsUndeclaredHTML, NotBlank."""
    texts = [
        text
        for document in rss
        for name in ("title", "description")
        for text in _texts(document.channel, name)
    ]
    texts += [text for item in items for name in ("title", "category") for text in _texts(item, name)]
    for text in texts:
        assert text.strip()
        assert not re.search(r"</?[a-z]+[ />]|&(?:#\d+|[a-z]+);", text, re.IGNORECASE), text


def test_every_item_has_a_title_a_category_and_a_summary_before_its_content(items: list[Any]) -> None:
    """ItemMustContainTitleOrDescription, NeedDescriptionBeforeContent."""
    for item in items:
        names = [one.tag for one in item]
        assert {"title", "category"} <= set(names)
        assert names.index("description") < names.index(f"{CONTENT}encoded")
        assert all(
            text.strip() for name in ("description", f"{CONTENT}encoded") for text in _texts(item, name)
        )


def test_a_summary_is_plain_text(items: list[Any], atom: list[Document]) -> None:
    """The issue's own rule: readers that show it as text and those that show it as HTML show the same."""
    for item in items:
        assert Tags(item.findtext("description")).found == []
    for document in atom:
        for summary in document.root.iter(f"{ATOM}summary"):
            assert summary.get("type") == "text"


def test_content_has_no_script_no_style_and_no_handler(items: list[Any]) -> None:
    """SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, NotHtml."""
    elements = set(
        "a abbr b blockquote br code dd del div dl dt em h2 h3 h4 h5 h6 hr i img li ol p pre q s strong sub "
        "sup table tbody td th thead tr ul".split()
    )
    attributes = {"href", "src", "alt", "title", "start", "scope"}
    for item in items:
        for tag, given in Tags(item.findtext(f"{CONTENT}encoded")).found:
            assert tag in elements
            assert set(given) <= attributes, tag


def test_content_has_no_relative_address(items: list[Any]) -> None:
    """ContainsRelRef."""
    for item in items:
        for tag, given in Tags(item.findtext(f"{CONTENT}encoded")).found:
            for name in {"href", "src"} & set(given):
                address = given[name] or ""
                assert address.startswith(("mailto:", "tel:")) or _is_web_address(address), (tag, address)


def test_an_archive_is_marked_and_no_other_document(rss: list[Document], atom: list[Document]) -> None:
    """CurrentNotSelfInCompleteFeed, FeedRelInCompleteFeed; RFC 5005, section 4."""
    for document in (*rss, *atom):
        parent = document.channel if document in rss else document.root
        archive = re.search(r"-\d{4}(-\d+)?\.xml$", document.address) is not None
        rels = [link.get("rel") for link in _links(parent)]
        assert (parent.find(f"{HISTORY}archive") is not None) == archive
        assert ("current" in rels) == archive
        assert archive or "next-archive" not in rels


def test_an_atom_feed_has_what_it_must(atom: list[Document]) -> None:
    """RFC 4287, 4.1.1: one id, one title, one updated, an author, one alternate link at most of a kind."""
    for document in atom:
        assert document.root.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated", "author"):
            assert len(document.root.findall(f"{ATOM}{name}")) == 1
        assert document.root.findtext(f"{ATOM}author/{ATOM}name")
        assert [link.get("rel") for link in _links(document.root)].count("alternate") == 1


def test_an_atom_entry_has_what_it_must(atom: list[Document]) -> None:
    """RFC 4287, 4.1.2: one id, one title, one updated, one published, one alternate link, one content."""
    for document in atom:
        entries = document.root.findall(f"{ATOM}entry")
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
        for entry in entries:
            for name in ("id", "title", "updated", "published", "summary", "content", "category"):
                assert len(entry.findall(f"{ATOM}{name}")) == 1, name
            assert entry.find(f"{ATOM}content").get("type") == "html"
            (alternate,) = [link for link in _links(entry) if link.get("rel", "alternate") == "alternate"]
            assert _is_web_address(alternate.get("href"))


def test_atom_dates_are_rfc_3339_and_never_go_back(atom: list[Document]) -> None:
    """RFC 4287, 3.3; InvalidRFC3339Date."""
    form = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
    for document in atom:
        updated = [one.text for one in document.root.iter(f"{ATOM}updated")]
        assert all(form.fullmatch(text) for text in updated)
        assert (
            max(map(dt.datetime.fromisoformat, updated)) == dt.datetime.fromisoformat(updated[0]) < TOMORROW
        )
        for entry in document.root.iter(f"{ATOM}entry"):
            assert form.fullmatch(entry.findtext(f"{ATOM}published"))
            assert entry.findtext(f"{ATOM}updated") >= entry.findtext(f"{ATOM}published")


def test_an_enclosure_says_where_it_is_how_long_and_of_what_type(items: list[Any]) -> None:
    """MissingAttribute, InvalidMIMEAttribute, InvalidIntegerAttribute, UseZeroForUnknown."""
    for enclosure in (one for item in items for one in item.findall("enclosure")):
        assert _is_web_address(enclosure.get("url"))
        assert int(enclosure.get("length")) >= 0
        assert re.fullmatch(r"[\w.+-]+/[\w.+-]+", enclosure.get("type"))
