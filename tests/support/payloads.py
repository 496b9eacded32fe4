"""Attacks that others have collected, in the forms in which a post may hold them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def foreign_payloads(corpora: Path) -> list[str]:
    """The cases of DOMPurify and payloadbox."""
    folder = corpora / "conformance" / "xss"
    cases = json.loads((folder / "dompurify_expect.json").read_text("utf-8"))
    lines = (folder / "payloadbox.txt").read_text("utf-8").splitlines()
    return [*(case["payload"] for case in cases), *lines]


def forms(payload: str) -> tuple[str, ...]:
    """Posts that hold ``payload`` in one place or another."""
    return (
        payload,
        f"[link]({payload})",
        f"![image]({payload})",
        f'<a href="{payload}">x</a>',
        f"<img src='{payload}'>",
        f"- item {payload}\n\n> quote {payload}\n\n| {payload} |\n|--|\n| {payload} |",
        f'para {{: title="{payload}" }}',
        f"{{{{ {payload} }}}} {{% x {payload} %}}",
    )
