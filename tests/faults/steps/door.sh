# The site that is given to be copied: TLS, the names that it answers to, HSTS.

door=$work/door
rm -rf "$door"
mkdir -p "$door/cache"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
    -subj /CN=aides.example.gouv.fr -addext subjectAltName=DNS:aides.example.gouv.fr \
    -keyout "$door/key.pem" -out "$door/cert.pem" 2> /dev/null
for file in http headers errors exports fastcgi post host server to-https site; do
	"$root/conf/programs.sh" fill "conf/nginx-$file.conf" |
	sed -e "s|@RUN@|$site/run|g; s|@CACHE@|$door/cache|g; s|@TABLES@|$site/tables|g; s|@EXPORTS@|$site/exports|g" \
	    -e "s|@LOG@|$door|g; s|@CONF@|$door|g; s|@STATIC@|$build/assets|g; s|@DS@|https://ds.example|g" \
	    -e "s|/etc/ssl/certs/aides.example.gouv.fr.pem|$door/cert.pem|" \
	    -e "s|/etc/ssl/private/aides.example.gouv.fr.key|$door/key.pem|" \
	    > "$door/nginx-$file.conf"
done
user=
[ "$(id -u)" -ne 0 ] || user="user $(id -un) $(id -gn);"
cat > "$door/nginx.conf" <<CONF
daemon off; pid $door/pid; error_log $door/start.log; $user
events { }
http {
	types { text/html html; text/css css; image/svg+xml svg; }
	client_body_temp_path $door/a; proxy_temp_path $door/b; fastcgi_temp_path $door/c;
	uwsgi_temp_path $door/d; scgi_temp_path $door/e;
	include $door/nginx-site.conf;
}
CONF
nginx -e "$door/start.log" -c "$door/nginx.conf" -t 2> "$door/test"
tap 'nginx takes the site as it is' $?
nginx -e "$door/start.log" -c "$door/nginx.conf" 2> "$door/out" &
sites="$sites $!"
name=aides.example.gouv.fr
https() {
	curl -s --cacert "$door/cert.pem" --resolve "$name:443:127.0.0.1" -D "$work/head" \
	    -o "$work/body" -w '%{http_code}' "$@"
}
until_true https "https://$name/" > /dev/null
is 'http leads to https, by the name of the site' \
    "$(curl -s -o /dev/null -w '%{redirect_url}' -H 'Host: evil.example' "http://127.0.0.1/x?y=1")" \
    "https://$name/x?y=1"
css=$(sed -n 's/^css-neutral //p' "$build/assets/manifest")
for path in / "$css" /aides /rien-de-tel/ /demarches/ /static/rien '/aides/?format=csv' \
    /robots.txt; do
	https "https://$name$path" > "$work/status"
	matches "HSTS on $path ($(cat "$work/status"))" "$(cat "$work/head")" \
	    '^[Ss]trict-[Tt]ransport-[Ss]ecurity: max-age=63072000'
done
is 'over http there is none' "$(curl -s -D - -o /dev/null "$base/" | grep -ic strict-transport)" 0
# tls VERSION: whether a connection of that version is taken.
tls() {
	openssl s_client -connect 127.0.0.1:443 "-$1" -cipher 'ALL:@SECLEVEL=0' \
	    < /dev/null > "$door/s_client" 2>&1 && echo yes || echo no
}
is 'TLS 1.0, 1.1, 1.2' "$(tls tls1) $(tls tls1_1) $(tls tls1_2)" 'no no yes'
is 'a cipher without forward secrecy' "$(openssl s_client -connect 127.0.0.1:443 -tls1_2 \
    -cipher AES256-SHA256:AES128-SHA < /dev/null > /dev/null 2>&1 && echo yes || echo no)" no
