"""The pages of `docs/` that `make docs` writes: the catalogue, and the first mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hub.catalogue import CATALOGUE, CHAPTERS, Rule
from hub.explain import judged, passages
from hub.report import REPORTS

DOCS = Path(__file__).resolve().parent.parent / "docs"

MADE = "<!-- Page faite par « make docs » d'après hub/catalogue/ : ne la changez pas à la main. -->"

FIRST: Mapping[str, str] = {
    "T012": "Un titre avec un deux-points",
    "C007": "Une date comme on l'écrit en français",
    "C023": "Une clé avec son accent",
    "T014": "Une apostrophe entre apostrophes",
    "T021": "Un en-tête qui n'est pas refermé",
    "T022": "Une ligne décalée",
    "C006": "Un mot hors de la liste",
    "A012": "Un nom mal orthographié",
    "V001": "Un numéro de portable",
    "L012": "Une adresse web collée dans le texte",
}
"""The mistakes that we expect first of somebody who begins, by the code of their rule."""


def catalogue() -> str:
    """The page of every rule."""
    parts = [
        "# Les problèmes que trouve la vérification",
        MADE,
        "Chaque problème porte un code, qui ne change pas. Une **erreur** empêche de publier ; un\n"
        "**avertissement** se contente de prévenir ; ce qui est à faire **avant de publier**, seul\n"
        "`build.py ready` le dit. Sur un terminal, `python build.py explain A012` dit la\n"
        "même chose. La ville des exemples n'existe pas.",
    ]
    for title, rules in CHAPTERS.items():
        index = " · ".join(f"[{rule.code}](#{rule.code.lower()})" for rule in rules)
        parts += [f"## {title}", index, *map(_section, rules)]
    return "\n\n".join(parts) + "\n"


def _section(rule: Rule) -> str:
    parts = [f"### {rule.code}", f"**{rule.title}** ({rule.word})", rule.reason]
    for heading, body in passages(rule):
        parts += [heading, _fenced(body)]
    return "\n\n".join(parts)


def first_mistakes() -> str:
    """The page of what a first-time writer sees, as printed."""
    parts = [
        "# Les dix premières erreurs",
        MADE,
        "Ce que voit quelqu'un qui écrit pour la première fois, tel que `build.py check` l'imprime.\n"
        "Personne ne les a encore comptées chez ceux qui écrivent : ce sont celles que nous attendons.\n"
        "Toutes les autres sont dans [problemes.md](problemes.md).",
    ]
    for number, (code, title) in enumerate(FIRST.items(), 1):
        parts += [f"## {number}. {title}", _fenced(_printed(CATALOGUE[code]))]
    return "\n\n".join(parts) + "\n"


def _printed(rule: Rule) -> str:
    """The whole answer of `build.py check` to the wrong example of a rule."""
    return judged(
        rule, lambda found, source: REPORTS["text"](found.problems, source, found.documents).rstrip()
    )


def _fenced(text: str) -> str:
    return f"````text\n{text}\n````"


PAGES = {"problemes.md": catalogue, "premieres-erreurs.md": first_mistakes}
"""The pages by file name."""


def main() -> None:
    """Write the pages again."""
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
