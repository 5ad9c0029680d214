"""The same town for Hugo, where it is installed: the Markdown of `bench.plain`, and the smallest theme that
has a menu, lists and pages. It is no peer (it searches nothing): it says how quick one can be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from bench.plain import pages
from bench.town import ADDRESS, NAME, Town

_SETTINGS = f"""baseURL = "{ADDRESS}"
languageCode = "fr"
title = "Vie associative de {NAME}"
disableKinds = ["taxonomy", "term"]
"""

_BASE = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }} - {{ site.Title }}</title>
</head>
<body>
<nav><ul>
{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></nav>
<main>
<h1>{{ .Title }}</h1>
{{ .Content }}
{{ block "list" . }}{{ end }}
</main>
</body>
</html>
"""

_LIST = """{{ define "list" }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
"""

_LAYOUTS = {"baseof": _BASE, "single": "{{/* the page alone */}}\n", "list": _LIST}


def installed() -> bool:
    """Whether this machine has Hugo (Debian: `hugo`)."""
    return shutil.which("hugo") is not None


def write(town: Town, folder: Path) -> None:
    """Write the town as a Hugo site, into `folder`."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "config.toml").write_text(_SETTINGS, encoding="utf-8")
    for name, markup in _LAYOUTS.items():
        (layouts / f"{name}.html").write_text(markup, encoding="utf-8")
    for section, title, files in pages(town, "/{0}/{1}/"):
        inside = folder / "content" / section
        inside.mkdir(parents=True, exist_ok=True)
        if section:
            _write_page(inside / "_index.md", title, "")
        for key, text in files:
            heading, _, body = text.partition("\n")
            name = "_index" if not section and key == "index" else key
            _write_page(inside / f"{name}.md", heading.removeprefix("# "), body)


def command(folder: Path, out: Path) -> list[str]:
    """The command that renders the site `folder` into `out`."""
    return ["hugo", "--quiet", "--source", f"{folder}", "--destination", f"{out}"]


def serve_command(folder: Path, port: int) -> list[str]:
    """The command that serves it on this machine, each change made at once."""
    return ["hugo", "server", "--source", f"{folder}", "--bind", "127.0.0.1", "--port", f"{port}"]


def _write_page(file: Path, title: str, body: str) -> None:
    file.write_text(f"+++\ntitle = {json.dumps(title, ensure_ascii=False)}\n+++\n{body}\n", encoding="utf-8")
