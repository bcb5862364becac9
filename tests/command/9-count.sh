# guichet count: what a log says is counted once, wherever the job was killed, and whatever
# became of the log meanwhile; what is wrong in it is said.
generate() { node command/count-lines.mjs "$1" "$2" localhost < "$work/ids"; }
count() { said=$(guichet count "$@" 2>&1); left=$?; }
# of PATTERN: the number that the report has behind it.
of() { printf '%s\n' "$said" | sed -n "s/^.*$1: *\([0-9]*\).*/\1/p"; }
sum() { sql "SELECT (SELECT COALESCE(SUM(searches), 0) FROM count_search) +
    (SELECT COALESCE(SUM(views + more + apply + drafts), 0) FROM count_aid) +
    (SELECT COALESCE(SUM(views), 0) FROM count_page)"; }
# counts: all that was counted; forget: none of it.
tables='search word place aid page'
counts() { for t in $tables; do sql "SELECT * FROM count_$t" | sort; done; }
forget() { for t in $tables log seen; do sql "DELETE FROM count_$t"; done; }
sql "SELECT 'aid', id FROM aid UNION ALL SELECT 'backer', id FROM backer UNION ALL SELECT 'program', id FROM program
    UNION ALL (SELECT 'place', id FROM perimeter WHERE department = '79' ORDER BY id LIMIT 300)" > "$work/ids"
logs=$files/count
mkdir -p "$logs"
generate 12000 1 > "$logs/one"
generate 12000 2 > "$logs/two"
forget

# Each thing is added where it must be: a dozen lines, and all the rows that they make.
# A backer whose id no programme has, so that one is not taken for the other.
id_of() { awk -v kind="$1" '$1 == kind { print $2 }' "$work/ids" | sort -n | tail -n 1; }
aid=$(id_of aid) backer=$(id_of backer) program=$(id_of program) place=$(id_of place)
portal=$(sql "SELECT id FROM portal WHERE slug = 'deux-sevres'")
number=0
while read -r line; do
	printf '{"id":"%s","time":"2026-11-20T10:00:00+01:00","address":"192.0.2.0","agent":"a","method":"GET","status":200,"host":"localhost","count":"%s"}\n' \
	    "$((number += 1))" "$line"
done > "$logs/few" <<-LINES
	event=search; kind=commune; place=$place; department=79; words=toit+ecole; found=0
	event=search; kind=commune; place=$place; department=79; words=toit+ecole; found=7
	event=search; portal=deux-sevres; kind=rien; words=velo; found=0
	event=aid; aid=$aid
	event=aid; aid=$aid
	event=more; aid=$aid
	event=apply; aid=$aid
	event=apply; aid=$aid
	event=apply; aid=$aid
	event=draft; portal=deux-sevres; aid=$aid
	event=draft
	event=backer; backer=$backer
	event=backer; portal=deux-sevres; backer=$backer
	event=program; program=$program
LINES
count --host peu "$logs/few"
matches 'count: a dozen lines' "$said" '^14 new lines in 1 log: 14 counted$'
is 'count: the ids of a backer and a programme differ' "$([ "$backer" -ne "$program" ] && grep -c "^program.$backer\$" "$work/ids")" 0
day=2026-11-20
is 'count: and all their rows' "$(counts | sed 's/\t[0-9]*$//' | tr '\t' ' ')" "0 $day commune 79 2 1
$portal $day   1 1
0 2026-11-01 toit ecole 2 1
$portal 2026-11-01 velo 1 1
0 2026-11-01 $place 2 1
0 $day 0 0 0 0 1
0 $day $aid 2 1 3 0
$portal $day $aid 0 0 0 1
0 $day backer $backer 1
0 $day program $program 1
$portal $day backer $backer 1"
forget

count --host entier "$logs/one" "$logs/two"
is 'count: exit 0' $left 0
matches 'count: what it read' "$said" '^24000 new lines in 2 logs: [0-9]+ counted$'
for why in 'of robots, by how much they do' 'without a page' 'cut, or of another log' 'of another site' \
    'of what the base has not' 'of a day that cannot be' 'counted, though the clock went back'; do
	matches "count: $why" "$said" "^$why: [1-9]"
done
counted=$(printf '%s\n' "$said" | sed -n 's/.*logs: \([0-9]*\) counted/\1/p')
is 'count: each line is one thing' "$(printf '%s\n' "$said" | grep -v 'went back' |
    sed 's/.*: \([0-9]*\).*/\1/' | paste -sd+ | sed 's/$/\n/' | bc)" 24000
is 'count: and the tables have all that was counted' "$(sum)" "$counted"
is 'count: three days of November' "$(sql "SELECT MIN(day), MAX(day) FROM count_search" | tr '\t' ' ')" \
    '2026-11-20 2026-11-22'
