// terms.mjs - words of the trade are explained: by keyboard, with and without scripts.

import { axe, overflow } from './pages.mjs';
import { scenario } from './scenarios.mjs';

for (const [how, options] of [['scripts', {}], ['no script', { javaScriptEnabled: false }]])
	for (const width of [1280, 320])
		scenario(`meaning of a word, ${how}, ${width} px`, { ...options,
		    viewport: { width, height: 900 } },
		    async ({ page, go, tools, expect, faults }) => {
			await go('/aides/detr-deux-sevres/');
			expect(/dotation d’équipement/.test(await page.locator('p:has(dfn)')
			    .first().innerText()), 'DETR is not explained');
			const ask = page.getByRole('button', { name: /Qui finance/ });
			const meaning = page.locator('#mot-porteur');
			expect(await meaning.isHidden(), 'open from the start');
			await ask.focus();
			await page.keyboard.press('Enter');
			expect(await meaning.isVisible(), 'Enter does not open it');
			const box = await meaning.boundingBox();
			expect(box.x >= 0 && box.x + box.width <= width && box.y >= 0 &&
			    box.y + box.height <= 900, `beyond: ${JSON.stringify(box)}`);
			faults.push(...await page.evaluate(overflow));
			if (how === 'scripts')
				faults.push(...await axe(page, tools));
			await page.keyboard.press('Escape');
			expect(await meaning.isHidden(), 'Escape does not close it');
			expect(await ask.evaluate(e => e === document.activeElement),
			    'focus is lost');
		});
