"""Serve: on this machine only, each file when it is asked for, and what is not a page of the site."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from hub.media.workshop import fulfil
from hub.serving.answering import HOST, Handler, Server
from hub.serving.command import follow
from hub.serving.showing import UNSOUND, Showing
from hub.serving.workspace import View, Workspace
from hub.site import Site
from tests import towns
from tests.serve import PATIENCE, Served, asked, serving
from tests.workspaces import NEWS, PAGE, Clerk


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("servie")
    with serving(towns.write(folder / "sources"), folder / "site", "--no-media") as server:
        yield server


def test_a_change_is_shown_and_pages_learn_of_it(served: Served) -> None:
    address = "/associations/licornes/"
    assert "Planter" in served.get(address).text
    known = served.told(address)
    file = served.source / "associations.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("arroser", "chanter"), encoding="utf-8")
    told = known
    while told["page"] == known["page"]:
        told = served.told(address, told["jeton"])
    assert "chanter" in served.get(address).text


def test_a_page_that_is_the_same_is_not_told_as_another(served: Served) -> None:
    known = served.told("/guides/semer/")
    file = served.source / NEWS
    file.write_text(
        file.read_text(encoding="utf-8").replace("Enfin.", "[Ici](guide:ailleurs)"), encoding="utf-8"
    )
    told = served.told("/guides/semer/", known["jeton"])
    assert (told["page"], told["erreurs"], told["retenus"]) == (known["page"], 1, [NEWS])
    served.line("erreur L002")
    file.write_text(towns.MINIATURE[NEWS], encoding="utf-8")
    while told["erreurs"]:
        told = served.told("/guides/semer/", told["jeton"])
    served.line("aucune erreur, aucun avertissement")


def test_nothing_is_written_where_the_site_is_published(served: Served) -> None:
    assert served.get("/").status == 200
    assert not (served.source.parent / "site").exists()


def test_a_page_that_is_not_there_is_told_by_the_sites_own_page(served: Served) -> None:
    missing = served.get("/nulle-part/")
    assert missing.status == 404
    assert "Cette page est introuvable" in missing.text
    assert "/__apercu.js" in missing.text


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_it_ends_when_it_is_told_to_and_leaves_nothing(tmp_path: Path, sign: signal.Signals) -> None:
    server = Served(towns.write(tmp_path / "sources"), tmp_path / "site", "--no-media")
    waiting = threading.Thread(target=_waits, args=(server,), daemon=True)
    waiting.start()
    assert server.get("/").status == 200
    server.process.send_signal(sign)
    assert server.process.wait(timeout=PATIENCE) == 0
    server.line("Arrêté.")
    waiting.join(timeout=PATIENCE)
    assert not waiting.is_alive()
    with pytest.raises(ProcessLookupError):
        os.killpg(server.process.pid, 0)
    server.stop()


def _waits(server: Served) -> None:
    """A page that waits for something new while the server ends."""
    try:
        server.told("/", server.told("/")["jeton"])
    except OSError:
        return


def test_a_port_that_is_taken_is_told_in_words(served: Served, tmp_path: Path) -> None:
    port = served.url.rpartition(":")[2]
    command = [sys.executable, str(towns.ROOT / "build.py"), "serve", "--source", str(served.source)]
    command += ["--out", str(tmp_path / "autre"), "--port", port]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert result.returncode == 2
    assert f"le port {port} est déjà pris" in result.stderr


class Handled:
    """The answers of the server, of a workspace at hand."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.said: list[str] = []
        showing = Showing(clerk.workspace, lambda error: f"Panne : {error}", self.said.append)
        self._server = Server((HOST, 0), type("Handled", (Handler,), {"showing": showing}))
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.host = f"{HOST}:{self._server.server_port}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def handled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Handled]:
    moved = "redirections:\n  - {ancienne: /guides/planter/, nouvelle: /guides/semer/}\n"
    files = {"redirections.yaml": moved, "content/documents/plan.txt": "Le plan.\n"}
    text = towns.MINIATURE[NEWS] + "\nVoici [le plan](document:plan.txt).\n"
    handled = Handled(Clerk(tmp_path_factory.mktemp("reponses"), {**files, NEWS: text}))
    yield handled
    handled.stop()


@pytest.mark.parametrize(
    "address",
    [
        "/.hub",
        "/.htaccess",
        "/_headers",
        "/_redirects",
        "/deploiement/nginx.conf",
        "/deploiement/",
        "/mkdocs.yml",
        "/minutes/2026-03-10-bureau.md",
        "/../secret.txt",
        "/%2e%2e/mkdocs.yml",
        "/guides/../mkdocs.yml",
        "//etc/passwd",
        "/%2ehub",
        f"/{'a' * 5000}",
        "/%00",
        "/%ff/",
        "/a/" * 1000,
        "/images/absente-0123456789ab-480.avif",
        "/documents/absent.txt",
        "/pagefind-absent/",
    ],
)
def test_what_is_no_page_of_the_site_is_not_found(handled: Handled, address: str) -> None:
    for method, shown in (("GET", True), ("HEAD", False)):
        answer = asked(handled.host, address, method)
        assert (answer.status, "introuvable" in answer.text) == (404, shown)


