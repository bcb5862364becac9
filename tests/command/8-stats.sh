# guichet stats: who reads the numbers of the site by a secret address.
address=$(guichet stats)
path=${address#http://*:"${base##*:}"}
matches 'the numbers of the site have a secret address' "$(status_of "$path") $path" '^200 /stats~[0-9a-f]{32}/$'
! sql 'SELECT digest FROM site_word' | grep -q "${path#*~}"
tap 'the base does not hold its word' $?
was=$path
address=$(guichet stats)
path=${address#http://*:"${base##*:}"}
is 'another takes its place' "$(status_of "$was") $(status_of "$path")" '404 200'
matches 'it is closed' "$(guichet stats --end) $(status_of "$path")" 'is closed 404$'
is 'its word is in no log' "$(grep -rl "${path#*~}" "$site/log" | wc -l)" 0
