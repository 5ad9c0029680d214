"""What a cell gives a field, and what every reading of one shares."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from hub.checks.personal import Sort
from hub.importing.personal import persons_in
from hub.model import fields
from hub.model.names import fold
from hub.sources.text import CONTROL, MOJIBAKE

NOTHING = frozenset(
    """
    nc neant aucun aucune sans inconnu inconnue vide null none nan na nr ras non x xx xxx
    """.split()
) | {
    "non communique",
    "non renseigne",
    "non renseignee",
    "non connu",
    "pas de site",
    "pas de mail",
    "pas de telephone",
    "sans objet",
    "a completer",
    "a renseigner",
    "a confirmer",
    "n c",
    "n a",
    "n r",
    "ref",
    "value",
}
"""What people write where they have nothing to say, folded."""


class Read(NamedTuple):
    """What a cell gives a field: its value ('' for none), the words beside it, a doubt, what is of persons.

    `rest` holds no word of `persons`.
    """

    value: str = ""
    rest: tuple[str, ...] = ()
    doubt: str = ""
    persons: tuple[Sort, ...] = ()


def says_nothing(text: str) -> bool:
    """Whether a cell is one that is left empty: « N/C », « néant », « - », « ? »."""
    plain = fold(text)
    return plain in NOTHING or not re.search(r"\w", text)


@cache
def _type(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(fields, name))


def accepted(name: str, written: str) -> str | None:
    """A text as a type of `hub.model.fields` has it; None where it refuses it, or no source may hold it."""
    if CONTROL.search(written) or MOJIBAKE.search(written):
        return None
    try:
        return str(_type(name).validate_python(written))
    except ValidationError:
        return None


LABELS = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phone)?s?|fixe|portable|mobile|port|bureau|fax|e-?mail|mails?|courriels?|m[ée]l"
    r"|site(?: web| internet)?|web|adresse|n°|num[ée]ro|ou|et|puis)(?!\w)[ .:]*",
    re.IGNORECASE,
)


def kept(rest: str, persons: list[Sort]) -> tuple[str, ...]:
    """The words beside a value, but for labels and what is of persons, which is counted in `persons`."""
    words = LABELS.sub(" ", rest)
    words = " ".join(words.split()).strip(" ,;:/|-–()[]<>.&+'\"")
    if not words or says_nothing(words):
        return ()
    found = persons_in(words)
    if found:
        persons += [one.sort for one in found]
        return ()
    return (words,)


def whole(text: str, persons: list[Sort]) -> tuple[str, ...]:
    """The words of a cell that gives no value, unless they say nothing or name somebody."""
    if says_nothing(text):
        return ()
    found = persons_in(text)
    persons += [one.sort for one in found]
    return () if found else (" ".join(text.split()),)
