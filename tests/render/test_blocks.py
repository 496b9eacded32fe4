"""The page as blocks, and what must be replaced between two revisions."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reviewer.render.blocks import Block, split
from reviewer.render.images import Images, PreviewAddresses
from reviewer.render.patching import patch

IMAGES = Images(PreviewAddresses("post.md"))


def cut(html: str) -> list[str]:
    return [block.html for block in split(html, IMAGES).blocks]


def test_each_top_level_element_is_a_block() -> None:
    assert cut("<p>a</p>\n<ul><li>b</li></ul>\n<hr>") == [
        "<p>a</p>",
        "<ul><li>b</li></ul>",
        "<hr>",
    ]


def test_loose_text_and_phrases_are_one_block() -> None:
    assert cut("one <b>two</b> three<p>four</p>five") == [
        '<div class="loose">one <b>two</b> three</div>',
        "<p>four</p>",
        '<div class="loose">five</div>',
    ]


def test_angle_brackets_in_attributes_do_not_cut() -> None:
    assert cut('<p title="a > b </p>">x</p>') == ['<p title="a > b </p>">x</p>']


def test_a_void_element_opens_nothing() -> None:
    assert cut("<p>a<br>b</p><p>c</p>") == ["<p>a<br>b</p>", "<p>c</p>"]


def test_the_line_of_a_block_stands_beside_it() -> None:
    (block,) = split('<ul data-line="3"><li data-line="4">a</li></ul>', IMAGES).blocks
    assert block == Block('<ul><li data-offset="1">a</li></ul>', 3)
    assert block.marked() == '<ul data-line="3"><li data-offset="1">a</li></ul>'


def test_a_block_without_line_takes_the_first_one_inside() -> None:
    (block,) = split('<div><p data-line="7">a</p></div>', IMAGES).blocks
    assert block == Block("<div><p>a</p></div>", 7)


BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(["<p>a</p>", "<p>b</p>", "<hr>"]), st.integers(0, 9)),
    max_size=8,
)


@given(BLOCKS, BLOCKS)
def test_a_patch_leads_from_the_old_blocks_to_the_new(old: list[Block], new: list[Block]) -> None:
    changes = patch(old, new)
    html = [block.html for block in old]
    if changes is None:
        assert old == new
        return
    lines = [block.line for block in old]
    end = changes.start + changes.removed
    html[changes.start : end] = changes.html
    moved = [line and line + changes.shift for line in lines[end:]]
    lines[changes.start :] = [-1] * len(changes.html) + moved
    for at, line in changes.lines:
        lines[at] = line
    assert html == [block.html for block in new]
    assert lines == [block.line for block in new]


def test_a_patch_touches_only_the_block_that_differs() -> None:
    old = [Block(f"<p>{n}</p>", n) for n in range(1, 6)]
    new = [*old[:2], Block("<p>new</p>", 3), *old[3:]]
    changes = patch(old, new)
    assert changes is not None
    assert (changes.start, changes.removed, changes.html) == (2, 1, ("<p>new</p>",))


def test_other_lines_alone_replace_nothing() -> None:
    old = [Block("<p>a</p>", 1), Block("<p>b</p>", 3)]
    changes = patch(old, [old[0], Block("<p>b</p>", 4)])
    assert changes is not None
    assert (changes.removed, changes.html, changes.lines) == (0, (), ((1, 4),))


def test_a_line_more_is_said_once_for_all_blocks_behind_it() -> None:
    old = [Block(f"<p>{n}</p>", n) for n in range(1, 6)]
    new = [Block("<p>new</p>", 1), *(Block(block.html, block.line + 1) for block in old[1:])]
    changes = patch(old, new)
    assert changes is not None
    assert (changes.shift, changes.lines) == (1, ((0, 1),))


def test_a_patch_is_plain_ascii_for_the_script() -> None:
    changes = patch([], [Block("<p>\u2028 “quoted”</p>")])
    assert changes is not None
    assert changes.as_json().isascii()
    assert json.loads(changes.as_json())["html"] == ["<p>\u2028 “quoted”</p>"]
