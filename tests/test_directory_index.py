"""A directory too long for one page, in a browser: its index comes when one types, and is looked through."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.model import Hub
from tests import large
from tests.conftest import Tab
from tests.serving import served
from tests.test_accessibility import COLOURS, RULES, found_by_axe

DIRECTORY = "/associations/"


@pytest.fixture(scope="module")
def hub() -> Hub:
    return large.of_bench(640)


@pytest.fixture(scope="module")
def site(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    begins = ("/associations/lettre/", "/associations/theme/", hub.associations[0].address)
    with served(large.publish(hub, tmp_path_factory.mktemp("long"), begins)) as url:
        yield url


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(site + DIRECTORY)
    yield page
    page.close()


def listed(hub: Hub) -> list[str]:
    return [one.nom for one in hub.associations if one.statut != "dissoute"]


def shown(page: Page) -> list[str]:
    return page.locator(".trouvees .rangee-nom").all_inner_texts()


def said(page: Page, words: str) -> None:
    """What everybody is told of how many there are."""
    expect(page.locator("main").get_by_role("status")).to_have_text(words)


def test_the_index_is_asked_for_when_one_types_and_once(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + DIRECTORY)
    expect(page.get_by_label("Un nom, un mot")).to_be_visible()
    assert not [url for url in asked if "annuaire-" in url]
    page.get_by_label("Un nom, un mot").fill("h")
    page.get_by_label("Un nom, un mot").fill("hérissons")
    expect(page.locator(".trouvees .rangee").first).to_be_visible()
    assert len([url for url in asked if "annuaire-" in url]) == 1


def _sport(hub: Hub) -> str:
    return hub.themes_by_id["sport"].nom


def test_what_one_types_is_found_and_told(page: Page, hub: Hub) -> None:
    names = [name for name in listed(hub) if "hérissons" in name]
    page.get_by_label("Un nom, un mot").fill("HERISSONS")
    said(page, f"{len(names)} associations sur {len(listed(hub))}.")
    assert shown(page) == names[:60]
    expect(page.get_by_role("heading", name="Par lettre")).to_be_hidden()


def test_small_words_are_not_asked_for(page: Page, hub: Hub) -> None:
    page.get_by_label("Un nom, un mot").fill("club pour les hérissons")
    names = [name for name in listed(hub) if name.startswith("Club des hérissons")]
    said(page, f"{len(names)} association{'s' if len(names) > 1 else ''} sur {len(listed(hub))}.")
    assert shown(page) == names


def test_lists_narrow_and_all_comes_back(page: Page, hub: Hub) -> None:
    page.get_by_label("Thème", exact=True).select_option(value="sport")
    page.get_by_label("Public", exact=True).select_option(value="enfants")
    members = [
        one.nom
        for one in hub.associations
        if one.statut != "dissoute"
        and "sport" in one.themes
        and {"tous", "enfants"} & {*map(str, one.publics)}
    ]
    said(page, f"{len(members)} associations sur {len(listed(hub))} : {_sport(hub)}, enfants.")
    assert shown(page) == members[:60]
    page.get_by_role("button", name="Tout revoir").click()
    expect(page.get_by_role("heading", name="Par lettre")).to_be_visible()
    expect(page.locator("main").get_by_role("status")).to_contain_text("dans l’annuaire")
    assert page.url.endswith(DIRECTORY)


def test_each_choice_has_as_many_associations_as_it_says(page: Page, hub: Hub) -> None:
    page.get_by_text("Plus de choix").click()
    for label in ("Thème", "Public", "Collège"):
        for words in page.get_by_label(label, exact=True).locator("option").all_inner_texts()[1:]:
            told = re.fullmatch(r"(.+) \((\d+)\)", words)
            assert told
            page.get_by_label(label, exact=True).select_option(label=words)
            many = "s" if int(told[2]) > 1 else ""
            said(page, f"{told[2]} association{many} sur {len(listed(hub))} : {told[1]}.")
        page.get_by_role("button", name="Tout revoir").click()


def test_a_part_is_shown_and_the_rest_when_it_is_asked_for(page: Page, hub: Hub) -> None:
    page.get_by_label("Thème", exact=True).select_option(value="sport")
    members = [one.nom for one in hub.associations if one.statut != "dissoute" and "sport" in one.themes]
    said(page, f"{len(members)} associations sur {len(listed(hub))} : {_sport(hub)}.")
    assert shown(page) == members[:60]
    page.get_by_role("button", name="En montrer plus").focus()
    page.keyboard.press("Enter")
    assert shown(page) == members[:120]
    expect(page.get_by_role("link", name=members[60], exact=True)).to_be_focused()
    page.get_by_role("button", name="En montrer plus").click()
    expect(page.get_by_role("button", name="En montrer plus")).to_be_hidden()
    assert shown(page) == members


def test_the_keyboard_goes_from_the_fields_to_what_is_found(page: Page, hub: Hub) -> None:
    page.get_by_label("Un nom, un mot").fill("hérissons")
    expect(page.locator(".trouvees .rangee").first).to_be_visible()
    page.get_by_role("button", name="Tout revoir").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Les activités, par jour et par âge")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".trouvees .rangee a").first).to_be_focused()


def test_who_comes_back_finds_what_was_chosen_and_the_place(page: Page, hub: Hub) -> None:
    page.get_by_label("Thème", exact=True).select_option(value="sport")
    page.get_by_role("button", name="En montrer plus").click()
    link = page.locator(".trouvees .rangee a").nth(90)
    link.scroll_into_view_if_needed()
    name = link.inner_text()
    link.click()
    page.wait_for_url("**/associations/*/")
    page.go_back()
    expect(page.get_by_role("link", name=name, exact=True)).to_be_in_viewport()
    expect(page.get_by_label("Thème", exact=True)).to_have_value("sport")


@pytest.mark.parametrize("end", ["?theme=sport", "#theme-sport"])
def test_an_address_that_was_shared_shows_what_was_chosen(
    browser: Browser, site: str, hub: Hub, end: str
) -> None:
    page = browser.new_page()
    page.goto(site + DIRECTORY + end)
    members = [one.nom for one in hub.associations if one.statut != "dissoute" and "sport" in one.themes]
    said(page, f"{len(members)} associations sur {len(listed(hub))} : {_sport(hub)}.")
    expect(page.get_by_label("Thème", exact=True)).to_have_value("sport")
    page.close()


def test_an_index_that_does_not_come_leaves_letters_and_themes(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.route("**/annuaire-*.json", lambda route: route.abort())
    page.goto(site + DIRECTORY)
    page.get_by_label("Un nom, un mot").fill("yoga")
    expect(page.locator("main").get_by_role("status")).to_contain_text("L’annuaire n’a pas pu être lu")
    expect(page.get_by_role("heading", name="Par lettre")).to_be_visible()
    page.unroute("**/annuaire-*.json")
    page.get_by_label("Un nom, un mot").fill("hérissons")
    expect(page.locator(".trouvees .rangee").first).to_be_visible()
    page.close()


def test_what_is_not_in_a_name_is_looked_for_in_the_whole_site(page: Page, site: str) -> None:
    page.get_by_label("Un nom, un mot").fill("nulle part ailleurs")
    expect(page.get_by_text("Aucune association ne correspond.")).to_be_visible()
    link = page.get_by_role("link", name="cherchez dans tout le site")
    expect(link).to_have_attribute("href", "/recherche/?q=nulle%20part%20ailleurs")


def test_an_association_has_the_address_that_the_index_gives_it(page: Page, hub: Hub) -> None:
    one = hub.associations[0]
    page.get_by_label("Un nom, un mot").fill(one.nom)
    page.get_by_role("link", name=one.nom, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(one.nom)


def test_without_a_script_letters_and_themes_lead_to_an_association(
    browser: Browser, site: str, hub: Hub
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    one = hub.associations[0]
    theme = hub.themes_by_id[one.themes[0]].nom
    for way in (one.nom[0], theme):
        page.goto(site + DIRECTORY)
        expect(page.get_by_label("Un nom, un mot")).to_be_hidden()
        page.locator(".entrees, .tuiles-themes").get_by_role("link", name=re.compile(f"^{way} ")).click()
        page.get_by_role("link", name=one.nom, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(one.nom)
    context.close()


def test_axe_finds_nothing_in_a_long_directory(tab: Tab, site: str) -> None:
    """By day at both widths; by night colours alone are others, at either width the same."""
    with tab(viewport={"width": 1280, "height": 800}, bypass_csp=True, reduced_motion="reduce") as page:
        for address in ("", "?q=hérissons", "lettre/c/", "theme/sport/"):
            page.goto(site + DIRECTORY + address)
            if address.startswith("?"):
                expect(page.locator(".trouvees .rangee").first).to_be_visible()
            for width, scheme, rules in (
                (1280, "dark", COLOURS),
                (1280, "light", RULES),
                (360, "light", RULES),
            ):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                assert found_by_axe(page, rules) == [], (address, width, scheme)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
