#!/bin/sh
# lint.sh [deep] - what linters find: C that is not formatted, faults in scripts
# and in C.  Prints TAP.  With "deep", clang's analyzer follows the paths through
# the programs, and the tests are read too: five minutes, where the rest takes
# half of one.
#
# What each looks for, and why a check is off, is in .clang-format, .clang-tidy,
# .cppcheck and .shellcheckrc.  From the environment: BUILD, where the headers
# that the build makes are; HOUSE, the options of the compiler.
cd "$(dirname "$0")/.." || exit 1
n=0 bad=0
said=$(mktemp) || exit 1
trap 'rm -f "$said"' EXIT
jobs=$(nproc)

# run NAME TOOL COMMAND...: one test; it passes when the command says nothing.
run() {
	name=$1 tool=$2
	shift 2
	n=$((n + 1))
	if ! command -v "$tool" > /dev/null; then
		echo "ok $n - $name # SKIP $tool is missing"
		return
	fi
	"$@" > "$said" 2>&1
	status=$?
	if [ $status -eq 0 ] && [ ! -s "$said" ]; then
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
	run 'clang-analyzer: programs' clang-tidy tidy "$analyzer" $programs
	# A tool of the build lives for a moment: it frees nothing.
	run 'clang-analyzer: tools' clang-tidy \
	    tidy "$analyzer,-clang-analyzer-unix.Malloc" $tools
	# Off in tests: they cut texts short, remove their folders by rm, and make
	# rows by macros.  The analyzer does not know that assertions end a test.
	run 'clang-tidy: tests' clang-tidy tidy '-bugprone-macro-parentheses,
-bugprone-not-null-terminated-result,-bugprone-suspicious-missing-comma,
-cert-env33-c' $tests
else
	run 'clang-format: C is formatted (clang-format -i FILE)' clang-format \
	    clang-format --dry-run -Werror $programs $tools $tests $headers
	run 'shellcheck: scripts' shellcheck \
	    shellcheck --severity=warning --shell=sh $scripts
	run 'cppcheck: C' cppcheck cppcheck -j "$jobs" --quiet --std=c11 \
	    --enable=warning,performance,portability --error-exitcode=1 \
	    --suppressions-list=.cppcheck --suppress=missingIncludeSystem \
	    -Icgi-bin/lib -I"${BUILD:-build}" -Itests/unit \
	    -D_GNU_SOURCE -DPREFIX='"/usr/local"' \
	    --library=tests/cppcheck.cfg $programs $tools $tests
	run 'clang-tidy: programs' clang-tidy tidy '' $programs $tools
fi
echo "1..$n"
exit $bad
