// pages.mjs - what is asked of every page: its markup as it was sent, then how
// it stands in the browser.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const MAX_HTML = 60e3, MAX_VISIT = 250e3;

// The recommended rules, but for these.
const RULES = {
	extends: ['html-validate:recommended'],
	rules: {
		'input-missing-label': 'error',
		// A list with a name is well supported.
		'aria-label-misuse': ['error', { allowAnyNamable: true }],
		// The boxes of a list bear one name, and so do a choice to add and
		// those made before, kept hidden.
		'form-dup-name': 'off',
		// Pages are lean: what is so by default is not written.
		'no-implicit-button-type': 'off',
		'no-implicit-input-type': 'off',
		// The serialiser's way.
		'attribute-boolean-style': 'off',
		// Older screen readers learn of landmarks by their role.
		'no-redundant-role': 'off',
		// A title says what it must: the search in one sentence.
		'long-title': 'off',
	},
};

// The Nu HTML Checker over a folder of pages: it needs two seconds to start, so it
// starts once and compiles little.  Errors only, as { file, text }.
function nu(tools, dir) {
	const jar = join(tools.folder, 'node_modules/vnu-jar/build/dist/vnu.jar');

	return new Promise((done, fail) => execFile('java', ['-Xss8m',
	    '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar,
	    '--format', 'json', '--errors-only', '--exit-zero-always', '--stdout',
	    dir], { maxBuffer: 1e8 }, (error, out) => {
		if (error)
			return fail(error);
		done(JSON.parse(out).messages.map(m => ({ file: m.url,
		    text: `nu: ${m.message} (${m.extract ?? ''})` })));
	}));
}

// The validator is null where another theme has its turn.
async function test_answer(validator, answer, html, what, titles) {
	const size = Buffer.byteLength(html);
	const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
	const faults = [];

	if (answer.status !== (what.status ?? 200))
		faults.push(`status ${answer.status}`);
	if (size > MAX_HTML)
		faults.push(`${size} bytes of HTML`);
	if (answer.headers.get('set-cookie'))
		faults.push('sets a cookie');
	if (!title || titles.has(title))
		faults.push(`title "${title}" is that of another page`);
	titles.add(title);
	if ((html.match(/<h1[ >]/g) ?? []).length !== 1)
		faults.push('not one h1');
	const report = await validator?.validateString(html);
	return faults.concat((report?.results ?? []).flatMap(result => result.messages.map(m =>
	    `html-validate: ${m.ruleId}: ${m.message} (${m.selector})`)));
}

// Every page of every site as it is sent: the faults of each kind, by theme.  The
// validators read each page in one theme, turn by turn, by the place of the theme; or
// all of them, when there is no turn_of.
export async function test_markup(tools, sites, kinds, turn_of) {
	const { HtmlValidate } = tools.require('html-validate');
	const validator = new HtmlValidate(RULES);
	const dir = await mkdtemp(join(tmpdir(), 'guichet-browser-'));
	const files = [], faults = {};

	for (const [place, [theme, base]] of sites.entries()) {
		const titles = new Set();
		faults[theme] = {};
		for (const [i, [kind, what]] of Object.entries(kinds).entries()) {
			const mine = turn_of === null ||
			    i % sites.length === turn_of(place);
			const answer = await fetch(base + what.path);
			const html = await answer.text();
			faults[theme][kind] = await test_answer(mine ? validator :
			    null, answer, html, what, titles);
			if (mine)
				await writeFile(join(dir,
				    `${files.length}.html`), html);
			files.push(faults[theme][kind]);
		}
	}
	for (const { file, text } of await nu(tools, dir))
		files[parseInt(basename(file))].push(text);
	await rm(dir, { recursive: true });
	return faults;
}

// A context; JavaScript and the like are set by options.
export const new_context = (browser, options) =>
    browser.newContext({ locale: 'fr-FR', ...options });

// A page of it that notes all that must not happen.
export async function watched(context, base) {
	const page = await context.newPage();
	const faults = [];

	page.on('request', request => {
		const url = request.url();
		if (!url.startsWith(base + '/') && !url.startsWith('data:'))
			faults.push(`asks ${url}`);
	});
	page.on('console', message => {
		// That a page is an error page is no fault of the page.
		if (['error', 'warning'].includes(message.type()) &&
		    !(/status of 4\d\d/.test(message.text()) &&
		    message.location().url === page.url()))
			faults.push(`console: ${message.text()}`);
	});
	page.on('pageerror', error => faults.push(`script: ${error.message}`));
	return { page, faults };
}

