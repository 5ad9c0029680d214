"""Rules of fields (C): what programs write where somebody left a field empty, or wrote in a rich editor."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.walk import Written, fields, meaning

_WORDS = (None, Meaning.CONTACT, Meaning.NAME)
"""The fields that people read as they stand."""

PROGRAMS_WORDS = frozenset(
    (
        "undefined None NaN nan null NULL Null nil N/A n/a #N/A #REF! #VALUE! #VALEUR! #NOM? #NAME? "
        "#DIV/0! [object\u00a0Object] Invalid\u00a0date Invalid\u00a0Date"
    ).split(" ")
)
"""By which a program says that it had nothing to write; « null » too, where quotes make it a word."""

_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|table|td|tr|u|ul)\b"
    r"[^<>]{0,500}>",
    re.IGNORECASE,
)
"""The elements that rich editors write: « L'Amicale <des> dragons » is a name."""

SHOWN = 80
"""Characters of a remedy."""


def fields_that_say_something(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A field is not filled with the word by which a program says that it has nothing."""
    for one in written(hub):
        if one.value.strip().replace(" ", "\u00a0") in PROGRAMS_WORDS:
            yield problem(
                "C044",
                one.thing.origin.at(*one.loc),
                f"« {one.value} » est ce qu'écrit un programme qui n'a rien, et s'affichera tel quel.",
                "Effacez-le, et laissez le champ vide ; ou écrivez ce que l'on sait.",
            )


def fields_without_html(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A field of words holds what people read: neither tags nor entities."""
    for one in written(hub):
        if not ("&" in one.value or "<" in one.value):
            continue
        found = _TAG.search(one.value) or next(_entities(one.value), None)
        if found:
            meant = " ".join(html.unescape(_TAG.sub(" ", one.value)).split())
            yield problem(
                "C046",
                one.thing.origin.document.inside(one.value, found.start(), *one.thing.origin.loc, *one.loc),
                f"« {found[0][:SHOWN]} » est du code de page web, et s'affichera tel quel.",
                f"Écrivez comme on lit : {meant}"
                if 0 < len(meant) <= SHOWN
                else "Retirez-le, et écrivez comme on lit.",
            )


def _entities(value: str) -> Iterator[re.Match[str]]:
    """What stands for another sign: `&amp;`, and not « R&D; »."""
    return (found for found in _ENTITY.finditer(value) if html.unescape(found[0]) != found[0])


def written(hub: Hub) -> Iterator[Written]:
    """The fields that people read as they stand, those of the site's own sheet too."""
    yield from meaning(hub, *_WORDS)
    yield from (one for one in fields(hub.site) if one.meaning in _WORDS)


CHECKS = (fields_that_say_something, fields_without_html)
