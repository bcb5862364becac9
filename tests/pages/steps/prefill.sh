# The last button, over a stand-in for Démarches simplifiées in all its states: at
# most one draft is made, what was typed stays, and search does not wait.
ds=$(sed -n 's/^ds_url = //p' "$site/etc/guichet.conf")
door=/aides/detr-deux-sevres/candidater/

# control NAME [JSON]: the stand-in's door for tests.
control() {
	if [ $# -eq 1 ]; then
		curl -s "$ds/_control/$1"
	else
		curl -s -o /dev/null -d "$2" "$ds/_control/$1"
	fi
}
drafts() { control drafts | grep -o '"number":' | wc -l | tr -d ' '; }
ours='Sec-Fetch-Site: same-origin'
# push KEY TITLE [STEP]: the button of a form of that key; status and Location in
# $pushed.
push() {
	at=$door
	[ "${3:-send}" != send ] || at=${door}envoi/
	pushed=$(curl -s -o "$body" -w '%{http_code} %{redirect_url}' --max-time 60 \
	    -H "$ours" "$base$at" -d "form=$(token "$1")" -d perimeter_id=1032152 \
	    -d "step=${3:-send}" --data-urlencode "project.title=$2")
}
# form_of KEY: what stands for it in the journal.
form_of() { printf 'form\n%s' "$1" | sha256sum | cut -c1-32; }
# says NAME TEXT: the page that came has it, and what was typed.
says() {
	is "$1: a page" "${pushed%% *}" 200
	matches "$1: says so" "$(cat "$body")" "$2"
	matches "$1: what was typed is there" "$(cat "$body")" \
	    'name="project.title" value="Toit'
}
# Twelve drafts are begun in 15 seconds, six of one network: here time goes faster.
# Who waited before, and has not left yet, would have the turn.
later() {
	sql "UPDATE draft SET made_at = made_at - INTERVAL 2 MINUTE; DELETE FROM draft_begun;
	    DELETE FROM draft_waiting"
}
control reset '{}'
one=c0000000000000000000000000000001
two=c0000000000000000000000000000002

push $one 'Toit'
matches 'a draft: the reader goes to it' "$pushed" \
    "^303 $ds/commencer/essai-subvention-communale\?prefill_token=[A-Za-z0-9]{24}$"
first=$pushed
is 'one draft is there' "$(drafts)" 1
matches 'the strict stand-in has nothing against it' "$(control drafts)" \
    '"dropped":\[\],"violations":\[\]'
push $one 'Toit'
is 'replayed: the same draft' "$pushed" "$first"
is 'replayed: no second one' "$(drafts)" 1
push $one 'Toit' check
matches 'going back: it was made' "$(cat "$body")" 'a déjà été créé'
matches 'going back: its address' "$(cat "$body")" \
    "href=\"[^\"]*prefill_token=${first##*prefill_token=}\""
push $one 'Toit bleu' check
[ "$(grep -c 'a déjà été créé' "$body")" -eq 0 ]
tap 'other answers are no draft yet' $?
push $one 'Toiture'
[ "${pushed%% *}" = 303 ] && [ "$pushed" != "$first" ]
tap 'other content: another draft' $?
push $two 'Toit'
[ "${pushed%% *}" = 303 ] && [ "$pushed" != "$first" ]
tap "another reader's form: not the first one's draft" $?
is 'the journal knows who, what and where' "$(sql "SELECT CONCAT_WS(' ', siren, authority, demarche, champs, state)
    FROM draft WHERE form = '$(form_of $one)' ORDER BY id LIMIT 1")" '217901099 Échiré 900002 8 prefilled'
is 'no token in a log' "$(grep -cE "$(sql 'SELECT GROUP_CONCAT(token SEPARATOR "|") FROM draft')" \
    "$site"/log/*.log | grep -v ':0$')" ''

# ---- two clicks at once ----

control reset '{}'
later
control faults '{"delay": 3000, "on": "POST /api"}'
three=c0000000000000000000000000000003
for i in 1 2 3; do
	curl -s -o /dev/null -w '%{redirect_url}\n' -H "$ours" "$base${door}envoi/?from=keyword%3Dtoit" \
	    -d "form=$(token $three)" -d perimeter_id=1032152 -d step=send -d project.title=Clic \
	    > "$work/click.$i" &
	clicks="${clicks:-} $!"
done
for pid in $clicks; do wait "$pid"; done
is 'three clicks at once: one draft' "$(drafts)" 1
made=$(cat "$work"/click.[123] | grep prefill_token)
is 'three clicks at once: one leads to it' "$(echo "$made" | grep -c .)" 1
follow=$(cat "$work"/click.[123] | grep -v prefill_token | sort -u)
matches 'the others lead to one page that follows it' "$follow" \
    "^$base$door\?demarche=900002&draft=$three-[0-9a-f]{64}&from=keyword%3Dtoit\$"
# followed ADDRESS: status and Location.
followed() {
	curl -s -o "$body" -w '%{http_code} %{redirect_url}' -D "$head" "$1"
}
is 'which leads on to the draft' "$(followed "$follow")" "303 $made"
# of FIELD VALUE: the draft is of another aid, or démarche: it is not there.
of() {
	sql "UPDATE draft SET $1 = $2 WHERE form = '$(form_of $three)'"
	is "but not when it is of another $1" "$(followed "$follow")" '404 '
}
kept=$(sql "SELECT CONCAT(aid_id, ' ', demarche) FROM draft WHERE form = '$(form_of $three)'")
of aid_id "(SELECT MIN(id) FROM aid WHERE id <> ${kept% *})"
sql "UPDATE draft SET aid_id = ${kept% *} WHERE form = '$(form_of $three)'"
of demarche 900001
sql "UPDATE draft SET demarche = ${kept#* } WHERE form = '$(form_of $three)'"
is 'and from its own again' "$(followed "$follow")" "303 $made"

# A click that meets another one waits for nothing, and holds no worker.
control reset '{}'
later
control faults '{"delay": 4000, "on": "POST /api"}'
four=c0000000000000000000000000000004
push $four 'Toit' > "$work/first" &
first_click=$!
# begun KEY: its draft is being made.
begun() { [ -n "$(sql "SELECT 1 FROM draft WHERE form = '$(form_of "$1")'")" ]; }
until_true begun $four
push $four 'Toit'
kill -0 $first_click 2> /dev/null
tap 'a second click is answered before the first' $?
follow=${pushed#303 }
matches 'it leads to a page' "$(followed "$follow")" '^200 '
matches 'which says so' "$(cat "$body")" 'en cours de création'
matches 'and asks again by itself' "$(cat "$body")" '<meta http-equiv="refresh" content="2"'
matches 'and leads back to the results' \
    "$(followed "$follow&from=keyword%3Dtoit" && cat "$body")" 'href="/aides/\?keyword=toit"'
matches 'and is not kept' "$(cat "$head")" '^Cache-Control: .*no-store'
get "${follow#"$base"}&format=xml" > "$body"
xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" 2> /dev/null
tap 'and is valid' $?
wait $first_click
matches 'until the draft is there' "$(followed "$follow")" '^303 .*prefill_token='
is 'of which there is one' "$(drafts)" 1
control faults '{}'
sql "UPDATE draft SET state = 'unknown' WHERE form = '$(form_of $four)'"
followed "$follow" > "$work/status"
matches 'a draft that nobody knows of' "$(cat "$body")" 'Nous ne savons pas'
sql "UPDATE draft SET state = 'refused' WHERE form = '$(form_of $four)'"
followed "$follow" > "$work/status"
matches 'one that was not made' "$(cat "$body")" 'n’a pas été créé'
sql "UPDATE draft SET state = 'prefilled', made_at = made_at - INTERVAL 1 HOUR
    WHERE form = '$(form_of $four)'"
is 'after ten minutes its address is not given away' \
    "$(followed "$follow")" '404 '
is 'nor that of a name which is none' "$(followed "$base$door?draft=$four-0")" '404 '
is 'nor of another digest' "$(followed "$base$door?draft=$(echo "${follow##*=}" |
    sed 's/.$//')$(echo "${follow#"${follow%?}"}" | tr 0-9a-f 1-9a-f0)")" '404 '

# Readers who click at the same moment, in a journal with nothing in it yet, do not
# wait for each other: MariaDB would end one (error 1213).
control reset '{}'
for i in $(seq "$([ -n "${FULL:-}" ] && echo 60 || echo 10)"); do
	sql 'DELETE FROM draft; DELETE FROM draft_begun; DELETE FROM draft_waiting'
	clicks=
	for k in 1 2 3 4; do
		curl -s -o /dev/null -w '%{http_code}\n' -H "$ours" "$base${door}envoi/" \
		    -d "form=$(token "$(printf 'd%031d' $((i * 7919 % 97 * 10 + k)))")" \
		    -d perimeter_id=1032152 -d step=send \
		    -d project.title=Clic > "$work/click.$k" &
		clicks="$clicks $!"
	done
	for pid in $clicks; do wait "$pid"; done
	cat "$work"/click.[1-4]
done > "$work/clicks"
is 'readers who click at the same moment: none is sent away' \
    "$(grep -cvE '^(200|303)$' "$work/clicks")" 0

# ---- bad days ----

# counted OUTCOME: how many drafts ended so, as the programs count them.
counted() { get /sante/metrics | sed -n "s/^guichet_drafts_total{outcome=\"$1\"} //p"; }
# bad NAME FAULT TEXT: how DS fails, and what the page says.
bad() {
	control reset '{}'
	later
	control faults "$2"
	n_form=$((${n_form:-10} + 1))
	push "c00000000000000000000000000000$n_form" "Toit $n_form"
	says "$1" "$3"
	is "$1: no draft" "$(drafts)" "${4:-0}"
	control faults '{}'
}
down=$(counted down) busy=$(counted busy) unsure=$(counted unsure) made=$(counted made)
bad 'DS is in maintenance' '{"status": 503}' 'Démarches simplifiées ne répond pas'
push "c00000000000000000000000000000$n_form" "Toit $n_form"
is 'and when it is back: the draft' "${pushed%% *}" 303
bad 'DS fails' '{"status": 500}' 'ne savons pas'
bad 'DS asks to wait' '{"status": 429, "retry_after": 90}' 'Attendez 2.*minutes, puis'
is 'each outcome is counted: down, unsure, busy, made' \
    "$(($(counted down) - down)) $(($(counted unsure) - unsure)) $(($(counted busy) - busy)) $(($(counted made) - made))" \
    '1 1 1 1'
bad 'DS closes the connection' '{"reset": true}' 'ne répond pas|ne savons pas'
bad 'DS answers a page' '{"html200": true, "made": false}' 'ne savons pas'
bad 'DS answers half of it' '{"truncated": true}' 'ne savons pas' 1
push "c00000000000000000000000000000$n_form" "Toit $n_form"
says 'half an answer, pushed again' 'ne savons pas'
is 'half an answer, pushed again: no second draft' "$(drafts)" 1
bad 'DS sends elsewhere' '{"foreign_url": "https://pirate.invalid/x"}' 'ne savons pas' 1
bad 'DS refuses' '{"status": 400}' 'a refusé le brouillon'
control reset '{}'
control close '{"demarche": 900002}'
later
push c0000000000000000000000000000031 'Toit'
says 'DS closed the form, unknown here yet' 'plus ouvert'
control reset '{}'

# ---- slow ----

# In short it answers at the end; a DS that never does is in prefill-turns.sh.
long=${FULL:+30}
control faults "{\"delay\": ${long:-10}000, \"on\": \"POST /api\"}"
later
(push c0000000000000000000000000000041 'Toit'
if [ -n "$long" ]; then
	says 'DS is slow for 30 s' 'ne savons pas'
else
	matches 'DS was slow: its draft all the same' "$pushed" '^303 .*prefill_token='
fi) > "$work/slow.tap" &
slow=$!
until_true begun c0000000000000000000000000000041
is 'DS is slow: search answers' "$(status_of '/aides/?keyword=ecole')" 200
is 'DS is slow: forms answer' "$(status_of "$door?authority=217901099")" 200
push c0000000000000000000000000000041 'Toit'
matches 'DS is slow: a second click is led to the page that follows the first' \
    "$pushed" "^303 $base$door\?demarche=900002&draft=c0"
rm -f "$work"/crowd.4[2-5]
sql 'DELETE FROM draft_waiting'
# Four more in the same instant: one waits for DS beside the first, three are told
# their places.
for i in 42 43 44 45; do
	curl -s -o /dev/null -w '%{redirect_url}' --max-time 60 -H "$ours" \
	    "$base${door}envoi/" -d "form=$(token c00000000000000000000000000000$i)" \
	    -d perimeter_id=1032152 -d step=send -d "project.title=Toit $i" \
	    > "$work/crowd.$i" &
	crowd="${crowd:-} $!"
done
told() { [ "$(cat "$work"/crowd.4[2-5] 2> /dev/null | grep -o 'draft=' | wc -l)" -ge 3 ]; }
until_true told
is 'DS is slow: of four at once three wait' \
    "$(sql 'SELECT COUNT(*) FROM draft_waiting')" 3
for i in 42 43 44 45; do
	[ ! -s "$work/crowd.$i" ] || followed "$(cat "$work/crowd.$i")" > "$work/status"
	[ ! -s "$work/crowd.$i" ] || cat "$body"
done > "$work/places"
is 'DS is slow: each is told its place' \
    "$(grep -oE 'vous êtes le.(prochain|[0-9]<sup>e)' "$work/places" | sort -u | wc -l | tr -d ' ')" 3
matches 'DS is slow: and asks again by itself' "$(cat "$body" "$work/places")" 'http-equiv="refresh"'
is 'DS is slow: forms still answer' "$(status_of "$door?authority=217901099")" 200
wait $slow $crowd
is 'DS was slow: its own page says so' "$(grep -c '^ok' "$work/slow.tap") $(grep -c '^not' "$work/slow.tap")" \
    "$([ -n "$long" ] && echo 3 || echo 1) 0"
control reset '{}'

# ---- what the journal and the form say ----

guichet demarche offer 900005 fonds-vert-eclairage-public > /dev/null 2>&1 ||
    guichet import demarche "$root/tests/ds/schemas/900005-essai-fermee.json" > /dev/null
guichet demarche offer 900005 fonds-vert-eclairage-public > /dev/null
closed=$(get /aides/fonds-vert-eclairage-public/candidater/)
matches 'a closed form: said at once' "$closed" 'Ce formulaire est fermé'
is 'a closed form: nothing to fill' "$(echo "$closed" | grep -c '<button class="fr-btn">Continuer')" 0
guichet demarche withdraw 900005 fonds-vert-eclairage-public > /dev/null
is 'too much is refused' "$(head -c 400000 /dev/zero | tr '\0' a |
    curl -s -o "$body" -w '%{http_code}' --data-binary @- "$base$door")" 413
