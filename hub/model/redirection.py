"""Addresses that changed: what was published there leads to where it is now."""

from __future__ import annotations

from typing import Annotated

from hub.model.fields import Entity, Text, matching

Address = Annotated[Text, matching(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", "site_address")]
"""The address of a page in the site: `/guides/semer/`."""


class Redirection(Entity):
    """Who asks for `ancienne` is led to `nouvelle`."""

    ancienne: Address
    nouvelle: Address
