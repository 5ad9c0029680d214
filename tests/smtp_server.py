"""aiosmtpd in a process of its own, which keeps what it gets, and may be killed in the middle.

    python -m tests.smtp_server FOLDER [--die before|after --at K]
        [--refuse ADDRESS|everybody|relay] [--defer ADDRESS] [--full ADDRESS]

It prints its port, then serves until its standard input ends. A message is a file of FOLDER.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP


class Keeper:
    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._count = len(list(options.folder.iterdir()))
        self._deadline = self._count + options.at

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self._options.refuse in (address, "everybody"):
            return "550 no such mailbox"
        if self._options.refuse == "relay":
            return "554 5.7.1 relay access denied"
        if address == self._options.defer:
            return "450 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self._count += 1
        if self._count == self._deadline and self._options.die == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        (to,) = envelope.rcpt_tos
        if to == self._options.full:
            return "452 4.2.2 mailbox full"
        self._options.folder.joinpath(f"{self._count:03} {to}").write_bytes(envelope.content)
        if self._count == self._deadline and self._options.die == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return "250 kept"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--die", choices=("before", "after"))
    parser.add_argument("--at", type=int, default=0)
    parser.add_argument("--refuse")
    parser.add_argument("--defer")
    parser.add_argument("--full")
    options = parser.parse_args()
    asyncio.run(_serve(options))


async def _serve(options: argparse.Namespace) -> None:
    loop = asyncio.get_running_loop()
    keeper = Keeper(options)
    async with await loop.create_server(lambda: SMTP(keeper, hostname="localhost"), "127.0.0.1", 0) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    main()
