"""A questionnaire on the site: what is shown of it, and what never is."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.build import inspect
from hub.cli import main
from hub.labels.told import Telling
from hub.markup import Renderer
from hub.pages import Page, pages
from hub.places import TEMPLATES
from hub.report import REPORTS
from tests import towns
from tests.mistakes.questionnaires import ANSWERED, ASKED

SECRET = "Le hibou du troisième ronfle"
"""What somebody answered freely, and nobody kept."""

WITH_SECRET = towns.edited(ANSWERED, "Rien de plus", SECRET)


def _build(source: Path) -> Path:
    """The site of a town, beside it, as `build` makes it."""
    out = source.parent / "site"
    arguments = ["--source", str(source), "--out", str(out), "--today", f"{towns.TODAY}", "--no-media"]
    assert main(["build", *arguments]) == 0
    return out


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site of the miniature, whose table holds a secret; built twice, as a town does."""
    source = towns.write(tmp_path / "sources", WITH_SECRET)
    for _ in range(2):
        _build(source)
        (source / "content/actualites/neige.md").write_text(
            "---\ntitre: Il neige\npublie_le: 2026-11-11\n---\nBlanc.\n", encoding="utf-8"
        )
    return tmp_path / "site"


def test_what_people_answered_is_in_no_file_of_the_site_nor_beside_it(site: Path, tmp_path: Path) -> None:
    files = [file for file in _files(tmp_path) if tmp_path / "sources" not in file.parents]
    assert any(file.name == "questionnaires.csv" for file in files)
    assert [file for file in files if SECRET.encode() in file.read_bytes()] == []
    assert [file for file in files if file.name == "pots.csv"] == []


def test_its_page_tells_the_numbers_of_its_open_data(site: Path) -> None:
    page = (site / "questionnaires/pots/index.html").read_text(encoding="utf-8")
    with (site / "donnees/questionnaires.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["reponse"], row["nombre"]) for row in rows] == [
        ("Rose", "7"),
        ("Chardon", "5"),
        ("", ""),
        ("", ""),
    ]
    assert rows == [
        {
            name: "" if value is None else "|".join(value) if isinstance(value, list) else str(value)
            for name, value in row.items()
        }
        for row in json.loads((site / "donnees/questionnaires.json").read_text(encoding="utf-8"))
    ]
    assert "<td>7</td>" in page
    assert "<td>5</td>" in page
    assert "Des pots bleus." in page


def test_before_they_are_counted_answers_tell_nothing(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "sources", towns.edited(ASKED, "depouille_le: 2026-02-05\n", ""))
    _build(source)
    page = (tmp_path / "site/questionnaires/pots/index.html").read_text(encoding="utf-8")
    assert "clos, réponses pas encore comptées" in page
    assert "Chardon" not in page
    assert (tmp_path / "site/donnees/questionnaires.json").read_text(encoding="utf-8").split() == ["[", "]"]


def test_no_report_repeats_what_somebody_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = f"{SECRET}, et Marie Exemple a le 06 12 34 56 78"
    source = towns.write(
        tmp_path / "sources", towns.edited(ANSWERED, "Rose;3;Rien de plus", f"Tulipe;3;{words}")
    )
    found = inspect(source, towns.TODAY)
    assert {one.code for one in found.problems} == {"Q007", "Q009", "Q010"}
    telling = Telling(found.hub, found.reading.sources)
    told = [str(telling.of(one)) for one in found.problems]
    told += [report(found.problems, source, found.documents) for report in REPORTS.values()]
    main(["check", "--source", str(source), "--out", str(tmp_path / "site"), "--today", f"{towns.TODAY}"])
    told.append(capsys.readouterr().out)
    for one in told:
        assert not any(part in one for part in ("hibou", "Marie", "06 12", "Tulipe"))


def test_a_change_of_the_answers_alone_makes_its_page_again(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "sources" / ANSWERED
    file.write_text(file.read_text(encoding="utf-8") + "Rose;2;\n", encoding="utf-8")
    _build(tmp_path / "sources")
    page = (site / "questionnaires/pots/index.html").read_text(encoding="utf-8")
    assert "13\u00a0réponses" in page
    assert "<td>8</td>" in page
    assert "Rose,8," in (site / "donnees/questionnaires.csv").read_text(encoding="utf-8")


def test_a_town_without_questionnaires_shows_nothing_of_them(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "sources", {ASKED: None, ANSWERED: None})
    site = _build(source)
    assert not (site / "questionnaires").exists()
    assert not list((site / "donnees").glob("questionnaires*"))
    assert "/questionnaires/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def _pages(folder: Path, project: str) -> dict[str, Page]:
    """The pages of the miniature, where something was decided of a project, so called."""
    hub = towns.hub_of(folder, towns.edited(ASKED, "projet: Arrosoirs", f"projet: {project}"))
    return {page.address: page for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}


@pytest.mark.parametrize("name", ["Arrosage", "arrosage", "Arrosoirs"])
def test_what_was_decided_leads_to_its_project_by_any_name_and_back(tmp_path: Path, name: str) -> None:
    found = _pages(tmp_path, name)
    assert f'<a href="/suivi/arrosage/">{name}</a>' in found["/questionnaires/pots/"].body
    assert 'href="/questionnaires/pots/"' in found["/suivi/arrosage/"].body


def test_a_project_that_no_meeting_follows_leads_to_the_follow_up(tmp_path: Path) -> None:
    assert '<a href="/suivi/">Bancs</a>' in _pages(tmp_path, "Bancs")["/questionnaires/pots/"].body
