#!/bin/sh
# lint.sh [deep] - what linters find: C that is not formatted, faults in scripts
# and in C.  Prints TAP.  With "deep", clang's analyzer follows the paths through
# the programs, and the tests are read too: five minutes, where the rest takes
# half of one.
#
# What each looks for, and why a check is off, is in .clang-format, .clang-tidy,
# .cppcheck and .shellcheckrc.  From the environment: BUILD, where the headers
# that the build makes are; HOUSE, the options of the compiler.
#
# A file in which nothing was found is read again when it changes, or the tool, a
# header or a rule does: BUILD/lint keeps the digests of those that passed.
cd "$(dirname "$0")/.." || exit 1
n=0 bad=0
said=$(mktemp) || exit 1
trap 'rm -f "$said"' EXIT
jobs=$(nproc)
passed=${BUILD:-build}/lint
mkdir -p "$passed"

# digests TOOL FILE...: a line for each file, with all that its findings hang on.
digests() {
	by=$1
	shift
	of=$({ echo "$HOUSE"; "$by" --version; cat "$rules"; } | sha256sum | cut -c1-32)
	sha256sum "$@" | sed "s/^/$of /"
}
# run NAME TOOL FILES COMMAND...: one test; it passes when the command says nothing
# of the files.
run() {
	name=$1 tool=$2 files=$3
	shift 3
	n=$((n + 1))
	if ! command -v "$tool" > /dev/null; then
		echo "ok $n - $name # SKIP $tool is missing"
		return
	fi
	known=$passed/$(echo "$name" | tr -cs 'a-z' -)
	touch "$known"
	# shellcheck disable=SC2086 # names of files have no blanks
	digests "$tool" $files > "$known.new"
	left=$(grep -vxF -f "$known" "$known.new" | cut -d' ' -f4)
	# shellcheck disable=SC2086
	${left:+"$@"} $left > "$said" 2>&1
	status=$?
	if [ $status -eq 0 ] && [ ! -s "$said" ]; then
		mv "$known.new" "$known"
		echo "ok $n - $name"
	else
		cut -c1-300 "$said" | head -n 100 | sed 's/^/# /'
		echo "not ok $n - $name"
		bad=1
	fi
}

programs=$(find cgi-bin -name '*.c' ! -path '*/tools/*' | sort)
tools=$(find cgi-bin/tools -name '*.c' | sort)
tests=$(find tests/unit tests/bench tests/fuzz tests/plans.c -name '*.c' | sort)
headers=$(find cgi-bin tests/unit tests/fuzz -name '*.h' | sort)
scripts="$(find conf tests -name node_modules -prune -o -name '*.sh' -print) .ci/run
$(find conf/debian -name 'guichet.p*')"

rules=$passed/rules
# shellcheck disable=SC2086
cat tests/lint.sh .clang-format .clang-tidy .cppcheck .shellcheckrc tests/cppcheck.cfg \
    $headers "${BUILD:-build}"/gen/*.h "${BUILD:-build}"/gen/*/*.h > "$rules"

# tidy CHECKS FILE...: "3 warnings generated" and the like are not findings; each
# process has a pipe of its own, for two may write at once.
tidy() {
	checks=$1
	shift
	printf '%s\n' "$@" | xargs -P "$jobs" -n 8 sh -c '
	    checks=$1; shift
	    clang-tidy --quiet ${checks:+--checks="$checks"} "$@" -- '"$HOUSE"' 2>&1 |
	        grep -vE "^[0-9]* ?warnings?( and .*)? generated"
	    ' tidy "$checks"
	return 0
}

if [ "${1:-}" = deep ]; then
	# Off: members are in the order that reads best; no library here has C11's
	# snprintf_s and its like; va_start is not seen when files follow each other.
	analyzer='-*,clang-analyzer-*,
-clang-analyzer-optin.performance.Padding,
-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,
-clang-analyzer-valist.Uninitialized'
	run 'clang-analyzer: programs' clang-tidy "$programs" tidy "$analyzer"
	# A tool of the build lives for a moment: it frees nothing.
	run 'clang-analyzer: tools' clang-tidy "$tools" \
	    tidy "$analyzer,-clang-analyzer-unix.Malloc"
	# Off in tests: they cut texts short, remove their folders by rm, make rows
	# by macros, and write hidden characters by their escapes.  The analyzer does
	# not know that assertions end a test.
	run 'clang-tidy: tests' clang-tidy "$tests" tidy '-bugprone-macro-parentheses,
-bugprone-not-null-terminated-result,-bugprone-suspicious-missing-comma,
-cert-env33-c,-misc-misleading-bidirectional'
else
	run 'clang-format: C is formatted (clang-format -i FILE)' clang-format \
	    "$programs $tools $tests $headers" clang-format --dry-run -Werror
	run 'shellcheck: scripts' shellcheck "$scripts" \
	    shellcheck --severity=warning --shell=sh
	run 'cppcheck: C' cppcheck "$programs $tools $tests" cppcheck -j "$jobs" --quiet --std=c11 \
	    --enable=warning,performance,portability --error-exitcode=1 \
	    --suppressions-list=.cppcheck --suppress=missingIncludeSystem \
	    -Icgi-bin/lib -I"${BUILD:-build}" -Itests/unit \
	    -D_GNU_SOURCE -DPREFIX='"/usr/local"' \
	    --library=tests/cppcheck.cfg
	run 'clang-tidy: programs' clang-tidy "$programs $tools" tidy ''
fi
echo "1..$n"
exit $bad
