#!/bin/sh
# run.sh - how well searches find: labelled queries over the sample aids, and
# over a real corpus when it is beside the project, beside three peers that
# search the same texts: MariaDB's FULLTEXT, PostgreSQL's French search, and
# Xapian with its French stemmer; then whether two ways of writing a need find
# the same.  See README.md in this folder for the labels.
#
# From the environment: BUILD; SET, tune, held or all (the default); PEERS, to
# ask fewer of them; SHOW=1 also prints the queries that were answered badly.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd)
shared=$root/../shared/data
laureates=$shared/subventions/fonds-vert-2023-export.csv.gz
work=$build/relevance
port=${PORT:-8260}
set=${SET:-all}
pids='' pg=''
# Every aid of the corpus is still open on that day.
export GUICHET_TODAY=2000-01-01 LC_ALL=C.UTF-8
mkdir -p "$work"

say() { echo "relevance: $*" >&2; }
stop_all() {
	trap '' INT TERM PIPE
	[ -z "$pg" ] || as_postgres "$pg/pg_ctl" -s -D "$work/pg" -m fast stop
	# shellcheck disable=SC2086
	[ -z "$pids" ] || kill $pids 2> /dev/null || true
	wait
}
trap stop_all EXIT
trap 'exit 1' INT TERM HUP PIPE

# ---- the texts ----

# start NAME AIDS: a site over those aids, in $site.
start() {
	site=$work/$1
	rm -f "$site/run/ready"
	mkdir -p "$site"
	port=$((port + 1))
	BUILD=$build AIDS=$2 WORKERS=1 sh "$root/conf/demo.sh" "$site" $port \
	    > "$work/$1.log" 2>&1 &
	pids="$pids $!"
	for _ in $(seq 1200); do
		[ ! -s "$site/run/ready" ] || return 0
		kill -0 $! 2> /dev/null || break
		sleep 0.1
	done
	say "no site, see $work/$1.log"
	exit 1
}
sql() {
	mariadb --no-defaults --socket="$site/run/mysql.sock" -u root \
	    -p"$(cat "$site/etc/root")" "$@"
}
# id, name and text of each aid, parted by tabs, without other blanks.
texts() {
	sql guichet -N -B -e "SET SESSION group_concat_max_len = 10000000;
	    SELECT a.id, a.name, COALESCE((SELECT GROUP_CONCAT(p.text
	      ORDER BY p.id SEPARATOR ' ') FROM aid_passage p
	      WHERE p.id BETWEEN a.id * 1024 + 1 AND a.id * 1024 + 1023), '')
	    FROM aid a ORDER BY a.id" | tr -d "\\\\\r"
}

# ---- who searches: each prints the ten best ids, best first ----

ask_guichet() {
	curl -s -G "http://localhost:$port/aides/" --data-urlencode "keyword=$1" \
	    -d format=xml | grep -o '<aid id="[0-9]*"' | tr -dc '0-9\n' |
	    head -n 10
}

start_mariadb() {
	sql -e "CREATE DATABASE IF NOT EXISTS peer; USE peer;
	    CREATE OR REPLACE TABLE aid (id INT PRIMARY KEY, name TEXT,
	      text MEDIUMTEXT, FULLTEXT (name, text)) CHARACTER SET utf8mb4;
	    SET GLOBAL local_infile = 1;"
	sql --local-infile peer -e "LOAD DATA LOCAL INFILE '$work/texts' INTO TABLE aid"
}
ask_mariadb() {
	sql peer -N -B -e "SELECT id FROM aid
	    WHERE MATCH (name, text) AGAINST ('$(quoted "$1")')
	    ORDER BY MATCH (name, text) AGAINST ('$(quoted "$1")') DESC, id
	    LIMIT 10"
}
quoted() { printf '%s' "$1" | sed "s/'/''/g; s/\\\\//g"; }

as_postgres() {
	if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}
