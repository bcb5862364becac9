// scenarios.mjs - what readers do: with a keyboard alone, without JavaScript,
// with wide-spaced text, on paper.  Each returns its faults.

import { axe, new_context, overflow, watched } from './pages.mjs';
import { SPACED_OUT, put_on } from './rgaa.mjs';
import { add_themes } from './themes.mjs';

const RESULTS = '/aides/?keyword=école&perimeter_q=echire';
const AID = '/aides/dotation-equipement-territoires-ruraux-detr/';
export const APPLY = '/aides/detr-deux-sevres/candidater/';
export const SCRIPTLESS = { javaScriptEnabled: false };

export const scenarios = {};
// The names of those that wait more than they work: they run beside the others.
export const waiting = new Set();

// A context costs more than most scenarios: those of one site and of the same options
// that run one after another share one, in which a page of that site stays.  A tab is
// new each time, and what is kept for all tabs is taken away.
const contexts = new Map();

async function context_of(browser, base, waits, options) {
	const key = JSON.stringify([base, waits, options]);

	if (!contexts.has(key)) {
		const context = await new_context(browser, options);
		const stays = await context.newPage();
		await stays.goto(`${base}/robots.txt`);
		contexts.set(key, { context,
		    session: await context.newCDPSession(stays) });
	}
	const { context, session } = contexts.get(key);
	await session.send('Storage.clearDataForOrigin', { origin: base,
	    storageTypes: 'all' });
	return context;
}

// scenario NAME OPTIONS STEPS: the steps run in a watched page of their own.
export function scenario(name, options, steps) {
	const { viewport, colorScheme, waits, ...others } = options;

	if (waits)
		waiting.add(name);
	scenarios[name] = async (browser, base, tools) => {
		const { page, faults } = await watched(await context_of(browser,
		    base, waits, others), base);
		const expect = (got, what) => {
			if (!got)
				faults.push(what);
		};

		page.setDefaultTimeout(30000);
		await page.setViewportSize(viewport ?? { width: 1280, height: 900 });
		if (colorScheme)
			await page.emulateMedia({ colorScheme });
		try {
			await steps({ page, base, tools, expect, faults,
			    go: path => page.goto(base + path) });
		} finally {
			await page.close();
		}
		return faults;
	};
}

const asked = page => new URL(page.url()).searchParams;
const h1 = page => page.locator('h1').innerText();
const plain = text => text.replace(/\s+/g, ' ').trim();

// ---- keyboard ----

scenario('skip link', {}, async ({ page, go, expect }) => {
	await go(RESULTS);
	await page.keyboard.press('Tab');
	const link = page.locator(':focus');
	expect(await link.getAttribute('href') === '#contenu',
	    'the first stop is not the skip link');
	const box = await link.boundingBox();
	expect(box.x >= 0 && box.y >= 0 && box.height > 10,
	    'the skip link is not seen');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() =>
	    document.activeElement.id) === 'contenu', 'focus is not on main');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() =>
	    document.activeElement.closest('main') !== null),
	    'the stop after it is not in main');
});

// In the page: all that the Tab key must reach, in order.  A checkbox is one
// stop, and so are the radios of one name; what is hidden or disabled is none.
function stops() {
	return [...document.querySelectorAll('a[href], button, input, select, ' +
	    'textarea, summary, [tabindex="0"]')].filter(e => e.type !== 'hidden' &&
	    !e.disabled && !(e.type === 'radio' && e !== document.querySelector(
	    `[name="${e.name}"]`)) && e.checkVisibility({ visibilityProperty: true,
	    contentVisibilityAuto: true })).map((e, i) => (e.dataset.stop = i));
}

// In the page: the stop in focus, and whether it is seen to be.
function focus() {
	const e = document.activeElement;
	// A card bears the ring of its link; a link that fills its block, before
	// it.
	const rings = [getComputedStyle(e), getComputedStyle(e, '::before'),
	    getComputedStyle(e.closest('li') ?? e)];
	const box = e.getBoundingClientRect();

	return {
		stop: Number(e.dataset.stop ?? -1),
		html: e.outerHTML.slice(0, 100),
		ring: rings.some(s => s.outlineStyle !== 'none' &&
		    parseFloat(s.outlineWidth) >= 2),
		inside: box.bottom > 0 && box.top < innerHeight && box.right > 0,
	};
}

