"""Addresses are permanent: what was published is compared with what would be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hub.build import inspect
from hub.catalogue.rule import Files
from hub.model.published import Published
from hub.published import published
from tests import towns


def problems(folder: Path, files: Files, before: dict[str, str]) -> list[tuple[str, str, int, int]]:
    found = inspect(towns.write(folder, files), towns.TODAY, lambda _: Published(before)).problems
    return [(p.code, p.path, p.line, p.column) for p in found]


def test_an_id_that_changed_is_told_at_the_id_and_not_again_where_it_is_named(tmp_path: Path) -> None:
    files = towns.edited("associations.yaml", "- id: coeur", "- id: coeur-2")
    before = {"/associations/coeur/": "Cœur de chœur"}
    assert problems(tmp_path, files, before) == [("A007", "associations.yaml", 12, 9)]


def test_an_association_that_is_gone_is_a_warning(tmp_path: Path) -> None:
    before = {"/associations/sirenes/": "Sirènes"}
    assert problems(tmp_path, {}, before) == [("A008", "associations.yaml", 1, 1)]


def test_a_file_that_changed_its_name_is_told_at_its_new_one(tmp_path: Path) -> None:
    guide = "content/guides/semer.md"
    files = {guide: None, "content/guides/bien-semer.md": towns.MINIATURE[guide]}
    before = {"/guides/semer/": "Semer"}
    assert problems(tmp_path, files, before) == [("P009", "content/guides/bien-semer.md", 1, 1)]


REDIRECTED = "redirections: [{ancienne: /guides/semer/, nouvelle: /guides/bien-semer/}]\n"


def test_a_page_that_is_redirected_has_not_disappeared(tmp_path: Path) -> None:
    guide = "content/guides/semer.md"
    files = {
        guide: None,
        "content/guides/bien-semer.md": towns.MINIATURE[guide],
        "redirections.yaml": REDIRECTED,
    }
    assert problems(tmp_path, files, {"/guides/semer/": "Semer"}) == []


def test_an_id_that_changed_and_is_redirected_is_no_problem(tmp_path: Path) -> None:
    moved = "redirections: [{ancienne: /associations/coeur/, nouvelle: /associations/coeur-2/}]\n"
    files = {**towns.edited("associations.yaml", "- id: coeur", "- id: coeur-2"), "redirections.yaml": moved}
    before = {"/associations/coeur/": "Cœur de chœur"}
    assert {code for code, *_ in problems(tmp_path, files, before)} == {"A012"}  # who still name the old id


def test_redirections_that_cannot_be_read_are_the_only_problem(tmp_path: Path) -> None:
    files = {"content/guides/semer.md": None, "redirections.yaml": "redirections: ["}
    assert [code for code, *_ in problems(tmp_path, files, {"/guides/semer/": "Semer"})] == ["T038"]


@pytest.mark.parametrize(("key", "code"), [("coeur", "A007"), ("sirenes", "A008")])
def test_the_remedy_of_an_address_that_is_gone_names_the_file_of_redirections(
    tmp_path: Path, key: str, code: str
) -> None:
    files = towns.edited("associations.yaml", "- id: coeur", "- id: coeur-2")
    before = {f"/associations/{key}/": {"coeur": "Cœur de chœur"}.get(key, "Sirènes")}
    found = inspect(towns.write(tmp_path, files), towns.TODAY, lambda _: Published(before)).problems
    (remedy,) = [problem.remedy for problem in found if problem.code == code]
    assert f"à redirections.yaml la ligne « - {{ancienne: /associations/{key}/, nouvelle: " in remedy


def test_what_cannot_be_read_today_has_not_disappeared(tmp_path: Path) -> None:
    files = {"content/guides/semer.md": "---\ntitre: Semer : encore\n---\n"}
    before = {"/guides/semer/": "Semer"}
    assert [code for code, *_ in problems(tmp_path, files, before)] == ["T012"]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/partenaires/", "content/partenaires.md"),
        ("/bureau/2019-2021/", "bureau.yaml"),
        ("/actualites/neige/", "content/actualites/neige.md"),
        ("/comptes-rendus/2020-01-01-bureau/", "minutes/2020-01-01-bureau.md"),
    ],
)
def test_a_page_of_any_kind_that_is_gone_is_told_where_it_was_written(
    tmp_path: Path, address: str, path: str
) -> None:
    assert problems(tmp_path, {}, {address: "Une page"}) == [("P009", path, 1, 1)]


def test_a_page_that_is_no_thing_may_go(tmp_path: Path) -> None:
    """Months and years come and go with what is in them."""
    assert problems(tmp_path, {}, {"/agenda/2020/01/": "Janvier 2020"}) == []


def test_the_published_pages_are_read_from_the_folder_of_the_site(miniature_site: Path) -> None:
    pages = published(miniature_site, "clva-mini").titles
    assert pages["/associations/dragons/"] == "L’Amicale <des> dragons & co"
    assert {"/guides/semer/", "/agenda/yoga/", "/comptes-rendus/2026-03-10-bureau/"} <= set(pages)
    assert {"/bureau/2025-2027/", "/mentions-legales/"} <= set(pages)
    assert not any(address.startswith("/agenda/2026") for address in pages)


def test_lists_of_a_large_town_are_no_things_that_could_be_lost(tmp_path: Path, miniature_site: Path) -> None:
    site = shutil.copytree(miniature_site, tmp_path / "site")
    known = set(published(site, "clva-mini").titles)
    for address in ("comptes-rendus/2023", "suivi/2023", "associations/lettre/a", "actualites/page/2"):
        (site / address).mkdir(parents=True)
        (site / address / "index.html").write_text("<h1>Une liste</h1>", encoding="utf-8")
    assert set(published(site, "clva-mini").titles) == known


def test_a_town_that_did_not_change_has_lost_nothing(tmp_path: Path, miniature_site: Path) -> None:
    pages = dict(published(miniature_site, "clva-mini").titles)
    assert problems(tmp_path, {}, pages) == []


def test_a_folder_without_a_site_has_no_pages(tmp_path: Path) -> None:
    assert published(tmp_path / "rien", "clva-mini") == Published()
