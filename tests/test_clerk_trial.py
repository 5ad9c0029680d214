"""A clerk's trial: a folder of Word files and a spreadsheet becomes a town that `check` accepts.

The town is invented, and so is everybody in it.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import Any, NamedTuple

import docx
import openpyxl
import pytest
from PIL import Image

from hub.founding.answers import Answers
from hub.founding.founding import found
from hub.importing.asking import asked_once
from hub.importing.bringing import Brought, brought, write
from hub.importing.outcome import Asked
from hub.inspection import Inspected, inspect
from tests.towns import TODAY

ROWS = (
    ("LE BOURG-FICTIF - SERVICE VIE ASSOCIATIVE",),
    (),
    ("NOM", "Sigle", "Secteur", "N° RNA", "Président(e)", "Tél", "Mail", "CP", "Obs."),
    ("Tennis Club du Bourg-Fictif", "", "Sport", "en cours", "", 199001212, "a (at) b.example", 9999, ""),
    ("Secours du Bourg", "", "Solidarité", "N/C", "", "01 99 00 13 13 / 06 12 34 56 78", "N/C", 9999, "NPAI"),
    ("Chorale À Tout Cœur", "", "Culture", "w999 001003", "", "06 12 34 56 79", "c.exemple@free.fr", "", ""),
    ("Judo Club du Bourg-Fictif", "", "Sport", "", "", "", "", 9999, ""),
    ("AMAP du Panier", "", "Environnement", "", "Karim Bidule", None, "amap @ panier.example", "09999", ""),
    ("CYCLISTES EN VILLE", "", "Environnement", "", "Luc Imaginaire", 199001515, "", 9999, ""),
    ("Amicale des locataires des Tilleuls", "", "Citoyenneté", "", "", "", "", 9999, ""),
    ("Amicale des locataires du Moulin", "", "Citoyenneté", "", "", "", "", 9999, ""),
    ("Tennis club Bourg Fictif", "", "Sport", "", "", "", "", 9999, "double ?"),
    ("TOTAL", 9),
)  # fmt: skip


class Town(NamedTuple):
    """What came of the papers: the directory, the minutes, what `check` says of them."""

    directory: Brought
    minutes: tuple[Brought, ...]
    after: Inspected

    @property
    def asked(self) -> list[str]:
        """What the clerk reads of the minutes: each question once."""
        files = asked_once([one.outcome.questions for one in self.minutes])
        return [one.question.message for questions in files for one in questions]


def spreadsheet() -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(held)
    return held.getvalue()


def word(*lines: str, table: tuple[tuple[str, ...], ...] = (), end: str = "") -> bytes:
    """A Word file: « *…* » is bold, « [image] » a picture; the table stands before the last line."""
    document: Any = docx.Document()
    for line in lines:
        if line == "[image]":
            document.add_picture(picture())
            continue
        for index, part in enumerate(line.split("*")):
            run = (document.add_paragraph() if index == 0 else document.paragraphs[-1]).add_run(part)
            run.bold = index % 2 == 1
    if table:
        made = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = words
    document.add_paragraph().add_run(end).bold = True
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def picture() -> io.BytesIO:
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(held, "PNG")
    held.seek(0)
    return held


MINUTES = {
    "CR comité 15-01-2026.docx": word(
        "*COMPTE-RENDU COMITÉ DE L’OFFICE DU 15 JANVIER 2026*",
        "*Associations présent.e.s : *Tennis Club, Secours du Bourg, la Chorale, AMAP",
        "*Associations excusé.e.s : *Cyclistes en ville, Amicale des locataires",
        "*Ville : *Anne Modèle, adjointe à la vie associative",
        "*Forum*",
        "Mme Modèle remercie les bénévoles.",
        table=(
            ("Projet", "Quoi ?", "Par qui ?"),
            ("Forum", "Bilan", "Comité de l’Office, Tennis Club, Judo Club"),
        ),
        end="Prochain comité le 12 février à 18h30",
    ),
    "CR 12 fevrier.docx": word(
        "*Comité de l’Office*",
        "Le jeudi 12 février 2026 – salle du Conseil",
        "*Étaient présents : *Karim Bidule (AMAP), Mme Exemple, service vie associative",
        "*Point 1 : le plan*",
        "Karim Bidule montre le plan.",
        "[image]",
        "*Point 2 : la salle*",
        "Mme Exemple répond que la salle est libre.",
        end="PROCHAIN COMITÉ LE 12 MARS 2026",
    ),
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("papiers")
    source = folder / "ville"
    answers = {"commune": "Le Bourg-Fictif", "conseil": "Office de la vie associative", "forge": "aucune"}
    found(Answers.model_validate(answers), source, TODAY)
    settings = source / "mkdocs.yml"
    found_so = "      conseil: un office\n"
    called = settings.read_text("utf-8").replace(found_so, f"{found_so}      bureau: un comité\n")
    settings.write_text(called, encoding="utf-8")
    papers = folder / "papiers"
    (papers / "réunions").mkdir(parents=True)
    (papers / "LISTE ASSOS 2026 (copie).xlsx").write_bytes(spreadsheet())
    for name, data in MINUTES.items():
        (papers / "réunions" / name).write_bytes(data)
    (papers / "réunions" / "~$CR comité 15-01-2026.docx").write_bytes(b"\x05clerk")  # Word has it open
    directory, *minutes = made = brought([papers], "", Asked(source, TODAY))
    write(source, made)
    return Town(directory, tuple(minutes), inspect(source, TODAY))


def test_the_papers_of_a_town_hall_become_a_town_that_check_accepts(town: Town) -> None:
    assert town.after.sound
    assert Counter(one.code for one in town.after.problems) == {"M016": 2}  # the day they appear, hers to say
    assert len(town.after.hub.associations) == 9
    assert [one.id for one in town.after.hub.minutes] == ["2026-02-12-bureau", "2026-01-15-bureau"]


def test_a_directory_asks_only_what_a_clerk_can_answer(town: Town) -> None:
    assert [one.message for one in town.directory.outcome.questions] == [
        "« CYCLISTES EN VILLE » est en capitales : écrivez-le comme l'association l'écrit.",
        "« Tennis club Bourg Fictif » ressemble à « Tennis Club du Bourg-Fictif » : si c'est la même, gardez "
        "une fiche, et l'autre nom dans ses « graphies ».",
    ]


def test_a_folder_of_minutes_asks_each_doubt_once(town: Town) -> None:
    assert town.asked == [
        "Ce compte rendu n'a pas de « publie_le » : ni les flux ni la lettre ne l'annoncent. Ajoutez "
        f"« publie_le: {TODAY} », ou le jour où il est mis en ligne ici.",
        "« AMAP » est lu « AMAP du Panier » : est-ce bien elle ?",
        "Pas d'ordre du jour dans le document : il est fait des titres du texte. Relisez-le.",
        "Que montre l'image 2026-02-12-bureau-1.png ? Écrivez-le entre les crochets ; si c'est un logo, "
        "effacez la ligne.",
        "« Chorale » est lu « Chorale À Tout Cœur » : est-ce bien elle ?",
        "« Tennis Club » n'est pas dans l'annuaire. Est-ce « Tennis club Bourg Fictif » ou « Tennis Club du "
        "Bourg-Fictif » ?",
        "« Amicale des locataires » n'est pas dans l'annuaire. Est-ce « Amicale des locataires des "
        "Tilleuls » ou « Amicale des locataires du Moulin » ?",
    ]


def test_what_the_town_calls_otherwise_is_read_in_its_words(town: Town) -> None:
    february, january = town.after.hub.minutes
    assert (january.instance, february.instance) == ("bureau", "bureau")
    assert (str(january.prochaine), str(february.prochaine)) == ("2026-02-12 18:30", "2026-03-12")
    assert january.suivi[0].qui[1:] == ("Tennis Club", "Judo Club du Bourg-Fictif")
    assert february.presents == ("AMAP du Panier",)
    assert [one.fonction for one in february.ville] == ["Service vie associative"]
    assert february.ordre_du_jour == ("Le plan", "La salle")
    assert "AMAP du Panier montre le plan." in february.text
    assert "Le service vie associative répond que la salle est libre." in february.text
    assert "## PROCHAIN" not in february.text
    assert sorted(town.minutes[1].outcome.unread) == [
        "Amicale des locataires",
        "Anne Modèle",
        "Mme Modèle",
        "Tennis Club",
    ]
