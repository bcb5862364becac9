#!/bin/sh
# run.sh - Mozilla's HTTP Observatory over the site as it is installed, in https: 130
# points or more (A+).  It asks the names and the ports of the world, hence a network
# and a file of hosts of its own.  Its tools weigh 100 MB: make check-all alone runs
# it.  Prints TAP.
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
name=aides.example.gouv.fr
if [ -z "${OBSERVATORY:-}" ]; then
	export OBSERVATORY=yes
	. "$root/tests/lib.sh"
	command -v openssl > /dev/null || skip_all 'openssl is missing'
	[ "$(id -u)" -eq 0 ] && unshare --net --mount true 2> /dev/null ||
	    skip_all 'no network of its own without root'
	# The tools are those of the lock file, fetched when it changes.
	tools=$build/observatory
	mkdir -p "$tools"
	if ! cmp -s package-lock.json "$tools/done"; then
		cp package.json package-lock.json .npmrc "$tools"
		(cd "$tools" && npm ci --ignore-scripts) > "$work/npm.log" 2>&1 ||
		    skip_all "npm does not get its packages, see $work/npm.log"
		# Lists that it would fetch from elsewhere: our name is on none.
		conf=$tools/node_modules/@mdn/mdn-http-observatory/conf
		echo '{}' > "$conf/hsts-preload.json"
		echo '["fr"]' > "$conf/tld-list.json"
		cp package-lock.json "$tools/done"
	fi
	exec unshare --net --mount ./run.sh
fi
ip link set lo up
. "$root/tests/lib.sh"
tools=$build/observatory
BASE_URL=https://$name
export BASE_URL
start site

echo "127.0.0.1 localhost $name" > "$work/hosts"
mount --bind "$work/hosts" /etc/hosts
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$name" \
    -addext "subjectAltName=DNS:$name" -keyout "$work/key" -out "$work/cert" \
    2> /dev/null || bail 'no certificate'
# The example of a site, as it is installed, in an nginx of its own.
sed "s|keys_zone=guichet:32m|keys_zone=guichet:1m|; s|$site/cache|$site/cache-tls|" \
    "$site/etc/nginx-http.conf" > "$site/etc/nginx-http-tls.conf"
sed -e "s|@CONF@/nginx-http.conf|$site/etc/nginx-http-tls.conf|; s|@CONF@|$site/etc|
    s|ssl_certificate  .*|ssl_certificate $work/cert;|
    s|ssl_certificate_key .*|ssl_certificate_key $work/key;|" \
    "$root/conf/nginx-site.conf" > "$site/etc/nginx-site-tls.conf"
sed -e "s|$site/run/nginx.pid|$site/run/nginx-tls.pid|
    s|include .*nginx-http.conf;|include $site/etc/nginx-site-tls.conf;|
    /^	server {/,/^	}/d" "$site/etc/nginx-demo.conf" > "$site/etc/nginx-tls.conf"
mkdir -p "$site/cache-tls"
nginx -e "$site/log/nginx-tls.log" -p "$site" -c "$site/etc/nginx-tls.conf" &
sites="$sites $!"
until_true curl -sk -o /dev/null "https://$name/"
NODE_EXTRA_CA_CERTS=$work/cert node \
    "$tools/node_modules/@mdn/mdn-http-observatory/src/scan.js" "$name" \
    > "$work/scan.json" 2> "$work/scan.err"
score=$(jq -r '.scan.score // empty' "$work/scan.json")
note "score: ${score:-none: $(head -c 300 "$work/scan.json")}"
[ "${score:-0}" -ge 130 ]
tap 'the score is 130 or more' $?
is 'each of its tests passes' "$(jq -r '.tests // {} | to_entries[] |
    select(.value.pass == false) | .key' "$work/scan.json")" ''
finish
