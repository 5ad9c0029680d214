"""What a change of the sources does to the site and to those who follow it: two hubs, compared by value.

Like `hub.report`, it stands beside the steps: it reads what they give, and none of them knows it. Kinds and
their fields come from the model and its words: one that is declared cannot be left out."""

from hub.changes.comparing import Comparison, Side
from hub.changes.nouns import Changes

__all__ = ["Changes", "Comparison", "Side"]
