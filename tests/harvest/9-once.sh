# Jobs that one machine at a time does: who comes second leaves it to the first.

guichet harvest > "$work/once" 2>&1
# held NAME: somebody else runs it.
held() {
	client --unbuffered -e "START TRANSACTION; SELECT name FROM job WHERE name = '$1' FOR UPDATE; SELECT SLEEP(60)" > "$work/held" 2>&1 &
	holder=$!
	until_true [ -s "$work/held" ]
	sleep 0.5
}
sql "INSERT IGNORE INTO job (name) VALUES ('drafts follow')"
for job in harvest 'drafts follow'; do
	runs=$(sql 'SELECT COUNT(*) FROM import_log')
	held "$job"
	# shellcheck disable=SC2086 # words
	said=$(guichet $job 2>&1)
	is "$job, while another runs: no fault" $? 0
	matches "$job: says that another does it" "$said" "another \"guichet $job\" runs"
	is "$job: does nothing" "$(sql 'SELECT COUNT(*) FROM import_log')" "$runs"
	kill $holder
	wait $holder 2> /dev/null
	sql "KILL $(sql "SELECT id FROM information_schema.processlist WHERE info LIKE '%SLEEP(60)%' AND id <> CONNECTION_ID()")" 2> /dev/null
	# shellcheck disable=SC2086
	until_true eval '! guichet $job 2>&1 | grep -q "another"'
	tap "$job: once the other has ended, it runs" $?
done
