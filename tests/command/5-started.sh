# A program that is started by hand, without a socket, says what it wants.
for name in $(sed -n 's/^\[\(.*\)\]$/\1/p' "$root/conf/programs"); do
	[ -e "$root/cgi-bin/$name.c" ] || continue
	env -u GATEWAY_INTERFACE -u REQUEST_METHOD GUICHET_CONF=/nothing "$build/$name" < /dev/null > "$work/said" 2>&1
	is "$name by hand: exit 2" $? 2
	matches "$name by hand: what it wants" "$(cat "$work/said")" \
	    "neither a listening socket .* nor a CGI environment; usage: $name \[--version\]"
done
