// rgaa.mjs - criteria of the RGAA (version 4.1.2) that a program can test, in whole or
// in part, over every kind of page.  What a criterion asks of sense (is this name
// relevant?) stays for people.
//
// CRITERIA are tested here, by a function that runs in the page and returns its
// faults.  ELSEWHERE says which other tests hold theirs.

import { overflow } from './pages.mjs';

export const ELSEWHERE = {
	'3.2': 'contrasts of texts: axe, in each view, light and dark',
	'3.3': 'contrasts of what one acts on: axe; the ring of focus: Tab key, …',
	'7.1': 'scripts and assistive technologies: axe; suggestions of places',
	'7.3': 'all by keyboard: Tab key, …; suggestions; choice of theme',
	'7.4': 'no change of context unasked: lists wait for the button',
	'7.5': 'messages of status: suggestions of places; filters applied on change',
	'8.2': 'valid code: markup (the Nu checker, html-validate)',
	'8.6': 'a title for each page: markup',
	'10.7': 'focus is seen: Tab key, …',
	'10.11': '320 px without scrolling both ways: the views of 320 px',
	'12.8': 'order of the Tab key: Tab key, …',
	'12.9': 'no trap for the keyboard: Tab key, …; choice of theme',
};

// In the page: shared by the tests below.
function tools() {
	const all = selector => [...document.querySelectorAll(selector)];
	const seen = e => e.checkVisibility({ visibilityProperty: true });
	const plain = s => s.replace(/\s+/g, ' ').trim();
	const text = e => plain(e.textContent ?? '');
	const by_ids = ids => (ids ?? '').split(/\s+/).filter(Boolean).map(id =>
	    document.getElementById(id)).map(e => e ? text(e) : '').join(' ').trim();
	const labels = e => [...e.labels ?? []].map(text).join(' ').trim();
	const name = e => by_ids(e.getAttribute('aria-labelledby')) ||
	    e.getAttribute('aria-label')?.trim() || labels(e) || text(e) ||
	    e.getAttribute('title')?.trim() || e.getAttribute('alt')?.trim() || '';
	const say = e => e.outerHTML.slice(0, 120);

	window.rgaa = { all, seen, plain, text, labels, name, say };
}

