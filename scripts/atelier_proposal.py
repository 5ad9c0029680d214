"""One proposal of what the workshop saves, on forges where it cannot open one itself (Forgejo, Gitea).

    python scripts/atelier_proposal.py propose   when something is saved on the branch « atelier »
    python scripts/atelier_proposal.py follow    when the published branch changes: the other one follows it

From the environment of the job, as Forgejo names it: GITHUB_API_URL, GITHUB_REPOSITORY, and JETON, a token
that may open proposals. Nothing is ever forced nor removed: what cannot follow is told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from typing import Any

BRANCH = "atelier"
TITLE = "Ce que propose l’atelier"
BODY = (
    "Ces changements viennent des formulaires de l’atelier. La vérification dit s’il y manque quelque chose. "
    "Fusionnez avec un commit de fusion, sans écraser : la branche « atelier » repart alors de ce qui est "
    "publié."
)


def asked(path: str, data: dict[str, Any] | None = None) -> Any:
    """What the forge answers. Raises `OSError` where it refuses."""
    address = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/{path}"
    headers = {"Authorization": f"token {os.environ['JETON']}", "Content-Type": "application/json"}
    sent = json.dumps(data).encode() if data else None
    with urllib.request.urlopen(urllib.request.Request(address, sent, headers), timeout=60) as answer:
        return json.load(answer)


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """git, in the folder of the job."""
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)


def ahead(base: str) -> int:
    """How many changes the branch has that are not published."""
    git("fetch", "--quiet", "origin", base, BRANCH)
    counted = git("rev-list", "--count", f"origin/{base}..origin/{BRANCH}")
    return int(counted.stdout or 0)


def propose(base: str) -> str:
    """Open the proposal, unless there is one or nothing to propose; what to say of it."""
    if not ahead(base):
        return "Rien à proposer : tout est publié."
    for one in asked("pulls?state=open&limit=50"):
        if one["head"]["ref"] == BRANCH and one["base"]["ref"] == base:
            return f"La proposition est déjà ouverte : {one['html_url']}"
    made = asked("pulls", {"title": TITLE, "body": BODY, "head": BRANCH, "base": base})
    return f"Une proposition est ouverte : {made['html_url']}"


def follow(base: str) -> str:
    """Bring the branch to what is published; it is made where it is not there yet."""
    git("fetch", "--quiet", "origin", base)
    if not git("push", "--quiet", "origin", f"origin/{base}:refs/heads/{BRANCH}").returncode:
        return f"La branche « {BRANCH} » repart de ce qui est publié."
    return f"La branche « {BRANCH} » a des changements que rien ne publie encore : elle reste comme elle est."


def main(arguments: list[str]) -> int:
    """Do what is asked; 2 for a command that is not one of these."""
    actions = {"propose": propose, "follow": follow}
    if len(arguments) != 1 or arguments[0] not in actions:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(actions[arguments[0]](os.environ.get("BRANCHE", "main")))
    except (OSError, KeyError) as error:
        print(f"La proposition n’a pas pu être ouverte : {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
