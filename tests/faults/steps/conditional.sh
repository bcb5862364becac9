# A page that the reader has is told unchanged before any work, whether nginx holds
# it or not; and nobody else is told so.

tag_of() { curl -s -o /dev/null -D - "$base$1" | tr -d '\r' | sed -n 's/^E[Tt]ag: //p'; }
for path in '/aides/?keyword=toit' '/aides/?orderBy=publication-date&format=csv'; do
	tag=$(tag_of "$path")
	matches "$path has a tag" "$tag" '^"[0-9a-f]{16}"$'
	for turn in 1 2 3 4; do
		[ $turn -ne 3 ] || find "$site/cache" -type f -delete
		said=$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $tag" "$base$path")
		is "$path: unchanged, $turn" "$said" 304
	done
	find "$site/cache" -type f -delete
	for turn in 1 2 3; do
		curl -s -o /dev/null -H "If-None-Match: $tag" "$base$path"
		is "$path: another reader has it whole, $turn" "$(status_of "$path")" 200
	done
done
# What the page does not read makes no page.
is 'junk leads to the one address' \
    "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$base/aides/?format=csv&z=1&keyword=")" \
    "301 $base/aides/?format=csv"
