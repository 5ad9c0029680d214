"""Model: plain values -> Association, Bureau, Minutes, Event ... -> one Hub, indexed by key."""

from hub.model.hub import Hub, assemble

__all__ = ["Hub", "assemble"]
