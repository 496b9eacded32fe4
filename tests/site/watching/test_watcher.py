"""What is told of a folder in which other programs are at work: real files, real events."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from reviewer.site.folder import Folder
from reviewer.site.storage import read, save
from reviewer.site.watching.events import NoEvents
from reviewer.site.watching.watcher import MANY, Pace, Watcher
from tests.support.watching import Ears

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from threading import Event

    from reviewer.site.watching.events import Events

POST = "---\ntitle: A\n---\nText.\n"
BRISK = Pace(root=0.2, away=0.05, polling=0.05, share=1.0)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A Jekyll site with one post."""
    root = tmp_path / "site"
    (root / "_posts" / "2026").mkdir(parents=True)
    (root / "_config.yml").write_text("title: A\n", encoding="utf-8")
    (root / "_posts" / "2026" / "2026-01-01-a.md").write_text(POST, encoding="utf-8")
    return root


@pytest.fixture
def watch() -> Iterator[Callable[..., Ears]]:
    """Starts a watcher and gives what it says."""
    watchers: list[Watcher] = []

    def start(root: Path, **options: object) -> Ears:
        ears = Ears()
        watchers.append(Watcher(Folder.open(root), ears, pace=BRISK, **options))
        watchers[-1].start()
        ears.await_word("standing")
        ears.forget()
        return ears

    yield start
    for each in watchers:
        each.stop()


def test_a_changed_post_is_told(site: Path, watch: Callable[..., Ears]) -> None:
    ears = watch(site)
    (site / "_posts/2026/2026-01-01-a.md").write_text(POST + "More.\n", encoding="utf-8")
    ears.await_place("_posts/2026/2026-01-01-a.md")
    assert ears.looks() == 0


def test_a_new_post_is_told(site: Path, watch: Callable[..., Ears]) -> None:
    ears = watch(site)
    (site / "_posts/2026-01-02-b.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2026-01-02-b.md")


def test_a_deleted_post_is_told(site: Path, watch: Callable[..., Ears]) -> None:
    ears = watch(site)
    (site / "_posts/2026/2026-01-01-a.md").unlink()
    ears.await_place("_posts/2026/2026-01-01-a.md")


