"""Minutes as a PDF: tagged, titled, whole, and fit to be pinned on a board."""

from __future__ import annotations

import functools
import io
from pathlib import Path

import pytest
from PIL import Image

from hub.build import inspect
from hub.catalogue.rule import Content
from hub.model.minutes import Minutes
from tests import paper, towns

KEY = "2026-03-10-bureau"
FILE = f"minutes/{KEY}.md"
EXAMPLE = [m.id for m in inspect(towns.EXAMPLE, towns.TODAY).hub.minutes]


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return paper.minutes_pdf(towns.hub_of(tmp_path_factory.mktemp("pdf")), KEY)


@functools.cache
def of_example(key: str) -> tuple[Minutes, bytes]:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    return hub.keys["cr"][key], paper.minutes_pdf(hub, key)


def test_it_says_that_it_is_tagged_in_which_language_and_shows_its_title(miniature: bytes) -> None:
    root = paper.reader(miniature).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    title = "Compte rendu du bureau du 10\u00a0mars 2026 – "
    assert str(paper.reader(miniature).metadata["/Title"]).startswith(title)  # type: ignore[index]


def test_its_date_is_that_of_its_source(miniature: bytes) -> None:
    assert paper.reader(miniature).metadata["/CreationDate"] == "D:20260312000000Z"  # type: ignore[index]


def test_its_tags_are_those_of_a_document(miniature: bytes) -> None:
    kinds = [one["/S"] for one in paper.elements(miniature)]
    assert kinds[0] == "/Document"
    assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1", "/H2", "/H2", "/H2"]
    for kind in ("/Table", "/Caption", "/TH", "/TD", "/L", "/LI", "/P", "/Link", "/Figure"):
        assert kind in kinds


def test_every_cell_of_the_follow_up_has_a_head_in_its_row_and_its_column(miniature: bytes) -> None:
    rows = [one["/K"] for one in paper.elements(miniature) if one["/S"] == "/TR"]
    head, *others = ([cell.get_object() for cell in row] for row in rows)
    assert [(cell["/S"], cell["/A"][0]["/Scope"]) for cell in head] == [("/TH", "/Column")] * 5
    for first, *cells in others:
        assert (first["/S"], first["/A"][0]["/Scope"]) == ("/TH", "/Row")
        for cell in cells:
            assert cell["/S"] == "/TD"
            assert "/Headers" not in cell["/A"][0], "which would leave out the head of the row"


def test_the_cells_of_a_table_of_the_text_have_a_head_in_their_column_alone(tmp_path: Path) -> None:
    cells = [
        one for one in paper.elements(of_text(tmp_path, "| A | B |\n|---|---|\n| c | d |\n")) if "/A" in one
    ]
    found = [(one["/S"], one["/A"][0].get("/Headers")) for one in cells if one["/S"] in ("/TH", "/TD")]
    assert found[:4] == [("/TH", []), ("/TH", []), ("/TD", ["U1x0y0"]), ("/TD", ["U1x1y0"])]


def test_every_picture_has_words(miniature: bytes) -> None:
    pictures = [one for one in paper.elements(miniature) if one["/S"] == "/Figure"]
    assert [one["/Alt"] for one in pictures] == [f"Code QR qui mène à mini.example/comptes-rendus/{KEY}"]


def test_its_code_leads_to_its_page_which_it_also_names(miniature: bytes) -> None:
    assert paper.codes(miniature) == [f"https://mini.example/comptes-rendus/{KEY}/"]
    assert f"mini.example/comptes-rendus/{KEY}" in paper.text(miniature)


@pytest.mark.parametrize("key", EXAMPLE)
def test_it_holds_who_came_what_was_said_and_what_was_decided(key: str) -> None:
    minutes, data = of_example(key)
    words = paper.text(data).replace("\f", " ")
    for point in minutes.ordre_du_jour:
        assert spaced(point) in words
    for action in minutes.suivi:
        for told in action.projet.split()[0], action.quoi.split()[-1], action.etat.libelle:
            assert spaced(told) in words
    assert set(paper.sizes(data)) == {paper.A4}


def of_text(folder: Path, text: str, **files: Content) -> bytes:
    """The minutes of the miniature with `text` in them."""
    edited = towns.edited(FILE, "lequel ?", f"lequel ?\n\n{text}\n")
    return paper.minutes_pdf(towns.inspected(folder, {**edited, **files}).hub, KEY)


def spaced(words: str) -> str:
    return words.replace("'", "’")


def test_the_head_of_a_long_table_and_the_number_stand_on_each_page(tmp_path: Path) -> None:
    row = "  - {projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait}\n"
    hub = towns.hub_of(tmp_path, towns.edited(FILE, row, row * 60))
    pages = paper.text(paper.minutes_pdf(hub, KEY)).split("\f")
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert "Quoi ? Par qui ? Échéance État" in page
        assert f"page {number} sur 3" in page


def test_a_picture_of_the_text_is_in_the_document_with_its_words(tmp_path: Path) -> None:
    can = io.BytesIO()
    Image.new("RGB", (400, 300), "red").save(can, "PNG")
    picture = towns.edited(FILE, "lequel ?", "lequel ?\n\n![Un arrosoir rouge](image:rouge.png)")
    hub = towns.hub_of(tmp_path, {**picture, "content/images/rouge.png": can.getvalue()})
    data = paper.minutes_pdf(hub, KEY)
    pictures = [image.image for page in paper.reader(data).pages for image in page.images]
    assert {picture.size for picture in pictures if picture} == {(400, 300)}
    (figure,) = [one for one in paper.elements(data) if one.get("/Alt") == "Un arrosoir rouge"]
    assert figure["/S"] == "/Figure"


def test_a_picture_that_cannot_be_shown_is_told_by_its_words(tmp_path: Path) -> None:
    picture = towns.edited(FILE, "lequel ?", "lequel ? ![Un arrosoir rouge](rouge.png)")
    hub = towns.inspected(tmp_path, picture).hub
    assert "lequel ? Un arrosoir rouge" in paper.text(paper.minutes_pdf(hub, KEY))


def test_its_links_lead_to_the_site_from_anywhere(miniature: bytes) -> None:
    pages = paper.reader(miniature).pages
    links = [note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", [])]
    assert links == [
        "https://mini.example/associations/licornes/",
        f"https://mini.example/comptes-rendus/{KEY}/",
    ]


def test_its_letters_are_our_own(miniature: bytes) -> None:
    """A font of the machine would give other pages elsewhere."""
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in paper.reader(miniature).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[union-attr, index]
    }
    assert fonts
    for font in fonts:
        assert font.startswith(("Literata", "Public-Sans", "PublicSans")), font


@pytest.mark.malakoff
def test_a_short_follow_up_is_not_cut_from_its_title() -> None:
    hub = inspect(towns.ROOT, towns.TODAY).hub
    pages = paper.text(paper.minutes_pdf(hub, "2021-11-25-bureau")).split("\f")
    (page,) = (one for one in pages if "Synthèse et suivi" in one)
    assert all(action.projet.split()[0] in page for action in hub.minutes[0].suivi)


def test_notes_and_tasks_of_a_text_are_printed(tmp_path: Path) -> None:
    text = "lequel ?\n\nVoté[^1].\n\n- [x] Clos\n\n[^1]: Celui de 2027.\n"
    hub = towns.inspected(tmp_path, towns.edited(FILE, "lequel ?", text)).hub
    printed = paper.text(paper.minutes_pdf(hub, KEY))
    assert "Voté1." in printed
    assert "☑ Clos" in printed
    assert "Celui de 2027." in printed
    assert "↩" not in printed
