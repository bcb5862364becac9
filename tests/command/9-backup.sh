# The base is saved and restored by lib/guichet/backup: pages are the same, and
# "guichet check" finds nothing.
backup() { GUICHET_ETC=$site/etc sh "$root/conf/backup.sh" "$@" 2>&1; }
saved=$work/saved/base.sql.gz
rm -rf "$work/saved"
# What readers get, but for the number of the request and the version of the data: once
# processes that have just started have read what they need.
answered() { [ "$(status_of "$url")" = 200 ]; }
pages() {
	for url in / /aides/ '/aides/?keyword=toit' /aides/?format=atom '/aides/?format=csv' \
	    /programmes/ /partenaires/ /projets-finances/ /territoires/?q=niort /demarches/ /demarches/900001/; do
		echo "$url"
		until_true answered
		get "$url"
	done | sed -E 's/"(id|version)="?[^" ]*//g; s/[0-9a-f]{32}//g'
}
# restart: the processes, as after an upgrade.
restart() {
	for worker in "$site"/run/*/[0-9]*; do
		pid=$(s6-svstat -o pid "$worker")
		s6-svc -r "$worker"
		for _ in $(seq 100); do
			[ "$(s6-svstat -o pid "$worker")" = "$pid" ] || break
			sleep 0.1
		done
	done
	until_true sh -c "[ \$(curl -s -o '$work/log' -w '%{http_code}' '$base/aides/') = 200 ]"
}
# CHECKSUM TABLE differs for the same rows.  All are asked at once.
sums() {
	sql "SELECT table_name FROM information_schema.tables WHERE table_schema = '$1'" |
	    sed "/^data_version\$/d; s/.*/SELECT '== &'; SELECT * FROM $1.&;/" | client |
	    awk '/^== / { if (to) close(to); to = "echo " $2 " $(LC_ALL=C sort | md5sum)"; printf "" | to; next }
		{ print | to }'
}
good() {
	for _ in 1 2 3 4 5 6; do
		! guichet check > "$work/log" 2>&1 || break
		sleep 1
	done
	matches "$1" "$(grep -E '^FAULT|all is well' "$work/log")" '^all is well$'
}

# What leads to communes does so for those of one department: France takes longer to save
# and restore than all the rest.
[ -n "${FULL:-}" ] || for column in perimeter_link.contained_id perimeter_name.perimeter_id \
    perimeter_zip.perimeter_id; do
	table=${column%.*}
	echo "CREATE TEMPORARY TABLE near SELECT $table.* FROM $table JOIN perimeter p ON p.id = $column
	        WHERE p.department = '79' OR p.scale > 1;
	    TRUNCATE $table; INSERT INTO $table SELECT * FROM near; DROP TABLE near;
	    UPDATE data_version SET version = version + 1, places = places + 1;"
done | client
# Facts as they are shipped: it is the last step of a restoration.
guichet migrate > "$work/log"
restart
good 'backup: all is well before'
sql "UPDATE portal SET preview = REPEAT('a', 64), stats_public = 1, stats_word = REPEAT('b', 64) WHERE slug = 'deux-sevres';
    REPLACE INTO site_word (page, digest) VALUES ('stats', REPEAT('c', 64))"
pages > "$work/before"
sums=$(sums guichet)
backup save "$saved" > "$work/log"
is 'backup: exit 0' $? 0
is 'backup: for its owner alone' "$(stat -c %a "$saved")" 600
is 'backup: nothing half-made is left' "$(find "$work/saved" -name '*.new')" ''

# Lost: aids, words, and a later version's table was added.
sql "SET FOREIGN_KEY_CHECKS = 0; DELETE FROM aid_rendered; DELETE FROM aid; DELETE FROM keyword;
    CREATE TABLE later (id INT UNSIGNED, FOREIGN KEY (id) REFERENCES aid (id)); UPDATE data_version SET version = version + 1"
held=$(sql 'SELECT version FROM data_version')
# Closed since: a portal that was public, and the addresses of one; another word opens
# the numbers of the site; what was opened since is not in the backup.
sql "UPDATE portal SET is_public = 0 WHERE slug = 'fonds-vert';
    UPDATE portal SET preview = NULL, stats_public = 0, stats_word = NULL WHERE slug = 'deux-sevres';
    UPDATE portal SET stats_word = REPEAT('e', 64) WHERE slug = 'region';
    UPDATE site_word SET digest = REPEAT('f', 64)"
head -c 100000 "$saved" > "$work/cut.sql.gz"
said=$(backup restore "$work/cut.sql.gz")
is 'a backup that was cut short: exit 1' $? 1
matches 'a backup that was cut short: why' "$said" 'is not a whole backup: nothing was restored'
matches 'a backup that was cut short: why, in French' \
    "$(LANGUAGE=fr backup restore "$work/cut.sql.gz")" \
    "^backup : $work/cut.sql.gz n'est pas une sauvegarde entière : rien n'a été restauré$"
is 'a backup that was cut short: nothing was touched' "$(sql 'SELECT COUNT(*) FROM later')" 0
said=$(backup restore "$saved")
is 'restored: exit 0' $? 0
is 'restored: what it opens again, with what closes it' "$(printf '%s\n' "$said" | sed -n '/^open again/,/^  *guichet stats/p')" \
    'open again, and closed or not there before; what closes each:
  guichet portal export deux-sevres, whose numbers are public
  guichet portal hide fonds-vert
  guichet portal preview --end deux-sevres
  guichet portal stats --end deux-sevres
  guichet stats --end'
