"""The search as a person uses it, in a real Chromium: letters, arrows, filters; nothing before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.search import questions, shown_by_the_site
from hub.build import build
from hub.search import languages
from tests import towns
from tests.conftest import Tab
from tests.serving import served
from tests.test_browser import Visit, visit

__all__ = ["visit"]


@pytest.fixture
def desk(tab: Tab, example_url: str) -> Iterator[Visit]:
    """A visit at a desk, where the header holds the field; nothing may go wrong in it."""
    with tab(viewport={"width": 1280, "height": 900}, locale="fr-FR") as page:
        one = Visit(page, example_url)
        yield one
    assert one.wrong == []


def _results(page: Page, words: str) -> list[str]:
    """The titles that the page of results shows, in order."""
    page.get_by_role("searchbox", name="Rechercher dans le site").fill(words)
    expect(page.get_by_role("status")).to_contain_text(f"« {words} »")
    return page.locator(".resultats h3").all_text_contents()


@pytest.mark.parametrize("address", ["/", "/recherche/"])
def test_nothing_of_the_search_is_asked_for_before_it_is_used(desk: Visit, address: str) -> None:
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    page = desk.go(address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/pagefind/" in url] == []
    with page.expect_request("**/pagefind/pagefind.js"):
        page.get_by_role("searchbox", name="Rechercher dans le site").focus()


def test_a_keyboard_alone_searches_from_the_header_and_opens_a_result(desk: Visit) -> None:
    page = desk.go("/guides/")
    field = page.get_by_role("searchbox", name="Rechercher dans le site")
    field.focus()
    page.keyboard.type("coeur de choeur")
    expect(page.locator(".volet")).to_be_visible()
    expect(page.locator(".recherche-tete [role=status]")).to_contain_text("résultat")
    whole = re.compile(r"\?q=coeur%20de%20choeur$")  # and not what was found of the first letters
    expect(page.locator(".volet-tout a").last).to_have_attribute("href", whole)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Cœur de chœur", exact=True)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cœur de chœur")


def test_escape_closes_the_results_and_comes_back_to_the_field(desk: Visit) -> None:
    page = desk.go("/")
    field = page.get_by_role("searchbox", name="Rechercher dans le site")
    field.focus()
    page.keyboard.type("yoga")
    expect(page.locator(".volet")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".volet")).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("yoga")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".volet")).to_be_visible()


def test_results_close_when_the_keyboard_goes_on(desk: Visit) -> None:
    page = desk.go("/")
    page.get_by_role("searchbox", name="Rechercher dans le site").focus()
    page.keyboard.type("yoga")
    expect(page.locator(".volet")).to_be_visible()
    for _ in range(2 + page.locator(".volet a").count()):
        page.keyboard.press("Tab")
    expect(page.locator(".volet")).to_be_hidden()


def test_enter_leads_to_all_results(desk: Visit) -> None:
    page = desk.go("/")
    page.get_by_role("searchbox", name="Rechercher dans le site").focus()
    page.keyboard.type("yoga")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/recherche/\?q=yoga$"))
    expect(page.get_by_role("link", name="Yoga pour dragons", exact=True)).to_be_visible()


UNDERSTOOD = {
    "coeur": "Cœur de chœur",
    "œuvre": "L’Œuvre des chaussettes orphelines",
    "oeuvres": "L’Œuvre des chaussettes orphelines",
    "adherent": "Adhérent·e·s anonymes",
    "adhérentes": "Adhérent·e·s anonymes",
    "adhérent.e.s": "Adhérent·e·s anonymes",
    "oeil": "L’Œil de papier",
    "repartout": "Répar’tout & compagnie",
    "ADHN": "Association de défense des hérissons de nuit",
    "l'ecrivain": "Les Écrivains du guichet",
}


def test_people_are_understood_as_they_type(desk: Visit) -> None:
    page = desk.go("/recherche/")
    first = {words: _results(page, words)[:3] for words in UNDERSTOOD}
    assert {words: found for words, found in first.items() if UNDERSTOOD[words] not in found} == {}


def test_results_stand_by_kind_with_their_dates_and_what_answers_is_marked(visit: Visit) -> None:
    page = visit.go("/recherche/?q=oeuvre")
    expect(page.get_by_role("heading", level=2, name="Comptes rendus")).to_be_visible()
    expect(page.locator(".resultats mark", has_text=re.compile("œuvre", re.IGNORECASE)).first).to_be_visible()
    call = page.locator(".carte", has_text="Vingt bénévoles").first
    expect(call.locator(".carte-quand").first).to_have_text("jusqu’au 2 décembre 2026")
    assert not re.search("[\u0361\u00ad']", page.locator(".resultats").inner_text())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_association_says_what_it_does_and_by_which_name_it_was_found(visit: Visit) -> None:
    card = visit.go("/recherche/?q=aapr").locator(".carte", has_text="Association des amis").first
    expect(card.locator("p").first).to_have_text("Aussi appelée : AAPR")
    expect(card.locator("mark")).to_have_text("AAPR")
    expect(card.locator("p").last).to_have_text(re.compile(r"^Veille sur le parapluie rouge .*\.$"))


def test_a_class_is_found_by_its_day_its_hour_and_whom_it_is_for(visit: Visit) -> None:
    card = visit.go("/recherche/?q=yoga mardi soir adultes").locator(".carte").first
    expect(card.get_by_role("link")).to_have_text("Yoga pour dragons")
    expect(card).to_contain_text(
        "Yoga du soir\u00a0: chaque mardi soir, de 18\u00a0h\u00a030 à 19\u00a0h\u00a045"
    )


def test_excerpts_read_as_phrases(desk: Visit) -> None:
    page = desk.go("/recherche/")
    for words in ("coeur", "marmite", "qui represente le sport", "fete", "lettre"):
        _results(page, words)
        read = page.locator(".resultats .carte p").all_text_contents()
        assert read, words
        assert [
            text
            for text in read
            if not re.match(r"[\wÀ-Ý«…]", text) or re.search(r"[\ue000-\uf8ff]|[,;:·]$", text)
        ] == [], words


def test_the_date_of_minutes_is_not_said_twice(desk: Visit) -> None:
    card = desk.go("/recherche/?q=respirations").locator(
        ".carte", has_text="Compte rendu du bureau du 9 octobre 2025"
    )
    expect(card.first).to_be_visible()
    assert card.first.inner_text().count("9\u00a0octobre 2025") == 1


def test_a_kind_and_a_year_narrow_the_results_and_stay_in_the_address(visit: Visit) -> None:
    page = visit.go("/recherche/?q=bureau")
    page.locator(".genre", has_text="Comptes rendus").click()
    expect(page.locator(".resultats h2")).to_have_count(1)
    page.get_by_label("Année").select_option("2025")
    expect(page.locator(".resultats h3").first).to_contain_text("2025")
    assert all("2025" in title for title in page.locator(".resultats h3").all_text_contents())
    page.reload()
    expect(page.get_by_role("radio", name="Comptes rendus")).to_be_checked()
    expect(page.get_by_label("Année")).to_have_value("2025")
    assert all("2025" in title for title in page.locator(".resultats h3").all_text_contents())


def test_a_search_without_result_says_what_to_do(visit: Visit) -> None:
    page = visit.go("/recherche/?q=xqzwk")
    expect(page.get_by_role("status")).to_have_text("Aucun résultat pour « xqzwk ».")
    expect(page.get_by_role("main").get_by_role("link", name="plan du site")).to_be_visible()


def test_the_first_letters_of_an_unknown_word_are_not_looked_for(desk: Visit) -> None:
    page = desk.go("/recherche/")
    assert [_results(page, words) for words in ("subvantion", "corale", "malentendant")] == [[], [], []]


def test_a_form_of_a_word_or_its_beginning_is_known(desk: Visit) -> None:
    page = desk.go("/recherche/")
    for words in ("yog", "hibous", "réparations", "statistiques"):
        assert _results(page, words), words


def test_an_unknown_word_is_left_out_and_the_results_say_so(visit: Visit) -> None:
    page = visit.go("/recherche/?q=yoga+xqzwk")
    status = page.get_by_role("status")
    told = r"^Aucune page ne contient tous ces mots\s; voici \d+\spages qui en contiennent une partie\.$"
    expect(status).to_have_text(re.compile(told))
    expect(page.get_by_role("link", name="Yoga pour dragons", exact=True)).to_be_visible()


def test_a_year_without_a_page_that_has_all_the_words_is_said(desk: Visit) -> None:
    page = desk.go("/recherche/?q=yoga+xqzwk&annee=2026")
    expect(page.get_by_role("status")).to_contain_text("Aucune page de 2026 ne contient tous ces mots")


def test_a_misspelt_word_is_proposed_as_it_is_spelt(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.go("/recherche/?q=subvention&annee=2026")
    expect(page.locator(".resultats h3").first).to_be_visible()
    assert not [url for url in asked if url.endswith("mots.json")]
    page.get_by_role("searchbox", name="Rechercher dans le site").fill("subvantion du conseil")
    meant = page.get_by_role("status").get_by_role("link", name="subvention du conseil")
    meant.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=subvention\+du\+conseil&annee=2026$"))
    expect(page.get_by_role("status")).to_contain_text("« subvention du conseil »")
    expect(page.locator(".resultats mark", has_text="subvention").first).to_be_visible()


def test_the_header_proposes_it_too(desk: Visit) -> None:
    page = desk.go("/")
    page.get_by_role("searchbox", name="Rechercher dans le site").focus()
    page.keyboard.type("subvantion")
    expect(page.locator(".recherche-tete [role=status]")).to_have_text(
        "Aucun résultat. Vouliez-vous dire « subvention » ?"
    )
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Vouliez-vous dire")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/recherche/\?q=subvention$"))


def test_what_is_typed_is_never_read_as_html(desk: Visit) -> None:
    page = desk.go("/recherche/?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E%20yoga")
    expect(page.locator(".resultats h3").first).to_be_visible()
    assert page.locator("#_recherche-page img").count() == 0


def test_a_phone_reaches_the_search_from_the_header(browser: Browser, example_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{example_url}/agenda/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Rechercher").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recherche")
    context.close()


def test_without_javascript_the_page_says_so_and_leads_elsewhere(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(example_url)
    expect(page.get_by_role("searchbox", name="Rechercher dans le site")).to_be_hidden()
    page.get_by_role("link", name="Rechercher").click()
    expect(page.locator("noscript .alerte")).to_be_visible()
    expect(page.get_by_role("link", name="annuaire des associations")).to_be_visible()
    context.close()


def test_the_search_works_in_a_folder_of_a_site(browser: Browser, example_site: Path, tmp_path: Path) -> None:
    (tmp_path / "ville").symlink_to(example_site)
    with served(tmp_path) as url:
        page = browser.new_page()
        page.goto(f"{url}/ville/recherche/?q=yoga")
        page.get_by_role("link", name="Yoga pour dragons", exact=True).click()
        expect(page).to_have_url(f"{url}/ville/associations/yoga-pour-dragons/")
        page.close()


def test_a_search_that_cannot_load_says_so(browser: Browser, example_url: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{example_url}/recherche/?q=yoga")
    expect(page.get_by_role("status")).to_contain_text("n’a pas pu se charger")
    page.close()


def test_a_result_that_fails_does_not_lose_the_others(browser: Browser, example_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{example_url}/recherche/?q=yoga")
    lost = page.get_by_role("link", name="Yoga pour dragons", exact=True)
    expect(lost).to_be_visible()
    before = page.locator(".resultats h3").count()
    with page.expect_request("**/fragment/*") as first:
        page.reload()
    expect(lost).to_be_visible()
    page.route(first.value.url, lambda route: route.abort())
    page.reload()
    expect(page.locator(".resultats h3")).to_have_count(before - 1)
    page.close()


def test_scripts_that_do_not_come_are_asked_for_again_and_the_form_still_leads(
    browser: Browser, example_url: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(example_url)
    page.route("**/search/*.js", lambda route: route.abort())
    field = page.get_by_role("searchbox", name="Rechercher dans le site")
    with page.expect_event("requestfailed"):
        field.focus()
    page.unroute("**/search/*.js")
    field.blur()
    field.fill("yoga")
    expect(page.locator(".volet")).to_be_visible()
    page.route("**/search/*.js", lambda route: route.abort())
    page.goto(example_url)
    field.fill("yoga")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/recherche/\?q=yoga$"))
    expect(page.get_by_role("status")).to_contain_text("n’a pas pu se charger")
    assert wrong == []
    page.close()


def test_the_search_works_under_a_strict_policy(browser: Browser, example_url: str) -> None:
    """The one thing it asks for is `wasm-unsafe-eval`; Pagefind's worker is not used."""
    policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'"
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if "pagefind" in message.text else None)

    def strictly(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)  # type: ignore[attr-defined]

    page.route("**/recherche/*", strictly)
    page.goto(f"{example_url}/recherche/?q=yoga")
    expect(page.get_by_role("link", name="Yoga pour dragons", exact=True)).to_be_visible()
    assert wrong == []
    page.close()


