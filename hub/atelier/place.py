"""Where the workshop and its forms are, and whether a site has one."""

from __future__ import annotations

from typing import Any

from hub.hosting.workshop import ADDRESS
from hub.model.fields import Entity
from hub.model.kind import Kind
from hub.model.kinds import BY_FOLDER
from hub.model.site import Site
from hub.places import PROGRAM

__all__ = ["ADDRESS", "PACKAGE", "form_of", "is_made", "new_form"]

PACKAGE = PROGRAM / "atelier" / "paquet"
"""What `make atelier` makes: the program of the forms, as files of the site."""


def new_form(kind: Kind[Any]) -> str:
    """The address of the form that adds a thing of a kind that has files of its own."""
    return f"{ADDRESS}#/collections/{kind.name}/new"


def form_of(thing: Entity) -> str:
    """The address of the form that holds a thing: its own, or that of its register."""
    document = thing.origin.document
    kind = BY_FOLDER.get(document.path.rpartition("/")[0])  # a date may stand in minutes
    return f"{ADDRESS}#/collections/{kind.name if kind else '_singletons'}/entries/{document.stem}"


def is_made(site: Site) -> bool:
    """Whether the site has a workshop: the town says where its files are kept, and the program is there."""
    return site.depot is not None and (PACKAGE / "atelier.js").is_file()
