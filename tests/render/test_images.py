"""Images: ours through our scheme, remote ones only when allowed, nothing outside the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.render.images import FileAddresses, PreviewAddresses, site_path
from reviewer.render.markdown import BodyOptions, render_body

if TYPE_CHECKING:
    from pathlib import Path

POST = "_posts/2026/a.md"


def rendered(text: str, *, remote: bool = False) -> tuple[str, tuple[str, ...]]:
    options = BodyOptions(addresses=PreviewAddresses(POST), remote_images=remote)
    result = render_body(text, options)
    return result.html, result.blocked


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("/assets/a.png", "assets/a.png"),
        ("a.png", "_posts/2026/a.png"),
        ("../a.png", "_posts/a.png"),
        ("./img/a%20b.png?raw=1#x", "_posts/2026/img/a b.png"),
        ("img\\a.png", "_posts/2026/img/a.png"),
        ("../../../a.png", ""),
        ("/../a.png", ""),
        ("%2e%2e/%2e%2e/%2e%2e/a.png", ""),
        ("/", ""),
    ],
)
def test_path_from_the_root(source: str, path: str) -> None:
    assert site_path(source, POST) == path


def test_a_local_image_comes_through_our_scheme() -> None:
    html, blocked = rendered('![A "b"](</img/ä b.png>)')
    assert 'src="reviewer-preview://content/img/%C3%A4%20b.png"' in html
    assert blocked == ()


def test_a_local_image_outside_the_site_is_a_box_with_its_address() -> None:
    html, _ = rendered("![A](../../../etc/x.png)")
    assert "<img" not in html
    assert "../../../etc/x.png" in html


@pytest.mark.parametrize("address", ["https://a.org/x.png", "//a.org/x.png"])
def test_a_remote_image_is_a_box_until_allowed(address: str) -> None:
    html, blocked = rendered(f"![Chart]({address})")
    assert "<img" not in html
    assert f"<b>Chart</b><i>{address}</i>" in html
    assert blocked == (address,)
    html, blocked = rendered(f"![Chart]({address})", remote=True)
    assert f'src="{address}"' in html
    assert blocked == ()


def test_an_unencrypted_image_is_asked_for_over_https() -> None:
    html, blocked = rendered("![Chart](http://a.org/x.png)")
    assert "<img" not in html
    assert blocked == ("http://a.org/x.png",)
    html, blocked = rendered("![Chart](HTTP://a.org/x.png?a=1&b=2)", remote=True)
    assert 'src="https://a.org/x.png?a=1&amp;b=2"' in html
    assert blocked == ()


def test_an_image_in_raw_html_is_treated_alike() -> None:
    html, blocked = rendered('<figure><IMG alt=x SRC="https://a.org/x.png"></figure>')
    assert "<img" not in html
    assert blocked == ("https://a.org/x.png",)


def test_an_image_twice_in_a_post_is_offered_once() -> None:
    assert rendered("![](https://a.org/x.png) ![](https://a.org/x.png)")[1] == (
        "https://a.org/x.png",
    )


def test_an_address_cannot_break_out_of_its_box() -> None:
    html, _ = rendered("<img src='https://a.org/\"><b onclick=x>' alt='<i>'>")
    assert "<b onclick" not in html
    assert "<b>&lt;i&gt;</b>" in html


def test_a_saved_page_refers_to_the_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "static" / "img").mkdir(parents=True)
    (tmp_path / "static" / "img" / "a b.png").touch()
    absolute = FileAddresses(tmp_path, POST, ("static",))
    relative = FileAddresses(tmp_path, POST, ("static",), page_folder=tmp_path / "out")
    file = tmp_path / "static" / "img" / "a b.png"
    assert absolute.local("/img/a b.png") == file.as_uri()
    assert relative.local("/img/a b.png") == "../static/img/a%20b.png"
    assert relative.local("../../../a.png") is None