def test_bundles_of_an_index_are_searched_as_one(
    browser: Browser, miniature_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "LARGEST", 10)
    build(towns.hub_of(tmp_path / "sources"), towns.TODAY, tmp_path / "site")
    assert len(list((tmp_path / "site" / "pagefind").glob("pagefind.fr*.pf_meta"))) > 2
    asked: list[str] = []
    found = []
    for site in (miniature_site, tmp_path / "site"):
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        with served(site) as url:
            page.goto(f"{url}/recherche/")
            # each of fewer pages than are shown at once: their order, and so which of many are cut, is not
            # the same, since a bundle weighs a word by how rare it is among its own pages
            found.append([set(_results(page, words)) for words in ("graines", "serre", "arrosoirs")])
        page.close()
    assert found[0] == found[1]
    assert all(found[0])
    assert len([url for url in asked if url.endswith("wasm.fr.pagefind")]) == 2  # once a site


def test_of_eighty_questions_as_people_ask_them_most_find_their_page_among_the_first(
    example_site: Path,
) -> None:
    asked = questions()
    answers = shown_by_the_site(example_site, asked)
    missed = [one.words for one, shown in zip(asked, answers, strict=True) if not one.answered(shown)]
    assert len(asked) == 80
    assert len(missed) <= 4, missed
