# A web server that was taken, or is broken, says half a record to each process and
# waits, or says what is none: readers are answered all the same, and no process ends.
living=$(workers)
hold() {
	python3 - "$site/run/$1.sock" "$2" <<-'PYTHON' &
	import socket, sys, time
	held = []
	for _ in range(int(sys.argv[2])):
	    s = socket.socket(socket.AF_UNIX)
	    s.connect(sys.argv[1])
	    s.send(b'\1\1\0')
	    held.append(s)
	print(flush=True)
	time.sleep(60)
	PYTHON
	holder=$!
}
for page in search/aides/nothing-here/ prefill/demarches/4321/; do
	hold "${page%%/*}" 4 > "$work/held"
	until_true test -s "$work/held"
	is "${page%%/*}: half a record on four connections: a reader is answered" \
	    "$(curl -s -o /dev/null -w '%{http_code}' --max-time 40 \
	    "$base/${page#*/}")" 404
	kill "$holder"
done
python3 - "$site"/run/search.sock "$site"/run/prefill.sock <<'PYTHON'
import os, socket, sys
begin = bytes.fromhex('0101000100080000' '0001000000000000')
said = [
    bytes.fromhex('0109000000000000') * 8,             # values, eight times
    bytes.fromhex('0109000000110000' '0f00') + b'FCGI_MAX_CONNS\0',
    begin + bytes.fromhex('0104000100080000' 'fffffffe00000000'),
    begin + bytes.fromhex('0104000100080000' 'c0000000c0000000'),
    begin * 3, begin + bytes.fromhex('0102000100000000'),
    b'GET / HTTP/1.0\r\n\r\n', b'\xff' * 70000, os.urandom(4096),
]
for path in sys.argv[1:]:
    for bytes_ in said:
        s = socket.socket(socket.AF_UNIX)
        s.settimeout(20)
        s.connect(path)
        try:
            s.sendall(bytes_)
            s.shutdown(socket.SHUT_WR)
            while s.recv(65536):
                pass
        except (BrokenPipeError, ConnectionResetError):
            pass
        s.close()
PYTHON
tap 'what is no record ends its connection, at once' $?
is 'and no process' "$(workers)" "$living"
