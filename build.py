#!/usr/bin/env python3
"""Check, build or serve the hub: `python build.py [check | build | serve]`."""

import sys

from hub.cli import main

if __name__ == "__main__":
    sys.exit(main())
