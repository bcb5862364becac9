# A zone without room for another address refuses nobody: its pages are made, and
# not kept.

sed -i 's|keys_zone=guichet:[0-9]*m|keys_zone=guichet:64k|' "$site/etc/nginx-http.conf"
nginx_pid=$(cat "$site/run/nginx.pid")
kill -HUP "$nginx_pid"
sleep 1
many=$([ -z "${FULL:-}" ] && echo 1500 || echo 20000)
is "$many addresses, where there is room for some hundreds" \
    "$(together "$many" "$base/robots.txt?format[%n]=" | tally)" "200:$many"
sed -i 's|keys_zone=guichet:64k|keys_zone=guichet:32m|' "$site/etc/nginx-http.conf"
kill -HUP "$nginx_pid"
sleep 1
