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
-- the file as it stands has been judged by the schema as it stands, `examined` where its whole
-- text has been by the rules that are chosen; the counts add up both. `revision` grows
-- with every change of the row, so that what is new since a moment can be told; `content` is
-- what the counter of that name stood at when the file was last read or moved; `review` is what
-- was decided about the text as it stands (`reviewing.py`), "" where nothing was or is known.
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
    examined INTEGER NOT NULL DEFAULT 0,
    review TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    content INTEGER NOT NULL
)
"""

DETAILS = """
-- What learning, checking and searching need besides; `id` is that of the post. `head` is the
-- text down to the end of the front matter, which stands in it from `block_start` to `block_end`
-- (both -1 without any); `data` is the front matter and `notes` what is odd about it, as JSON
-- (`codec.py`).
CREATE TABLE details (
    id INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    data TEXT NOT NULL,
    head TEXT NOT NULL,
    block_start INTEGER NOT NULL,
    block_end INTEGER NOT NULL,
    problem_line INTEGER NOT NULL,
    read_only TEXT NOT NULL,
    notes TEXT NOT NULL
)
"""

FINDINGS = """
-- What was found in those posts in which anything was, stage by stage (`stages.py`), as JSON
-- (`verdicts.py`), accepted findings as well; "" where JSON has no words for it. The counts are
-- without those that were accepted.
CREATE TABLE findings (
    id INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    hints INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id, stage)
)
"""

REVIEWS = """
-- The newest decision about a post, from the file with this stamp; `fresh` until the post has
-- been compared with it.
CREATE TABLE reviews (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    state TEXT NOT NULL,
    digest TEXT NOT NULL,
    fresh INTEGER NOT NULL
) WITHOUT ROWID
"""

OFFERED = """
-- By which values checked posts may clash with others or be referred to (`topics.py`); topics
-- below zero are those of the second stage.
CREATE TABLE offered (
    topic INTEGER NOT NULL,
    key INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    text TEXT,
    PRIMARY KEY (topic, key, post_id)
) WITHOUT ROWID
"""

ASKED = """
-- About which values of others they ask.
CREATE TABLE asked (
    topic INTEGER NOT NULL,
    key INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    PRIMARY KEY (topic, key, post_id)
) WITHOUT ROWID
"""

TOUCHED = """
-- Values that posts have begun or ceased to offer since those who ask about them were checked.
CREATE TABLE touched (
    topic INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (topic, key)
) WITHOUT ROWID
"""

UNSETTLED = """
-- Posts that have been judged since others were last asked about their values.
CREATE TABLE unsettled (
    id INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    PRIMARY KEY (id, stage)
) WITHOUT ROWID
"""

OFFERED_BY = "CREATE INDEX offered_by ON offered (post_id)"
ASKED_BY = "CREATE INDEX asked_by ON asked (post_id)"

ON_LEAVING = """
CREATE TRIGGER on_leaving AFTER DELETE ON posts BEGIN
    INSERT OR IGNORE INTO touched SELECT topic, key FROM offered WHERE post_id = old.id;
    DELETE FROM offered WHERE post_id = old.id;
    DELETE FROM asked WHERE post_id = old.id;
    DELETE FROM findings WHERE id = old.id;
END
"""

ON_MOVING = """
-- Rules go by the path, and other posts' findings name it.
CREATE TRIGGER on_moving AFTER UPDATE OF path ON posts BEGIN
    INSERT OR IGNORE INTO touched SELECT topic, key FROM offered WHERE post_id = new.id;
    UPDATE posts SET checked = 0, examined = 0 WHERE id = new.id;
END
"""

RELATIONS = (OFFERED, ASKED, TOUCHED, UNSETTLED, OFFERED_BY, ASKED_BY, ON_LEAVING, ON_MOVING)

TABLES = (META, POSTS, DETAILS, FINDINGS, REVIEWS, *RELATIONS)

COUNTERS = "INSERT INTO meta VALUES ('revision', 0), ('content', 0)"
"""The newest revision that a row has; how often posts changed other than in their findings."""
