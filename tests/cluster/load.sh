# load.sh - readers, applicants and writers, what they meet when something breaks, and the
# table of it, for run.sh to read.

# write MACHINE: a word after another, by its proxy; one that was not acknowledged is
# written again, unless it is there.  A line each: when, how long, ok or not, the word.
write() {
	to=$work/host$1/run/base.sock
	word_of=$(sed -n 's/^password=//p' "$work/host$1/etc/owner.cnf")
	i=0
	while [ -e "$work/load" ]; do
		i=$((i + 1))
		word=$1-$(now)-$i
		for try in 1 2 3 4 5 6 7 8; do
			began=$(now)
			timeout 10 mariadb --no-defaults --socket="$to" -u guichet \
			    -p"$word_of" guichet -e "INSERT IGNORE INTO written VALUES ('$word')" 2> /dev/null
			status=$?
			echo "$began $(($(now) - began)) $([ $status -eq 0 ] && echo 200 || echo failed) true $word"
			[ $status -ne 0 ] || break
			sleep 0.2
		done
		sleep 0.05
	done
}
# apply: a reader after another, each of a network of their own, presses the last
# button of an application, and again when it failed, until a draft is there.
form_secret=$(of 1 'SELECT secret FROM form_secret')
applied=0
apply() {
	while [ -e "$work/load" ]; do
		applied=$((applied + 1))
		form=$(token "$(printf '%032x' $applied)")
		for try in 1 2 3 4 5 6 7 8; do
			began=$(now)
			draft=$(ip netns exec readers curl -s -o /dev/null --max-time 10 \
			    --interface "10.$((20 + applied % 50)).1.1" -H 'Sec-Fetch-Site: same-origin' \
			    -w '%{redirect_url}' -d "step=send&form=$form&authority=217901099&project.title=Toit+$applied." \
			    "http://10.1.0.30/aides/action-coeur-de-ville/candidater/envoi/?demarche=900008")
			case $draft in *prefill_token=*) status=200 ;; *) status=failed ;; esac
			echo "$began $(($(now) - began)) $status true $applied"
			[ $status = failed ] || break
			sleep 0.3
		done
		sleep 1
	done
	echo $applied > "$work/applied"
}
# load_on: readers, applicants, and a writer on each machine, or on those that
# "writers" names, until load_off.
load_on() {
	: > "$work/load"
	# shellcheck disable=SC2086 # a list
	ip netns exec readers node load.mjs http://10.1.0.30 60 $readers > "$work/read" &
	reading=$!
	writing=
	: > "$work/write1"
	for i in ${writers:-1 2}; do
		write "$i" > "$work/write$i" &
		writing="$writing $!"
	done
	apply > "$work/apply" &
	writing="$writing $!"
	sleep 3
}
load_off() {
	rm -f "$work/load"
	kill "$reading"
	# shellcheck disable=SC2086 # a list
	wait $reading $writing
	applied=$(cat "$work/applied")
	sleep 1
}
# figures FILE FROM: of the requests that were not answered before that moment, how many
# there were, failed, were wrong, and the slowest; and how long after it the last one
# failed or took over a second, in ms.
figures() {
	awk -v from="$2" '
		$1 + $2 < from { next }
		{ n++; if ($2 > slowest) slowest = $2 }
		$3 != 200 { failed++ }
		$3 == 200 && $4 != "true" { wrong++ }
		$3 != 200 || $2 > 1000 { if ($1 + $2 - from > last) last = $1 + $2 - from }
		END { printf "%d %d %d %d %d\n", n, failed, wrong, slowest, last }' "$1"
}
lost() {
	cat "$work/write1" "$work/write2" | awk '$3 == 200 { print $5 }' | sort > "$work/acknowledged"
	of 2 'SELECT word FROM written ORDER BY word' | sort > "$work/there"
	comm -23 "$work/acknowledged" "$work/there" | wc -l
}
# What was acknowledged to applicants and is not there, and what is there twice.
drafts_lost() {
	awk '$3 == 200 { print $5 }' "$work/apply" | sort -u > "$work/acknowledged"
	at front curl -s "$ds/_control/drafts" | grep -o '"Toit [0-9]*\."' | tr -dc '0-9\n' | sort > "$work/drafts"
	sort -u "$work/drafts" | comm -23 "$work/acknowledged" - | wc -l
}
# row WHAT FILE LOST BAR: a line of the table, of the requests of that file since the
# fault; sets tried, failed, wrong, slowest and last.
columns='# %-40s %6s %6s %5s %7s %10s %10s  %s\n'
# shellcheck disable=SC2059 # a format
printf "$columns" fault tried failed wrong lost slowest lasted bar > "$work/table"
row() {
	figures "$2" "$since" > "$work/figures"
	read -r tried failed wrong slowest last < "$work/figures"
	# shellcheck disable=SC2059
	printf "$columns" "$1" "$tried" "$failed" "$wrong" "$3" "$slowest ms" "$last ms" "$4" \
	    >> "$work/table"
}
# fault NAME BAR MOST COMMAND...: breaks something under load.  Readers read again
# within BAR ms, and MOST of their requests fail at most; nothing that was acknowledged
# is lost, or there twice.
fault() {
	name=$1 bar=$2 most=$3
	shift 3
	load_on
	since=$(now)
	"$@"
	sleep $((bar / 1000 + 4))
	load_off
	gone=$(lost) unmade=$(drafts_lost) doubled=$(uniq -d "$work/drafts" | wc -l)
	cat "$work/write1" "$work/write2" > "$work/writes"
	row "$name: writers" "$work/writes" "$gone" '0 lost'
	row "$name: applications" "$work/apply" "$unmade" "$doubled of 0 made twice"
	row "$name: readers" "$work/read" - "$bar ms"
	[ "$last" -le "$bar" ]
	tap "$name: readers read again within $bar ms" $?
	[ "$failed" -le "$most" ]
	tap "$name: at most $most of their requests fail" $?
	is "$name: no page is wrong" "$wrong" 0
	is "$name: nothing that was acknowledged is lost" "$gone, $unmade drafts" '0, 0 drafts'
	is "$name: no draft is made twice" "$doubled" 0
}
