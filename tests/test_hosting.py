"""The site behind real servers, with the settings it carries: headers, types, redirections, its 404 page."""

from __future__ import annotations

import http.client
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from hub.build import build
from hub.feeds.rss import STYLE
from hub.hosting.policy import HEADERS
from hub.hosting.redirection import Moved
from hub.hosting.servers import NGINX
from hub.hosting.servers import files as files_for_servers
from hub.model.fields import is_site_url
from hub.model.site import Site
from tests import towns
from tests.serving import header_rules, served
from tests.web_servers import apache, nginx

SERVERS = {"nginx": nginx, "apache": apache}


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Client:
    """Asks, and follows nothing."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc

    def get(self, address: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        found = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that other users of the machine may read, as a server does."""
    folder = tmp_path_factory.mktemp("heberge")
    files = {"redirections.yaml": "redirections: [{ancienne: /agenda/zen/, nouvelle: /agenda/yoga/}]\n"}
    found = towns.inspected(folder / "sources", files)
    build(found.hub, towns.TODAY, folder / "site")
    _open_to_servers(folder)
    return folder / "site"


def _open_to_servers(folder: Path) -> None:
    """Let other users pass through `folder`, and what pytest has above it, to what they may read."""
    temporary = Path(tempfile.gettempdir()).resolve()
    for above in (folder, *folder.parents):
        if above == temporary or above.stat().st_uid != os.geteuid():
            break
        above.chmod(above.stat().st_mode | 0o011)


@pytest.fixture(scope="module", params=SERVERS)
def client(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Client]:
    with SERVERS[request.param](site, tmp_path_factory.mktemp(request.param)) as url:
        yield Client(url)


@pytest.mark.parametrize(
    "address", ["/", "/guides/semer/", "/rss.xml", "/donnees/associations.json", "/rien/"]
)
def test_every_answer_bears_the_security_headers(client: Client, address: str) -> None:
    answer = client.get(address)
    for name, value in HEADERS.items():
        assert answer.headers.get_all(name) == [value], (address, name)


def test_what_a_page_is_drawn_with_has_no_header_that_only_pages_need(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (sheet,) = (site / "assets" / "stylesheets").glob("*.css")
    with nginx(site, tmp_path_factory.mktemp("nginx-parts")) as url:
        answer = Client(url).get(f"/{sheet.relative_to(site)}")
    assert {name for name in HEADERS if name in answer.headers} == {"X-Content-Type-Options"}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/agenda.ics", "text/calendar; charset=utf-8"),
        ("/donnees/associations.csv", "text/csv; charset=utf-8"),
        ("/donnees/associations.json", "application/json; charset=utf-8"),
        ("/rss.xml", "application/xml; charset=utf-8"),
        ("/associations/licornes.vcf", "text/vcard; charset=utf-8"),
        ("/site.webmanifest", "application/manifest+json"),
        ("/assets/flux.css", "text/css; charset=utf-8"),
        ("/favicon.ico", "image/"),
    ],
)
def test_every_file_has_its_type(client: Client, address: str, kind: str) -> None:
    answer = client.get(address)
    assert answer.status == 200
    found = (answer.headers["Content-Type"] or "").lower()
    # nginx names no charset for a type that has none by itself
    assert found.startswith(kind) if kind.endswith("/") else kind.partition(";")[0] == found.partition(";")[0]
    assert "charset" not in kind or found == kind


def test_a_page_is_asked_for_again_and_a_file_named_by_its_content_never(client: Client, site: Path) -> None:
    assert "must-revalidate" in client.get("/").headers["Cache-Control"]
    for sheet in (site / "assets").rglob("*.css"):
        address = sheet.relative_to(site).as_posix()
        kept = address != STYLE  # a feed is explained by a sheet that stays where it is
        assert ("immutable" in client.get(f"/{address}").headers["Cache-Control"]) is kept, address


