"""Markup: Markdown -> safe HTML, links by key, French typography, dates in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hub.markup.markdown import Rendered, Renderer

__all__ = ["Rendered", "Renderer"]


def __getattr__(name: str) -> Any:
    """The renderer, loaded when it is asked for: rules need links and dates, and render nothing."""
    if name not in __all__:
        raise AttributeError(name)
    from hub.markup import markdown

    return getattr(markdown, name)
