# "guichet status": a glance at what goes on, that fails when the base is away.
status() { said=$(guichet status 2>&1); left=$?; }
# shows NAME PATTERN
shows() { matches "status: $1" "$said" "$2"; }

guichet import aids --source essais-vus "$root/sql/data/sample-aids.jsonl" > "$work/log" 2>&1
echo '{' > "$files/broken.json"
guichet import aids --source essais-nuls "$files/broken.json" > "$work/log" 2>&1
guichet import aids --source essais-secs --dry-run "$root/sql/data/sample-aids.jsonl" > "$work/log" 2>&1
status_of '/aides/?keyword=etat' > "$work/log"
sql "INSERT INTO draft (form, digest, demarche, authority, champs, state, made_at, changed_at)
    VALUES ('00000000000000000000000000000000', REPEAT('0', 64), 900001, '', 1, 'prefilled', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))"
status
is 'status: exit 0' $left 0
shows 'its version' "^guichet +version [0-9.]+, build $("$build/search" --version | sed 's/.*(\(.*\))/\1/')\$"
for program in $("$root/conf/programs.sh" names program); do
	shows "$program is alive" "^$program +processes: [1-9][0-9]*, the oldest for [0-9]+ min"
done
is 'status: of this version' "$(echo "$said" | grep -c 'another version')" 0
shows 'answers' '^ +answers: [1-9][0-9]*; errors \(5xx\): [0-9]+; slower than a second: [0-9]+; lines'
shows 'data' '^data +version [0-9]+, of [0-9]+ min ago; aids shown: [1-9]'
shows 'an import' '^import +essais-vus: [0-9]+ min ago; added: [1-9][0-9]*, changed: 0, the same: 0, refused: 0'
shows 'an import that was refused' '^import +essais-nuls: REFUSED whole, [0-9]+ min ago'
is 'status: not one that was tried' "$(echo "$said" | grep -c essais-secs)" 0
shows 'drafts' '^drafts +in 30 days: not opened yet: 1'
shows 'the disk' '^disk +/[a-z/]*: [0-9]+ MB left of [0-9]+'
shows 'timers' '^timer +guichet-drafts: '

# A worker of another build: as the counters tell it.
"$root/conf/programs.sh" names program | while read -r program; do
	python3 - "$site/run/$program/counters" "$("$build/$program" --version | sed 's/.*(\(.*\))/\1/')" <<-PY
	import sys
	f = open(sys.argv[1], 'r+b'); data = f.read(); at = data.find(sys.argv[2].encode())
	f.seek(at); f.write(b'0' * 16)
	PY
done
status
shows 'a worker that was not restarted' "another version than this one: 1 \(systemctl restart 'guichet-search@\*'\)"

matches 'status: in French' "$(LANGUAGE=fr TEXTDOMAINDIR=$build/locale guichet status)" \
    '^données +version [0-9]+, il y a [0-9]+ min'
cp "$site/etc/owner.cnf" "$work/owner"
sed -i 's|^socket=.*|socket=/nothing|' "$site/etc/owner.cnf"
status
is 'status: without the base, exit 1' $left 1
shows 'without the base, the rest' '^disk '
is 'status: without the base, no data' "$(echo "$said" | grep -c '^data')" 0
cp "$work/owner" "$site/etc/owner.cnf"
rm "$site/run/search/counters"
status
shows 'without counters' '^search +has counted nothing: No such file'
sql "DELETE FROM draft WHERE form = '00000000000000000000000000000000'"
for program in $("$root/conf/programs.sh" names program); do
	for worker in "$site/run/$program"*/[0-9]*; do s6-svc -r "$worker"; done
done
