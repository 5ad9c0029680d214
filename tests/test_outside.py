"""`links`: the addresses of others, asked politely, on this machine alone."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import cmarkgfm
import pytest

from hub.cli import main
from hub.outside import words
from hub.outside.addresses import cited
from hub.outside.answer import Answer, State, of_status
from hub.outside.asking import Manners, ask
from hub.outside.round import Pace, round_of
from tests import towns

NEAR = Manners("essai", patience=5, near=True)


class _Site(BaseHTTPRequestHandler):
    """Answers `/200/404` by 200 to HEAD and 404 to GET; `/301/…` leads to what follows."""

    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer(0)

    def do_GET(self) -> None:
        self._answer(1)

    def _answer(self, which: int) -> None:
        type(self).asked.append(f"{self.command} {self.path}")
        first, *rest = self.path.strip("/").split("/")
        statuses = first.split("-")
        status = int(statuses[min(which, len(statuses) - 1)])
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/" + "/".join(rest) if rest else self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def site() -> Iterator[tuple[str, list[str]]]:
    """The address of a site on this machine, and what it was asked."""
    handler = type("Site", (_Site,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", handler.asked
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("path", "state", "asked"),
    [
        ("/200", State.ALIVE, ["HEAD /200"]),
        ("/405-200", State.ALIVE, ["HEAD /405-200", "GET /405-200"]),
        ("/404-200", State.ALIVE, ["HEAD /404-200", "GET /404-200"]),
        ("/404", State.GONE, ["HEAD /404", "GET /404"]),
        ("/410", State.GONE, ["HEAD /410", "GET /410"]),
        ("/403", State.BY_HAND, ["HEAD /403", "GET /403"]),
        ("/429", State.BY_HAND, ["HEAD /429"]),
        ("/500", State.SILENT, ["HEAD /500", "GET /500"]),
        ("/301/200", State.MOVED, ["HEAD /301/200", "HEAD /200"]),
        ("/302/200", State.ALIVE, ["HEAD /302/200", "HEAD /200"]),
        ("/301/302/200", State.ALIVE, ["HEAD /301/302/200", "HEAD /302/200", "HEAD /200"]),
        ("/301/404", State.GONE, ["HEAD /301/404", "HEAD /404", "GET /404"]),
    ],
)
def test_an_address_is_asked_by_head_then_by_get_and_judged(
    path: str, state: State, asked: list[str]
) -> None:
    with site() as (address, heard):
        assert ask(address + path, NEAR).state is state
    assert heard == asked


def test_what_moved_for_ever_gives_its_new_address() -> None:
    with site() as (address, _):
        assert ask(f"{address}/301/200", NEAR).to == f"{address}/200"


def test_a_site_that_leads_from_page_to_page_is_left(tmp_path: Path) -> None:
    with site() as (address, heard):
        assert ask(f"{address}/302", NEAR).said == "le site renvoie d’adresse en adresse"
    assert len(heard) == 6


def test_a_site_that_is_not_there_was_not_reached() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        answer = ask(f"http://127.0.0.1:{free.getsockname()[1]}/", NEAR)
    assert (answer.state, answer.reached) == (State.SILENT, False)


def test_an_address_does_not_send_us_to_a_machine_of_the_network_where_we_stand() -> None:
    with site() as (address, heard):
        assert ask(f"{address}/200", Manners("essai")).state is State.SILENT
    assert heard == []


@pytest.mark.parametrize("status", [401, 403, 429, 451, 999, 402, 418])
def test_what_a_site_refuses_to_programs_is_for_people_to_look_at(status: int) -> None:
    assert of_status(status).state is State.BY_HAND


def test_a_site_is_asked_one_page_at_a_time() -> None:
    busy, most = set(), []

    def answer(address: str) -> Answer:
        busy.add(address)
        most.append(len(busy))
        busy.remove(address)
        return Answer(State.ALIVE)

    pages = [f"https://un.fr/{number}" for number in range(5)]
    heard = round_of(pages, answer, Pace(pause=0, whole=60))
    assert {one.state for one in heard.values()} == {State.ALIVE}
    assert max(most) == 1


def test_what_is_not_asked_in_time_is_said_and_a_slow_site_holds_nobody() -> None:
    slow = threading.Event()

    def answer(address: str) -> Answer:
        if "lent" in address:
            slow.wait(60)
        return Answer(State.ALIVE)

    heard = round_of(["https://lent.fr/1", "https://lent.fr/2", "https://un.fr/"], answer, Pace(0, 0.5))
    slow.set()
    assert {address: one.state for address, one in heard.items()} == {
        "https://lent.fr/1": State.LEFT,
        "https://lent.fr/2": State.LEFT,
        "https://un.fr/": State.ALIVE,
    }


def test_addresses_of_fields_and_texts_are_found_with_their_lines(tmp_path: Path) -> None:
    files = {
        **towns.edited(
            "associations.yaml",
            "    courriel: contact@licornes.example\n",
            "    courriel: contact@licornes.example\n    site: https://licornes.fr\n",
        ),
        "content/guides/semer.md": "---\ntitre: Semer\n---\nVoir [là](https://licornes.fr), "
        "<https://jardins.fr/été>, [ici](https://mini.example/x), [rien](https://vide.example/).\n",
    }
    found = cited(towns.hub_of(tmp_path, files))
    assert {address: [(one.path, one.line) for one in places] for address, places in found.items()} == {
        "https://jardins.fr/%C3%A9t%C3%A9": [("content/guides/semer.md", 4)],
        "https://licornes.fr": [("associations.yaml", 12), ("content/guides/semer.md", 4)],
    }


CITED = {"https://a.fr/": (("x.md", 3, 1),), "https://b.fr/": (("y.md", 1, 1),)}


def test_what_is_heard_is_told_the_gravest_first() -> None:
    heard = {
        "https://a.fr/": Answer(State.BY_HAND, "le site ne répond pas aux programmes (403)"),
        "https://b.fr/": Answer(State.MOVED, "le site donne lui-même la nouvelle adresse", "https://c.fr/"),
    }
    assert words.text(CITED, heard) == (  # type: ignore[arg-type]
        "Adresses des autres sites : 2, dont 1 a changé, 1 est à vérifier à la main.\n\n"
        "Ont changé d’adresse :\n"
        "  https://b.fr/, le site donne lui-même la nouvelle adresse : https://c.fr/ (y.md:1)\n\n"
        "À vérifier à la main :\n"
        "  https://a.fr/, le site ne répond pas aux programmes (403) (x.md:3)\n"
    )


def test_an_issue_is_only_for_what_somebody_has_to_mend() -> None:
    guarded = {address: Answer(State.BY_HAND, "403") for address in CITED}
    assert words.markdown(CITED, guarded) == ""  # type: ignore[arg-type]
    gone = guarded | {"https://a.fr/": Answer(State.GONE, "page introuvable (404)")}
    told = words.markdown(CITED, gone)  # type: ignore[arg-type]
    assert "- [ ] <https://a.fr/>, page introuvable (404) (`x.md:3`)\n" in told


def test_where_another_site_leads_is_one_link_and_nothing_else() -> None:
    to = "https://c.fr/> @equipe ![x](https://pot.example/x.png) <b>\x1b[2J"
    heard = {
        address: Answer(State.MOVED, "le site donne lui-même la nouvelle adresse", to) for address in CITED
    }
    html = cmarkgfm.github_flavored_markdown_to_html(words.markdown(CITED, heard))  # type: ignore[arg-type]
    assert [html.count(tag) for tag in ("<a ", "<img", "<b>", " @equipe")] == [4, 0, 0, 0]
    assert "\x1b" not in words.text(CITED, heard)  # type: ignore[arg-type]


def test_the_command_says_that_a_town_leads_nowhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", "--source", str(towns.write(tmp_path))]) == 0
    assert capsys.readouterr().out == "Aucune adresse d’un autre site.\n"


def test_without_a_network_nothing_is_said_to_be_dead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = towns.write(
        tmp_path, {"content/guides/semer.md": "---\ntitre: Semer\n---\n[là](https://licornes.fr)\n"}
    )
    monkeypatch.setattr("hub.outside.asking._asked", _nobody)
    assert main(["links", "--source", str(source)]) == 1
    assert "Cette machine est-elle reliée à Internet" in capsys.readouterr().err


def _nobody(*_: object) -> tuple[int, str]:
    raise socket.gaierror(socket.EAI_NONAME, "no name")
