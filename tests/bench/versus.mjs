// versus.mjs LINES ROUNDS SECONDS NAME PID URL NAME PID URL - what each kind of
// page costs on two sites, whose demo.sh runs as process PID: the first is what
// the second is measured against.  Read versus.sh first.
//
// The sites are asked in turn, one request at a time: what disturbs the machine
// disturbs both.  A round does so for SECONDS on each line.  LINES is a file: on
// each line a name, then an address or "@" and a file of addresses, "%" in its
// path being the name of the site, then for a POST the file to send, separated by
// spaces.  An address "//HOST/…" is asked of the site under that name.
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';

const LIMIT = 1.05;		// of processor time, beside the base
const [file, rounds, seconds, ...rest] = process.argv.slice(2);
const sites = [rest.slice(0, 3), rest.slice(3, 6)].map(([name, pid, url]) =>
	({ name, pid: Number(pid), url: new URL(url),
		agent: new http.Agent({ keepAlive: true, maxSockets: 1 }) }));
const text = path => readFileSync(path, 'utf8').trim();
const lines = text(file).split('\n').map(line => line.split(' ')).map(([name, what, body]) => ({
	name, body: body && text(body), slices: [],
	paths: sites.map(site => what.startsWith('@') ?
		text(what.slice(1).replace('%', site.name)).split('\n') : [what]),
}));

// ---- processor time ----

// A process that ends meanwhile has no time to read.
function read(path, otherwise = '') {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return otherwise;
	}
}
function below(pid) {
	const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
	return [pid, ...children.flatMap(below)];
}
const OTHERS = /^(sh|sleep|node|nginx|s6-.*)$/;
// The threads of a site that count: [file of its times, "programs" or "database"].
function threads({ pid }) {
	const found = new Map();
	for (const process of below(pid)) {
		const name = read(`/proc/${process}/comm`).trim(), tasks = `/proc/${process}/task`;
		if (name !== '' && !OTHERS.test(name))
			for (const task of readdirSync(tasks))
				found.set(`${tasks}/${task}/schedstat`, name === 'mariadbd' ? 'database' : 'programs');
	}
	return found;
}
// Processor time of each so far, in µs.
function times(found) {
	const sum = { programs: 0, database: 0 };
	for (const [path, kind] of found)
		sum[kind] += Number(read(path, 'NaN').split(' ')[0]) / 1000;
	return sum;
}

// ---- asking ----

// The time of one answer in ms, and its status.
function ask(site, path, body) {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const url = new URL(path, site.url);
		const options = { agent: site.agent, method: body ? 'POST' : 'GET',
			hostname: site.url.hostname, port: site.url.port, path: url.pathname + url.search,
			headers: { Host: url.host, ...(body && { 'Content-Type': 'application/json' }) } };
		const request = http.request(options, answer => {
			answer.resume();
			answer.on('end', () => resolve([performance.now() - start, answer.statusCode]));
		});
		request.on('error', reject);
		request.end(body);
	});
}
// nginx closes a connection after a thousand requests: the next one asks again.
const asked = (...args) => ask(...args).catch(() => ask(...args));

let turn = 0;
// No address is asked twice of a site: nothing comes from nginx's cache.
function next(paths) {
	// In large steps: neighbours in the list resemble each other.
	const path = paths[(turn * 7919) % paths.length];
	// Of what is declared: another parameter would be left out of the address.  A
	// file leaves out what is empty too.
	const more = /[?&]format=(csv|atom)/.test(path) ? `page[${turn}]=1` :
	    `format[${turn}]=`;
	return `${path}${path.includes('?') ? '&' : '?'}${more}`;
}

// Asks one line for a duration in seconds; returns the times per request of each
// site, in µs.
async function slice(line, duration) {
	const found = sites.map(threads), before = found.map(times);
	const waits = sites.map(() => []), end = performance.now() + duration * 1000;
	do {
		turn++;
		for (const i of turn % 2 ? [0, 1] : [1, 0]) {
			const path = next(line.paths[i]);
			const [wait, status] = await asked(sites[i], path, line.body);
			if (status >= 500 || status >= 400 && line.name !== 'refused')
				throw new Error(`${sites[i].name}: ${path} answers ${status}`);
			waits[i].push(wait);
		}
	} while (performance.now() < end);
	// The time of a thread that ended cannot be read any more: measure again.
	const after = sites.map(threads);
	if (found.some((old, i) => [...old.keys()].some(path => !after[i].has(path))))
		return slice(line, duration);
	const spent = after.map(times);
	return sites.map((_, i) => ({ wait: median(waits[i]) * 1000,
		programs: (spent[i].programs - before[i].programs) / waits[i].length,
		database: (spent[i].database - before[i].database) / waits[i].length }));
}

// ---- the report ----

// The value under which a part of the list is.
function quantile(list, part) {
	const v = [...list].sort((a, b) => a - b), at = (v.length - 1) * part;
	return (v[Math.floor(at)] + v[Math.ceil(at)]) / 2;
}
const median = list => quantile(list, 0.5);

let lost = 0;
function row({ name, slices }) {
	const of = (i, part) => median(slices.map(pair => pair[i][part])).toFixed(0);
	const cpu = slices.map(([a, b]) => (b.programs + b.database) / (a.programs + a.database));
	const wait = median(slices.map(([a, b]) => b.wait / a.wait)), ratio = median(cpu);
	lost += ratio > LIMIT;
	const range = `${quantile(cpu, 0.25).toFixed(2)}–${quantile(cpu, 0.75).toFixed(2)}`;
	return `| ${[name, of(0, 'programs'), of(1, 'programs'), of(0, 'database'), of(1, 'database'),
		ratio.toFixed(3), range, of(0, 'wait'), of(1, 'wait'), wait.toFixed(2),
		ratio > LIMIT ? 'over 5 %' : ''].join(' | ')} |`;
}

// To warm up: each address of a list, for what a process keeps to be there.
for (const line of lines) {
	for (const [i, site] of sites.entries())
		for (const path of line.paths[i].length > 1 ? line.paths[i] : [])
			await asked(site, path, line.body);
	await slice(line, 1);
}
for (let round = 1; round <= Number(rounds); round++) {
	if (round % 10 === 0)
		console.error(`# round ${round} of ${rounds}`);
	for (const line of lines)
		line.slices.push(await slice(line, Number(seconds)));
}
const [a, b] = sites.map(site => site.name);
const today = new Date().toISOString().slice(0, 10);
console.log(`Times per request in µs, ${rounds} rounds of ${seconds} s, ${today}.\n
| line | programs ${a} | ${b} | MariaDB ${a} | ${b} | CPU ${b} / ${a} | half of the rounds | wait ${a} | ${b} | ratio | loses |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
${lines.map(row).join('\n')}\n\n${lines.length} lines, ${lost} over 5 % more processor time.`);
process.exit(lost > 0 ? 1 : 0);