matches 'restored: what comes next' "$said" 'next: guichet migrate, .*restart.*, guichet check'
guichet migrate > "$work/log"
restart
good 'restored: all is well'
pages > "$work/after"
cmp "$work/before" "$work/after" > "$work/log" 2>&1
tap 'restored: pages are the same' $?
is 'restored: every table is' "$(sums guichet)" "$sums"
is 'restored: no table of a later version' "$(sql 'SHOW TABLES LIKE "later"')" ''
[ "$(sql 'SELECT version FROM data_version')" -gt "$held" ]
tap 'restored: the version of the data is a new one' $?

# Cut short by what the server refuses: its reason is said, and no row of the file.
zcat "$saved" | sed "s/^-- Table structure for table .draft_begun./INSERT INTO draft VALUES ('a secret');\n&/" |
    gzip -1 > "$work/wrong.sql.gz"
said=$(backup restore "$work/wrong.sql.gz")
is 'a restore that fails: exit 1' $? 1
matches 'a restore that fails: why' "$said" '^ERROR 1136 .21S01. at line [0-9]+: Column count'
is 'a restore that fails: no row of the file' "$(printf '%s\n' "$said" | grep -c 'INSERT\|a secret')" 0

# Cut short by who kills it, as some tables are there; another one, meanwhile, is refused.
zcat "$saved" | awk '/^-- Table structure/ && ++n == 5 { print "SELECT SLEEP(60);" } { print }' |
    gzip -1 > "$work/slow.sql.gz"
GUICHET_ETC=$site/etc setsid sh "$root/conf/backup.sh" restore "$work/slow.sql.gz" > "$work/log" 2>&1 &
slow=$!
sleeps() { [ "$(sql "SELECT COUNT(*) FROM information_schema.processlist WHERE info = 'SELECT SLEEP(60)'")" = 1 ]; }
until_true sleeps
said=$(backup restore "$saved")
is 'two restores at once: the second has exit 1' $? 1
matches 'two restores at once: it is told' "$said" 'another restore, or guichet setup, is at work'
env kill -9 -- -$slow
wait $slow 2> "$work/log"
fault 'a restore was cut short' 'a restore of the base was begun and did not end' 'restore it again'
for command in migrate index; do
	said=$(guichet $command 2>&1)
	is "a restore was cut short: $command has exit 1" $? 1
	is "a restore was cut short: $command says what mends it" "$said" \
	    'guichet: schema: a restore of the base was begun and did not end: restore it again'
done
said=$(backup save "$work/saved/half.sql.gz")
is 'a restore was cut short: nothing is saved' "$? $(find "$work/saved" -name 'half*')" '1 '
matches 'a restore was cut short: why' "$said" 'a restore of the base was begun and did not end: nothing was saved'
backup restore "$saved" > "$work/log"
is 'restored again: exit 0' $? 0
guichet migrate > "$work/log"
restart
good 'restored again: all is well'

# Into another base, with its own settings, as a rehearsal.
sql "CREATE DATABASE essai CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
    GRANT ALL ON essai.* TO guichet@localhost WITH GRANT OPTION"
LANGUAGE=fr backup restore "$saved" essai > "$work/log"
is 'another base: exit 0' $? 0
is 'another base: the site has nothing to do' "$(cat "$work/log")" \
    'essai a été restaurée ; la base du site est telle qu'\''elle était'
[ -z "${FULL:-}" ] ||
    is 'another base: every table is the same' "$(sums essai)" "$sums"
rm -rf "$work/essai"
cp -r "$site/etc" "$work/essai"
sed -i "s|$site/etc|$work/essai|; s|^database=.*|database=essai|" "$work"/essai/*.cnf "$work/essai/guichet.conf"
(export GUICHET_CONF="$work/essai/guichet.conf"
"$build/guichet" migrate > "$work/log"
"$build/guichet" check 2>&1 | grep -E '^FAULT|all is well' > "$work/log")
is 'another base: all is well there' "$(cat "$work/log")" 'all is well'
sql "DROP DATABASE essai;
    UPDATE portal SET preview = NULL, stats_word = NULL; DELETE FROM site_word"
guichet migrate > "$work/log"

# Each night.
touch -d '20 days ago' "$work/saved/guichet-2026-01-01.sql.gz"
touch "$work/saved/guichet-2026-01-02.sql.gz"
backup keep "$work/saved" 14 > "$work/log"
is 'keep: of the day, and no older ones' "$(cd "$work/saved" && echo *)" \
    "base.sql.gz guichet-2026-01-02.sql.gz guichet-$(date +%F).sql.gz"
backup > "$work/log"
is 'no command: exit 2' $? 2
is 'no command: how to ask, in French and in English' \
    "$(for language in fr en; do LANGUAGE=$language backup | head -n 1; done)" \
    'usage : backup save FICHIER
usage: backup save FILE'
said=$(GUICHET_ETC=/nothing sh "$root/conf/backup.sh" save "$work/saved/x" 2>&1)
matches 'no owner.cnf: which' "$said" '/nothing/owner.cnf cannot be read'
sed -i 's|^password=.*|password=other|' "$work/essai/owner.cnf"
said=$(GUICHET_ETC=$work/essai sh "$root/conf/backup.sh" save "$work/saved/x" 2>&1)
is 'a base that refuses: exit 1' $? 1
is 'a base that refuses: no file' "$(find "$work/saved" -name 'x*')" ''
