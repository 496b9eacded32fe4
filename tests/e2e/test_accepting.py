"""An editor accepts a finding with a reason, and takes that back, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks import waivers
from reviewer.ui.automation.waiting import until
from tests.e2e.site import BROKEN

if TYPE_CHECKING:
    from tests.e2e.driver import Editor

REASON = "Told to the author, who is away."


def test_a_finding_is_accepted_and_counts_again_once_taken_back(editor: Editor) -> None:
    editor.answers.text = REASON
    editor.pick(BROKEN)
    editor.go_to_tab("problems")
    problems = editor.scene.window.problems.widget
    before = len(problems.cards)
    problems.cards[0].accept_button.click()
    until(lambda: editor.post.accepted, "the finding is accepted")
    (waiver,) = waivers.load(editor.folder).by_post[BROKEN].values()
    assert waiver.reason == REASON
    assert len(problems.cards) == before - 1
    problems.accepted.fold.click()
    problems.accepted.buttons[0].click()
    until(lambda: not editor.post.accepted, "it counts again")
    assert len(problems.cards) == before
    assert not (editor.folder / waivers.FOLDER).exists()
