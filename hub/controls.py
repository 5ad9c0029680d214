"""Signs that whatever shows a text would obey. With the standard library alone: jobs that hold a token read
texts of strangers, and have nothing else."""

from __future__ import annotations

import re

BIDI = "\u202a-\u202e\u2066-\u2069"
"""Signs that turn around the text after them (Unicode, Annex 9): what is read is not what is there."""

_UNSAID = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff{BIDI}\ud800-\udfff]")
"""Halves of a pair are among them: JSON may hold one, UTF-8 cannot."""


def visible(text: str) -> str:
    """`text` on one line, without a sign that a terminal would obey: an escape is shown as `\\x1b`."""
    return _UNSAID.sub(lambda found: ascii(found[0])[1:-1], text)
