"""Mistakes of addresses that changed (R)."""

from __future__ import annotations

from hub.model.sections import FILES
from tests.mistakes.case import Case

PATH = "redirections.yaml"


def _led(*rows: str) -> dict[str, str]:
    return {PATH: "redirections:\n" + "".join(f"  - {{{row}}}\n" for row in rows)}


CASES: list[Case] = [
    *(
        (
            "a folder of files led away from",
            _led(f"ancienne: {old}, nouvelle: /guides/semer/"),
            [("R005", PATH, 2, 16)],
        )
        for old in (*(one for one in FILES if one != "/donnees/"), "/assets/hub/", "/donnees/associations/")
    ),
    (
        "the page of the open data led away from",
        _led("ancienne: /donnees/, nouvelle: /guides/semer/"),
        [("R001", PATH, 2, 16)],
    ),
    ("an address that moved", _led("ancienne: /guides/planter/, nouvelle: /guides/semer/"), []),
    ("nothing moved", {PATH: "redirections: []\n"}, []),
    (
        "a page led away from",
        _led("ancienne: /guides/semer/, nouvelle: /guides/"),
        [("R001", PATH, 2, 16)],
    ),
    *(
        (
            f"a list led away from: {old}",
            _led(f"ancienne: {old}, nouvelle: /guides/"),
            [("R001", PATH, 2, 16)],
        )
        for old in (
            "/comptes-rendus/2023/",
            "/suivi/2023/2/",
            "/associations/lettre/a/",
            "/associations/theme/sport/2/",
            "/associations/theme/",
        )
    ),
    (
        "a month led away from",
        _led("ancienne: /agenda/2026/11/, nouvelle: /agenda/"),
        [("R001", PATH, 2, 16)],
    ),
    (
        "a page that is not there",
        _led("ancienne: /guides/planter/, nouvelle: /guides/semmer/"),
        [("R002", PATH, 2, 44)],
    ),
    (
        "a page whose text cannot be read today",
        {
            **_led("ancienne: /guides/planter/, nouvelle: /guides/semer/"),
            "content/guides/semer.md": "---\ntitre: Semer : la terre\n---\n",
        },
        [("T012", "content/guides/semer.md", 2, 8)],
    ),
    (
        "a redirection that leads to another",
        _led("ancienne: /a/, nouvelle: /b/", "ancienne: /b/, nouvelle: /guides/"),
        [("R003", PATH, 2, 31)],
    ),
    (
        "redirections in a circle",
        _led("ancienne: /a/, nouvelle: /b/", "ancienne: /b/, nouvelle: /a/"),
        [("R003", PATH, 2, 31), ("R003", PATH, 3, 31)],
    ),
    ("an address led to itself", _led("ancienne: /a/, nouvelle: /a/"), [("R003", PATH, 2, 31)]),
    (
        "an address led to two places",
        _led("ancienne: /a/, nouvelle: /guides/", "ancienne: /a/, nouvelle: /agenda/"),
        [("R004", PATH, 3, 16)],
    ),
    (
        "an address without its slashes",
        _led("ancienne: guides/planter, nouvelle: /guides/"),
        [("C029", PATH, 2, 16)],
    ),
    (
        "a whole address for one of the site",
        _led("ancienne: /a/, nouvelle: 'https://mini.example/guides/'"),
        [("C029", PATH, 2, 31)],
    ),
    (
        "another key",
        {PATH: "redirection:\n  - {ancienne: /a/, nouvelle: /guides/}\n"},
        [("C001", PATH, 1, 1)],
    ),
    (
        "a register by another name",
        {"redirections.yml": "redirections: []\n"},
        [("T035", "redirections.yml", 1, 1)],
    ),
]
