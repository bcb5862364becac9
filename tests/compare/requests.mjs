// requests.mjs - the list of requests that compare.mjs sends to both sites.
//
// What depends on the data (aids, programmes, choices of the form, types of
// projects, démarches) is read from the pages of the base, so that the list
// follows the data by itself.  The rest is written here: words, places, wrong
// values, bodies.  The requests of tests/pages come last.  The list is the same
// at each run, and nothing in it is random.
//
// A request is { method, path, headers, body }.  In a header, "@ETag" stands for
// the ETag of the answer before.
import { readFileSync, readdirSync } from 'node:fs';

const enc = encodeURIComponent;
const get = path => ({ method: 'GET', path, headers: {} });

// ---- what people type ----

const words = ['toit', 'toiture école', 'rénovation énergétique', 'RENOVATION ENERGETIQUE',
	'eau', "l'eau potable", 'assainissement', 'DETR', 'detr dsil', 'EPCI', 'ADEME', 'PLUi', 'pcaet',
	'vélo', 'velo -route', 'piste cyclable', '"piste cyclable"', '"rénovation énergétique" école',
	'école -toit', '-toit', '-', '""', '"', 'toi', 'toitrue', 'assainisement', 'renovaton energtique',
	'bibliotheque', 'médiathèque', 'pompier', 'forêt', 'forets', 'haies', 'éclairage public', 'eclairage',
	'friches', 'tiers lieu', 'tiers-lieux', 'numérique', 'inondation', 'risques naturels', 'tourisme',
	'agriculture biologique', 'cantine', 'manger local à la cantine', 'culture', 'musée', 'sport', 'gymnase',
	'logement', 'commerce de proximité', 'santé', 'zzzyyyxxx', 'le la les', 'a', '1', '100%', 'c++',
	"d'", 'œuvre', '<b>toit</b>', "x' OR '1'='1", '  toit   école  ', 'toit,école', 'été 2027', '日本',
	'deux-sèvres', 'écoles rurales en montagne et bords de mer', 'x'.repeat(300)];
const places = ['Échiré', 'echire', 'ECHIRE', 'Échiré 79410', '79410', '79109', '79', 'Deux-Sèvres',
	'Nouvelle-Aquitaine', 'R75', 'saint-denis', 'St Denis', 'Saint-Denis (93)', 'Saint-Denis 93200',
	'saint martin', 'ste marie', 'Paris', '75', '75000', '75056', 'Lyon', 'Marseille', '13055', '69123',
	'CA du Niortais', '200041317', 'métropole de lyon', 'corse', '2A', '2A004', '20000', 'Ajaccio',
	'Guadeloupe', '971', '97411', 'Mayotte', 'Wallis', 'Bretagne', 'france', 'europe', 'FRA',
	'le havre', 'la rochelle', 'L’Isle', "l'isle", 'introuvable-sur-carte', 'x', '0', '00000', '99999',
	'<script>', 'Niort, 79000', 'Rennes cedex', 'PACA', '217901099', 'y'.repeat(250)];
const wrong = ['', 'rien-de-tel', '-1', '0', '99999999999999999999', '1.5', '%3Cb%3E', "a'b", '%FF', '%00', 'a,b'];
const formats = ['html', 'xml', 'csv', 'atom', 'ics', 'json', 'pdf', ''];
const sorts = ['relevance', 'publication_date', 'submission_deadline', 'name', 'date', 'hasard'];

