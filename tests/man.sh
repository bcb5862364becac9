#!/bin/sh
# man.sh - manuals, settings, translation and installation say what the programs do.
# Prints TAP.  From the environment: BUILD, the programs; PREFIX, theirs.
cd "$(dirname "$0")/.." || exit 1
build=$(cd "${BUILD:-build}" && pwd) || exit 1
prefix=${PREFIX:-/usr/local} n=0 bad=0
mkdir -p "$build/check"
work=$(mktemp -d "$build/check/man-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

# tap NAME FAULTS: one test; it passes when there is no fault.
tap() {
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		printf '%s\n' "$2" | sed 's/^/# /'
		echo "not ok $n - $1"
		bad=1
	fi
}
# each LINES COMMAND...: the lines for which the command, given one, fails.
each() {
	lines=$1
	shift
	printf '%s\n' "$lines" | while IFS= read -r line; do
		"$@" "$line" || echo "missing: $line"
	done
}

# ---- manuals ----
programs=$(conf/programs.sh names program) jobs=$(conf/programs.sh names job)
for page in conf/man/*.[1578]; do
	name=${page##*/guichet-}
	conf/programs.sh fill "$page" "${name%.8}" > "$work/page"
	if command -v mandoc > /dev/null; then
		# As read: no blank out of its place, no word cut as in English.
		tap "$page is good mdoc" "$(mandoc -T lint -W warning "$work/page" 2>&1
		    groff -ww -mandoc -Kutf8 -Tutf8 -P-cbou "$work/page" 2>&1 |
			LC_ALL=C.UTF-8 grep -nP '[ \x{a0}]{2}[:;?!]|[ \x{a0}][:;]\)|‐$|warning')"
	else
		tap "$page # SKIP mandoc is missing" ''
	fi
done

# What the programs may write in their log, and what the guide tells of it.
# shellcheck disable=SC2046 # names of programs have no blanks
python3 tests/log-messages.py $(for name in $programs; do echo "$build/$name"; done) |
    sort > "$work/messages"
sed -n '/^\.Sh MESSAGES/,/^\.Sh SEE/s/^\.It Li "\(.*\)"$/\1/p' \
    conf/man/guichet-exploitation.7 | sed 's/""/"/g' | sort > "$work/told"
tap 'the messages of the log are read' \
    "$([ "$(wc -l < "$work/messages")" -gt 40 ] || cat "$work/messages")"
tap 'guichet-exploitation(7) tells each message of the log' \
    "$(comm -23 "$work/messages" "$work/told")"
tap 'and no other' "$(comm -13 "$work/messages" "$work/told")"

# "name default" of each key.
keys=$(sed -n 's/^\tKEY(\([a-z_]*\), \(.*\), \([A-Z]*\|".*"\)),$/\1 \2/p' \
    cgi-bin/lib/base/conf.c | sed "s|PREFIX \"|\"/usr/local|; s/\"//g")
commands=$(sed -n '/commands\[\] = {/,/^};/s/^\t{ "\([a-z][a-z -]*\)",.*/\1/p' \
    cgi-bin/guichet.c)
count=$(grep -c '^	KEY(' cgi-bin/lib/base/conf.c)
tap 'the keys are read from conf.c' \
    "$([ "$(echo "$keys" | wc -l)" -eq "$count" ] || echo "read: $keys")"
tap 'the commands are read from guichet.c' \
    "$([ "$(echo "$commands" | wc -l)" -ge 7 ] || echo "read: $commands")"

has_key() { grep -qx "\.It Ic ${1%% *}" conf/man/guichet.conf.5; }
tap 'guichet.conf(5) has every key' "$(each "$keys" has_key)"
tap 'and no other' "$(sed -n 's/^\.It Ic //p' conf/man/guichet.conf.5 |
    while read -r key; do
	    echo "$keys" | grep -q "^$key " || echo "unknown: $key"
    done)"
