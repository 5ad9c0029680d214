"""What could not be read (T) or typed (C), told as problems.

Where the value shows what was meant, the remedy says it.
"""

from __future__ import annotations

import re

from hub.called import called
from hub.checks.meant import MEANT
from hub.checks.problem import Problem, problem
from hub.checks.wordings import WORDINGS
from hub.model.hub import Hub
from hub.sources import Fault

_TO_QUOTE = ("T012", "T028", "C015")
"""Rules whose remedy writes the value between quotes: those inside become « … »."""

_INNER = re.compile(r'"([^"]*)"')

_OF_A_FORM = "Un élément de « {champ} » est vide : « {mot} » veut dire « rien »."
"""Of an empty line that bears the word by which forms tell it."""

LONGEST_QUOTE = 60
"""Characters of a refused value that a message repeats."""


def worded(fault: Fault, hub: Hub) -> Problem:
    """The problem that tells this fault of the sources of `hub`."""
    wording = WORDINGS[fault.code]
    values = {name: _short(value) if name == "valeur" else value for name, value in fault.values.items()}
    values["commande"] = called().command
    if fault.code in _TO_QUOTE:
        values["valeur"] = _INNER.sub(r"« \1 »", values["valeur"])
    guess = MEANT.get(fault.code)
    remedy = (guess and guess(fault.values, hub)) or wording.remedy.format(**values)
    message = _OF_A_FORM if fault.code == "C013" and values.get("mot") else wording.message
    return problem(fault.code, fault.position, message.format(**values), remedy)


def _short(value: str) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + "…"
