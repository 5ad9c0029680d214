"""The minutes of a meeting, as a clerk wrote them (Word, LibreOffice, web page, text, PDF) -> `minutes/`.

labels        the words that begin each part, in every way of writing them
title         the first lines: body, day, place
parts         blocks -> the lines of each part, the follow-up tables, the text
attendance    lists of names -> associations of the directory, functions of the town
follow_up     « Projet | Quoi ? | Par qui ? » -> actions
text          what is left -> Markdown
draft         fields and text -> the file
bringing      all of it; what an existing file says stays
"""

from __future__ import annotations

from hub.importing.minutes.bringing import bring, looks_like

__all__ = ["bring", "looks_like"]
