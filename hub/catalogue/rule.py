"""A rule as people read it: what it asks, why, and an example of each side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """Errors stop a build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


class Link(NamedTuple):
    """A symbolic link, and where it leads."""

    target: str


class Edit(NamedTuple):
    """A passage of a file of the town: `old`, which stands there once, becomes `new`."""

    old: str
    new: str


class Made(NamedTuple):
    """Bytes that are made when an example is laid or shown: what is heavy, or takes a library."""

    make: Callable[[], bytes]


Content = str | bytes | Link | Edit | Made | None
"""What a file of the town becomes; None takes it away."""

Files = Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Example:
    """The files that break a rule, and those that follow it, laid over the town of `hub.catalogue.town`.

    `published` gives the titles of the pages published before, by address; `before` the files of the town
    whose calendar was; `former`, the `identifiant` of the town whose site was. `under` are whole files laid
    over the town before, which both sides have.
    """

    wrong: Files
    right: Files
    published: Mapping[str, str] = field(default_factory=dict)
    before: Files = field(default_factory=dict)
    former: str = ""
    under: Mapping[str, str] = field(default_factory=dict)


def passage(path: str, wrong: str, right: str, *, instead_of: str = "") -> Example:
    """The same passage of a file, wrong then right; the town holds `instead_of`, or else the right one."""
    old = instead_of or right
    return Example({path: Edit(old, wrong)}, {path: Edit(old, right)})


def whole(path: str, wrong: Content, right: Content) -> Example:
    """A whole file, wrong then right."""
    return Example({path: wrong}, {path: right})


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the catalogue. All its texts are in French, in plain Markdown of one line.

    `asked` says by which command: one of `ready` is asked of a site that is about to be published alone.
    """

    code: str
    title: str
    reason: str
    example: Example
    severity: Severity = Severity.ERROR
    asked: str = "check"

    @property
    def word(self) -> str:
        """« erreur », « avertissement », « avant de publier »: what breaking it is."""
        if self.asked == "ready":
            return "avant de publier"
        return "erreur" if self.severity is Severity.ERROR else "avertissement"


def warned(code: str, title: str, reason: str, example: Example) -> Rule:
    """A rule of which one is only warned: what it finds may be right."""
    return Rule(code, title, reason, example, Severity.WARNING)
