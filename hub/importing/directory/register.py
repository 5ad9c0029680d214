"""`associations.yaml` as a text: values are put into it at their places, and no other sign of it changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from hub.called import called
from hub.importing.outcome import ImportingError, mend_first
from hub.model.association import Association

PATH = "associations.yaml"
ORDER = tuple(Association.model_fields)
PARTS = ("voie", "code_postal", "commune", "quartier")
"""The keys of an association, and of its address, in the order in which they are written."""

NEW = "themes: []\n\nassociations: []\n"
"""A register that says nothing yet."""


@dataclass(slots=True)
class Register:
    """The register `written`, and what is to be put into it, by place."""

    written: str
    entries: Mapping[str, yaml.MappingNode]
    lists: Mapping[str, yaml.Node]
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    windows: bool = False

    @classmethod
    def of(cls, written: str) -> Register:
        """Raises ImportingError where it cannot be read, or is written in a way that is mended by hand."""
        plain = written.replace("\r\n", "\n")
        try:
            root = yaml.compose(plain, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            raise mend_first(PATH) from None
        if root is None:
            plain = f"{plain.rstrip()}\n\n{NEW}".lstrip()
            root = yaml.compose(plain, Loader=yaml.CSafeLoader)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise ImportingError(
                f"{PATH} n'a pas la forme d'un annuaire : « {called().command} check » dit pourquoi."
            )
        lists = {key.value: value for key, value in root.value}
        if "associations" not in lists:
            return cls.of(f"{written.rstrip()}\n\nassociations: []\n")
        held = lists["associations"]
        nodes = held.value if isinstance(held, yaml.SequenceNode) else ()
        entries = {_said(one, "id"): one for one in nodes if isinstance(one, yaml.MappingNode)}
        return cls(plain, entries, lists, windows="\r\n" in written)

    def put(self, key: str, name: str, value: str) -> None:
        """The field `name` of the association `key` has this value, in YAML, instead of what it had."""
        self._put(self.entries[key], name, value, ORDER)

    def put_in_address(self, key: str, name: str, value: str) -> None:
        """The same for a part of its address, where it has one already."""
        address = next(value for own, value in self.entries[key].value if own.value == "adresse")
        self._put(address, name, value, PARTS)

    def _put(self, node: yaml.MappingNode, name: str, value: str, order: tuple[str, ...]) -> None:
        held = {own.value: (own, value) for own, value in node.value}
        if name in held:
            self._replace(*held[name], value)
            return
        before = [own for own in held if own in order and order.index(own) < order.index(name)]
        after = max(before, key=lambda own: held[own][1].end_mark.index) if before else list(held)[-1]
        if node.flow_style:
            end = held[after][1].end_mark.index
            self.edits.append((end, end, f", {name}: {value}"))
            return
        end = self._end_of_line(held[after][1])
        self.edits.append((end, end, f"\n{' ' * node.start_mark.column}{name}: {value}"))

    def _replace(self, key: yaml.Node, value: yaml.Node, by: str) -> None:
        start, end = value.start_mark.index, value.end_mark.index
        if start == end:  # « rna: », that says nothing
            colon = self.written.index(":", key.end_mark.index) + 1
            self.edits.append((colon, colon, f" {by}"))
            return
        old = self.written[start:end]
        self.edits.append((start, end, by + old[len(old.rstrip()) :]))

    def _end_of_line(self, node: yaml.Node) -> int:
        """Where the line ends on which a value ends, its remark included."""
        end = self.written.find("\n", self._end(node))
        return len(self.written) if end < 0 else end

    def _end(self, node: yaml.Node) -> int:
        """Where the last sign of a value ends: a mark of a block is after the remarks that follow it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            key, value = last if isinstance(last, tuple) else (None, last)
            end = self._end(value)
            return max(end, key.end_mark.index) if key is not None else end
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.written[start:end].rstrip())

    def append(self, name: str, entries: list[list[str]]) -> None:
        """Put things, each the lines of one, at the end of the list `name` of the register."""
        if not entries:
            return
        if name not in self.lists:
            at = next(key for key in self._keys() if key == "associations")
            start = self._start_of(at)
            self.edits.append((start, start, f"{name}:\n{_block(entries, 2, apart=False)}\n"))
            return
        held = self.lists[name]
        if isinstance(held, yaml.SequenceNode) and held.value and held.flow_style:
            raise ImportingError(
                f"{PATH} : la liste « {name} » est sur une ligne, mettez-y une fiche par ligne."
            )
        if not isinstance(held, yaml.SequenceNode) or not held.value:
            self._begin(held, name, entries)
            return
        last = held.value[-1]
        end = self._end_of_line(last)
        apart = name == "associations"
        text = _block(entries, held.start_mark.column, apart=apart)
        self.edits.append((end, end, ("\n\n" if apart else "\n") + text.rstrip("\n")))

    def _begin(self, held: yaml.Node, name: str, entries: list[list[str]]) -> None:
        """The first things of an empty list: `associations: []`, or nothing."""
        start, end = held.start_mark.index, held.end_mark.index
        text = _block(entries, 2, apart=name == "associations").rstrip("\n")
        if start == end:
            start = end = self._start_of(name) + len(name) + 1
        else:
            start = len(self.written[:start].rstrip(" "))
        self.edits.append((start, end, f"\n{text}"))

    def _keys(self) -> list[str]:
        return list(self.lists)

    def _start_of(self, name: str) -> int:
        found = 0 if self.written.startswith(f"{name}:") else self.written.index(f"\n{name}:") + 1
        return found

    def line(self, number: int) -> int:
        """Where a line of the register, from 1, stands once all is put in."""
        starts = [at for at, sign in enumerate(self.written) if sign == "\n"]
        more = sum(
            by.count("\n") - self.written.count("\n", start, end)
            for start, end, by in self.edits
            if bisect_left(starts, start) + 1 < number
        )
        return number + more

    def text(self) -> str:
        """The register with all that was put into it."""
        parts, at = [], 0
        for start, end, by in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.written[at:start], by]
            at = end
        whole = "".join((*parts, self.written[at:]))
        if self.edits and not whole.endswith("\n"):
            whole += "\n"
        return whole.replace("\n", "\r\n") if self.windows else whole


def _said(node: yaml.MappingNode, key: str) -> str:
    return next((str(value.value) for own, value in node.value if own.value == key), "")


def _block(entries: list[list[str]], indent: int, *, apart: bool) -> str:
    margin = " " * indent
    things = (f"{margin}- " + f"\n{margin}  ".join(lines) + "\n" for lines in entries)
    return ("\n" if apart else "").join(things)
