"""What somebody writes, on paper: all of it, nothing wider than its sheet, and nothing that is run."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from hub.build import THEME
from tests import paper, towns
from tests.paper import LOOK

MINUTES = "minutes/2026-03-10-bureau.md"

PIECES = (
    "# ## #### ##### - * 1. 7) > >> ``` ~~~ | |---| |-:|:-:| ** _ ~~ ` [a]( [b] ]( ) <br> <!-- --> --- \\ "
    "[^1] [^1]: [x] &nbsp; &#0; &#xfeff; ![i]( image:x.png https://a.example/ mailto:a@b.c"
)
MARKDOWN = st.lists(
    st.sampled_from(PIECES.split())
    | st.sampled_from(["\n", "\n\n", "  \n", "\t", "    ", " ", "- [x] ", "- [ ] "])
    | st.text(max_size=8)
).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKDOWN)
def test_any_text_is_a_document_that_typst_accepts(written: str) -> None:
    assert paper.printed(written).startswith(b"%PDF-1.7")


SIGNS = st.text(
    st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1, max_size=60
)


@settings(max_examples=60, deadline=None)
@given(SIGNS)
def test_any_sign_is_printed_or_said_to_be_unknown(words: str) -> None:
    work = paper.bare(source=[words])
    assert paper.PRESS.made(work).startswith(b"%PDF-1.7")
    composed = unicodedata.normalize("NFC", words)
    assert set(work.lost) <= set(composed)
    assert ("\ufffd" in work.content) >= bool(work.lost)


LETTERS = "abcéàçœ019#$\\\"'(){}[]@=+/%^&.,;:*_`~<>-"
"""Those that a source of Typst would take for something else among them."""


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=20))
def test_the_words_of_a_line_come_out_as_they_were_written(words: list[str]) -> None:
    text = paper.text(paper.PRESS.made(paper.bare(source=[" ".join(words)])))
    assert re.sub(r"\s", "", "".join(words)) in re.sub(r"\s", "", text)


RUN = """#read("/etc/passwd") #import "@preview/cetz:0.3.0" #panic() $x^2$ *a* \\u{41} #sys.inputs.content"""


def test_what_looks_like_a_source_of_typst_is_printed_as_it_is() -> None:
    written = f"{RUN}\n\n```typst\n{RUN}\n```\n"
    code = re.sub(r"\s", "", RUN)
    text = re.sub(r"\s", "", paper.text(paper.printed(written)))
    assert text.count('#read("/etc/passwd")#import"@preview/cetz:0.3.0"#panic()$x^2$') == 2
    assert code in text


@pytest.mark.parametrize("source", ['#read("/etc/passwd")', '#read("../secret")', '#image("/etc/x.png")'])
def test_a_template_itself_has_no_folder_to_read_from(source: str) -> None:
    with pytest.raises(typst.TypstError):
        paper.PRESS._compiler.compile({"main.typ": source.encode()}, format="pdf")


def test_our_templates_import_nothing_from_a_network() -> None:
    files = (THEME / "templates" / "impression").glob("*.typ")
    imported = {name for file in files for name in re.findall(r'import "([^"]*)"', file.read_text("utf-8"))}
    assert imported == {"commun.typ", "texte.typ"}


def table(columns: int, cell: str, rows: int = 1) -> str:
    return "\n".join("|" + f" {words} |" * columns for words in ("Septembre", "---", *[cell] * rows))


@pytest.mark.parametrize(
    ("written", "sheets"),
    [
        (table(9, "120 €"), [paper.A4]),
        (table(14, "1 120,50 €"), [paper.A4, paper.LYING, paper.A4]),
        (table(40, "120 000 €"), [paper.A4, paper.LYING, paper.A4]),
        (f"- a\n\n  {table(14, '120 000 €')}".replace("\n|", "\n  |"), [paper.A4]),
        (f"```\n{'mot ' * 90}\n{'x' * 400}\n```", [paper.A4]),
        (f"`{'x' * 400}` {'y' * 400}", [paper.A4]),
        (f"## {'Anticonstitutionnellement' * 8}\n\nTexte", [paper.A4]),
        (f"[{'z' * 200}](https://a.example/) <https://a.example/{'adresse/' * 40}>", [paper.A4]),
        (f"| A | B |\n|---|---|\n| https://a.example/{'adresse/' * 9} | {'w' * 90} |", [paper.A4]),
        (f"{'> ' * 40}{'q' * 90}", [paper.A4]),
        ("\n".join(f"{'  ' * level}- a" for level in range(30)), [paper.A4]),
    ],
    ids=[
        "table that shrinks",
        "table that turns",
        "table too wide for any sheet",
        "table in a list",
        "block of code",
        "code and word",
        "heading",
        "links",
        "words of cells",
        "quotations",
        "lists",
    ],
)
def test_nothing_is_wider_than_its_sheet(written: str, sheets: list[tuple[int, int]]) -> None:
    data = paper.printed(written)
    assert paper.widest(data) <= 0
    assert paper.sizes(data) == sheets


