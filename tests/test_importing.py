"""`build.py import`: what a file is, what it may not be, what is said, what is written."""

from __future__ import annotations

import io
import json
import re
import shlex
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from hub.cli import main
from hub.importing import opening
from hub.importing.gathering import files_of
from hub.importing.kinds import IMPORTERS
from hub.importing.opening import opened
from hub.importing.outcome import ImportingError
from hub.importing.signature import Sort, signature
from tests import clerk_papers, towns
from tests import test_importing_listed_dates as listed_dates
from tests import test_importing_national as national
from tests import test_importing_writings as writings
from tests.calendars_of_programs import GOOGLE
from tests.test_importing_tables import book

TITLE = "Compte rendu du bureau du 10 juillet 2026"
TEXT = f"{TITLE}\n\nPrésents : Licornes\n\nOrdre du jour :\n- Semis\n\nSemis\n\nTout pousse.\n"
PATH = "minutes/2026-07-10-bureau.md"

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return towns.write(tmp_path / "ville")


def run(town: Path, *files: Path, **options: str | bool) -> int:
    said = [
        word
        for key, value in options.items()
        for word in ([f"--{key}", value] if value is not True else [f"--{key}"])
    ]
    return main(
        ["import", *map(str, files), "--source", str(town), "--today", str(towns.TODAY), *map(str, said)]
    )


def laid(folder: Path, name: str, data: bytes | str) -> Path:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


def state(town: Path) -> dict[str, bytes]:
    return {str(one.relative_to(town)): one.read_bytes() for one in town.rglob("*") if one.is_file()}


def test_the_kind_is_guessed_and_said_and_the_draft_is_written(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    assert run(town, laid(tmp_path, "réunion.txt", TEXT)) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "réunion.txt : un texte, lu comme « comptes-rendus ».",
        f"  Écrit : {PATH}",
    ]
    assert (
        main(["check", "--source", str(town), "--today", str(towns.TODAY), "--out", str(tmp_path / "site")])
        == 0
    )


def test_a_second_import_changes_nothing(town: Path, tmp_path: Path, capsys: Printed) -> None:
    file = laid(tmp_path, "réunion.docx", clerk_document(TITLE, "Présents : Licornes", "Tout pousse."))
    assert run(town, file) == 0
    before = state(town)
    assert run(town, file) == 0
    assert state(town) == before
    assert f"  Inchangé : {PATH}" in capsys.readouterr().out.splitlines()


def test_nothing_is_written_when_one_only_asks(town: Path, tmp_path: Path, capsys: Printed) -> None:
    before = state(town)
    assert run(town, laid(tmp_path, "réunion.txt", TEXT), **{"dry-run": True}) == 0
    assert state(town) == before
    assert f"  À écrire : {PATH}" in capsys.readouterr().out.splitlines()


