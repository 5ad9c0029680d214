"""The kinds -> the parts of the workshop: a list of files a kind, a form a register."""

from __future__ import annotations

from typing import Any

from hub.atelier.choices import Choices
from hub.atelier.shapes import DOCUMENTS, IMAGES, Shape, shape_of
from hub.atelier.widgets import LATE, TODAY, Widget, widgets_of
from hub.atelier.words import BODY, FILE_NAME, KEPT, NEWEST_FIRST, REGISTERS, SUMMARIES, TOLD, Told
from hub.markup.plain import capital
from hub.model.fields import ID_PATTERN
from hub.model.kind import Kind
from hub.model.kinds import BY_FOLDER, KINDS
from hub.model.noun import noun_of
from hub.model.site import MKDOCS_KEYS, Site
from hub.model.without import registers
from hub.schemas.words import title_of

SOURCE = "_fichier"
"""The field, in no form, that keeps the text of a file as it was read (`atelier/source/format.js`)."""

SETTINGS = "mkdocs.yml"
FOLDER_OF_IMAGES = f"/content{IMAGES.rstrip('/')}"
_HIDDEN: Widget = {"name": SOURCE, "widget": "hidden"}


def told_of(kind: Kind[Any]) -> Told:
    """What is said of a kind; of one that has no words of its own, those of its declaration."""
    default = Told(capital(kind.many), capital(kind.one), kind.told, "description")
    return TOLD.get(kind.attribute, default)


def collections(choices: Choices) -> list[dict[str, Any]]:
    """The kinds that are written one to a file, in the order of the site."""
    return [_collection(folder, kind, choices) for folder, kind in BY_FOLDER.items()]


def _collection(folder: str, kind: Kind[Any], choices: Choices) -> dict[str, Any]:
    told = told_of(kind)
    label, hint = BODY
    body: Widget = {"name": "body", "label": label, "hint": hint, "widget": "markdown", "required": False}
    newest = {"field": told.order[0], "direction": "descending" if kind.newest else "ascending"}
    return {
        "name": kind.name,
        "label": told.label,
        "label_singular": told.one,
        "description": told.sentence,
        "icon": told.icon,
        "folder": folder,
        "format": kind.name,
        "identifier_field": next(iter(told.order)) if "titre" not in kind.model.model_fields else "titre",
        "slug": {
            "template": told.name,
            "editable": ["create"],
            "hint": FILE_NAME,
            "pattern": [ID_PATTERN, FILE_NAME],
        },
        "summary": told.summary,
        "sortable_fields": {"fields": list(told.order), "default": newest},
        "media_folder": FOLDER_OF_IMAGES,
        "public_folder": IMAGES.rstrip("/"),
        "fields": [*_with_text(widgets_of(kind.model, choices), body, kind), _HIDDEN],
    }


def _with_text(fields: list[Widget], body: Widget, kind: Kind[Any]) -> list[Widget]:
    """The fields and the text, before those that come late; what is new is published today."""
    found = [_dated(one) if kind.feed else one for one in fields]
    at = next((index for index, one in enumerate(found) if one["name"] in LATE), len(found))
    return [*found[:at], body, *found[at:]]


def _dated(field: Widget) -> Widget:
    return {**field, "default": TODAY} if field["name"] == "publie_le" else field


def singletons(choices: Choices) -> list[dict[str, Any]]:
    """The files that hold all the things of their kinds, and the settings."""
    all_ = dict.fromkeys(kind.register for kind in KINDS if kind.register)
    kept = [path for path in all_ if path not in registers(choices.words)]
    forms = [(path, _of_register(path, choices)) for path in kept]
    return [_singleton(path, fields) for path, fields in (*forms, (SETTINGS, _settings(choices)))]


def _singleton(path: str, fields: list[Widget]) -> dict[str, Any]:
    name = stem(path)
    told = REGISTERS.get(path, Told(path, "", "", "description"))
    return {
        "name": name,
        "label": told.label,
        "icon": told.icon,
        "file": path,
        "format": name,
        "fields": [*fields, _HIDDEN],
    }


def several(parts: list[dict[str, Any]]) -> dict[str, str]:
    """How the cards of the lists of these parts are called when they are several, by how one is called."""
    found: dict[str, str] = {}
    for one in parts:
        if name := one.get("widget") and one.get("label_singular"):
            found[name] = noun_of(f"un {name}").several
        found |= several(one.get("fields", []))
    return found


def stem(path: str) -> str:
    """The name of a register's format: that of its file, without its end."""
    return path.partition(".")[0]


def _of_register(path: str, choices: Choices) -> list[Widget]:
    return [
        {
            "name": kind.attribute,
            "label": capital(choices.words.say(kind.many)),
            "label_singular": choices.words.say(kind.one),
            "hint": kind.told,
            "widget": "list",
            "required": kind.required,
            "collapsed": True,
            "add_to_top": kind.attribute in NEWEST_FIRST,
            "summary": SUMMARIES.get(kind.attribute, "{{id}}"),
            "fields": [_dated(one) if kind.letter else one for one in widgets_of(kind.model, choices)],
        }
        for kind in KINDS
        if kind.register == path and kind.is_of(choices.words)
    ]


def _settings(choices: Choices) -> list[Widget]:
    own = widgets_of(Site, choices, without=(*MKDOCS_KEYS, *KEPT[1]))
    others = tuple(name for name in Site.model_fields if name not in MKDOCS_KEYS)
    hub = {"name": "hub", "label": "La ville et son {conseil}", "widget": "object", "fields": own}
    return [
        *widgets_of(Site, choices, without=(*others, *KEPT[1])),
        {"name": "extra", "label": title_of(Site, choices.words), "widget": "object", "fields": [hub]},
    ]


def formats() -> dict[str, dict[str, Any]]:
    """What the workshop's program knows of the files of each part."""
    found = {
        kind.name: {"extension": "md", "isText": True, "fields": shape_of(kind.model)}
        for kind in BY_FOLDER.values()
    }
    for path in dict.fromkeys(kind.register for kind in KINDS if kind.register):
        fields: Shape = [
            {"name": kind.attribute, "many": True, "fields": shape_of(kind.model)}
            for kind in KINDS
            if kind.register == path
        ]
        found[stem(path)] = {"extension": path.rpartition(".")[2], "isText": False, "fields": fields}
    found[stem(SETTINGS)] = {"extension": "yml", "isText": False, "fields": _shape_of_settings()}
    return found


def _shape_of_settings() -> Shape:
    known = [one for one in shape_of(Site) if one["name"] not in KEPT[1]]
    own = [one for one in known if one["name"] not in MKDOCS_KEYS]
    top = [one for one in known if one["name"] in MKDOCS_KEYS]
    return [*top, {"name": "extra", "fields": [{"name": "hub", "fields": own}]}]


ASSETS = [
    {
        "name": "images",
        "label": "Photos et images",
        "icon": "image",
        "media_folder": FOLDER_OF_IMAGES,
        "public_folder": IMAGES.rstrip("/"),
    },
    {
        "name": "documents",
        "label": "Documents à télécharger",
        "icon": "picture_as_pdf",
        "media_folder": f"/content{DOCUMENTS.rstrip('/')}",
        "public_folder": DOCUMENTS.rstrip("/"),
    },
]
"""The folders of attached files, as the workshop names them."""
