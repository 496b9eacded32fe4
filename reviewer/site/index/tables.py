"""The tables of the index: one place to read before writing SQL against it.

Everything here can be made anew from the files of the folder, so a change of
this module needs no migration: a database made by other code is thrown away.
"""

from __future__ import annotations

META = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value
) WITHOUT ROWID
"""

POSTS = """
-- What the list shows and sorts by. `folder` is the path of the folder, "" for the root;
-- `title_key` is the title casefolded; `date` sorts as text, "" for none; `checked` is 1 where
-- the counts are those of the file as it stands, by the schema as it stands. `revision` grows
-- with every change of the row, so that what is new since a moment can be told.
-- Text that UTF-8 cannot hold (odd file names) is kept as a blob.
CREATE TABLE posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    date TEXT NOT NULL,
    category TEXT NOT NULL,
    draft INTEGER NOT NULL,
    problem TEXT NOT NULL,
    errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0,
    hints INTEGER NOT NULL DEFAULT 0,
    checked INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    revision INTEGER NOT NULL
)
"""

DETAILS = """
-- What learning, checking and searching need besides; `id` is that of the post. `head` is the
-- text down to the end of the front matter, which stands in it from `block_start` to `block_end`
-- (both -1 without any); `data` is the front matter and `notes` what is odd about it, as JSON
-- (`codec.py`). `findings` is NULL until the post has been checked as it stands.
CREATE TABLE details (
    id INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    data TEXT NOT NULL,
    head TEXT NOT NULL,
    block_start INTEGER NOT NULL,
    block_end INTEGER NOT NULL,
    problem_line INTEGER NOT NULL,
    read_only TEXT NOT NULL,
    notes TEXT NOT NULL,
    findings TEXT
)
"""

TABLES = (META, POSTS, DETAILS)

COUNTERS = "INSERT INTO meta VALUES ('revision', 0), ('content', 0)"
"""The newest revision that a row has; how often posts changed other than in their findings."""
