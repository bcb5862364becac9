// bulk.mjs - the exports: true, whole, valid, as nginx serves them.
// Prints TAP.
//
//   node bulk.mjs TOOLS ADDRESS SITE GUICHET    TOOLS is the folder of node_modules; SITE
//   that of the site, GUICHET the administrator's command, run with its settings

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [tools, address, site, guichet] = process.argv.slice(2);
const { Table } = createRequire(join(resolve(tools), 'package.json'))('tableschema');
const current = join(site, 'exports/current');
const env = { ...process.env, GUICHET_CONF: join(site, 'etc/guichet.conf') };
const wait = ms => new Promise(done => setTimeout(done, ms));

let n = 0, bad = 0;
function tap(name, ...faults) {
	faults = faults.flat().filter(fault => fault !== '' && fault !== true);
	for (const fault of faults.slice(0, 10))
		console.log(`# ${fault}`.replace(/\n/g, ' ').slice(0, 300));
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}`);
	bad += faults.length > 0;
}
const is = (got, want) => got === want ? '' : `got ${got}, want ${want}`;
const run = (words, more = {}) => spawnSync(guichet, words, { env: { ...env, ...more },
    encoding: 'utf8' });
const get = async (path, headers = {}) => {
	const answer = await fetch(address + path, { headers });
	return { status: answer.status, headers: answer.headers,
	    bytes: Buffer.from(await answer.arrayBuffer()) };
};
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

// ---- what they hold ----

const made = run(['bulk', '--force']);
tap('the files are made', is(made.status, 0), /exports made/.test(made.stdout) || made.stderr);
const list = JSON.parse((await get('/api/exports/')).bytes);
const names = ['aids.json', 'aids.ndjson', 'aids.csv', 'dispositif-aide.csv', 'dispositif-aide-absents.csv',
    ...['backers', 'perimeters'].flatMap(list => ['json', 'ndjson', 'csv'].map(form => `${list}.${form}`))];
tap('their list names them', is(list.results.map(f => f.name).join(), names.join()),
    is(list.count, names.length));
const file = {};
for (const f of list.results) {
	file[f.name] = await get(`/api/${f.name}`, { 'Accept-Encoding': 'identity' });
	const packed = readFileSync(join(current, `${f.name}.gz`));
	tap(`${f.name}: size, digest, packed`, is(file[f.name].bytes.length, f.bytes),
	    is(sha256(file[f.name].bytes), f.sha256), is(packed.length, f.gzip_bytes),
	    gunzipSync(packed).equals(file[f.name].bytes) || 'the packed one differs',
	    is(f.url, `${list.results[0].url.replace(/aids\.json$/, '')}${f.name}`));
}
const json = JSON.parse(file['aids.json'].bytes);
const text = file['aids.ndjson'].bytes.toString();
const lines = text.trimEnd().split('\n');
tap('aids.json has the envelope, aids.ndjson the same aids', is(json.count, json.results.length),
    is(lines.length, json.count), is(json.next, null),
    lines.map(line => JSON.parse(line)).every((aid, i) =>
    JSON.stringify(aid) === JSON.stringify(json.results[i])) || 'they differ');

// What the API lists, by pages, with all keys.
const fields = Object.keys(json.results[0]).join();
const listed = new Map();
for (let url = `/api/aids/?itemsPerPage=100&order_by=publication-date&fields=${fields}`; url;) {
	const page = JSON.parse((await get(url)).bytes);
	for (const aid of page.results)
		listed.set(aid.id, JSON.stringify(aid));
	url = page.next && page.next.slice(page.next.indexOf('/api/'));
}
tap(`they hold what the API lists: ${listed.size}`, is(listed.size, json.count),
    json.results.filter(aid => listed.get(aid.id) !== JSON.stringify(aid)).map(aid => `aid ${aid.id}`));

for (const name of ['backers', 'perimeters']) {
	const whole = JSON.parse(file[`${name}.json`].bytes), faults = [];
	for (const page of [1, Math.ceil(whole.count / 100)]) {
		const { results } = JSON.parse((await get(`/api/${name}/?itemsPerPage=100&page=${page}`)).bytes);
		faults.push(is(JSON.stringify(whole.results.slice(100 * (page - 1), 100 * page)), JSON.stringify(results)));
	}
	tap(`${name}.json holds the first and the last page of the API`, is(whole.results.length, whole.count), faults);
}

// As it was on a day.
const count_of = async query => {
	const { status, bytes } = await get(`/api/aids/?itemsPerPage=1&${query}`);
	return `${status} ${JSON.parse(bytes).count}`;
};
tap('the list of a day, by filters, and not by words', is(await count_of('on=2026-11-22'), `200 ${json.count}`),
    is(await count_of('on=2026-11-21'), '400 undefined'), is(await count_of('on=2026-11-22&text=toit'), '400 undefined'),
    is(await count_of('on=2026-11-22&aid_type_slugs=grant&perimeter_codes=79191'),
    await count_of('aid_type_slugs=grant&perimeter_codes=79191')));

// ---- tables ----

// A table as RFC 4180 has it.
function table(csv) {
	const rows = [[]];
	for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
		rows.at(-1).push(quoted !== undefined ? quoted.replace(/""/g, '"') : plain);
		if (end === '\r\n')
			rows.push([]);
		if (end === '')
			break;
	}
	rows.pop();
	return rows;
}
function cell(value) {
	if (value === null)
		return '';
	const said = typeof value === 'string' ? value : Array.isArray(value) &&
	    value.every(one => typeof one !== 'object') ? value.join('|') : JSON.stringify(value);
	return /^[=+@\t\r-]/.test(said) && typeof value !== 'number' ? `'${said}` : said;
}
const rows = table(file['aids.csv'].bytes.toString());
tap('aids.csv has a column for each key, and the same aids', is(rows[0].join(), fields),
    is(rows.length - 1, json.count), json.results.filter((aid, i) =>
    Object.values(aid).map(cell).join('\0') !== rows[i + 1].join('\0')).map(aid => `aid ${aid.id}`));