# A default that is not empty is under its key, PREFIX for the folder.
has_default() {
	case $1 in *' ') return 0 ;; esac
	sed -n "/^\.It Ic ${1%% *}\$/,/^\.\(It\|El\)/p" conf/man/guichet.conf.5 |
	    sed '1d; s|PREFIX/|/usr/local/|' | grep -A1 'Par défaut' |
	    grep -qE "^\.(Li|Pa) ${1#* } \.\$"
}
tap 'and its default' "$(each "$keys" has_default)"
# The fields that an import of aids reads, and those that its manual tells.
grep -ohE '(aid_record_[a-z_]+\(d, |put_date\(d, ARG_[A-Z_]+, |json_object_get\(d->json, |put_list\(d, |put_named\(d, |month_day\(d, |^	\{ )"[a-z_]+"' \
    cgi-bin/lib/import/aid_*.c cgi-bin/lib/record/aid_*.c | sed 's/.*"\(.*\)"/\1/' | sort -u > "$work/fields"
sed -n "/^\.Sh CHAMPS/,/^\.El/s/^\.\(It Li\|Li\) //p" conf/man/guichet.1 | tr -d ' ' | tr ',' '\n' | sort -u > "$work/told"
tap 'guichet(1) tells each field of an aid' "$(comm -23 "$work/fields" "$work/told")"
tap 'and no field that is not read' "$(sed -n '/^\.Sh CHAMPS/,/^\.El/s/^\.It Li //p' conf/man/guichet.1 |
    tr -d ' ' | tr ',' '\n' | sort -u | comm -23 - "$work/fields")"
has_command() { grep -q "^\.It Cm $1\$\|^\.It Cm $1 " conf/man/guichet.1; }
tap 'guichet(1) has every command' "$(each "$commands" has_command)"
tap 'and no other' "$(sed -n 's/^\.It Cm \([a-z -]*[a-z]\).*/\1/p' \
    conf/man/guichet.1 | while read -r name; do
	    echo "$commands" | grep -qx "$name" || echo "unknown: $name"
    done)"
# Each command with its options, one a line: as guichet declares them, and as the
# synopsis does.
LANGUAGE=en "$build/guichet" --help | sed -n 's/^\tguichet \([a-z].*\)/\1/p' |
    sed 's/\[\(--[a-z-]*\)[^]]*\]/\1/g; s/ \[*[A-Z].*//; s/ \[[a-z|]*\]//' |
    sort > "$work/declared"
sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' conf/man/guichet.1 | awk '
	/^\.Cm / { if (line != "") print line; line = substr($0, 5) }
	/^\.Op Fl -/ && line != "" { line = line " -" $3 }
	/^\.Op Ar commande/ || /^\.Sh D/ { if (line != "") print line; line = "" }' |
    sort > "$work/synopsis"
tap 'every command declares its options' \
    "$([ "$(wc -l < "$work/declared")" -eq "$(echo "$commands" | wc -l)" ] ||
    cat "$work/declared")"
tap 'the synopsis of guichet(1) has every option of each command' \
    "$(comm -23 "$work/declared" "$work/synopsis")"
tap 'and no other' "$(comm -13 "$work/declared" "$work/synopsis")"
variables=$(grep -hoE 'getenv\("(GUICHET_[A-Z]*|TEXTDOMAINDIR)"\)' cgi-bin/*.c \
    cgi-bin/lib/*/*.c | sed 's/.*("//; s/").*//' | sort -u)
has_variable() { grep -q "^\.It Ev $1" conf/man/*.[18]; }
tap 'every variable of the environment is in a manual' \
    "$(each "$variables" has_variable)"
tap 'GUICHET_TIMING and its neighbours are' \
    "$(for name in GUICHET_CONF GUICHET_TODAY GUICHET_TIMING; do
	    grep -q "^\.It Ev $name" conf/man/guichet-search.8 || echo $name
    done)"

# ---- settings ----

has_example() {
	grep -qx "#${1%% *} =\( ${1#* }\)\?" conf/guichet.conf.example &&
	    [ "$(sed -n "s/^#${1%% *} = *//p" conf/guichet.conf.example)" = \
	    "${1#* }" ]
}
tap 'guichet.conf.example has every key with its default' \
    "$(each "$keys" has_example)"
tap 'and no other' "$(sed -n 's/^#\([a-z_]*\) =.*/\1/p' \
    conf/guichet.conf.example | while read -r key; do
	    echo "$keys" | grep -q "^$key " || echo "unknown: $key"
    done)"

# ---- translation ----

