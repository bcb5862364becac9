#!/usr/bin/env python3
"""learn-words.py - what words teach of aids and of projects.

	conf/learn-words.py DATA

writes sql/data/audience-words.sql and sql/data/common-words.sql.  DATA has
aids/aids-merged.jsonl.gz, aids in the shape of Aides-territoires' API, and
subventions/, the laureates of the Fonds vert and the projects of the DGCL (DETR,
DSIL): open data under the Licence Ouverte 2.0.  Needs Python alone; it takes a
minute, and says how well what it learned does on aids that it did not see.
"""

import csv
import datetime
import glob
import gzip
import html
import json
import math
import os
import random
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TO = os.path.join(HERE, "..", "sql", "data")
FOR_US = ("Commune", "Intercommunalité / Pays")
# As cgi-bin/lib/indexing/audience.h: a weight of 1.
UNIT = 64
# A word that fewer aids have teaches nothing of others.
LEAST_AIDS = 6
# How weights are held back, and how far they are learned.
RIDGE, STEPS, PACE = 0.1, 300, 0.05
# A word of more titles than this says little of a project.
COMMON = 0.02
# Words of place and filler, which count so whatever titles say.
FILLER = """aide aides aider aller avancer besoin bourg bourgs chercher comment commune
communes communal communale communales communaux demander dossier financement financer
local locale locales locaux mairie mairies mener mettre municipal municipale municipaux
obtenir petit petite petites petits place pouvoir projet projets realiser rural rurale
rurales ruraux souhaiter subvention subventions territoire territoires trouver veut
village villages ville villes voudrais vouloir""".split()


def words_of(text):
    """Folded as cgi-bin/lib/index/words.h does."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return [w[:45] for w in re.findall("[a-z0-9]+", text)]


def stop_words():
    with open(os.path.join(TO, "stop-words.sql"), encoding="utf-8") as f:
        return set(re.findall(r"\('([a-z0-9]+)'\)", f.read()))


def plain(text):
    return html.unescape(re.sub("<[^>]*>", " ", text or ""))


# ---- whom aids are for ----


def aids_told(path, stop):
    """The words of each aid that tells whom it is for, and whether it is us."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            aid = json.loads(line)
            told = aid.get("targeted_audiences") or []
            if not told:
                continue
            text = " ".join(plain(aid.get(k)) for k in
                            ("name", "description", "eligibility", "project_examples"))
            words = {w for w in words_of(text) if len(w) > 1 and w not in stop
                     and not w.isdigit()}
            rows.append((words, any(a in FOR_US for a in told)))
    return rows


def chosen_words(rows):
    aids = {}
    for words, _ in rows:
        for w in words:
            aids[w] = aids.get(w, 0) + 1
    return {w for w, n in aids.items() if n >= LEAST_AIDS}


def learn(rows):
    """Logistic regression by whole steps."""
    known = chosen_words(rows)
    rows = [([w for w in words if w in known], us) for words, us in rows]
    weight, bias = dict.fromkeys(known, 0.0), 0.0
    for _ in range(STEPS):
        slope, lean = dict.fromkeys(known, 0.0), 0.0
        for words, us in rows:
            if not words:
                continue
            root = math.sqrt(len(words))
            x = bias + sum(weight[w] for w in words) / root
            off = us - 1 / (1 + math.exp(-x))
            lean += off
            for w in words:
                slope[w] += off / root
        bias += PACE * lean / 10
        for w in known:
            weight[w] += PACE * (slope[w] - RIDGE * weight[w])
    return bias, weight


def guess(model, words):
    bias, weight = model
    had = [weight[w] for w in words if w in weight]
    x = bias + (sum(had) / math.sqrt(len(had)) if had else 0)
    return 1 / (1 + math.exp(-x))


def area(marks):
    """Of a pair of both kinds, how often the right one is likelier (AUC)."""
    ours = [m for m, us in marks if us]
    others = [m for m, us in marks if not us]
    won = sum((a > b) + (a == b) / 2 for a in ours for b in others)
    return won / (len(ours) * len(others))


