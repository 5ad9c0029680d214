"""How a reader proposes a change: on the forge where there is one, by mail where there is a contact."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.atelier import place
from hub.build import inspect
from hub.catalogue.rule import Content, Edit
from hub.markup import Renderer
from hub.markup.mailto import LONGEST, mailto
from hub.pages import Page, pages
from hub.places import TEMPLATES
from hub.search.record import record
from tests import keeping, towns

DEPOT = "    depot: {forge: %s, adresse: 'https://forge.example/mini/hub'}\n"
CONTACT = "    contact: conseil@mini.example\n"
OWN = "    identifiant: clva-mini\n"


def settings(*lines: str) -> dict[str, Content]:
    """The miniature town whose settings have these lines too."""
    return {"mkdocs.yml": Edit(OWN, OWN + "".join(lines))}


def made(folder: Path, files: Mapping[str, Content], today: dt.date = towns.TODAY) -> dict[str, Page]:
    hub = towns.hub_of(folder, files)
    return {page.address: page for page in pages(hub, today, Renderer(hub), TEMPLATES)}


def links(html: str) -> dict[str, str]:
    """Where links lead, by their words."""
    found = re.findall(r'<a[^>]* href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return {unescape(re.sub("<[^>]+>", "", words)): unescape(address) for address, words in found}


def body_of(mail: str) -> tuple[str, list[str]]:
    """The subject and the lines of a mail that a link opens."""
    parts = parse_qs(urlsplit(mail).query, keep_blank_values=True, strict_parsing=True)
    return parts["subject"][0], parts["body"][0].split("\r\n")


FILES = {
    "/": "content/index.md",
    "/comptes-rendus/2026-03-10-bureau/": "minutes/2026-03-10-bureau.md",
    "/agenda/yoga/": "content/agenda/yoga.md",
    "/agenda/suite-2026-03-10-bureau/": "minutes/2026-03-10-bureau.md",
    "/actualites/pluie/": "content/actualites/pluie.md",
    "/guides/semer/": "content/guides/semer.md",
    "/lettre/2026-11/": "content/lettre/2026-11.md",
    "/mentions-legales/": "mkdocs.yml",
    "/associations/licornes/": "associations.yaml#L4",
    "/bureau/2025-2027/": "bureau.yaml#L4",
}


@pytest.fixture(scope="module", autouse=True)
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the workshop would be, whatever the machine has."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("paquet")
        patch.setattr(place, "PACKAGE", folder)
        yield folder


@pytest.fixture
def workshop(package: Path) -> Iterator[None]:
    """The workshop is made."""
    program = package / "atelier.js"
    program.touch()
    yield
    program.unlink()


FORMS = {
    "/comptes-rendus/2026-03-10-bureau/": "minutes/entries/2026-03-10-bureau",
    "/agenda/suite-2026-03-10-bureau/": "minutes/entries/2026-03-10-bureau",
    "/guides/semer/": "guides/entries/semer",
    "/mentions-legales/": "_singletons/entries/mkdocs",
    "/associations/licornes/": "_singletons/entries/associations",
    "/bureau/2025-2027/": "_singletons/entries/bureau",
}


@pytest.mark.usefixtures("workshop")
def test_where_there_is_a_workshop_a_page_leads_to_its_form(tmp_path: Path) -> None:
    found = made(tmp_path, settings(CONTACT, DEPOT % "github"))
    led = {address: links(found[address].foot)["Corriger cette page"] for address in FORMS}
    assert led == {address: f"/atelier/#/collections/{form}" for address, form in FORMS.items()}


@pytest.mark.usefixtures("workshop")
def test_where_there_is_a_workshop_a_list_leads_to_a_new_form(tmp_path: Path) -> None:
    found = made(tmp_path, settings(CONTACT, DEPOT % "github"))
    led = links(found["/comptes-rendus/"].foot)["Ajouter un compte rendu"]
    assert led == "/atelier/#/collections/minutes/new"


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of a miniature town that is kept on a forge."""
    return made(tmp_path_factory.mktemp("forge"), settings(CONTACT, DEPOT % "github"))


@pytest.mark.parametrize(("address", "file"), FILES.items())
def test_a_page_leads_to_the_file_that_it_was_made_from(
    forge: dict[str, Page], address: str, file: str
) -> None:
    led = links(forge[address].foot)["Corriger cette page"]
    assert led == f"https://forge.example/mini/hub/edit/main/{file}"


