"""Minutes that a clerk wrote in Word, LibreOffice, a web page or a text become the town's own."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.importing import minutes
from hub.importing.bringing import brought
from hub.importing.kinds import guessed
from hub.importing.opening import Source, opened
from hub.importing.outcome import Asked, ImportingError, Outcome
from hub.importing.signature import signature
from hub.inspection import inspect
from hub.model import Hub
from hub.model.minutes import Minutes
from hub.model.wording import Wording
from tests import clerk_papers, towns
from tests.made_once import Shared

TODAY = dt.date(2026, 11, 28)
PATH = "minutes/2021-11-25-bureau.md"

FILES: dict[str, Callable[[], bytes]] = {
    "titres en gras.docx": lambda: clerk_papers.word(styled=False),
    "styles.docx": lambda: clerk_papers.word(styled=True),
    "libreoffice.odt": clerk_papers.odt,
    "page web.html": lambda: clerk_papers.page().encode(),
    "tapé à la main.txt": lambda: clerk_papers.text().encode(),
    "d'un vieux Windows.txt": lambda: clerk_papers.text().replace("’", "'").encode("cp1252"),
}


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.ROOT, TODAY).hub


@pytest.fixture(scope="module")
def own(hub: Hub) -> Minutes:
    """The site's own minutes, that people wrote from the same document."""
    return next(one for one in hub.minutes if one.id == "2021-11-25-bureau")


@pytest.fixture(scope="module")
def converted(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What LibreOffice itself makes of them: one run for all."""

    def make(folder: Path) -> None:
        profile = tmp_path_factory.mktemp("profil")
        names = ("titres en gras.docx", "styles.docx", "page web.html")
        for name in names:
            (profile / name).write_bytes(FILES[name]())
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "odt"]
        files = [str(profile / name) for name in names]
        subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True)

    return shared.once("libreoffice", make)


def bring(path: Path, hub: Hub, root: Path) -> Outcome:
    return minutes.bring(opened(path), hub, Asked(root, TODAY))


def laid(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def read(outcome: Outcome, folder: Path) -> Minutes:
    """The minutes that the draft makes, beside Malakoff's registers."""
    (folder / "minutes").mkdir()
    for name in ("associations.yaml", "bureau.yaml", "mkdocs.yml"):
        (folder / name).write_bytes((towns.ROOT / name).read_bytes())
    for one in outcome.written:
        (folder / one.path).write_bytes(one.data)
    (found,) = inspect(folder, TODAY).hub.minutes
    return found


@pytest.mark.malakoff
@pytest.mark.parametrize("name", FILES)
def test_whatever_the_program_the_fields_are_those_that_people_wrote(
    name: str, hub: Hub, own: Minutes, tmp_path: Path
) -> None:
    outcome = bring(laid(tmp_path, name, FILES[name]()), hub, tmp_path)
    assert [one.path for one in outcome.written] == [PATH]
    found = read(outcome, tmp_path)
    said = set(Minutes.model_fields) - {"publie_le", "source", "suivi"}
    assert {key: getattr(found, key) for key in said} == {key: getattr(own, key) for key in said}
    assert [one.projet for one in found.suivi] == [one.projet for one in own.suivi]
    assert [one.qui for one in found.suivi] == [one.qui for one in own.suivi]
    assert [one.echeance for one in found.suivi] == [one.echeance for one in own.suivi]
    assert [one.etat for one in found.suivi] == [one.etat for one in own.suivi]
    assert found.suivi[2].quoi == own.suivi[2].quoi.replace(
        "newsletters associatives", "newsletters aux associatives"
    )


BY_HAND = (
    ("tour de tables de", "tour de table de"),
    ("mettre en lignes", "mettre en ligne"),
    ("A terme", "À terme"),
    ("évènement", "événement"),
    (
        "plateforme de démocratie nous.malakoff.fr",
        "plateforme de démocratie [nous.malakoff.fr](https://nous.malakoff.fr)",
    ),
    ("Prochain bureau du CLVA", "Prochain bureau"),
    ("Début février 2022", "Début février 2022."),
)
"""What whoever wrote the site's own did besides: three slips, a spelling, a link, a shorter title."""


@pytest.mark.malakoff
@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".txt")])
def test_the_text_is_that_of_the_site_but_for_what_somebody_corrected(
    name: str, hub: Hub, own: Minutes, tmp_path: Path
) -> None:
    outcome = bring(laid(tmp_path, name, FILES[name]()), hub, tmp_path)
    text = str(outcome.written[0].content).split("---\n", 2)[2]
    for written, corrected in BY_HAND:
        text = text.replace(written, corrected)
    assert text.split("\n") == f"\n{own.text.strip()}\n".split("\n")


