# A file that is broken is refused whole, with its place and its cause.
row='{"id": 900, "name": "Aide neuf cents"}'
for _ in $(seq 50); do echo "$row"; done > "$files/fifty"
head -c 1000 "$files/fifty" > "$files/cut.jsonl"
printf '[%s,' "$row" > "$files/cut.json"
gzip -c "$files/fifty" | head -c 60 > "$files/cut.jsonl.gz"
{ echo "$row"; echo 'not json'; } > "$files/not.jsonl"
echo '{"aids": 12}' > "$files/shape.json"
echo '"aides"' > "$files/string.json"
: > "$files/empty.json"
printf '{"id": 901, "name": "a\0b"}\n' > "$files/nul.json"
{ head -c 100000 /dev/zero | tr '\0' '['; } > "$files/deep.json"
printf '%s\n' '{"id": 903, "name": "a", "name": "b"}' > "$files/twice.json"
refused 'cut lines' "$files/cut.jsonl" 'line [0-9]+'
refused 'cut array' "$files/cut.json" 'cut.json'
refused 'cut gzip' "$files/cut.jsonl.gz" 'cut short or damaged'
refused 'not JSON' "$files/not.jsonl" 'line 2'
refused 'another shape' "$files/shape.json" 'neither an aid nor a list|no "name"'
refused 'a string' "$files/string.json" 'string.json'
refused 'empty' "$files/empty.json" 'empty'
refused 'a NUL byte' "$files/nul.json" 'NUL'
refused 'very deep' "$files/deep.json" 'deep.json'
refused 'a key twice' "$files/twice.json" 'twice.json'
refused 'no such file' "$files/none.json" 'none.json'
refused 'a folder' "$files" 'files'

# One line of 200 MB: refused soon, in bounded memory.
{ printf '{"name": "'; head -c 200000000 /dev/zero | tr '\0' a; echo '"}'; } |
    gzip -1 > "$files/long.jsonl.gz"
before=$(state) started=$(date +%s)
GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" import aids \
    "$files/long.jsonl.gz" > "$work/long" 2>&1 &
peak=0
while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$!/status" 2> /dev/null) &&
    [ -n "$now" ]; do
	peak=$now
	sleep 0.05
done
wait $!
is 'a line of 200 MB: exit 1' $? 1
matches 'a line of 200 MB: why' "$(cat "$work/long")" 'over 8 MB'
[ $(($(date +%s) - started)) -lt 60 ]
tap 'a line of 200 MB: soon' $?
[ "$peak" -lt 64000 ] || note "$peak kB"
[ "$peak" -lt 64000 ]
tap 'a line of 200 MB: under 64 MB of memory' $?
is 'a line of 200 MB: nothing is written' "$(state)" "$before"
