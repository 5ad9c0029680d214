"""A syntax error of YAML -> the one fault that tells what the writer did."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from hub.sources import closures, slips
from hub.sources.document import Fault
from hub.sources.mistake import Before, Mistake


def syntax_fault(
    raised: yaml.MarkedYAMLError,
    lines: list[str],
    path: str,
    first_line: int,
    before: Before,
) -> Fault:
    """The one fault that tells a syntax error of YAML `lines`, the first of which is line `first_line`."""
    mark = raised.problem_mark or raised.context_mark
    index = min(mark.line if mark else 0, len(lines) - 1)
    error = Mistake(lines, index, path, first_line, raised, before)
    for rule in _RULES:
        if fault := rule(error):
            return fault
    return error.fault("T010", index, mark.column if mark else 0)


_RULES: tuple[Callable[[Mistake], Fault | None], ...] = (
    slips.slip,
    slips.hidden_margin,
    closures.hidden_backslash,
    closures.unclosed_quote,
    slips.stray,
    closures.rest_of_a_value,
    closures.open_bracket,
    slips.indented_start,
    slips.continued,
    slips.lone_sign,
    slips.special_sign,
    slips.second_colon,
    slips.cut_by_a_hash,
    closures.no_comma,
    slips.no_colon,
    slips.split,
    slips.uneven,
)
"""The likeliest first."""
