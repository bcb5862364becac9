# say.sh - what scripts that an administrator runs say, for these to read; installed
# beside them.

# say FRENCH ENGLISH: prints the one of the language that guichet(1) would speak.
say() {
	case ${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
	en*) printf '%s\n' "$2" ;;
	*) printf '%s\n' "$1" ;;
	esac
}
