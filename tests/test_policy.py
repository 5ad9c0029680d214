"""The security policy of the pages, in Chromium: it forbids what it says, and nothing that the pages do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hub.build import THEME
from hub.hosting.manifest import DARK, LIGHT
from hub.hosting.policy import CONTENT_SECURITY_POLICY
from hub.look.tokens import SHEET
from tests import towns

META = f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">'


def test_every_page_carries_the_policy_before_what_it_rules(example_site: Path) -> None:
    for file in example_site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        if file.name == "courriel.html":  # a mail is no page
            assert "http-equiv" not in html
        else:
            assert re.search(r"<(?:link|script|meta http|style)[^>]*>", html)[0] == META, file  # type: ignore[index]
            assert html.index("charset=") < 1024, file


def test_no_page_has_a_script_a_style_or_a_handler_of_its_own(example_site: Path) -> None:
    own = re.compile(
        r'<script(?![^>]*(?: src=|type="application/ld\+json"))|<style|<[^>]* (?:style|on[a-z]+)="'
    )
    for file in example_site.rglob("*.html"):
        if file.name != "courriel.html":
            found = own.search(file.read_text(encoding="utf-8"))
            assert found is None, (file, found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_breaks_its_policy(browser: Browser, example_url: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in towns.KINDS.values():
        page.goto(example_url + address)
        assert page.evaluate("getComputedStyle(document.querySelector('.tete')).display") != "inline"
    page.close()
    assert said == []


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">a</p>')", "style-src-attr"),
        (
            "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))",
            "script-src-elem",
        ),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://a.example/b.png\">')", "img-src"),
        ("fetch('https://a.example/').catch(() => 0)", "connect-src"),
        ("setTimeout('1')", "script-src"),
    ],
)
def test_what_an_intruder_would_write_is_refused(
    browser: Browser, example_url: str, attempt: str, directive: str
) -> None:
    page = browser.new_page()
    page.goto(example_url)
    refused = page.evaluate(
        f"""() => new Promise(done => {{
          document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
          {attempt};
        }})"""
    )
    page.close()
    assert refused == directive


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_keeps_its_style_under_the_headers(browser: Browser, example_url: str, name: str) -> None:
    page = browser.new_page()
    page.goto(f"{example_url}/{name}")
    assert page.evaluate("getComputedStyle(document.documentElement).maxWidth") != "none"
    page.close()


def test_the_colours_around_the_page_are_those_of_its_paper() -> None:
    css = (THEME / SHEET).read_text(encoding="utf-8")
    assert re.findall(r"--papier: (#\w+);", css) == [LIGHT, DARK, DARK]
