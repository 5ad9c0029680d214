"""The command line: its words, and the command that they name (`hub.commands`)."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from hub.called import called
from hub.commands import BAD_SOURCES, DEFAULT, PURPOSES, WRONG_USAGE, Command, command
from hub.commands.telling import tell
from hub.processes import ended_as_interrupted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: the process's own); returns the exit code."""
    _print_what_the_terminal_can()
    words = _with_command(sys.argv[1:] if arguments is None else arguments)
    options = _parser(words).parse_args(words)
    try:
        with ended_as_interrupted():
            return _guarded(command(options.command), options)
    except KeyboardInterrupt:
        print("\nInterrompu : le site publié n'a pas changé.", file=sys.stderr)
        return 130


def leave(code: int) -> NoReturn:
    """End the process with this exit code, all being said, without taking apart what is in its memory: for a
    check of a large town, a twelfth of its time. Whatever must end, ended before."""
    with suppress(BrokenPipeError):  # whoever read it has left
        sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _print_what_the_terminal_can() -> None:
    """Where the terminal's alphabet lacks a sign (Latin-1 has no « … »), a question mark stands for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _guarded(asked: Command, options: argparse.Namespace) -> int:
    """The command's exit code; what it did not foresee is one sentence."""
    try:
        if "source" in options and not options.source.is_dir():
            print(f"{called().name} : le dossier « {options.source} » n'existe pas.", file=sys.stderr)
            return WRONG_USAGE
        return asked.run(options)
    except BrokenPipeError:  # whoever read what is printed has left: `check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD_SOURCES
    except Exception as error:
        tell(error)
        return BAD_SOURCES


def _with_command(arguments: Sequence[str]) -> list[str]:
    """No command means the default one."""
    if arguments and (arguments[0] in PURPOSES or arguments[0] in ("-h", "--help")):
        return list(arguments)
    if arguments and not arguments[0].startswith("-"):
        return list(arguments)  # argparse says which commands there are
    return [DEFAULT, *arguments]


class _Parser(argparse.ArgumentParser):
    """argparse, whose messages are in French."""

    _WORDS = (
        (r"invalid choice: '?(.*?)'? \(choose from (.*)\)", r"« \1 » n'est pas possible (au choix : \2)"),
        (r"unrecognized arguments: (.*)", r"option inconnue : \1"),
        (r"expected one argument", "il manque une valeur"),
        (r"the following arguments are required: (.*)", r"il manque : \1"),
        (r"invalid \w+ value: (.*)", r"valeur impossible : \1"),
        (r"^argument ", ""),
    )

    def error(self, message: str) -> NoReturn:
        for pattern, words in self._WORDS:
            message = re.sub(pattern, words, message)
        print(f"{self.prog} : {message}", file=sys.stderr)
        print(f"Essayez : {self.prog} --help", file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """What may be said; with the options of the command named here, alone loaded."""
    parser = _Parser(
        prog=called().name,
        description="Vérifie et construit le site de la vie associative.",
        add_help=False,
    )
    _add_help(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMANDE")
    for name, purpose in PURPOSES.items():
        asked = commands.add_parser(name, help=purpose, description=purpose, add_help=False)
        _add_help(asked)
        if name == arguments[0]:
            command(name).add_options(asked)
    return parser


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="montre cette aide")
