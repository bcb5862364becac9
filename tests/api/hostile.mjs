// hostile.mjs - every parameter of every address with what it should not be: no error of
// ours, no answer cut, nothing slow, errors in JSON; and an ordinary request after as before.
// Prints TAP.
//
//   node hostile.mjs ADDRESS

import { connect } from 'node:net';

const base = new URL(process.argv[2]);
const SLOW = 2000;

let n = 0, bad = 0;
function tap(name, faults) {
	for (const fault of faults.slice(0, 10))
		console.log(`# ${fault}`.replace(/[\n\0]/g, ' ').slice(0, 300));
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}`);
	bad += faults.length > 0;
}

// An answer to bytes as they are: an HTTP library would mend them.
function exchange(head, body = '') {
	return new Promise(done => {
		const socket = connect(base.port, base.hostname), bits = [], begun = Date.now();
		const end = () => {
			socket.destroy();
			done({ ms: Date.now() - begun, text: Buffer.concat(bits).toString() });
		};
		socket.setTimeout(10e3, end);
		socket.on('data', bit => bits.push(bit)).on('error', end).on('close', end);
		socket.write(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body, 'latin1')]));
	});
}
function faults_of(asked, { ms, text }) {
	const status = Number(text.slice(9, 12)), [head, ...rest] = text.split('\r\n\r\n');
	const body = rest.join('\r\n\r\n'), type = /^content-type: ([^;\r]*)/im.exec(head)?.[1] ?? '';
	const length = /^content-length: (\d+)/im.exec(head)?.[1];
	const all = [];
	if (!(status >= 200 && status < 500))
		all.push(`status ${status}`);
	if (ms > SLOW)
		all.push(`${ms} ms`);
	if (length !== undefined && !asked.startsWith('HEAD') && Number(length) !== Buffer.byteLength(body))
		all.push(`${Buffer.byteLength(body)} bytes of ${length}`);
	if (/json$/.test(type) && !/ndjson/.test(type) && body !== '' && length !== undefined)
		try {
			JSON.parse(body);
		} catch (error) {
			all.push(`no JSON: ${error.message}`);
		}
	// What is no request, or of another path, is refused before it is of the API.
	if (status >= 400 && !/json/.test(type) && /^(GET|POST|PUT|DELETE|PATCH) \/api\/[^%]*$/.test(asked))
		all.push(`an error in ${type}`);
	return all.map(fault => `${asked.slice(0, 120)}: ${fault}`);
}
const head = (method, path, lines = '') => `${method} ${path} HTTP/1.1\r\nHost: ${base.host}\r\nConnection: close\r\n${lines}\r\n`;
async function ask(method, path, lines, body) {
	return faults_of(`${method} ${path}`, await exchange(head(method, path, lines), body));
}
// Some at a time: a site serves others meanwhile.
async function all_of(list, work) {
	const faults = [];
	for (let i = 0; i < list.length; i += 8)
		faults.push(...(await Promise.all(list.slice(i, i + 8).map(work))).flat());
	return faults;
}

const api = await (await fetch(new URL('/api/openapi.json', base))).json();
// Files are nginx's alone.
const gets = Object.entries(api.paths).filter(([path, item]) => item.get && path.startsWith('/api/') &&
    !/\/(aids|backers|perimeters|dispositif-aide(-absents)?)\.\w+$/.test(path))
    .map(([path, item]) => ({ path: path.replace(/\{[^}]*\}/g, '1'), raw: path,
    names: (item.get.parameters ?? []).filter(p => p.in === 'query').map(p => p.name) }));
const values = ['', '0', '-1', 'abc', '1e9', '1000000000', '99999999999999999999', '1.5', 'true', 'null', '%00',
    '%FF%FE', '%C3', '%ED%A0%80', '%F4%90%80%80', '%zz', '%', '%EF%B7%90', '%EF%BF%BF', "'", '%22%3E%3Cscript%3E',
    '..%2F..%2Fetc%2Fpasswd', '%F0%9F%98%80', '%E2%80%AE', '%0D%0AX-A:%201', '+', '%20', '%09', '2026-13-45',
    '0000-00-00', '9999-12-31', '70956-france', '70956-', '-', '1,2,,3', '1;2', '00000000-1-1', 'ffffffff-1-1',
    '00000000-99999999999999999999-1', 'x'.repeat(3000), '%C3%A9'.repeat(800), "1' OR '1'='1", '${7*7}', '{{7*7}}'];

const addresses = gets.flatMap(({ path, names }) => names.flatMap(name =>
    values.map(value => `${path}?${name}=${value.replace(/ /g, '%20')}`)));
tap(`each parameter with each value: ${addresses.length}`, await all_of(addresses, path => ask('GET', path)));

const shapes = gets.flatMap(({ path, names }) => {
	const name = names[0] ?? 'x';
	return [`${path}?${names.map(k => `${k}=1`).join('&')}`, `${path}?${`${name}=1&`.repeat(1000)}`,
	    `${path}?${name}[]=1&${name}[0]=2&${name}[a][b]=3&${name}]=4&[=5&[]=6`, `${path}?${'&'.repeat(500)}`,
	    `${path}?=&==&a&b=&%3D=%26`, `${path}?${'z'.repeat(4000)}=1`, `${path}?${Array.from({ length: 400 }, (_, i) =>
	    `k${i}=v`).join('&')}`, `${path}?${'a=%'.repeat(300)}`, `${path}?${name}=${'y'.repeat(17000)}`];
});
tap(`all at once, a thousand times, as arrays, nested: ${shapes.length}`, await all_of(shapes, path => ask('GET', path)));

const paths = gets.flatMap(({ raw }) => /\{/.test(raw) ? values.filter(v => v !== '' && v.length < 2000)
    .map(v => raw.replace(/\{[^}]*\}/g, v.replace(/ /g, '%20'))) : [`${raw}${raw}`, raw.replace(/\/$/, ''),
    `${raw}%00`, `${raw}..%2f`, `/${raw}`, raw.toUpperCase()]);
tap(`paths: ${paths.length}`, await all_of(paths, path => ask('GET', path)));

const methods = gets.flatMap(({ path }) => ['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'get', 'X']
    .map(method => [method, path]));
tap(`methods: ${methods.length}`, await all_of(methods, ([method, path]) => ask(method, path,
    /P[OUA]/.test(method) ? 'Content-Length: 0\r\n' : '')));

const lines = ['Accept: application/ld+json', 'Accept: text/html', 'Accept: x', 'Authorization: Bearer x.y.z',
    'Authorization: ', 'Authorization: Token \xff\xfe', 'X-AUTH-TOKEN: \x01', `X-AUTH-TOKEN: ${'k'.repeat(9000)}`,
    'Prefer: handling=strict', 'Prefer: handling=strict; wait=0, respond-async', 'If-None-Match: *', 'If-None-Match: "',
    `If-None-Match: ${'"x",'.repeat(2000)}`, 'If-Modified-Since: jamais', 'Range: bytes=5-1', 'Origin: null',
    'Content-Type: application/json', 'Accept-Encoding: gzip;q=0, br', 'X-HTTP-Method-Override: DELETE', 'Cookie: a=b'];
const headed = gets.slice(0, 6).flatMap(({ path }) => lines.map(line => [path, line]));
tap(`headers: ${headed.length}`, await all_of(headed, ([path, line]) => ask('GET', path, `${line}\r\n`)));

const bodies = ['', '{}', '[', '{"a":', '\x00\xff', 'a=b', '<x/>', '"'.repeat(5000), '{"a":'.repeat(5000), 'é'.repeat(3000)];
tap('bodies to connexion', await all_of(bodies.flatMap(body => ['', 'X-AUTH-TOKEN: cle\r\n'].map(key => [body, key])),
    ([body, key]) => ask('POST', '/api/connexion/', `${key}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n`, body)));

const after = await exchange(head('GET', '/api/aids/?itemsPerPage=1'));
tap('an ordinary request after as before', faults_of('GET /api/aids/', after).concat(
    /^HTTP\/1\.1 200/.test(after.text) ? [] : [after.text.slice(0, 100)]));

console.log(`1..${n}`);
process.exit(bad > 0 ? 1 : 0);
