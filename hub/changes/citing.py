"""What is gone, and is still named: by a text that links to it, or a field that says its key or its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from hub.changes.nouns import Citation, Cited
from hub.changes.pairs import Pairs, key_of, thing_of
from hub.changes.saying import NAMES, NUMBERED
from hub.checks.attachments import cited as named_files
from hub.markup.links import Destination, links
from hub.model import Hub, walk
from hub.model.kinds import kind_of
from hub.prose import read
from hub.sources.attachment import DOCUMENTS, IMAGES

FOLDERS = {"document": DOCUMENTS, "image": IMAGES}


def cited(before: Hub, after: Hub, pairs: Iterable[Pairs]) -> Iterator[Cited]:
    """The things that are gone, or have another key, and where others still name what they were."""
    gone = [(one.kind, thing) for one in pairs for thing in (*one.gone, *(old for old, _ in one.moved))]
    by: dict[int, list[Citation]] = defaultdict(list)
    if gone:
        _in_texts(after, {id(thing): _written(kind, thing) for kind, thing in gone}, by)
        _in_fields(before, after, {id(thing) for _, thing in gone}, by)
    for kind, thing in gone:
        if by[id(thing)]:
            yield Cited(thing_of(kind, thing).title, tuple(dict.fromkeys(by[id(thing)])))
    yield from _files(before, after)


def _written(kind: Any, thing: Any) -> set[tuple[str, str]]:
    """How links say a thing: by its key, by its address."""
    found = {(kind.link, key_of(thing))} if kind.link else set()
    return found | ({("", thing.address)} if kind.paged and thing.address != "/" else set())


def _in_texts(hub: Hub, gone: dict[int, set[tuple[str, str]]], by: dict[int, list[Citation]]) -> None:
    meant = {written: name for name, several in gone.items() for written in several}
    signs = {rest for _, rest in meant}
    for body in walk.texts(hub):
        if any(sign in body.words for sign in signs):
            text = read(body.words)
            for found in links(text):
                destination = Destination.read(found.written)
                key = destination.scheme, unquote(destination.rest.partition("#")[0])
                if key in meant and (destination.scheme or key[1] not in hub.addresses):
                    by[meant[key]].append(_citation(body, text.place(found.at(text))[0]))


def _in_fields(before: Hub, after: Hub, gone: set[int], by: dict[int, list[Citation]]) -> None:
    """The fields that name it: an association by any of its names, what else by its key."""
    for one in walk.meaning(after, *NAMES):
        if after.named(one.value) is None and id(found := before.named(one.value)) in gone and found:
            by[id(found)].append(_named(one))
    for meaning, attribute in NUMBERED.items():
        keys = {key_of(thing): thing for thing in before.things.get(attribute, ()) if id(thing) in gone}
        for one in walk.meaning(after, meaning) if keys else ():
            if one.value in keys:
                by[id(keys[one.value])].append(_named(one))


def _named(one: walk.Written) -> Citation:
    at = one.thing.origin.at(*one.loc)
    return Citation(at.path, at.line, thing_of(kind_of(one.thing), one.thing).title)


def _citation(body: walk.Body, line: int) -> Citation:
    """A place of a text: of the body of a file, or of a field, whose own line is that of its value."""
    origin = body.thing.origin
    at = origin.at(*body.loc) if body.loc else origin.document.body_position(line)
    return Citation(at.path, at.line, thing_of(kind_of(body.thing), body.thing).title)


def _files(before: Hub, after: Hub) -> Iterator[Cited]:
    """The attached files that are gone and still named; the rules say where (D001)."""
    gone = {
        (scheme, name)
        for scheme, had, has in (
            ("document", before.documents, after.documents),
            ("image", before.images, after.images),
        )
        for name in had.keys() - has.keys()
        if not after.spoiled.has(f"{scheme}s", name)
    }
    for scheme, name in sorted(gone & named_files(after) if gone else ()):
        yield Cited(f"{FOLDERS[scheme]}/{name}", ())
