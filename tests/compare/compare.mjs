// compare.mjs BASE NEW BASE-MANIFEST NEW-MANIFEST - asks two sites the same
// requests (requests.mjs), one after the other on each, and says which answers
// differ: in status, in a header, or in a byte of the body.  Exits 1 on a
// difference.
//
// Both sites hold the same data, on the same day (GUICHET_TODAY), under the same
// public address (BASE_URL).  What must differ is replaced before they are
// compared, and nothing else:
//
// - header Date, and Last-Modified and ETag of static files: the clock, and when
//   the files were built;
// - value of ETag: it is made of the build too.  That there is one, weak or not,
//   is compared;
// - 32 hexadecimal digits: the name of a request (header and error pages) and of
//   a form (its hidden field), both random;
// - the port after 127.0.0.1: Démarches simplifiées has a stand-in for each site;
// - prefill_token=…: the stand-in draws it;
// - the digest in the name of a static file.  The files are compared themselves,
//   each once, so that a style that changed is one difference and not a thousand.
//
// Headers are compared by name, whatever their order and case.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { requests } from './requests.mjs';

const SHOWN = 10;
const [, , baseUrl, newUrl, baseManifest, newManifest] = process.argv;
const manifest = path => new Map(readFileSync(path, 'utf8').trim().split('\n').map(line => line.split(' ')));
const base = { url: new URL(baseUrl), etag: '""', assets: manifest(baseManifest) };
const ours = { url: new URL(newUrl), etag: '""', assets: manifest(newManifest) };

// ---- asking ----

function ask(site, { method, path, headers, body, asset }) {
	const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) =>
		[name, value.replace('@ETag', () => site.etag)]));
	if (body !== undefined)
		sent['Content-Length'] = Buffer.byteLength(body);
	// "path" as it is: a URL would mend it.
	const options = { host: site.url.hostname, port: site.url.port, method,
		path: asset ? site.assets.get(asset) ?? '/static/none' : path,
		headers: { Connection: 'close', ...sent } };
	return new Promise((resolve, reject) => {
		const request = http.request(options, answer => {
			const parts = [];
			answer.on('data', part => parts.push(part));
			answer.on('error', reject);
			answer.on('end', () => {
				site.etag = answer.headers.etag ?? site.etag;
				const sent = Buffer.concat(parts);
				const zipped = answer.headers['content-encoding'] === 'gzip';
				resolve({ status: answer.statusCode, headers: answer.headers,
					body: (zipped ? gunzipSync(sent) : sent).toString('latin1') });
			});
		});
		request.setTimeout(60000, () => request.destroy(new Error('no answer in 60 s')));
		request.on('error', reject);
		request.end(body);
	});
}
// A connection that is cut is an answer too: both must cut it.
const answer = (site, request) => ask(site, request)
	.catch(error => ({ status: error.code ?? error.message, headers: {}, body: '' }));

// ---- comparing ----

const neutral = text => text.replace(/\b[0-9a-f]{32}\b/g, 'ID')
	.replace(/127\.0\.0\.1(:|%3A)\d+/g, '127.0.0.1$1PORT')
	.replace(/prefill_token(=|%3D)[A-Za-z0-9_-]+/g, 'prefill_token$1TOKEN')
	.replace(/(\/static\/[\w-]+)\.[0-9a-f]{8}\./g, '$1.DIGEST.');

// The answer as lines to compare: status, headers, body.
function lines({ status, headers, body }, { asset }) {
	const left = { ...headers };
	delete left.date;
	if (left.etag)
		left.etag = left.etag.replace(/[0-9a-f]{8,}/g, 'TAG');
	if (asset) {
		delete left.etag;
		delete left['last-modified'];
	}
	return [['status', String(status)],
		...Object.keys(left).sort().map(name => [name, neutral(String(left[name]))]),
		['body', neutral(body)]];
}

// What differs between two lists of lines: [name, in the base, in ours].
function differences(a, b) {
	const [before, after] = [new Map(a), new Map(b)];
	return [...new Set([...before.keys(), ...after.keys()])]
		.map(name => [name, before.get(name), after.get(name)]).filter(([, x, y]) => x !== y);
}

const utf8 = text => Buffer.from(text, 'latin1').toString('utf8');

// Both texts around the first byte that differs.
function around(x = '(none)', y = '(none)') {
	let at = 0;
	while (at < x.length && x[at] === y[at])
		at++;
	const cut = text => JSON.stringify(utf8(text.slice(Math.max(0, at - 60), at + 100)));
	return `\t- ${cut(x)}\n\t+ ${cut(y)}`;
}

function name({ method, path, body, asset }) {
	const said = asset ? `static file "${asset}"` : utf8(path);
	return `${method} ${said.slice(0, 150)}${body === undefined ? '' : `  ${JSON.stringify(body.slice(0, 80))}`}`;
}

// ---- the walk ----

const page = async path => (await ask(base, { method: 'GET', path, headers: {} })).body;
const list = await requests(page, [...new Set([...base.assets.keys(), ...ours.assets.keys()])]);
const statuses = new Map();
let different = 0;

for (const request of list) {
	const [before, after] = await Promise.all([answer(base, request), answer(ours, request)]);
	const found = differences(lines(before, request), lines(after, request));
	statuses.set(before.status, (statuses.get(before.status) ?? 0) + 1);
	if (found.length > 0 && ++different <= SHOWN) {
		console.log(name(request));
		for (const [what, x, y] of found)
			console.log(`    ${what}\n${around(x, y)}`);
	}
}
if (different > SHOWN)
	console.log(`... and ${different - SHOWN} more`);
console.log(`answers by status: ${[...statuses].map(([s, n]) => `${s}: ${n}`).sort().join(', ')}`);
console.log(`${list.length} compared, ${different} different`);
process.exit(different > 0 ? 1 : 0);