def check(rows):
    """Five folds: each is guessed by what the four others teach."""
    rows = rows[:]
    random.Random(1).shuffle(rows)
    marks = []
    for k in range(5):
        model = learn([r for i, r in enumerate(rows) if i % 5 != k])
        marks += [(guess(model, words), us) for words, us in rows[k::5]]
    others = [m for m, us in marks if not us]
    ours = [m for m, us in marks if us]
    print("audience: AUC %.3f on aids not seen; p < 0.3: %.2f of others, %.2f of ours"
          % (area(marks), sum(m < 0.3 for m in others) / len(others),
             sum(m < 0.3 for m in ours) / len(ours)), file=sys.stderr)


# ---- words of many projects ----


def is_kept_apart(department):
    """Titles by which "make relevance" measures teach nothing."""
    digits = re.sub("[^0-9]", "", department or "")
    return digits == "" or int(digits) % 3 == 0


def titles(data):
    with gzip.open(data + "/subventions/fonds-vert-2023-export.csv.gz", "rt",
                   encoding="utf-8-sig") as f:
        for row in csv.DictReader(f, delimiter=";"):
            if not is_kept_apart(row["code_departement"]):
                yield row["nom_du_projet"]
    for name in glob.glob(data + "/subventions/dgcl-detr-dsil-*.csv.gz"):
        with gzip.open(name, "rt", encoding="utf-8-sig") as f:
            for row in csv.DictReader(f, delimiter=";"):
                if not is_kept_apart(row["beneficiaire_dep"]):
                    yield row["intitule"]


def subjects():
    """Single words that a family of objects has: what aids are about."""
    with open(os.path.join(TO, "keywords.csv"), encoding="utf-8") as f:
        terms = [t.strip() for row in csv.DictReader(f, delimiter=";")
                 if row["type"] == "objet"
                 for t in [row["terme"]] + (row["synonymes"] or "").split("|")]
    return {words_of(t)[0] for t in terms if len(words_of(t)) == 1}


def common_words(data, stop):
    count, n = {}, 0
    for title in titles(data):
        n += 1
        for w in {w for w in words_of(title or "") if len(w) > 1 and w not in stop
                  and not w.isdigit()}:
            count[w] = count.get(w, 0) + 1
    found = {w for w, k in count.items() if k > COMMON * n} - subjects()
    print("common: %d words of %d titles: %s" % (len(found), n, " ".join(sorted(found))),
          file=sys.stderr)
    return found | (set(FILLER) - stop)


# ---- files ----


def put(name, table, columns, about, rows):
    today = datetime.date.today()
    with open(os.path.join(TO, name), "w", encoding="utf-8") as f:
        f.write("%s\n-- Made by conf/learn-words.py on %s, of data under the Licence "
                "Ouverte 2.0.\n-- Read again at each \"guichet migrate\".\n"
                "DELETE FROM %s;\nINSERT INTO %s (%s) VALUES\n"
                % (about, today, table, table, columns))
        line = ""
        out = []
        for row in rows:
            if len(line) + len(row) > 96:
                out.append("  " + line.rstrip())
                line = ""
            line += row + ", "
        out.append("  " + line[:-2] + ";")
        f.write("\n".join(out) + "\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data, stop = sys.argv[1], stop_words()
    rows = aids_told(data + "/aids/aids-merged.jsonl.gz", stop)
    check(rows)
    bias, weight = learn(rows)
    table = [("", round(UNIT * bias))]
    table += [(w, round(UNIT * weight[w])) for w in sorted(weight)]
    put("audience-words.sql", "audience_word", "word, weight",
        "-- The weights of words by which whom an aid is for is guessed; '' is the bias:\n"
        "-- cgi-bin/lib/indexing/audience.h.  Learned from %d aids that tell it."
        % len(rows), ["('%s', %d)" % row for row in table if row[1] != 0])
    put("common-words.sql", "common_word", "word",
        "-- Words that over 2 % of the titles of funded projects have, but for subjects of\n"
        "-- keywords.csv, and words of place and filler: they count half (engine/score.c).",
        ["('%s')" % w for w in sorted(common_words(data, stop))])


main()
