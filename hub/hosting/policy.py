"""What browsers are told of the site besides its pages: a security policy, and how long to keep a file.

Constants that the pages, the files for servers and the server of the tests share.
"""

from __future__ import annotations

from collections.abc import Mapping

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # the search index is read by WebAssembly
        "style-src 'self'",
        "img-src 'self' data:",  # Material's style sheet carries its signs in itself
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""CSP Level 3, as a `<meta>` may hold it: nothing inline, nothing from elsewhere.

Blocks of JSON-LD are data: browsers do not ask the policy about them (HTML, « prepare the script element »).
"""

HEADERS: Mapping[str, str] = {
    # Only a header may forbid frames (CSP 3, 3.3).
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Of every answer."""

OF_ANY_FILE = frozenset({"X-Content-Type-Options"})
"""Those that a browser obeys for a style sheet, a script or letters too: the others are of what one opens."""

PARTS_OF_PAGES = (
    "assets/hub/",
    "assets/lettres/",
    "assets/stylesheets/",
    "pagefind/fragment/",
    "pagefind/index/",
)
"""Folders of such files, and of no other: a page has a dozen of them, and the headers of what one opens would
weigh as much as some."""

HSTS = "max-age=63072000; includeSubDomains"
"""`Strict-Transport-Security` (RFC 6797), left in a remark: whoever sends it cannot go back to HTTP."""

FOR_EVER = "public, max-age=31536000, immutable"
AFTER_ASKING = "public, max-age=0, must-revalidate"
"""A page may have changed a minute ago; an unchanged one is answered in a few bytes (304)."""

NAMED_BY_CONTENT = (
    "assets/hub/",
    "assets/lettres/",
    "assets/stylesheets/",
    "images/",
    "pagefind/fragment/",
    "pagefind/index/",
)
"""Folders whose files bear a digest of what they hold in their names: they never change."""

OPEN_DATA = "donnees/"
"""The folder that scripts of other sites may read (Fetch, `Access-Control-Allow-Origin`)."""

MEDIA_TYPES: Mapping[str, str] = {
    ".avif": "image/avif",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".vcf": "text/vcard",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",  # a browser shows a feed of this type, and downloads `application/rss+xml`
}
"""The types of files that servers do not all know."""

TEXTUAL = (".csv", ".ics", ".json", ".jsonld", ".vcf", ".xml")
"""Those whose characters are in UTF-8, which the type must say."""


HIDDEN = r"(?:.*/)?\.(?!well-known/)|(?:_headers|_redirects|deploiement)(?:/|$)"
"""What no visitor is given, as a pattern after the site's own folder: files for servers, and those whose
names begin with a dot, but for the folder of RFC 8615."""


def media_type(extension: str) -> str:
    """The whole type of a file: `text/calendar; charset=utf-8`. Raises KeyError for one not in the table."""
    charset = "; charset=utf-8" if extension in TEXTUAL else ""
    return MEDIA_TYPES[extension] + charset


def cached(path: str) -> str:
    """How long a file of the site, `images/a.webp`, may be kept: a `Cache-Control` (RFC 9111)."""
    return FOR_EVER if path.startswith(NAMED_BY_CONTENT) else AFTER_ASKING
