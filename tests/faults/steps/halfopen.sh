# Who says half a record to a program keeps nobody waiting.

cat > "$work/half.mjs" <<'JS'
import net from 'node:net';
const [, , path, n] = process.argv;
for (let i = 0; i < n; i++)
	net.connect(path, function () { this.write(Buffer.from([1, 1, 0])); })
	    .on('error', () => {});
setInterval(() => {}, 1000);
JS
for unit in search prefill; do
	page=''
	[ $unit = search ] || page=/demarches/
	beside=$(p99 12 "$page")
	node "$work/half.mjs" "$site/run/$unit.sock" 12 &
	half=$!
	sleep 0.5
	now=$(p99 0 "$page")
	kill $half
	note "$unit: $now ms, and $beside"
	awk -v a="${now:-9999}" -v b="${beside:-1}" -v full="${FULL:-}" \
	    'BEGIN { exit !(a <= 3 * b || (full == "" && a < 600)) }'
	tap "$unit: twelve connections half open: an ordinary reader's p99 is at most 3 times" $?
done
