// framed.mjs - a portal in the frame of another site: who may show it, what stays in
// it, how high it is.

import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { scenario } from './scenarios.mjs';

const SLUG = 'essai-de-cadre';

// Another site, whose one page has the lines that the portal proposes.
async function other(body) {
	const server = createServer((_, answer) => answer
	    .setHeader('Content-Type', 'text/html; charset=utf-8')
	    .end(`<!DOCTYPE html><html lang="fr"><title>Ailleurs</title>${body()}`));
	await new Promise(done => server.listen(0, '127.0.0.1', done));
	return { address: `http://localhost:${server.address().port}`,
	    close: () => server.close() };
}

// Makes a portal that names a site, on the site of that port.
function name_site(base, address) {
	execFileSync('sh', ['-c', `for site in "$SITES"/*/; do
	    grep -q "127.0.0.1:${new URL(base).port} " "$site/etc/nginx-demo.conf" ||
	        continue
	    cat > "$site/framed.xml"
	    GUICHET_CONF="$site/etc/guichet.conf" "$GUICHET" portal import "$site/framed.xml"
	    done`], { input: `<portal xmlns="urn:guichet:portal" slug="${SLUG}" public="yes">
	    <name>Essai de cadre</name><query>programs=petites-villes-de-demain</query>
	    <theme>neutral</theme><site>${address}</site></portal>`,
	    stdio: ['pipe', 'ignore', 'inherit'] });
}

// Shows that other site, named by the portal or not.
async function visit(page, base, named, steps) {
	let lines = '';
	const site = await other(() => lines);

	try {
		name_site(base, named ? site.address : 'https://autre.example');
		await page.goto(`${base}/portails/${SLUG}/integration/`);
		const pieces = await page.locator('pre').allInnerTexts();
		lines = `<p>Avant</p>${pieces[0]}${pieces[1]}<p style="height: 9000px">Après</p>`;
		await page.goto(`${site.address}/`);
		await steps(`${site.address}/`);
	} finally {
		site.close();
	}
}
// What a visit elsewhere does is no fault of ours.
const ours = faults => faults.splice(0, faults.length, ...faults.filter(fault =>
    !/^asks http:\/\/localhost|frame-ancestors|favicon/.test(fault)));

scenario('a portal in the frame of a site that it names', {}, async ({ page, base,
    expect, faults }) => visit(page, base, true, async address => {
	const frame = page.frameLocator('iframe');
	const inside = () => page.frames()[1];

	await frame.locator('#mots').fill('centre-ville');
	expect(await frame.locator('header, footer').count() === 0,
	    'the frame has a head or a foot');
	await frame.getByRole('button', { name: 'Chercher' }).click();
	await frame.locator('#resultats').waitFor();
	expect(inside().url().includes(`/portails/${SLUG}/cadre/aides/`),
	    'a search leaves the frame');
	const high = await inside().evaluate(() =>
	    document.documentElement.offsetHeight);
	await page.waitForFunction(high => Math.abs(
	    document.querySelector('iframe').height - high) < 2, high);
	// Who ticks a box is back on it: the host leaves them there.
	const box = frame.locator('#recherche [type=checkbox]:visible').first();
	const ticked = await box.getAttribute('id');
	await page.evaluate(() => addEventListener('message', event => {
		window.next = event.data.page;
	}));
	await box.evaluate(field => field.click());
	await frame.locator(`[id="${ticked}"]:focus`).waitFor();
	await page.waitForFunction(() => window.next !== undefined);
	expect(!await page.evaluate(() => window.next),
	    'the host is told of a next page after a box is ticked');
	// The host's reader is down the frame: the next page is shown from its beginning.
	const top = () => page.evaluate(() =>
	    document.querySelector('iframe').getBoundingClientRect().top);
	await page.evaluate(() => scrollTo(0, 0));
	await frame.locator('.g-aids a').last().evaluate(link => link.focus());
	await page.evaluate(() => scrollTo(0, 900));
	expect(await top() < 0, 'the host shows the beginning of the frame');
	await page.keyboard.press('Enter');
	await frame.locator('article h1').waitFor();
	await page.waitForFunction(() => Math.abs(
	    document.querySelector('iframe').getBoundingClientRect().top) < 2);
	expect(page.url() === address, 'an aid opens out of the frame');
	const out = frame.locator('main a[target="_top"]').first();
	expect(await out.count() === 1, 'nothing leads out of the frame');
	ours(faults);
}));

scenario('a portal in the frame of another site', {}, async ({ page, base, expect,
    faults }) => visit(page, base, false, async () => {
	await page.waitForTimeout(500);
	const inside = await page.frames()[1]?.evaluate(() =>
	    document.body?.innerText ?? '').catch(() => '');
	expect(!/Votre projet/.test(inside ?? ''), 'it is shown all the same');
	ours(faults);
}));
