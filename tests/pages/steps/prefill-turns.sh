# Turns of those who send: fifty at once, a room of people behind one address, an
# attacker beside honest readers (turns.mjs).
ds=$(sed -n 's/^ds_url = //p' "$site/etc/guichet.conf")
door=/aides/detr-deux-sevres/candidater/
ours='Sec-Fetch-Site: same-origin'
curl -s -o /dev/null -d '{}' "$ds/_control/reset"
forget() { sql 'DELETE FROM draft; DELETE FROM draft_begun; DELETE FROM draft_waiting'; }

# A DS that takes the connection and says nothing: our patience is of 30 seconds, which
# pass beside the rest, in a process of its own.  Not under sanitizers, nor the long
# queues below: they are waiting, and the same code answers one reader.
waits=${FULL:-$([ -n "${SANITIZED:-}" ] || echo yes)}
sent="form=$(token a9000000000000000000000000000001)&perimeter_id=1032152&step=send&project.title=Toit"
silent() {
	python3 -c 'import socket, sys, time
s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
time.sleep(120)' > "$work/silent.port" &
	listener=$!
	until_true test -s "$work/silent.port"
	sed "s|^ds_url.*|ds_url = http://127.0.0.1:$(cat "$work/silent.port")|" \
	    "$site/etc/guichet.conf" > "$work/silent.conf"
	date +%s
	printf %s "$sent" | GUICHET_CONF=$work/silent.conf GATEWAY_INTERFACE=CGI/1.1 \
	    REQUEST_METHOD=POST REQUEST_URI="${door}envoi/" QUERY_STRING='' \
	    CONTENT_LENGTH=${#sent} CONTENT_TYPE=application/x-www-form-urlencoded \
	    HTTP_SEC_FETCH_SITE=same-origin REMOTE_ADDR=127.0.99.1 "$build/prefill"
	printf '\n%s\n' "$(date +%s)"
	kill $listener
}
begun_by() { [ "$(sql 'SELECT COUNT(*) FROM draft')" -ge "$1" ]; }
forget
if [ -n "$waits" ]; then
	rm -f "$work/silent.port"
	silent > "$work/silent" 2>&1 &
	silent=$!
	until_true begun_by 1
fi
forget

# Fifty at once, each of a network of its own, then each page that waits, again and
# again: in any fifteen seconds twelve are begun, and two at a time.  On a busy machine
# some wait for the base longer than a reader would: the 503 asks them to press again.
press() {
	curl -s -o /dev/null -w "%{http_code} 127.0.$1.1 %{redirect_url}\n" --interface "127.0.$1.1" \
	    -H "$ours" "$base${door}envoi/" -d "form=$2" -d perimeter_id=1032152 -d step=send \
	    -d project.title=Toit >> "$work/fifty"
}
: > "$work/fifty"
for i in $(seq 50); do echo "$i $(token "$(printf 'e%031d' "$i")")"; done > "$work/forms"
patience=$(($(date +%s) + 60))
while [ "$(date +%s)" -lt "$patience" ]; do
	fifty=
	while read -r i form; do
		grep -q "^303 127.0.$i.1 " "$work/fifty" && continue
		press "$i" "$form" &
		fifty="$fifty $!"
	done < "$work/forms"
	[ -n "$fifty" ] || break
	wait $fifty
	sleep 0.2
done
is 'fifty at once: all are taken' "$(grep -c '^303 ' "$work/fifty")" 50
is 'fifty at once: or asked to press again' "$(grep -cvE '^(303|503) ' "$work/fifty")" 0
note "$(grep -c '^503 ' "$work/fifty") pressed again"
# Rounds, until there is no more room, or ten seconds are over.
begun() { sql 'SELECT COUNT(*) FROM draft_begun'; }
: > "$work/fifty.1"
for round in 1 2 3 4 5 6 7 8; do
	[ "$(begun)" -lt 12 ] || [ $round -le 2 ] || break
	fifty=
	while read -r _ from page; do
		curl -s -o /dev/null -w '%{http_code}\n' --interface "$from" "$page" >> "$work/fifty.1" &
		fifty="$fifty $!"
	done <<-PAGES
	$(grep 'draft=' "$work/fifty")
	PAGES
	wait $fifty
done
is 'fifty at once: twelve are begun in fifteen seconds' "$(sql "SELECT MAX(n) FROM (
    SELECT COUNT(*) AS n FROM draft_begun a JOIN draft_begun b ON b.begun_at >= a.begun_at
    AND b.begun_at < a.begun_at + INTERVAL 15 SECOND GROUP BY a.id) x")" 12
is 'fifty at once: DS made as many' "$(curl -s "$ds/_control/drafts" | grep -o '"number":' | wc -l | tr -d ' ')" 12
# On a busy machine one may have left the queue, not having asked in time.
waiting=$(sql 'SELECT COUNT(*) FROM draft_waiting')
note "$waiting wait"
[ "$waiting" -ge 30 ] && [ "$waiting" -le 38 ]
tap 'fifty at once: the others wait' $?
is 'fifty at once: no answer is an error' \
    "$(grep -cvE '^(200|303|503)$' "$work/fifty.1")" 0

# What waits is for the key of the form alone.
is 'waiting: no answer is in a row' \
    "$(sql "SELECT COUNT(*) FROM draft_waiting WHERE CONCAT_WS('|', form, digest, network, body) LIKE '%Toit%'
	OR body LIKE '%217901099%' OR network LIKE '127.%' OR form LIKE 'e000%'")" 0
is 'made: no address is in a row, nor the key' \
    "$(sql "SELECT COUNT(*) FROM draft WHERE url IS NOT NULL OR sealed LIKE '%http%' OR form LIKE 'e000%'")" 0
is 'made: but the seal' "$(sql "SELECT COUNT(*) FROM draft WHERE state = 'prefilled' AND sealed IS NOT NULL")" 12

# Queues as long as they may be.  In short the fifteen seconds pass in five: what was begun
# grows older, between two turns; nobody may then wait for more than 12 s.
faster() {
	while sleep 0.5 && sql 'START TRANSACTION; UPDATE draft_gate SET turns = turns + 1;
	    UPDATE draft_begun SET begun_at = begun_at - INTERVAL 1 SECOND; COMMIT'; do :; done
}
queues() {
	forget
	room='20 30 20000' faster=
	[ -n "${FULL:-}" ] || { room='8 5 12000'; faster & faster=$!; }
	# shellcheck disable=SC2086 # people, seconds, milliseconds
	node turns.mjs "$base" "$form_secret" $room > "$work/turns" 2>&1
	[ -z "$faster" ] || kill $faster
	while read -r line; do
		case $line in
		'ok '*) tap "turns: ${line#ok }" 0 ;;
		'not ok '*) tap "turns: ${line#not ok }" 1 ;;
		*) note "$line" ;;
		esac
	done < "$work/turns"
	is 'turns: all of them were tried' "$(grep -cE '^(not )?ok ' "$work/turns")" 5
	is 'turns: of one network no more than its part' "$(sql "SELECT MAX(n) FROM (
	    SELECT COUNT(*) AS n FROM draft_begun a JOIN draft_begun b ON b.network = a.network
	    AND b.begun_at >= a.begun_at AND b.begun_at < a.begun_at + INTERVAL 15 SECOND GROUP BY a.id) x")" 6
}
[ -z "$waits" ] || queues

