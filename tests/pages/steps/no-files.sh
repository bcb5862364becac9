# Files of the exports that are not there: the program of the API says which it is.

# asked: the status of the last answer, its type, and in how many seconds to ask again.
asked() {
	curl -s -D "$work/no-files" -o "$work/no-file" "$base$1"
	tr -d '\r' < "$work/no-files" | awk '/^HTTP/ { status = $2 }
	    tolower($1) == "content-type:" { type = $2 } tolower($1) == "retry-after:" { again = $2 }
	    tolower($1) == "access-control-allow-origin:" { any = $2 }
	    END { print status, type, again, any }'
}
mv "$site/exports/current" "$site/exports/away"
for path in aids.json aids.ndjson aids.csv dispositif-aide.csv catalog.ttl schemas/aids.json exports/ exports catalog; do
	is "/api/$path, not yet" "$(asked "/api/$path")" '503 application/problem+json; 60 *'
done
is 'and why' "$(jq -r '"\(.status) \(.instance) \(.detail)"' "$work/no-file")" \
    '503 /api/catalog Ce fichier n’est pas encore fait : réessayez dans une minute.'
is 'what is no file is none' "$(asked /api/rien.json)" '404 application/problem+json;  *'
is 'nor is what the folder has besides' "$(asked /api/exports.json) $(asked /api/schema-aids.json)" \
    '404 application/problem+json;  * 404 application/problem+json;  *'
mv "$site/exports/away" "$site/exports/current"
is 'those are there again' "$(status_of /api/aids.json)" 200

# On a site that makes none, by a program that was started with that setting.
sed 's/^exports_dir.*/exports_dir =/' "$site/etc/guichet.conf" > "$work/no-files.conf"
none() {
	GUICHET_CONF=$work/no-files.conf GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET \
	    REQUEST_URI=$1 QUERY_STRING='' "$build/api" | tr -d '\r' > "$work/no-file"
	sed -n 's/^Status: //p; $p' "$work/no-file" | cut -c1-200
}
matches 'a site that makes none says so' "$(none /api/aids.json)" '404 Not Found'
matches 'and what is left' "$(tail -n 1 "$work/no-file")" 'exports_dir est vide.*/api/aids/'
matches 'of a name that is no file, it does not' "$(none /api/rien.json)" 'n’existe pas'
