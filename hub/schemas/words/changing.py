"""The words of what a change does: what each noun of `hub.changes` is, and each of its fields."""

from __future__ import annotations

from collections.abc import Mapping

from hub.changes.followers import Dated, Mail, Message, Place
from hub.changes.nouns import (
    Arrived,
    Changed,
    Changes,
    Citation,
    Cited,
    Difference,
    File,
    Lost,
    Told,
    Unread,
)
from hub.changes.thing import Thing

NOUNS: Mapping[type, tuple[str, Mapping[str, str]]] = {
    Thing: (
        "Ce dont il s’agit",
        {
            "kind": "Le nom de sa sorte : minutes, events…",
            "one": "Sa sorte, en français.",
            "key": "Sa clé.",
            "title": "Son titre.",
            "address": "L’adresse de sa page, depuis la racine du site ; vide s’il n’en a pas.",
            "path": "Le fichier d’où il vient.",
        },
    ),
    Difference: (
        "Une valeur qui change",
        {
            "field": "Le champ, et celui qu’il contient : suivi.etat ; « texte » pour le texte du fichier.",
            "label": "Le même, en français.",
            "how": "Donnée, retirée, changée ; ajoutée à une liste ou ôtée d’elle ; un autre ordre ; la mise "
            "en forme seule ; tue, parce qu’elle peut nommer une personne.",
            "before": "Ce qu’elle était, en mots.",
            "after": "Ce qu’elle devient, en mots.",
            "item": "De quelle ligne d’une liste il s’agit.",
            "row": "Ce qu’est une telle ligne, quand elle s’ajoute ou se retire.",
        },
    ),
    Changed: (
        "Ce qui change",
        {
            "thing": "La chose, telle qu’elle devient.",
            "differences": "Ses valeurs qui changent.",
            "former": "Son adresse d’avant, si elle en change ; vide sinon.",
        },
    ),
    Arrived: (
        "Ce qui paraît",
        {
            "thing": "La chose.",
            "rows": "Ce que sont les lignes de ses listes, un mot par ligne.",
            "dated": "Son jour de parution, en toutes lettres ; vide si elle n’en a pas.",
        },
    ),
    Lost: (
        "Une adresse perdue",
        {
            "address": "L’adresse, depuis la racine du site.",
            "title": "Ce qui s’y trouvait.",
            "line": "La ligne à écrire dans redirections.yaml ; vide si aucune ne peut y mener.",
        },
    ),
    Place: (
        "Un flux ou un agenda",
        {"title": "Son nom.", "address": "Son adresse, depuis la racine du site."},
    ),
    Message: (
        "Un message des flux",
        {
            "guid": "Son identifiant.",
            "title": "Son titre.",
            "address": "L’adresse complète de sa page.",
            "when": "Annoncé à la publication, le jour dit, dans les archives sans prévenir, ou retiré.",
            "day": "Le jour dont il est daté.",
            "feeds": "Les flux qui l’annoncent.",
        },
    ),
    Mail: (
        "Un courriel de la lettre",
        {
            "thing": "Le numéro.",
            "readers": "À qui il s’adresse.",
            "sent": "Si son jour est passé.",
            "new": "Si le numéro paraît.",
            "more": "Ce qu’il annonce de plus.",
            "less": "Ce qu’il n’annonce plus.",
        },
    ),
    Dated: (
        "Une date des agendas",
        {
            "uid": "Son identifiant.",
            "title": "Son titre.",
            "address": "L’adresse complète de sa page.",
            "turn": "Ajoutée, ôtée, annulée, rétablie, déplacée, ailleurs.",
            "before": "Quand, ou où, c’était.",
            "after": "Quand, ou où, ce sera ; la raison, si elle est annulée.",
            "calendars": "Les agendas qui la montrent.",
        },
    ),
    Citation: (
        "Là où l’on cite",
        {"path": "Le fichier.", "line": "La ligne, à partir de 1.", "title": "Le titre de ce qui cite."},
    ),
    Cited: (
        "Ce qui n’est plus là, et reste cité",
        {"title": "Son titre.", "by": "Les endroits qui le citent."},
    ),
    File: (
        "Un fichier joint",
        {"path": "Le fichier.", "how": "Ajouté (added), retiré (removed) ou remplacé (changed)."},
    ),
    Told: (
        "Les problèmes",
        {
            "new": "Ceux qui n’y étaient pas.",
            "mended": "Ceux qui sont corrigés.",
            "standing": "Combien d’erreurs empêchent de publier.",
        },
    ),
    Unread: (
        "Ce qui n’a pas pu être lu",
        {"before": "Les fichiers, avant le changement.", "after": "Les fichiers, après lui."},
    ),
    Changes: (
        "Ce que fait un changement, d’après « changes --format json »",
        {
            "arrived": "Ce qui paraît.",
            "changed": "Ce qui change.",
            "gone": "Ce qui disparaît.",
            "settings": "Les réglages du site qui changent.",
            "reordered": "Les sortes dont l’ordre change, en français.",
            "lost": "Les adresses qui ne mènent plus à rien.",
            "messages": "Les messages qui paraissent dans les flux, ou qui en sont retirés.",
            "mails": "Les numéros de la lettre dont le courriel change.",
            "dates": "Les dates qui changent dans les agendas.",
            "cited": "Ce qui a été retiré et que d’autres citent.",
            "files": "Les documents et les images qui changent.",
            "reformatted": "Les fichiers dont seule la forme change.",
            "problems": "Les problèmes, s’ils ont été cherchés.",
            "unread": "Les fichiers où quelque chose n’a pas pu être lu.",
        },
    ),
}
"""What each noun is, and each of its fields."""
