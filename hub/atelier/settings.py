"""The hub -> `/atelier/config.json`: the whole of the workshop's forms, for its program."""

from __future__ import annotations

import json
from typing import Any

from hub.atelier.backend import backend
from hub.atelier.choices import Choices
from hub.atelier.collections import ASSETS, FOLDER_OF_IMAGES, collections, formats, several, singletons
from hub.atelier.shapes import IMAGES, names_of
from hub.atelier.told import became
from hub.checks.attachments import HEAVIEST
from hub.checks.commonplaces import (
    BETWEEN_PLACE_AND_NAME,
    EPONYMS,
    FIRST_NAMES,
    FUNCTIONS,
    PLACES,
    THINGS_TOO,
)
from hub.hosting.servers import base_path
from hub.model.hub import Hub

WIDEST = 2400
"""Pixels of an image that the workshop sends: what the site shows of one, and no more."""

FORMAT_OF_IMAGES = {"raster_image": {"format": "webp", "quality": 85, "width": WIDEST, "height": WIDEST}}
"""A photo is made smaller in the browser, where what a camera writes in it, its place too, is lost."""

PEOPLE = {
    name: sorted(words)
    for name, words in {
        "first": FIRST_NAMES,
        "functions": FUNCTIONS,
        "places": PLACES,
        "between": BETWEEN_PLACE_AND_NAME,
        "eponyms": EPONYMS,
        "things": THINGS_TOO,
    }.items()
}
"""By what the workshop sees a person in a text before it is saved."""


def config(hub: Hub) -> bytes:
    """The file as bytes: `cms` is Sveltia's own, `formats` and `names` are by what files are read; `people`
    are the words by which persons are seen; `saved` names what the page says of what was saved
    (`hub.atelier.told`); `several` is how the cards of a list are called when they are several."""
    assert hub.site.depot is not None  # else there is no workshop
    cms = _cms(hub)
    found = {
        "cms": cms,
        "formats": formats(),
        "names": names_of(hub),
        "people": PEOPLE,
        "saved": became(hub.site.depot),
        "several": several([*cms["collections"], *cms["singletons"]]),
    }
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _cms(hub: Hub) -> dict[str, Any]:
    assert hub.site.depot is not None  # else there is no workshop
    choices = Choices.of(hub)
    return {
        **backend(hub.site.depot),
        "app_title": f"L’atelier · {hub.site.site_name}",
        "site_url": hub.site.url,
        "display_url": hub.site.url,
        "logo": {"src": f"{base_path(hub.site)}assets/favicon.svg"},
        "show_preview_links": False,
        "media_folder": FOLDER_OF_IMAGES.lstrip("/"),
        "public_folder": IMAGES.rstrip("/"),
        "media_libraries": {
            "default": {
                "config": {
                    "max_file_size": max(HEAVIEST.values()),
                    "slugify_filename": True,
                    "transformations": FORMAT_OF_IMAGES,
                }
            },
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80, "timezone": "local"},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": False},
        "collections": choices.words.say_all(collections(choices)),
        "singletons": choices.words.say_all(singletons(choices)),
        "asset_collections": ASSETS,
    }
