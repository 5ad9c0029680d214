"""A clerk changes a town's files in Chromium: they pass `check`, and nobody else is asked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from hub.build import build, inspect
from hub.guidance.gestures import SMALL, WIDTH, gestures
from hub.labels.remedies import BUTTONS, TABLE
from hub.places import GESTURES
from tests import towns, workshop
from tests.conftest import Tab
from tests.made_once import Shared
from tests.serving import served
from tests.workshop.clerk import Clerk, at_work, changed


@pytest.fixture(scope="module")
def atelier(shared: Shared) -> Path:
    """The folder of the miniature, `town`, and of its site, `site`, which has a workshop."""

    def make(folder: Path) -> None:
        build(towns.hub_of(folder / "town", workshop.SETTINGS), towns.TODAY, folder / "site")
        assert (folder / "site/atelier/atelier.js").is_file(), "L'atelier manque : make atelier"

    return shared.once("atelier", make)


@pytest.fixture(scope="module")
def url(atelier: Path) -> Iterator[str]:
    with served(atelier / "site") as address:
        yield address


@pytest.fixture
def clerk(tab: Tab, url: str, atelier: Path) -> Iterator[Clerk]:
    with at_work(tab, url, atelier / "town", viewport={"width": 1280, "height": 900}) as clerk:
        yield clerk


def checked(clerk: Clerk, folder: Path) -> list[str]:
    """What `check` says of the files that the clerk leaves."""
    for path, data in clerk.files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return [str(problem) for problem in inspect(folder, towns.TODAY).problems]


NEW_MINUTES = """\
---
instance: bureau
date: 2026-05-12
statut: adopte
publie_le: 2026-05-20
lieu: "Mairie : salle 2"
presents: [licornes]
ordre_du_jour: [Le forum, La lettre]
suivi:
  - projet: Forum
    quoi: "Réserver : la grande salle"
    qui: [Licornes]
    echeance: 2027-01
    etat: a-faire
  - projet: Lettre
    quoi: Demander un texte
    qui: [Cœur de chœur, ville]
    echeance: 2027
    etat: en-cours
  - projet: Site
    quoi: Relire l'annuaire
    qui: [ville]
    echeance: 2027-02-01
    etat: a-faire
---

## Le forum

Il aura lieu.
"""


def test_a_clerk_adds_minutes_with_three_actions(clerk: Clerk, atelier: Path, tmp_path: Path) -> None:
    clerk.open("minutes/new")
    clerk.choose("instance", "bureau")
    clerk.fill("date", "2026-05-12")
    clerk.choose("statut", "adopté")
    clerk.fill("publie_le", "2026-05-20")
    clerk.fill("lieu", "Mairie : salle 2")
    clerk.choose("presents", "Les Licornes jardinières", "checkbox")
    clerk.fill("ordre_du_jour", "Le forum\nLa lettre")
    actions = (
        ("Forum", "Réserver : la grande salle", "Licornes", "2027-01", "à faire"),
        ("Lettre", "Demander un texte", "Cœur de chœur\nville", "2027", "en cours"),
        ("Site", "Relire l'annuaire", "ville", "2027-02-01", "à faire"),
    )
    for number, (project, what, who, by, state) in enumerate(actions):
        clerk.add("suivi", "une action")
        expect(clerk.field(f"suivi.{number}.projet").get_by_role("textbox")).to_be_focused()
        clerk.page.keyboard.type(project)
        clerk.fill(f"suivi.{number}.quoi", what)
        clerk.fill(f"suivi.{number}.qui", who)
        clerk.fill(f"suivi.{number}.echeance", by)
        clerk.pick(f"suivi.{number}.etat", state)
    clerk.write("## Le forum\nIl aura lieu.")
    clerk.save()
    assert changed(atelier / "town", clerk.files()) == {"minutes/2026-05-12-bureau.md": NEW_MINUTES}
    assert "\n".join(checked(clerk, tmp_path)) == ""
    told = clerk.page.locator("#atelier-dit")
    expect(told).to_contain_text("C’est proposé : quelqu’un relit, puis le site est mis à jour.")
    assert told.get_by_role("link").get_attribute("href") == "https://forge.example/mini/hub/pulls"
    told.get_by_role("button", name="Compris").click()
    expect(told).to_be_empty()


PASTED_MINUTES = """\
---
instance: bureau
date: 2026-05-12
statut: adopte
publie_le: 2026-05-20
presents: [licornes, coeur]
ordre_du_jour: [Le forum, La lettre]
suivi:
  - projet: Forum
    quoi: Réserver la salle
    qui: [Licornes, ville]
    echeance: 2027-01
    etat: a-faire
  - projet: Lettre
    quoi: Demander un texte
    qui: [ville]
    echeance: 2027-02
    etat: a-faire
