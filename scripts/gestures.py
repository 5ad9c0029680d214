"""`make screenshots`, for « Contribuer »: the workshop and the site of the fictional town in a picture each.

Each is taken of the real page in Chromium; what matters in it is ringed.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from hub.build import build
from hub.forge.announcement import read, written
from hub.forge.saying import comment
from hub.guidance.gestures import HEIGHT, PICTURES, SMALL, WIDTH
from hub.places import THEME
from tests import towns
from tests.conftest import chromium_path
from tests.serving import served
from tests.workshop.clerk import Clerk

OUT = THEME / "overrides" / PICTURES.strip("/")
HOST = "vie-associative.ville-exemple.example"
"""What the browser calls this machine: to « localhost » the workshop offers what only programmers use."""

RING, AROUND = "#b5391f", 6
"""The colour of a ring, and how far it stands from what it is about, in pixels."""

MISTAKEN = """\
---
titre: Fête des lanternes
publie_le: 2026-11-21
debut: 2027-06-05 20:00
categorie: evenement
organisateurs: [Lycornes jardinières]
---

Chacun apporte la sienne.
"""
"""A date that somebody proposes, one name of which is misspelt."""

Shown = tuple[Locator, ...]
"""What a picture rings."""


def main() -> int:
    """Write `theme/overrides/assets/gestes/<gesture>.webp`, and its small picture."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        build(towns.inspect(towns.EXAMPLE, towns.TODAY).hub, towns.TODAY, site)
        answer = _answer(Path(folder, "ville"))
        with served(site) as url, sync_playwright() as playwright:
            home = f"http://{HOST}:{url.rpartition(':')[2]}"
            args = [
                "--no-sandbox",
                f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
                f"--unsafely-treat-insecure-origin-as-secure={home}",  # the workshop demands it
            ]
            chromium = playwright.chromium.launch(executable_path=chromium_path(), args=args)
            _site(_tab(chromium), home, answer)
            _workshop(Clerk(_tab(chromium), url))
            chromium.close()
    return 0


def _site(page: Page, home: str, answer: str) -> None:
    for key, take in SITE.items():
        _save(key, page, take(page, home))
    _save("quand-la-verification-refuse", page, _verified(page, home, answer))
    page.goto(f"{home}/atelier/")
    _save("entrer-dans-l-atelier", page, _entering(page))


def _workshop(clerk: Clerk) -> None:
    clerk.arrive(towns.EXAMPLE)
    for key, look in WORKSHOP.items():
        _list(clerk)  # from a form straight to another, the workshop may show nothing
        _save(key, clerk.page, look(clerk))


def _tab(chromium: Browser) -> Page:
    """A page on the day of the town."""
    size: ViewportSize = {"width": WIDTH, "height": HEIGHT}
    page = chromium.new_page(viewport=size, locale="fr-FR", reduced_motion="reduce")
    page.clock.set_fixed_time(dt.datetime.combine(towns.TODAY, dt.time(10)))
    return page


