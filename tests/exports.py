#!/usr/bin/python3
"""exports.py KIND FILE [FILE...] - reads what machines are given by readers that
are not ours, and prints what a test compares.

	feed FILE...      the pages of a feed: problems; then ids, in their order
	calendar FILE     problems; then UID, SEQUENCE, day and summary of each event
	workbook FILE CSV problems: cells of the workbook that are not those of CSV
	types FILE        of the second row: the type of each cell

A problem is a line that begins with "! ".
"""

import csv
import datetime
import sys


def problem(text):
    print("!", text)


def feed(paths):
    import feedparser
    ids, last = [], None
    for path in paths:
        page = feedparser.parse(path)
        if page.bozo:
            problem(f"{path}: {page.bozo_exception}")
        for name in ("id", "title", "updated"):
            if not page.feed.get(name):
                problem(f"{path}: no {name}")
        for entry in page.entries:
            for name in ("id", "title", "link", "updated"):
                if not entry.get(name):
                    problem(f"{path}: an entry without {name}")
            if not entry.link.startswith("http"):
                problem(f"link {entry.link}")
            day = entry.get("published", "")[:10]
            if last is not None and day > last:
                problem(f"{entry.title}: {day} after {last}")
            last = day
            ids.append(entry.id)
    if len(set(ids)) != len(ids):
        problem("an id twice")
    print("\n".join(ids))


def calendar(path):
    import icalendar
    with open(path, "rb") as f:
        text = f.read()
    for line in text.split(b"\r\n"):
        if len(line) > 75 or b"\n" in line or b"\r" in line:
            problem(f"a line of {len(line)} octets")
        try:
            line.decode()
        except UnicodeDecodeError:
            problem("folded within a character")
    if not text.endswith(b"\r\n"):
        problem("no CR LF at the end")
    whole = icalendar.Calendar.from_ical(text)
    if not whole.subcomponents:
        problem("no component")
    for event in whole.walk("vevent"):
        for name in ("uid", "dtstamp", "sequence", "dtstart", "summary"):
            if name not in event:
                problem(f"an event without {name}")
        print(event["uid"], event["sequence"], event["dtstart"].dt,
              event["summary"])


def rows_of(path):
    import openpyxl
    return list(openpyxl.load_workbook(path).active.iter_rows())


def text_of(cell):
    if cell.value is None:
        return ""
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date().isoformat()
    return str(cell.value)


def workbook(path, table):
    with open(table, encoding="utf-8-sig", newline="") as f:
        want = list(csv.reader(f, delimiter=";", strict=True))
    got = [[text_of(cell) for cell in row] for row in rows_of(path)]
    if len(got) != len(want):
        problem(f"{len(got)} rows, not {len(want)}")
    for n, (a, b) in enumerate(zip(got, want), 1):
        b = [c[1:] if c[:1] == "'" and c[1:2] in tuple("=+-@") else c
             for c in b]
        if a != b:
            problem(f"row {n}: {a} is not {b}"[:400])


def types(path):
    print(" ".join(cell.data_type for cell in rows_of(path)[1]))


kind, files = sys.argv[1], sys.argv[2:]
if kind == "feed":
    feed(files)
else:
    {"calendar": calendar, "workbook": workbook, "types": types}[kind](*files)
