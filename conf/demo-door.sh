# demo-door.sh - starts the web server of a demo, for demo.sh to read: nginx, or what
# DOOR names.  Its process is door_pid.
door=${DOOR:-nginx}
user=
[ "$(id -u)" -ne 0 ] || case $door in
nginx) user="user $(id -un) $(id -gn);" ;;
apache) user="Group www-data" ;;
esac
for template in "$here"/conf/"$door"-*.conf; do
	"$here/conf/programs.sh" fill "conf/${template##*/}" |
	sed -e "s|@RUN@|$run|g" -e "s|@CACHE@|$dir/cache|g" \
	    -e "s|@TABLES@|$dir/tables|g" -e "s|@EXPORTS@|$dir/exports|g" -e "s|@LOG@|$log|g" -e "s|@PORT@|$port|g" \
	    -e "s|@CONF@|$dir/etc|g" -e "s|@ETC@|$dir/etc|g" -e "s|@STATIC@|$build/assets|g" -e "s|@USER@|$user|g" \
	    -e "s|@DS@|$ds_url|g" -e "s|@MODULES@|/usr/lib/apache2/modules|g" \
	    > "$dir/etc/${template##*/}"
done
# A machine without IPv6 listens without it.
[ -e /proc/net/if_inet6 ] && [ -s /proc/net/if_inet6 ] ||
    sed -i '/listen \[::1\]/d' "$dir"/etc/"$door"-demo.conf
listening() {
	for unit in $units; do [ -S "$run/$unit.sock" ] || return 1; done
}
rm -f "$run/$door.pid"
case $door in
nginx)
	setsid nginx -e "$log/nginx-error.log" -p "$dir" -c "$dir/etc/nginx-demo.conf" \
	    2>> "$log/nginx-error.log" & ;;
apache)
	setsid apache2 -f "$dir/etc/apache-demo.conf" -D FOREGROUND \
	    2>> "$log/apache-error.log" & ;;
lighttpd)
	setsid lighttpd -D -f "$dir/etc/lighttpd-demo.conf" \
	    2>> "$log/lighttpd-error.log" & ;;
*)	fail "DOOR is nginx, apache or lighttpd, not \"$door\"" ;;
esac
door_pid=$!
for _ in $(seq 100); do
	kill -0 $door_pid 2> /dev/null ||
	    fail "$door stopped, is port $port free? See $log/$door-error.log"
	[ ! -s "$run/$door.pid" ] || ! listening || break
	sleep 0.1
done
# Apache refuses to serve as root.
if [ "$door$user" = "apacheGroup www-data" ]; then
	mkdir -p "$dir/tables"
	chmod g+x "$dir/tables"
	chgrp www-data "$run"/*.sock "$dir/tables"
fi
