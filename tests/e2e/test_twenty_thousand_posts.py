"""Twenty thousand posts: listed, filtered, sorted and edited like ten, whatever the index is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.place import place_of
from reviewer.ui.automation.stage import stage
from reviewer.ui.automation.waiting import until
from tests.e2e.driver import Answers, Editor
from tests.support.distributions import BUILT_IN
from tests.support.generator import generate

if TYPE_CHECKING:
    from pathlib import Path

POSTS = 20_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated posts that no test changes for the next one."""
    root = tmp_path_factory.mktemp("many") / "site"
    generate(root, POSTS, distribution=BUILT_IN)
    return root


def test_all_are_listed_sorted_filtered_and_opened(newcomer: Editor, site: Path) -> None:
    newcomer.open_folder(site)
    listed = newcomer.listed()
    assert len(listed) == POSTS
    dated = [path for path in listed if path.startswith("_posts/")]
    assert dated[0] > dated[-1], "the newest comes first"

    newcomer.scene.window.shell.choose_order("oldest")
    newcomer.scene.settle()
    assert newcomer.listed()[0] < dated[0]

    wanted = dated[POSTS // 2]
    newcomer.filter(wanted.removesuffix(".md").rpartition("/")[2])
    until(lambda: len(newcomer.listed()) < POSTS, "the list is narrowed")
    newcomer.pick(wanted)
    assert newcomer.field_text("category") in (site / wanted).read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", [b"", b"this is no database" * 500], ids=["empty", "garbage"])
def test_a_damaged_index_is_never_seen(newcomer: Editor, site: Path, damage: bytes) -> None:
    place = place_of(site.resolve())
    place.parent.mkdir(parents=True, exist_ok=True)
    for file in place.parent.glob(f"{place.name}*"):
        file.unlink()
    place.write_bytes(damage)
    newcomer.open_folder(site)
    assert len(newcomer.listed()) == POSTS


def test_an_index_that_is_cut_short_is_never_seen(newcomer: Editor, site: Path) -> None:
    newcomer.open_folder(site)
    place = place_of(site.resolve())
    newcomer.scene.context.workspace.librarian.close()
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])
    with stage(prompts=Answers()) as scene:
        other = Editor(scene, Answers(), site)
        other.open_folder()
        assert len(other.listed()) == POSTS


def test_two_windows_on_one_folder_see_each_others_saves(newcomer: Editor, site: Path) -> None:
    newcomer.open_folder(site)
    path = newcomer.listed()[0]
    before = (site / path).read_bytes()
    newcomer.pick(path)
    with stage(prompts=Answers()) as scene:
        other = Editor(scene, Answers(), site)
        other.open_folder()
        assert len(other.listed()) == POSTS
        other.pick(path)
        other.fill_in("title", "Changed in the other window")
        other.save()
        until(
            lambda: newcomer.field_text("title") == "Changed in the other window",
            "the first window shows what the other saved",
        )
    (site / path).write_bytes(before)
