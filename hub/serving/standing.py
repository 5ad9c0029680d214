"""Which version of each file is shown: the present one, or the last without an error.

A file with an error is shown as it was when it had none, all the others as they are: a mistake in one text
keeps nobody from reading the rest, and no page ever shows what could not be published.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from hub.sources import Document, Reading, Sources


@dataclass(frozen=True, slots=True)
class Standing:
    """The last version without an error of each file, by path, as far as one was read."""

    sound: Mapping[str, Document] = field(default_factory=dict)

    def after(self, sources: Sources, blamed: Collection[str]) -> Standing:
        """What is known after these sources were checked, and `blamed` are the files with an error."""
        sound = {path: one for path, one in sources.documents.items() if path not in blamed}
        kept = {path: one for path, one in self.sound.items() if path in blamed}
        return Standing({**kept, **sound})

    def shown(self, reading: Reading, blamed: Collection[str]) -> tuple[Sources, frozenset[str]]:
        """The sources to be shown, and the files that are in them as they were before.

        A file that was never without an error is as it is, or lacks where it cannot be read.
        """
        sources = reading.sources
        now = sources.documents
        held = {
            path: self.sound[path]
            for path in blamed
            if path in self.sound and (path not in now or now[path].text != self.sound[path].text)
        }
        if not held:
            return sources, frozenset()
        order = dict.fromkeys((*held, *now)) if held.keys() - reading.files.keys() else reading.files
        documents = {
            path: held[path] if path in held else now[path] for path in order if path in held or path in now
        }
        faults = tuple(fault for fault in sources.faults if fault.position.path not in held)
        return replace(sources, documents=documents, faults=faults), frozenset(held)
