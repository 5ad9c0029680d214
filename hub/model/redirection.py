"""Addresses that changed: what was published there leads to where it is now."""

from __future__ import annotations

from typing import Annotated

from hub.model.fields import Entity, Meaning, Text, matching
from hub.model.kind import Kind

Address = Annotated[Text, matching(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", "site_address"), Meaning.NUMBER]
"""The address of a page in the site: `/guides/semer/`."""


class Redirection(Entity):
    """Who asks for `ancienne` is led to `nouvelle`."""

    ancienne: Address
    nouvelle: Address


REDIRECTION = Kind(
    attribute="redirections",
    model=Redirection,
    one="redirection",
    many="redirections",
    told="D’une ancienne adresse à la nouvelle, une par ligne.",
    register="redirections.yaml",
)