---

## Le forum

Au 1er étage :

- une **grande** salle

## La lettre

Cœur de chœur la prépare.
"""


def test_a_clerk_pastes_minutes_from_a_document(clerk: Clerk, atelier: Path, tmp_path: Path) -> None:
    clerk.open("minutes/new")
    clerk.choose("instance", "bureau")
    clerk.fill("date", "2026-05-12")
    clerk.choose("statut", "adopté")
    clerk.fill("publie_le", "2026-05-20")
    names = clerk.field("presents").get_by_role("searchbox")
    clerk.paste(names, "Les Licornes jardinières, Coeur de chœur et Zorglub")
    expect(clerk.field("presents").get_by_role("status").first).to_have_text(
        "Cochées : Les Licornes jardinières ; Cœur de chœur. À vérifier : Coeur de chœur et Zorglub."
    )
    clerk.paste(clerk.field("ordre_du_jour").get_by_role("textbox"), "• Le forum\n• **La lettre**\n")
    clerk.add("suivi", "une action")
    first = clerk.field("suivi.0.projet").get_by_role("textbox")
    expect(first).to_be_focused()
    clerk.paste(
        first,
        "Projet\tQuoi ?\tPar qui ?\tÉchéance\nForum\tRéserver la salle\tLicornes, ville\t2027-01\n"
        "Lettre\tDemander un texte\tville\t2027-02\n",
    )
    expect(clerk.page.locator("[data-key-path='suivi.1.echeance'] input")).to_have_value("2027-02")
    expect(first).to_be_in_viewport()
    text = clerk.field("body").get_by_role("textbox", name="Texte")
    clerk.paste(
        text, "Le forum\nAu 1^{er} étage :\n- une **grande** salle\nLa lettre\nCœur de chœur la prépare.\n"
    )
    clerk.save()
    assert changed(atelier / "town", clerk.files()) == {"minutes/2026-05-12-bureau.md": PASTED_MINUTES}
    assert "\n".join(checked(clerk, tmp_path)) == ""


OF_WORD = """\
<p class=MsoNormal><b><u>Le forum<o:p></o:p></u></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph><span>·<span>&nbsp;&nbsp;&nbsp; </span></span><b>La salle</b></p>
<p class=MsoNormal>Au 1<sup>er</sup> étage, <b>une grande</b> :</p>
<p class=MsoListParagraph>-<span>&nbsp;&nbsp;&nbsp; </span>deux <a href="https://a.example/">entrées</a> ;</p>
<p class=MsoListParagraph>-<span>&nbsp;&nbsp;&nbsp; </span>une sortie.</p>
<p class=MsoListParagraph>1.<span>&nbsp;&nbsp;&nbsp; </span>Entrer.</p>
<table><tr><td><p class=MsoNormal><b>Projet</b></p></td><td><p><b>Quoi</b></p></td></tr>
<tr><td><p>Forum</p></td><td><p>Réserver</p><p>la salle</p></td></tr></table>
<div><ul><li><p><b>Un détail</b></p></li></ul><p>Rien.</p></div>
<ul><li><p>un</p></li><li>deux</li></ul>
"""

MEANT = """\
---
instance: bureau
date: 2026-05-12
statut: adopte
publie_le: 2026-05-20
presents: [licornes]
ordre_du_jour: [Le forum]
suivi:
  - projet: Forum
    quoi: Réserver la salle
    echeance: 2026-06
    etat: a-faire
