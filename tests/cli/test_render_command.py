"""``reviewer render`` writes the preview's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("title: x\n")
    (tmp_path / "_posts").mkdir()
    path = tmp_path / "_posts" / "2026-01-01-a.md"
    path.write_text("---\ntitle: Grüße\n---\n![A](/a.png) ![B](https://b.org/b.png) {{ x }}\n")
    return path


def test_prints_the_page(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(post)]) == 0
    html = capsys.readouterr().out
    assert html.startswith("<!doctype html>")
    assert "<h1>Grüße</h1>" in html
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
    assert "<s>gone</s>" in capsys.readouterr().out


def test_a_fragment_has_no_document_around_it(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(post), "--fragment"]) == 0
    assert capsys.readouterr().out.startswith('<header class="article-head">')
