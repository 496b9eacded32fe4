"""A few rounds of what ``tests.measure.crashes`` does hundreds of times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the rounds begin with fork")
def test_a_killed_desk_loses_at_most_a_second() -> None:
    command = [sys.executable, "-m", "tests.measure.crashes", "--rounds", "6"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 processes killed" in done.stdout
