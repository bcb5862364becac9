# lib.sh - what the shell tests share: TAP, and sites of their own.  A runner
# sets "root" (the top of the project) and reads this.
#
# From the environment: BUILD, where the programs are; PORTS, the first of the
# twenty ports that sites may take; FULL, not empty: searches of faults are long
# (make check-all); SANITIZED, not empty: the programs bear sanitizers; LOADER,
# the build that fills bases (BUILD, unless it is said).

build=$(cd "$root/${BUILD:-build}" 2> /dev/null || cd "${BUILD:-build}" && pwd) ||
    exit 1
# A folder for each suite: they run side by side.
suite=$(basename "$0" .sh)
[ "$suite" != run ] || suite=$(basename "$PWD")
work=$build/check/$suite
mkdir -p "$work"
loader=$(cd "${LOADER:-$build}" && pwd) || exit 1
# What the administrator's command says is compared in English.
LANGUAGE=en
export LANGUAGE
n=0 bad=0 sites=

# ---- TAP ----

# tap NAME STATUS: one test.
tap() {
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		bad=1
	fi
}
note() { printf '%s\n' "$*" | cut -c1-300 | sed 's/^/# /'; }
# is NAME GOT WANT
is() {
	[ "$2" = "$3" ] || note "got \"$2\", want \"$3\""
	[ "$2" = "$3" ]
	tap "$1" $?
}
# matches NAME TEXT PATTERN
matches() {
	printf '%s\n' "$2" | grep -qE -- "$3"
	status=$?
	[ $status -eq 0 ] || note "\"$3\" is not in: $2"
	tap "$1" $status
}
skip_all() { echo "1..0 # SKIP $*"; exit 0; }
bail() { echo "Bail out!  $*"; exit 1; }
finish() { echo "1..$n"; exit $bad; }
# only_known NAME FILE...: a case that was asked for has one of these files; a name
# misspelt would test nothing and pass.
only_known() {
	case=$1
	shift
	for file in "$@"; do [ ! -f "$file" ] || return 0; done
	bail "no case is named \"$case\": there is no $(echo "$*" | sed 's/ / or /g')"
}

# turn_among N: what is long takes turns, one of N for a build: whose it is, from 0.
turn_among() {
	echo $((0x$("$build/search" --version | sed 's/.*(\(....\).*/\1/') % $1))
}

for tool in curl xmllint mariadbd nginx s6-svscan; do
	command -v $tool > /dev/null || PATH=$PATH:/usr/sbin:/sbin
	command -v $tool > /dev/null || skip_all "$tool is missing"
done

# ---- sites ----

free_port() {
	port=${PORTS:-8100}
	end=$((port + 20))
	while [ $port -lt $end ]; do
		curl -s -o /dev/null --max-time 1 "http://127.0.0.1:$port/"
		[ $? -ne 7 ] || break
		port=$((port + 1))
	done
}

# fill SITE WHAT: what demo.sh does of it, short of serving.
fill() {
	BUILD=$loader LOAD=$2 AIDS=$of DS_URL=http://127.0.0.1:1 \
	    sh "$root/conf/demo.sh" "$1" 0 > "$work/load.log" 2>&1 < /dev/null 9>&- ||
	    bail "no data: $(tail -n 1 "$work/load.log")"
}
# load SITE WHAT: fills a new site with all but aids ("territories"), with the
# sample of aids too ("aids"), or with those of AIDS ("corpus").  To load them takes
# ten seconds: each is loaded once for one guichet, its stamps of what reads data (those
# of the sources, comments and all) and one set of data, and copied
# from then on; by a copy of the tree too, whose paths are others.
load() {
	of=''
	[ "$2" != corpus ] || of=$AIDS
	sum=$({
		cat "$loader/guichet.o" "$loader/libguichet.a" ${of:+"$of"}
		grep -E '_(import|perimeter)_id' "$loader/gen/build.c"
		cd "$root" && find sql/data sql/learned sql/schema -type f | sort |
		    xargs sha256sum
	} | sha256sum | cut -c1-16)
	loaded=$loader/check/$2-$sum loading=$loader/check/loading-$2
	if [ ! -d "$loaded" ]; then
		rm -rf "$loader/check/$2-"* "$loading"
		mkdir "$loading"
		[ "$2" = territories ] || (load "$loading" territories) || exit 1
		fill "$loading" "$2"
		mv "$loading" "$loaded"
	fi
	# The names of places, for processes to find: a file is of one build.
	places=$loaded/run/search/places
	of_build=$(sed -n 's/.* build_id.*"\(.*\)".*/\1/p' "$loader/gen/build.c")
	[ "$2" = territories ] || grep -qaF "$of_build" "$places" 2> /dev/null ||
	    fill "$loaded" "$2"
	cp -a --reflink=auto --sparse=always "$loaded/mysql" "$loaded/etc" "$1"
	[ ! -e "$places" ] || for program in search api prefill; do
		mkdir -p "$1/run/$program"
		cp --reflink=auto "$places" "$1/run/$program"
	done
}

