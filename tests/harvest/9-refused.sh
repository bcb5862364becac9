# What a secret link does not let in: what is no table, too much, other people's files; two
# who confirm at once, a catalogue that changed meanwhile, a job that is killed.
. ./harvest/lib/deposit.sh
link refuse
run

# refused NAME FILE WORD|- PATTERN: a word for why, or "-" and what was said of it.
refused_file() {
	before=$(state)
	send "$folder/$2"
	is "$1: it is stored" "$status" 303
	run
	look
	is "$1: refused" "$(xpath //deposit/@state) $(xpath //deposit/@fault)" "refused $3"
	get "$at" > "$work/refused.html"
	grep -qE "$4" "$work/refused.html"
	tap "$1: the page says why" $?
	is "$1: nothing is written" "$(state)" "$before"
	is "$1: no path of this machine" "$(grep -c '/proc/' "$work/refused.html")" 0
}
refused_file 'a page called .xlsx' page.xlsx html 'C’est une page web|c’est une page web'
refused_file 'a bomb' bomb.xlsx '' 'bomb.xlsx.*512'
refused_file 'noise' noise.csv '' 'noise.csv'
refused_file 'a workbook that is none' large-8.xlsx '' 'large-8.xlsx'
send "$folder/empty.csv"
is 'an empty file: the page says so' "$status" 200
matches 'an empty file: in words' "$(cat "$work/sent.html")" 'Ce fichier est vide'
status=$(curl -s -o "$work/sent.html" -w '%{http_code}' "$base$at" -F 'file=@/dev/null;filename=' -F whole=no)
is 'no file: the page again' "$status" 200
matches 'no file: in words' "$(cat "$work/sent.html")" 'Choisissez votre fichier'
matches 'no file: the focus goes to what is wrong' "$(cat "$work/sent.html")" 'role="alert" tabindex="-1" autofocus'
send "$folder/large.xlsx"
is 'over 8 MB: the page says so' "$status" 200
matches 'over 8 MB: in words' "$(cat "$work/sent.html")" 'plus de 8.Mo'
send "$folder/huge.xlsx"
is '10 MB: refused by the web server' "$status" 413
is 'nothing of these is stored' "$(sql "SELECT COUNT(*) FROM deposit WHERE size = 0 OR size > 8388608")" 0
is 'what is stored is there whole, by pieces of 1 MB' "$(sql "SELECT COUNT(*) FROM deposit d WHERE size <> (SELECT SUM(LENGTH(bytes)) FROM deposit_piece p
    WHERE p.deposit_id = d.id) OR (SELECT MAX(LENGTH(bytes)) FROM deposit_piece p WHERE p.deposit_id = d.id) > 1048576")" 0
is 'a body of another kind: 400' "$(curl -s -o /dev/null -w '%{http_code}' "$base$at" -d 'file=x')" 400

# ---- who may ----

# as ACCOUNT SQL: what MariaDB says to that account.
as() {
	mariadb --defaults-file="$site/etc/$1.cnf" --defaults-group-suffix=x --no-auto-rehash \
	    --user="guichet-$1" --password="$(sed -n 's/^password=//p' "$site/etc/$1.cnf")" \
	    --socket="$site/run/mysql.sock" guichet -N -B -e "$2" 2>&1
}
denied() {
	matches "$1" "$(as deposit "$2")" 'command denied'
}
denied 'the program reads no aid' 'SELECT id FROM aid'
denied 'nor a file' 'SELECT bytes FROM deposit_piece'
denied 'nor what a file is by its digest' 'SELECT digest FROM deposit'
denied 'it says nothing of what becomes of one' "UPDATE deposit SET state = 'taken'"
denied 'it adds none that was checked' "INSERT INTO deposit (link_id, name, size, digest, is_whole, sent_at, state) VALUES (1, '', 1, '', 0, NOW(), 'checked')"
denied 'it makes no link' "INSERT INTO deposit_link (word) VALUES ('')"
denied 'it changes no answer' 'UPDATE deposit_answer SET is_yes = 1'
denied 'it forgets none' 'DELETE FROM deposit_answer'
matches 'the job makes no answer' "$(as deposits 'INSERT INTO deposit_answer VALUES (1, 1, 1)')" 'command denied'
matches 'nor reads drafts' "$(as deposits 'SELECT id FROM draft')" 'command denied'

