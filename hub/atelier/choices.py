"""What is picked from lists in the forms of a town, rather than typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hub.model.association import Association, AssociationStatus, Theme
from hub.model.bureau import College
from hub.model.event import TOWN
from hub.model.fields import TO_CONFIRM, Meaning
from hub.model.hub import Hub
from hub.model.wording import Wording

Option = dict[str, str]


class Choices(NamedTuple):
    """What is picked from lists rather than typed, of one hub, and the words of its town."""

    associations: list[Option]
    themes: list[Option]
    colleges: list[Option]
    words: Wording

    @classmethod
    def of(cls, hub: Hub) -> Choices:
        """The associations, themes and colleges of the hub, by name."""
        colleges = _options(hub.bureau.colleges)
        return cls(
            _of_directory(hub.associations),
            _options(hub.themes),
            [*colleges, {"label": "à confirmer", "value": TO_CONFIRM}],
            hub.site.mots,
        )

    def meant(self, what: Meaning | None) -> list[Option] | None:
        """The values that a text which means this may have; None where it is typed."""
        town = {"label": "La ville", "value": TOWN}
        lists: Mapping[Meaning | None, list[Option]] = {
            Meaning.ASSOCIATION: self.associations,
            Meaning.ORGANISER: [town, *self.associations],
            Meaning.THEME: self.themes,
            Meaning.COLLEGE: self.colleges,
        }
        return lists.get(what)


def _of_directory(associations: tuple[Association, ...]) -> list[Option]:
    """The associations by name; those that are no more come last, and say so: old minutes cite them."""
    gone = AssociationStatus.dissoute
    last = sorted(associations, key=lambda one: one.statut is gone)
    return [
        {"label": f"{one.nom} ({gone.libelle})" if one.statut is gone else one.nom, "value": one.id}
        for one in last
    ]


def _options(things: tuple[Theme, ...] | tuple[College, ...]) -> list[Option]:
    return [{"label": one.nom, "value": one.id} for one in things]