def _save(key: str, page: Page, shown: Shown) -> None:
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    boxes = [box for one in shown if (box := one.bounding_box())]
    image = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
    draw = ImageDraw.Draw(image)
    for box in boxes:
        left, top = box["x"] - AROUND, box["y"] - AROUND
        right, bottom = box["x"] + box["width"] + AROUND, box["y"] + box["height"] + AROUND
        edges = (max(left, 2), max(top, 2), min(right, WIDTH - 3), min(bottom, HEIGHT - 3))
        draw.rounded_rectangle(edges, radius=8, outline=RING, width=4)
    image.save(OUT / f"{key}.webp", quality=72, method=6)
    size = (WIDTH // SMALL, HEIGHT // SMALL)
    small = image.resize(size, Image.Resampling.LANCZOS)
    small.save(OUT / f"{key}-petit.webp", quality=62, method=6)


def _foot(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.locator(".pied-proposer").evaluate(
        "one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 280)"
    )


def _correcting(page: Page, home: str) -> Shown:
    _foot(page, f"{home}/associations/yoga-pour-dragons/")
    return (page.get_by_role("link", name="Corriger cette page", exact=True),)


def _by_mail(page: Page, home: str) -> Shown:
    _foot(page, f"{home}/comptes-rendus/")
    return tuple(page.locator(".pied-proposer a[href^=mailto]").all())


def _results(page: Page, home: str) -> Shown:
    page.goto(f"{home}/questionnaires/forum-2026/", wait_until="networkidle")
    page.locator("#_resultats").evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 20)")
    return (page.locator("#_question-1 ~ .tableau tbody tr").last,)


SITE: dict[str, Callable[[Page, str], Shown]] = {
    "publier-un-questionnaire": _results,
    "corriger-une-page": _correcting,
    "sans-compte": _by_mail,
}
"""The gestures that the site itself shows."""


def _answer(town: Path) -> str:
    """What the verification says, under a proposal, to who adds a date with a mistake to a town."""
    shutil.copytree(towns.EXAMPLE, town)
    (town / "content/agenda/fete-des-lanternes.md").write_text(MISTAKEN, encoding="utf-8")
    problems = json.loads(_said("check", town, "--format", "json"))["problems"]
    own = [one for one in problems if "lanternes" in one["path"]]
    changes = json.loads(_said("changes", town, "--base", str(towns.EXAMPLE), "--format", "brief"))
    return comment(read(written(own, changes).encode()), "")


def _said(command: str, town: Path, *options: str) -> str:
    line = [sys.executable, "build.py", command, "--source", str(town), "--today", str(towns.TODAY), *options]
    return subprocess.run(line, cwd=towns.ROOT, capture_output=True, text=True, check=False).stdout


def _verified(page: Page, home: str, answer: str) -> Shown:
    """The answer as a forge shows it: a comment, on white."""
    from hub.markup import Renderer

    page.goto(f"{home}/plan-du-site/", wait_until="networkidle")
    html = Renderer(towns.inspect(towns.EXAMPLE, towns.TODAY).hub).render(answer).html
    page.evaluate(
        """html => {
          document.querySelector('body').innerHTML =
            '<main><div class="corps md-typeset"><div class="texte">' + html + '</div></div></main>';
          document.querySelector('.texte').style.maxWidth = 'none';
          for (const one of document.querySelectorAll('pre, pre code')) one.style.whiteSpace = 'pre-wrap';
        }""",
        html,
    )
    page.evaluate("scrollTo(0, 0)")
    return (page.get_by_role("listitem").filter(has_text="Lycornes").first,)


def _entering(page: Page) -> Shown:
    button = page.get_by_role("button", name="Se connecter avec un jeton")
    expect(button).to_be_visible()
    return (button,)


def _button(clerk: Clerk, name: str) -> Locator:
    return clerk.page.get_by_role("button", name=name, exact=True)


def _list(clerk: Clerk) -> Shown:
    clerk.page.goto(f"{clerk.url}/atelier/#/collections/minutes")
    expect(_button(clerk, "Ajouter une fiche")).to_be_visible()
    return (_button(clerk, "Ajouter une fiche"),)


def _minutes(clerk: Clerk) -> Shown:
    clerk.open("minutes/new")
    clerk.choose("instance", "bureau")
    clerk.fill("date", "2026-12-08")
    clerk.choose("statut", "projet, à approuver à la prochaine réunion")
    _top(clerk, "instance")
    return (_button(clerk, "Enregistrer"),)


def _date(clerk: Clerk) -> Shown:
    clerk.open("agenda/new")
    clerk.fill("titre", "Fête des lanternes")
    clerk.fill("debut", "2027-06-05 14:00")
    clerk.choose("categorie", "événement")
    _top(clerk, "titre")
    return (_box(clerk, "debut"),)


def _cancelled(clerk: Clerk) -> Shown:
    clerk.open("agenda/entries/carnaval-2027")
    clerk.fill("annule", "La salle est prise")
    clerk.fill("modifie_le", "2027-01-20 10:00")
    _top(clerk, "annule")
    return (_box(clerk, "annule"), _box(clerk, "modifie_le"))


def _association(clerk: Clerk) -> Shown:
    clerk.open("_singletons/entries/associations")
    return (_adding(clerk, "associations", "association"),)


def _activity(clerk: Clerk) -> Shown:
    clerk.open("_singletons/entries/associations")
    clerk.unfold("associations", 0)
    opened = clerk.field("associations").get_by_role("button", name="Réduire", exact=True)
    opened.first.scroll_into_view_if_needed()  # the card that opens may stay above what is seen
    add = _button(clerk, "Ajouter une activité").first
    clerk.page.mouse.move(WIDTH / 2, HEIGHT / 2)
    for _ in range(40):  # what is far below is not there yet
        if add.count():
            break
        clerk.page.mouse.wheel(0, HEIGHT / 2)
        clerk.page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    add.click()
    name = clerk.page.get_by_label("Nom").last
    name.fill("Chorale des lanternes")
    return (name,)


def _bureau(clerk: Clerk) -> Shown:
    clerk.open("_singletons/entries/bureau")
    clerk.unfold("mandats", 0)
    _top(clerk, "mandats")
    return (_button(clerk, "Ajouter un mandat"),)


def _election(clerk: Clerk) -> Shown:
    clerk.open("scrutins/entries/2026-10-garde-du-parapluie")
    clerk.unfold("candidats", 0)
    won = clerk.field("candidats.0.elu").get_by_role("combobox").first
    _top(clerk, "candidats.0.voix")
    return (won,)


def _news(clerk: Clerk) -> Shown:
    clerk.open("actualites/new")
    clerk.fill("titre", "Le parapluie rouge est revenu")
    clerk.fill("resume", "Il était dans le pot de fleurs rendu aux Licornes.")
    _top(clerk, "titre")
    return (_box(clerk, "resume"),)


def _grants(clerk: Clerk) -> Shown:
    clerk.open("_singletons/entries/subventions")
    clerk.unfold("subventions", 0)
    _top(clerk, "subventions")
    return (clerk.field("subventions").get_by_role("button", name=re.compile("^Ajouter.*campagne")).first,)


def _training(clerk: Clerk) -> Shown:
    clerk.open("formations/new")
    clerk.fill("titre", "Plier une carte routière")
    clerk.fill("theme", "Vie de l’association")
    _top(clerk, "titre")
    return (_box(clerk, "theme"),)


def _exchange(clerk: Clerk) -> Shown:
    clerk.open("echanges/new")
    clerk.fill("titre", "Trois lanternes et demie")
    clerk.choose("sens", "on propose")
    _top(clerk, "sens")
    return (clerk.field("sens"), clerk.field("jusqu_a"))


def _project(clerk: Clerk) -> Shown:
    clerk.open("projets/new")
    clerk.fill("titre", "Parapluie volant")
    clerk.fill("resume", "Relier la mairie au marché par les airs, les jours de grand vent.")
    clerk.fill("alias", "Parapluie aérien")
    _top(clerk, "resume")
    return (_box(clerk, "alias"),)


def _letter(clerk: Clerk) -> Shown:
    clerk.open("lettre/new")
    clerk.fill("titre", "Les lanternes de décembre")
    clerk.write("Deux dates à retenir ce mois-ci, et un siège à pourvoir au bureau.")
    _top(clerk, "numero")
    return (clerk.field("body").get_by_role("textbox", name="Texte"),)


def _document(clerk: Clerk) -> Shown:
    clerk.open("actualites/new")
    _top(clerk, "body")
    return (_adding(clerk, "documents", "document"),)


def _consent(clerk: Clerk) -> Shown:
    clerk.open("actualites/new")
    return (_box(clerk, "consentement"),)


def _box(clerk: Clerk, key: str) -> Locator:
    """Where a field is written."""
    return clerk.field(key).get_by_role("textbox").first


def _adding(clerk: Clerk, key: str, what: str) -> Locator:
    """The button that adds a card to a list."""
    add = clerk.field(key).get_by_role("button", name=re.compile(f"Ajouter.*{what}")).last
    add.scroll_into_view_if_needed()
    return add


def _top(clerk: Clerk, key: str) -> None:
    """Bring a field to the top of the form."""
    clerk.field(key).evaluate("one => one.scrollIntoView({block: 'start'})")


WORKSHOP: dict[str, Callable[[Clerk], Shown]] = {
    "comment-ca-marche": _list,
    "ajouter-un-compte-rendu": _minutes,
    "suivre-un-projet": _project,
    "annoncer-une-date": _date,
    "deplacer-ou-annuler-une-date": _cancelled,
    "ajouter-une-association": _association,
    "dire-ce-que-l-on-y-fait": _activity,
    "mettre-a-jour-le-bureau": _bureau,
    "publier-un-scrutin": _election,
    "publier-une-actualite-un-appel-un-guide": _news,
    "dire-les-subventions": _grants,
    "mettre-une-formation-au-programme": _training,
    "proposer-un-echange-ou-une-salle": _exchange,
    "preparer-la-lettre": _letter,
    "joindre-un-document-ou-une-image": _document,
    "ce-qui-ne-s-ecrit-pas": _consent,
}
"""The gestures that the workshop shows, in it."""

if __name__ == "__main__":
    sys.exit(main())
