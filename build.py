#!/usr/bin/env python3
"""Check, build or serve the hub: `python build.py [check | build | serve]`."""

import gc
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    gc.disable()  # nothing that is loaded is garbage, and looking for some takes time
    from hub.incomplete import IncompleteError

    own = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    try:
        from hub.cli import leave, main
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
    if sys.argv[1:2] == ["check"]:
        leave(main())
    gc.freeze()
    gc.enable()
    code = main()
    if sys.argv[1:2] in (["serve"], ["letter"]):
        sys.exit(code)
    leave(code)
