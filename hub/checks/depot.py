"""The rule of where the files of a town are kept: the forge is the one that the address is of (P053)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from hub.checks.problem import Problem, problem
from hub.model.hub import Hub

OF_MACHINES: Mapping[str, str] = MappingProxyType(
    {"github.com": "github", "gitlab.com": "gitlab", "framagit.org": "gitlab", "codeberg.org": "forgejo"}
)
"""Machines that everybody knows, and the forge that runs there."""


def forge_of(address: str) -> str | None:
    """The forge at an address, where everybody knows it."""
    return OF_MACHINES.get((urlsplit(address).hostname or "").removeprefix("www."))


def kept_where_it_is_said(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The links that correct a page are made by the rules of the forge that keeps its file."""
    depot = hub.site.depot
    own = forge_of(depot.adresse) if depot else None
    if depot and own and own != depot.forge.value:
        yield problem(
            "P053",
            hub.site.origin.at("depot", "forge"),
            f"« {depot.adresse} » n'est pas chez « {depot.forge.value} » : les liens pour corriger une page "
            "ne mèneraient nulle part.",
            f"Écrivez « forge: {own} ».",
        )


CHECKS = (kept_where_it_is_said,)
