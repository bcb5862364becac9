// versus.mjs LINES ROUNDS SECONDS NAME PID URL NAME PID URL - what each kind of
// page costs on two sites, whose demo.sh runs as process PID: the first is what
// the second is measured against.  Read versus.sh first.
//
// The sites are asked by turns, a request each, one at a time: what disturbs the
// machine disturbs both.  A round asks a line so for SECONDS.  LINES is a file:
// a name, an address or "@" and a file of them, and for a POST the file to send,
// parted by spaces.
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';

const LOST = 1.05;		// a line that costs more has lost
const [file, rounds, seconds, ...rest] = process.argv.slice(2);
const sites = [rest.slice(0, 3), rest.slice(3, 6)].map(([name, pid, url]) =>
	({ name, pid: Number(pid), url: new URL(url), agent: new http.Agent({ keepAlive: true, maxSockets: 1 }) }));
const text = path => readFileSync(path, 'utf8').trim();
const lines = text(file).split('\n').map(line => line.split(' ')).map(([name, what, body]) =>
	({ name, paths: what.startsWith('@') ? text(what.slice(1)).split('\n') : [what], body: body && text(body) }));

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
// The programs of a site, and its MariaDB.
function processes({ pid }) {
	const all = below(pid).map(p => [p, read(`/proc/${p}/comm`).trim()]);
	return { database: all.filter(([, name]) => name === 'mariadbd').map(([p]) => p),
		programs: all.filter(([, name]) => name !== 'mariadbd' && name && !OTHERS.test(name)).map(([p]) => p) };
}
// In µs, of every thread.
function spent(pids) {
	let sum = 0;
	for (const pid of pids)
		for (const task of readdirSync(`/proc/${pid}/task`))
			sum += Number(read(`/proc/${pid}/task/${task}/schedstat`, '0').split(' ')[0]) / 1000;
	return sum;
}

// ---- asking ----

// The time of one answer in ms, and its status.
function ask(site, path, body) {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const request = http.request({ host: site.url.hostname, port: site.url.port, path, agent: site.agent,
			method: body ? 'POST' : 'GET', headers: body ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } : {} }, answer => {
			answer.resume();
			answer.on('end', () => resolve([performance.now() - start, answer.statusCode]));
		});
		request.on('error', reject);
		request.end(body);
	});
}
// nginx closes a connection after a thousand requests: then once more.
const asked = (...args) => ask(...args).catch(() => ask(...args));

let turn = 0;
// No address is asked twice: nothing comes from nginx's cache.
function next({ paths }) {
	turn++;
	// A large step through the list: neighbours are alike.
	const path = paths[(turn * 7919) % paths.length];
	return `${path}${path.includes('?') ? '&' : '?'}guichet-bench=${turn}`;
}

// One line for a while: of each site the times per request, in µs.
async function slice(line, duration) {
	const before = sites.map(site => processes(site));
	const start = sites.map((_, i) => [spent(before[i].programs), spent(before[i].database)]);
	const waits = sites.map(() => []), end = performance.now() + duration * 1000;
	do {
		const path = next(line);
		for (const i of turn % 2 ? [0, 1] : [1, 0]) {
			const [wait, status] = await asked(sites[i], path, line.body);
			if (status >= 400 && line.name !== 'refused')
				throw new Error(`${sites[i].name}: ${path} answers ${status}`);
			waits[i].push(wait);
		}
	} while (performance.now() < end);
	// A program that ended took its time with it: this slice says nothing.
	if (sites.some((site, i) => String(processes(site).programs) !== String(before[i].programs)))
		return slice(line, duration);
	return sites.map((_, i) => ({ wait: median(waits[i]) * 1000,
		programs: (spent(before[i].programs) - start[i][0]) / waits[i].length,
		database: (spent(before[i].database) - start[i][1]) / waits[i].length }));
}

// ---- the report ----

function median(list) {
	const v = [...list].sort((a, b) => a - b), m = v.length >> 1;
	return v.length % 2 ? v[m] : (v[m - 1] + v[m]) / 2;
}

let lost = 0;
function row({ name, slices }) {
	const of = (i, part) => median(slices.map(pair => pair[i][part])).toFixed(0);
	const cpu = slices.map(([a, b]) => (b.programs + b.database) / (a.programs + a.database));
	const wait = median(slices.map(([a, b]) => b.wait / a.wait)), ratio = median(cpu);
	lost += ratio > LOST;
	return `| ${[name, of(0, 'programs'), of(1, 'programs'), of(0, 'database'), of(1, 'database'), ratio.toFixed(3),
		`${Math.min(...cpu).toFixed(2)}–${Math.max(...cpu).toFixed(2)}`, of(0, 'wait'), of(1, 'wait'), wait.toFixed(2),
		ratio > LOST ? 'over 5 %' : ''].join(' | ')} |`;
}

for (const line of lines)
	await slice(line, 1);		// to warm up
for (const line of lines)
	line.slices = [];
for (let round = 1; round <= Number(rounds); round++) {
	console.error(`# round ${round} of ${rounds}`);
	for (const line of lines)
		line.slices.push(await slice(line, Number(seconds)));
}
const [a, b] = sites.map(site => site.name);
console.log(`Times per request in µs, ${rounds} rounds of ${seconds} s, ${new Date().toISOString().slice(0, 10)}.\n
| line | programs ${a} | ${b} | MariaDB ${a} | ${b} | CPU ${b} / ${a} | of rounds | wait ${a} | ${b} | ratio | loses |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
${lines.map(row).join('\n')}\n\n${lines.length} lines, ${lost} over 5 % more processor time.`);
process.exit(lost > 0 ? 1 : 0);
