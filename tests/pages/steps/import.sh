# An edit is seen at once; an address that was leads to the one that is.
etag_of() {
	curl -s -g -D - -o /dev/null "$base$1" | tr -d '\r' |
	    sed -n 's/^ETag: //p'
}
old=$(etag_of /aides/)
is 'the ETag lasts' "$(sleep 1.2; etag_of /aides/)" "$old"
sed 's/"probe-recente"/"probe-renommee"/; s/Essaiprobe récente/Essaiprobe renommée/' \
    aids.jsonl > "$work/renamed.jsonl"
guichet import aids --source essais "$work/renamed.jsonl" > "$work/renamed.log"
matches 'one aid changed' "$(cat "$work/renamed.log")" \
    '27 aids read: 0 added, 1 changed, 26 the same'
sleep 1.2
[ "$(etag_of /aides/)" != "$old" ]
tap 'an import changes the ETag' $?
curl -s -D "$work/moved" -o /dev/null "$base/aides/probe-recente/"
matches 'the old address moves' "$(head -n 1 "$work/moved")" ' 301 '
matches 'to the new one' "$(tr -d '\r' < "$work/moved")" \
    '^Location: /aides/probe-renommee/$'
is 'which is there' "$(status_of /aides/probe-renommee/)" 200
matches 'under its new name' "$(get '/aides/?format=xml&keyword=renommee')" \
    'Essaiprobe renommée'
guichet import aids --source essais aids.jsonl > "$work/renamed.log"
sleep 1.2
is 'the first address is taken again' "$(status_of /aides/probe-recente/)" 200
matches 'and the other leads to it' \
    "$(curl -s -D - -o /dev/null "$base/aides/probe-renommee/" | tr -d '\r')" \
    '^Location: /aides/probe-recente/$'

# What guichet did shows at the next request, of every process; what another
# hand did in the base shows within the second.  Under sanitizers an import takes two
# seconds.
next=0 turns='1 2 3 4 5 6'
[ -z "${SANITIZED:-}" ] || [ -n "${FULL:-}" ] || turns='1 2'
for turn in $turns; do
	file=aids.jsonl name=recente
	[ $((turn % 2)) -eq 0 ] || file=$work/renamed.jsonl name=renommee
	guichet import aids --source essais "$file" > "$work/renamed.log"
	for ask in 1 2 3 4; do
		get "/aides/?format=xml&keyword=essaiprobe" |
		    grep -q "slug=\"probe-$name\"" || next=$((next + 1))
	done
done
is 'an edit by guichet shows at the next request' $next 0
curl -s -g -o /dev/null "$base/aides/"
old=$(etag_of '/aides/')
sql 'UPDATE data_version SET version = version + 1'
sleep 1.2
[ "$(etag_of '/aides/')" != "$old" ]
tap 'one by another hand, in the next second' $?
