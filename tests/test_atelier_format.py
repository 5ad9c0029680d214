"""A save changes what was changed and nothing else: the formats of the workshop, on every file there is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.model.site import Site
from hub.sources.tree import TABLE
from hub.sources.yaml import parse
from tests import towns, workshop
from tests.workshop import SOURCE, Formats, kind_of, texts

FORGE = {"forge": "forgejo", "adresse": "https://forge.example/mini/hub"}
FORMS = [path for path in sorted(towns.MINIATURE) if not path.endswith(TABLE)]
"""The files of the miniature that a form opens: the table of what people answered is no such file."""

TOWNS = {"example": towns.EXAMPLE, "malakoff": towns.ROOT}


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return towns.write(tmp_path_factory.mktemp("mini"), workshop.SETTINGS)


def _formats(town: Path, folder: Path) -> Iterator[Formats]:
    hub = towns.inspect(town, towns.TODAY).hub
    site = Site.model_validate({**hub.site.model_dump(exclude_none=True), "depot": FORGE})
    with workshop.formats_of(type(hub)(site, hub.things, hub.documents, hub.images), folder) as formats:
        yield formats


@pytest.fixture(scope="module")
def formats(miniature: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formats]:
    """Those of the miniature."""
    yield from _formats(miniature, tmp_path_factory.mktemp("formats"))


@pytest.fixture(
    scope="module", params=["miniature", "example", pytest.param("malakoff", marks=pytest.mark.malakoff)]
)
def opened(
    request: pytest.FixtureRequest, miniature: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Formats, dict[str, str]]]:
    town = TOWNS.get(request.param, miniature)
    for one in _formats(town, tmp_path_factory.mktemp("formats")):
        yield one, texts(town)


def test_a_file_that_is_saved_unchanged_keeps_its_bytes(opened: tuple[Formats, dict[str, str]]) -> None:
    formats, files = opened
    assert len(files) > 10
    for path, text in files.items():
        assert formats.saved(kind_of(path), text) == text, path


class Leaf(NamedTuple):
    """A text of a file: where it stands in the form, and its lines in the file."""

    path: str
    steps: tuple[str | int, ...]
    first: int
    last: int


def _header(path: str, text: str) -> tuple[str, int]:
    """The YAML of a file, and the line that it begins on."""
    if not path.endswith(".md"):
        return text, 1
    return text.split("---\n", 2)[1], 2


def _leaves(path: str, text: str) -> Iterator[Leaf]:
    head, line = _header(path, text)
    values, places, faults = parse(head, path, line)
    assert not faults
    ends = sorted(places.mark(row).key_line for row in range(1, len(places)))
    ends.append(line + head.count("\n"))

    def below(values: Any, row: int, steps: tuple[str | int, ...]) -> Iterator[Leaf]:
        for step, value in values.items() if isinstance(values, dict) else enumerate(values):
            child = places.child(row, step)
            assert child is not None
            if isinstance(value, (dict, list)):
                yield from below(value, child, (*steps, step))
                continue
            first = places.mark(child).line
            last = next((end for end in ends if end > first), first + 1)
            yield Leaf(path, (*steps, step), first, max(first, last - 1))

    yield from below(values, 0, ())


def _changed(values: Any, steps: tuple[str | int, ...], lines: bool = False) -> bool:
    """Add a word to the text of a form at `steps`; False for one that the form does not show as a text."""
    *above, last = steps
    for step in above:
        if isinstance(values, str) or step not in (
            values if isinstance(values, dict) else range(len(values))
        ):
            return False
        holder, values = values, values[step]
        if isinstance(values, str) and isinstance(last, int):  # a list that is shown as lines
            shown = values.split("\n")
            shown[last] += " Zut"
            holder[step] = "\n".join(shown)
            return True
    if isinstance(values, str) or (isinstance(values, dict) and not isinstance(values.get(str(last)), str)):
        return False
    values[last] = f"{values[last]} Zut".strip()
    return True


def _kept(before: str, after: str) -> tuple[list[int], int]:
    """The lines of `before` that are not in `after`, from 1, and how many of `after` are new."""
    olds, news = before.split("\n"), after.split("\n")
    gone, added = [], 0
    for tag, i, j, k, m in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += range(i + 1, j + 1)
            added += m - k
    return gone, added


def test_one_field_that_changes_changes_its_own_lines(opened: tuple[Formats, dict[str, str]]) -> None:
    formats, files = opened
    leaves = [leaf for path, text in files.items() for leaf in _leaves(path, text)]
    tried = 0
    for leaf in random.Random(14).sample(leaves, min(len(leaves), 250)):
        text = files[leaf.path]
        values = formats.form(kind_of(leaf.path), text)
        if not _changed(values, leaf.steps):
            continue  # a setting that no form offers
        tried += 1
        saved = formats.file(kind_of(leaf.path), values)
        gone, added = _kept(text, saved)
        assert gone and leaf.first <= min(gone) and max(gone) <= leaf.last, (leaf, gone)
        assert added == len(gone) == 1, (leaf, gone, added)
        again = formats.form(kind_of(leaf.path), saved)
        assert {**again, SOURCE: ""} == {**values, SOURCE: ""}, leaf
    assert tried > 50


def test_the_words_of_a_text_that_change_leave_its_other_lines(formats: Formats) -> None:
    text = (towns.EXAMPLE / "associations.yaml").read_text(encoding="utf-8")
    values = formats.form("associations", text)
    card = values["associations"][0]
    card["objet"] = card["objet"].replace("dont une dizaine justes", "dont onze justes")
    saved = formats.file("associations", values)
    assert _kept(text, saved) == ([text[: text.index("dont une dizaine")].count("\n") + 1], 1)


ANY_TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp"),
        exclude_characters="\ufeff\ufffe\uffff",
    ),
    min_size=1,
    max_size=40,
)


def _read(text: str, path: str) -> Any:
    """The values of a file as the program reads them."""
    head, line = _header(path, text)
    values, _, faults = parse(head, path, line)
    assert faults == [], (faults, text)
    return values


def _as_read(word: str) -> str:
    """What the program makes of the spaces and of the unseen signs of a text."""
    values, _, _ = parse(f'a: "{word.strip()}"'.replace("\\", "\\\\"), "x.yaml")
    return str(values["a"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(ANY_TEXT.map(lambda word: word.replace('"', "'")), st.booleans())
def test_any_words_are_read_as_they_were_typed(formats: Formats, word: str, new: bool) -> None:
    text = towns.MINIATURE["content/actualites/pluie.md"]
    values = {} if new else formats.form("actualites", text)
    values |= {"titre": word, "documents": [{"titre": word, "fichier": "/documents/a.pdf"}], "body": "Enfin."}
    found = _read(formats.file("actualites", values), "x.md")
    meant = _as_read(word)
    if meant:
        assert found["titre"] == meant
        assert found["documents"] == [{"titre": meant, "fichier": "a.pdf"}]


CARD = st.fixed_dictionaries(
    {"projet": st.sampled_from("ABCD"), "quoi": st.sampled_from(["Faire", "Dire : oui", "x" * 90])},
    optional={
        "qui": st.lists(st.sampled_from(["Licornes", "ville"]), min_size=1, max_size=2).map("\n".join),
        "echeance": st.sampled_from(["2026", "2026-04", "2026-04-01"]),
        "etat": st.sampled_from(["fait", "a-faire"]),
    },
)
STYLES = (
    "suivi: [{projet: A, quoi: Faire, etat: fait}, {projet: B, quoi: Faire}]",
    "suivi:\n  - {projet: A, quoi: Faire, etat: fait}  # une remarque\n  - {projet: B, quoi: 'Dire : oui'}",
    "suivi:\n  # La première\n  - projet: A\n    quoi: Faire\n    etat: fait\n\n  # La seconde\n  - projet: B\n"
    "    quoi: Faire\n    qui:\n      - Licornes\n",
    "suivi:\n- projet: A\n  quoi: >-\n    Faire\n- projet: B\n  quoi: Faire\n  qui: [Licornes]",
)
FILE = "---\ninstance: bureau  # là\ndate: 2026-03-10\nstatut: adopte\n{}\nlieu: Ici\n---\n\nUn texte.\n"


def _meant(cards: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [{**card, **({"qui": card["qui"].split("\n")} if "qui" in card else {})} for card in cards]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.sampled_from(STYLES), st.lists(CARD, max_size=4), st.randoms())
def test_cards_are_added_removed_moved_and_changed_in_any_style(
    formats: Formats, style: str, added: list[dict[str, str]], chance: random.Random
) -> None:
    text = FILE.format(style)
    values = formats.form("minutes", text)
    cards = [card for card in values["suivi"] if chance.random() < 0.7]
    cards = [{**card, "quoi": "Autre"} if chance.random() < 0.3 else card for card in (*cards, *added)]
    chance.shuffle(cards)
    saved = formats.file("minutes", {**values, "suivi": cards})
    assert _read(saved, "x.md").get("suivi", []) == _meant([{k: v for k, v in c.items() if v} for c in cards])
    for line in ("instance: bureau  # là", "lieu: Ici", "\n\nUn texte.\n"):
        assert line in saved


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(st.sampled_from(FORMS), st.randoms())
def test_fields_are_emptied_and_filled_again(formats: Formats, path: str, chance: random.Random) -> None:
    text = towns.MINIATURE[path]
    values = formats.form(kind_of(path), text)
    kept = {
        name: value for name, value in values.items() if name in (SOURCE, "body") or chance.random() < 0.6
    }
    saved = formats.file(kind_of(path), kept)
    again = formats.form(kind_of(path), saved)
    for name in (name for name in values if name not in (SOURCE, "body")):
        assert again.get(name) == values[name] if name in kept else not again.get(name), (name, saved)
    refilled = formats.file(kind_of(path), {**values, SOURCE: again[SOURCE]})
    assert formats.form(kind_of(path), refilled) == {**values, SOURCE: refilled.strip()}


NEW = """\
---
instance: bureau
date: 2026-11-21
statut: projet
lieu: "Mairie : salle 2"
presents: [licornes, coeur]
ordre_du_jour: [Le forum, "La lettre : qui, quand"]
suivi:
  - projet: Forum
    quoi: Réserver la salle
    qui: [Licornes, ville]
    echeance: 2027-01
    etat: a-faire
  - projet: Lettre
    quoi: >-
      Demander à chaque association une photo et trois lignes, puis les relire ensemble avant la
      réunion du mois suivant
