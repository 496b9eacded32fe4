"""An engine that only talks, for tests of what listens to engines: ``python fake_engine.py ...``.

It says what it is told to, starts a child that does nothing, and waits.
"""

from __future__ import annotations

import subprocess
import sys
import time

LIFETIME = 60


def main(lines: list[str]) -> None:
    """Say the lines, the last of which may be ``exit``."""
    for line in lines:
        if line == "exit":
            sys.exit(3)
        if line == "child":
            sleep = f"import time; time.sleep({LIFETIME})"
            child = subprocess.Popen([sys.executable, "-c", sleep])
            line = f"child {child.pid}"
        print(line, flush=True)
    time.sleep(LIFETIME)


if __name__ == "__main__":
    main(sys.argv[1:])
