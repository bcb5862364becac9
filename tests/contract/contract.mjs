// contract.mjs BASE DS SCHEMAS [WORD] - puts the cases to the API of payloads at
// BASE, and what it answers to the strict stand-in at DS.  Prints TAP.
import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Forms } from './forms.mjs';
import { fuzz } from './fuzz.mjs';

const [base, ds, folder, word] = process.argv.slice(2);
const forms = new Forms(folder);
let n = 0, bad = 0;

function tap(name, faults) {
	n++;
	bad += faults.length > 0;
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${n} - ` +
	    name.replace(/[\n\r#\\]/g, ' ').slice(0, 160));
	for (const fault of faults.slice(0, 8))
		console.log(`# ${fault.replace(/\n/g, ' ').slice(0, 400)}`);
}

const shown = value => JSON.stringify(value) ?? 'nothing';

// ---- the two judges ----

// What guichet answers: { status, type, answer }, answer null when it is no JSON.
async function ask(number, body, { method = 'POST', media = 'application/json' } = {}) {
	const raw = typeof body === 'string' || body instanceof Uint8Array ? body :
	    JSON.stringify(body);
	const response = await fetch(`${base}/api/demarches/${number}/payload/`, {
		method, headers: media === null ? {} : { 'Content-Type': media },
		body: ['GET', 'HEAD'].includes(method) ? undefined : raw });
	const text = await response.text();
	let answer = null;
	try {
		answer = JSON.parse(text);
	} catch { /* told by whom it concerns */ }
	return { status: response.status, type: response.headers.get('content-type'),
	    answer, text };
}

const control = async (name, body) => (await fetch(`${ds}/_control/${name}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })).json();

// A moment may be kept in another spelling, but it is the same one.
function same(form, key, sent, kept) {
	if (form.by_key.get(key)?.type === 'Datetime')
		return /[+Z-]/.test(sent.slice(10)) ? Date.parse(sent) === Date.parse(kept) :
		    kept.startsWith(sent);
	return isDeepStrictEqual(sent, kept);
}

// What no schema says (DS 2.1): bounds, ranges of dates, which dossiers there are.
const UNSEEN = new RegExp('^(under the minimum|over the maximum|not positive|' +
    'not in the past|out of the range of dates|no such dossier)$');

// What DS does with a payload, and what it should not have done; what no client
// could have known apart, when chance made the payload.
async function judge_payload(number, payload, by_chance = false) {
	const form = forms.get(number), faults = [];
	await control('reset', {});
	const response = await fetch(`${ds}/api/public/v1/demarches/${number}/dossiers`, {
		method: 'POST', headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(payload) });
	const draft = (await control('drafts')).at(-1);
	if (response.status !== 201 || !draft)
		return [`DS answers ${response.status} ${draft?.trap ?? ''}`];
	const unseen = draft.violations.filter(({ why }) => by_chance && UNSEEN.test(why))
	    .map(({ key }) => key);
	for (const { key, why } of draft.violations.filter(one => !unseen.includes(one.key)))
		faults.push(`DS: ${key} ${form.label(key)}: ${why}`);
	for (const [key, sent] of Object.entries(payload)) {
		if (unseen.some(one => one.split('[')[0] === key))
			continue;
		const kept = draft.stored[key] ?? draft.identity[key];
		if (kept === undefined || !same(form, key, sent, kept))
			faults.push(`DS keeps ${shown(kept)} of ${key} ${shown(sent)}`);
	}
	return faults;
}

// The shape of an answer, whatever was asked.
function judge_shape(answer) {
	const lists = answer !== null && typeof answer.payload === 'object' &&
	    Array.isArray(answer.refused) && Array.isArray(answer.missing);
	if (!lists)
		return [`no answer of the API: ${shown(answer)}`];
	return answer.refused.every(one => typeof one.champ === 'string' &&
	    typeof one.label === 'string' && typeof one.code === 'string' &&
	    one.reason.length > 3) && answer.missing.every(one =>
	    typeof one.champ === 'string' && one.label.length > 0) ? [] :
	    [`an answer without its parts: ${shown(answer)}`];
}

// ---- a case ----

const refusal = one => [one.champ, one.code, ...(one.row ? [one.row] : [])].join(' ');

// wants: { payload, refused: [['champ_…', code, row]], missing, least }; what is not said
// is not looked at, but missing: the form tells it.
async function judge(number, body, wants) {
	const { status, answer, text } = await ask(number, body, wants);
	if (status !== 200)
		return [`status ${status}: ${text}`];
	const faults = judge_shape(answer);
	if (faults.length > 0)
		return faults;
	if (wants.payload && !isDeepStrictEqual(answer.payload, wants.payload))
		faults.push(`leaves ${shown(answer.payload)}`,
		    `wanted ${shown(wants.payload)}`);
	for (const [key, value] of Object.entries(wants.within ?? {}))
		if (!isDeepStrictEqual(answer.payload[key], value))
			faults.push(`${key} ${forms.get(number).label(key)} is ` +
			    `${shown(answer.payload[key])}, wanted ${shown(value)}`);
	for (const key of wants.has ?? [])
		if (!(key in answer.payload))
			faults.push(`${key} ${forms.get(number).label(key)} does not leave`);
	const refused = answer.refused.map(refusal).sort();
	const wanted = wants.refused?.map(one => one.join(' ')).sort();
	if (wanted && !isDeepStrictEqual(refused, wanted))
		faults.push(`refuses ${shown(refused)}, wanted ${shown(wanted)}`);
	const size = Object.keys(answer.payload).length;
	if (size < (wants.least ?? 0))
		faults.push(`${size} champs leave, wanted ${wants.least}`);
	const missing = answer.missing.map(one => one.champ);
	const lacks = wants.missing ?? forms.get(number).missing(answer.payload);
	if (wants.missing !== false && !isDeepStrictEqual(missing, lacks))
		faults.push(`misses ${shown(missing)}, wanted ${shown(lacks)}`);
	return faults.concat(await judge_payload(number, answer.payload));
}

// ---- all of them ----

const wanted = name => !word || name.includes(word);

for (const file of readdirSync(new URL('cases/', import.meta.url)).sort()) {
	const { default: cases } = await import(`./cases/${file}`);
	for (const one of cases(forms)) {
		const name = `${file.replace('.mjs', '')}: ${one.name}`;
		if (!wanted(name))
			continue;
		if (one.status) {
			const got = await ask(one.number, one.body, one);
			const json = (got.status < 400 ? /^application\/json/ : /^application\/problem\+json/).test(got.type) && got.answer;
			tap(name, got.status === one.status && (json || one.bodiless) ? [] :
			    [`status ${got.status}, ${got.type}: ${got.text}`]);
		} else {
			tap(name, await judge(one.number, one.body, one));
		}
	}
}
if (wanted('fuzz'))
	await fuzz(forms, async (number, body) => {
		const { status, answer, text } = await ask(number, body);
		if (answer === null || ![200, 400, 413].includes(status))
			return [`status ${status}: ${text}`, `of ${body}`];
		const faults = status !== 200 ? [] : judge_shape(answer);
		if (status === 200 && faults.length === 0)
			faults.push(...await judge_payload(number, answer.payload, true));
		return faults.length === 0 ? [] : [...faults, `of ${body}`];
	}, tap);
if (n === 0)
	console.log(`Bail out!  no case has "${word}" in its name`);
console.log(`1..${n}`);
process.exit(bad > 0 || n === 0 ? 1 : 0);
