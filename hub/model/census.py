"""How many associations a town counts, of which its directory holds some."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hub.model.fields import Entity, Text


class Census(Entity):
    """`associations_recensees:` in `mkdocs.yml`: about how many there are, and who says so."""

    nombre: Annotated[int, Field(ge=1, le=100_000)] | None = None
    source: Text | None = None
