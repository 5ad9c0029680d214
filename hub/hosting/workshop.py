"""The policy of the workshop's page, which is not the site's: it is another program, and asks the forge."""

from __future__ import annotations

from collections.abc import Mapping

from hub.hosting.policy import HEADERS
from hub.model.depot import Depot

ADDRESS = "/atelier/"
"""Its page, which no list names: it is for who keeps the town's files."""


def policy_of(depot: Depot) -> str:
    """CSP Level 3: no script from elsewhere nor inline, and no other host than the forge's.

    Sveltia writes styles on its elements, shows files before they are sent (`blob:`), and decodes and makes
    images by WebAssembly, in workers.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "worker-src 'self' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "font-src 'self'",
            f"connect-src 'self' blob: data: {' '.join(depot.asked)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def headers_of(depot: Depot) -> Mapping[str, str]:
    """What differs from the headers of other answers."""
    return {
        "Content-Security-Policy": f"{policy_of(depot)}; frame-ancestors 'none'",
        # The forge opens in a window, which comes back here and tells the page that opened it.
        "Cross-Origin-Opener-Policy": "unsafe-none",
        "X-Robots-Tag": "noindex",
    }


def common_headers() -> Mapping[str, str]:
    """The headers of every answer where those of several rules are added up: what the pages say themselves,
    and what would be contradicted, is left out."""
    kept = {name: value for name, value in HEADERS.items() if name != "Cross-Origin-Opener-Policy"}
    return {**kept, "Content-Security-Policy": "frame-ancestors 'none'"}
