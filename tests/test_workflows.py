"""The files of the three forges: what they ask of them, and what each of their steps does, run here."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.proposal.forms import EVENT, FORMS
from tests import towns
from tests.forges import State, running, zipped
from tests.jobs import (
    FOLDERS,
    GITLAB,
    HOSTILE,
    Job,
    Ran,
    clone,
    git,
    given,
    jobs,
    own,
    repository,
    run,
    workflows,
)
from tests.made_once import Shared
from tests.test_proposal import DATE, filled

JOBS = {job.id: job for job in jobs()}
HUB_LIKE = [job for job in JOBS.values() if job.forge != "gitlab"]
FILES = [(forge, path, said) for forge in FOLDERS for path, said in workflows(forge)]
NAMES = [f"{forge}/{path.stem}" for forge, path, _ in FILES]

FETE = {"content/agenda/fete.md": "---\ntitre: Fête\ndebut: 2027-06-05\ncategorie: evenement\n---\nVenez !\n"}
WRONG = {"content/agenda/fete.md": "---\ntitre: Fête\ndebut: bientot\ncategorie: evenement\n---\n"}
EVIL = {
    f"content/agenda/{HOSTILE}.md": f"---\ntitre: '{HOSTILE}'\ndebut: bientot\n---\n::stop-commands::x\n",
    "content/guides/--help.md": "---\ntitre: x\n---\n",
    "content/agenda/a b\n::error::c.md": "---\ntitre: x\n---\n",
}


# What the files ask


def schema(name: str) -> Any:
    """A schema that check-jsonschema ships: SchemaStore's, GitLab's own."""
    file = resources("check_jsonschema") / f"builtin_schemas/vendor/{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))


def wrong(name: str, *paths: str) -> list[str]:
    program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}"]
    files = [str(towns.ROOT / path) for path in paths]
    ran = subprocess.run([*program, *files], capture_output=True, text=True, check=False)
    return [] if ran.returncode == 0 else ran.stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("github-workflows", [path.relative_to(towns.ROOT).as_posix() for _, path, _ in FILES]),
        ("github-issue-forms", [f".github/ISSUE_TEMPLATE/{form.name}.yml" for form in FORMS]),
        ("github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [".github/dependabot.yml"]),
        ("renovate", ["renovate.json"]),
        ("gitlab-ci", [GITLAB]),
    ],
)  # fmt: skip
def test_files_are_of_the_form_that_their_forge_reads(name: str, paths: list[str]) -> None:
    assert paths
    assert wrong(name, *paths) == []


def test_zizmor_finds_nothing() -> None:
    program = Path(sys.executable).with_name("zizmor")
    places = [".github", *(str(path) for forge, path, _ in FILES if forge == "forgejo")]
    command = [str(program), "--offline", "--no-progress", "--format", "json", *places]
    ran = subprocess.run(command, cwd=towns.ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, json.loads(ran.stdout)) == (0, []), ran.stderr


def test_what_zizmor_is_told_to_leave_has_its_reason() -> None:
    excused = [
        (path.name, found)
        for _, path, _ in FILES
        for found in re.findall(r"# zizmor: ignore\[(.*)\n", path.read_text(encoding="utf-8"))
    ]
    assert excused == [
        ("annoncer.yml", "dangerous-triggers] rien de la proposition n'est extrait ni lancé ici"),
    ]


@pytest.mark.parametrize(("forge", "path", "said"), FILES, ids=NAMES)
def test_a_workflow_grants_nothing_and_a_job_the_least(forge: str, path: Path, said: Any) -> None:
    assert said["permissions"] == {}
    assert "concurrency" in said
    for job in said["jobs"].values():
        assert job["permissions"]
        assert int(job["timeout-minutes"]) <= 60
        reasons = re.findall(r"^ {6}[a-z-]+: (?:read|write) # \S", path.read_text("utf-8"), re.MULTILINE)
        assert len(reasons) == sum(len(one["permissions"]) for one in said["jobs"].values())


@pytest.mark.parametrize("job", [job for job in HUB_LIKE if job.uses], ids=lambda job: job.id)
def test_actions_are_pinned_and_no_checkout_keeps_the_token(job: Job) -> None:
    for action, asked in job.uses:
        assert re.fullmatch(r"(?:actions|forgejo)/[a-z-]+@[0-9a-f]{40}", action)
        if action.startswith("actions/checkout@"):
            assert asked["persist-credentials"] == "false"


def test_each_action_is_pinned_at_one_commit_whose_version_is_said() -> None:
    lines = {
        line.partition("uses: ")[2]
        for _, path, _ in FILES
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses: " in line
    }
    assert all(re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+(\.\d+\.\d+)?", line) for line in lines)
    assert len({line.partition("@")[0] for line in lines}) == len(lines) == 4


@pytest.mark.parametrize("job", HUB_LIKE, ids=lambda job: job.id)
def test_no_step_holds_an_expression_and_no_variable_what_a_stranger_chose(job: Job) -> None:
    chosen = re.compile(r"title|body|head|ref_name|actor|author|login|message|label|user")
    for step in job.steps:
        assert "${{" not in step.run
        assert len(step.run.splitlines()) == 1, (
            "what a job does is in Make or in Python, where three forges share it"
        )
        for value in step.env.values():
            for expression in re.findall(r"\$\{\{(.*?)\}\}", value):
                assert not chosen.search(expression), expression


def test_what_looks_at_a_proposal_has_no_secret_and_writes_nowhere() -> None:
    for forge, path, said in FILES:
        if "pull_request" not in said["on"]:
            continue
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text
        for job in said["jobs"].values():
            writes = {name for name, right in job["permissions"].items() if right == "write"}
            assert writes == ({"pull-requests"} if (forge, path.stem) == ("forgejo", "verifier") else set())
        assert "pull_request_target" not in said["on"]


def test_what_tells_a_proposal_takes_nothing_of_it() -> None:
    job = JOBS["github/annoncer/commentaire"]
    ((action, asked),) = job.uses
    assert action.startswith("actions/checkout@")
    assert asked["ref"] == "${{ github.event.repository.default_branch }}"
    assert [step.run for step in job.steps] == ["python3 -m hub.forge announce"]
    assert job.said["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}


def test_a_token_is_given_to_the_step_that_needs_it_alone() -> None:
    for job in HUB_LIKE:
        for step in job.steps:
            assert ("FORGE_TOKEN" in step.env) == bool(
                re.fullmatch(
                    r"python3 -m hub\.forge (announce|say|issue \w+|propose|take|push|alive)", step.run
                )
            )


def test_a_change_of_contents_does_not_run_the_tests_of_the_program() -> None:
    for forge in FOLDERS:
        said = next(said for path, said in workflows(forge) if path.stem == "programme")
        kept = {pattern for pattern in said["on"]["pull_request"]["paths"] if pattern.startswith("!")}
        assert kept == {
            "!content/**", "!minutes/**", "!associations.yaml", "!bureau.yaml", "!redirections.yaml",
            "!mkdocs.yml",
        }  # fmt: skip
    others = [job for job in JOBS.values() if job.name != "programme" and job.workflow != "programme"]
    assert not [
        job.id for job in others for step in job.steps if ".ci/run" in step.run or "make test" in step.run
    ]
    changes = yaml.safe_load((towns.ROOT / GITLAB).read_text("utf-8"))["programme"]["rules"][0]["changes"]
    braces = [part for pattern in changes for part in re.findall(r"\{(.*?)\}", pattern)[0].split(",")]
    there = {path.name for path in towns.ROOT.iterdir()} - {".git", "site", "content", "minutes"}
    program = {name for name in braces if not name.isupper()} | {
        f"{name}.md" for name in braces if name.isupper()
    }
    assert program <= there
    forgotten = there - program - {"associations.yaml", "bureau.yaml", "redirections.yaml", "mkdocs.yml"}
    tracked = subprocess.run(
        ["git", "ls-files", "--", *forgotten], cwd=towns.ROOT, capture_output=True, text=True, check=True
    )
    assert {line.partition("/")[0] for line in tracked.stdout.splitlines()} <= {
        ".gitlab", "CODEOWNERS", "LICENSE", "LICENSE-CONTENU.md", "renovate.json"
    }  # fmt: skip


# What their steps do


@pytest.fixture
def bare(shared: Shared, tmp_path: Path) -> Path:
    return own(shared.once("depot", repository) / "ville/hub.git", tmp_path)


Try = Callable[..., AbstractContextManager[tuple[Ran, State, Path]]]


@pytest.fixture
def trial(bare: Path, tmp_path: Path) -> Try:
    """Run a job by its name, in a fresh clone with a proposal of these files, at a forge that stands here."""

    @contextmanager
    def tried(
        name: str,
        files: dict[str, str] | None = None,
        before: Callable[[State], object] | None = None,
        **event: str,
    ) -> Iterator[tuple[Ran, State, Path]]:
        job = JOBS[name]
        where = clone(bare, tmp_path, files)
        with running(job.forge) as (url, state):
            if before:
                before(state)
            known = given(job.forge, url, bare, base="origin/main", **event)
            ran = run(job, where, known)
            assert not list(tmp_path.rglob("pwned*")), "a shell obeyed a stranger"
            yield ran, state, where

    return tried


VERIFY = ["github/verifier/contenus", "forgejo/verifier/contenus", "gitlab/ci/vérifier"]
PUBLISH = ["github/publier/construire", "forgejo/publier/publier", "gitlab/ci/pages"]


@pytest.mark.parametrize("name", VERIFY)
def test_a_good_proposal_is_checked_built_and_told(trial: Try, name: str) -> None:
    with trial(name, FETE) as (ran, state, where):
        assert ran.failed == "", ran.all
        assert (where / ".site.forge/site/agenda/fete/index.html").is_file()
        said = json.loads((where / ".site.forge/annonce.json").read_text("utf-8"))
        assert (said["problems"], bool(said["changes"])) == ([], True)
        assert "Vérifié : rien à corriger" in ran.all
        told = [note["body"] for note in state.notes.get(5, [])]
        assert [body.splitlines()[1] for body in told] == (
            [] if name.startswith("github") else ["### Vérifié : rien à corriger"]
        )


@pytest.mark.parametrize("name", VERIFY)
def test_a_wrong_proposal_is_told_where_and_stops_before_the_site(trial: Try, name: str) -> None:
    """What is hostile in it is only text."""
    with trial(name, WRONG | EVIL) as (ran, state, where):
        assert ran.failed in ("Vérifier les fichiers", "vérifier")
        place = (
            r"::error file=content/agenda/fete\.md,line=3"
            if "github" in name
            else r"content/agenda/fete\.md:3:"
        )
        assert re.search(rf"^{place}", ran.all, re.MULTILINE)
        assert not (where / "site").exists()
        assert re.search(r"Pas encore : \d+ erreurs", ran.all)
        if "gitlab" in name:
            rows = json.loads((where / ".site.forge/code-quality.json").read_text("utf-8"))
            places = [row["location"] for row in rows]
            assert {"path": "content/agenda/fete.md", "lines": {"begin": 3}} in places
        commands = [line for line in ran.all.splitlines() if re.match(r"\s*(?:::|##\[)", line)]
        assert all(re.match(r"::(?:error|warning) file=content/", line) for line in commands)
        for note in state.notes.get(5, []):
            assert "\n::" not in note["body"]


def test_what_a_proposal_does_is_told_by_the_main_branch(trial: Try, bare: Path, tmp_path: Path) -> None:
    said = {"problems": [], "changes": f"{HOSTILE}\n```\n@equipe"}

    def before(state: State) -> None:
        owner = {"full_name": "mallory/hub", "owner": {"login": "mallory"}}
        state.runs[8] = {
            "id": 8, "event": "pull_request", "head_sha": "c1", "head_branch": HOSTILE,
            "head_repository": owner, "html_url": "https://forge.example/run/8",
        }  # fmt: skip
        state.pulls.append({"number": 5, "owner": "mallory", "head": {"sha": "c1", "ref": HOSTILE}})
        state.artifacts[8] = {"annonce": zipped({"annonce.json": json.dumps(said).encode()})}

    with trial("github/annoncer/commentaire", None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        (note,) = state.notes[5]
        assert f"````text\n{HOSTILE}\n```\n@equipe\n````" in note["body"]


@pytest.mark.parametrize("name", PUBLISH[1:])
def test_the_site_is_built_and_given_to_the_forge(trial: Try, name: str, bare: Path) -> None:
    with trial(name) as (ran, _, where):
        assert ran.failed == "", ran.all
        assert "rien n'a été repris" in ran.all
        assert (where / "site/agenda.ics").is_file()
        if name.startswith("forgejo"):
            assert "agenda.ics" in git(bare, "ls-tree", "--name-only", "pages").splitlines()


def test_what_was_published_is_taken_back_and_its_addresses_are_kept(trial: Try) -> None:
    def before(state: State) -> None:
        files = {"site/.hub": '{"ville": "clva-mini", "contenu": ["guides", "agenda.ics"]}'}
        files |= {"site/guides/ancien/index.html": "<h1>Ancien</h1>", "site/agenda.ics": "END:VCALENDAR\r\n"}
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w") as archive:
            for path, text in files.items():
                one = tarfile.TarInfo(path)
                one.size = len(text)
                archive.addfile(one, io.BytesIO(text.encode()))
        state.runs[8] = {"id": 8, "event": "schedule", "head_repository": {"full_name": "ville/hub"}}
        state.artifacts[8] = {"reprise": zipped({"reprise.tar": data.getvalue()})}

    with trial("github/publier/construire", None, before) as (ran, _, where):
        assert ran.failed == "", ran.all
        assert "repris : site" in ran.all
        assert "avertissement P009" in ran.all
        assert not (where / "site/guides/ancien").exists()
        with tarfile.open(where / ".site.forge/artifact.tar") as given_to_pages:
            assert {"./agenda.ics", "./.hub"} <= set(given_to_pages.getnames())


@pytest.mark.parametrize("name", PUBLISH)
def test_a_site_that_is_not_ready_is_not_published(trial: Try, name: str, bare: Path) -> None:
    with trial(name, {"PAS-PRET": ""}) as (ran, state, where):
        assert ran.failed in ("Peut-il être publié ?", "pages")
        assert "l'adresse est encore un exemple" in ran.all
        assert "encore un exemple" in (where / ".site.forge/publier.md").read_text("utf-8")
        assert not (where / ".site.forge/artifact.tar").exists()
        if name.startswith("forgejo"):
            assert state.opened() == ["Le site n’a pas pu être publié"]
            assert "encore un exemple" in state.issues[1]["body"]


FAILED = [("github/publier/prevenir", "failure"), ("gitlab/ci/prévenir", "failed")]


@pytest.mark.parametrize(("name", "result"), FAILED)
def test_a_night_that_fails_opens_one_issue_that_says_what_is_missing(
    trial: Try, name: str, result: str
) -> None:
    def before(state: State) -> None:
        state.artifacts[8] = {"journal": zipped({"publier.md": b"- mkdocs.yml:3 : encore un exemple"})}
        state.open("Le site n’a pas pu être publié", "<!-- hub:publier -->\nhier")

    with trial(name, None, before, result=result) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == ["Le site n’a pas pu être publié"]
        assert "Le site déjà publié n’a pas changé" in state.issues[1]["body"]
        assert ("encore un exemple" in state.issues[1]["body"]) == name.startswith("github")


@pytest.mark.parametrize("name", ["github/publier/prevenir", "gitlab/ci/publié"])
def test_a_night_that_goes_well_closes_it(trial: Try, name: str) -> None:
    def before(state: State) -> None:
        state.open("Le site n’a pas pu être publié", "<!-- hub:publier -->\nhier")

    with trial(name, None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == []


@pytest.mark.parametrize("name", ["github/veiller/rappels", "forgejo/veiller/veiller", "gitlab/ci/veiller"])
def test_each_week_what_is_due_is_one_issue(trial: Try, name: str) -> None:
    with trial(name) as (ran, state, where):
        assert ran.failed == "", ran.all
        due = (where / ".site.forge/veiller.md").read_text("utf-8")
        assert state.opened() == (["Ce qui est à faire"] if due.strip() else [])


@pytest.mark.parametrize("name", ["github/liens/liens", "forgejo/liens/liens", "gitlab/ci/liens"])
def test_each_month_an_issue_is_closed_when_every_address_answers(trial: Try, name: str) -> None:
    def before(state: State) -> None:
        state.open("Des adresses ne répondent plus", "<!-- hub:liens -->\nhttps://…")

    with trial(name, None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == []


def test_the_clocks_are_started_again(trial: Try) -> None:
    with trial("github/veiller/horloge") as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.enabled == ["publier.yml", "veiller.yml", "liens.yml"]


@pytest.mark.parametrize(
    "name", ["github/proposer/fichier", "forgejo/proposer/fichier", "gitlab/ci/proposer"]
)
def test_the_answers_of_a_form_become_a_proposal(trial: Try, name: str) -> None:
    def before(state: State) -> None:
        state.open(
            HOSTILE, filled(EVENT, DATE | {"titre": HOSTILE, "texte": f"{HOSTILE}\n::error::x"}), "mallory"
        )

    with trial(name, None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        (path,) = state.branches["demande/1"]
        assert re.fullmatch(r"content/agenda/[a-z0-9-]+\.md", path)
        assert len(state.pulls) == 1


@pytest.mark.parametrize("name", ["github/programme/tests", "forgejo/programme/tests", "gitlab/ci/programme"])
def test_the_program_is_tested_as_ci_does(trial: Try, name: str) -> None:
    with trial(name) as (ran, _, _):
        assert ran.failed == "", ran.all
        assert "les tests du programme" in ran.all


RUN_HERE = {
    *VERIFY, *PUBLISH, *(name for name, _ in FAILED),
    "github/annoncer/commentaire", "gitlab/ci/publié", "github/veiller/horloge",
    "github/veiller/rappels", "forgejo/veiller/veiller", "gitlab/ci/veiller",
    "github/liens/liens", "forgejo/liens/liens", "gitlab/ci/liens",
    "github/proposer/fichier", "forgejo/proposer/fichier", "gitlab/ci/proposer",
    "github/programme/tests", "forgejo/programme/tests", "gitlab/ci/programme",
}  # fmt: skip


def test_every_step_of_every_job_is_run_here() -> None:
    assert {name for name, job in JOBS.items() if job.steps} == RUN_HERE