psql_run() { as_postgres "$pg/psql" -q -A -t -h "$work/pgrun" -d postgres "$@"; }
start_postgresql() {
	pg=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
	if ! as_postgres "$pg/pg_ctl" -s -D "$work/pg" status > /dev/null 2>&1; then
		rm -rf "$work/pg" "$work/pgrun"
		mkdir -p "$work/pg" "$work/pgrun"
		[ "$(id -u)" -ne 0 ] || chown postgres "$work/pg" "$work/pgrun"
		as_postgres "$pg/initdb" -A trust -E UTF8 -D "$work/pg" \
		    > "$work/pg.log" 2>&1
		as_postgres "$pg/pg_ctl" -s -w -D "$work/pg" -l "$work/pg/log" \
		    -o "-k $work/pgrun -c listen_addresses=''" start
		# The French search without accents, as sites have it.
		psql_run -c "CREATE EXTENSION unaccent;
		    CREATE TEXT SEARCH CONFIGURATION fr (COPY = french);
		    ALTER TEXT SEARCH CONFIGURATION fr ALTER MAPPING FOR hword,
		    hword_part, word WITH unaccent, french_stem"
	fi
	psql_run -c "DROP TABLE IF EXISTS aid;
	    CREATE TABLE aid (id INT PRIMARY KEY, name TEXT, text TEXT)"
	psql_run -c "COPY aid FROM STDIN" < "$work/texts"
	psql_run -c "ALTER TABLE aid ADD COLUMN v tsvector;
	    UPDATE aid SET v = setweight(to_tsvector('fr', name), 'A') ||
	      to_tsvector('fr', text);
	    CREATE INDEX ON aid USING gin (v); ANALYZE aid"
}
# Any of the words, ranked with the length of the text in mind.
ask_postgresql() {
	psql_run -c "SELECT id FROM aid, (SELECT replace(plainto_tsquery('fr',
	      '$(quoted "$1")')::text, '&', '|')::tsquery AS q) k
	    WHERE v @@ q ORDER BY ts_rank(v, q, 1) DESC, id LIMIT 10"
}

start_xapian() {
	rm -rf "$work/xapian"
	cat > "$work/xapian.script" <<-SCRIPT
	id : field=id unique=Q boolean=Q
	name : weight=4 index=S index
	text : weight=1 index
	SCRIPT
	awk -F '\t' '{ print "id=" $1; print "name=" $2; print "text=" $3; print "" }' \
	    "$work/texts" > "$work/xapian.txt"
	scriptindex -s french "$work/xapian" "$work/xapian.script" \
	    "$work/xapian.txt" > "$work/xapian.log" 2>&1
}
# The best setting of it here: any of the words.
ask_xapian() {
	quest -d "$work/xapian" -s french -m 10 --default-op=or -- "$1" |
	    sed -n 's/^id=//p'
}

# ---- the labels ----

# Titles of funded projects with the aids that are for them, of departments from
# which nothing is learnt: twenty of each kind (funded), and 480 as they come
# (mixed).
funded() {
	[ -s "$laureates" ] || return 0
	zcat "$laureates" | awk -F ';' -v OFS='\t' -v set="$1" '
	    NR == FNR { if ($1 == set) aids[$2] = $3; next }
	    NF == 13 && ($7 in aids) && $2 % 3 == 0 && length($10) > 12 &&
	    $10 !~ /"/ { i = ++n[$7]; title[$7, i] = $10
		all[++m] = $10; of[m] = $7 }
	    function put(group, k, title, d) {
		print (k % 2 ? "tune" : "held"), group, title, aids[d] }
	    END { for (d in aids) { step = n[d] > 20 ? int(n[d] / 20) : 1
		k = 0
		for (i = 1; i <= n[d] && k < 20; i += step)
			put("funded", ++k, title[d, i], d) }
		for (k = 1; k <= 480 && k <= m; k++) {
			i = 1 + int((k - 1) * m / 480)
			put("mixed", k, all[i], of[i]) } }' \
		"$here/fonds-vert.csv" -
}