def test_a_table_shrinks_before_its_sheet_turns() -> None:
    """Its letters, in points: those of a narrow table, and the smallest that are tried."""
    narrow, wide = (paper.letters(paper.printed(table(n, "120 €")), "Septembre") for n in (3, 9))
    assert narrow == 9
    assert 7 <= wide < 9


def test_a_table_that_turns_takes_its_title_with_it() -> None:
    words = paper.text(paper.printed(f"## Budget\n\n{table(14, '1 120,50 €')}\n\nSuite")).split("\f")
    assert "Budget" in words[1]
    assert "Budget" not in words[0]
    assert "Suite" in words[2]


def test_no_row_is_cut_between_two_sheets_but_one_that_fills_most_of_it() -> None:
    rows = "\n".join(f"| r{number} | {'mot ' * 40}fin{number} |" for number in range(60))
    for page in paper.text(paper.printed(f"| A | B |\n|---|---|\n{rows}")).split("\f"):
        assert set(re.findall(r"\br(\d+)", page)) == set(re.findall(r"fin(\d+)", page))
    tall = paper.printed(f"| A | B |\n|---|---|\n| r | {'mot ' * 3000} |")
    assert paper.text(tall).count("mot") == 3000
    assert paper.lowest(tall) > 0


def test_a_picture_larger_than_a_sheet_fits(tmp_path: Path) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (2400, 9000), "red").save(drawn, "PNG")
    edited = towns.edited(MINUTES, "lequel ?", "lequel ?\n\n![Un mât rouge](image:mat.png)")
    hub = towns.hub_of(tmp_path, {**edited, "content/images/mat.png": drawn.getvalue()})
    (left, bottom, right, top) = paper.pictures(paper.minutes_pdf(hub, "2026-03-10-bureau"))[0]
    assert 0 < left < right < 595
    assert 0 < bottom < top < 842


def test_what_a_page_shows_paper_shows() -> None:
    written = (
        "**gras** *italique* ~~barré~~ `code` 1er\\\nretour\n\n> cité\n\n3. trois\n   - dedans\n\n"
        "- [x] fait\n- [ ] à faire\n- rien\n\n---\n\n### Titre\n\nVoté[^a].\n\n[^a]: Note.\n"
    )
    data = paper.printed(written)
    for words in (
        "gras italique barré code 1er retour",
        "cité",
        "3. trois • dedans",
        "☑ fait ☐ à faire • rien",
    ):
        assert words in paper.text(data)
    kinds = [one["/S"] for one in paper.elements(data)]
    for kind in (
        "/Strong",
        "/Em",
        "/Code",
        "/BlockQuote",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/H1",
        "/H2",
        "/Link",
    ):
        assert kind in kinds, kind
    assert "/H3" not in kinds, "the level under that of the document"


def test_a_sign_comes_from_a_font_of_ours() -> None:
    data = paper.printed("Bravo 🎉 ✅ 👍 ☐ ☑ → ✓ ∑ α Ж")
    assert "Bravo 🎉 ✅ 👍 ☐ ☑ → ✓ ∑ α Ж" in paper.text(data)
    ours = {file.stem.replace("-", "") for file in LOOK.fonts.glob("*.ttf")}
    assert {name.replace("-", "") for name in paper.fonts(data)} <= ours


def test_a_sign_that_no_font_has_is_marked_and_told() -> None:
    work = paper.bare(source=["Salam سلام !"])
    assert work.lost == "".join(sorted(set("سلام")))
    assert "Salam ���� !" in paper.text(paper.PRESS.made(work))
