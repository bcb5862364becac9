# Applications that hold all their processes (a Démarches simplifiées that is slow)
# leave readers of the search in peace.

for worker in "$site"/run/prefill/[0-9]*; do
	kill -STOP "$(s6-svstat -o pid "$worker")"
done
beside=$(p99 12)
now=$(under 12 'GET /demarches/')
for worker in "$site"/run/prefill/[0-9]*; do
	kill -CONT "$(s6-svstat -o pid "$worker")"
done
note "$now ms, and $beside"
awk -v a="${now:-9999}" -v b="${beside:-1}" -v full="${FULL:-}" \
    'BEGIN { exit !(a <= 3 * b || (full == "" && a < 150)) }'
tap "held applications: an ordinary reader's p99 is at most 3 times" $?
