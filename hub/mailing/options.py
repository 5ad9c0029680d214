"""The options of `letter`, apart from what obeys them: the command line loads quickly."""

from __future__ import annotations

import argparse
from pathlib import Path

PACE = 30
"""Messages a minute: what small mail servers accept for hours."""


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of `letter`."""
    command.add_argument("letter", metavar="MOIS", help="le numéro à envoyer : 2026-11")
    command.add_argument("--send", metavar="SERVEUR", help="smtp://utilisateur@serveur:587, ou smtps://…")
    command.add_argument("--to", type=Path, metavar="FICHIER", help="les abonnés, une adresse par ligne")
    command.add_argument("--from", dest="sender", metavar="ADRESSE", help="l'expéditeur (le contact du site)")
    command.add_argument(
        "--pace", type=_pace, default=PACE, metavar="N", help=f"messages par minute ({PACE})"
    )
    command.add_argument(
        "--confirm", action="store_true", help="envoyer vraiment ; sans elle, un essai à blanc"
    )


def _pace(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 6000:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de messages par minute (1 à 6000)")
    return int(text)
