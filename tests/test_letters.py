"""The letters of the screen: ours, light, asked for at once, and nothing moves when they come."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Route

from hub.engine import frames
from hub.engine.recipe import SELDOM
from hub.hosting.policy import NAMED_BY_CONTENT
from scripts.letters import FOLDER, SHEET, SIGNS
from tests import towns
from tests.conftest import Tab
from tests.test_frames import SITE

FILES = sorted(FOLDER.glob("*.woff2"))
USUAL = [file for file in FILES if SELDOM not in file.name]


def test_each_is_named_by_what_it_holds_and_declared_in_the_sheet() -> None:
    declared = re.findall(r"lettres/([\w.-]+\.woff2)", SHEET.read_text(encoding="utf-8"))
    assert sorted(declared) == [file.name for file in FILES]
    for file in FILES:
        assert file.name.split(".")[1] == hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def test_those_of_every_page_weigh_less_than_33_kb_together() -> None:
    assert sum(file.stat().st_size for file in USUAL) < 33_000


def test_a_browser_keeps_them_for_ever() -> None:
    assert "assets/lettres/" in NAMED_BY_CONTENT


@pytest.mark.parametrize("file", USUAL, ids=[file.name.partition(".")[0] for file in USUAL])
def test_each_has_the_signs_of_french(file: Path) -> None:
    from fontTools.ttLib import TTFont

    known = TTFont(file).getBestCmap()
    assert set(map(ord, "ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸàâçéèêëîïôœùûüÿ«»’“”–—…€ \u202f")) <= set(known)
    assert set(known) <= set(SIGNS)


def test_a_word_from_elsewhere_has_its_letters_and_no_other_page_asks_for_them(
    tab: Tab, example_url: str
) -> None:
    with tab() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{example_url}/plan-du-site/")
        page.evaluate("document.fonts.ready")
        before = [url for url in asked if SELDOM in url]
        page.evaluate("document.querySelector('.corps a').textContent = 'Łódź, São Paulo'")
        page.evaluate("document.fonts.ready")
        assert (before, [url for url in asked if SELDOM in url] != []) == ([], True)


def test_a_page_asks_at_once_for_those_that_it_has_and_no_other() -> None:
    files = dict(frames(SITE, towns.ENGINE_CONFIG).files())
    asked = re.findall(r'<link rel="preload" href="/([^"]+)" as="font"', files["404.html"].decode())
    assert asked == [f"assets/lettres/{file.name}" for file in USUAL]


def test_the_words_of_a_page_are_in_our_letters(tab: Tab, example_url: str) -> None:
    with tab() as page:
        page.goto(f"{example_url}/comptes-rendus/2026-03-10-bureau/")
        page.evaluate("document.fonts.ready")
        page.reload()  # what came too late for the first page is there for the second
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        seen = set()
        for selector in ("h1", "h2", ".corps p", ".corps dd a", ".menu summary", ".pied"):
            node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
            fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            seen |= {(selector, one["familyName"], one["isCustomFont"]) for one in fonts}
    titles = {"h1", "h2"}
    assert seen == {
        (one, "Literata" if one in titles else "Public Sans", True)
        for one in ("h1", "h2", ".corps p", ".corps dd a", ".menu summary", ".pied")
    }


def test_no_line_of_a_heading_nor_of_a_menu_moves_when_they_come(tab: Tab, example_url: str) -> None:
    """Measured with what stands in for them until then, and with them."""
    places = """[...document.querySelectorAll("h1, .menu, .tete, .fil, .corps h2")].map((one) => {
        const box = one.getBoundingClientRect();
        return [one.tagName, Math.round(box.height / 4)];
    })"""
    with tab(viewport={"width": 1280, "height": 900}) as page:
        page.route("**/*.woff2", lambda route: route.abort())
        page.goto(f"{example_url}/comptes-rendus/2026-03-10-bureau/")
        before = page.evaluate(places)
        page.unroute("**/*.woff2")
        page.reload()
        page.evaluate("document.fonts.ready")
        assert page.evaluate(places) == before


def test_letters_that_come_after_the_words_move_nothing(tab: Tab, example_url: str) -> None:
    with tab(viewport={"width": 360, "height": 800}) as page:
        late: list[Route] = []

        def hold(route: Route) -> None:
            late.append(route)

        page.route("**/*.woff2", hold)
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => { moved += list.getEntries().length; })"
            ".observe({type: 'layout-shift', buffered: true});"
        )
        page.goto(f"{example_url}/guides/demander-une-subvention/", wait_until="domcontentloaded")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        for route in late:
            route.continue_()
        page.evaluate("document.fonts.ready")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert (len(late), page.evaluate("moved")) == (len(USUAL), 0)
