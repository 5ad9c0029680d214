"""The fields of each kind of content, from the models: one table a kind, one for each group within."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from hub.guidance.forms import form_of
from hub.markup.plain import capital
from hub.model.fields import Entity
from hub.model.kind import Kind
from hub.model.kinds import KINDS, WRITTEN
from hub.model.names import slug
from hub.model.site import Site
from hub.model.wording import DEFAULT, Wording
from hub.schemas.shapes import inner
from hub.schemas.words import title_of, words_of

Anchor = Callable[[str], str]


class Row(NamedTuple):
    """A field: its title, its key in the files, whether it must be there, what it is for, what one writes
    (Markdown)."""

    title: str
    key: str
    required: bool
    purpose: str
    form: str


class Table(NamedTuple):
    """The fields of a thing: its title, where it is written ('' for a group of another's), a row each."""

    title: str
    place: str
    rows: tuple[Row, ...]


class Filled(NamedTuple):
    """A thing that one fills in: `key` names it in an address; its own table, then those of the groups that
    it holds."""

    key: str
    tables: tuple[Table, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.tables[0].title


@cache
def filled(anchor: Anchor, town: Wording = DEFAULT) -> tuple[Filled, ...]:
    """The kinds in the order of the navigation, then the town's settings; the table of a group stands at the
    `anchor` of its title. In the words of the `town`, and made once for these: the models stay what they
    are."""
    kinds = {kind.model: _place(kind) for kind in WRITTEN}
    kinds[Site] = "Dans `mkdocs.yml` : les trois premiers en tête, les autres sous `extra: hub:`."
    return tuple(_filled(model, place, anchor, town) for model, place in kinds.items() if _is_of(model, town))


def _is_of(model: type[Entity], town: Wording) -> bool:
    """Whether a town has such things."""
    needed = next((kind.needs for kind in KINDS if kind.model is model), "")
    return not needed or town.has(needed)


def _filled(model: type[Entity], place: str, anchor: Anchor, town: Wording) -> Filled:
    groups = [table_of(group, "", anchor, town) for group in dict.fromkeys(_within(model))]
    own = table_of(model, place, anchor, town)
    return Filled(slug(title_of(model)), (own, *groups))  # an address, which is that of every town


def table_of(model: type[Entity], place: str, anchor: Anchor, town: Wording = DEFAULT) -> Table:
    """The fields of one thing."""
    hints = get_type_hints(model, include_extras=True)
    rows = []
    for name, info in model.model_fields.items():
        if not (model is Wording or town.names(name)):
            continue
        words = words_of(model, name, town)
        form = capital(form_of(hints[name], anchor, town))
        examples = [str(one) for one in words.examples[:1] if "\n" not in str(one)]
        written = "".join([form, *(f" ; par exemple `{one}`" for one in examples)])
        rows.append(Row(words.title, name, info.is_required(), words.description, written))
    return Table(capital(title_of(model, town)), place, tuple(rows))


def _within(model: type[Entity]) -> Iterator[type[Entity]]:
    """The groups of fields in a thing, and those within these."""
    for hint in get_type_hints(model, include_extras=True).values():
        kind, _ = inner(hint)
        if isinstance(kind, type) and issubclass(kind, Entity):
            yield kind
            yield from _within(kind)


def _place(kind: Kind[Any]) -> str:
    if kind.folder:
        return f"Un fichier dans `{kind.folder}/` : ces champs dans l’en-tête, puis le texte."
    return f"Dans `{kind.register}`, sous `{kind.attribute}:`."


def markdown(anchor: Anchor, town: Wording = DEFAULT) -> str:
    """Every table once, as Markdown: the kinds, then the groups."""
    things = filled(anchor, town)
    groups = dict.fromkeys(table for thing in things for table in thing.tables[1:])
    return "\n\n".join(map(section, [*(thing.tables[0] for thing in things), *groups]))


def section(table: Table) -> str:
    """A table under its title, as Markdown."""
    lines = ["| Champ | À quoi il sert | Ce qu’on écrit |", "|---|---|---|"]
    lines += [f"| {_name(row)} | {row.purpose} | {row.form} |" for row in table.rows]
    return "\n\n".join(part for part in (f"## {table.title}", table.place, "\n".join(lines)) if part)


def _name(row: Row) -> str:
    return f"**{row.title}**, `{row.key}`{', obligatoire' if row.required else ''}"
