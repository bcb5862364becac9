// stand-in.mjs - Démarches simplifiées (DS) for tests and for the demo: its public
// prefill API as its contract tells it, in a process of its own, in memory.
//
//   node stand-in.mjs --port N --schemas DIR [--strict] [--geo DIR]
//       [--token TOKEN] [--base URL] [--no-throttle]
//
// DIR holds schemas (see demarches.mjs).  Says "ready PORT" when it listens, on
// 127.0.0.1; ends on SIGTERM, with 3 when the port is taken.  --strict: what a
// careful client never sends is noted as a violation, while the answer stays DS's
// own.  --geo: the lists of places.  --token: the one that GraphQL takes.
// --base: how the links begin.  "DS" with a number is a section of the contract.
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { control } from './control.mjs';
import { stamp } from './dates.mjs';
import { described, is_described, is_open, read_demarches } from './demarches.mjs';
import { Drafts, told } from './drafts.mjs';
import { Faults, Throttle, busy, spoil } from './faults.mjs';
import { places, read_geo } from './geo.mjs';
import { graphql } from './graphql.mjs';
import { closed_page, demarche_page, draft_page, error_page, index_page,
	missing_page } from './pages.mjs';
import { prefill } from './prefill.mjs';
import { read_query } from './query.mjs';

const { values: args } = parseArgs({ options: {
	port: { type: 'string' }, schemas: { type: 'string' },
	geo: { type: 'string' }, token: { type: 'string' }, base: { type: 'string' },
	strict: { type: 'boolean', default: false },
	'no-throttle': { type: 'boolean', default: false },
} });
if (!args.port || !args.schemas) {
	console.error('usage: stand-in.mjs --port N --schemas DIR');
	process.exit(2);
}

// What the files say, or why there is no stand-in.
function read_files() {
	try {
		return { demarches: read_demarches(args.schemas), geo: read_geo(args.geo) };
	} catch (error) {
		console.error(`stand-in: ${error.message}`);
		return process.exit(1);
	}
}

const { demarches, geo } = read_files();
const drafts = new Drafts();
const faults = new Faults({ strict: args.strict, throttle: !args['no-throttle'] });
const throttle = new Throttle();
const requests = [];
const world = { drafts, demarches, faults, throttle, requests,
	places: places(geo),
	today: () => stamp(drafts.now()).slice(0, 10),
	submitted: number => drafts.submitted(number) };
for (const one of demarches.all)
	for (const dossier of one.more.dossiers ?? [])
		drafts.seed(one, dossier);
let base = args.base?.replace(/\/$/, '');

// ---- answers ----

const json = (status, body) => ({ status, type: 'application/json; charset=utf-8',
	body: JSON.stringify(body), headers: {} });
const html = (status, body, headers = {}) => ({ status, headers: {
	'Content-Security-Policy':
	    'default-src \'none\'; style-src \'unsafe-inline\'; form-action \'self\'',
	'Referrer-Policy': 'no-referrer', ...headers,
}, type: 'text/html; charset=utf-8', body });
const goto = (status, url, headers = {}) =>
	html(status, '', { Location: url, ...headers });
const unknown = what => json(404, { error: `procedure ${what} is not found` });

// JSON of a body, or undefined.  Nothing at all is as good as {}.
function parse(body) {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
		return text === '' ? {} : JSON.parse(text);
	} catch {
		return undefined;
	}
}

// ---- the public API (DS 1.2, 1.3) ----

function make(demarche, payload) {
	return drafts.make(demarche,
	    prefill(demarche, payload, world, faults.is('strict')));
}

function post_dossier(request, number) {
	const wait = faults.is('throttle') && /^\d+$/.test(number) ?
	    throttle.wait(request.address) : 0;
	if (wait > 0)
		return busy(wait);
	// To the letter: a charset after it is too much.
	if (request.headers['content-type'] !== 'application/json')
		return json(400, { error: 'Content-Type should be json' });
	const payload = parse(request.body);
	if (payload === undefined)
		return json(400, { status: 400, error: 'Bad Request' });
	const demarche = demarches.of_number(number);
	if (!demarche || !is_open(demarche))
		return unknown(number);
	const draft = make(demarche, payload);
	return draft.trap ? html(500, error_page('Une erreur est survenue')) :
	    json(201, told(draft, base));
}

