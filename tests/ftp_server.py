"""pyftpdlib in a process of its own, which gives one folder to anybody.

    python -W ignore -m tests.ftp_server FOLDER

It prints its port, then serves until its standard input ends. (Its library loads what Python gives up.)
"""

from __future__ import annotations

import logging
import os
import sys
import threading

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer


def main() -> None:
    logging.disable()
    authorizer = DummyAuthorizer()
    authorizer.add_anonymous(sys.argv[1], perm="elradfmwMT")
    handler = FTPHandler
    handler.authorizer = authorizer
    server = FTPServer(("127.0.0.1", 0), handler)
    print(server.socket.getsockname()[1], flush=True)
    threading.Thread(target=_end_with_the_input, daemon=True).start()
    server.serve_forever()


def _end_with_the_input() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
