"""What could not be read (T) or typed (C), told as problems.

Where the value shows what was meant, the remedy says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from hub.checks.french_dates import iso_form
from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.checks.wordings import WORDINGS
from hub.sources import Fault

LONGEST_QUOTE = 60
"""Characters of a refused value that a message repeats."""

Values = Mapping[str, str]


def worded(fault: Fault) -> Problem:
    """The problem that tells this fault."""
    wording = WORDINGS[fault.code]
    values = {name: _short(value) if name == "valeur" else value for name, value in fault.values.items()}
    guess = _MEANT.get(fault.code)
    remedy = (guess and guess(fault.values)) or wording.remedy.format(**values)
    return problem(fault.code, fault.position, wording.message.format(**values), remedy)


def _short(value: str) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + "…"


def _key(values: Values) -> str:
    return _among(values["champ"], values)


def _choice(values: Values) -> str:
    return _among(values["valeur"], values)


def _among(word: str, values: Values) -> str:
    allowed = values["attendus"].split(", ")
    return did_you_mean(word, allowed, f"Possibles : {', '.join(allowed)}.")


def _answer(values: Values) -> str | None:
    """A yes where one of a few words is expected."""
    return f"Possibles : {values['attendus']}." if "attendus" in values else None


def _date(values: Values) -> str | None:
    found = iso_form(values["valeur"])
    return f"Écrivez l'année, le mois, le jour : {found}." if found else None


def _mail(values: Values) -> str | None:
    written = values["valeur"]
    with_sign = re.sub(
        r"\s*(?:\(at\)|\[at\]|\(a\)|\s+at\s+|\(arobase\)|\s+arobase\s+)\s*", "@", written, flags=re.IGNORECASE
    )
    if with_sign != written:
        return f"Écrivez-la avec son « @ » : {with_sign}."
    if written.count("@") > 1:
        return "N'en gardez qu'une seule."
    if re.fullmatch(r"[^@\s]+@[^@\s.]+", written):
        return f"Il manque la fin de l'adresse : {written}.fr, par exemple."
    return None


def _phone(values: Values) -> str | None:
    written = values["valeur"]
    if re.search(r"\d\s*(?:/|,|;|-|\bou\b|\bet\b)\s*(?:0|\+)\d", written):
        return "N'en gardez qu'un seul, entre guillemets : \"01 23 45 67 89\"."
    digits = re.sub(r"\D", "", written)
    if len(digits) == 9 and digits[0] != "0":
        return f'Il manque le zéro du début : "{_in_pairs("0" + digits)}".'
    if digits and not written.strip().startswith("+") and len(digits) != 10:
        return f'Il a {len(digits)} chiffre{"s" * (len(digits) > 1)} au lieu de dix : "01 23 45 67 89".'
    return None


def _in_pairs(digits: str) -> str:
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def _web(values: Values) -> str | None:
    written = values["valeur"]
    return (
        f"Écrivez-la en entier : https://{written}"
        if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", written)
        else None
    )


_MEANT: Mapping[str, Callable[[Values], str | None]] = {
    "C001": _key,
    "C006": _choice,
    "C007": _date,
    "C011": _web,
    "C016": _mail,
    "C017": _phone,
    "C024": _answer,
}
"""What was meant, by code; None leaves the general remedy."""
