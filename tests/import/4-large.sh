# Large aids, and aids made to be costly to read: one is in memory at a time, what no
# field can hold is cut or refused, the others go in.  Under 100 MB, whatever the file.
# FULL: 2 GB.
cat > "$files/large.py" <<'PY'
import json, sys
def aid(kind, i, **more):
    print(json.dumps({"id": "large-%s-%d" % (kind, i), "name": "Grande", "description": "<p>x</p>",
                      "perimeter_code": "FRA", **more}, ensure_ascii=False))
mega = 1 << 20
paragraph = "<p>Une aide pour les écoles &amp; les mairies, voir <a href='https://example.fr/x'>le site</a>.</p>\n"
def costly():
    aid("amp", 0, name="&amp;amp;" * (7 * mega // 9))
    aid("tags", 0, description="<b>" * mega)
    aid("markdown", 0, description="*a **b [c](d " * (mega // 4), _description_format="markdown")
    aid("lines", 0, description=["ligne %d" % k for k in range(60000)])
    aid("places", 0, perimeter=["Nulle part %d" % k for k in range(60000)], perimeter_code=None)
    aid("place", 0, perimeter="Nulle part, " * (mega // 4), perimeter_code=None)
    aid("names", 0, categories=["Rien %d" % k for k in range(60000)], financers=["Porteur %d" % k for k in range(30000)])
    aid("values", 0, other=[{} for k in range(2 * mega)])
def plain(i):
    aid("text", i, description=paragraph * (mega // 100))
    aid("image", i, description="<p>a</p><img src='data:image/png;base64,%s'>" % ("A" * mega))
    aid("other", i, other="x" * 3 * mega)
costly()
for i in range(int(sys.argv[1])):
    plain(i)
PY
rounds=4
[ -z "$FULL" ] || rounds=410
python3 "$files/large.py" $rounds | gzip -1 > "$files/large.jsonl.gz"
note "$(zcat "$files/large.jsonl.gz" | wc -c) bytes"
measure large "$files/large.jsonl.gz" "$files/large.refused"
is 'large: exit 0' $left 0
matches 'large: the sum' "$said" \
    "$((3 * rounds + 8)) aids read: $((3 * rounds + 7)) added, 0 changed, 0 the same, 1 refused"
is 'large: a text ends after 256 kB that were read' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'large'
    AND source_id LIKE 'large-text-%' AND LENGTH(description) BETWEEN 250000 AND 400000")" "$rounds"
is 'large: what is cut, and what is not known, is said' \
    "$(jq -r '.id // "-"' "$files/large.refused" | sed 's/-[0-9][0-9]*$//' | sort -u | tr '\n' ' ')" \
    '- large-amp large-image large-lines large-markdown large-names large-place large-places large-tags large-text '
note "$peak kB"
[ "$peak" -lt 100000 ]
tap 'large: under 100 MB' $?
rm -f "$files/large.jsonl.gz"