function get_dossiers(request, number) {
	const demarche = demarches.of_number(number);
	if (!demarche || !is_open(demarche))
		return unknown(number);
	const tokens = [request.query.prefill_token ?? []].flat()
	    .flatMap(list => String(list).split(','));
	return json(200, drafts.list().filter(draft => draft.demarche === demarche &&
	    !draft.hidden && tokens.includes(draft.token))
	    .map(draft => told(draft, base)));
}

function get_schema(request, slug) {
	const demarche = demarches.of_slug(slug);
	return demarche && is_described(demarche) ? json(200, described(demarche)) :
	    unknown(slug);
}

function post_graphql(request) {
	const allowed = args.token !== undefined &&
	    request.headers.authorization === `Bearer ${args.token}`;
	const { status, body } = graphql({ ...world, allowed },
	    parse(request.body) ?? null);
	return json(status, body);
}

// ---- what a person visits (DS 1.1, 1.3) ----

const sessions = new Map();

// The visitor, known by a cookie as the browser's session is on DS.
function visitor(request) {
	const id = /(?:^|; )ds_stand_in=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
	const known = sessions.has(id) ? id : randomUUID();
	if (known !== id)
		sessions.set(known, new Map());
	return { id: known, links: sessions.get(known), headers: { 'Set-Cookie':
	    `ds_stand_in=${known}; Path=/; HttpOnly; SameSite=Lax` } };
}

// Whether this visitor may see the draft of a token: a stranger's is no more.
const may_see = (draft, demarche, who) => draft !== undefined &&
    draft.demarche === demarche && (draft.state === 'prefilled' ||
    (draft.state === 'brouillon' && draft.owner === who.id));

function by_token(demarche, token, who) {
	const draft = drafts.of_token(token);
	return may_see(draft, demarche, who) ?
	    html(200, draft_page(draft, world.places), who.headers) :
	    html(404, missing_page());
}

// The same champs in the same session lead to the same draft; the identity is
// not looked at.
function by_link(demarche, query, who) {
	const champs = Object.entries(query).filter(([key]) => key.startsWith('champ'));
	const digest = createHash('sha256')
	    .update(JSON.stringify([demarche.number, champs])).digest('hex');
	let draft = drafts.of_token(who.links.get(digest));
	if (!may_see(draft, demarche, who)) {
		draft = make(demarche, query);
		who.links.set(digest, draft.token);
	}
	return draft.trap ? html(500, error_page('Une erreur est survenue')) :
	    html(200, draft_page(draft, world.places), who.headers);
}

function get_start(request, slug) {
	const old = demarches.of_old_slug(slug);
	if (old)
		return goto(301, `/commencer/${old.slug}${request.search}`);
	const demarche = demarches.of_slug(slug);
	if (!demarche)
		return html(404, missing_page());
	if (!is_open(demarche))
		return goto(302, `/closing/${demarche.slug}`);
	if ('prefill_token' in request.query)
		return by_token(demarche, String(request.query.prefill_token),
		    visitor(request));
	return Object.keys(request.query).some(key => /^(champ|identite)_/.test(key)) ?
	    by_link(demarche, request.query, visitor(request)) :
	    html(200, demarche_page(demarche));
}

function post_start(request, slug) {
	const demarche = demarches.of_slug(slug), who = visitor(request);
	const token = String(read_query(request.body.toString('utf8')).prefill_token);
	const draft = drafts.of_token(token);
	if (!may_see(draft, demarche, who))
		return html(404, missing_page());
	if (draft.state === 'prefilled')
		drafts.claim(draft, who.id);
	return goto(303, `/commencer/${demarche.slug}?prefill_token=${token}`,
	    who.headers);
}

function get_closing(request, slug) {
	const demarche = demarches.of_slug(slug);
	return demarche ? html(200, closed_page(demarche)) : html(404, missing_page());
}

// ---- doors ----

