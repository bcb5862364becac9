# Steps of the schema beside programs of another version: who goes on, who is told.
conf=$site/etc/guichet.conf
share=$work/share
rm -rf "$share"
mkdir -p "$share/sql"
ln -s "$root/xsl" "$share/xsl"
for part in accounts data; do ln -s "$root/sql/$part" "$share/sql"; done
cp -r "$root/sql/schema" "$share/sql"
sed "s|^share_dir.*|share_dir = $share|" "$conf" > "$work/share.conf"
# newer COMMAND...: the command of a version that has the steps of $share.
newer() { said=$(GUICHET_CONF=$work/share.conf "$build/guichet" "$@" 2>&1); left=$?; }
# older COMMAND...: the one of the site.
older() { said=$(guichet "$@" 2>&1); left=$?; }
step=999-trial.sql
page() { curl -s -o /dev/null -w '%{http_code}\n' "$base/aides/?text=etape$1"; }

answers() { [ "$(page 0)" = 200 ]; }
until_true answers
# A step stops in its middle: it is told, and goes on there.
cat > "$share/sql/schema/$step" <<'SQL'
-- readers: 018
CREATE TABLE trial_one (id INT); -- done once;
ALTER TABLE trial_none ADD other INT;
CREATE TABLE trial_two (id INT);
SQL
newer migrate
is 'a step that fails: exit 1' $left 1
matches 'a step that fails: where' "$said" "$step stops at its statement 2"
newer check
matches 'a step that was begun: check says so' "$said" \
    "^FAULT .*schema.*: $step was begun and not ended, at its statement 2"
newer export keywords
is 'a step that was begun: other commands wait' $left 1
is 'a step that was begun: programs go on' "$(page 1)" 200
sed -i 's/trial_none/trial_one/' "$share/sql/schema/$step"
# Killed after the statement and before its end was noted: it is there already.
sql 'ALTER TABLE trial_one ADD other INT'
newer migrate
is 'it goes on: exit 0' $left 0
is 'it goes on: all of it is there' \
    "$(sql "SELECT COUNT(*) FROM information_schema.tables WHERE table_name IN ('trial_one', 'trial_two')")" 2
newer check
matches 'it goes on: the schema is whole' "$said" '^ok .*schema is this version'

# A list that breaks in its middle, once it was emptied, stays as it was.
rm "$share/sql/data"
cp -r "$root/sql/data" "$share/sql"
facts() { sql 'SELECT COUNT(*) FROM fact_label UNION ALL SELECT COUNT(*) FROM fact'; }
before=$(facts)
sed -i 's/^INSERT INTO fact_label/INSERT INTO fact_none/' "$share/sql/data/facts.sql"
newer migrate
is 'a list that breaks: exit 1' $left 1
matches 'a list that breaks: which' "$said" 'data/facts.sql.* failed: 1146 .*fact_none'
is 'a list that breaks: it is as it was' "$(facts)" "$before"
cp "$root/sql/data/facts.sql" "$share/sql/data"

# The step that settled ids, over a base that counted them from 1.
sql "DELETE FROM schema_step WHERE name IN ('026-backer.sql', '030-program-file.sql', '033-fed-names.sql');
    ALTER TABLE backer_file DROP fed_name;
    ALTER TABLE backer DROP FOREIGN KEY backer_group, DROP FOREIGN KEY backer_perimeter, DROP KEY backer_group,
      DROP KEY backer_perimeter, DROP group_id, DROP perimeter_id, DROP website, DROP contact;
    DROP TABLE backer_group, backer_category, program_fact, program_file, program_member, program_list;
    ALTER TABLE aid_backer DROP FOREIGN KEY aid_backer_backer,
      ADD CONSTRAINT aid_backer_ibfk_2 FOREIGN KEY (backer_id) REFERENCES backer (id);
    ALTER TABLE aid_program DROP FOREIGN KEY aid_program_program,
      ADD CONSTRAINT aid_program_ibfk_2 FOREIGN KEY (program_id) REFERENCES program (id);
    INSERT INTO backer (id, name, slug) VALUES (5000007, 'Essai', 'essai'), (5000008, 'ESSAI', 'essai'), (5000009, '…', ''), (5000010, '!', '');
    INSERT INTO program (id, name, slug) VALUES (5000007, 'Essai', 'essai');
    INSERT INTO aid_program SELECT MIN(id), 5000007 FROM aid;
    INSERT INTO aid_backer SELECT a.id, b.id, 'instructor', 90 FROM (SELECT id FROM aid ORDER BY id LIMIT 2) a, backer b WHERE b.id IN (5000007, 5000009);
    INSERT INTO aid_backer SELECT MIN(id), 5000008, 'instructor', 91 FROM aid;
    INSERT INTO aid_backer SELECT MAX(id), 5000008, 'instructor', 91 FROM aid"
