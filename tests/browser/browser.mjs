// browser.mjs - Guichet in a real browser, for readers of all kinds.
//
//   node browser.mjs TOOLS THEME=ADDRESS...           the tests, in TAP
//   node browser.mjs --screenshot FILE TOOLS THEME=ADDRESS   a picture of results
//
// From the environment: ONLY, a regular expression, chooses tests by name, and FULL
// does all in each theme, with a visit for each view.  Else themes take turns: one
// has the page validated and visited once for two views, the next the next page;
// so with those views, with what readers do, and with the widths of windows in which
// they do it.  TURN, a number, says which begins.
//
// TOOLS is the folder where npm put what package.json asks for.  Each theme has
// a site of its own, and they are tested side by side in one browser; so are, in each,
// the pages, what readers do, and what waits more than it works.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { LAYOUT, test_markup, page_tester } from './pages.mjs';
import { scenarios, waiting } from './scenarios.mjs';
import './keep.mjs';
import { picture } from './picture.mjs';
import { test_slow } from './slow.mjs';
import './display.mjs';
import './terms.mjs';
import './framed.mjs';
import { no_faults, test_rgaa } from './rgaa.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--lang=fr-FR',
    // A tab more of the same site costs no process more.
    '--process-per-site',
    // Pages live for a second: compilers that think cost more than they spare.
    '--js-flags=--no-opt,--no-maglev'];

const APPLY = '/aides/detr-deux-sevres/candidater/';

// What a reader can meet.  In the sample the place and the aids below exist.
const KINDS = {
	'home': { path: '/' },
	'home of a place': { path: '/?perimeter_q=Niort&organization_type_slugs=commune' },
	'home, which place': { path: '/?perimeter_q=Saint-Denis' },
	'results': { path: '/aides/?keyword=école&perimeter_q=echire' },
	'many criteria': { path: '/aides/?keyword=école&perimeter_q=79' +
	    '&organization_type_slug=commune&aid_type_slugs=grant' +
	    '&category_slugs=equipement-public&apply_before=2027-12-31' +
	    '&orderBy=submission-deadline' },
	'page 2 of all aids': { path: '/aides/?page=2' },
	'choices of place': { path: '/aides/?keyword=école&perimeter_q=saint-denis' },
	'unknown place': { path: '/aides/?keyword=école&perimeter_q=xyzzy' },
	'nothing found': { path: '/aides/?keyword=piscine&perimeter_q=echire' +
	    '&aid_type_slugs=cee' },
	'aid open': { path: '/aides/detr-deux-sevres/' },
	'aid to come': { path: '/aides/fipd-videoprotection-securisation/' },
	'aid closed': { path: '/aides/relance-construction-durable-densite/' },
	'aid with local versions': {
	    path: '/aides/dotation-equipement-territoires-ruraux-detr/' },
	'aid of four kinds': { path: '/aides/banque-des-territoires-edurenov/' },
	'programmes': { path: '/programmes/' },
	'programme': { path: '/programmes/petites-villes-de-demain/' },
	'backers': { path: '/partenaires/' },
	'backers, none': { path: '/partenaires/?q=introuvable' },
	'backer': { path: '/partenaires/9000001-ademe/' },
	'map': { path: '/cartographie/' },
	'map of backers': { path: '/cartographie/?count=backers' },
	'department': { path: '/cartographie/79-deux-sevres/' },
	'backers of a department': { path: '/cartographie/79-deux-sevres/porteurs/' },
	'statistics': { path: '/stats/' },
	'statistics of two days, within a kind': { path: '/stats/?from=1/11/2026&to=2026-11-20&kind=epci' },
	'statistics of a backer': { path: '/partenaires/9000001-ademe/stats/?period=2026' },
	'project types': { path: '/projets-references/' },
	'project types, some': { path: '/projets-references/?q=école' },
	'funded projects': { path: '/projets-finances/?keyword=toiture+gymnase' +
	    '&perimeter_codes[]=79326' },
	'funded projects, nothing asked': { path: '/projets-finances/' },
	'territories': { path: '/territoires/?q=echi' },
	'territories, nothing asked': { path: '/territoires/' },
	'forms': { path: '/demarches/' },
	'form': { path: '/demarches/900002/' },
	'form of all kinds': { path: '/demarches/900001/' },
	'application: who': { path: APPLY },
	'application: a false number': { path: APPLY + '?authority=217901091' },
	'application: several of that name': { path: APPLY + '?authority=saint-martin' },
	'application: facts': { path: APPLY + '?authority=79109' },
	'application: not in our lists': { path: APPLY.replace('detr-deux-sevres',
	    'dotation-soutien-investissement-local-dsil') + '?authority=732829320' },
	'application: no form': { path: '/aides/fonds-vert-biodechets/candidater/' },
	'legal notice': { path: '/mentions-legales/' },
	'accessibility': { path: '/accessibilite/' },
	'privacy': { path: '/donnees-personnelles/' },
	'site map': { path: '/plan-du-site/' },
	'API': { path: '/api/' },
	'address of the API': { path: '/api/adresses/aids/' },
	'coming from another API': { path: '/api/depuis-aides-territoires/' },
	'404': { path: '/nulle-part', status: 404 },
	'404 of an aid': { path: '/aides/dotation-equipement-rural/', status: 404 },
	'400': { path: '/aides/?page=abc', status: 400 },
};

