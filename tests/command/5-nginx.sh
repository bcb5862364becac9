# "guichet check" of a web server that does not lead where it should.
cp "$site/etc/nginx-host.conf" "$work/server"
# nginx_reads SED PATH WANT: its settings, changed, are in use.
nginx_reads() {
	sed "$1" "$work/server" > "$site/etc/nginx-host.conf"
	kill -HUP "$(cat "$site/run/nginx.pid")"
	until_true sh -c '[ "$(curl -s -o /dev/null -w "%{http_code}" "$1")" = "$2" ]' - "$base$2" "$3"
}
nginx_reads 's#/(demarches#/(demarchez#' /demarches/ 404
fault 'nginx does not lead to a program' 'nginx leads to the program prefill: http://[^ ]*/demarches/ answers 404' 'snippets of this version.*nginx -t'
matches 'the others answer' "$said" '^ok +nginx leads to the program search'
matches 'the API too' "$said" '^ok +nginx leads to the program api'
matches 'and the exports' "$said" '^ok +nginx gives the exports'
printf 'location ^~ /portails/ { return 404; }\n' >> "$work/server"
nginx_reads '' /portails/ 404
fault 'nor to the portals' 'portal deux-sevres: http://[^ ]*/portails/deux-sevres/mentions-legales/ answers 404' 'snippets of this version'
sed -i '$d' "$work/server"
nginx_reads '' /portails/ 200
check
is 'all is well again' $left 0

# Its block comes first, and has what is asked for under no name.
host=$(sql 'SELECT host FROM portal WHERE host IS NOT NULL ORDER BY slug LIMIT 1')
if [ -n "$host" ]; then
	mkdir -p "$site/etc/nginx"
	echo "server { listen 127.0.0.1:${base##*:}; listen [::1]:${base##*:}; server_name $host;
	    location / { return 301 https://\$server_name\$request_uri; } }" > "$site/etc/nginx/$host.conf"
	[ -s /proc/net/if_inet6 ] || sed -i 's/listen \[::1\][^;]*;//' "$site/etc/nginx/$host.conf"
	nginx_reads '' / 301
	check
	matches 'a portal has what is asked for under another name' "$said" \
	    '^NOTE +who asks for this server by another name is led to the portal [a-z]'
	rm "$site/etc/nginx/$host.conf"
	nginx_reads '' / 200
	check
	is 'nobody has it' "$(echo "$said" | grep -c 'by another name')" 0
fi
