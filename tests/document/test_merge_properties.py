"""What holds for every merge, whatever the posts: hypothesis looks for a post that breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer.document.lines import split_lines
from reviewer.document.merge import Choice, Merged, Part, merge, resolve
from reviewer.document.merge_marked import marked
from reviewer.document.merge_renames import renames
from reviewer.document.operations import EditRefused, Operation, Rename, carry_out, same
from reviewer.document.post import Post
from tests.measure.trials import paths, trials
from tests.support.yaml_texts import blocks

if TYPE_CHECKING:
    from random import Random

BODIES = st.lists(st.sampled_from("abc"), max_size=5).map(lambda lines: "\n".join([*lines, ""]))
POSTS = st.builds(
    lambda block, body: Post.from_bytes(f"---\n{block}---\n{body}".encode()), blocks(), BODIES
)
FILES = st.one_of(
    st.binary(max_size=40),
    st.text(alphabet="-+{}\n\r:a b#\ufeff", max_size=30).map(lambda text: text.encode("utf-16")),
    POSTS.map(Post.to_bytes),
    POSTS.map(lambda post: post.to_bytes().replace(b": ", b":", 1)),
    POSTS.map(lambda post: post.body.encode()),
    st.just(b'+++\ntitle = "x"\n+++\na\n'),
    st.just(b'{"title": "x"}\na\n'),
).map(Post.from_bytes)


@given(FILES, FILES)
def test_what_one_side_alone_did_is_the_merge_byte_for_byte(base: Post, side: Post) -> None:
    for mine, theirs in ((side, base), (base, side), (side, side)):
        merged = merge(base, mine, theirs)
        assert merged.is_clean
        assert merged.post.to_bytes() == side.to_bytes()


@given(FILES, FILES, FILES)
def test_any_three_files_merge_and_every_decision_can_be_carried_out(
    base: Post, mine: Post, theirs: Post
) -> None:
    merged = merge(base, mine, theirs)
    assert Post.from_bytes(merged.post.to_bytes()).text == merged.post.text
    for choice in Choice:
        try:
            decided = resolve(merged, dict.fromkeys(merged.conflicts, choice))
        except EditRefused:
            # UTF-8 cannot hold half a surrogate pair, YAML cannot hold some keys of JSON.
            continue
        assert choice is not Choice.MINE or decided is merged.post


@given(POSTS, POSTS, POSTS)
def test_three_unlike_posts_merge_into_what_their_fields_say(
    base: Post, mine: Post, theirs: Post
) -> None:
    assume(all(_is_plain(post) for post in (base, mine, theirs)))
    assume(not renames(base.data, mine.data, theirs.data))
    merged = merge(base, mine, theirs)
    contested = {each.path[0] for each in merged.conflicts if each.part is Part.FIELD}
    assume(all(each.part is not Part.FRONT_MATTER for each in merged.conflicts))
    assert not merged.post.problem
    for key in {**base.data, **mine.data, **theirs.data}:
        versions = [post.data.get(key, "absent") for post in (base, mine, theirs)]
        if key not in contested and same(versions[0], versions[1]):
            assert same(merged.post.data.get(key, "absent"), versions[2])
        if key not in contested and same(versions[0], versions[2]):
            assert same(merged.post.data.get(key, "absent"), versions[1])


@given(POSTS, POSTS, POSTS)
def test_both_editors_come_to_the_same(base: Post, mine: Post, theirs: Post) -> None:
    assume(all(_is_plain(post) for post in (base, mine, theirs)))
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    # Blank lines that belong to a value ("|+") may leave only the choice of the whole, either way.
    assume(all(each.part is not Part.FRONT_MATTER for each in (*one.conflicts, *other.conflicts)))
    assert _contested(one) == _contested(other)
    if one.is_clean:
        assert same(one.post.data, other.post.data)
        assert one.post.body == other.post.body


@given(POSTS, st.randoms(use_true_random=False))
def test_edits_of_different_fields_unite(base: Post, random: Random) -> None:
    assume(_is_plain(base) and len(base.data) > 1)
    keys = random.sample(list(base.data), 2)
    mine, one = _edited(base, keys[0], random)
    theirs, other = _edited(base, keys[1], random)
    assume(not isinstance(one, Rename) or not isinstance(other, Rename))  # both to one name
    merged = merge(base, mine, theirs)
    assert merged.is_clean
    assert same(merged.post.data, carry_out(carry_out(base.data, one), other))
    assert merged.post.body == base.body


@given(POSTS, st.randoms(use_true_random=False))
def test_edits_of_many_fields_unite_where_no_field_is_edited_twice(
    base: Post, random: Random
) -> None:
    assume(_is_plain(base) and len(base.data) > 1)
    keys = random.sample(list(base.data), len(base.data))
    cut = random.randint(1, len(keys) - 1)
    (mine, ours), (theirs, others) = (
        _edited_in_all(base, side, random) for side in (keys[:cut], keys[cut:])
    )
    merged = merge(base, mine, theirs)
    assert merged.is_clean
    expected = base.data
    for operation in (*ours, *others):
        expected = carry_out(expected, operation)
    assert same(merged.post.data, expected)


@given(st.lists(st.sampled_from(("mine", "theirs", "rest", "same")), max_size=12))
def test_edits_of_lines_that_do_not_touch_unite(plan: list[str]) -> None:
    # Between any two lines that somebody may edit stands one that nobody does.
    base, mine, theirs, both = (
        Post.from_bytes(_body(plan, *edits).encode())
        for edits in ((), ("mine", "same"), ("theirs", "same"), ("mine", "theirs", "same"))
    )
    for merged in (merge(base, mine, theirs), merge(base, theirs, mine)):
        assert merged.is_clean
        assert merged.post.text == both.text


@given(POSTS, st.randoms(use_true_random=False), BODIES)
def test_a_field_here_and_the_body_there_unite(base: Post, random: Random, body: str) -> None:
    assume(_is_plain(base) and base.data)
    mine, operation = _edited(base, random.choice(list(base.data)), random)
    merged = merge(base, mine, base.with_body(body))
    assert merged.is_clean
    assert (merged.post.body, merged.post.text) == (body, mine.with_body(body).text)
    assert same(merged.post.data, carry_out(base.data, operation))


@given(POSTS, POSTS, POSTS)
def test_between_markers_stand_both_decisions(base: Post, mine: Post, theirs: Post) -> None:
    assume(all(_is_plain(post) for post in (base, mine, theirs)))
    merged = merge(base, mine, theirs)
    try:
        decided = resolve(merged, dict.fromkeys(merged.conflicts, Choice.THEIRS))
    except EditRefused:
        assume(False)
        raise
    parts: dict[str, list[str]] = {"ours": [], "theirs": []}
    inside = ("ours", "theirs")
    for line in split_lines(marked(merged, theirs).text):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            inside = {"<": ("ours",), "=": ("theirs",), ">": ("ours", "theirs")}[line[0]]
        else:
            for side in inside:
                parts[side].append(line)
    assert "".join(parts["ours"]) == merged.post.text
    assert "".join(parts["theirs"]) == decided.text
    assert merged.is_clean == (merged.post.text == decided.text)


@given(POSTS, POSTS, POSTS)
def test_nothing_that_a_side_wrote_is_lost(base: Post, mine: Post, theirs: Post) -> None:
    assume(all(_is_plain(post) for post in (base, mine, theirs)))
    merged = merge(base, mine, theirs)
    assume(all(each.part is not Part.FRONT_MATTER for each in merged.conflicts))
    said = [merged.post.text]
    for conflict in merged.conflicts:
        said += [conflict.mine.text, conflict.theirs.text, repr(conflict.theirs.value)]
    kept = "\n".join(said)
    for side in (mine, theirs):
        for leaf in _leaves(side.data) - _leaves(base.data):
            assert leaf in _leaves(merged.post.data) or any(
                leaf in _leaves(version.value)
                for conflict in merged.conflicts
                for version in (conflict.mine, conflict.theirs)
            )
        for line in {*split_lines(side.body)} - {*split_lines(base.body)}:
            assert line in kept


def _is_plain(post: Post) -> bool:
    return post.format == "yaml" and not post.problem and not post.notes


def _contested(merged: Merged) -> set[tuple[Part, Any]]:
    return {(each.part, each.path) for each in merged.conflicts if each.part is not Part.BODY}


def _edited(post: Post, key: Any, random: Random) -> tuple[Post, Operation]:
    """One edit, at random, of the field ``key``."""
    inside = [path for path in paths(post.data) if path[0] == key]
    options = [each for path in inside for each in trials(post.data, path)]
    operation = random.choice([each for each in options if each.path[0] == key])
    try:
        return post.apply(operation), operation
    except EditRefused:
        assume(False)
        raise


def _edited_in_all(post: Post, keys: list[Any], random: Random) -> tuple[Post, list[Operation]]:
    """One edit, at random, of each of these fields; none gives a field another name."""
    operations: list[Operation] = []
    for key in keys:
        post, operation = _edited(post, key, random)
        assume(not isinstance(operation, Rename))
        operations.append(operation)
    return post, operations


def _body(plan: list[str], *edited: str) -> str:
    """A line for each item of the plan, changed where its side is among ``edited``."""
    return "".join(
        f"Line {number}{' changed' if side in edited else ''}.\n\nBetween {number}.\n\n"
        for number, side in enumerate(plan)
    )


def _leaves(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_leaves(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*map(_leaves, value))
    return {repr(value)}
