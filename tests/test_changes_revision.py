"""A revision of git as the base: read as it is kept, and nothing of the repository is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hub.changes.base import base, branch_of, changes
from hub.changes.nouns import Changes
from hub.changes.revision import Repository
from hub.changes.unpacking import BaseError, is_inside
from hub.cli import main
from hub.scratch import PREFIX
from hub.sources import read
from tests import towns
from tests.repositories import Kept

GUIDE = "content/guides/semer.md"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A town that git keeps, in a folder of its repository."""
    kept = Kept(tmp_path / "dépôt")
    towns.write(kept.folder / "ma ville")
    kept.commit()
    return kept


def source(kept: Kept) -> Path:
    return kept.folder / "ma ville"


def edit(kept: Kept, old: str = "De la terre.", new: str = "Du terreau.") -> None:
    file = source(kept) / GUIDE
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")


def since(kept: Kept, revision: str | None) -> Changes:
    with base(source(kept), revision) as before:
        return changes(source(kept), before, towns.TODAY)


def sentences(found: Changes) -> list[str]:
    return [one.after for changed in found.changed for one in changed.differences]


@pytest.mark.parametrize("name", ["HEAD", "main", "v1", "HEAD^{tree}~0"])
def test_what_was_not_committed_is_compared_with_a_revision(kept: Kept, name: str) -> None:
    kept.git("tag", "v1")
    edit(kept)
    if name.startswith("HEAD^"):
        with pytest.raises(BaseError):
            since(kept, name)
    else:
        assert sentences(since(kept, name)) == ["Du terreau."]


def test_a_revision_holds_the_very_bytes_that_were_kept(kept: Kept, tmp_path: Path) -> None:
    image = bytes(range(256)) * 1000
    (source(kept) / "content/images").mkdir()
    (source(kept) / "content/images/é t é.png").write_bytes(image)
    (source(kept) / ".gitattributes").write_text("* text eol=crlf ident export-ignore\n")
    commit = kept.commit()
    written = Repository(source(kept)).write(commit, tmp_path / "là")
    assert (written / "content/images/é t é.png").read_bytes() == image
    assert {path: one.text for path, one in read(written).documents.items()} == {
        path: one.text for path, one in read(source(kept)).documents.items()
    }
    assert not (written / ".gitattributes").exists(), "nothing but what is read of a town"


def test_by_default_the_base_is_where_the_work_left_the_published_branch(kept: Kept) -> None:
    kept.git("checkout", "--quiet", "-b", "proposition")
    edit(kept)
    kept.commit()
    kept.git("checkout", "--quiet", "main")
    (source(kept) / "content/actualites/pluie.md").unlink()
    kept.commit()
    kept.git("checkout", "--quiet", "proposition")
    found = since(kept, None)
    assert (sentences(found), found.arrived) == (["Du terreau."], ())


def test_on_the_published_branch_the_base_is_the_last_commit(kept: Kept) -> None:
    edit(kept)
    assert sentences(since(kept, None)) == ["Du terreau."]


def test_the_branch_that_was_fetched_goes_before_the_one_that_is_here(kept: Kept) -> None:
    kept.git("update-ref", "refs/remotes/origin/main", "HEAD")
    edit(kept)
    kept.commit()
    assert sentences(since(kept, None)) == ["Du terreau."]


def test_the_branch_that_the_settings_name_is_the_published_one(tmp_path: Path) -> None:
    written = towns.MINIATURE["mkdocs.yml"]
    depot = "    depot: {forge: forgejo, adresse: https://forge.example/mini/hub, branche: site}\n"
    assert branch_of(towns.write(tmp_path / "a")) == "main"
    assert branch_of(towns.write(tmp_path / "b", {"mkdocs.yml": written + depot})) == "site"
    assert branch_of(towns.write(tmp_path / "c", {"mkdocs.yml": "extra: [\n"})) == "main"
    assert branch_of(towns.write(tmp_path / "d", {"mkdocs.yml": None})) == "main"


def test_nothing_of_the_repository_is_run_nor_written(kept: Kept, tmp_path: Path) -> None:
    """Hooks, filters, monitors, pagers and aliases, each of which would leave a mark."""
    mark = tmp_path / "marque"
    run = f"touch '{mark}'; cat"
    hooks = kept.folder / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\n{run}\n")
        (hooks / name).chmod(0o755)
    (source(kept) / ".gitattributes").write_text("* filter=mal diff=mal\n")
    kept.commit()
    for key in ("filter.mal.smudge", "filter.mal.clean", "diff.mal.textconv", "core.pager", "core.fsmonitor"):
        kept.git("config", key, run)
    for alias in ("rev-parse", "ls-tree", "cat-file"):
        kept.git("config", f"alias.{alias}", f"!{run}")
    mark.unlink(missing_ok=True)
    before = state(kept.folder)
    edit(kept)
    os.utime(source(kept) / GUIDE, (0, 0))
    assert sentences(since(kept, "HEAD")) == ["Du terreau."]
    assert not mark.exists()
    edit(kept, "Du terreau.", "De la terre.")
    assert state(kept.folder) == before


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


REFUSED = {
    "-x": "« -x » n'est pas une révision : elle commence par « - ».",
    "--output=/tmp/x": "« --output=/tmp/x » n'est pas une révision : elle commence par « - ».",
    "": "« » n'est pas une révision.",
    "a\nb": "« a\\nb » n'est pas une révision.",
    "inconnue": "la révision « inconnue » n'est pas connue ici. « git branch --all » montre celles qui le "
    "sont ; un dossier va aussi.",
    "$(touch x)": "la révision « $(touch x) » n'est pas connue ici.",
    "main:content": "la révision « main:content » n'est pas connue ici.",
    "./nulle-part": "le dossier « ./nulle-part » n'existe pas.",
}


