"""What people write in the cells of a directory, and what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from hub.checks.personal import Sort
from hub.importing.directory.cells import READINGS, Place, place
from hub.importing.directory.marked import in_markdown
from hub.importing.directory.reading import Read, accepted, says_nothing
from hub.model.association import Association
from hub.model.telephone import shown
from hub.prose.reading import read as read_markdown
from hub.prose.words import whole

MOBILE, MAILBOX, NAME = Sort.MOBILE, Sort.MAILBOX, Sort.NAME


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "--",
        "?",
        "/",
        "N/C",
        "n.c.",
        "NC",
        "néant",
        "Néant.",
        "Aucun",
        "non communiqué",
        "NR",
        "à compléter",
        "#REF!",
        "x",
    ],
)
def test_a_cell_that_is_as_good_as_empty_says_nothing(written: str) -> None:
    assert says_nothing(written)


@pytest.mark.parametrize("written", ["Néants", "Club N", "0", "Les Sans-nom"])
def test_a_cell_that_says_something_is_read(written: str) -> None:
    assert not says_nothing(written)


PHONES = {
    "01 99 00 10 01": Read("01 99 00 10 01"),
    "0199001001": Read("01 99 00 10 01"),
    "01.99.00.10.01": Read("01 99 00 10 01"),
    "01/99/00/10/01": Read("01 99 00 10 01"),
    "199001001": Read("01 99 00 10 01"),
    "199001001.0": Read("01 99 00 10 01"),
    "33199001001": Read("01 99 00 10 01"),
    "+33 (0)1 99 00 10 01": Read("01 99 00 10 01"),
    "0262 40 00 10": Read("0262 40 00 10"),
    "3919": Read("3919"),
    "01 99 00 10 01 / 01 99 00 10 02": Read("01 99 00 10 01", ("autre téléphone : 01 99 00 10 02",)),
    "01 99 00 10 01-01 99 00 10 02": Read("01 99 00 10 01", ("autre téléphone : 01 99 00 10 02",)),
    "0199001001 0199001002": Read("01 99 00 10 01", ("autre téléphone : 01 99 00 10 02",)),
    "01 99 00 10 01\n06 12 34 56 78": Read("01 99 00 10 01", persons=(MOBILE,)),
    "06 12 34 56 78 ou 01 99 00 10 01": Read("01 99 00 10 01", persons=(MOBILE,)),
    "612345678": Read(persons=(MOBILE,)),
    "Tél. : 01 99 00 10 01 (le soir)": Read("01 99 00 10 01", ("le soir",)),
    "01 99 00 10 01 poste 12": Read("01 99 00 10 01", ("poste 12",)),
    "Mme Durand 01 99 00 10 01": Read("01 99 00 10 01", persons=(NAME,)),
    "voir au gymnase": Read(rest=("voir au gymnase",)),
    "1,99E+08": Read(doubt="« 1,99E+08 » : le tableur a perdu des chiffres de ce téléphone, recopiez-le."),
    "1,99001001E+08": Read("01 99 00 10 01"),
    "01 99 00 10": Read(doubt="« 01 99 00 10 » n'est pas un numéro qui sonne."),
}

MAILS = {
    "contact@asso.example": Read("contact@asso.example"),
    "Contact@ASSO.example": Read("Contact@asso.example"),
    "contact @ asso.example": Read("contact@asso.example"),
    "contact (at) asso.example": Read("contact@asso.example"),
    "contact[at]asso (dot) example": Read("contact@asso.example"),
    "contact arobase asso.example": Read("contact@asso.example"),
    "contact@asso .fr": Read("contact@asso.fr"),
    "contact@asso. fr": Read("contact@asso.fr"),
    "contact@asso,fr": Read("contact@asso.fr"),
    "mailto:contact@asso.example": Read("contact@asso.example"),
    "<contact@asso.example>;": Read("contact@asso.example"),
    "Mail : contact@asso.example": Read("contact@asso.example"),
    "a@asso.example, b@asso.example": Read("a@asso.example", ("autre courriel : b@asso.example",)),
    "les amis@asso.example": Read(
        doubt="« les amis@asso.example » : « amis@asso.example », ou « les » en fait-il partie ?"
    ),
    "jean.petit@gmail.com": Read(persons=(MAILBOX,)),
    "bureau@asso.example / jean.petit@orange.fr": Read("bureau@asso.example", persons=(MAILBOX,)),
    "contact@asso": Read(doubt="« contact@asso » n'est pas une adresse."),
    "par le formulaire du site": Read(rest=("par le formulaire du site",)),
}

CODES = {
    "92240": Read("92240"),
    "92 240": Read("92240"),
    "F-92240": Read("92240"),
    "1000": Read("01000"),
    "1000.0": Read("01000"),
    "92240 Malakoff": Read("92240", ("Malakoff",)),
    "9224O": Read(doubt="« 9224O » n'est pas un code postal."),
}

RNA = {
    "W922001234": Read("W922001234"),
    "w922 001 234": Read("W922001234"),
    "W-922001234": Read("W922001234"),
    "922001234": Read("W922001234"),
    "RNA n° W922001234": Read("W922001234"),
    "W2A1000123": Read("W2A1000123"),
    "751P00085568": Read("751P00085568"),
    "W92200": Read(doubt="« W92200 » n'est pas un numéro du RNA (W et neuf chiffres)."),
}

SIRETS = {
    "00000001800010": Read("00000001800010"),
    "180001": Read(
        doubt="« 180001 » n'est ni un SIRET (14 chiffres) ni un SIREN (9 chiffres) : un chiffre est faux."
    ),
    "000 000 018 00010": Read("00000001800010"),
    "000000018": Read("000000018"),
    "SIRET : 000 000 018 00010": Read("00000001800010"),
    "77567227221138": Read("77567227221138"),
    "7,7567227221138E+13": Read("77567227221138"),
    "5,42107651E+8": Read("542107651"),
    "7,75672E+13": Read(
        doubt="« 7,75672E+13 » : le tableur a perdu des chiffres de ce numéro, recopiez-le depuis l'avis de l'Insee."
    ),
}

SITES = {
    "https://asso.example/page": Read("https://asso.example/page"),
    "www.asso.example": Read("https://www.asso.example"),
    "asso.example": Read("https://asso.example"),
    "http://asso.example.": Read("http://asso.example"),
    "asso.example ; reseau.example/asso": Read(
        "https://asso.example", ("autre adresse : https://reseau.example/asso",)
    ),
    "contact@asso.example": Read(rest=("contact@asso.example",)),
    "Facebook : Les amis": Read(rest=("Facebook : Les amis",)),
}

DAYS = {
    "12/03/2021": Read("2021-03-12"),
    "2021-03-12": Read("2021-03-12"),
    "44267": Read("2021-03-12"),
    "mars 2021": Read("2021-03"),
    "hier": Read(doubt="« hier » n'est pas une date."),
}

TABLE = {
    "telephone": PHONES,
    "courriel": MAILS,
    "code_postal": CODES,
    "rna": RNA,
    "siret": SIRETS,
    "site": SITES,
    "verifie_le": DAYS,
}


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [(field, written, read) for field, cells in TABLE.items() for written, read in cells.items()],
)
def test_a_cell_is_read_as_it_is_meant(field: str, written: str, read: Read) -> None:
    assert READINGS[field](written) == read


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2 rue Haute, 92240 MALAKOFF", Place("2 rue Haute", "92240", "MALAKOFF")),
        ("2 rue Haute\n92240 Malakoff Cedex", Place("2 rue Haute", "92240", "Malakoff")),
        ("2 rue Haute - 92 240 Malakoff", Place("2 rue Haute", "92240", "Malakoff")),
        ("2 rue Haute", Place("2 rue Haute", "", "")),
        ("92240", Place("", "92240", "")),
        ("12345 rue Longue", Place("12345 rue Longue", "", "")),
    ],
)
def test_an_address_in_one_cell_is_parted(written: str, parts: Place) -> None:
    assert place(written) == parts


CELLS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
    st.text("0123456789 ./+()-EeW,", max_size=30),
    st.text("abc.@ ()at;", max_size=30),
    st.lists(
        st.sampled_from(
            ["01 99 00 10 01", "06 12 34 56 78", "a@b.example", "ou", "/", "W001000001", "1,5E+9"]
        ),
        max_size=4,
    ).map(" ".join),
)


@given(field=st.sampled_from(sorted(READINGS)), written=CELLS)
def test_whatever_is_read_of_a_cell_is_a_value_that_the_model_accepts(field: str, written: str) -> None:
    value = READINGS[field](written).value
    annotation = {"code_postal": "PostalCode", "commune": "Text"}.get(field)
    if value and annotation:
        assert accepted(annotation, value.strip() or "x") is not None
    elif value:
        of = (
            "siren"
            if field == "siret" and len(value) == 9
            else "siret"
            if field == "siren" and len(value) == 14
            else field
        )
        base = {"id": "a", "nom": "A", "statut": "active", "college": "a-confirmer"}
        assert str(getattr(TypeAdapter(Association).validate_python(base | {of: value}), of)) == value


@given(CELLS)
def test_no_number_of_a_cell_is_lost_in_silence(written: str) -> None:
    """Each number that rings is the value, or told beside it, or counted."""
    read = READINGS["telephone"](written)
    if shown(written):
        assert read.value == shown(written) or read.persons


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_words_of_a_cell_are_shown_as_they_are_in_a_text(written: str) -> None:
    words = " ".join(written.split())
    assert " ".join(whole(read_markdown(in_markdown(words))).split()) == words
