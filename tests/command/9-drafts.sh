# The journal of drafts: as a table, what became of each by DS's stand-in, what is
# forgotten.

ds=http://127.0.0.1:$(sed -n 's/^ready //p' "$site/run/ds")
conf=$site/etc/guichet.conf
tab=$(printf '\t')
# order DOOR JSON: what the stand-in must do.
order() { curl -s -o "$work/order" -d "$2" "$ds/_control/$1"; }
# set_state NUMBER STATE
set_state() { order state "{\"number\": $1, \"state\": \"$2\"}"; }
# draft N DEMARCHE: Échiré's reader clicks on the last button; the dossier's number.
draft() {
	form=$(printf '%032x' "$1")
	curl -s -o /dev/null -H 'Sec-Fetch-Site: same-origin' \
	    -d "step=send&form=$(token "$form")&authority=217901099&project.title=Toit+$1" \
	    "$base/aides/$aid/candidater/envoi/?demarche=$2"
	sql "DELETE FROM draft_begun"
	sql "SELECT number FROM draft WHERE state = 'prefilled' ORDER BY id DESC LIMIT 1"
}
# of NUMBER COLUMN: what the journal holds.
of() { sql "SELECT $2 FROM draft WHERE number = $1"; }
# age NUMBER DAYS: as if it had been made then.
age() { sql "UPDATE draft SET made_at = UTC_TIMESTAMP(3) - INTERVAL $2 DAY WHERE number = $1"; }
sql 'SELECT token FROM draft WHERE token IS NOT NULL' > "$work/tokens"
# follow NAME STATUS PATTERN...: a round, which ends so, and says each; no token.
follow() {
	name=$1
	sql 'SELECT token FROM draft WHERE token IS NOT NULL' >> "$work/tokens"
	said=$(guichet drafts follow 2>&1)
	is "$name: exit $2" $? "$2"
	shift 2
	for pattern; do
		matches "$name: $pattern" "$said" "$pattern"
	done
	is "$name: no token, no address of a draft" \
	    "$(printf '%s\n' "$said" | grep -cFf "$work/tokens" -e prefill_token)" 0
}

aid=$(sql "SELECT slug FROM aid WHERE status = 'published' ORDER BY id LIMIT 1")
guichet demarche offer 900001 "$aid" > /dev/null
guichet demarche offer 900002 "$aid" > /dev/null
# A process that reads the names of places for the first time may ask to come back:
# each answers once before, or a draft would be missed.
ready() {
	for _ in 1 2 3 4 5 6 7 8; do
		[ "$(curl -s -o /dev/null -w '%{http_code}' \
		    "$base/aides/$aid/candidater/?authority=217901099")" = 200 ] || return 1
	done
}
until_true ready
a=$(draft 1 900001) b=$(draft 2 900001) c=$(draft 3 900001)
d=$(draft 4 900002) e=$(draft 5 900002)
[ -n "$a" ] && [ -n "$b" ] && [ -n "$c" ] && [ -n "$d" ] && [ -n "$e" ]
tap 'five drafts are made' $?

# ---- the table ----

guichet drafts > "$work/journal"
is 'the columns are named' "$(head -n 1 "$work/journal")" \
    "${bom}date;siren;collectivite;demarche;titre;aide;dossier;champs;etat;change"
matches 'a draft is a line' "$(grep ";$a;" "$work/journal")" \
    "^$(date -u +%Y-%m-%d)T[0-9:]{8}Z;217901099;Échiré;900001;.*;$aid;$a;[1-9][0-9]*;not opened yet;20.*Z\$"
is 'and each is' "$(wc -l < "$work/journal")" 6
sql 'SELECT token FROM draft WHERE token IS NOT NULL' > "$work/tokens"
is 'their tokens are known' "$(wc -l < "$work/tokens")" 5
is 'no token, no address' "$(grep -cFf "$work/tokens" -e prefill_token "$work/journal")" 0
is 'in French too' "$(LANGUAGE=fr TEXTDOMAINDIR=$build/locale guichet drafts | grep -c ';pas encore ouvert;')" 5
age "$a" 40
is 'since a day' "$(guichet drafts --since "$(date -u -d '39 days ago' +%F)" | wc -l)" 5
is 'since the day itself' "$(guichet drafts --since "$(date -u -d '40 days ago' +%F)" | wc -l)" 6
is 'in French spelling' "$(guichet drafts --since 1/1/2026 | wc -l)" 6
said=$(guichet drafts --since hier 2>&1)
is 'drafts --since hier: exit 1' $? 1
matches 'drafts --since hier: it says so' "$said" 'is no day'
for wrong in '--since' '--until 2026-01-01' '2026-01-01'; do
	said=$(guichet drafts $wrong 2>&1)
	is "drafts $wrong: exit 2" $? 2
	matches "drafts $wrong: how it is used" "$said" 'guichet drafts \[--since DATE\]'
