"""Compares what Jekyll itself read from its sites with what we read for it."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.document.post import Post

if TYPE_CHECKING:
    from pathlib import Path


def compare(dev: Path) -> int:
    """Print the counts and each difference; gives the number of differences."""
    differences = 0
    for file in sorted((dev / "oracle").glob("jekyll-data.*.jsonl")):
        site = dev / "sites" / file.name.removeprefix("jekyll-data.").removesuffix(".jsonl")
        agreed = 0
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            difference = _difference(site / record["path"], record)
            agreed += not difference
            differences += bool(difference)
            if difference:
                print(f"    {site.name}/{record['path']}: {difference}")
        print(f"oracle {site.name:17} agreed {agreed}")
    return differences


def _difference(path: Path, record: dict[str, Any]) -> str:
    post = Post.from_bytes(path.read_bytes(), dialect=Dialect.JEKYLL)
    if record.get("none"):
        return f"we see front matter ({post.format})" if post.format == "yaml" else ""
    if "data" not in record:
        is_encoding = "ASCII incompatible" in record.get("error", "")  # UTF-16, which we do read
        return "" if post.problem or is_encoding else f"Jekyll fails: {str(record)[:120]}"
    if post.problem is not None:
        return f"we fail: {post.problem}"
    ours, theirs = _plain(post.data), record["data"] or {}
    return "" if _same(ours, _typed(theirs)) else f"{ours!r} is not {theirs!r}"[:400]


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"$date"}:
            return dt.date.fromisoformat(value["$date"])
        if set(value) == {"$time"}:
            return dt.datetime.fromisoformat(value["$time"]).astimezone(dt.UTC)
        return {key: _typed(item) for key, item in value.items()}
    return [_typed(item) for item in value] if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """Our values as the oracle writes them: text keys, a time without a zone in UTC."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=value.tzinfo or dt.UTC).astimezone(dt.UTC)
    return value


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_same, a, b))
    return type(a) is type(b) and bool(a == b)