documents:
  - {titre: Le compte rendu signé, fichier: signe.pdf}
source: Notes de séance
---

## Le forum

![Le parc](image:parc.webp)
"""


def test_a_new_file_is_written_as_the_house_writes(formats: Formats) -> None:
    values = {
        "body": "## Le forum\n\n![Le parc](/images/parc.webp)",
        "date": "2026-11-21",
        "documents": [{"fichier": "/documents/signe.pdf", "titre": "Le compte rendu signé"}],
        "excuses": [],
        "instance": "bureau",
        "lieu": "Mairie : salle 2",
        "ordre_du_jour": "Le forum\nLa lettre : qui, quand\n",
        "presents": ["licornes", "coeur"],
        "prochaine": "",
        "source": "Notes de séance",
        "statut": "projet",
        "suivi": [
            {"projet": "Forum", "quoi": "Réserver la salle", "qui": "Licornes\nville", "echeance": "2027-01", "etat": "a-faire"},
            {
                "projet": "Lettre",
                "quoi": "Demander à chaque association une photo et trois lignes, puis les relire ensemble avant la "
                "réunion du mois suivant",
                "qui": "",
            },
        ],
        "ville": [],
    }  # fmt: skip
    assert formats.file("minutes", values) == NEW


CARDS = """\
associations:

  - id: licornes
    nom: Les Licornes jardinières   # le nom des statuts
    statut: active
    college: vert

  # Celle-ci dort.
  - id: coeur
    nom: 'Cœur de chœur'
    statut: en-sommeil
    college: a-confirmer
    adresse: {voie: 1 rue Imaginaire, code_postal: "01000"}
