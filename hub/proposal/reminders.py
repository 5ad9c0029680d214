"""What whoever proposes a change is asked to look at, by kind of change."""

from __future__ import annotations

from collections.abc import Mapping

ALWAYS = (
    "Rien de privé : ni nom, ni portable, ni adresse d'une personne sans son accord écrit ; élus et agents par leur "
    "fonction.",
    "Rien d'inventé : ce que je ne sais pas est laissé vide, ou « à confirmer ».",
)
"""Of every change of contents."""

REMINDERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "compte-rendu": (
        "Un compte rendu",
        (
            "Le fichier est dans `minutes/`, et son nom dit le jour et l'instance : `2026-10-13-bureau.md`.",
            "Les personnes présentes sont dites par leur association ou leur fonction.",
            "Chaque action dit qui la fait.",
            "`statut: projet` tant qu'il n'est pas adopté ; `publie_le` pour prévenir les abonnés.",
        ),
    ),
    "date": (
        "Une date",
        (
            "Le jour et l'heure ont été vérifiés auprès de qui organise.",
            "Un changement d'heure ou de lieu : `modifie_le` dit quand il a été décidé.",
            "Une annulation : le fichier reste, avec `annule: La raison.`",
        ),
    ),
    "association": (
        "Une fiche de l'annuaire",
        (
            "L'association a relu sa fiche : `verifie_le` dit quel jour, `source` dit comment on le sait.",
            "L'`id` d'une fiche qui existe n'a pas changé.",
            "Un contact est celui de l'association, pas d'une personne ; sinon, `consentement` dit son accord.",
        ),
    ),
    "texte": (
        "Une actualité, un appel, un guide, une page",
        (
            "Le titre dit de quoi il s'agit, sans la date.",
            "Qui se reconnaît sur une photo a donné son accord.",
            "`publie_le` pour prévenir les abonnés, ou rien pour ne prévenir personne.",
        ),
    ),
    "programme": (
        "Le programme",
        (
            "`make test` passe, et un test échoue sans ce changement.",
            "Ce qu'une personne voit changer a sa ligne dans `CHANGELOG.md`.",
        ),
    ),
}
"""The name of a template -> its title, and what to look at."""


def template(name: str) -> str:
    """The text with which a proposal of that kind begins."""
    title, points = REMINDERS[name]
    own = () if name == "programme" else ALWAYS
    return (
        f"<!-- {title}. Dites en une phrase ce qui change, puis cochez ce que vous avez regardé. -->\n\n"
        f"## Ce qui change\n\n\n\n## Avant de proposer\n\n"
        + "".join(f"- [ ] {point}\n" for point in (*points, *own))
        + "\nLa vérification se lance seule, et dit ce qui ne va pas.\n"
    )


def usual() -> str:
    """What a proposal begins with when no kind was chosen."""
    return (
        "<!-- Dites en une phrase ce qui change, puis cochez ce que vous avez regardé. -->\n\n"
        "## Ce qui change\n\n\n\n## Avant de proposer\n\n"
        + "".join(f"- [ ] {point}\n" for point in ALWAYS)
        + "\nLa vérification se lance seule, et dit ce qui ne va pas.\n"
    )
