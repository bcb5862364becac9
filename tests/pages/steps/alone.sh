# The same program without a listening socket is a plain CGI program.
conf=
alone '/aides/detr-deux-sevres/?' > "$work/alone"
matches 'plain CGI: a page' "$(head -n 1 "$work/alone")" '^Status: 200 OK'
matches 'plain CGI: its body' "$(tail -n 1 "$work/alone")" '</html>$'
alone '/aides/?page=0' > "$work/alone"
matches 'plain CGI: an error' "$(head -n 1 "$work/alone")" '^Status: 400 '
# A reader in a hurry has the best of the words that they wrote, and is told.
many='/aides/?keyword=ecole%20eau%20voirie%20sport%20commerce%20logement%20tourisme%20culture%20sante%20energie%20velo'
for patience in 0 10000; do
	GUICHET_PATIENCE=$patience alone "$many" > "$work/late.$patience"
done
matches 'late: it is said' "$(cat "$work/late.0")" 'Cette recherche est longue'
matches 'late: aids are found' "$(cat "$work/late.0")" 'href="/aides/[a-z0-9-]{5,}/[?"]'
is 'late: nobody keeps the page' \
    "$(grep -ciE '^(ETag|X-Accel-Expires: [^0])' "$work/late.0")" 0
is 'in time: nothing is said' \
    "$(grep -c 'Cette recherche est longue' "$work/late.10000")" 0
is 'in time: the page has a tag' "$(grep -c '^ETag' "$work/late.10000")" 1
GUICHET_PATIENCE=0 alone '/aides/?keyword=%22eau%20potable%22' > "$work/late.0"
is 'late, few words: nothing is left aside' \
    "$(grep -c 'Cette recherche est longue' "$work/late.0")" 0
GUICHET_CONF=$site/etc/guichet.conf "$build/search" < /dev/null \
    > "$work/alone" 2>&1
is 'neither socket nor request: exit 2' $? 2
matches 'and it says why' "$(cat "$work/alone")" 'CGI environment'

# wrap: an nginx of its own in front of fcgiwrap.
wrap() {
	mkdir -p "$site/wrap"
	cat > "$site/wrap/nginx.conf" <<-CONF
	daemon off; worker_processes 1; pid $site/wrap/pid;
	error_log $site/wrap/error.log;
	events { }
	http {
		access_log off;
		client_body_temp_path $site/wrap/a; proxy_temp_path $site/wrap/b;
		fastcgi_temp_path $site/wrap/c; uwsgi_temp_path $site/wrap/d;
		scgi_temp_path $site/wrap/e;
		server {
			listen 127.0.0.1:$1;
			location / {
				fastcgi_pass unix:$site/wrap/sock;
				fastcgi_param SCRIPT_FILENAME $build/search;
				fastcgi_param GUICHET_CONF $site/etc/guichet.conf;
				fastcgi_param GATEWAY_INTERFACE CGI/1.1;
				fastcgi_param REQUEST_METHOD \$request_method;
				fastcgi_param REQUEST_URI \$request_uri;
				fastcgi_param QUERY_STRING \$query_string;
			}
		}
	}
	CONF
	[ "$(id -u)" -ne 0 ] ||
	    sed -i "1i user $(id -un) $(id -gn);" "$site/wrap/nginx.conf"
	fcgiwrap -s "unix:$site/wrap/sock" & sites="$sites $!"
	nginx -e "$site/wrap/error.log" -p "$site/wrap" \
	    -c "$site/wrap/nginx.conf" & sites="$sites $!"
	until_true curl -s -o /dev/null --max-time 60 "http://127.0.0.1:$1/"
}
if command -v fcgiwrap > /dev/null; then
	main=$base
	free_port
	wrap $port
	base=http://127.0.0.1:$port
	is 'fcgiwrap: a page' "$(status_of /aides/)" 200
	is 'fcgiwrap: an error' "$(status_of '/aides/?page=0')" 400
	base=$main
else
	tap 'fcgiwrap # SKIP it is missing' 0
fi