// The parameters of a search, with their older names.
const names = {
	keyword: 'text',
	perimeter_id: 'perimeter searchPerimeter',
	perimeter_codes: 'perimeter_codes[]',
	perimeter_q: '',
	organization_type_slugs: 'organization_type_slug organizationType organization_type_ids targeted_audiences',
	aid_type_slugs: 'aid_type aidType financial_aids technical_aids aid_type_ids aidTypes aidtypes',
	aid_type_group_slug: 'aid_type_group_id aidTypeGroup',
	aid_step_slugs: 'aid_step_ids mobilization_step aidSteps',
	aid_destination_slugs: 'aid_destination_ids destinations aidDestinations',
	aid_recurrence_slug: 'aid_recurrence_id recurrence',
	category_slugs: 'category_ids categories themes categorysearch categorySearch',
	european_aid_slug: 'european_aid europeanAid',
	call_for_projects_only: 'isCallForProject',
	is_charged: 'isCharged',
	apply_before: 'applyBefore',
	published_after: 'publishedAfter',
	backer_ids: 'backers backerschoice',
	programs: 'programIds program_ids',
	backer_group_id: 'backerGroup',
	project_reference_id: 'projectReferenceId',
	orderBy: 'order_by',
	page: '',
	format: '',
};
// Right values that the form does not offer.
const right = {
	keyword: ['toit'],
	perimeter_id: ['1032152', '1032152-echire-79410', '1000101'],
	perimeter_codes: ['79109', '79', 'R75', '200041317'],
	organization_type_slugs: ['1', '2'],
	aid_type_slugs: ['1', '2'],
	aid_type_group_slug: ['financial-group', 'technical-group', 'financial', '1'],
	category_slugs: ['1', '20'],
	european_aid_slug: ['european', 'sectorial', 'organizational'],
	call_for_projects_only: ['1', '0', 'true', 'on'],
	is_charged: ['0', '1', 'true', 'false', 'on'],
	apply_before: ['2026-12-31', '2020-01-01', '2027-02-29'],
	published_after: ['2026-01-01', '2030-01-01'],
	backer_ids: ['65', '22', '1'],
	backer_group_id: ['1', '2'],
	orderBy: sorts,
	page: ['1', '2', '3', '4', '5', '6', '7', '8', '100000'],
};

// ---- searches ----

// The choices of the form: a parameter and its values.
function choices(html) {
	const found = [];
	let select = '';
	for (const [, tag, rest] of html.matchAll(/<(select|option|input)\b([^>]*)>/g)) {
		const of = name => rest.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
		if (tag === 'select')
			select = of('name');
		else if (tag === 'option' && of('value'))
			found.push([select, of('value')]);
		else if (tag === 'input' && of('type') === 'checkbox')
			found.push([of('name'), of('value')]);
	}
	return found;
}

function* search(html) {
	const commune = 'perimeter_codes=79109';
	for (const word of words) {
		yield `/aides/?keyword=${enc(word)}`;
		yield `/aides/?keyword=${enc(word)}&${commune}`;
		yield `/aides/?keyword=${enc(word)}&format=xml`;
		yield `/projets-references/?q=${enc(word)}&format=json`;
		yield `/projets-finances/?keyword=${enc(word)}&${commune}`;
	}
	for (const place of places) {
		yield `/aides/?perimeter_q=${enc(place)}`;
		yield `/aides/?perimeter_q=${enc(place)}&format=csv`;
		yield `/aides/?perimeter_id=${enc(place)}&format=xml`;
		yield `/aides/?perimeter_codes[]=${enc(place)}&format=xml`;
		yield `/territoires/?q=${enc(place)}`;
		yield `/territoires/?q=${enc(place)}&format=json`;
		yield `/projets-finances/?perimeter_q=${enc(place)}&keyword=toit&format=xml`;
	}
	for (const [name, value] of choices(html)) {
		yield `/aides/?${name}=${enc(value)}`;
		yield `/aides/?${name}=${enc(value)}&${commune}&format=xml`;
	}
	for (const [name, older] of Object.entries(names)) {
		for (const value of right[name] ?? []) {
			yield `/aides/?${name}=${enc(value)}`;
			yield `/aides/?${name}=${enc(value)}&keyword=eau&format=xml`;
		}
		for (const value of wrong)
			yield `/aides/?${name}=${value}`;
		for (const alias of older.split(' ').filter(Boolean))
			for (const value of [...(right[name] ?? []).slice(0, 2), 'rien-de-tel'])
				yield `/aides/?${alias}=${enc(value)}&format=xml`;
		yield `/programmes/fonds-vert/?${name}=${enc((right[name] ?? ['x'])[0])}`;
		yield `/projets-finances/?${name}=${enc((right[name] ?? ['x'])[0])}`;
	}
	for (const sort of sorts)
		for (const rest of ['', '&keyword=toit', `&${commune}`, `&keyword=toit&${commune}&page=2`])
			yield `/aides/?orderBy=${sort}${rest}`;
	// Few aids or none, with what would widen the search.
	for (const who of ['researcher', 'farmer', 'private-person', 'region'])
		for (const rest of ['keyword=musée&aid_type_slugs=loan', `keyword=toitrue&${commune}`,
			`${commune}&aid_type_slugs=cee&aid_step_slugs=postop`, 'keyword="piste cyclable"&programs=fonds-vert',
			'perimeter_codes=97411&category_slugs=montagne&is_charged=0'])
			yield encodeURI(`/aides/?organization_type_slugs=${who}&${rest}`);
	yield '/aides/?aid_type_slugs=grant&aid_type_slugs=loan&aid_type_slugs=cee';
	yield '/aides/?category_slugs=eau-potable&category_slugs=sport&category_slugs=rien';
	yield '/aides/?inconnu=1&keyword=toit&inconnu=2';
	yield '/aides/?keyword=a&keyword=b';
	yield '/aides/?&&=&keyword=toit&';
	yield '/aides/?keyword=%';
	yield '/aides/?keyword=%zz';
	yield '/aides/?keyword=toit#fragment';
}

