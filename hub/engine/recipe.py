"""What the engine is told of a town, and of this program: all that its frames are made of, and its pages are
not.

`key` is the digest of it: frames that have the same key are the same frames.
"""

from __future__ import annotations

import hashlib
import html
import json
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from hub.engine import material, mkdocs
from hub.engine.assets import Files, published, theme_files
from hub.engine.material import Serving
from hub.engine.menu import menu_of
from hub.hosting import manifest, policy
from hub.look import icons, palette_of
from hub.look.logo import SQUARE, Logo
from hub.look.sheets import dressed
from hub.markup.town import of_town
from hub.markup.typography import french
from hub.model.kinds import KINDS
from hub.model.sections import Section, sections_of
from hub.model.site import Site
from hub.model.telephone import dialled

RENTED = (mkdocs.ENGINE.package, material.DISTRIBUTION, "jinja2", "markdown")
DRAWING = ("coloraide", "lxml", "pillow", "tinycss2", "typst")
"""The distributions whose versions may change a frame, its sheet, or a town's colours and icons."""


LETTERS, SELDOM = "assets/lettres/", "-autres"
"""The letters of the screen; those that few pages have are asked for by who meets them."""

Sections = Iterable[Section] | None

LOGO_HIGH = 48
"""Pixels of the logo in the head of a page, before the style sheet says more."""


class Recipe(NamedTuple):
    """The settings that the engine gets, those of `config`, and the files of the theme that it names."""

    settings: dict[str, Any]
    config: bytes
    theme: Files

    @classmethod
    def of(
        cls, site: Site, config: Path, sections: Sections = None, *, cards: bool, logo: Logo | None = None
    ) -> Recipe:
        """That of the frames of a town whose site has these `sections`, or those of every kind; `config` is
        the engine's settings, a file of this program."""
        written = config.read_bytes()
        folder = config.parent / yaml.load(written, Loader=yaml.CSafeLoader)["theme"]["custom_dir"]
        theme = dressed(theme_files(folder), palette_of(site))
        shown = sections_of(site, KINDS) if sections is None else sections
        return cls(_settings(site, shown, _Sheets.of(theme), cards, logo), written, theme)

    @property
    def texts(self) -> str:
        """Every text that the engine may print in a frame, but for those of the theme."""
        return json.dumps(self.settings, ensure_ascii=False, sort_keys=True)

    @property
    def key(self) -> str:
        digest = hashlib.sha256()
        named = {name: version(name) for name in (*RENTED, *DRAWING)} | {"python": sys.version}
        for data in (json.dumps(named).encode(), self.texts.encode(), self.config, *program()):
            digest.update(b"%d " % len(data) + data)
        for path, data in self.theme:
            digest.update(b"%s %d " % (path.encode(), len(data)) + data)
        return digest.hexdigest()


class _Sheets(NamedTuple):
    """Where a page finds what it is drawn with: our sheets, the rented one, and the letters of every page."""

    own: str
    rented: str
    letters: list[str]

    @classmethod
    def of(cls, theme: Files) -> _Sheets:
        letters = [path for path, _ in theme if path.startswith(LETTERS) and SELDOM not in path]
        return cls(published(theme)[0], Serving.beside(theme).path, letters)


def _settings(
    site: Site, sections: Iterable[Section], sheets: _Sheets, cards: bool, logo: Logo | None
) -> dict[str, Any]:
    """The settings of the town: escaped where MkDocs' own templates would print them raw."""
    extra = {
        "hub": {
            **site.model_dump(mode="json"),
            "of_town": of_town(site),
            "conformity": site.accessibilite.measured.libelle,
        },
        "menu": menu_of(sections),
        "telephone": _dialled(site.accueil.telephone),
        "adresse": html.escape(french(site.accueil.adresse or "")),
        "horaires": [html.escape(french(one)) for one in site.accueil.horaires],
        "csp": policy.CONTENT_SECURITY_POLICY,
        "papier": dict(zip(("clair", "sombre"), manifest.around(site), strict=True)),
        "logo": _head(logo) if logo else None,
        "cartes": cards,
        "ressources": sheets.own,
        "material": sheets.rented,
        "lettres": sheets.letters,
    }
    return {
        "site_name": html.escape(french(site.site_name)),
        "site_url": site.url,
        "site_description": html.escape(site.site_description),
        "extra": extra,
    }


def _dialled(telephone: str | None) -> dict[str, str] | None:
    """The number of the service, as it is shown and as it is called."""
    if not telephone:
        return None
    return {"montre": telephone.replace(" ", "\u00a0"), "compose": dialled(telephone)}


def _head(logo: Logo) -> dict[str, Any]:
    """The logo in the head of a page; a long one stands above the name on a phone."""
    width = round(LOGO_HIGH * logo.ratio)
    return {"path": logo.path, "width": width, "height": LOGO_HIGH, "long": logo.ratio > SQUARE}


def program() -> list[bytes]:
    """The code of this package, and of what draws the icons."""
    folders = Path(__file__).parent, Path(icons.__file__).parent
    return [file.read_bytes() for folder in folders for file in sorted(folder.glob("*.py"))]
