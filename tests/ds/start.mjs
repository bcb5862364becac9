// start.mjs - a stand-in of DS for a test, and how to speak to it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { champ_key, stable_id } from './demarches.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));

// The ports of a test that was given some (PORTS is the first), else any.
let next = Number(process.env.PORTS ?? 0);
const PORT_TAKEN = 3;

// A process, and what it says first or how it ends.
async function launch(port, options) {
	const child = spawn(process.execPath, [here('stand-in.mjs'), '--port', port,
	    '--schemas', here('schemas'), ...options],
	    { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise(resolve =>
	    child.on('exit', (code, signal) => resolve(code ?? signal)));
	const said = new Promise(resolve =>
	    child.stdout.once('data', data => resolve(String(data))));
	return { child, ended, first: await Promise.race([said, ended]) };
}

// Starts one with more options; how to speak to it and stop it.
export async function start(...options) {
	let process_, taken;
	do {
		process_ = await launch(next === 0 ? 0 : next++, options);
		taken = process_.first === PORT_TAKEN;
	} while (taken && next !== 0);
	const { child, ended, first } = process_;
	const found = /^ready (\d+)\n$/.exec(first);
	if (!found)
		throw new Error(`the stand-in does not start: ${first}`);
	const base = `http://127.0.0.1:${found[1]}`;

	const call = (path, options_) =>
	    fetch(base + path, { redirect: 'manual', ...options_ });
	const post = (demarche, payload, headers = {}) =>
	    call(`/api/public/v1/demarches/${demarche}/dossiers`, { method: 'POST',
	    headers: { 'Content-Type': 'application/json', ...headers },
	    body: typeof payload === 'string' || payload instanceof Uint8Array ?
	    payload : JSON.stringify(payload) });
	const control = async (name, body) => (await call(`/_control/${name}`,
	    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }))
	    .json();
	const draft = async number => (await control('drafts'))
	    .find(one => one.number === number);
	const graphql = async (operationName, variables, token, more = {}) =>
	    call('/api/v2/graphql', { method: 'POST', headers: {
	    'Content-Type': 'application/json',
	    ...(token && { Authorization: `Bearer ${token}` }) },
	    body: JSON.stringify({ queryId: 'ds-query-v2', operationName, variables,
	    ...more }) });
	const stop = async () => {
		child.kill('SIGTERM');
		return ended;
	};
	return { base, call, post, control, draft, graphql, stop };
}

// The key of the champ of a label, in a démarche of the fixtures.
export function keys_of(number) {
	const file = readdirSync(here('schemas')).find(name => name.startsWith(number));
	const schema = JSON.parse(readFileSync(here(`schemas/${file}`), 'utf8'));
	const { champDescriptors, annotationDescriptors } =
	    schema.revision ?? schema.activeRevision;
	const keys = new Map(champDescriptors.concat(annotationDescriptors)
	    .flatMap(one => [one, ...one.champDescriptors ?? []])
	    .map(one => [one.label, champ_key(stable_id(one.id))]));
	return label => {
		if (!keys.has(label))
			throw new Error(`no champ "${label}"`);
		return keys.get(label);
	};
}

// A few places, in the files that --geo reads; a folder to remove.
export function some_places() {
	const folder = mkdtempSync(join(tmpdir(), 'places-'));
	const files = {
		'ds-geo-communes-postal.csv.gz': gzipSync(
		    'postal_code,insee,name,departement_code,region_code,epci_code\n' +
		    ',98411,Îles Saint-Paul et Nouvelle-Amsterdam,984,984,\n' +
		    '01540,01457,Vonnas,01,84,200070555\n' +
		    '75001,75101,Paris 1er Arrondissement,75,11,\n' +
		    '75001,75056,Paris,75,11,\n'),
		'ds-geo-epci.csv.gz': gzipSync('departement_code,epci_siren,name\n' +
		    '01,200042935,CA Haut - Bugey Agglomération\n' +
		    '08,240800821,"CC Ardenne, Rives de Meuse"\n'),
		'ds-geo-departements.json': JSON.stringify([
		    { name: 'Ain', code: '01' }, { name: 'Morbihan', code: '56' },
		    { name: 'Ardennes', code: '08' }, { name: 'Corse-du-Sud', code: '2A' },
		    { name: 'Guadeloupe', code: '971' }]),
		'ds-geo-regions.json': JSON.stringify([{ name: 'Bretagne', code: '53' }]),
	};
	for (const [name, content] of Object.entries(files))
		writeFileSync(join(folder, name), content);
	return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
