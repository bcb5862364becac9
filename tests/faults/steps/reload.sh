# nginx takes its files again six times, twenty with FULL, and every process is replaced
# by another, as an upgrade does, while readers read: none of them is refused.

reloads=$([ -z "${FULL:-}" ] && echo 6 || echo 20)
rm -f "$work/replaced"
{
	for _ in $(seq "$reloads"); do
		kill -HUP "$(cat "$site/run/nginx.pid")"
		sleep 0.2
	done
	for worker in "$site"/run/*/[0-9]*; do
		s6-svc -wr -T 10000 -t "$worker"
	done
	: > "$work/replaced"
} &
rounds_read=0
while [ ! -e "$work/replaced" ]; do
	rounds_read=$((rounds_read + 1))
	# Readers who never pause would take the machine whole.
	sleep 0.1
	together 60 "$base/aides/?keyword=eau+$rounds_read+%n"
	together 30 "$base/aides/"
	together 10 "$base/demarches/900002/"
	together 10 "$base/api/demarches/900002/payload/" \
	    -d '{"siren": "217901099"}' -H 'Content-Type: application/json'
done > "$work/replaced.read"
is "$reloads reloads, and all processes replaced: no reader is refused" \
    "$(tally < "$work/replaced.read")" "200:$((rounds_read * 110))"
