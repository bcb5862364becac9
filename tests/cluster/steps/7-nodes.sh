# Two nodes of three are lost: the third one may not answer.  Then all are stopped.

for _ in 1 2 3 4 5 6; do asked '/aides/?keyword=toit' > /dev/null; done
kill -9 "$(pid_of 2)" "$(pid_of 3)"
until_true eval '[ "$(asked "/aides/?keyword=minorite$(now)")" = 503 ]'
tap 'without a majority, a page that is not held is refused' $?
began=$(now)
asked "/aides/?keyword=vite$(now)" > /dev/null
[ $(($(now) - began)) -lt 2000 ]
tap 'at once' $?
is 'a page that is held is shown' "$(asked '/aides/?keyword=toit')" 200
for i in 2 3; do node $i; done
for i in 1 2 3; do joined $i; done
until_true eval '[ "$(asked "/aides/?keyword=majorite$(now)")" = 200 ]'
tap 'they come back by themselves' $?

# ended N: stops a node as systemd does.
ended() {
	kill "$(pid_of "$1")"
	until_true [ ! -e "$nodes/$1/pid" ]
}
for i in 3 2 1; do ended $i; done
matches 'the last one that ended may begin again' "$(cat "$nodes/1/mysql/grastate.dat")" 'safe_to_bootstrap: 1'
matches 'the first one may not' "$(cat "$nodes/3/mysql/grastate.dat")" 'safe_to_bootstrap: 0'
node 1 --wsrep-new-cluster
joined 1
for i in 2 3; do node $i; joined $i; done
until_true eval '[ "$(asked "/aides/?keyword=debut$(now)")" = 200 ]'
tap 'all of them were stopped, and are back' $?
