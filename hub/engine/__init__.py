"""Engine: Pages -> HTML files. The rented renderer stands behind `render`, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hub.engine import mkdocs
from hub.engine.shell import FRAMES, Marks, Shell, frame_page, without_body
from hub.model.site import Site
from hub.pages import Page

__all__ = ["render"]


def render(
    pages: Iterable[Page], site: Site, config: Path, *, cards: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Every HTML file of the site, and the files of its theme, as (path, bytes).

    `config` is the engine's settings, a file of this program; `cards` says whether the pages' cards were
    made.
    Pages of a kind are stamped into that kind's shell. Each of the others has a shell of its own: the
    engine would read its body, a single block of HTML, only to give it back (a directory of 3,000
    associations takes it seconds).
    """
    stamped: list[Page] = []
    whole: list[Page] = []
    for page in pages:
        (stamped if page.shell else whole).append(page)
    named = (words for page in whole for words in (page.title, page.description, page.address))
    marks = Marks.beside((*named, *map(str, site.model_dump().values())))
    used = {page.shell for page in stamped}
    frames = [frame_page(kind, *place, marks) for kind, place in FRAMES.items() if kind in used]
    given = [without_body(page, marks) for page in whole]
    output = mkdocs.build([*given, *frames], site, config, cards=cards)
    for page in whole:
        yield page.path, Shell(output.html.pop(page.path).decode(), marks=marks).stamp(page)
    shells = {frame.shell: Shell(output.html.pop(frame.path).decode(), frame, marks) for frame in frames}
    for page in stamped:
        yield page.path, shells[page.shell].stamp(page)
    yield from output.html.items()
    yield from output.assets
