"""Markup: Markdown -> safe HTML, links by key, French typography, dates in words."""

from hub.markup.markdown import Rendered, Renderer

__all__ = ["Rendered", "Renderer"]