async function walk({ page, expect, faults }) {
	const all = await page.evaluate(stops);
	const reached = new Set();
	let at;

	expect(all.length > 10, `only ${all.length} stops`);
	// A date has a stop for each part, and one for its calendar.
	for (let i = 0; i < all.length + 10; i++) {
		await page.keyboard.press('Tab');
		at = await page.evaluate(focus);
		if (at.stop === -1)
			break;
		// The browser draws the ring of the parts itself.
		if (reached.has(at.stop))
			continue;
		if (at.stop !== reached.size)
			faults.push(`stop ${at.stop} out of order: ${at.html}`);
		reached.add(at.stop);
		if (!at.ring)
			faults.push(`focus not seen: ${at.html}`);
		if (!at.inside)
			faults.push(`focus outside the window: ${at.html}`);
	}
	expect(at.stop === -1, `focus stays in ${at.html}`);
	expect(reached.size === all.length,
	    `${reached.size} stops reached of ${all.length}`);
}

for (const [kind, path] of [['home', '/'], ['results', RESULTS],
    ['aid', AID], ['application', APPLY + '?authority=79109'],
    ['404', '/nulle-part']]) {
	for (const width of [1280, 320])
		scenario(`Tab key, ${kind}, ${width} px`,
		    { viewport: { width, height: 900 } }, async steps => {
			await steps.go(path);
			await walk(steps);
		});
}

scenario('Tab key, filters open at 320 px',
    { viewport: { width: 320, height: 900 } }, async steps => {
	await steps.go(RESULTS);
	await steps.page.locator('.g-filters > summary').focus();
	await steps.page.keyboard.press('Enter');
	await steps.page.locator('#mots').waitFor();
	await steps.go(RESULTS);                // to walk from the top
	await steps.page.evaluate(() =>
	    document.querySelector('.g-filters').open = true);
	await walk(steps);
});

scenario('suggestions of places', {}, async ({ page, go, tools, expect,
    faults }) => {
	await go('/');
	await page.locator('#mots').fill('école');
	await page.keyboard.press('Tab');
	await page.keyboard.type('echi', { delay: 30 });
	await page.locator('[role=option]').first().waitFor();
	expect(await page.locator('#lieu').getAttribute('aria-expanded') ===
	    'true', 'not said to be open');
	expect(/territoires proposés/.test(await page.locator(
	    '.g-combo:has(#lieu) [role=status]').innerText()),
	    'the count is not said');
	faults.push(...await axe(page, tools));
	await page.keyboard.press('Escape');
	expect(await page.locator('#lieu-liste').isHidden(),
	    'Escape does not close');
	await page.keyboard.type('r', { delay: 30 });
	await page.locator('[role=option]', { hasText: /^Échiré/ }).waitFor();
	for (let i = 0; i < 10; i++) {
		await page.keyboard.press('ArrowDown');
		const id = await page.locator('#lieu').getAttribute(
		    'aria-activedescendant');
		const row = page.locator(`[id="${id}"]`);
		expect(await row.getAttribute('aria-selected') === 'true',
		    'the row is not said to be selected');
		if (/^Échiré/.test(await row.innerText()))
			break;
	}
	await page.keyboard.press('Enter');
	expect(await page.locator('#lieu').inputValue() === 'Échiré',
	    'the place is not written');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/aides/?**');
	expect(asked(page).get('perimeter_id'), 'the place is not sent by its id');
	expect(/à Échiré \(Deux-Sèvres\)/.test(plain(await h1(page))),
	    `not understood: ${await h1(page)}`);
});

// ---- project types proposed while one types ----

