"""Fast searches over the index find what a slow look at each post finds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviewer.site.index.finder import Finder
from reviewer.site.index.messages import Search
from reviewer.site.index.store import Store
from reviewer.site.query.parser import parse
from tests.support.plain_search import Written, fits, put

WORDS = ["tax", "Tax", "tea", "Ärger", "straße", "news", "2026", "1", "10", "0.5", "a.b", "x_y"]
NAMES = ["tags", "Tags", "category", "score", "updated", "seo", "seo.title", "summary", "year"]
DATES = ["", "2025-12-31", "2026-01-01", "2026-01-31 10:30:00", "2026-02-01", "2027-01-01"]

words = st.sampled_from(WORDS)
plain = st.one_of(
    words,
    st.lists(words, max_size=3).map(" ".join),
    st.integers(-2, 12),
    st.sampled_from([0.5, 1.0, float("inf"), 10**400, True, False, None, ""]),
    st.sampled_from([date(2026, 1, 1), datetime(2026, 1, 31, 10, 30, tzinfo=UTC), "2026-02-03"]),
)
values: st.SearchStrategy[Any] = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "Title", "x"]), inner, max_size=2)
    ),
    max_leaves=5,
)
names = st.sampled_from(["a", "news/tax", "News/sub/tea", "newsletter/b", "Ä/ö"])


@st.composite
def posts(draw: st.DrawFn) -> list[Written]:
    count = draw(st.integers(1, 6))
    return [
        Written(
            id=number + 1,
            path=f"{draw(names)}-{number}.md",
            title=" ".join(draw(st.lists(words, max_size=3))),
            date=draw(st.sampled_from(DATES)),
            data=draw(st.dictionaries(st.sampled_from(NAMES), values, max_size=4)),
            body=" ".join(draw(st.lists(words, max_size=5))),
            draft=draw(st.booleans()),
            problem=draw(st.sampled_from(["", "", "It is broken."])),
            errors=draw(st.integers(0, 2)),
            warnings=draw(st.integers(0, 2)),
            hints=draw(st.integers(0, 1)),
            checked=draw(st.booleans()),
            changed=draw(st.booleans()),
        )
        for number in range(count)
    ]


signs = st.sampled_from([":", "=", "!=", "<", "<=", ">", ">="])
amounts = st.sampled_from(["0", "1", "0.5", "2026", "2026-01", "2026-01-31T10:30", "10"])
leaves = st.one_of(
    words,
    words.map(lambda word: f'"{word}"'),
    st.tuples(words, words).map(lambda pair: f'"{pair[0]} {pair[1]}"'),
    words.map(lambda word: f"text:{word[:2]}"),
    st.tuples(st.sampled_from(["date"]), signs, amounts.filter(lambda text: "20" in text)).map(
        "".join
    ),
    st.tuples(st.sampled_from(["year"]), signs, st.just("2026")).map("".join),
    st.tuples(
        st.sampled_from(["problems", "errors", "warnings", "hints"]),
        signs,
        st.sampled_from(["0", "1", "2"]),
    ).map("".join),
    st.tuples(
        st.sampled_from(["title", "path", "folder", *NAMES]),
        st.sampled_from([":", "=", "!="]),
        words,
    )
    .map("".join)
    .filter(lambda text: not text.startswith("year")),
    st.tuples(st.sampled_from(["score", "updated", "tags", ".year"]), signs, amounts).map("".join),
    st.sampled_from([f"{name}:" for name in ("seo", "tags", ".year", "date", "folder", "draft")]),
    st.sampled_from(
        [f"state:{name}" for name in ("draft", "published", "changed", "broken", "clear")]
    ),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(lambda text: f"-({text})"),
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
    ),
    max_leaves=4,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(posts(), st.lists(queries, min_size=1, max_size=4))
@example([Written(1, "a.md", body="Ärger")], ["text:a."])
def test_index_and_plain_look_find_the_same(found: list[Written], asked: list[str]) -> None:
    with TemporaryDirectory() as place:
        root = Path(place)
        store = Store.in_memory("")
        try:
            for post in found:
                put(store, root, post)
            finder = Finder(store, root)
            for query in asked:
                _assert_same(finder, found, query)
        finally:
            store.close()


def _assert_same(finder: Finder, found: list[Written], query: str) -> None:
    changed = frozenset(post.id for post in found if post.changed)
    search = Search(query, changed=changed)
    finder.gather(search, lambda _done, _total: None, lambda: False)
    answer = finder.search(search)
    if not answer.similar:
        assert answer.pending == 0
        assert sorted(answer.ids) == [post.id for post in found if fits(parse(query), post)]
