"""Opens a notebook with the Python build of SQLCipher: independent.py FILE RIGHT_KEY WRONG_KEY."""

import sys

from sqlcipher3 import dbapi2

path, right, wrong = sys.argv[1:]


def connect(key):
    connection = dbapi2.connect(path)
    if key is not None:
        connection.execute(f'PRAGMA key = "{key}"')
    return connection


def refused(key):
    try:
        connect(key).execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except dbapi2.DatabaseError:
        return True
    return False


notebook = connect(right)
assert notebook.execute("PRAGMA cipher_integrity_check").fetchall() == []
# The index of words needs our own tokenizer, which another program does not have: it is checked table by
# table, and the index by the program itself.
tables = [row[0] for row in notebook.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
plain = [name for name in tables if not name.endswith("_index")]
for name in plain:
    assert notebook.execute(f"PRAGMA integrity_check('{name}')").fetchall() == [("ok",)], name
texts = [row[0] for row in notebook.execute("SELECT text FROM note ORDER BY date")]
assert "Мне не заплатили." in texts, texts
assert refused(wrong), "a wrong key opens the file"
assert refused(None), "the file opens without a key"
print(f"opened, checked and refused: {len(plain)} tables, {len(texts)} notes")
