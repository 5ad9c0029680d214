"""A value in YAML as the register has its own.

Between quotes where it is of digits, or where a sign of it could mean another thing to whoever corrects the
line by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from hub.proposal.written import scalar

_QUOTED = re.compile(r"[+\d][\d ./()+-]*|.*(?:[:#'&\"]|^[@%!*?|>`]).*")


def styled(value: str, *, inside: bool = False) -> str:
    """A text on one line, read back as it is; `inside` a list or a group on one line."""
    written = scalar(value, inside=inside)
    day = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value)
    if written == value and _QUOTED.fullmatch(value) and not day and not value.startswith("http"):
        return json.dumps(value, ensure_ascii=False)
    return written


def styled_flow(values: Mapping[str, str]) -> str:
    """A group on one line."""
    return "{" + ", ".join(f"{key}: {styled(value, inside=True)}" for key, value in values.items()) + "}"
