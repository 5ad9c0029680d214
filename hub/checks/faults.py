"""What could not be read (T) or typed (C), told as problems.

Where the value shows what was meant, the remedy says it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from hub.checks.contacts import mended_mail, mended_phone, mended_web
from hub.checks.french_dates import iso_form
from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.checks.wordings import WORDINGS
from hub.model.association import Theme
from hub.model.bureau import College
from hub.model.fields import is_site_url
from hub.model.hub import Hub
from hub.model.names import fold, slug
from hub.sources import Fault

_TO_QUOTE = ("T012", "T028", "C015")
"""Rules whose remedy writes the value between quotes: those inside become « … »."""

_INNER = re.compile(r'"([^"]*)"')

LONGEST_QUOTE = 60
"""Characters of a refused value that a message repeats."""

Values = Mapping[str, str]


def worded(fault: Fault, hub: Hub) -> Problem:
    """The problem that tells this fault of the sources of `hub`."""
    wording = WORDINGS[fault.code]
    values = {name: _short(value) if name == "valeur" else value for name, value in fault.values.items()}
    if fault.code in _TO_QUOTE:
        values["valeur"] = _INNER.sub(r"« \1 »", values["valeur"])
    guess = _MEANT.get(fault.code)
    remedy = (guess and guess(fault.values, hub)) or wording.remedy.format(**values)
    return problem(fault.code, fault.position, wording.message.format(**values), remedy)


def _short(value: str) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + "…"


def _key(values: Values, hub: Hub) -> str:
    if "voulu" in values:
        return f"Vouliez-vous dire « {values['voulu']} » ?"
    return _among(values["champ"], values)


def _choice(values: Values, hub: Hub) -> str:
    return _among(values["valeur"], values)


def _among(word: str, values: Values) -> str:
    allowed = values["attendus"].split(", ")
    return did_you_mean(word, allowed, f"Possibles : {', '.join(allowed)}.")


def _answer(values: Values, hub: Hub) -> str | None:
    """A yes where one of a few words is expected."""
    return f"Possibles : {values['attendus']}." if "attendus" in values else None


def _date(values: Values, hub: Hub) -> str | None:
    written = values["valeur"]
    if re.fullmatch(r"\d{1,2} *[h:] *\d{0,2}", written):
        return f"Écrivez aussi le jour, devant : 2026-03-14 {written.replace('h', ':').replace(' ', '')}."
    found = iso_form(written)
    return f"Écrivez-la dans l'ordre année-mois-jour : {found}." if found else None


def _midnight(values: Values, hub: Hub) -> str | None:
    """24:00 where something begins: it is of the day after."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T]24:00", values["valeur"])
    try:
        day = found and dt.date.fromisoformat(found[1])
    except ValueError:
        return None
    if not day:
        return None
    return (
        f"24:00 est la fin d'un jour, et ne va que dans « fin ». Écrivez {day + dt.timedelta(days=1)} 00:00."
    )


def _mail(values: Values, hub: Hub) -> str | None:
    return mended_mail(values["valeur"])


def _phone(values: Values, hub: Hub) -> str | None:
    return mended_phone(values["valeur"])


def _web(values: Values, hub: Hub) -> str | None:
    return mended_web(values["valeur"])


def _site(values: Values, hub: Hub) -> str | None:
    """The same address without what no site's may have, where that leaves one."""
    written = re.sub(r"^(?![a-z]+:)", "https://", values["valeur"].strip(), flags=re.IGNORECASE)
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        return None
    steps = (re.sub(r"[^A-Za-z0-9._~-]", "", step) for step in parts.path.split("/"))
    folders = "".join(f"{step}/" for step in steps if step.strip("."))
    try:
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        port = ""
    tidy = f"{parts.scheme}://{host}{port}/{folders}"
    return f"Écrivez : {tidy}" if is_site_url(tidy) else None


def _identifier(values: Values, hub: Hub) -> str:
    """A theme or a college by its name; else what was written, as an address has it."""
    written = values["valeur"]
    known: Mapping[str, Sequence[Theme | College]] = {"themes": hub.themes, "college": hub.bureau.colleges}
    for thing in known.get(values["champ"], ()):
        if fold(written) in (fold(thing.nom), fold(thing.id)):
            return f"Écrivez son identifiant : {thing.id}."
    return f"N'employez que des minuscules sans accent, des chiffres et des tirets : {slug(written)[:80]}."


_MEANT: Mapping[str, Callable[[Values, Hub], str | None]] = {
    "C001": _key,
    "C006": _choice,
    "C007": _date,
    "C008": _midnight,
    "C010": _identifier,
    "C011": _web,
    "C016": _mail,
    "C017": _phone,
    "C024": _answer,
    "C041": _site,
}
"""What was meant, by code; None leaves the general remedy."""
