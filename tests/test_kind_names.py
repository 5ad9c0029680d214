"""No module names a kind that is not its own, but for a few, each with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from typing import Any

import pytest

from hub.model.kind import Kind
from hub.model.kinds import BY_ATTRIBUTE, KINDS
from tests import towns

HUB = towns.ROOT / "hub"

TEXTS = ("catalogue/", "schemas/words/", "atelier/words")
"""Words and examples for people, who know kinds by their names."""

OWN = {
    "themes": r"model/association|pages/(associations|filing|index|narrowing)|media/booklet"
    r"|look/pictograms|schemas/words/registers",
    "associations": r"model/association|checks/(directory|suggest)"
    r"|pages/(associations|directory|directory_rows|filing|index|joining|quarters)|media/booklet"
    r"|feeds/vcard|proposal/card"
    r"|importing/directory/.*|exporting/rows",
    "activities": r"model/(activity|offer)|checks/activities|pages/activit[a-z_]+"
    r"|markup/activities",
    "colleges": r"model/bureau|checks/(bureau|seats|without)|pages/(bureau|hemicycle)",
    "elections": r"model/election|checks/(ballots|outcomes|elected)|pages/elections|markup/elections"
    r"|opendata/votes",
    "mandats": r"model/bureau|checks/(bureau|seats|without)|pages/(bureau|hemicycle|attendance|pace)",
    "minutes": r"model/(minutes|adoption|project|thread|followed)"
    r"|checks/(minutes|minutes_text|attendance|projects|votes|without)|opendata/votes"
    r"|pages/(minutes|actions|follow_up|follow_up_by|follow_up_projects|projects|votes)|feeds/(follow_up|threads)|media/minutes"
    r"|importing/minutes/.*",
    "projects": r"model/(project|project_names|thread)|checks/projects|feeds/threads"
    r"|pages/(projects|actions|follow_up|follow_up_by|follow_up_projects)",
    "events": r"model/(calendars|event|months|occurrence|coincidences|published)"
    r"|checks/(agenda|announced|clashes|coincidences|exceptions|periods|recurrence)"
    r"|pages/(agenda|days|event|times|beside|add_to_calendar)|feeds/(calendar|vevent)|markup/rhythm"
    r"|media/(posters|walls)|published|proposal/(event|forms)|changes/dates|importing/dates/.*",
    "news": r"model/news",
    "calls": r"model/call|checks/publications|pages/calls",
    "subventions": r"model/(campaign|grant)|checks/grants|pages/(grants|campaign|given)|opendata/grants",
    "formations": r"model/training|(checks|pages|opendata)/trainings|(markup|media)/programme",
    "exchanges": r"model/exchange|checks/exchanges|pages/exchanges|media/notices|proposal/(exchange|forms)",
    "rooms": r"model/room|pages/rooms|opendata/equipment",
    "questionnaires": r"model/(questionnaire|answered|laid|tally)|checks/(questionnaires|responses)"
    r"|pages/(questionnaires|counted)|opendata/questionnaires",
    "guides": r"model/guide|checks/publications|pages/guides",
    "letters": r"model/(letter|issue)|checks/publications|pages/letters|markup/issue"
    r"|feeds/(mail|newsletter)|mailing/.*|changes/mails",
    "editorials": r"model/editorial|checks/(publications|identity|legal|shortcuts)|pages/editorial",
    "redirections": r"model/redirection|checks/redirections|changes/addresses",
}
"""The modules that are about a kind."""

SEVERAL = {
    "model/kinds": "the list",
    "model/hub": "named attributes, which read better in the modules of their kind, and what links two kinds",
    "model/channels": "an association has a feed and a vCard",
    "model/issue": "the letter composes kinds, by rules of its own for each",
    "model/media": "what is made of minutes and of dates is called by their keys",
    "markup/issue": "the same, in words",
    "markup/states": "the states in which things may be, in words",
    "markup/titles": "how a date, a meeting, an association, the letter are called in a sentence",
    "markup/anchors": "the anchors that templates write",
    "feeds/telling": "what feeds tell of a kind beyond its title, its summary and its text",
    "opendata/rows": "the columns of each set",
    "look/depiction": "what each kind is drawn as where it has no picture",
    "media/cards": "what a card tells of a kind beyond its title and its summary",
    "pages/welcome": "the home page shows the words of one page, and what minutes decided",
    "pages/additions": "the files of minutes and of letters are called by their days",
    "pages/proposing": "a page that shows no thing is corrected in the text that introduces it",
    "pages/home": "the home page chooses",
    "pages/page": "filters of templates, and the introduction of sections",
    "pages/directory_rows": "a row of the directory tells what one does in an association",
    "pages/figures": "figures count associations, meetings and actions",
    "pages/jsonld": "what search engines know of: dates and associations",
    "pages/reference": "the site map ends with plain pages",
    "explain": "what was published before, in examples, are dates",
    "checks/ready": "what the law and the associations are asked before a site is published",
    "checks/timed": "what takes place at some time is a date, or an activity",
    "model/council": "the council meets: its meetings are told by minutes and by dates",
    "atelier/choices": "associations, themes and colleges are picked from lists",
    "atelier/widgets": "the day of minutes is known, as no other date that somebody writes need be",
    "atelier/shapes": "an association is known by any of its names",
    "checks/spots": "what is somewhere in the town: associations, rooms, dates",
    "markup/glance": "what one does in an association is what one chooses it by",
    "checks/references": "what may be named: themes, colleges, associations",
    "checks/meant": "an identifier may be meant by the name of a theme or a college",
    "checks/permanence": "the id of an association never changes, which has rules of its own",
    "importing/directory/town": "what a town calls its themes and its colleges",
    "exporting/cells": "a card names its themes and its college as people do",
    "checks/privacy": "who may be named at a meeting",
    "founding/models": "files to be copied are called by their days; an association and a term are entries",
}
"""The modules that name several kinds, or another's, and why."""

