"""A style sheet without the rules that no page can meet.

Of the sheet that is rented, pages bear one class: the rest styles parts that the frame does not have. A rule
is kept where one of its selectors may match; a custom property where what is kept reads it.

The words are those of CSS Syntax Level 3, which `tinycss2` parses. What it cannot parse is kept as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import tinycss2

ABSENT = {"dir": "rtl"}
"""Values that an attribute never has here: the site is in French."""

_CONDITIONS = ("media", "supports", "layer", "container")
"""At-rules that hold rules."""

_ANY_OF = ("is", "where", "has", "-webkit-any", "-moz-any")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_NAMED = re.compile(r"[\w-]+")

Tokens = Sequence[Any]


class Used(NamedTuple):
    """What pages may bear: `classes`, and of the attributes `data-*` those so named; `ours` are the texts of
    the sheets that stand beside, which read custom properties."""

    classes: Collection[str]
    data: Collection[str] = ()
    ours: Iterable[str] = ()


def pruned(sheet: str, used: Used) -> str:
    """What serves of a style sheet, in its order."""
    parsed = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    kept = [*_kept(parsed, used)]
    read = _read(kept, used)
    moving = set(_NAMED.findall(" ".join(value for one in kept for value in one.of("animation"))))
    return "".join(one.text(read) for one in kept if not one.frames or one.frames in moving)


class _Declared(NamedTuple):
    """A declaration of a rule: its name as written, and its value."""

    name: str
    value: str
    important: bool

    @property
    def text(self) -> str:
        return f"{self.name}:{self.value.strip()}{'!important' if self.important else ''}"

    @property
    def is_property(self) -> bool:
        """Whether it is a custom one."""
        return self.name.startswith("--")


class _Rule(NamedTuple):
    """A rule that is kept: its `head`, with what it holds, `declared` or other rules; one that cannot be
    looked into is `whole`. `frames` names those of an animation."""

    head: str = ""
    declared: tuple[_Declared, ...] = ()
    inner: tuple[Any, ...] = ()
    whole: str = ""
    frames: str = ""

    def of(self, name: str) -> Iterator[str]:
        """The values of a property, and of those that begin with its name."""
        yield from (
            one.value
            for one in self.declared
            if one.name.lstrip("-").removeprefix("webkit-").startswith(name)
        )
        for rule in self.inner:
            yield from rule.of(name)

    def all(self) -> Iterator[_Declared]:
        """Every declaration in it."""
        yield from self.declared
        for rule in self.inner:
            yield from rule.all()

    def text(self, read: Collection[str]) -> str:
        """Itself, with those of its custom properties that are `read`; nothing, where none is left."""
        if self.whole:
            return self.whole
        inside = ";".join(one.text for one in self.declared if not one.is_property or one.name in read)
        inside += "".join(rule.text(read) for rule in self.inner)
        return f"{self.head}{{{inside}}}" if inside else ""


def _kept(rules: Iterable[Any], used: Used) -> Iterator[_Rule]:
    for rule in rules:
        if rule.type == "qualified-rule":
            heads = [tinycss2.serialize(one).strip() for one in _split(rule.prelude) if _may_match(one, used)]
            if heads:
                yield _Rule(",".join(heads), tuple(_declarations(rule.content)))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _CONDITIONS and rule.content is not None:
            within = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}"
            yield _Rule(head, inner=tuple(_kept(within, used)))
        elif rule.type == "at-rule":
            frames = rule.lower_at_keyword.endswith("keyframes")
            yield _Rule(
                whole=rule.serialize(), frames=tinycss2.serialize(rule.prelude).strip() if frames else ""
            )


def _declarations(content: Tokens) -> Iterator[_Declared]:
    for one in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            yield _Declared(one.name, tinycss2.serialize(one.value), one.important)


def _split(tokens: Tokens) -> Iterator[Tokens]:
    """The selectors of a list."""
    found: list[Any] = []
    for token in tokens:
        if token == ",":
            yield found
            found = []
        else:
            found.append(token)
    yield found


def _may_match(selector: Tokens, used: Used) -> bool:
    """Whether an element of a page may be so selected: all that it asks for may be there."""
    before: Any = None
    for token in selector:
        if token.type == "ident" and before == "." and token.value not in used.classes:
            return False
        if token.type == "hash":  # Material's own parts alone have such a key
            return False
        if token.type == "[] block" and not _may_bear(token.content, used):
            return False
        if token.type == "function" and not _may_be(token, used):
            return False
        before = token
    return True


def _may_be(function: Any, used: Used) -> bool:
    """Whether one of those that it lists may; what is not asked for, `:not(…)`, narrows nothing."""
    if function.lower_name not in _ANY_OF:
        return True
    return any(_may_match(one, used) for one in _split(function.arguments))


def _may_bear(block: Tokens, used: Used) -> bool:
    """Whether an element may bear an attribute, with the value that is asked for."""
    words = [token.value for token in block if token.type in ("ident", "string")]
    name, value = words[0], words[1] if len(words) > 1 else None
    if name.startswith("data-"):
        return name in used.data
    return ABSENT.get(name, not value) != value


def _read(kept: Sequence[_Rule], used: Used) -> frozenset[str]:
    """The custom properties that are read by what is kept, by ours, or by one that is read."""
    declared = [one for rule in kept for one in rule.all()]
    texts = [
        *used.ours,
        *(one.value for one in declared if not one.is_property),
        *(rule.whole for rule in kept),
    ]
    found: set[str] = set()
    more = {name for text in texts for name in _READ.findall(text)}
    while more:
        found |= more
        more = {name for one in declared if one.name in more for name in _READ.findall(one.value)} - found
    return frozenset(found)
