"""score.py - how good the answers are, and whether a difference is chance.

    score.py labels NAME [show]    labelled queries: who, half, group, query,
                                   labels "id:grade ...", the ids found in order
    score.py forms                 two ways of writing a need: kind, need, other
                                   need, the ids that each finds

Lines of standard input, parted by tabs; tables for a README are printed.  A hit
is an aid of grade 2 or 3, or of grade 1 when none is better.  Of forms, exits 1
when too few pairs find the same.
"""

import random
import sys
from collections import defaultdict
from math import log2

PEERS = ["xapian", "postgresql", "mariadb"]
KINDS = ["need", "typo", "acronym", "title", "funded", "mixed"]
REAL = ["funded", "mixed"]
LENGTHS = [(2, "1 to 2 words"), (4, "3 to 4 words"), (8, "5 to 8 words")]
ENDS = ["longer", "held", "all"]
RESAMPLES, SEED = 10000, 16
# Of a pair's first ten, how many are to be the same, and of how many pairs.
SHARED, PAIRS = 0.8, 0.95


def rows():
    for line in sys.stdin:
        yield line.rstrip("\n").split("\t")


def dcg(grades):
    return sum((2**g - 1) / log2(k + 2) for k, g in enumerate(grades))


def measures(labels, found):
    """nDCG@10, hit@1, hit@5, reciprocal rank."""
    grade = {i: int(g) for i, g in (x.split(":") for x in labels.split())}
    best = sorted(grade.values(), reverse=True)
    got = [grade.get(i, 0) for i in found.split()[:10]]
    least = min(2, best[0])
    first = next((k for k, g in enumerate(got, 1) if g >= least), 0)
    return (
        dcg(got) / dcg(best[:10]),
        first == 1,
        0 < first <= 5,
        1 / first if first else 0,
    )


def length_of(query):
    n = len(query.split())
    for most, name in LENGTHS:
        if n <= most:
            return name
    return "longer"


def mean(values):
    return sum(values) / len(values)


def interval(differences):
    """Of their mean, by bootstrap: where 95 in 100 resamples fall."""
    chance = random.Random(SEED)
    n = len(differences)
    means = sorted(
        sum(chance.choices(differences, k=n)) / n for _ in range(RESAMPLES)
    )
    return means[RESAMPLES // 40], means[-RESAMPLES // 40]


def put_row(group, of):
    """of: by who, the measures of each query, in the same order."""
    cells = [group, str(len(of["guichet"]))]
    for who in ["guichet"] + PEERS:
        if who in of:
            m = [mean(x) for x in zip(*of[who])]
            cells.append("{:.3f} | {:.2f} | {:.2f} | {:.3f}".format(*m))
    peers = [w for w in PEERS if w in of]
    if peers:
        best = max(peers, key=lambda w: mean([m[0] for m in of[w]]))
        gain = [a[0] - b[0] for a, b in zip(of["guichet"], of[best])]
        cells.append(
            "{} {:+.3f} [{:+.3f}, {:+.3f}]".format(
                best, mean(gain), *interval(gain)
            )
        )
    print("|", " | ".join(cells), "|")


def put_head(title, whos):
    cells, lines = [title, "queries"], ["---", "--:"]
    for who in whos:
        cells += [who + " nDCG@10", "hit@1", "hit@5", "MRR"]
        lines += ["--:"] * 4
    if len(whos) > 1:
        cells.append("over the best peer, 95 % interval")
        lines.append("---")
    print("\n|", " | ".join(cells), "|")
    print("|" + "|".join(lines) + "|")


def labels(title, show):
    rows_of = defaultdict(lambda: defaultdict(list))
    for who, half, group, query, labelled, found in rows():
        m = measures(labelled, found)
        of = [group] + ([length_of(query)] if group != "mixed" else [])
        # Titles are many: they have their own row.
        for row in of + ([half, "all"] if group not in REAL else []):
            rows_of[row][who].append(m)
        if show and who == "guichet" and m[0] < 0.5:
            print(f"# {m[0]:.2f} {group}: {query} -> {labelled} {found}")
    put_head(title, [w for w in ["guichet"] + PEERS if w in rows_of[group]])
    for row in KINDS + [name for _, name in LENGTHS] + ENDS:
        if row in rows_of:
            put_row(row, rows_of[row])


def forms():
    of, bad = defaultdict(list), []
    for kind, need, other, found, also in rows():
        a, b = set(found.split()), set(also.split())
        most = max(len(a), len(b))
        same = most == 0 or len(a & b) >= SHARED * most
        of[kind].append(same)
        if not same and kind != "homograph":
            bad.append(f"# {len(a & b)} of {most}: {kind}: {need} / {other}")
    asked = [x for kind in of if kind != "homograph" for x in of[kind]]
    print("\n".join(bad))
    print("\n| two ways of writing | pairs | 8 of the first ten shared |")
    print("|---|--:|--:|")
    for kind, same in [*of.items(), ("all but homographs", asked)]:
        print(f"| {kind} | {len(same)} | {mean(same):.2f} |")
    return mean(asked) < PAIRS


if sys.argv[1] == "forms":
    sys.exit(forms())
labels(sys.argv[2], len(sys.argv) > 3 and sys.argv[3])