"""


@pytest.mark.parametrize(
    ("index", "changes", "old", "new"),
    [
        (0, {"telephone": "01 99 00 00 01"}, "    college: vert\n", '    college: vert\n    telephone: "01 99 00 00 01"\n'),
        (1, {"nom": "Cœur : chœur"}, "'Cœur de chœur'", "'Cœur : chœur'"),
        (1, {"adresse": {"voie": "2 rue Imaginaire", "code_postal": "01000"}}, "1 rue", "2 rue"),
        (1, {"adresse": {"voie": "1 rue Imaginaire", "code_postal": "01000", "commune": "Mini, Est"}}, '"01000"}', '"01000", commune: "Mini, Est"}'),
        (1, {"adresse": {"voie": "", "code_postal": "", "commune": ""}}, '    adresse: {voie: 1 rue Imaginaire, code_postal: "01000"}\n', ""),
        (0, {"nom": "Les Licornes"}, "Les Licornes jardinières ", "Les Licornes "),
        (0, {"id": "les-licornes"}, "id: licornes", "id: les-licornes"),
        (0, {"themes": ["jardin"]}, "    college: vert\n", "    college: vert\n    themes: [jardin]\n"),
        (0, {"alias": "Licornes\nLJ"}, "jardinières   # le nom des statuts\n", "jardinières   # le nom des statuts\n    alias: [Licornes, LJ]\n"),
    ],
    ids=["added", "single quotes", "in brackets", "added in brackets", "emptied", "remark", "first", "list", "lines"],
)  # fmt: skip
def test_a_card_changes_where_it_was_changed(
    formats: Formats, index: int, changes: dict[str, Any], old: str, new: str
) -> None:
    values = formats.form("associations", CARDS)
    values["associations"][index] |= changes
    assert CARDS.count(old) == 1
    assert formats.file("associations", values) == CARDS.replace(old, new)


def test_a_card_is_added_with_the_space_of_the_others(formats: Formats) -> None:
    values = formats.form("associations", CARDS)
    values["associations"].append(
        {"id": "dragons", "nom": "Dragons & co", "statut": "active", "college": "vert"}
    )
    new = "\n  - id: dragons\n    nom: Dragons & co\n    statut: active\n    college: vert\n"
    assert formats.file("associations", values) == CARDS + new


def test_a_card_goes_with_its_space_and_leaves_the_remarks(formats: Formats) -> None:
    values = formats.form("associations", CARDS)
    del values["associations"][0]
    first = CARDS.index("  - id: licornes")
    assert formats.file("associations", values) == CARDS[:first] + CARDS[CARDS.index("  # Celle-ci") :]


@pytest.mark.parametrize("written", ["Licornes", "les licornes jardinieres", "LICORNES", "licornes"])
def test_an_association_is_known_by_any_of_its_names_and_keeps_the_one_it_has(
    formats: Formats, written: str
) -> None:
    text = towns.MINIATURE["minutes/2026-03-10-bureau.md"].replace(
        "presents: [Licornes]", f"presents: [{written}]"
    )
    values = formats.form("minutes", text)
    assert values["presents"] == ["licornes"]
    values["presents"].append("dragons")
    assert formats.file("minutes", values) == text.replace(f"[{written}]", f"[{written}, dragons]", 1)


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("*Un* mot", "_Un_ mot", "*Un* mot"),
        ("* un\n* deux", "- un\n- trois", "* un\n- trois"),
        ("| a | b |\n| --- | ---: |\n| 1 | 2 |", "| a | b |\n| --- | --- |\n| 1 | 3 |", "| a | b |\n| --- | ---: |\n| 1 | 3 |"),
        ("1) un", "1. un", "1) un"),
        ("Un mot", "**Un** mot", "**Un** mot"),
        ("*Un* mot", "**Un** mot", "**Un** mot"),
        ("# Un", "## Un", "## Un"),
    ],
)  # fmt: skip
def test_a_line_of_the_text_that_says_the_same_keeps_its_signs(
    formats: Formats, before: str, after: str, kept: str
) -> None:
    text = f"---\ntitre: Un\n---\n\n{before}\n\nFin.\n"
    assert formats.saved("page", text, body=f"{after}\n\nFin.") == text.replace(before, kept)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (r"\*\*Note : \*\* suite", "**Note :**  suite"),
        (r"Un \*\* gras\*\*, et \*\*deux \*\*", "Un  **gras**, et **deux** "),
        (r"3 \* 4 et \*", r"3 \* 4 et \*"),
        (r"\*\* seul", r"\*\* seul"),
    ],
)
def test_stars_that_somebody_types_make_bold_and_others_are_seen(
    formats: Formats, typed: str, said: str
) -> None:
    text = "---\ntitre: Un\n---\n\nFin.\n"
    assert formats.saved("page", text, body=f"{typed}\n\nFin.") == text.replace("Fin.", f"{said}\n\nFin.")


def test_a_table_that_was_pasted_has_the_line_below_its_heads_and_one_of_before_stays(
    formats: Formats,
) -> None:
    text = "---\ntitre: Semer\n---\n\n| a | b |\n| c | d |\n"
    pasted = "| Quoi | Q\\|ui |\n| Semer | ville |\n| Arroser | |\n\n| un mot |"
    assert formats.saved("page", text, body=f"| a | b |\n| c | d |\n\n{pasted}") == (
        f"{text}\n| Quoi | Q\\|ui |\n| --- | --- |\n| Semer | ville |\n| Arroser | |\n\n| un mot |\n"
    )
    dashed = "| a | b |\n| --- | --- |\n| c | d |"
    assert formats.saved("page", "---\ntitre: Semer\n---\n", body=dashed).endswith(f"\n{dashed}\n")


def test_what_no_form_offers_stays(formats: Formats, miniature: Path) -> None:
    text = (miniature / "mkdocs.yml").read_text(encoding="utf-8")
    values = formats.form("mkdocs", text)
    values["extra"]["hub"]["contact"] = "bonjour@mini.example"
    assert "identifiant" not in values["extra"]["hub"]
    saved = formats.file("mkdocs", values)
    assert _kept(text, saved) == ([], 1)
    assert "    conseil: Conseil local de la vie associative\n    contact: bonjour@mini.example\n" in saved


def test_a_logo_is_shown_where_the_site_has_it_and_written_where_its_file_is(
    formats: Formats, miniature: Path
) -> None:
    text = (miniature / "mkdocs.yml").read_text(encoding="utf-8")
    values = formats.form("mkdocs", text)
    values["extra"]["hub"]["logo"] = "/images/logo.svg"
    saved = formats.file("mkdocs", values)
    assert "    logo: content/images/logo.svg\n" in saved
    assert formats.form("mkdocs", saved)["extra"]["hub"]["logo"] == "/images/logo.svg"
    assert formats.file("mkdocs", formats.form("mkdocs", saved)) == saved


def test_a_file_that_nobody_can_read_is_not_opened(formats: Formats) -> None:
    with pytest.raises(AssertionError, match="n’a pas pu être lue"):
        formats.form("page", "---\ntitre: Bureau : point sur\n---\n")
