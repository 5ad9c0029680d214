"""Texts that nobody writes, and that must not keep the check busy."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests import towns

GUIDE = "content/guides/semer.md"

LONG = 40_000
"""Signs: a rule that reads a text once needs a moment, one that reads it for every sign many seconds."""


SIGNS = "[ ![ < a a. ]( 0( + M. Jean` ` # http:// www. @ é |. >.".split()


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_repeated_without_end_is_read_once(tmp_path: Path, sign: str) -> None:
    text = towns.MINIATURE[GUIDE] + sign * (LONG // len(sign))
    source = towns.write(tmp_path, {GUIDE: text})
    start = time.process_time()
    towns.inspect(source, towns.TODAY)
    assert time.process_time() - start < 3