done
age "$a" 0
sql "UPDATE draft SET authority = '=1+1;\"x\"' WHERE number = $a"
is 'nothing starts a formula' "$(guichet drafts | grep -cF ";\"'=1+1;\"\"x\"\"\";900001;")" 1

# ---- what became of them ----

follow 'nothing new' 0 '^5 drafts followed, 0 changed$'
set_state "$a" brouillon
set_state "$b" en_construction
set_state "$d" accepte
follow 'three moved' 0 "^démarche 900001, dossier $a: draft, was: not opened yet\$" \
    "^démarche 900001, dossier $b: submitted, was: not opened yet\$" \
    "^démarche 900002, dossier $d: accepted, was: not opened yet\$" '^5 drafts followed, 3 changed$'
is 'an owned draft has no address any more' "$(of "$a" 'sealed IS NULL, token IS NULL')" "1${tab}0"
is 'a settled one has no token either' "$(of "$d" 'sealed IS NULL, token IS NULL')" "1${tab}1"
is 'one that nobody opened keeps both' "$(of "$c" 'sealed IS NULL, token IS NULL')" "0${tab}0"
follow 'settled ones are asked no more' 0 '^4 drafts followed, 0 changed$'
order state "{\"number\": $b, \"hidden\": true}"
follow 'hidden by its user: as it was' 0 '^4 drafts followed, 0 changed$'
is 'hidden by its user: its state' "$(of "$b" state)" en_construction

# ---- DS on its bad days: nothing is lost, nothing is made up ----

age "$c" 7
set_state "$a" en_instruction
for fault in '{"status": 500}' '{"status": 429}' '{"html200": true}' '{"truncated": true}' '{"reset": true}' \
    '{"status": 403}'; do
	order faults "$fault"
	follow "$fault" 1 '^4 drafts followed, 0 changed$' 'did not tell of 4 drafts: ask again later$'
	is "$fault: the states stay" "$(of "$a" state) $(of "$c" state)" 'brouillon prefilled'
	order faults '{}'
done
sed "s|^ds_url.*|ds_url = http://127.0.0.1:1|" "$conf" > "$work/away.conf"
said=$(GUICHET_CONF=$work/away.conf "$build/guichet" drafts follow 2>&1)
is 'no connection: exit 1' $? 1
matches 'no connection: it says where' "$said" '\(http://127.0.0.1:1\) did not tell of 4 drafts'
# The first answer tells that a server which refuses a client is busy.
curl -s "$ds/_control/requests" | jq length > "$work/before"
order faults '{"status": 429}'
guichet drafts follow > /dev/null 2>&1
is 'busy: it is asked once' "$(curl -s "$ds/_control/requests" | jq length)" $(($(cat "$work/before") + 1))
order faults '{"status": 500, "times": 1}'
follow 'ill for one démarche' 1 "^4 drafts followed, 0 changed\$" 'did not tell of 3 drafts'
follow 'well again' 0 "dossier $a: being examined, was: draft\$" '^4 drafts followed, 1 changed$'

# ---- expired ones ----

is 'DS still has it: it is not expired' "$(of "$c" state)" prefilled
order expire '{}'
follow 'DS has it no more' 0 "^démarche 900001, dossier $c: expired, was: not opened yet\$" \
    '^4 drafts followed, 1 changed$'
is 'an expired one has no address, no token' "$(of "$c" 'sealed IS NULL, token IS NULL')" "1${tab}1"
is 'a young one may be on its way' "$(of "$e" state)" prefilled
age "$e" 5
follow 'nor is one of five days' 0 '^3 drafts followed, 0 changed$'
is 'it may be on its way' "$(of "$e" state)" prefilled
sql "UPDATE draft SET state = 'unknown', made_at = UTC_TIMESTAMP(3) - INTERVAL 7 DAY WHERE number = $d"
follow 'an answer that never came' 0 '^3 drafts followed, 0 changed$'
is 'it is no more' "$(of "$d" state)" expired
# DS keeps a draft for five days, whole ones: its own clock says when they are over.
sql "UPDATE draft SET state = 'unknown', made_at = UTC_TIMESTAMP(3) - INTERVAL 5 DAY - INTERVAL 23 HOUR WHERE number = $d"
follow 'an answer that never came, in the sixth day' 0 '^3 drafts followed, 0 changed$'
is 'it may still be' "$(of "$d" state)" unknown
sql "UPDATE draft SET state = 'expired' WHERE number = $d"