// ---- other pages ----

function* pages(found) {
	const all = ['/', '/aides/', '/programmes/', '/projets-references/', '/projets-finances/', '/territoires/',
		'/mentions-legales/', '/accessibilite/', '/donnees-personnelles/', '/plan-du-site/', '/sitemap.xml', '/sitemap-index.xml',
		'/robots.txt', '/demarches/', ...found.demarches, found.aids[0], found.programs[0],
		'/aides/detr-deux-sevres/candidater/', '/aides/pas-une-aide/', '/programmes/pas-un-programme/',
		'/demarches/999/', '/rien', '/rien/', '/aides', '/aides/a/b/', '//', '/index.php', '/.git/config',
		'/static/rien.css'];
	for (const path of all) {
		yield path;
		for (const format of formats)
			yield `${path}?format=${format}`;
	}
	for (const path of found.aids) {
		yield path;
		yield `${path}?format=xml`;
		yield `${path}?keyword=toit&perimeter_codes=79109`;
	}
	for (const path of found.programs)
		for (const rest of ['', '?format=xml', '?format=csv', '?format=atom', '?perimeter_codes=79109', '?page=2'])
			yield path + rest;
	for (const rest of ['', '&perimeter_codes=79109', '&perimeter_codes=79109&page=2', '&perimeter_codes=79'])
		for (const format of ['', '&format=xml', '&format=csv'])
			yield `/projets-finances/?keyword=toiture${rest}${format}`;
	for (const name of found.projects)
		yield `/aides/?keyword=${enc(name)}`;
	const authorities = ['217901099', '217901091', '79109', 'echire', 'saint-martin', '732829320', '29083',
		'<b>', 'x'.repeat(300), ''];
	for (const authority of authorities)
		for (const rest of ['', '&zip=79410', '&format=xml', '&step=who', '&demarche=900002', '&demarche=900001'])
			yield `/aides/detr-deux-sevres/candidater/?authority=${enc(authority)}${rest}`;
}

// ---- methods, headers, bodies ----

function* methods() {
	for (const path of ['/', '/aides/', '/aides/?format=csv', '/aides/detr-deux-sevres/',
		'/territoires/?q=echi&format=json', '/demarches/', '/demarches/900002/',
		'/aides/detr-deux-sevres/candidater/', '/api/demarches/900002/payload/', '/robots.txt', '/rien/'])
		for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'FOO'])
			yield { method, path, headers: {}, body: 'POST PUT PATCH'.includes(method) ? 'a=b' : undefined };
	for (const path of ['/', '/aides/?keyword=toit', '/aides/?keyword=toit&format=csv',
		'/aides/detr-deux-sevres/', '/sitemap.xml', '/demarches/900002/', '/programmes/']) {
		yield get(path);
		for (const tag of ['@ETag', 'W/@ETag', '"0000000000000000"', '*', '', 'W/"abc", "def"', '"'])
			yield { ...get(path), headers: { 'If-None-Match': tag } };
		yield { ...get(path), headers: { 'If-Modified-Since': 'Sun, 22 Nov 2026 00:00:00 GMT' } };
		yield { ...get(path), headers: { Range: 'bytes=0-10' } };
		yield { ...get(path), headers: { 'Accept-Language': 'en', Accept: 'application/xml', Cookie: 'a=b' } };
	}
	for (const length of [3000, 16000, 16400, 20000, 30000, 70000]) {
		yield get(`/aides/?keyword=${'x'.repeat(length)}`);
		yield get(`/${'a'.repeat(length)}/`);
		yield { ...get('/aides/'), headers: { 'X-Long': 'x'.repeat(length) } };
	}
}

