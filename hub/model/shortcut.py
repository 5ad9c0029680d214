"""Shortcuts of the home page: what people come to do, in their words, and the page where it is done."""

from __future__ import annotations

from typing import Annotated

from hub.model.fields import Entity, Meaning, Text, matching
from hub.model.pictogram import Pictogram

MAIL, PHONE = "courriel", "telephone"
"""Where a shortcut may lead besides a page: to those of the service, which the settings say."""

Target = Annotated[
    Text, matching(rf"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*|{MAIL}|{PHONE}", "shortcut_target"), Meaning.NUMBER
]
"""The address of a page of the site, `/agenda/`, or `courriel`, `telephone`."""


class Shortcut(Entity):
    """A task first: `titre` begins with a verb, `vers` is where it is done."""

    titre: Text
    vers: Target
    resume: Text | None = None
    pictogramme: Pictogram | None = None
