"""`new`: six questions, and the files of a new town, which `check` has nothing against."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hub.called import called
from hub.commands import BAD_SOURCES, OK, WRONG_USAGE
from hub.commands.options import day, today
from hub.markup.typography import french

if TYPE_CHECKING:
    from hub.founding.answers import Answers
    from hub.founding.laying import TakenError
    from hub.founding.reading import RefusedError

INTERRUPTED = 130


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `new`."""
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar="DOSSIER", help="le dossier à faire : nouveau, ou vide"
    )
    parser.add_argument(
        "--answers", type=Path, metavar="FICHIER", help="les réponses, en YAML, au lieu des questions"
    )
    parser.add_argument(
        "--questions", action="store_true", help="montre un fichier de réponses à compléter, et rien d'autre"
    )
    parser.add_argument(
        "--today", type=day, default=None, metavar="AAAA-MM-JJ", help="la date du jour à supposer"
    )


def run(options: argparse.Namespace) -> int:
    """Make the town, or say why not: then nothing is written."""
    from hub.founding.laying import TakenError
    from hub.founding.model_of_answers import model
    from hub.founding.reading import RefusedError

    if options.questions:
        print(model(called().command), end="")
        return OK
    if options.folder is None:
        return _refused(f"il manque le dossier à faire : « {called().command} new DOSSIER ».", WRONG_USAGE)
    try:
        return _founded(options)
    except (RefusedError, TakenError) as why:
        return _impossible(why)
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return _refused("interrompu : rien n'a été écrit.", INTERRUPTED)


def _founded(options: argparse.Namespace) -> int:
    from hub.founding.founding import found
    from hub.founding.laying import TakenError, refuse_taken
    from hub.founding.reading import RefusedError, read
    from hub.founding.talk import talked

    folder = options.folder.expanduser().absolute()
    refuse_taken(folder)
    if options.answers is not None and not options.answers.is_file():
        return _refused(f"le fichier de réponses « {options.answers} » n'existe pas.", WRONG_USAGE)
    answers = read(options.answers) if options.answers else talked()
    try:
        made = found(answers, folder, today(options))
    except (RefusedError, TakenError) as why:
        code = _impossible(why)
        if not options.answers:
            _keep(answers, folder, options.folder)
        return code
    where = shlex.quote(str(options.folder))
    said = (
        f"{made.name} : {made.files} fichiers dans « {options.folder} ».",
        f"Il reste {made.left} choses à écrire ou à confirmer avant de publier. Cette commande les dit :",
        "Pour voir le site, tel qu'il est, et tel qu'il devient à chaque enregistrement :",
        "Son README.md dit par où commencer ; « modeles » contient des fichiers à copier.",
    )
    first, left, seen, last = map(french, said)
    ready, serve = (f"    {called().command} {command} --source {where}" for command in ("ready", "serve"))
    print("\n".join((first, left, ready, seen, serve, last)))
    return OK


def _impossible(why: RefusedError | TakenError) -> int:
    """Say what is against the town, at its lines if there are any."""
    problems = getattr(why, "problems", ())
    for problem in problems:
        print(problem)
    said = "ces réponses ne font pas une ville : rien n'a été écrit." if problems else str(why)
    return _refused(said, BAD_SOURCES)


def _keep(answers: Answers, folder: Path, asked: Path) -> None:
    """What somebody typed is not to be typed again: it is in a file, to be mended."""
    from hub.founding.laying import set_aside
    from hub.founding.model_of_answers import model

    kept = asked.with_name(set_aside(folder, model(called().command, answers)).name)
    again = f"{called().command} new {shlex.quote(str(asked))} --answers {shlex.quote(str(kept))}"
    print(french(f"Vos réponses sont dans « {kept} » : corrigez-y celle qui est en cause, puis :"))
    print(f"    {again}")


def _refused(why: str, code: int) -> int:
    print(french(f"{called().name} : {why}"), file=sys.stderr)
    return code
