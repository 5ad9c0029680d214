"""The site map: the days on which pages changed, by what the sources say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.build import build
from hub.catalogue.rule import Files
from hub.catalogue.settings import OWN
from tests import towns

ASSOCIATION, YOGA, GUIDE = "associations.yaml", "content/agenda/yoga.md", "content/guides/semer.md"


def _days(folder: Path, files: Files) -> dict[str, str]:
    build(towns.hub_of(folder / "sources", files), towns.TODAY, folder / "site")
    text = (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>https://mini.example([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", text)
    return dict(found)


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    files = {
        **towns.edited(YOGA, "publie_le: 2026-10-01", "publie_le: 2026-10-01\nmodifie_le: 2026-11-05 09:00"),
        **towns.edited(GUIDE, "publie_le: 2026-02-01", "publie_le: 2026-02-01\nrevu_le: 2026-09-01"),
        **towns.edited(ASSOCIATION, "    courriel:", "    verifie_le: 2026-05-01\n    courriel:"),
        **towns.edited("content/lettre/2026-11.md", "publie_le: 2026-11-15", "publie_le: 2026-12-15"),
        **towns.edited("mkdocs.yml", OWN, f"{OWN}\n    accessibilite: {{etablie_le: 2026-03-03}}"),
    }
    return _days(tmp_path_factory.mktemp("carte"), files)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("/comptes-rendus/2026-03-10-bureau/", "2026-03-12"),
        ("/actualites/pluie/", "2026-11-10"),
        ("/appels/serre/", "2026-11-01"),
        ("/agenda/yoga/", "2026-11-05"),
        ("/guides/semer/", "2026-09-01"),
        ("/associations/licornes/", "2026-05-01"),
        ("/accessibilite/", "2026-03-03"),
    ],
)
def test_a_page_bears_the_last_day_that_its_source_gives(
    days: dict[str, str], address: str, day: str
) -> None:
    assert days[address] == day


def test_a_section_bears_the_day_of_what_it_shows_last(days: dict[str, str]) -> None:
    assert (days["/guides/"], days["/agenda/"], days["/"]) == ("2026-09-01", "2026-11-05", "2026-11-10")


def test_no_page_changed_on_a_day_that_is_yet_to_come(days: dict[str, str]) -> None:
    assert days["/lettre/2026-11/"] == ""
    assert max(days.values()) <= str(towns.TODAY)


def test_robots_are_told_where_the_map_is(miniature_site: Path) -> None:
    robots = (miniature_site / "robots.txt").read_text(encoding="utf-8")
    assert robots == "User-agent: *\nAllow: /\nSitemap: https://mini.example/sitemap.xml\n"
