#!/usr/bin/python3
"""tables.py FILE... - reads tables as a strict reader that is not ours does.

Of each: UTF-8 with a byte order mark, ";" between cells, as many cells in each
row as the title row has, no title empty or twice, nothing that a spreadsheet
would take for a formula.  Prints what is wrong, exits 1.
"""

import csv
import io
import sys

FORMULA = tuple("=+-@\t\r＝＋－＠")


def faults(path):
    with open(path, "rb") as f:
        text = f.read()
    if not text.startswith(b"\xef\xbb\xbf"):
        yield "no byte order mark"
    text = text.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";",
                           strict=True))
    if not rows or len(rows[0]) < 2:
        yield "no title row"
        return
    if len(set(rows[0])) != len(rows[0]) or "" in rows[0]:
        yield f"titles: {rows[0]}"
    for n, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {n}: {len(row)} cells under {len(rows[0])} titles"
        for cell in row:
            if cell.lstrip(" \u00a0").startswith(FORMULA):
                yield f"row {n}: a formula: {cell[:40]}"


def main(paths):
    bad = 0
    for path in paths:
        try:
            found = list(faults(path))
        except (csv.Error, UnicodeDecodeError) as why:
            found = [str(why)]
        for fault in found[:10]:
            print(f"{path}: {fault}")
        bad |= bool(found)
    return bad


sys.exit(main(sys.argv[1:]))
