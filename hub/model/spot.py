"""Where something is on the ground: its degrees, as maps and telephones have them (WGS 84)."""

from __future__ import annotations

from typing import Annotated, Protocol

from pydantic import Field

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

Spot = tuple[float, float]
"""(latitude, longitude)."""


class Located(Protocol):
    """What may say its degrees."""

    @property
    def latitude(self) -> float | None: ...

    @property
    def longitude(self) -> float | None: ...


def spot_of(place: Located) -> Spot | None:
    """Its degrees, None unless both are known."""
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude
