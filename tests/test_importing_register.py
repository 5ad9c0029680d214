"""Values are put into `associations.yaml`, and no other sign of it changes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hub.importing.directory.register import Register
from hub.importing.outcome import ImportingError
from hub.importing.styled import styled

WRITTEN = """\
# Ce que dit le service.
themes:
  - {id: jardin, nom: Jardin}   # le seul

associations:

  # Les premières

  - id: licornes   # ne change plus
    nom: 'Les Licornes'
    statut: active
    objet: >-
      Planter,
      arroser.

    adresse:
      voie: 1 rue Haute
      # sans numéro
    publics: [tous]

  # Les autres
  - {id: coeur, nom: Cœur, statut: dissoute}

  - id: dragons
    nom: "L'Amicale"
    rna:
    statut: active
    # fin de la fiche
"""


def changed(written: str, *edits: tuple[str, str, str]) -> str:
    register = Register.of(written)
    for key, name, value in edits:
        register.put(key, name, value)
    return register.text()


def lines_changed(before: str, after: str) -> list[str]:
    """The lines of the text after that are not the text before's, whose lines are all there in order."""
    rest = iter(before.splitlines())
    wanted = next(rest, None)
    new = []
    for line in after.splitlines():
        if line == wanted:
            wanted = next(rest, None)
        else:
            new.append(line)
    assert wanted is None, wanted
    return new


@pytest.mark.parametrize(
    ("key", "name", "value", "line", "above"),
    [
        ("licornes", "rna", "W001000001", "    rna: W001000001", "      arroser."),
        ("licornes", "alias", "[Lic]", "    alias: [Lic]", "    nom: 'Les Licornes'"),
        ("licornes", "source", "Ici", "    source: Ici", "    publics: [tous]"),
        ("licornes", "courriel", "a@b.example", "    courriel: a@b.example", "      arroser."),
        ("dragons", "source", "Ici", "    source: Ici", "    statut: active"),
    ],
)
def test_a_field_that_was_not_there_is_a_line_at_its_place(
    key: str, name: str, value: str, line: str, above: str
) -> None:
    after = changed(WRITTEN, (key, name, value))
    assert lines_changed(WRITTEN, after) == [line]
    assert f"{above}\n{line}\n" in after


def test_a_field_that_was_there_is_written_over_and_its_remark_stays() -> None:
    after = changed(
        WRITTEN.replace("statut: active\n    objet", "statut: a-confirmer # vu\n    objet"),
        ("licornes", "statut", "active"),
    )
    assert "    statut: active # vu\n" in after


def test_a_field_that_said_nothing_says_something() -> None:
    assert changed(WRITTEN, ("dragons", "rna", "W001000001")) == WRITTEN.replace(
        "rna:\n", "rna: W001000001\n"
    )


def test_an_association_on_one_line_stays_on_one_line() -> None:
    after = changed(WRITTEN, ("coeur", "rna", "W001000001"), ("coeur", "alias", "[C]"))
    assert "  - {id: coeur, nom: Cœur, alias: [C], statut: dissoute, rna: W001000001}\n" in after


def test_a_part_of_an_address_is_put_among_its_parts() -> None:
    register = Register.of(WRITTEN)
    register.put_in_address("licornes", "commune", "Mini")
    assert lines_changed(WRITTEN, register.text()) == ["      commune: Mini"]


def test_new_associations_are_at_the_end_and_an_empty_line_parts_them() -> None:
    register = Register.of(WRITTEN)
    register.append("associations", [["id: a", "nom: A"], ["id: b", "nom: B"]])
    assert register.text() == WRITTEN.replace(
        "    statut: active\n    # fin",
        "    statut: active\n\n  - id: a\n    nom: A\n\n  - id: b\n    nom: B\n    # fin",
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "# rien\n",
        "themes: []\nassociations: []\n",
        "themes:\nassociations:\n",
        "associations: []",
        "themes: []\n",
    ],
)
def test_the_first_associations_of_a_register_that_has_none(written: str) -> None:
    register = Register.of(written)
    register.append("themes", [["id: t", "nom: T"]])
    register.append("associations", [["id: a", "nom: A"]])
    read = yaml.safe_load(register.text())
    assert read == {"themes": [{"id": "t", "nom": "T"}], "associations": [{"id": "a", "nom": "A"}]}
    assert register.text().startswith("# rien\n") == written.startswith("# rien")


def test_lines_of_windows_stay_lines_of_windows() -> None:
    after = changed(WRITTEN.replace("\n", "\r\n"), ("licornes", "rna", "W001000001"))
    assert after == changed(WRITTEN, ("licornes", "rna", "W001000001")).replace("\n", "\r\n")


def test_a_line_is_known_after_what_was_put_before_it() -> None:
    register = Register.of(WRITTEN)
    before = WRITTEN.splitlines().index('    nom: "L\'Amicale"') + 1
    register.put("licornes", "rna", "W001000001")
    register.put("licornes", "alias", "[Lic]")
    register.append("themes", [["id: t", "nom: T"]])
    assert register.text().splitlines()[register.line(before) - 1] == '    nom: "L\'Amicale"'


@pytest.mark.parametrize(
    ("written", "words"),
    [("themes: [", "est à corriger"), ("- a\n", "n'a pas la forme"), ("{themes: []}", "n'a pas la forme")],
)
def test_a_register_that_cannot_be_read_is_said(written: str, words: str) -> None:
    with pytest.raises(ImportingError, match=words):
        Register.of(written)


def test_a_list_on_one_line_is_said() -> None:
    register = Register.of("associations: [{id: a, nom: A}]\n")
    with pytest.raises(ImportingError, match="est sur une ligne"):
        register.append("associations", [["id: b", "nom: B"]])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40), st.booleans())
def test_any_value_is_read_back_as_it_is(value: str, inside: bool) -> None:
    written = styled(value, inside=inside)
    read = yaml.load(f"k: [{written}]" if inside else f"k: {written}", Loader=yaml.CBaseLoader)["k"]
    assert (read[0] if inside else read) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("01 99 00 10 01", '"01 99 00 10 01"'),
        ("01000", '"01000"'),
        ("L'été", '"L\'été"'),
        ("Les Amis", "Les Amis"),
        ("2026-11-03", "2026-11-03"),
        ("https://asso.example/", "https://asso.example/"),
        ("a@b.example", "a@b.example"),
        ("W001000001", "W001000001"),
    ],
)
def test_a_value_is_between_quotes_where_a_person_would_put_them(value: str, written: str) -> None:
    assert styled(value) == written
