"""What tools can check of the RGAA 4.1.2: axe-core, the Nu checker, the keyboard, a narrow screen."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import towns
from tests.towns import KINDS

CLIENTS = towns.ROOT / "tests" / "clients" / "node_modules"
AXE = CLIENTS / "axe-core" / "axe.min.js"
NU = CLIENTS / "vnu-jar" / "build" / "dist" / "vnu.jar"

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""By night colours alone are others, and the words of one button, which the home page has too."""

WIDTHS = {"desk": 1280, "phone": 360}
SCREENS = {
    f"{name} by {time}": (width, scheme)
    for time, scheme in (("day", "light"), ("night", "dark"))
    for name, width in WIDTHS.items()
}

OnScreen = Callable[..., Page]


@pytest.fixture(scope="module")
def on_screen(browser: Browser) -> Iterator[OnScreen]:
    """A tab by what its screen is, with axe or without, where each test opens an address of its own."""
    tabs: dict[tuple[int, int, str | None], Page] = {}

    def opened(width: int, height: int = 800, axe_by: str | None = None) -> Page:
        screen = (width, height, axe_by)
        if screen not in tabs or tabs[screen].is_closed():
            tabs[screen] = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=axe_by or "light",  # type: ignore[arg-type]
                bypass_csp=True,
                reduced_motion="reduce",
            )
            if axe_by:
                tabs[screen].add_init_script(path=AXE)
        return tabs[screen]

    yield opened
    for page in tabs.values():
        page.close()


def _opened(page: Page, url: str) -> Page:
    """The address, with everything that is folded on it unfolded."""
    page.goto(url)
    page.evaluate("""() => document.querySelectorAll("details").forEach((one) => { one.open = true; })""")
    return page


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_axe_finds_nothing_by_day_nor_by_night(
    on_screen: OnScreen, example_url: str, address: str, width: int
) -> None:
    page = on_screen(width, axe_by="light")
    _opened(page, example_url + address)
    found = {"by day": found_by_axe(page, RULES)}
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found["by night"] = found_by_axe(page, RULES if address == "/" else COLOURS)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert found == {"by day": [], "by night": []}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing_in_results(on_screen: OnScreen, example_url: str, screen: tuple[int, str]) -> None:
    width, scheme = screen
    page = on_screen(width, axe_by=scheme)
    page.goto(example_url + "/recherche/?q=parapluie")
    expect(page.locator(".resultats h3").first).to_be_visible()
    assert found_by_axe(page, RULES) == []


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing_in_what_the_header_finds(
    on_screen: OnScreen, example_url: str, screen: tuple[int, str]
) -> None:
    width, scheme = screen
    page = on_screen(width, axe_by=scheme)
    page.goto(example_url + "/conseil/")
    field = page.get_by_role("banner").get_by_role("searchbox")
    if field.is_visible():  # a phone has a link to the page of results
        field.fill("parapluie")
        expect(page.locator(".volet a").first).to_be_visible()
    assert found_by_axe(page, RULES) == []


def test_axe_sees_by_night_what_cannot_be_read(on_screen: OnScreen, example_url: str) -> None:
    page = _opened(on_screen(1280, axe_by="dark"), example_url)
    page.add_style_tag(content="h1 { color: #222 !important; }")
    assert [told.partition(":")[0] for told in found_by_axe(page, COLOURS)] == ["color-contrast"]


RUN = """async (rules) => {
    const {passes, violations} = await axe.run(document, {runOnly: rules});
    return [passes.length, violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))];
}"""
"""How many rules held, and what broke one: all that axe tells takes longer to send here than to find."""