@pytest.mark.parametrize("name", ["titres en gras.odt", "styles.odt", "page web.odt"])
def test_what_libreoffice_makes_of_a_file_gives_the_same_minutes(
    name: str, converted: Path, hub: Hub, tmp_path: Path
) -> None:
    before = next(one for one in FILES if one.startswith(name.removesuffix("odt")))
    wanted = bring(laid(tmp_path, before, FILES[before]()), hub, tmp_path)
    found = bring(converted / name, hub, tmp_path)
    assert str(found.written[0].content) == str(wanted.written[0].content)
    assert found.unread == wanted.unread


def test_nobody_is_named_but_to_who_imports(hub: Hub, tmp_path: Path) -> None:
    outcome = bring(laid(tmp_path, "cr.docx", clerk_papers.word(styled=False)), hub, tmp_path)
    written = str(outcome.written[0].content)
    assert [
        name for name in ("Anne", "Modèle", "Claire", "Exemple", "Paul", "Fictif") if name in written
    ] == []
    assert outcome.unread == ("Anne Modèle", "Claire Exemple", "Mme Modèle", "Paul Fictif", "Claire")
    assert outcome.remarks == ("5 noms de personnes : pas repris, accord à demander.",)


def test_what_is_read_between_the_lines_is_asked(hub: Hub, tmp_path: Path) -> None:
    outcome = bring(laid(tmp_path, "cr.docx", clerk_papers.word(styled=True)), hub, tmp_path)
    assert [(one.path, one.line, one.message) for one in outcome.questions] == [
        (PATH, 22, "L'échéance de « Plateforme nous.malakoff.fr » est lue dans l'action : 2022-01 ?")
    ]


def town_without_minutes(folder: Path) -> Path:
    for name in ("associations.yaml", "bureau.yaml", "mkdocs.yml"):
        (folder / name).write_bytes((towns.ROOT / name).read_bytes())
    (folder / "minutes").mkdir()
    return folder


@pytest.mark.malakoff
def test_what_the_town_has_stays_and_both_values_are_asked(hub: Hub, tmp_path: Path) -> None:
    town = town_without_minutes(tmp_path)
    own_text = (
        (towns.ROOT / PATH).read_text(encoding="utf-8").replace("prochaine: 2022-02", "prochaine: 2022-03")
    )
    (town / PATH).write_text(own_text, encoding="utf-8")
    (one,) = brought([laid(tmp_path, "cr.docx", clerk_papers.word(styled=True))], "", Asked(town, TODAY))
    assert one.outcome.written == ()
    assert (town / PATH).read_text(encoding="utf-8") == own_text
    asked = [question.message for question in one.outcome.questions]
    assert asked[1] == "« prochaine » : ce fichier dit « 2022-03 », le document « 2022-02 »."
    assert asked[0].startswith(
        "« suivi » : ce fichier dit « Newsletter | Recherche sur les newsletters associatives"
    )
    assert all("Le texte : ce fichier dit « " in words for words in asked[2:])
    assert [question.line for question in one.outcome.questions] == sorted(
        q.line for q in one.outcome.questions
    )


@pytest.mark.parametrize(("bureau", "kind"), [("un comité", "comptes-rendus"), ("un bureau", "")])
def test_minutes_are_known_by_the_town_s_own_word_for_who_meets(bureau: str, kind: str) -> None:
    data = "Comité du 3 mars 2026\n\nLe plan des jardins est montré à tous.\n".encode()
    source = Source("2026-03-03.txt", data, signature(data))
    town = Wording.model_validate({"bureau": bureau})
    if kind:
        assert guessed(source, town) == kind
    else:
        with pytest.raises(ImportingError, match="rien n'y dit ce que c'est"):
            guessed(source, town)
