"""Where the workshop cannot open a proposal (Forgejo): what it saves on its branch becomes one, and the
branch follows what is published. Nothing is ever forced nor removed: what cannot follow is told."""

from __future__ import annotations

from pathlib import Path

from hub.forge.forgejo import Forgejo
from hub.forge.programs import ROOT, git
from hub.forge.taking import secret

BRANCH = "atelier"
"""`hub.atelier.backend.BRANCH`."""

TITLE = "Ce que propose l’atelier"
BODY = (
    "Ces changements viennent des formulaires de l’atelier. La vérification dit s’il y manque quelque chose. "
    "Fusionnez avec un commit de fusion, sans écraser : la branche « atelier » repart alors de ce qui est "
    "publié."
)
_THE_BRANCH = f"la branche « {BRANCH} »"
_SEEN = "refs/hub"
"""Where git keeps, in the clone of a job, what it saw of the forge."""


def gather(forge: Forgejo, remote: str, token: str, root: Path = ROOT) -> str:
    """Open the proposal, unless there is one or nothing to propose.

    Returns what was done, in French. Raises ForgeError.
    """
    fetch(remote, token, forge.main, root)
    fetch(remote, token, BRANCH, root)
    if git("rev-list", "--count", f"{_SEEN}/{forge.main}..{_SEEN}/{BRANCH}", folder=root) == "0":
        return "rien à proposer : tout est publié"
    if known := forge.proposal(BRANCH):
        return f"la proposition est déjà ouverte : {known}"
    return f"une proposition est ouverte : {forge.open_proposal(BRANCH, TITLE, BODY)}"


def follow(remote: str, token: str, main: str, root: Path = ROOT) -> str:
    """Bring the branch to what is published; it is made where it is not there yet. Raises ForgeError."""
    fetch(remote, token, main, root)
    if git("ls-remote", "--heads", "--", remote, f"refs/heads/{BRANCH}", folder=root, secret=secret(token)):
        fetch(remote, token, BRANCH, root)
        if git("rev-list", "--count", f"{_SEEN}/{main}..{_SEEN}/{BRANCH}", folder=root) != "0":
            return f"{_THE_BRANCH} a des changements que rien ne publie encore : elle reste comme elle est"
    where = f"{_SEEN}/{main}:refs/heads/{BRANCH}"
    git("push", "--quiet", "--", remote, where, folder=root, secret=secret(token))
    return f"{_THE_BRANCH} repart de ce qui est publié"


def fetch(remote: str, token: str, branch: str, root: Path) -> None:
    """See where a branch of the forge is. Raises ForgeError."""
    where = f"+refs/heads/{branch}:{_SEEN}/{branch}"
    git("fetch", "--quiet", "--no-tags", "--", remote, where, folder=root, secret=secret(token))
