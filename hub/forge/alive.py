"""GitHub stops the clocks of a repository where nothing was written for sixty days: kept going, or said.

docs.github.com, « Disabling and enabling a workflow »: scheduled workflows of a public repository are
disabled when it has had no activity for 60 days.
"""

from __future__ import annotations

import datetime as dt

from hub.forge.github import GitHub
from hub.forge.nouns import ForgeError
from hub.forge.renewed import renew_issue

DAYS, EARLY = 60, 14
"""After how many days, and how many before one says it."""

SCHEDULED = ("publier.yml", "veiller.yml", "liens.yml")


def keep_alive(forge: GitHub, today: dt.date) -> str:
    """Enable again what has a clock; where GitHub does not let us, open an issue when the day comes near.

    Returns what was done. Raises ForgeError.
    """
    try:
        for workflow in SCHEDULED:
            forge.keep_alive(workflow)
    except ForgeError:
        return _say(forge, today)
    renew_issue(forge, "horloge", "", "")
    return "les horloges repartent pour soixante jours"


def _say(forge: GitHub, today: dt.date) -> str:
    stops = dt.date.fromisoformat(forge.last_commit()) + dt.timedelta(days=DAYS)
    if (stops - today).days > EARLY:
        return f"GitHub arrêtera les horloges le {stops:%d/%m/%Y} si rien n'est écrit d'ici là"
    body = (
        f"Rien n’a été écrit dans ce dépôt depuis longtemps : le **{stops:%d/%m/%Y}**, GitHub cessera de "
        "publier le site chaque nuit.\n\nPour l’éviter, acceptez une proposition, ou ouvrez « Actions », "
        "« publier », puis « Enable workflow »."
    )
    return renew_issue(forge, "horloge", "Le site va cesser de se mettre à jour", body)
