#!/usr/bin/python3
"""aid-kinds.py - which kinds of aids titles of projects lead to, learned from
public data (Licence Ouverte 2.0):

	conf/aid-kinds.py fonds-vert.csv.gz dgcl.csv.gz... > sql/learned/aid-kinds.tsv

The first are the laureates of the Fonds vert, whose démarches are the kinds; the
others, the lists of DETR and DSIL of the DGCL, which fund what a démarche may or
may not be for: a sample of their titles stands for projects of no known kind.
Departments whose number is divisible by 3 are left out, so that "make relevance"
asks titles that nothing was learned from; --without NUMBER leaves a démarche out.

A multinomial logistic regression over the words of titles and their directions,
by the word vectors that are in sql/learned: the same numbers each time, in half a
minute; a comment above them has the day.
What was learned is in cgi-bin/lib/vectors/aid_kinds.c.  Needs python3-numpy and
python3-snowballstemmer.
"""

import argparse
import csv
import datetime
import gzip
import importlib
import random
import struct
import sys
import zlib
from collections import Counter

import numpy as np

vectors = importlib.import_module("word-vectors")

UNIT, LENGTH = 1000, 127
# Titles of no known kind; projects that a kind, and titles that a word must have.
OTHERS, FEW = 3000, 20
# How much the first words of a title count: HEAD of word_vectors.c.
HEAD = 8
# How weights are held back, and how far they are learned.
RIDGE, STEPS, PACE = 1e-4, 250, 0.2


class Table:
    """The word vectors, as word_vectors.c reads them."""

    def __init__(self, path):
        with open(path, "rb") as f:
            data = f.read()
        _, dims, n, forms, _, crc = struct.unpack("<6I", data[4:28])
        self.made = crc | 1
        scale = np.frombuffer(data, "<f4", n, 28)
        at = 28 + 4 * n
        vector = np.frombuffer(data, "i1", n * dims, at).reshape(n, dims)
        self.vector = vector * scale[:, None]
        at += n * dims
        table = np.frombuffer(data, "<u4", 2 * forms, at).reshape(forms, 2)
        letters = data[at + 8 * forms :]
        self.number = {
            letters[a : letters.index(b"\0", a)].decode(): i for a, i in table
        }

    def known(self, text):
        return [self.number[w] for w in vectors.words(text) if w in self.number]

    def direction(self, known, worth):
        """Of length 1, or 0 when no word is known."""
        total = worth @ self.vector[known]
        return total / max(np.linalg.norm(total), 1e-9)


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8-sig") as f:
        yield from csv.DictReader(f, delimiter=";")


def laureates(path, without):
    """Of each project, its démarche and its title; the names of démarches."""
    projects, names = [], {}
    for row in lines(path):
        number = row["numero_demarche_ds"]
        where = row["code_departement"]
        if number != without and not vectors.is_left_out(where):
            projects.append((number, row["nom_du_projet"] or ""))
            names.setdefault(number, row["nom_demarche_ds"])
    met = [number for number, _ in projects]
    names = {k: names[k] for k in sorted(names) if met.count(k) >= FEW}
    return [p for p in projects if p[0] in names], names


def others(paths):
    titles = set()
    for path in paths:
        for row in lines(path):
            # "001", where the Fonds vert has "1".
            if not vectors.is_left_out(row["beneficiaire_dep"]):
                titles.add(row["intitule"] or "")
    return random.Random(1).sample(sorted(titles), OTHERS)


def likelihoods(x, w):
    """Of each kind; w has the biases last."""
    likely = x @ w[:-1] + w[-1]
    likely = np.exp(likely - likely.max(axis=1, keepdims=True))
    return likely / likely.sum(axis=1, keepdims=True)


def met(table, titles):
    """The words that many titles have, by their numbers: their places."""
    seen = Counter(n for t in titles for n in {*table.known(t)})
    return {n: i for i, n in enumerate(sorted(n for n in seen if seen[n] >= FEW))}


def read(table, place, title):
    """How much each of the words that are told apart counts; the direction."""
    known = table.known(title)
    worth = HEAD / (HEAD + np.arange(len(known)))
    x = np.zeros(len(place))
    for number, part in zip(known, worth):
        if number in place:
            x[place[number]] += part
    x /= max(np.linalg.norm(worth), 1e-9)
    return np.hstack([x, table.direction(known, worth)]).astype("f4")


def learn(x, kind, kinds):
    """Weights, the biases last, by gradients with momentum (Adam)."""
    is_of = np.eye(kinds, dtype="f4")[kind]
    held = np.full((x.shape[1] + 1, 1), RIDGE, "f4")
    held[-1] = 0
    w = np.zeros((x.shape[1] + 1, kinds), "f4")
    mean, spread = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, STEPS + 1):
        wrong = likelihoods(x, w) - is_of
        slope = np.vstack([x.T @ wrong, wrong.sum(axis=0)]) / len(x) + held * w
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        move = mean / (1 - 0.9**step)
        w -= PACE * move / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return w


def put(table, names, place, w, projects):
    print("# Which kinds of aids titles of projects lead to, learned from "
          f"{projects} projects")
    print("# by conf/aid-kinds.py on", datetime.date.today(),
          "of data under the Licence Ouverte 2.0:")
    print("# see cgi-bin/lib/vectors/aid_kinds.c.")
    w = np.rint(UNIT * w).astype(int)
    words, directions, biases = w[: len(place)], w[len(place) : -1], w[-1]
    rows = []
    for i, name in enumerate([*names, ""]):
        known = table.known(name)
        to = np.rint(LENGTH * table.direction(known, np.ones(len(known))))
        rows.append([name, biases[i], *directions[:, i], *to.astype(int)])
    form = {n: form for form, n in sorted(table.number.items(), reverse=True)}
    rows += [[form[n], *weights] for n, weights in zip(place, words)]
    lines = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    print("made", table.made, len(names) + 1, zlib.crc32(lines.encode()),
          sep="\t")
    print(lines, end="")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--without")
    arguments.add_argument("laureates")
    arguments.add_argument("others", nargs="+")
    asked = arguments.parse_args()
    table = Table(sys.path[0] + "/../sql/learned/word-vectors.bin")
    projects, names = laureates(asked.laureates, asked.without)
    titles = [title for _, title in projects] + others(asked.others)
    number = {k: i for i, k in enumerate(names)}
    kind = np.array([number[k] for k, _ in projects] + [len(names)] * OTHERS)
    place = met(table, titles)
    x = np.array([read(table, place, t) for t in titles])
    w = learn(x, kind, len(names) + 1)
    right = likelihoods(x, w).argmax(axis=1) == kind
    print(f"{len(x)} titles, {right.mean():.3f} of them told", file=sys.stderr)
    put(table, names.values(), place, w, len(projects))


if __name__ == "__main__":
    main()
