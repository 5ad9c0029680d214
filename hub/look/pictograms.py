"""Pictograms as they stand in a page: in the colour of the words beside them, silent for who listens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from hub.look.outline import one_path
from hub.model.association import Theme
from hub.model.names import fold
from hub.model.pictogram import Pictogram
from hub.places import THEME

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

_STEMS_OF_TITLES = {
    Pictogram.subvention: ("subvention", "financ", "mecen", "budget"),
    Pictogram.salle: ("salle", "locaux"),
    Pictogram.materiel: ("materiel",),
    Pictogram.vote: ("election", "elire", "scrutin", "candidat"),
    Pictogram.benevolat: ("benevol",),
    Pictogram.agenda: ("fete", "forum", "evenement", "festival"),
    Pictogram.annuaire: ("annuaire", "adherent"),
    Pictogram.numerique: ("numeri", "informat", "internet"),
    Pictogram.formation: ("formation", "stage"),
    Pictogram.question: ("pleniere", "reunion", "assemblee"),
    Pictogram.musique: ("musique", "music", "chant", "chorale", "orchestre", "fanfare", "concert"),
    Pictogram.scene: ("theatr", "spectacle", "cinema", "cirque"),
    Pictogram.lecture: ("lecture", "livre", "poesie", "bibliotheque"),
    Pictogram.velo: ("velo",),
    Pictogram.reemploi: ("reemploi", "recycl", "recup", "repar", "broc", "bric", "vide-grenier"),
    Pictogram.nature: ("jardin", "potager", "compost", "arbre", "graine"),
    Pictogram.sport: ("sport", "yoga", "gymnast", "course", "tournoi", "match"),
    Pictogram.jeux: ("jeu", "ludotheque", "echecs"),
    Pictogram.cuisine: ("cuisine", "repas", "banquet", "soupe"),
    Pictogram.mairie: ("declar", "statuts"),
    Pictogram.fichier: ("donnees", "papiers", "archives"),
    Pictogram.courriel: ("lettre", "bulletin", "newsletter"),
    Pictogram.telephone: ("telephone",),
}
"""The same of titles, whose words say more things: only those that mean one."""


@cache
def pictogram(name: str) -> Markup:
    """A drawing of `theme/pictogrammes/`, as HTML. Raises `FileNotFoundError` for a name that is none's."""
    drawn = f'<svg class="picto" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{lines(name)}</svg>'
    return Markup(drawn)


@cache
def lines(name: str) -> str:
    """A drawing, in a square of 24 units, as one path of SVG: a page has as few elements as may be. Raises
    `FileNotFoundError`."""
    written = (THEME / "pictogrammes" / f"{name}.svg").read_text(encoding="utf-8")
    return f'<path d="{one_path(written)}"/>'


def of_theme(theme: Theme) -> Pictogram:
    """The drawing of a theme: the one it chose, or what its words make one think of."""
    return theme.pictogramme or _met(theme.nom, _STEMS) or Pictogram.association


def of_title(title: str) -> Pictogram | None:
    """What the words of a title make one think of; None where they make one think of nothing."""
    return _met(title, _STEMS_OF_TITLES)


def _met(said: str, stems_of: Mapping[Pictogram, tuple[str, ...]]) -> Pictogram | None:
    words = re.split(r"[^a-z-]+", fold(said))
    met = (drawing for word in words for drawing, stems in stems_of.items() if word.startswith(stems))
    return next(met, None)