for po in conf/*.po; do
	tap "$po is well formed" "$(msgfmt --check -o /dev/null "$po" 2>&1)"
	tap "$po is complete" "$(LC_ALL=C.UTF-8 msgfmt --statistics -o /dev/null "$po" \
	    2>&1 | grep -E 'fuzzy|untranslated')"
	xgettext --language=C --from-code=UTF-8 -k -k_ -kN_ -kngettext:1,2 \
	    -o "$work/guichet.pot" cgi-bin/*.c cgi-bin/lib/*/*.c
	tap "$po has every message" "$(LC_ALL=C.UTF-8 msgcmp "$po" \
	    "$work/guichet.pot" 2>&1)"
	tap "and none that is no more" "$(LC_ALL=C.UTF-8 msgcomm --more-than=1 \
	    --no-location "$po" "$work/guichet.pot" |
	    LC_ALL=C.UTF-8 msgattrib --no-obsolete -o "$work/both.po" - &&
	    [ "$(grep -c '^msgid ' "$work/both.po")" -eq "$(grep -c '^msgid ' "$po")" ] ||
	    echo 'see msgcomm')"
done
says() { env -i "$@" TEXTDOMAINDIR="$build/locale" "$build/guichet" 2>&1 |
    head -n 1; }
# language WANT ASSIGNMENT...: in which language that environment is answered.
language() {
	want=$1
	shift
	case $(says "$@") in
	usage:) got=English ;;
	usage*:) got=French ;;
	*) got=neither ;;
	esac
	tap "${*:-nothing asked}: $want" \
	    "$([ $got = "$want" ] || echo "got $got")"
}
language French
language French LANG=C
language French LC_ALL=POSIX LANG=en_US.UTF-8
language French LANG=C.UTF-8
language French LANG=fr_FR.UTF-8
language French LANGUAGE=fr LANG=en_US.UTF-8
language English LANGUAGE=en
language English LANG=en_GB.UTF-8
language English LANGUAGE=en LANG=fr_FR.UTF-8

# ---- installation ----

run_make() {
	env -u MAKEFLAGS -u MFLAGS make -s --no-print-directory \
	    BUILD="$build" PREFIX="$prefix" DESTDIR="$work/root" "$1" 2>&1
}
tap 'make install' "$(run_make install > "$work/log" || cat "$work/log")"
tap 'installs what is needed' "$(while read -r file; do
	[ -s "$work/root$file" ] || echo "missing: $file"
done <<-LIST
	/etc/guichet/guichet.conf
	$prefix/bin/guichet
	$prefix/lib/guichet/accounts
	$prefix/lib/guichet/backup
	$prefix/lib/guichet/programs
	$prefix/lib/guichet/programs.sh
	$prefix/lib/guichet/say.sh
	$prefix/lib/sysusers.d/guichet.conf
	$prefix/share/doc/guichet/guichet.conf.example
	$prefix/share/doc/guichet/nginx-site.conf
	$prefix/share/guichet/guichet-404.html
	$prefix/share/guichet/guichet-503.html
	$prefix/share/guichet/manifest
	$prefix/share/guichet/nginx-errors.conf
	$prefix/share/guichet/nginx-fastcgi.conf
	$prefix/share/guichet/nginx-headers.conf
	$prefix/share/guichet/nginx-host.conf
	$prefix/share/guichet/nginx-http.conf
	$prefix/share/guichet/nginx-portal.conf
	$prefix/share/guichet/nginx-server.conf
	$prefix/share/guichet/nginx-to-https.conf
	$prefix/share/guichet/sql/accounts/sets/public.sql
	$prefix/share/guichet/sql/data/perimeters.tsv
	$prefix/share/guichet/sql/data/sample-aids.jsonl
	$prefix/share/guichet/sql/schema/001-territory.sql
	$prefix/share/guichet/xsl/aids/aid-list.xsl
	$prefix/share/guichet/xsl/lib/page.xsl
	$prefix/share/guichet/xsl/page.rng
	$prefix/share/guichet/xsl/portals/portal.rng
	$prefix/share/guichet/xsl/apply/prefill-payload-json.xsl
	$prefix/share/locale/fr/LC_MESSAGES/guichet.mo
	$prefix/share/man/man1/guichet.1
	$prefix/lib/guichet/setup
	$prefix/share/man/man5/guichet-portail.5
	$prefix/share/man/man5/guichet.conf.5
	$prefix/share/man/man7/guichet-exploitation.7
	$(for unit in $(conf/programs.sh units); do
		echo "$prefix/lib/systemd/system/guichet-$unit.socket"
		echo "$prefix/lib/systemd/system/guichet-$unit@.service"
	done
	for name in $programs; do
		echo "$prefix/lib/guichet/$name"
		echo "$prefix/share/man/man8/guichet-$name.8"
	done
	for name in $programs $jobs; do
		echo "$prefix/share/guichet/sql/accounts/$name.sql"
	done
	for name in $jobs; do
		echo "$prefix/lib/systemd/system/guichet-$name.service"
		echo "$prefix/lib/systemd/system/guichet-$name.timer"
	done)
