// themes.mjs - the questions of an application: theme by theme, none of them long.

import { axe, overflow } from './pages.mjs';
import { put_on } from './rgaa.mjs';

const MAX_HEIGHT = 1500;

// Every form that the demo offers, each with somebody who asks.
const FORMS = {
	'a form of a department': '/aides/detr-deux-sevres/candidater/?authority=79109',
	'a form with conditions': '/aides/action-coeur-de-ville/candidater/' +
	    '?authority=79109',
	'somebody who is in no list': '/aides/dotation-soutien-investissement-local-' +
	    'dsil/candidater/?authority=732829320',
};

// In the page: the themes that are seen, its height.
const seen = () => ({
	themes: [...document.querySelectorAll('.g-theme')].filter(e =>
	    e.checkVisibility()).map(e => e.id),
	height: document.documentElement.scrollHeight,
});

async function turn_over({ page, width, expect, faults }) {
	const links = await page.locator('.g-themes a').all();

	expect(links.length >= 3, `${links.length} themes`);
	for (const [i, link] of links.entries()) {
		const id = (await link.getAttribute('href')).slice(1);
		await link.click();
		const { themes, height } = await page.evaluate(seen);
		expect(String(themes) === id, `${id} asked, ${themes} seen`);
		expect(width < 1280 || height <= MAX_HEIGHT,
		    `${id}: ${height} px tall`);
		expect((await page.locator(`#${id} > legend`).innerText()).includes(
		    `Thème ${i + 1} sur ${links.length}`), `${id}: not said which`);
		for (const fold of await page.locator('.g-step > div > details').all()) {
			await fold.locator('summary').click();
			const folded = await page.evaluate(seen);
			expect(width < 1280 || folded.height <= MAX_HEIGHT,
			    `${id}, ${await fold.locator('summary').innerText()}: ` +
			    `${folded.height} px tall`);
			await fold.locator('summary').click();
		}
		faults.push(...await page.evaluate(overflow));
	}
}

const DEPENDENT = ['project.start', 'project.delegated', 'project.delegate',
    'project.ecology-why'];