def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    tag = client.get("/guides/semer/").headers["ETag"]
    again = client.get("/guides/semer/", **{"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")


def test_texts_are_sent_compressed(client: Client) -> None:
    for address in ("/", "/rss.xml", "/agenda.ics", "/assets/flux.css"):
        answer = client.get(address, **{"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip", address


def test_open_data_may_be_read_by_scripts_of_other_sites_and_pages_may_not(client: Client) -> None:
    assert client.get("/donnees/associations.json").headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/").headers["Access-Control-Allow-Origin"] is None


def test_an_address_without_its_last_slash_leads_to_the_page(client: Client) -> None:
    answer = client.get("/guides/semer")
    assert answer.status == 301
    assert urlsplit(answer.headers["Location"]).path == "/guides/semer/"


@pytest.mark.parametrize("address", ["/rien/", "/guides/rien/du/tout/", "/rien.html"])
def test_what_is_not_there_is_told_by_the_sites_own_page(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status == 404
    assert "Cette page est introuvable" in answer.body.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/agenda/zen/", "/agenda/yoga/"),
        ("/agenda/zen", "/agenda/yoga/"),
        ("/agenda/zen/rss.xml", "/agenda/yoga/rss.xml"),
        ("/agenda/zen.ics", "/agenda/yoga.ics"),
    ],
)
def test_an_address_that_moved_leads_to_the_new_one_with_what_stood_by_it(
    client: Client, old: str, new: str
) -> None:
    answer = client.get(old)
    assert (answer.status, urlsplit(answer.headers["Location"]).path) == (301, new)


@pytest.mark.parametrize(
    ("former", "kept"),
    [
        ("/associations/licornes/atom.xml", "/associations/licornes/rss.xml"),
        ("/associations/licornes/feed.json", "/associations/licornes/rss.xml"),
        ("/associations/licornes/atom-2024.xml", "/associations/licornes/rss-2024.xml"),
        ("/associations/licornes/feed-2024-2.json", "/associations/licornes/rss-2024-2.xml"),
    ],
)
def test_a_feed_that_an_association_no_longer_has_leads_to_the_one_that_it_has(
    client: Client, former: str, kept: str
) -> None:
    answer = client.get(former)
    assert (answer.status, urlsplit(answer.headers["Location"]).path) == (301, kept)


@pytest.mark.parametrize("address", ["/atom.xml", "/feed.json", "/guides/atom.xml"])
def test_the_feeds_of_the_town_stay_in_every_format(client: Client, address: str) -> None:
    assert client.get(address).status == 200


@pytest.mark.parametrize(
    "address", ["/associations/licornes/atom.json", "/associations/licornes/x/atom.xml", "/associations/atom"]
)
def test_what_only_looks_like_a_former_feed_is_not_there(client: Client, address: str) -> None:
    assert client.get(address).status == 404


def test_an_address_that_begins_like_one_that_moved_does_not_move(client: Client) -> None:
    assert client.get("/agenda/zenith/").status == 404


def test_hosts_that_read_a_file_of_redirections_get_the_same(site: Path) -> None:
    lines = (site / "_redirects").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == [
        "/associations/:association/atom.xml /associations/:association/rss.xml 301",
        "/associations/:association/feed.json /associations/:association/rss.xml 301",
        "/agenda/zen /agenda/yoga/ 301",
        "/agenda/zen/* /agenda/yoga/:splat 301",
        "/agenda/zen.ics /agenda/yoga.ics 301",
        "/suivi/arrosoirs /suivi/arrosage/ 301",
        "/suivi/arrosoirs/* /suivi/arrosage/:splat 301",
    ]


def test_where_no_server_redirects_the_old_address_has_a_page_that_does(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    with served(site) as url:
        page.goto(f"{url}/agenda/zen/", wait_until="commit")
        page.wait_for_url(f"{url}/agenda/yoga/")
    page.close()
    html = (site / "agenda" / "zen" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://mini.example/agenda/yoga/">' in html
    assert '<a href="../../agenda/yoga/">' in html
    assert "/agenda/zen/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [NGINX, ".hub", ".htaccess", "_headers", "_redirects"])
def test_what_is_for_servers_is_not_given_to_visitors(client: Client, site: Path, path: str) -> None:
    assert (site / path).is_file()
    assert client.get(f"/{path}").status in (403, 404)


@pytest.mark.parametrize("name", SERVERS)
def test_every_address_that_a_site_may_have_is_one_that_servers_read(name: str, tmp_path: Path) -> None:
    site = Site.unknown().model_copy(update={"site_url": "https://mini.example:8443/~vie.asso/a_b-c/"})
    assert is_site_url(site.site_url)
    for path, data in files_for_servers(site, [Moved("/agenda/zen/", "/agenda/yoga/")]):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(data)
    _open_to_servers(tmp_path)
    with SERVERS[name](tmp_path / "site", tmp_path) as url:
        answer = Client(url).get("/~vie.asso/a_b-c/agenda/zen/")
    assert answer.status == 301
    assert urlsplit(answer.headers["Location"]).path == "/~vie.asso/a_b-c/agenda/yoga/"


def test_a_redirection_is_never_kept_for_ever(client: Client) -> None:
    kept = client.get("/agenda/zen/").headers.get_all("Cache-Control") or []
    assert not [value for value in kept if "immutable" in value]


def test_the_server_of_the_tests_sends_the_same_headers(site: Path) -> None:
    assert header_rules(site)[0] == ("/*", dict(HEADERS))
    with served(site) as url:
        answer = Client(url).get("/guides/semer/")
    for name, value in HEADERS.items():
        assert answer.headers.get_all(name) == [value], name


@pytest.mark.parametrize(("folder", "base"), [("", "/"), ("associations/", "/associations/")])
def test_the_page_of_what_is_not_there_works_at_any_depth_of_any_folder(
    tmp_path: Path, folder: str, base: str
) -> None:
    """It is served under the address that was asked for: only addresses from the root of the host lead on."""
    files = towns.edited("mkdocs.yml", "https://mini.example/", f"https://mini.example/{folder}")
    hub = towns.hub_of(tmp_path / "sources", files)
    build(hub, towns.TODAY, tmp_path / "site")
    page = (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="(?!#|https?:|mailto:)([^"]*)"', page)
    assert len(links) > 10
    assert [link for link in links if not link.startswith(base)] == []
    settings = (tmp_path / "site" / NGINX).read_text(encoding="utf-8")
    assert f"error_page 404 {base}404.html;" in settings
