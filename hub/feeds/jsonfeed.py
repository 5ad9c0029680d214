"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from hub.feeds.item import Item, morning
from hub.feeds.volumes import Volume
from hub.look.icons import picture_of
from hub.markup.typography import french
from hub.model import Hub
from hub.model.channels import JSON, SUBSCRIBING

VERSION = "https://jsonfeed.org/version/1.1"


def entry(one: Item, zone: dt.tzinfo) -> str:
    """An item as a JSON object, its days in the `zone` of the town: put into as many feeds as announce it."""
    fields: dict[str, Any] = {
        "id": one.guid,
        "url": one.address,
        "title": one.title,
        "summary": one.summary,
        "content_html": one.content,
        "date_published": morning(one.published, zone).isoformat(),
        "date_modified": morning(one.updated, zone).isoformat(),
        "tags": [one.category],
    }
    if one.image:
        fields["image"] = one.image
    if one.enclosure:
        attachment = {"url": one.enclosure.address, "mime_type": one.enclosure.media_type}
        size = {"size_in_bytes": one.enclosure.length} if one.enclosure.length else {}
        fields["attachments"] = [{**attachment, **size}]
    return _json(fields)


def document(hub: Hub, volume: Volume, items: Iterable[str]) -> bytes:
    """A document of a feed, of items already written."""
    channel, site = volume.channel, hub.site
    fields = {
        "version": VERSION,
        "title": french(f"{channel.title} – {site.site_name}"),
        "home_page_url": site.absolute(channel.home),
        "feed_url": site.absolute(channel.at(JSON, volume.archive)),
        "description": french(channel.explanation),
        "user_comment": french(
            "Cette page est un flux : copiez son adresse dans un lecteur de flux, et il vous préviendra de "
            f"chaque nouveauté. Comment faire, pas à pas : {site.absolute(SUBSCRIBING)}"
        ),
        "language": "fr",
        "authors": [{"name": site.site_name, "url": site.url}],
    }
    if picture := picture_of(hub):
        fields["icon"] = picture
    if volume.older:
        fields["next_url"] = site.absolute(channel.at(JSON, volume.older))
    head, between = _json(fields).removesuffix("}"), ",\n"
    return f'{head}, "items": [\n{between.join(items)}\n]}}\n'.encode()


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
