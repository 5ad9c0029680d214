"""`make schemas`: writes what editors read, in the folder of the project."""

from __future__ import annotations

from pathlib import Path

from hub.schemas import generated

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> None:
    """Write every generated file."""
    files = generated()
    for path, text in files.items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    print(f"{len(files)} fichiers pour les éditeurs : relisez leur différence (git diff).")


if __name__ == "__main__":
    main()
