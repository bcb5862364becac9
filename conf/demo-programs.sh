# demo-programs.sh - how a demo starts its programs, for demo.sh to read: s6 keeps the
# workers of each, which share a listening socket.

# serve UNIT N: processes for files are of the same program, and give way.  The names
# of places that those of before left are as good (cgi-bin/lib/gazetteer/gazetteer_file.h).
serve() {
	mkdir -p "$run/$1"
	find "$run/$1" -mindepth 1 ! -name places -delete
	case $1 in *-files) first='nice ' ;; *) first='' ;; esac
	for i in $(seq "$2"); do
		mkdir -p "$run/$1/$i"
		printf "#!/bin/sh\nexec $first'%s' 2>> '%s'\n" "$build/${1%-files}" \
		    "$log/${1%-files}.log" > "$run/$1/$i/run"
		chmod 700 "$run/$1/$i/run"
	done
	say "starting $2 $1 processes"
	setsid s6-ipcserver-socketbinder -b 1024 -a 0660 "$run/$1.sock" \
	    s6-svscan -t 0 "$run/$1" 2>> "$log/s6.log" &
	programs_pid="$programs_pid $!"
}
# leave_places: a process reads the names of places, and leaves them for those of the
# sites that copy this one; then the demo ends.
leave_places() {
	say "reading the names of places"
	mkdir -p "$run/search"
	rm -f "$run/search/places"
	setsid s6-ipcserver-socketbinder "$run/search.sock" "$build/search" \
	    2>> "$log/search.log" &
	programs_pid=$!
	for _ in $(seq 300); do
		[ ! -s "$run/search/places" ] || exit 0
		sleep 0.1
	done
	fail "see $log/search.log"
}
