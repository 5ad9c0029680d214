#!/usr/bin/env python3
"""Check, build or serve the hub: `python build.py [check | build | serve]`."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    from hub.incomplete import IncompleteError

    own = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    try:
        from hub.cli import main
    except ModuleNotFoundError as missing:  # another Python than the one `make site` prepared
        if own.exists() and Path(sys.prefix) != own.parent.parent:
            os.execv(own, [str(own), *sys.argv])
        print(
            f"build.py : il manque {missing.name}. Lancez « make site », qui installe tout.", file=sys.stderr
        )
        sys.exit(2)
    except IncompleteError as incomplete:
        print(f"build.py : {incomplete}", file=sys.stderr)
        sys.exit(2)
    sys.exit(main())
