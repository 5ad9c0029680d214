"""`proposal`: the answers of a form -> a file, written only where `check` has nothing against it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hub.called import called
from hub.commands import BAD_SOURCES, OK, WRONG_USAGE
from hub.commands.options import add_sources, today

FORMS = ("text", "json")


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `proposal`."""
    add_sources(parser)
    parser.add_argument(
        "--answers",
        type=Path,
        required=True,
        metavar="FICHIER",
        help="le texte de la demande, tel que la forge le donne",
    )
    parser.add_argument("--format", choices=FORMS, help="la forme de ce qui est dit (text)")
    parser.add_argument("--dry-run", action="store_true", help="dire ce qui serait écrit, sans l'écrire")


def run(options: argparse.Namespace) -> int:
    """Make the file, or say what to correct."""
    from hub.proposal.form import AnswerError
    from hub.proposal.proposing import proposed

    try:
        body = options.answers.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        print(f"{called().name} : « {options.answers} » ne se lit pas.", file=sys.stderr)
        return WRONG_USAGE
    try:
        found = proposed(body, options.source, today(options))
    except AnswerError as error:
        remarks = list(error.remarks)
        return _told(options, {"etat": "a-corriger", "remarques": remarks}, BAD_SOURCES)
    if found is None:
        return _told(options, {"etat": "sans-formulaire", "remarques": []}, OK)
    draft = found.draft
    if not options.dry_run:
        (options.source / draft.path).parent.mkdir(parents=True, exist_ok=True)
        (options.source / draft.path).write_text(draft.text, encoding="utf-8", newline="")
    said = {
        "etat": "pret",
        "remarques": list(found.remarks),
        "titre": draft.about,
        "chemin": draft.path,
        "texte": draft.text,
    }
    return _told(options, said, OK)


def _told(options: argparse.Namespace, said: Mapping[str, Any], code: int) -> int:
    """Print what came of it; returns `code`."""
    remarks = [str(one) for one in said["remarques"]]
    if options.format == "json":
        print(json.dumps({**said, "remarques": remarks}, ensure_ascii=False, indent=2))
        return code
    heads = {
        "pret": f"{said.get('chemin')} : prêt à relire. {said.get('titre')}",
        "a-corriger": "Rien n'a été écrit. À corriger dans le formulaire :",
        "sans-formulaire": "Ce texte ne vient d'aucun formulaire : rien n'a été écrit.",
    }
    print("\n".join((heads[str(said["etat"])], *(f"- {remark}" for remark in remarks))))
    return code
