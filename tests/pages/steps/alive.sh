# After all the questions, good and bad, the processes are those of the start.
is 'the processes of the start still live' "$(workers)" "$pids"
matches 'nothing was logged as ours to mend' \
    "$(grep -cE 'misses|no stylesheet|xsl:|refused|cut short' "$site/log/search.log")" '^0$'
# Nor anything of who asked, or what: no address, no query string, no value of a form.
matches 'no line of the log tells of a reader' \
    "$(grep -hE '127\.0\.0\.1|::1|\?[a-z_]+=|keyword=|@' "$site/log/search.log" "$site/log/prefill.log" |
        grep -vcE 'error *:|parser')" '^0$'

# What is asked of a form that is not there leaves nothing in the processes: 8 kB
# each would be 400 MB by the end of one, and are 8 MB here.  A sanitizer keeps what was
# freed, so that memory is measured on the plain programs.
memory() {
	for worker in "$site"/run/prefill/[0-9]*; do
		awk '/^VmRSS/ { print $2 }' "/proc/$(s6-svstat -o pid "$worker")/status"
	done | paste -sd+ | xargs -I{} sh -c 'echo $(({}))'
}
strangers() {
	seq 1000 | sed "s|.*|url = $base/demarches/50000&/\noutput = /dev/null|" |
	    curl -s -K -
}
if [ -z "${SANITIZED:-}" ]; then
	strangers
	before=$(memory)
	strangers
	grown=$(($(memory) - before))
	[ $grown -lt 4000 ] || note "grew by $grown kB"
	[ $grown -lt 4000 ]
	tap 'a thousand forms that are not there: no more memory' $?
fi
