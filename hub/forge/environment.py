"""What a job says of itself, by variables that each workflow sets by name: `FORGE`, `FORGE_API`…

Nothing is guessed from the machine, and nothing that a stranger chose (a title, a branch) is among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hub.forge.forgejo import Forgejo
from hub.forge.github import GitHub
from hub.forge.gitlab import GitLab
from hub.forge.nouns import Forge, ForgeError

TOKEN = "FORGE_TOKEN"
"""The variable that holds the token: no program that we start is given it."""


@dataclass(frozen=True)
class Here:
    """The variables of the job."""

    said: Mapping[str, str]

    def get(self, name: str) -> str:
        """A variable; '' where it is not set."""
        return self.said.get(f"FORGE_{name}", "").strip()

    def need(self, name: str) -> str:
        """A variable. Raises ForgeError where it is not set."""
        if found := self.get(name):
            return found
        raise ForgeError(f"Il manque la variable FORGE_{name} : voyez docs/forges.md.")

    def number(self, name: str) -> int:
        """A variable that is a number. Raises ForgeError."""
        found = self.need(name)
        if not found.isascii() or not found.isdigit():
            raise ForgeError(f"FORGE_{name} n'est pas un nombre.")
        return int(found)

    @property
    def has_token(self) -> bool:
        return bool(self.get("TOKEN"))

    def forge(self) -> Forge:
        """The forge where the job runs. Raises ForgeError."""
        kind = self.need("KIND")
        if kind not in _KINDS:
            raise ForgeError(f"FORGE_KIND est « {kind} » : github, gitlab ou forgejo.")
        return _KINDS[kind].of(*self._where())

    def github(self) -> GitHub:
        """The same, where it must be GitHub. Raises ForgeError."""
        return GitHub.of(*self._where())

    def gitlab(self) -> GitLab:
        """The same, where it must be GitLab. Raises ForgeError."""
        return GitLab.of(*self._where())

    def forgejo(self) -> Forgejo:
        """The same, where it must be a Forgejo. Raises ForgeError."""
        return Forgejo.of(*self._where())

    def _where(self) -> tuple[str, str, str, str]:
        return self.need("API"), self.get("TOKEN"), self.need("REPOSITORY"), self.get("MAIN") or "main"


_KINDS: Mapping[str, type[GitHub] | type[GitLab] | type[Forgejo]] = {
    "github": GitHub,
    "gitlab": GitLab,
    "forgejo": Forgejo,
}
