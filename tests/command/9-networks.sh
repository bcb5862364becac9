# Who stands behind a count: what one network does over and over is not told as if many
# had done it; a month that is over forgets what too few asked, and what is too old.
logs=$files/networks
mkdir -p "$logs"
today=$(date +%F) month=$(date +%Y-%m-01)
# asks NUMBER ADDRESS WORDS: a search, in a minute of its own: one who does much in a
# minute is a robot.
asks() {
	printf '{"id":"n%s","time":"%sT%02d:%02d:00+00:00","address":"%s","agent":"a","method":"GET","status":200,"host":"localhost","count":"event=search; words=%s; found=1"}\n' \
	    "$1" "$today" $(($1 / 60)) $(($1 % 60)) "$2" "$3"
}
clear() { for t in search word place aid page log seen month; do sql "DELETE FROM count_$t"; done; }
clear
for k in $(seq 60); do
	asks "$k" 192.0.2.0 marie+dupont
	asks $((k + 60)) "198.51.$k.0" toit
done > "$logs/count.log"
guichet count --host reseaux "$logs/count.log" > /dev/null 2>&1
is 'networks: one that asks sixty times' "$(sql "SELECT searches, BIT_COUNT(networks) FROM count_word WHERE word = 'marie dupont'" | tr '\t' ' ')" '60 1'
# Of sixty, each on one of 64 bits: 39 are expected, and less than 20 once in 10^13.
is 'networks: sixty that ask once' "$(sql "SELECT searches, BIT_COUNT(networks) >= 20 FROM count_word WHERE word = 'toit'" | tr '\t' ' ')" '60 1'
is 'networks: a month has one secret' "$(sql "SELECT CONCAT(month, ' ', secret RLIKE '^[0-9a-f]{32}$') FROM count_month")" "$month 1"
# Those who read their rows again, of another batch or another host, are the same.
before=$(sql "SELECT networks FROM count_word WHERE word = 'toit'")
# A log is known by its first line: that of the other begins with another.
sed '1{h;d}; $G' "$logs/count.log" > "$logs/other.log"
guichet count --host ailleurs "$logs/other.log" > /dev/null 2>&1
is 'networks: from two hosts they are the same' "$(sql "SELECT searches, networks FROM count_word WHERE word = 'toit'" | tr '\t' ' ')" "120 $before"

# A month that is over: a year ago, and rows of four years ago.
over=$(date -d "$month -12 months" +%F) old=$(date -d "$month -49 months" +%F)
kept=$(date -d "$month -40 months" +%F)
sql "INSERT INTO count_month VALUES ('$over', '00'); INSERT INTO count_word VALUES (0, '$over', 'rare', 40, 0, 15), (0, '$over', 'commun', 9, 0, 31),
        (0, '$old', 'ancien', 9, 0, ~0), (0, '$kept', 'gardé', 9, 0, ~0);
    INSERT INTO count_place VALUES (0, '$over', 1, 40, 0, 1), (0, '$over', 2, 9, 0, ~0), (0, '$old', 2, 9, 0, ~0);
    INSERT INTO count_search VALUES (0, '$over', '', '', 1, 0, 1), (0, '$old', '', '', 1, 0, ~0);
    INSERT INTO count_aid VALUES (0, '$over', 1, 1, 0, 0, 0, 1), (0, '$old', 1, 1, 0, 0, 0, ~0);
    INSERT INTO count_page VALUES (0, '$over', 'backer', 1, 1, 1), (0, '$old', 'backer', 1, 1, ~0)"
was=$(sed -n 's/^count_log = //p' "$site/etc/guichet.conf")
sed -i "s|^count_log.*|count_log = $logs/count.log|" "$site/etc/guichet.conf"
guichet count > "$work/networks.said" 2>&1
is 'networks: a month that is over: exit 0' $? 0
sed -i "s|^count_log.*|count_log = $was|" "$site/etc/guichet.conf"
is 'networks: its secret goes, and that of this month stays' "$(sql 'SELECT month FROM count_month')" "$month"
is 'networks: words that too few asked go, and what is too old' \
    "$(sql "SELECT word FROM count_word WHERE month <> '$month' ORDER BY word" | tr '\n' ' ')" 'commun gardé '
is 'networks: and territories' "$(sql "SELECT CONCAT(month, ' ', perimeter_id) FROM count_place")" "$over 2"
is 'networks: what is chosen from a list stays, for three years' \
    "$(sql "SELECT day FROM count_search WHERE day <> '$today' UNION ALL SELECT day FROM count_aid UNION ALL SELECT day FROM count_page" | tr '\n' ' ')" \
    "$over $over $over "
# A line that comes after that counts, and nobody is known by it.
asks 1 192.0.2.0 tardif | sed "s/$today/$over/" > "$logs/late"
guichet count --host tard "$logs/late" > /dev/null 2>&1
is 'networks: a line that comes too late' "$(sql "SELECT month, searches, networks FROM count_word WHERE word = 'tardif'; SELECT COUNT(*) FROM count_month" | tr '\t\n' '  ')" "$over 1 0 1 "
clear