scenario('suggestions of projects', {}, async ({ page, go, tools, expect,
    faults }) => {
	await go('/');
	await page.locator('#mots').focus();
	await page.keyboard.type('piste cy', { delay: 30 });
	await page.locator('#mots-liste [role=option]').first().waitFor();
	faults.push(...await axe(page, tools));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	expect(await page.locator('#mots').inputValue() ===
	    'Création d’une piste cyclable', 'the project is not written');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/aides/?**');
	expect(/piste cyclable/.test(await h1(page)),
	    `not understood: ${await h1(page)}`);
});

// ---- filters on change, back button ----

scenario('filters applied on change, then back', {}, async ({ page, go,
    expect }) => {
	await go(RESULTS);
	const before = await h1(page);
	await page.locator('#t-grant').focus();
	await page.keyboard.press('Space');
	await page.waitForURL('**aid_type_slugs=grant**');
	expect(!page.url().includes('=&'), `empty fields sent: ${page.url()}`);
	expect(await page.locator('#t-grant').isChecked(), 'box not ticked');
	expect(await page.evaluate(() => document.activeElement.id) === 't-grant',
	    'focus is lost');
	await page.locator('body > [role=status]', { hasText: /aide/ })
	    .waitFor({ state: 'attached' });
	await page.locator('#tri').selectOption('submission-deadline');
	await page.getByRole('button', { name: 'Trier' }).click();
	await page.waitForURL('**orderBy=submission-deadline**');
	await page.goBack();
	await page.goBack();
	expect(await h1(page) === before, 'back does not give the first answer');
	expect(!await page.locator('#t-grant').isChecked(),
	    'back leaves the box ticked');
});

// Arrow keys go through a list: it applies by its button alone.
scenario('lists wait for the button', {}, async ({ page, go, expect }) => {
	await go(RESULTS);
	const before = page.url();
	for (const list of ['#theme', '#qui', '#tri']) {
		await page.locator(list).focus();
		for (let i = 0; i < 3; i++)
			await page.keyboard.press('ArrowDown');
		await page.waitForTimeout(300);
		expect(page.url() === before, `${list} went to ${page.url()}`);
	}
	const theme = await page.locator('#theme').inputValue();
	expect(theme !== '', 'no theme is chosen');
	await page.getByRole('button', { name: 'Appliquer' }).click();
	await page.waitForURL('**category_slugs=**');
	expect(String(asked(page).getAll('category_slugs')) === theme,
	    `sent: ${page.url()}`);
	expect(await page.locator('#aussitot').isVisible(),
	    'boxes do not say that they apply at once');
});

// ---- without JavaScript ----

scenario('no script: words and place', SCRIPTLESS, async ({ page, go,
    expect }) => {
	await go('/');
	await page.locator('#mots').fill('école');
	await page.locator('#lieu').fill('echiré');
	await page.locator('main form .fr-btn').click();
	expect(/pour « école » à Échiré/.test(plain(await h1(page))),
	    `answer: ${await h1(page)}`);
});

scenario('no script: a place of several', SCRIPTLESS, async ({ page, go,
    expect }) => {
	await go('/');
	await page.locator('#mots').fill('école');
	await page.locator('#lieu').fill('saint denis');
	await page.locator('main form .fr-btn').click();
	await page.locator('.g-choices li', { hasText: 'Aude' })
	    .locator('a').click();
	expect(/« école » à Saint-Denis \(Aude\)/.test(plain(await h1(page))),
	    `answer: ${await h1(page)}`);
});

for (const width of [1280, 320])
	scenario(`no script: filter, then take it off, ${width} px`,
	    { ...SCRIPTLESS, viewport: { width, height: 900 } },
	    async ({ page, go, expect }) => {
		await go(RESULTS);
		const before = await h1(page);
		if (width === 320)
			await page.locator('.g-filters > summary').click();
		await page.locator('label[for=t-grant]').click();
		await page.locator('#theme').selectOption('patrimoine');
		await page.getByRole('button', { name: 'Appliquer' }).click();
		expect(asked(page).get('aid_type_slugs') === 'grant' &&
		    asked(page).get('category_slugs') === 'patrimoine',
		    `not sent: ${page.url()}`);
		for (const tag of ['Subvention', 'Patrimoine'])
			await page.locator('.g-tags a', { hasText: tag }).click();
		expect(await h1(page) === before,
		    `after taking off: ${await h1(page)}`);
	});

