"""What the hub does on a forge, by the API of each: on this machine, against what stands for it."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cmarkgfm.cmark import markdown_to_html_with_extensions
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from hub.forge import __main__ as command
from hub.forge import proposing, taking
from hub.forge.alive import keep_alive
from hub.forge.announcement import LARGEST, read, written
from hub.forge.announcing import announce
from hub.forge.environment import Here
from hub.forge.github import GitHub
from hub.forge.leafing import leafed
from hub.forge.nouns import Change, Forge, ForgeError
from hub.forge.renewed import mark, renew_issue, renew_note
from hub.forge.saying import comment, in_text
from hub.markup.forge import code, line
from hub.proposal.forms import EVENT
from tests import towns
from tests.conftest import Tab, choose
from tests.forges import MADE, REPOSITORIES, TOKEN, State, running, zipped
from tests.test_proposal import DATE, filled

KINDS = tuple(MADE)


def here(kind: str, url: str, **more: str) -> Here:
    """The variables of a job."""
    said = {"KIND": kind, "API": url, "REPOSITORY": REPOSITORIES[kind], "MAIN": "main", "TOKEN": TOKEN} | more
    return Here({f"FORGE_{name}": value for name, value in said.items()})


@pytest.fixture(params=KINDS)
def forge(request: pytest.FixtureRequest) -> Iterator[tuple[Forge, State]]:
    with running(request.param) as (url, state):
        yield here(request.param, url).forge(), state


@pytest.fixture
def hub() -> Iterator[tuple[GitHub, State]]:
    with running("github") as (url, state):
        yield here("github", url).github(), state


def test_an_issue_is_opened_renewed_and_closed_and_never_doubled(forge: tuple[Forge, State]) -> None:
    one, state = forge
    assert renew_issue(one, "liens", "Des liens", "") == "rien à dire, et aucune demande à fermer"
    assert renew_issue(one, "liens", "Des liens", "un\n") == "demande 1 ouverte"
    assert renew_issue(one, "liens", "Des liens", "un") == "demande 1 déjà à jour"
    assert renew_issue(one, "liens", "Des liens", "deux") == "demande 1 renouvelée"
    assert renew_issue(one, "veiller", "À faire", "trois") == "demande 2 ouverte"
    assert state.issues[1]["body"] == "<!-- hub:liens -->\ndeux\n"
    assert renew_issue(one, "liens", "Des liens", " \n") == "demande 1 fermée"
    assert state.opened() == ["À faire"]
    assert renew_issue(one, "liens", "Des liens", "un") == "demande 3 ouverte"


def test_an_issue_is_never_longer_than_a_forge_takes(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    renew_issue(one, "liens", "Des liens", "- une adresse\n" * 9_000)
    assert 50_000 < len(state.issues[1]["body"]) < 65_536
    assert state.issues[1]["body"].endswith(
        "- une adresse\n\n… La suite est trop longue : elle est dans le journal.\n"
    )


def test_a_forge_that_answers_anything_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with running("github") as (url, state):
        state.runs[8] = {"id": "x", "head_repository": 3}
        for name, value in here("github", url, RUN="8").said.items():
            monkeypatch.setenv(name, value)
        assert command.main(["announce"]) == 1
    assert capsys.readouterr().err == "hub.forge : la forge n'a pas répondu comme on l'attend d'elle.\n"


def test_an_issue_of_somebody_else_is_theirs_whatever_mark_it_bears(forge: tuple[Forge, State]) -> None:
    one, state = forge
    theirs = state.open("Des liens", "<!-- hub:liens -->\nà moi", "mallory")
    assert renew_issue(one, "liens", "Des liens", "un") == "demande 2 ouverte"
    assert renew_note(one, 1, "annonce", "un", of_proposal=False) == "commentaire écrit"
    assert theirs["body"] == "<!-- hub:liens -->\nà moi"


def test_a_comment_is_written_once_then_renewed(forge: tuple[Forge, State]) -> None:
    one, state = forge
    state.note(5, "Bravo", "alice")
    state.note(5, "<!-- hub:annonce -->\nfaux", "mallory")
    assert renew_note(one, 5, "annonce", "un") == "commentaire écrit"
    assert renew_note(one, 5, "annonce", "un") == "commentaire déjà à jour"
    assert renew_note(one, 5, "annonce", "deux") == "commentaire renouvelé"
    assert [note["body"] for note in state.notes[5]] == [
        "Bravo",
        "<!-- hub:annonce -->\nfaux",
        "<!-- hub:annonce -->\ndeux\n",
    ]


def test_a_mark_is_a_word_of_ours() -> None:
    with pytest.raises(ValueError, match="not a subject"):
        mark("x --> y")


def test_a_change_of_files_becomes_a_branch_and_a_proposal(forge: tuple[Forge, State]) -> None:
    one, state = forge
    state.branches["main"] = {"associations.yaml": "vieux", "autre": "x"}
    files = {"associations.yaml": "neuf « é »", "content/agenda/fête 1.md": "---\n"}
    change = Change("demande/4", "Demande 4", "Bonjour", files)
    assert one.propose(change).startswith("https://forge.example/")
    assert state.branches["demande/4"] == {"autre": "x", **files}
    assert state.branches["main"] == {"associations.yaml": "vieux", "autre": "x"}
    assert one.propose(change) == "", "a branch that is there is somebody's work"
    assert len(state.pulls) == 1


def test_a_branch_that_could_not_be_proposed_is_taken_back(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    state.refused["POST /repos/ville/hub/pulls"] = 403
    with pytest.raises(ForgeError, match="403"):
        one.propose(Change("demande/4", "Demande 4", "", {"a.md": "x"}))
    assert set(state.branches) == {"main"}


def test_what_a_forge_refuses_is_a_sentence_without_the_token() -> None:
    for kind in KINDS:
        with running(kind) as (url, _), pytest.raises(ForgeError) as error:
            here(kind, f"{url}/ailleurs").forge().issue(4)
        assert "404" in str(error.value)
        assert TOKEN not in str(error.value)


def test_a_forge_that_is_not_there_or_says_anything_is_a_sentence() -> None:
    with pytest.raises(ForgeError, match="ne répond pas"):
        here("github", "http://127.0.0.1:9").forge().issue(4)
    with pytest.raises(ForgeError, match="n'est pas l'adresse d'une forge"):
        here("github", "file:///etc/passwd").forge()


# A change, told to its proposal


PROBLEM = {
    "path": "bureau.yaml",
    "line": 7,
    "column": 1,
    "severity": "error",
    "code": "C006",
    "message": "« x » n'est pas possible.",
    "remedy": "Écrivez « y ».",
    "form": {
        "of": "Bureau, mandat 1",
        "place": "Sièges, siège 1, Rôle",
        "message": "« x » n’est pas possible.",
        "remedy": "Choisissez dans la liste.",
        "code": "",
    },
}
WARNING = PROBLEM | {"line": 9, "severity": "warning", "code": "M012"}


def brief(lead: str = "Une réunion paraît.", *words: str) -> dict[str, Any]:
    """What `changes --format brief` says."""
    rows = [{"mots": one, "suite": [one], "code": one} for one in words]
    return {"phrase": lead, "parties": [{"titre": lead, "lignes": rows, "restants": 2}]}


def left(problems: list[dict[str, Any]], changes: Any = None) -> bytes:
    return zipped({"annonce.json": written(problems, changes).encode()})


def with_run(state: State, event: str = "pull_request", commit: str = "c1", **head: Any) -> None:
    """A run of « vérifier » on the branch of a copy of the repository, and its proposal."""
    owner = {"full_name": "mallory/hub", "owner": {"login": "mallory"}}
    run = {
        "id": 8,
        "event": event,
        "head_sha": commit,
        "head_branch": "ma branche; $(id)",
        "head_repository": owner,
    }
    state.runs[8] = run | {"html_url": "https://forge.example/run/8"} | head
    state.pulls.append({"number": 5, "owner": "mallory", "head": {"sha": "c1", "ref": "ma branche; $(id)"}})


def test_a_proposal_is_told_what_it_does(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    with_run(state)
    state.artifacts[8] = {"site": b"x", "annonce": left([PROBLEM], brief("Une page paraît.", "un-guide"))}
    assert announce(one, 8) == "commentaire écrit"
    assert state.notes[5][0]["body"] == (
        "<!-- hub:annonce -->\n"
        "### Pas encore : 1 erreur\n\n"
        "Une page paraît.\n\n"
        "#### À corriger avant de publier\n\n"
        "**Bureau, mandat 1**\n\n"
        "- **Sièges, siège 1, Rôle** : « x » n’est pas possible. Choisissez dans la liste. "
        "(`bureau.yaml:7`, C006)\n\n"
        "Pas à pas : « Quand la vérification refuse », dans les pages « Contribuer » du site.\n\n"
        "#### Une page paraît.\n\n"
        "- un\\-guide\n  - un\\-guide\n\n  ```yaml\n  un-guide\n  ```\n\n- et 2 autres\n\n"
        "**Pour le voir** : sur [la page de la vérification](https://forge.example/run/8), téléchargez "
        "« site », ouvrez le dossier, puis `index.html` ; tout y est, sauf la recherche.\n\n"
        "_Ce message se renouvelle à chaque enregistrement._\n"
    )
    state.artifacts[8]["annonce"] = left([])
    assert announce(one, 8) == "commentaire renouvelé"
    assert "### Vérifié : rien à corriger" in state.notes[5][0]["body"]


def _comment(problems: list[dict[str, Any]], changes: Any = None) -> str:
    return comment(read(written(problems, changes).encode()), "")


def test_what_a_proposal_brings_is_told_and_what_was_there_is_counted() -> None:
    old = WARNING | {"line": 30}
    changes = brief() | {"nouveaux": [["bureau.yaml", 9, 1, "M012"]], "dits": [], "perdues": []}
    told = _comment([WARNING, old, PROBLEM], changes)
    assert told.startswith("### Pas encore : 1 erreur, 1 avertissement\n")
    assert [line for line in told.split("\n") if line.startswith("- **")] == [
        "- **Sièges, siège 1, Rôle** : « x » n’est pas possible. Choisissez dans la liste. "
        f"(`bureau.yaml:{line}`, {code})"
        for line, code in ((7, "C006"), (9, "M012"))
    ]
    assert "1 avertissement était déjà là avant cette proposition." in told
    assert "Vérifié : rien à corriger" in _comment([old], changes)


def test_what_must_be_looked_at_is_told_before_what_changes_and_who_is_told() -> None:
    titles = ("Ce qui paraît", "Qui sera prévenu")
    parts = [
        {"titre": one, "lignes": [{"mots": "x", "suite": [], "code": ""}], "restants": 0} for one in titles
    ]
    changes = {"phrase": "Une réunion paraît.", "parties": parts, "nouveaux": None}
    told = _comment([WARNING, PROBLEM], changes)
    assert re.findall("(?m)^#+ (.*)$", told) == [
        "Pas encore : 1 erreur, 1 avertissement",
        "À corriger avant de publier",
        "À regarder : cela n’empêche pas de publier",
        *titles,
    ]
    logged = list(in_text(read(written([WARNING, PROBLEM], changes).encode())))
    assert [line for line in logged if line in titles or line.startswith("À ")] == re.findall(
        "(?m)^#### (.*)$", told
    )


def test_a_problem_that_the_changes_tell_is_told_once() -> None:
    lost = WARNING | {"path": "content/guides/semer.md", "code": "P009", "message": "/guides/semer/ : …"}
    changes = brief() | {"nouveaux": [], "dits": [["bureau.yaml", 7]], "perdues": ["/guides/semer/"]}
    assert "Vérifié : rien à corriger" in _comment([PROBLEM, lost], changes)
    assert "/guides/semer/" not in _comment([PROBLEM, lost], changes)


def test_what_is_to_be_done_at_several_places_is_told_once_with_them() -> None:
    other = WARNING | {"line": 12, "form": WARNING["form"] | {"place": "Sièges, siège 2, Rôle"}}
    html = shown_html(_comment([WARNING, other]))
    assert html.count("Choisissez dans la liste.") == 1
    assert html.count("<ul>") == 2
    assert html.index("Choisissez") < html.index("siège 1") < html.index("siège 2")


def test_a_table_to_be_copied_is_in_a_block_that_shows_it_as_it_is() -> None:
    table = "| A | B |\n| --- | --- |\n| ``` | <b> @x |"
    html = shown_html(_comment([WARNING | {"form": WARNING["form"] | {"code": table}}]))
    assert "<table" not in html
    assert "<code>| A | B |\n| --- | --- |\n| ``` | &lt;b&gt; @x |\n</code>" in html


def test_what_an_older_program_left_is_told_too() -> None:
    """A proposal made from a copy that nobody brought up to date."""
    row = {name: value for name, value in PROBLEM.items() if name != "form"}
    assert "- « x » n'est pas possible. Écrivez « y ». (`bureau.yaml:7`, C006)" in _comment([row])


def test_what_a_form_proposed_is_told_as_well(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    with_run(state, event="workflow_dispatch")
    state.artifacts[8] = {"annonce": left([])}
    assert announce(one, 8) == "commentaire écrit"


def test_the_token_is_not_taken_to_where_the_forge_keeps_its_archives(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    with_run(state)
    state.artifacts[8] = {"annonce": left([])}
    announce(one, 8)
    assert len(state.elsewhere) == 1
    assert TOKEN not in str(state.elsewhere)


@pytest.mark.parametrize(
    "head",
    [
        {"commit": "c2"},
        {"event": "push"},
        {"head_branch": "autre"},
        {"head_repository": {"full_name": "ville/hub", "owner": {"login": "ville"}}},
        {"head_repository": None},
    ],
    ids=["an older commit", "no proposal", "another branch", "another owner", "a copy that is gone"],
)
def test_a_run_that_is_of_no_open_proposal_says_nothing(
    hub: tuple[GitHub, State], head: dict[str, Any]
) -> None:
    one, state = hub
    with_run(state, **head)
    state.artifacts[8] = {"annonce": left([])}
    assert announce(one, 8) == "aucune proposition ouverte n'en est là : rien à dire"
    assert not [call for call in state.calls if call.startswith(("POST", "PATCH"))]


@pytest.mark.parametrize(
    "archive",
    [
        None,
        b"no archive",
        zipped({"autre.json": b"{}"}),
        zipped({"annonce.json": b"[1, 2"}),
        zipped({"annonce.json": b'{"problems": [{}], "changes": null}'}),
        zipped({"annonce.json": b'{"problems": 3, "changes": null}'}),
        zipped({"annonce.json": b'{"problems": [], "changes": "une phrase"}'}),
        zipped({"annonce.json": b'{"problems": [], "changes": {"phrase": "x", "parties": [3]}}'}),
        zipped({"annonce.json": b"[" * 100_000}),
        zipped({"annonce.json": b" " * (LARGEST + 10)}),
    ],
    ids=[
        "none",
        "no zip",
        "another file",
        "cut",
        "no problem",
        "no list",
        "no outline",
        "no part",
        "deep",
        "large",
    ],
)
def test_what_a_run_left_may_be_anything(hub: tuple[GitHub, State], archive: bytes | None) -> None:
    one, state = hub
    with_run(state)
    state.artifacts[8] = {} if archive is None else {"annonce": archive}
    assert announce(one, 8) == "commentaire écrit"
    assert "La vérification n’a pas pu se faire" in state.notes[5][0]["body"]


def shown_html(markdown: str) -> str:
    return markdown_to_html_with_extensions(
        markdown, extensions=["table", "autolink", "tasklist", "strikethrough"]
    )


HOSTILE = st.text(
    st.sampled_from("`~\n<>[]()!@#*_-: \t\r\u202e\u2066\x1b\x07|/\\") | st.characters(), max_size=60
) | st.sampled_from(
    ["```\n@equipe\n```", "~~~\n# x", "</code><script>x</script>", "![](https://x.fr/a)", "/close"]
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_words_of_a_stranger_are_only_shown(message: str, changes: str, path: str) -> None:
    form = dict.fromkeys(PROBLEM["form"], message) | {"of": changes, "place": path, "code": "x"}
    row = PROBLEM | {"message": message, "path": path, "code": changes, "form": form}
    said = read(written([row], brief(changes, message, path)).encode("utf-8", "replace"))
    plain = PROBLEM | {"form": dict.fromkeys(PROBLEM["form"], "x")}
    bare = read(written([plain], brief("x", "y", "z")).encode())
    html, like = (shown_html(comment(one, "https://forge.example/run/8")) for one in (said, bare))
    for tag in (
        "<a ",
        "<img",
        "<script",
        "<input",
        "<h1",
        "<h2",
        "<h3",
        "<h4",
        "<ul",
        "<li",
        "<pre",
        "<table",
    ):
        assert html.count(f"<{tag}") == like.count(f"<{tag}"), tag
    assert not set(html) & set("\x1b\x07\u202e\u2066")


@given(HOSTILE)
def test_a_few_words_of_code_cannot_be_left(text: str) -> None:
    inline = shown_html(f"a {code(text)} b\n")
    assert inline.startswith("<p>a <code>")
    assert inline.endswith("</code> b</p>\n")


def test_a_text_too_long_is_cut_and_says_so() -> None:
    assert line("a" * 30, 10) == "aaaaaaaaaa…"
    assert line("a\nb\r\n\tc") == "a b c"
    long = PROBLEM | {"form": PROBLEM["form"] | {"message": "#a@b " * 200}}
    many = read(written([long] * 900, brief("x " * 500, *["mot @a #1 " * 900] * 12)).encode())
    assert "- … et 870 de plus." in comment(many, "")
    assert 30_000 < len(comment(many, "")) < 65_000


def test_where_a_token_may_only_read_the_words_stay_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "LEFT", tmp_path)
    (tmp_path / "annonce.json").write_text(written([]), encoding="utf-8")
    with running("forgejo") as (url, state):
        state.refused["POST /repos/ville/hub/issues/5/comments"] = 403
        for name, value in here("forgejo", url, PROPOSAL="5").said.items():
            monkeypatch.setenv(name, value)
        assert command.main(["say"]) == 0
    assert "le jeton ne permet pas d'écrire" in capsys.readouterr().out


def test_a_job_says_which_variable_is_missing() -> None:
    with pytest.raises(ForgeError, match="FORGE_KIND"):
        Here({}).forge()
    with pytest.raises(ForgeError, match="FORGE_RUN n'est pas un nombre"):
        Here({"FORGE_RUN": "8; id"}).number("RUN")


# A form, proposed


def test_the_answers_of_a_form_are_proposed_then_left_to_the_reviewers(forge: tuple[Forge, State]) -> None:
    one, state = forge
    asked = state.open(
        "Date : $(id)", filled(EVENT, DATE | {"titre": "Fête $(id) closes #1 @equipe"}), "alice"
    )
    assert proposing.propose(one, one.issue(1)) == "commentaire écrit"
    (branch,) = set(state.branches) - {"main"}
    assert branch == "demande/1"
    assert list(state.branches[branch]) == ["content/agenda/fete-id-closes-1-equipe-2027.md"]
    (pull,) = state.pulls
    assert pull["title"] == "Demande 1 : content/agenda/fete-id-closes-1-equipe-2027.md"
    assert "`Une date : Fête $(id) closes #1 @equipe, 2027-06-05 14:00.`" in (
        pull.get("body") or pull["description"]
    )
    assert "C’est proposé : https://forge.example/" in state.notes[1][0]["body"]
    assert state.started == ([("verifier.yml", "demande/1")] if isinstance(one, GitHub) else [])
    assert proposing.propose(one, one.issue(1)) == "déjà vue, et inchangée depuis"
    asked["body"] += "\n\nEncore."
    proposing.propose(one, one.issue(1))
    assert "se corrige maintenant dans la proposition" in state.notes[1][0]["body"]
    assert len(state.notes[1]) == len(state.pulls) == 1


def test_what_has_to_be_corrected_is_said_and_nothing_is_proposed(forge: tuple[Forge, State]) -> None:
    one, state = forge
    state.open("Date : x", filled(EVENT, DATE | {"debut": "bientôt", "organisateurs": ""}), "alice")
    state.open("Bonjour", "Le site est en panne.", "bob")
    done = proposing.propose_all(one)
    assert sorted(done) == ["1 : commentaire écrit", "2 : ne vient pas d'un formulaire"]
    assert "Il reste à corriger votre demande" in state.notes[1][0]["body"]
    assert "- Début : " in state.notes[1][0]["body"]
    assert (state.pulls, 2 in state.notes) == ([], False)


# What was published, taken back


def a_site(root: Path) -> Path:
    (root / "site/agenda").mkdir(parents=True)
    (root / "site/.hub").write_text("{}", encoding="utf-8")
    (root / "site/agenda/index.html").write_text("agenda", encoding="utf-8")
    (root / ".site.cache").mkdir()
    (root / ".site.cache/a").write_text("fait", encoding="utf-8")
    return root


def files_of(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for name in taking.KEPT
        for path in sorted((root / name).rglob("*"))
        if path.is_file()
    }


ALL = {"site/.hub": "{}", "site/agenda/index.html": "agenda", ".site.cache/a": "fait"}


def ours(number: int, **more: Any) -> dict[str, Any]:
    return {"id": number, "event": "schedule", "head_repository": {"full_name": "ville/hub"}, **more}


def test_github_gives_back_what_its_last_good_night_kept(hub: tuple[GitHub, State], tmp_path: Path) -> None:
    one, state = hub
    taking.pack(tmp_path / "packed", a_site(tmp_path / "old"))
    kept = {"reprise": zipped({"reprise.tar": (tmp_path / "packed/reprise.tar").read_bytes()})}
    evil = {"reprise": zipped({"reprise.tar": b"x"})}
    state.runs = {
        20: ours(20, event="pull_request"),
        19: ours(19, head_repository={"full_name": "mallory/hub"}),
        18: ours(18),
        17: ours(17),
    }
    state.artifacts = {20: evil, 19: evil, 17: kept}
    (tmp_path / "new").mkdir()
    assert taking.take_from_github(one, "publier.yml", tmp_path / "new") == "repris : site, .site.cache"
    assert files_of(tmp_path / "new") == ALL
    assert [path.name for path in (tmp_path / "new").iterdir() if path.name not in taking.KEPT] == []


def test_where_nothing_was_kept_it_is_said(hub: tuple[GitHub, State], tmp_path: Path) -> None:
    assert taking.take_from_github(hub[0], "publier.yml", tmp_path) == taking.NOTHING


def test_what_github_publishes_is_one_archive_without_a_link(tmp_path: Path) -> None:
    root = a_site(tmp_path)
    (root / "site/a").write_text("x", encoding="utf-8")
    (root / "site/b").hardlink_to(root / "site/a")
    taking.pack(tmp_path / "packed", root)
    with tarfile.open(tmp_path / "packed/artifact.tar") as archive:
        assert {one.name for one in archive if not one.isdir()} == {
            "./.hub", "./a", "./b", "./agenda/index.html"
        }  # fmt: skip
        assert all(one.isfile() or one.isdir() for one in archive)


def test_an_archive_that_would_write_elsewhere_writes_nothing(
    hub: tuple[GitHub, State], tmp_path: Path
) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../dehors"))
    hub[1].runs, hub[1].artifacts = {1: ours(1)}, {1: {"reprise": zipped({"reprise.tar": data.getvalue()})}}
    root = tmp_path / "un/deux"
    root.mkdir(parents=True)
    with pytest.raises(ForgeError, match="abîmée"):
        taking.take_from_github(hub[0], "publier.yml", root)
    assert [path.name for path in tmp_path.rglob("*")] == ["un", "deux"]


def test_gitlab_gives_back_what_its_last_job_kept(tmp_path: Path) -> None:
    with running("gitlab") as (url, state):
        one = here("gitlab", url).gitlab()
        (tmp_path / "new").mkdir()
        assert taking.take_from_gitlab(one, "pages", tmp_path / "new").startswith(taking.NOTHING)
        state.artifacts[0] = {"pages": zipped({name: text.encode() for name, text in ALL.items()})}
        assert taking.take_from_gitlab(one, "pages", tmp_path / "new") == "repris : site, .site.cache"
    assert files_of(tmp_path / "new") == ALL


def test_forgejo_keeps_it_on_branches_of_one_commit_each(tmp_path: Path) -> None:
    remote = str(tmp_path / "remote.git")
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    (tmp_path / "new").mkdir()
    assert taking.take_from_branches(remote, "", tmp_path / "new") == taking.NOTHING
    root = a_site(tmp_path / "old")
    for text in ("agenda d'hier", "agenda"):
        (root / "site/agenda/index.html").write_text(text, encoding="utf-8")
        assert taking.publish_branches(remote, TOKEN, root) == "publié sur la branche « pages »"
    assert taking.take_from_branches(remote, TOKEN, tmp_path / "new") == "repris : site, .site.cache"
    assert files_of(tmp_path / "new") == ALL
    count = ["git", "-C", remote, "rev-list", "--count", "pages"]
    assert subprocess.run(count, capture_output=True, text=True, check=True).stdout == "1\n"


# Clocks


def test_the_clocks_of_github_are_started_again(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    assert keep_alive(one, dt.date(2026, 11, 28)) == "les horloges repartent pour soixante jours"
    assert state.enabled == ["publier.yml", "veiller.yml", "liens.yml"]


def test_where_github_does_not_let_us_it_is_said_before_they_stop(hub: tuple[GitHub, State]) -> None:
    one, state = hub
    state.refused["PUT /repos/ville/hub/actions/workflows/publier.yml/enable"] = 403
    assert keep_alive(one, dt.date(2026, 11, 10)).startswith("GitHub arrêtera les horloges le 29/11/2026")
    assert state.opened() == []
    assert keep_alive(one, dt.date(2026, 11, 20)) == "demande 1 ouverte"
    assert state.opened() == ["Le site va cesser de se mettre à jour"]
    del state.refused["PUT /repos/ville/hub/actions/workflows/publier.yml/enable"]
    keep_alive(one, dt.date(2026, 11, 21))
    assert state.opened() == []


# By itself


def test_a_job_that_holds_a_token_needs_nothing_installed() -> None:
    command = [
        sys.executable,
        "-S",
        "-I",
        "-c",
        "import sys; sys.path.insert(0, '.'); import hub.forge.__main__",
    ]
    ran = subprocess.run(command, cwd=towns.ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_site_is_leafed_through_from_a_folder(example_site: Path, tmp_path: Path, tab: Tab) -> None:
    leafed(example_site, tmp_path / "site")
    with tab() as page:
        page.goto((tmp_path / "site/index.html").as_uri())
        choose(page, "Agenda")
        assert page.url == (tmp_path / "site/agenda/index.html").as_uri()
        expect(page.get_by_role("heading", level=1)).to_have_text("Agenda")
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)") > 36
        page.goto((tmp_path / "site/associations/yoga-pour-dragons/index.html").as_uri())
        page.locator(".fil").get_by_role("link", name="Annuaire").click()
        assert page.url.endswith("/associations/index.html")
