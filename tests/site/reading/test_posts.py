"""What is handed over of a post: the same as its entry, whatever its file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reviewer.document.dialect import Dialect
from reviewer.document.post import Post
from reviewer.site.engines.engine import Engine
from reviewer.site.entries import entry_of, recalled
from reviewer.site.folder import Folder
from reviewer.site.index import codec
from reviewer.site.reading import files
from reviewer.site.reading.files import Content
from reviewer.site.reading.posts import ReadPost, post_of, read_post
from tests.measure.contract import trial_parts
from tests.support.corpora import require_corpora
from tests.support.exact import exact
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.entries import Entry

ENGINE = Engine("plain", "Markdown", date_in_name=True)
FILES = {
    "plain.md": post('title: "A"\ndate: 2026-02-01 06:54:02\ncategory: News\ndraft: true'),
    "2026-02-03-named.md": post("tags: [a, b]"),
    "twice.md": post("title: A\ntitle: B"),
    "broken.md": post("layout: post\ntitle: Wheat: what it means"),
    "template.md": post("title: {{ name }}"),
    "anchors.md": post("a: &a {k: 1}\nb: *a\n1: one\n2026-01-01: x\n!x y: z"),
    "toml.md": "+++\ntitle = 'C'\ndate = 2026-01-01T00:00:00+02:00\nn = nan\n+++\n# Heading\n",
    "json.md": '{"title": "D", "a": {"!date": "x"}}\n',
    "deep.md": '{"a": ' + "[" * 300 + "]" * 300 + "}\n",
    "heading.md": "# A heading #\n\nText.\n",
    "none.md": "Text.\n",
    "empty.md": "",
    "unclosed.md": "---\ntitle: x\n",
    "bytes.md": b"---\ntitle: \xff\xfe\n---\n\xff",
    "utf-16.md": "\ufeff---\nlayout: x\n---\n# Heading\n".encode("utf-16-le"),
    "list.md": "---\n- a\n---\n",
}


def seen(entry: Entry) -> object:
    """An entry, apart from the stamp of its file."""
    names = [name for name in entry.__slots__ if name not in ("size", "mtime_ns")]
    return [(name, exact(getattr(entry, name))) for name in names]


def both(name: str, data: bytes, engine: Engine) -> tuple[object, object]:
    read = recalled(post_of(name, Content(data), engine))
    return seen(read), seen(entry_of(name, Post.from_bytes(data, dialect=engine.dialect), engine))


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("name", FILES)
def test_what_is_read_makes_the_same_entry(name: str, dialect: Dialect) -> None:
    content = FILES[name]
    data = content if isinstance(content, bytes) else content.encode()
    read, entry = both(name, data, Engine("x", "X", dialect=dialect, date_in_name=True))
    assert read == entry


def test_real_posts_make_the_same_entries() -> None:
    parts = trial_parts(require_corpora())
    for part, stride in (("weird", 2), ("sites", 10)):
        for number, (label, data, dialect) in enumerate(parts[part]()):
            if number % stride == 0:
                read, entry = both(label, data, Engine("x", "X", dialect=dialect))
                assert read == entry, label


def read(root: Path, name: str, *, with_body: bool = False) -> ReadPost:
    return read_post(str(root), name, ENGINE, with_body=with_body)


def test_the_stamp_is_that_of_the_file(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": FILES["plain.md"]})
    status = (tmp_path / "a.md").stat()
    found = read(tmp_path, "a.md")
    assert (found.size, found.mtime_ns, found.inode) == (
        status.st_size,
        status.st_mtime_ns,
        status.st_ino,
    )


def test_the_body_comes_only_when_asked_for(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": post("title: A", "Body.\n")})
    assert read(tmp_path, "a.md").body is None
    assert read(tmp_path, "a.md", with_body=True).body == "\nBody.\n"


def test_a_folder_or_a_missing_file_has_a_problem(tmp_path: Path) -> None:
    (tmp_path / "b.md").mkdir()
    for name in ("a.md", "b.md"):
        found = read(tmp_path, name)
        assert found.problem.startswith("The file cannot be read")
        assert (found.title, found.data) == (name, "{}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert read(tmp_path, "a.md").problem == "This is a pipe, not a file."


def test_a_huge_file_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    write_site(tmp_path, {"a.md": "x" * 10, "b.md": "x" * 11})
    assert read(tmp_path, "a.md").problem == ""
    assert read(tmp_path, "b.md").problem == "The file is too large for a post."
    assert read(tmp_path, "b.md").size == 11


@pytest.mark.skipif(not os.path.exists("/proc/version"), reason="needs files without a size")
def test_a_file_that_tells_no_size_is_read_to_its_end() -> None:
    found = files.read_content("/proc/version")
    assert found.size == 0
    assert found.data.startswith(b"Linux")


def test_data_that_cannot_be_kept_becomes_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MAX_DEPTH", 2)
    found = post_of("a.md", Content(post("a:\n  b:\n    c: 1").encode()), ENGINE)
    assert found.problem == "The values are nested too deeply."
    assert found.data == "{}"


def test_all_of_it_crosses_to_another_process(tmp_path: Path) -> None:
    write_site(tmp_path, FILES)
    folder = Folder.open(tmp_path)
    for path in folder.files():
        assert all(
            value is None or type(value) in (str, int, bool)
            for value in read_post(str(tmp_path), path, folder.engine, with_body=True)
        )
