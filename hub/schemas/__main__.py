"""`make schemas`: writes what editors read, in the folder of the project."""

from __future__ import annotations

import sys
from pathlib import Path

from hub.incomplete import IncompleteError
from hub.schemas.files import generated

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> None:
    """Write every generated file."""
    try:
        files = generated()
    except IncompleteError as incomplete:
        sys.exit(f"make schemas : {incomplete}")
    for path, text in files.items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    print(f"{len(files)} fichiers pour les éditeurs : relisez leur différence (git diff).")


if __name__ == "__main__":
    main()