newer migrate
[ "$left" -eq 0 ] || note "$said"
is 'ids are settled: exit 0' $left 0
is 'ids are settled: two of one slug are one, the others stay' "$(sql "SELECT GROUP_CONCAT(id, ' ', name ORDER BY id)
    FROM backer WHERE id BETWEEN 15000007 AND 15000010 OR id < 10000000")" \
    '15000007 Essai,15000009 …,15000010 !'
is 'ids are settled: what refers to them follows' "$(sql "SELECT GROUP_CONCAT(n ORDER BY n) FROM (
    SELECT COUNT(*) AS n FROM aid_backer WHERE position >= 90 GROUP BY backer_id) x")" 2,3
is 'ids are settled: those of programmes too' "$(sql 'SELECT COUNT(*) FROM aid_program WHERE program_id = 15000007')" 1
sql "DELETE FROM aid_backer WHERE position >= 90; DELETE FROM aid_program WHERE program_id = 15000007;
    DELETE FROM backer WHERE name IN ('Essai', '…', '!'); DELETE FROM program WHERE id = 15000007"

# The step that took how an aid stands out of its digest, over a base of before.
newer index
sql "DELETE FROM schema_step WHERE name = '050-revisions.sql';
    RENAME TABLE aid_revision TO aid_version;
    GRANT INSERT ON aid_version TO 'guichet-bulk'@'localhost';
    ALTER TABLE aid_version RENAME KEY aid_revision_made TO aid_version_made, RENAME KEY aid_revision_version TO aid_version_version;
    ALTER TABLE bulk_base DROP day;
    ALTER TABLE aid_json DROP digest, ADD digest BINARY(8) NOT NULL DEFAULT '' AFTER status;
    UPDATE aid_json SET digest = UNHEX(LEFT(SHA2(CONCAT(status, record, texts, exchange), 256), 16));
    UPDATE aid_version v JOIN aid_json j ON j.aid_id = v.aid_id AND j.number = v.number SET v.digest = j.digest"
before=$(sql 'SELECT COUNT(*), SUM(number) FROM aid_version')
newer migrate
is 'revisions: exit 0' $left 0
newer index
newer bulk --force
is 'revisions: those that there were, and rendered again none more' \
    "$(sql 'SELECT COUNT(*), SUM(number) FROM aid_revision')" "$before"

# The same base, for the version before.
older check
matches 'a newer step: check says so' "$said" "^FAULT .*schema.*: it has $step, of a newer Guichet"
matches 'a newer step: what to do' "$said" 'install that one, or restore'
older migrate
is 'a newer step: migrate refuses' $left 1
matches 'a newer step: why' "$said" "the base has $step, of a newer Guichet"
older export keywords
is 'a newer step: so do other commands' $left 1
is 'a newer step that it may read: the program goes on' "$(page 2)" 200
is 'its readers are noted' "$(sql 'SELECT readers FROM data_version')" 18

# A step that older programs would misread: 503, said once by each process.
newer_said() { grep -c 'of a newer Guichet' "$site/log/search.log"; }
sql 'UPDATE data_version SET readers = 999'
sleep 1.1
for i in 3 4 5 6 7 8 9; do
	page $i
	echo "$(status_of "/portails/nouveau-$i/")"
done > "$work/codes"
is 'a step that breaks readers: 503' "$(sort -u "$work/codes" | tr '\n' ' ')" '503 '
[ "$(newer_said)" -ge 1 ] && [ "$(newer_said)" -le 2 ]
tap 'a step that breaks readers: each process says it once' $?
sql 'UPDATE data_version SET readers = 18'
sleep 1.1
is 'and goes on when it may' "$(page 10)" 200

# Programs are replaced one by one while readers read, and the schema has a step more.
sql "DELETE FROM schema_step WHERE name = '$step'; DROP TABLE trial_one, trial_two"
asking=$work/asking
: > "$work/answers"
touch "$asking"
for k in 1 2; do
	while [ -e "$asking" ]; do page "$k$(date +%N)" >> "$work/answers"; done &
	askers="${askers:-} $!"
done
sleep 0.5
newer migrate
for worker in "$site"/run/search/[0-9]* "$site"/run/prefill/[0-9]*; do
	s6-svc -wr -T 10000 -t "$worker"
done
rm "$asking"
wait $askers
is 'upgraded one by one under load: no answer failed' \
    "$(grep -cv '^200$' "$work/answers") of $(grep -c . "$work/answers" | sed 's/^[1-9][0-9]*$/some/')" '0 of some'
is 'upgraded one by one under load: the step is there' "$left" 0
sql "DELETE FROM schema_step WHERE name = '$step'; DROP TABLE trial_one, trial_two;
    UPDATE data_version SET readers = 0"
older index
older check
is 'as it was before' $left 0
