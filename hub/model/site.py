"""What `mkdocs.yml` says of the town: its name, its site's address, who answers for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field

from hub.model.census import Census
from hub.model.depot import Depot
from hub.model.fields import Choice, Colour, Consent, Email, Entity, Id, LogoFile, OfTown, SiteUrl, Text, Url
from hub.model.legal import Accessibility, DataOfficer, Host, Publisher, Reception
from hub.model.reminder import Pace, Thresholds
from hub.model.wording import Wording
from hub.model.zone import DEFAULT_ZONE, ZoneName, zone_of

MKDOCS_KEYS = ("site_name", "site_url", "site_description")
"""The keys of the town that are MkDocs's own; the others are under `extra: hub:`."""

UNKNOWN = "?"
"""What stands for the name of a site whose settings cannot be read."""


EXTRA_KEYS = ("hub",)
"""The keys of the town under `extra:`."""

RETIRED_KEYS = ("plateforme", "sigle")
"""Keys that were under `extra: hub:` in the first towns, and that nothing reads any more."""

FIRST = "0.1.0"
"""The version of the program for which the files of a town were written that does not say (`programme`)."""

ENGINE_KEYS = frozenset(
    "INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra_css "
    "extra_javascript extra_templates generator google_analytics hooks markdown_extensions mdx_configs nav "
    "not_in_nav pages plugins remote_branch remote_name repo_name repo_url site_author site_dir strict theme "
    "use_directory_urls validation watch".split()
)
"""Keys by which MkDocs and Material are told what to do: some run a program, none is the town's."""


def _is_like(key: str, lacking: list[str]) -> bool:
    """Whether a key, which may be MkDocs' own, is one that is lacking, misspelt."""
    from difflib import get_close_matches  # loaded where there is a key that is not ours

    return bool(get_close_matches(key, lacking, n=1, cutoff=0.8))


class YesOrNo(Choice):
    """What a town has, or leaves out."""

    oui = "oui", "oui"
    non = "non", "non"


class Site(Entity):
    """The settings of a town's site. `fuseau` is the zone of its hours, `mots` what it calls its bodies.
    `manques` says whether it has the page of what is not known; `sites_gardes`, how many former sites are
    kept beside the one that is published; `programme`, the version of the program for which `upgrade` last
    found the files right; `rythme`, how often its council is to meet; `associations_recensees`,
    how many associations the town counts."""

    site_name: Text
    site_url: SiteUrl
    site_description: Text
    commune: Text
    commune_de: OfTown | None = None
    conseil: Text
    identifiant: Id
    contact: Email | None = None
    consentement: Consent | None = None
    editeur: Publisher = Publisher()
    directeur_de_publication: Text | None = None
    hebergeur: Host = Host()
    delegue_protection_donnees: DataOfficer = DataOfficer()
    accueil: Reception = Reception()
    accessibilite: Accessibility = Accessibility()
    couleur: Colour | None = None
    logo: LogoFile | None = None
    signalement: Url | None = None
    depot: Depot | None = None
    fuseau: ZoneName = DEFAULT_ZONE
    mots: Wording = Wording()
    manques: YesOrNo = YesOrNo.oui
    sites_gardes: Annotated[int, Field(ge=0, le=100)] = 7
    rappels: Thresholds = Thresholds()
    rythme: Pace = Pace()
    associations_recensees: Census = Census()
    programme: Text = FIRST

    @classmethod
    def fields_of(cls, settings: dict[str, Any]) -> dict[str, Any]:
        """The part of `mkdocs.yml` that speaks of the town: three MkDocs keys and `extra: hub:`."""
        extra = settings.get("extra")
        own = extra.get("hub") if isinstance(extra, dict) else None
        lacking = [key for key in MKDOCS_KEYS if key not in settings]
        meant = {
            key: value for key, value in settings.items() if key in MKDOCS_KEYS or _is_like(key, lacking)
        }
        named = own.items() if isinstance(own, dict) else ()
        return {**{key: value for key, value in named if key not in RETIRED_KEYS}, **meant}

    @classmethod
    def retired_keys(cls, settings: dict[str, Any]) -> Iterator[tuple[str, ...]]:
        """Where a key stands in `mkdocs.yml` that earlier versions read."""
        extra = settings.get("extra")
        own = extra.get("hub") if isinstance(extra, dict) else None
        yield from (("extra", "hub", key) for key in RETIRED_KEYS if isinstance(own, dict) and key in own)

    @classmethod
    def strange_keys(cls, settings: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """(where it stands, the keys that may stand there) of each key of `mkdocs.yml` that is none of the
        town's, and that `fields_of` leaves out."""
        taken = cls.fields_of(settings)
        allowed = (*MKDOCS_KEYS, "extra")
        yield from (((key,), allowed) for key in settings if key not in allowed and key not in taken)
        extra = settings.get("extra")
        if isinstance(extra, dict):
            yield from ((("extra", key), EXTRA_KEYS) for key in extra if key not in EXTRA_KEYS)

    @classmethod
    def unknown(cls) -> Site:
        """What stands for a site whose settings cannot be read: enough to check the rest."""
        return cls(
            site_name=UNKNOWN,
            site_url="https://a-confirmer.invalid/",
            site_description="?",
            commune="?",
            conseil="?",
            identifiant="a-confirmer",
        )

    @property
    def is_known(self) -> bool:
        """Whether its settings could be read."""
        return self.site_name != UNKNOWN

    @property
    def url(self) -> str:
        """The site's public address, with its final slash."""
        return self.site_url.rstrip("/") + "/"

    @property
    def zone(self) -> ZoneInfo:
        """The zone of every hour that the town writes."""
        return zone_of(self.fuseau)

    @property
    def host(self) -> str:
        """The name of the machine in the site's address."""
        return urlsplit(self.url).hostname or ""

    def absolute(self, address: str) -> str:
        """The public address of a page of the site: `/agenda/` -> `https://.../agenda/`."""
        return self.url + address.lstrip("/")

    def guid(self, kind: str, key: str) -> str:
        """A name for ever (RFC 9562, version 5), independent of address, date and title."""
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{self.identifiant}/{kind}/{key}')}"
