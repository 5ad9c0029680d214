"""The forms of the workshop: every kind, every field, in words; the forge it asks; when a site has one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hub.atelier import place
from hub.atelier.backend import backend
from hub.atelier.files import page
from hub.atelier.settings import config
from hub.atelier.told import became
from hub.build import build
from hub.hosting.policy import CONTENT_SECURITY_POLICY, HEADERS
from hub.hosting.servers import files as files_for_servers
from hub.hosting.workshop import headers_of, policy_of
from hub.model import Hub
from hub.model.depot import Depot, Forge
from hub.model.kinds import BY_FOLDER, WRITTEN
from hub.model.site import MKDOCS_KEYS, Site
from hub.published import published
from tests import towns, workshop
from tests.test_hosting import SERVERS, Client, _open_to_servers

FORGEJO = Depot(forge=Forge.forgejo, adresse="https://forge.example/mini/hub")
GITHUB = Depot(forge=Forge.github, adresse="https://github.com/mini/hub.git", branche="principale")
GITLAB = Depot(forge=Forge.gitlab, adresse="https://gitlab.example/ville/asso/hub")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("town"), workshop.SETTINGS)


@pytest.fixture(scope="module")
def forms(hub: Hub) -> dict[str, Any]:
    cms: dict[str, Any] = json.loads(config(hub))["cms"]
    return cms


def _fields(fields: list[dict[str, Any]], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for field in fields:
        yield f"{above}{field['name']}", field
        yield from _fields(field.get("fields", []), f"{above}{field['name']}.")


def _parts(forms: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from forms["collections"]
    yield from forms["singletons"]


def _seen(forms: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a clerk sees."""
    for part in _parts(forms):
        for key, field in _fields(part["fields"]):
            if field["widget"] != "hidden":
                yield f"{part['name']}: {key}", field


def test_every_kind_has_a_form_with_all_its_fields(forms: dict[str, Any]) -> None:
    found = {part.get("folder") or part["file"]: dict(_fields(part["fields"])) for part in _parts(forms)}
    assert list(found)[: len(BY_FOLDER)] == list(BY_FOLDER)
    for kind in WRITTEN:
        there = found[kind.folder or kind.register]
        above = "" if kind.folder else f"{kind.attribute}."
        lacking = [name for name in kind.model.model_fields if f"{above}{name}" not in there]
        assert lacking == [], kind.one


def test_a_setting_that_would_lose_the_site_or_its_subscribers_is_in_no_form(forms: dict[str, Any]) -> None:
    there = {key.rpartition(".")[2] for key, _ in _fields(forms["singletons"][-1]["fields"])}
    kept = {"site_url", "identifiant", "depot", "signalement", "commune_de", "programme"}
    assert set(Site.model_fields) - there == kept
    assert set(MKDOCS_KEYS) - there == {"site_url"}


OF_FILES = re.compile(
    r"yaml|\bgit\b|markdown|guillemet|crochet|identifiant|balise|slug|dossier|content/|\bligne «|a-confirmer"
    r"|effac.. la ligne|en-tête|front matter|branche|commit",
    re.IGNORECASE,
)
"""Words of who writes files; « Un par ligne » is of who fills a form."""


def test_what_a_clerk_reads_is_in_french_and_speaks_of_no_file(forms: dict[str, Any]) -> None:
    wrong = []
    for key, field in _seen(forms):
        told = [field["label"], field.get("hint", "."), *field.get("pattern", ["", "."])[1:]]
        if field.get("label") == "Identifiant":  # the end of an address, which its sentence says
            told = told[1:]
        assert all(told), key
        wrong += [(key, words) for words in told if OF_FILES.search(words)]
    assert wrong == []
    for part in forms["collections"]:
        assert part["description"].endswith("."), part["name"]


def test_no_date_is_read_by_a_calendar_that_would_fill_it_in(forms: dict[str, Any]) -> None:
    widgets = {field["widget"] for _, field in _seen(forms)}
    assert widgets == {"string", "text", "select", "list", "object", "file", "markdown"}
    date = next(field for key, field in _seen(forms) if key == "minutes: date")
    for known in ("2026", "2026-11", "2026-11-21"):
        assert re.fullmatch(date["pattern"][0], known)
    for wrong in ("21/11/2026", "2026-13", "hier"):
        assert not re.fullmatch(date["pattern"][0], wrong)
    assert "2026-11-21" in date["pattern"][1]


def test_associations_and_colleges_are_picked_by_name_those_that_are_no_more_last(
    forms: dict[str, Any],
) -> None:
    fields = dict(_seen(forms))
    names = [
        {"label": "Cœur de chœur", "value": "coeur"},
        {"label": "Les Licornes jardinières", "value": "licornes"},
        {"label": "L'Amicale <des> dragons & co (dissoute)", "value": "dragons"},
    ]
    assert fields["minutes: presents"]["options"] == names
    assert fields["bureau: mandats.sieges.association"]["options"] == names
    assert fields["agenda: organisateurs"]["options"] == [{"label": "La ville", "value": "ville"}, *names]
    assert fields["associations: associations.college"]["options"] == [
        {"label": "Vert", "value": "vert"},
        {"label": "à confirmer", "value": "a-confirmer"},
    ]
    assert fields["minutes: presents"]["multiple"] is True


