// lighthouse.mjs - Google's Lighthouse over the public kinds of pages: 100 of 100 for
// accessibility, good practice and search engines, as on a telephone and on a desk.
//
//   node lighthouse.mjs TOOLS ADDRESS         the tests, in TAP
//
// TOOLS is the folder where npm put what package.json asks for.  From the
// environment: CHROMIUM, ONLY (a regular expression that names kinds).

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

// Pages that search engines may read; of the others, that they may not is no fault.
const KINDS = {
	'home': { path: '/' },
	'results': { path: '/aides/?keyword=école&perimeter_q=echire', hidden: true },
	'all aids': { path: '/aides/' },
	'nothing found': { path: '/aides/?keyword=piscine&perimeter_q=echire' +
	    '&aid_type_slugs=cee', hidden: true },
	'aid': { path: '/aides/detr-deux-sevres/' },
	'programmes': { path: '/programmes/' },
	'programme': { path: '/programmes/fonds-vert/' },
	'backers': { path: '/partenaires/' },
	'backer': { path: '/partenaires/9000001-ademe/' },
	'map': { path: '/cartographie/' },
	'department': { path: '/cartographie/79-deux-sevres/' },
	'backers of a department': { path: '/cartographie/79-deux-sevres/porteurs/' },
	'project types': { path: '/projets-references/' },
	'funded projects': { path: '/projets-finances/' },
	'territories': { path: '/territoires/', hidden: true },
	'forms': { path: '/demarches/' },
	'form': { path: '/demarches/900002/' },
	'application': { path: '/aides/detr-deux-sevres/candidater/', hidden: true },
	'legal notice': { path: '/mentions-legales/' },
	'accessibility': { path: '/accessibilite/' },
	'privacy': { path: '/donnees-personnelles/' },
	'site map': { path: '/plan-du-site/' },
	'API': { path: '/api/' },
	'address of the API': { path: '/api/adresses/aids/' },
	'coming from another API': { path: '/api/depuis-aides-territoires/' },
};

const [folder, base] = process.argv.slice(2);
const only = new RegExp(process.env.ONLY ?? '');
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(join(
    resolve(folder), 'node_modules/lighthouse/core/index.js')));
const profile = await mkdtemp(join(tmpdir(), 'guichet-lighthouse-'));
const chromium = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless=new',
    '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0',
    `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });

// The browser says its port as it begins.
const port = await new Promise((done, fail) => {
	createInterface({ input: chromium.stderr }).on('line', line => {
		const said = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line);
		if (said)
			done(Number(said[1]));
	});
	chromium.on('exit', () => fail(new Error('the browser ended')));
});
let n = 0, bad = 0;

// What costs points, and where; a page that robots.txt closes cannot be indexed.
function faults({ lhr }, what) {
	const open = Object.values(lhr.categories).flatMap(category => category.auditRefs
	    .filter(ref => ref.weight > 0).map(ref => lhr.audits[ref.id]))
	    .filter(audit => audit.score !== null && audit.score < 1 &&
	    !(what.hidden && audit.id === 'is-crawlable'));
	return open.map(audit => `${audit.id}: ${audit.title}: ` + JSON.stringify(
	    audit.details?.items ?? audit.displayValue ?? '').slice(0, 300));
}

for (const [kind, what] of Object.entries(KINDS).filter(([kind]) => only.test(kind)))
	for (const [view, config] of [['telephone'], ['desk', desktopConfig]]) {
		const result = await lighthouse(base + what.path, { port,
		    onlyCategories: CATEGORIES, logLevel: 'error' }, config);
		const scores = CATEGORIES.map(id => Math.round(
		    result.lhr.categories[id].score * 100));
		const found = faults(result, what);

		if (result.lhr.runtimeError)
			found.push(result.lhr.runtimeError.message);
		n++;
		bad += found.length > 0;
		console.log(`${found.length > 0 ? 'not ok' : 'ok'} ${n} - ${kind}, ` +
		    `${view}: ${scores.join(' / ')}`);
		found.forEach(fault => console.log(`# ${fault}`));
	}
console.log(n > 0 ? `1..${n}` : `Bail out!  no kind of page matches ${only}`);
chromium.removeAllListeners('exit');
await new Promise(done => { chromium.on('exit', done); chromium.kill(); });
await rm(profile, { recursive: true, force: true });
process.exit(bad > 0 || n === 0 ? 1 : 0);
