"""The catalogue: every rule, why it exists, a wrong and a right example. It imports no other step."""

from __future__ import annotations

from collections.abc import Mapping

from hub.catalogue import (
    activities,
    agenda,
    attachments,
    bureau,
    directory,
    elections,
    exchanges,
    fields,
    files,
    grants,
    identity,
    logo,
    minutes,
    pictures,
    privacy,
    projects,
    prose,
    publications,
    questionnaires,
    ready,
    redirections,
    settings,
    spots,
    votes,
)
from hub.catalogue.rule import Example, Rule, Severity

__all__ = ["CATALOGUE", "CHAPTERS", "Example", "Rule", "Severity"]

CHAPTERS: Mapping[str, tuple[Rule, ...]] = {
    "Le fichier et sa forme": files.RULES,
    "Les champs": (*fields.RULES, *settings.RULES, *logo.SETTING_RULES),
    "L'annuaire": (*directory.RULES, *activities.RULES, *spots.RULES),
    "Le bureau": bureau.RULES,
    "Les comptes rendus et les réunions": (*minutes.RULES, *projects.RULES, *votes.RULES),
    "Les scrutins": elections.RULES,
    "L'agenda": agenda.RULES,
    "Les appels, les guides, la lettre": publications.RULES,
    "Les subventions et les formations": grants.RULES,
    "Les échanges et les bénévoles": exchanges.RULES,
    "Les questionnaires": questionnaires.RULES,
    "Les textes": prose.RULES,
    "Les documents et les images": (*attachments.RULES, *logo.FILE_RULES, *pictures.RULES),
    "Les adresses qui changent": redirections.RULES,
    "La vie privée": privacy.RULES,
    "Ce que la ville dit d'elle": identity.RULES,
    "Avant de publier": ready.RULES,
}
"""The rules by chapter, in the order of their letters in the documentation."""

CATALOGUE: Mapping[str, Rule] = {rule.code: rule for rules in CHAPTERS.values() for rule in rules}
"""The rules by code."""
