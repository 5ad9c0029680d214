"""Mistakes of `mkdocs.yml`: what is not the town's, and addresses that other programs would obey."""

from __future__ import annotations

from hub.catalogue.rule import Files
from hub.catalogue.settings import DEPOT
from tests.mistakes.case import Case
from tests.towns import edited

SETTINGS = "mkdocs.yml"


def _with(line: str) -> Files:
    """The settings with one more line at their head."""
    return edited(SETTINGS, "site_name: Vie", f"{line}\nsite_name: Vie")


def _at(url: str) -> Files:
    return edited(SETTINGS, "https://mini.example/", url)


_ENGINE = (
    "hooks: [docs/menu.py]",
    "plugins: [search]",
    "INHERIT: ../autre.yml",
    "theme: {name: material, custom_dir: theme}",
    "nav: [{'<script>': index.md}]",
    "extra_css: [https://ailleurs.example/a.css]",
    "copyright: Tous droits réservés",
    "docs_dir: content",
    "validation: {nav: {omitted_files: ignore}}",
)
_HIDDEN = (
    ("x: !!python/object/apply:os.system ['true']", 4),
    ("copyright: !ENV HOME", 12),
    ("copyright: &ici Mini", 12),
)
_BROKEN = (
    "https://mini.example/a;b/",
    "https://mini.example/$a/",
    "https://mini.example/a b/",
    "https://mini.example/?x=1",
    '"https://mini.example/#x"',
    "https://mini.example/é/",
    "https://mini.example/%0d%0aX/",
    "https://mini.example/../x/",
    "https://mini.example//x/",
    "https://moi:secret@mini.example/",
    "https://mini.example:99999/",
    "https://mini.example:/",
    "https://a(b.example/",
    "https://-mini.example/",
    "https://évry.example/",
    "ftp://mini.example/",
    "mini.example",
    f"https://mini.example/{'a' * 200}/",
    f"https://{'a' * 64}.example/",
)

CASES: list[Case] = [
    *(("a key of the engine", _with(line), [("C040", SETTINGS, 1, 1)]) for line in _ENGINE),
    *(("a tag or an anchor", _with(line), [("T016", SETTINGS, 1, at)]) for line, at in _HIDDEN),
    ("a key of nobody", _with("menu: court"), [("C001", SETTINGS, 1, 1)]),
    (
        "keys of an earlier version",
        edited(
            SETTINGS,
            "    commune: Mini",
            "    sigle: CLVA\n    plateforme: https://nous.example/\n    commune: Mini",
        ),
        [("T059", SETTINGS, 6, 5), ("T059", SETTINGS, 7, 5)],
    ),
    (
        "files of a later version",
        edited(SETTINGS, "    commune: Mini", "    programme: 9.0.0\n    commune: Mini"),
        [("T059", SETTINGS, 6, 16)],
    ),
    (
        "a version that is none",
        edited(SETTINGS, "    commune: Mini", "    programme: la dernière\n    commune: Mini"),
        [("T059", SETTINGS, 6, 16)],
    ),
    (
        "a key of the engine under `extra`",
        edited(SETTINGS, "extra:\n", "extra:\n  generator: false\n"),
        [("C040", SETTINGS, 5, 3)],
    ),
    (
        "a key of nobody under `extra`",
        edited(SETTINGS, "extra:\n", "extra:\n  analytics: {provider: google}\n"),
        [("C001", SETTINGS, 5, 3)],
    ),
    *(("an address that is no site's", _at(url), [("C041", SETTINGS, 2, 11)]) for url in _BROKEN),
    (
        "a branch that git does not take",
        edited(SETTINGS, "identifiant: clva-mini", f"{DEPOT}\n      branche: ../main"),
        [("C043", SETTINGS, 12, 16)],
    ),
    (
        "files kept by a program that nobody knows",
        edited(SETTINGS, "identifiant: clva-mini", DEPOT.replace("forgejo", "sourceforge")),
        [("C006", SETTINGS, 10, 14)],
    ),
    (
        "a town without its « de »",
        edited(SETTINGS, "commune: Mini", "commune: Le Havre\n    commune_de: Le Havre"),
        [("C042", SETTINGS, 7, 17)],
    ),
    (
        "a sender with an accent",
        edited(SETTINGS, "identifiant: clva-mini", "identifiant: clva-mini\n    contact: é@mini.example"),
        [("C016", SETTINGS, 9, 14)],
    ),
    (
        "a sender whose domain is too long a word",
        edited(
            SETTINGS,
            "identifiant: clva-mini",
            f"identifiant: clva-mini\n    contact: a@{'é' * 60}.example",
        ),
        [("C016", SETTINGS, 9, 14)],
    ),
]
