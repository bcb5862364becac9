// stand-in.test.mjs - the stand-in answers as DS's contract says, and has the bad
// days that it is told to have.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { keys_of, start } from './start.mjs';

const TYPES = 900001, PERSON = 900003, GRAPHQL = 900004, CLOSED = 900005,
	PRIVATE = 900006;
const SLUG = 'essai-tous-les-types';
const TOKEN = 'a-token-of-a-prefecture';
const POST = { method: 'POST' };
const key = keys_of(TYPES), title = key('Texte court');
let ds;

before(async () => {
	ds = await start('--no-throttle', '--token', TOKEN);
});
after(() => ds.stop());
beforeEach(() => ds.control('reset', {}));

const made = async (payload = { [title]: 'x' }, demarche = TYPES) =>
	(await ds.post(demarche, payload)).json();
const states = async tokens => (await ds.call(`/api/public/v1/demarches/${TYPES}` +
    `/dossiers?${tokens}`)).json();
const path = url => url.slice(ds.base.length);

// ---- POST (DS 1.2, 1.3) ----

test('201 with five keys, even when all was dropped', async () => {
	for (const payload of [{ [title]: 'x' }, { [key('Choix lié')]: 'x' }, {}]) {
		const answer = await ds.post(TYPES, payload);
		const body = await answer.json();
		assert.equal(answer.status, 201);
		assert.deepEqual(Object.keys(body), ['dossier_url', 'state', 'dossier_id',
		    'dossier_number', 'dossier_prefill_token']);
		assert.equal(body.state, 'prefilled');
		assert.equal(Buffer.from(body.dossier_id, 'base64').toString(),
		    `Dossier-${body.dossier_number}`);
		assert.match(body.dossier_prefill_token, /^[A-Za-z0-9]{24}$/);
		assert.equal(body.dossier_url, `${ds.base}/commencer/${SLUG}` +
		    `?prefill_token=${body.dossier_prefill_token}`);
	}
});

test('no idempotency: the same twice makes two', async () => {
	assert.notEqual((await made()).dossier_number, (await made()).dossier_number);
});

for (const type of ['application/json; charset=utf-8', 'application/json;charset=UTF-8',
	'Application/JSON', 'text/plain', 'application/x-www-form-urlencoded'])
	test(`400 for "${type}"`, async () => {
		const answer = await ds.post(TYPES, {}, { 'Content-Type': type });
		assert.equal(answer.status, 400);
		assert.deepEqual(await answer.json(),
		    { error: 'Content-Type should be json' });
		assert.deepEqual(await ds.control('drafts'), []);
	});

test('400 for JSON that is none', async () => {
	for (const body of ['{', '{"a":1,}', 'x', Buffer.from('{"a":"\xff"}', 'latin1')])
		assert.equal((await ds.post(TYPES, body)).status, 400);
	assert.deepEqual(await ds.control('drafts'), []);
});

test('404 for what is unknown, closed or unpublished', async () => {
	await ds.control('close', { demarche: GRAPHQL, state: 'depubliee' });
	for (const number of [1, CLOSED, GRAPHQL, 'abc']) {
		const answer = await ds.post(number, {});
		assert.equal(answer.status, 404);
		assert.deepEqual(await answer.json(),
		    { error: `procedure ${number} is not found` });
	}
});

test('drafts of authors, and what is not open data, take drafts', async () => {
	for (const number of [PERSON, PRIVATE, GRAPHQL])
		assert.equal((await ds.post(number, {})).status, 201);
});

test('429 at the 16th POST in 15 seconds, or never', async () => {
	await ds.control('faults', { throttle: true });
	for (let i = 0; i < 15; i++)
		assert.equal((await ds.post(TYPES, {})).status, 201);
	const answer = await ds.post(TYPES, {});
	const seconds = Number(answer.headers.get('retry-after'));
	assert.equal(answer.status, 429);
	assert.ok(seconds >= 1 && seconds <= 15);
	assert.equal(answer.headers.get('ratelimit-remaining'), '0');
	assert.ok(Math.abs(Number(answer.headers.get('ratelimit-reset')) -
	    Date.now() / 1000 - seconds) < 3);
	assert.match(answer.headers.get('content-type'), /^text\/plain/);
	assert.match(await answer.text(), /requêtes[^]*Too many/);
	assert.equal((await ds.control('drafts')).length, 15);
	// Links and lookups are not limited.
	assert.equal((await ds.call(`/commencer/${SLUG}?${title}=x`)).status, 200);
	await ds.control('faults', { throttle: false });
	assert.equal((await ds.post(TYPES, {})).status, 201);
});

