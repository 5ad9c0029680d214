"""How printed things look: the site's colours and mark, the fonts, and the templates of `impression/`."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from hub.markup.templates import environment
from hub.markup.typography import french_html
from hub.media.work import QR
from hub.model.site import Site

_TOKENS = re.compile(r":root \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"(?<![\w-])--([a-z-]++): (#[0-9a-f]{6});")

_PART = re.compile(r'class="marque-([a-d])"')

PARTS = {"a": "marque", "b": "accent", "c": "soleil", "d": "encre"}
"""The parts of the mark, by the letter of their class, and the token of each one's colour."""


TOKENS = "overrides/assets/hub/style/10-jetons.css"
"""The style sheet that names the colours."""


class Look:
    """The folder of the theme, read for what is printed: paper is the light theme."""

    def __init__(self, theme: Path) -> None:
        self.fonts = theme / "fonts"
        self.mark = (theme / "overrides" / ".icons" / "hub" / "marque.svg").read_text(encoding="utf-8")
        self.colours = colours((theme / TOKENS).read_text(encoding="utf-8"))
        self._templates = environment(theme / "templates")

    def document(self, template: str, site: Site, address: str, **values: Any) -> str:
        """The HTML, whole, of a document about the page `address`, in French spacing."""
        return french_html(
            self._templates.get_template(f"impression/{template}").render(
                site=site,
                mark=_inline(self._painted(PARTS)),
                shade=_inline(self._painted(dict.fromkeys(PARTS, "marque-forte"))),
                colours=self.colours,
                address=site.absolute(address),
                shown_address=site.absolute(address).partition("://")[2].rstrip("/"),
                qr=f"{QR}:{site.absolute(address)}",
                **values,
            )
        )

    def _painted(self, tokens: Mapping[str, str]) -> str:
        """The mark with its colours in it."""
        return _PART.sub(lambda part: f'fill="{self.colours[tokens[part[1]]]}"', self.mark)


def _inline(svg: str) -> Markup:
    """A drawing as an address (RFC 2397), for `url(...)` and `src`: SVG that stands in HTML gets no `Alt`
    and no colour from WeasyPrint."""
    named = svg if "xmlns=" in svg else svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Markup(f"data:image/svg+xml;base64,{base64.b64encode(named.encode()).decode()}")


def colours(sheet: str) -> dict[str, str]:
    """The colours of the site's style sheet: name of the token -> `#rrggbb`, of its first `:root`."""
    found = _TOKENS.search(sheet)
    return dict(_COLOUR.findall(found[1])) if found else {}
