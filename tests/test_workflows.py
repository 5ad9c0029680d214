"""The files of the three forges: what they ask of them, and what each of their steps does, run here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import cmarkgfm
import pytest
import yaml

from hub.atelier.place import PACKAGE
from hub.catalogue.identity import SETTINGS
from hub.catalogue.rule import Edit, Files
from hub.forge import taking
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

Before = Callable[[State, Path, Path], object]
"""What is there before a job runs: in the forge, in the repository that it may push to, in the clone."""

FETE = {"content/agenda/fete.md": "---\ntitre: Fête\ndebut: 2027-06-05\ncategorie: evenement\n---\nVenez !\n"}
WRONG = {"content/agenda/fete.md": "---\ntitre: Fête\ndebut: bientot\ncategorie: evenement\n---\n"}
EVIL = {
    f"content/agenda/{HOSTILE}.md": f"---\ntitre: '{HOSTILE}'\ndebut: bientot\n---\n::stop-commands::x\n",
    "content/guides/--help.md": "---\ntitre: x\n---\n",
    "content/agenda/a b\n::error::c.md": "---\ntitre: x\n---\n",
}


# What the files ask


OF_THIS_FORM = {
    "github-workflows": [path.relative_to(towns.ROOT).as_posix() for _, path, _ in FILES],
    "github-issue-forms": [f".github/ISSUE_TEMPLATE/{form.name}.yml" for form in FORMS],
    "github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    "dependabot": [".github/dependabot.yml"],
    "renovate": ["renovate.json"],
    "gitlab-ci": [GITLAB],
}


@pytest.mark.parametrize("name", OF_THIS_FORM)
def test_files_are_of_the_form_that_their_forge_reads(name: str) -> None:
    paths = [str(towns.ROOT / path) for path in OF_THIS_FORM[name]]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}", *paths]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_what_runs_in_node_is_renewed_like_the_rest() -> None:
    said = yaml.safe_load((towns.ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    of_npm = [one for one in said if one["package-ecosystem"] == "npm"]
    renewed = {folder for one in of_npm for folder in (one.get("directories") or [one["directory"]])}
    assert renewed == {
        f"/{path.rpartition('/')[0]}"
        for path in git(towns.ROOT, "ls-files", "--", "*/package.json").splitlines()
    }


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
                    r"python3 -m hub\.forge (announce|say|issue \w+|propose|take|push|alive|gather|follow)",
                    step.run,
                )
            )


def test_a_change_of_contents_does_not_run_the_tests_of_the_program() -> None:
    for forge in FOLDERS:
        said = next(said for path, said in workflows(forge) if path.stem == "programme")
        kept = {pattern for pattern in said["on"]["pull_request"]["paths"] if pattern.startswith("!")}
        assert kept == {
            "!content/**", "!minutes/**", "!associations.yaml", "!bureau.yaml", "!redirections.yaml",
            "!subventions.yaml", "!mkdocs.yml",
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
def bare(shared: Shared) -> Path:
    return shared.once("depot", repository) / "ville/hub.git"


Try = Callable[..., AbstractContextManager[tuple[Ran, State, Path]]]


@contextmanager
def tried(
    bare: Path, folder: Path, name: str, files: Files | None, before: Before | None, **event: str
) -> Iterator[tuple[Ran, State, Path]]:
    """Run a job by its name in `folder`, in a fresh clone with a proposal of these files, at a forge that
    stands here."""
    job = JOBS[name]
    where = clone(bare, folder, files)
    remote = own(bare, folder) if "FORGE_GIT" in str(job.steps) else bare
    with running(job.forge) as (url, state):
        if before:
            before(state, remote, where)
        known = given(job.forge, url, remote, base="origin/main", **event)
        ran = run(job, where, known)
        assert not list(folder.rglob("pwned*")), "a shell obeyed a stranger"
        yield ran, state, where


@pytest.fixture
def trial(bare: Path, tmp_path: Path) -> Try:
    """`tried`, in a folder of its own each time."""

    def once_more(
        name: str, files: Files | None = None, before: Before | None = None, **event: str
    ) -> AbstractContextManager[tuple[Ran, State, Path]]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        return tried(bare, folder, name, files, before, **event)

    return once_more


@pytest.fixture
def night(bare: Path, shared: Shared) -> Path:
    """The clone in which GitHub published for the first time."""

    def published(folder: Path) -> None:
        with tried(bare, folder, "github/publier/construire", None, None) as (ran, _, _):
            assert ran.failed == "", ran.all
            (folder / "journal").write_text(ran.all, encoding="utf-8")

    return shared.once("nuit", published) / "clone"


VERIFY = ["github/verifier/contenus", "forgejo/verifier/contenus", "gitlab/ci/vérifier"]
PUBLISH = ["github/publier/construire", "forgejo/publier/publier", "gitlab/ci/pages"]


def commented(trial: Try, name: str, where: Path, state: State) -> str:
    """The comment that the proposal has in the end: at GitHub, another job makes it of what this one left."""
    if name.startswith("github"):
        assert state.notes == {}, "what runs the program of a proposal writes nothing"
        left = (where / ".site.forge/annonce.json").read_bytes()
        with trial("github/annoncer/commentaire", None, proposed(left)) as (ran, then, _):
            assert ran.failed == "", ran.all
            return commented(trial, "", where, then)
    (note,) = state.notes[5]
    said: str = note["body"]
    return said


def proposed(left: bytes) -> Before:
    """What GitHub knows of a proposal whose job left this announcement."""

    def before(state: State, remote: Path, where: Path) -> None:
        owner = {"full_name": "mallory/hub", "owner": {"login": "mallory"}}
        state.runs[8] = {
            "id": 8, "event": "pull_request", "head_sha": "c1", "head_branch": HOSTILE,
            "head_repository": owner, "html_url": "https://forge.example/run/8",
        }  # fmt: skip
        state.pulls.append({"number": 5, "owner": "mallory", "head": {"sha": "c1", "ref": HOSTILE}})
        state.artifacts[8] = {"annonce": zipped({"annonce.json": left})}

    return before


@pytest.mark.parametrize("name", VERIFY)
def test_a_good_proposal_is_checked_built_and_told(trial: Try, name: str, night: Path) -> None:
    def before(state: State, remote: Path, where: Path) -> None:
        shutil.copytree(
            night / ".site.cache", where / ".site.cache"
        )  # which spares time, and changes nothing

    with trial(name, FETE, before) as (ran, state, where):
        assert ran.failed == "", ran.all
        assert (where / ".site.forge/site/agenda/fete/index.html").is_file()
        assert "Vérifié : rien à corriger" in ran.all
        told = commented(trial, name, where, state)
        assert told.partition("**Pour le voir**")[0].replace("\u00a0", " ") == (
            "<!-- hub:annonce -->\n"
            "### Vérifié : rien à corriger\n\n"
            "Quand ce changement sera publié : « Fête » paraît, aucun abonnement ne l’annonce.\n\n"
            "#### Ce qui paraît\n\n"
            "- date « Fête » : /agenda/fete/\n\n"
            "#### Qui sera prévenu\n\n"
            "- « Fête » n’est annoncé à personne. Son champ « Publié le » est vide.\n\n"
            "#### Dans les agendas\n\n"
            "- « Fête » s’ajoute : samedi 5 juin 2027\n"
            "  - « Tout l’agenda » et « Événements »\n\n"
        )


@pytest.mark.parametrize("name", VERIFY)
def test_a_wrong_proposal_is_told_where_and_stops_before_the_site(trial: Try, name: str) -> None:
    with trial(name, WRONG) as (ran, state, where):
        assert ran.failed in ("Vérifier les fichiers", "vérifier")
        place = (
            r"::error file=content/agenda/fete\.md,line=3"
            if "github" in name
            else r"content/agenda/fete\.md:3:"
        )
        assert re.search(rf"^{place}", ran.all, re.MULTILINE)
        assert not (where / "site").exists()
        told = commented(trial, name, where, state)
        assert "### Pas encore : 1 erreur" in told
        assert "(`content/agenda/fete.md:3`, C0" in told
        if "gitlab" in name:
            (row,) = json.loads((where / ".site.forge/code-quality.json").read_text("utf-8"))
            assert row["location"] == {"path": "content/agenda/fete.md", "lines": {"begin": 3}}


@pytest.mark.parametrize("name", VERIFY)
def test_a_hostile_proposal_is_only_text(trial: Try, name: str) -> None:
    with trial(name, EVIL) as (ran, state, where):
        assert ran.failed in ("Vérifier les fichiers", "vérifier")
        commands = [line for line in ran.all.splitlines() if re.match(r"\s*(?:::|##\[)", line)]
        assert all(re.match(r"::(?:error|warning) file=content/", line) for line in commands)
        told = commented(trial, name, where, state)
        assert "### Pas encore" in told
        assert "\n::" not in told
        html = cmarkgfm.github_flavored_markdown_to_html(told)
        assert {tag: html.count(f"<{tag}") for tag in ("a ", "img", "script", "h1", "h2", "h3")} == {
            "a ": 1, "img": 0, "script": 0, "h1": 0, "h2": 0, "h3": 1,
        }  # fmt: skip
        assert not re.search(r"@\w|(?<!/)#\d", re.sub(r"<[^>]*>", "", html))


def test_what_a_job_left_may_be_of_a_stranger_whatever_our_program_would_have_said(trial: Try) -> None:
    lie = "</code> @equipe #12 /close ![x](https://pot.example/x.png) <b>"
    row = {"mots": lie, "suite": [lie], "code": f"```\n{lie}"}
    said = {"phrase": lie, "parties": [{"titre": lie, "lignes": [row], "restants": 0}]}
    left = json.dumps({"problems": [], "changes": said}).encode()
    with trial("github/annoncer/commentaire", None, proposed(left)) as (ran, state, _):
        assert ran.failed == "", ran.all
        html = cmarkgfm.github_flavored_markdown_to_html(state.notes[5][0]["body"])
        assert [html.count(tag) for tag in ("<a ", "<img", "<b>", "@equipe", "<h4>")] == [1, 0, 0, 1, 1]
        assert re.search(r"<pre[^>]*><code>[^<]*@equipe", html), "only where one copies it, as code"


NEW_CARD = {
    "associations.yaml": Edit(
        "associations:\n", "associations:\n  - {id: neuve, nom: La Neuve, statut: active, college: vert}\n"
    )
}


def given_back(name: str, night: Path) -> Before:
    """What was published one night, as each forge keeps it, with a page that is no longer there."""

    def before(state: State, remote: Path, where: Path) -> None:
        kept = where.parent / "hier"
        shutil.copytree(night / "site", kept / "site")
        shutil.copytree(night / ".site.cache", kept / ".site.cache")
        (kept / "site/guides/ancien").mkdir()
        (kept / "site/guides/ancien/index.html").write_text("<h1>Ancien</h1>", encoding="utf-8")
        if name.startswith("forgejo"):
            taking.publish_branches(f"file://{remote}", "", kept)
        elif name.startswith("gitlab"):
            state.artifacts[0] = {"pages": zipped(_files(kept))}
        else:
            taking.pack(kept, kept)
            state.runs[8] = {"id": 8, "event": "schedule", "head_repository": {"full_name": "ville/hub"}}
            state.artifacts[8] = {"reprise": zipped({"reprise.tar": (kept / "reprise.tar").read_bytes()})}

    return before


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_first_night_publishes_what_is_ready(night: Path) -> None:
    journal = (night.parent / "journal").read_text("utf-8")
    assert "rien n'a été repris" in journal
    assert "Prêt\u00a0: rien ne manque" in journal
    assert "Pas d'atelier : mkdocs.yml ne dit pas où sont les fichiers" in journal
    assert not (night / "site/atelier").exists()
    assert not (night / ".site.forge/publier.md").exists()
    with tarfile.open(night / ".site.forge/artifact.tar") as given_to_pages:
        assert {"./agenda.ics", "./.hub"} <= set(given_to_pages.getnames())


@pytest.mark.parametrize("name", PUBLISH)
def test_another_night_keeps_the_addresses_and_waits_for_no_card(trial: Try, name: str, night: Path) -> None:
    with trial(name, NEW_CARD, given_back(name, night)) as (ran, state, where):
        assert ran.failed == "", ran.all
        assert "repris : site, .site.cache" in ran.all
        assert "avertissement P009" in ran.all
        assert "sans que cela arrête la publication" in ran.all
        assert "P047" in ran.all
        assert (where / "site/associations/neuve/index.html").is_file()
        assert not (where / "site/guides/ancien").exists()
        assert state.opened() == []
        if name.startswith("forgejo"):
            pages = git(where.parent / "ville/hub.git", "ls-tree", "-r", "--name-only", "pages").splitlines()
            assert {"agenda.ics", "associations/neuve/index.html"} <= set(pages)
            assert "guides/ancien/index.html" not in pages


def warned(trial: Try, name: str, left: str) -> State:
    """What the job that follows says of the list that the one before left, as each forge hands it on."""

    def before(state: State, remote: Path, where: Path) -> None:
        if name.startswith("github"):
            state.artifacts[8] = {"journal": zipped({"publier.md": left.encode()})}
        else:
            (where / ".site.forge").mkdir()
            (where / ".site.forge/publier.md").write_text(left, encoding="utf-8")

    then = "github/publier/prevenir" if name.startswith("github") else "gitlab/ci/prévenir"
    with trial(then, None, before, result="failure") as (ran, state, _):
        assert ran.failed == "", ran.all
        return state


@pytest.mark.parametrize("name", PUBLISH)
def test_a_site_that_is_not_ready_is_not_published(trial: Try, name: str) -> None:
    address = {SETTINGS: Edit("https://associations.ville-mini.fr/", "https://mini.example/")}
    with trial(name, NEW_CARD | address) as (ran, state, where):
        assert ran.failed in ("Peut-il être publié ?", "pages")
        left = (where / ".site.forge/publier.md").read_text("utf-8")
        assert left.strip() in ran.all
        assert "2\u00a0choses à faire avant de publier" in left
        assert re.findall(r"^- (P0\d\d) ", left, re.MULTILINE) == ["P047", "P040"]
        assert "Une fois le site publié, une fiche à confirmer ne l’arrête plus" in left
        assert not (where / "site").exists()
        told = state if name.startswith("forgejo") else warned(trial, name, left)
        assert told.opened() == ["Le site n’a pas pu être publié"]
        assert "Le site déjà publié n’a pas changé" in told.issues[1]["body"]
        assert left.strip() in told.issues[1]["body"]


def test_a_town_that_says_where_its_files_are_has_a_workshop(trial: Try, night: Path) -> None:
    depot = "identifiant: clva-mini\n    depot:\n      forge: gitlab\n      adresse: https://forge.example/mini/hub"

    def before(state: State, remote: Path, where: Path) -> None:
        given_back("gitlab", night)(state, remote, where)
        shutil.copytree(PACKAGE, where / "atelier/paquet", copy_function=shutil.copyfile)
        (where / "atelier/node_modules").symlink_to((towns.ROOT / "atelier/node_modules").resolve())

    with trial("gitlab/ci/pages", {SETTINGS: Edit("identifiant: clva-mini", depot)}, before) as (
        ran,
        _,
        where,
    ):
        assert ran.failed == "", ran.all
        assert (where / "site/atelier/index.html").is_file()


FAILED = [("github/publier/prevenir", "failure"), ("gitlab/ci/prévenir", "failed")]


@pytest.mark.parametrize(("name", "result"), FAILED)
def test_a_night_that_fails_opens_one_issue_that_says_what_is_missing(
    trial: Try, name: str, result: str
) -> None:
    def before(state: State, *_: Path) -> None:
        state.artifacts[8] = {"journal": zipped({"publier.md": b"- mkdocs.yml:3 : encore un exemple"})}
        state.open("Le site n’a pas pu être publié", "<!-- hub:publier -->\nhier")

    with trial(name, None, before, result=result) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == ["Le site n’a pas pu être publié"]
        assert "Le site déjà publié n’a pas changé" in state.issues[1]["body"]
        assert ("encore un exemple" in state.issues[1]["body"]) == name.startswith("github")


@pytest.mark.parametrize("name", ["github/publier/prevenir", "gitlab/ci/publié"])
def test_a_night_that_goes_well_closes_it(trial: Try, name: str) -> None:
    def before(state: State, *_: Path) -> None:
        state.open("Le site n’a pas pu être publié", "<!-- hub:publier -->\nhier")

    with trial(name, None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == []


REMIND = ["github/veiller/rappels", "forgejo/veiller/veiller", "gitlab/ci/veiller"]


@pytest.mark.parametrize("name", REMIND)
def test_each_week_what_is_due_is_one_issue(trial: Try, name: str) -> None:
    with trial(name, NEW_CARD) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == ["Ce qui est à faire"]
        assert "fiche jamais confirmée" in state.issues[1]["body"]
        assert "`associations.yaml:" in state.issues[1]["body"]


@pytest.mark.parametrize("name", REMIND)
def test_a_week_in_which_nothing_is_due_closes_it(trial: Try, name: str) -> None:
    def before(state: State, *_: Path) -> None:
        state.open("Ce qui est à faire", "<!-- hub:veiller -->\nune fiche")

    with trial(name, None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert state.opened() == []


@pytest.mark.parametrize("name", ["github/liens/liens", "forgejo/liens/liens", "gitlab/ci/liens"])
def test_each_month_an_issue_is_closed_when_every_address_answers(trial: Try, name: str) -> None:
    def before(state: State, *_: Path) -> None:
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
    def before(state: State, *_: Path) -> None:
        state.open(
            HOSTILE, filled(EVENT, DATE | {"titre": HOSTILE, "texte": f"{HOSTILE}\n::error::x"}), "mallory"
        )

    with trial(name, None, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        (path,) = state.branches["demande/1"]
        assert re.fullmatch(r"content/agenda/[a-z0-9-]+\.md", path)
        assert len(state.pulls) == 1


def test_what_the_workshop_saves_at_a_forgejo_is_proposed(trial: Try) -> None:
    def before(state: State, remote: Path, where: Path) -> None:
        git(where, "push", "--quiet", f"file://{remote}", "HEAD:atelier")

    with trial("forgejo/atelier/proposer", FETE, before) as (ran, state, _):
        assert ran.failed == "", ran.all
        assert [(pull["head"], pull["base"]) for pull in state.pulls] == [("atelier", "main")]


def test_the_branch_of_the_workshop_is_made_when_something_is_published(trial: Try) -> None:
    with trial("forgejo/atelier/suivre") as (ran, _, where):
        assert ran.failed == "", ran.all
        remote = where.parent / "ville/hub.git"
        assert git(remote, "rev-parse", "atelier") == git(remote, "rev-parse", "main")


def test_the_workshop_s_job_asks_which_branch_it_is() -> None:
    asked = [JOBS[f"forgejo/atelier/{name}"].said["if"] for name in ("proposer", "suivre")]
    assert asked == ["${{ github.ref_name == 'atelier' }}", "${{ github.ref_name != 'atelier' }}"]


@pytest.mark.parametrize("name", ["github/programme/tests", "forgejo/programme/tests", "gitlab/ci/programme"])
def test_the_program_is_tested_as_ci_does(trial: Try, name: str) -> None:
    with trial(name) as (ran, _, _):
        assert ran.failed == "", ran.all
        assert "les tests du programme" in ran.all


RUN_HERE = {
    *VERIFY, *PUBLISH, *(name for name, _ in FAILED),
    "github/annoncer/commentaire", "gitlab/ci/publié", "forgejo/atelier/proposer",
    "forgejo/atelier/suivre", "github/veiller/horloge",
    "github/veiller/rappels", "forgejo/veiller/veiller", "gitlab/ci/veiller",
    "github/liens/liens", "forgejo/liens/liens", "gitlab/ci/liens",
    "github/proposer/fichier", "forgejo/proposer/fichier", "gitlab/ci/proposer",
    "github/programme/tests", "forgejo/programme/tests", "gitlab/ci/programme",
}  # fmt: skip


def test_every_step_of_every_job_is_run_here() -> None:
    assert {name for name, job in JOBS.items() if job.steps} == RUN_HERE