def test_a_list_without_a_text_leads_to_the_text_that_would_introduce_it(forge: dict[str, Page]) -> None:
    led = urlsplit(links(forge["/guides/"].foot)["Corriger cette page"])
    assert led.path == "/mini/hub/new/main/content"
    filled = parse_qs(led.query)
    assert filled["filename"] == ["guides.md"]
    assert "\ntitre: Guides\n" in filled["value"][0]


def test_every_page_of_the_example_leads_to_a_file_that_is_there_or_begins_one() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    assert hub.site.depot
    begun = set()
    for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES):
        led = urlsplit(links(page.foot)["Corriger cette page"])
        where = unquote(led.path).removeprefix("/vie-associative/hub/")
        if where.startswith("_edit/main/"):
            assert (towns.EXAMPLE / where.removeprefix("_edit/main/")).is_file(), page.address
        else:
            begun.add(parse_qs(led.query)["filename"][0])
    without = "activites ce-qui-manque chiffres contribuer plan-du-site recherche scrutins"
    assert begun == {f"{name}.md" for name in without.split()}


ADDED = {
    "/comptes-rendus/": ("Ajouter un compte rendu", "minutes", "2026-11-21-bureau.md"),
    "/scrutins/": ("Ajouter un scrutin", "content/scrutins", "a-nommer.md"),
    "/suivi/": ("Ajouter un projet", "content/projets", "a-nommer.md"),
    "/agenda/": ("Ajouter une date", "content/agenda", "a-nommer.md"),
    "/formations/": ("Ajouter une formation", "content/formations", "a-nommer.md"),
    "/actualites/": ("Ajouter une actualité", "content/actualites", "a-nommer.md"),
    "/appels/": ("Ajouter un appel", "content/appels", "a-nommer.md"),
    "/echanges/": ("Ajouter un échange", "content/echanges", "a-nommer.md"),
    "/salles/": ("Ajouter une salle", "content/salles", "a-nommer.md"),
    "/questionnaires/": ("Ajouter un questionnaire", "content/questionnaires", "a-nommer.md"),
    "/guides/": ("Ajouter un guide", "content/guides", "a-nommer.md"),
    "/lettre/": ("Ajouter une lettre", "content/lettre", "2026-12.md"),
}
"""By list: the words of the link, the folder, and the name of the file that it begins."""

AS_IT_IS = {
    "/comptes-rendus/": ["C002"],
    "/scrutins/": ["C002", "C002", "C002", "C002", "T056"],
    "/suivi/": ["C002", "T056"],
    "/agenda/": ["C002", "C002", "C002", "T056"],
    "/formations/": ["C002", "C002", "T056"],
    "/actualites/": ["C002", "T056"],
    "/appels/": ["C002", "C002", "T056"],
    "/echanges/": ["C002", "C002", "C002", "C002", "C002", "C002", "T056"],
    "/salles/": ["C002", "C002", "C002", "T056"],
    "/questionnaires/": ["C002", "T056"],
    "/guides/": ["C002", "T056"],
    "/lettre/": ["C002"],
}
"""What is said of it when it is saved as it is."""

FILLED = {
    "debut:": "debut: 2026-12-03",
    "categorie:": "categorie: evenement",
    "type:": "type: projets",
    "instance:": "instance: bureau",
    "methode:": "methode: majorite",
    "theme:": "theme: Jardinage",
    "sens:": "sens: demande",
    "quoi:": "quoi: autre",
    "association:": "association: licornes",
    "jusqu_a:": "jusqu_a: 2027-03-01",
    "contact:": "contact: contact@licornes.example",
    "titre:": "titre: Planter des fèves",
    "publie_le:": "publie_le: 2026-11-20",
    "date:": "date: 2026-11-21",
    "ordre_du_jour: []": "ordre_du_jour: [Les fèves]",
}


def begun(forge: dict[str, Page], address: str) -> tuple[str, str]:
    """The path and the text of the file that the link of a list begins."""
    words, folder, _ = ADDED[address]
    led = urlsplit(links(forge[address].foot)[words])
    assert led.path == f"/mini/hub/new/main/{folder}"
    filled = parse_qs(led.query)
    return f"{folder}/{filled['filename'][0]}", filled["value"][0]


@pytest.mark.parametrize("address", ADDED)
def test_a_file_that_is_begun_has_the_name_and_the_folder_of_its_kind(
    forge: dict[str, Page], address: str
) -> None:
    path, _ = begun(forge, address)
    assert path == f"{ADDED[address][1]}/{ADDED[address][2]}"