const facts = {
	siren: '217901099',
	'project.title': 'Refaire le toit de l’école',
	'project.place': '1 rue de l’École, 79410 Échiré',
	'project.start': '3/4/2027',
	'project.end': '30/11/2027',
	'project.cost': '120 000 €',
	'project.works': true,
	'project.aims': ['climat'],
	'signatory.civility': 'Mme',
	'signatory.last-name': 'Martin',
	'contact.email': 'mairie@echire.fr',
	plan: [{ funder: 'detr', amount: '50 000' }, { funder: 'region', amount: '20000' }],
};
const variants = [{}, { siren: undefined }, { 'project.cost': 'douze' }, { 'project.cost': -1 },
	{ 'project.cost': 1e30 }, { 'project.start': '30/02/2027' }, { 'project.start': '2027-02-29' }, { plan: {} },
	{ plan: [{ funder: 'rien' }] }, { plan: Array(40).fill({ funder: 'detr', amount: 1 }) }, { inconnu: 1 },
	{ 'project.title': null }, { 'project.title': 'x'.repeat(30000) }, { 'project.title': '<b>&"\'\\\n\t\u0001' }];
const payloads = [...variants.map(variant => ({ ...facts, ...variant })),
	{ siren: '217901091' }, { siren: 217901099 }, { insee: '79109' }, { siret: '21790109900010' },
	{ authority: '79109' }, { authority: 'echire' }, { authority: { name: 'X', kind: 'region' } },
	{ 'project.title': ['a'] }, { champ_Q2hhbXAtOTIwMDAwMw: 'Commune' }, { champ_Q2hhbXAtOTIwMDAwMw: 'Paroisse' },
	{ champ_rien: 'x' }, { project: { title: 'T', cost: 12500.5 } }, {}, [], 'x', 1, null, true];
const rawBodies = ['', '{', '{"a":', '{"a":1}x', '{"a":1,"a":2}', '\ufeff{}', '{"a":"\\ud800"}',
	'[[[['.repeat(500), 'a=b', '<a/>', `{"a":"${'x'.repeat(300000)}"}`, `{"a":"${'x'.repeat(1100000)}"}`];

function* bodies(found) {
	const json = { 'Content-Type': 'application/json' };
	for (const demarche of [...found.demarches, '/demarches/999/', '/demarches/x/']) {
		const path = `/api${demarche}payload/`;
		for (const body of [...payloads.map(p => JSON.stringify(p)), ...rawBodies])
			yield { method: 'POST', path, headers: json, body };
		for (const format of ['xml', 'html', 'csv', 'pdf'])
			yield { method: 'POST', path: `${path}?format=${format}`, headers: json, body: JSON.stringify(facts) };
	}
	for (const type of ['text/plain', 'application/json; charset=utf-8', 'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=a', '']) {
		const headers = { 'Content-Type': type };
		yield { method: 'POST', path: '/api/demarches/900002/payload/', headers, body: '{}' };
	}
	yield* steps();
}

