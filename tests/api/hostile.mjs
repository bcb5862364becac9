// hostile.mjs - every parameter of every address with what it should not be: no error of
// ours, no answer cut, nothing slow, errors in JSON; and an ordinary request after as before.
// Prints TAP.
//
//   node hostile.mjs ADDRESS

import { lines, look, read_gets, values } from './asking.mjs';

let n = 0, bad = 0;
function tap(name, faults) {
	for (const fault of faults.slice(0, 10))
		console.log(`# ${fault}`.replace(/[\n\0]/g, ' ').slice(0, 300));
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}`);
	bad += faults.length > 0;
}
async function ask(method, path, line, body) {
	const { faults } = await look(method, path, line, body);
	return faults.map(fault => `${method} ${path.slice(0, 120)}: ${fault}`);
}
// Some at a time: a site serves others meanwhile.
async function all_of(list, work) {
	const faults = [];
	for (let i = 0; i < list.length; i += 8)
		faults.push(...(await Promise.all(list.slice(i, i + 8).map(work))).flat());
	return faults;
}

const gets = await read_gets(process.argv[2]);
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

const headed = gets.slice(0, 6).flatMap(({ path }) => lines.map(line => [path, line]));
tap(`headers: ${headed.length}`, await all_of(headed, ([path, line]) => ask('GET', path, `${line}\r\n`)));

const bodies = ['', '{}', '[', '{"a":', '\x00\xff', 'a=b', '<x/>', '"'.repeat(5000), '{"a":'.repeat(5000), 'é'.repeat(3000)];
tap('bodies to connexion', await all_of(bodies.flatMap(body => ['', 'X-AUTH-TOKEN: cle\r\n'].map(key => [body, key])),
    ([body, key]) => ask('POST', '/api/connexion/', `${key}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n`, body)));

const after = await look('GET', '/api/aids/?itemsPerPage=1');
tap('an ordinary request after as before', after.faults.concat(after.status === 200 ? [] : [`status ${after.status}`]));

console.log(`1..${n}`);
process.exit(bad > 0 ? 1 : 0);
