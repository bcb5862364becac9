// generate.mjs N BASE - N aids made of the words of real ones, a JSON line each:
// names of two halves, texts of sentences from many aids, territories of every
// scale.  BASE is a file of aids, gzip or not; the same N gives the same aids.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const count = Number(process.argv[2]), base = process.argv[3];
const root = new URL('../../', import.meta.url);
let seed = 88172645463325252n;

function random(n) {
	seed ^= (seed << 13n) & 0xffffffffffffffffn;
	seed ^= seed >> 7n;
	seed ^= (seed << 17n) & 0xffffffffffffffffn;
	return Number((seed >> 11n) % BigInt(n));
}
const pick = list => list[random(list.length)];

function read(path) {
	const bytes = readFileSync(path);
	return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
}

const aids = read(base).split('\n').filter(Boolean).map(line => JSON.parse(line));
const sentences = aids.flatMap(aid => String(aid.description ?? '')
	.replace(/<[^>]*>/g, ' ').split(/(?<=[.!?])\s+/))
	.map(s => s.trim()).filter(s => s.length > 30 && s.length < 400);
const places = { 10: [], 5: [], 1: [], 15: [] };
const scales = { departement: 10, department: 10, epci: 5, commune: 1, region: 15 };
for (const line of read(new URL('sql/data/perimeters.tsv', root)).split('\n')) {
	const [scale, code] = line.split('\t');
	if (scales[scale] && code)
		places[scales[scale]].push(code);
}

// Four of ten are national, and one in twenty is of one commune.
function place() {
	const n = random(100);
	const list = places[n < 40 ? 0 : n < 60 ? 15 : n < 80 ? 10 : n < 95 ? 5 : 1];
	return list?.length ? pick(list) : 'FRA';
}

function day(from, days) {
	const date = new Date(Date.now() + (from + random(days)) * 86400000);
	return date.toISOString().slice(0, 10);
}

function half(name, second) {
	const words = name.split(' '), middle = Math.ceil(words.length / 2);
	return (second ? words.slice(middle) : words.slice(0, middle)).join(' ');
}

const text = () => Array.from({ length: 4 + random(8) }, () => pick(sentences)).join(' ')
	.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const out = [];
for (let i = 0; i < count; i++) {
	const a = pick(aids), b = pick(aids);
	out.push(JSON.stringify({
		...a, id: 20000000 + i, slug: `essai-${i}`, is_generic: false, generic_aid: null,
		name: `${half(a.name, false)} ${half(b.name, true)}`.slice(0, 250), name_initial: null,
		description: `<p>${text()}</p>`, eligibility: `<p>${pick(sentences).replace(/[&<]/g, ' ')}</p>`,
		project_examples: null, perimeter: null, perimeter_scale: null, perimeter_code: place(),
		start_date: null, predeposit_date: null, yearly_opening: null, yearly_deadline: null,
		submission_deadline: random(2) ? day(1, 400) : null, date_published: `${day(-1500, 1500)}T10:00:00`,
	}));
	// Into a pipe too, each piece is gone before the next one is made.
	if (out.length === 500 || i === count - 1)
		writeFileSync(1, out.splice(0).join('\n') + '\n');
}
