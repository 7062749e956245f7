"""Kiwix (libzim, Xapian) and plain FTS5 on the pages and queries of known_items.py, in one process.

    peers.py FOLDER

Prints JSON lines: {"engine", "language", "kind", "found", "asked", "median_ms", "p99_ms"} for each kind of query,
with CPU time, and {"engine", "language", "build_s", "bytes", "raw_bytes"} for each index.
"""

import json
import os
import sqlite3
import sys
import time
from pathlib import Path

from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.writer import Creator, Hint, Item, StringProvider

ZIM_LANGUAGE = {"ko": "kor", "ru": "rus"}


class Entry(Item):
    def __init__(self, page):
        super().__init__()
        self.page = page

    def get_path(self):
        return self.page["id"]

    def get_title(self):
        return self.page["title"]

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        title = escape(self.page["title"])
        body = "".join(f"<p>{escape(text)}</p>" for text in self.page["body"])
        return StringProvider(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>")

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def kiwix(folder, language, pages):
    path = folder / f"{language}.zim"
    path.unlink(missing_ok=True)
    with Creator(path).config_indexing(True, ZIM_LANGUAGE[language]) as creator:
        creator.set_mainpath(pages[0]["id"])
        for page in pages:
            creator.add_item(Entry(page))
    return path


def kiwix_search(path):
    searcher = Searcher(Archive(path))

    def search(text):
        return list(searcher.search(Query().set_query(text)).getResults(0, 10))

    return search


def plain(folder, language, pages):
    path = folder / f"{language}.sqlite"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE page (row INTEGER PRIMARY KEY, id TEXT, title TEXT, body TEXT)")
    database.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (title, body, content='page', content_rowid='row', tokenize='unicode61')"
    )
    for row, page in enumerate(pages, 1):
        body = "\n".join(page["body"])
        database.execute("INSERT INTO page VALUES (?, ?, ?, ?)", (row, page["id"], page["title"], body))
        database.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (row, page["title"], body))
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.commit()
    database.close()
    return path


def plain_search(path):
    database = sqlite3.connect(path)
    sql = """SELECT page.id FROM (SELECT rowid FROM words WHERE words MATCH ? AND rank MATCH 'bm25(10, 1)'
             ORDER BY rank LIMIT 10) AS best JOIN page ON page.row = best.rowid"""

    def search(text):
        words = ['"' + word.replace('"', "") + '"' for word in text.split()]
        return [row[0] for row in database.execute(sql, (" ".join(words),))]

    return search


def measure(engine, language, search, queries):
    for kind in sorted({query["kind"] for query in queries}):
        found, spent = 0, []
        asked = [query for query in queries if query["kind"] == kind]
        for query in asked:
            before = time.process_time()
            hits = search(query["query"])
            spent.append((time.process_time() - before) * 1000)
            found += query["page"] in hits
        spent.sort()
        report = {"engine": engine, "language": language, "kind": kind, "found": found, "asked": len(asked),
                  "median_ms": spent[len(spent) // 2], "p99_ms": spent[len(spent) * 99 // 100]}
        print(json.dumps(report), flush=True)


def lines(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


def main():
    folder = Path(sys.argv[1])
    all_pages, all_queries = lines(folder / "pages.jsonl"), lines(folder / "queries.jsonl")
    for language in ("ko", "ru"):
        pages = [page for page in all_pages if page["language"] == language]
        queries = [query for query in all_queries if query["language"] == language]
        raw = sum(len((page["title"] + "".join(page["body"])).encode()) for page in pages)
        for engine, build, opened in (("kiwix", kiwix, kiwix_search), ("fts5", plain, plain_search)):
            before = time.process_time()
            path = build(folder, language, pages)
            spent = time.process_time() - before
            print(json.dumps({"engine": engine, "language": language, "build_s": spent,
                              "bytes": os.path.getsize(path), "raw_bytes": raw}), flush=True)
            measure(engine, language, opened(path), queries)


if __name__ == "__main__":
    main()
