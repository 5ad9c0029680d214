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
from tests.conftest import Tab
from tests.test_site import PageReader

SITE = "https://associations.ville-exemple.example"
CHANNELS = [*FEEDS, *CALENDARS]


@pytest.mark.parametrize("channel", CHANNELS, ids=[channel.anchor for channel in CHANNELS])
def test_every_address_is_on_the_page_once_and_is_published(example_site: Path, channel: object) -> None:
    address = channel.address  # type: ignore[attr-defined]
    page = (example_site / "abonnements" / "index.html").read_text(encoding="utf-8")
    assert page.replace("<wbr>", "").count(f">{SITE}{address}</code>") == 1
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
    page.goto(example_url + "/abonnements/")
    page.get_by_role("button", name="Copier l’adresse : Formations").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE}/agenda/formations.ics"
    expect(page.locator("main").get_by_role("status")).to_have_text(
        f"Adresse copiée : {SITE}/agenda/formations.ics"
    )
    context.close()


def test_without_a_script_addresses_can_still_be_read_and_opened(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_url + "/abonnements/")
    expect(page.get_by_role("button", name="Copier l’adresse")).to_have_count(0)
    expect(page.get_by_text(f"{SITE}/agenda.ics", exact=True)).to_be_visible()
    subscribe = page.get_by_role("link", name="S’abonner : Formations")
    expect(subscribe).to_have_attribute(
        "href", f"webcal://{SITE.removeprefix('https://')}/agenda/formations.ics"
    )
    page.get_by_text("Dans Thunderbird").first.click()
    expect(page.get_by_text("Sur le réseau").first).to_be_visible()
    context.close()
