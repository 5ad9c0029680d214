"""Serve: on this machine only, and again at each change."""

from __future__ import annotations

import http.client
import queue
import re
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hub.answering import HOST, Handler, Server, Version
from tests import towns


class Served:
    """`build.py serve` in a process of its own, whose lines are read as they come."""

    def __init__(self, source: Path, out: Path) -> None:
        command = [sys.executable, "-u", str(towns.ROOT / "build.py"), "serve", "--no-media"]
        command += ["--source", str(source)]
        command += ["--out", str(out), "--port", "0", "--today", "2026-11-21"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = re.search(r"http://127\.0\.0\.1:\d+", self.line("Le site est sur"))[0]  # type: ignore[index]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def line(self, words: str) -> str:
        """The next line that holds `words`."""
        while words not in (line := self._lines.get(timeout=30)):
            pass
        return line

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            text: str = answer.read().decode()
            return text

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self._reader.join(timeout=30)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(towns.write(tmp_path / "sources"), tmp_path / "site")
    yield server
    server.stop()


def test_a_change_is_built_again_and_pages_learn_of_it(served: Served, tmp_path: Path) -> None:
    assert "Planter" in served.get("/associations/licornes/")
    version = served.get("/__version")
    changed = towns.edited("associations.yaml", "Planter, arroser", "Planter, chanter")
    waiting: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: waiting.put(served.get(f"/__version?{version}")), daemon=True).start()
    towns.write(tmp_path / "sources", changed)
    assert waiting.get(timeout=30) != version
    assert "chanter" in served.get("/associations/licornes/")


def test_a_mistake_is_told_and_the_last_good_site_stays(served: Served, tmp_path: Path) -> None:
    file = tmp_path / "sources" / "bureau.yaml"
    file.write_text("colleges: [", encoding="utf-8")
    served.line("erreur T038")
    assert "Planter" in served.get("/associations/licornes/")


def test_a_page_that_is_not_there_is_told_by_the_sites_own_page(served: Served) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        served.get("/nulle-part/")
    assert missing.value.code == 404
    assert "Cette page est introuvable" in missing.value.read().decode()


@pytest.fixture(scope="module")
def handled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the handler alone, on a folder of a few files."""
    site = tmp_path_factory.mktemp("serve") / "site"
    (site / "deploiement").mkdir(parents=True)
    for name in ("404.html", "index.html", "a.css", ".hub", ".htaccess", "_headers", "_redirects"):
        (site / name).write_text(f"<body>{name}</body>", encoding="utf-8")
    (site / "deploiement" / "nginx.conf").write_text("server", encoding="utf-8")
    (site.parent / "secret.txt").write_text("SECRET", encoding="utf-8")
    (site / "lien.txt").symlink_to("../secret.txt")
    (site / "dossier").symlink_to("..")
    handler = type("Handled", (Handler,), {"version": Version()})
    server = Server((HOST, 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"{HOST}:{server.server_port}"
    server.shutdown()
    server.server_close()


def asked(host: str, address: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.request(method, address, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


@pytest.mark.parametrize(
    "address",
    [
        "/.hub",
        "/.htaccess",
        "/_headers",
        "/_redirects",
        "/deploiement/nginx.conf",
        "/deploiement/",
        "/lien.txt",
        "/dossier/secret.txt",
        "/dossier/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2ehub",
        f"/{'a' * 5000}",
        "/%00",
        "/a/" * 1000,
    ],
)
def test_what_is_no_page_of_the_site_is_not_found(handled: str, address: str) -> None:
    for method, body in (("GET", "404.html"), ("HEAD", "")):
        status, text = asked(handled, address, method)
        assert (status, body in text, "SECRET" in text) == (404, True, False)


def test_files_are_served_and_told_of(handled: str) -> None:
    assert asked(handled, "/a.css") == (200, "<body>a.css</body>")
    assert asked(handled, "/a.css", "HEAD") == (200, "")
    assert asked(handled, "/")[0] == 200


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("", 421),
    ],
)
def test_this_machine_answers_to_its_own_names_alone(handled: str, name: str, status: int) -> None:
    for address in ("/", "/a.css", "/__version?1"):
        found, text = asked(handled, address, Host=name)
        assert found == status
        assert status == 200 or "ne se lit qu’à l’adresse" in text


def test_what_cannot_be_answered_is_told_in_french(handled: str) -> None:
    assert "Ce site se lit" in asked(handled, "/", "POST")[1]
    assert "en-têtes trop longs" in asked(handled, "/", **{"X-Long": "a" * 70_000})[1]
    assert asked(handled, "/" + "a" * 70_000)[0] == 414


def test_a_first_build_that_fails_is_told_on_the_page(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "sources", {"bureau.yaml": "colleges: ["})
    server = Served(source, tmp_path / "site")
    with pytest.raises(urllib.error.HTTPError) as nothing_yet:
        server.get("/")
    text = nothing_yet.value.read().decode()
    server.stop()
    assert nothing_yet.value.code == 503
    assert "Pas encore de site" in text


def test_a_port_that_is_taken_is_told_in_words(served: Served, tmp_path: Path) -> None:
    port = served.url.rpartition(":")[2]
    command = [sys.executable, str(towns.ROOT / "build.py"), "serve", "--source", str(tmp_path / "sources")]
    command += ["--out", str(tmp_path / "autre"), "--port", port]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert result.returncode == 2
    assert f"le port {port} est déjà pris" in result.stderr
