"""`new`: six questions, and a town that builds, that is checked clean, and has not a word of another."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import build, inspect
from hub.checks.ready import lacking
from hub.cli import main
from hub.founding import laying, models
from hub.founding.answers import Answers, Keeping
from hub.founding.files import files
from hub.founding.founding import found
from hub.founding.laying import TakenError
from hub.founding.model_of_answers import model
from hub.founding.questions import QUESTIONS
from hub.founding.reading import RefusedError, read
from hub.founding.replies import WrongAnswerError
from hub.founding.talk import talked
from hub.given import renewed
from tests import installed, towns
from tests.made_once import Shared

TODAY = towns.TODAY
COUNCIL = "Conseil local de la vie associative"
COLLEGES = [
    {"nom": "Culture, mémoire et patrimoine", "titulaires": "4", "suppleants": "4"},
    {"nom": "Sports & loisirs : le grand air", "titulaires": "1"},
]
OF_OTHERS = re.compile(
    rb"malakoff|\bclva\b|\b92046\b|\b92240\b|ville[- ]exemple|licorne|parapluie", re.IGNORECASE
)


def answers(**more: Any) -> Answers:
    given: dict[str, Any] = {
        "commune": "Le Havre",
        "conseil": COUNCIL,
        "forge": "github",
        "colleges": COLLEGES,
    }
    return Answers.model_validate(given | more)


def plain(text: str) -> str:
    """A text with ordinary blanks."""
    return re.sub("[\u00a0\u202f]", " ", text)


def there(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


SAID = (
    "du Havre\nLe Havre\n\n\nCulture, mémoire et patrimoine, 4, 4\nSports\nSports et loisirs 1 titulaire\n\n"
    "#1F6F5C\nassociations@lehavre.fr\n\nhttps://github.com/lehavre/hub\ngithub\nhttps://github.com/lehavre/hub\n"
)
"""What a clerk types: three slips among it."""


@pytest.fixture(scope="module")
def town(shared: Shared) -> Path:
    """Le Havre, by the questions, then `check` and `build`: as a clerk does, from the command line."""

    def make(folder: Path) -> None:
        for words in (("new", "havre"), ("check", "--source", "havre"), ("build", "--source", "havre")):
            out = ("--out", "site") if words[0] == "build" else ()
            program = [sys.executable, str(towns.ROOT / "build.py"), *words, *out, "--today", str(TODAY)]
            ran = subprocess.run(
                program, cwd=folder, input=SAID, capture_output=True, text=True, check=True, timeout=300
            )
            (folder / f"{words[0]}.txt").write_text(ran.stdout, encoding="utf-8")

    return shared.once("nouvelle-ville", make)


def test_a_town_is_made_by_answering_and_checked_clean_and_built(town: Path) -> None:
    said = plain((town / "new.txt").read_text(encoding="utf-8"))
    assert "Écrivez le nom seul" in said
    assert "« Sports et loisirs, 4, 4 »" in said
    assert "n’est pas une valeur possible pour « forge »" in said
    assert re.search(r"^Vie associative du Havre : \d+ fichiers dans « havre »\.$", said, re.MULTILINE)
    checked = (town / "check.txt").read_text(encoding="utf-8")
    assert checked == "7 fichiers : aucune erreur, aucun avertissement.\n"
    assert (town / "site" / "index.html").is_file()


def test_no_file_of_the_town_nor_of_its_site_has_a_word_of_another(town: Path) -> None:
    looked = [file for file in town.rglob("*") if file.is_file() and file.suffix not in (".webp", ".png")]
    assert len(looked) > 200
    assert [str(file) for file in looked if OF_OTHERS.search(file.read_bytes())] == []


def test_the_town_says_how_much_is_left_and_ready_names_it(town: Path) -> None:
    hub = inspect(town / "havre", TODAY).hub
    left = lacking(hub, TODAY)
    assert f"Il reste {len(left)} choses à écrire" in plain((town / "new.txt").read_text(encoding="utf-8"))
    assert {problem.code for problem in left} == {"P040", "P043", "P050", "P051", "P052"}
    assert sum(problem.code == "P052" for problem in left) == 6


def test_what_was_answered_is_in_the_settings_and_on_the_pages(town: Path) -> None:
    site = inspect(town / "havre", TODAY).hub.site
    assert (site.commune, site.commune_de, site.couleur) == ("Le Havre", None, "#1F6F5C")
    assert (site.contact, site.accueil.telephone) == ("associations@lehavre.fr", None)
    assert site.depot
    assert site.depot.adresse == "https://github.com/lehavre/hub"
    page = (town / "site/mentions-legales/index.html").read_text(encoding="utf-8")
    assert "Commune du Havre" in page
    assert 'href="mailto:associations@lehavre.fr"' in page


CALLED = {
    "Conseil local de la vie associative": ("un conseil", "Le conseil"),
    "Office municipal des associations": ("un office", "L’office"),
    "Assemblée des associations": ("une assemblée", "L’assemblée"),
    "COMITÉ consultatif": ("un comité", "Le comité"),
    "OMA": ("un conseil", "Le conseil"),
}


@pytest.mark.parametrize("council", CALLED)
def test_a_council_is_called_by_the_first_word_of_its_name(tmp_path: Path, council: str) -> None:
    found(answers(conseil=council), tmp_path / "ville", TODAY)
    looked = inspect(tmp_path / "ville", TODAY)
    words, title = CALLED[council]
    assert (looked.hub.site.mots.conseil, looked.hub.editorials["conseil"].titre) == (words, title)
    assert looked.problems == []


@pytest.mark.parametrize(
    ("council", "asked"),
    [("Conseil local", ""), ("Office des sports", "« l’office »"), ("OMA", "« le conseil »")],
)
def test_a_clerk_is_asked_how_a_sentence_says_a_council_that_is_called_otherwise(
    council: str, asked: str
) -> None:
    shown: list[str] = []
    typed = iter(["Le Mans", "", council])
    known = talked(lambda _: next(typed, ""), shown.append)
    said = [plain(line) for line in shown if "Dans une phrase" in line]
    assert [asked in line for line in said] == [True] * bool(asked)
    assert known.forge is Keeping.aucune, "what is left unanswered"


def test_what_the_town_calls_its_council_comes_first(tmp_path: Path) -> None:
    found(answers(conseil="OMA", conseil_un="une agora"), tmp_path / "ville", TODAY)
    text = (tmp_path / "ville/content/conseil.md").read_text(encoding="utf-8")
    assert "Ce qu'est l’agora du Havre, et comment elle fonctionne." in text


def test_a_town_without_colleges_says_so_and_its_models_ask_for_none(tmp_path: Path) -> None:
    found(answers(colleges=[]), tmp_path / "ville", TODAY)
    assert not inspect(tmp_path / "ville", TODAY).hub.site.mots.has("college")
    for name in ("association.yaml", "mandat.yaml"):
        assert "college" not in (tmp_path / "ville/modeles" / name).read_text(encoding="utf-8")


NAMES = {
    "Le Mans": "du Mans",
    "Les Lilas": "des Lilas",
    "L'Haÿ-les-Roses": "de L’Haÿ-les-Roses",
    "Ivry-sur-Seine": "d’Ivry-sur-Seine",
    "Hyères": "d’Hyères",
    "Le Havre": "du Havre",
}
ILL_SAID = re.compile(r"\b(?:de|à) Les? |\bde (?:Ivry|Hyères)|\bd[’'](?:Le|L[’'])|\bdu Le\b")


@pytest.mark.parametrize("name", NAMES)
def test_de_is_right_before_the_name_of_the_town_everywhere(tmp_path: Path, name: str) -> None:
    found(answers(commune=name, forge="aucune"), tmp_path / "ville", TODAY)
    build(inspect(tmp_path / "ville", TODAY).hub, TODAY, tmp_path / "site")
    texts = {file: file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.html")}
    texts |= {file: file.read_text(encoding="utf-8") for file in (tmp_path / "ville").rglob("*.md")}
    assert [file for file, text in texts.items() if ILL_SAID.search(text)] == []
    home = unescape(texts[tmp_path / "site" / "index.html"])
    assert f"<strong>Vie associative {NAMES[name]}</strong>" in home, (
        "with the apostrophe of what is published"
    )
    other = unescape(texts[tmp_path / "site" / "agenda" / "index.html"])  # the home page names it at its head
    assert f"{COUNCIL} {NAMES[name]}." in other.replace("'", "’")


def test_what_the_town_says_of_its_de_comes_first(tmp_path: Path) -> None:
    found(answers(commune="Harfleur", commune_de="de Harfleur"), tmp_path / "ville", TODAY)
    site = inspect(tmp_path / "ville", TODAY).hub.site
    assert (site.site_name, site.commune_de) == ("Vie associative de Harfleur", "de Harfleur")


WRONG = [
    ("commune", "42", "tel qu'on le lit sur une carte"),
    ("commune", "d'Hyères", "Écrivez le nom seul"),
    ("commune", "Ville du Mans", "Écrivez le nom seul, sans « Ville du »"),
    ("commune", "Commune d'Hyères", "Écrivez le nom seul, sans « Commune d' »"),
    ("commune_de", "Le Havre", "du Havre, de Haguenau, d'Hyères"),
    ("conseil", "Conseil des associations du Havre", "sans celui de la ville"),
    ("conseil", "x" * 400, "300"),
    ("colleges", "Sports et loisirs", "« Sports et loisirs, 4, 4 »"),
    ("colleges", "4, 4", "« Sports et loisirs, 4, 4 »"),
    ("colleges", "Culture, 200", "titulaires"),
    ("couleur", "vert", "six signes"),
    ("couleur", "#fff", "six signes"),
    ("courriel", "associations@lehavre", "associations@lehavre.fr"),
    ("courriel", "associations@lehavre.example", "personne ne répond là"),
    ("courriel", "zoe.martin@gmail.com", "une boîte aux lettres personnelle"),
    ("telephone", "12", "numéro"),
    ("telephone", "06 12 34 56 78", "un numéro de téléphone portable"),
    ("forge", "sourceforge", "github, gitlab, forgejo, aucune"),
    ("forge", "", "github, gitlab, forgejo, aucune"),
    ("depot", "lehavre/hub", "https://"),
    ("depot", "https://gitlab.com/lehavre/hub", "chez GitLab, et non GitHub"),
]


@pytest.mark.parametrize(("name", "answer", "words"), WRONG)
def test_a_wrong_answer_teaches(name: str, answer: str, words: str) -> None:
    (question,) = (one for one in QUESTIONS if one.name == name)
    with pytest.raises(WrongAnswerError) as refused:
        question.read(answer, {"commune": "Le Havre", "forge": Keeping.github})
    assert words in str(refused.value)
    assert str(refused.value).endswith((".", "?", "fr, par exemple."))


@pytest.mark.parametrize(
    ("answer", "seats"),
    [
        ("Sports et loisirs, 4, 4", ("Sports et loisirs", 4, 4)),
        ("Culture, mémoire et patrimoine, 4, 2", ("Culture, mémoire et patrimoine", 4, 2)),
        ("Culture 3 titulaires et 2 suppléantes", ("Culture", 3, 2)),
        ("Quartiers : 5", ("Quartiers", 5, 0)),
        ("Collège 1, 4, 4", ("Collège 1", 4, 4)),
    ],
)
def test_a_college_is_read_as_people_write_it(answer: str, seats: tuple[str, int, int]) -> None:
    (question,) = (one for one in QUESTIONS if one.name == "colleges")
    read = question.read(answer, {})
    assert (read.nom, read.titulaires, read.suppleants) == seats


def test_where_nothing_is_known_everything_but_three_answers_may_be_left_out(tmp_path: Path) -> None:
    said = iter(["Le Mans", "", "", "", "", "je ne sais pas", "a-confirmer", "aucun"])
    made = found(talked(lambda _: next(said), lambda _: None), tmp_path / "ville", TODAY)
    hub = inspect(tmp_path / "ville", TODAY).hub
    assert (hub.site.contact, hub.bureau.colleges, hub.site.depot) == (None, (), None)
    assert made.left == len(lacking(hub, TODAY)) == 22
    assert not {".github", ".gitlab", ".forgejo", "CODEOWNERS"} & set(there(tmp_path / "ville"))


def new(folder: Path, *words: str) -> int:
    return main(["new", str(folder), *words, "--today", str(TODAY)])


def test_a_file_of_answers_is_printed_to_be_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "--questions"]) == 0
    printed = capsys.readouterr().out
    assert printed == model("python build.py")
    (tmp_path / "reponses.yaml").write_text(
        printed.replace('commune: ""', "commune: Le Mans").replace('forge: ""', "forge: gitlab")
    )
    assert new(tmp_path / "ville", "--answers", str(tmp_path / "reponses.yaml")) == 0
    assert inspect(tmp_path / "ville", TODAY).problems == []


def test_a_town_is_begun_on_the_day_that_it_is(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("commune: Le Mans\nconseil: Office des associations\nforge: gitlab\n")
    assert main(["new", str(tmp_path / "ville"), "--answers", str(tmp_path / "r.yaml")]) == 0


REFUSED = {
    "a field that is misspelt": ("comune: Le Mans\nconseil: B\nforge: github\n", [("C001", 1)]),
    "what is left out": ("commune: Le Mans\nconseil: Office\n", [("C002", 1)]),
    "words for a number": (
        "commune: A\nconseil: B\nforge: github\ncolleges: [{nom: C, titulaires: un}]\n",
        [("C009", 4)],
    ),
    "a colour that YAML loses": ("commune: A\nconseil: B\nforge: github\ncouleur: #123456\n", [("T029", 4)]),
    "somebody's mailbox and mobile": (
        "commune: Le Mans\nconseil: B\nforge: github\ncourriel: a@free.fr\ntelephone: 06 12 34 56 78\n",
        [("V002", 4), ("V001", 5)],
    ),
    "a mailbox and a number of examples": (
        "commune: Le Mans\nconseil: B\nforge: github\ncourriel: a@b.example\ntelephone: 01 99 00 00 03\n",
        [("P022", 4), ("P022", 5)],
    ),
    "what cannot be true together": (
        "commune: Le Mans\nconseil: Conseil du Mans\nforge: gitlab\ndepot: https://github.com/a/b\n",
        [("C049", 2), ("P053", 4)],
    ),
    "no answers at all": ("", [("T019", 1)]),
    "a list": ("- Le Mans\n", [("T024", 1)]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_answers_that_make_no_town_are_told_at_their_lines_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    text, expected = REFUSED[case]
    (tmp_path / "reponses.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        read(tmp_path / "reponses.yaml")
    assert [(problem.code, problem.line) for problem in refused.value.problems] == expected
    assert new(tmp_path / "ville", "--answers", str(tmp_path / "reponses.yaml")) == 1
    assert "rien n’a été écrit" in capsys.readouterr().err
    assert there(tmp_path) == ["reponses.yaml"]


def test_answers_in_another_alphabet_and_a_folder_for_answers_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "r.yaml").write_bytes("commune: Hyères\n".encode("latin-1"))
    assert new(tmp_path / "ville", "--answers", str(tmp_path / "r.yaml")) == 1
    assert "r.yaml:1:12: erreur T002" in capsys.readouterr().out
    assert new(tmp_path / "ville", "--answers", str(tmp_path)) == 2
    assert "n’existe pas" in capsys.readouterr().err


def test_a_folder_that_holds_something_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    assert new(tmp_path) == 1, "before any question"
    said = capsys.readouterr()
    assert "n’est pas vide (photo.jpg) : rien n’y a été changé." in said.err.replace("\u00a0", " ")
    assert said.out == ""
    assert there(tmp_path) == ["photo.jpg"]


def test_what_is_no_folder_for_a_town_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()
    (tmp_path / "lien").symlink_to(tmp_path)
    for name in ("fichier", "lien", "ailleurs/ville"):
        with pytest.raises(TakenError, match=r"« .* »"):
            laying.refuse_taken(tmp_path / name)


@pytest.mark.parametrize("held", [[], [".git"]], ids=["empty", "just cloned"])
def test_an_empty_folder_is_filled_as_is_a_repository_just_cloned(tmp_path: Path, held: list[str]) -> None:
    ville = tmp_path / "ville"
    ville.mkdir()
    for name in held:
        (ville / name).mkdir()
    found(answers(), ville, TODAY)
    assert set(there(ville)) >= {*held, "content", "mkdocs.yml", "modeles", ".github"}
    assert there(tmp_path) == ["ville"]


def test_answers_that_are_refused_at_the_end_are_kept_to_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = iter(["Le Mans", "", "Conseil de Malakoff", "Sports, 4, 4", "", "#1f6f5c", "", "", "gitlab", ""])
    monkeypatch.setattr("hub.founding.talk.talked.__defaults__", (lambda _: next(typed), lambda _: None))
    assert new(Path("ville")) == 1
    said = plain(capsys.readouterr().out)
    assert "Malakoff » : ces mots sont d'une autre ville" in said
    assert "new ville --answers ville-reponses.yaml" in said
    assert there(tmp_path) == ["ville-reponses.yaml"]
    kept = tmp_path / "ville-reponses.yaml"
    kept.write_text(kept.read_text("utf-8").replace("Conseil de Malakoff", "Conseil local"), "utf-8")
    assert new(Path("ville"), "--answers", kept.name) == 0
    hub = inspect(tmp_path / "ville", TODAY).hub
    assert (hub.site.couleur, [one.nom for one in hub.bureau.colleges]) == ("#1f6f5c", ["Sports"])


def test_answers_kept_before_are_not_written_over(tmp_path: Path) -> None:
    paths = [laying.set_aside(tmp_path / "ville", text) for text in ("un", "deux")]
    assert [path.name for path in paths] == ["ville-reponses.yaml", "ville-reponses-2.yaml"]
    assert paths[0].read_text("utf-8") == "un"


def test_an_interruption_at_a_question_leaves_nothing(tmp_path: Path) -> None:
    program = [sys.executable, "-u", str(towns.ROOT / "build.py"), "new", "ville"]
    with subprocess.Popen(
        program, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asked:
        assert asked.stdin
        assert asked.stdout
        asked.stdin.write(b"Le Mans\n")
        asked.stdin.flush()
        while b"le conseil du Mans" not in asked.stdout.readline():
            pass
        asked.send_signal(signal.SIGINT)
        _, said = asked.communicate(timeout=60)
    assert asked.returncode == 130
    assert "interrompu : rien n’a été écrit." in said.decode().replace("\u00a0", " ")
    assert there(tmp_path) == []


@pytest.mark.parametrize("empty", [True, False], ids=["an empty folder", "a new one"])
def test_an_interruption_while_it_is_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    ville = tmp_path / "ville"
    if empty:
        ville.mkdir()
    moved: list[Path] = []
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        moved.append(self)
        if len(moved) == (4 if empty else 1):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        found(answers(), ville, TODAY)
    assert there(tmp_path) == (["ville"] if empty else [])
    assert not empty or there(ville) == []


def test_a_model_of_each_kind_passes_the_check_where_it_is_copied(tmp_path: Path) -> None:
    ville = tmp_path / "ville"
    found(answers(), ville, TODAY)
    for one in models.texts(TODAY):
        (ville / one.copied).write_bytes((ville / one.path).read_bytes())
    for path, key in (("association", "associations"), ("mandat", "mandats")):
        register = ville / ("associations.yaml" if path == "association" else "bureau.yaml")
        entry = (ville / f"modeles/{path}.yaml").read_text(encoding="utf-8")
        text = register.read_text(encoding="utf-8").replace(f"{key}: []\n", f"{key}:\n{entry}")
        register.write_text(text, encoding="utf-8")
    looked = inspect(ville, TODAY)
    assert [str(problem) for problem in looked.problems if problem.severity == "error"] == []
    assert len(looked.hub.associations) == len(looked.hub.bureau.mandats) == len(looked.hub.minutes) == 1


def test_a_model_shows_every_field_with_what_it_is(tmp_path: Path) -> None:
    texts = {one.folder: one.text for one in models.texts(TODAY)}
    assert set(texts) == {*_folders()}
    event = texts["content/agenda"]
    assert re.search(r"# Catégorie : [^#]* Au choix : [^#]*reunion", event)
    assert all(line.startswith("#") or ": " in line for line in event.split("---")[1].strip().split("\n"))


def _folders() -> Iterator[str]:
    from hub.model.kinds import BY_FOLDER

    yield from BY_FOLDER


FORGE_OF = {
    "github": {".github", "CODEOWNERS"},
    "gitlab": {".gitlab", ".gitlab-ci.yml", "CODEOWNERS", "renovate.json"},
    "forgejo": {".forgejo", ".github", "CODEOWNERS", "renovate.json"},
    "aucune": set(),
}
COMMON = {
    "CONTRIBUTING.md",
    "README.md",
    "associations.yaml",
    "bureau.yaml",
    "content",
    "minutes",
    "mkdocs.yml",
}
COMMON |= {"modeles", "redirections.yaml", "programme.txt", ".gitignore", ".vscode", "Makefile", "schemas"}
COMMON |= {"requirements.txt", "requirements-import.txt", "scripts"}
"""What the town writes, and what the program gives to every town."""


@pytest.mark.parametrize("forge", FORGE_OF)
def test_a_town_has_the_files_of_its_forge_alone(forge: str) -> None:
    made = files(answers(forge=forge), TODAY)
    assert {path.partition("/")[0] for path in made} == COMMON | FORGE_OF[forge]


def test_zizmor_finds_nothing_in_the_jobs_of_a_new_town(tmp_path: Path) -> None:
    found(answers(forge="github"), tmp_path / "ville", TODAY)
    program = Path(sys.executable).with_name("zizmor")
    command = [str(program), "--offline", "--persona=auditor", "--format=json", "."]
    ran = subprocess.run(command, cwd=tmp_path / "ville", capture_output=True, text=True, check=False)
    assert json.loads(ran.stdout) == [], ran.stdout


def test_the_installed_program_founds_a_town_whose_makefile_says_what_is_left(
    shared: Shared, tmp_path: Path
) -> None:
    """As a town without this repository does it, from its wheel."""
    bin, ville = installed.program(shared), tmp_path / "ville"
    (tmp_path / "r.yaml").write_text(f"commune: Les Lilas\nconseil: {COUNCIL}\nforge: gitlab\n", "utf-8")
    done = installed.ran(bin, tmp_path, "new", "ville", "--answers", "r.yaml", "--today", str(TODAY))
    assert "    hub ready --source ville\n" in done.stdout, done.stderr
    (ville / ".venv").mkdir()
    for part in bin.parent.iterdir():
        (ville / ".venv" / part.name).symlink_to(part)
    (ville / ".venv/.site").touch()
    command = ["make", "--no-print-directory", "check", "upgrade", "todo", f"TODAY={TODAY}"]
    ran = subprocess.run(command, cwd=ville, capture_output=True, text=True, check=False)
    assert ran.stdout.startswith("7 fichiers : aucune erreur, aucun avertissement.\n"), ran.stderr
    assert "Pas encore prêt" in ran.stdout
    assert "hub explain P0" in ran.stdout
    assert list(renewed(ville)) == []


WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"),
        include_characters=" ",
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=15, deadline=None)
@given(commune=WORDS, conseil=WORDS, names=st.lists(WORDS, max_size=3, unique=True))
def test_whatever_one_answers_the_settings_say_it_or_say_why_not(
    tmp_path_factory: pytest.TempPathFactory, commune: str, conseil: str, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("n")
    given = {"commune": commune, "conseil": conseil, "forge": "aucune"}
    try:
        said = Answers.model_validate(
            given | {"colleges": [{"nom": name, "titulaires": "1"} for name in names]}
        )
        found(said, folder / "ville", TODAY)
    except (ValueError, RefusedError):
        assert there(folder) == []
        return
    hub = inspect(folder / "ville", TODAY).hub
    assert (hub.site.commune, hub.site.conseil) == (said.commune, said.conseil)
    assert [one.nom for one in hub.bureau.colleges] == [one.nom for one in said.colleges]
