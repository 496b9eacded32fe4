"""``reviewer edit``: many posts, one run, and nothing else changed in them."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reviewer.cli.main import main
from reviewer.desk.bulk.intentions import Remove
from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.transaction import NotPutBack
from tests.support.bulk import HookedDisk, planned

if TYPE_CHECKING:
    from pathlib import Path

POST = '---\ntitle: "Old" # why\ntldr:\n  - a\n  - b\nseo:\n  title: x\n---\nBody\n'


@pytest.fixture
def post(tmp_path: Path) -> Path:
    file = tmp_path / "post.md"
    file.write_bytes(POST.encode())
    return file


def edit(*arguments: str | Path) -> int:
    return main(["edit", *map(str, arguments)])


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        (["--set", "title=New"], '"Old" # why', '"New" # why'),
        (["--set", "title="], '"Old" # why', "# why"),
        (["--set", "title=''"], '"Old" # why', '"" # why'),
        (["--set", "seo.title=New"], "title: x", "title: New"),
        (["--set", "tldr.1=c"], "- b", "- c"),
        (["--set", "tldr[0]=c"], "- a", "- c"),
        (["--append", "tldr=c"], "  - b\n", "  - b\n  - c\n"),
        (["--unset", "seo"], "seo:\n  title: x\n", ""),
        (["--unset", "tldr.0"], "  - a\n", ""),
        (["--unset", "nope"], "", ""),
        (["--rename", "seo=meta"], "seo:", "meta:"),
        (["--rename", "seo.title=headline"], "  title: x", "  headline: x"),
        (["--rename", "seo.title=seo.headline"], "  title: x", "  headline: x"),
        (["--set", "seo.title=z", "--rename", "seo=meta"], "seo:\n  title: x", "meta:\n  title: z"),
    ],
)
def test_edits_change_the_field_alone(post: Path, arguments: list[str], old: str, new: str) -> None:
    assert edit(post, *arguments) == 0
    assert post.read_text(encoding="utf-8") == POST.replace(old, new, 1)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("[a, b]", "[a, b]"),
        ("true", "true"),
        ('"a: b"', '"a: b"'),
        ("2026-02-01", "2026-02-01"),
        ("{a: 1}", "{a: 1}"),
    ],
)
def test_values_are_yaml(tmp_path: Path, value: str, written: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(f"---\nx: {written}\n---\n".encode())
    before = file.read_bytes()
    assert edit(file, "--set", f"x={value}") == 0
    assert file.read_bytes() == before


def test_a_value_of_several_lines_is_a_list_or_a_text(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"---\nl: []\nt: ''\n---\n")
    assert edit(file, "--set", "l=- a\n- b", "--set", "t=|\n  one\n  two\n") == 0
    assert b"one\n" in file.read_bytes()


def test_values_are_read_as_the_sites_engine_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "_config.yml").write_text("title: Site\n", encoding="utf-8")
    posts = tmp_path / "_posts"
    posts.mkdir()
    file = posts / "2026-02-01-a.md"
    file.write_bytes(b"---\nx: 1\n---\n")
    assert edit(file, "--set", "x=2014-06-30 10:00:10 -0400", "--diff") == 0
    assert "+x: 2014-06-30T10:00:10-04:00" in capsys.readouterr().out


def test_a_new_field_takes_the_place_and_quotes_of_its_neighbours(tmp_path: Path) -> None:
    for number in range(4):
        head = f'---\ntitle: "T{number}"\ncategory: "News"\ndate: 2026-02-01\n---\n'
        (tmp_path / f"post-{number}.md").write_bytes(head.encode())
    file = tmp_path / "new.md"
    file.write_bytes(b'---\ntitle: "New"\ndate: 2026-02-01\n---\n')
    assert edit(file, "--set", "category=Art") == 0
    assert file.read_bytes() == b'---\ntitle: "New"\ncategory: "Art"\ndate: 2026-02-01\n---\n'


def test_a_file_without_front_matter_gets_one(tmp_path: Path) -> None:
    file = tmp_path / "plain.md"
    file.write_bytes(b"Body\r\n")
    assert edit(file, "--set", "title=New") == 0
    assert file.read_bytes() == b"---\r\ntitle: New\r\n---\r\nBody\r\n"


def test_the_diff_shows_what_changes(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert edit(post, "--set", "title=New", "--diff") == 0
    out = capsys.readouterr().out
    assert '-title: "Old" # why\n+title: "New" # why\n' in out


def test_a_dry_run_writes_nothing(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = post.stat()
    assert edit(post, "--set", "title=New", "--diff", "--dry-run") == 0
    assert "+title" in capsys.readouterr().out
    assert post.read_text(encoding="utf-8") == POST
    assert post.stat().st_mtime_ns == before.st_mtime_ns


def test_problems_of_some_files_keep_none_of_the_others_back(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = post.with_name("broken.md")
    broken.write_bytes(b"---\ntitle: x\nsub: a: b\n---\n")
    gone = post.with_name("gone.md")
    assert edit(broken, gone, post, "--set", "title=New") == 2
    assert '"New"' in post.read_text(encoding="utf-8")
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" ")[0] for line in lines] == [f"{broken}:3:7:", f"{gone}:"]


def test_a_file_is_edited_wholly_or_not_at_all(post: Path) -> None:
    assert edit(post, "--set", "title=New", "--rename", "nope=x") == 2
    assert post.read_text(encoding="utf-8") == POST


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--set", "title=a: b"], "no value in YAML"),
        (["--set", "title.deep=x"], "cannot be set"),
        (["--append", "title=x"], "holds no list"),
        (["--rename", "seo.title=meta.title"], "cannot be moved"),
        (["--rename", "seo=title"], "already"),
        ([], "nothing to do"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    post: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert edit(post, *arguments) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert post.read_text(encoding="utf-8") == POST


# Posts that a query finds


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, category in (("a", "News"), ("b", "Art"), ("c", "News")):
        head = f"---\ntitle: Post {name}\ncategory: {category}\ntags: [x]\n---\n"
        (tmp_path / f"{name}.md").write_bytes(f"{head}Body\n".encode())
    (tmp_path / "d.md").write_bytes(b"---\ntitle: Post d\ncategory: News\n---\n")
    return tmp_path


def texts(site: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(site.glob("*.md"))}


def test_only_what_a_query_finds_is_edited(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert edit(site, "--where", "category:News", "--set", "category=Politics") == 0
    assert [name for name, text in texts(site).items() if "Politics" in text] == [
        *("a.md", "c.md", "d.md")
    ]
    assert capsys.readouterr().err == "3 posts changed.\n"


def test_found_posts_that_lack_a_field_are_left_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert edit(site, "--where", "", "--rename", "tags=labels") == 0
    assert "tags" not in "".join(texts(site).values())
    assert capsys.readouterr().err == "3 posts changed, 1 post left alone.\n"


def test_undo_takes_back_the_last_edit(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(site)
    edit(site, "--where", "", "--unset", "title")
    assert edit("--undo", site) == 0
    assert texts(site) == before
    assert capsys.readouterr().err == "4 posts changed.\n4 posts put back.\n"


def test_undo_takes_back_what_was_cut_short(site: Path) -> None:
    before = texts(site)

    def hook(step: str, count: int) -> None:
        if step == "replace" and count >= 3:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    root = site.resolve()
    with pytest.raises(NotPutBack):
        Shelf(root, disk=HookedDisk(hook)).apply(planned(root, Remove(("title",))).changes(), "4")
    assert texts(site) != before
    assert edit(site, "--where", "", "--unset", "tags") == 2
    assert edit("--undo", site) == 0
    assert texts(site) == before
    assert edit(site, "--where", "", "--unset", "tags") == 0


def test_undo_names_what_was_changed_since(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "--where", "", "--unset", "title")
    (site / "b.md").write_bytes(b"theirs\n")
    capsys.readouterr()
    assert edit("--undo", site) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(f"{site.resolve() / 'b.md'}: It has been changed since")
    assert lines[1] == "3 posts put back."


def test_text_is_replaced_in_one_field_or_all(site: Path) -> None:
    edit(site, "--where", "", "--replace", "Post", "Note", "--field", "title")
    assert "title: Note a" in texts(site)["a.md"]
    edit(site, "--where", "", "--replace", "^(Ne|A)", r"the \1", "--regex")
    assert "category: the News" in texts(site)["a.md"]


def test_a_list_gets_no_value_twice(post: Path) -> None:
    assert edit(post, "--append", "tldr=a", "--remove", "tldr=b") == 0
    assert post.read_text(encoding="utf-8") == POST.replace("  - b\n", "")


@pytest.mark.parametrize(("answer", "changed"), [("y", True), ("n", False), ("", False)])
def test_people_are_asked_before_found_posts_are_written(
    site: Path, monkeypatch: pytest.MonkeyPatch, answer: str, changed: bool
) -> None:
    before = texts(site)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: answer if "4 posts" in question else "")
    assert edit(site, "--where", "", "--unset", "title") == 0
    assert (texts(site) != before) == changed


def test_with_yes_nobody_is_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert edit(site, "--where", "", "--unset", "title", "--yes") == 0
    assert "title" not in texts(site)["a.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--where", "(", "--unset", "title"], "bracket is not closed"),
        (["--where", "", "--replace", "(", "x", "--regex"], "pattern cannot be read"),
        (["--where", ""], "nothing to do"),
        (["--undo"], "no bulk edit to undo"),
        (["--undo", "--unset", "title"], "goes alone"),
    ],
)
def test_what_cannot_be_understood_is_said_and_nothing_written(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = texts(site)
    assert edit(site, *arguments) == 2
    assert message in capsys.readouterr().err
    assert texts(site) == before
