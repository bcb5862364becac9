// api.mjs - the description of the API, by a validator and against the API itself, and
// every answer against the description.  Prints TAP.
//
//   node api.mjs TOOLS ADDRESS ASKED     TOOLS is the folder of node_modules; ASKED is what
//   tests/pages/cases.mjs leaves of its requests: their answers are checked too

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [tools, address, kept] = process.argv.slice(2);
const { resolve: find } = createRequire(join(resolve(tools), 'package.json'));
const load = async name => import(pathToFileURL(find(name)).href);
const { Validator } = await load('@seriousme/openapi-schema-validator');
const { default: Ajv } = await load('ajv/dist/2020.js');
const { default: formats } = await load('ajv-formats');

let n = 0, bad = 0;
function tap(name, faults) {
	for (const fault of faults.slice(0, 10))
		console.log(`# ${fault}`.replace(/\n/g, ' ').slice(0, 300));
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}`);
	bad += faults.length > 0;
}

async function get(path, options) {
	const answer = await fetch(address + path, options);
	return { status: answer.status, type: (answer.headers.get('content-type') ?? '')
	    .split(';')[0], text: await answer.text(), headers: answer.headers };
}

// ---- the description ----

const api = JSON.parse((await get('/api/openapi.json')).text);
const { valid, errors } = await new Validator().validate(structuredClone(api));
tap('the description is OpenAPI 3.1', valid ? [] : [JSON.stringify(errors)]);

const operations = Object.entries(api.paths).flatMap(([path, item]) =>
    ['get', 'post'].filter(method => item[method]).map(method =>
    ({ path, method, item, ...item[method] })));
const of_query = operation => (operation.parameters ?? []).filter(p => p.in === 'query');
const fields = api.components.schemas.Aid.properties;
tap(`addresses were read: ${operations.length}`,
    operations.length > 15 && Object.keys(fields).length > 60 ? [] : ['too few']);
const unsaid = text => !/[a-zé]{2}/.test(text ?? '');
tap('each address, parameter and key has words', operations.flatMap(o => [
	...unsaid(o.summary) || unsaid(o.description) ? [`${o.path}: xsl/api/lib/words.xsl`] : [],
	...(o.item.parameters ?? []).filter(p => unsaid(p.description)).map(() =>
	    `${o.path}, {slug}: xsl/api/lib/words.xsl`),
	...of_query(o).filter(p => unsaid(p.description)).map(p =>
	    `${o.path}, ${p.name}: xsl/api/lib/param-words.xsl`),
]).concat(Object.entries(fields).filter(([, f]) => unsaid(f.description)).map(([name]) =>
    `${name}: xsl/api/lib/field-words.xsl`)));

// Words, schemas and lines that say what is not there.
const names = new Set(operations.flatMap(o => of_query(o).map(p => p.name)));
const stale = ['words', 'param-words', 'field-words', 'schemas'].flatMap(name => {
	const file = `xsl/api/lib/${name}.xsl`;
	const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
	const all = pattern => [...text.matchAll(pattern)].map(m => m[1]);
	return [...all(/@path = '([^']+)'/g).filter(path => !api.paths[path]),
	    ...all(/param\[@name = '([^']+)'\]/g).filter(param => !names.has(param)),
	    ...all(/field\[@name = '([^']+)'\]/g).filter(field => !fields[field])]
	    .map(word => `${file}: "${word}" is no more`);
});
tap('words are of what is there', stale);

// ---- what it says is what the program takes ----

const sample = { slug: '900001' };
const first = JSON.parse((await get('/api/aids/?itemsPerPage=1')).text).results[0];
sample.slug = first.slug;
const filled = path => path.replace('{slug}',
    /demarches/.test(path) ? '900001' : /perimeters/.test(path) ? '70956' : sample.slug);
const strictly = { headers: { Prefer: 'handling=strict' } };
const example = p => {
	const value = [p.example ?? []].flat()[0] ?? ({ boolean: 'true', integer: 1 })[
	    p.schema.items?.type ?? p.schema.type] ?? '1';
	return `${encodeURIComponent(p.name)}=${encodeURIComponent(value)}`;
};
const read = operations.filter(o => o.method === 'get');
const programs = read.filter(o => o.parameters.some(p => p.$ref?.endsWith('/Prefer')));
const refused = [];
for (const o of programs)
	for (const p of of_query(o)) {
		const asked = `${filled(o.path)}?${example(p)}`;
		const { status, text } = await get(asked, strictly);
		// A value may mean nothing here; a name must.
		const reasons = status === 400 ? JSON.parse(text).errors ?? [] : [];
		if (status >= 500 || reasons.some(e => /aucun param/.test(e.reason)))
			refused.push(`${asked}: ${status} ${text}`);
	}
tap('each parameter that it has is taken', refused);
const unknown = [];
for (const o of programs) {
	const { status } = await get(`${filled(o.path)}?zzz=1`, strictly);
	if (status !== 400)
		unknown.push(`${o.path}: ${status}`);
}
tap('a parameter that it has not is none', unknown);

const exports = JSON.parse((await get('/api/exports/')).text).results.map(f => `/api/${f.name}`);
tap('files of the catalogue are in it', exports.filter(path => !api.paths[path])
    .map(path => `${path}: cgi-bin/lib/api/api_files.c`));

// ---- answers ----

const ajv = new Ajv({ strict: false, allErrors: false });
formats(ajv);
ajv.addSchema(api, 'api');
const pointer = (...keys) => `api#/${keys.map(key => encodeURIComponent(
    String(key).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
