#!/bin/sh
# backup.sh COMMAND - the whole base in one compressed file, and back, by MariaDB's
# own tools.  Installed as lib/guichet/backup; run by root, or by the user guichet,
# who owns the schema.
#
#   save FILE            writes the base to FILE, readable by who runs this alone;
#                        readers and imports go on meanwhile
#   keep FOLDER [DAYS]   saves FOLDER/guichet-DATE.sql.gz, and removes there what is
#                        older than DAYS (14)
#   restore FILE [BASE]  replaces the base, or fills another one, by what FILE holds;
#                        nothing is touched when the file is not whole; says which
#                        portals and secret addresses it opens again.  Until it has
#                        ended the base has a table restore_begun: guichet(1) and
#                        "save" refuse it
#
# It connects as owner.cnf says, in $CREDENTIALS_DIRECTORY, else $GUICHET_ETC, else
# /etc/guichet.  The file holds what opens drafts on Démarches simplifiées: it is to
# be kept as the base itself.
set -eu

. "$(dirname "$0")/say.sh"
usage() {
	say "usage : backup save FICHIER
        backup keep DOSSIER [JOURS]
        backup restore FICHIER [BASE]
guichet-exploitation(7) dit ce que chacune fait." \
	    "usage: backup save FILE
       backup keep FOLDER [DAYS]
       backup restore FILE [BASE]
guichet-exploitation(7) says what each does." >&2
	exit 2
}
fail() { printf 'backup%s\n' "$(say " : $1" ": $2")" >&2; exit 1; }

owner=${CREDENTIALS_DIRECTORY:-${GUICHET_ETC:-/etc/guichet}}/owner.cnf
umask 077
options='' new='' were='' errors=''
trap 'rm -f "$options" "$new" "$were" "$errors"' EXIT

# The options of MariaDB's clients.  Without a password MariaDB knows who runs this
# by the socket: guichet, or root.
connect() {
	[ -r "$owner" ] || fail "$owner ne peut pas être lu" "$owner cannot be read"
	base=$(sed -n 's/^database=//p' "$owner")
	options=$(mktemp)
	sed -e 's/^\[guichet\]/[client]/' -e '/^database=/d' "$owner" > "$options"
	grep -q '^password=' "$owner" || [ "$(id -un)" = guichet ] ||
	    sed -i '/^user=/d' "$options"
}
sql() {
	mariadb --defaults-extra-file="$options" --skip-column-names --batch "$@"
}

# The status of a dump is lost in a pipe: its last line tells that it is whole.
is_whole() { gzip -dc "$1" 2> /dev/null | tail -n 1 | grep -q '^-- Dump completed'; }

save() {
	[ $# -eq 1 ] || usage
	connect
	# Half a base would be taken for a whole one, and outlive those.
	[ -z "$(sql -e "SHOW TABLES LIKE 'restore_begun'" "${base:-guichet}")" ] ||
	    fail "une restauration de la base a commencé et n'a pas fini : rien n'a été enregistré" \
	        "a restore of the base was begun and did not end: nothing was saved"
	mkdir -p "$(dirname "$1")"
	new=$1.new
	mariadb-dump --defaults-extra-file="$options" --single-transaction --quick \
	    --no-tablespaces "${base:-guichet}" | gzip > "$new"
	is_whole "$new" || fail "la base n'a pas pu être enregistrée dans $1" \
	    "the base could not be saved to $1"
	mv "$new" "$1"
}

keep() {
	[ $# -ge 1 ] || usage
	save "$1/guichet-$(date +%F).sql.gz"
	find "$1" -maxdepth 1 -name 'guichet-*.sql.gz' -mtime +"${2:-14}" -delete
}

# What readers see of portals, and what opens by a secret address: a line each, of the
# digest of its word and of the command that closes it.  A base of before may have none.
open_now() {
	public=$(say ', dont les chiffres sont publics' ', whose numbers are public')
	while IFS='|' read -r word what from; do
		sql "$base" -e "SELECT $word, CONCAT('guichet ', $what) FROM $from" < /dev/null 2> /dev/null || :
	done <<-LIST | LC_ALL=C sort
	'-'|'portal hide ', slug|portal WHERE is_public
	'-'|'portal export ', slug, '$public'|portal WHERE stats_public
	preview|'portal preview --end ', slug|portal WHERE preview IS NOT NULL
	stats_word|'portal stats --end ', slug|portal WHERE stats_word IS NOT NULL
	digest|page, ' --end'|site_word
	LIST
}

# Tables of a later schema go too.  The version of the data becomes one that was
# never there: pages that readers hold are not taken for those of the restored base.
# It grows by one with each change, and the clock by far more.
restore() {
	[ $# -ge 1 ] || usage
	connect
	is_whole "$1" ||
	    fail "$1 n'est pas une sauvegarde entière : rien n'a été restauré" \
	        "$1 is not a whole backup: nothing was restored"
	# The lock of "guichet setup" too; it goes with the last of the processes.
	exec 9< "$(dirname "$owner")"
	flock --nonblock 9 ||
	    fail "une autre restauration, ou guichet setup, est en cours : l'attendre" \
	        "another restore, or guichet setup, is at work: wait for it"
	own=${base:-guichet} base=${2:-${base:-guichet}}
	# A job at work fails, or writes to a base that goes.
	[ "$base" != "$own" ] || ! systemctl --quiet is-active 'guichet-*.timer' 2> /dev/null ||
		say "des tâches tournent pendant la restauration : mieux vaut systemctl stop 'guichet-*.timer' avant, systemctl start timers.target après" \
		    "jobs run during the restore: rather systemctl stop 'guichet-*.timer' before, systemctl start timers.target after"
	tables=$(sql -e "SELECT CONCAT('\`', table_name, '\`') FROM information_schema.tables
	    WHERE table_schema = '$base' AND table_name <> 'restore_begun'" | paste -sd,)
	were=$(mktemp) errors=$(mktemp)
	open_now > "$were"
	{
		echo 'CREATE TABLE IF NOT EXISTS restore_begun (id INT);'
		echo 'SET FOREIGN_KEY_CHECKS = 0;'
		[ -z "$tables" ] || echo "DROP TABLE $tables;"
		gzip -dc "$1"
		echo 'UPDATE data_version SET version = GREATEST(version + 1, UNIX_TIMESTAMP());'
		echo 'DROP TABLE restore_begun;'
	} | sql "$base" 2> "$errors" || {
		# Without the statement: it may be rows of drafts.
		grep '^ERROR' "$errors" | tail -n 1 | cut -c 1-300 >&2
		[ ! -s "$were" ] || say "ouvert avant, et ce qui ferme chacun :" \
		    "open before, and what closes each:"
		cut -f2 "$were" | sed 's/^/  /'
		fail "$base n'a pas été restaurée en entier : la restaurer à nouveau" \
		    "$base was not restored whole: restore it again"
	}
	[ "$base" = "$own" ] || {
		say "$base a été restaurée ; la base du site est telle qu'elle était" \
		    "$base was restored; the base of the site is as it was"
		return 0
	}
	again=$(open_now | LC_ALL=C comm -13 "$were" - | cut -f2 | sed 's/^/  /')
	[ -z "$again" ] || {
		say "à nouveau ouvert, et fermé ou absent avant ; ce qui ferme chacun :" \
		    'open again, and closed or not there before; what closes each:'
		echo "$again"
	}
	next="guichet migrate, systemctl restart 'guichet-*@*', guichet check"
	say "$base a été restaurée ; ensuite : $next" "$base was restored; next: $next"
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
save | keep | restore) "$command" "$@" ;;
*) usage ;;
esac