async function conforms(bytes, schema) {
	const loaded = await Table.load(Readable.from([bytes]), { schema });
	try {
		await loaded.read();
		return '';
	} catch (error) {
		return error.errors?.map(e => e.message) ?? error.message;
	}
}
const schema = JSON.parse((await get('/api/schemas/aids.json')).bytes);
for (const list of ['aids', 'backers', 'perimeters']) {
	const one = JSON.parse((await get(`/api/schemas/${list}.json`)).bytes);
	const all = JSON.parse(file[`${list}.json`].bytes);
	tap(`${list}.csv is as its schema says`, await conforms(file[`${list}.csv`].bytes, one),
	    is(table(file[`${list}.csv`].bytes.toString()).length - 1, all.count),
	    is(one.fields.map(f => f.name).join(), Object.keys(all.results[0]).join()));
	const first = JSON.parse((await get(`/api/${list}/?itemsPerPage=1`)).bytes);
	tap(`${list}.json has all that the API lists`, is(all.count, first.count), is(all.results.length, all.count));
}
tap('another table is not', (await conforms(Buffer.from('id,slug\r\nx,y\r\n'), schema)) !== '' || 'it is');
const state = fileURLToPath(new URL('../../../shared/data/reference/dispositif-aide/schema.json', import.meta.url));
if (existsSync(state))
	tap('dispositif-aide.csv is as the State says', await conforms(file['dispositif-aide.csv'].bytes,
	    JSON.parse(readFileSync(state, 'utf8'))));
// Of aids that it has the date at their source, and of the others what they lack.
const about = new Map(json.results.map(aid => [aid.id, aid]));
const absent = table(file['dispositif-aide-absents.csv'].bytes.toString()).slice(1);
tap('those that it cannot have are named, with the columns that they lack',
    is(absent.length, list.results[3].rows_left_out),
    is(list.results[3].rows_left_out_url, list.results[3].url.replace('.csv', '-absents.csv')), absent.length > 0 || 'none',
    absent.filter(([id, name, columns]) => about.get(Number(id))?.name.trim() !== name || columns === '' ||
    columns.includes('description') !== (about.get(Number(id)).description_text === null) ||
    columns.includes('porteurs') !== (about.get(Number(id)).financers.length + about.get(Number(id)).instructors.length === 0)),
    await conforms(file['dispositif-aide-absents.csv'].bytes,
    JSON.parse((await get('/api/schemas/dispositif-aide-absents.json')).bytes)));
