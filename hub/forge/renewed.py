"""One issue, one comment, for one subject: found again by a mark in its body, and by who wrote it."""

from __future__ import annotations

import re

from hub.forge.nouns import Forge, Issue, Note

LONGEST = 60_000
"""Characters of an issue: GitHub takes 65,536."""

_SUBJECT = re.compile(r"[a-z][a-z0-9-]{0,30}")


def mark(subject: str) -> str:
    """The first line of what is renewed, which nobody sees. Raises ValueError for what is no subject."""
    if not _SUBJECT.fullmatch(subject):
        raise ValueError(f"not a subject: {subject!r}")
    return f"<!-- hub:{subject} -->"


def renew_issue(forge: Forge, subject: str, title: str, body: str) -> str:
    """Open the issue of this subject, or change it; close it when there is nothing more to say.

    Returns what was done, in French. Raises ForgeError.
    """
    known = _own_issue(forge, subject)
    body = _bounded(body)
    if not body.strip():
        if known is None:
            return "rien à dire, et aucune demande à fermer"
        forge.close_issue(known.number)
        return f"demande {known.number} fermée"
    text = f"{mark(subject)}\n{body.strip()}\n"
    if known is None:
        return f"demande {forge.open_issue(title, text).number} ouverte"
    if (known.title, known.body.strip()) == (title, text.strip()):
        return f"demande {known.number} déjà à jour"
    forge.edit_issue(known.number, title, text)
    return f"demande {known.number} renouvelée"


def renew_note(forge: Forge, number: int, subject: str, body: str, *, of_proposal: bool = True) -> str:
    """Write the comment of this subject under a proposal or an issue, or change it.

    Returns what was done, in French. Raises ForgeError.
    """
    text = f"{mark(subject)}\n{body.strip()}\n"
    known = own_note(forge, number, subject, of_proposal=of_proposal)
    if known is None:
        forge.write_note(number, text, of_proposal=of_proposal)
        return "commentaire écrit"
    if known.body.strip() == text.strip():
        return "commentaire déjà à jour"
    forge.edit_note(number, known.id, text, of_proposal=of_proposal)
    return "commentaire renouvelé"


def _bounded(body: str) -> str:
    """Cut at a line where it is more than a forge takes."""
    if len(body) <= LONGEST:
        return body
    kept = body[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\n… La suite est trop longue : elle est dans le journal.\n"


def own_note(forge: Forge, number: int, subject: str, *, of_proposal: bool) -> Note | None:
    """The comment of this subject that we wrote."""
    own = forge.names()
    for note in forge.notes(number, of_proposal=of_proposal):
        if note.author in own and note.body.lstrip().startswith(mark(subject)):
            return note
    return None


def _own_issue(forge: Forge, subject: str) -> Issue | None:
    """Anybody may write the mark in an issue: one that somebody else wrote is theirs."""
    own = forge.names()
    for issue in forge.issues():
        if issue.author in own and issue.body.lstrip().startswith(mark(subject)):
            return issue
    return None