is 'count: a search below a portal is of it' "$(sql "SELECT COUNT(DISTINCT portal_id) FROM count_search")" 2
# What one line says is where it must be.
matches 'count: words, in a row of their own' "$(sql "SELECT word FROM count_word WHERE portal_id = 0")" '^(toit|velo|eau)$'
[ "$(sql 'SELECT SUM(nothing) BETWEEN 1 AND SUM(searches) - 1 FROM count_word')" = 1 ]
tap 'count: which found nothing' $?
is 'count: searches of a territory' "$(sql "SELECT SUM(searches) FROM count_place")" \
    "$(sql "SELECT SUM(searches) FROM count_search WHERE department = '79'")"
counts > "$work/entier"
count --host entier "$logs/one" "$logs/two"
matches 'count: nothing twice' "$said" '^0 new lines in 2 logs: 0 counted$'
gzip -c "$logs/two" > "$logs/two.gz"
count --host entier "$logs/two.gz"
matches 'count: nor compressed' "$said" '^0 new lines in 1 log: 0 counted$'
# A machine that changed its name.
count --host autre "$logs/two"
matches 'count: nor when its host has another name' "$said" '^0 new lines in 1 log: 0 counted$'

# Killed, while the log grows, is renamed, then compressed; seeded.
forget
kills=10
[ -z "${FULL:-}" ] || kills=200
all=$(wc -c < "$logs/one")
mkdir "$logs/live"
live=$logs/live/count.log
# job: a run over what there is, the oldest first.
job() {
	set --
	[ ! -e "$live.1" ] || set -- "$live.1"
	[ ! -e "$live.1.gz" ] || set -- "$live.1.gz"
	exec env GUICHET_CONF="$site/etc/guichet.conf" "$build/guichet" count --host coupe "$@" "$live"
}
for kill in $(seq $kills); do
	of=$((kill <= kills / 2 ? kill : kill - kills / 2))
	log=one
	[ "$kill" -le $((kills / 2)) ] || log=two
	if [ "$kill" -eq $((kills / 2 + 1)) ]; then
		cp "$logs/one" "$live"
		mv "$live" "$live.1"
	fi
	if [ "$kill" -eq $((kills * 3 / 4)) ]; then gzip "$live.1"; fi
	# The end of it is cut within a line.
	head -c $((all * of * 2 / kills)) "$logs/$log" > "$live"
	(job) > "$work/count.log" 2>&1 &
	pid=$!
	sleep "$(awk -v seed="$kill" 'BEGIN { srand(seed); printf "%.3f", rand() * 0.3 }')"
	kill -9 $pid 2> /dev/null
	wait $pid 2> /dev/null
done
cp "$logs/two" "$live"
# Two at a time: one may have to give way, and says so.
(job) > "$work/count.log" 2>&1 &
(job) > "$work/count.log.2" 2>&1
wait $!
said=$( (job) 2>&1)
is 'count: killed, and ended' $? 0
counts > "$work/coupe"
is "count: the same after $kills kills" "$(cmp "$work/entier" "$work/coupe" 2>&1)" ''
is 'count: as many logs' "$(sql "SELECT COUNT(*) FROM count_log WHERE host <> ''")" 2

# Several at once, as many as may connect, of two hosts, which have each their logs, on
# empty tables: each waits for its turn.
forget
runs=
mkdir "$logs/ici" "$logs/la"
for log in one two; do
	ln "$logs/$log" "$logs/ici"
	sed 's/"id":"./&a/' "$logs/$log" > "$logs/la/$log"
done
for host in ici la ici la; do
	(guichet count --host $host "$logs/$host/one" "$logs/$host/two" > "$work/count.log.$(echo $runs | wc -w)" 2>&1) &
	runs="$runs $!"
done
ended=
for run in $runs; do wait "$run"; ended="$ended$?"; done
is 'count: several at once' "$ended" 0000
is 'count: and nothing is lost' "$(sum)" $((2 * counted))

# Half a line waits for its rest.
forget
head -c 1000 "$logs/one" > "$logs/half"
count --host moitie "$logs/half"
whole=$(head -c 1000 "$logs/one" | wc -l)
matches 'count: half a line waits' "$said" "^$whole new lines"
head -n $((whole + 1)) "$logs/one" > "$logs/half"
count --host moitie "$logs/half"
matches 'count: for its rest' "$said" '^1 new lines'

# What is wrong is said, and the rest is counted.
forget
head -c -200 "$logs/two.gz" > "$logs/cut.gz"
: > "$logs/empty"
count --host fautes "$logs/none" "$logs/cut.gz" "$logs" "$logs/empty" "$logs/one"
is 'count: faults: exit 1' $left 1
matches 'count: no such log' "$said" "$logs/none: .*"
matches 'count: one that is cut' "$said" "cut\.gz: its compression is damaged"
matches 'count: a folder' "$said" 'count: it is no file$'
matches 'count: the rest is counted' "$said" 'in 2 logs: [1-9][0-9]{4} counted'
is 'count: nobody makes most of the lines' "$(printf '%s\n' "$said" | grep -c proxy)" 0
count --host fautes "$logs/two.gz"
is 'count: what was cut is counted once it is whole' \
    "$(sql "SELECT position FROM count_log WHERE host = 'fautes' ORDER BY position")" \
    "$(for log in one two; do wc -c < "$logs/$log"; done | sort -n)"
