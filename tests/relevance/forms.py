"""forms.py TEXTS APART - pairs of needs that say the same.

A need and its plural, its singular, itself without accents, or its words in
another order: made from the words and names of the aids (id, name and text a
line, parted by tabs), the same each time.  A line is: kind, need, other need.

APART lists what is not such a pair: "accent" and two words that an accent
alone tells apart, "number" and two words of which one only looks like the
plural of the other.  Pairs of the first kind are printed too, as "homograph":
readers who type no accents mean either.
"""

import random
import re
import sys
import unicodedata
from collections import Counter

PAIRS = {"plural": 75, "singular": 75, "accents": 75, "order": 75}
STOP = set("""a à au aux avec ce ces cette d dans de des du elle en entre est et
été hors il ils l la le les leur leurs lors ne nos notre on ou où par pas plus
pour qu que qui sa sans se ses si son sont sous sur s un une vers via vos votre
y afin dont ainsi être""".split())
FEW = 3  # a word that fewer aids have is not one that readers type
# Participles and infinitives are no needs.
VERB = re.compile("(?:[^t]ée?s?|[^i]er|ir)$")


def fold(text):
    """Without accents."""
    return "".join(
        c
        for c in unicodedata.normalize("NFD", text)
        if not unicodedata.combining(c)
    )


def words(text):
    return re.findall(r"[^\W\d_]+", text.lower())


def plurals(word):
    """What a regular plural of the word may be."""
    if word.endswith("al"):
        yield word[:-2] + "aux"
    if word.endswith(("au", "eu")):
        yield word + "x"
    if word[-1] not in "sxz":
        yield word + "s"


def chunks(name):
    """The words of a name between its stop words: lists of them."""
    found, chunk = [], []
    for token in re.findall(r"[^\W\d_]+|[^\w\s'’-]", name.lower()):
        if token in STOP or not token[0].isalpha():
            found.append(chunk)
            chunk = []
        else:
            chunk.append(token)
    found.append(chunk)
    return [
        c
        for c in found
        if c and all(len(w) > 2 and not VERB.search(w) for w in c)
    ]


def phrases(names):
    """Needs of two to four words, with where their parts meet."""
    for name in names:
        parts = chunks(name)
        for i in range(1, len(parts)):  # the first is "financer", "soutenir"
            for k in (1, 2):
                some = parts[i : i + k]
                if len(some) == k and 2 <= sum(map(len, some)) <= 4:
                    yield some


def apart(path):
    lists = {"accent": set(), "number": set()}
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            kind, one, other = line.split()
            lists[kind].add((one, other))
    return lists["accent"], lists["number"]


def main():
    texts, accent, number = [], *apart(sys.argv[2])
    for line in open(sys.argv[1], encoding="utf-8"):
        texts.append(line.rstrip("\n").split("\t"))
    seen, named = Counter(), Counter()
    for _, name, text in texts:
        seen.update(set(words(name + " " + text)))
        named.update(set(words(name)))
    known = {w for w, n in seen.items() if n >= FEW and w not in STOP}
    to_plural = {
        w: p
        for w in known
        for p in plurals(w)
        if len(w) > 3 and p in known and (w, p) not in number
    }
    to_singular = {p: w for w, p in to_plural.items()}
    homographs = {w for pair in accent for w in pair}
    chance = random.Random(16)
    needs = sorted(
        {tuple(map(tuple, p)) for p in phrases(t[1] for t in texts)}
        | {
            ((w,),)
            for w in known
            if len(w) > 3 and named[w] >= FEW and not VERB.search(w)
        }
    )
    chance.shuffle(needs)

    def plain(need):
        return " ".join(w for part in need for w in part)

    def change(need, table):
        return " ".join(table.get(w, w) for part in need for w in part)

    def other(kind, need):
        if kind == "plural":
            return change(need, to_plural)
        if kind == "singular":
            return change(need, to_singular)
        if kind == "accents":
            return fold(plain(need))
        if len(need) > 1:
            return " ".join(w for part in reversed(need) for w in part)
        return " ".join(reversed(need[0]))

    for kind, wanted in PAIRS.items():
        count = {True: 0, False: 0}  # of one word, of several: as many
        for need in needs:
            one = sum(map(len, need)) == 1
            of_kind = wanted if kind == "order" else (wanted + one) // 2
            there = plain(need), other(kind, need)
            apart_by_accent = homographs & set(there[0].split())
            if (
                there[0] != there[1]
                and count[one] < of_kind
                and not (kind == "accents" and apart_by_accent)
            ):
                count[one] += 1
                print(kind, *there, sep="\t")
    for pair in sorted(accent):
        print("homograph", *pair, sep="\t")


main()
