"""What Jekyll and Hugo themselves say of the URLs of a site, without rendering it.

Jekyll is asked as a library; Hugo builds a copy in which posts have no bodies
and the configuration says nothing but what decides URLs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.site.entries import read_entry
from reviewer.site.permalinks.hugo_settings import lowered
from reviewer.site.permalinks.subject import site_base

if TYPE_CHECKING:
    from reviewer.site.folder import Folder

RUBY = """
require 'jekyll'; require 'json'
Jekyll.logger.log_level = :error
Dir.chdir(ARGV[0])
config = Jekyll.configuration('source' => ARGV[0], 'destination' => ARGV[1],
  'disable_disk_cache' => true, 'plugins' => [], 'theme' => nil, 'future' => true,
  'strict_front_matter' => false, 'unpublished' => true, 'show_drafts' => true)
config['source'] = File.join(ARGV[0], ARGV[2]) unless ARGV[2].empty?
site = Jekyll::Site.new(config)
site.read
(site.pages + site.docs_to_write).each do |page|
  path = page.respond_to?(:collection) ? page.path.sub(site.source + '/', '') : page.relative_path
  url = begin page.url; rescue StandardError; nil; end
  puts JSON.generate({ path: path, url: url })
end
"""
KEPT = (
    *("baseurl", "contentdir", "defaultcontentlanguage", "defaultcontentlanguageinsubdir"),
    *("permalinks", "uglyurls", "disablepathtolower", "removepathaccents", "taxonomies"),
    *("frontmatter", "timezone"),
)
LISTING = """{{ range .Sites }}{{ range $page := .Pages }}{{ with .File -}}
{{ dict "path" .Filename "url" $page.RelPermalink | jsonify }}
{{ end }}{{ end }}{{ end }}"""


def jekyll_urls(folder: Folder) -> dict[str, str | None]:
    """The URLs by path, relative to the folder, of what Jekyll writes; None where it fails."""
    base = site_base(folder.engine)
    source = str(folder.engine.config.get("source") or "").strip("./")
    with tempfile.TemporaryDirectory() as target:
        answer = subprocess.run(
            ["ruby", "-e", RUBY, str(folder.root / base), target, source],
            capture_output=True,
            text=True,
            check=True,
        )
    rows = [json.loads(line) for line in answer.stdout.splitlines()]
    above = "/".join(part for part in (base, source) if part)
    return {f"{above}/{row['path']}".lstrip("/"): row["url"] for row in rows}


def hugo_urls(folder: Folder) -> dict[str, str | None]:
    """The URLs by path of all pages that have a file; "" for those without a page of their own."""
    base = site_base(folder.engine)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        _copy(folder, root, base)
        subprocess.run(
            ["hugo", "--quiet", "-D", "-F", "-E", "-s", name],
            check=True,
            capture_output=True,
            text=True,
        )
        rows = (root / "public" / "index.json").read_text("utf-8").splitlines()
        found = [json.loads(row) for row in rows if row.strip()]
        return {
            f"{base}/{Path(row['path']).relative_to(root).as_posix()}".lstrip("/"): row["url"]
            for row in found
        }


def _copy(folder: Folder, root: Path, base: str) -> None:
    for path in folder.files():
        entry = read_entry(folder, path)
        target = root / path.removeprefix(f"{base}/" if base else "")
        if not entry.problem:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(entry.head, encoding="utf-8", newline="")
    (root / "hugo.json").write_text(json.dumps(hugo_config(folder.engine.config)))
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for layout in ("single.html", "list.html"):
        (layouts / layout).write_text("x")
    (root / "layouts" / "index.json").write_text(LISTING)


def hugo_config(config: Any) -> dict[str, Any]:
    """What of a configuration decides URLs, as older versions of Hugo understand it too."""
    known = lowered(config)
    kept = {key: known[key] for key in KEPT if key in known}
    languages = known.get("languages") or {}
    kept["languages"] = {
        name: {key: own[key] for key in ("contentdir", "weight") if key in own}
        for name, own in languages.items()
    }
    mounts = known.get("module", {}).get("mounts", [])
    content = [
        {key: each[key] for key in ("source", "target", "lang") if key in each}
        for each in mounts
        if str(each.get("target")).startswith("content")
    ]
    kept["module"] = {"mounts": content}
    kept["outputs"] = {"home": ["HTML", "JSON"]}
    return {key: value for key, value in kept.items() if value}


def has_engine(name: str) -> bool:
    """Whether the engine is installed here."""
    if name == "hugo":
        return shutil.which("hugo") is not None
    ruby = shutil.which("ruby")
    if ruby is None:
        return False
    asked = subprocess.run([ruby, "-e", "require 'jekyll'"], capture_output=True, check=False)
    return asked.returncode == 0
