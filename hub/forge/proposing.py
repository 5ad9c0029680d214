"""The answers of a form, an issue -> a proposal to review, and a comment that says what became of them."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hub.forge.github import GitHub
from hub.forge.nouns import Change, Forge, ForgeError, Issue
from hub.forge.programs import build_py
from hub.forge.renewed import own_note, renew_note
from hub.markup.forge import code, inert, line

SUBJECT = "proposition"
MANY, LONGEST = 50, 600
"""Remarks on an answer that are told, and characters of one."""

VERIFY = "verifier.yml"
"""The workflow to start at GitHub, where what a job proposes starts none by itself."""


def propose_all(forge: Forge) -> list[str]:
    """Each open issue that comes of a form; what was done of each. Raises ForgeError."""
    return [f"{issue.number} : {propose(forge, issue)}" for issue in list(forge.issues())]


def propose(forge: Forge, issue: Issue) -> str:
    """The proposal that an issue asks for. Returns what was done. Raises ForgeError."""
    known = own_note(forge, issue.number, SUBJECT, of_proposal=False)
    if known and _seen(issue) in known.body:
        return "déjà vue, et inchangée depuis"
    said = _answered(issue.body)
    if said["etat"] == "sans-formulaire":
        return "ne vient pas d'un formulaire"
    if said["etat"] == "a-corriger":
        words = "### Pas encore\n\nIl reste à corriger votre demande : modifiez-la, et elle sera relue.\n\n"
        body = words + _listed(said["remarques"])
        return _tell(forge, issue, body)
    address = forge.propose(_change(issue, said))
    if address and isinstance(forge, GitHub):
        forge.start(VERIFY, _branch(issue))
    return _tell(forge, issue, _thanks(address))


def _answered(body: str) -> dict[str, Any]:
    """What `build.py proposal` makes of the answers, which are given to it as a file. Raises ForgeError."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder, "reponses.md")
        answers.write_text(body.encode("utf-8", "replace").decode(), encoding="utf-8")
        ran = build_py("proposal", "--answers", str(answers), "--dry-run", "--format", "json")
    try:
        said: dict[str, Any] = json.loads(ran.stdout)
    except ValueError:
        raise ForgeError(f"Le formulaire n'a pas pu être lu : {ran.stderr.strip()[:300]}") from None
    return said


def _change(issue: Issue, said: dict[str, Any]) -> Change:
    """Its words are ours but for one line: « closes #1 » in a message would close another's issue."""
    remarks = said["remarques"]
    body = [
        f"{code(line(said['titre'], 300))}",
        f"D’après la demande #{issue.number}. Closes #{issue.number}.",
    ]
    if remarks:
        body += ["**À regarder** :", _listed(remarks)]
    body.append("Vérifiez auprès de qui sait, ajoutez `publie_le` pour prévenir les abonnés, puis acceptez.")
    title = f"Demande {issue.number} : {line(said['chemin'], 200)}"
    return Change(_branch(issue), title, "\n\n".join(body) + "\n", {said["chemin"]: said["texte"]})


def _listed(remarks: Sequence[str]) -> str:
    return "\n".join(f"- {inert(line(remark, LONGEST))}" for remark in remarks[:MANY])


def _branch(issue: Issue) -> str:
    return f"demande/{issue.number}"


def _thanks(address: str) -> str:
    if not address:
        return (
            "### Merci\n\nUne proposition a déjà été faite de cette demande : ce que vous venez d’y changer "
            "se corrige maintenant dans la proposition elle-même. Dites-le en commentaire."
        )
    return (
        f"### Merci\n\nC’est proposé : {address}\n\nQuelqu’un va relire. Rien ne paraît "
        "avant, et vous n’avez rien d’autre à faire."
    )


def _seen(issue: Issue) -> str:
    """What says that these very answers were looked at."""
    return f"<!-- {hashlib.sha256(issue.body.encode('utf-8', 'replace')).hexdigest()[:16]} -->"


def _tell(forge: Forge, issue: Issue, body: str) -> str:
    return renew_note(forge, issue.number, SUBJECT, f"{_seen(issue)}\n{body}", of_proposal=False)