# start NAME: a new site in $work/NAME, ready; sets site, port, base.
start() {
	begin "$1"
	await
}
# begin NAME, await: the same in two parts, for several sites to start at once.
begin() {
	site=$work/$1
	rm -rf "$site"
	mkdir -p "$site" "$loader/check"
	{
		flock 9
		case ${AIDS:-} in
		'') load "$site" aids ;;
		*/shared/*) load "$site" corpus ;;
		*) load "$site" territories ;;
		esac
	} 9> "$loader/check/lock"
	launch
}
await() { is_ready || bail "no site in $site: $(tail -n 1 "$site/demo.log")"; }
site_answers() { [ "$(status_of "$1")" = 200 ]; }
# resume: the same site again, with what its base holds.
resume() { launch && is_ready; }
launch() {
	free_port
	base=http://127.0.0.1:$port
	rm -f "$site/run/ready"
	BUILD=$build WORKERS=${WORKERS:-2} sh "$root/conf/demo.sh" "$site" $port \
	    > "$site/demo.log" 2>&1 < /dev/null &
	echo $! > "$site/demo.pid"
	sites="$sites $!"
}
is_ready() {
	for _ in $(seq 3000); do
		if [ -s "$site/run/ready" ]; then
			form_secret=$(sql 'SELECT secret FROM form_secret')
			# On a busy machine a process that has just started may
			# ask readers to come back.
			until_true site_answers '/territoires/?q=niort'
			until_true site_answers /demarches/
			return 0
		fi
		kill -0 "$(cat "$site/demo.pid")" 2> /dev/null || return 1
		sleep 0.1
	done
	return 1
}
stop() {
	for pid in $sites; do
		kill "$pid" 2> /dev/null
		wait "$pid" 2> /dev/null
	done
	sites=
}
trap stop EXIT
trap 'exit 1' INT TERM HUP PIPE

# until_true COMMAND...: waits until it succeeds, 20 seconds at most.
until_true() {
	for _ in $(seq 200); do
		! "$@" || return 0
		sleep 0.1
	done
	return 1
}
# token KEY [SECONDS]: what the site gives a form of that key, so many seconds ago
# (10): cgi-bin/lib/apply/form_token.h.
token() {
	given=$1-$(printf %08x $(($(date +%s) - ${2:-10})))
	printf 'form\0%s' "$given" | openssl dgst -sha256 -hmac "$form_secret" |
	    sed "s/^.*= *\(.\{32\}\).*/$given-\1/"
}
# The administrator's command, and the base, of the site.
guichet() { GUICHET_CONF=$site/etc/guichet.conf "$build/guichet" "$@"; }
client() {
	mariadb --no-defaults --socket="$site/run/mysql.sock" -u root \
	    -p"$(cat "$site/etc/root")" guichet -N -B "$@"
}
sql() { client -e "$1"; }
get() { curl -s -g --path-as-is --max-time 60 "$base$1"; }
status_of() {
	curl -s -g --path-as-is --max-time 60 -o /dev/null -w '%{http_code}' \
	    "$base$1"
}
# total QUERY: how many aids a search finds.
total() {
	get "/aides/?format=xml&$1" > "$work/total.xml"
	xmllint --xpath 'string(/page/aids/@total)' "$work/total.xml" 2> /dev/null
}
# alone URL: the answer of a search process that is a plain CGI program.
alone() {
	GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET REQUEST_URI=$1 \
	    QUERY_STRING=${1#*\?} GUICHET_CONF=${conf:-$site/etc/guichet.conf} \
	    "$build/search"
}