# The file of another link is not answered by this one's word.
mine=$at
send "$folder/one.xlsx"
run
look
number=$(xpath //deposit/@id)
link autre
other=$at
send "$folder/last.xlsx"
run
curl -s -o /dev/null "$base${other}reponse/" -d step=confirm -d "deposit=$number" -d round=1
is 'a word answers for its own files alone' "$(sql "SELECT COUNT(*) FROM deposit_answer WHERE deposit_id = $number")" 0
at=$mine
curl -s -o /dev/null "$base${at}reponse/" -d step=confirm -d "deposit=$number" -d round=2
is 'an answer to another check is none' "$(sql "SELECT COUNT(*) FROM deposit_answer WHERE deposit_id = $number")" 0
is 'an answer below a portal: 404' "$(curl -s -o /dev/null -w '%{http_code}' "$base/portails/deux-sevres${at}reponse/" -d step=confirm)" 404

# ---- twice at once ----

for _ in 1 2 3 4 5 6; do
	curl -s -o /dev/null "$base${at}reponse/" -d step=confirm -d "deposit=$number" -d round=1 &
	confirming="${confirming:-} $!"
done
# shellcheck disable=SC2086
wait $confirming
is 'confirmed six times: one answer' "$(sql "SELECT COUNT(*) FROM deposit_answer WHERE deposit_id = $number")" 1
jobs=
for _ in 1 2 3; do
	guichet deposit run > /dev/null 2>&1 &
	jobs="$jobs $!"
done
# shellcheck disable=SC2086
wait $jobs
is 'three jobs at once: taken once' "$(sql "SELECT COUNT(*), SUM(added) FROM import_log WHERE source = 'refuse' AND is_taken" | tr '\t' ' ')" '1 12'
is 'and each aid once' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'refuse'")" 12

# ---- what changed meanwhile ----

send "$folder/two.xlsx"
run
answer confirm
guichet aid set "$(sql "SELECT id FROM aid WHERE source = 'refuse' AND source_id = 'A2'")" submission_deadline 2027-06-30 > /dev/null 2>&1
run
look
is 'the catalogue changed: it is checked anew' "$(xpath //deposit/@state) $(xpath //deposit/@round) $(xpath //deposit/@answer)" 'checked 2 '
is 'nothing was taken' "$(held refuse | grep -c changée)" 0
matches 'the page says so' "$(get "$at")" 'Le catalogue a changé entre-temps'
answer confirm
run
look
is 'confirmed again: taken' "$(xpath //deposit/@state) $(held refuse | grep -c changée)" 'taken 1'
is 'what was set by hand stays' "$(sql "SELECT closes_on FROM aid WHERE source = 'refuse' AND source_id = 'A2'")" 2027-06-30

# ---- withdrawals ----

send "$folder/one.xlsx" yes
run
answer confirm
run
look
is 'one of thirteen is gone: withdrawn' "$(counts | cut -d' ' -f7,8) $(held refuse | grep -c 'A14:[^;]*:deleted')" '1 1 1'
send "$folder/least.xlsx" yes
run
look
is 'over a tenth: none, and it says how many' "$(xpath //deposit/@state) $(counts | cut -d' ' -f7,8)" 'same 10 0'
matches 'over a tenth: the page says what comes' "$(get "$at")" '10.aides de moins'
matches 'the administrator is told' "$(guichet deposit list)" 'lacks 10 aids'
guichet deposit take "$(xpath //deposit/@id)" > /dev/null 2>&1
is 'not without --force' $? 1
guichet deposit take --force "$(xpath //deposit/@id)" > "$work/forced.log" 2>&1
is 'once they have looked: withdrawn' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'refuse' AND status = 'published'")" 2

# ---- a job that is killed ----

times=6
[ -z "${FULL:-}" ] || times=60
link coupe
send "$folder/one.xlsx"
begun=$(date +%s%3N)
run
lasts=$(($(date +%s%3N) - begun))
answer confirm
for k in $(seq $times); do
	GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" deposit run > /dev/null 2>&1 &
	sleep "$(awk -v k="$k" -v n="$times" -v ms="$lasts" 'BEGIN { printf "%.3f", (k - 0.5) * ms / n / 1000 }')"
	kill -9 $! 2> /dev/null
	wait $! 2> /dev/null
done
run
look
is 'killed, then whole: taken once' "$(xpath //deposit/@state) $(sql "SELECT COUNT(*), SUM(added) FROM import_log WHERE source = 'coupe' AND is_taken" | tr '\t' ' ')" 'taken 1 12'
is 'each aid once, with its lists' "$(sql "SELECT COUNT(*), COUNT(DISTINCT a.source_id), (SELECT COUNT(*) FROM aid_audience x JOIN aid b ON b.id = x.aid_id WHERE b.source = 'coupe') FROM aid a WHERE source = 'coupe'" | tr '\t' ' ')" '12 12 12'
send "$folder/two.xlsx"
sql "UPDATE deposit SET tries = 3 WHERE state = 'sent'"
run
look
is 'a file at which the job ended thrice is not read again' "$(xpath //deposit/@state) $(xpath //deposit/@fault)" 'refused unread'

# ---- another file, a link that is over, that is closed, a file that is old ----

send "$folder/less.xlsx"
send "$folder/last.xlsx"
run
is 'another file takes the place of the first' "$(sql "SELECT GROUP_CONCAT(state ORDER BY id DESC) FROM (SELECT id, state FROM deposit ORDER BY id DESC LIMIT 2) t")" 'checked,dropped'
sql "UPDATE deposit_link SET ends_on = '2026-11-21' WHERE id = $link"
look
is 'a link that is over says so' "$status $(xpath //link/@over) $(xpath 'count(//deposit)')" '200 true 0'
matches 'in words' "$(get "$at")" 'n’est plus valable depuis le 21'
n_before=$(sql 'SELECT COUNT(*) FROM deposit')
send "$folder/last.xlsx"
is 'and takes nothing' "$(sql 'SELECT COUNT(*) FROM deposit')" "$n_before"
is 'nor gives a table' "$(status_of "${at}modele.xlsx")" 404
guichet deposit remove "$link" > /dev/null
is 'a link that was removed: 404' "$(status_of "$at")" 404
is 'and its files are gone' "$(sql "SELECT COUNT(*) FROM deposit_piece p LEFT JOIN deposit d ON d.id = p.deposit_id WHERE d.id IS NULL")" 0
is 'what they brought stays' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'coupe'")" 12
sql "UPDATE deposit SET sent_at = sent_at - INTERVAL 31 DAY"
run
is 'after a month nothing of a file is left' "$(sql 'SELECT (SELECT COUNT(*) FROM deposit), (SELECT COUNT(*) FROM deposit_piece), (SELECT COUNT(*) FROM deposit_remark), (SELECT COUNT(*) FROM deposit_aid)' | tr '\t' ' ')" '0 0 0 0'
is 'the words are in no log' "$(grep -rlF "${mine#/depot~}" "$site/log" | wc -l)" 0
