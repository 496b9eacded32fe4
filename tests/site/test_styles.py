"""Which of a site's style sheets articles are shown with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.folder import Folder
from reviewer.site.styles import styles_of

if TYPE_CHECKING:
    from pathlib import Path


def styles(root: Path, *files: str, stated: str = "") -> tuple[str, ...]:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("p { margin: 0 }")
    if stated:
        (root / "reviewer.yml").write_text(f"preview:\n  styles: {stated}\n")
    return styles_of(Folder.open(root))


def test_the_usual_sheet_is_found(tmp_path: Path) -> None:
    assert styles(tmp_path, "other.css", "assets/css/main.css") == ("assets/css/main.css",)


def test_the_stated_sheets_are_taken_in_their_order(tmp_path: Path) -> None:
    found = styles(tmp_path, "assets/css/main.css", "b.css", "a.css", stated="[b.css, a.css]")
    assert found == ("b.css", "a.css")


def test_an_empty_list_wants_none(tmp_path: Path) -> None:
    assert styles(tmp_path, "assets/css/main.css", stated="[]") == ()


def test_nothing_outside_the_folder_is_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("")
    inner = tmp_path / "site"
    inner.mkdir()
    assert styles(inner, "a.css", stated="[../secret.css, 'https://example.org/a.css', a.css]") == (
        "a.css",
    )
