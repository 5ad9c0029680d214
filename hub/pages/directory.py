"""The directory of associations: all of them in the page, to be filtered as one types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from hub.model import Hub
from hub.model.association import Association, AssociationStatus, Audience
from hub.model.names import fold, initial
from hub.pages.page import Page, Pages

Choices = list[tuple[str, str, int]]
"""(value, words, how many associations) of a list one chooses from."""


def page(tools: Pages) -> Page:
    """The directory. Without a script it is read by letter and by theme; with one, it is filtered."""
    hub = tools.hub
    listed = [a for a in hub.associations if a.statut is not AssociationStatus.dissoute]
    return tools.section_page(
        "/associations/",
        "annuaire.html",
        letters=[
            (letter, [(one, _other_words(hub, one)) for one in group])
            for letter, group in groupby(listed, lambda a: initial(a.nom))
        ],
        dissolved=[a for a in hub.associations if a.statut is AssociationStatus.dissoute],
        themes=list(_by_theme(hub, listed)),
        themes_choice=_choices({t.id: t.nom for t in hub.themes}, (a.themes for a in listed)),
        publics_choice=_choices({p.value: p.libelle for p in Audience}, map(_publics, listed)),
        colleges_choice=_choices({c.id: c.nom for c in hub.bureau.colleges}, ((a.college,) for a in listed)),
        count=len(listed),
    )


def _by_theme(hub: Hub, listed: list[Association]) -> Iterator[tuple[object, list[Association]]]:
    for theme in hub.themes:
        if members := [a for a in listed if theme.id in a.themes]:
            yield theme, members


def _other_words(hub: Hub, one: Association) -> str:
    """What finds it beside the words that the page shows of it: those of its aliases and spellings, as `fold`
    has them, each once."""
    themes = (hub.themes_by_id[theme].nom for theme in one.themes)
    known = set(" ".join(map(fold, (one.nom, *themes))).split())
    return " ".join(
        dict.fromkeys(
            word for name in (*one.alias, *one.graphies) for word in fold(name).split() if word not in known
        )
    )


def _publics(one: Association) -> set[Audience]:
    """Whom it is for: what is for everybody is for each."""
    return set(Audience) if Audience.tous in one.publics else set(one.publics)


def _choices(words: dict[str, str], values: Iterable[Iterable[str]]) -> Choices:
    """The values that some association has, in the order of `words`."""
    counts = Counter(str(value) for of_one in values for value in of_one)
    return [(key, name, counts[key]) for key, name in words.items() if counts[key]]