# A network that has had sixty within the hour.
forget
push_from() {
	curl -s -o "$body" -w '%{http_code}' --interface "$1" -H "$ours" "$base${door}envoi/" \
	    -d "form=$(token "$2")" -d perimeter_id=1032152 -d step=send -d project.title=Toit
}
push_from 127.0.70.1 a7000000000000000000000000000001 > "$work/status"
sql "INSERT INTO draft_begun (network, begun_at, until) SELECT network, begun_at - INTERVAL 10 MINUTE, until
    FROM draft_begun, seq_1_to_60"
crowded() { get /sante/metrics | sed -n 's/^guichet_drafts_total{outcome="crowded"} //p'; }
before=$(crowded)
is 'sixty within the hour: one more is told' "$(push_from 127.0.70.9 a7000000000000000000000000000002)" 200
matches 'sixty within the hour: when to come back' "$(cat "$body")" 'Attendez 15.minutes'
is 'sixty within the hour: it is counted' "$(($(crowded) - before))" 1
is 'sixty within the hour: another network sends' "$(push_from 127.0.71.1 a7000000000000000000000000000003)" 303

# ---- forms that were not given, and pages of others ----

# sends NAME FORM HEADER...: nothing goes; the form is shown, what was typed is there.
before=$(sql 'SELECT COUNT(*) FROM draft')
sends() {
	name=$1 form=$2
	shift 2
	status=$(curl -s -o "$body" -w '%{http_code}' "$@" "$base${door}envoi/" -d "form=$form" \
	    -d perimeter_id=1032152 -d step=send --data-urlencode 'project.title=Toit bleu')
	is "$name: a page" "$status" 200
	is "$name: nothing is sent" "$(sql 'SELECT COUNT(*) FROM draft')" "$before"
	matches "$name: what was typed is there" "$(cat "$body")" 'value="Toit bleu'
}
good=$(token a8000000000000000000000000000001)
false=$(echo "$good" | sed 's/[0-8]$/9/; t; s/.$/0/')
sends 'a form at random' "$(printf 'b%031d' 7)" -H "$ours"
sends 'a form with a false mark' "$false" -H "$ours"
sends 'a form of now' "$(token a8000000000000000000000000000001 0)" -H "$ours"
sends 'a form of three days ago' "$(token a8000000000000000000000000000001 259200)" -H "$ours"
sends 'another site, as browsers say' "$good" -H 'Sec-Fetch-Site: cross-site'
sends 'another site, by Origin' "$good" -H 'Origin: https://evil.example'
sends 'another site, by an Origin of nobody' "$good" -H 'Origin: null' -H "Referer: $base/"
sends 'another site, by Referer' "$good" -H 'Referer: https://evil.example/'
sends 'nobody says who' "$good"
is 'an old form is given anew, its key the same' "$(curl -s -H "$ours" "$base${door}envoi/" \
    -d "form=$(token a8000000000000000000000000000002 259200)" -d perimeter_id=1032152 -d step=send \
    -d project.title=Toit | grep -oE 'name="form" value="a8000000000000000000000000000002-[0-9a-f]{8}-' | sort -u | wc -l |
    tr -d ' ')" 1
