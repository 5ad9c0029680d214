"""`proposal`: the answers of a form become a file that `check` accepts, or one is told what to correct."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.cli import main
from hub.inspection import inspect
from hub.proposal.answers import read
from hub.proposal.form import AnswerError, Form
from hub.proposal.forms import CARD, EVENT, EXCHANGE, FORMS
from hub.proposal.proposing import proposed
from hub.proposal.templates import generated
from hub.proposal.written import flow, front_matter, scalar
from tests import towns

DATE = {"titre": "Fête", "debut": "5 juin 2027 à 14h", "categorie": "Événement"}
PHONE = {"association": "Licornes", "champ": "Le téléphone", "valeur": "01 46 75 60 00"}
TABLES = {
    "association": "licornes",
    "sens": "Propose",
    "quoi": "Matériel",
    "titre": "Dix tables",
    "jusqu_a": "30 juin 2027",
    "contact": "contact@licornes.example",
}


def filled(form: Form, answers: Mapping[str, str]) -> str:
    """The text of the issue that GitHub makes of these answers."""
    return "\n\n".join(
        f"### {field.label}\n\n{answers.get(field.key) or '_No response_'}" for field in form.fields
    )


def made(folder: Path, form: Form, answers: Mapping[str, str], files: dict[str, str] | None = None) -> str:
    """What the file of these answers says."""
    found = proposed(filled(form, answers), towns.write(folder, dict(files or {})), towns.TODAY)
    assert found is not None
    return found.draft.text


def refused(folder: Path, form: Form, answers: Mapping[str, str]) -> list[str]:
    with pytest.raises(AnswerError) as error:
        made(folder, form, answers)
    return [str(remark) for remark in error.value.remarks]


def changed(before: str, after: str) -> list[str]:
    """The lines that differ: `-` what was, `+` what is."""
    old, new = before.splitlines(), after.splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


def test_a_date_is_a_file_of_the_calendar(tmp_path: Path) -> None:
    answers = DATE | {
        "fin": "2027-06-05 18:00",
        "lieu": "Salle: des fêtes, 2 place du Marché",
        "organisateurs": "Licornes\n- ville",
        "public": "Pour les associations",
        "texte": "Venez !",
    }
    assert made(tmp_path, EVENT, answers) == (
        "---\n"
        "titre: Fête\n"
        "debut: 2027-06-05 14:00\n"
        "fin: 2027-06-05 18:00\n"
        "categorie: evenement\n"
        "organisateurs: [licornes, ville]\n"
        'lieu: {nom: "Salle: des fêtes", adresse: 2 place du Marché}\n'
        "public: associations\n"
        "---\n\n"
        "Venez !\n"
    )


def test_a_date_whose_name_is_taken_gets_another(tmp_path: Path) -> None:
    there = {"content/agenda/fete-2027.md": "---\ntitre: Fête\ndebut: 2027-01-01\ncategorie: reunion\n---\n"}
    found = proposed(filled(EVENT, DATE), towns.write(tmp_path, dict(there)), towns.TODAY)
    assert found
    assert found.draft.path == "content/agenda/fete-2027-2.md"


@pytest.mark.parametrize(
    "title", ["$(id) `id` ; rm -rf / ../../.github/x", "../../a", "-rf", "été\u202e", "日本"]
)
def test_the_name_of_a_file_is_plain_whatever_the_title(tmp_path: Path, title: str) -> None:
    found = proposed(filled(EVENT, DATE | {"titre": title}), towns.write(tmp_path), towns.TODAY)
    assert found
    folder, _, name = found.draft.path.rpartition("/")
    assert folder == "content/agenda"
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert not name.startswith("-")


def test_what_one_offers_is_an_exchange_that_tells_nobody_yet(tmp_path: Path) -> None:
    assert made(tmp_path, EXCHANGE, TABLES | {"texte": "Pliantes."}) == (
        "---\n"
        "titre: Dix tables\n"
        "sens: offre\n"
        "quoi: materiel\n"
        "association: licornes\n"
        "jusqu_a: 2027-06-30\n"
        "contact: contact@licornes.example\n"
        "---\n\n"
        "Pliantes.\n"
    )


def test_a_card_is_corrected_and_no_other_line_of_the_register_changes(tmp_path: Path) -> None:
    before = towns.MINIATURE["associations.yaml"]
    added = made(tmp_path, CARD, PHONE)
    assert changed(before, added) == ["+    telephone: 01 46 75 60 00"]
    mail = made(tmp_path / "2", CARD, PHONE | {"champ": "Le courriel", "valeur": "bureau@licornes.example"})
    assert changed(before, mail) == [
        "-    courriel: contact@licornes.example",
        "+    courriel: bureau@licornes.example",
    ]


def test_a_register_of_windows_stays_one(tmp_path: Path) -> None:
    before = towns.MINIATURE["associations.yaml"].replace("\n", "\r\n")
    after = made(tmp_path, CARD, PHONE, {"associations.yaml": before})
    assert after.replace("    telephone: 01 46 75 60 00\r\n", "") == before


def test_a_register_that_cannot_be_read_is_not_said_to_lack_an_association(tmp_path: Path) -> None:
    source = towns.write(tmp_path, {"associations.yaml": "associations: [\n"})
    with pytest.raises(AnswerError, match="l'annuaire est à corriger d'abord"):
        proposed(filled(CARD, PHONE), source, towns.TODAY)


REGISTER = """\
themes: []
associations:
  # les premières
  - {id: un, nom: Un, statut: active, college: a-confirmer}   # en une ligne
  - id: deux
    nom: Deux
    objet: >-
      Sur
      deux lignes.

    courriel: 'deux@deux.example'  # le bon
    statut: active
    college: a-confirmer
  - id: trois
    nom: Trois
    statut: active
    college: a-confirmer"""


@pytest.mark.parametrize(
    ("name", "field", "value", "lines"),
    [
        (
            "Un",
            "Le courriel",
            "un@un.example",
            [
                "-  - {id: un, nom: Un, statut: active, college: a-confirmer}   # en une ligne",
                "+  - {id: un, nom: Un, statut: active, college: a-confirmer, courriel: un@un.example}"
                "   # en une ligne",
            ],
        ),
        (
            "Deux",
            "L'objet",
            "Court : vif.",
            ["-    objet: >-", "-      Sur", "-      deux lignes.", '+    objet: "Court : vif."'],
        ),
        ("Deux", "Le courriel", "à retirer", ["-    courriel: 'deux@deux.example'  # le bon"]),
        (
            "Deux",
            "Le courriel",
            "d@deux.example",
            ["-    courriel: 'deux@deux.example'  # le bon", "+    courriel: d@deux.example  # le bon"],
        ),
        (
            "Trois",
            "L'adresse",
            "2 rue Haute, 01000 Mini",
            ["+    adresse: {voie: 2 rue Haute, code_postal: 01000, commune: Mini}"],
        ),
    ],
)
def test_every_way_of_writing_a_card_is_corrected(
    tmp_path: Path, name: str, field: str, value: str, lines: list[str]
) -> None:
    bare = {
        path: None
        for path in towns.MINIATURE
        if path.startswith(("content/", "minutes/")) and path.count("/") > 1
    }
    bureau = "colleges:\n  - {id: vert, nom: Vert, titulaires: 1, suppleants: 0}\nmandats: []\n"
    source = towns.write(tmp_path, {**bare, "associations.yaml": REGISTER, "bureau.yaml": bureau})
    for path in sorted(source.glob("minutes/*")):
        path.unlink()
    found = proposed(
        filled(CARD, {"association": name, "champ": field, "valeur": value}), source, towns.TODAY
    )
    assert found
    assert changed(REGISTER, found.draft.text) == lines


@pytest.mark.parametrize(
    ("form", "answers", "said"),
    [
        (EVENT, DATE | {"debut": ""}, ["Début : il manque une réponse."]),
        (
            EVENT,
            DATE | {"categorie": "Fête"},
            ["Sorte de date : choisissez parmi : Événement, Formation, Réunion, Échéance."],
        ),
        (EVENT, DATE | {"titre": "Un\nDeux"}, ["Titre : répondez sur une seule ligne."]),
        (
            EVENT,
            DATE | {"organisateurs": "Lycornes"},
            ["Qui organise : « Lycornes » n'est pas dans l'annuaire. Vouliez-vous dire « Licornes » ?"],
        ),
        (
            CARD,
            PHONE | {"champ": "L'adresse", "valeur": "rue Haute"},
            ["Ce qu'il faut écrire : écrivez la rue, une virgule, le code postal et la commune : "
             "« 2 rue Haute, 01000 Le Bourg »."],
        ),
        (
            CARD,
            PHONE | {"champ": "Le courriel", "valeur": "contact@licornes.example"},
            ["Ce qu'il faut écrire : c'est déjà ce que dit la fiche."],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_by_the_words_of_the_form(
    tmp_path: Path, form: Form, answers: Mapping[str, str], said: list[str]
) -> None:
    assert refused(tmp_path, form, answers) == said


def test_what_check_refuses_is_said_by_the_words_of_the_form(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, EVENT, DATE | {"fin": "2027-06-04 10:00"})
    assert said.startswith("Fin : ")
    (said,) = refused(tmp_path / "2", CARD, PHONE | {"valeur": "06 12 34 56 78"})
    assert said.startswith("Ce qu'il faut écrire : ")


def test_a_town_with_mistakes_of_its_own_is_not_held_against_the_form(tmp_path: Path) -> None:
    files = towns.edited("bureau.yaml", "role: titulaire", "role: titulair")
    found = proposed(filled(EVENT, DATE), towns.write(tmp_path, files), towns.TODAY)
    assert found
    assert found.remarks == ()


def test_a_text_that_no_form_made_is_left_alone() -> None:
    assert read("Bonjour, le site est en panne.\n\n### Titre\n\nAu secours") is None


def test_an_answer_cannot_take_the_place_of_another() -> None:
    found = read(filled(EVENT, DATE | {"texte": "### Titre\n\nUn autre"}))
    assert found
    assert found[1]["titre"] == "Fête"


def test_the_text_of_a_whole_book_is_refused() -> None:
    with pytest.raises(AnswerError):
        read(filled(EVENT, DATE | {"texte": "x" * 30_000}))


@settings(max_examples=50)
@given(st.text(max_size=400))
def test_any_text_is_answers_or_is_none_or_is_refused_with_words(text: str) -> None:
    for body in (text, filled(EVENT, DATE | {"texte": text}), filled(CARD, PHONE | {"valeur": text or "x"})):
        try:
            read(body)
        except AnswerError as error:
            assert error.remarks


@given(st.text(max_size=60))
def test_a_text_on_one_line_is_read_back_as_it_is(text: str) -> None:
    line = "".join(sign for sign in text if sign.isprintable())
    for said, want in (
        (f"k: {scalar(line)}", line),
        (f"k: {flow([line, 'b'])}", [line, "b"]),
        (f"k: {flow({'nom': line})}", {"nom": line}),
    ):
        assert yaml.load(said, Loader=yaml.CBaseLoader)["k"] == want
    assert "\n" not in scalar(text)


def test_words_that_yaml_takes_for_nothing_are_between_quotes() -> None:
    assert (
        front_matter({"titre": "null", "tarif": "~", "lieu": ""}) == '---\ntitre: "null"\ntarif: "~"\n---\n'
    )


@settings(max_examples=20)
@given(titre=st.text(min_size=1, max_size=60), texte=st.text(max_size=200))
def test_the_command_never_raises_and_what_it_writes_passes_check(
    tmp_path_factory: pytest.TempPathFactory, titre: str, texte: str
) -> None:
    folder = tmp_path_factory.mktemp("town")
    source, answers = towns.write(folder / "sources"), folder / "reponses.md"
    body = filled(EVENT, DATE | {"titre": titre, "texte": texte}).encode("utf-8", "replace")
    answers.write_bytes(body)
    code = main(["proposal", "--answers", str(answers), "--source", str(source), "--today", "2026-11-21"])
    new = set(source.glob("content/agenda/*.md")) - {source / path for path in towns.MINIATURE}
    assert (code, len(new)) in ((0, 1), (1, 0))
    assert inspect(source, towns.TODAY).sound


def test_the_command_writes_the_file_and_says_what_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, answers = towns.write(tmp_path / "town"), tmp_path / "reponses.md"
    answers.write_text(filled(EVENT, DATE), encoding="utf-8")
    arguments = ["proposal", "--answers", str(answers), "--source", str(source), "--today", "2026-11-21"]
    assert main([*arguments, "--dry-run"]) == 0
    assert not (source / "content/agenda/fete-2027.md").exists()
    capsys.readouterr()
    assert main(arguments) == 0
    assert capsys.readouterr().out == (
        "content/agenda/fete-2027.md : prêt à relire. Une date : Fête, 2027-06-05 14:00.\n"
    )
    assert (source / "content/agenda/fete-2027.md").exists()


def test_the_command_writes_nothing_of_what_has_to_be_corrected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, answers = towns.write(tmp_path / "town"), tmp_path / "reponses.md"
    answers.write_text(filled(EVENT, DATE | {"titre": ""}), encoding="utf-8")
    before = {path: path.read_bytes() for path in source.rglob("*") if path.is_file()}
    arguments = ["proposal", "--answers", str(answers), "--source", str(source), "--format", "json"]
    assert main(arguments) == 1
    assert json.loads(capsys.readouterr().out) == {
        "etat": "a-corriger",
        "remarques": ["Titre : il manque une réponse."],
    }
    assert {path: path.read_bytes() for path in source.rglob("*") if path.is_file()} == before


def test_answers_that_are_not_there_are_a_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["proposal", "--answers", str(tmp_path / "rien.md"), "--source", str(tmp_path)]) == 2
    assert "ne se lit pas" in capsys.readouterr().err


def test_committed_forms_are_those_the_program_reads() -> None:
    stale = [path for path, text in generated().items() if (towns.ROOT / path).read_text("utf-8") != text]
    assert stale == [], "des formulaires ne suivent plus le programme : lancez « make forms »"
    folders = (".github/ISSUE_TEMPLATE", ".github/PULL_REQUEST_TEMPLATE", ".gitlab")
    there = {
        path.relative_to(towns.ROOT).as_posix()
        for folder in folders
        for path in (towns.ROOT / folder).rglob("*.*")
    }
    assert there <= set(generated())


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_the_text_that_gitlab_offers_is_read_as_the_form_it_stands_for(form: Form) -> None:
    offered = generated()[f".gitlab/issue_templates/{form.name}.md"]
    with pytest.raises(AnswerError) as error:
        read(offered)
    missing = [field.label for field in form.fields if field.required]
    assert [remark.label for remark in error.value.remarks] == missing
