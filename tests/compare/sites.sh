# sites.sh - another commit of this project, built beside the working tree, and
# a site of each.  Read by run.sh here and by ../bench/versus.sh.  The reader
# sets root, build, and work.
#
# Each tree is built by its own Makefile and started by its own conf/demo.sh:
# nothing here knows how its folders are laid out.  From the environment: PORTS,
# the first of a hundred ports that sites may take; WORKERS, processes of search.

pids=

refuse() {
	echo "$*" >&2
	exit 2
}
say() { echo "# $*" >&2; }

stop_sites() {
	trap '' INT TERM HUP PIPE
	for pid in $pids; do
		kill "$pid" 2> /dev/null || continue
		wait "$pid" 2> /dev/null || true
	done
	pids=
}
trap stop_sites EXIT
trap 'exit 130' INT TERM HUP PIPE

# build_base COMMIT: its files in $build/base-COMMIT, built; sets base_tree.
build_base() {
	[ -n "$1" ] || refuse "which commit? Say BASE=COMMIT"
	commit=$(git -C "$root" rev-parse --verify --quiet "$1^{commit}") ||
	    refuse "no commit \"$1\" here"
	short=$(echo "$commit" | cut -c1-7)
	base_tree=$build/base-$short
	if [ ! -e "$base_tree/Makefile" ]; then
		say "checking out $short"
		rm -rf "$base_tree"
		git -C "$root" worktree add --quiet --force --detach \
		    "$base_tree" "$commit" || refuse "no $base_tree"
	fi
	say "building $short"
	# The settings of this make do not apply to the other tree.
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u BUILD \
	    make -s -C "$base_tree" -j2 all assets > "$work/base.log" 2>&1 ||
	    refuse "$short does not build, see $work/base.log"
}

# free_ports N: sets port, the first of N in a row where nobody answers.
free_ports() {
	port=${PORTS:-18300}
	last=$((port + 100 - $1)) found=0
	while [ $found -lt "$1" ]; do
		[ "$port" -le $last ] || refuse "no $1 free ports in a row:" \
		    "set PORTS to the first of a hundred"
		found=0
		while [ $found -lt "$1" ]; do
			curl -s -o /dev/null --max-time 1 \
			    "http://127.0.0.1:$((port + found))/"
			[ $? -eq 7 ] || break
			found=$((found + 1))
		done
		[ $found -eq "$1" ] || port=$((port + found + 1))
	done
}

# begin_site NAME TREE BUILD PORT: starts a new site in $work/NAME; $! is its
# process.  Both sites have the same public address, so that pages are the same.
begin_site() {
	rm -rf "${work:?}/$1"
	mkdir -p "$work/$1"
	env -u GUICHET_TIMING BUILD="$3" WORKERS="${WORKERS:-2}" DS_PORT=$(($4 + 2)) \
	    BASE_URL=http://guichet.example TZ=Europe/Paris \
	    sh "$2/conf/demo.sh" "$work/$1" "$4" > "$work/$1.log" 2>&1 \
	    < /dev/null &
	pids="$pids $!"
}
# await_site NAME PID: returns when the site is ready.
await_site() {
	for _ in $(seq 6000); do
		[ ! -s "$work/$1/run/ready" ] || return 0
		kill -0 "$2" 2> /dev/null || break
		sleep 0.1
	done
	refuse "no site \"$1\": $(tail -n 1 "$work/$1.log")"
}

# start_both: the sites "base" and "new", ready; sets base_url, new_url,
# base_pid and new_pid.
start_both() {
	free_ports 4
	base_url=http://127.0.0.1:$port new_url=http://127.0.0.1:$((port + 1))
	say "starting both sites"
	begin_site base "$base_tree" "$base_tree/build" "$port"
	base_pid=$!
	begin_site new "$root" "$build" $((port + 1))
	new_pid=$!
	await_site base $base_pid
	await_site new $new_pid
}
