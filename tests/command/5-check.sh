# "guichet check": each fault is named with what mends it, and the mend mends.
check
is 'all is well: exit 0' $left 0
matches 'all is well: it says so' "$said" 'all is well'
is 'all is well: every line is ok' \
    "$(echo "$said" | grep -cvE '^ok |all is well')" 2
matches 'all is well: but for a note that this is a demo' "$said" '^NOTE   base_url is'
matches 'aids: two facts' "$said" 'aids, [0-9]+ without a perimeter \([0-9]+ with an unknown one\)$'

# What a half-made installation lacks.  empty TABLE FAULT MEND
empty() {
	sql "CREATE TABLE kept AS SELECT * FROM $1; DELETE FROM $1"
	fault "$1 is empty" "$2: the table was never loaded" "$3\$"
	matches "$1 is empty: one fault is counted" "$said" '^1 fault$'
	sql "INSERT INTO $1 SELECT * FROM kept; DROP TABLE kept"
}
empty keyword '0 families of words' 'guichet import keywords'
empty project_type '0 project types' 'guichet import projects'
empty champ_source '0 sources of champs' 'guichet import sources'
check
is 'tables filled again: exit 0' $left 0

sql "UPDATE page_fragment SET html = 'other' WHERE name = 'sheets'"
fault 'the sheets are not those that rendered' 'older ones' 'guichet index'
guichet index > "$work/index" 2>&1
check
is 'guichet index renders by these' $left 0

sql 'ALTER TABLE aid_index DROP INDEX aid_index_version'
fault 'an index is gone' 'aid_index_version.*aid_index' 'sql/schema|guichet'
sql 'ALTER TABLE aid_index ADD KEY aid_index_version (version)'
sql "REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'guichet-search'@localhost"
fault 'the account reads nothing' 'guichet-search' 'guichet migrate'
guichet migrate > "$work/migrate"
check
is 'guichet migrate gives the rights back' $left 0
sql "GRANT INSERT ON guichet.aid TO 'guichet-search'@localhost"
fault 'the account writes' 'INSERT' 'revoke'
sql "REVOKE INSERT ON guichet.aid FROM 'guichet-search'@localhost"
for account in guichet-prefill guichet-drafts; do
	sql "REVOKE ALL ON guichet.draft FROM '$account'@localhost"
	fault "$account reads nothing" "account $account reads" 'guichet migrate'
	guichet migrate > "$work/migrate"
	sql "GRANT UPDATE ON guichet.aid TO '$account'@localhost"
	fault "$account writes elsewhere" "account $account.*UPDATE on aid" 'revoke'
	sql "REVOKE UPDATE ON guichet.aid FROM '$account'@localhost"
done
# as ACCOUNT QUERY: what the account of a program is answered.
as() {
	word=$(sed -n 's/^password=//p' "$site/etc/$1.cnf")
	mariadb --no-defaults --socket="$site/run/mysql.sock" -u "guichet-$1" \
	    -p"$word" guichet -N -B -e "$2" 2>&1
}
for column in token siren authority champs changed_at; do
	matches "prefill does not read draft.$column" \
	    "$(as prefill "SELECT $column FROM draft")" 'ERROR 1143 .*denied'
done
is 'prefill reads draft.state' "$(as prefill 'SELECT COUNT(state) > 0 FROM draft')" 0
matches 'drafts does not read draft.siren' \
    "$(as drafts 'SELECT siren FROM draft')" 'ERROR 1143 .*denied'
for table in aid draft form_secret portal_page; do
	matches "the account that counts reads no $table" \
	    "$(as count "SELECT * FROM $table")" 'ERROR 114[23] .*denied'
done
for column in url sealed; do
	matches "the account of drafts reads no $column of a draft" \
	    "$(as drafts "SELECT $column FROM draft")" 'ERROR 1143 .*denied'
done
# As an earlier version left them, or somebody in haste.
for wide in 'SELECT, INSERT, UPDATE' 'SELECT (siren, token)' 'UPDATE (siren, authority)'; do
	sql "GRANT $wide ON guichet.draft TO 'guichet-prefill'@localhost"
	fault "prefill has $wide" 'it has .* on draft' 'guichet migrate'
	guichet migrate > "$work/migrate"
	check
	is "guichet migrate narrows $wide" $left 0
