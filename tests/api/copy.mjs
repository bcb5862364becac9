// copy.mjs - a copy kept by "updated_after" alone is the bulk file, byte for byte, whatever
// was edited meanwhile: aids changed, withdrawn, published again, new, open and closed by
// the date, backers renamed; reader and editor take turns at random, and the job that makes
// the files is killed at times.  Prints TAP.
//
//   node copy.mjs ADDRESS SITE GUICHET [EDITS [SEED]]    100 edits, unless it is said

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [address, site, guichet, said, seed = '17'] = process.argv.slice(2);
const edits = Number(said || 100);
const env = { ...process.env, GUICHET_CONF: join(site, 'etc/guichet.conf') };
const EVERY = 5; // edits an import

// Numbers by chance, the same for a seed (Mulberry32).
let state = Number(seed);
function chance(n) {
	state = state + 0x6d2b79f5 | 0;
	let t = Math.imul(state ^ state >>> 15, 1 | state);
	t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
	return ((t ^ t >>> 14) >>> 0) % n;
}
const one_of = list => list[chance(list.length)];

// ---- the editor ----

let today = '2026-11-22';
function run(...words) {
	const done = spawnSync(guichet, words, { env: { ...env, GUICHET_TODAY: today }, encoding: 'utf8' });
	if (done.status !== 0)
		throw new Error(`guichet ${words.join(' ')}: ${done.stderr}${done.stdout}`);
	return done.stdout;
}
// The site has a job that makes the files too, each minute: what it began before is not what
// is wanted.
function make_files() {
	while (/another run|autre exécution/.test(run('bulk', '--force')))
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}
// What the source of the aids says now.
const source = new Map();
let made = 0;
const day = () => `2026-${10 + chance(3)}-${10 + chance(19)}`;
function edit() {
	const aid = one_of([...source.values()]);
	switch (chance(8)) {
	case 0:
	case 1:
		aid.name = `${aid.name.split(' (')[0]} (${chance(1000)})`;
		break;
	case 2:
		aid.description = `<p>Texte ${chance(1000)} &amp; « accents »,\n"guillemets" \\ et =formule</p>`;
		break;
	case 3:
		aid.is_live = !aid.is_live;
		break;
	case 4:
		aid.submission_deadline = chance(3) > 0 ? day() : null;
		break;
	case 5:
		aid.start_date = chance(3) > 0 ? day() : null;
		aid.financers = [`Porteur de copie ${chance(4)}`];
		break;
	case 6:
		add();
		break;
	default:
		aid.slug = `copie-${aid.id}-${chance(3)}`;
	}
}
function add() {
	const id = 9900001 + made++;
	source.set(id, { id, slug: `copie-${id}`, name: `Aide copiée ${id}`, description: 'd',
	    financers: ['Porteur de copie 0'], targeted_audiences: ['Commune'], is_live: true });
}
function take() {
	writeFileSync(join(site, 'copie.jsonl'), [...source.values()].map(aid => JSON.stringify(aid)).join('\n'));
	run('import', 'aids', '--source', 'copie', '--force', join(site, 'copie.jsonl'));
}
async function turn() {
	today = `2026-11-${10 + chance(19)}`;
	if (chance(3) === 0) {
		const job = spawn(guichet, ['bulk', '--force'], { env: { ...env, GUICHET_TODAY: today }, stdio: 'ignore' });
		const ended = new Promise(done => job.on('exit', done));
		await new Promise(done => setTimeout(done, chance(200)));
		job.kill('SIGKILL');
		await ended;
	} else {
		run('bulk', '--force');
	}
}

// ---- the reader ----

const copy = new Map();
let cursor = '0', fields, pages = 0, twice = [];
async function read(most) {
	const seen = new Map();
	for (let i = 0; i < most; i++) {
		const answer = await fetch(`${address}/api/aids/?updated_after=${cursor}&itemsPerPage=${1 + chance(100)}&fields=${fields}`);
		if (answer.status !== 200)
			throw new Error(`${answer.status} for ${cursor}: ${await answer.text()}`);
		const page = JSON.parse(await answer.text());
		for (const aid of page.results) {
			const text = JSON.stringify(aid);
			if (seen.get(aid.id) === text)
				twice.push(`aid ${aid.id} twice`);
			seen.set(aid.id, text);
			if ('date_withdrawn' in aid)
				copy.delete(aid.id);
			else
				copy.set(aid.id, text);
		}
		cursor = page.cursor;
		pages++;
		if (page.next === null)
			return true;
	}
	return false;
}

// ---- both ----

const faults = [];
try {
	const first = JSON.parse(await (await fetch(`${address}/api/aids/?itemsPerPage=1`)).text());
	fields = [...Object.keys(first.results[0]), 'description_text', 'eligibility_text'].join();
	for (let i = 0; i < 20; i++)
		add();
	take();
	for (let i = 0; i < edits; i += EVERY) {
		for (let k = 0; k < EVERY; k++)
			edit();
		take();
		if (chance(4) === 0)
			await turn();
		if (chance(3) > 0)
			await read(1 + chance(4));
	}
	make_files();
	while (!await read(50));
	const file = new Map(readFileSync(join(site, 'exports/current/aids.ndjson'), 'utf8').trimEnd()
	    .split('\n').map(line => [JSON.parse(line).id, line]));
	for (const [id, line] of file)
		if (copy.get(id) !== line)
			faults.push(`aid ${id}: ${copy.has(id) ? 'another version' : 'missed'}`);
	for (const id of copy.keys())
		if (!file.has(id))
			faults.push(`aid ${id}: not in the file`);
	faults.push(...twice);
	console.log(`# ${edits} edits of ${source.size} aids, ${pages} pages read, ${file.size} aids in the end`);
} catch (error) {
	faults.push(error.stack);
}
for (const fault of faults.slice(0, 10))
	console.log(`# ${fault}`.replace(/\n/g, ' ').slice(0, 300));
console.log(`${faults.length > 0 ? 'not ok' : 'ok'} 1 - a copy kept by what changed is the file, seed ${seed}`);
console.log('1..1');
process.exit(faults.length > 0 ? 1 : 0);
