#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes articles of which it is known which are copies of one another, and others that only look like copies.

usage: generate.py ARTICLES.jsonl TRUTH.jsonl [--articles 2000] [--seed 1] [--corpus FILE.jsonl]

The truth has a line an article: id, group (a number), kind (how it was made).
--corpus takes the texts that copies are made of from a real archive instead of making them up: of its articles those
that share next to nothing with each other.
"""
import argparse
import datetime
import json
import random
import re

import brute
import language
import templates

SOURCES = """Morning Ledger,Bayfield Courier,The Daily Herald,Tidewater Tribune,Wire Service,Evening Standard-Times,
Newsdesk Online,The Kelso Post,Harbor Gazette,Channel 9 News,National Dispatch""".replace("\n", "").split(",")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“]?[A-Z0-9])")


class Corpus:
    """Gives texts of an archive, as language.Writer makes them up."""

    def __init__(self, path, chance):
        articles = [a for a in brute.read(path) if 80 <= len(a["text"].split()) <= 900]
        chance.shuffle(articles)
        self.chance, self.left, self.seen = chance, articles, []
        self.holders = {}

    def article(self, low, high):
        # As many long ones as the grammar makes: an archive has few short or few long ones.
        wanted = round(low * (high / low) ** self.chance.random())
        for at in range(len(self.left) - 1, -1, -1):
            text = self.left[at]["text"]
            if not max(low, wanted * 0.8) <= len(text.split()) <= min(high * 1.3, wanted * 1.4):
                continue
            article = self.left.pop(at)
            if self.is_new(text):
                paragraphs = [SENTENCE.split(" ".join(part.split())) for part in text.split("\n\n") if part.strip()]
                return article["title"] or paragraphs[0][0][:70], paragraphs
            return self.article(low, high)
        raise SystemExit("the corpus has too few articles of this length")

    def is_new(self, text):
        """Whether it shares less than a tenth of the smaller set of shingles with every text given out before."""
        own = brute.shingles(brute.words(text), 4)
        common = {}
        for shingle in own:
            for other in self.holders.get(shingle, ()):
                common[other] = common.get(other, 0) + 1
        if any(count >= 0.1 * min(len(own), self.seen[other]) for other, count in common.items()):
            return False
        for shingle in own:
            self.holders.setdefault(shingle, []).append(len(self.seen))
        self.seen.append(len(own))
        return True


def count_words(paragraphs):
    return sum(len(sentence.split()) for paragraph in paragraphs for sentence in paragraph)


class Edits:
    """What becomes of a text on its way from one outlet to another. Each takes and gives paragraphs."""

    def __init__(self, chance, writer):
        self.chance, self.writer = chance, writer

    def other_sentence(self):
        return self.writer.sentence()

    def change_word(self, word):
        if any(c.isdigit() for c in word):
            return re.sub(r"\d", lambda _: str(self.chance.randint(1, 9)), word)
        if word in language.SYNONYMS:
            return language.SYNONYMS[word]
        return self.chance.choice(self.chance.choice([language.NOUNS, language.ADJECTIVES, language.ADVERBS]))

    def words(self, paragraphs, least=0.01, most=0.033):
        """A word in a hundred to one in thirty."""
        chance = self.chance
        out = [[sentence.split(" ") for sentence in paragraph] for paragraph in paragraphs]
        places = [(sentence, at) for paragraph in out for sentence in paragraph for at in range(len(sentence))]
        for sentence, at in chance.sample(places, max(2, round(len(places) * chance.uniform(least, most)))):
            sentence[at] = self.change_word(sentence[at])
        return [[" ".join(sentence) for sentence in paragraph] for paragraph in out]

    def rewritten(self, paragraphs):
        """One word in twenty-five to one in sixteen."""
        return self.words(paragraphs, 0.04, 0.0625)

    def sentences(self, paragraphs):
        """One dropped, one put in, or a correction below."""
        chance = self.chance
        out = [list(paragraph) for paragraph in paragraphs]
        what = chance.choice(["drop", "insert", "both", "correct"])
        if what in ("drop", "both"):
            # In a brief, one sentence may be half of it: that is another text.
            small = [(n, m) for n, paragraph in enumerate(out) for m, sentence in enumerate(paragraph)
                     if len(sentence.split()) <= count_words(out) / 10]
            if small:
                paragraph, at = chance.choice(small)
                del out[paragraph][at]
        if what in ("insert", "both"):
            paragraph = chance.choice(out)
            paragraph.insert(chance.randint(0, len(paragraph)), self.other_sentence())
        if what == "correct":
            out.append([f"Correction: An earlier version of this story misstated the {chance.choice(language.NOUNS)} "
                        f"of {language.person(chance)}."])
        return [paragraph for paragraph in out if paragraph]

    def half(self, paragraphs):
        """Cut from the end, as an editor does."""
        wanted, out = count_words(paragraphs) * self.chance.uniform(0.4, 0.6), []
        for paragraph in paragraphs:
            out.append([])
            for sentence in paragraph:
                out[-1].append(sentence)
                if count_words(out) >= wanted:
                    return out
        return out

    def teaser(self, paragraphs):
        """The first sentences alone, with a line that leads to the rest."""
        out = []
        for sentence in (s for paragraph in paragraphs for s in paragraph):
            out.append(sentence)
            if count_words([out]) >= 50:
                break
        return [out, [self.chance.choice(["Read more", "Full story", "Continue reading"])]]

    def extended(self, paragraphs):
        """The whole, with what was added later."""
        out = list(paragraphs)
        added, wanted = 0, count_words(paragraphs) * self.chance.uniform(0.2, 0.8)
        while added < wanted:
            extra = [self.other_sentence() for _ in range(self.chance.randint(1, 3))]
            added += count_words([extra])
            out.insert(self.chance.randint(1, len(out)), extra)
        return out

    def frame(self, paragraphs):
        """Dateline, byline, and the lines that outlets set around a text."""
        chance = self.chance
        place = chance.choice(language.PLACES)
        out = [list(paragraph) for paragraph in paragraphs]
        date = f"{chance.choice(language.MONTHS)} {chance.randint(1, 28)}"
        start = chance.choice([f"{place.upper()} (AP) — ", f"{place.upper()}, {date} (Reuters) - ", f"{place} — ",
                               f"({chance.choice(SOURCES)}) — ", ""])
        out[0][0] = start + out[0][0]
        if chance.random() < 0.6:
            out.insert(0, [chance.choice(["By Staff Writer", f"By {language.person(chance)}",
                                          f"By {language.person(chance)}, Associated Press",
                                          f"This story was first published by {chance.choice(SOURCES)}."])])
        if chance.random() < 0.5:
            out.append([chance.choice(["Copyright. All rights reserved.",
                                       f"{language.person(chance)} contributed to this report.",
                                       f"Follow {language.person(chance)} for more.",
                                       "This story was first published in our print edition."])])
        return out

    def form(self, text):
        """Of the whole text: other quotation marks, dashes, capitals, line ends."""
        chance = self.chance
        if chance.random() < 0.6:
            text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", "--")
        elif chance.random() < 0.5:
            text = re.sub(r'"([^"\n]*)"', r"“\1”", text).replace("'", "’")
        if chance.random() < 0.15:
            text = text.upper()
        elif chance.random() < 0.4:
            first, rest = text.split(" ", 5)[:5], text.split(" ", 5)[5:]
            text = " ".join([*(word.upper() for word in first), *rest])
        if chance.random() < 0.6:
            width = chance.randint(50, 75)
            text = re.sub(rf"(?=.{{{width}}})(.{{1,{width}}}) ", r"\1\n", text)
        if chance.random() < 0.3:
            text = text.replace(". ", ".  ")
        return text


class Generator:
    def __init__(self, seed, corpus):
        self.chance = random.Random(seed)
        writer = language.Writer(self.chance)
        writer.article(80, 81)
        self.writer = Corpus(corpus, random.Random(seed)) if corpus else writer
        self.edits = Edits(self.chance, writer)
        self.articles, self.groups = [], 0

    def new_group(self):
        self.groups += 1
        return self.groups

    def a_day(self):
        return datetime.date(2015, 1, 1) + datetime.timedelta(self.chance.randrange(4 * 365))

    def add(self, group, kind, title, text, day, source=None):
        if isinstance(text, list):
            text = "\n\n".join(" ".join(paragraph) for paragraph in text)
        self.articles.append({"title": title, "text": text, "source": source or self.chance.choice(SOURCES),
                              "date": day.isoformat() if day else "", "group": group, "kind": kind})

    # How a copy may have been made, and how often it is.
    KINDS = {"verbatim": 2, "words": 4, "sentences": 3, "half": 3, "teaser": 1, "frame": 4, "form": 3, "extended": 2,
             "words+frame": 3, "sentences+words": 2, "half+frame": 2, "half+words": 1, "rewritten": 1,
             "frame+form": 2, "extended+words": 1}

    def copy(self, title, paragraphs, group, day):
        chance = self.chance
        kind = chance.choices(list(self.KINDS), list(self.KINDS.values()))[0]
        text = paragraphs
        for step in kind.split("+"):
            if step not in ("form", "verbatim"):
                text = getattr(self.edits, step)(text)
        text = "\n\n".join(" ".join(paragraph) for paragraph in text)
        if "form" in kind:
            text = self.edits.form(text)
        if chance.random() < 0.6:
            words = (paragraphs[0][0].split() or ["News"])[:chance.randint(5, 9)]
            title = chance.choice([" ".join(words), title.upper(), f"{title}: what we know"])
        self.add(group, kind, title, text, day and day + datetime.timedelta(chance.randint(0, 10)))

    def story(self, copies, group=None, day=None, low=80, high=900, undated=0.05):
        title, paragraphs = self.writer.article(low, high)
        group, day = group or self.new_group(), day or self.a_day()
        self.add(group, "original", title, paragraphs, day)
        for _ in range(copies):
            self.copy(title, paragraphs, group, None if self.chance.random() < undated else day)
        return title, paragraphs

    def chain(self):
        """Each made of the one before: the last may be far from the first, and more than the window later."""
        title, paragraphs = self.writer.article(150, 900)
        group, day = self.new_group(), self.a_day()
        self.add(group, "original", title, paragraphs, day)
        for _ in range(self.chance.randint(2, 5)):
            paragraphs = self.edits.words(paragraphs)
            day += datetime.timedelta(self.chance.randint(0, 12))
            self.add(group, "chain", title, paragraphs, day)

    def merged(self):
        """One article that holds two others: all three, and their copies, are one group."""
        group, day = self.new_group(), self.a_day()
        parts = [self.story(self.chance.randint(0, 2), group, day, 80, 400) for _ in range(2)]
        headed = [[[part[0] + "."], *part[1]] for part in parts]
        self.add(group, "merged", parts[0][0], headed[0] + headed[1], day + datetime.timedelta(1))

    def rerun(self):
        """The same text a year or more later: another story."""
        day = self.a_day()
        # An undated copy would be within the window of both.
        title, paragraphs = self.story(self.chance.randint(0, 2), None, day, 80, 500, undated=0)
        self.add(self.new_group(), "rerun", title, paragraphs, day + datetime.timedelta(self.chance.randint(30, 400)))

    def follow_ups(self):
        """Stories on one event. They share one quotation and a paragraph of background, and little else."""
        parts = self.chance.randint(2, 4)
        title, paragraphs = self.writer.article(130 * (parts + 1), 900)
        flat = [sentence for paragraph in paragraphs for sentence in paragraph]
        quotes = [s for s in flat if "“" in s or '"' in s] or flat
        shared = [self.chance.choice(quotes)], [s for s in self.chance.sample(flat, 2)]
        flat = [s for s in flat if s not in shared[0] + shared[1]]
        size, day = len(flat) // parts, self.a_day()
        for part in range(parts):
            own = flat[part * size:(part + 1) * size]
            text = [own[at:at + 3] for at in range(0, len(own), 3)]
            text[1:1] = [shared[0]]
            text.append(shared[1])
            # A background of two long sentences in a story of a few short ones would be the story.
            if count_words(shared) <= 0.6 * count_words(text):
                self.add(self.new_group(), "follow-up", f"{title} ({part + 1})", text, day + datetime.timedelta(part))

    def same_topic(self):
        title, paragraphs = self.writer.article(260, 900)
        middle, day = len(paragraphs) // 2, self.a_day()
        for text in paragraphs[:middle], paragraphs[middle:]:
            if count_words(text) >= 60:
                self.add(self.new_group(), "same topic", title, text, day)

    def digest(self):
        """The beginnings of a few stories."""
        day, text = self.a_day(), []
        for _ in range(self.chance.randint(3, 6)):
            title, paragraphs = self.story(0, None, day, 120, 500)
            text.append([title + ".", paragraphs[0][0]])
        self.add(self.new_group(), "digest", "News in brief", text, day)

    def same_footer(self, articles):
        """Articles of one outlet that end in the same lines about it, a fifth to a half of each."""
        source, footer, day = self.chance.choice(SOURCES), [], self.a_day()
        while count_words([footer]) < 60:
            footer.append(self.edits.other_sentence())
        for _ in range(articles):
            title, paragraphs = self.writer.article(80, 300)
            self.add(self.new_group(), "same footer", title, [*paragraphs, footer],
                     day + datetime.timedelta(self.chance.randrange(10)), source)

    def template(self, kind, template, articles):
        day, source = self.a_day(), self.chance.choice(SOURCES)
        for _ in range(articles):
            title, text = templates.fill(template, self.chance)
            self.add(self.new_group(), kind, title, text, day + datetime.timedelta(self.chance.randrange(8)), source)

    def daily(self):
        day = self.a_day()
        for _ in range(4):
            day += datetime.timedelta(self.chance.randint(1, 4))
            text = templates.fill(templates.DAILY, self.chance)[1]
            self.add(self.new_group(), "daily", "Bank adds reserves", text, day)

    def run(self, count):
        chance = self.chance

        def until(share, make):
            end = len(self.articles) + round(share * count)
            while len(self.articles) < end:
                make()

        until(0.38, lambda: self.story(chance.choice([1, 1, 1, 2, 2, 3, 4, 6, 9])))
        until(0.05, self.chain)
        until(0.05, self.merged)
        until(0.05, self.rerun)
        until(0.06, self.follow_ups)
        until(0.03, self.same_topic)
        until(0.04, self.digest)
        until(0.03, lambda: self.same_footer(12))
        until(0.002, self.daily)
        for kind, variants in templates.TEMPLATES.items():
            for template in variants:
                until(0.24 / sum(map(len, templates.TEMPLATES.values())), lambda: self.template(kind, template, 12))
        while len(self.articles) < count:
            title, paragraphs = self.writer.article(80, 900)
            self.add(self.new_group(), "single", title, paragraphs, self.a_day())
        chance.shuffle(self.articles)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("articles")
    options.add_argument("truth")
    options.add_argument("--articles", dest="count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--corpus")
    options = options.parse_args()

    generator = Generator(options.seed, options.corpus)
    generator.run(options.count)
    with open(options.articles, "w", encoding="utf-8") as articles, open(options.truth, "w", encoding="utf-8") as truth:
        for number, article in enumerate(generator.articles):
            ident = f"made-{number:05}"
            told = {name: article[name] for name in ("title", "text", "source", "date")}
            print(json.dumps({"id": ident, **told, "language": "en"}, ensure_ascii=False), file=articles)
            print(json.dumps({"id": ident, "group": article["group"], "kind": article["kind"]}), file=truth)


if __name__ == "__main__":
    main()
