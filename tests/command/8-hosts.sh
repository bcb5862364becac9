# The blocks of nginx of the site and of a portal's host name, beside another site that
# limits its readers, with a certificate, and ports that anybody may have.

folder=$files/portals
rm -rf "$work/hosts" "$work/others.log" "$work/others-error.log"
mkdir -p "$folder" "$work/hosts" "$work/cache" "$work/webroot/.well-known/acme-challenge"
port=${base##*:}
plain=$((port + 12)) tls=$((port + 13)) other=$((port + 14)) front=$((port + 15))
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 \
    -subj /CN=localhost -addext 'subjectAltName=DNS:localhost,DNS:region.localhost' \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2> "$work/log"
# here < BLOCKS: as they are on this machine.
here() {
	sed "/listen \[::\]/d; s|/etc/ssl/certs/.*|$work/cert.pem;|; s|/etc/ssl/private/.*|$work/key.pem;|
	    s|listen 80|listen 127.0.0.1:$plain|; s|listen 443|listen 127.0.0.1:$tls|
	    s|/var/www/html|$work/webroot|; s|@CONF@|$site/etc|; s|192.0.2.10|127.0.0.1|"
}
guichet portal nginx region > "$work/portal.block" 2> "$work/next"
sed '/nginx-http.conf;/d; s/aides.example.gouv.fr/localhost/' "$root/conf/nginx-site.conf" > "$work/site.block"
# Portals where it says, before any other server; the rest is of an nginx that exists.
cat > "$work/others.conf" <<CONF
access_log $work/others.log;
limit_conn_status 503;
limit_req_zone \$request_uri zone=other:1m rate=1r/m;
server {
	listen 127.0.0.1:$other;
	location / { limit_req zone=other; root $work/webroot; }
}
server {
	listen 127.0.0.1:$front ssl;
	server_name localhost *.localhost;
	ssl_certificate $work/cert.pem;
	ssl_certificate_key $work/key.pem;
	location / {
		proxy_pass http://127.0.0.1:$plain;
		proxy_set_header Host \$host;
		proxy_set_header X-Forwarded-For 203.0.113.9;
	}
}
CONF
sed "s|$site/cache|$work/cache|; s|$site/etc/nginx/|$work/hosts/|" \
    "$site/etc/nginx-http.conf" > "$work/nginx-http.conf"
sed "s|^pid .*|pid $work/nginx.pid;|; s|^error_log .*|error_log $work/others-error.log notice;|
    s|127.0.0.1:$port|127.0.0.1:$((port + 16))|; s|\[::1\]:$port|[::1]:$((port + 16))|
    s|include .*/nginx-http.conf;|include $work/others.conf; include $work/nginx-http.conf; include $work/site.conf;|" \
    "$site/etc/nginx-demo.conf" > "$work/nginx.conf"
# taken: whether nginx takes these files; what it says of them is in $work/nginx.log.
taken() { nginx -t -e "$work/nginx.log" -p "$site" -c "$work/nginx.conf" 2> "$work/nginx.log"; }
# ask HOST SCHEME:PORT PATH [OPTION...]: the answer of that name on that port.
ask() {
	of=$1 at=$2 path=$3
	shift 3
	curl -s --max-time 20 --cacert "$work/cert.pem" "$@" "${at%:*}://$of:${at#*:}$path"
}

here < "$work/portal.block" > "$work/hosts/region.conf"
here < "$work/site.block" > "$work/site.conf"
taken
tap 'nginx takes both blocks, beside a site that says how it limits' $?
nginx -e "$work/nginx.log" -p "$site" -c "$work/nginx.conf" 2>> "$work/nginx.log" &
sites="$sites $!"
until_true test -s "$work/nginx.pid"
echo preuve > "$work/webroot/.well-known/acme-challenge/proof"
for name in localhost region.localhost; do
	is "$name: who asks by http is sent to https" \
	    "$(ask $name http:$plain '/aides/?page=2' -o /dev/null -w '%{http_code} %{redirect_url}')" \
	    "301 https://$name/aides/?page=2"
	is "$name: but who looks for the proof of a certificate" \
	    "$(ask $name http:$plain /.well-known/acme-challenge/proof)" preuve
	for path in '/aides/?keyword=monsecret' /stats~monsecret/ '/.well-known/acme-challenge/x?monsecret'; do
		ask $name http:$plain "$path" -o /dev/null
	done
	is "$name: a body that nginx refuses" "$(head -c 2000000 /dev/zero | ask $name http:$plain \
	    '/aides/?keyword=monsecret' -H Expect: --data-binary @- -o /dev/null -w '%{http_code}')" 413
done
is 'a name that is not there yet has its proof looked for, too' "$(curl -s -H 'Host: ete.example' \
    "http://127.0.0.1:$plain/.well-known/acme-challenge/proof")" preuve
matches 'by https the portal answers' "$(ask region.localhost https:$tls /)" 'Aides en Nouvelle-Aquitaine'
is 'and the site' "$(ask localhost https:$tls /aides/ -o /dev/null -w '%{http_code}')" 200
for _ in 1 2; do
	ask localhost http:$other /.well-known/acme-challenge/proof -w '%{http_code} '
done > "$work/limited"
is 'the other site limits its readers as it did' "$(tail -n 1 "$work/limited")" '503 '
# What nginx has of journals is written by the second.
journals="$work/others.log $work/others-error.log $site/log/access.log $site/log/nginx-error.log"
is_written() { grep -q '"POST /aides/" 413' "$site/log/access.log"; }
until_true is_written
matches 'by http, what is asked for is written' "$(cat "$site/log/access.log")" '"GET /stats~/" 301 '
# shellcheck disable=SC2086 # names of files
is 'but no question, and no secret' "$(cat $journals | grep -c monsecret)" 0
is 'and nothing where other sites are' "$(grep -c 'aides\|stats' "$work/others.log")" 0

# Behind a proxy that ends TLS: the block of port 80 alone, by its own comments.
# behind BLOCKS
behind() {
	{
		sed '/^}/Q; /nginx-to-https/d; s/#include/include/' "$1"
		sed -n 's/^.#\(set_real_ip_from\|real_ip_[a-z]*\)/\1/p' "$1"
		echo '}'
	} | here
}
behind "$work/portal.block" > "$work/hosts/region.conf"
behind "$work/site.block" > "$work/site.conf"
taken
tap 'behind a proxy: nginx takes both blocks' $?
kill -HUP "$(cat "$work/nginx.pid")"
is_behind() { [ "$(ask localhost https:$front /aides/ -o /dev/null -w '%{http_code}')" = 200 ]; }
until_true is_behind
tap 'behind a proxy: the site answers, and leads nowhere else' $?
matches 'behind a proxy: so does the portal' "$(ask region.localhost https:$front /)" 'Aides en Nouvelle-Aquitaine'
is_told() { grep -q '^203\.0\.113\.0 .*"GET /aides/" 200' "$site/log/access.log"; }
until_true is_told
tap 'behind a proxy: the network of the reader is known' $?
kill "$(cat "$work/nginx.pid")"

# The longest name for which nginx has room, and one more.
for many in 18 19; do
	name=$(printf "%${many}s" '' | tr ' ' a).departement.exemple.invalid
	portal "<title>Autre</title><host>$name</host>"
	take_portal
	guichet portal nginx essai-fichier 2> "$work/next" | here > "$work/hosts/essai.conf"
	taken
	is "a name of ${#name} characters: nginx has room, or it is said what to do" \
	    "$? $(grep -c 'put "server_names_hash_bucket_size 512;"' "$work/next")" "$((many - 18)) $((many - 18))"
done
echo 'server_names_hash_bucket_size 512;' >> "$work/others.conf"
taken
tap 'and then it does' $?
guichet portal delete --yes essai-fichier > "$work/end"
