"""Lets ``python -m reviewer`` do what ``reviewer`` does."""

from __future__ import annotations

import sys

from reviewer.cli.main import main

sys.exit(main())
