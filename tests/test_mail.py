"""An issue as a mail: light, whole without pictures, readable in the dark, the same bytes at every build."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import unquote
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import pytest
from playwright.sync_api import Browser

from hub.build import TEMPLATES, build, inspect
from hub.checks.publications import LONGEST_EDITORIAL
from hub.feeds.mail import LIMIT, UNSUBSCRIBE, mail, message
from hub.markup import Renderer
from hub.markup.issue import SHOWN
from hub.model.issue import issue_of
from tests import towns

ISSUE = "lettre/2026-11"
EDITORIAL = "Chères voisines, chers voisins."


class Tags(HTMLParser):
    """The tags of a mail, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {key: value or "" for key, value in attrs}))

    def all(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.found if tag == name]


def message_of(site: Path, issue: str = ISSUE) -> EmailMessage:
    data = (site / issue / "courriel.eml").read_bytes()
    return email.message_from_bytes(data, policy=email.policy.default)  # type: ignore[return-value]


def html_of(site: Path, issue: str = ISSUE) -> str:
    return (site / issue / "courriel.html").read_text(encoding="utf-8")


def text_of(site: Path, issue: str = ISSUE) -> str:
    return (site / issue / "courriel.txt").read_text(encoding="utf-8")


def test_a_mail_is_a_text_then_html_and_says_where_it_comes_from(example_site: Path) -> None:
    message = message_of(example_site)
    assert message.defects == []
    assert message.get_content_type() == "multipart/alternative"
    parts = list(message.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert message["Subject"] == "Lettre n°\u00a03\u00a0: Éloge de la deuxième chaussette"
    assert message["From"].addresses[0].addr_spec == "vie-associative@ville-exemple.example"
    assert message["Date"].datetime.isoformat() == "2026-11-02T08:00:00+01:00"
    assert message["List-Unsubscribe"] == f"<{UNSUBSCRIBE}>"
    assert message["Message-ID"]
    assert message["X-Unsent"] == "1"


def test_lines_of_a_mail_end_and_stop_as_the_standard_asks(example_site: Path) -> None:
    data = (example_site / ISSUE / "courriel.eml").read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()


def test_the_parts_of_a_mail_are_the_files_beside_it(example_site: Path) -> None:
    text, html = (part.get_content().replace("\r\n", "\n") for part in message_of(example_site).iter_parts())
    assert text == text_of(example_site)
    assert html.rstrip("\n") == html_of(example_site).rstrip("\n")


def test_lines_of_the_text_fit_but_for_addresses(example_site: Path) -> None:
    for issue in ("2026-09", "2026-10", "2026-11", "2026-11-associations"):
        for line in text_of(example_site, f"lettre/{issue}").split("\n"):
            assert len(line) <= 72 or "https://" in line


def test_text_and_html_lead_to_the_same_places(example_site: Path) -> None:
    links = {a["href"] for a in Tags(html_of(example_site)).all("a")}
    for link in links - {"https://associations.ville-exemple.example/"}:
        assert link in text_of(example_site) or link.startswith("mailto:")


def test_a_mail_asks_nothing_of_anybody_but_the_pictures_of_its_site(example_site: Path) -> None:
    tags = Tags(html_of(example_site))
    assert not [tag for tag, _ in tags.found if tag in ("script", "link", "iframe", "form")]
    assert not re.search(r"@import|url\(", html_of(example_site))
    shown = [
        image["src"].removeprefix("https://associations.ville-exemple.example/") for image in tags.all("img")
    ]
    assert shown
    assert all((example_site / path).is_file() for path in shown)
    for link in tags.all("a"):
        assert re.match(r"https://|mailto:", link["href"])


def test_what_mail_programs_drop_is_not_needed(example_site: Path) -> None:
    """Gmail, Orange and SFR may drop <style>: every visible rule is on its element, layout is in tables."""
    tags = Tags(html_of(example_site))
    for name in ("h1", "h2", "p", "a", "body"):
        assert all("style" in attributes for attributes in tags.all(name)), name
    assert {table["role"] for table in tags.all("table")} == {"presentation"}
    style = " ".join(re.findall(r"<style[^>]*>(.*?)</style>", html_of(example_site), re.DOTALL))
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"display:\s*(?:flex|grid)|position:|var\(|\drem", html_of(example_site))


def test_a_mail_tells_its_language_and_its_beginning_first(example_site: Path) -> None:
    tags = Tags(html_of(example_site))
    assert tags.all("html")[0]["lang"] == "fr"
    body = html_of(example_site).partition("<body")[2]
    assert re.sub(r"<[^>]+>", "", "<body" + body).strip().startswith("Deux sièges à pourvoir")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mail_is_readable_on_a_phone_by_day_and_by_night(
    browser: Browser, example_site: Path, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page.set_content(html_of(example_site))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CONTRASTS) >= 4.5
    page.close()


CONTRASTS = """() => {
  const light = (rgb) => {
    const [r, g, b] = rgb.match(/[\\d.]+/g).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour !== "rgba(0, 0, 0, 0)" ? colour : behind(element.parentElement);
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = 21;
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !element.offsetParent) continue;
    const pair = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
    least = Math.min(least, (pair[0] + 0.05) / (pair[1] + 0.05));
  }
  return least;
}"""
"""The least contrast of the words that one sees (WCAG 1.4.3)."""


