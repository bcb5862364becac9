#!/usr/bin/python3
"""word-vectors.py - how near words are in sense, learned from public data:

	conf/word-vectors.py aids.jsonl.gz funded.csv.gz... > sql/learned/word-vectors.bin

The aids are in AT's shape, one a line; the funded projects are the laureates of
the Fonds vert or the lists of DETR and DSIL of the DGCL, as "guichet import
funded" reads them.  Departments whose number is divisible by 3 are left out, so
that "make relevance" asks titles that nothing was learned from.  --without-fund
leaves out what a démarche of DS funded, that is the whole Fonds vert, to tell
what its titles find when nothing was learned from their like.

Words of one stem share a vector, by fastText's skip-gram over titles, names and
sentences; what all have in common is taken away, and the length is how much a
word says (idf in the aids).  The same each time, in five minutes.  The format is
in cgi-bin/lib/vectors/word_vectors.c.  Needs fasttext, python3-numpy and
python3-snowballstemmer.
"""

import argparse
import csv
import gzip
import html
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from collections import Counter

import numpy as np
import snowballstemmer

VERSION, DIMS = 1, 96
# A stem that is met less often is not told apart from chance.
FEW = 6
# Letters of a word, at most: words.h cuts longer ones.
LONGEST = 40

STEMMER = snowballstemmer.stemmer("french")


def fold(text):
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(
        c
        for c in unicodedata.normalize("NFD", text)
        if not unicodedata.combining(c)
    )


def stop_words():
    path = sys.path[0] + "/../sql/data/stop-words.sql"
    return set(re.findall(r"\('([a-z]+)'\)", open(path, encoding="utf-8").read()))


STOP = stop_words()


def words(text):
    for word in re.findall(r"[a-z0-9]+", fold(text)):
        if 1 < len(word) < LONGEST and word not in STOP:
            if not word.isdigit():
                yield word


def stem(word):
    """The plural is undone first: Snowball parts some from their singular."""
    if len(word) < 4:
        return word
    return STEMMER.stemWord(word[:-1] if word[-1] in "sx" else word)


def is_left_out(department):
    return department.isdigit() and int(department) % 3 == 0


def titles(paths, without_fund):
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8-sig") as lines:
            for row in csv.DictReader(lines, delimiter=";"):
                where = row.get("code_departement") or row["beneficiaire_dep"]
                of_fund = "numero_demarche_ds" in row
                if not is_left_out(where) and not (of_fund and without_fund):
                    yield row["nom_du_projet" if of_fund else "intitule"] or ""


def aids(path):
    """Of each aid, its name and its sentences."""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        aid = json.loads(line)
        texts = [aid["name"]]
        for field in "description", "eligibility", "project_examples":
            text = re.sub("<[^>]+>", " ", aid.get(field) or "")
            texts += re.split(r"(?<=[.;!?])\s+|\n", html.unescape(text))
        yield texts


def learn(lines):
    """Stems and their vectors."""
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/lines", "w", encoding="utf-8") as f:
            f.writelines(" ".join(line) + "\n" for line in lines)
        subprocess.run(
            ["fasttext", "skipgram", "-input", folder + "/lines"]
            + ["-output", folder + "/made", "-dim", str(DIMS), "-ws", "8"]
            + ["-minCount", str(FEW), "-epoch", "15", "-thread", "1"]
            + ["-minn", "0", "-maxn", "0", "-verbose", "0"],
            check=True,
        )
        rows = [x.split() for x in open(folder + "/made.vec", encoding="utf-8")]
    rows = [r for r in rows[1:] if r[0] != "</s>"]
    return [r[0] for r in rows], np.array([r[1:] for r in rows], "f8")


def weigh(stems, vectors, bearers, n):
    """Without the first principal component; times the idf among n aids."""
    axis = np.linalg.svd(vectors, full_matrices=False)[2][0]
    vectors = vectors - np.outer(vectors @ axis, axis)
    idf = [np.log((1 + n) / (1 + bearers[s])) + 1 for s in stems]
    return vectors * np.array(idf)[:, None]


def pack(forms, vectors):
    scale = np.abs(vectors).max(axis=1) / 127
    scale = np.maximum(scale, 1e-9).astype("<f4")
    rows = np.rint(vectors / scale[:, None]).astype("i1")
    letters, table = b"", []
    for word in sorted(forms):
        table += [len(letters), forms[word]]
        letters += word.encode() + b"\0"
    rest = scale.tobytes() + rows.tobytes()
    rest += np.array(table, "<u4").tobytes() + letters
    head = [VERSION, DIMS, len(vectors), len(forms), len(letters)]
    head.append(zlib.crc32(rest))
    return b"GVEC" + np.array(head, "<u4").tobytes() + rest


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--without-fund", action="store_true")
    arguments.add_argument("aids")
    arguments.add_argument("funded", nargs="+")
    asked = arguments.parse_args()
    lines = [list(words(t)) for t in titles(asked.funded, asked.without_fund)]
    of_aids = [[list(words(t)) for t in aid] for aid in aids(asked.aids)]
    lines += [line for aid in of_aids for line in aid]
    stem_of = {w: stem(w) for w in {w for line in lines for w in line}}
    stems, vectors = learn([[stem_of[w] for w in line] for line in lines])
    bearers = Counter(
        s for aid in of_aids for s in {stem_of[w] for x in aid for w in x}
    )
    vectors = weigh(stems, vectors, bearers, len(of_aids))
    number = {s: i for i, s in enumerate(stems)}
    # A form met once is mostly a mistake.
    met = Counter(w for line in lines for w in line)
    forms = {
        w: number[s] for w, s in stem_of.items() if s in number and met[w] > 1
    }
    sys.stdout.buffer.write(pack(forms, vectors))
    print(f"{len(lines)} lines, {len(stems)} stems, {len(forms)} forms",
          file=sys.stderr)


if __name__ == "__main__":
    main()