const out = new Set(absent.map(([id]) => Number(id)));
const dated = json.results.filter(aid => !out.has(aid.id)).map(aid => aid.date_updated ?? aid.date_created);
tap('date_mise_a_jour is that of the aid at its source', is(table(file['dispositif-aide.csv'].bytes.toString())
    .slice(1).map(row => row.at(-1)).join(), dated.map(date => date.replace('+00:00', 'Z')).join()));
const exchange = list.results[3];
tap('an aid that the format cannot have is counted', is(exchange.rows + exchange.rows_left_out, json.count),
    is(table(file['dispositif-aide.csv'].bytes.toString()).length - 1, exchange.rows),
    exchange.rows > 0 || 'none is there');

// ---- the catalogue of data ----

const forms = { ttl: 'text/turtle', jsonld: 'application/ld+json', rdf: 'application/rdf+xml' };
for (const [form, type] of Object.entries(forms)) {
	const { bytes, headers } = await get('/api/catalog', { Accept: type });
	writeFileSync(join(site, `catalog.${form}`), bytes);
	tap(`the catalogue of data in ${form}`, is(headers.get('content-type').split(';')[0], type),
	    is(sha256((await get(`/api/catalog.${form}`)).bytes), sha256(bytes)));
}
const graphs = spawnSync('/usr/bin/python3', [fileURLToPath(new URL('catalog.py', import.meta.url)),
    ...Object.keys(forms).map(form => join(site, `catalog.${form}`))], { encoding: 'utf8' });
tap('the three say the same, with all that a harvester maps', is(graphs.status, 0), graphs.stdout.trim(),
    graphs.stderr.trim().split('\n').pop());

// ---- as nginx serves them ----

const { headers } = await get('/api/aids.json', { 'Accept-Encoding': 'identity' });
const etag = headers.get('etag');
tap('an ETag, and nothing for who has it', /^"/.test(etag ?? '') || etag,
    is((await get('/api/aids.json', { 'If-None-Match': etag, 'Accept-Encoding': 'identity' })).status, 304));
const part = await get('/api/aids.json', { Range: 'bytes=10-19', 'Accept-Encoding': 'identity' });
tap('a part', is(part.status, 206), is(part.bytes.toString(), file['aids.json'].bytes.subarray(10, 20).toString()));
tap('any site may ask', is(headers.get('access-control-allow-origin'), '*'));

// ---- when they are made again ----

const before = readlinkSync(current);
const again = run(['bulk']);
tap('nothing changed: nothing is made', /nothing changed/.test(again.stdout) || again.stdout,
    is(readlinkSync(current), before));
// After a change it rests ten times as long as the files took, which their stamp says.
const rests = join(site, 'rests.conf');
writeFileSync(rests, readFileSync(join(site, 'etc/guichet.conf'), 'utf8').replace(/^exports_dir.*/m, `exports_dir = ${site}/rests`));
const resting = run(['bulk', '--force'], { GUICHET_CONF: rests });
const after = ago => {
	writeFileSync(join(site, 'rests/current/stamp'), `other\n${Math.floor(Date.now() / 1000) - ago} 60.000\n`);
	return run(['bulk'], { GUICHET_CONF: rests }).stdout;
};
const soon = after(570), due = after(601);
tap('it rests ten times as long as it took', is(resting.status, 0), /took long/.test(soon) || soon,
    /made in/.test(due) || due);
const dates = () => JSON.parse(readFileSync(join(current, 'exports.json'))).results
    .map(({ name, date }) => `${name} ${date}`).join();
const had = dates();
const forced = run(['bulk', '--force'], { GUICHET_TODAY: '2026-11-22' });
tap('made again of the same, files keep their dates, and their ETags', is(forced.status, 0), is(dates(), had),
    readlinkSync(current) !== before || 'not made',
    is((await get('/api/aids.json', { 'Accept-Encoding': 'identity' })).headers.get('etag'), etag));
