"""The published sites as a whole: Malakoff's and the fictional town's."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from hub.build import inspect
from hub.checks import Severity
from hub.model.kinds import KINDS
from hub.model.sections import OF_CARDS, SECTIONS
from tests import towns
from tests.of_malakoff import BOTH_TOWNS, SITES

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class PageReader(HTMLParser):
    """What a test wants to know of a page: its links, its anchors, whether its tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.duplicates: list[str] = []
        self.open: list[str] = []
        self.mistakes: list[str] = []
        self.headings: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [value for key in ("href", "src") if (value := values.get(key))]
        if anchor := values.get("id"):
            if anchor in self.anchors:
                self.duplicates.append(anchor)
            self.anchors.add(anchor)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.mistakes.append(f"</{tag}> at {self.getpos()}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)


def readers(site: Path) -> dict[str, PageReader]:
    """The pages by path; mails are none, and neither is what stands at an address that moved."""
    return {
        file.relative_to(site).as_posix(): PageReader(file.read_text(encoding="utf-8"))
        for file in site.rglob("*.html")
        if file.name != "courriel.html" and not towns.is_moved(file)
    }


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_every_link_inside_the_site_leads_to_a_file_and_an_anchor(site: Path) -> None:
    pages = readers(site)
    dead = []
    for path, page in pages.items():
        base = "/" if path == "404.html" else "/" + path
        for link in page.links:
            parts = urlsplit(urljoin(f"http://site{base}", link))
            if parts.netloc != "site":
                continue
            target = unquote(parts.path).lstrip("/")
            target += "index.html" if target.endswith("/") or not target else ""
            missing = not (site / target).is_file()
            if missing or (
                parts.fragment and target in pages and parts.fragment not in pages[target].anchors
            ):
                dead.append(f"{path}: {link}")
    assert dead == []


def test_every_page_is_well_formed_with_one_title_and_no_level_skipped(site: Path) -> None:
    for path, page in readers(site).items():
        assert page.mistakes == [], path
        assert page.open == [], path
        assert page.duplicates == [], path
        assert page.headings.count(1) == 1, path
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (path, page.headings)


def test_no_page_asks_anything_of_another_host(site: Path) -> None:
    loaded = re.compile(r'<(?:script|img|iframe|source|video|audio)[^>]+src="([^"]+)"|<link[^>]+>')
    mails = set(site.rglob("courriel.html"))  # which name the pictures of their site in full (`test_mail`)
    for file in {*site.rglob("*.html")} - mails:
        for found in loaded.finditer(file.read_text(encoding="utf-8")):
            tag = found[0]
            if tag.startswith("<link") and 'rel="canonical"' in tag:
                continue
            assert not re.search(r'(?:href|src)="(?:https?:)?//', tag), (file, tag)


def test_every_page_is_in_the_site_map_and_only_pages_are(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall("<loc>([^<]+)</loc>", text)
    addresses = ["/" + address.removeprefix(min(found, key=len)) for address in found]
    pages = {"/" + path.removesuffix("index.html") for path in readers(site)} - {"/404.html"}
    assert sorted(addresses) == sorted(pages)


def test_every_page_has_a_title_a_description_and_its_own_address(site: Path) -> None:
    titles = {}
    for file in (one for one in site.rglob("index.html") if not towns.is_moved(one)):
        html = file.read_text(encoding="utf-8")
        title = re.search("<title>(.*?)</title>", html)
        assert title and title[1].strip(), file
        assert titles.setdefault(title[1], file) == file, f"{file} and {titles[title[1]]}: {title[1]}"
        assert re.search('<meta name="description" content="[^"]{3,}"', html), file
        canonical = re.search('<link rel="canonical" href="([^"]+)">', html)
        assert canonical, file
        assert urlsplit(canonical[1]).path == "/" + file.parent.relative_to(site).as_posix().strip(".") + (
            "" if file.parent == site else "/"
        )


def test_every_section_has_its_page(site: Path) -> None:
    """That of an optional kind, where the town has written some of it, and nothing leads to it elsewhere."""
    optional = {*OF_CARDS, *(kind.base for kind in KINDS if kind.optional)}
    plan = (site / "plan-du-site" / "index.html").read_text(encoding="utf-8")
    for section in SECTIONS:
        told = section.address not in optional or f'"..{section.address}"' in plan
        assert (site / section.address.lstrip("/") / "index.html").is_file() is told, section.address


@pytest.mark.parametrize("source", BOTH_TOWNS)
def test_the_sources_of_the_repository_have_no_error(source: Path) -> None:
    found = inspect(source, towns.TODAY)
    assert [str(problem) for problem in found.problems if problem.severity is Severity.ERROR] == []


def test_every_association_is_on_the_list_and_has_its_page(example_site: Path) -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    directory = (example_site / "associations" / "index.html").read_text(encoding="utf-8")
    for association in hub.associations:
        assert f'href="../associations/{association.id}/"' in directory, association.id
        assert (example_site / "associations" / association.id / "index.html").is_file()


def test_the_home_page_carries_the_accessibility_line(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    assert re.search('<a href="(?:./)?accessibilite/">Accessibilité&nbsp;: non conforme</a>', html)


def test_the_foot_of_a_page_says_who_answers_and_leads_to_no_raw_file(example_site: Path) -> None:
    page = (example_site / "agenda" / "index.html").read_text(encoding="utf-8")
    foot = PageReader(page[page.index('<footer class="pied">') :])
    assert "tel:+33199000001" in foot.links
    assert "../plan-du-site/" in foot.links
    assert [link for link in foot.links if link.endswith((".xml", ".ics", ".json"))] == []
