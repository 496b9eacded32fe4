"""``reviewer baseline`` and ``reviewer check --baseline``; waivers and rules in ``check``."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from reviewer.checks.sieve import Sieve
from reviewer.checks.waivers import Waiver
from reviewer.cli.checking import check_all
from reviewer.cli.main import main
from reviewer.resources import resource
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("sample-site"), tmp_path / "site"))


def test_an_old_folder_starts_green(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(site)]) == 1
    assert main(["baseline", str(site)]) == 0
    assert "will not be told again" in capsys.readouterr().out
    assert main(["check", str(site), "--baseline"]) == 0
    assert "0 errors, 0 warnings, 0 hints" in capsys.readouterr().out
    assert main(["check", str(site)]) == 1


def test_new_finding_counts(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", str(site)]) == 0
    post = site / "_posts" / "2026-03-01-new.md"
    post.write_text("---\nlayout: post\ntitle: New\ndate: 2026-02-30\n---\n")
    capsys.readouterr()
    assert main(["check", str(site), "--baseline"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert all("2026-03-01-new.md" in line for line in out[:-1])


def test_waived_finding_is_not_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library(Folder.open(site)) as library:
        check_all(library)
        path, (finding, *_others) = next(library.told(Sieve()))
        entry = library.entry(path)
        assert entry is not None
    waiver = Waiver.of(entry.path, finding, entry.data, "Ines", date(2026, 2, 1), "Known.")
    (site / waiver.file).parent.mkdir(parents=True)
    (site / waiver.file).write_text(waiver.text())
    assert main(["check", str(site)]) in (0, 1)
    assert finding.message not in [
        line for line in capsys.readouterr().out.splitlines() if entry.path in line
    ]


def test_declared_rules_are_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "reviewer.yml").write_text(
        "rules:\n"
        "  fits:\n"
        "    when: {sentiment_score: {gte: 7}}\n"
        "    then: {sentiment_label: Nothing}\n"
        "    message: High scores need a label.\n"
    )
    assert main(["check", str(site)]) == 1
    assert "sentiment_label: High scores need a label. [rule:fits]" in capsys.readouterr().out


def test_what_is_wrong_with_the_configuration_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "reviewer.yml").write_text("fields: {title: {lable: x}}\n")
    main(["check", str(site)])
    assert "reviewer.yml:1: lable: There is no such setting." in capsys.readouterr().err


def test_value_of_two_posts_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "reviewer.yml").write_text("fields: {title: {unique: folder}}\n")
    text = (site / "_posts" / "2026-02-01-ford-xiaomi-ev-partnership.md").read_text()
    (site / "_posts" / "2026-03-01-twin.md").write_text(text)
    assert main(["check", str(site)]) == 1
    out = capsys.readouterr().out
    assert "2026-02-01-ford-xiaomi-ev-partnership.md, too; it should be in one post only." in out
