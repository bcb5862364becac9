# A clock that is ahead, or goes back, keeps no page longer.

cat > "$work/clock.c" <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

/* An hour ahead. */
time_t
time(time_t *to)
{
	time_t (*real)(time_t *) = (time_t (*)(time_t *))dlsym(RTLD_NEXT, "time");
	time_t now = real(NULL) + 3600;

	if (to != NULL)
		*to = now;
	return now;
}
C
if [ -n "${SANITIZED:-}" ] || ! cc -w -shared -fPIC -o "$work/clock.so" "$work/clock.c" -ldl; then
	tap 'a clock that is ahead # SKIP no shared library can be made' 0
else
	tag() { curl -s -o /dev/null -D - "$base/aides/?keyword=$1" | grep -i '^etag'; }
	# put CLOCK: all processes anew, by that clock.
	put() {
		for worker in "$site"/run/search/[0-9]*; do
			sed -i "s|^exec .*'\(.*/search\)'|exec $1'\1'|" "$worker/run"
			s6-svc -wr -T 5000 -r "$worker"
		done
	}
	put "env LD_PRELOAD=$work/clock.so "
	for _ in 1 2 3; do old=$(tag horloge); done
	sql 'UPDATE data_version SET version = version + 1'
	sleep 1.2
	[ "$(tag horloge)" != "$old" ]
	tap 'a process that is ahead: an edit shows within the second' $?
	for _ in 1 2 3; do old=$(tag horloge); done
	put ''
	sql 'UPDATE data_version SET version = version + 1'
	sleep 1.2
	[ "$(tag horloge)" != "$old" ]
	tap 'its clock went back: an edit shows within the second' $?
fi