@pytest.mark.parametrize(
    ("address", "words", "kind"),
    [
        ("/", "Bienvenue", "text/html; charset=utf-8"),
        ("/guides/semer/", "De la terre.", "text/html; charset=utf-8"),
        ("/guides/planter/", "a changé d’adresse", "text/html; charset=utf-8"),
        ("/rss.xml", "<rss", "application/xml; charset=utf-8"),
        ("/agenda.ics", "BEGIN:VCALENDAR", "text/calendar; charset=utf-8"),
        ("/sitemap.xml", "/guides/semer/", "application/xml; charset=utf-8"),
        ("/robots.txt", "Sitemap:", "text/plain"),
        ("/site.webmanifest", "Mini", "application/manifest+json"),
        ("/documents/plan.txt", "Le plan.", "text/plain"),
        ("/__apercu.css", ":host", "text/css; charset=utf-8"),
        ("/__apercu.js", "attachShadow", "text/javascript; charset=utf-8"),
    ],
)
def test_each_file_is_there_when_it_is_asked_for(
    handled: Handled, address: str, words: str, kind: str
) -> None:
    answer = asked(handled.host, address)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert words in answer.text
    assert asked(handled.host, address, "HEAD")[:2] == (200, "")


def test_a_folder_without_its_slash_leads_to_it(handled: Handled) -> None:
    answer = asked(handled.host, "/guides/semer")
    assert (answer.status, answer.headers["Location"]) == (301, "/guides/semer/")


def test_what_is_named_by_what_it_holds_may_be_kept_and_pages_may_not(handled: Handled) -> None:
    frames = handled.clerk.state.edition.frames
    path = next(path for path, _ in frames.files() if path.startswith("assets/hub/"))
    assert "immutable" in asked(handled.host, f"/{path}").headers["Cache-Control"]
    assert asked(handled.host, "/").headers["Cache-Control"] == "no-store"


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
def test_this_machine_answers_to_its_own_names_alone(handled: Handled, name: str, status: int) -> None:
    for address in ("/", "/rss.xml", "/__version?page=/", "/__apercu.js"):
        answer = asked(handled.host, address, Host=name)
        assert answer.status == status
        assert status == 200 or "ne se lit qu’à l’adresse" in answer.text


def test_what_cannot_be_answered_is_told_in_french(handled: Handled) -> None:
    assert "Ce site se lit" in asked(handled.host, "/", "POST").text
    assert "en-têtes trop longs" in asked(handled.host, "/", **{"X-Long": "a" * 70_000}).text
    assert asked(handled.host, "/" + "a" * 70_000).status == 414


def test_many_requests_at_once_get_one_and_the_same_site(handled: Handled) -> None:
    addresses = ["/", "/guides/semer/", "/rss.xml", "/associations/", "/suivi/", "/agenda/"] * 5
    answers: list[tuple[str, str]] = []
    threads = [
        threading.Thread(target=lambda one=one: answers.append((one, asked(handled.host, one).text)))
        for one in addresses
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=PATIENCE)
    assert len(answers) == len(addresses)
    assert len(set(answers)) == len(set(addresses))