# ---- a closed démarche: by the prefecture's key ----

f=$(draft 6 900002)
age "$e" 7
age "$f" 7
set_state "$f" en_construction
order close '{"demarche": 900002}'
follow 'closed, and no key' 0 '^4 drafts followed, 0 changed$' '^2 are of closed démarches.*\(ds_key_file\)$'
is 'closed, and no key: nothing is made up' "$(of "$e" state) $(of "$f" state)" 'prefilled prefilled'
# with_key KEY: the settings have one.
with_key() {
	printf '%s\n' "$1" > "$site/etc/ds.key"
	chmod 600 "$site/etc/ds.key"
	sed -i '/^ds_key_file/d' "$conf"
	echo "ds_key_file = $site/etc/ds.key" >> "$conf"
}
with_key autre
follow 'closed, and a key that may not see' 0 '^2 are of closed démarches'
is 'closed, and a key that may not see: nothing is made up' "$(of "$e" state) $(of "$f" state)" 'prefilled prefilled'
with_key clef-des-essais
order faults '{"status": 500, "on": "graphql"}'
follow 'closed, and GraphQL is ill' 1 'did not tell of 2 drafts'
order faults '{}'
follow 'closed, and a key' 0 "dossier $f: submitted, was: not opened yet\$" \
    "dossier $e: expired, was: not opened yet\$" '^4 drafts followed, 2 changed$'
is 'the key is said nowhere' "$(printf '%s\n' "$said" | grep -c clef)" 0
matches 'the key file is well kept' "$(guichet check 2>&1)" '^ok     the key of Démarches simplifiées$'
chmod 644 "$site/etc/ds.key"
matches 'a key file open to all' "$(guichet check 2>&1)" '^FAULT  the key .*ds.key" is open to all$'
rm "$site/etc/ds.key"
follow 'no key file' 1 'cannot read ".*ds.key"'
matches 'no key file: guichet check' "$(guichet check 2>&1)" '^FAULT  the key .*ds.key" cannot be read$'
sed -i '/^ds_key_file/d' "$conf"
order close '{"demarche": 900002, "state": "publiee"}'

# ---- what is forgotten ----

sql "INSERT INTO draft_begun (network, begun_at, until) SELECT 'old', UTC_TIMESTAMP(3) - INTERVAL 61 MINUTE,
    UTC_TIMESTAMP(3) FROM seq_1_to_2500"
sql "INSERT INTO draft_begun (network, begun_at, until) VALUES ('new', UTC_TIMESTAMP(3) - INTERVAL 59 MINUTE,
    UTC_TIMESTAMP(3))"
guichet drafts follow > /dev/null 2>&1
is 'of networks that sent an hour ago nothing stays' "$(sql "SELECT network, COUNT(*) FROM draft_begun
    WHERE network IN ('old', 'new') GROUP BY network")" "new${tab}1"

# An address that an earlier version did not seal: kept while the draft may be opened.
sql "INSERT INTO draft (form, digest, demarche, authority, champs, state, url, made_at, changed_at)
    SELECT seq, seq, 900001, 'Échiré', 1, 'prefilled', 'https://ds.example/ouvert',
    UTC_TIMESTAMP(3) - INTERVAL seq DAY, UTC_TIMESTAMP(3) FROM seq_1_to_8 WHERE seq IN (4, 8)"
guichet drafts follow > /dev/null 2>&1
is 'an address that opens nothing any more is forgotten' \
    "$(sql "SELECT form, url FROM draft WHERE form IN ('4', '8') ORDER BY form")" \
    "4${tab}https://ds.example/ouvert
8${tab}NULL"
sql "DELETE FROM draft WHERE form IN ('4', '8')"

echo 'draft_retention = 30' >> "$conf"
age "$c" 31
age "$d" 29
follow 'too old' 0 '^1 line of the journal forgotten, older than 30 days$'
is 'it is gone, and it alone' "$(of "$c" 1)$(of "$d" 1)" 1
age "$d" 31
sed "s|^ds_url.*|ds_url = http://127.0.0.1:1|" "$conf" > "$work/away.conf"
GUICHET_CONF=$work/away.conf "$build/guichet" drafts follow > /dev/null 2>&1
is 'DS away: what is too old goes too' "$(of "$d" 1)" ''
sed -i '/^draft_retention/d' "$conf"
conf=
