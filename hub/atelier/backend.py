"""The forge that keeps the town's files -> how the workshop reaches it, and in which way it proposes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from hub.model.depot import Depot, Forge

BRANCH = "atelier"
"""The branch that the workshop writes to where it cannot propose: a job of the forge makes one of it."""

REVIEWED = (Forge.github, Forge.gitlab)
"""Forges on which each change is a proposal of its own (Sveltia's « editorial workflow »)."""

_NAMES = {Forge.github: "github", Forge.gitlab: "gitlab", Forge.forgejo: "gitea"}
_AUTHORIZE = {Forge.gitlab: "oauth/authorize", Forge.forgejo: "login/oauth/authorize"}

MESSAGES = {
    "create": "{{collection}} : {{slug}}, nouvelle fiche",
    "update": "{{collection}} : {{slug}}",
    "delete": "{{collection}} : {{slug}} supprimée",
    "uploadMedia": "Fichier ajouté : {{path}}",
    "deleteMedia": "Fichier supprimé : {{path}}",
}
"""What the history of the files says of each change."""


def branch(depot: Depot) -> str:
    """The branch that the workshop reads and writes."""
    return depot.branche if depot.forge in REVIEWED else BRANCH


def backend(depot: Depot) -> Mapping[str, Any]:
    """Sveltia's `backend` and `publish_mode` for the forge.

    Without `application` (GitLab, Forgejo) or `connexion` (GitHub), one signs in with a token of one's own.
    """
    parts = urlsplit(depot.root)
    origin, api = depot.machine, depot.api
    own: dict[str, Any] = {
        "name": _NAMES[depot.forge],
        "repo": parts.path.strip("/"),
        "branch": branch(depot),
        "api_root": api,
        "commit_messages": MESSAGES,
    }
    if depot.forge is not Forge.forgejo:
        own["graphql_api_root"] = f"{api.removesuffix('/v3').removesuffix('/v4')}/graphql"
        own["squash_merges"] = True
    own |= _sign_in(depot, origin)
    mode = "editorial_workflow" if depot.forge in REVIEWED else "simple"
    return {"backend": own, "publish_mode": mode}


def _sign_in(depot: Depot, origin: str) -> dict[str, Any]:
    if depot.forge is Forge.github and depot.connexion:
        parts = urlsplit(depot.connexion)
        endpoint = parts.path.strip("/") or "auth"
        return {"base_url": f"{parts.scheme}://{parts.netloc}", "auth_endpoint": endpoint}
    if depot.forge is not Forge.github and depot.application:
        flow = {"auth_type": "pkce"} if depot.forge is Forge.gitlab else {}
        return {
            **flow,
            "base_url": origin,
            "auth_endpoint": _AUTHORIZE[depot.forge],
            "app_id": depot.application,
        }
    return {"auth_methods": ["token"], **({} if depot.forge is Forge.github else {"base_url": origin})}


def signs_in_with_token(depot: Depot) -> bool:
    """Whether one signs in with a token of one's own, as nothing else is set up."""
    return "auth_methods" in _sign_in(depot, "")
