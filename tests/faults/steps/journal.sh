# nginx's journals have neither a whole address nor a question, whatever goes wrong.

for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do s6-svc -d "$worker"; done
done
mv "$site/run/search.sock" "$site/run/search.hidden"
curl -s -o /dev/null --interface 10.7.1.77 "$base/aides/?text=monsecret"
mv "$site/run/search.hidden" "$site/run/search.sock"
for unit in search search-files; do
	for worker in "$site/run/$unit"/[0-9]*; do s6-svc -u "$worker"; done
done
together 200 "$base/aides/?text=monsecret" --interface 10.7.1.77 > /dev/null
curl -s -o /dev/null --interface 10.7.1.77 -H "A: $(printf '%25000s' '')" "$base/aides/?text=monsecret"
curl -s -o /dev/null --interface 10.7.1.77 "$base/aides/?text=monsecret%zz&z=$(printf '%30000s' '' | tr ' ' x)"
sleep 1.5
is 'no question is written' "$(cat "$site"/log/nginx-error.log "$site/log/access.log" | grep -c monsecret)" 0
is 'no whole address is written' "$(cat "$site"/log/nginx-error.log "$site/log/access.log" | grep -c '10\.7\.1\.77')" 0
matches 'the network is' "$(cat "$site/log/access.log")" '^10\.7\.1\.0 '
