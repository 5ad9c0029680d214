#!/usr/bin/env python3
"""Check, build or serve the hub: `python build.py [check | build | serve]`."""

from pathlib import Path

if __name__ == "__main__":
    from hub.entry import run

    run(Path(__file__).resolve().parent / ".venv" / "bin" / "python")  # the Python that `make site` prepared