def test_a_program_is_told_paths_questions_and_words_left_out(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    text = TEXT.replace("Licornes", "Licornes, Amis du lac")
    assert run(town, laid(tmp_path, "réunion.txt", text), format="json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["written"] == [PATH]
    assert said["files"] == [{"path": "réunion.txt", "kind": "comptes-rendus"}]
    assert said["unread"] == ["Amis du lac"]
    assert said["questions"][-1] == {
        "path": PATH,
        "line": 5,
        "message": "« Amis du lac » n'est pas dans l'annuaire. Ajoutez sa fiche, ou son autre nom.",
    }


def test_what_several_files_ask_is_asked_once_with_its_places(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    text = TEXT.replace("Licornes", "Licornes, Amis du lac")
    files = [laid(tmp_path, f"{month}.txt", text.replace("juillet", month)) for month in ("mai", "juin")]
    assert run(town, *files) == 0
    asked = [line for line in capsys.readouterr().out.splitlines() if "Amis du lac » n'est" in line]
    other = "Ajoutez sa fiche, ou son autre nom. De même : minutes/2026-06-10-bureau.md:5."
    assert asked == [f"  - minutes/2026-05-10-bureau.md:5 « Amis du lac » n'est pas dans l'annuaire. {other}"]


def test_each_file_that_cannot_be_taken_is_said_and_nothing_is_written(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    before = state(town)
    files = [
        laid(tmp_path, "vieux.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000 + "WordDocument".encode("utf-16-le")),
        laid(tmp_path, "cr 2026-07-10.txt", TEXT.replace("2026", "2062")),
        laid(tmp_path, "sans jour.txt", TEXT.replace(" du 10 juillet 2026", "")),
        laid(tmp_path, "bon.txt", TEXT),
    ]  # fmt: skip
    assert run(town, *files) == 1
    said = capsys.readouterr().err
    assert (
        "« cr 2026-07-10.txt » : la réunion y est datée du 10 juillet 2062, qui n'est pas encore venu. Le nom du "
        "fichier dit le 10 juillet 2026. Corrigez la date dans le document, puis recommencez."
    ) in said
    assert ["« vieux.docx »" in said, "« sans jour.txt »" in said, "« bon.txt »" in said] == [
        True,
        True,
        False,
    ]
    assert state(town) == before


def test_a_folder_is_its_files_without_what_programs_leave_there(tmp_path: Path) -> None:
    (tmp_path / "2026" / ".cache").mkdir(parents=True)
    for name in ("b.docx", "~$b.docx", ".~lock.b.docx#", "2026/a.odt", "2026/Thumbs.db", "2026/.cache/c.odt"):
        laid(tmp_path, name, "x")
    assert files_of([tmp_path]) == [tmp_path / "2026/a.odt", tmp_path / "b.docx"]
    assert files_of([tmp_path / "b.docx", tmp_path / "~$b.docx"]) == [tmp_path / "b.docx"]


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ((), "« papiers » : ce dossier est vide."),
        ([f"{n}.txt" for n in range(501)], "501 fichiers, et 500 au plus"),
    ],
)
def test_a_folder_that_is_not_the_one_meant_is_said(tmp_path: Path, names: list[str], why: str) -> None:
    folder = tmp_path / "papiers"
    folder.mkdir()
    for name in names:
        laid(folder, name, "x")
    with pytest.raises(ImportingError, match=re.escape(why)):
        files_of([folder])


def test_a_day_that_the_name_of_the_file_gainsays_is_asked(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    assert run(town, laid(tmp_path, "CR 2026-06-10.txt", TEXT)) == 0
    words = "Le document est daté du 10 juillet 2026, et le nom du fichier dit le 10 juin 2026"
    assert f"  - {PATH}:3 {words} : quel est le jour de la réunion ?" in capsys.readouterr().out.splitlines()


def test_the_list_for_the_proposal_names_nobody(town: Path, tmp_path: Path) -> None:
    text = TEXT.replace("Tout pousse.", "Sophie Lambert arrose.")
    assert run(town, laid(tmp_path, "réunion.txt", text)) == 0
    kept = (town / ".site.a-verifier.md").read_text(encoding="utf-8")
    assert "« … » : quelle fonction, ou quelle association ?" in kept
    assert "- [ ] 1 passage non repris : à relire dans le document." in kept.splitlines()
    assert "Lambert" not in kept
    assert (
        "Une personne (fonction à préciser) arrose." in (town / PATH).read_text(encoding="utf-8").splitlines()
    )


def clerk_document(*lines: str) -> bytes:
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def compound(stream: str) -> bytes:
    """How a file of Office 97, or one that is protected, begins: the names of its streams in UTF-16."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(64)


def damaged() -> bytes:
    data = clerk_document(TITLE)
    return data[: len(data) // 2]


def corrupted() -> bytes:
    """A part is not what its sum says."""
    data = bytearray(clerk_document(TITLE))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = bytes(20)
    return bytes(data)


def with_entities() -> bytes:
    parts = parts_of(clerk_document(TITLE))
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    return packed(parts | {"word/document.xml": bomb})


def encrypted_odt() -> bytes:
    parts = parts_of(clerk_papers.odt())
    name = "META-INF/manifest.xml"
    return packed(
        parts | {name: parts[name].replace(b"</manifest", b"<manifest:encryption-data/></manifest", 1)}
    )


def pdf(*lines: str, key: str = "") -> bytes:
    """A PDF of one page with these lines, in a font that every reader has."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Courier", "Encoding": "WinAnsiEncoding"}
    named = DictionaryObject({NameObject(f"/{k}"): NameObject(f"/{v}") for k, v in font.items()})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F"): named})}
    )
    shown = "".join(f"1 0 0 1 40 {760 - 14 * row} Tm ({line}) Tj\n" for row, line in enumerate(lines))
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F 10 Tf\n{shown}ET".encode("cp1252"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    if key:
        writer.encrypt(key, algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


IN_COLUMNS = (
    "Compte rendu du bureau du 10 juillet 2026",
    *("a gauche de la page      a droite de la page",) * 6,
)
WORD = "il est abîmé : ouvrez-le dans le programme qui l'a fait, et enregistrez-le de nouveau."
LOCKED = "il est protégé par un mot de passe : enlevez-le dans le programme qui l'a fait."
OLD = "qui ne se lit pas ici. Ouvrez-le dans Word ou LibreOffice, puis « Enregistrer sous » .docx : c'est celui-là qu'il faut donner."
KINDS = ", ".join(f"« --kind {kind} »" for kind in IMPORTERS)
OF_PDF = "donnez le document Word ou LibreOffice dont il a été fait."

REFUSED: dict[str, tuple[Callable[[], bytes | str], str]] = {
    "vide.docx": (lambda: "  \n", "il est vide."),
    "coupé.docx": (damaged, WORD),
    "abîmé.docx": (corrupted, WORD),
    "entités.docx": (with_entities, "il définit des entités XML, ce qu'aucun traitement de texte ne fait."),
    "protégé.docx": (lambda: compound("EncryptedPackage"), LOCKED),
    "protégé.odt": (encrypted_odt, LOCKED),
    "ancien.doc": (lambda: compound("WordDocument"), f"c'est un document Word d'avant 2007 (.doc), {OLD}"),
    "renommé.docx": (lambda: compound("WordDocument"), f"c'est un document Word d'avant 2007 (.doc), {OLD}"),
    "texte.rtf": (lambda: r"{\rtf1 Compte rendu}", f"c'est un document RTF (.rtf), {OLD}"),
    "tout.zip": (lambda: packed({"a.txt": b"a"}), "c'est une archive : décompressez-la, puis donnez les fichiers qu'elle contient."),
    "photo.docx": (lambda: b"\x89PNG\r\n\x1a\n\0\0", "ce n'est ni un document, ni un tableau, ni un agenda que l'on sache lire."),
    "compte rendu scanné.pdf": (pdf, f"ce PDF est fait d'images, sans texte : {OF_PDF}"),
    "compte rendu protégé.pdf": (lambda: pdf("Compte rendu", key="secret"), LOCKED),
    "compte rendu en colonnes.pdf": (lambda: pdf(*IN_COLUMNS), f"ce PDF est en colonnes, dont l'ordre n'est pas sûr : {OF_PDF}"),
    "compte rendu abîmé.pdf": (lambda: "%PDF-1.7\nrien", f"il est abîmé : {OF_PDF}"),
    "recette.txt": (lambda: "Six œufs, un peu de sel.", f"rien n'y dit ce que c'est. Dites-le : {KINDS}."),
    "sans jour.txt": (lambda: "Compte rendu du bureau\n\nPrésents : Licornes\n", "le jour de la réunion ne s'y trouve pas. Écrivez-le dans le nom du fichier (« 2026-03-10 bureau.txt »), puis recommencez."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_a_sentence_and_nothing_is_written(
    name: str, town: Path, tmp_path: Path, capsys: Printed
) -> None:
    make, words = REFUSED[name]
    before = state(town)
    good = laid(tmp_path, "réunion.txt", TEXT)
    assert run(town, good, laid(tmp_path, name, make())) == 1
    assert state(town) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"build.py : « {name} » : {words}\nRien n'a été écrit.\n"


def test_all_that_cannot_be_read_is_said_at_once(town: Path, tmp_path: Path, capsys: Printed) -> None:
    files = [laid(tmp_path, "a.rtf", r"{\rtf1}"), tmp_path / "b.docx"]
    assert run(town, *files, format="json") == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error.splitlines()[1] == "« b.docx » : ce fichier ou ce dossier n'existe pas."


def test_a_file_of_more_than_a_hundred_megabytes_is_not_opened(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    with (tmp_path / "gros.docx").open("wb") as file:
        file.truncate(130_000_000)
    assert run(town, tmp_path / "gros.docx") == 1
    assert "il pèse 130 Mo, et plus de 100 Mo ne se lisent pas" in capsys.readouterr().err


def test_a_small_file_that_would_fill_the_memory_is_not_unpacked(
    town: Path, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "UNPACKED", 3_000_000)
    bomb = packed(parts_of(clerk_document(TITLE)) | {"word/media/a.bin": bytes(4_000_000)})
    assert len(bomb) < 100_000
    assert run(town, laid(tmp_path, "bombe.docx", bomb)) == 1
    assert "ce n'est pas un document" in capsys.readouterr().err


def test_what_is_renamed_is_read_as_what_it_is(tmp_path: Path) -> None:
    page = opened(laid(tmp_path, "réunion.doc", f"<html><body><p>{TITLE}</p></body></html>"))
    assert page.sort is Sort.HTML
    assert page.remarks == ("Son nom finit par « .doc », mais c'est une page web : il est lu comme tel.",)
    assert opened(laid(tmp_path, "réunion.odt", clerk_document(TITLE))).sort is Sort.DOCX


def test_macros_are_neither_read_nor_run(tmp_path: Path) -> None:
    macros = packed(parts_of(clerk_document(TITLE)) | {"word/vbaProject.bin": b"x"})
    assert opened(laid(tmp_path, "réunion.docm", macros)).remarks == (
        "Il contient des macros : elles ne sont ni lues, ni lancées.",
    )


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_tracked_changes_are_read_as_accepted_and_comments_left_out(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    parts = parts_of(clerk_document(TITLE, "Présents : Licornes", "Le budget est de XX euros."))
    kept, gone = (
        "<w:ins w:id='1' w:author='a'><w:r><w:t>dix</w:t></w:r></w:ins>",
        "<w:del w:id='2' w:author='a'><w:r><w:delText>onze</w:delText></w:r></w:del>",
    )
    body = (
        parts["word/document.xml"]
        .decode()
        .replace("XX euros.</w:t></w:r>", f"</w:t></w:r>{kept}{gone}<w:r><w:t> euros.</w:t></w:r>")
    )
    comments = f"<w:comments xmlns:w='{W}'><w:comment w:id='0'><w:p><w:r><w:t>Ah bon ?</w:t></w:r></w:p></w:comment></w:comments>"
    changed = parts | {"word/document.xml": body.encode(), "word/comments.xml": comments.encode()}
    assert run(town, laid(tmp_path, "réunion.docx", packed(changed)), format="json") == 0
    assert "Le budget est de dix euros." in (town / PATH).read_text(encoding="utf-8").splitlines()
    assert json.loads(capsys.readouterr().out)["unread"] == ["Ah bon ?", "onze"]
    assert run(town, laid(tmp_path, "réunion.docx", packed(changed))) == 0
    said = capsys.readouterr().out
    assert "Il a des modifications suivies : il est lu comme si elles étaient toutes acceptées." in said
    assert "Ses commentaires ne sont pas repris" in said


def test_notes_stand_at_their_mark_and_what_word_draws_is_said_to_be_left_out(
    town: Path, tmp_path: Path
) -> None:
    from hub.importing import from_word
    from hub.importing.blocks import words_of

    parts = parts_of(clerk_document(TITLE, "Présents : Licornes", "Le vote."))
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    formula = "<m:oMathPara xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:oMath><m:r><m:t>douze/trois</m:t></m:r></m:oMath></m:oMathPara>"
    body = (
        parts["word/document.xml"]
        .decode()
        .replace("Le vote.</w:t></w:r>", f"Le vote.</w:t></w:r>{mark}{formula}")
    )
    note = f"<w:footnotes xmlns:w='{W}'><w:footnote w:id='2'><w:p><w:r><w:t>À main levée.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    rels = (
        parts["word/_rels/document.xml.rels"]
        .decode()
        .replace(
            "</Relationships>",
            "<Relationship Id='n' Target='footnotes.xml' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes'/></Relationships>",
        )
    )
    changed = parts | {
        "word/document.xml": body.encode(),
        "word/footnotes.xml": note.encode(),
        "word/_rels/document.xml.rels": rels.encode(),
    }
    read = from_word.read(packed(changed))
    assert [words_of(block) for block in read.blocks][-1] == "Le vote. (À main levée.)"
    assert read.aside == ("Le vote.douze/trois",)


def test_what_is_too_long_for_a_field_is_cut_and_asked(town: Path, tmp_path: Path, capsys: Printed) -> None:
    item, action = "semer " * 80, "biner " * 300
    table = f"Projet\tQuoi\tPar qui\n{item}\t{action}\tLicornes\n"
    text = f"{TITLE}\n\nLieu : {item}\n\nPrésents : Licornes\n\nSuivi\n\n{table}"
    assert run(town, laid(tmp_path, "réunion.txt", text), format="json") == 0
    said = json.loads(capsys.readouterr().out)
    cut = [one["message"].rpartition("…")[2] for one in said["questions"] if "trop long" in one["message"]]
    assert cut == [
        " » est trop long pour « lieu » : raccourcissez-le.",
        *[" » est trop long pour « suivi » : raccourcissez-le."] * 2,
    ]


def test_the_list_to_tick_keeps_what_other_imports_asked(town: Path, tmp_path: Path) -> None:
    assert run(town, laid(tmp_path, "a.txt", TEXT)) == 0
    assert run(town, laid(tmp_path, "b.txt", TEXT.replace("juillet", "mai"))) == 0
    assert run(town, tmp_path / "a.txt") == 0
    kept = (town / ".site.a-verifier.md").read_text(encoding="utf-8")
    assert [line for line in kept.splitlines() if line.startswith("#")] == ["### a.txt", "### b.txt"]


def test_pictures_are_taken_out_without_the_place_where_they_were_taken(town: Path, tmp_path: Path) -> None:
    import docx

    photo = io.BytesIO()
    where = Image.Exif()
    where[0x8825] = {1: "N", 2: (48.0, 49.0, 0.0)}
    Image.new("RGB", (90, 60), "green").save(photo, "JPEG", exif=where)
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Présents : Licornes")
    document.add_picture(photo)
    document.save(str(tmp_path / "réunion.docx"))
    assert run(town, tmp_path / "réunion.docx") == 0
    with Image.open(town / "content/images/2026-07-10-bureau-1.jpg") as image:
        assert (image.size, dict(image.getexif())) == ((90, 60), {})
    shown = "![Image du compte rendu, à décrire](image:2026-07-10-bureau-1.jpg)"
    assert shown in (town / PATH).read_text(encoding="utf-8").splitlines()
    kept = (town / ".site.a-verifier.md").read_text(encoding="utf-8")
    assert "Que montre l'image" in kept


def test_without_its_libraries_one_is_told_what_to_install(
    town: Path, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    assert run(town, laid(tmp_path, "réunion.docx", clerk_document(TITLE))) == 1
    assert "il manque « mammoth », qui lit ces fichiers : lancez « make import »." in capsys.readouterr().err


def test_a_link_in_the_way_is_not_followed(town: Path, tmp_path: Path, capsys: Printed) -> None:
    (town / PATH).symlink_to(tmp_path / "ailleurs.md")
    assert run(town, laid(tmp_path, "réunion.txt", TEXT)) == 1
    assert not (tmp_path / "ailleurs.md").exists()


def test_two_files_of_one_meeting_are_asked_for_one_after_the_other(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    other = laid(tmp_path, "bis.txt", TEXT.replace("Tout", "Rien ne"))
    assert run(town, laid(tmp_path, "réunion.txt", TEXT), other) == 1
    assert f"deux de ces fichiers donnent chacun « {PATH} »" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", Sort.ICS),
        (b'[{"uid": 1}]', Sort.JSON),
        (b"{pas du JSON", Sort.TEXT),
        (b"nom;rue\r\nA;B\r\n", Sort.TEXT),
        ("nom\true".encode("utf-16"), Sort.TEXT),
        (b"<?xml version='1.0'?>\n<html>", Sort.HTML),
        (b"<table><tr>", Sort.HTML),
        (compound("Workbook"), Sort.XLS),
        (packed({"xl/workbook.xml": b""}), Sort.XLSX),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), Sort.ODS),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, sort: Sort) -> None:
    assert signature(data) is sort


def test_the_commands_of_the_page_for_clerks_do_what_it_says(
    town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    page = (towns.ROOT / "docs/importer.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python build\.py (.+)$", page, re.MULTILINE)
    (town / "reunions").mkdir()
    laid(
        town / "reunions", "bureau-juillet.docx", clerk_document(TITLE, "Présents : Licornes", "Tout pousse.")
    )
    laid(town / "reunions", "pleniere.odt", clerk_papers.odt())
    (town / "papiers").mkdir()
    laid(town / "papiers", "pleniere.odt", clerk_papers.odt())
    columns = ["Structure", "Tél.", "Divers", "Président", "Observations"]
    row = ["Les Parasols", 199001001, "a@b.example", "Mme Durand", "Ouvre des parasols."]
    laid(town, "associations-2026.xlsx", book(("Liste", [["Annuaire"], [], columns, row])))
    parasols = national.PARASOLS | {"adrs_codeinsee": "92046"}
    laid(town, "rna_waldec_dpt_92.csv", national.register(national.WALDEC, parasols))
    laid(town, "agenda-de-la-maison.ics", GOOGLE)
    laid(town, "openagenda.json", json.dumps({"events": [listed_dates.EXHIBITION]}))
    laid(town, "programme-2027.xlsx", book(("2027", [listed_dates.HEADINGS, *listed_dates.ROWS])))
    laid(town, "comment-reserver-une-salle.docx", writings.word())
    laid(town, "retour-sur-la-fete.odt", writings.libreoffice())
    monkeypatch.chdir(town)
    assert len(commands) == 16
    for command in commands:
        assert main([*shlex.split(command), "--today", str(towns.TODAY)]) == 0, command
    said = capsys.readouterr().out
    assert [line for line in page.splitlines() if line.startswith("colonnes ") and line not in said] == []
    written = (town / "associations.yaml").read_text(encoding="utf-8")
    assert "nom: Les Parasols\n" in written and "rna: W999000001\n" in written
    assert (town / "annuaire.xlsx").exists()
    assert len(list((town / "content/agenda").iterdir())) == 11
    assert (town / "content/guides/comment-reserver-une-salle.md").exists()
    assert (town / "content/actualites/comment-reserver-une-salle.md").exists()
    assert (town / PATH).exists()
    assert (town / "minutes/2021-11-25-bureau.md").exists()


def test_of_a_pdf_the_text_is_read_and_its_table_is_said_to_be_left_out(
    town: Path, tmp_path: Path, capsys: Printed
) -> None:
    lines = (
        TITLE, "", "Présents : Licornes", "", "Ordre du jour :", "- Semis", "- Récolte", "", "Semis", "",
        "Les graines sont semées le matin, et l'on arrose le soir", "quand il fait moins chaud.", "",
        "Suivi des actions", "Serre           Bâtir         Licornes", "", "Prochaine réunion : le 3 mars 2027", "", "1",
    )  # fmt: skip
    assert run(town, laid(tmp_path, "réunion.pdf", pdf(*lines))) == 0
    written = (town / PATH).read_text(encoding="utf-8")
    assert "prochaine: 2027-03-03\n" in written
    assert "Les graines sont semées le matin, et l'on arrose le soir quand il fait moins chaud.\n" in written
    assert "## Semis\n" in written
    said = capsys.readouterr().out
    assert "Il a un tableau, dont l'ordre n'est pas sûr : il n'est pas repris" in said
    assert "  - « Serre Bâtir Licornes »" in said.splitlines()
