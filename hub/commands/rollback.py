"""`rollback`: the former sites that are kept, and the way back to one of them."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from pathlib import Path

from hub import formers
from hub.called import called
from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_out
from hub.formers import Former
from hub.markup import dates
from hub.markup.typography import french

YESTERDAY = "hier"
"""The word for the last site that is of an earlier day than the present one."""

NONE_KEPT = (
    "aucun site précédent n'est gardé à côté de « {out} ». Ils le sont quand une construction en remplace "
    "une autre dans le même dossier (« sites_gardes », dans mkdocs.yml). Sur les pages d'une forge, annulez "
    "plutôt la modification : la forge publie de nouveau (docs/exploitation.md)."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `rollback`."""
    words = "le numéro du site où revenir, ou « hier » ; sans lui, la liste"
    parser.add_argument("former", nargs="?", metavar="NUMÉRO", help=words)
    add_out(parser)


def run(options: argparse.Namespace) -> int:
    """List what is kept, or go back."""
    from hub.publish import swap

    out = Path(os.path.abspath(options.out))  # noqa: PTH100 (the link itself, not where it leads)
    formers.put_right(out)
    found = formers.kept(out)
    if not found:
        print(f"{called().name} : {NONE_KEPT.format(out=options.out)}", file=sys.stderr)
        return OK if options.former is None else BAD_SOURCES
    if options.former is None:
        _tell(found, formers.made(out))
        return OK
    chosen = _chosen(options.former, found, formers.made(out))
    if chosen is None:
        missing = f"il n'y a pas de site « {options.former} » : « rollback » seul donne la liste."
        print(f"{called().name} : {missing}", file=sys.stderr)
        return BAD_SOURCES
    left = formers.made(out)
    formers.go_back(out, chosen, swap)
    number = next(n for n, one in enumerate(formers.kept(out), 1) if one.made == left)
    print(f"« {options.out} » est de nouveau le site du {_moment(chosen.made)}.")
    print(f"Celui que vous quittez est gardé : {called().command} rollback {number}")
    print("La prochaine construction publiera ce que disent les fichiers : corrigez-les d'abord.")
    return OK


def _chosen(asked: str, found: list[Former], present: dt.datetime | None) -> Former | None:
    """The site of that number, from 1, or of the day before."""
    if asked == YESTERDAY:
        return next((one for one in found if present and one.made.date() < present.date()), None)
    number = int(asked) if re.fullmatch("[0-9]{1,3}", asked) else 0
    return found[number - 1] if 1 <= number <= len(found) else None


def _tell(found: list[Former], present: dt.datetime | None) -> None:
    if present:
        print(f"En place : le site du {_moment(present)}.")
    print("Sites gardés, du plus récent au plus ancien :")
    for number, one in enumerate(found, 1):
        print(f"  {number:>2}  {_moment(one.made)}")
    print(f"Pour revenir au premier : {called().command} rollback 1")


def _moment(when: dt.datetime) -> str:
    return french(f"{dates.long_day(when.date())} à {dates.hour(when.time())}")
