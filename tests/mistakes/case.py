"""A mistake: what is changed in the miniature, and the exact list of problems it yields."""

from __future__ import annotations

from hub.catalogue.rule import Files

Expected = list[tuple[str, str, int, int]]
"""(code, path, line, column), in any order."""

Case = tuple[str, Files, Expected]
"""(what was done, the files, the problems)."""

ASSOCIATIONS, BUREAU, MINUTES = "associations.yaml", "bureau.yaml", "minutes/2026-03-10-bureau.md"
YOGA, GUIDE, CALL = "content/agenda/yoga.md", "content/guides/semer.md", "content/appels/serre.md"