def test_what_may_be_several_is_ticked_and_says_what_to_do_with_what_is_not_listed(
    forms: dict[str, Any],
) -> None:
    fields = dict(_seen(forms))
    assert fields["minutes: presents"]["dropdown_threshold"] >= 300  # associations of a town
    assert "Pas dans la liste ?" in fields["minutes: presents"]["hint"]
    assert "« à confirmer » veut dire" in fields["associations: associations.statut"]["hint"]


FRENCH = json.loads((towns.ROOT / "atelier/source/french.json").read_text(encoding="utf-8"))


def test_what_one_adds_has_its_article(forms: dict[str, Any]) -> None:
    lacking = []
    for key, field in _seen(forms):
        if field["widget"] == "list" or (field["widget"] == "object" and not field.get("required", True)):
            name = field.get("label_singular", field["label"])
            if not re.search(rf"\|?{re.escape(name)}\|? {{{{Ajouter (?:une?|des) ", FRENCH["add_x"]):
                lacking.append((key, name))
    assert lacking == []


def test_a_save_proposes_or_leads_to_what_proposes(hub: Hub) -> None:
    assert [became(depot) for depot in (FORGEJO, GITHUB, GITLAB)] == ["propose", "enregistre", "enregistre"]
    assert json.loads(config(hub))["saved"] == "propose"
    for depot, proposals in ((GITHUB, "/pulls"), (GITLAB, "/-/merge_requests")):
        html = page(hub.site, depot).decode()
        assert "C’est proposé : quelqu’un relit, puis le site est mis à jour." in html.replace("\u00a0", " ")
        assert f'href="{depot.root}{proposals}"' in html
        for status in ("draft", "in_review"):
            assert f"«\u00a0{FRENCH['status'][status]}\u00a0»" in html


def test_cards_are_told_in_a_line(forms: dict[str, Any]) -> None:
    for key, field in _seen(forms):
        if field["widget"] == "list":
            inside = {one["name"] for one in field["fields"]}
            assert set(re.findall(r"{{(\w+)}}", field["summary"])) <= inside, key
            assert re.search(r"{{\w+}}", field["summary"]), key


def test_the_forge_is_asked_in_its_own_way() -> None:
    common = {"commit_messages": backend(FORGEJO)["backend"]["commit_messages"]}
    assert backend(FORGEJO) == {
        "backend": {
            **common,
            "name": "gitea",
            "repo": "mini/hub",
            "branch": "atelier",
            "api_root": "https://forge.example/api/v1",
            "auth_methods": ["token"],
            "base_url": "https://forge.example",
        },
        "publish_mode": "simple",
    }
    assert backend(GITHUB) == {
        "backend": {
            **common,
            "name": "github",
            "repo": "mini/hub",
            "branch": "principale",
            "api_root": "https://api.github.com",
            "graphql_api_root": "https://api.github.com/graphql",
            "squash_merges": True,
            "auth_methods": ["token"],
        },
        "publish_mode": "editorial_workflow",
    }
    of_gitlab = backend(GITLAB)
    assert of_gitlab["publish_mode"] == "editorial_workflow"
    assert of_gitlab["backend"]["repo"] == "ville/asso/hub"
    assert of_gitlab["backend"]["api_root"] == "https://gitlab.example/api/v4"
    assert of_gitlab["backend"]["graphql_api_root"] == "https://gitlab.example/api/graphql"


def test_one_signs_in_by_the_forge_where_it_is_set_up() -> None:
    number = "3f1c2b7a-0d4e"
    gitlab = backend(GITLAB.model_copy(update={"application": number}))["backend"]
    assert (gitlab["auth_type"], gitlab["app_id"], gitlab["auth_endpoint"]) == (
        "pkce",
        number,
        "oauth/authorize",
    )
    forgejo = backend(FORGEJO.model_copy(update={"application": number}))["backend"]
    assert (forgejo["app_id"], forgejo["auth_endpoint"]) == (number, "login/oauth/authorize")
    github = backend(GITHUB.model_copy(update={"connexion": "https://entrer.example/"}))["backend"]
    assert (github["base_url"], github["auth_endpoint"]) == ("https://entrer.example", "auth")
    assert all("auth_methods" not in one for one in (gitlab, forgejo, github))