count --host 'deux mots' "$logs/one"
matches 'count: the name of a host' "$said" '^guichet: --host is a name'
count_log() { sed -i "s|^count_log.*|count_log = $1|" "$site/etc/guichet.conf"; }
was=$(sed -n 's/^count_log = //p' "$site/etc/guichet.conf")
base_url=$(sed -n 's/^base_url = //p' "$site/etc/guichet.conf")
count_log "$logs/aucun.log"
count
is 'count: without a log yet' "$left $(printf '%s\n' "$said" | head -n 1)" "0 no log yet: $logs/aucun.log; nginx writes it by the snippet nginx-host.conf, or count_log in $site/etc/guichet.conf is to be corrected"
# A folder that is closed is not one without logs; nor is what is left uncounted well.
ln -s loop "$logs/loop"
count_log "$logs/loop/count.log"
count
matches 'count: a folder that cannot be read' "$left $said" "^1 .*loop/count.log: .*symbolic"
matches 'count: guichet check says so' "$(guichet check 2>&1)" '^FAULT .*loop/count.log: .*symbolic'
# nginx writes none: it has other files in memory, or another path.
count_log "$logs/aucun.log"
faults() { guichet check 2>&1; }
is 'count: no log, and something was counted today: no fault' "$(faults | grep -c 'aucun.log')" 0
sql "UPDATE count_log SET changed_at = NOW() - INTERVAL 2 DAY"
matches 'count: no log for a day, though nginx answers' "$(faults)" \
    "^FAULT .*nginx answers, and writes nothing to .*/aucun.log"
cp "$logs/one" "$logs/aucun.log.1"
sql "UPDATE count_log SET changed_at = NOW() - INTERVAL 2 DAY"
matches 'count: nor is a log of today, which was turned' "$(faults)" '^FAULT .*aucun.log.1 has lines'
rm "$logs/aucun.log.1"
touch -d '2 days ago' "$logs/aucun.log"
matches 'count: nor is one that stays empty' "$(faults)" "^FAULT .*writes nothing to .*/aucun.log"
rm "$logs/aucun.log"
sql "UPDATE count_log SET changed_at = NOW() + INTERVAL 3 DAY"
matches 'count: a day to come is a fault' "$(faults)" '^FAULT .*counted, last on .*: that day is to come'
count_log "$logs/empty"
count
count_log "$logs/aucun.log"
is 'count: until it is counted by a clock that is right' "$(faults | grep -c 'to come')" 0
count_log "$logs/one"
sql "UPDATE count_log SET changed_at = NOW() - INTERVAL 2 DAY"
touch "$logs/one"
matches 'count: guichet check says that nothing was for a day' "$(guichet check 2>&1)" \
    "^FAULT .*/one has lines, and nothing was counted for over a day"
forget
touch -d '40 days ago' "$logs/one"
matches 'count: nor ever' "$(guichet check 2>&1)" '^FAULT .*never.*/one has lines'
count_log "$live"
count
guichet check 2>&1 | grep -q '^ok .*is counted, last on'
tap 'count: guichet check says when it was' $?
forget
count
matches 'count: its own log, and what became of it' "$said" '^24000 new lines in 2 logs'
is 'count: visitors of days that are over are forgotten' \
    "$(sql "SELECT COUNT(*) FROM count_seen WHERE host = '$(hostname)' AND day < CURDATE() - INTERVAL 8 DAY")" 0

# Behind a proxy that nginx was not told of.
sed 's/"address":"[^"]*"/"address":"192.0.2.0"/' "$logs/one" > "$logs/proxy.log"
count_log "$logs/proxy.log"
count
matches 'count: one address makes most of the lines: it is told' "$said" \
    '^the network 192.0.2.0 made 1[0-9]{4} of the new lines: .*set_real_ip_from'
is 'count: not when all are of this machine, as of a demo' "$(faults | grep -c 'for all readers')" 0
sed -i 's|^base_url.*|base_url = https://x.invalid|' "$site/etc/guichet.conf"
matches 'count: guichet check notes it' "$(faults)" \
    '^NOTE +the network 192.0.2.0 made [0-9]+ of the [0-9]+ lines that begin .*proxy.log'
count_log "$logs/two"
is 'count: not of those of many' "$(faults | grep -c 'for all readers')" 0
sed -i "s|^base_url.*|base_url = $base_url|" "$site/etc/guichet.conf"
count_log "$was"

if [ -n "${FULL:-}" ]; then
	forget
	generate 1000000 3 > "$logs/million"
	command time -f '%e %M' -o "$work/count.time" env GUICHET_CONF="$site/etc/guichet.conf" \
	    "$build/guichet" count --host million "$logs/million" > "$work/count.log"
	note "$(head -n 1 "$work/count.log"): $(sed 's/ .*//' "$work/count.time") s (20 s at most, alone), $(sed 's/.* //' "$work/count.time") kB"
	[ "$(sed 's/.* //' "$work/count.time")" -lt 100000 ]
	tap 'count: a million lines in less than 100 MB' $?
	rm "$logs/million"
fi
forget
