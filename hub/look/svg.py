"""A drawing that somebody made (SVG 1.1, SVG 2), of which only shapes and colours are kept.

What runs, moves by itself or asks for another file is refused, with its line; what editors keep for
themselves is left out. The drawing that is published is written anew: nothing passes that is not named here.
"""

from __future__ import annotations

import base64
import re
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from hub.model.picture import UNREADABLE, opened

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

SHAPES = frozenset(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath "
    "style linearGradient radialGradient stop clipPath mask pattern marker image filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
"""What is kept."""

DROPPED = frozenset(("metadata", "view", "cursor"))
"""What shows nothing."""

MOST, USES, POINTS = 5_000, 100, 4_000_000
"""Parts of a drawing; parts that show another one again, which might multiply for ever; points of a picture
that it holds."""

_TEXTS = ("text", "tspan", "textPath")
_PICTURE = re.compile(r"data:image/(png|jpeg);base64,([A-Za-z0-9+/=\s]*)")
_CALLS = re.compile(
    r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|image-set|expression\(|javascript:|\\|//", re.IGNORECASE
)
"""What leads out of the drawing, or hides that it does, in a style or a value."""

_DIGITS = r"(?:\d++(?:\.\d*+)?+|\.\d++)(?:e[+-]?\d++)?+"
_LENGTH = re.compile(rf"\s*+({_DIGITS})(?:px|pt|mm|cm|in|pc|q)?+\s*+", re.IGNORECASE)
_NUMBER = re.compile(f"-?{_DIGITS}", re.IGNORECASE)
_XML = "{http://www.w3.org/XML/1998/namespace}"
_OF_XML = (f"{_XML}space", f"{_XML}lang")
_CONDITIONS = ("requiredFeatures", "requiredExtensions", "systemLanguage")
"""On which an old browser would not show a part."""


class Unfit(Exception):
    """Why a file is no drawing to be published: what is wrong with it in French, at a line. `safe` says
    whether it only cannot be shown, and asks for nothing."""

    def __init__(self, words: str, line: int, *, safe: bool = False) -> None:
        super().__init__(words)
        self.words, self.line, self.safe = words, line, safe


class Drawn(NamedTuple):
    """A clean drawing, its width and height in its own units, and whether words are to be set in it."""

    data: bytes
    width: float
    height: float
    has_words: bool


def cleaned(data: bytes) -> Drawn:
    """The drawing that a file holds. Raises `Unfit`."""
    root = _parsed(data)
    if root.tag != f"{{{SVG}}}svg":
        raise Unfit("ce n'est pas un dessin SVG", 1, safe=True)
    parts = list(root.iter())
    if len(parts) > MOST:
        raise Unfit(f"il a {len(parts)} éléments ; {MOST} au plus", 1, safe=True)
    _refuse_repeated(parts)
    _clean(root)
    width, height = _size(root)
    root.attrib.update({"width": f"{width:g}", "height": f"{height:g}"})
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    etree.cleanup_namespaces(root, top_nsmap={None: SVG, "xlink": XLINK} if _is_linked(root) else {None: SVG})
    words = any(_name(part) in _TEXTS for part in root.iter())
    return Drawn(etree.tostring(root, encoding="utf-8"), width, height, words)


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise Unfit("ce n'est pas un dessin SVG entier", line, safe=True) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise Unfit("il définit des entités (« <!ENTITY »)", 1)
    return root


def _refuse_repeated(parts: list[Any]) -> None:
    """A part that shows a part that shows others may be more than any machine can draw."""
    uses = [part for part in parts if _name(part) == "use"]
    if len(uses) > USES:
        raise Unfit(
            f"il répète {len(uses)} fois une partie ; {USES} au plus", uses[USES].sourceline, safe=True
        )
    named = {part.get("id"): part for part in parts if part.get("id")}
    for use in uses:
        shown = named.get(_target(use).removeprefix("#"))
        if shown is not None and any(_name(inner) == "use" for inner in shown.iter()):
            raise Unfit("il répète une partie qui en répète une autre", use.sourceline, safe=True)


def _target(part: Any) -> str:
    return str(part.get("href") or part.get(f"{{{XLINK}}}href") or "").strip()


def _name(part: Any) -> str:
    """The name of a part of SVG; '' for what is an editor's own."""
    tag = part.tag if isinstance(part.tag, str) else ""
    return tag.removeprefix(f"{{{SVG}}}") if tag.startswith(f"{{{SVG}}}") else ""


def _clean(part: Any) -> None:
    """Leave out what shows nothing, with all that it holds; the parser bounds how deep parts may be."""
    name = _name(part)
    if not isinstance(part.tag, str):
        raise Unfit("il appelle une entité", part.sourceline or 1)
    if not name or name in DROPPED:
        part.getparent().remove(part)
        return
    if name not in SHAPES:
        raise Unfit(f"il contient « <{name}> »", part.sourceline)
    if name == "style" and _CALLS.search(part.text or ""):
        raise Unfit("son style mène à un autre fichier", part.sourceline)
    for key, value in list(part.attrib.items()):
        _attribute(part, name, key, value)
    for inner in list(part):
        _clean(inner)


def _attribute(part: Any, name: str, key: str, value: str) -> None:
    if key in ("href", f"{{{XLINK}}}href"):
        held = _PICTURE.fullmatch(value.strip()) if name == "image" else None
        if not (held or value.strip().startswith("#")):
            raise Unfit(f"« <{name}> » mène à un autre fichier", part.sourceline)
        if held and not _is_small(held[1], held[2]):
            raise Unfit("il contient une image trop grande, ou abîmée", part.sourceline, safe=True)
    elif key in _CONDITIONS or (key.startswith("{") and key not in _OF_XML):
        del part.attrib[key]  # an editor's own, how a link opens, or where links begin
    elif key.lower().startswith("on"):
        raise Unfit(f"« {key} » lance un programme", part.sourceline)
    elif _CALLS.search(value):
        raise Unfit(f"« {key} » mène à un autre fichier", part.sourceline)


def _is_small(kind: str, written: str) -> bool:
    """Whether a picture that a drawing holds is one, of a size that any machine can decode."""
    try:
        with opened(BytesIO(base64.b64decode(written)), kind.upper()) as image:
            return image.width * image.height <= POINTS
    except UNREADABLE:
        return False


def _size(root: Any) -> tuple[float, float]:
    box = [float(one) for one in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) == len(("x", "y", "width", "height")):
        width, height = box[2:]
    else:
        width, height = (_length(root.get(side, "")) for side in ("width", "height"))
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise Unfit("il ne dit pas sa taille (« viewBox »)", root.sourceline, safe=True)
    return width, height


def _length(written: str) -> float:
    found = _LENGTH.fullmatch(written)
    return float(found[1]) if found else 0.0


def _is_linked(root: Any) -> bool:
    return any(f"{{{XLINK}}}href" in part.attrib for part in root.iter())