def found_by_axe(page: Page, rules: object) -> list[str]:
    """What axe has to say of the page that is shown."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    held, broken = page.evaluate(RUN, rules)
    assert held, "axe looked at nothing"
    return list(broken)


def test_the_nu_checker_finds_every_page_valid(example_site: Path) -> None:
    assert NU.is_file(), "le Nu checker manque : make test l'installe"
    pages = [str(example_site / address.lstrip("/")) for address in KINDS.values()]
    files = [page if page.endswith(".html") else f"{page}/index.html" for page in pages]
    run = subprocess.run(
        ["java", "-jar", NU, "--format", "json", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(run.stderr)["messages"]
    told = {f"{m['message']} ({m.get('extract', '')!r})" for m in messages if m["type"] == "error"}
    assert told == set()


def _focused(page: Page) -> dict[str, object]:
    """What has the focus, whether one sees it, and whether one sees that it has it."""
    found: dict[str, object] = page.evaluate(
        """() => {
          const element = document.activeElement;
          if (!element || element === document.body) return {end: true};
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          return {
            end: false,
            name: element.outerHTML.slice(0, 90),
            key: [...document.querySelectorAll("*")].indexOf(element),
            seen: box.width > 0 && box.height > 0 && style.visibility === "visible"
              && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
          };
        }"""
    )
    return found


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "kind",
    [
        *("home", "directory", "minutes", "month", "event", "subscriptions", "figures", "term"),
        *("contributing", "unknown"),
    ],
)
def test_a_keyboard_reaches_every_control_and_one_sees_where_it_is(
    browser: Browser, example_url: str, kind: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(example_url + KINDS[kind])
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
          .filter((element) => element.tabIndex >= 0)  // what a drawing leads to, the list beside it does too
          .filter((element) => element.checkVisibility({visibilityProperty: true})).length"""
    )
    walked: list[object] = []
    for _ in range(stops + 5):
        page.keyboard.press("Tab")
        focused = _focused(page)
        if focused["end"]:
            break
        assert focused["seen"], focused["name"]
        assert focused["marked"], focused["name"]
        assert focused["key"] not in walked, f"trapped at {focused['name']}"
        walked.append(focused["key"])
    page.close()
    assert len(walked) == stops


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_nothing_is_lost_at_320_pixels(on_screen: OnScreen, example_url: str, address: str) -> None:
    """RGAA 10.11: a screen of 1280 pixels enlarged four times; what scrolls does so in its frame."""
    page = on_screen(320, 640)
    page.goto(example_url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


LOST = """() => {
    const cut = (element) => {
        const style = getComputedStyle(element);
        const hides = ["hidden", "clip"].includes(style.overflowX) && style.position !== "absolute";
        const { clientWidth: width, clientHeight: height } = element;
        return hides && width && (element.scrollWidth > width + 1 || element.scrollHeight > height + 1);
    };
    const wide = document.documentElement.scrollWidth > innerWidth;
    const all = [...document.querySelectorAll("body *")];
    return [...(wide ? ["the page"] : []), ...all.filter(cut).map((element) => element.className)];
}"""
"""What one can no longer read: a page that scrolls sideways, an element that hides what it holds."""


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
def test_nothing_is_lost_when_letters_are_twice_as_large(
    on_screen: OnScreen, example_url: str, address: str, width: int
) -> None:
    """RGAA 10.4: a reader who asks for larger letters, without anything else."""
    page = on_screen(width)
    page.goto(example_url + address)
    page.evaluate("""() => {
        const root = document.documentElement;
        root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
    }""")
    assert page.evaluate(LOST) == []


def test_nothing_moves_for_those_who_ask_for_it(browser: Browser, example_url: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(example_url)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].map((element) => getComputedStyle(element))
          .filter((style) => style.transitionDuration.split(",").some((time) => parseFloat(time) > 0.01)
            || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01)).length"""
    )
    page.close()
    assert moving == 0


def test_every_page_has_a_title_and_a_description_of_its_own(example_site: Path) -> None:
    titles: Counter[str] = Counter()
    for page in example_site.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:  # it only leads to another
            continue
        title = re.search(r"<title>([^<]+)</title>", html)
        assert title, page
        assert re.search(r'<meta name="description" content="[^"]{10,}"', html), page
        titles[unescape(title[1])] += 1
    assert {title for title, count in titles.items() if count > 1} == set()


def test_every_table_has_a_caption_and_its_heads_a_scope(example_site: Path) -> None:
    for page in example_site.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
            assert "<caption" in table or "aria-label" in table, page
            assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", table)), page


def test_every_page_says_it_is_in_french(example_site: Path) -> None:
    for page in example_site.rglob("index.html"):
        assert '<html lang="fr"' in page.read_text(encoding="utf-8"), page
