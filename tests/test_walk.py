"""The rules read every field of every model: what they leave aside is a short list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

from hub.checks.fields import WORDS
from hub.model.fields import Entity, Meaning
from hub.model.kinds import KINDS
from hub.model.walk import fields, meaning, meaning_of, parts, texts, things
from tests import towns


def _models() -> set[type[Entity]]:
    waiting, found = [kind.model for kind in KINDS], set[type[Entity]]()
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [
                part for hint in get_type_hints(model, include_extras=True).values() for part in parts(hint)
            ]
    return found


def _aside() -> Iterator[tuple[str, str]]:
    """(model, field) of what the rule about persons does not read."""
    for model in _models():
        hints = get_type_hints(model, include_extras=True)
        for name in model.model_fields:
            if meaning_of(hints[name]) not in (*WORDS, Meaning.TEXT):
                yield model.__name__, name


def test_the_rule_about_persons_leaves_aside_names_references_and_numbers_alone() -> None:
    assert set(_aside()) == {
        *(
            ("Association", name)
            for name in "id nom alias graphies college themes rna siren siret site".split()
        ),
        *(("PostalAddress", name) for name in ("code_postal", "commune")),
        *(("LocatedAddress", name) for name in ("code_postal", "commune", "quartier")),
        ("Room", "numero_national"),
        *(("Theme", name) for name in ("id", "nom")),
        *(("College", name) for name in ("id", "nom")),
        *(("Seat", name) for name in ("association", "college", "remplace")),
        ("Vacancy", "college"),
        ("Commission", "membres"),
        *(("Minutes", name) for name in ("presents", "excuses")),
        ("Offer", "association"),
        ("Event", "organisateurs"),
        *(("Imported", name) for name in ("uid", "empreinte")),
        ("News", "associations"),
        ("Exchange", "association"),
        ("Guide", "themes"),
        *(("Minutes", "adopte_par"), ("Contest", "college")),
        *(("Candidate", name) for name in ("association", "college")),
        *(("Election", name) for name in ("appel", "mandat", "consentement")),
        *(("Questionnaire", name) for name in ("associations", "consentement")),
        ("Question", "colonne"),
        ("Outcome", "compte_rendu"),
        *(("Redirection", name) for name in ("ancienne", "nouvelle")),
        *(("Campaign", name) for name in ("appels", "dates", "guide", "enveloppe", "consentement")),
        *(("Training", name) for name in ("organisateurs", "consentement")),
        *(("Grant", name) for name in ("association", "montant")),
        ("Shortcut", "vers"),
        *((model, "consentement") for model in ("Association", "Term", "Minutes", "Event")),
        *(
            (model, "consentement")
            for model in ("News", "Call", "Exchange", "Room", "Guide", "Letter", "Editorial", "Project")
        ),
    }


def test_every_text_and_every_field_of_a_town_is_walked_once(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    walked = [(id(one.thing), one.loc) for thing in things(hub) for one in fields(thing)]
    assert len(walked) == len(set(walked))
    assert len(walked) == sum(1 for _ in meaning(hub, None, *Meaning))
    bodies = {body.thing.origin.document.path for body in texts(hub)}
    towns_own = {
        path: text.split("---\n", 2) for path, text in towns.MINIATURE.items() if path.endswith(".md")
    }
    written = {path for path, pieces in towns_own.items() if pieces[2].strip()}
    assert bodies == {*written, "associations.yaml"}  # the purpose of an association


def test_what_minutes_announce_is_walked_in_the_minutes_alone(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    announced = [event for event in hub.events if event.origin.loc]
    assert announced
    assert not any(thing is event for event in announced for thing in things(hub))
