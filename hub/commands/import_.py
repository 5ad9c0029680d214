"""`import`: the files that a town has -> drafts, and what to ask of who reads them again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hub.called import called
from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_sources, today

FORMS = ("text", "json")

LIBRARIES = frozenset("charset_normalizer mammoth odfdo openpyxl pypdf python_calamine".split())
"""What the optional group `import` of `pyproject.toml` brings."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `import`."""
    from hub.importing.kinds import IMPORTERS

    add_sources(parser)
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FICHIER",
        help="ce que la ville a : des fichiers, ou leur dossier",
    )
    parser.add_argument("--kind", choices=tuple(IMPORTERS), default="", help="ce que c'est (deviné)")
    parser.add_argument("--dry-run", action="store_true", help="dire ce qui serait écrit, sans l'écrire")
    parser.add_argument("--format", choices=FORMS, help="la forme de ce qui est dit (text)")
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="COLONNE=CHAMP",
        help="ce qu'il y a dans une colonne d'un tableau ; autant de fois qu'il faut",
    )
    parser.add_argument(
        "--commune", default="", metavar="CODE", help="le code Insee, pour le registre national"
    )


def run(options: argparse.Namespace) -> int:
    """Make the drafts, or say why nothing is written."""
    from hub.importing.outcome import ImportingError

    try:
        return _run(options)
    except ImportingError as error:
        return _refused(options, str(error))
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        return _refused(
            options, f"il manque « {error.name} », qui lit ces fichiers : lancez « make import »."
        )


def _run(options: argparse.Namespace) -> int:
    from hub.importing.bringing import brought, write
    from hub.importing.outcome import Asked
    from hub.importing.telling import CHECKLIST, as_json, checklist, text

    asked = Asked(options.source, today(options), tuple(options.columns), options.commune)
    those = brought(options.files, options.kind, asked)
    if not options.dry_run:
        write(options.source, those)
        kept = options.source / CHECKLIST
        before = kept.read_text(encoding="utf-8") if kept.is_file() else ""
        kept.write_text(checklist(those, before), encoding="utf-8")
    print(as_json(those) if options.format == "json" else text(those, dry=options.dry_run), end="")
    if options.format == "text" and not options.dry_run and not options.quiet:
        print(f"La liste à cocher dans la proposition est gardée dans « {options.source / CHECKLIST} ».")
    return OK


def _refused(options: argparse.Namespace, why: str) -> int:
    """Say why nothing is written."""
    if options.format == "json":
        from hub.importing.telling import as_json

        print(as_json((), why), end="")
    print(f"{called().name} : {why}\nRien n'a été écrit.", file=sys.stderr)
    return BAD_SOURCES