BETWEEN = {
    ("model/letter", "news"): "the menu has the letter under the news",
    ("pages/subscribing", "letters"): "the letter is one of the three ways to be told",
    ("pages/chosen", "themes"): "dates are narrowed by the themes of who organises them",
    ("pages/chosen", "events"): "it is about dates",
    ("model/offer", "associations"): "an activity is one of an association",
    ("model/event", "minutes"): "minutes announce the next meeting, which is a date",
    ("model/questionnaire", "calls"): "the menu marks calls where one reads a questionnaire",
    ("pages/questionnaires", "associations"): "who led one is named as in the directory",
    ("pages/questionnaires", "minutes"): "something was decided from answers, and minutes say it",
    ("pages/event", "minutes"): "its page leads to them",
    ("checks/bureau", "minutes"): "an election is told by minutes",
    ("checks/bureau", "events"): "or by a date",
    ("checks/bureau", "elections"): "or by its own page",
    ("checks/elected", "mandats"): "a term comes of an election",
    ("checks/elected", "calls"): "which a call has prepared",
    ("pages/bureau", "elections"): "and a term leads to its election",
    ("markup/elections", "colleges"): "each college elects its own seats",
    ("pages/elections", "mandats"): "its page leads to them",
    ("pages/elections", "minutes"): "and to the meeting that voted",
    ("pages/elections", "colleges"): "each college elects its own seats",
    ("pages/elections", "associations"): "who stands is named as in the directory",
    ("checks/attendance", "associations"): "who came is of the directory",
    ("checks/attendance", "mandats"): "and is expected because elected",
    ("checks/directory", "themes"): "the keys of a register are looked at together",
    ("model/sections", "associations"): "and the directory where one reads how to be in it",
    ("model/calendars", "associations"): "an association has a calendar",
    ("model/subscriptions", "associations"): "and a feed",
    ("model/campaign", "calls"): "the menu marks calls where one reads of grants",
    ("model/event", "formations"): "the sessions of a training are dates",
    ("model/training", "events"): "the menu marks the calendar where one reads of trainings",
    ("pages/event", "formations"): "its page leads to the training",
    ("pages/trainings", "associations"): "who teaches is named as in the directory",
    ("pages/trainings", "events"): "a training leads to its dates, and the calendar has others",
    ("checks/trainings", "events"): "a session is a date once",
    ("pages/given", "associations"): "who was given something is of the directory",
    ("pages/campaign", "calls"): "a campaign is asked for by calls",
    ("pages/campaign", "events"): "and has dates",
    ("pages/associations", "colleges"): "an association is of a college",
    ("pages/activities", "associations"): "which has a state",
    ("pages/activity_rows", "associations"): "and a page that shows them",
    ("pages/activity_codes", "associations"): "and is found by what one does there",
    ("pages/directory", "activities"): "which the directory asks for",
    ("pages/associations", "events"): "and has dates",
    ("pages/bureau", "associations"): "who sits is named as in the directory",
    ("pages/directory", "themes"): "the directory is read by theme",
    ("pages/attendance", "minutes"): "who came is told by minutes",
    ("pages/attendance", "associations"): "and named as in the directory",
    ("pages/pace", "minutes"): "how often the council met, too",
    ("pages/actions", "associations"): "who acts is named as in the directory",
    ("pages/actions", "mandats"): "or is the bureau",
    ("hosting/servers", "associations"): "the feeds of an association had more formats",
    ("model/exchange", "calls"): "the menu marks calls where one reads exchanges",
    ("model/sections", "calls"): "and where one reads who looks for volunteers",
    ("model/room", "guides"): "and guides where one reads what the town lends",
    ("checks/exchanges", "associations"): "one that is no more announces nothing",
    ("pages/exchanges", "rooms"): "who looks for tables looks at those of the town too",
    ("pages/volunteering", "associations"): "each says on its card what it needs",
    ("pages/event", "rooms"): "a date leads to the room that it takes place in",
    ("model/told", "events"): "the letter tells dates otherwise",
    ("importing/minutes/attendance", "associations"): "who came is looked for in the directory",
    ("importing/minutes/guesses", "associations"): "who came is looked for in the directory",
    ("importing/minutes/short_names", "associations"): "who came is looked for in the directory",
    ("published", "minutes"): "a year of minutes is a page that may be withdrawn",
    ("published", "projects"): "and a year of what they decided",
}
"""(a module of one kind, another kind that it names), and why."""