def test_both_names_of_a_renamed_post_are_told_together(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    (site / "_posts/2026/2026-01-01-a.md").rename(site / "_posts/2026-01-01-b.md")
    ears.await_place("_posts/2026-01-01-b.md")
    (told,) = [what for kind, what in ears.heard if kind == "changed"]
    assert told == ["_posts/2026-01-01-b.md", "_posts/2026/2026-01-01-a.md"]


def test_a_file_that_is_saved_under_another_name_first_is_one_change(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    post = site / "_posts/2026/2026-01-01-a.md"
    save(post, b"---\ntitle: B\n---\n", read(post).digest)
    ears.await_place("_posts/2026/2026-01-01-a.md")
    assert ears.places() == {"_posts/2026/2026-01-01-a.md"}


def test_posts_in_a_new_folder_of_new_folders_are_told(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    deep = site / "_posts" / "2027" / "spring"
    deep.mkdir(parents=True)
    (deep / "2027-03-01-a.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2027")
    ears.forget()
    (deep / "2027-03-02-b.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2027/spring/2027-03-02-b.md")


def test_a_deleted_folder_is_told(site: Path, watch: Callable[..., Ears]) -> None:
    ears = watch(site)
    shutil.rmtree(site / "_posts" / "2026")
    ears.await_place("_posts/2026")


def test_a_renamed_folder_is_told_and_watched_under_its_new_name(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    (site / "_posts/2026").rename(site / "_posts/old")
    ears.await_place("_posts/old")
    assert "_posts/2026" in ears.places()
    (site / "_posts/old/2026-01-01-a.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/old/2026-01-01-a.md")


def test_files_that_are_no_posts_and_folders_that_hold_none_are_not_told(
    site: Path, watch: Callable[..., Ears]
) -> None:
    (site / "_site").mkdir()
    (site / ".git").mkdir()
    ears = watch(site)
    for name in ("_site/a.md", ".git/b.md", "_posts/c.png", "_posts/.d.md", "_posts/e.md~"):
        (site / name).write_text(POST, encoding="utf-8")
    (site / "_posts/2026-01-02-last.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2026-01-02-last.md")
    assert ears.places() == {"_posts/2026-01-02-last.md"}
    assert ears.looks() == 0


def test_very_many_changes_are_few_looks_at_everything(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    for number in range(MANY * 4):
        (site / f"_posts/2026-01-03-{number}.md").write_text(POST, encoding="utf-8")
    ears.until(lambda: ears.looks() > 0, "a look at everything")
    (site / "_posts/2026-01-04-last.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2026-01-04-last.md")
    assert len(ears.heard) < MANY // 10


def test_a_checkout_of_another_branch_is_few_looks_at_everything(
    site: Path, watch: Callable[..., Ears]
) -> None:
    git = ["git", "-C", str(site), "-c", "user.name=A", "-c", "user.email=a@example.org"]

    def run(*arguments: str) -> None:
        subprocess.run([*git, *arguments], check=True, capture_output=True)

    run("init", "--quiet", "--initial-branch=main")
    run("add", ".")
    run("commit", "--quiet", "-m", "one")
    run("checkout", "--quiet", "-b", "other")
    for number in range(MANY * 2):
        (site / f"_posts/2026-01-03-{number}.md").write_text(POST, encoding="utf-8")
    run("add", ".")
    run("commit", "--quiet", "-m", "two")
    ears = watch(site)
    run("checkout", "--quiet", "main")
    ears.until(lambda: ears.looks() > 0, "a look at everything")
    run("checkout", "--quiet", "other")
    ears.until(lambda: ears.looks() > 1, "another look at everything")
    assert len(ears.heard) < MANY // 10


def test_a_configuration_that_makes_other_files_posts_asks_for_opening_anew(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    (site / "_config.yml").write_text("exclude: [_posts/2026]\n", encoding="utf-8")
    ears.await_word("reconfigured")


def test_a_folder_that_is_moved_away_and_back_is_told(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    site.rename(site.with_name("elsewhere"))
    assert "cannot be reached" in str(ears.await_word("away"))
    site.with_name("elsewhere").rename(site)
    ears.await_word("back")
    ears.await_word("standing")
    (site / "_posts/2026-01-02-b.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2026-01-02-b.md")


def test_an_empty_folder_in_its_place_counts_as_away(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    elsewhere = site.with_name("elsewhere")
    (site.with_name("empty")).mkdir()
    site.rename(elsewhere)
    site.with_name("empty").rename(site)
    ears.await_word("away")
    ears.forget()
    site.rmdir()
    elsewhere.rename(site)
    ears.await_word("back")


def test_another_folder_in_its_place_is_looked_at_and_watched(
    site: Path, watch: Callable[..., Ears]
) -> None:
    ears = watch(site)
    other = site.with_name("other")
    shutil.copytree(site, other)
    site.rename(site.with_name("elsewhere"))
    other.rename(site)
    ears.until(lambda: ears.looks() > 0, "a look at everything")
    (site / "_posts/2026-01-02-b.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2026-01-02-b.md")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no symbolic links")
def test_a_folder_behind_a_symbolic_link_is_watched(site: Path, watch: Callable[..., Ears]) -> None:
    link = site.with_name("link")
    link.symlink_to(site)
    ears = watch(link)
    (site / "_posts/2026-01-02-b.md").write_text(POST, encoding="utf-8")
    ears.await_place("_posts/2026-01-02-b.md")


def test_where_the_system_grants_no_watches_everything_is_looked_at_now_and_then(
    site: Path,
) -> None:
    def refuse(_folders: Sequence[str], _stopped: Event) -> Events:
        raise NoEvents(os.strerror(errno.ENOSPC))

    ears = Ears()
    watcher = Watcher(Folder.open(site), ears, open_events=refuse, pace=BRISK)
    watcher.start()
    assert ears.await_word("slow") == os.strerror(errno.ENOSPC)
    ears.until(lambda: ears.looks() > 2, "several looks at everything")
    watcher.stop()


def test_a_folder_that_goes_is_told_where_the_system_grants_no_watches(
    site: Path, watch: Callable[..., Ears]
) -> None:
    def refuse(_folders: Sequence[str], _stopped: Event) -> Events:
        raise NoEvents("none")

    ears = watch(site, open_events=refuse)
    site.rename(site.with_name("elsewhere"))
    ears.await_word("away")


def test_nothing_is_told_after_the_end(site: Path) -> None:
    ears = Ears()
    watcher = Watcher(Folder.open(site), ears, pace=BRISK)
    watcher.start()
    watcher.stop()
    ears.forget()
    (site / "_posts/2026-01-02-b.md").write_text(POST, encoding="utf-8")
    assert ears.heard == []


@pytest.mark.parametrize("there", [".", ".reviewer", ".reviewer/reviews/_posts"])
def test_a_decision_that_somebody_brings_is_told(
    site: Path, watch: Callable[..., Ears], there: str
) -> None:
    (site / there).mkdir(parents=True, exist_ok=True)
    ears = watch(site)
    file = site / ".reviewer/reviews/_posts/a.md.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("- {state: approved}\n", encoding="utf-8")
    ears.until(
        lambda: any(place.startswith(".reviewer") for place in ears.places()),
        "something among the decisions",
    )
