"""A document of the town becomes a guide or a piece of news: its title, its Markdown, its pictures, its tables."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from hub.importing.bringing import Brought, brought, write
from hub.importing.outcome import Asked, ImportingError
from hub.inspection import inspect
from tests import towns


def picture() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (90, 60), "green").save(held, "PNG")
    return held.getvalue()


def word(title: str = "Comment réserver une salle") -> bytes:
    """A guide as a clerk makes one in Word: styles, a list, a table, a picture, a link in full."""
    import docx

    document = docx.Document()
    document.add_paragraph(title, style="Title")
    document.add_paragraph("Écrivez à Sophie Lambert, chargée de mission, un mois avant.")
    document.add_heading("Les salles", 1)
    document.add_paragraph("La halle", style="List Bullet")
    document.add_paragraph("Le préau", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ("Salle", "Places", "Halle", "80"), strict=True
    ):
        cell.text = words
    document.add_heading("Le plan", 1)
    document.add_picture(io.BytesIO(picture()))
    document.add_paragraph("Voir https://salles.example/plan.")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def libreoffice() -> bytes:
    from odfdo import Document, Header, List, ListItem, Paragraph, Table

    document = Document("text")
    body = document.body
    body.clear()
    body.append(Header(1, "Comment réserver une salle"))
    body.append(Paragraph("Un mois avant, par courriel."))
    body.append(Header(2, "Les salles"))
    body.append(List([ListItem("La halle"), ListItem("Le préau")]))
    table = Table("Salles")
    table.set_values([["Salle", "Places"], ["Halle", "80"]])
    body.append(table)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


TEXT = """---
titre: Comment réserver une salle
source:
  - {titre: salles.docx, lu_le: 2026-11-21}
---

Écrivez à la chargée de mission un mois avant.

## Les salles

- La halle
- Le préau

| Salle | Places |
| --- | --- |
| Halle | 80 |

## Le plan

![Image du document, à décrire](image:comment-reserver-une-salle-1.png)

Voir [salles.example/plan](https://salles.example/plan).
"""
GUIDE = "content/guides/comment-reserver-une-salle.md"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return towns.write(tmp_path / "ville")


def bring(town: Path, name: str, data: bytes, kind: str = "") -> Brought:
    file = town.parent / name
    file.write_bytes(data)
    (found,) = brought([file], kind, Asked(town, towns.TODAY))
    write(town, [found])
    return found


def test_a_guide_in_word_keeps_its_titles_its_list_its_table_and_its_picture(town: Path) -> None:
    found = bring(town, "salles.docx", word())
    assert found.outcome.kind == "guides"
    assert (town / GUIDE).read_text(encoding="utf-8") == TEXT
    assert (town / "content/images/comment-reserver-une-salle-1.png").read_bytes() == picture()
    assert "Sophie Lambert" in found.outcome.unread
    assert [one.line for one in found.outcome.questions if "Que montre l'image" in one.message] == [20]
    assert inspect(town, towns.TODAY).sound


def test_a_guide_in_libreoffice_is_read_the_same(town: Path) -> None:
    bring(town, "salles.odt", libreoffice())
    lines = (town / GUIDE).read_text(encoding="utf-8").splitlines()
    assert lines[1] == "titre: Comment réserver une salle"
    assert lines[6:] == [
        "Un mois avant, par courriel.",
        "",
        "## Les salles",
        "",
        "- La halle",
        "- Le préau",
        "",
        "| Salle | Places |",
        "| --- | --- |",
        "| Halle | 80 |",
    ]


def test_brought_again_it_changes_nothing_on_another_day_either(town: Path) -> None:
    bring(town, "salles.docx", word())
    before = (town / GUIDE).read_bytes()
    (found,) = brought([town.parent / "salles.docx"], "", Asked(town, towns.TODAY.replace(day=28)))
    assert found.outcome.written == ()
    assert set(found.same) == {GUIDE, "content/images/comment-reserver-une-salle-1.png"}
    assert (town / GUIDE).read_bytes() == before


def test_what_was_corrected_stays_and_both_are_asked(town: Path) -> None:
    bring(town, "salles.docx", word())
    mine = (town / GUIDE).read_text(encoding="utf-8").replace("un mois avant", "six semaines avant")
    (town / GUIDE).write_text(mine, encoding="utf-8")
    found = bring(town, "salles.docx", word())
    assert (town / GUIDE).read_text(encoding="utf-8") == mine
    assert [(one.path, one.line, one.message) for one in found.outcome.questions] == [
        (
            GUIDE,
            7,
            "Le texte : ce fichier dit « Écrivez à la chargée de mission six semaines avant. », le document "
            "« Écrivez à la chargée de mission un mois avant. ».",
        )
    ]


def test_a_piece_of_news_is_known_by_its_title_or_by_what_one_says(town: Path) -> None:
    text = "Retour sur la fête des voisins\n\nIl a fait beau, et les Licornes ont planté des tomates."
    assert bring(town, "fete.txt", text.encode()).outcome.kind == "actualites"
    path = town / "content/actualites/retour-sur-la-fete-des-voisins.md"
    assert path.read_text(encoding="utf-8").splitlines() == [
        "---",
        "titre: Retour sur la fête des voisins",
        "source: fete.txt, repris le 21 novembre 2026",
        "---",
        "",
        "Il a fait beau, et les Licornes ont planté des tomates.",
    ]
    assert bring(town, "salles.docx", word(), "actualites").outcome.kind == "actualites"
    assert (town / "content/actualites/comment-reserver-une-salle.md").exists()


def test_without_a_title_the_name_of_the_file_is_one(town: Path) -> None:
    bring(town, "mode_d-emploi.txt", b"Branchez la sono, puis attendez.\n\nParlez.", "guides")
    assert re.search(
        r"^titre: \"?Mode d emploi", (town / "content/guides/mode-d-emploi.md").read_text(), re.M
    )


def test_a_damaged_document_is_refused_and_nothing_is_written(town: Path) -> None:
    with pytest.raises(ImportingError, match=r"« guide\.docx » : il est abîmé"):
        bring(town, "guide.docx", word()[:2000], "guides")
    assert sorted(one.name for one in (town / "content/guides").iterdir()) == ["semer.md"]
