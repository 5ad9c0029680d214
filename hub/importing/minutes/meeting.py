"""Which meeting a document is of: the body and the day, of its first lines, else of the name of its file."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath

from hub.importing.blocks import words_of
from hub.importing.ledger import Ledger
from hub.importing.minutes import title
from hub.importing.minutes.draft import Draft
from hub.importing.minutes.nouns import body_of, usual_body
from hub.importing.minutes.parts import Parts
from hub.importing.outcome import ImportingError
from hub.importing.said_dates import dates_in
from hub.markup.dates import day as in_words
from hub.model.hub import Hub

FIRST_LINES = 8
"""Lines among which the title of a document is looked for."""


def begun(name: str, parts: Parts, hub: Hub, ledger: Ledger, today: dt.date) -> Draft:
    """The draft with the day and the body of the meeting; `name` is that of the file.

    Raises ImportingError where the day is not said, or has not come.
    """
    opening, stem = parts.opening, PurePath(name).stem.replace("_", " ")
    first = "\n".join(words_of(block) for block in parts.text[:FIRST_LINES])
    day = opening.date or _whole_day(stem) or _day_of_text(first, ledger)
    if not day:
        raise ImportingError(
            f"« {name} » : le jour de la réunion ne s'y trouve pas. Écrivez-le dans le nom du "
            f"fichier (« 2026-03-10 bureau{PurePath(name).suffix} »), puis recommencez."
        )
    _check_day(day, name, _whole_day(stem), ledger, today)
    wording = hub.site.mots
    body = opening.body or body_of(stem, wording) or body_of(first, wording)
    if not body:
        body = usual_body(wording)
        ledger.ask("instance", f"Rien ne dit qui se réunissait : « {wording.label(body)} » est supposé.")
    return Draft(body, day, opening.status, opening.place)


def _day_of_text(first: str, ledger: Ledger) -> str:
    """The first day that the first lines of the text say, which is asked."""
    said = title.whole_date(first)
    if said:
        ledger.ask("date", f"Le jour est lu dans le texte : la réunion était-elle le {said.iso[:10]} ?")
    return said.iso[:10] if said else ""


def _check_day(day: str, name: str, named: str, ledger: Ledger, today: dt.date) -> None:
    """Refuse a day that has not come, and ask where the name of the file says another: `named`."""
    other = _spoken(named) if named not in ("", day) else ""
    if day > f"{today}":
        said = f" Le nom du fichier dit le {other}." if other else ""
        raise ImportingError(
            f"« {name} » : la réunion y est datée du {_spoken(day)}, qui n'est pas encore venu.{said} "
            "Corrigez la date dans le document, puis recommencez."
        )
    if other:
        words = f"Le document est daté du {_spoken(day)}, et le nom du fichier dit le {other}"
        ledger.ask("date", f"{words} : quel est le jour de la réunion ?")


def _whole_day(words: str) -> str:
    """The first day that words say with its year; '' for none."""
    return next((one.iso[:10] for one in dates_in(words) if len(one.iso) >= 10), "")


def _spoken(iso: str) -> str:
    """« 21 mai 2026 »."""
    return in_words(dt.date.fromisoformat(iso))