// In the page: what moved after it was shown, and what the policy forbade.  What a
// style adds after words has no node; it comes with their tag, before the words do,
// and is pushed by them.
export function observe() {
	// A page that is shown before all of it came may draw one word of its menu anew:
	// nobody sees less than this, a two-hundredth of what is called good.
	const least = 0.0005;

	window.seen = { shifts: [], forbidden: [] };
	new PerformanceObserver(list => list.getEntries().filter(entry =>
	    entry.value >= least).forEach(entry => entry.sources
	    .filter(({ node }) => node).forEach(({ node, previousRect: a, currentRect: b }) =>
	    window.seen.shifts.push(`${node.nodeName} ${node.textContent
	    .slice(0, 40)}: ${[a.x, a.y, a.width, a.height]} to ${[b.x, b.y,
	    b.width, b.height]}`))))
	    .observe({ type: 'layout-shift', buffered: true });
	document.addEventListener('securitypolicyviolation', e =>
	    window.seen.forbidden.push(`${e.violatedDirective} ${e.blockedURI}`));
}

// Widest part of the page beyond its window.
export function overflow() {
	const over = document.scrollingElement.scrollWidth - innerWidth;
	const wide = [...document.querySelectorAll('body *')].filter(e =>
	    e.getBoundingClientRect().right > innerWidth + 1).pop();

	return over > 0 ? [`${over} px beyond ${innerWidth} px: ` +
	    (wide?.outerHTML.slice(0, 120) ?? '?')] : [];
}

// In the page: words of a table that go beyond their column, or that it breaks where
// they have no soft hyphen, unless it puts hyphens of its own.
export function squeezed() {
	const range = document.createRange(), faults = [];

	for (const cell of document.querySelectorAll('.g-table :is(th, td)')) {
		if (!cell.checkVisibility())            // in what is folded
			continue;
		const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
		const { right } = cell.getBoundingClientRect();
		const parts = getComputedStyle(cell).hyphens === 'auto';
		while (texts.nextNode())
			for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{N}\u00ad]+/gu)) {
				range.setStart(texts.currentNode, word.index);
				range.setEnd(texts.currentNode, word.index + word[0].length);
				const lines = [...range.getClientRects()];
				if (!parts && new Set(lines.map(l => l.top)).size >
				    word[0].split('\u00ad').length)
					faults.push(`broken: ${word[0]}`);
				if (lines.some(l => l.right > right + 1))
					faults.push(`beyond its column: ${word[0]}`);
			}
	}
	return faults.slice(0, 5);
}

// What depends on how a page is laid out; all else is the same at each width.
export const LAYOUT = ['color-contrast', 'target-size', 'link-in-text-block',
    'scrollable-region-focusable'];

// All rules, or those named.  Axe is half a megabyte: each document reads it once, and
// where each needs it the browser keeps it.
export async function axe(page, tools, rules) {
	if (!await page.evaluate(() => 'axe' in window))
		await page.evaluate(tools.axe);
	const found = await page.evaluate(rules => window.axe.run(document, {
		resultTypes: ['violations'],
		selectors: false,
		...rules && { runOnly: { type: 'rule', values: rules } },
	}), rules);

	return found.violations.map(v => `axe: ${v.id}: ${v.help}: ` +
	    v.nodes.map(node => node.html.slice(0, 160) + ' ' +
	    node.failureSummary).slice(0, 3).join('\n'));
}

// In the page: what is behind its words.
const background = () => getComputedStyle(document.body).backgroundColor;

// The page that it visits in, and a function that visits one and looks at it in some
// views, the first of which is the one of the visit, and says its faults: all in one
// context, for a new one costs more than the rest.  Nothing is kept from one page to
// the next: each is weighed as on a first visit.
export async function page_tester(browser, tools, base) {
	const context = await new_context(browser, {});
	const { page, faults } = await watched(context, base);
	const session = await context.newCDPSession(page);
	let bytes;

	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	session.on('Network.loadingFinished', e => bytes += e.encodedDataLength);
	await page.addInitScript(observe);
	await page.addInitScript(tools.axe);
	const show = async ({ width, scheme }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme: scheme });
	};
	const look = async ({ width, rules }) => {
		faults.push(...await axe(page, tools, rules), ...await page.evaluate(overflow),
		    ...await page.evaluate(squeezed));
		if (width > 320) {              // at 200 % half as wide, as tall
			await page.setViewportSize({ width: width / 2, height: 450 });
			faults.push(...await page.evaluate(overflow));
		}
	};
	const visit = async (what, [first, ...others]) => {
		bytes = 0;
		faults.length = 0;
		await show(first);
		await page.goto(base + what.path);
		await page.waitForTimeout(150);         // what comes late comes now
		if (bytes > MAX_VISIT || bytes === 0)
			faults.push(`${bytes} bytes on a first visit`);
		const seen = await page.evaluate(() => window.seen);
		faults.push(...seen.shifts.map(s => `moves: ${s}`),
		    ...seen.forbidden.map(s => `forbidden: ${s}`));
		await look(first);
		const light = await page.evaluate(background);
		for (const view of others) {
			await show(view);
			if (view.scheme !== first.scheme &&
			    await page.evaluate(background) === light)
				faults.push(`not ${view.scheme}`);
			await look(view);
		}
		faults.push(...(await context.cookies()).map(c => `cookie ${c.name}`));
		await context.clearCookies();
		return [...faults];
	};

	return { page, visit };
}
