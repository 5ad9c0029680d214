"""Look: what a town says of its colour and of its logo -> every colour, sheet and drawing made of them.

Pages, mails, feeds, paper, cards and phones ask here, and nowhere else. A town that says nothing has the
colours of the theme's own style sheet, and the drawings that the program carries.
"""

from __future__ import annotations

from hub.look.palette import Palette, palette_of

__all__ = ["Palette", "palette_of"]
