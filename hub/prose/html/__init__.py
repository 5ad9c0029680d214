"""Events -> HTML of our own tags, whatever a text holds."""

from hub.prose.html.leads import Lead, Leads
from hub.prose.html.writer import html

__all__ = ["Lead", "Leads", "html"]
