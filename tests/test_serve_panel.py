"""What a clerk sees of `serve` in a real Chromium: her edit, her mistake, the way to mend it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import towns
from tests.serve import Served, serving
from tests.test_accessibility import AXE, RULES
from tests.workspaces import NEWS

LONG = "\n\n".join(f"Le {day}, il a plu sur tous les jardins de Mini." for day in range(1, 120))
TEXT = towns.MINIATURE[NEWS].replace("Enfin.", f"Enfin.\n\n{LONG}")
WRONG = TEXT.replace("Enfin.", "Voir [le guide](guide:semmer).")
ADDRESS = "/actualites/pluie/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("apercu")
    with serving(towns.write(folder / "sources"), folder / "site", "--no-media") as server:
        yield server


class Clerk:
    """Her editor beside her browser."""

    def __init__(self, served: Served, page: Page) -> None:
        self.served, self.page = served, page
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def write(self, text: str, path: str = NEWS) -> None:
        (self.served.source / path).write_text(text, encoding="utf-8")

    def open(self, address: str = ADDRESS) -> None:
        self.page.goto(self.served.url + address)

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("region", name="erreur")

    @property
    def pill(self) -> Locator:
        return self.page.locator("button.pastille")


@pytest.fixture
def clerk(served: Served, browser: Browser) -> Iterator[Clerk]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    clerk = Clerk(served, context.new_page())
    clerk.write(TEXT)
    clerk.open()
    expect(clerk.page.locator("main")).to_contain_text("Le 119")
    yield clerk
    context.close()
    clerk.write(TEXT)
    assert clerk.wrong == []


def test_an_edit_is_seen_where_she_was_reading(clerk: Clerk) -> None:
    clerk.page.evaluate("scrollTo(0, 1500)")
    before = clerk.page.evaluate("scrollY")
    clerk.write(TEXT.replace("Le 119", "Le cent dix-neuvième"))
    expect(clerk.page.locator("main")).to_contain_text("Le cent dix-neuvième")
    assert before == 1500
    clerk.page.wait_for_function("before => Math.abs(scrollY - before) < 2", arg=before)


def test_a_mistake_leaves_the_page_and_says_what_to_do_until_it_is_mended(clerk: Clerk) -> None:
    clerk.page.evaluate("window.stays = true")
    clerk.write(WRONG)
    expect(clerk.panel).to_be_visible()
    for words in (
        "la dernière version sans erreur",
        "content/actualites/pluie.md",
        "ligne\u00a06",
        "Le lien « guide:semmer » ne mène à rien.",
        "Vouliez-vous dire « semer » ?",
        "Voir [le guide](guide:semmer).",
    ):
        expect(clerk.panel).to_contain_text(re.sub("(?<=«) | (?=[»?])", "\u00a0", words))
    expect(clerk.panel.locator("mark")).to_have_text("guide:semmer")
    expect(clerk.page.locator("main")).to_contain_text("Enfin.")
    expect(clerk.pill).to_contain_text("la dernière version sans erreur")
    assert clerk.page.evaluate("window.stays"), "the page was not loaded again: it is the same"
    clerk.write(TEXT.replace("Enfin.", "Voir [le guide](guide:semer)."))
    expect(clerk.page.locator("main")).to_contain_text("Voir le guide.")
    expect(clerk.panel).to_be_hidden()
    expect(clerk.pill).to_be_hidden()


def test_another_page_says_that_it_is_up_to_date(clerk: Clerk) -> None:
    clerk.write(WRONG)
    clerk.open("/guides/semer/")
    expect(clerk.panel).to_contain_text("Cette page est à jour")
    expect(clerk.panel).to_contain_text("content/actualites/pluie.md")
    expect(clerk.pill).to_have_text("1 erreur")


def test_the_panel_is_announced_closes_with_escape_and_remembers_it(clerk: Clerk) -> None:
    clerk.write(WRONG)
    expect(clerk.panel).to_be_visible()
    expect(clerk.page.get_by_role("status").filter(has_text="1 erreur.")).to_have_attribute(
        "aria-live", "polite"
    )
    expect(clerk.pill).to_have_attribute("aria-expanded", "true")
    clerk.page.get_by_role("button", name="Fermer").focus()
    clerk.page.keyboard.press("Escape")
    expect(clerk.panel).to_be_hidden()
    expect(clerk.pill).to_be_focused()
    clerk.open("/guides/semer/")
    expect(clerk.pill).to_be_visible()
    expect(clerk.panel).to_be_hidden()
    clerk.pill.press("Enter")
    expect(clerk.panel).to_be_visible()
    clerk.page.keyboard.press("Escape")
    clerk.write(WRONG.replace("guide:semmer", "guide:planter"))
    expect(clerk.panel).to_contain_text("guide:planter")


def test_a_warning_is_a_counter_that_opens(clerk: Clerk) -> None:
    guide = "content/guides/semer.md"
    clerk.write(towns.MINIATURE[guide].replace("publie_le:", "a_revoir_avant: 2026-03-01\npublie_le:"), guide)
    expect(clerk.pill).to_have_text("1 avertissement")
    region = clerk.page.get_by_role("region", name="avertissement")
    expect(region).to_be_hidden()
    clerk.pill.click()
    expect(region).to_contain_text("Rien n’empêche de publier")
    region.get_by_text("Pourquoi").click()
    expect(region).to_contain_text("Règle P007")
    clerk.open("/guides/semer/")
    expect(region).to_be_visible()
    clerk.page.get_by_role("button", name="Fermer").click()
    clerk.open()
    expect(clerk.pill).to_have_text("1 avertissement")
    expect(region).to_be_hidden()
    clerk.write(towns.MINIATURE[guide], guide)
    expect(clerk.pill).to_be_hidden()


def test_a_tab_in_the_background_asks_for_nothing_until_it_is_looked_at(clerk: Clerk) -> None:
    asked: list[str] = []
    clerk.page.evaluate("""() => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    clerk.page.on("request", lambda request: asked.append(request.url))
    known = clerk.served.told(ADDRESS)
    clerk.write(TEXT.replace("Enfin.", "Toujours."))
    while clerk.served.told(ADDRESS, known["jeton"])["page"] == known["page"]:
        pass
    clerk.page.evaluate("fetch('/robots.txt')")
    assert [url for url in asked if "/robots.txt" not in url] == []
    clerk.page.evaluate("""() => {
        delete document.hidden;
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    expect(clerk.page.locator("main")).to_contain_text("Toujours.")


def test_a_search_finds_what_was_just_written(clerk: Clerk) -> None:
    clerk.write(TEXT.replace("Enfin.", "Les grenouilles sont revenues."))
    expect(clerk.page.locator("main")).to_contain_text("grenouilles")
    clerk.open("/recherche/?q=grenouilles")
    expect(clerk.page.locator("main").get_by_role("link", name="Il pleut")).to_be_visible(timeout=30_000)


def test_a_page_that_has_never_been_sound_says_so_and_comes_by_itself(clerk: Clerk) -> None:
    path = "content/actualites/vent.md"
    clerk.write(WRONG.replace("Il pleut", "[Il vente"), path)
    clerk.open("/actualites/vent/")
    expect(clerk.panel).to_contain_text("n’a pas encore de version sans erreur")
    clerk.write(TEXT.replace("Il pleut", "Il vente"), path)
    expect(clerk.page.get_by_role("heading", level=1)).to_have_text("Il vente")
    clerk.wrong.clear()  # the browser tells the console of an answer 404
    (clerk.served.source / path).unlink()


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_within_everyones_reach(
    served: Served, browser: Browser, size: tuple[int, int], scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="fr-FR",
        bypass_csp=True,  # for axe alone
    )
    clerk = Clerk(served, context.new_page())
    clerk.write(WRONG)
    clerk.open()
    expect(clerk.panel).to_be_visible()
    clerk.page.add_script_tag(path=str(AXE))
    found = clerk.page.evaluate("tags => axe.run(document, {runOnly: tags})", RULES)
    inside = clerk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
    clerk.write(TEXT)
    assert [(one["id"], json.dumps(one["nodes"])[:400]) for one in found["violations"]] == []
    assert inside


def test_a_server_that_stops_is_told_and_one_that_comes_back_is_found(
    tmp_path: Path, browser: Browser
) -> None:
    source = towns.write(tmp_path / "sources")
    with serving(source, tmp_path / "site", "--no-media") as server:
        context = browser.new_context(locale="fr-FR")
        page = context.new_page()
        page.goto(server.url + ADDRESS)
        expect(page.locator("main")).to_contain_text("Enfin.")
        port = server.url.rpartition(":")[2]
    expect(page.locator("button.pastille")).to_have_text("Le serveur d’essai est arrêté")
    (source / NEWS).write_text(towns.MINIATURE[NEWS].replace("Enfin.", "Toujours."), encoding="utf-8")
    with serving(source, tmp_path / "site", "--no-media", "--port", port):
        expect(page.locator("main")).to_contain_text("Toujours.", timeout=30_000)
        context.close()