export function add_themes(scenario, { field, push, theme, plain }) {
	for (const [kind, path] of Object.entries(FORMS)) {
		for (const width of [1280, 320])
			scenario(`themes: ${kind}, ${width} px`, {
				viewport: { width, height: 900 },
				javaScriptEnabled: false,
			}, async steps => {
				await steps.go(path);
				await turn_over({ ...steps, width });
			});
		scenario(`themes: ${kind}: access`, {}, async steps => {
			await steps.go(path);
			await turn_over({ ...steps, width: 1280 });
			// One theme as it is seen, then all of them at once.
			steps.faults.push(...await axe(steps.page, steps.tools));
			await steps.page.evaluate(put_on,
			    '.g-theme { display: block !important }');
			steps.faults.push(...await axe(steps.page, steps.tools));
			const said = steps.page.locator('.g-themes a[aria-current]');
			steps.expect(await said.count() === 1,
			    'not one theme is said to be seen');
			steps.expect((await steps.page.title()).includes(
			    ` – ${await said.innerText()} – `),
			    `its title: ${await steps.page.title()}`);
		});
	}

	scenario('no script: questions that depend on others',
	    { javaScriptEnabled: false }, async ({ page, go, expect }) => {
		// What was typed stays in the form, unseen.
		const there = async name => await page.locator(`[name="${name}"]` +
		    ':not([type=hidden])').count() > 0;
		const are = async (wanted, when) => {
			for (const [i, name] of DEPENDENT.entries())
				expect(await there(name) === wanted[i],
				    `${when}: ${name}`);
		};
		await go(FORMS['a form with conditions']);
		await are([false, false, false, false], 'at first');
		await theme(page, 'Calendrier et coût');
		await page.locator('label[for="project-works-true"]').click();
		await push(page, 'Mettre à jour les questions');
		await are([true, true, false, false], 'works');
		await field(page, 'project.start').fill('3/4/2027');
		await page.locator('label[for="project-delegated-true"]').click();
		await field(page, 'project.cost').fill('120 k€');
		await push(page, 'Mettre à jour les questions');
		await are([true, true, true, true], 'works that are delegated, dear');
		await theme(page, 'Transition écologique');
		await field(page, 'project.ecology-why').fill('Moins de chauffage');
		await push(page, 'Vérifier ma demande');
		const sent = plain(await page.locator('main').innerText());
		expect(/Moins de chauffage/.test(sent) && /Niort/.test(sent),
		    'what is asked is not sent');
		expect(!/Nord|Gers/.test(sent), 'lists of other departments');
		await push(page, 'Modifier mes réponses');
		await theme(page, 'Calendrier et coût');
		await page.locator('label[for="project-works-false"]').click();
		await push(page, /^Suite/);
		await are([false, false, false, true], 'no works');
		await push(page, 'Vérifier ma demande');
		expect(!/Début des travaux|délégué/.test(await page.locator('main')
		    .innerText()), 'what is not asked any more is sent');
	});

	scenario('no script: questions that answers open are seen before the check',
	    { javaScriptEnabled: false }, async ({ page, go, expect }) => {
		const news = page.getByText('Vos réponses en demandent d’autres');
		await go(FORMS['a form with conditions']);
		await theme(page, 'Calendrier et coût');
		await page.locator('label[for="project-works-true"]').click();
		await push(page, 'Vérifier ma demande');
		expect(await news.count() === 1, 'nothing is said');
		expect(await field(page, 'project.start').isVisible(),
		    'what is new is not in sight');
		// Left empty, it is not asked for ever.
		await push(page, 'Vérifier ma demande');
		expect(await news.count() === 0 && await page.getByText(
		    'Étape 3 sur 3').first().isVisible(), 'the check does not come');
		// What was not told beside an error is told after it.
		await go(FORMS['a form with conditions']);
		await theme(page, 'Calendrier et coût');
		await field(page, 'project.cost').fill('cent');
		await page.locator('label[for="project-works-true"]').click();
		await push(page, 'Vérifier ma demande');
		await field(page, 'project.cost').fill('100');
		await push(page, 'Vérifier ma demande');
		expect(await news.count() === 1, 'nothing is said after an error');
	});

	scenario('no script: questions of a line that depend on others',
	    { javaScriptEnabled: false }, async ({ page, go, expect }) => {
		const there = async name => await page.locator(`[name="${name}"]` +
		    ':not([type=hidden])').count() > 0;
		const again = 'Mettre à jour les questions';
		await go(FORMS['a form with conditions']);
		await theme(page, 'Plan de financement');
		expect(!await there('plan.0.name') && !await there('plan.0.stage'),
		    'at first');
		await field(page, 'plan.0.funder').selectOption('autre');
		await field(page, 'plan.0.amount').fill('60 000');
		await push(page, again);
		expect(await there('plan.0.name') && !await there('plan.0.stage'),
		    'by the line alone');
		await field(page, 'plan.0.name').fill('Fondation du patrimoine');
		await theme(page, 'Calendrier et coût');
		await page.locator('label[for="project-works-true"]').click();
		await push(page, again);
		expect(await there('plan.0.stage'), 'by the form and the line');
		await theme(page, 'Plan de financement');
		await push(page, 'Ajouter une ligne (un financeur)');
		await field(page, 'plan.1.funder').selectOption('region');
		await push(page, 'Vérifier ma demande');
		const sent = async () => plain(await page.locator('main').innerText());
		expect(/Fondation du patrimoine/.test(await sent()), 'what is asked');
		await push(page, 'Modifier mes réponses');
		await theme(page, 'Plan de financement');
		expect(!await there('plan.1.name'), 'another line asks its own');
		await page.getByText(/^Ligne.1 ·/).click();
		await field(page, 'plan.0.funder').selectOption('departement');
		await push(page, 'Vérifier ma demande');
		expect(!/Fondation du patrimoine/.test(await sent()),
		    'what is not asked any more is sent');
	});

	// All that the form insists on but the two that it alone can take.  What is
	// said of the project, its title and its summary, is not counted.
	scenario('an application by a newcomer: nine answers', {},
	    async ({ page, go, expect }) => {
		let answers = 0;
		const answer = async (name, text) => {
			answers++;
			const at = field(page, name);
			return await at.evaluate(e => e.matches('select'))
			    ? at.selectOption(text) : at.fill(text);
		};
		await go('/aides/detr-deux-sevres/');
		await page.getByRole('link', { name: 'Préparer ma demande' }).click();
		await answer('authority', '79109');
		await push(page, 'Continuer');
		await answer('signatory.last-name', 'Martin');
		await answer('signatory.first-name', 'Claude');
		await theme(page, 'La personne qui suivra le dossier');
		await answer('contact.email', 'mairie@commune.fr');
		await theme(page, 'Votre projet');
		await field(page, 'project.title').fill('Refaire le toit de l’école');
		await field(page, 'project.summary').fill('Il pleut dans les classes.');
		await theme(page, 'Calendrier et coût');
		await answer('project.start', 'avril 2027');
		await answer('project.cost', '120 k€');
		await theme(page, 'Plan de financement');
		await answer('plan.0.funder', 'detr');
		await answer('plan.0.amount', '48 000');
		expect(answers <= 9, `${answers} answers`);
		await push(page, 'Vérifier ma demande');
		const left = await page.locator('section[aria-labelledby=reste] li')
		    .allInnerTexts();
		expect(left.every(label => /Catégorie du projet|certifie/.test(label)),
		    `left to be answered: ${left.map(plain).join(', ')}`);
		expect(await page.getByRole('button', { name: 'Créer mon brouillon' })
		    .count() === 1, 'it cannot be sent');
	});

	// As many lines as an application takes, of which some are to be mended.
	for (const [what, amount] of [['right', '1 000'], ['wrong', 'mille']])
		scenario(`fifty lines, ${what}: no longer than one`, {},
		    async ({ page, go, expect, tools, faults }) => {
			await go(FORMS['a form of a department']);
			await theme(page, 'Plan de financement');
			await page.evaluate(amount => {
				for (let i = 1; i < 49; i++)
					for (const [name, value] of [['funder', 'detr'],
					    ['amount', i % 10 ? '1 000' : amount]])
						questions.append(Object.assign(document
						    .createElement('input'), { value,
						    type: 'hidden', name: `plan.${i}.${name}` }));
				document.querySelector('[value="add.plan"]').formAction =
				    `${location.pathname}#plan-49-funder`;
			}, amount);
			await field(page, 'plan.0.funder').selectOption('detr');
			await field(page, 'plan.0.amount').fill(amount);
			await push(page, /Ajouter une ligne/);
			const { height } = await page.evaluate(seen);
			expect(height <= MAX_HEIGHT, `${height} px tall`);
			await page.evaluate(() => { location.hash = 'plan-33-amount'; });
			expect(await field(page, 'plan.33.amount').isVisible(),
			    'a line that the address names stays folded');
			const unfolded = (await page.evaluate(seen)).height;
			expect(unfolded <= MAX_HEIGHT,
			    `with a line unfolded, ${unfolded} px tall`);
			faults.push(...await axe(page, tools));
		});

	scenario('several themes to mend: one is seen at a time', {},
	    async ({ page, go, expect, tools, faults }) => {
		const are = async (wanted, when) => expect(String((await page.evaluate(
		    seen)).themes) === wanted, `${when}: ${(await page.evaluate(seen))
		    .themes}`);
		await go(FORMS['a form of a department']);
		await theme(page, 'Calendrier et coût');
		await field(page, 'project.cost').fill('beaucoup');
		await theme(page, 'La personne qui suivra le dossier');
		await field(page, 'contact.email').fill('mairie');
		await theme(page, 'Plan de financement');
		await field(page, 'plan.0.amount').fill('mille');
		await push(page, 'Vérifier ma demande');
		await are('contact', 'at first');
		for (const link of await page.locator('[role=alert] a').all()) {
			const field = await link.getAttribute('href');
			await link.click();
			await are(await page.locator(field).evaluate(e =>
			    e.closest('.g-theme').id), await link.innerText());
			expect((await page.evaluate(seen)).height <= MAX_HEIGHT,
			    `${field}: ${(await page.evaluate(seen)).height} px tall`);
			expect(await page.locator(field)
			    .isVisible(), `${await link.innerText()}: not in sight`);
		}
		await page.locator('.g-more-ways > summary').click();
		expect((await page.evaluate(seen)).height <= MAX_HEIGHT, 'a file is ' +
		    `offered: ${(await page.evaluate(seen)).height} px tall`);
		await page.locator('.g-more-ways > summary').click();
		for (const wrong of ['contact', 'works', 'plan'])
			expect(/à corriger/.test(await page.locator(
			    `.g-themes li:has([href="#${wrong}"])`).innerText()),
			    `${wrong}: it is not said that it is to be mended`);
		await theme(page, 'Votre projet');
		await are('project', 'another that is right');
		faults.push(...await axe(page, tools));
	});

	// What is told and what unfolds leaves the way to the other themes in sight.
	for (const width of [1280, 1000, 320])
		scenario(`several themes to mend: all is read at once, ${width} px`,
		    { viewport: { width, height: 900 } },
		    async ({ page, go, expect, faults }) => {
			const whole = async (selector, count, when) => {
				const list = page.locator(selector);
				expect(await list.isVisible(), `${when}: ${selector} unseen`);
				expect(await list.locator('> li').count() === count,
				    `${when}: ${selector} has not ${count} lines`);
				expect(await list.evaluate(e => e.scrollHeight <=
				    e.clientHeight), `${when}: ${selector} is cut`);
			};
			await go(FORMS['a form of a department']);
			for (const [title, names] of [
				['Calendrier et coût', ['project.start', 'project.end',
				    'project.cost']],
				['La personne qui suivra le dossier', ['contact.email',
				    'contact.phone']],
				['Plan de financement', ['plan.0.amount']]]) {
				await theme(page, title);
				for (const name of names)
					await field(page, name).fill('beaucoup');
			}
			await push(page, 'Vérifier ma demande');
			const read = async when => {
				await whole('[role=alert] ul', 6, when);
				await whole('.g-themes ol', 7, when);
				const { height } = await page.evaluate(seen);
				expect(width < 1280 || height <= MAX_HEIGHT,
				    `${when}: ${height} px tall`);
				faults.push(...await page.evaluate(overflow));
			};
			for (const id of ['contact', 'works', 'plan']) {
				await page.evaluate(id => { location.hash = id; }, id);
				await read(id);
			}
			for (const fold of await page.locator('.g-step > div > details')
			    .all()) {
				await fold.locator('summary').click();
				await read(await fold.locator('summary').innerText());
			}
		});

	for (const width of [1280, 320])
		scenario(`lines of a plan fold, ${width} px`,
		    { viewport: { width, height: 900 } },
		    async ({ page, go, tools, expect, faults }) => {
			await go(FORMS['a form of a department']);
			await theme(page, 'Plan de financement');
			for (let i = 0; i < 5; i++) {
				await field(page, `plan.${i}.funder`).selectOption('detr');
				await field(page, `plan.${i}.amount`).fill('1 000');
				await push(page, /Ajouter une ligne/);
			}
			expect(await page.locator('.g-themes a[aria-current]')
			    .getAttribute('href') === '#plan',
			    'the theme of the new line is not said');
			const { height } = await page.evaluate(seen);
			expect(width < 1280 || height <= MAX_HEIGHT,
			    `six lines: ${height} px tall`);
			expect(/^Ligne 1 · .*DETR.* · 1 000$/.test(plain(await page
			    .locator('.g-lot summary').first().textContent())),
			    'a folded line does not say what it is');
			expect(await field(page, 'plan.5.amount').isVisible(),
			    'the last line is not in sight');
			faults.push(...await page.evaluate(overflow),
			    ...await axe(page, tools));
		});
}