export const CRITERIA = {
	'1.1 each picture has its text, or is hidden': () => rgaa.all('img, svg, ' +
	    'area, canvas, object, embed, input[type=image]').filter(e =>
	    !e.hasAttribute('alt') && !e.closest('[aria-hidden=true]') &&
	    rgaa.name(e) === '').map(rgaa.say),
	'2.1 each frame has a title': () => rgaa.all('iframe:not([title]), frame')
	    .map(rgaa.say),
	'4.10 nothing sounds or moves by itself': () => rgaa.all('audio, video, ' +
	    'marquee, blink').map(rgaa.say),
	'5.6 a table of ours has headings, with a scope': () => rgaa.all('table')
	    .filter(e => !e.closest('.g-rich') && (!e.querySelector('th') ||
	    e.querySelector('th:not([scope])'))).map(rgaa.say),
	'6.1 a link says what its title says': () => rgaa.all('a[title]').filter(e =>
	    rgaa.text(e) !== '' && !rgaa.plain(e.title).toLowerCase().includes(
	    rgaa.text(e).toLowerCase()) && !e.querySelector('.fr-logo'))
	    .map(rgaa.say),
	'6.1 links of one name lead to one place': () => {
		const places = new Map();
		// A list may hold namesakes, told apart by their cards.
		return rgaa.all('a[href]').filter(e => !e.closest('li, .g-rich'))
		    .filter(e => {
			const key = rgaa.name(e), had = places.get(key) ?? e.href;
			places.set(key, had);
			return had !== e.href;
		    }).map(rgaa.say);
	},
	'6.2 each link has a name': () => rgaa.all('a[href]').filter(e =>
	    rgaa.name(e) === '').map(rgaa.say),
	'8.1 a type of document': () => document.doctype?.name === 'html' &&
	    document.compatMode === 'CSS1Compat' ? [] : ['none'],
	'8.3 8.4 the language is French': () =>
	    document.documentElement.lang === 'fr' ? [] :
	    [document.documentElement.lang],
	'8.5 a title': () => document.title.trim().length > 5 ? [] : ['none'],
	'8.7 each change of language is one': () => rgaa.all('body [lang]').filter(e =>
	    !/^[a-z]{2}(-[A-Z]{2})?$/.test(e.lang)).map(rgaa.say),
	'8.9 no tag for its looks alone': () => rgaa.all('font, center, big, tt, ' +
	    'strike, basefont, main p:empty:not([role=status]), main h2:empty, main h3:empty, ' +
	    'main li:empty').map(rgaa.say),
	'9.1 headings: one h1, no level left out': () => {
		const levels = rgaa.all('h1, h2, h3, h4, h5, h6').filter(rgaa.seen);
		const faults = levels.filter((e, i) => rgaa.text(e) === '' ||
		    i > 0 && e.tagName[1] - levels[i - 1].tagName[1] > 1);
		return [...faults.map(rgaa.say), ...levels.filter(e =>
		    e.tagName === 'H1').length === 1 ? [] : ['not one h1']];
	},
	'9.2 12.6 header, menu, main, footer, once each': () =>
	    ['header[role=banner]', 'nav#menu[aria-label]', 'main',
	    'footer[role=contentinfo]'].filter(s =>
	    rgaa.all(s).filter(rgaa.seen).length !== 1),
	'9.2 landmarks of one kind have names of their own': () => {
		const names = rgaa.all('nav, [role=search], aside').filter(rgaa.seen)
		    .map(e => e.tagName + ' ' + (e.getAttribute('aria-label') ??
		    e.getAttribute('aria-labelledby')));
		return names.filter((s, i) => names.indexOf(s) !== i);
	},
	'9.3 lists hold items': () => rgaa.all('ul > :not(li), ol > :not(li), ' +
	    'dl > :not(dt, dd, div), :not(ul, ol) > li, :not(dl, div) > dd')
	    .map(rgaa.say),
	'10.1 no looks in the markup': () => rgaa.all('[align], [bgcolor], [border], ' +
	    '[cellpadding], [color], [face], body [style], td[width], body [size]')
	    .map(rgaa.say),
	'10.6 a link within a text is told by more than its colour': () =>
	    rgaa.all('main p a[href], main dd a[href]').filter(e => rgaa.seen(e) &&
	    rgaa.text(e.closest('p, dd')) !== rgaa.text(e) &&
	    !e.matches('.fr-btn, .fr-tag') && getComputedStyle(e)
	    .textDecorationLine === 'none' && getComputedStyle(e)
	    .backgroundImage === 'none').map(rgaa.say),
	'10.8 what is hidden takes no focus': () => rgaa.all('[aria-hidden=true] ' +
	    ':is(a[href], button, input, select, textarea, [tabindex="0"])')
	    .map(rgaa.say),
	'10.14 no words in the styles alone': () => rgaa.all('body *').filter(e =>
	    ['::before', '::after'].some(p => /[a-zà-ÿ]{3}/i.test(
	    getComputedStyle(e, p).content.replace(/^(none|normal|url\(.*|attr\(.*)/,
	    '')))).map(rgaa.say),
	'11.1 each field has a label': () => rgaa.all('input:not([type=hidden]), ' +
	    'select, textarea').filter(e => rgaa.labels(e) === '' &&
	    !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby'))
	    .map(rgaa.say),
	'11.4 each label is by its field': () => rgaa.all('label').filter(e => {
		const field = e.control, a = e.getBoundingClientRect();
		const b = field?.getBoundingClientRect();
		return !field || rgaa.seen(field) && rgaa.seen(e) && b.width > 0 &&
		    (Math.max(a.top - b.bottom, b.top - a.bottom) > 40 ||
		    Math.max(a.left - b.right, b.left - a.right) > 60);
	}).map(rgaa.say),
	'11.5 11.6 radios stand in a set that has a legend': () =>
	    rgaa.all('input[type=radio]').filter(e => !rgaa.text(e.closest('fieldset')
	    ?.querySelector('legend') ?? {})).map(rgaa.say),
	'11.9 each button has a name': () => rgaa.all('button, [role=button], ' +
	    'summary').filter(e => rgaa.name(e) === '').map(rgaa.say),
	'11.10 a fault is tied to its field': () => rgaa.all('.fr-error-text[id]')
	    .filter(e => !document.querySelector(`[aria-describedby~="${e.id}"]`))
	    .map(rgaa.say),
	'11.13 fields about the reader say which': () => {
		const known = ['off', 'on', 'name', 'family-name', 'given-name', 'email',
		    'tel', 'tel-national', 'organization', 'organization-title',
		    'postal-code', 'street-address', 'address-level2', 'url'];
		return [...rgaa.all('[autocomplete]').filter(e =>
		    !known.includes(e.autocomplete)), ...rgaa.all('input[name^="contact."]' +
		    ':is([name$=name], [name$=".email"], [name$=".phone"]), ' +
		    'input[type=email]:not([name*="other"]):not([name^="signatory"])' +
		    ':not([name^="champ"]), input[type=tel][name^="contact"]')
		    .filter(e => !e.autocomplete)].map(rgaa.say);
	},
	'12.1 12.3 12.4 menu, search and site map are at hand': () =>
	    [['#menu a[href^="/aides/"]'], ['[role=search]'],
	    ['footer a[href="/plan-du-site/"]']].filter(([s]) =>
	    rgaa.all(s).filter(rgaa.seen).length === 0 &&
	    !(s === '[role=search]' && document.querySelector('.g-filters, form')))
	    .flat(),
	'12.7 the first link skips to the content': () => {
		const first = document.querySelector('a[href]');
		return first?.getAttribute('href') === '#contenu' &&
		    document.querySelector('#contenu') ? [] : [rgaa.say(first)];
	},
	'12.7 each link to a part of the page finds it': () =>
	    rgaa.all('a[href^="#"]').filter(e => !document.getElementById(
	    decodeURIComponent(e.hash.slice(1)))).map(rgaa.say),
	'13.1 the page does not go away by itself': () =>
	    rgaa.all('meta[http-equiv=refresh i]').map(rgaa.say),
	'13.2 no window opens unasked': () => rgaa.all('[target]:not([target=_self])')
	    .map(rgaa.say),
	'13.8 nothing moves for more than 5 s': () => document.getAnimations()
	    .filter(a => a.effect.getComputedTiming().endTime > 5000)
	    .map(a => rgaa.say(a.effect.target)),
	'13.9 the page may be zoomed and turned': () => /user-scalable|maximum-scale/
	    .test(document.querySelector('meta[name=viewport]').content) ?
	    ['zoom is held'] : [],
};

// In the page: text that its box cuts.  What only screen readers are to read is, and
// so are the words of the DSFR's icons, which their titles or labels bear too.
const cut = () => rgaa.all('main *, header *, footer *').filter(e => {
	if (e.matches('.fr-search-bar .fr-btn, .fr-pagination__link--first, ' +
	    '.fr-pagination__link--last, .fr-label'))
		return false;
	const style = getComputedStyle(e);
	return rgaa.seen(e) && rgaa.text(e) !== '' && e.clientHeight > 2 &&
	    !/^(auto|scroll)$/.test(style.overflowY) &&
	    (style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 2 ||
	    style.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 2);
}).map(rgaa.say);

// As a reader may have it: WCAG 1.4.12.
export const SPACED_OUT = '* { line-height: 1.5 !important; letter-spacing: .12em ' +
    '!important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

// Criteria that change the page: a style each.
const CHANGES = {
	'10.4 letters twice as large lose nothing':
	    'html { font-size: 200% !important }',
	'10.12 text spaced out loses nothing': SPACED_OUT,
};

// Styles that a page takes from a script, whatever its policy says of its markup.
export const put_on = content => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(content);
	document.adoptedStyleSheets = [sheet];
};
const take_off = () => { document.adoptedStyleSheets = []; };

// In the page: the name and the faults of each criterion, at once.
const ALL = `(${tools})(), Object.entries({ ${Object.entries(CRITERIA).map(
    ([name, test]) => `${JSON.stringify(name)}: ${test}`).join(', ')} })
    .map(([name, test]) => [name, test()])`;

// The faults of each criterion, none yet.
export const no_faults = () => Object.fromEntries([...Object.keys(CRITERIA),
    ...Object.keys(CHANGES)].map(name => [name, []]));

// All criteria over the page of that path, which is visited unless it is there: its
// faults go to those of each.
export async function test_rgaa(page, base, path, faults) {
	const note = (name, found) => faults[name].push(...found.map(f =>
	    `${path}: ${f}`));

	await page.setViewportSize({ width: 1280, height: 900 });
	await page.emulateMedia({ colorScheme: 'light' });
	if (page.url() !== new URL(path, base).href)
		await page.goto(base + path);
	for (const [name, found] of await page.evaluate(ALL))
		note(name, found);
	for (const [name, content] of Object.entries(CHANGES)) {
		await page.evaluate(put_on, content);
		note(name, [...await page.evaluate(overflow),
		    ...await page.evaluate(cut)]);
		await page.evaluate(take_off);
	}
}