def _modules() -> list[str]:
    found = (path.relative_to(HUB).as_posix().removesuffix(".py") for path in sorted(HUB.rglob("*.py")))
    return [name for name in found if not name.startswith(TEXTS)]


@cache
def _named(module: str) -> frozenset[str]:
    """The kinds that a module names: by their models and declarations, their attributes, their addresses."""
    tree = ast.parse((HUB / f"{module}.py").read_text(encoding="utf-8"))
    words = set(_words(tree))
    return frozenset(kind.attribute for kind in KINDS if words & _names(kind))


def _words(tree: ast.AST) -> Iterator[str]:
    """What is imported from `hub.model`, attributes of a hub, and whole texts: an address of a section."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hub.model"):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute):
            owner = node.value
            if (owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")) == "hub":
                yield f"hub.{node.attr}"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from (node.value,) if node.value.startswith("/") else ()


def _names(kind: Kind[Any]) -> set[str]:
    beside = vars(import_module(kind.model.__module__))
    constant = next(name for name, value in beside.items() if value is kind)
    address = {kind.section.address} if kind.section else set()
    return {kind.model.__name__, constant, f"hub.{kind.attribute}", *address}


def _is_own(module: str, attribute: str) -> bool:
    """Whether a module is about a kind: that of its model, and those that are said to be."""
    home = BY_ATTRIBUTE[attribute].model.__module__.removeprefix("hub.").replace(".", "/")
    return module == home or re.fullmatch(OWN.get(attribute, home), module) is not None


@pytest.mark.parametrize("module", _modules())
def test_a_module_names_no_kind_that_is_not_its_own(module: str) -> None:
    if module in SEVERAL:
        return
    foreign = {kind for kind in _named(module) if not _is_own(module, kind) and (module, kind) not in BETWEEN}
    assert foreign == set(), "a kind says it in its declaration, or the module says why it names it"


@pytest.mark.parametrize("module", SEVERAL)
def test_what_names_several_kinds_still_does(module: str) -> None:
    assert any(not _is_own(module, kind) for kind in _named(module)), "no reason is needed any more"


@pytest.mark.parametrize("pair", BETWEEN)
def test_what_names_the_kind_of_another_still_does(pair: tuple[str, str]) -> None:
    assert pair[1] in _named(pair[0])


def test_news_and_guides_are_named_in_few_modules() -> None:
    """What a kind costs: a guide was named in 22 modules once."""
    for kind, most in (("news", 8), ("guides", 9)):
        named = [module for module in _modules() if kind in _named(module)]
        assert len(named) <= most, named


def test_no_modules_of_the_model_import_each_other_in_a_circle() -> None:
    """Nor by a back door: an import for types alone is one."""
    imports = {module: _imported(module) for module in _modules() if module.startswith("model/")}
    imports["model/occurrence"].remove("model/event")  # for its type: an event and its times are one thing
    order = list(TopologicalSorter(imports).static_order())  # raises CycleError, which names the circle
    assert order.index("model/hub") < order.index("model/issue")


def _imported(module: str) -> set[str]:
    tree = ast.parse((HUB / f"{module}.py").read_text(encoding="utf-8"))
    named = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }
    return {name.removeprefix("hub.").replace(".", "/") for name in named} & set(_modules())
