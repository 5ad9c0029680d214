"""What a person does, in a real Chromium: no error, no failed request, nobody else asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.conftest import Tab, choose


class Visit:
    """A page that remembers what went wrong."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.wrong: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("response", lambda r: self.wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def _failed(self, request: Request) -> None:
        """What the browser gave up because the reader went on to another page did not fail."""
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"failed {request.url}: {request.failure}")

    def _heard(self, message: object) -> None:
        if getattr(message, "type", "") in ("error", "warning"):
            self.wrong.append(str(getattr(message, "text", message)))

    def go(self, address: str) -> Page:
        self.page.goto(self.url + address)
        return self.page


@pytest.fixture(params=[(1280, 900), (360, 740)], ids=["desk", "phone"])
def visit(request: pytest.FixtureRequest, tab: Tab, example_url: str) -> Iterator[Visit]:
    """A visit at two sizes; whatever happens in it, nothing may go wrong on the way."""
    width, height = request.param
    with tab(viewport={"width": width, "height": height}, locale="fr-FR") as page:
        visit = Visit(page, example_url)
        yield visit
    assert visit.wrong == []
    assert visit.hosts == {urlsplit(example_url).netloc}


def _menu(page: Page, name: str) -> None:
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()
    choose(page, name)


def test_a_citizen_goes_from_home_to_an_association_to_its_minutes_and_back(visit: Visit) -> None:
    page = visit.go("/")
    expect(page).to_have_title("Vie associative de Ville-Exemple")
    _menu(page, "Annuaire")
    page.get_by_role("link", name="Yoga pour dragons").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yoga pour dragons")
    page.locator("summary", has_text="Au conseil").click()
    page.get_by_role("link", name="Compte rendu du bureau du 10 mars 2026").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compte rendu du bureau du 10 mars 2026")
    expect(page.get_by_role("heading", name="Ce qui a été décidé")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yoga pour dragons")
    page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("link", name="Accueil").click()
    expect(page).to_have_title("Vie associative de Ville-Exemple")


ADDRESSES = (
    "/",
    "/conseil/",
    "/bureau/2025-2027/",
    "/associations/",
    "/agenda/",
    "/agenda/formations/",
    "/agenda/2026/",
    "/agenda/2026/11/",
    "/agenda/repetition-coeur-de-choeur/",
    "/suivi/",
    "/comptes-rendus/2026-03-10-bureau/",
    "/guides/demander-une-subvention/",
    "/donnees/",
    "/abonnements/",
)


def test_no_page_is_wider_than_the_screen(visit: Visit) -> None:
    beyond = "document.documentElement.scrollWidth - innerWidth"
    assert [address for address in ADDRESSES if visit.go(address).evaluate(beyond) > 0] == []


def test_a_column_of_a_text_is_aligned_as_it_says(visit: Visit) -> None:
    page = visit.go("/guides/emprunter-la-marmite/")
    expect(page.locator("td.right").first).to_have_css("text-align", "right")


def test_the_section_one_is_in_is_marked_in_the_menu(visit: Visit) -> None:
    page = visit.go("/associations/yoga-pour-dragons/")
    assert page.locator(".menu [aria-current]").all_text_contents() == ["Associations", "Annuaire"]
    visit.go("/bureau/2025-2027/")
    assert page.locator(".menu [aria-current]").all_text_contents() == ["Le conseil", "Bureau"]


def test_an_entry_of_the_menu_opens_and_is_closed_by_who_goes_on(visit: Visit) -> None:
    page = visit.go("/")
    button = page.get_by_role("button", name="Menu", exact=True)
    if button.is_visible():
        button.click()
    entry = page.locator(".menu details", has_text="Décisions")
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry.get_by_role("link", name="Suivi des actions")).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry.get_by_role("link", name="Suivi des actions")).to_be_hidden()
    expect(entry.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(entry.get_by_role("link", name="Suivi des actions")).to_be_hidden()


def test_a_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit.go("/associations/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#_contenu")).to_be_focused()


def test_the_theme_chosen_stays_on_the_next_page(visit: Visit) -> None:
    page = visit.go("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Thème sombre").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(visit.url + "/agenda/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.get_by_role("button", name="Thème clair").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_a_dark_system_gets_a_dark_page(tab: Tab, example_url: str, javascript: bool) -> None:
    with tab(color_scheme="dark", java_script_enabled=javascript) as page:
        page.goto(example_url)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 25, 29)"


def test_the_menu_opens_and_closes_with_the_keyboard_on_a_phone(browser: Browser, example_url: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(example_url)
    menu = page.get_by_role("navigation", name="Menu principal")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    page.close()


def test_without_javascript_everything_is_there(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(example_url)
    choose(page, "Comptes rendus")
    page.get_by_role("link", name="Bureau du 10 mars 2026").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compte rendu du bureau du 10 mars 2026")
    context.close()


def test_a_month_is_a_grid_on_a_desk_and_a_list_on_a_phone(visit: Visit) -> None:
    page = visit.go("/agenda/2026/12/")
    wide = (page.viewport_size or {"width": 0})["width"] > 1000
    grid = page.get_by_role("table", name="Décembre 2026, jour par jour")
    if wide:
        expect(grid.get_by_role("columnheader", name="mercredi")).to_be_visible()
        expect(grid.get_by_role("cell", name="16 14 h Les échecs du mercredi")).to_be_visible()
    else:
        day = page.locator("#jour-16 .mois-jour")
        expect(day).to_be_visible()
        assert day.evaluate("(day) => getComputedStyle(day, '::before').content") == '"mercredi "'
        expect(page.get_by_role("link", name="14 h Les échecs du mercredi").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="novembre 2026").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agenda de novembre 2026")


def test_on_a_phone_the_days_that_are_past_are_read_on_demand(visit: Visit) -> None:
    page = visit.go("/agenda/2026/11/")
    past, asked = page.locator(".mois-passe.mois-plein").first, page.get_by_role("link", name="jours passés")
    if (page.viewport_size or {"width": 0})["width"] <= 1000:
        expect(past).to_be_hidden()
        asked.click()
    expect(past).to_be_visible()
    expect(asked).to_be_hidden()


def test_a_keyboard_walks_through_a_month_day_by_day_and_shows_where_it_is(visit: Visit) -> None:
    page = visit.go("/agenda/2026/12/")
    links = page.locator(".mois-grille a:visible")
    links.first.focus()
    walked = []
    for _ in range(6):
        walked.append(page.evaluate("document.activeElement.textContent"))
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
        page.keyboard.press("Tab")
    assert walked == links.all_text_contents()[:6]


def test_categories_and_years_lead_from_the_calendar_to_one_another(visit: Visit) -> None:
    page = visit.go("/agenda/")
    page.get_by_text("Filtrer les dates").click()
    page.get_by_role("navigation", name="Catégories de l’agenda").get_by_role(
        "link", name="Formations"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Formations")
    page.get_by_text("Filtrer les dates").click()
    page.get_by_role("link", name="Tout l’agenda").click()
    page.get_by_role("link", name="2025", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agenda 2025")
    page.get_by_role("link", name="2026", exact=True).click()
    expect(page.get_by_role("link", name="2026", exact=True)).to_have_attribute("aria-current", "page")
