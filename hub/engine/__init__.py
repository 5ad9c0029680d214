"""Engine: a town's settings -> frames, and Pages stamped into them -> HTML files.

The rented renderer stands behind `frames`, and nowhere else.
"""

from __future__ import annotations

from pathlib import Path

from hub.engine import mkdocs
from hub.engine.assets import published
from hub.engine.error import EngineError
from hub.engine.frame import DamagedError, Frames, cut
from hub.engine.material import Serving
from hub.engine.recipe import Recipe, Sections
from hub.engine.sheet import FRAMES, Marks, address_of, blank, missing
from hub.look import palette_of
from hub.look.icons import icons
from hub.look.logo import Logo
from hub.model.site import Site
from hub.places import THEME

__all__ = ["DamagedError", "EngineError", "Frames", "frames", "frames_key"]


def frames(
    site: Site,
    config: Path,
    sections: Sections = None,
    *,
    cards: bool = False,
    logo: Logo | None = None,
    engine: mkdocs.Engine = mkdocs.ENGINE,
) -> Frames:
    """The frames of the town, into which its pages are stamped, with the files that they ask for.

    `sections` are those of its site (`Hub.sections`), or of every kind, `config` is the engine's settings, a
    file of this program; `cards` says whether the pages' cards were made. They depend on no page. Raises
    `EngineError`, and `hub.images.making.ImageError` for a logo.
    """
    recipe = Recipe.of(site, config, sections, cards=cards, logo=logo)
    marks = Marks.beside(recipe.texts)
    none = missing(site)
    sheets = [none, *(blank(name, marks) for name in FRAMES)]
    rendered = mkdocs.build(sheets, recipe.settings, config, engine)
    try:
        cuts = {name: cut(name, rendered[address_of(name, marks)], marks) for name in FRAMES}
    except ValueError as error:
        raise EngineError(str(error)) from error
    serving = Serving.beside(recipe.theme)
    assets = dict(published(recipe.theme)[1])
    assets |= {serving.path: serving.sheet(), **dict(icons(THEME, palette_of(site), logo))}
    return Frames(cuts, rendered[none.address].encode(), tuple(assets.items()))


def frames_key(
    site: Site, config: Path, sections: Sections = None, *, cards: bool = False, logo: Logo | None = None
) -> str:
    """A digest of all that `frames` would make them of: those that have the same key are the same.

    Loads nothing of the engine.
    """
    return Recipe.of(site, config, sections, cards=cards, logo=logo).key
