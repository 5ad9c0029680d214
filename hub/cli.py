"""The command: arguments -> calls; what is printed; exit codes."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hub import unforeseen
from hub.destination import refuse_place
from hub.inspection import Inspected, found, inspect, inspected
from hub.mailing.options import add_options
from hub.model.dates import EARLIEST, LATEST, PARIS
from hub.places import TEMPLATES
from hub.processes import ended_as_interrupted
from hub.published import published
from hub.report import REPORTS
from hub.system import refusal

if TYPE_CHECKING:
    from hub.kept.texts import Texts
    from hub.search.ahead import Ahead, Foresight

OK, BAD_SOURCES, WRONG_USAGE = 0, 1, 2

ANY_PORT = 0
"""The port that means: one that is free."""

COMMANDS = ("check", "build", "serve", "letter", "explain")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: the process's own); returns the exit code."""
    _print_what_the_terminal_can()
    options = _parser().parse_args(_with_command(sys.argv[1:] if arguments is None else arguments))
    try:
        with ended_as_interrupted():
            return _guarded(_COMMANDS[options.command], options)
    except KeyboardInterrupt:
        print("\nInterrompu : le site publié n'a pas changé.", file=sys.stderr)
        return 130


def leave(code: int) -> NoReturn:
    """End the process with this exit code, all being said, without taking apart what is in its memory: for a
    check of a large town, a twelfth of its time. Nothing that it began runs any more."""
    with suppress(BrokenPipeError):  # whoever read it has left
        sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _print_what_the_terminal_can() -> None:
    """Where the terminal's alphabet lacks a sign (Latin-1 has no « … »), a question mark stands for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _guarded(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """The command's exit code; what it did not foresee is one sentence."""
    try:
        if "source" in options and not options.source.is_dir():
            print(f"build.py : le dossier « {options.source} » n'existe pas.", file=sys.stderr)
            return WRONG_USAGE
        return command(options)
    except BrokenPipeError:  # whoever read what is printed has left: `check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD_SOURCES
    except Exception as error:
        _tell(error)
        return BAD_SOURCES


def _tell(error: Exception) -> None:
    """What went wrong: in its own words where it was foreseen."""
    print(f"build.py : {_words(error)}", file=sys.stderr)
    if os.environ.get(unforeseen.TRACE):
        unforeseen.print_trace(error)


def _words(error: Exception) -> str:
    if isinstance(error, OSError):
        return refusal(error)
    return str(error) if isinstance(error, _foreseen()) else unforeseen.sentence(error)


def _foreseen() -> tuple[type[Exception], ...]:
    """What the steps of a build raise with a sentence; loaded when there is something to tell."""
    from hub.beside import BesideError
    from hub.engine.mkdocs import EngineError
    from hub.images.making import ImageError
    from hub.incomplete import IncompleteError
    from hub.media import MediaError
    from hub.publish import PublishError
    from hub.search.pagefind import SearchError

    return BesideError, EngineError, ImageError, IncompleteError, MediaError, PublishError, SearchError


def _with_command(arguments: Sequence[str]) -> list[str]:
    """No sub-command means `build`."""
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help")):
        return list(arguments)
    if arguments and not arguments[0].startswith("-"):
        return list(arguments)  # argparse says which commands there are
    return ["build", *arguments]


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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="build.py",
        description="Vérifie et construit le site de la vie associative.",
        add_help=False,
    )
    _add_help(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMANDE")
    for name, purpose in (
        ("check", "vérifie les fichiers, sans rien construire"),
        ("build", "vérifie, puis construit le site (par défaut)"),
        ("serve", "montre le site sur cette machine, tel que le font les fichiers à chaque instant"),
        ("letter", "montre un numéro de la lettre comme un courriel, ou l'envoie à une liste d'abonnés"),
    ):
        command = commands.add_parser(name, help=purpose, description=purpose, add_help=False)
        _add_help(command)
        command.add_argument(
            "--source", type=Path, default=Path(), metavar="DOSSIER", help="les fichiers à lire (ici)"
        )
        command.add_argument(
            "--today", type=_day, default=None, metavar="AAAA-MM-JJ", help="la date du jour à supposer"
        )
        command.set_defaults(format="text")
        if name in ("check", "build"):
            command.add_argument("--format", choices=REPORTS, help="la forme des problèmes (text)")
        command.add_argument("--quiet", action="store_true", help="ne dire que les problèmes")
        compared = name in ("check", "serve")
        out = "le site déjà publié, dont les adresses restent (site/)" if compared else "le site (site/)"
        command.add_argument("--out", type=Path, default=Path("site"), metavar="DOSSIER", help=out)
        if name in ("build", "serve"):
            command.add_argument(
                "--no-media", action="store_true", help="sans PDF, ni affiches, ni cartes : bien plus court"
            )
        if name == "letter":
            add_options(command)
        if name == "serve":
            command.add_argument("--port", type=_port, default=8000, metavar="PORT", help="le port (8000)")
    purpose = "explique un code : la règle, sa raison, un exemple faux, un exemple juste"
    command = commands.add_parser("explain", help=purpose, description=purpose, add_help=False)
    _add_help(command)
    command.add_argument("code", nargs="?", metavar="CODE", help="A012, par exemple (tous)")
    return parser


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="montre cette aide")


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas une date AAAA-MM-JJ") from None
    if not EARLIEST <= day.year <= LATEST:
        words = f"« {text} » n'est pas un jour dont le site peut parler (de {EARLIEST} à {LATEST})"
        raise argparse.ArgumentTypeError(words)
    return day


def _port(text: str) -> int:
    port = int(text) if re.fullmatch("[0-9]{1,5}", text) else -1
    if port not in (ANY_PORT, *range(1024, 65536)):
        words = f"« {text} » n'est pas un port possible (de 1024 à 65535, ou 0 pour un port libre)"
        raise argparse.ArgumentTypeError(words)
    return port