@pytest.mark.parametrize("address", ADDED)
def test_saved_as_it_is_what_is_to_be_filled_is_told_and_no_more(
    forge: dict[str, Page], tmp_path: Path, address: str
) -> None:
    path, text = begun(forge, address)
    assert sorted(one.code for one in towns.inspected(tmp_path, {path: text}).problems) == AS_IT_IS[address]


@pytest.mark.parametrize("address", ADDED)
def test_once_it_is_filled_nothing_is_told(forge: dict[str, Page], tmp_path: Path, address: str) -> None:
    path, text = begun(forge, address)
    filled = {**FILLED, "type:": f"type: {'salle' if address == '/salles/' else 'projets'}"}
    lines = [
        next((new for old, new in filled.items() if line.startswith(old)), line) for line in text.split("\n")
    ]
    path = path.replace("a-nommer", "planter-des-feves")
    told = [
        one.code for one in towns.inspected(tmp_path, {path: "\n".join((*lines, "Des fèves.\n"))}).problems
    ]
    assert told == (["M013"] if path.startswith("minutes/") else [])  # no bureau met since March


def test_minutes_that_are_awaited_are_called_by_their_meeting(tmp_path: Path) -> None:
    """The meeting of 12 May was announced, and is over."""
    found = made(tmp_path, settings(DEPOT % "gitlab"), dt.date(2026, 5, 20))
    led = urlsplit(links(found["/comptes-rendus/"].foot)["Ajouter un compte rendu"])
    filled = parse_qs(led.query)
    assert filled["file_name"] == ["2026-05-12-bureau.md"]
    assert "\ninstance: bureau\ndate: 2026-05-12\nstatut: projet\n" in filled["content"][0]


@pytest.mark.parametrize("day", [dt.date(2026, 5, 11), dt.date(2026, 11, 12)])
def test_those_of_a_meeting_to_come_or_long_over_are_not(tmp_path: Path, day: dt.date) -> None:
    found = made(tmp_path, settings(DEPOT % "forgejo"), day)
    led = urlsplit(links(found["/comptes-rendus/"].foot)["Ajouter un compte rendu"])
    filled = parse_qs(led.query)
    assert filled["filename"] == [f"{day}-bureau.md"]
    assert "\ndate:\n" in filled["value"][0]


def test_the_site_map_offers_to_add_each_kind(forge: dict[str, Page]) -> None:
    offered = [words for words in links(forge["/plan-du-site/"].foot) if words.startswith("Ajouter")]
    assert sorted(offered) == sorted(words for words, *_ in ADDED.values())


def test_a_town_without_a_forge_tells_nothing_of_files_and_offers_the_mail(tmp_path: Path) -> None:
    found = made(tmp_path, settings(CONTACT))
    for page in found.values():
        assert not re.search(r"\.md|\.yaml|forge|content/|minutes/", page.foot), page.address
        assert next(iter(links(page.foot))) == "Corriger cette page par courriel"
    assert "écrire la fiche" not in found["/etre-dans-l-annuaire/"].body
    assert "Proposer un compte rendu par courriel" in links(found["/comptes-rendus/"].foot)


def test_a_town_that_names_a_page_for_mistakes_leads_to_it(tmp_path: Path) -> None:
    found = made(tmp_path, settings("    signalement: https://mini.example/signaler\n"))
    assert links(found["/guides/semer/"].foot) == {
        "Corriger cette page": "https://mini.example/signaler",
        "Comment faire": "/contribuer/",
    }
    assert links(found["/associations/licornes/"].body)[
        "Corriger cette fiche\u00a0: Les Licornes jardinières"
    ] == ("https://mini.example/signaler")


def test_where_there_is_a_forge_it_is_the_one_way_beside_the_mail(tmp_path: Path) -> None:
    named = "    signalement: https://mini.example/signaler\n"
    found = made(tmp_path, settings(CONTACT, DEPOT % "github", named))
    assert list(links(found["/guides/semer/"].foot)) == [
        "Corriger cette page",
        "Corriger cette page par courriel, sans compte",
        "Comment faire",
    ]


def test_a_town_that_nobody_answers_for_says_that_the_contact_is_to_be_confirmed(tmp_path: Path) -> None:
    found = made(tmp_path, {})
    assert links(found["/guides/semer/"].foot) == {}
    assert "Le contact pour le dire est à confirmer." in found["/guides/semer/"].foot
    assert links(found["/associations/licornes/"].body)[
        "Corriger cette fiche\u00a0: Les Licornes jardinières"
    ] == ("/etre-dans-l-annuaire/")
    lacking = (
        "Son téléphone, son adresse électronique, le lieu où il reçoit et ses horaires sont à confirmer."
    )
    assert lacking in found["/etre-dans-l-annuaire/"].body.replace("\u00a0", " ")