is 'a form that another site chose is not' "$(curl -s -H Sec-Fetch-Site:cross-site "$base$door" \
    -d "form=$good" -d perimeter_id=1032152 -d step=check -d project.title=Toit | grep -c a8000000)" 0
is 'the last button elsewhere sends nothing' "$(curl -s -o /dev/null -w '%{http_code}' -H "$ours" "$base$door" \
    -d "form=$good" -d perimeter_id=1032152 -d step=send -d project.title=Toit) $(sql 'SELECT COUNT(*) FROM draft')" "200 $before"
is 'its address, asked for alone, leads to the form' \
    "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base${door}envoi/")" "303 $base$door"
origin=$(sed -n 's/^base_url = //p' "$site/etc/guichet.conf")
is 'a browser that says Origin alone sends' "$(curl -s -o /dev/null -w '%{http_code}' -H "Origin: $origin" \
    "$base${door}envoi/" -d "form=$good" -d perimeter_id=1032152 -d step=send -d project.title=Toit)" 303

if [ -n "$waits" ]; then
	wait $silent
	matches 'DS says nothing: the page says so' "$(cat "$work/silent")" 'ne savons pas'
	matches 'DS says nothing: what was typed is there' "$(cat "$work/silent")" 'value="Toit'
	took=$(($(tail -n 1 "$work/silent") - $(head -n 1 "$work/silent")))
	note "after $took s"
	[ $took -ge 29 ]
	tap 'DS says nothing: after thirty seconds' $?
fi
