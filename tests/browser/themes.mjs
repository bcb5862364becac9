// themes.mjs - the questions of an application: theme by theme, none of them long.

import { axe, overflow } from './pages.mjs';

const MAX_HEIGHT = 1500;

// Every form that the demo offers, each with somebody who asks.
const FORMS = {
	'a form of a department': '/aides/detr-deux-sevres/candidater/?authority=79109',
	'somebody who is in no list': '/aides/dotation-soutien-investissement-local-' +
	    'dsil/candidater/?authority=732829320',
};

// In the page: the themes that are seen, its height.
const seen = () => ({
	themes: [...document.querySelectorAll('.g-theme')].filter(e =>
	    e.checkVisibility()).map(e => e.id),
	height: document.documentElement.scrollHeight,
});

async function turn_over({ page, width, expect, faults, tools }) {
	const links = await page.locator('.g-themes a').all();

	expect(links.length >= 4, `${links.length} themes`);
	for (const [i, link] of links.entries()) {
		const id = (await link.getAttribute('href')).slice(1);
		await link.click();
		const { themes, height } = await page.evaluate(seen);
		expect(String(themes) === id, `${id} asked, ${themes} seen`);
		expect(width < 1280 || height <= MAX_HEIGHT,
		    `${id}: ${height} px tall`);
		expect((await page.locator(`#${id} > legend`).innerText()).includes(
		    `Thème ${i + 1} sur ${links.length}`), `${id}: not said which`);
		faults.push(...await page.evaluate(overflow));
		if (tools)
			faults.push(...await axe(page, tools));
	}
}

export function add_themes(scenario) {
	for (const [kind, path] of Object.entries(FORMS)) {
		for (const width of [1280, 320])
			scenario(`themes: ${kind}, ${width} px`, {
				viewport: { width, height: 900 },
				javaScriptEnabled: false,
			}, async steps => {
				await steps.go(path);
				await turn_over({ ...steps, width, tools: null });
			});
		scenario(`themes: ${kind}: access`, {}, async steps => {
			await steps.go(path);
			await turn_over({ ...steps, width: 1280 });
			steps.expect(await steps.page.locator('.g-themes a[aria-current]')
			    .count() === 1, 'not one theme is said to be seen');
		});
	}
}
