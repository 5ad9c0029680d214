"""Towns too large for the example, made in memory from it: its own things, and many more like them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from bench import town
from hub.build import ENGINE_CONFIG, TEMPLATES, inspect
from hub.engine import frames
from hub.hosting.servers import files as settings_of_servers
from hub.markup import Renderer
from hub.model import Hub
from hub.model.association import ASSOCIATION, Association, AssociationStatus, Audience, Theme
from hub.model.fields import Entity
from hub.model.kind import Kind
from hub.pages import pages
from hub.pages.directory import files as files_of_directory
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet
from tests import towns

Thing = TypeVar("Thing", bound=Entity)


@cache
def example() -> Hub:
    """The example town, read once."""
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def tools(hub: Hub) -> Pages:
    """What the sections of `hub` make their pages with."""
    return Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})


def made_of(section: Any, hub: Hub) -> Iterator[Page]:
    """The pages of a section of `hub`, a module of `hub.pages`."""
    return pages_of(hub, section.sheets(tools(hub)))


def pages_of(hub: Hub, sheets: Iterable[Sheet]) -> Iterator[Page]:
    """The pages of these sheets, made."""
    given = tools(hub)
    return (sheet.make(given) for sheet in sheets)


def with_directory(names: Iterable[str], **others: object) -> Hub:
    """The example town whose directory has these names and no other; `others` is what all of them have."""
    pattern = example().associations[0]
    own = {"alias": (), "graphies": (), "themes": (), "adresse": None, "statut": AssociationStatus.active}
    those = (
        pattern.model_copy(update={**own, **others, "id": f"asso-{rank}", "nom": name})
        for rank, name in enumerate(names)
    )
    return example().having(associations=ASSOCIATION.sorted(those))


def of_bench(number: int) -> Hub:
    """The example town, whose directory is that of a town of `bench`, with as many associations."""
    made = town.make(town.Size("long", number, 0, 0, 0, 0, 0, 0)).associations
    pattern = example().associations[0]
    themes = tuple(_standing_with(pattern, Theme(id=theme.id, nom=theme.nom)) for theme in town.THEMES)
    colleges = [college.id for college in example().bureau.colleges]
    those = (
        _standing_with(pattern, _like(pattern, one, colleges[rank % len(colleges)]))
        for rank, one in enumerate(made)
    )
    return example().having(themes=themes, associations=ASSOCIATION.sorted(those), guides=())


def _standing_with(pattern: Entity, thing: Thing) -> Thing:
    """The thing, which has its source where the pattern has its own: that of what is made in memory is asked
    for what it says « à confirmer » in."""
    thing._origin = pattern.origin
    return thing


def _like(pattern: Association, one: town.Association, college: str) -> Association:
    return pattern.model_copy(
        update={
            **{name: getattr(one, name) for name in ("id", "nom", "alias", "themes", "objet")},
            "graphies": (),
            "statut": AssociationStatus(one.statut),
            "publics": tuple(map(Audience, one.publics)),
            "college": college,
        }
    )


def many(hub: Hub, kind: Kind[object], number: int) -> Hub:
    """The same town with `number` things of a kind, copies of its own under other keys."""
    own = hub.of(kind)
    copies = (own[rank % len(own)] for rank in range(number))
    return hub.having(**{kind.attribute: copies})


def publish(hub: Hub, folder: Path, begins: tuple[str, ...]) -> Path:
    """The sections of a site, and its pages whose addresses begin so, with what browsers need."""
    made: list[Page] = []
    for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES):
        if page.shell is None or page.address.startswith(begins):
            made.append(page)
    framed = frames(hub.site, ENGINE_CONFIG)
    everything = (
        *((page.path, framed.stamp(page)) for page in made),
        *framed.files(),
        *files_of_directory(hub, towns.TODAY),
        *settings_of_servers(hub.site, ()),
    )
    for path, data in everything:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder
