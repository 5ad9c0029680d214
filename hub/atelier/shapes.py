"""The models -> what the workshop's program knows of the files of a kind (`atelier/source/format.js`)."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin, get_type_hints

from hub.model.attachment import AttachedDocument, Emblem, Picture
from hub.model.fields import TO_CONFIRM, Choice, Entity, Meaning
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.site import Site
from hub.schemas.shapes import inner

Shape = list[dict[str, Any]]

DOCUMENTS, IMAGES = "/documents/", "/images/"
"""Under which addresses the workshop shows attached files; a text and a header say their names alone."""

FILES: dict[tuple[type[Entity], str], str] = {
    (AttachedDocument, "fichier"): DOCUMENTS,
    (Picture, "fichier"): IMAGES,
    (Emblem, "fichier"): IMAGES,
    (Site, "logo"): IMAGES,
}
"""Fields that name an attached file, and the folder of the site where it is shown."""

WHOLE: dict[tuple[type[Entity], str], str] = {(Site, "logo"): "content/images/"}
"""Those that say the whole path of the file: what stands before its name."""

_SENSES = {Meaning.ASSOCIATION: "association", Meaning.ORGANISER: "organiser"}
PICKED = frozenset((*_SENSES, Meaning.THEME, Meaning.COLLEGE))
"""What texts mean that are picked from a list rather than typed."""


def shape_of(model: type[Entity]) -> Shape:
    """The fields of a model in its order: their names, their lists and groups, what their texts are."""
    hints = get_type_hints(model, include_extras=True)
    return [_field(model, name, hints[name]) for name in model.model_fields]


def meaning(hint: Any) -> Meaning | None:
    """What a text of this type is, as it says itself."""
    parts = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((one for one in parts if isinstance(one, Meaning)), None)


def _field(model: type[Entity], name: str, hint: Any) -> dict[str, Any]:
    kind, many = inner(hint)
    field: dict[str, Any] = {"name": name}
    if many:
        field["many"] = True
    if isinstance(kind, type) and issubclass(kind, Entity):
        field["fields"] = shape_of(kind)
    elif (model, name) in FILES:
        field |= {"sense": "file", "folder": FILES[model, name]}
        field |= {"stored": WHOLE[model, name]} if (model, name) in WHOLE else {}
    elif (sense := meaning(kind)) in _SENSES:
        field["sense"] = _SENSES[sense]
    if many and is_typed(kind):
        field["lines"] = True  # one value a line, as people paste them
    if not model.model_fields[name].is_required() and not _says_to_confirm(kind):
        field["blank"] = True
    return field


def is_typed(kind: Any) -> bool:
    """Whether a value of this type is typed: no card, nothing that is picked from a list."""
    return not (isinstance(kind, type) and issubclass(kind, (Entity, Choice))) and meaning(kind) not in PICKED


def _says_to_confirm(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice) and TO_CONFIRM in kind._value2member_map_


def names_of(hub: Hub) -> dict[str, str]:
    """Folded name -> identifier of every association; what two of them are called is left out."""
    found: dict[str, str] = {}
    twice = set()
    for association in hub.associations:
        for name in dict.fromkeys(map(fold, association.names)):  # in an order that is always the same
            if found.setdefault(name, association.id) != association.id:
                twice.add(name)
    return {name: key for name, key in found.items() if name not in twice}
