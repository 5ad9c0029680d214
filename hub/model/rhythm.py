"""The words of a rule by which something comes back: how often, on which days, on which of them."""

from __future__ import annotations

from hub.model.fields import Choice


class Frequency(Choice):
    """FREQ of RFC 5545 3.3.10; the label is the noun of the period."""

    quotidienne = "quotidienne", "jour"
    hebdomadaire = "hebdomadaire", "semaine"
    mensuelle = "mensuelle", "mois"
    annuelle = "annuelle", "an"


class Weekday(Choice):
    """The days, Monday first."""

    lundi = "lundi", "lundi"
    mardi = "mardi", "mardi"
    mercredi = "mercredi", "mercredi"
    jeudi = "jeudi", "jeudi"
    vendredi = "vendredi", "vendredi"
    samedi = "samedi", "samedi"
    dimanche = "dimanche", "dimanche"

    @property
    def number(self) -> int:
        """0 for Monday, as `datetime.date.weekday`."""
        return list(Weekday).index(self)


class Rank(Choice):
    """Which of the month’s Tuesdays."""

    premier = "premier", "premier"
    deuxieme = "deuxieme", "deuxième"
    troisieme = "troisieme", "troisième"
    quatrieme = "quatrieme", "quatrième"
    dernier = "dernier", "dernier"

    @property
    def number(self) -> int:
        """The position in BYDAY of RFC 5545 3.3.10: 1 to 4, -1 for the last."""
        return -1 if self is Rank.dernier else list(Rank).index(self) + 1
