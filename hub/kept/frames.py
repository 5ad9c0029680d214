"""The engine's frames, kept: the engine is loaded where they must be made."""

from __future__ import annotations

from hub.engine import DamagedError, Frames, frames
from hub.kept.cupboard import FRAMES, Cupboard
from hub.look.logo import logo_of
from hub.model.hub import Hub
from hub.places import ENGINE_CONFIG


def frames_of(cupboard: Cupboard, key: str, hub: Hub, *, cards: bool) -> Frames:
    """The frames of a town, whose `key` is that of `hub.engine.frames_key`. Raises what `frames` does."""
    if data := cupboard.read(FRAMES, key):
        try:
            return Frames.loads(data)
        except DamagedError:  # by somebody who gave it the digest of a sound file
            pass
    made = frames(hub.site, ENGINE_CONFIG, hub.sections, cards=cards, logo=logo_of(hub))
    cupboard.write(FRAMES, key, made.dumps())
    return made
