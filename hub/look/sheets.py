"""The theme in a town's colours: a part of its style sheet more, and the last word in the sheets of feeds and
of print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hub.look.palette import COMPUTED, Palette
from hub.look.tokens import Tokens

Files = list[tuple[str, bytes]]

PART = "assets/hub/style/11-ville.css"
"""The part of the sheet that is the town's: right after the tokens that it replaces."""

LETTERS = "assets/hub/style/12-lettres.css"
PRINT, FEEDS = "assets/hub/imprime.css", "assets/flux.css"

_ROOTS = ":root,\n" + ':root[data-theme="sombre"],\n' + ':root:not([data-theme="clair"])'
"""Paper is white, whatever the theme of the screen."""


def dressed(files: Iterable[tuple[str, bytes]], palette: Palette) -> Files:
    """The files of the theme, as (path, bytes): the sheet of feeds has the colours and the letters of pages;
    all have those of a town that has its own."""
    given = dict(files)
    last = {FEEDS: _letters(given) + _feeds(palette, given.get(FEEDS, b"").decode())}
    more = []
    if palette.is_own:
        last[PRINT] = _print(palette)
        more.append((PART, part(palette).encode()))
    return [*((path, data + last.get(path, "").encode()) for path, data in given.items()), *more]


def part(palette: Palette) -> str:
    """The tokens of both themes: the dark ones twice, as the theme has them (`10-jetons.css`)."""
    light = _declared(palette.light, bandeau=palette.ground.colour)
    dark = _declared(palette.dark, bandeau=palette.dark["marque"])
    return (
        "/* The colours that the program made of the town's own (hub/look). */\n\n"
        f":root {{{light}}}\n\n"
        f'@media (prefers-color-scheme: dark) {{\n:root:not([data-theme="clair"]) {{{dark}}}\n}}\n\n'
        f':root[data-theme="sombre"] {{{dark}}}\n'
    )


def _print(palette: Palette) -> str:
    return f"\n{_ROOTS} {{{_declared(palette.light)}}}\n"


def _feeds(palette: Palette, sheet: str) -> str:
    """The tokens that the sheet of feeds asks for."""
    asked = [name for name in palette.light if f"var(--{name})" in sheet]
    both = [f"--{name}: light-dark({palette.light[name]}, {palette.dark[name]});" for name in asked]
    return f"\n:root {{ {' '.join(both)} }}\n"


def _letters(files: Mapping[str, bytes]) -> str:
    """The letters of pages, from where the sheet of feeds stands."""
    return files.get(LETTERS, b"").decode().replace("../../lettres/", "lettres/")


def _declared(tokens: Tokens, **more: str) -> str:
    named = {**{name: tokens[name] for name in COMPUTED}, **more}
    return "\n" + "".join(f"  --{name}: {colour};\n" for name, colour in named.items())
