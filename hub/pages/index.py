"""The index of the directory: what a browser asks for when somebody types, and looks through by itself.

A file a few thousand associations, named by what it holds: a browser keeps it for ever, and an association
that changes makes it ask for one of them again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from hub.model import Hub
from hub.model.association import Association, AssociationStatus, Audience
from hub.model.names import fold, slug, sort_key
from hub.pages.activity_codes import codes_of

A_FILE = 3_000
"""Associations of a file: some 40 kB over the wire, and a tenth of a second of work for a slow phone, after
which the next one is looked through."""

FOLDER = "assets/hub/"
"""Where files are that no browser asks for twice: `hub.hosting.policy` says so of this one."""

_USUAL = re.compile("[ -~\u00a0-\u00ffœŒ’–]*")
"""Letters that every program folds alike."""

FIRST_CODE = ord("0")
"""The character of the first theme, public or college; the next ones follow it."""


class IndexFile(NamedTuple):
    """A file of the index."""

    path: str
    data: bytes


def listed(hub: Hub) -> list[Association]:
    """The associations that the directory lists by name: all but those dissolved, which stand apart."""
    return [one for one in hub.associations if one.statut is not AssociationStatus.dissoute]


def quarter_keys(hub: Hub) -> list[str]:
    """The quarters that an association says, in the order of their names."""
    named = {slug(one.quarter): one.quarter for one in reversed(hub.associations) if one.quarter}
    return sorted(named, key=lambda key: sort_key(named[key]))


def index(hub: Hub, today: dt.date) -> tuple[IndexFile, ...]:
    """The files of the index, in the order of the names; made once."""
    return hub.once(_as_of(today))


@cache
def _as_of(today: dt.date) -> Callable[[Hub], tuple[IndexFile, ...]]:
    """What makes the index of that day: of activities, it knows those that go on."""

    def made(hub: Hub) -> tuple[IndexFile, ...]:
        names = listed(hub)
        starts = range(0, len(names), A_FILE)
        return tuple(_file(_columns(hub, names[start : start + A_FILE], today)) for start in starts)

    return made


def _file(columns: dict[str, str]) -> IndexFile:
    data = json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()
    return IndexFile(f"{FOLDER}annuaire-{hashlib.sha256(data).hexdigest()[:12]}.json", data)


def _columns(hub: Hub, names: Sequence[Association], today: dt.date) -> dict[str, str]:
    """A column a kind of value, a line an association: what is alike stands together, and is pressed best.

    `cles` is empty where the key is what the name gives; `themes`, `publics`, `colleges`, `quartiers` hold a
    character a value, by its rank among the choices of the page; `activites` holds the code of each,
    `benevoles` « oui ».
    """
    themes = _codes([theme.id for theme in hub.themes])
    publics = _codes(list(Audience))
    colleges = _codes([college.id for college in hub.bureau.colleges])
    quarters = _codes(quarter_keys(hub))
    columns = {
        "noms": (one.nom for one in names),
        "cles": ("" if _given(one) else one.id for one in names),
        "mots": (other_words(hub, one) for one in names),
        "themes": ("".join(themes[theme] for theme in one.themes) for one in names),
        "publics": ("".join(publics[public] for public in one.publics) for one in names),
        "colleges": (colleges.get(one.college or "", "") for one in names),
        "etats": (one.mention for one in names),
        "activites": (codes_of(one, today) for one in names),
        "quartiers": (quarters[slug(one.quarter)] if one.quarter else "" for one in names),
        "benevoles": ("oui" * bool(one.needs(today)) for one in names),
    }
    return {name: "\n".join(lines) for name, lines in columns.items()}


def _given(one: Association) -> bool:
    """Whether its key is the one that its name gives, in this program as in a browser."""
    return slug(one.nom) == one.id and _USUAL.fullmatch(one.nom) is not None


def _codes(values: Sequence[str]) -> dict[str, str]:
    return {str(value): chr(FIRST_CODE + rank) for rank, value in enumerate(values)}


def other_words(hub: Hub, one: Association) -> str:
    """What finds it beside the words that the page shows of it: those of its aliases and spellings, as `fold`
    has them, each once."""
    if not one.alias and not one.graphies:
        return ""
    themes = (hub.themes_by_id[theme].nom for theme in one.themes)
    known = set(" ".join(map(fold, (one.nom, *themes))).split())
    return " ".join(
        dict.fromkeys(
            word for name in (*one.alias, *one.graphies) for word in fold(name).split() if word not in known
        )
    )
