# parts.sh - a suite in parts over one site: those of the folder that bears the name
# of the suite, in turn; a suite that reads this takes the names of some as
# arguments.  The rest is what its parts share.
root=$(cd .. && pwd)
export GUICHET_TODAY=2026-11-22 LC_ALL=C.UTF-8
. "$root/tests/lib.sh"

# The byte order mark, by which spreadsheets know UTF-8.
bom=$(printf '\357\273\277')
# What the base holds: the version of the data, rows of what an import writes.
state() {
	sql "SELECT (SELECT version FROM data_version), (SELECT COUNT(*) FROM aid),
	    (SELECT COUNT(*) FROM aid_index), (SELECT COUNT(*) FROM posting),
	    (SELECT COUNT(*) FROM backer), (SELECT COUNT(*) FROM program),
	    (SELECT COUNT(*) FROM aid_category), (SELECT COUNT(*) FROM aid_old_slug),
	    (SELECT COUNT(*) FROM perimeter), (SELECT COUNT(*) FROM perimeter_link),
	    (SELECT COUNT(*) FROM perimeter_name)"
}
# take SOURCE FILE: an import; its words go to $said, its status to $left.
take() {
	said=$(guichet import aids --source "$1" "$2" 2>&1)
	left=$?
}
# stopped COMMAND...: guichet, with sheets that stop as soon as they render an aid; says
# "ended" when it did.
stopped() {
	if [ ! -e "$work/stopped/xsl" ]; then
		mkdir -p "$work/stopped/xsl"
		ln -s "$root"/xsl/* "$work/stopped/xsl"
		rm "$work/stopped/xsl/index"
		cp -r "$root/xsl/index" "$work/stopped/xsl"
		sed -i 's|<xsl:template match="/page">|&<xsl:message terminate="yes">stop</xsl:message>|' \
		    "$work/stopped/xsl/index/fragment-body.xsl"
		sed "s|^share_dir.*|share_dir = $work/stopped|" "$site/etc/guichet.conf" > "$work/stopped.conf"
	fi
	GUICHET_CONF=$work/stopped.conf "$build/guichet" "$@" > "$work/stopped.log" 2>&1 && echo ended
}
# measure SOURCE FILE REPORT: as take, with the report of what is refused; the most
# memory that it held, in kB, goes to $peak.
measure() {
	GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" import aids --source "$1" \
	    --refused "$3" "$2" > "$work/measured" 2>&1 &
	peak=0
	while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$!/status" 2> /dev/null) &&
	    [ -n "$now" ]; do
		peak=$now
		sleep 0.05
	done
	wait $!
	left=$?
	said=$(cat "$work/measured")
}
# refused NAME FILE PATTERN: exit 1, words that say why, nothing written.
refused() {
	before=$(state)
	take refused "$2"
	is "$1: exit 1" $left 1
	matches "$1: why" "$said" "$3"
	is "$1: nothing is written" "$(state)" "$before"
}

# What "guichet check" finds.
check() { said=$(guichet check 2>&1); left=$?; }
# fault NAME PATTERN MEND
fault() {
	check
	is "$1: exit 1" $left 1
	matches "$1: the fault" "$said" "^FAULT .*$2"
	matches "$1: the mend" "$said" "to mend it: .*$3"
}

# portal ELEMENTS [ATTRIBUTES]: writes a file of a portal in $folder, its elements from
# line 3 on.
portal() {
	printf '<portal xmlns="urn:guichet:portal" slug="essai-fichier" %s>\n<name>Essai</name>\n%s\n</portal>\n' \
	    "${2:-}" "$1" > "$folder/portal.xml"
}
take_portal() {
	said=$(guichet portal import "$folder/portal.xml" 2>&1)
	left=$?
}
version() { sql 'SELECT version FROM data_version'; }

# bad_table TEXT PATTERN NAME WHAT: the import fails, and nothing is written.
bad_table() {
	printf '%b' "$1" > "$work/bad.csv"
	before=$(version)
	said=$(guichet import "$4" "$work/bad.csv" 2>&1)
	is "$3: it fails" "$?" 1
	matches "$3: it says why" "$said" "$2"
	is "$3: nothing is written" "$(version)" "$before"
}
# kept NAME TABLE PATTERN STATUS ARGUMENT...: words, status, and the same base after.
kept() {
	name=$1 table=$2 pattern=$3 status=$4
	shift 4
	before=$(version; sql "SELECT COUNT(*) FROM $table")
	said=$(guichet import "$@" 2>&1)
	is "$name: exit $status" $? "$status"
	matches "$name: why" "$said" "$pattern"
	is "$name: nothing is written" "$(version; sql "SELECT COUNT(*) FROM $table")" "$before"
}

# What the base holds of a démarche: a champ a line, its texts in base 64, which sed
# puts on one line sooner than MariaDB.
held() {
	sql "SELECT c.id, c.block, c.private, c.type, c.required, c.level, c.other,
	    TO_BASE64(c.label), IFNULL(TO_BASE64(c.description), '-'), IFNULL(TO_BASE64(c.options), '-')
	    FROM champ c JOIN demarche d USING (revision_id) WHERE d.number = $1 ORDER BY c.place" |
	    sed 's/\\n//g'
}
# The same of a schema, without Guichet.
told() {
	# jq joins in the square of their number: 200 at a time, 20,000 options cost
	# a second and not a minute.
	jq -r 'def lines: [range(0; length; 200) as $i | .[$i:$i + 200] | join("\n")] | join("\n");
	  def stable: gsub("=";"") + "===" | .[0:(length - length % 4)] | @base64d | ltrimstr("Champ-");
	  def line($p; $b): [(.id|stable), $b, $p, (.__typename|sub("ChampDescriptor$";"")),
	    (if .required then 1 else 0 end), .level // 0, (if .otherOption then 1 else 0 end),
	    (.label|@base64), (if .description == null then "-" else .description|@base64 end),
	    (if (.options // []) == [] then "-" else .options|lines|@base64 end)] | map(tostring) | join("\t");
	  def walk($p): .[] | line($p; "0"), ((.id|stable) as $b | .champDescriptors // [] | .[] | line($p; $b));
	  .data.demarche // . | .revision // .activeRevision |
	  (.champDescriptors | walk("0")), (.annotationDescriptors // [] | walk("1"))' "$1"
}

for part in "$@"; do only_known "$part" "$suite/$part.sh"; done
# The key that the stand-in of DS takes.
export DS_OPTIONS='--token clef-des-essais'
# Few pages are asked for: a process reads all places before its first.
export MOST=1
start site
# Imports of aids end with the tables of the whole catalogue, which take two thirds of
# what a small one does: command/5-tables.sh looks at them.
[ "$suite${FULL:-}" != import ] || sed -i 's/^tables_dir.*/tables_dir =/' "$site/etc/guichet.conf"
files=$site/files
mkdir -p "$files"
# A part may set its own arguments, and its own names.
wanted=$*
for part in "$suite"/*.sh; do
	case " ${wanted:-$(basename "$part" .sh)} " in
	*" $(basename "$part" .sh) "*) . "./$part" ;;
	esac
done
finish
