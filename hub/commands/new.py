"""`new`: six questions, and the files of a new town, which `check` has nothing against."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from hub.called import called
from hub.commands import BAD_SOURCES, OK, WRONG_USAGE
from hub.commands.options import day, today
from hub.markup.typography import french

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
    except TakenError as taken:
        return _refused(str(taken), BAD_SOURCES)
    except RefusedError as refused:
        print("\n".join(map(str, refused.problems)))
        return _refused("ces réponses ne font pas une ville : rien n'a été écrit.", BAD_SOURCES)
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return _refused("interrompu : rien n'a été écrit.", INTERRUPTED)


def _founded(options: argparse.Namespace) -> int:
    from hub.founding.founding import found
    from hub.founding.laying import refuse_taken
    from hub.founding.reading import read
    from hub.founding.talk import talked

    folder = options.folder.expanduser().absolute()
    refuse_taken(folder)
    if options.answers is not None and not options.answers.is_file():
        return _refused(f"le fichier de réponses « {options.answers} » n'existe pas.", WRONG_USAGE)
    answers = read(options.answers) if options.answers else talked()
    made = found(answers, folder, today(options))
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


def _refused(why: str, code: int) -> int:
    print(french(f"{called().name} : {why}"), file=sys.stderr)
    return code
