"""Reviewer: a desk for editors of Markdown posts with front matter."""

from __future__ import annotations

__version__ = "0.1.0"
