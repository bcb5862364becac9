# host.sh - machines for the tests of packages: a Debian whose systemd is process 1,
# in namespaces of its own, with no network but loopback.  Read by run.sh.
#
# What they change is a layer over the Debian that conf/debian-root.sh made, so that
# each begins clean, at once.  Needs root and overlayfs.

hosts=

# host_new NAME ROOT: a machine over that Debian, not started; its files are at
# $work/NAME/root.
host_new() {
	host_drop "$1"
	mkdir -p "$work/$1/upper" "$work/$1/work" "$work/$1/root"
	mount -t overlay overlay -o \
	    "lowerdir=$2,upperdir=$work/$1/upper,workdir=$work/$1/work" \
	    "$work/$1/root"
}

# host_cgroup NAME: a group of processes of its own, which becomes the machine's
# root: systemd wants cgroup2 alone.
host_cgroup() {
	for place in /sys/fs/cgroup/unified /sys/fs/cgroup; do
		[ -e "$place/cgroup.procs" ] && [ -e "$place/cgroup.controllers" ] ||
		    continue
		echo "$place/guichet-$$-$1"
		return
	done
}

# host_start NAME: boots it.
host_start() {
	group=$(host_cgroup "$1")
	mkdir -p "$group"
	rm -f "$work/$1/pid"
	# shellcheck disable=SC2016 # for the inner shell
	sh -c 'echo $$ > "$2/cgroup.procs" && exec setsid unshare --mount --pid \
	    --fork --kill-child --uts --ipc --net --cgroup sh -c '\''
		mount --make-rprivate / && mount --bind "$1" "$1" && cd "$1" &&
		    mount -t proc proc proc && mount -t sysfs -o ro sysfs sys &&
		    mount -t cgroup2 cgroup2 sys/fs/cgroup &&
		    mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp &&
		    mount -t tmpfs -o mode=755 tmpfs dev &&
		    for node in null zero full random urandom tty; do
			touch dev/$node && mount --bind /dev/$node dev/$node; done &&
		    ln -s /proc/self/fd dev/fd && mkdir dev/shm dev/pts &&
		    mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts &&
		    ln -s pts/ptmx dev/ptmx &&
		    mount --bind proc/sys proc/sys &&
		    mount -o remount,ro,bind proc/sys && hostname test &&
		    ip link set lo up 2> /dev/null
		    mkdir -p old && pivot_root . old && mount --make-rshared / &&
		    umount -l /old && exec env -i container=other \
		    PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
		    /lib/systemd/systemd --log-target=console \
		    --show-status=no'\'' sh "$1"' \
	    sh "$work/$1/root" "$group" > "$work/$1/boot.log" 2>&1 < /dev/null &
	echo $! > "$work/$1/outer"
	hosts="$hosts $1"
	for _ in $(seq 100); do
		host_pid "$1" && in_host "$1" systemctl is-system-running \
		    --wait 2> /dev/null | grep -qE 'running|degraded' && return 0
		sleep 0.2
	done
	return 1
}

# host_pid NAME: writes the process number of its systemd.
host_pid() {
	[ ! -s "$work/$1/pid" ] || return 0
	for pid in $(cat "$(host_cgroup "$1")/cgroup.procs" \
	    "$(host_cgroup "$1")/init.scope/cgroup.procs" 2> /dev/null); do
		[ "$(cat "/proc/$pid/comm" 2> /dev/null)" = systemd ] || continue
		echo "$pid" > "$work/$1/pid"
		return 0
	done
	return 1
}

# in_host NAME COMMAND...: runs it there, as root.
in_host() {
	host=$1
	shift
	nsenter --all --target "$(cat "$work/$host/pid")" \
	    env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root \
	    LANGUAGE="${LANGUAGE:-en}" DEBIAN_FRONTEND=noninteractive "$@"
}

host_stop() {
	[ -s "$work/$1/outer" ] || return 0
	kill -9 "$(cat "$work/$1/outer")" 2> /dev/null
	[ ! -s "$work/$1/pid" ] || kill -9 "$(cat "$work/$1/pid")" 2> /dev/null
	wait "$(cat "$work/$1/outer")" 2> /dev/null
	rm -f "$work/$1/outer" "$work/$1/pid"
	group=$(host_cgroup "$1")
	for _ in $(seq 50); do
		find "$group" -depth -type d -exec rmdir {} + 2> /dev/null
		[ -d "$group" ] || break
		sleep 0.1
	done
}

# host_keep NAME LAYER: stops it in order; what it changed becomes a layer for others.
host_keep() {
	in_host "$1" systemctl stop mariadb nginx 'guichet-*' > /dev/null 2>&1
	host_stop "$1"
	umount -l "$work/$1/root"
	rm -rf "${work:?}/$2"
	mv "$work/$1/upper" "$work/$2"
}

# host_drop NAME: stops it, and forgets all that it was.
host_drop() {
	host_stop "$1"
	! mountpoint -q "$work/$1/root" || umount -l "$work/$1/root"
	rm -rf "${work:?}/$1"
}
hosts_drop() { for host in $hosts; do host_drop "$host"; done; }
