"""Model: plain values -> Association, Bureau, Minutes, Event ... -> one Hub, indexed by key."""

from hub.model.assembly import assemble
from hub.model.hub import Hub

__all__ = ["Hub", "assemble"]