def _today(options: argparse.Namespace) -> dt.date:
    """The day; it and the hour of a sending are all that is read of the clock."""
    return options.today or dt.date.today()


def check(options: argparse.Namespace) -> int:
    """`check`: the problems, and nothing written."""
    inspected = _inspect(options, _today(options))
    _report(inspected, options)
    return OK if inspected.sound else BAD_SOURCES


def run_build(options: argparse.Namespace) -> int:
    """`build`: the problems, then the site, which other processes begin meanwhile."""
    from hub.kept.cupboard import Cupboard, folder_of
    from hub.search.ahead import Foresight

    say = _progress(options)
    say("Lecture et vérification")
    foresight = Foresight(options.source, Cupboard(folder_of(options.out)))
    with foresight.ahead() as ahead:
        return _build(options, foresight, ahead, say)


def _build(
    options: argparse.Namespace, foresight: Foresight, ahead: Ahead | None, say: Callable[[str], None]
) -> int:
    """What is told of a build, and its exit code."""
    from hub.build import build
    from hub.kept.program import fingerprint
    from hub.kept.texts import Texts

    today = _today(options)
    inspection = _Inspection(options, today, Texts(foresight.cupboard, fingerprint()))
    try:
        refuse_place(options.out, options.source)
        built = build(
            inspection.hub,
            today,
            options.out,
            say,
            with_media=not options.no_media,
            meanwhile=inspection.require_sound,
            foresight=foresight,
            ahead=ahead,
        )
    except Exception as error:
        say("")
        if not inspection.result.sound:  # what is wrong in the sources may be why
            _report(inspection.result, options)
        else:
            if options.format != "text":  # other programs always get an answer
                _report(inspection.result, options)
            _tell(error)
        _tell_unchanged(options)
        return BAD_SOURCES
    say("")
    _report(inspection.result, options)
    for remark in built.remarks:
        print(f"build.py : {remark}", file=sys.stderr)
    if not options.quiet and options.format == "text":
        print(f"{built.pages} pages, {built.files} fichiers dans « {options.out} ».")
    return OK


class _UnsoundError(Exception):
    """The sources have errors: no site is made of them."""


class _Inspection:
    """What is found in the sources, which are read at once, with what is `kept` of them; when it is asked."""

    def __init__(self, options: argparse.Namespace, today: dt.date, kept: Texts) -> None:
        read = found(options.source, kept.heads)
        self.hub, self._today, self._kept = read.hub, today, kept
        self._find = partial(inspected, read, today, partial(published, options.out))

    @cached_property
    def result(self) -> Inspected:
        self._kept.recall(self.hub, self._today)
        result = self._find()
        if result.sound:
            self._kept.keep(self.hub)
        return result

    def require_sound(self) -> None:
        """Raises `_UnsoundError`."""
        if not self.result.sound:
            raise _UnsoundError


def _inspect(options: argparse.Namespace, today: dt.date) -> Inspected:
    return inspect(options.source, today, partial(published, options.out))


def _tell_unchanged(options: argparse.Namespace) -> None:
    published = options.out.is_dir()
    print("Le site publié n'a pas changé." if published else "Aucun site n'a été publié.", file=sys.stderr)


def serve(options: argparse.Namespace) -> int:
    """`serve`: the site as the sources are at every moment, on this machine only."""
    from hub.serving.command import Town
    from hub.serving.command import serve as run

    def words(error: Exception) -> str:
        if os.environ.get(unforeseen.TRACE):
            unforeseen.print_trace(error)
        return _words(error)

    town = Town(
        options.source,
        options.out,
        partial(published, options.out),
        partial(_today, options),
        with_media=not options.no_media,
    )
    return run(town, options.port, words, quiet=options.quiet)


def letter(options: argparse.Namespace) -> int:
    """`letter`: an issue of the newsletter as a mail, shown or sent."""
    from hub.mailing.command import letter as run

    today = _today(options)
    inspected = _inspect(options, today)
    if not inspected.sound:
        _report(inspected, options)
        print("Aucun courriel n'est parti : corrigez d'abord ces erreurs.", file=sys.stderr)
        return BAD_SOURCES
    return run(inspected.hub, options, today, dt.datetime.now(PARIS), TEMPLATES)


def explain(options: argparse.Namespace) -> int:
    """`explain`: a rule of the catalogue, or the list of them."""
    from hub import explain as words

    if options.code is None:
        print(words.listing(), end="")
        return OK
    if (found := words.explain(options.code)) is None:
        message = f"il n'y a pas de code « {options.code} » : sans code, « explain » les donne tous."
        print(f"build.py : {message}", file=sys.stderr)
        return WRONG_USAGE
    print(found, end="")
    return OK


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "build": run_build,
    "serve": serve,
    "letter": letter,
    "explain": explain,
}


def _report(inspected: Inspected, options: argparse.Namespace) -> None:
    """The problems in the form asked for; in text, nothing when all is well and one is asked to be quiet."""
    if options.quiet and options.format == "text" and not inspected.problems:
        return
    print(REPORTS[options.format](inspected.problems, options.source, inspected.documents), end="")


def _progress(options: argparse.Namespace) -> Callable[[str], None]:
    """One line renewed on a terminal, plain lines elsewhere; on the error output, '' at the end."""
    if options.quiet or options.format != "text":
        return lambda _: None
    if sys.stderr.isatty():
        return lambda words: print(f"\r\033[K{words and words + '…'}", end="", file=sys.stderr, flush=True)
    return lambda words: print(f"{words}…", file=sys.stderr, flush=True) if words else None
