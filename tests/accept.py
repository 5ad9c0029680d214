"""`make accept`: what the miniature town gives today becomes what is expected of it."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from hub.build import build
from tests import towns

EXPECTED = Path(__file__).parent / "expected" / "miniature"

_DIGEST = re.compile(r"(assets/hub/)[0-9a-f]{12}")
"""The folder of our style sheets, which changes with each of them."""

DRAWN = ("assets/", "images/", "pagefind/", "favicon.ico")


def reduced(site: Path) -> dict[str, str]:
    """The site as texts by path: whole for the home page and mails, without the common frame for other pages.

    The theme's own files and the index of the search are left out: they are the engine's, and Pagefind's.
    So are pictures: they are no texts.
    """
    texts = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not path.startswith(DRAWN):
            text = file.read_bytes().decode()
            framed = (file.name == "index.html" and path != "index.html") or path == "404.html"
            framed = framed and not towns.is_moved(file)
            texts[path] = unframed(text) if framed else _DIGEST.sub(r"\1EMPREINTE", text)
    return texts


def unframed(html: str) -> str:
    """Title, description, canonical address and content of a page, a line each."""
    kept = [line.strip() for line in html.split("\n") if "<title>" in line or 'rel="canonical"' in line]
    kept += [line.strip() for line in html.split("\n") if '<meta name="description"' in line]
    return "\n".join(kept) + "\n" + html[html.index('<div class="page">') : html.index("<footer")]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        hub = towns.hub_of(Path(folder, "sources"))
        build(hub, towns.TODAY, Path(folder, "site"))
        texts = reduced(Path(folder, "site"))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, text in texts.items():
        file = EXPECTED / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    print(f"{len(texts)} fichiers attendus : relisez leur différence (git diff) avant de l'enregistrer.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