// Those that also come bit by bit.
const SLOW = ['home', 'results', 'aid open', 'funded projects', 'territories',
    'application: who', '404'];

// How a page is looked at, by which rules of axe: all, unless they are said.
const VIEWS = [
	{ width: 1280, scheme: 'light' },
	{ width: 1280, scheme: 'dark', rules: ['color-contrast'] },
	{ width: 320, scheme: 'light', rules: LAYOUT },
];
// In one visit, by turns: both widths, both schemes.
const TURNS = [
	[{ width: 1280, scheme: 'light' }, { width: 320, scheme: 'dark', rules: LAYOUT }],
	[{ width: 1280, scheme: 'dark' }, { width: 320, scheme: 'light', rules: LAYOUT }],
];

const ONLY = new RegExp(process.env.ONLY ?? '');
const TURN = Number(process.env.TURN ?? 0);
const FULL = Boolean(process.env.FULL || process.env.ONLY);

let n = 0, bad = 0;

// One line of TAP; the faults, if any, below it.
function tap(name, faults) {
	n++;
	bad += faults.length > 0;
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${n} - ${name}`);
	for (const fault of faults)
		console.log(`# ${fault}`.replace(/\n/g, '\n#   '));
}

// Runs a test; what it throws is a fault too.
async function run(name, test) {
	if (!ONLY.test(name))
		return;
	try {
		tap(name, await test() ?? []);
	} catch (error) {
		tap(name, [String(error?.message ?? error)]);
	}
}

// What readers do: of what they do in two windows, "..., 1280 px" and "..., 320 px", the
// one whose turn it is, unless FULL is said.
function names() {
	const of = name => name.replace(/, \d+ px$/, '');
	const seen = new Map();

	for (const name of Object.keys(scenarios))
		seen.set(of(name), [...seen.get(of(name)) ?? [], name]);
	return [...seen.values()].flatMap((same, i) => FULL ? same :
	    same[(i + TURN) % same.length]);
}

// Each page, as it stands in the browser.  mine: whether a number has its turn.
async function test_pages(browser, tools, theme, base, mine) {
	const { page, visit } = await page_tester(browser, tools, base);
	const rgaa = no_faults();

	for (const [i, [kind, what]] of Object.entries(KINDS).entries()) {
		for (const views of FULL ? VIEWS.map(view => [view]) :
		    mine(i) ? [TURNS[(i + TURN >> 1) % 2]] : [])
			await run(`${theme}: ${kind}: ${views.map(view =>
			    `${view.width} px ${view.scheme}`).join(', ')}`,
			    () => visit(what, views));
		if (mine(i) && ONLY.test('rgaa'))
			await test_rgaa(page, base, what.path, rgaa);
	}
	await page.context().close();
	if (ONLY.test('rgaa'))
		for (const [name, found] of Object.entries(rgaa))
			tap(`${theme}: rgaa ${name}`, found);
}

// turn: the place of the theme among turns themes.  markup: a promise of the faults of
// each kind, in each theme.
async function test_theme(browser, tools, theme, base, markup, turn, turns) {
	const mine = i => FULL || i % turns === turn;
	const read = async names => {
		for (const name of names)
			await run(`${theme}: ${name}`, () =>
			    scenarios[name](browser, base, tools));
	};
	const slow = () => run(`${theme}: nothing moves as a page comes bit by bit`,
	    () => test_slow(browser, base, SLOW.filter((kind, i) => mine(i))
	    .map(kind => KINDS[kind].path)));
	const todo = names().filter((name, i) => mine(i));

	await Promise.all([
		test_pages(browser, tools, theme, base, mine),
		read(todo.filter(name => !waiting.has(name))),
		slow().then(() => read(todo.filter(name => waiting.has(name)))),
	]);
	for (const [kind, faults] of Object.entries((await markup)[theme]))
		await run(`${theme}: ${kind}: markup`, () => faults);
}

const args = process.argv.slice(2);
const file = args[0] === '--screenshot' ? args.splice(0, 2)[1] : null;
const folder = resolve(args.shift());
const require = createRequire(join(folder, 'package.json'));
const sites = args.map(arg => arg.split('='));
const { chromium } = require('playwright-core');
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: FLAGS,
});

if (file) {
	await picture(browser, sites[0][1], file);
} else {
	const tools = { folder, require, axe: readFileSync(require.resolve(
	    'axe-core/axe.min.js'), 'utf8') };
	const turn_of = place => (place + TURN) % sites.length;
	const markup = test_markup(tools, sites, KINDS, FULL ? null : turn_of);

	await Promise.all([markup, ...sites.map(([theme, base], place) => test_theme(
	    browser, tools, theme, base, markup, turn_of(place), sites.length))])
	    .catch(error => tap('the pages are there', [String(error)]));
	if (n === 0)
		console.log(`Bail out!  no test has a name that matches ${ONLY}`);
	console.log(`1..${n}`);
}
await browser.close();
process.exit(bad > 0 || (!file && n === 0) ? 1 : 0);
