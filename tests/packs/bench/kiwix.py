"""Kiwix (libzim, Xapian) on the articles of a pack: one ZIM for each language, as Kiwix publishes them.

    kiwix.py FOLDER

Reads FOLDER/articles.jsonl, {"version", "language", "id", "title", "body"}, and FOLDER/queries.jsonl, {"language", "query"}.
Prints JSON lines: {"version", "language", "bytes", "build_s"} and, for the first version, {"language", "first_search_ms", "hits"}: CPU
time from opening the file to the first ten hits, the middle of fifteen times.
"""

import json
import os
import sys
import time
from pathlib import Path

from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.writer import Creator, Hint, Item, StringProvider

ZIM_LANGUAGE = {"ko-KP": "kor", "ko": "kor", "ru": "rus", "en": "eng"}
TIMES = 15


class Entry(Item):
    def __init__(self, article):
        super().__init__()
        self.article = article

    def get_path(self):
        return self.article["id"]

    def get_title(self):
        return self.article["title"]

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        title = escape(self.article["title"])
        body = "".join(f"<p>{escape(text)}</p>" for text in self.article["body"])
        return StringProvider(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>")

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def make(path, language, articles):
    path.unlink(missing_ok=True)
    with Creator(path).config_indexing(True, ZIM_LANGUAGE[language]) as creator:
        creator.set_mainpath(articles[0]["id"])
        for article in articles:
            creator.add_item(Entry(article))


def first_search(path, text):
    before = time.process_time()
    hits = list(Searcher(Archive(path)).search(Query().set_query(text)).getResults(0, 10))
    return (time.process_time() - before) * 1000, len(hits)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main():
    folder = Path(sys.argv[1])
    articles, queries = lines(folder / "articles.jsonl"), lines(folder / "queries.jsonl")
    for version in (1, 2):
        for language in ZIM_LANGUAGE:
            own = [one for one in articles if one["language"] == language and one["version"] == version]
            path = folder / f"{language}-{version}.zim"
            before = time.process_time()
            make(path, language, own)
            report = {"version": version, "language": language, "bytes": os.path.getsize(path),
                      "build_s": time.process_time() - before}
            print(json.dumps(report), flush=True)
    for query in queries:
        path = folder / f"{query['language']}-1.zim"
        tries = sorted(first_search(path, query["query"]) for _ in range(TIMES))
        spent, hits = tries[len(tries) // 2]
        print(json.dumps({"language": query["language"], "first_search_ms": spent, "hits": hits}), flush=True)


if __name__ == "__main__":
    main()
