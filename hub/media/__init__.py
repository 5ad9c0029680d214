"""Media: Hub -> PDFs, posters and cards, each made once for what goes in it (`making.make`).

They are slow to make, so they are a step apart: what they show comes from the hub, and pages, made later,
are told their weights.
"""

from hub.media.work import MediaError

__all__ = ["MediaError"]
