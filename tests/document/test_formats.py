"""The formats serve python-frontmatter as its own handlers do."""

from __future__ import annotations

import frontmatter
import pytest

from reviewer.document.formats import handlers

TEXTS = {
    "yaml": "---\ntitle: x\ntags:\n- a\n---\n\nBody",
    "toml": '+++\ntitle = "x"\ntags = ["a"]\n+++\n\nBody',
    "json": '{\n  "title": "x",\n  "tags": ["a"]\n}\n\nBody',
}


@pytest.mark.parametrize("name", TEXTS)
def test_python_frontmatter_reads_through_our_handlers(name: str) -> None:
    handler = next(each for each in handlers() if each.detect(TEXTS[name]))
    post = frontmatter.loads(TEXTS[name], handler=handler)
    assert handler.name == name
    assert post.metadata == {"title": "x", "tags": ["a"]}
    assert post.content == "Body"


@pytest.mark.parametrize("handler", handlers(), ids=lambda handler: handler.name)
def test_what_is_dumped_is_read_again(handler: frontmatter.default_handlers.BaseHandler) -> None:
    post = frontmatter.Post("Body", title="yes", n=1, seo={"a": ["b"]})
    text = frontmatter.dumps(post, handler=handler)
    again = frontmatter.loads(text, handler=handler)
    assert again.metadata == post.metadata
    assert again.content == "Body"


def test_text_without_front_matter_is_all_content() -> None:
    for handler in handlers():
        assert not handler.detect("Just text")
        assert frontmatter.loads("Just text", handler=handler).content == "Just text"
