"""``reviewer schema``: what it prints and writes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from reviewer.cli.main import main
from reviewer.resources import resource


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("sample-site"), tmp_path / "site"))


def test_yaml_is_the_default(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(site)]) == 0
    out = capsys.readouterr().out
    assert "# inferred from" in out
    assert "sentiment_score" in yaml.safe_load(out)["types"]["_posts · post"]["fields"]


@pytest.mark.parametrize("form", ["json", "json-schema"])
def test_other_formats_are_json(form: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(site), "--format", form]) == 0
    assert (
        "_posts · post"
        in json.loads(capsys.readouterr().out)["types" if form == "json" else "$defs"]
    )


def test_init_writes_the_file_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "init", str(site)]) == 0
    assert (site / ".reviewer" / "reviewer.schema.json").is_file()
    assert main(["schema", str(site)]) == 0
    assert "declared in reviewer.yml, line" in capsys.readouterr().out
    assert main(["schema", "init", str(site)]) == 2


def test_notices_are_told_and_the_rest_goes_on(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "reviewer.yml").write_text("fields:\n  title: {lable: T, max_length: 50}\n")
    assert main(["schema", str(site)]) == 0
    out, err = capsys.readouterr()
    assert "reviewer.yml:2: lable: There is no such setting." in err
    assert "max_length: 50  # declared in reviewer.yml, line 2" in out


def test_notices_of_other_tools_are_listed_on_demand(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / ".pages.yml").write_text("settings: {hide: true}\ncontent:\n  - {name: posts}\n")
    assert main(["schema", str(site), "--notices"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        ".pages.yml:3: content[0].path: A collection or a file with its path is expected here.",
        ".pages.yml:1: settings.hide: It is about what the other tool lets people do.",
    ]
    assert main(["schema", str(site), "--notices", "--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["kind"], first["file"], first["line"]) == ("problem", ".pages.yml", 3)


def test_imported_rules_are_in_force(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fields = "[{name: title, type: string, options: {maxlength: 40}}]"
    text = f"content: [{{name: news, type: collection, path: _posts, fields: {fields}}}]\n"
    (site / ".pages.yml").write_text(text)
    assert main(["schema", str(site)]) == 0
    assert "max_length: 40  # imported from .pages.yml, line 1" in capsys.readouterr().out


def test_drift_lists_outliers(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(site), "--drift"]) == 0
    out = capsys.readouterr().out
    assert "category: “news” in 1 post: 5 posts write “News”. (Use News)" in out


def test_two_folders_are_refused(site: Path) -> None:
    assert main(["schema", str(site), str(site)]) == 2
