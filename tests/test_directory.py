"""The directory: filtered as one types, read without a script, and taken away in one's contacts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import vobject
from playwright.sync_api import Browser, Page, expect

from hub.build import inspect
from hub.model import Hub
from hub.model.association import Association, AssociationStatus
from hub.model.names import fold, slug
from tests import towns
from tests.conftest import Tab


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    with tab() as page:
        yield page


def shown(page: Page) -> list[str]:
    """The names that one sees in the list, once the script, if there is one, has read the fields."""
    if page.locator("html.avec-script").count():
        page.locator(".tri[data-prete]").wait_for()
    return page.locator(".rangee-nom:visible").all_inner_texts()


def typed(page: Page, words: str) -> list[str]:
    page.get_by_label("Un nom, un mot").fill(words)
    return shown(page)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("coeur", ["Cœur de chœur"]),
        ("CHŒUR", ["Cœur de chœur"]),
        ("dragon yoga", ["Yoga pour dragons"]),
        ("cdc", ["Cœur de chœur"]),
        ("l'œil", ["L’Œil de papier"]),
        ("rien de tel", []),
    ],
)
def test_a_name_is_found_however_it_is_typed(
    page: Page, example_url: str, words: str, found: list[str]
) -> None:
    page.goto(example_url + "/associations/")
    assert typed(page, words) == found
    expect(page.get_by_text("Aucune association ne correspond.")).to_be_visible(visible=not found)


def test_a_public_and_a_college_are_found_by_their_words(page: Page, example_url: str, hub: Hub) -> None:
    page.goto(example_url + "/associations/")
    listed = [one for one in hub.associations if one.statut != "dissoute"]
    for words, members in (
        ("tout public", [one.nom for one in listed if "tous" in one.publics]),
        ("sports loisirs", [one.nom for one in listed if one.college == "sports-loisirs"]),
    ):
        assert members
        assert set(map(fold, members)) <= set(map(fold, typed(page, words)))


def test_lists_narrow_and_say_how_many_there_are(page: Page, example_url: str, hub: Hub) -> None:
    page.goto(example_url + "/associations/")
    page.get_by_label("Thème", exact=True).select_option(value="musique")
    expected = [a.nom for a in hub.associations if "musique" in a.themes and a.statut != "dissoute"]
    assert [fold(name) for name in shown(page)] == [fold(name) for name in expected]
    expect(page.locator("main").get_by_role("status")).to_have_text(
        f"{len(expected)} associations sur {_listed(hub)} : {hub.themes_by_id['musique'].nom}."
    )
    page.get_by_role("button", name="Tout revoir").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text(
        "dans l’annuaire, par ordre alphabétique"
    )
    assert len(shown(page)) == _listed(hub)


def _living(hub: Hub) -> list[Association]:
    return [one for one in hub.associations if one.statut is not AssociationStatus.dissoute]


def _listed(hub: Hub) -> int:
    return len(_living(hub))


def test_each_choice_says_how_many_associations_it_has(page: Page, example_url: str) -> None:
    page.goto(example_url + "/associations/")
    page.get_by_text("Plus de choix").click()
    for label in ("Thème", "Public", "Collège"):
        options = page.get_by_label(label, exact=True).locator("option").all_inner_texts()[1:]
        for words in options:
            number = re.search(r"\((\d+)\)$", words)
            assert number
            page.get_by_label(label, exact=True).select_option(label=words)
            assert len(shown(page)) == int(number[1])
        page.get_by_role("button", name="Tout revoir").click()


def test_what_is_chosen_stands_in_the_address_and_comes_back(page: Page, example_url: str) -> None:
    page.goto(example_url + "/associations/")
    typed(page, "le")
    page.get_by_text("Plus de choix").click()
    page.get_by_label("Collège").select_option(index=1)
    before = shown(page)
    address = page.url
    page.goto(example_url + "/")
    page.goto(address)
    assert shown(page) == before
    expect(page.get_by_label("Un nom, un mot")).to_have_value("le")


def test_a_theme_of_an_association_leads_to_the_others(page: Page, example_url: str, hub: Hub) -> None:
    page.goto(example_url + "/associations/yoga-pour-dragons/")
    page.get_by_role("link", name="Sport et bien-être").click()
    members = [a for a in hub.associations if "sport-et-bien-etre" in a.themes and a.statut != "dissoute"]
    expect(page.locator(".rangee:visible")).to_have_count(len(members))
    expect(page.get_by_label("Thème", exact=True)).to_have_value("sport-et-bien-etre")


def test_the_fields_have_their_place_before_the_script_that_reads_them_comes(
    browser: Browser, example_url: str
) -> None:
    page = browser.new_page()
    page.route("**/annuaire.js", lambda route: route.abort())
    page.goto(example_url + "/associations/")
    expect(page.get_by_label("Un nom, un mot")).to_be_visible()
    page.close()


@pytest.fixture
def bare(browser: Browser, example_url: str) -> Iterator[Page]:
    """The directory, without a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_url + "/associations/")
    yield page
    context.close()


def test_without_a_script_the_whole_list_is_read_and_themes_narrow_it(bare: Page, hub: Hub) -> None:
    expect(bare.get_by_label("Un nom, un mot")).to_be_hidden()
    assert len(shown(bare)) == _listed(hub)
    bare.get_by_role("link", name="Musique et chant").click()
    assert shown(bare) == [one.nom.replace("'", "’") for one in _living(hub) if "musique" in one.themes]
    chosen = bare.locator("#theme-musique")  # inside a `noscript`, where Playwright looks for no text
    expect(chosen).to_have_text("Musique et chant : 3 associations. Tout l’annuaire")
    expect(chosen).to_be_in_viewport()


def test_without_a_script_what_is_chosen_in_the_form_narrows_the_list(bare: Page, hub: Hub) -> None:
    """One activity is all that is asked for: never a day of one and the places of another."""
    bare.get_by_label("Jour").select_option("mardi")
    assert "Escalade du rez-de-chaussée" in shown(bare)  # full on Tuesday, with places on Saturday
    bare.get_by_text("Plus de choix").click()
    bare.get_by_label("Avec des places").check()
    assert {"Yoga pour dragons", "Escalade du rez-de-chaussée"} & set(shown(bare)) == {"Yoga pour dragons"}
    bare.get_by_role("button", name="Tout revoir").click()
    assert len(shown(bare)) == _listed(hub)
    bare.get_by_label("Accueille des bénévoles").check()
    assert set(shown(bare)) == {one.nom.replace("'", "’") for one in _living(hub) if one.needs(towns.TODAY)}


def test_a_button_leads_to_what_is_found(page: Page, example_url: str) -> None:
    page.goto(example_url + "/associations/")
    typed(page, "yoga")
    page.get_by_role("button", name="Chercher", exact=True).click()
    expect(page.locator(".rangees").get_by_role("link", name="Yoga pour dragons")).to_be_in_viewport()
    assert page.url.endswith("/associations/?q=yoga")


def test_a_public_chosen_by_its_link_is_that_of_the_form(page: Page, example_url: str) -> None:
    page.goto(example_url + "/associations/")
    page.get_by_role("link", name="enfants", exact=True).click()
    expect(page.get_by_label("Public", exact=True)).to_have_value("enfants")
    assert "Tricot de vitesse" in shown(page)  # for everybody
    assert "Adhérent·e·s anonymes" not in shown(page)


def test_letters_are_folded_alike_in_python_and_in_the_page(page: Page, example_url: str, hub: Hub) -> None:
    page.goto(example_url + "/associations/")
    words = [*(a.nom for a in hub.associations), "L'Œuvre", "Adhérent·e·s", "Ça & là — 3ᵉ", "ﬁn d’été", "Ça"]
    sheet = page.locator("link[href*='hub.css']").first.get_attribute("href") or ""
    module = sheet.replace("hub.css", "annuaire/words.js")
    folded, slugs = page.evaluate(
        """async ([module, words]) => {
            const { fold, slug } = await import(new URL(module, location.href));
            return [words.map(fold), words.map(slug)];
        }""",
        [module, words],
    )
    assert folded == [fold(word) for word in words]
    assert slugs == [slug(word) for word in words]


def test_a_card_says_what_the_page_says(example_site: Path, hub: Hub) -> None:
    for one in hub.associations:
        file = example_site / "associations" / f"{one.id}.vcf"
        assert file.exists() == one.reachable
        if not one.reachable:
            continue
        card: Any = vobject.readOne(file.read_text(encoding="utf-8"))
        assert card.fn.value == one.nom
        assert card.version.value == "3.0"
        assert getattr(card, "email", None) is None or card.email.value == one.courriel
        assert bool(one.courriel) == hasattr(card, "email")
        assert bool(one.telephone) == hasattr(card, "tel")
        if one.adresse and one.adresse.code_postal:
            assert card.adr.value.code == one.adresse.code_postal


def test_lines_of_a_card_fold_at_75_octets(example_site: Path) -> None:
    for file in (example_site / "associations").glob("*.vcf"):
        data = file.read_bytes()
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_search_engines_are_told_what_an_association_is(example_site: Path) -> None:
    html = (example_site / "associations" / "yoga-pour-dragons" / "index.html").read_text(encoding="utf-8")
    (data,) = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert data["@type"] == "NGO"
    assert data["name"] == "Yoga pour dragons"
    assert data["email"] == "souffle@yogapourdragons.example"
    assert data["address"]["addressLocality"] == "Ville-Exemple"
