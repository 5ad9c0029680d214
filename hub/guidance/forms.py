"""The type of a field -> what one writes there, in French words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin

from hub.model.dates import End, Moment, PartialDate
from hub.model.fields import TO_CONFIRM, Choice, Entity, Meaning, Url
from hub.model.wording import DEFAULT, Wording
from hub.schemas.shapes import inner, one_or_more
from hub.schemas.words import title_of

_DATES = {
    PartialDate: "une date : `2027-06-05`, ou ce qui en est sûr, `2027-06`, `2027`",
    Moment: "une date, avec l’heure si elle est connue : `2027-06-05 18:30`, `2027-06-05`, `2027-06`",
    End: "une date, avec l’heure si elle est connue : `2027-06-05 20:00`, `2027-06-05`",
}

_MEANT = {
    Meaning.TEXT: ("un texte", "des textes"),
    Meaning.ASSOCIATION: (
        "une association de l’annuaire, par l’un de ses noms",
        "des associations de l’annuaire, chacune par l’un de ses noms",
    ),
    Meaning.ORGANISER: (
        "une association de l’annuaire, ou `ville`",
        "des associations de l’annuaire, ou `ville`",
    ),
    Meaning.THEME: ("un thème de l’annuaire", "des thèmes de l’annuaire"),
    Meaning.COLLEGE: ("{un collège} {du bureau}", "{des collèges} {du bureau}"),
}
"""What a text holds, said of one and of several."""


def form_of(hint: Any, anchor: Callable[[str], str], town: Wording = DEFAULT) -> str:
    """What is written in a field of this type, as Markdown; a group of fields leads to its table, at the
    `anchor` of its title. In the words of the `town`."""
    kind, many = inner(hint)
    if isinstance(kind, type) and issubclass(kind, Entity):
        title = title_of(kind, town)
        words = "plusieurs, chacun avec" if many else "un ensemble :"
        return f"{words} les champs de [{title}](#{anchor(title)})"
    if isinstance(kind, type) and issubclass(kind, Choice):
        first = "un mot, ou plusieurs" if one_or_more(hint) else "plusieurs mots" if many else "un mot"
        members = (_member(one, town) for one in kind if town.offers(one))
        return f"{first} de cette liste : {', '.join(members)}"
    if kind in _DATES:
        return f"plusieurs dates : {_DATES[kind].partition(' : ')[2]}" if many else _DATES[kind]
    return town.say(_text(kind, many))


def _member(member: Choice, town: Wording) -> str:
    """A word of a list, and what it means where that is another."""
    label = town.label(member)
    if member.value in (TO_CONFIRM, label):
        return f"`{member.value}`"
    return f"`{member.value}` ({label})"


def _text(kind: Any, many: bool) -> str:
    meaning = _meaning(kind)
    if meaning in _MEANT:
        return _MEANT[meaning][many]
    if kind == Url or Url in get_args(kind):
        return "des adresses web" if many else "une adresse web, avec « https:// »"
    base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if base in (int, float):
        return "des nombres" if many else "un nombre"
    return "des lignes de texte" if many else "une ligne de texte"


def _meaning(kind: Any) -> Meaning | None:
    return next((one for one in get_args(kind) if isinstance(one, Meaning)), None)