scenario('no script: pages and order', SCRIPTLESS, async ({ page, go,
    expect }) => {
	const names = () => page.locator('.g-aids h2').allInnerTexts();

	await go('/aides/');
	const first = await names();
	await page.getByRole('link', { name: 'Page suivante' }).click();
	const second = await names();
	expect(asked(page).get('page') === '2', `address: ${page.url()}`);
	expect(second.length > 0 && !second.some(x => first.includes(x)),
	    'the second page repeats the first');
	await page.getByRole('link', { name: 'Dernière page' }).click();
	await page.getByRole('link', { name: 'Première page' }).click();
	expect(String(await names()) === String(first), 'the first page differs');
	await page.locator('#tri').selectOption('publication-date');
	await page.getByRole('button', { name: 'Trier' }).click();
	expect(asked(page).get('orderBy') === 'publication-date' &&
	    String(await names()) !== String(first), 'the order is the same');
});

scenario('no script: what to relax', SCRIPTLESS, async ({ page, go,
    expect }) => {
	await go(RESULTS + '&aid_type_slugs=cee');
	const option = page.locator('.fr-callout li').first();
	const said = /(\d+)\saide/.exec(await option.innerText())?.[1];
	await option.locator('a').click();
	expect(said && (await h1(page)).startsWith(said),
	    `${said} announced, ${await h1(page)}`);
});

const FORMATS = {
	csv: ['text/csv', /^\ufeffNuméro;Nom;[^\n]+\r\n\d+;/],
	atom: ['application/atom+xml', /<entry>/],
	ics: ['text/calendar', /^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT/],
	xml: ['application/xml', /<page name="aid-list">/],
};

scenario('no script: to take away', SCRIPTLESS, async ({ page, go, base,
    expect }) => {
	await go(RESULTS);
	for (const [format, [type, start]] of Object.entries(FORMATS)) {
		const href = await page.locator(
		    `.g-take a[href*="format=${format}"]`).getAttribute('href');
		const answer = await fetch(base + href);
		expect(answer.status === 200, `${format}: ${answer.status}`);
		expect(answer.headers.get('content-type')?.startsWith(type),
		    `${format}: ${answer.headers.get('content-type')}`);
		const text = new TextDecoder('utf-8', { ignoreBOM: true })
		    .decode(await answer.arrayBuffer());
		expect(start.test(text), `${format}: ${text.slice(0, 120)}`);
	}
});

// ---- an application, to its draft ----

export const field = (page, name) => page.locator(`[name="${name}"]`);
// Nobody reads what is sent in less than three seconds: form_token.h.
export const push = async (page, name) => {
	if (name === 'Créer mon brouillon')
		await page.waitForTimeout(3100);
	await page.getByRole('button', { name }).click();
};
const theme = (page, name) => page.getByRole('navigation',
    { name: 'Thèmes des questions' }).getByRole('link', { name }).click();

add_themes(scenario, { field, push, theme, plain });

