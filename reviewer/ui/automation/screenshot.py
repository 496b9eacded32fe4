"""Takes a picture of the real window for ``reviewer screenshot``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.ui.automation.hands import Hands
from reviewer.ui.automation.off_screen import go_off_screen
from reviewer.ui.automation.stage import stage
from reviewer.ui.theme.theme import Scheme

if TYPE_CHECKING:
    from reviewer.ui.automation.stage import Stage


def take(
    path: Path,
    output: Path,
    *,
    post: str,
    size: tuple[int, int],
    theme: str,
    tab: str,
    aside: str,
) -> None:
    """Open ``path``, show ``post`` (empty: the first) on ``tab`` and ``aside``; write the picture.

    Raises ``ReviewerError``.
    """
    go_off_screen()
    with stage(size=size, scheme=Scheme(theme)) as scene:
        scene.open(path)
        if post:
            scene.show(_path_in_folder(scene, post))
        if scene.context.workspace.current is not None:
            Hands(scene.window).click_tab(tab)
            scene.context.actions.run(f"aside-{aside}")
            scene.settle()
        _refuse_another_size(scene, size)
        scene.save_picture(output)


def _refuse_another_size(scene: Stage, asked: tuple[int, int]) -> None:
    """Its columns need their room: the window is larger than a size that is too small."""
    window = scene.window
    if window.size().toTuple() == asked:
        return
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    raise ReviewerError(
        f"The window cannot be {asked[0]}x{asked[1]}.",
        remedy=f"The smallest size that shows all of it is {least.width()}x{least.height()}.",
    )


def _path_in_folder(scene: Stage, post: str) -> str:
    """The post by its path in the folder; it may be given from the current folder, too."""
    folder = scene.context.workspace.folder
    if folder is None or post in scene.context.workspace.catalogue:
        return post
    return folder.relative(Path(post)) if Path(post).is_file() else post
