"""`python3 -m hub.forge COMMAND`: what the workflows call, with variables and no argument of strangers."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from hub.forge.alive import keep_alive
from hub.forge.announcement import LARGEST, NAME, read, text_in
from hub.forge.announcing import announce, say
from hub.forge.environment import Here
from hub.forge.gathering import follow, gather
from hub.forge.leafing import leafed
from hub.forge.nouns import ForgeError
from hub.forge.preparing import prepare, show
from hub.forge.programs import ROOT
from hub.forge.proposing import propose, propose_all
from hub.forge.renewed import renew_issue
from hub.forge.taking import (
    pack,
    publish_branches,
    take_from_branches,
    take_from_github,
    take_from_gitlab,
)

LEFT = ROOT / ".site.forge"
"""Where what one step leaves to the next stands; git ignores it."""

PUBLISH, JOB = "publier.yml", "pages"
"""What publishes: a workflow of GitHub, a job of GitLab."""

TITLES: Mapping[str, str] = {
    "publier": "Le site n’a pas pu être publié",
    "veiller": "Ce qui est à faire",
    "liens": "Des adresses ne répondent plus",
}
"""The issues that are renewed, by subject."""


def _prepare(here: Here, options: argparse.Namespace) -> str:
    show(prepare(here.get("BASE"), LEFT, here.get("TODAY")))
    return ""


def _announce(here: Here, options: argparse.Namespace) -> str:
    return announce(here.github(), here.number("RUN"))


def _say(here: Here, options: argparse.Namespace) -> str:
    if not here.has_token:
        return f"aucun jeton : {_ONLY_HERE}"
    if not (LEFT / NAME).is_file():
        raise ForgeError("rien n'a été préparé : l'étape d'avant dit pourquoi.")
    said = read((LEFT / NAME).read_bytes())
    try:
        return say(here.forge(), here.number("PROPOSAL"), said, here.get("RUN_URL"))
    except ForgeError as error:
        if error.status in (401, 403, 404):  # what comes from a copy of the repository may read, and no more
            return f"le jeton ne permet pas d'écrire : {_ONLY_HERE}"
        raise


_ONLY_HERE = "ce que fait ce changement est dit dans ce journal, et nulle part ailleurs"


def _issue(here: Here, options: argparse.Namespace) -> str:
    body = _body(options.subject, here)
    if not here.has_token:
        return f"aucun jeton : rien n'est écrit.\n{body}"
    return renew_issue(here.forge(), options.subject, TITLES[options.subject], body)


def _body(subject: str, here: Here) -> str:
    """What the step before left in its file, if it did; of a publication, only when something failed."""
    file = LEFT / f"{subject}.md"
    said = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    if subject != "publier":
        return said
    if here.get("RESULT") in ("success", ""):
        return ""
    journal = f"Le site déjà publié n’a pas changé. Le [journal]({here.get('RUN_URL')}) dit ce qui a manqué."
    return f"{journal}\n\n{said or _left_by_run(here)}"


def _left_by_run(here: Here) -> str:
    """What a job of this same run of the main branch left to be said, at GitHub; '' elsewhere."""
    if here.get("KIND") != "github" or not here.get("RUN"):
        return ""
    archive = here.github().artifact(here.number("RUN"), "journal", LARGEST)
    return text_in(archive, "publier.md") if archive else ""


def _propose(here: Here, options: argparse.Namespace) -> str:
    forge = here.forge()
    if here.get("ISSUE"):
        return propose(forge, forge.issue(here.number("ISSUE")))
    return "\n".join(propose_all(forge)) or "aucune demande ouverte"


def _take(here: Here, options: argparse.Namespace) -> str:
    kind = here.need("KIND")
    if kind == "github":
        return take_from_github(here.github(), PUBLISH)
    if kind == "gitlab":
        return take_from_gitlab(here.gitlab(), JOB)
    return take_from_branches(here.need("GIT"), here.get("TOKEN"))


def _pack(here: Here, options: argparse.Namespace) -> str:
    pack(LEFT)
    return "site empaqueté"


def _leaf(here: Here, options: argparse.Namespace) -> str:
    leafed(ROOT / "site", LEFT / "site")
    return "le site se feuillette dans .site.forge/site/"


def _push(here: Here, options: argparse.Namespace) -> str:
    return publish_branches(here.need("GIT"), here.get("TOKEN"))


def _gather(here: Here, options: argparse.Namespace) -> str:
    return gather(here.forgejo(), here.need("GIT"), here.get("TOKEN"))


def _follow(here: Here, options: argparse.Namespace) -> str:
    return follow(here.need("GIT"), here.get("TOKEN"), here.need("MAIN"))


def _alive(here: Here, options: argparse.Namespace) -> str:
    return keep_alive(here.github(), dt.date.today())


COMMANDS: Mapping[str, Callable[[Here, argparse.Namespace], str]] = {
    "prepare": _prepare,
    "announce": _announce,
    "say": _say,
    "issue": _issue,
    "propose": _propose,
    "take": _take,
    "pack": _pack,
    "leaf": _leaf,
    "push": _push,
    "gather": _gather,
    "follow": _follow,
    "alive": _alive,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one thing of the forge; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m hub.forge")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("subject", nargs="?", choices=TITLES, help="of `issue`")
    options = parser.parse_args(arguments)
    if (options.command == "issue") != (options.subject is not None):
        parser.error("a subject goes with « issue », and with nothing else")
    try:
        done = COMMANDS[options.command](Here(os.environ), options)
    except (ForgeError, OSError) as error:
        print(f"hub.forge : {error}", file=sys.stderr)
        return 1
    except (AttributeError, KeyError, TypeError, ValueError):  # what a forge answers is not ours to type
        print("hub.forge : la forge n'a pas répondu comme on l'attend d'elle.", file=sys.stderr)
        return 1
    if done:
        print(f"hub.forge : {done}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
