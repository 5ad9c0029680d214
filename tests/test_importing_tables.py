"""Spreadsheets as people make them -> tables of texts."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.importing.directory.headings import is_known
from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.separated import decoded, separated
from hub.importing.signature import Sort, signature
from hub.importing.tables import Row, Table, letters, read

Cells = Sequence[object]


def source(data: bytes, name: str = "annuaire") -> Source:
    return Source(name, data, signature(data))


def book(*sheets: tuple[str, list[Cells]], merged: Sequence[str] = ()) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def only(data: bytes) -> Table:
    (table,) = read(source(data), is_known)
    return table


def test_a_title_a_logo_and_empty_rows_stand_above_the_headings() -> None:
    table = only(
        book(
            ("Feuil1", [["Annuaire 2026"], [], ["", "édité en mai"], ["Nom", "Tél."], ["A", 1], [], ["B", 2]])
        )
    )
    assert table.headings == ("Nom", "Tél.")
    assert table.line == 4
    assert table.rows == (Row(5, ("A", "1")), Row(7, ("B", "2")))
    assert [row.cells for row in table.above] == [("Annuaire 2026", ""), ("", "édité en mai")]


def test_empty_columns_are_left_out_and_one_without_heading_is_called_by_its_letter() -> None:
    table = only(book(("Feuil1", [["Nom", None, "Mail", None], ["A", None, "a@b.example", "note"]])))
    assert table.headings == ("Nom", "Mail", "colonne D")
    assert table.rows == (Row(2, ("A", "a@b.example", "note")),)


def test_two_columns_of_one_name_are_told_apart() -> None:
    assert only(book(("x", [["Nom", "Tél", "Tél"], ["A", "1", "2"]]))).headings == ("Nom", "Tél", "Tél (2)")


def test_cells_merged_downwards_say_the_same_in_each_row() -> None:
    data = book(("x", [["Nom", "Public"], ["A", "enfants"], [None, "seniors"], ["B", ""]]), merged=["A2:A3"])
    assert [row.cells for row in only(data).rows] == [("A", "enfants"), ("A", "seniors"), ("B", "")]


def test_a_heading_merged_over_columns_says_whose_they_are() -> None:
    rows: list[Cells] = [
        ["Association", None, "Président", None],
        ["Nom", "Téléphone", "Nom", "Téléphone"],
        ["A", "1", "B", "2"],
    ]
    table = only(book(("x", rows), merged=["A1:B1", "C1:D1"]))
    assert table.headings == (
        "Association Nom",
        "Association Téléphone",
        "Président Nom",
        "Président Téléphone",
    )
    assert table.above == ()


def test_each_sheet_that_says_something_is_a_table() -> None:
    sheets = read(
        source(book(("Sport", [["Nom"], ["A"]]), ("Vide", []), ("Culture", [["Nom"], ["B"]]))), is_known
    )
    assert [(one.name, one.rows[0].cells) for one in sheets] == [("Sport", ("A",)), ("Culture", ("B",))]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (92240, "92240"),
        (1000.0, "1000"),
        (77567227221138, "77567227221138"),
        (1.5, "1.5"),
        (True, "oui"),
        (dt.datetime(2026, 11, 3), "2026-11-03"),
        (dt.datetime(2026, 11, 3, 18, 30), "2026-11-03 18:30"),
        (dt.time(18, 30), "18:30"),
        ("  deux\u00a0mots  ", "deux mots"),
        ("une\r\nautre  ligne", "une\nautre ligne"),
        ("invi\u200bsible", "invisible"),
        ("Ã‰tÃ© Ã\xa0 Lyon", "Été à Lyon"),
    ],
)
def test_a_cell_is_the_text_that_a_person_reads(value: Any, text: str) -> None:
    assert only(book(("x", [["Nom", "Objet"], ["A", value]]))).rows[0].cells == ("A", text)


def ods(rows: list[Cells]) -> bytes:
    from odfdo import Cell, Document, Table
    from odfdo import Row as OdfRow

    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Feuille1")
    for cells in rows:
        row = OdfRow()
        for value in cells:
            row.append_cell(Cell(value))
        table.append_row(row)
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_sheet_of_libreoffice_is_read_as_one_of_excel() -> None:
    rows: list[Cells] = [["Nom", "CP"], ["A", 1000], ["Été", "01000"]]
    assert only(ods(rows))._replace(name="") == only(book(("x", rows)))._replace(name="")


TEXT = "Nom{0}Ville{0}Note\nÉté{0}Malakoff{0}« œuvre »\nB{0}Lyon{0}\n"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_is_read_whatever_its_separator_and_its_alphabet(separator: str, alphabet: str) -> None:
    table = only(TEXT.format(separator).encode(alphabet))
    assert table.headings == ("Nom", "Ville", "Note")
    assert table.rows == (Row(2, ("Été", "Malakoff", "« œuvre »")), Row(3, ("B", "Lyon", "")))


def test_a_csv_of_an_old_mac_is_read() -> None:
    assert "Été à Malakoff, œuvre déjà prête" in decoded(
        "Nom;Note\nÉté à Malakoff, œuvre déjà prête;é\n".encode("mac_roman")
    )


def test_what_excel_writes_first_says_the_separator() -> None:
    assert list(separated(b"sep=,\r\nNom,Note\r\nA;B,c\r\n")) == [(1, ("Nom", "Note")), (2, ("A;B", "c"))]


def test_a_cell_of_a_csv_may_hold_lines_and_rows_keep_their_numbers() -> None:
    table = only(b'Nom;Note\n"A";"une\ndeux"\nB;trois\n')
    assert table.rows == (Row(2, ("A", "une\ndeux")), Row(3, ("B", "trois")))


def test_a_csv_without_headings_is_called_by_its_letters() -> None:
    table = only(b"Les Amis;contact@amis.example;01 99 00 10 01\nLe Club;club@club.example;01 99 00 10 02\n")
    assert (table.headings, table.line, len(table.rows)) == (("colonne A", "colonne B", "colonne C"), 0, 2)


def test_a_web_page_called_xls_is_the_table_that_it_shows() -> None:
    page = "<html><body><table><tr><th>Nom</th><th>Ville</th></tr><tr><td>Été</td><td>Lyon</td></tr></table></body></html>"
    data = page.encode()
    assert signature(data) is Sort.HTML
    assert only(data).rows == (Row(2, ("Été", "Lyon")),)


def test_a_list_of_json_objects_is_a_table_of_their_keys() -> None:
    table = only(b'{"data": [{"name": "A", "city": "Lyon"}, {"name": "B", "tags": ["x", "y"]}]}')
    assert table.headings == ("name", "city", "tags")
    assert [row.cells for row in table.rows] == [("A", "Lyon", ""), ("B", "", "x | y")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1}', "« annuaire » : ce fichier JSON n'est pas une liste de fiches."),
        (b"%PDF-1.4", "« annuaire » : c'est un PDF, et non un tableau."),
    ],
)
def test_what_is_no_table_is_said(data: bytes, words: str) -> None:
    with pytest.raises(ImportingError, match="^" + words.replace(".", r"\.") + "$"):
        read(source(data))


def test_a_damaged_workbook_is_said() -> None:
    data = book(("x", [["Nom"], ["A"]]))
    with pytest.raises(ImportingError, match="ce classeur est abîmé"):
        read(Source("annuaire.xlsx", data[:200], Sort.XLSX))


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_called_as_spreadsheets_call_them(index: int, name: str) -> None:
    assert letters(index) == name


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_a_csv(data: bytes) -> None:
    for table in read(Source("a.csv", data, Sort.TEXT), is_known):
        assert all(len(row.cells) == len(table.headings) for row in table.rows)
