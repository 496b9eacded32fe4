"""Attacks that others have collected, in the forms in which a post may hold them."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

_HOST = re.compile(r"(?<=//)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?", re.IGNORECASE)
_ALERT = re.compile(r"(?:alert|confirm|prompt)\s*(?:\([^()]*\)|`[^`]*`)")


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


def further_forms(payload: str) -> tuple[str, ...]:
    """As SVG, style, entities, escapes, references, and what only the page itself would read."""
    entities = "".join(f"&#x{ord(char):x};" for char in payload)
    return (
        f"<svg>{payload}</svg>",
        f"<svg><image href='{payload}'/><a xlink:href='{payload}'><text>x</text></a></svg>",
        f"<math><mtext>{payload}</mtext></math>",
        f"<style>* {{ background: url('{payload}') }}</style><p style='{payload}'>x</p>",
        f"<style>{payload}</style>",
        entities,
        f"<a href='{entities}'>x</a>",
        f"<div title='{escape(payload)}'>{escape(payload)}</div>",
        f"[link](javascript:{quote(payload)})",
        f"[link][r] ![image][r]\n\n[r]: <{payload}> '{payload}'",
        f"<{payload}>",
        f"`{payload}` **{payload}** [^1]\n\n[^1]: {payload}",
        f"# {payload} {{#{payload}}}\n\n```{payload}\n{payload}\n```",
        f"<iframe srcdoc='{escape(payload)}'></iframe><object data='{payload}'></object>",
        f"<details open><summary>{payload}</summary></details><noscript>{payload}</noscript>",
    )


def pointed_at(payload: str, address: str) -> str:
    """The payload with its own hosts replaced by one that listens, and a title as its alert.

    ``address`` is a host with its port.
    """
    return _ALERT.sub("document.title='ran'", _HOST.sub(address, payload))


def reaching_outside(canary: Path) -> tuple[str, ...]:
    """Posts that try to show a file that lies beside the content folder."""
    name, whole = canary.name, canary.as_uri()
    up = (f"../{name}", f"/../{name}", f"%2e%2e/{name}", f"..%2f{name}", f"..\\{name}")
    own = "reviewer-preview://content"
    addresses = (
        *up,
        *(f"{own}/{path}" for path in up),
        *(f"images/../../{name}", f"/images/..%2f..%2f{name}", f"....//{name}", f"..%00/{name}"),
        *(whole, whole.replace("file:///", "file:/"), f"FILE:{canary}", str(canary)),
        *(f"{own}/{canary}", f"{own}//{canary}", f"{own}/{whole}", f"view-source:{whole}"),
        *("link.svg", "/link.svg", "linked/" + name, f"{own}/linked/{name}", f"filesystem:{whole}"),
    )
    return tuple(text for address in addresses for text in _showing(address))


def _showing(address: str) -> tuple[str, ...]:
    return (
        f"![x]({address})",
        f"<img src='{address}'><img srcset='{address}'>",
        f"<iframe src='{address}'></iframe><object data='{address}'></object>",
        f"<embed src='{address}'><video poster='{address}' src='{address}'></video>",
        f"<svg><image href='{address}'/><use href='{address}#x'/></svg>",
        f"<p style=\"background: url('{address}')\">x</p>",
        f"<style>@import '{address}'; p {{ background: url('{address}') }}</style>",
        f"<link rel='stylesheet' href='{address}'><link rel='icon' href='{address}'>",
        f"<picture><source srcset='{address}'><img src='{address}'></picture>",
        f"<a href='{address}' ping='{address}'>x</a>",
    )
