"""The arguments of the commands that drive the window, read without Qt."""

from __future__ import annotations

import argparse
import subprocess
import sys

import pytest

from reviewer.cli import demo, screenshot


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers()
    screenshot.add_parser(subparsers)
    demo.add_parser(subparsers)
    return parser.parse_args(arguments)


def test_a_screenshot_has_sensible_defaults() -> None:
    args = parse("screenshot", "posts", "--output", "x.png")
    assert (args.post, args.size, args.theme, args.tab) == ("", (1440, 900), "light", "details")


def test_a_size_is_width_and_height() -> None:
    assert screenshot.size("1024x768") == (1024, 768)


@pytest.mark.parametrize("text", ["", "1440", "1440X900", "0x0", "199x900", "1440x10001", "-1x900"])
def test_other_sizes_are_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        screenshot.size(text)


def test_the_demo_needs_no_argument() -> None:
    assert parse("demo").output is None


def test_reading_arguments_loads_no_qt() -> None:
    code = (
        "import sys; from reviewer.cli import demo, screenshot;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