done
sql "RENAME USER 'guichet-drafts'@localhost TO 'other'@localhost"
fault 'no such account' 'account guichet-drafts' 'accounts.*guichet migrate'
said=$(guichet migrate 2>&1)
is 'nor can it be given rights: exit 1' $? 1
matches 'nor can it be given rights: the mend' "$said" \
    'guichet-drafts does not exist: .*accounts /etc/guichet \| mariadb'
sql "RENAME USER 'other'@localhost TO 'guichet-drafts'@localhost"
sql 'DELETE FROM aid_index WHERE aid_id = 9000001'
fault 'the index misses an aid' '1 aids? ' 'guichet index'
guichet index > "$work/index"
check
is 'guichet index mends it' $left 0
for table in aid_text aid_rendered aid_body aid_export; do
	sql "DELETE FROM $table ORDER BY aid_id LIMIT 3"
	fault "$table misses aids" '3 aids are not in it' 'guichet index'
	guichet index > "$work/index"
	check
	is "guichet index makes $table again" $left 0
done
# A socket that somebody else listens on is no program.
mv "$site/run/search.sock" "$site/run/away.sock"
python3 -c 'import socket, sys, time
s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(); time.sleep(30)' \
    "$site/run/search.sock" &
mute=$!
while [ ! -S "$site/run/search.sock" ]; do sleep 0.1; done
fault 'a program does not answer' 'program search answers: .*no answer in 5 s' "systemctl restart 'guichet-search@"
kill $mute
rm "$site/run/search.sock"
fault 'a program has no socket' 'program search answers: .*No such' 'enable --now guichet-search.socket'
mv "$site/run/away.sock" "$site/run/search.sock"

# An nginx that has its files of a version before in memory.
cp "$site/etc/nginx-fastcgi.conf" "$work/fastcgi"
sed -i '/hide_header Guichet-Count/d' "$site/etc/nginx-fastcgi.conf"
kill -HUP "$(cat "$site/run/nginx.pid")"
shows_counts() { curl -s -I "$base/aides/" | grep -qi '^guichet-count:'; }
keeps_counts() { ! shows_counts; }
until_true shows_counts
fault 'readers get what is to be counted' 'Guichet-Count, and nothing is counted' 'systemctl reload nginx'
cp "$work/fastcgi" "$site/etc/nginx-fastcgi.conf"
kill -HUP "$(cat "$site/run/nginx.pid")"
until_true keeps_counts
check
is 'nginx has read them again: exit 0' $left 0

cnf=$site/etc/search.cnf
cp "$cnf" "$work/cnf"
cp "$site/etc/owner.cnf" "$work/owner"
sed 's|^socket=.*|socket=/nothing|' "$work/cnf" > "$cnf"
fault 'an account goes elsewhere' 'account guichet-search reads.*/nothing' \
    'socket or host below .guichet-search. in .*search.cnf'
cp "$work/cnf" "$cnf"
sed -i 's|^password=.*|password=other|' "$site/etc/owner.cnf"
fault 'the password of the owner is another' 'database answers: Access denied' '/etc/owner.cnf and make'
cp "$work/owner" "$site/etc/owner.cnf"
sql 'DELETE FROM schema_step ORDER BY name DESC LIMIT 1'
last=$(ls "$root"/sql/schema | tail -n 1)
fault 'a step is missing' 'step' 'guichet migrate'
for command in 'import keywords' 'export keywords' 'report 900001' 'drafts follow' drafts index; do
	said=$(guichet $command 2>&1)
	is "$command without a step of the schema: exit 1" $? 1
	is "$command without a step of the schema: the mend alone" "$said" \
	    'guichet: the schema is not that of this version: guichet migrate'
done
sql "INSERT INTO schema_step (name) VALUES ('$last')"
sql 'RENAME TABLE schema_step TO other_step'
for command in 'export keywords' 'drafts follow'; do
	is "$command on an empty base" "$(guichet $command 2>&1)" \
	    'guichet: the schema is not that of this version: guichet migrate'
done
sql 'RENAME TABLE other_step TO schema_step'