const closing = json.results.find(aid => aid.submission_deadline > '2026-11-22');
const history = async () => JSON.parse((await get(`/api/aids/${closing.id}/history/`)).bytes).results
    .map(one => one.status).reverse();
const versions = (await history()).length;
// What came since, the oldest first.  The site has a job too, which each minute turns aids
// back to its own day.
const since = async () => (await history()).slice(versions).join();
const later = run(['bulk', '--force'], { GUICHET_TODAY: '2031-01-01' });
const ids = () => JSON.parse(readFileSync(join(current, 'aids.json'))).results.map(aid => aid.id);
tap('an aid that closed is gone from them, with a version more', is(later.status, 0),
    !ids().includes(closing.id) || 'it is there', /^closed(,open)?$/.test(await since()) || await since());
run(['bulk', '--force']);
tap('one that is open again is back', ids().includes(closing.id) || 'it is not', is(await since(), 'closed,open'));

// Files that cannot be written whole are as they were, and that is said once.
const fill = () => spawnSync('sh', ['-c', "trap '' XFSZ; ulimit -f 20; exec \"$0\" bulk", guichet],
    { env: { ...env, GUICHET_TODAY: '2031-01-02' }, encoding: 'utf8' });
let full = fill();
for (let i = 0; i < 60 && /took long/.test(full.stdout); i++, full = fill())
	await wait(500);
const stays = readlinkSync(current), kept = ids();
const rest = run(['bulk'], { GUICHET_TODAY: '2031-01-02' });
tap('on a full disk it fails, says so, and rests', is(full.status, 1),
    is(full.stderr.trim().split('\n').filter(line => /cannot write/.test(line)).length, 1), is(rest.status, 1),
    /could not be made: that is tried again in [45] minutes, or now by guichet bulk --force/.test(rest.stdout) || rest.stdout, is(rest.stderr, ''),
    is(readlinkSync(current), stays), kept.includes(closing.id) || 'they changed');
tap('when there is room it makes them by --force, and all is as before',
    is(run(['bulk', '--force'], { GUICHET_TODAY: '2031-01-02' }).status, 0), !ids().includes(closing.id) || 'not made',
    /nothing changed/.test(run(['bulk'], { GUICHET_TODAY: '2031-01-02' }).stdout) || 'it rests', is(run(['bulk', '--force']).status, 0));

const all = JSON.parse((await get(`/api/aids/${closing.id}/history/`)).bytes);
const pages = [];
for (let url = `/api/aids/${closing.id}/history/?itemsPerPage=2`; url && pages.length < 9;) {
	pages.push(JSON.parse((await get(url)).bytes));
	url = pages.at(-1).next && pages.at(-1).next.slice(pages.at(-1).next.indexOf('/api/'));
}
tap('a history has pages', is(pages.length, Math.ceil(all.count / 2)), all.count > 2 || 'it is short',
    is(JSON.stringify(pages.flatMap(page => page.results)), JSON.stringify(all.results)));

// Killed anywhere, it leaves them whole.
const torn = [];
for (let i = 0; i < 12; i++) {
	const job = spawn(guichet, ['bulk', '--force'], { env, stdio: 'ignore' });
	const ended = new Promise(done => job.on('exit', done));
	await wait(i * 15);
	job.kill('SIGKILL');
	await ended;
	const now = JSON.parse((await get('/api/exports/')).bytes);
	for (const f of now.results)
		if (sha256((await get(`/api/${f.name}`, { 'Accept-Encoding': 'identity' })).bytes) !== f.sha256)
			torn.push(`${f.name}, killed after ${i * 15} ms`);
}
const last = run(['bulk', '--force']);
const left = spawnSync('ls', [join(site, 'exports')], { encoding: 'utf8' }).stdout.trim().split('\n');
tap('a run that is killed leaves them whole, and nothing to clear away', torn, is(last.status, 0),
    is(left.filter(name => name.startsWith('at-')).length, 2));

console.log(`1..${n}`);
process.exit(bad > 0 ? 1 : 0);
