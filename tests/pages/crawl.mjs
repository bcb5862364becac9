// crawl.mjs - follows each link below a portal, and says what is wrong: a page that
// fails, that is not under its name, or that leads out of it without saying so; an
// aid that is not within it.  Prints a line for each fault, then how many pages it
// read of each kind.
//
//   node crawl.mjs ADDRESS HOST PREFIX NAME WITHIN
//
// WITHIN is a file with the slugs of the aids of the portal, a line each.

import { readFileSync } from 'node:fs';
import { request } from 'node:http';

const [address, host, prefix, name, within] = process.argv.slice(2);
const base = new URL(address);
const origin = `${base.protocol}//${host}${base.port ? `:${base.port}` : ''}`;
const slugs = new Set(readFileSync(within, 'utf8').trim().split('\n'));
// With FULL, all of it.
const [MOST, MOST_OF_PATH] = process.env.FULL ? [5000, 20] : [100, 2];

// fetch() would not send another Host.
const get = path => new Promise((done, fail) => {
	request({ host: base.hostname, port: base.port, path,
	    headers: { Host: origin.slice(origin.indexOf('//') + 2) } }, answer => {
		const bits = [];
		answer.on('data', bit => bits.push(bit)).on('end', () => done({
			status: answer.statusCode, headers: answer.headers,
			text: Buffer.concat(bits).toString() }));
	}).on('error', fail).end();
});
const text_of = html => html.replace(/&amp;/g, '&').replace(/&quot;/g, '"');
// The step of a path that a number or a name fills.
const kind_of = path => path.slice(prefix.length).split('?')[0]
    .replace(/^\/(aides|programmes|partenaires|pages|demarches|cartographie)\/[^/]+\//, '/$1/*/') +
    (path.match(/format=(\w+)/)?.[1] ?? '');

const seen = new Set(), of_path = new Map(), kinds = new Map();
const queue = [];
const fault = (path, what) => console.log(`${path}: ${what}`);

function follow(from, href) {
	const url = new URL(href, origin + from);

	if (url.origin !== origin)
		return;
	const path = url.pathname + url.search;
	if (path.startsWith('/static/'))
		return;
	if (!path.startsWith(`${prefix}/`))
		return fault(from, `leads to ${path}`);
	// Departments are alike, and a hundred: they count as one path.
	const bare = url.pathname.replace(/\/cartographie\/[^/]+\//, '/cartographie/*/');
	const times = of_path.get(bare) ?? 0;
	if (seen.has(path) || times >= MOST_OF_PATH || seen.size >= MOST)
		return;
	seen.add(path);
	of_path.set(bare, times + 1);
	queue.push(path);
}

// The aids that a page leads to, whatever its format.
function check_aids(path, text) {
	for (const [, slug] of text.matchAll(/\/aides\/([a-z0-9-]+)\//g))
		if (slug !== 'exporter' && !slugs.has(slug))
			fault(path, `has the aid ${slug}`);
}

async function read(path) {
	const { status, headers, text } = await get(path);

	kinds.set(kind_of(path), (kinds.get(kind_of(path)) ?? 0) + 1);
	check_aids(path, text);
	if (status >= 300 && status < 400)
		return follow(path, headers.location);
	if (status !== 200)
		return fault(path, `answers ${status}`);
	if (!/^text\/html/.test(headers['content-type'] ?? ''))
		return;
	if (!text.includes(`<p class="fr-header__service-title">${name}</p>`) ||
	    !text_of(text).includes(` – ${name}</title>`))
		fault(path, 'is not under its name');
	// The <link> of the canonical address may be of the site.
	for (const [tag] of text.matchAll(/<(?!link)[a-z]+ [^>]*>/g))
		for (const [, href] of tag.matchAll(/ (?:href|src|action|formaction)="([^"]*)"/g))
			follow(path, text_of(href));
}

follow(`${prefix}/`, `${prefix}/`);
while (queue.length > 0)
	await Promise.all(queue.splice(0, 4).map(read));
for (const kind of [...kinds.keys()].sort())
	console.log(`# ${kinds.get(kind)} ${kind}`);
