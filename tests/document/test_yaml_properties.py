"""The contract of edits, over generated front matter in every style and mixture."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from reviewer.document.dialect import Dialect
from reviewer.document.operations import EditRefused, Rename, SetValue
from reviewer.document.post import Post
from tests.measure.trials import faults, paths, trials
from tests.support.yaml_texts import TEXTS, VALUES, blocks, damaged

LIMITS = settings(
    max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def _post(block: str, dialect: Dialect) -> Post:
    text = f"---\n{block}---\nbody\n"
    post = Post.from_bytes(text.encode("utf-8", "surrogateescape"), dialect=dialect)
    assume(post.format == "yaml" and post.problem is None and not post.read_only)
    assume(isinstance(post.data, dict))
    return post


@LIMITS
@given(blocks(), st.sampled_from(list(Dialect)), st.data())
def test_an_edit_changes_its_entry_alone_and_reads_back(block, dialect, data):
    post = _post(block, dialect)
    path = data.draw(st.sampled_from(list(paths(post.data))))
    operation = data.draw(st.sampled_from(list(trials(post.data, path))))
    event(type(operation).__name__)
    new = post.apply(operation)  # nothing here has a reason to be refused
    assert list(faults(post, new, operation)) == []


@LIMITS
@given(blocks(), st.sampled_from(list(Dialect)), VALUES, st.data())
def test_any_value_can_be_written_in_any_place(block, dialect, value, data):
    post = _post(block, dialect)
    path = data.draw(st.sampled_from(list(paths(post.data))))
    operation = SetValue(path, value)
    assert list(faults(post, post.apply(operation), operation)) == []


@LIMITS
@given(blocks(), TEXTS.filter(bool), st.data())
def test_a_key_can_take_any_name(block, name, data):
    post = _post(block, Dialect.YAML_1_1)
    path = (data.draw(st.sampled_from(list(post.data))),)
    assume(name not in post.data)
    operation = Rename(path, name)
    assert list(faults(post, post.apply(operation), operation)) == []


@LIMITS
@given(blocks(), st.randoms(use_true_random=False), st.data())
def test_damaged_text_is_read_or_explained_and_edits_keep_the_contract(block, random, data):
    post = _post(damaged(block, random), Dialect.YAML_1_1)
    found = list(paths(post.data))
    assume(found)
    path = data.draw(st.sampled_from(found))
    operation = data.draw(st.sampled_from(list(trials(post.data, path))))
    with suppress(EditRefused):  # an alias may hold what the edit would change
        assert list(faults(post, post.apply(operation), operation)) == []


@LIMITS
@given(blocks(), st.data())
def test_setting_a_value_to_itself_changes_nothing(block, data):
    post = _post(block, Dialect.YAML_1_1)
    for path in paths(post.data):
        value = post.data
        for key in path:
            value = value[key]
        assert post.apply(SetValue(path, value)).to_bytes() == post.to_bytes()


@LIMITS
@given(blocks(), st.data())
def test_an_edit_and_its_reverse_give_the_same_data(block, data):
    post = _post(block, Dialect.YAML_1_1)
    path = data.draw(st.sampled_from(list(paths(post.data))))
    value = post.data
    for key in path:
        value = value[key]
    there = post.set(path, "something else entirely")
    assert there.set(path, value).data == post.data
