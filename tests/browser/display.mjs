// display.mjs - the choice of a light or a dark theme: by keyboard, kept from page to
// page without a cookie, followed by all that is drawn; none without scripts.

import { axe } from './pages.mjs';
import { SPACED_OUT, put_on } from './rgaa.mjs';
import { scenario } from './scenarios.mjs';

// What is drawn, and what was chosen, if anything.
const drawn = page => page.evaluate(() => ({
	dark: getComputedStyle(document.body).backgroundColor
	    .match(/\d+/g).slice(0, 3).every(n => n < 60),
	scheme: getComputedStyle(document.documentElement).colorScheme,
	chosen: document.documentElement.getAttribute('data-fr-theme'),
}));
const opener = page => page.getByRole('button', { name: 'Paramètres d’affichage' });

// From what the system says to each other choice, with the keyboard alone.
for (const system of ['light', 'dark'])
	scenario(`choice of theme, ${system} system`, { colorScheme: system },
	    async ({ page, go, base, tools, expect, faults }) => {
		const other = system === 'light' ? 'dark' : 'light';

		await go('/');
		expect((await drawn(page)).dark === (system === 'dark'),
		    'the page does not follow the system');
		await opener(page).focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Paramètres d’affichage' });
		await dialog.waitFor();
		expect(await page.evaluate(() => document.activeElement.value) ===
		    'system', 'focus is not on the choice in force');
		faults.push(...await axe(page, tools));
		await page.keyboard.press('ArrowDown');     // round to the first
		if (other === 'dark')
			await page.keyboard.press('ArrowDown');
		let now = await drawn(page);
		expect(now.chosen === other && now.dark === (other === 'dark'),
		    `not applied at once: ${JSON.stringify(now)}`);
		expect(now.scheme.includes(other), `fields are ${now.scheme}`);
		faults.push(...await axe(page, tools, ['color-contrast']));
		await page.keyboard.press('Escape');
		expect(await dialog.isHidden(), 'Escape does not close');
		expect(await page.evaluate(() => document.activeElement.id) ===
		    'affichage-ouvrir', 'focus is lost');

		await go('/aides/');
		now = await drawn(page);
		expect(now.chosen === other && now.dark === (other === 'dark'),
		    'the next page forgot');
		faults.push(...await axe(page, tools, ['color-contrast']));
		const sent = await page.request.get(base + '/aides/');
		expect(!(await sent.text()).includes('data-fr-theme') &&
		    (await page.context().cookies()).length === 0,
		    'the choice leaves the browser');
		await page.emulateMedia({ media: 'print', colorScheme: system });
		expect(!(await drawn(page)).dark, 'paper is dark');
		await page.emulateMedia({ media: 'screen', colorScheme: system });

		await opener(page).click();
		await dialog.locator('[for=theme-system]').click();
		await dialog.getByRole('button', { name: 'Fermer' }).click();
		now = await drawn(page);
		expect(await dialog.isHidden() && now.chosen === null &&
		    now.dark === (system === 'dark'), 'the system is not back');
	});

scenario('choice of theme, 320 px, spaced out', { viewport: { width: 320,
    height: 500 } }, async ({ page, go, expect }) => {
	await go('/');
	await page.evaluate(put_on, SPACED_OUT);
	await opener(page).click();
	const box = await page.getByRole('dialog').boundingBox();
	expect(box.x >= 0 && box.x + box.width <= 320 && box.y >= 0 &&
	    box.y + box.height <= 500, `beyond the window: ${JSON.stringify(box)}`);
});

scenario('no script: no choice of theme', { javaScriptEnabled: false },
    async ({ page, go, expect }) => {
	await go('/');
	expect(await page.locator('#affichage-ouvrir').isHidden(),
	    'a button that does nothing is shown');
	expect(await page.locator('#affichage').isHidden(), 'the dialog is shown');
});
