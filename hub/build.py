"""site = build(sources, today): the whole way of the data, in one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub.atelier import place
from hub.beside import beside
from hub.inspection import Found, Inspected, found, inspect, inspect_again, inspected
from hub.latch import latch
from hub.making import Making, Plan, Written
from hub.model import Hub
from hub.model.walk import walked
from hub.places import ENGINE_CONFIG, PROGRAM, TEMPLATES, THEME
from hub.publish import Publication, publishing

if TYPE_CHECKING:
    from hub.kept import Cupboard, Kept
    from hub.media.making import Media
    from hub.search.ahead import Ahead, Foresight

__all__ = [
    "ENGINE_CONFIG",
    "PROGRAM",
    "TEMPLATES",
    "THEME",
    "Built",
    "Found",
    "Inspected",
    "build",
    "found",
    "inspect",
    "inspect_again",
    "inspected",
]

Step = Callable[[str], None]


class Built(NamedTuple):
    """What was published."""

    pages: int
    files: int
    remarks: tuple[str, ...] = ()
    """What a person should know of what is kept: sentences."""


def build(
    hub: Hub,
    today: dt.date,
    out: Path,
    step: Step = lambda _: None,
    *,
    with_media: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
    foresight: Foresight | None = None,
    ahead: Ahead | None = None,
) -> Built:
    """Publish the site of `hub`, as of `today`, in the folder `out`.

    With media: PDFs, posters and cards too, kept from one build to the next in a folder beside `out`; pages
    name none otherwise. `step` is told, in French, what begins. `meanwhile` is called while other processes
    begin; what it raises stops them. `foresight` is told what was built; `ahead` is what it began. Raises
    `BesideError`, `EngineError`, `ImageError`, `MediaError`, `SearchError` or `PublishError`: the folder is
    then as it was.
    """
    from hub.kept.cupboard import Cupboard, folder_of

    import_module("hub.site")  # what makes pages and feeds: loaded once for all, and not for a mere check
    with publishing(out, hub.site.identifiant, hub.site.sites_gardes) as publication, latch() as framed:
        cupboard = foresight.cupboard if foresight else Cupboard(folder_of(out))
        media = None
        if with_media:
            meanwhile()  # media are made at once, and take long: what may stop a build comes before
            media = _media(hub, today, out, step)
        plan = Plan(hub, today, out, _kept(cupboard, hub, cards=bool(media)), media)
        if hub.documents or hub.images:
            walked(hub)  # for the checks of this process, and for a copy: which of them are named
        making = Making(plan, publication.stage, framed)
        with beside(making.tasks, making.prepare, making.texts) as results:
            framed.leave()
            if not with_media:
                meanwhile()
            step("Écriture du site")
            pages = _published(making, plan, results, publication, ahead)
    if foresight:
        foresight.note(hub, pages)
    return Built(pages, len(publication.sizes), tuple(cupboard.remarks))


def _published(
    making: Making,
    plan: Plan,
    results: Iterator[list[Written]],
    publication: Publication,
    ahead: Ahead | None,
) -> int:
    """Take in what is made, make what is made of all the pages; how many pages there are."""
    from hub.gathering import Gathering

    with ExitStack() as ending:
        gathering = Gathering(
            publication, plan.kept, making.addresses, ending, ahead, words=plan.hub.site.mots
        )
        for some in results:
            for one in some:
                gathering.take(one)
            gathering.go_on()
        for placed in making.last(gathering.pages):
            publication.add(placed)
        gathering.search()
        gathering.keep()
    return gathering.count


def _kept(cupboard: Cupboard, hub: Hub, *, cards: bool) -> Kept:
    """What former builds made."""
    from hub.engine import frames_key
    from hub.kept import Kept
    from hub.kept.program import fingerprint
    from hub.look.logo import logo_of

    program = f"{fingerprint()} {place.is_made(hub.site)}"  # pages lead to the workshop where there is one
    return Kept(
        cupboard, frames_key(hub.site, ENGINE_CONFIG, hub.sections, cards=cards, logo=logo_of(hub)), program
    )


def _media(hub: Hub, today: dt.date, out: Path, step: Step) -> Media:
    """The media of the site, those that are the same as before taken from where they are kept."""
    from hub.kept.cupboard import MEDIA, folder_of
    from hub.markup import Renderer
    from hub.media import MediaError
    from hub.media.making import make

    folder = folder_of(out)
    if folder.is_symlink():
        raise MediaError(f"« {folder} » est un lien : rien n'y est écrit ni effacé. Retirez ce lien.")
    return make(hub, today, Renderer(hub), theme=THEME, folder=folder / MEDIA, step=step)
