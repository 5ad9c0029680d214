"""The page of subscriptions: addresses that lead somewhere, are copied, and are scanned from paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, expect

from hub.model.calendars import CALENDARS
from hub.model.channels import FEEDS, code_of
from hub.pages.subscribing import ways
from tests import towns
from tests.conftest import Tab
from tests.test_site import PageReader

SITE = "https://associations.ville-exemple.example"
CHANNELS = [*FEEDS, *CALENDARS]


@pytest.mark.parametrize("channel", CHANNELS, ids=[channel.anchor for channel in CHANNELS])
def test_every_address_is_on_the_page_and_is_published(example_site: Path, channel: object) -> None:
    address = channel.address  # type: ignore[attr-defined]
    page = (example_site / "abonnements" / "index.html").read_text(encoding="utf-8")
    assert f'-adresse">{SITE}{address}</code>' in page
    assert (example_site / address.lstrip("/")).is_file()


@pytest.mark.parametrize("channel", CHANNELS, ids=[channel.anchor for channel in CHANNELS])
def test_a_code_scanned_from_paper_leads_to_its_place(
    tab: Tab, example_url: str, example_site: Path, channel: object
) -> None:
    anchor = channel.anchor  # type: ignore[attr-defined]
    with tab(viewport={"width": 300, "height": 300}) as page:
        page.goto(example_url + code_of(anchor))
        shown = page.screenshot()
    with Image.open(io.BytesIO(shown)) as picture:
        (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == f"{SITE}/abonnements/#{anchor}"
    places = PageReader((example_site / "abonnements" / "index.html").read_text(encoding="utf-8")).anchors
    assert anchor in places


def test_an_address_is_copied_and_this_is_said(browser: Browser, example_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(example_url + "/abonnements/#agenda-formations")
    page.get_by_role("button", name="Copier l’adresse : Formations").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE}/agenda/formations.ics"
    expect(page.locator("main").get_by_role("status")).to_have_text(
        f"Adresse copiée : {SITE}/agenda/formations.ics"
    )
    context.close()


def test_the_three_ways_and_their_first_gestures_are_in_the_first_screen_of_a_phone(
    tab: Tab, example_url: str
) -> None:
    with tab(viewport={"width": 360, "height": 760}) as page:
        page.goto(example_url + "/abonnements/")
        ways = page.locator(".voie")
        assert ways.get_by_role("heading").all_inner_texts() == [
            "Par courriel",
            "Dans votre agenda",
            "Dans un lecteur de flux",
        ]
        for way in ways.all():
            expect(way.locator("dt")).to_have_text(["Vous recevez", "Quand", "Pour arrêter"])
            box = way.locator(".bouton").bounding_box()
            assert box and box["y"] + box["height"] <= 760


def test_what_is_folded_unfolds_for_who_is_led_to_it(tab: Tab, example_url: str) -> None:
    with tab(viewport={"width": 360, "height": 760}) as page:
        page.goto(example_url + "/abonnements/")
        row = page.locator("#flux-agenda")
        expect(row).to_be_hidden()
        page.goto(example_url + "/abonnements/#flux-agenda")
        expect(row).to_be_in_viewport()
        page.get_by_role("link", name="Choisir les dates").click()
        expect(page.locator("#agenda")).to_be_visible()


def test_a_town_without_a_mailbox_leads_to_the_letter_that_one_reads(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    assert hub.site.contact is None
    (_, _, mail) = ways(hub)
    assert mail.first is None
    assert (mail.other.address, mail.url) == ("/lettre/", "")


def test_without_a_script_addresses_can_still_be_read_and_opened(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_url + "/abonnements/")
    page.get_by_text("Les dates : ").click()
    expect(page.get_by_role("button", name="Copier l’adresse")).to_have_count(0)
    expect(page.locator("#_agenda-adresse")).to_have_text(f"{SITE}/agenda.ics")
    expect(page.locator("#_agenda-adresse")).to_be_visible()
    subscribe = page.get_by_role("link", name="S’abonner : Formations")
    expect(subscribe).to_have_attribute(
        "href", f"webcal://{SITE.removeprefix('https://')}/agenda/formations.ics"
    )
    page.get_by_text("Dans Thunderbird").first.click()
    expect(page.get_by_text("Sur le réseau").first).to_be_visible()
    context.close()