for (const width of [1280, 320])
	scenario(`no script: an application, ${width} px`,
	    { ...SCRIPTLESS, waits: true, viewport: { width, height: 900 } },
	    async ({ page, go, expect, faults }) => {
		await go('/aides/detr-deux-sevres/');
		await page.getByRole('link', { name: 'Préparer ma demande' }).click();
		await field(page, 'authority').fill('échiré');
		await field(page, 'zip').last().fill('79410');
		await push(page, 'Continuer');
		expect(/Étape 2 sur 3/.test(await page.locator('.fr-stepper')
		    .innerText()), 'the second step does not come');
		expect(await field(page, 'authority.name').inputValue() ===
		    'Échiré', 'what is known is not filled in');

		const title = `Refaire le toit de l’école, ${Math.random()}`;
		await theme(page, 'Votre projet');
		await field(page, 'project.title').fill(title);
		await theme(page, 'Calendrier et coût');
		await field(page, 'project.cost').fill('beaucoup');
		await page.goBack();
		expect(await field(page, 'project.title').inputValue() === title &&
		    await field(page, 'project.cost').inputValue() === 'beaucoup',
		    'back from a theme loses what was typed');
		await theme(page, 'Transition écologique');
		await page.locator('label[for="project-ecology-true"]').click();
		await push(page, 'Vérifier ma demande');
		expect(/^Erreur/.test(await page.title()), 'the title says no error');
		expect(await field(page, 'project.cost').isVisible(),
		    'the theme of the fault is not seen');
		await page.locator('.fr-alert--error:focus').waitFor();
		await page.locator('.fr-alert--error a').click();
		expect(new URL(page.url()).hash === '#project-cost',
		    'the summary does not lead to the field');
		expect(await field(page, 'project.cost').inputValue() === 'beaucoup' &&
		    await field(page, 'project.title').inputValue() === title &&
		    await page.locator('#project-ecology-true').isChecked(),
		    'what was typed is lost');
		faults.push(...await page.evaluate(overflow));

		expect(await field(page, 'project.cost').isVisible(),
		    'the field of the summary is not seen');
		await field(page, 'project.cost').fill('12 500,50 €');
		await push(page, 'Vérifier ma demande');
		const sent = plain(await page.locator('main').innerText());
		expect(sent.includes(title) && /12 501/.test(sent) &&
		    /CA du Niortais/.test(sent), 'what will be sent is not shown');
		expect(/dans les 5 jours/.test(sent), 'the 5 days are not said');
		faults.push(...await page.evaluate(overflow));

		await push(page, 'Modifier mes réponses');
		expect(await field(page, 'project.cost').inputValue() ===
		    '12 500,50 €', 'the way back loses what was typed');
		await push(page, 'Vérifier ma demande');
		const before = faults.length;
		await push(page, 'Créer mon brouillon');
		await page.waitForURL(/prefill_token=/);
		expect((await page.locator('body').innerText()).includes(
		    'dossier prérempli'), 'no draft at the end');
		faults.splice(before);          // the draft is on another site
		const draft = page.url();

		await page.goBack();
		expect((await page.locator('.g-send').innerText())
		    .includes('Le même bouton le rouvre'),
		    'back, nothing says that the button makes one draft');
		await push(page, 'Créer mon brouillon');
		await page.waitForURL(/prefill_token=/);
		expect(page.url() === draft, 'back and again: another draft');
		faults.splice(before);
	});

// Back from the draft, the browser's page knows nothing of it: the script tells.
scenario('an application: back from its draft', { waits: true },
    async ({ page, go, expect, faults }) => {
	const notice = page.locator('#deja'),
	    before = async () => ({ said: await notice.isVisible(),
		opens: await page.getByRole('button', { name:
		    'Ouvrir mon brouillon' }).isVisible() });
	const said = ({ said, opens }) => said && opens,
	    unsaid = ({ said, opens }) => !said && !opens;
	const title = `Isoler la mairie, ${Math.random()}`;

	await go(`${APPLY}?authority=217901099`);
	await theme(page, 'Votre projet');
	await field(page, 'project.title').fill(title);
	await push(page, 'Vérifier ma demande');
	expect(unsaid(await before()), 'said before anything was sent');
	const faultless = faults.length;
	await push(page, 'Créer mon brouillon');
	await page.waitForURL(/prefill_token=/);
	const draft = page.url();
	await page.goBack();
	faults.splice(faultless);               // the draft is on another site
	expect(said(await before()), 'back from the draft, nothing says so');
	expect(/peut-être déjà été créé/.test(await notice.innerText()),
	    'the notice does not say what');
	faults.push(...await page.evaluate(overflow));

	await push(page, 'Modifier mes réponses');
	await theme(page, 'Votre projet');
	await field(page, 'project.title').fill(title + ' bis');
	await push(page, 'Vérifier ma demande');
	expect(unsaid(await before()), 'said of other answers');
	// Over the theme, then the questions.
	for (let pages = 0; pages < 3; pages++)
		await page.goBack();
	expect(said(await before()), 'said once only');
	// As a browser shows a page that it kept alive, which this one never does.
	await page.evaluate(() => {
		document.getElementById('deja').hidden = true;
		window.dispatchEvent(new PageTransitionEvent('pageshow',
		    { persisted: true }));
	});
	expect(said(await before()), 'a page kept alive does not say so');

	await push(page, 'Ouvrir mon brouillon');
	await page.waitForURL(/prefill_token=/);
	expect(page.url() === draft, 'its button makes another draft');
	faults.splice(faultless);
});