def test_a_title_on_two_lines_is_no_second_header(tmp_path: Path) -> None:
    files = towns.edited(
        "content/lettre/2026-11.md", "titre: Novembre", 'titre: "Novembre\\nBcc: x@y.example"'
    )
    hub = towns.hub_of(tmp_path, files)
    shown = issue_of(hub, hub.letters[0], towns.TODAY)
    made = mail(hub, shown, Renderer(hub), TEMPLATES)
    assert message(hub, shown, made)["Bcc"] is None
    assert "Novembre Bcc: x@y.example" in made.subject


@pytest.mark.parametrize(
    "name",
    [
        "Vie associative, Mini",
        "Vie associative, Mini et ses environs, avec une tres longue suite, et encore, encore, encore",
        "L’été, à Évry-les-Bains ; (la vie) <associative> : « tout », et ce qui ne tient pas sur la ligne",
        'Les "amis" \\ du parc.',
        "x" * 90 + ", y",
        "=?utf-8?q?x?=",
    ],
)
def test_the_name_of_a_sender_is_one_name_whatever_its_signs(tmp_path: Path, name: str) -> None:
    hub = towns.hub_of(tmp_path)
    hub = replace(
        hub, site=hub.site.model_copy(update={"site_name": name, "contact": "vie@xn--vry-9la.example"})
    )
    shown = issue_of(hub, hub.letters[0], towns.TODAY)
    made = bytes(message(hub, shown, mail(hub, shown, Renderer(hub), TEMPLATES)))
    assert made.isascii()
    (sender,) = email.message_from_bytes(made, policy=email.policy.default)["From"].addresses
    assert sender.addr_spec == "vie@xn--vry-9la.example"
    written = email.message_from_bytes(made, policy=email.policy.compat32)["From"]
    read = str(make_header(decode_header(written))).removesuffix(f" <{sender.addr_spec}>")
    assert unquote(read) == name


def test_a_part_of_the_letter_is_a_part_of_its_page(tmp_path: Path) -> None:
    text = "[Le budget](#budget), [l’autre](../2026-10/#a), [l’agenda](/agenda/).\n\n## Budget\n\nTexte.\n"
    files = towns.edited("content/lettre/2026-11.md", "Chères voisines, chers voisins.\n", text)
    hub = inspect(towns.write(tmp_path, files), towns.TODAY).hub
    made = mail(hub, issue_of(hub, hub.letters[0], towns.TODAY), Renderer(hub), TEMPLATES)
    for address in ("lettre/2026-11/#budget", "lettre/2026-10/#a", "agenda/"):
        assert f'href="https://mini.example/{address}"' in made.html
        assert f" https://mini.example/{address}\n" in made.text


def test_the_longest_mail_is_not_cut_by_gmail(tmp_path: Path) -> None:
    sentence = "Un mot, un [autre](/agenda/), **un gros**, et puis encore un. "
    editorial = "\n\n".join([sentence * 4] * (LONGEST_EDITORIAL // (len(sentence) * 4 + 2)))
    resume = f"resume: {'é' * 200}\n"
    event = "debut: 2026-11-18 10:00\nlieu: {nom: Une grande salle de la ville}\n"
    known = event.replace("11-18", "09-18") + "recurrence: {frequence: hebdomadaire, jusqu_a: 2026-12-31}\n"
    kinds = {
        "agenda/fete": f"{event}categorie: evenement\npublie_le: 2026-11-10\n",
        "agenda/cours": f"{event}categorie: formation\npublie_le: 2026-11-10\n",
        "agenda/rendez-vous": f"{known}categorie: reunion\npublie_le: 2026-09-01\n",
        "appels/appel": "type: projets\ncloture: 2026-12-01\npublie_le: 2026-11-10\n",
        "actualites/nouvelle": "publie_le: 2026-11-10\n",
        "guides/guide": "publie_le: 2026-11-10\n",
    }
    files: dict[str, towns.Content] = dict(towns.edited("content/lettre/2026-11.md", EDITORIAL, editorial))
    for name, fields in kinds.items():
        for number in range(SHOWN + 2):
            title = f"titre: Une chose parmi d'autres, la {number}e de la liste\n"
            files[f"content/{name}-{number}.md"] = f"---\n{title}{resume}{fields}---\n"
    hub = towns.hub_of(tmp_path, files)
    made = mail(hub, issue_of(hub, hub.letters[0], towns.TODAY), Renderer(hub), TEMPLATES)
    assert len(hub.letters[0].text) <= LONGEST_EDITORIAL
    assert LIMIT / 2 < len(made.html.encode()) < LIMIT


def test_an_item_of_the_feed_holds_the_whole_issue(example_site: Path) -> None:
    (item,) = [
        entry
        for entry in feedparser.parse((example_site / "lettre" / "rss.xml").read_bytes()).entries
        if entry.link.endswith("/lettre/2026-11/")
    ]
    told = item.content[0].value
    for words in ("une moitié de projet", "Compte rendu du bureau du 15\u00a0octobre 2026", "Appels ouverts"):
        assert words in told


def test_the_same_sources_give_the_same_mail(tmp_path: Path) -> None:
    def made(name: str) -> bytes:
        build(towns.hub_of(tmp_path / name / "sources"), towns.TODAY, tmp_path / name / "site")
        return (tmp_path / name / "site" / ISSUE / "courriel.eml").read_bytes()

    assert made("un") == made("deux")
