"""What is told to whoever fills in a form: the words of the form, and where to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.atelier.choices import Choices
from hub.atelier.collections import collections, singletons
from hub.build import Inspected, inspect
from hub.catalogue.rule import Files
from hub.checks.discreet import discreet, masked
from hub.checks.personal import personal
from hub.checks.tables import written_out
from hub.labels.fields import Fields, form_of, known, labels
from hub.labels.finding import field_at, is_below_head, passage_at
from hub.labels.sentences import in_days, in_form
from hub.labels.told import Telling, Told
from hub.markup.typography import french
from hub.model.wording import Wording
from hub.sources import Document
from hub.sources.document import Key
from tests import towns
from tests.mistakes.case import ASSOCIATIONS, BUREAU, GUIDE, MINUTES

Widget = Mapping[str, Any]


@pytest.fixture(scope="module")
def example() -> Inspected:
    return inspect(towns.ROOT / "examples/ville-exemple", towns.TODAY)


def forms(found: Inspected) -> dict[str, list[Widget]]:
    """The fields of the form that the workshop shows, by the path of the file that it fills in."""
    choices = Choices.of(found.hub)
    by_folder = {one["folder"]: one["fields"] for one in collections(choices)}
    by_file = {one["file"]: one["fields"] for one in singletons(choices)}
    paths = found.reading.sources.documents
    return {path: by_file.get(path) or by_folder[path.rpartition("/")[0]] for path in paths}


def shown(fields: list[Widget], loc: tuple[Key, ...]) -> list[str]:
    """What the form shows on the way to a field."""
    words, here = [], {one["name"]: one for one in fields}
    widget: Widget = {}
    for step in loc:
        if isinstance(step, str):
            widget = here[step]
            words.append(widget["label"])
            here = {one["name"]: one for one in widget.get("fields", ())}
        elif "fields" in widget:
            words.append(f"{widget['label_singular']} {step + 1}")
        elif widget["widget"] == "text":
            words.append(f"ligne {step + 1}")
    return words


def places(value: Any, loc: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """Where every value of a document stands."""
    if loc:
        yield loc
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in rows:
        yield from places(one, (*loc, key))


def test_every_field_of_every_file_is_called_as_its_form_calls_it(example: Inspected) -> None:
    told = 0
    for path, fields in forms(example).items():
        document = example.reading.sources.documents[path]
        form = form_of(path)
        for loc in places(document.data):
            own = loc[2:] if loc[:2] == ("extra", "hub") else loc
            if not own or loc == ("extra",) or own[0] in ("depot", "signalement", "site_url"):
                continue
            if own[0] in ("identifiant", "commune_de") and path == "mkdocs.yml":
                continue  # no form offers these
            at = document.position(*loc)
            assert field_at(document, form, at.line, at.column) == own, (path, loc)
            assert list(labels(form, own)) == shown(fields, loc)[len(loc) - len(own) :], (path, loc)
            told += 1
    assert told > 3_000


def test_every_field_that_a_form_may_show_is_called_so(example: Inspected) -> None:
    """Those that the example leaves out as well."""
    for path, fields in forms(example).items():
        _same(form_of(path), fields)


def _same(form: Fields, fields: list[Widget]) -> None:
    for one in fields:
        if one["name"] in ("body", "_fichier", "extra") or one["widget"] == "hidden":
            continue
        field = form[one["name"]]
        assert field.label == one["label"]
        if field.choices:
            assert dict(field.choices) == {each["value"]: each["label"] for each in one["options"]}
        if field.model:
            _same(field.inside, one["fields"])


def told(folder: Path, files: Files) -> list[Told]:
    found = towns.inspected(folder, files)
    telling = Telling(found.hub, found.reading.sources)
    return [telling.of(one) for one in found.problems]


ACTION = "{projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait}"


@pytest.mark.parametrize(
    ("path", "change", "expected"),
    [
        (
            MINUTES,
            (ACTION, "{projet: Arrosoirs, quoi: En acheter un, qui: [Marie], echeance: 2026-04}"),
            (
                "Compte rendu du bureau du 10 mars 2026",
                "Suivi, action 1, Qui, ligne 1",
                "« M… » semble être le prénom de quelqu’un",
            ),
        ),
        (
            MINUTES,
            (ACTION, "{projet: Arrosoirs, quoi: En acheter un, qui: [ville], etat: a-faire}"),
            ("Compte rendu du bureau du 10 mars 2026", "Suivi, action 1", "Remplissez « Échéance »"),
        ),
        (MINUTES, ("statut: adopte", "statut: projet"), (None, "Statut", "écrivez « Statut : adopté »")),
        (MINUTES, ("publie_le: 2026-03-12\n", ""), (None, "", "n’a pas de « Publié le »")),
        (MINUTES, ("presents: [Licornes]", "presents: [Lycornes]"), (None, "Présents", "« Licornes » ?")),
        (
            ASSOCIATIONS,
            ("courriel: contact@licornes.example", "telephone: 06 12 34 56 78"),
            (
                "Les Licornes jardinières",
                "Téléphone",
                "« 06…78 » semble être un numéro de téléphone portable, et « Téléphone » est public",
            ),
        ),
        (
            BUREAU,
            ("role: titulaire}", "role: titulair}"),
            ("Bureau, Mandats, mandat 1", "Sièges, siège 1, Rôle", "Choisissez dans la liste"),
        ),
        (
            MINUTES,
            ("presents: [Licornes]", "presents: [Licornes, dragons]"),
            (
                "Compte rendu du bureau du 10 mars 2026",
                "Présents",
                "ajoutez son siège dans « Bureau »",
            ),
        ),
        (
            GUIDE,
            ("De la terre.", "Un peu.\n\nMarie Terreau et Paul\nen ont parlé."),
            ("Semer", "Texte, sous « Avant », à « M… T… et Paul »", "dites-le dans « Consentement »"),
        ),
        (GUIDE, ("## Après", "#### Après"), ("Semer", "Texte, titre « Après »", "Ce titre saute un niveau")),
        (
            "mkdocs.yml",
            ("conseil: Conseil local", "conseil: Le **Conseil** local"),
            ("Identité du site", "Conseil", "Écrivez : Le Conseil local"),
        ),
    ],
)
def test_a_problem_is_told_where_a_form_has_it_and_how_it_says_it(
    tmp_path: Path, path: str, change: tuple[str, str], expected: tuple[str | None, str, str]
) -> None:
    of, place, words = expected
    (one,) = told(tmp_path, towns.edited(path, *change))
    assert one.place == french(place)
    assert of in (one.of, None)
    assert french(words) in f"{one.message} {one.remedy}"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ajoutez « echeance: » et un mois.", "Remplissez « Échéance » et un mois."),
        ("Écrivez « statut: adopte ».", "Écrivez « Statut : adopté »."),
        ("Vouliez-vous dire « A » (associations.yaml:12) ?", "Vouliez-vous dire « A » ?"),
        ("Annoncez-la dans content/agenda/.", "Annoncez-la dans « Agenda »."),
        ("Ajoutez « qui: […] ».", "Remplissez « Qui »."),
        ("« le forum » n'est pas là.", "« le forum » n'est pas là."),
        ("Renommez-le « 2026-03-11-bureau.md ».", "Renommez-le « 2026-03-11-bureau »."),
    ],
)
def test_a_sentence_names_fields_as_their_form_does(sentence: str, words: str) -> None:
    fields = {**known(form_of("minutes/a.md")), **known(form_of("minutes/a.md"), ("suivi", 0))}
    assert in_form(sentence, {**fields, "statut": form_of("minutes/a.md")["statut"]}) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("séparent ce bureau du précédent (2026-03-10).", "séparent ce bureau du précédent (10 mars 2026)."),
        ("La prochaine réunion (2026-05) vient", "La prochaine réunion (mai 2026) vient"),
        ("« 2026-03-10 » n'est pas possible", "« 2026-03-10 » n'est pas possible"),
        ("de la réunion 2026-03-10-bureau", "de la réunion 2026-03-10-bureau"),
        ("le 2026-02-30 n'existe pas", "le 2026-02-30 n'existe pas"),
    ],
)
def test_a_sentence_says_its_days_as_one_says_them(sentence: str, words: str) -> None:
    assert in_days(sentence) == words


def test_a_register_is_called_as_the_town_calls_what_it_holds() -> None:
    words = Wording(bureau="un comité")
    assert in_form("Ajoutez son siège dans bureau.yaml.", {}, words) == "Ajoutez son siège dans « Comité »."


def test_a_pasted_table_is_written_out(tmp_path: Path) -> None:
    pasted = "Graine\tMois\tPrix\n\nPois\t\t2\n\nNavet | rave\tMars\t1\n\nVoilà."
    (one,) = told(tmp_path, towns.edited(GUIDE, "De la terre.", pasted))
    assert one.code == (
        "| Graine | Mois | Prix |\n| --- | --- | --- |\n| Pois |  | 2 |\n| Navet \\| rave | Mars | 1 |"
    )
    assert towns.inspected(tmp_path / "b", towns.edited(GUIDE, "De la terre.", one.code)).problems == []


def test_a_table_without_dashes_is_given_them() -> None:
    assert written_out(["| A | B |", "| 1 | 2 |", "", "Fin."]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"
    assert written_out(["Fin."]) == ""


WORDS = st.lists(
    st.sampled_from(
        ["Marie Terreau", "06 12 34 56 78", "a.b@gmail.com", "le forum", "« x »", "semble", "\t", "É"]
    ),
    max_size=8,
).map(" ".join)


@given(WORDS)
def test_what_is_discreet_names_nobody(words: str) -> None:
    shown = discreet(words)
    assert not [one for one in personal(shown) if one.written in words]
    assert masked(words).count("«") == words.count("«")


def test_a_place_of_a_text_is_found_by_its_title_and_its_first_words(tmp_path: Path) -> None:
    body = "Un **mot**.\nSuite.\n\n## Le forum ##\n\n- point un\n- point deux\n\n1. Trois\n"
    document = Document("content/guides/a.md", {}, body=body, body_line=5)
    found = [tuple(passage_at(document, 5 + line)) for line in range(9)]
    assert found == [
        ("", False, "Un mot."),
        ("", False, "Un mot."),
        ("", False, "Un mot."),
        ("Le forum", True, ""),
        ("Le forum", True, ""),
        ("Le forum", False, "point un"),
        ("Le forum", False, "point un"),
        ("Le forum", False, "point un"),
        ("Le forum", False, "Trois"),
    ]
    assert [is_below_head(document, line) for line in (4, 5)] == [False, True]


PASTED = """\
---
instance: bureau
date: 2026-05-12
statut: a-confirmer
publie_le: 2026-05-20
presents: [licornes]
excuses: [coeur]
ville:
  - fonction: 1^{ère} adjointe à la vie associative
  - fonction: chargée de mission
    nom: Marie Terreau