const DOORS = [
	['POST', /^\/api\/public\/v1\/demarches\/([^/]+)\/dossiers$/, post_dossier],
	['GET', /^\/api\/public\/v1\/demarches\/([^/]+)\/dossiers$/, get_dossiers],
	['GET', /^\/preremplir\/([^/]+)\/schema$/, get_schema],
	['POST', /^\/api\/v2\/graphql$/, post_graphql],
	['GET', /^\/commencer\/test\/([^/]+)$/, (request, slug) =>
	    goto(302, `/commencer/${encodeURIComponent(slug)}${request.search}`)],
	['GET', /^\/commencer\/([^/]+)$/, get_start],
	['POST', /^\/commencer\/([^/]+)$/, post_start],
	['GET', /^\/closing\/([^/]+)$/, get_closing],
	['GET', /^\/$/, () => html(200, index_page(demarches.all.filter(is_open)))],
];

function answer(request) {
	for (const [method, path, door] of DOORS) {
		const found = path.exec(request.path);
		if (method === request.method && found)
			return door(request, ...found.slice(1));
	}
	return html(404, missing_page());
}

function send(response, { status, type, body, headers }, fault) {
	const bytes = Buffer.from(body);
	response.writeHead(status, { ...headers, 'Content-Type': type,
	    'Content-Length': bytes.length, 'Cache-Control': 'no-store' });
	if (fault?.kind === 'truncated') {
		response.write(bytes.subarray(0, bytes.length >> 1),
		    () => response.socket?.destroy());
	} else if (fault?.kind === 'delay_body') {
		response.flushHeaders();
		setTimeout(() => response.end(bytes), fault.delay_body);
	} else {
		response.end(bytes);
	}
}

// A request under a fault, or under none.
function serve(request, response) {
	const fault = faults.take(`${request.method} ${request.path}`);
	const made = !fault || fault.made ? answer(request) :
	    json(201, { dossier_url: null });
	const given = fault ? spoil(fault, made) : made;

	requests.push({ method: request.method, path: request.path,
	    search: request.search, content_type: request.headers['content-type'],
	    authorization: 'authorization' in request.headers,
	    status: given.status, fault: fault?.kind ?? null });
	if (fault?.kind === 'reset')
		response.socket.destroy();
	else if (fault?.kind === 'delay')
		setTimeout(() => send(response, given, fault), fault.delay);
	else
		send(response, given, fault);
}

// What the doors need of a request; null when its address is none.
function read(incoming, body) {
	const [path, ...rest] = incoming.url.split('?');
	const search = rest.length > 0 ? `?${rest.join('?')}` : '';
	try {
		return { method: incoming.method === 'HEAD' ? 'GET' : incoming.method,
		    path: path.split('/').map(decodeURIComponent).join('/'),
		    search, query: read_query(search.slice(1)),
		    headers: incoming.headers, body,
		    address: incoming.socket.remoteAddress };
	} catch {
		return null;
	}
}

// DS's server takes no longer address (DS 1.7).
const too_long = url => url.length > 12288 ||
    url.length - url.indexOf('?') - 1 > 10240;

function enter(incoming, response, body) {
	if (incoming.url.includes('?') && too_long(incoming.url)) {
		send(response, html(414, error_page('Adresse trop longue')));
		return;
	}
	const request = read(incoming, body);
	const door = /^\/_control\/(\w+)$/.exec(request?.path ?? '');
	if (!request) {
		send(response, html(400, error_page('Adresse illisible')));
	} else if (door) {
		const { status, body: told_back } = control(world, request.method, door[1],
		    parse(body) ?? null);
		send(response, json(status, told_back));
	} else {
		serve(request, response);
	}
}

const server = createServer((incoming, response) => {
	const parts = [];
	incoming.on('data', part => parts.push(part));
	incoming.on('error', () => {});
	response.on('error', () => {});
	incoming.on('end', () => {
		try {
			enter(incoming, response, Buffer.concat(parts));
		} catch (error) {
			// A fault of the stand-in, not of DS: it must be seen.
			console.error(error);
			response.destroy();
		}
	});
});

server.on('error', error => {
	console.error(`stand-in: ${error.message}`);
	process.exit(error.code === 'EADDRINUSE' ? 3 : 1);
});
server.listen(Number(args.port), '127.0.0.1', () => {
	const { port } = server.address();
	base ??= `http://127.0.0.1:${port}`;
	console.log(`ready ${port}`);
});
process.on('SIGTERM', () => process.exit(0));
process.on('SIGINT', () => process.exit(0));
