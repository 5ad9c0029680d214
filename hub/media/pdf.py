"""PDF by WeasyPrint: tagged for screen readers (PDF/UA-1, ISO 14289-1), the same bytes each time."""

from __future__ import annotations

import atexit
import functools
import logging
from pathlib import Path
from typing import Any

from hub.markup.qr import code
from hub.media.fonts import FACES
from hub.media.work import QR, MediaError

WITHOUT_LEAD = ".chapeau{display:none}"
TRIES = (
    *((scale, "") for scale in (100, 92, 84, 76)),
    *((scale, WITHOUT_LEAD) for scale in (92, 84, 76, 68, 60, 52, 44)),
)
"""The sizes tried, in per cent, until a poster fits on its page: rather no text than one that is too small to
be read from afar."""

END = "fin"
"""The anchor at the end of a poster."""

NO_PANGO = (
    "Il manque Pango, dont les PDF ont besoin. Installez-le (sudo apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0), ou construisez sans PDF, affiches ni cartes : --no-media."
)

_OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/ua-1"}


def require() -> None:
    """Raise `MediaError` where the libraries that WeasyPrint needs are not installed."""
    try:
        import weasyprint  # noqa: F401
    except OSError as error:  # cffi found no Pango
        raise MediaError(NO_PANGO) from error


def document(html: str, fonts: Path) -> bytes:
    """A document of as many pages as it takes."""
    press = _press(fonts)
    return press.laid_out(html).write_pdf(**_OPTIONS)  # type: ignore[no-any-return]


def poster(html: str, fonts: Path) -> bytes:
    """A document of one page: the largest size at which all of it fits, and never a second page."""
    press = _press(fonts)
    for scale, style in TRIES:
        laid_out = press.laid_out(html, scale, style)
        if _fits(laid_out):
            break
    return laid_out.copy(laid_out.pages[:1]).write_pdf(**_OPTIONS)  # type: ignore[no-any-return]


def _fits(laid_out: Any) -> bool:
    """Whether the end stands on the first page: what is too high may also be cut by its edge."""
    first = laid_out.pages[0]
    return len(laid_out.pages) == 1 and END in first.anchors and first.anchors[END][1] <= first.height + 1


class _Press:
    """What is made once a process: the fonts take longer to read than minutes to lay out."""

    def __init__(self, fonts: Path) -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # of CSS it knows and does not apply
        self._fetch = _fetcher(fonts)
        self._fonts = FontConfiguration()
        self._faces = CSS(
            string="\n".join(
                f'@font-face{{font-family:"{family}";src:url("police:{file}");'
                f"font-weight:{weight};font-style:{style}}}"
                for family, file, weight, style in FACES
            ),
            font_config=self._fonts,
            url_fetcher=self._fetch,
        )

    def laid_out(self, html: str, scale: int = 100, style: str = "") -> Any:
        """The pages of a document, `style` added, whose root size is `scale` per cent of 10 points."""
        from weasyprint import CSS, HTML

        sheets = [self._faces, CSS(string=f"html{{font-size:{scale / 10}pt}}{style}")]
        source = HTML(string=html, url_fetcher=self._fetch)
        return source.render(font_config=self._fonts, stylesheets=sheets, **_OPTIONS)


@functools.cache
def _press(fonts: Path) -> _Press:
    atexit.register(_press.cache_clear)  # WeasyPrint's fonts cannot be freed once Python is half gone
    return _Press(fonts)


def _fetcher(fonts: Path) -> Any:
    """Gives the fonts, QR codes and what is written in the document itself: nothing comes from a network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            scheme, _, name = url.partition(":")
            if scheme == "police":
                return URLFetcherResponse(url, (fonts / name).read_bytes(), {"Content-Type": "font/ttf"})
            if scheme == QR:
                return URLFetcherResponse(url, code(name), {"Content-Type": "image/svg+xml"})
            if scheme == "data":
                return super().fetch(url, headers)
            raise ValueError(f"{url} is not in the document")

    return Fetcher(allowed_protocols={"data"})