ordre_du_jour: ["- Les outils", "- Projets à développer"]
suivi:
  - projet: "**Lettre**"
    quoi: "•\\tProposer un sommaire"
    qui: [Marie]
    etat: a-faire
prochaine: 2026-09-31
---

Les outils

- \\*\\*La plateforme\\*\\*

Marie Terreau la présente, au 1^{er} étage. Elle permet de :

·\u00a0\u00a0\u00a0\u00a0 voter,

·\u00a0\u00a0\u00a0\u00a0 s'infor\u00admer.

Projets à développer

Coût\tMois\tQui

10 €\tMars\tLes adhérent·es

20 €\tMai\tTous

Synthèse et suivi

Projet\tQuoi ?\tPar qui ?

Lettre\tProposer un sommaire\tMarie
"""
"""What the workshop writes of minutes whose text was pasted: each line is a paragraph."""

MENDED = (
    ("1^{ère} adjointe", "1re adjointe"),
    ("    nom: Marie Terreau\n", ""),
    ('["- Les outils", "- Projets à développer"]', "[Les outils, Projets à développer]"),
    ('"**Lettre**"', "Lettre"),
    ('"•\\tProposer un sommaire"', "Proposer un sommaire"),
    ("    qui: [Marie]\n", "    qui: [chargée de mission]\n    echeance: 2027-01\n"),
    ("2026-09-31", "2026-09-30"),
    ("\nLes outils\n", "\n## Les outils\n"),
    ("\\*\\*La plateforme\\*\\*", "La plateforme"),
    ("Marie Terreau la présente", "La chargée de mission la présente"),
    ("au 1^{er} étage", "au 1er étage"),
    ("·\u00a0\u00a0\u00a0\u00a0 ", "- "),
    ("s'infor\u00admer", "s'informer"),
    ("\nProjets à développer\n", "\n## Projets à développer\n"),
    ("Coût\tMois\tQui\n\n10 €\tMars\tLes adhérent·es\n\n20 €\tMai\tTous\n", "{table}\n"),
    ("\nSynthèse et suivi\n\nProjet\tQuoi ?\tPar qui ?\n\nLettre\tProposer un sommaire\tMarie\n", ""),
)
"""Each thing that she is told, and what she does."""


def test_a_clerk_who_pastes_minutes_is_told_everything_in_one_round(tmp_path: Path) -> None:
    minutes = "minutes/2026-05-12-bureau.md"
    first = told(tmp_path, {minutes: PASTED})
    assert "\n".join(one.place.replace("\u00a0", " ") for one in first).split("\n") == [
        "Ville, présence de la ville 1, Fonction",
        "Ville, présence de la ville 2, Nom",
        "Ordre du jour, ligne 1",
        "Ordre du jour, ligne 2",
        "Suivi, action 1",
        "Suivi, action 1, Projet",
        "Suivi, action 1, Quoi",
        "Suivi, action 1, Qui, ligne 1",
        "Prochaine réunion",
        "Texte, à « Les outils »",
        "Texte, à « La plateforme »",
        "Texte, à « M… T… la présente, au 1^{er} étage. Elle permet… »",
        "Texte, à « M… T… la présente, au 1^{er} étage. Elle permet… »",
        "Texte, à « · voter, »",
        "Texte, à « · s’informer. »",
        "Texte, à « Projets à développer »",
        "Texte, à « Coût Mois Qui »",
        "Texte, à « Synthèse et suivi »",
    ]
    text = PASTED
    for old, new in MENDED:
        assert old in text
        text = text.replace(old, new.format(table="".join(one.code for one in first)))
    assert [one.place for one in told(tmp_path / "again", {minutes: text})] == []
