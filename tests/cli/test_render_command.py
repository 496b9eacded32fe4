"""``reviewer render`` writes the preview's page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reviewer.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("title: x\n")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "a.png").touch()
    path = tmp_path / "_posts" / "2026-01-01-a.md"
    path.write_text("---\ntitle: Grüße\n---\n![A](/a.png) ![B](https://b.org/b.png) {{ x }}\n")
    return path


def test_prints_the_page(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(post)]) == 0
    html = capsys.readouterr().out
    assert html.startswith("<!doctype html>")
    assert ">Grüße</h1>" in html
    assert (post.parents[1] / "a.png").as_uri() in html
    assert '<span class="chip" title="{{ x }}">x</span>' in html


def test_writes_a_file_whose_images_are_beside_it(post: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "page.html"
    target.parent.mkdir()
    assert main(["render", str(post), "--output", str(target)]) == 0
    html = target.read_text("utf-8")
    assert 'src="../a.png"' in html
    assert "https://b.org/b.png</i>" in html


def test_remote_images_are_loaded_when_asked_for(post: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert main(["render", str(post), "--output", str(target), "--remote-images"]) == 0
    assert 'src="https://b.org/b.png"' in target.read_text("utf-8")


def test_never_overwrites_the_post(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = post.read_bytes()
    assert main(["render", str(post), "--output", str(post)]) == 2
    assert post.read_bytes() == before
    assert capsys.readouterr().err.startswith(str(post))


def test_a_missing_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(tmp_path / "none.md")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_flavour_can_be_named(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text("---\ntitle: x\n---\n~~gone~~\n")
    main(["render", str(post), "--flavour", "python-markdown"])
    assert "~~gone~~" in capsys.readouterr().out
    main(["render", str(post), "--flavour", "commonmark"])
    assert "~~gone~~" not in capsys.readouterr().out


def test_a_fragment_has_no_document_around_it(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(post), "--fragment"]) == 0
    assert capsys.readouterr().out.startswith('<header class="article-head">')


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_whole_folder_is_one_object_a_post(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parent / "2026-02-02-b.md").write_text("---\ntitle: B\n---\n*b* {{ page.title }}\n")
    assert main(["render", str(post.parents[1]), "--format", "jsonl", "--fragment"]) == 0
    first, second = rows(capsys)
    assert [first["path"], second["path"]] == [
        "_posts/2026-01-01-a.md",
        "_posts/2026-02-02-b.md",
    ]
    assert (second["flavour"], second["url"]) == ("kramdown", "/2026/02/02/b.html")
    assert second["html"].endswith("<em>b</em> B</p>\n")


def test_a_folder_within_the_site_has_only_its_posts(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parents[1] / "page.md").write_text("---\ntitle: B\n---\n")
    main(["render", str(post.parent), "--format", "jsonl"])
    assert [row["path"] for row in rows(capsys)] == ["_posts/2026-01-01-a.md"]


def test_many_posts_come_in_order_from_several_processes(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(120):
        (post.parent / f"2026-03-01-{number:03}.md").write_text(f"---\ntitle: x\n---\n{number}\n")
    assert main(["render", str(post.parent), "--format", "jsonl", "--fragment"]) == 0
    found = rows(capsys)
    assert len(found) == 121
    assert [row["path"] for row in found] == sorted(row["path"] for row in found)
    assert f">{119}</p>" in found[-1]["html"]


def test_several_posts_need_jsonl(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(post.parent)]) == 2
    assert "--format jsonl" in capsys.readouterr().err


def test_a_style_sheet_takes_the_place_of_ours(
    post: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "own.css"
    sheet.write_text("p { color: teal }\n</style><script>")
    assert main(["render", str(post), "--css", str(sheet)]) == 0
    html = capsys.readouterr().out
    assert "<style>p { color: teal }\n<\\/style><script></style>" in html
    assert html.count("<style>") == 1


def test_an_image_that_is_not_there_is_marked(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parents[1] / "a.png").unlink()
    main(["render", str(post)])
    assert '<span class="image-box missing"' in capsys.readouterr().out


def test_an_output_that_is_a_post_is_refused(post: Path) -> None:
    before = post.read_bytes()
    site = str(post.parents[1])
    assert main(["render", site, "--format", "jsonl", "--output", str(post)]) == 2
    assert post.read_bytes() == before
