"""The signs with which people begin an item of a list, whatever their program."""

from __future__ import annotations

import re

_SIGNS = "-–—‐‑‒•·∙●○◦▪▫■□►▶▸➢➤➔→⇒✓✔❖♦◆◊*⁃‣\uf0b7\uf0a7\uf0d8\uf0fc\uf0e0\uf02d\uf076"
BULLET = re.compile(rf"(?:[{_SIGNS}]|o(?=[ \t\xa0]))[ \t\xa0\u202f]+(?=\S)")
"""A bullet, those of the fonts of Word included (private use), and the « o » of its second level."""

NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zA-Z])(?:[.)°]|[.)]?[ \xa0]?[-–—/])[ \t\xa0\u202f]+(?=\S)"
)
"""« 1. », « 1.2) », « IV – », « a) »."""
