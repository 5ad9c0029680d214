"""Tell a proposal what it does: from a job of the main branch, which runs nothing of the proposal, and reads
one text of it."""

from __future__ import annotations

from hub.forge.announcement import LARGEST, Announcement, unpacked
from hub.forge.github import GitHub, Run
from hub.forge.nouns import Forge, ForgeError
from hub.forge.renewed import renew_note
from hub.forge.saying import comment

SUBJECT = "annonce"
ARTIFACT = "annonce"


def announce(forge: GitHub, run: int) -> str:
    """What came of a run of « vérifier », under its proposal, whose number GitHub says, never the run.

    Returns what was done. Raises ForgeError.
    """
    found = forge.run(run)
    number = forge.proposal_of(found)
    if number is None:
        return "aucune proposition ouverte n'en est là : rien à dire"
    return say(forge, number, _left_by(forge, found), found.url)


def say(forge: Forge, number: int, one: Announcement | None, run: str) -> str:
    """The comment of the proposal. Raises ForgeError."""
    return renew_note(forge, number, SUBJECT, comment(one, run) if one else _lost(run))


def _left_by(forge: GitHub, run: Run) -> Announcement | None:
    archive = forge.artifact(run.id, ARTIFACT, LARGEST)
    if archive is None:
        return None
    with archive:
        try:
            return unpacked(archive)
        except ForgeError:
            return None


def _lost(run: str) -> str:
    return (
        "### La vérification n’a pas pu se faire\n\n"
        f"Son [journal]({run}) dit pourquoi. Ce n’est peut-être pas votre faute : demandez à la personne qui "
        "s’occupe du programme.\n"
    )
