"""The post on its real site: the folder's own engine runs, follows what is saved, and is gone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.ui.automation.stage import stage
from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.site.status import Phase
from tests.e2e.driver import Answers, Editor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from reviewer.ui.panels.site.panel import SitePanel

PAGE = "<!doctype html><html><body><h1>{title}</h1><main>{content}</main></body></html>\n"
JEKYLL_POST = "_posts/2026-02-01-ford-talks.md"
HUGO_POST = "content/news/ford-talks.md"
POST = """\
---
layout: post
title: Ford held talks
date: 2026-02-01 06:54:02 +0000
---
First paragraph.
"""
JEKYLL_SITE = {
    "_config.yml": "title: Economy News\nbaseurl: /news\npermalink: /:year/:title/\n",
    "_layouts/post.html": PAGE.format(title="{{ page.title }}", content="{{ content }}"),
    JEKYLL_POST: POST,
    "_drafts/copper.md": POST.replace("Ford held talks", "Copper draft"),
}
HUGO_SITE = {
    "hugo.toml": 'baseURL = "https://economy.example/news/"\ntitle = "Economy News"\n',
    "layouts/_default/single.html": PAGE.format(title="{{ .Title }}", content="{{ .Content }}"),
    "layouts/_default/list.html": PAGE.format(title="{{ .Title }}", content=""),
    HUGO_POST: POST,
}
ENGINES = {
    "jekyll": (JEKYLL_SITE, JEKYLL_POST, "/news/2026/ford-talks/"),
    "hugo": (HUGO_SITE, HUGO_POST, "/news/news/ford-talks/"),
}


class Visitor(Editor):
    """An editor who looks at the real site."""

    @property
    def site(self) -> SitePanel:
        """The page of the right-hand column."""
        panel = self.scene.window.aside.site
        assert panel is not None, "the site page has not been opened"
        return panel

    def start(self) -> None:
        """Run the engine and wait for the post's page."""
        self.scene.context.actions.run("site-start")
        until(lambda: self.site.presenter.phase is Phase.RUNNING, "the engine answers")

    def sees(self, text: str) -> None:
        """Wait until the site's page shows ``text``."""
        found: list[str] = []

        def look() -> bool:
            web = self.site.view.web
            if web is not None:
                web.page().runJavaScript("document.body.innerText", 0, found.append)
            return any(text in str(each) for each in found)

        until(look, f"the site shows “{text}”")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine that is installed."""
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return name


@pytest.fixture
def visitor(qapp: QApplication, engine: str, tmp_path: Path) -> Iterator[Visitor]:
    """An editor with the site of that engine open, and its post shown."""
    files, post, _address = ENGINES[engine]
    folder = tmp_path / "site"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    answers = Answers()
    answers.on_run = True
    with stage(prompts=answers) as scene:
        visitor = Visitor(scene, answers, folder)
        visitor.open_folder()
        visitor.pick(post)
        yield visitor


def test_the_real_page_follows_what_is_saved(visitor: Visitor, engine: str) -> None:
    files, _post, address = ENGINES[engine]
    visitor.start()
    visitor.sees("First paragraph.")
    assert visitor.site.view.address.endswith(address)
    visitor.type_in_body("Written just now. ")
    visitor.save()
    visitor.sees("Written just now. First paragraph.")
    assert _files(visitor.folder) == set(files), "the engine wrote into the site"
    visitor.site.presenter.stop()
    until(lambda: not _left_behind(visitor.folder), "no process is left")


def test_the_engine_ends_with_the_window(visitor: Visitor) -> None:
    visitor.start()
    assert _left_behind(visitor.folder)
    visitor.scene.window.close()
    until(lambda: not _left_behind(visitor.folder), "no process is left")


def test_nothing_is_run_without_a_yes(visitor: Visitor) -> None:
    visitor.answers.on_run = False
    visitor.scene.context.actions.run("site-start")
    until(lambda: visitor.answers.asked_to_run, "the question is asked")
    assert visitor.site.presenter.phase is Phase.OFFERED
    assert not _left_behind(visitor.folder)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _left_behind(folder: Path) -> list[int]:
    """The processes that work in a folder, but this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            place = os.readlink(process / "cwd")
        except OSError:
            continue
        if place == str(folder):
            found.append(int(process.name))
    return found