def test_a_page_that_cannot_be_made_leaves_the_last_good_one(
    handled: Handled, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = asked(handled.host, "/guides/semer/")
    monkeypatch.setattr("hub.serving.edition.Edition.file", _broken)
    assert asked(handled.host, "/guides/semer/") == before
    told = asked(handled.host, "/__version?page=/guides/semer/").text
    assert "Panne : encre s\\u00e8che" in told
    unseen = asked(handled.host, "/mentions-legales/")
    assert unseen.status == 500
    assert "Panne : encre sèche" in unseen.text
    assert "/__apercu.js" in unseen.text
    assert handled.said == ["Panne : encre sèche"]


def test_a_page_that_errors_keep_from_being_made_blames_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = Clerk(tmp_path, towns.edited(NEWS, "Enfin.", "[Où ?](guide:nulle-part)"))
    said: list[str] = []
    monkeypatch.setattr("hub.serving.edition.Edition.file", _broken)
    shown = Showing(clerk.workspace, str, said.append).file(PAGE)
    assert (shown.status, shown.failure) == (500, UNSOUND)
    assert said == []


def _broken(*_: object) -> None:
    raise ValueError("encre sèche")


class Awaited:
    """Changes that come one after the other, until Ctrl-C."""

    def __init__(self, *happen: Callable[[], None]) -> None:
        self._happen = iter(happen)

    def wait(self, longest: float) -> bool:
        happen = next(self._happen, None)
        if happen is None:
            raise KeyboardInterrupt
        happen()
        return True

    def theme_changed(self) -> bool:
        return False


def test_it_goes_on_after_what_nobody_foresaw_and_tells_it_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clerk = Clerk(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hub.serving.workspace.assemble", _broken)
        write = partial(clerk.edit, NEWS, "Enfin.", "Toujours.")
        again = partial(clerk.edit, NEWS, "Toujours.", "Encore.")
        with pytest.raises(KeyboardInterrupt):
            follow(clerk.workspace, Awaited(write, again), lambda: towns.TODAY, str)
    assert capsys.readouterr().err == "build.py : encre sèche\n"
    assert clerk.workspace.ready().failure == "encre sèche"
    with pytest.raises(KeyboardInterrupt):
        follow(clerk.workspace, Awaited(), lambda: towns.TODAY, str)
    assert clerk.workspace.ready().failure == ""
    assert "Encore." in clerk.page()


def test_a_file_that_is_being_saved_shows_no_false_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is empty for a moment, and nothing of that is shown."""
    clerk = Clerk(tmp_path)
    shown: list[View] = []
    monkeypatch.setattr(clerk.workspace, "_publish", shown.append)
    empty = partial(clerk.write, NEWS, "")
    whole = partial(clerk.write, NEWS, towns.MINIATURE[NEWS].replace("Enfin.", "Toujours."))
    with pytest.raises(KeyboardInterrupt):
        follow(clerk.workspace, Awaited(empty, whole), lambda: towns.TODAY, str)
    ((state, failure),) = shown
    assert state
    assert (state.problems, failure) == ((), "")
    assert b"Toujours." in (state.edition.file(PAGE) or b"")


def test_before_there_is_anything_to_show_the_reason_is_shown(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "site")
    workspace.fail("Le thème est abîmé.")
    shown = Showing(workspace, str, lambda _: None).file("index.html")
    assert (shown.status, shown.failure) == (503, "Le thème est abîmé.")


def test_every_file_asked_for_alone_has_the_bytes_of_a_build(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.effect_noise((640, 400), 60).save(picture, "PNG")
    text = towns.MINIATURE[NEWS] + "\n![Un parapluie rouge](image:parapluie.png)\n"
    clerk = Clerk(tmp_path, {"content/images/parapluie.png": picture.getvalue(), NEWS: text})
    whole = {file.path: file.make() for file in Site(clerk.state.edition.hub, towns.TODAY).files()}
    others = {path: data for path, data in whole.items() if not path.startswith("pagefind/")}
    assert {path: clerk.state.edition.file(path) for path in others} == others
    assert sum(path.startswith("images/") for path in others) == 8


def test_the_search_is_made_when_somebody_searches_and_follows(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path)
    search = Showing(clerk.workspace, str, lambda _: None).search
    assert not search.used
    first = search.file(clerk.state.edition, "pagefind/pages.json")
    assert first is not None
    clerk.edit(NEWS, "titre: Il pleut", "titre: Il grêle")
    clerk.look()
    kept = next(path for path in search._files if "fragment" in path)
    assert search.file(clerk.state.edition, kept) is not None
    assert search.file(clerk.state.edition, "pagefind/pages.json") != first
    assert search.file(clerk.state.edition, kept) is not None


def test_a_pdf_is_made_for_the_page_that_says_its_weight(tmp_path: Path) -> None:
    """With the bytes that a build gives it."""
    source = towns.write(tmp_path / "sources")
    workspace = Workspace(source, tmp_path / "site", with_media=True)
    workspace.show(workspace.read(towns.TODAY))
    assert workspace.state
    edition = workspace.state.edition
    folder = "comptes-rendus/2026-03-10-bureau/"
    pdf = edition.file(f"{folder}compte-rendu-2026-03-10-bureau.pdf")
    assert pdf is not None
    assert b"compte-rendu-2026-03-10-bureau.pdf" in (edition.file(f"{folder}index.html") or b"")
    for path in (f"{folder}carte.png", "carte.png", "agenda/yoga/affiche.pdf"):
        assert edition.file(path) is not None
    assert edition.file("agenda/2026/affiche.pdf") is None
    works = [edition._papers._works[f"/{folder}compte-rendu-2026-03-10-bureau.pdf"]()]  # type: ignore[union-attr]
    ((_, made),) = fulfil(works, edition._papers._printer.look)  # type: ignore[union-attr]
    assert made == pdf
    assert edition.file(PAGE)
