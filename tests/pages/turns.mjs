// turns.mjs BASE SECRET PEOPLE SECONDS MOST - who sends applications at once, over a site: a
// room of people behind one address, an attacker beside honest readers, a crowd.  Networks
// are addresses of loopback: 127.0.N.0/24.  Prints a line for each thing that is so, or
// not: "ok NAME", "not ok NAME: why".  Beside others nobody waits for MOST ms.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';

const [, , base, secret, people, seconds, most] = process.argv;
const door = '/aides/detr-deux-sevres/candidater/';
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
// How long the reader of a thirteenth network waited: then nobody else needs to.
let passed;
const say = (good, name, why = '') => console.log(good ? `ok ${name}` : `not ok ${name}: ${why}`);

// Asks from an address; a form is posted as a browser's page of the site does.
function ask(from, path, form) {
	const body = form && new URLSearchParams(form).toString();
	const headers = form ? { 'Content-Type': 'application/x-www-form-urlencoded',
		'Content-Length': Buffer.byteLength(body), 'Sec-Fetch-Site': 'same-origin' } : {};
	return new Promise((done, fail) => {
		const req = http.request(new URL(path, base), { method: form ? 'POST' : 'GET',
			localAddress: from, headers, agent: false }, (res) => {
			let text = '';
			res.setEncoding('utf8').on('data', (s) => { text += s; })
			    .on('end', () => done({ status: res.statusCode, to: res.headers.location, text }));
		});
		req.on('error', fail).end(body);
	});
}

// A form of that key, given some seconds ago: form_token.h.
function token(key, ago = 10) {
	const said = `${key}-${Math.floor(Date.now() / 1000 - ago).toString(16).padStart(8, '0')}`;
	const mark = createHmac('sha256', secret).update(`form\0${said}`).digest('hex');
	return `${said}-${mark.slice(0, 32)}`;
}
const answers = (form, title) => ({ form, perimeter_id: '1032152', step: 'send', 'project.title': title });

// Presses the last button and waits, as the page does by itself, two seconds at a time.
// How long it took to be led to the draft, in ms; else what was said instead.
async function send(from, form, title, until) {
	const began = Date.now();
	let page, res = await ask(from, `${door}envoi/`, answers(form, title));
	while (Date.now() < until && passed === undefined) {
		if (res.status === 303 && res.to.includes('prefill_token='))
			return Date.now() - began;
		if (res.status === 303)
			page = res.to;
		else if (/http-equiv="refresh"/.test(res.text))
			await sleep(2000);
		else
			break;
		res = await ask(from, page);
	}
	return `${res.status} ${(/alert__title">([^<]*)/.exec(res.text) ?? [])[1] ?? ''}`;
}

// ---- a room of people behind one address: every step, as their browsers do it ----

async function person(i, until) {
	let first;
	// A process that reads the names of places for the first time may ask to come back.
	for (let k = 0; k < 10 && first?.status !== 200; k++) {
		await sleep(k * 500);
		first = await ask('127.0.0.1', `${door}?authority=217901099`);
	}
	const form = (/name="form" value="([^"]*)"/.exec(first.text) ?? [])[1];
	if (form === undefined)
		return `no form: ${first.status}`;
	const check = await ask('127.0.0.1', door, { ...answers(form, `Toit ${i}`), step: 'check' });
	if (!check.text.includes(`formaction="${door}envoi/"`))
		return 'no last button';
	if (i === 0) {
		const soon = await ask('127.0.0.1', `${door}envoi/`, answers(token('0'.repeat(32), 0), 'Toit 0'));
		say(soon.status === 200 && soon.text.includes('Relisez avant'), 'sent within three seconds: shown again',
		    soon.status);
	}
	await sleep(3500);
	return send('127.0.0.1', form, `Toit ${i}`, until);
}
const room = await Promise.all([...Array(Number(people)).keys()]
    .map((i) => person(i, Date.now() + 600000)));
const lost = room.filter((r) => typeof r !== 'number');
say(lost.length === 0, `${people} people behind one address who send within the same second all get through`, lost);
console.log(`# the last waited ${Math.round(Math.max(...room) / 1000)} s`);

// ---- an attacker, who has forms that were given, beside readers of other networks ----

const end = Date.now() + seconds * 1000;
let presses = 0;
async function attack(i) {
	while (Date.now() < end) {
		await ask(`127.0.9.${i + 1}`, `${door}envoi/`,
		    answers(token(randomBytes(16).toString('hex')), `Assaut ${presses++}`));
		// Over ten times what its network gets; more would tire the machine alone.
		await sleep(150);
	}
}
async function honest(i) {
	await sleep(i * seconds * 100);
	return send(`127.0.${20 + i}.1`, token(createHash('md5').update(`h${i}`).digest('hex')), `Honnête ${i}`,
	    end + 60000);
}
const attackers = [...Array(12).keys()].map(attack);
const readers = await Promise.all([...Array(10).keys()].map(honest));
await Promise.all(attackers);
const through = readers.filter((r) => typeof r === 'number');
say(through.length === readers.length, 'beside an attacker, all honest applications get through',
    readers.filter((r) => typeof r !== 'number'));
say(Math.max(...through) < most, 'and none waits for long', Math.max(...through));
console.log(`# of ${presses} presses of the attacker; the last reader waited ${Math.max(...through)} ms`);

// ---- twelve networks that fill the queue and stay in it, and one reader of another ----

const over = Date.now() + 60000;
async function stay(i) {
	const from = `127.0.${100 + i % 12}.1`;
	while (Date.now() < over && passed === undefined)
		await send(from, token(randomBytes(16).toString('hex')), `Foule ${i}`,
		    Math.min(over, Date.now() + 8000));
}
const crowd = [...Array(60).keys()].map(stay);
await sleep(4000);
passed = await send('127.0.130.1', token(createHash('md5').update('h13').digest('hex')),
    'Treizième', over);
await Promise.all(crowd);
say(typeof passed === 'number' && passed < most, 'beside twelve networks that wait, one of a thirteenth has the next turn',
    passed);