# run NAME: every peer over every query of the set.
run() {
	{
		sed 1d "$here/$1.tsv"
		funded "$1"
	} | awk -F '\t' -v set="$set" 'set == "all" || $1 == set' \
	    > "$work/queries"
	: > "$work/found"
	while IFS='	' read -r half group query labels; do
		for who in guichet $peers; do
			printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$who" "$half" "$group" \
			    "$query" "$labels" "$(ask_"$who" "$query" | tr '\n' ' ')"
		done < /dev/null
	done < "$work/queries" >> "$work/found"
	python3 "$here/score.py" labels "$1" "${SHOW:-}" < "$work/found"
}

# share_from FOLDER: the programs of the site read what comes with them there.
share_from() {
	sed -i "s|^share_dir = .*|share_dir = $1|" "$site/etc/guichet.conf"
	for worker in "$site"/run/search/[0-9]*; do
		s6-svc -wr -T 10000 -t "$worker"
	done
}
# leave_out DÉMARCHE: the site knows what was learnt of all others.
leave_out() {
	share=$work/share-$1 learned=sql/learned
	rm -rf "$share"
	mkdir -p "$share/$learned"
	for file in "$root"/* "$root"/sql/* "$root/$learned/word-vectors.bin"; do
		to=$share/${file#"$root/"}
		[ -e "$to" ] || ln -s "$file" "$to"
	done
	"$root/conf/aid-kinds.py" --without "$1" "$laureates" \
	    "$shared"/subventions/dgcl-*.csv.gz \
	    > "$share/$learned/aid-kinds.tsv" 2> /dev/null
	share_from "$share"
}

# unlearnt NAME: real titles, each when nothing was learnt of its own démarche.
unlearnt() {
	sed -n "s/^$1;//p" "$here/fonds-vert.csv" > "$work/kinds"
	while IFS=';' read -r number aids; do
		leave_out "$number"
		awk -F '\t' -v aids="$aids" '($2 == "funded" || $2 == "mixed") &&
		    $4 == aids' "$work/queries" |
		    while IFS='	' read -r half group query labels; do
			printf 'guichet\t%s\t%s\t%s\t%s\t%s\n' "$half" \
			    "$group" "$query" "$labels" \
			    "$(ask_guichet "$query" | tr '\n' ' ')"
		done
	done < "$work/kinds" > "$work/found"
	python3 "$here/score.py" labels "$1, own démarche left out" < "$work/found"
	share_from "$root"
}

# forms: what two ways of writing a need find.
forms() {
	python3 "$here/forms.py" "$work/texts" "$here/apart.txt" |
	    while IFS='	' read -r kind need other; do
		printf '%s\t%s\t%s\t%s\t%s\n' "$kind" "$need" "$other" \
		    "$(ask_guichet "$need" | tr '\n' ' ')" \
		    "$(ask_guichet "$other" | tr '\n' ' ')"
	    done > "$work/forms"
	python3 "$here/score.py" forms < "$work/forms"
}

all() {
	start "$1" "$2"
	texts > "$work/texts"
	for who in $peers; do
		start_$who
	done
	run "$1"
}

peers=${PEERS-mariadb postgresql xapian}
all sample ''
corpus=$shared/aids/aids-merged.jsonl.gz
if [ -s "$corpus" ]; then
	all corpus "$corpus"
	[ ! -s "$laureates" ] || unlearnt corpus
	forms
	# What no audience asks for, over the labelled needs and the project types.
	{
		sed 1d "$here/corpus.tsv" | cut -f 3
		sed '1d; /^[^;]*;genre général;/d' "$root/sql/data/projects.csv" |
		    cut -d ';' -f 1
	} | "$here/others.sh" "http://localhost:$port"
else
	say "no real corpus beside the project: the sample alone"
fi
