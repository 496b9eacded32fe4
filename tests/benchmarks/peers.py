"""The programs that Reviewer is measured against, doing the same: listing a folder's posts."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.ground import Ground

GRAY_MATTER = "gray-matter@4.0.3"

HUGO_CONFIG = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[[module.mounts]]
source = "{root}"
target = "content"
"""

LIST_WITH_GRAY_MATTER = """\
const fs = require("fs");
const path = require("path");
const matter = require("gray-matter");
const root = process.argv[2];
const rows = [];
function walk(folder) {
  for (const item of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, item.name);
    if (item.isDirectory()) walk(file);
    else if (item.name.endsWith(".md")) {
      const { data } = matter(fs.readFileSync(file, "utf8"));
      rows.push([path.relative(root, file), data.title, data.date, data.category].join(","));
    }
  }
}
walk(root);
rows.sort();
console.log(rows.join("\\n"));
"""


@dataclass(frozen=True)
class Peer:
    """A command to be run, or the reason why there is none."""

    arguments: tuple[str, ...] = ()
    missing: str = ""


def hugo(ground: Ground, root: Path) -> Peer:
    """``hugo list all`` over the posts, as the only content of a site of its own."""
    program = shutil.which("hugo")
    if program is None:
        return Peer(missing="there is no hugo on this machine (apt-get install hugo)")
    site = ground.folder / "hugo"
    site.mkdir(exist_ok=True)
    (site / "hugo.toml").write_text(HUGO_CONFIG.format(root=root), encoding="utf-8")
    return Peer((program, "list", "all", "--source", str(site)))


def gray_matter(ground: Ground, root: Path) -> Peer:
    """A script of Node that reads every post with gray-matter."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return Peer(missing="there is no node with npm on this machine")
    reason = _install(npm, ground.tools)
    if reason:
        return Peer(missing=reason)
    script = ground.tools / "list.js"
    script.write_text(LIST_WITH_GRAY_MATTER, encoding="utf-8")
    return Peer((node, str(script), str(root)))


def _install(npm: str, folder: Path) -> str:
    """Bring gray-matter once; returns why that failed, "" when it is there."""
    if (folder / "node_modules" / "gray-matter").is_dir():
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    arguments = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit"]
    done = subprocess.run([*arguments, GRAY_MATTER], capture_output=True, text=True, check=False)
    return f"npm could not install {GRAY_MATTER}: {done.stderr[-200:]}" if done.returncode else ""
