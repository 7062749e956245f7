"""Pages nobody here wrote, and queries whose page is known.

    known_items.py HELP OUT [SEED]

HELP holds the unpacked Debian packages libreoffice-help-ko and libreoffice-help-ru. Written to OUT:
pages.jsonl (language, id, title, body: list of paragraphs), queries.jsonl (language, kind, query, page).

A query is a page's title, made harder by tools that know nothing of Durumi: pymorphy3 puts Russian words
into another case or number, Kiwi finds Korean nouns and their particles. SEED draws another set.
"""

import json
import random
import re
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import kiwipiepy
import pymorphy3

QUERIES = 300
NATIVE = {"ko": re.compile("[가-힣]"), "ru": re.compile("[а-яёА-ЯЁ]")}
WORD = {"ko": re.compile("[가-힣]+"), "ru": re.compile("[а-яёА-ЯЁ]+")}
CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct"]
# Behind a consonant, behind a vowel.
PARTICLES = [("을", "를"), ("은", "는"), ("이", "가"), ("에", "에"), ("의", "의"), ("과", "와"), ("도", "도"),
             ("만", "만"), ("에서", "에서"), ("까지", "까지"), ("부터", "부터")]


class Page(HTMLParser):
    """The heading and the paragraphs of a page of help."""

    def __init__(self):
        super().__init__()
        self.title, self.body, self.open, self.text = "", [], None, ""

    def handle_starttag(self, tag, attrs):
        if tag in ("h1", "h2", "h3", "h4", "p") and ("id" in dict(attrs)):
            self.open, self.text = tag, ""

    def handle_data(self, data):
        if self.open:
            self.text += data

    def handle_endtag(self, tag):
        if tag == self.open:
            text = " ".join(self.text.split())
            if tag == "h1" and not self.title:
                self.title = text
            elif text:
                self.body.append(text)
            self.open = None


def pages(folder, language):
    found = []
    root = folder / "usr/share/libreoffice/help" / language / "text"
    for path in sorted(root.rglob("*.html")):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        if page.title and page.body:
            name = "h%05d" % len(found)
            found.append({"language": language, "id": name, "title": page.title, "body": page.body})
    return found


def targets(found, language):
    """Pages in their language, with a title of their own of two words or more."""
    titles = Counter(page["title"].lower() for page in found)
    native = NATIVE[language]
    for page in found:
        text = "".join(page["body"])
        letters = sum(c.isalpha() for c in text) or 1
        words = WORD[language].findall(page["title"])
        if (titles[page["title"].lower()] == 1 and len(words) >= 2
                and len(native.findall(text)) >= 0.3 * letters):
            yield page


def russian(page, morph, draw):
    words = WORD["ru"].findall(page["title"])
    yield "exact", " ".join(words)
    inflected = []
    changed = False
    for word in words:
        parsed = morph.parse(word)[0]
        if parsed.tag.POS in ("NOUN", "ADJF", "PRTF"):
            wanted = draw.choice(CASES)
            number = draw.choice(["sing", "plur"]) if draw.random() < 0.5 else None
            form = parsed.inflect({wanted, number} if number else {wanted})
            if form and form.word != word.lower():
                inflected.append(form.word)
                changed = True
                continue
        inflected.append(word)
    if changed:
        yield "inflected", " ".join(inflected)


def korean(page, kiwi, draw):
    words = [word for word in page["title"].split() if NATIVE["ko"].search(word)]
    words = [re.sub("[^가-힣A-Za-z0-9]", "", word) for word in words]
    words = [word for word in words if word]
    if len(words) < 2:
        return
    yield "exact", " ".join(words)
    bare, stripped = [], False
    for word in words:
        tokens = kiwi.tokenize(word)
        while tokens and tokens[-1].tag[0] in "JE" and len(tokens) > 1:
            tokens, stripped = tokens[:-1], True
        end = tokens[-1].start + tokens[-1].len
        bare.append(word[:end])
    if stripped:
        yield "bare", " ".join(bare)
    nouns = []
    for word in words:
        tokens = kiwi.tokenize(word)
        noun = "".join(token.form for token in tokens if token.tag in ("NNG", "NNP", "XSN", "XPN"))
        if len(noun) >= 2 and word.startswith(noun):
            nouns.append(noun)
    if len(nouns) < 2:
        return
    at = draw.randrange(len(nouns))
    yield "one particle", " ".join(with_particle(n, draw) if i == at else n for i, n in enumerate(nouns))
    yield "all particles", " ".join(with_particle(n, draw) for n in nouns)
    at = draw.randrange(len(nouns) - 1)
    yield "joined", " ".join(nouns[:at] + [nouns[at] + nouns[at + 1]] + nouns[at + 2:])


def with_particle(noun, draw):
    closed, open_ = draw.choice(PARTICLES)
    return noun + (closed if (ord(noun[-1]) - 0xAC00) % 28 else open_)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    out.mkdir(parents=True, exist_ok=True)
    morph, kiwi = pymorphy3.MorphAnalyzer(), kiwipiepy.Kiwi()
    with open(out / "pages.jsonl", "w") as pages_file, open(out / "queries.jsonl", "w") as queries_file:
        for language in ("ko", "ru"):
            found = pages(folder, language)
            for page in found:
                pages_file.write(json.dumps(page, ensure_ascii=False) + "\n")
            usable = list(targets(found, language))
            draw.shuffle(usable)
            taken = Counter()
            for page in usable:
                variants = russian(page, morph, draw) if language == "ru" else korean(page, kiwi, draw)
                for kind, query in variants:
                    if taken[kind] < QUERIES:
                        taken[kind] += 1
                        row = {"language": language, "kind": kind, "query": query, "page": page["id"]}
                        queries_file.write(json.dumps(row, ensure_ascii=False) + "\n")
            print(language, len(found), "pages,", len(usable), "usable,", dict(taken), file=sys.stderr)


if __name__ == "__main__":
    main()
