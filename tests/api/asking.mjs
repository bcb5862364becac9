// asking.mjs - what asks the API for what it should not be: the addresses of its own
// description, values that are wrong, and what is wrong with an answer.  Of hostile.mjs
// and fuzz.mjs.

import { connect } from 'node:net';

const SLOW = 2000;

let base;

// The addresses that the description has for GET, with the names of their parameters; the
// site is the one that is asked from then on.  Files are nginx's alone.
export async function read_gets(address) {
	base = new URL(address);
	const api = await (await fetch(new URL('/api/openapi.json', base))).json();

	return Object.entries(api.paths).filter(([path, item]) => item.get && path.startsWith('/api/') &&
	    !/\/(aids|backers|perimeters|dispositif-aide(-absents)?)\.\w+$/.test(path))
	    .map(([path, item]) => ({ path: path.replace(/\{[^}]*\}/g, '1'), raw: path,
	    names: (item.get.parameters ?? []).filter(p => p.in === 'query').map(p => p.name) }));
}

// An answer to bytes as they are: an HTTP library would mend them.
function exchange(head, body = '') {
	return new Promise(done => {
		const socket = connect(base.port, base.hostname), bits = [], begun = Date.now();
		const end = () => {
			socket.destroy();
			done({ ms: Date.now() - begun, bytes: Buffer.concat(bits) });
		};
		socket.setTimeout(10e3, end);
		socket.on('data', bit => bits.push(bit)).on('error', end).on('close', end);
		socket.write(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body, 'latin1')]));
	});
}

// The body of an answer in pieces; null when it is cut.
function joined(bytes) {
	const bits = [];

	for (let at = 0; ;) {
		const line = bytes.indexOf('\r\n', at), size = parseInt(bytes.toString('latin1', at, line), 16);
		if (line < 0 || !(size >= 0))
			return null;
		if (size === 0)
			return Buffer.concat(bits);
		bits.push(bytes.subarray(line + 2, line + 2 + size));
		at = line + 2 + size + 2;
	}
}

function faults_of(asked, { ms, bytes }) {
	const end = Math.max(bytes.indexOf('\r\n\r\n'), 0), head = bytes.toString('latin1', 0, end);
	const status = Number(head.slice(9, 12)), type = /^content-type: ([^;\r]*)/im.exec(head)?.[1] ?? '';
	const length = /^content-length: (\d+)/im.exec(head)?.[1], all = [];
	const is_cut = /^transfer-encoding: chunked/im.test(head);
	const body = is_cut ? joined(bytes.subarray(end + 4)) : bytes.subarray(end + 4);

	if (!(status >= 200 && status < 500))
		all.push(`status ${status}`);
	if (ms > SLOW)
		all.push(`${ms} ms`);
	if (body === null)
		all.push('cut');
	if (length !== undefined && !asked.startsWith('HEAD') && Number(length) !== body?.length)
		all.push(`${body?.length} bytes of ${length}`);
	if (/json$/.test(type) && !/ndjson/.test(type) && body?.length > 0 && !/^content-encoding/im.test(head))
		try {
			JSON.parse(body.toString());
		} catch (error) {
			all.push(`no JSON: ${error.message}`);
		}
	// What is no request, or of another path, is refused before it is of the API.
	if (status >= 400 && !/json/.test(type) && /^(GET|POST|PUT|DELETE|PATCH) \/api\/[^%]*$/.test(asked))
		all.push(`an error in ${type}`);
	return { status, faults: all };
}

const head = (method, path, lines = '') =>
    `${method} ${path} HTTP/1.1\r\nHost: ${base.host}\r\nConnection: close\r\n${lines}\r\n`;

// Asks for it: the status of the answer, and what is wrong with it.
export async function look(method, path, lines, body) {
	return faults_of(`${method} ${path}`, await exchange(head(method, path, lines), body));
}

export const values = ['', '0', '-1', 'abc', '1e9', '1000000000', '99999999999999999999', '1.5', 'true', 'null', '%00',
    '%FF%FE', '%C3', '%ED%A0%80', '%F4%90%80%80', '%zz', '%', '%EF%B7%90', '%EF%BF%BF', "'", '%22%3E%3Cscript%3E',
    '..%2F..%2Fetc%2Fpasswd', '%F0%9F%98%80', '%E2%80%AE', '%0D%0AX-A:%201', '+', '%20', '%09', '2026-13-45',
    '0000-00-00', '9999-12-31', '70956-france', '70956-', '-', '1,2,,3', '1;2', '00000000-1-1', 'ffffffff-1-1',
    '00000000-99999999999999999999-1', 'x'.repeat(3000), '%C3%A9'.repeat(800), "1' OR '1'='1", '${7*7}', '{{7*7}}'];

// Headers that a caller may send.
export const lines = ['Accept: application/ld+json', 'Accept: text/html', 'Accept: x', 'Authorization: Bearer x.y.z',
    'Authorization: ', 'Authorization: Token \xff\xfe', 'X-AUTH-TOKEN: \x01', `X-AUTH-TOKEN: ${'k'.repeat(9000)}`,
    'Prefer: handling=strict', 'Prefer: handling=strict; wait=0, respond-async', 'If-None-Match: *', 'If-None-Match: "',
    `If-None-Match: ${'"x",'.repeat(2000)}`, 'If-Modified-Since: jamais', 'Range: bytes=5-1', 'Origin: null',
    'Content-Type: application/json', 'Accept-Encoding: gzip;q=0, br', 'X-HTTP-Method-Override: DELETE', 'Cookie: a=b'];
