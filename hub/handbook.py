"""The pages that `make docs` writes: the catalogue, the first mistakes, the fields; `CONTRIBUTING.md`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from hub.catalogue import CATALOGUE, CHAPTERS, Rule
from hub.explain import judged, passages
from hub.guidance import fields
from hub.guidance.gestures import Gesture, gestures
from hub.guidance.ways import Way, told
from hub.model.settings import words_at
from hub.model.wording import DEFAULT, Wording
from hub.places import GESTURES, PROGRAM
from hub.report import REPORTS

DOCS = PROGRAM / "docs"


def _made_of(place: str) -> str:
    return f"<!-- Page faite par « make docs » d'après {place} : ne la changez pas à la main. -->"


MADE = _made_of("hub/catalogue/")

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


def all_fields(words: Wording = DEFAULT) -> str:
    """The page of every field."""
    parts = [
        "# Les champs, un par un",
        _made_of("hub/model/ et hub/schemas/words/"),
        "À quoi sert chaque champ, et ce qu’on y écrit. Seuls ceux qui sont dits obligatoires le sont.\n"
        "Les gestes, pas à pas, sont dans [CONTRIBUTING.md](../CONTRIBUTING.md).",
        fields.markdown(_anchor_of_forges, words),
    ]
    return "\n\n".join(parts) + "\n"


def _anchor_of_forges(title: str) -> str:
    """The anchor that GitHub, GitLab and Forgejo give to a title: in small letters, accents and all."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def contributing(words: Wording = DEFAULT) -> str:
    """The page of the gestures, which forges show to whoever proposes a change, in the words of a town."""
    parts = [
        "# Contribuer",
        _made_of("theme/contribuer/"),
        "Vous n’avez pas besoin d’être informaticien : tout se fait dans le navigateur, et rien ne paraît\n"
        "sans avoir été relu. Ces pages sont aussi sur le site, à l’adresse `/contribuer/`.",
        *map(_gesture, gestures(GESTURES, words)),
        "## Aller plus loin",
        "- [Les champs, un par un](docs/champs.md)\n"
        "- [Ce que dit la vérification](docs/problemes.md)\n"
        "- [Les dix premières erreurs](docs/premieres-erreurs.md)\n"
        "- [Écrire les fichiers soi-même](docs/ecrire-les-fichiers.md)\n"
        "- [Changer le programme](docs/developper.md)",
    ]
    return "\n\n".join(parts) + "\n"


def _gesture(gesture: Gesture) -> str:
    picture = f"![{gesture.picture}](theme/overrides{gesture.image})"
    return "\n\n".join((f"## {gesture.title}", gesture.summary, told(gesture, tuple(Way)).strip(), picture))


PAGES: Mapping[Path, Callable[[], str]] = {
    DOCS / "problemes.md": catalogue,
    DOCS / "premieres-erreurs.md": first_mistakes,
    DOCS / "champs.md": partial(all_fields, words_at(PROGRAM)),
    PROGRAM / "CONTRIBUTING.md": partial(contributing, words_at(PROGRAM)),
}
"""The pages by file."""


def main() -> None:
    """Write the pages again."""
    for path, made in PAGES.items():
        path.write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
