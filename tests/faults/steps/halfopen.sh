# Who says half a record to a program holds it for some time alone.

cat > "$work/half.mjs" <<'JS'
import net from 'node:net';
const [, , path, n] = process.argv;
for (let i = 0; i < n; i++)
	net.connect(path, function () { this.write(Buffer.from([1, 1, 0])); })
	    .on('error', () => {});
setInterval(() => {}, 1000);
JS
for unit in search prefill; do
	path='/aides/?keyword=moitie'
	[ $unit = search ] || path='/demarches/'
	node "$work/half.mjs" "$site/run/$unit.sock" 12 &
	half=$!
	sleep 1
	took=$(curl -s -o "$work/body" --max-time 60 -w '%{http_code} %{time_total}' "$base$path")
	note "$unit: $took"
	awk -v took="$took" 'BEGIN { split(took, t, " "); exit !(t[1] == 200 && t[2] < 35) }'
	tap "$unit: an answer though twelve connections are half open" $?
	kill $half
done