// ---- states (DS 1.3) ----

test('states, in both forms, in order of creation', async () => {
	const [a, b] = [await made(), await made()];
	const [one, two] = [a.dossier_prefill_token, b.dossier_prefill_token];
	assert.deepEqual(await states(`prefill_token=${two},${one}`), [a, b]);
	assert.deepEqual(await states(`prefill_token[]=${two}&prefill_token[]=${one}`),
	    [a, b]);
	assert.deepEqual(await states(`prefill_token%5B%5D=${one}`), [a]);
	assert.deepEqual(await states('prefill_token=unknown'), []);
});

test('states of an owned dossier: dates when known, no link', async () => {
	const { dossier_number: number, dossier_prefill_token: token,
	    dossier_id } = await made();
	const who = { dossier_id, dossier_number: number, dossier_prefill_token: token };
	const told = async order => {
		await ds.control('state', { number, ...order });
		return states(`prefill_token=${token}`);
	};
	assert.deepEqual(await told({ state: 'brouillon' }),
	    [{ state: 'brouillon', ...who }]);
	const [submitted] = await told({ state: 'en_construction' });
	assert.match(submitted.submitted_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
	assert.ok(!('processed_at' in submitted) && !('dossier_url' in submitted));
	for (const state of ['accepte', 'refuse', 'sans_suite']) {
		const [processed] = await told({ state });
		assert.equal(processed.state, state);
		assert.ok(processed.processed_at && processed.submitted_at);
	}
	assert.deepEqual(await told({ hidden: true }), []);
});

test('states: 404 as soon as the démarche is closed', async () => {
	const { dossier_prefill_token: token } = await made();
	await ds.control('close', { demarche: TYPES });
	const answer = await ds.call(`/api/public/v1/demarches/${TYPES}/dossiers` +
	    `?prefill_token=${token}`);
	assert.equal(answer.status, 404);
	assert.deepEqual(await answer.json(),
	    { error: `procedure ${TYPES} is not found` });
});

// ---- life (DS 1.3) ----

test('orphan drafts go after 5 days, at 3 in the morning', async () => {
	const orphan = await made(), owned = await made();
	await ds.control('state', { number: owned.dossier_number, state: 'brouillon' });
	const left = async () => (await ds.control('drafts')).map(one => one.number);
	await ds.control('clock', { days: 4 });
	assert.deepEqual(await left(), [orphan, owned].map(one => one.dossier_number));
	await ds.control('clock', { days: 2 });
	assert.deepEqual(await left(), [owned.dossier_number]);
	assert.equal((await ds.call(path(orphan.dossier_url))).status, 404);
	await ds.control('clock', { days: 92 });
	assert.deepEqual(await left(), []);
});

test('expire: as if the 5 days were over', async () => {
	const { dossier_prefill_token: token } = await made();
	await ds.control('expire', {});
	assert.deepEqual(await states(`prefill_token=${token}`), []);
});

// ---- schema and GraphQL (DS 2.1, 3) ----

test('schema: public shape, from files of both shapes', async () => {
	for (const [slug, number] of [[SLUG, TYPES], [' ESSAI-tous-les-types ', TYPES],
	    [`demarche-${GRAPHQL}`, GRAPHQL], ['essai-particulier', PERSON]]) {
		const answer = await ds.call(`/preremplir/${encodeURIComponent(slug)}/schema`);
		const schema = await answer.json();
		assert.equal(answer.status, 200);
		assert.equal(schema.number, number);
		assert.ok(schema.revision.champDescriptors.length > 0);
		assert.ok(!('activeRevision' in schema) && !('standIn' in schema));
	}
});

test('schema: 404 for unknown, closed, or not open data', async () => {
	for (const slug of ['nulle-part', 'essai-fermee', 'essai-non-publique']) {
		const answer = await ds.call(`/preremplir/${slug}/schema`);
		assert.equal(answer.status, 404);
		assert.deepEqual(await answer.json(),
		    { error: `procedure ${slug} is not found` });
	}
});

test('GraphQL: the descriptor needs no token', async () => {
	for (const demarche of [{ number: TYPES }, { id: 'UHJvY2VkdXJlLTkwMDAwMQ==' }]) {
		const answer = await ds.graphql('getDemarcheDescriptor',
		    { demarche, includeRevision: true });
		const { data } = await answer.json();
		assert.equal(answer.status, 200);
		assert.equal(data.demarcheDescriptor.number, TYPES);
		assert.ok(data.demarcheDescriptor.revision.champDescriptors.length > 40);
	}
	const short = await (await ds.graphql('getDemarcheDescriptor',
	    { demarche: { number: TYPES } })).json();
	assert.ok(!('revision' in short.data.demarcheDescriptor));
	assert.ok(!('standIn' in short.data.demarcheDescriptor));
});

const code = async answer => (await answer.json()).errors[0].extensions.code;

test('GraphQL: what is refused', async () => {
	const free = await ds.call('/api/v2/graphql', { method: 'POST',
	    body: JSON.stringify({ query: '{ demarche(number: 1) { id } }' }) });
	assert.equal(free.status, 403);
	assert.match((await free.json()).errors[0].message, /only persisted queries/);
	const both = await ds.graphql('getDemarcheDescriptor',
	    { demarche: { number: TYPES, id: 'x' } });
	assert.deepEqual([both.status, await code(both)], [400, 'bad_request']);
	for (const number of [1, CLOSED, PRIVATE])
		assert.equal(await code(await ds.graphql('getDemarcheDescriptor',
		    { demarche: { number } })), 'not_found');
	for (const token of [undefined, 'another'])
		assert.equal(await code(await ds.graphql('getDossier',
		    { dossierNumber: 1 }, token)), 'unauthorized');
	assert.equal(await code(await ds.graphql('getDemarche',
	    { demarcheNumber: TYPES })), 'unauthorized');
});

test('GraphQL: dossiers, but no drafts', async () => {
	const { dossier_number: number } = await made({ [title]: 'Bonjour' });
	const ask = async () => (await ds.graphql('getDossier',
	    { dossierNumber: number }, TOKEN)).json();
	assert.equal((await ask()).errors[0].extensions.code, 'not_found');
	await ds.control('state', { number, state: 'brouillon' });
	assert.equal((await ask()).errors[0].extensions.code, 'not_found');
	await ds.control('close', { demarche: TYPES });
	await ds.control('state', { number, state: 'en_instruction' });
	const { dossier } = (await ask()).data;
	assert.deepEqual([dossier.number, dossier.state, dossier.prefilled],
	    [number, 'en_instruction', true]);
	const champ = dossier.champs.find(one => one.label === 'Texte court');
	assert.deepEqual([champ.__typename, champ.stringValue, champ.prefilled],
	    ['TextChamp', 'Bonjour', true]);
});

test('GraphQL: pages of a démarche', async () => {
	const numbers = [];
	for (let i = 0; i < 3; i++) {
		const { dossier_number: number } = await made();
		await ds.control('state', { number, state: 'en_construction' });
		numbers.push(number);
	}
	const ask = async more => (await (await ds.graphql('getDemarche',
	    { demarcheNumber: TYPES, includeDossiers: true, includeRevision: true,
	    state: 'en_construction', ...more }, TOKEN)).json()).data.demarche;
	const seeded = await ask({});
	assert.ok('activeRevision' in seeded && !('revision' in seeded));
	assert.deepEqual(seeded.dossiers.nodes.map(one => one.number),
	    [123, ...numbers]);
	const first = await ask({ first: 3 });
	assert.equal(first.dossiers.pageInfo.hasNextPage, true);
	const last = await ask({ after: first.dossiers.pageInfo.endCursor });
	assert.deepEqual(last.dossiers.nodes.map(one => one.number), [numbers[2]]);
	assert.equal(last.dossiers.pageInfo.hasNextPage, false);
});

// ---- pages (DS 1.1, 1.7) ----

test('the page of a draft shows what came, escaped', async () => {
	const { dossier_url } = await made({ [title]: '<script>alert("1")</script>',
	    [key('Oui ou non')]: 'true', [key('Communes concernées')]:
	    [{ [key('Nom usuel')]: 'Vonnas & <i>' }] });
	const answer = await ds.call(path(dossier_url));
	const page = await answer.text();
	assert.equal(answer.status, 200);
	assert.match(page, /Démarches simplifiées - démonstration/);
	assert.match(page, /Se connecter et ouvrir mon dossier/);
	assert.match(page, /<dt>Texte court<\/dt><dd>&lt;script&gt;alert\(&quot;1&quot;\)/);
	assert.match(page, /<dt>Oui ou non<\/dt><dd>Oui<\/dd>/);
	assert.match(page, /<dt>Nom usuel<\/dt><dd>Vonnas &amp; &lt;i&gt;<\/dd>/);
	assert.doesNotMatch(page, /<script|<i>/);
});

test('who signs in owns the draft; it is nobody else’s', async () => {
	const { dossier_url, dossier_number, dossier_prefill_token: token } = await made();
	const answer = await ds.call(`/commencer/${SLUG}`, { method: 'POST',
	    body: new URLSearchParams({ prefill_token: token }) });
	assert.equal(answer.status, 303);
	assert.equal(answer.headers.get('location'), path(dossier_url));
	assert.equal((await ds.draft(dossier_number)).state, 'brouillon');
	const cookie = answer.headers.get('set-cookie').split(';')[0];
	const mine = await ds.call(path(dossier_url), { headers: { cookie } });
	assert.equal(mine.status, 200);
	assert.doesNotMatch(await mine.text(), /Se connecter/);
	assert.equal((await ds.call(path(dossier_url))).status, 404);
	await ds.control('state', { number: dossier_number, state: 'en_construction' });
	assert.equal((await ds.call(path(dossier_url), { headers: { cookie } })).status,
	    404);
});

test('404 for an unknown token, or one of another démarche', async () => {
	const { dossier_prefill_token: token } = await made();
	for (const where of [`${SLUG}?prefill_token=x`, 'nulle-part',
	    `essai-particulier?prefill_token=${token}`])
		assert.equal((await ds.call(`/commencer/${where}`)).status, 404);
	for (const slug of [SLUG, 'nulle-part'])
		assert.equal((await ds.call(`/commencer/${slug}`, POST)).status, 404);
});

test('a link with champs makes one draft a session', async () => {
	const list = key('Choix multiple'), block = key('Dépenses');
	const link = `/commencer/${SLUG}?${title}==v&${title}=v%20+w&${list}[]=DETR` +
	    `&${list}%5B%5D=DSIL&${block}[][${key('Poste')}]=1` +
	    `&${block}[][${key('Montant')}]=2&${block}[][${key('Poste')}]=3`;
	const first = await ds.call(link);
	const cookie = first.headers.get('set-cookie').split(';')[0];
	assert.match(await first.text(), /Se connecter/);
	await ds.call(`${link}&identite_nom=X`, { headers: { cookie } });
	const [draft, ...more] = await ds.control('drafts');
	assert.deepEqual(more, []);
	assert.deepEqual(draft.stored[title], 'v  w');
	assert.deepEqual(draft.stored[list], ['DETR', 'DSIL']);
	assert.deepEqual(draft.stored[block], [
	    { [key('Poste')]: '1', [key('Montant')]: '2' }, { [key('Poste')]: '3' }]);
	await ds.call(link);
	assert.equal((await ds.control('drafts')).length, 2);
});

test('a link: "==", objects, the token that wins, and its length', async () => {
	await ds.call(`/commencer/${SLUG}?${title}==v&${key('Dépenses')}[0][a]=1`);
	const [draft] = await ds.control('drafts');
	assert.equal(draft.stored[title], '=v');
	assert.deepEqual(draft.dropped.map(one => one.key), [key('Dépenses')]);
	await ds.call(`/commencer/${SLUG}?${title}=x&prefill_token=${draft.token}`);
	assert.equal((await ds.control('drafts')).length, 1);
	assert.equal((await ds.call(`/commencer/${SLUG}?${title}=${'x'.repeat(10300)}`))
	    .status, 414);
	assert.equal((await ds.call(`/commencer/${SLUG}`)).status, 200);
	assert.equal((await ds.control('drafts')).length, 1);
});

test('old, test and closed paths lead elsewhere', async () => {
	const to = async where => {
		const answer = await ds.call(where);
		return [answer.status, answer.headers.get('location')];
	};
	assert.deepEqual(await to('/commencer/essai-tous-les-champs?champ_x=1'),
	    [301, `/commencer/${SLUG}?champ_x=1`]);
	assert.deepEqual(await to(`/commencer/test/${SLUG}?champ_x=1`),
	    [302, `/commencer/${SLUG}?champ_x=1`]);
	assert.deepEqual(await to('/commencer/essai-fermee'),
	    [302, '/closing/essai-fermee']);
	assert.equal((await ds.call('/closing/essai-fermee')).status, 200);
});

// ---- bad days ----

const faulty = async order => {
	await ds.control('faults', { times: 1, ...order });
	return ds.post(TYPES, { [title]: 'x' });
};
const drafts_made = async () => (await ds.control('drafts')).length;

for (const [status, type] of [[500, 'text/html'], [502, 'text/html'],
	[503, 'text/html'], [429, 'text/plain'], [404, 'application/json']])
	test(`fault: ${status}`, async () => {
		const answer = await faulty({ status, retry_after: 7 });
		assert.equal(answer.status, status);
		assert.ok(answer.headers.get('content-type').startsWith(type));
		if (status === 429)
			assert.equal(answer.headers.get('retry-after'), '7');
		assert.equal(await drafts_made(), 0);
		assert.equal((await ds.post(TYPES, {})).status, 201, 'one time is over');
	});

for (const status of [200, 201])
	test(`fault: a page with ${status}`, async () => {
		const answer = await faulty({ [`html${status}`]: true });
		assert.equal(answer.status, status);
		assert.match(await answer.text(), /^<!DOCTYPE html>/);
		assert.equal(await drafts_made(), 1);
	});

test('fault: garbage', async () => {
	const answer = await faulty({ garbage: true });
	assert.equal(answer.status, 201);
	await assert.rejects(answer.json(), SyntaxError);
});

test('fault: truncated, reset', async () => {
	const answer = await faulty({ truncated: true });
	assert.equal(answer.status, 201);
	await assert.rejects(answer.text());
	assert.equal(await drafts_made(), 1, 'the draft is there');
	await assert.rejects(faulty({ reset: true }));
	assert.equal(await drafts_made(), 1, 'nothing was done');
	await assert.rejects(faulty({ reset: true, made: true }));
	assert.equal(await drafts_made(), 2, 'done, and not said');
});

test('fault: slow, before and after the head', async () => {
	let start_ = Date.now();
	assert.equal((await faulty({ delay: 300 })).status, 201);
	assert.ok(Date.now() - start_ >= 295);
	start_ = Date.now();
	const answer = await faulty({ delay_body: 300 });
	assert.ok(Date.now() - start_ < 290);
	assert.equal((await answer.json()).state, 'prefilled');
	assert.ok(Date.now() - start_ >= 295);
});

test('fault: a link to elsewhere', async () => {
	const url = 'https://evil.example/x';
	assert.equal((await (await faulty({ foreign_url: url })).json()).dossier_url, url);
	assert.equal((await (await ds.post(TYPES, {})).json()).dossier_url
	    .startsWith(ds.base), true);
});

test('faults: for some requests, for some times, until cleared', async () => {
	await ds.control('faults', { status: 500, on: 'POST /api/public', times: 2 });
	assert.equal((await ds.call(`/preremplir/${SLUG}/schema`)).status, 200);
	const seen = [];
	for (let i = 0; i < 3; i++)
		seen.push((await ds.post(TYPES, {})).status);
	assert.deepEqual(seen, [500, 500, 201]);
	await ds.control('faults', { status: 503 });
	assert.equal((await ds.call('/')).status, 503);
	assert.equal((await ds.control('faults')).status, 503);
	await ds.control('faults', {});
	assert.equal((await ds.call('/')).status, 200);
	assert.match((await ds.control('faults', { nonsense: 1 })).error, /nonsense/);
});

// ---- the control door ----

test('strict can be switched on', async () => {
	const violations = async () => (await ds.draft((await made({
	    [key('Nombre décimal')]: '3,14' })).dossier_number)).violations;
	assert.deepEqual(await violations(), []);
	await ds.control('faults', { strict: true });
	assert.deepEqual(await violations(), [{ key: key('Nombre décimal'),
	    why: 'A stores this decimal raw' }]);
});

test('requests are remembered, what is not ours refused', async () => {
	await made();
	assert.deepEqual(await ds.control('requests'), [{ method: 'POST',
	    path: `/api/public/v1/demarches/${TYPES}/dossiers`, search: '',
	    content_type: 'application/json', authorization: false, status: 201,
	    fault: null }]);
	for (const [name, order] of [['state', { number: 1, state: 'accepte' }],
	    ['close', { demarche: 1 }], ['clock', { days: -1 }]])
		assert.ok((await ds.control(name, order)).error);
	assert.equal((await ds.call('/_control/nothing')).status, 404);
});

test('ends on SIGTERM, refuses a call without its folder', async () => {
	const other = await start('--base', 'https://demo.example/');
	const { dossier_url } = await (await other.post(TYPES, {})).json();
	assert.ok(dossier_url.startsWith(`https://demo.example/commencer/${SLUG}?`));
	assert.equal(await other.stop(), 0);
	await assert.rejects(start('--geo', 'nowhere'));
});
