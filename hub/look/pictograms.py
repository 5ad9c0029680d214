"""Pictograms as they stand in a page: in the colour of the words beside them, silent for who listens."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from hub.model.association import Theme
from hub.model.names import fold
from hub.model.pictogram import Pictogram
from hub.places import THEME

_DRAWN = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)

_STEMS = {
    Pictogram.musique: ("musi", "chant", "chor", "orchestre", "fanfare"),
    Pictogram.scene: ("scene", "theatr", "spectacle", "cinema", "danse", "ecran", "cirque"),
    Pictogram.memoire: ("memoire", "patrimoine", "histoire", "anciens"),
    Pictogram.lecture: ("lecture", "livre", "langue", "litter", "ecriture", "poesie"),
    Pictogram.arts: ("art", "culture", "peinture", "photo", "creation"),
    Pictogram.reemploi: ("reemploi", "repar", "recycl", "brico"),
    Pictogram.environnement: ("environnement", "ecolog", "climat", "transition"),
    Pictogram.nature: ("nature", "jardin", "potager", "compost", "plante"),
    Pictogram.animaux: ("animaux", "bete", "chien", "chat"),
    Pictogram.handicap: ("handicap", "accessib"),
    Pictogram.sante: ("sante", "soin", "medic"),
    Pictogram.enfance: ("enfan", "parent", "famille", "petite"),
    Pictogram.formation: ("education", "formation", "scolaire", "ecole", "jeunesse"),
    Pictogram.international: ("international", "monde", "jumelage", "migra"),
    Pictogram.entraide: ("solid", "entraide", "social", "humanitaire", "aide"),
    Pictogram.citoyennete: ("citoy", "debat", "droit", "democra"),
    Pictogram.velo: ("velo", "mobilit"),
    Pictogram.sport: ("sport", "bien-etre", "yoga", "gym", "foot"),
    Pictogram.jeux: ("jeu", "loisir", "convivial", "echec"),
    Pictogram.cuisine: ("cuisine", "aliment", "repas"),
    Pictogram.habitat: ("habitat", "logement", "quartier"),
    Pictogram.economie: ("econom", "emploi", "commerce", "insertion"),
    Pictogram.numerique: ("numeri", "informat", "internet"),
}
"""How words of a theme that chose none begin -> the drawing; the first that is met."""


@cache
def pictogram(name: str) -> Markup:
    """A drawing of `theme/pictogrammes/`, as HTML. Raises `FileNotFoundError` for a name that is none's."""
    written = (THEME / "pictogrammes" / f"{name}.svg").read_text(encoding="utf-8")
    found = _DRAWN.search(written)
    assert found, f"no drawing: {name}"
    drawn = f'<svg class="picto" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{found[1]}</svg>'
    return Markup(drawn)


def of_theme(theme: Theme) -> Pictogram:
    """The drawing of a theme: the one it chose, or what its words make one think of."""
    if theme.pictogramme:
        return theme.pictogramme
    words = re.split(r"[^a-z-]+", fold(theme.nom))
    met = (drawing for word in words for drawing, stems in _STEMS.items() if word.startswith(stems))
    return next(met, Pictogram.association)
