"""Where a town keeps its files: the forge that shows them, and the addresses by which to propose a change."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlencode

from hub.model.fields import Choice, Entity, Text, Url, matching

_BRANCH = r"(?!.*(?:\.\.|//))[A-Za-z0-9_](?:[A-Za-z0-9_./-]{0,98}[A-Za-z0-9_])?"
"""A branch, without what git refuses or what means something in an address (git-check-ref-format)."""


class Forge(Choice):
    """The programs that keep files and proposals, whatever the machine they are on."""

    github = "github", "GitHub"
    gitlab = "gitlab", "GitLab"
    forgejo = "forgejo", "Forgejo"


class Depot(Entity):
    """The town's files on a forge: `adresse` is the page that one reads, without « .git »."""

    forge: Forge
    adresse: Url
    branche: Annotated[Text, matching(_BRANCH, "branch")] = "main"

    @property
    def root(self) -> str:
        """The page of the files, without a final slash."""
        return self.adresse.rstrip("/").removesuffix(".git")

    def edit(self, path: str) -> str:
        """The page where one corrects the file `path`, from the root of the files."""
        where = f"{quote(self.branche)}/{quote(path)}"
        return f"{self.root}/{_EDIT[self.forge]}/{where}"

    def new(self, folder: str, name: str, content: str) -> str:
        """The page where one adds the file `name` to `folder` ('' for the root), filled in with `content`.

        GitLab takes the folder from the path, Forgejo and GitHub too; each has its own name for the rest.
        """
        where = f"{self.root}/{_NEW[self.forge]}/{quote(self.branche)}/{quote(folder)}".rstrip("/")
        names = _NAMES[self.forge]
        return f"{where}?{urlencode(dict(zip(names, (name, content), strict=True)), quote_via=quote)}"


_EDIT = {Forge.github: "edit", Forge.gitlab: "-/edit", Forge.forgejo: "_edit"}
_NEW = {Forge.github: "new", Forge.gitlab: "-/new", Forge.forgejo: "_new"}
_NAMES = {
    Forge.github: ("filename", "value"),
    Forge.gitlab: ("file_name", "content"),
    Forge.forgejo: ("filename", "value"),
}
