"""What changes on the disk: whether it is worth a look, and when whoever writes has finished."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from hub.sources.tree import FOLDERS

WRITING = 0.05
"""Seconds after which a file that is open for writing is looked at all the same."""

_SILENT = ("opened", "closed_no_write")
"""Events of somebody who only reads: this program, to begin with."""


class Changes(FileSystemEventHandler):
    """Whether something changed in the folders of texts, at the top of `source`, or in the `theme`."""

    def __init__(self, source: Path, theme: Path) -> None:
        self._source, self._theme = os.fspath(source), os.fspath(theme)
        self._something = threading.Condition()
        self._happened = self._of_theme = False
        self._open: set[str] = set()
        try:
            self._begin(Observer())
        except OSError:  # the system watches no more files for us: they are looked at each second
            self._begin(PollingObserver())

    def _begin(self, observer: BaseObserver) -> None:
        """Let `observer` watch, from now on. Raises OSError."""
        folders = (*(f"{self._source}/{name}" for name in FOLDERS), self._theme)
        observer.schedule(self, self._source, recursive=False)
        self._watched = {
            folder: observer.schedule(self, folder, recursive=True)
            for folder in folders
            if os.path.isdir(folder)  # noqa: PTH112 (as events name it)
        }
        observer.start()
        self._observer = observer

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _SILENT or not any(map(self._counts, paths)):
            return
        if event.is_directory:
            self._follow(paths)
        with self._something:
            self._happened = True
            self._of_theme |= any(path.startswith(self._theme) for path in paths)
            if event.event_type in ("created", "modified") and not event.is_directory:
                self._open.add(paths[0])
            else:
                self._open.difference_update(paths)
            self._something.notify_all()

    def _counts(self, path: str) -> bool:
        """Whether what stands there may be read; what Python keeps beside our templates is not."""
        return path.startswith((f"{self._source}/", f"{self._theme}/")) and "/__pycache__" not in path

    def _follow(self, paths: list[str]) -> None:
        """Watch a folder of texts that was put there, or put back: the kernel watches the one that left."""
        for folder in {f"{self._source}/{name}" for name in FOLDERS}.intersection(paths):
            if known := self._watched.pop(folder, None):
                self._observer.unschedule(known)
            if os.path.isdir(folder):  # noqa: PTH112
                self._watched[folder] = self._observer.schedule(self, folder, recursive=True)

    def wait(self, longest: float) -> bool:
        """Wait for a change, `longest` seconds at most; whether there was one.

        A file that is still being written is waited for, a little: an editor empties it before it writes.
        """
        with self._something:
            self._something.wait_for(lambda: self._happened, longest)
            happened = self._happened
            end = time.monotonic() + WRITING
            while self._open and (left := end - time.monotonic()) > 0:
                self._something.wait(left)
            self._happened = False
            self._open.clear()
            return happened

    def theme_changed(self) -> bool:
        """Whether the theme changed since this was asked."""
        with self._something:
            changed, self._of_theme = self._of_theme, False
            return changed

    def close(self) -> None:
        self._observer.stop()
        self._observer.join()
