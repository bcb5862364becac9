# How the site is, and what its programs have counted.
health() { curl -s -o "$body" -w '%{http_code}' "$base/sante/$1"; }
said() { jq -r "$1" "$body"; }

is 'health: 200' "$(health '')" 200
is 'health: all is well' "$(said '[.status, .database, .schema] | join(" ")')" 'ok ok ok'
is 'health: of this build' "$(said .build)" "$("$build/search" --version | sed 's/.*(\(.*\))/\1/')"
is 'health: clocks agree' "$(said '.clock.apart | fabs < 3')" true
is 'health: the data has an age' "$(said '.data.age >= 0 and .data.changed + .data.age - .clock.now < 3')" true
# A worker may be born between two looks.
told='' there=''
agree() {
	health '' > "$work/status"
	told=$(said '[.programs[][] | .pid] | sort | map(tostring) | join(" ")')
	there=$(workers | tr ' ' '\n' | sed '/^$/d' | sort -n | paste -sd' ')
	[ "$told" = "$there" ]
}
until_true agree
is 'health: the workers of each program' "$told" "$there"
for program in $("$root/conf/programs.sh" names program); do
	is "health of $program: 200" "$(health "$program/")" 200
	is "health of $program: it answers itself" "$(said .program)" "$program"
done
is 'health of no program: 404' "$(health nothing/)" 404
is 'health as XML: 200' "$(health '?format=xml')" 200
xmllint --noout --relaxng "$root/xsl/page.rng" "$body" 2> "$work/rng"
tap 'health as XML: by the grammar' $?

# count ROUTE CLASS: how many answers the search has counted; of a page that nginx
# does not hold.
count() {
	health metrics > "$work/status"
	sed -n "s|^guichet_requests_total{program=\"search\",route=\"$1\",class=\"$2\"} ||p" "$body"
}
before=$(count /aides/ 2xx)
for i in 1 2 3; do status_of "/aides/?keyword=compte$i" > "$work/status"; done
is 'metrics: three more answers' "$(count /aides/ 2xx)" $((before + 3))
before=$(count '' 4xx)
status_of /rien-de-tel > "$work/status"
is 'metrics: one that no route has' "$(count '' 4xx)" $((before + 1))
is 'metrics as XML: 200' "$(health 'metrics?format=xml')" 200
xmllint --noout --relaxng "$root/xsl/page.rng" "$body" 2> "$work/rng"
tap 'metrics as XML: by the grammar' $?
health metrics > "$work/status"
is 'metrics: no address that was asked' "$(grep -c 'compte1\|rien-de-tel' "$body")" 0
# The format: one head for each metric, before its lines; each line once; of a
# histogram the last bucket is the count.
awk '/^# HELP/ { if ($3 in help) print "twice: " $0; help[$3] = 1; at = $3; next }
/^# TYPE/ { if ($3 != at || $4 !~ /^(counter|gauge|histogram)$/) print; type = $4; next }
!/^guichet_[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [0-9]+(\.[0-9]+)?$/ { print; next }
{ name = $0; sub(/[{ ].*/, "", name); line = $0; sub(/ [^ ]*$/, "", line)
  if (line in seen) print "twice: " line
  seen[line] = 1
  if (type == "histogram") sub(/_(bucket|sum|count)$/, "", name)
  if (name != at) print "not under its head: " $0
  if (type == "histogram" && /le="\+Inf"/) last = $NF
  if (type == "histogram" && $0 ~ /_count/ && $NF != last) print }' "$body" > "$work/format"
is 'metrics: each line is good' "$(head -n 3 "$work/format")" ''

# A worker that is killed leaves its counts to the next.
before=$(count /aides/ 2xx)
worker=$site/run/search/1
pid=$(s6-svstat -o pid "$worker")
kill -KILL "$pid"
next() {
	now=$(s6-svstat -o pid "$worker")
	[ "$now" != "$pid" ] && [ "$now" -gt 0 ] && health '' > "$work/status" &&
	    [ "$(said "[.programs.search[].pid] | contains([$now])")" = true ]
}
until_true next
tap 'the next worker is alive' $?
is 'and the dead is not' "$(said "[.programs.search[].pid] | contains([$pid])")" false
is 'it counts on' "$(count /aides/ 2xx)" "$before"
pids=$(workers)

# A proxy of this machine asks for anybody.
for header in 'X-Forwarded-For: 192.0.2.1' 'Forwarded: for=192.0.2.1' 'Via: 1.1 proxy'; do
	for page in '' search/ metrics; do
		is "health: /sante/$page is not for whom a proxy asks ($header)" \
		    "$(curl -s -o "$body" -w '%{http_code}' -H "$header" "$base/sante/$page")" 404
	done
done

# Only this machine is told, and whom a file allows: here, another of its addresses.
address=$(hostname -I 2> /dev/null | tr ' ' '\n' | grep -m 1 '\.')
elsewhere() {
	curl -s -o "$body" -w '%{http_code}' --interface "$address" "$base/sante/"
}
if [ -n "$address" ]; then
	is 'health: another address is refused' "$(elsewhere)" 404
	echo "allow $address;" > "$site/etc/health-allow.conf"
	kill -HUP "$(cat "$site/run/nginx.pid")"
	allowed() { [ "$(elsewhere)" = 200 ]; }
	until_true allowed
	tap 'health: one that a file allows is answered' $?
	rm "$site/etc/health-allow.conf"
fi