conf=$site/etc/guichet.conf
cp "$conf" "$work/conf"
# setting SED: the settings, changed.
setting() { sed "$1" "$work/conf" > "$conf"; }
setting '/^operator_name/d'
fault 'no operator' 'operator_name' 'guichet.conf'
setting 's|^static_manifest.*|static_manifest = /nothing|'
fault 'no assets' '/nothing' 'install'
for dir in /dev/null/tables /nothing/a/b/c; do
	setting "s|^tables_dir.*|tables_dir = $dir|"
	fault "no files in $dir" 'tables_dir: cannot write ' 'correct tables_dir in .*guichet.conf'
done
setting 's|^tables_dir.*|tables_dir = /nothing/a/b/c|'
matches 'an index without its tables says what mends it' "$(guichet index 2>&1)" \
    'tables of the whole catalogue are not in /nothing/a/b/c: .*correct tables_dir in .*guichet.conf'
setting "s|^exports_dir.*|exports_dir = $site/exports|"
setting "s|^tables_dir.*|tables_dir = $work/new/tables|"
check
matches 'two folders are made when they are missing' "$left $said" '^0 '
setting 's|^ds_url.*|ds_url = http://127.0.0.1:1|'
fault 'no way to Démarches simplifiées' 'http://127.0.0.1:1 cannot be reached' 'ds_url'
cp "$work/conf" "$conf"
# The settings of before are in memory until the processes begin again.
touch "$conf"
check
matches 'settings were changed since' "$left $said" "^NOTE +$conf was changed since these programs read it: prefill api deposit search$"
for worker in "$site"/run/*/[0-9]*; do s6-svc -r "$worker"; done
are_read() { check; ! printf '%s\n' "$said" | grep -q 'was changed since'; }
until_true are_read
tap 'and are read when they begin again' $?
ds=http://127.0.0.1:$(sed -n 's/^ready //p' "$site/run/ds")
curl -s -o "$work/order" -d '{"html200": true}' "$ds/_control/faults"
fault 'another server in its place' "$ds does not speak" 'ds_url'
curl -s -o "$work/order" -d '{}' "$ds/_control/faults"
setting 's|^share_dir.*|share_dir = /nothing|'
fault 'no stylesheets' 'stylesheets compile: /nothing' 'share_dir in .*guichet.conf'
matches 'no schema: why' "$said" \
    "^FAULT .*this version's: /nothing/sql/schema: No such file"
setting 's|^theme.*|theme = pink|'
check
is 'a setting that is not one: exit 1' $left 1
matches 'a setting that is not one: its line' "$said" 'theme'
line=$(grep -n '^base_url' "$work/conf" | cut -d: -f1)
for address in http://x.fr/ ftp://x.fr x.fr http:// 'http://x.fr /a' 'http://x.fr?a' \
    https://x.fr:8443/aides; do
	setting "s|^base_url.*|base_url = $address|"
	check
	is "the address \"$address\": exit 1" $left 1
	matches "the address \"$address\": where, and what it must be" "$said" \
	    "line $line: \"base_url\" must be http.*of its own, without a path"
done
setting 's|^base_url.*|base_url = https://x.fr:8443|'
check
matches 'an address with a port is taken' "$said" '^ok .*settings'
setting 's|^ds_url.*|ds_url = https://x.fr/|'
check
matches 'nor does that of DS end with a slash' "$said" '"ds_url" must be http'
for word in non-conforme '' 'non conforme|partiellement conforme'; do
	setting "1i accessibility = $word"
	check
	matches "no mention of conformity is \"$word\"" "$said" \
	    'line 1: "accessibility" must be one of: non conforme'
done
setting 's|^theme.*|theme = pink|'
for program in $("$root/conf/programs.sh" names program); do
	GUICHET_CONF=$conf GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET REQUEST_URI=/ \
	    QUERY_STRING='' "$build/$program" > "$work/check" 2>&1
	is "a setting that is not one stops $program: exit 1" $? 1
	matches "a setting that is not one stops $program: its line" \
	    "$(cat "$work/check")" 'line [0-9]+: "theme" must be'
done
setting '$a https_proxy = http://127.0.0.1:9'
fault 'a proxy that nobody is at' 'Démarches simplifiées answers: .*cannot be reached' \
    'see ds_url and https_proxy'
setting '$a theme = neutral'
check
matches 'a key said twice is told' "$said" \
    '^NOTE .*line [0-9]+: "theme" was on line [0-9]+ too'
setting 's|$|\r|'
check
matches 'ends of line of Windows are told' "$said" '^NOTE .*line 1 ends as'
is 'and are taken' $left 0
setting 's|^theme|tehme|'
check
is 'an unknown key: exit 1' $left 1
matches 'an unknown key: its name' "$said" 'tehme'
setting 's|^base_url.*|base_url = http://localhost:9|'
fault 'nobody is at the address of the site' 'nginx answers at .*cannot be reached' 'base_url in'
# Another site there, by http, then by https with a certificate of nobody's.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 \
    -subj /CN=localhost -keyout "$work/key.pem" -out "$work/cert.pem" 2> "$work/log"
cat > "$work/other.py" <<'PY'
import http.server, ssl, sys
class Other(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b'<html>')
    def log_message(self, *a): pass
s = http.server.HTTPServer(('127.0.0.1', 0), Other)
if len(sys.argv) > 2:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); tls.load_cert_chain(*sys.argv[2:])
    s.socket = tls.wrap_socket(s.socket, server_side=True)
with open(sys.argv[1], 'w') as f: f.write(str(s.server_port))
s.serve_forever()
PY
# other_site SCHEME FAULT [CERTIFICATE KEY]
other_site() {
	scheme=$1 wants=$2
	shift 2
	rm -f "$work/port"
	python3 "$work/other.py" "$work/port" "$@" &
	other=$!
	until_true test -s "$work/port"
	setting "s|^base_url.*|base_url = $scheme://127.0.0.1:$(cat "$work/port")|"
	fault "another site, by $scheme" "nginx answers at .*$wants" 'base_url in .*certificate'
	kill $other
}
other_site http 'leads to another site'
other_site https 'certificate' "$work/cert.pem" "$work/key.pem"
setting 's|^base_url.*|base_url = http://localhost:9|'
fault 'nobody is there, again' 'nginx answers at .*cannot be reached' 'base_url in'
matches 'the address of a demo is told' "$said" '^NOTE .*base_url is http://localhost:9: only this'
setting 's|^database_options.*|database_options = /nothing|'
fault 'no option file' 'database answers: /nothing: No such' 'accounts.*database_options in'
matches 'nor can another command do without' "$(guichet portal list 2>&1)" \
    '^guichet: cannot read "/nothing": No such .*guichet setup makes it, or correct database_options in .*guichet.conf$'
# In French, all of a message is.
french() { (export LANGUAGE=fr TEXTDOMAINDIR="$build/locale"; guichet check 2>&1); }
setting 's|^theme.*|theme = pink|'
matches 'a wrong word, in French' "$(french)" "« theme » doit être l'une de ces valeurs : state\|neutral"
setting 's|^base_url.*|base_url = x|'
matches 'a wrong address, in French' "$(french)" '« base_url » doit être http:// ou https:// et un hôte'
setting 's|^share_dir.*|share_dir = /nothing|'
matches 'no stylesheets, in French' "$(french)" 'xsl : aucune feuille de style dans « /nothing'
cp "$work/conf" "$conf"
sed 's|^socket=.*|socket=/nothing|' "$work/cnf" > "$cnf"
sed -i 's|^socket=.*|socket=/nothing|' "$site/etc/owner.cnf"
matches 'no base, in French' "$(french)" 'base : connexion impossible avec le compte « guichet » : '
cp "$work/cnf" "$cnf"
cp "$work/owner" "$site/etc/owner.cnf"
conf=
GUICHET_CONF=/nothing "$build/guichet" check > "$work/check" 2>&1
is 'no settings: exit 1' $? 1
matches 'no settings: which, and the mend' "$(cat "$work/check")" \
    '/nothing.*guichet.conf.example'
"$build/guichet" > "$work/usage" 2>&1
is 'no command: exit 2' $? 2
matches 'no command: the usage' "$(cat "$work/usage")" 'guichet import aids'