// Of an application; each that is sent makes a draft.
function* steps() {
	const path = '/aides/detr-deux-sevres/candidater/';
	const form = fields => new URLSearchParams(fields).toString();
	const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const named = { perimeter_id: '1032152' };
	const full = { ...named, 'project.title': 'Refaire le toit',
		'project.summary': 'Il fuit <beaucoup> & il date', 'project.cost': '120 000,50 €',
		'project.start': '3/4/2027', 'project.end': '30/11/2027', 'contact.email': 'mairie@echire.fr',
		'contact.phone': '05 49 25 70 01', 'plan.0.funder': 'detr', 'plan.0.amount': '50 000',
		'plan.1.funder': 'region', 'plan.1.amount': '20000' };
	const changes = [{}, { perimeter_id: '9999999999999' }, { 'project.cost': 'douze' },
		{ 'project.start': '31/12/2027' }, { 'contact.email': 'mairie' }, { 'plan.1.amount': '1,2,3' },
		{ inconnu: 'x' }, { 'project.title': 'x'.repeat(25000) }, { 'project.title': '"><script>' },
		{ 'authority.kind': 'region', 'authority.name': '' }];
	const forms = [{}, named, { authority: '217901099' }, { authority: '217901091' },
		...changes.map(change => ({ ...full, ...change }))];
	let n = 0;
	for (const fields of forms)
		for (const step of ['check', 'edit', 'send', 'rien', undefined])
			for (const format of ['', '?format=xml']) {
				const id = `c${String(++n).padStart(31, '0')}`;
				const body = form({ form: id, ...fields, ...(step && { step }) });
				yield { method: 'POST', path: path + format, headers: type, body };
				// A second click.
				if (step === 'send')
					yield { method: 'POST', path: path + format, headers: type, body };
			}
	for (const site of ['cross-site', 'same-site', 'same-origin', 'none'])
		yield { method: 'POST', path, headers: { ...type, 'Sec-Fetch-Site': site },
			body: form({ ...full, form: `d${site.length}`.padEnd(32, '0'), step: 'send' }) };
	for (const body of ['%', 'a=%FF', 'form=zz&step=send', '{"a":1}', `a=${'x'.repeat(300000)}`,
		`a=${'x'.repeat(1100000)}`])
		yield { method: 'POST', path, headers: type, body };
	for (const aid of ['fonds-vert-eclairage-public', 'pas-une-aide'])
		yield { method: 'POST', path: `/aides/${aid}/candidater/`, headers: type, body: form(full) };
}

// ---- the requests of tests/pages/NAME.ask, see tests/pages/run.sh ----

const bytes = text => Buffer.from(text, 'utf8').toString('latin1');
const long = text => text.replace(/<<([^>]*)\*(\d+)>>/g, (_, part, times) => part.repeat(times));

function* asked(folder) {
	for (const file of readdirSync(folder).filter(name => name.endsWith('.ask')).sort()) {
		let request = null;
		const text = readFileSync(new URL(file, folder), 'utf8');
		for (const line of text.split('\n').filter(l => l && !l.startsWith('#'))) {
			const start = line.match(/^([A-Za-z]+) (\/.*)$/);
			const header = line.match(/^([A-Za-z-]+): ?(.*)$/);
			if (start) {
				if (request)
					yield request;
				request = { method: start[1], path: bytes(long(start[2])).replaceAll(' ', '%20'), headers: {} };
			} else if (line.startsWith('+')) {
				const [, name, value] = line.match(/^\+([^=]*)=?(.*)$/);
				request.body = `${request.body ? `${request.body}&` : ''}${name}=${enc(value)}`;
			} else if (header && !/^[{[]/.test(line)) {
				request.headers[header[1]] = header[2];
			} else {
				request.body = line;
			}
		}
		if (request)
			yield request;
	}
}
function* typed(requests) {
	for (const request of requests) {
		const has = Object.keys(request.headers).some(name => /^content-type$/i.test(name));
		if (request.body !== undefined && !has)
			request.headers['Content-Type'] = 'application/x-www-form-urlencoded';
		yield request;
	}
}

// ---- the list ----

// page(PATH) gives a page of the base; assets are the names in its manifest.
export async function requests(page, assets) {
	const matches = async (path, pattern) => [...(await page(path)).matchAll(pattern)].map(m => m[1]);
	const sitemap = (await matches('/sitemap.xml', /<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)).sort();
	const demarches = await matches('/demarches/?format=xml', / number="(\d+)"/g);
	const projects = Buffer.from(await page('/projets-references/?format=json'), 'latin1');
	const found = {
		aids: sitemap.filter(path => /^\/aides\/.+/.test(path)),
		programs: sitemap.filter(path => /^\/programmes\/.+/.test(path)),
		demarches: demarches.map(number => `/demarches/${number}/`),
		projects: JSON.parse(projects).map(project => project.name),
	};
	for (const [what, list] of Object.entries(found))
		if (list.length === 0)
			throw new Error(`the base shows no ${what}`);
	const html = await page('/aides/');
	return [...assets.map(asset => ({ ...get('/'), asset })),
		...[...pages(found), ...search(html)].map(get), ...methods(), ...bodies(found),
		...typed(asked(new URL('../pages/', import.meta.url)))];
}
