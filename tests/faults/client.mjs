// client.mjs - readers and attackers, each from an address of its own.
//
//   node client.mjs read BASE SECONDS PAGE ADDRESS...
//	one ordinary reader an address, who takes breath between two pages: PAGE,
//	or if it is "" pages of the search; of the first prints "P50 P99 N FAILED",
//	times in ms
//   node client.mjs attack BASE WHAT ADDRESS...
//	what a line of "attacks" says, over one connection an address, until it is
//	ended; then prints how many answers had each status

import http from 'node:http';
import net from 'node:net';

const [role, base, what, ...addresses] = process.argv.slice(2);
const { hostname, port } = new URL(base);
const random = n => Math.floor(Math.random() * n);
const pause = ms => new Promise(done => setTimeout(done, ms));

// The way to a server and back, which loopback has not.
const ROUND_TRIP = 10;
// An ordinary reader is under the limits, of 30 a second.
const BREATH = 45;

const words = ['toiture', 'eau', 'école', 'voirie', 'rénovation énergétique', 'bois',
	'numérique', 'culture', 'vélo', 'commerce', 'gymnase', 'assainissement'];
const word = () => encodeURIComponent(words[random(words.length)]);

// One page of those that people read, most of them searches.
const pages = [() => '/', () => `/aides/?keyword=${word()}+${word()}`,
	() => `/aides/?text=${word()}&perimeter_codes%5B%5D=${random(95) + 1}`,
	() => `/aides/?keyword=${word()}&page=1`, () => '/programmes/'];

function ask(agent, localAddress, { method = 'GET', path, headers = {}, body }) {
	return new Promise((done, failed) => {
		const began = performance.now();
		const request = http.request({ hostname, port, agent, localAddress, method,
			path, headers, timeout: 35000 }, answer => {
			answer.resume();
			answer.on('end', () => done({ status: answer.statusCode,
				ms: performance.now() - began }));
			answer.on('error', failed);
		});
		request.on('timeout', () => request.destroy(new Error('timeout')));
		request.on('error', failed);
		request.end(body);
	});
}

// ---- reading ----

async function read(address, page, until) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const times = [];
	let failed = 0;

	for (let turn = 0; performance.now() < until; turn++) {
		const path = page || pages[turn % pages.length]();
		try {
			const { status, ms } = await ask(agent, address, { path });
			times.push(ms);
			failed += status !== 200;
		} catch {
			failed++;
		}
		await pause(BREATH);
	}
	agent.destroy();
	return { times: times.sort((a, b) => a - b), failed };
}

// ---- attacks ----

const counts = {};
const count = status => { counts[status] = (counts[status] ?? 0) + 1; };
let ended = false;

const drawn = (n, letters) => Array.from({ length: n }, () =>
	letters[random(letters.length)]).join('');
// Words that no aid bears, made of the commonest letters: near many others.
const unknown = () => drawn(9, 'etainrsoul');
// Words of readers with a letter that was mistyped.
function mistyped() {
	const letters = [...words[random(words.length)]];
	letters[1 + random(letters.length - 1)] = drawn(1, 'abcdefghijklmnopqrstuvwxyz');
	return encodeURIComponent(letters.join(''));
}
const many = (n, make) => Array.from({ length: n }, make).join('+');

// Requests without a pause: "<<n>>" is another number each time, "<<x*9>>" nine x,
// "<<unknown 9>>" and "<<mistyped 9>>" nine words.
async function flood(address, text) {
	const [, method, path, body] = /^([A-Z]+) ((?:<<.+?>>|\S)+)(?: (.*))?$/s.exec(text);
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const filled = s => s?.replaceAll('<<n>>', () => random(1e9))
	    .replace(/<<(unknown|mistyped) (\d+)>>/g, (_, kind, n) =>
		many(+n, kind === 'unknown' ? unknown : mistyped))
	    .replace(/<<(.+?)\*(\d+)>>/g, (_, part, n) => part.repeat(n));

	while (!ended) {
		const headers = body === undefined ? {} :
		    { 'Content-Type': 'application/x-www-form-urlencoded' };
		await ask(agent, address, { method, path: filled(path), headers,
			body: filled(body) }).then(({ status }) => count(status),
		    error => count(error.code ?? error.message));
		await pause(ROUND_TRIP);
	}
}

// A connection that says or takes a little at a time, and another when it ends.
async function slow(address, kind) {
	const head = `${kind === 'slow-body' ? 'POST' : 'GET'} /aides/?text=eau&page=1 ` +
	    `HTTP/1.1\r\nHost: ${hostname}\r\n`;

	while (!ended) {
		await new Promise(done => {
			const socket = net.connect({ host: hostname, port,
				localAddress: address });
			const drip = setInterval(() => {
				if (ended)
					socket.destroy();
				else if (kind !== 'slow-read')
					socket.write(kind === 'slow-headers' ? 'X' : 'a');
			}, 500);
			socket.on('connect', () => socket.write(head + {
				'slow-headers': 'X-A: ', 'slow-read': '\r\n',
				'slow-body': 'Content-Length: 16000\r\n\r\n' }[kind]));
			if (kind === 'slow-read')
				socket.pause();
			else
				socket.resume();
			socket.on('error', () => {});
			socket.on('close', () => {
				clearInterval(drip);
				count('closed');
				setTimeout(done, 50);
			});
		});
	}
}

// ---- main ----

if (role === 'read') {
	const until = performance.now() + what * 1000;
	const [page, ...readers] = addresses;
	const [{ times, failed }] = await Promise.all(readers.map(a => read(a, page,
	    until)));
	const at = share => times[Math.min(times.length - 1,
	    Math.floor(times.length * share))]?.toFixed(1);
	console.log(at(0.5), at(0.99), times.length, failed);
} else {
	process.on('SIGTERM', () => {
		ended = true;
		console.log(Object.entries(counts).map(([k, n]) => `${k}:${n}`).join(' '));
		process.exit(0);
	});
	await Promise.all(addresses.map(a => what.startsWith('slow-') ? slow(a, what) :
	    flood(a, what)));
}