@pytest.mark.parametrize("revision", REFUSED)
def test_what_is_no_revision_is_said(kept: Kept, revision: str) -> None:
    with pytest.raises(BaseError) as refused, base(source(kept), revision):
        pass
    assert str(refused.value).replace("«  »", "« »").startswith(REFUSED[revision])


def test_a_copy_that_lacks_the_history_says_how_to_have_it(kept: Kept, tmp_path: Path) -> None:
    edit(kept)
    kept.commit()
    shallow = tmp_path / "courte"
    clone = ["git", "clone", "--quiet", "--depth", "1", kept.folder.as_uri(), str(shallow)]
    subprocess.run(clone, check=True, capture_output=True)
    with pytest.raises(BaseError, match="git fetch --unshallow"), base(shallow / "ma ville", "HEAD~1"):
        pass


def test_a_copy_that_lacks_files_says_so_and_asks_nobody_for_them(kept: Kept, tmp_path: Path) -> None:
    kept.git("config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partielle"
    clone = [
        "git",
        "clone",
        "--quiet",
        "--no-checkout",
        "--filter=blob:none",
        kept.folder.as_uri(),
        str(partial),
    ]
    subprocess.run(clone, check=True, capture_output=True)
    towns.write(partial / "ma ville")
    with pytest.raises(BaseError, match="cette copie n'est pas entière"), base(partial / "ma ville", "HEAD"):
        pass


def test_a_folder_that_git_does_not_keep_says_so(tmp_path: Path) -> None:
    town = towns.write(tmp_path / "ville")
    with pytest.raises(BaseError, match="n'est pas dans un dépôt git"), base(town, "HEAD"):
        pass


def test_a_repository_without_this_folder_says_so(kept: Kept) -> None:
    other = towns.write(kept.folder / "autre")
    with pytest.raises(BaseError, match="n'a pas ce dossier"), base(other, "HEAD"):
        pass


def test_a_machine_without_git_compares_with_a_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    town = towns.write(tmp_path / "ville")
    with pytest.raises(BaseError, match="qui n'est pas installé ici"), base(town, "HEAD"):
        pass
    with base(town, str(town)) as before:
        assert before == town


def test_a_link_of_a_revision_leads_nowhere_and_is_a_link(kept: Kept, tmp_path: Path) -> None:
    (source(kept) / "content/guides/passe.md").symlink_to("/etc/passwd")
    commit = kept.commit()
    written = Repository(source(kept)).write(commit, tmp_path / "là")
    assert (written / "content/guides/passe.md").readlink() == Path("nulle-part")
    assert [fault.code for fault in read(written).faults] == ["T007"]


@pytest.mark.parametrize("name", ["../x", "content/../../x", "/x", "content//x", "", "content/."])
def test_no_file_of_a_tree_made_by_hand_leaves_the_folder(name: str) -> None:
    assert not is_inside(name)


def test_a_tree_made_by_hand_writes_nothing_beside(kept: Kept, tmp_path: Path) -> None:
    """git refuses to check such a tree out, and gives it to whoever lists it."""
    blob = kept.git("hash-object", "-w", str(source(kept) / GUIDE))
    raw = b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(named)
        for mode, name, named in (("100644", "..", blob), ("100644", "x.md", blob))
    )
    made = subprocess.run(
        ["git", "-C", str(kept.folder), "hash-object", "-w", "--literally", "-t", "tree", "--stdin"],
        input=raw, capture_output=True, check=True,
    )  # fmt: skip
    for name in ("content", "ma ville"):
        tree = made.stdout.decode().strip()
        inner = f"40000 {name}\0".encode() + bytes.fromhex(tree)
        made = subprocess.run(
            ["git", "-C", str(kept.folder), "hash-object", "-w", "--literally", "-t", "tree", "--stdin"],
            input=inner, capture_output=True, check=True,
        )  # fmt: skip
    commit = kept.git("commit-tree", "-m", "Fait à la main", made.stdout.decode().strip())
    written = Repository(source(kept)).write(commit, tmp_path / "dedans" / "là")
    assert [path.name for path in written.rglob("*.md")] == ["x.md"]


def test_the_files_of_a_revision_leave_at_the_end(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with base(source(kept), "HEAD") as before:
        assert before.name.startswith(PREFIX)
    assert list(tmp_path.glob(f"{PREFIX}*")) == []


def run(kept: Kept, *arguments: str) -> int:
    options = ["--source", str(source(kept)), "--today", str(towns.TODAY), "--out", str(kept.folder / "site")]
    return main(["changes", *options, *arguments])


def test_the_command_says_what_changes(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    edit(kept)
    assert run(kept, "--base", "HEAD") == 0
    assert capsys.readouterr().out.startswith(
        "Quand ce changement sera publié\xa0: «\xa0Semer\xa0» change.\n"
    )


def test_the_command_tells_of_texts_with_errors_too(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    edit(kept, "De la terre.", "Voir [là](guide:planter).")
    assert run(kept) == 0
    assert capsys.readouterr().out.startswith(
        "Ce changement ne peut pas encore être publié\xa0: 1\xa0erreur."
    )


def test_the_command_says_in_a_sentence_that_there_is_no_base(
    kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(kept, "--base=-x") == 2
    assert capsys.readouterr().err == "build.py : « -x » n'est pas une révision : elle commence par « - ».\n"
