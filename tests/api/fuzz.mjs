// fuzz.mjs - the API asked by chance, by the names of its own description: no error of
// ours, JSON that parses, nothing over 2 s, and an ordinary request as before.
//
//   node fuzz.mjs ADDRESS MINUTES SEED
//
// The same seed asks the same, in the same order.  Prints what it found, a request as a
// string of JSON, and a line in the end; exits 1 when something was found.

import { lines, look, read_gets, values } from './asking.mjs';

const [address, minutes, seed] = process.argv.slice(2);
const AT_ONCE = 8, MOST_FOUND = 20, MOST_BYTES = 19e3;

// mulberry32.
let state = Number(seed) >>> 0;
function chance() {
	state = state + 0x6d2b79f5 >>> 0;
	let t = Math.imul(state ^ state >>> 15, state | 1);
	t ^= t + Math.imul(t ^ t >>> 7, t | 61);
	return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
}
const below = n => Math.floor(chance() * n);
const one = list => list[below(list.length)];
const some = (most, make) => Array.from({ length: 1 + below(most) }, make);
const byte = () => `%${below(256).toString(16).padStart(2, '0')}`;
const letter = () => encodeURIComponent(String.fromCodePoint(one([below(0x80), 0x80 + below(0x780),
    0x800 + below(0xd000), 0xe000 + below(0x2000), 0x10000 + below(0x100000)])));

// What values are made of besides those of the list: what AT's callers send, spoilt.
const good = ['toit', 'renovation%20ecole', '70956-france', '79191', 'grant', 'commune', '2026-11-22', 'relevance',
    'true', '1', '100', 'id,name,slug', '9500001,9000001', 'region:93', 'insee:79191', '"eau%20potable"', '-mur'];
function spoilt() {
	const value = one(good), at = below(value.length + 1);
	return value.slice(0, at) + one([byte, letter, () => one(values)])() + value.slice(at + below(3));
}
const number = () => String(one([-1, 1]) * one([below(10), below(2 ** 31), 2 ** 31, 2 ** 32, 2 ** 53, 1e20]));
const value = () => one([() => one(values), () => one(good), spoilt, number,
    () => some(40, byte).join(''), () => some(40, letter).join(''), () => one(values).repeat(1 + below(9)),
    () => some(20, () => one(good)).join(',')])();
const shape = name => one([name, name, name, `${name}[]`, `${name}%5B%5D`, `${name}[${below(99)}]`, `${name}[a][b]`,
    `${name}]`, `[${name}`, name.toUpperCase(), name.replace(/_/g, '-'), `${name}${byte()}`]);

function pairs(names) {
	const name = () => shape(names.length > 0 && chance() < 0.9 ? one(names) : one(['limit', 'q', 'format', 'x', '']));
	const all = some(chance() < 0.9 ? 6 : 200, () => one([`${name()}=${value()}`, `${name()}=${value()}`, name()]));
	if (chance() < 0.05)
		all.push(...Array(below(1000)).fill(`${name()}=${one(['1', 'a', '%'])}`));
	return all.join(one(['&', '&', '&', ';', '&&']));
}

// A request, whose line nginx takes.
function made(gets) {
	const { raw, names } = one(gets);
	const path = raw.replace(/\{[^}]*\}/g, () => value().slice(0, 300));
	const where = `${path}${chance() < 0.05 ? value().slice(0, 99) : ''}${chance() < 0.95 ? `?${pairs(names)}` : ''}`;
	return [one([...Array(12).fill('GET'), 'HEAD', 'OPTIONS', 'PUT', 'get']),
	    where.replace(/ /g, '%20').slice(0, MOST_BYTES), chance() < 0.2 ? `${one(lines)}\r\n` : ''];
}

const gets = await read_gets(address);
const until = Date.now() + minutes * 60e3;
let asked = 0, found = 0;
function tell(request, faults) {
	found += faults.length > 0;
	if (faults.length > 0)
		console.log(`api: ${faults.join(', ')}: ${JSON.stringify(request)}`);
}
while (Date.now() < until && found < MOST_FOUND) {
	const requests = Array.from({ length: AT_ONCE }, () => made(gets));
	const answers = await Promise.all(requests.map(request => look(...request)));
	answers.forEach(({ faults }, i) => tell(requests[i], faults));
	asked += AT_ONCE;
	if (asked % 400 !== 0)
		continue;
	const usual = ['GET', '/api/aids/?itemsPerPage=1&keyword=toit'], { status, faults } = await look(...usual);
	tell(usual, status === 200 ? faults : [...faults, `status ${status}`]);
}
console.log(`api: ${asked} requests (SEED=${seed}), ${found > 0 ? `${found} of them found something` : 'nothing found'}`);
process.exit(found > 0 ? 1 : 0);