LIST
)"
tap 'every asset of the manifest is there' \
    "$(while read -r key path; do
	    [ -s "$work/root$prefix/share/guichet$path" ] || echo "$key $path"
    done < "$work/root$prefix/share/guichet/manifest")"
tap 'no path is left to fill in' "$(grep -rlIE '@[A-Z]+@' "$work/root/etc" \
    "$work/root$prefix/share/guichet" "$work/root$prefix/share/doc" \
    "$work/root$prefix/share/man" "$work/root$prefix/lib/systemd")"
tap 'nothing that is installed names the build' "$(grep -rlIF "$PWD" \
    "$work/root/etc" "$work/root$prefix/share" "$work/root$prefix/lib/systemd")"
if command -v systemd-sysusers > /dev/null; then
	tap 'systemd takes the users' "$(mkdir -p "$work/users/etc"
	    systemd-sysusers --root="$work/users" \
	    "$work/root$prefix/lib/sysusers.d/guichet.conf" 2>&1 |
	    grep -vE '^Creating|^/etc/.*not exist')"
fi
if command -v systemd-analyze > /dev/null; then
	units=$work/units
	mkdir "$units"
	for file in "$work/root$prefix"/lib/systemd/system/* \
	    "$work/root$prefix"/share/doc/guichet/guichet-backup.*; do
		sed "s|^ExecStart=.*|ExecStart=/bin/true|" "$file" \
		    > "$units/${file##*/}"
	done
	# One process of each program.
	for file in "$units"/*@.service; do
		cp "$file" "${file%.service}1.service"
	done
	tap 'systemd takes the units' "$(SYSTEMD_LOG_LEVEL=warning \
	    systemd-analyze verify --man=no "$units"/*.socket "$units"/*.timer \
	    "$units"/*@1.service "$units"/*[!@1].service 2>&1 |
	    grep -F guichet)"
	rm "$units"/*@1.service
	for file in "$units"/*.service; do
		# What stays in, and what calls out, in tenths.
		name=${file##*/guichet-} name=${name%%[@.]*} name=${name%-files}
		[ "$(conf/programs.sh get "$name" network)" = none ] &&
		    most=2 || most=11
		tap "${file##*/}: exposure at most $most tenths of 10" \
		    "$(systemd-analyze security --offline=true --threshold=$most \
		    --no-pager "$file" > "$work/log" 2>&1 ||
		    tail -n 2 "$work/log")"
	done
fi
echo '# changed' >> "$work/root/etc/guichet/guichet.conf"
old=$work/root$prefix/share/guichet
touch "$old/xsl/old.xsl" "$old/static/old.css"
run_make install > /dev/null
tap 'an old sheet goes, an old style stays' \
    "$([ ! -e "$old/xsl/old.xsl" ] && [ -e "$old/static/old.css" ] || echo no)"
tap 'settings that were changed stay' "$(tail -n 1 \
    "$work/root/etc/guichet/guichet.conf" | grep -vx '# changed')"
run_make uninstall > /dev/null
tap 'at uninstall too, and they alone' "$(find "$work/root" ! -type d |
    grep -v '/etc/guichet/guichet.conf$')"
rm -rf "$work/root"
run_make install > /dev/null
run_make uninstall > "$work/log"
tap 'make uninstall leaves nothing' \
    "$(find "$work/root" ! -type d -o -name '*guichet*'; cat "$work/log")"
echo "1..$n"
exit $bad