const patterns = Object.keys(api.paths).map(path => ({ path,
    at: new RegExp(`^${path.replace(/[.]/g, '\\.').replace('{slug}', '[^/]+')
    .replace(/\/$/, '/?')}$`), fixed: !path.includes('{') }))
    .sort((a, b) => b.fixed - a.fixed || b.path.length - a.path.length);

// As it is written, when no letters are.
function decoded(path) {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}

// What is wrong with an answer; nothing is when it has no JSON.
function faults_of({ method, url, status, type, text }) {
	const [where] = url.split('?');
	const path = patterns.find(({ at }) => at.test(decoded(where)))?.path;
	const said = api.paths[path]?.[method.toLowerCase()];
	let schema, json;

	if (text === '' || type === 'text/html' || type === 'application/xml')
		return [];
	if (status < 300 && said?.responses[200].content[type] === undefined)
		return [`${type} of ${path}`];
	if (status < 300 && !/[/+]json$/.test(type))
		return [];
	if (status < 300)
		schema = /^\/api\/aids\//.test(path) && !/[?&]fields/.test(url) &&
		    !/[?&]updated_after/.test(url) ? 'strict' : 'said';
	try {
		json = JSON.parse(text);
	} catch (error) {
		return [`no JSON: ${error.message}`];
	}
	const wrong = at => ajv.getSchema(at)(json) ? [] : ajv.getSchema(at).errors
	    .map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
	if (schema === undefined)
		return wrong(`api#/components/schemas/${/^\/api\/demarches\//.test(url) ? 'Fault' : 'Problem'}`);
	// Without "fields", no key may lack.
	const whole = ajv.getSchema('api#/components/schemas/Aid');
	const aids = schema === 'strict' && (json.results ?? [json])
	    .filter(aid => 'eligibility' in aid || 'url' in aid);
	return wrong(pointer('paths', path, method.toLowerCase(), 'responses', 200, 'content',
	    type, 'schema')).concat((aids || []).filter(aid => !whole(aid)).map(aid =>
	    `aid ${aid.id}: ${JSON.stringify(whole.errors)}`));
}

const asked = JSON.parse(readFileSync(kept, 'utf8')).map(one => ({ ...one,
    text: readFileSync(one.file, 'utf8') })).filter(one =>
    /^\/(api|\.well-known\/api)/.test(one.url) && one.method !== 'HEAD' && one.coded === '');
tap(`answers of the cases are as it says: ${asked.length}`, asked.flatMap(one =>
    faults_of(one).map(fault => `${one.method} ${one.url}: ${fault}`)));

const more = [];
for (const o of read) {
	const urls = [filled(o.path), `${filled(o.path)}?zzz=1`,
	    ...of_query(o).map(p => `${filled(o.path)}?${example(p)}`)];
	for (const url of urls)
		more.push(...faults_of({ method: 'GET', url, ...await get(url) })
		    .map(fault => `${url}: ${fault}`));
	const error = await get(urls[1], strictly);
	more.push(...faults_of({ method: 'GET', url: urls[1], ...error }));
}
for (const o of read)
	for (const { externalValue } of Object.values(Object.values(o.responses[200].content)[0].examples ?? {})) {
		const url = externalValue.replace(api.servers[0].url, '');
		const answer = await get(url);
		more.push(...faults_of({ method: 'GET', url, ...answer }).map(fault => `${url}: ${fault}`),
		    ...answer.status === 200 ? [] : [`${url}: ${answer.status}`]);
	}
for (const url of ['/api/aids/no-such-aid/', '/api/no-such/', '/api/aids/?fields=zzz',
    '/api/aids/?updated_after=zzz'])
	more.push(...faults_of({ method: 'GET', url, ...await get(url) })
	    .map(fault => `${url}: ${fault}`));
const token = { method: 'POST', headers: { 'X-AUTH-TOKEN': 'a' } };
for (const options of [token, { method: 'POST' }, { method: 'DELETE' }])
	more.push(...faults_of({ method: options.method, url: '/api/connexion/',
	    ...await get('/api/connexion/', options) }));
more.push(...faults_of({ method: 'GET', url: '/api/aids/',
    ...await get('/api/aids/', { headers: token.headers }) }));
const changed = await get('/api/aids/?updated_after=0');
more.push(...faults_of({ method: 'GET', url: '/api/aids/?updated_after=0', ...changed }));
tap('answers of each address are as it says', more);

console.log(`1..${n}`);
process.exit(bad > 0 ? 1 : 0);
