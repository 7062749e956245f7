"""Opens a notebook with the Python build of SQLCipher: independent.py FILE RIGHT_KEY WRONG_KEY NOTE."""

import shutil
import sys

from sqlcipher3 import dbapi2

path, right, wrong, note = sys.argv[1:]


def connect(key, file=path):
    connection = dbapi2.connect(file)
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
# Every page of the file, whatever it belongs to, is as it was sealed.
# What follows the last page is padding, and is no page.
pages = notebook.execute("PRAGMA page_count").fetchone()[0]
damaged = [int(row[0].rsplit(" ", 1)[1]) for row in notebook.execute("PRAGMA cipher_integrity_check")]
assert [page for page in damaged if page <= pages] == [], damaged
texts = [row[0] for row in notebook.execute("SELECT text FROM note ORDER BY date")]
assert note in texts, texts
virtual = notebook.execute("SELECT count(*) FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'").fetchone()[0]
notebook.close()

# The index of words is a virtual table over plain ones, and needs our own tokenizer, which another program does not
# have. In a copy its declaration is taken away and its plain tables stay, so that the whole file is checked as it is.
copy = path + "-copy"
shutil.copyfile(path, copy)
without = connect(right, copy)
without.execute("PRAGMA writable_schema = ON")
without.execute("DELETE FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
without.commit()
without.close()
checked = connect(right, copy)
assert checked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
tables = [row[0] for row in checked.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
assert any(name.endswith("_index_data") for name in tables), tables

assert refused(wrong), "a wrong key opens the file"
assert refused(None), "the file opens without a key"
print(f"opened, checked and refused: {len(tables)} tables, {virtual} declared over them, {len(texts)} notes")