prochaine: 2026-09
---

## Le forum

### La salle

Au 1er étage, **une grande** :

- deux [entrées](https://a.example/) ;
- une sortie.

1. Entrer.

| Projet | Quoi |
| --- | --- |
| Forum | Réserver la salle |

### Un détail

Rien.

- un
- deux
"""


def test_what_a_clerk_types_and_pastes_as_in_a_word_processor_is_understood(
    clerk: Clerk, atelier: Path, tmp_path: Path
) -> None:
    clerk.open("minutes/new")
    clerk.choose("instance", "bureau")
    clerk.fill("date", "mardi 12 mai 2026")
    clerk.choose("statut", "adopté")
    expect(clerk.field("date").get_by_role("textbox")).to_have_value("2026-05-12")
    clerk.fill("publie_le", "20/05/2026")
    names = clerk.field("presents").get_by_role("searchbox")
    clerk.paste(names, "Zorglub, Glubzor")
    told = clerk.field("presents").get_by_role("status").first
    expect(told).to_have_text("Pas dans la liste : Zorglub ; Glubzor.")
    expect(names).to_have_value("")
    clerk.choose("presents", "Les Licornes jardinières", "checkbox")
    clerk.fill("ordre_du_jour", "Le forum")
    clerk.add("suivi", "une action")
    table = re.search("<table>.*</table>", OF_WORD, re.DOTALL)
    assert table
    clerk.paste(clerk.field("suivi.0.projet").get_by_role("textbox"), "Projet\nQuoi\nForum\n", table[0])
    clerk.fill("suivi.0.echeance", "mi-juin 2026")
    clerk.fill("prochaine", "fin septembre 2026")
    clerk.paste(clerk.field("body").get_by_role("textbox", name="Texte"), "Le forum\n", OF_WORD)
    clerk.save()
    (text,) = changed(atelier / "town", clerk.files()).values()
    assert text == MEANT


def test_a_clerk_is_told_at_once_of_the_persons_in_what_was_pasted(clerk: Clerk) -> None:
    clerk.open("minutes/new")
    clerk.add("suivi", "une action")
    clerk.paste(clerk.field("suivi.0.qui").get_by_role("textbox"), "Juliette\nville")
    told = "Des noms de personnes ? « {} » : écrivez leur fonction, ou leur association."
    expect(clerk.field("suivi.0.qui").get_by_role("status")).to_have_text(told.format("Juliette"))
    clerk.fill("suivi.0.qui", "ville")
    clerk.field("suivi.0.quoi").get_by_role("textbox").click()
    expect(clerk.field("suivi.0.qui").get_by_role("status")).to_have_count(0)
    clerk.paste(clerk.field("body").get_by_role("textbox", name="Texte"), "Bilan.\nMme Terreau l’a dit.")
    expect(clerk.field("body").get_by_role("status")).to_have_text(told.format("Mme Terreau"))


def test_the_remedies_name_buttons_that_are_there(clerk: Clerk) -> None:
    clerk.open("minutes/new")
    text = clerk.field("body")
    there = {button.get_attribute("aria-label") for button in text.get_by_role("button").all()}
    text.get_by_role("button", name="style de texte").click()
    styles = clerk.page.get_by_role("menuitemcheckbox").all_text_contents()
    there |= {re.sub(r"^\s*\w+\s+|\s+(?:check\s*)?$", "", one) for one in styles}
    assert set(re.findall("« (.*?) »", " ".join((*BUTTONS.values(), TABLE)))) <= there


def test_a_clerk_corrects_a_telephone(clerk: Clerk, atelier: Path, tmp_path: Path) -> None:
    clerk.open("_singletons/entries/associations")
    clerk.unfold("associations", 0)
    clerk.fill("associations.0.telephone", "01 99 00 00 01")
    clerk.save()
    before = towns.MINIATURE["associations.yaml"]
    mail = "    courriel: contact@licornes.example\n"
    after = before.replace(mail, f'{mail}    telephone: "01 99 00 00 01"\n')
    assert changed(atelier / "town", clerk.files()) == {"associations.yaml": after}
    assert "\n".join(checked(clerk, tmp_path)) == ""


NEW_DATE = """\
---
titre: Fête de l'œuf
publie_le: 2026-11-20
debut: 2027-03-28 14:00
categorie: evenement
organisateurs: [ville, licornes]
lieu:
  nom: Parc Imaginaire
recurrence:
  frequence: annuelle
  nombre: 3
---

Venez tôt.
"""


def test_a_clerk_adds_a_date_that_comes_back_each_year(clerk: Clerk, atelier: Path, tmp_path: Path) -> None:
    clerk.open("agenda/new")
    clerk.fill("titre", "Fête de l'œuf")
    clerk.fill("debut", "2027-03-28 14:00")
    clerk.choose("categorie", "événement")
    clerk.fill("publie_le", "2026-11-20")
    clerk.choose("organisateurs", "La ville", "checkbox")
    clerk.choose("organisateurs", "Les Licornes jardinières", "checkbox")
    clerk.add("lieu", "un lieu", "checkbox")
    clerk.fill("lieu.nom", "Parc Imaginaire")
    clerk.add("recurrence", "une récurrence", "checkbox")
    clerk.choose("recurrence.frequence", "chaque année")
    clerk.fill("recurrence.nombre", "3")
    clerk.write("Venez tôt.")
    clerk.save()
    assert changed(atelier / "town", clerk.files()) == {"content/agenda/fete-de-l-oeuf.md": NEW_DATE}
    assert "\n".join(checked(clerk, tmp_path)) == ""


def test_a_clerk_adds_a_photo_which_is_made_small_and_tells_no_place(
    clerk: Clerk, atelier: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "Photo du Parc (1).jpg"
    taken = Image.new("RGB", (4000, 3000), "green")
    exif = taken.getexif()
    exif.get_ifd(0x8825)[2] = (48.0, 49.0, 3.0)
    taken.save(photo, exif=exif)
    logo = tmp_path / "Logo à nous.PNG"
    Image.new("RGB", (400, 300), "red").save(logo)
    clerk.open("actualites/entries/pluie")
    clerk.illustrate(photo, "Le parc sous la pluie")
    clerk.save()
    clerk.open("_singletons/entries/associations")
    clerk.unfold("associations", 0)
    clerk.depict("associations.0.image", logo, "Une licorne : elle bêche", "Les Licornes")
    clerk.save()
    found = changed(atelier / "town", clerk.files())
    text, cards = (towns.MINIATURE[path] for path in ("content/actualites/pluie.md", "associations.yaml"))
    mail = "    courriel: contact@licornes.example\n"
    said = '    image: {fichier: logo-a-nous.webp, texte: "Une licorne : elle bêche", auteur: Les Licornes}\n'
    assert found == {
        "associations.yaml": cards.replace(mail, f"{said}{mail}"),
        "content/actualites/pluie.md": f"{text}\n![Le parc sous la pluie](image:photo-du-parc-1.webp)\n",
        "content/images/logo-a-nous.webp": "",
        "content/images/photo-du-parc-1.webp": "",
    }
    with Image.open(io.BytesIO(clerk.files()["content/images/photo-du-parc-1.webp"])) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("WEBP", (2400, 1800), {})
    assert "\n".join(checked(clerk, tmp_path / "after")) == ""


def test_what_is_to_be_corrected_is_listed_at_once_and_says_in_which_card(clerk: Clerk) -> None:
    clerk.open("minutes/new")
    for _ in range(2):
        clerk.add("suivi", "une action")
    expect(clerk.field("suivi").get_by_text("2 actions", exact=True)).to_be_visible()
    clerk.fill("suivi.0.projet", "Forum")
    clerk.page.get_by_role("button", name="Enregistrer", exact=True).click()
    listed = clerk.page.locator("button.ref .summary")
    expect(listed).to_have_text(
        ["Instance", "Date", "Statut", "Action 1 : Quoi", "Action 2 : Projet", "Action 2 : Quoi"]
    )
    clerk.page.get_by_role("button", name="Action 2 : Projet").click()
    expect(clerk.field("suivi.1.projet").get_by_role("textbox")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "said"), [(360, '"Ajouter une fiche"'), (1280, "none")])
def test_a_button_that_is_a_drawing_says_what_it_does_on_a_phone(
    tab: Tab, url: str, atelier: Path, width: int, said: str
) -> None:
    with at_work(tab, url, atelier / "town", viewport={"width": width, "height": 740}) as clerk:
        clerk.page.get_by_text("Comptes rendus", exact=True).first.click()
        add = clerk.page.get_by_role("button", name="Ajouter une fiche", exact=True)
        expect(add).to_be_in_viewport(ratio=1)
        assert add.evaluate("(one) => getComputedStyle(one, '::after').content") == said
        assert clerk.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_as_published_asks_nobody_and_says_how_one_enters(tab: Tab, url: str, width: int) -> None:
    with tab(locale="fr-FR", viewport={"width": width, "height": 800}) as page:
        clerk = Clerk(page, url)
        page.goto(f"{url}/atelier/")
        expect(page.get_by_role("button", name="Se connecter avec un jeton")).to_be_visible()
        expect(page.locator(".atelier-entree")).to_contain_text("un compte chez Forgejo")
        expect(page.get_by_role("button", name="dépôt local")).to_have_count(0)  # not even on this machine
        page.get_by_text("Comment ça marche").click()
        expect(page.locator(".atelier-tete").get_by_text("il faut un compte chez Forgejo")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        for name in ("Material Symbols Outlined", "Source Sans 3"):
            assert page.evaluate("async (name) => (await document.fonts.load(`1rem '${name}'`)).length", name)
    assert clerk.hosts == {urlsplit(url).netloc}
    assert [words for words in clerk.wrong if "OAuth application ID" not in words] == []


def test_what_a_forge_says_is_proposed_is_told(tab: Tab, url: str) -> None:
    with tab(locale="fr-FR") as page:
        page.route("**/issues/7", lambda route: route.fulfill(json={}))
        page.goto(f"{url}/atelier/")
        expect(page.locator(".atelier-entree")).to_be_visible()
        body = '{"labels": ["sveltia-cms/pending_review"]}'
        page.evaluate("(body) => fetch('/issues/7', {method: 'PATCH', body})", body)
        expect(page.locator("#atelier-dit")).to_contain_text("C’est proposé")


def test_contributing_shows_a_picture_a_gesture_and_leads_to_the_workshop(tab: Tab, url: str) -> None:
    with tab(locale="fr-FR", viewport={"width": 768, "height": 800}) as page:
        page.goto(f"{url}/contribuer/")
        pictures = page.locator(".geste img")
        assert pictures.count() == len(gestures(GESTURES))
        for picture in pictures.all():
            picture.scroll_into_view_if_needed()
            expect(picture).to_have_js_property("naturalWidth", WIDTH // SMALL)
        page.locator(".geste").last.click()
        expect(page).to_have_url(f"{url}/contribuer/ce-qui-ne-s-ecrit-pas/")
        page.goto(f"{url}/contribuer/annoncer-une-date/")
        page.get_by_role("link", name="Ouvrir l’atelier").click()
        expect(page).to_have_url(f"{url}/atelier/")
