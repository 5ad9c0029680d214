"""Where a town keeps its files: the forge that shows them, and the addresses by which to propose a change."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlencode, urlsplit

from hub.model.fields import Choice, Entity, Id, Text, Url, matching

_BRANCH = r"(?!.*(?:\.\.|//))[A-Za-z0-9_](?:[A-Za-z0-9_./-]{0,98}[A-Za-z0-9_])?"
"""A branch, without what git refuses or what means something in an address (git-check-ref-format)."""


class Forge(Choice):
    """The programs that keep files and proposals, whatever the machine they are on."""

    github = "github", "GitHub"
    gitlab = "gitlab", "GitLab"
    forgejo = "forgejo", "Forgejo"


class Depot(Entity):
    """The town's files on a forge: `adresse` is the page that one reads, without « .git ».

    By `application` (GitLab, Forgejo: the public identifier of an OAuth application, RFC 6749 2.2) or by
    `connexion` (GitHub: the address of a program that signs in) one enters the workshop without a token.
    """

    forge: Forge
    adresse: Url
    branche: Annotated[Text, matching(_BRANCH, "branch")] = "main"
    application: Id | None = None
    connexion: Url | None = None

    @property
    def root(self) -> str:
        """The page of the files, without a final slash."""
        return self.adresse.rstrip("/").removesuffix(".git")

    @property
    def lines(self) -> bool:
        """Whether its editor may open at a line."""
        return self.forge is not Forge.forgejo

    @property
    def machine(self) -> str:
        """The machine of the forge: `https://forge.example`."""
        parts = urlsplit(self.root)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def api(self) -> str:
        """The address of the forge's programming interface."""
        if self.forge is Forge.github and self.machine == "https://github.com":
            return "https://api.github.com"
        return self.machine + _API[self.forge]

    @property
    def asked(self) -> tuple[str, ...]:
        """The origins that a program asks: the interface, and the forge itself where one signs in there."""
        parts = urlsplit(self.api)
        own = (f"{parts.scheme}://{parts.netloc}",)
        return own if self.forge is Forge.github else tuple(dict.fromkeys((*own, self.machine)))

    @property
    def proposals(self) -> str:
        """The page of the proposals that wait."""
        return f"{self.root}/{'-/merge_requests' if self.forge is Forge.gitlab else 'pulls'}"

    @property
    def tokens(self) -> str:
        """The page where one who has an account makes a token."""
        return f"{self.machine}/{_TOKENS[self.forge]}"

    def edit(self, path: str, line: int | None = None) -> str:
        """The page where one corrects the file `path`, from the root of the files, at a line of it."""
        where = f"{quote(self.branche)}/{quote(path)}"
        return f"{self.root}/{_EDIT[self.forge]}/{where}{f'#L{line}' if line else ''}"

    def new(self, folder: str, name: str, content: str) -> str:
        """The page where one adds the file `name` to `folder` ('' for the root), filled in with `content`.

        GitLab takes the folder from the path, Forgejo and GitHub too; each has its own name for the rest.
        """
        where = f"{self.root}/{_NEW[self.forge]}/{quote(self.branche)}/{quote(folder)}".rstrip("/")
        names = _NAMES[self.forge]
        return f"{where}?{urlencode(dict(zip(names, (name, content), strict=True)), quote_via=quote)}"


_API = {Forge.github: "/api/v3", Forge.gitlab: "/api/v4", Forge.forgejo: "/api/v1"}
_TOKENS = {
    Forge.github: "settings/tokens",
    Forge.gitlab: "-/user_settings/personal_access_tokens",
    Forge.forgejo: "user/settings/applications",
}
_EDIT = {Forge.github: "edit", Forge.gitlab: "-/edit", Forge.forgejo: "_edit"}
_NEW = {Forge.github: "new", Forge.gitlab: "-/new", Forge.forgejo: "_new"}
_NAMES = {
    Forge.github: ("filename", "value"),
    Forge.gitlab: ("file_name", "content"),
    Forge.forgejo: ("filename", "value"),
}
