"""What can serve a folder, by which command, and what is said where it is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.site.folder import Folder
from reviewer.site.serving.command import Command, Request
from reviewer.site.serving.hugo import HugoRecipe
from reviewer.site.serving.installing import WAYS, how_to_install
from reviewer.site.serving.jekyll import JekyllRecipe
from reviewer.site.serving.mkdocs import MkDocsRecipe
from reviewer.site.serving.node import AstroRecipe, EleventyRecipe
from reviewer.site.serving.offers import offer_for
from reviewer.site.serving.zola import ZolaRecipe

FILES = {
    "jekyll": "_config.yml",
    "hugo": "hugo.toml",
    "mkdocs": "mkdocs.yml",
    "astro": "astro.config.mjs",
    "eleventy": ".eleventy.js",
}


def everything(name: str) -> str:
    """Every program is installed."""
    return f"/bin/{name}"


def nothing(_name: str) -> None:
    """No program is installed."""


def site(root: Path, *files: str) -> Folder:
    """A folder with these files, most of them empty."""
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("title = 'T'\n" if name.endswith(".toml") else "title: T\n")
    return Folder.open(root)


def request(root: Path, base: str = "") -> Request:
    """A server on port 4000."""
    scratch = root / "scratch"
    scratch.mkdir(exist_ok=True)
    return Request(root, scratch, 4000, base)


def jekyll(root: Path) -> Command:
    """Jekyll's command for a folder."""
    return JekyllRecipe().command(request(root), everything)


@pytest.mark.parametrize("engine", FILES)
def test_every_known_engine_is_offered(engine: str, tmp_path: Path) -> None:
    offer = offer_for(site(tmp_path, FILES[engine], "content/a.md"), everything)
    assert offer is not None
    assert offer.recipe.label.lower().startswith(engine)


def test_a_plain_folder_is_not_offered(tmp_path: Path) -> None:
    assert offer_for(site(tmp_path, "a.md"), everything) is None


def test_a_site_below_the_folder_is_served_where_it_lies(tmp_path: Path) -> None:
    offer = offer_for(site(tmp_path, "docs/_config.yml", "docs/_posts/2026-01-01-a.md"), everything)
    assert offer is not None
    assert offer.site == tmp_path / "docs"


@pytest.mark.parametrize("engine", FILES)
def test_what_is_missing_comes_with_the_way_to_get_it(engine: str, tmp_path: Path) -> None:
    offer = offer_for(site(tmp_path, FILES[engine], "content/a.md"), nothing)
    assert offer is not None
    assert offer.missing is not None
    assert "not installed" in offer.missing.what
    assert offer.missing.how


def test_packages_of_the_site_are_not_fetched_but_asked_for(tmp_path: Path) -> None:
    missing = AstroRecipe().missing(tmp_path, everything)
    assert missing is not None
    assert missing.how == "npm install"


def test_a_theme_is_installed_with_mkdocs(tmp_path: Path) -> None:
    missing = MkDocsRecipe({"theme": {"name": "material"}}).missing(tmp_path, nothing)
    assert missing is not None
    assert missing.how == "pip install mkdocs mkdocs-material"


@pytest.mark.parametrize("engine", WAYS)
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_has_a_way(engine: str, system: str) -> None:
    assert how_to_install(engine, everything, system)


def test_the_package_program_that_is_there_is_named() -> None:
    assert how_to_install("hugo", lambda name: name if name == "dnf" else None, "linux") == (
        "sudo dnf install hugo"
    )


@pytest.mark.parametrize(
    "recipe", [JekyllRecipe(), HugoRecipe(), MkDocsRecipe(), ZolaRecipe(), AstroRecipe()]
)
def test_servers_answer_this_machine_only(
    recipe: JekyllRecipe | HugoRecipe | MkDocsRecipe | ZolaRecipe | AstroRecipe, tmp_path: Path
) -> None:
    words = recipe.command(request(tmp_path), everything).argv
    assert any("127.0.0.1" in word for word in words)
    assert any("4000" in word for word in words)


def test_eleventy_builds_and_we_serve(tmp_path: Path) -> None:
    command = EleventyRecipe().command(request(tmp_path), everything)
    assert "--serve" not in command.argv
    assert command.published == tmp_path / "scratch" / "site"


def test_jekyll_writes_into_the_scratch_folder(tmp_path: Path) -> None:
    argv = jekyll(tmp_path).argv
    assert argv[argv.index("--destination") + 1] == str(tmp_path / "scratch" / "site")
    assert "--disable-disk-cache" in argv


def test_a_gemfile_is_heeded(tmp_path: Path) -> None:
    (tmp_path / "Gemfile").write_text("gem 'jekyll'\n")
    assert jekyll(tmp_path).argv[:3] == ("/bin/bundle", "exec", "jekyll")
    assert JekyllRecipe().shown(tmp_path) == "bundle exec jekyll serve"


def test_a_lock_file_is_written_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "Gemfile").write_text("gem 'jekyll'\n")
    assert jekyll(tmp_path).env["BUNDLE_GEMFILE"] == str(tmp_path / "scratch" / "Gemfile")


def test_a_lock_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "Gemfile").write_text("gem 'jekyll'\n")
    (tmp_path / "Gemfile.lock").write_text("")
    assert jekyll(tmp_path).env["BUNDLE_FROZEN"] == "true"


def test_a_gemfile_that_names_its_neighbours_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "Gemfile").write_text("gemspec\n")
    assert "BUNDLE_GEMFILE" not in jekyll(tmp_path).env


def test_hugo_keeps_the_path_of_the_site(tmp_path: Path) -> None:
    argv = HugoRecipe().command(request(tmp_path, "/blog"), everything).argv
    assert argv[argv.index("--baseURL") + 1] == "http://127.0.0.1:4000/blog/"


def test_hugo_gets_a_copy_of_what_it_generated(tmp_path: Path) -> None:
    made = tmp_path / "resources" / "_gen" / "style.css"
    made.parent.mkdir(parents=True)
    made.write_text("p {}")
    folder = Path(HugoRecipe().command(request(tmp_path), everything).env["HUGO_RESOURCEDIR"])
    assert (folder / "_gen" / "style.css").read_text() == "p {}"