@pytest.mark.parametrize(
    ("depot", "hosts"),
    [
        (FORGEJO, "https://forge.example"),
        (GITHUB, "https://api.github.com"),
        (GITLAB, "https://gitlab.example"),
        (Depot(forge=Forge.github, adresse="https://git.ville.example/a/b"), "https://git.ville.example"),
    ],
)
def test_the_policy_of_its_page_lets_it_ask_the_forge_and_nobody_else(depot: Depot, hosts: str) -> None:
    parts = dict(part.split(" ", 1) for part in policy_of(depot).split("; "))
    assert parts["connect-src"] == f"'self' blob: data: {hosts}"
    assert parts["default-src"] == "'none'"
    assert parts["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert re.findall(r"https?://[\w.-]+", policy_of(depot)) == [hosts]


def test_its_page_is_for_no_search_engine_and_says_how_one_enters(hub: Hub) -> None:
    html = page(hub.site, FORGEJO).decode()
    assert '<meta name="robots" content="noindex">' in html
    assert "un jeton" in html
    assert "un jeton" not in page(hub.site, FORGEJO.model_copy(update={"application": "a"})).decode()
    assert re.search(r"<script(?! type=\"module\" src)|<style| style=| on[a-z]+=", html) is None


def test_a_logo_is_sent_in_the_format_that_it_has(forms: dict[str, Any]) -> None:
    (logo,) = (field for key, field in _seen(forms) if key == "mkdocs: extra.hub.logo")
    own = logo["media_libraries"]["default"]["config"]
    assert (logo["accept"], logo["media_folder"]) == (".svg,.png", "/content/images")
    assert "transformations" not in own
    assert own["max_file_size"] < forms["media_libraries"]["default"]["config"]["max_file_size"]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What `make atelier` makes, in a file."""
    folder = tmp_path / "paquet"
    folder.mkdir()
    (folder / "atelier.js").write_text("1", encoding="utf-8")
    monkeypatch.setattr(place, "PACKAGE", folder)
    return folder


def _site(hub: Hub, folder: Path) -> set[str]:
    build(hub, towns.TODAY, folder)
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_a_site_has_it_where_the_town_says_where_its_files_are_and_it_was_made(
    hub: Hub, package: Path, tmp_path: Path
) -> None:
    found = _site(hub, tmp_path / "site")
    assert {path for path in found if path.startswith("atelier/")} == {
        "atelier/index.html",
        "atelier/config.json",
        "atelier/atelier.js",
    }
    assert "/atelier/" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    (package / "atelier.js").unlink()
    others = {path for path in found if not path.startswith(("atelier/", "pagefind/"))}
    without = _site(hub, tmp_path / "without")
    assert {path for path in without if not path.startswith("pagefind/")} == others  # whose texts differ
    headers = (tmp_path / "without/_headers").read_text(encoding="utf-8")
    assert f"  Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'" in headers


def test_contributing_leads_to_it_where_there_is_one_and_no_longer_where_it_went(
    hub: Hub, package: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    _site(hub, site)
    assert '<a class="bouton" href="../atelier/">Ouvrir l’atelier</a>' in _text(site, "contribuer")
    assert "Dans l’atelier, à gauche" in _text(site, "contribuer/annoncer-une-date")
    (package / "atelier.js").unlink()
    _site(hub, site)  # with what the first build kept
    assert "atelier" not in _text(site, "contribuer/annoncer-une-date")
    assert 'href="../atelier/"' not in _text(site, "contribuer")
    assert "entrer-dans-l-atelier" not in _text(site, "contribuer")
    assert "pas d’atelier pour l’instant" in _text(site, "contribuer/entrer-dans-l-atelier")


def _text(site: Path, folder: str) -> str:
    return (site / folder / "index.html").read_text(encoding="utf-8").partition("<main ")[2]


def test_its_page_is_no_page_whose_address_may_be_lost(hub: Hub, package: Path, tmp_path: Path) -> None:
    _site(hub, tmp_path / "site")
    titles = published(tmp_path / "site", hub.site.identifiant).titles
    assert "/atelier/" not in titles
    assert "/contribuer/" in titles


def test_a_town_that_says_nothing_has_none(package: Path, tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path / "town")
    assert not [path for path in _site(hub, tmp_path / "site") if path.startswith("atelier/")]


@pytest.mark.parametrize("name", SERVERS)
def test_servers_give_its_page_its_own_policy_and_the_others_theirs(
    name: str, hub: Hub, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    for path, data in files_for_servers(hub.site, [], FORGEJO):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    for path in ("atelier/index.html", "index.html"):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text("<!doctype html>", encoding="utf-8")
    _open_to_servers(tmp_path)
    with SERVERS[name](site, tmp_path) as url:
        own, other = Client(url).get("/atelier/"), Client(url).get("/")
    for header, value in {**HEADERS, **headers_of(FORGEJO)}.items():
        assert own.headers.get_all(header) == [value], header
    for header, value in HEADERS.items():
        assert other.headers.get_all(header) == [value], header
    assert other.headers["X-Robots-Tag"] is None


def test_hosts_that_add_up_what_rules_say_leave_each_page_its_own_policy(hub: Hub) -> None:
    headers = dict(files_for_servers(hub.site, [], FORGEJO))["_headers"].decode()
    assert re.findall(r"Content-Security-Policy: (.*)", headers) == ["frame-ancestors 'none'"]
    assert "Cross-Origin-Opener-Policy" not in headers