def test_a_town_of_which_the_address_alone_is_known_asks_for_a_letter(tmp_path: Path) -> None:
    found = made(tmp_path, settings("    editeur: {adresse: '1 place du Puits, 00000 Mini'}\n"))
    foot = found["/guides/semer/"].foot.replace("&nbsp;", " ")
    assert "Écrivez-nous par courrier : 1 place du Puits, 00000 Mini." in foot


def test_the_mail_about_a_card_says_what_it_holds_today(forge: dict[str, Page]) -> None:
    mail = links(forge["/associations/licornes/"].body)[
        "Corriger cette fiche\u00a0: Les Licornes jardinières"
    ]
    subject, lines = body_of(mail)
    assert mail.startswith("mailto:conseil@mini.example?")
    assert subject == "Corriger la fiche : Les Licornes jardinières"
    assert lines[0] == "Fiche : https://mini.example/associations/licornes/"
    assert "Courriel (aujourd'hui contact@licornes.example) : " in lines
    assert "Téléphone : " in lines
    assert lines[-1] == "Votre fonction dans l'association : "


def test_the_mail_that_asks_for_a_card_has_the_fields_of_the_model(forge: dict[str, Page]) -> None:
    _, lines = body_of(links(forge["/associations/"].body)["Ajouter mon association"])
    assert [line for line in lines if line.endswith(" : ")] == [
        "Nom : ", "Autres noms : ", "Thèmes : ", "Objet : ", "Image : ", "Numéro RNA : ", "SIREN : ",
        "SIRET : ", "Site web : ", "Courriel : ", "Téléphone : ", "Adresse : ", "Publics : ",
        "Activités : ",
        "S'il y a un nom ou un portable, l'accord de la personne et sa date : ", "Source : ", "Texte : ",
    ]  # fmt: skip


def _mails(found: dict[str, Page]) -> Iterator[str]:
    for page in found.values():
        yield from (one for one in links(page.body + page.foot).values() if one.startswith("mailto:conseil"))


def test_no_mail_is_longer_than_a_mail_program_is_given(forge: dict[str, Page]) -> None:
    lengths = [len(mail) for mail in _mails(forge)]
    assert len(lengths) > len(forge)
    assert max(lengths) <= LONGEST


def test_a_mail_of_many_lines_keeps_the_first_that_there_is_room_for() -> None:
    mail = mailto("a@b.example", "Été", ["é" * 40] * 30, ("Fin.",))
    assert LONGEST - 300 < len(mail) <= LONGEST
    assert body_of(mail) == ("Été", [*["é" * 40] * 7, "Fin."])


@given(st.text(max_size=300), st.lists(st.text(max_size=400), max_size=30))
def test_a_mail_is_bounded_and_says_its_first_lines_and_its_last(subject: str, lines: list[str]) -> None:
    plain = [re.sub(r"[\r\n\ud800-\udfff]", "", one) for one in (subject, *lines)]
    mail = mailto("a@b.example", plain[0], plain[1:], ("Fin.",))
    assert len(mail) <= max(LONGEST, len(mailto("a@b.example", plain[0], (), ("Fin.",))))
    told, body = body_of(mail)
    assert plain[0].startswith(told)
    assert body[-1] == "Fin."
    assert [*plain[1:]][: len(body) - 1] == body[:-1] or body == ["", "Fin."]


def test_what_stands_below_a_page_is_in_no_record_of_the_search(forge: dict[str, Page]) -> None:
    for page in forge.values():
        assert "mailto" not in record(page)
    assert "Corriger" not in record(forge["/associations/licornes/"])


def test_a_line_that_moved_in_a_register_is_that_of_a_page_that_is_kept(tmp_path: Path) -> None:
    files = settings(DEPOT % "gitlab")
    before = keeping.make(towns.hub_of(tmp_path / "before", files), towns.TODAY)
    later = {**files, "associations.yaml": Edit("associations:\n", "associations:\n  # Une remarque.\n")}
    hub = towns.hub_of(tmp_path / "later", later)
    warm, cold = keeping.make(hub, towns.TODAY, before), keeping.make(hub, towns.TODAY)
    assert [path for path, data in cold.files.items() if warm.files[path] != data] == []
    assert b"associations.yaml#L5" in warm.files["associations/licornes/index.html"]
    assert "guides/semer/index.html" in warm.kept