// The script leaves empty fields out of an address, never out of an answer.
scenario('an application: a place suggested, an answer emptied', {},
    async ({ page, go, expect }) => {
	await go(APPLY);
	await field(page, 'authority').pressSequentially('échiré');
	await page.locator('.g-combo__list > li').first().click();
	await push(page, 'Continuer');
	expect(/perimeter_id=\d+/.test(page.url()) && await field(page,
	    'project.place').inputValue() === '79410 Échiré',
	    'the place that was suggested is not taken');
	await theme(page, 'Votre projet');
	await field(page, 'project.place').fill('');
	await push(page, 'Vérifier ma demande');
	const sent = plain(await page.locator('main').innerText());
	expect(/Commune du projet/.test(sent) && !/Adresse du projet/.test(sent),
	    'an answer that was emptied is sent');
	await push(page, 'Modifier mes réponses');
	expect(await field(page, 'project.place').inputValue() === '',
	    'an answer that was emptied is filled again');
});

// Tables alone scroll aside: what is cut behind anything else is not seen.
scenario('nothing but tables scrolls aside', { viewport: { width: 320, height: 900 } },
    async ({ page, go, expect }) => {
	await go(RESULTS);
	const cut = await page.evaluate(() => [...document.querySelectorAll('main *')]
	    .filter(e => e.scrollWidth > e.clientWidth + 1 && !e.querySelector('table') &&
		/auto|scroll/.test(getComputedStyle(e).overflowX))
	    .map(e => e.innerText.trim()));
	expect(cut.length === 0, `cut: ${cut.join(' | ')}`);
	expect(await page.locator('.g-tags li').count() > 0 &&
	    await page.locator('p', { hasText: 'Précisez votre projet' }).count() > 0,
	    'the page has nothing to wrap');
});

// ---- paper, wide-spaced text ----

for (const [kind, path] of [['results', RESULTS], ['aid', AID]]) {
	// A4, less its margins.
	scenario(`on paper: ${kind}`, { viewport: { width: 718, height: 1047 } },
	    async ({ page, go, expect, faults }) => {
		await go(path);
		await page.emulateMedia({ media: 'print' });
		for (const gone of ['.fr-skiplinks', '.fr-breadcrumb', '.g-menu',
		    '.fr-footer__body', '.g-filters', '.g-sort', '.g-take', '.g-actions'])
			for (const e of await page.locator(gone).all())
				expect(await e.isHidden(), `${gone} is printed`);
		expect(await page.locator('h1').isVisible(), 'no title');
		for (const a of await page.locator('.g-text a[href^=http]').all())
			expect((await a.evaluate(e => getComputedStyle(e, '::after')
			    .content)).includes('http'),
			    `address not printed: ${await a.innerText()}`);
		expect(await page.locator('.g-paper').isVisible() &&
		    /^Imprimé depuis http.*\/aides\//.test(await page.locator(
		    '.g-paper').innerText()) &&
		    await page.locator('.fr-footer__bottom-copy time').isVisible(),
		    'the address or the day of the page is not printed');
		for (const a of await page.locator('.g-aids > li').all())
			expect(/^https?:\/\/[^/?]+\/aides\/[^/?]+\/$/.test(
			    await a.locator('.g-address').innerText()),
			    'a card without its whole address');
		expect((await page.pdf()).length > 5000, 'an empty document');
		faults.push(...await page.evaluate(overflow));
	});

	// WCAG 1.4.12
	scenario(`text spaced out: ${kind}`, { viewport: { width: 320, height: 900 } },
	    async ({ page, go, faults }) => {
		await go(path);
		await page.evaluate(put_on, SPACED_OUT);
		faults.push(...await page.evaluate(overflow));
	});
}
