"""Joins the social page's widgets and presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.aside.look import Look
from reviewer.ui.panels.preview.presenter import REMOTE_SETTING
from reviewer.ui.panels.social.presenter import SocialPresenter
from reviewer.ui.panels.social.view import SocialView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context


class SocialPanel:
    """The post as a card in social networks; ``tools`` is the choice of its look."""

    def __init__(self, context: Context) -> None:
        self.view = SocialView()
        self.widget: QWidget = self.view
        self._context = context
        self.presenter = SocialPresenter(context, self.view, always=self._loads_remote)
        self.view.part_chosen.connect(self.presenter.go_to)
        self.view.remote_asked.connect(self.presenter.load_remote)
        look = Look(context.theme)
        look.changed.connect(self.view.show_look)
        self.view.show_look(look.dark)
        self.tools: QWidget = look.control

    def _loads_remote(self) -> bool:
        """Whether the editor lets this folder's posts load their remote images."""
        folder = self._context.workspace.folder
        kept = self._context.settings.texts(REMOTE_SETTING)
        return folder is not None and str(folder.root) in kept
