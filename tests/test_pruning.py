"""Of the rented style sheet only what a page can meet is published, and no page looks otherwise for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hub.engine import frames
from hub.engine.material import CLASSES, layered, style_sheet
from hub.engine.pruning import Used, pruned
from hub.places import THEME
from tests import towns
from tests.test_frames import SITE

USED = Used(("corps",), ("data-theme",), (".a { color: var(--ours) }",))

SCRIPTED = ("/recherche/", "/agenda/", "/associations/", "/activites/")
"""Pages that a script completes once they are there."""

ALL = layered(style_sheet().read_text("utf-8"))

WHOLE = """(href) => new Promise((done, failed) => {
    const served = document.querySelector('link[href*="/assets/stylesheets/"]');
    Object.assign(served, {href, onload: done, onerror: failed});
})"""
"""Puts the whole sheet in the place of the one that is served."""


SET = """(whole) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(whole);
    const set = (rules) => [...rules].flatMap((rule) => [...(rule.style ?? []), ...set(rule.cssRules ?? [])]);
    const names = [sheet, ...document.styleSheets].flatMap((one) => set(one.cssRules));
    return [...new Set(names)].filter((name) => !name.startsWith("--"));
}"""
"""The properties that a rule sets, of the whole sheet or of another: no other can tell one from the other."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab where the whole sheet is to be had."""
    with browser.new_context(viewport={"width": 1000, "height": 900}, reduced_motion="reduce") as context:
        answer = {"body": ALL, "content_type": "text/css"}
        context.route("**/assets/stylesheets/whole.css", lambda route: route.fulfill(**answer))
        yield context.new_page()


def _styles(page: Page) -> tuple[list[str], list[str], list[list[int]]]:
    """(names, words, a row of numbers of words for each of all that is drawn of a page): its computed styles,
    with what stands before and after its elements."""
    names = page.evaluate(SET, ALL)
    session = page.context.new_cdp_session(page)
    found = session.send("DOMSnapshot.captureSnapshot", {"computedStyles": names})
    session.detach()
    return names, found["strings"], found["documents"][0]["layout"]["styles"]


def _told(names: list[str], words: list[str], styles: list[list[int]]) -> list[list[str]]:
    return [
        [f"{name}: {words[style]}" for name, style in zip(names, row, strict=True)] for row in styles if row
    ]


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".corps p{a:b}", ".corps p{a:b}"),
        (".md-nav p{a:b}", ""),
        (".md-nav,.corps{a:b}", ".corps{a:b}"),
        (".corps.md-nav{a:b}", ""),
        ("a:not(.md-nav){a:b}", "a:not(.md-nav){a:b}"),
        (":is(.md-nav,.corps) a{a:b}", ":is(.md-nav,.corps) a{a:b}"),
        (":is(.md-nav,.md-tab) a{a:b}", ""),
        ("#__drawer{a:b}", ""),
        ("[dir=ltr] p{a:b}[dir=rtl] p{a:b}", "[dir=ltr] p{a:b}"),
        ("[data-theme=sombre] p{a:b}[data-md-color] p{a:b}", "[data-theme=sombre] p{a:b}"),
        ("a::-webkit-scrollbar{a:b}", "a::-webkit-scrollbar{a:b}"),
        ("a{color:red!important}", "a{color:red!important}"),
        ("@media print{.md-nav{a:b}}", ""),
        ("@media print{.md-nav{a:b}p{a:b}}", "@media print{p{a:b}}"),
        (":root{--read:1;--idle:2}p{a:var(--read)}", ":root{--read:1}p{a:var(--read)}"),
        (":root{--ours:1}", ":root{--ours:1}"),
        (":root{--first:var(--then);--then:1}p{a:var( --first)}", None),
        ("p{animation:move 1s}@keyframes move{to{a:b}}", None),
        ("@keyframes idle{to{a:b}}", ""),
        ("@page{margin:25mm}", None),
        ("p{background:url('data:image/svg+xml,<svg>;}</svg>')}", None),
    ],
)
def test_a_rule_is_kept_where_a_page_may_meet_it(sheet: str, kept: str | None) -> None:
    found = pruned(sheet, USED).replace('"', "'")
    assert found == (sheet if kept is None else kept)


def test_a_town_gets_a_tenth_of_the_sheet(tmp_path: Path) -> None:
    files = dict(frames(SITE, towns.ENGINE_CONFIG).files())
    (path,) = (path for path in files if path.startswith("assets/stylesheets/"))
    assert len(files[path]) < style_sheet().stat().st_size / 8


def test_no_template_nor_script_of_ours_names_another_of_its_classes() -> None:
    known = set(re.findall(r"\.(md-[\w-]+)", style_sheet().read_text("utf-8")))
    ours = [file for kind in ("*.html", "*.js") for file in THEME.rglob(kind)]
    named = {name for file in ours for name in re.findall(r"\bmd-[\w-]+", file.read_text("utf-8"))}
    assert named & known == set(CLASSES)


def test_no_sheet_of_ours_names_a_class_of_its_own_since_ours_have_the_last_word_anyhow() -> None:
    ours = "".join(file.read_text("utf-8") for file in THEME.rglob("*.css"))
    assert re.findall(r"\.md-[\w-]+", ours) == []


@pytest.mark.parametrize("address", towns.KINDS.values(), ids=towns.KINDS)
def test_every_computed_style_of_a_page_is_that_of_the_whole_sheet(
    page: Page, example_url: str, address: str
) -> None:
    page.goto(example_url + address, wait_until="networkidle" if address in SCRIPTED else "load")
    without = _styles(page)
    page.evaluate(WHOLE, "/assets/stylesheets/whole.css")
    assert len(without[2]) > 50
    assert _told(*_styles(page)) == _told(*without)
