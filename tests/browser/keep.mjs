// keep.mjs - no answer of an application is lost: by Back, by a reload, by an error,
// by programs that start again, in a night, and by a file read again another day.

import { execFileSync } from 'node:child_process';
import { APPLY, SCRIPTLESS, field, push, scenario } from './scenarios.mjs';

const WAITS = { ...SCRIPTLESS, waits: true };

// What a reader writes, one answer of each kind of field, and one that is no good.
const TEXTS = { 'project.title': 'Refaire le « toit » <plat>',
	'project.summary': 'Il fuit.\nDepuis 1962.', 'project.start': '3 mars 2027',
	'project.cost': '120 000,50 €', 'plan.0.amount': 'beaucoup',
	'contact.email': 'mairie@exemple.fr' };

// Every theme of questions is shown, as if it was turned to, and what is folded.
const show = page => page.evaluate(() => {
	document.querySelectorAll('.g-theme').forEach(e =>
	    e.style.display = 'block');
	document.querySelectorAll('main details').forEach(e => e.open = true);
});
const verify = page => page.locator('#questions button[value=check]').first()
    .click();

// mark: tells the answers of one test from those of another.
async function write(page, mark) {
	await show(page);
	for (const [name, text] of Object.entries(TEXTS))
		await field(page, name).fill(name === 'project.title' ?
		    text + mark : text);
	await field(page, 'plan.0.funder').selectOption('detr');
	await page.locator('label[for="project-ecology-true"]').click();
}

// The names of the answers that are not on the page as they were written.
async function lost(page, mark, texts = TEXTS) {
	const gone = [];

	await page.locator('#questions').waitFor();
	await show(page);
	for (const [name, text] of Object.entries(texts))
		if (await field(page, name).inputValue() !==
		    (name === 'project.title' ? text + mark : text))
			gone.push(name);
	if (await field(page, 'plan.0.funder').inputValue() !== 'detr')
		gone.push('plan.0.funder');
	if (!await page.locator('#project-ecology-true').isChecked())
		gone.push('project.ecology');
	return gone.join(', ');
}

const GOOD = { ...TEXTS, 'plan.0.amount': '50 000' };

// On to the third step, with every answer good.
async function check(page, mark) {
	await write(page, mark);
	await field(page, 'plan.0.amount').fill(GOOD['plan.0.amount']);
	await verify(page);
	await page.locator('#suite').waitFor();
}
const edit = page => push(page, 'Modifier mes réponses');

async function bring(page, file) {
	await page.locator('summary', { hasText: 'Reprendre des réponses gardées' })
	    .click();
	await page.locator('#fichier').setInputFiles(file);
	await push(page, 'Reprendre mes réponses');
}

// The processes of the applications of a site, known by its port: stops them for as
// long as the steps take.
async function stopped(base, steps) {
	const each = signal => execFileSync('sh', ['-c',
	    `for site in "$SITES"/*/; do
		grep -q "127.0.0.1:${new URL(base).port} " "$site/etc/nginx-demo.conf" ||
		    continue
		for worker in "$site"/run/prefill/[0-9]*; do
			s6-svc ${signal} -T 10000 "$worker" || exit 1
		done
	    done`], { stdio: 'inherit' });

	each('-wd -d');
	try {
		await steps();
	} finally {
		each('-wu -u');
	}
}

for (const [how, options] of [['no script', SCRIPTLESS], ['script', {}]]) {
	scenario(`answers kept, ${how}: Back`, options, async ({ page, go,
	    expect }) => {
		await go(APPLY + '?authority=79109');
		await write(page, 1);
		await go('/');
		await page.goBack();
		expect(await lost(page, 1) === '', 'lost by a look elsewhere: ' +
		    await lost(page, 1));
		await verify(page);
		await page.locator('.fr-alert--error').waitFor();
		expect(await lost(page, 1) === '', 'lost by a fault: ' +
		    await lost(page, 1));
		await go('/');
		await page.goBack();
		expect(await lost(page, 1) === '', 'lost after a fault: ' +
		    await lost(page, 1));
		await check(page, 2);
		await page.goBack();
		expect(await lost(page, 2, GOOD) === '', 'lost from the third ' +
		    'step: ' + await lost(page, 2, GOOD));
	});

	scenario(`answers kept, ${how}: reload`, options, async ({ page, go,
	    expect }) => {
		await go(APPLY + '?authority=79109');
		await check(page, 3);
		await page.reload();
		await edit(page);
		expect(await lost(page, 3, GOOD) === '', 'lost by a reload of ' +
		    'the third step: ' + await lost(page, 3, GOOD));
		await page.reload();
		expect(await lost(page, 3, GOOD) === '', 'lost by a reload of ' +
		    'the second: ' + await lost(page, 3, GOOD));
		// Without a script, what is written since the page came goes.
		if (how === 'no script')
			return;
		await write(page, 4);
		await page.reload();
		expect(await lost(page, 4) === '', 'lost since the page came: ' +
		    await lost(page, 4));
		await go(APPLY + '?authority=79109');
		expect(await field(page, 'project.title').inputValue() === '',
		    'the tab keeps answers for another page');
	});

	scenario(`answers kept, ${how}: another authority`, options,
	    async ({ page, go, expect }) => {
		await go(APPLY + '?authority=79109');
		await write(page, 5);
		await push(page, 'Changer de collectivité');
		await field(page, 'authority').fill('saint-martin');
		// Enter presses no choice.
		await field(page, 'authority').press('Enter');
		await page.locator('.g-choices button', { hasText: 'Gers' })
		    .click();
		expect(await lost(page, 5) === '', 'lost: ' + await lost(page, 5));
		expect(await field(page, 'authority.name').inputValue() ===
		    'Saint-Martin', 'it has the name of the other authority');
		// From the check, where the name is that of several others.
		await go(APPLY + '?authority=79109');
		await write(page, 5);
		await field(page, 'plan.0.amount').fill(GOOD['plan.0.amount']);
		await field(page, 'authority.name').fill('Saint-Martin');
		await verify(page);
		await page.locator('#suite').waitFor();
		await push(page, 'Changer de collectivité');
		await field(page, 'authority').fill('79109', { timeout: 5000 });
		await push(page, 'Continuer');
		expect(await lost(page, 5, GOOD) === '', 'lost from the check: ' +
		    await lost(page, 5, GOOD));
	});

	scenario(`answers kept, ${how}: a file read again`, options,
	    async ({ page, go, expect, base, faults }) => {
		await go(APPLY + '?authority=79109');
		await write(page, 6);
		const [file] = await Promise.all([page.waitForEvent('download'),
		    push(page, /^Garder mes réponses/)]);
		expect(/^reponses-detr-deux-sevres-\d{4}-\d\d-\d\d\.xml$/.test(
		    file.suggestedFilename()), 'its name: ' +
		    file.suggestedFilename());
		expect(await lost(page, 6) === '', 'the page loses: ' +
		    await lost(page, 6));
		const kept = await file.path();

		// Another day, another browser.
		const other = await page.context().browser().newContext(options);
		const again = await other.newPage();
		again.setDefaultTimeout(30000);
		// The search knows the place: the page opens at the second step.
		await again.goto(base + '/aides/?keyword=DETR&perimeter_q=echire');
		await again.locator('a[href^="/aides/detr-deux-sevres/"]').first()
		    .click();
		await again.getByRole('link', { name: 'Préparer ma demande' }).click();
		await bring(again, kept);
		expect(await lost(again, 6) === '', 'the file loses: ' +
		    await lost(again, 6));
		await push(again, 'Changer de collectivité');
		await bring(again, kept);
		expect(await lost(again, 6) === '', 'the file loses, on the first ' +
		    'step: ' + await lost(again, 6));
		expect(await field(again, 'form').inputValue() !==
		    await field(page, 'form').inputValue(), 'the same key: ' +
		    'whoever has the file has the draft');
		await again.goto(base + APPLY);
		await bring(again, { name: 'a.xml', mimeType: 'text/xml',
			buffer: Buffer.from('<a>') });
		await again.locator('.fr-alert--error:focus').waitFor();
		await other.close();
	});
}

// Programs that start again, as for an upgrade: what is pressed meanwhile waits for
// them.
scenario('answers kept: programs that start again', WAITS, async ({ page, go, expect,
    base }) => {
	await go(APPLY + '?authority=79109');
	await check(page, 7);
	let pressed;
	await stopped(base, async () => {
		pressed = edit(page);
		await new Promise(done => setTimeout(done, 1000));
	});
	await pressed;
	expect(await lost(page, 7, GOOD) === '', 'lost: ' +
	    await lost(page, 7, GOOD));
});

// An error that says nothing of the answers: Back has them.
scenario('answers kept: a page of error', SCRIPTLESS, async ({ page, go,
    expect }) => {
	const others = { ...TEXTS };

	delete others['project.title'];
	for (const size of [300, 1100]) {       // kB: for the program, for nginx
		const title = 'a'.repeat(size * 1000);
		await go(APPLY + '?authority=79109');
		await write(page, size);
		await field(page, 'project.title').evaluate((input, title) => {
			input.removeAttribute('maxlength');
			input.value = title;
		}, title);
		await verify(page);
		expect(/trop volumineux/.test(await page.title()),
		    `${size} kB: ${await page.title()}`);
		await page.goBack();
		expect(await lost(page, size, others) === '', 'lost by Back: ' +
		    await lost(page, size, others));
		expect(await field(page, 'project.title').inputValue() === title,
		    'the long answer is lost');
	}
});

// The page of the third step, three days later.
scenario('answers kept: a page of another day', WAITS, async ({ page, go, expect,
    faults }) => {
	await go(APPLY + '?authority=79109');
	await check(page, 8 + Math.random());
	const form = await field(page, 'form').inputValue();
	const title = await field(page, 'project.title').inputValue();
	const shown = await field(page, 'shown').inputValue();
	const older = shown.replace(/^\d+/, day => day - 3);
	const age = value => page.evaluate(([value]) =>
	    document.querySelector('[name=shown]').value = value, [value]);

	await age(older);
	await push(page, 'Créer mon brouillon');
	await page.getByText('Relisez avant d’envoyer').waitFor();
	expect(await field(page, 'form').inputValue() === form,
	    'it has another key');
	expect(await field(page, 'shown').inputValue() === shown,
	    'it does not show today');
	expect(await field(page, 'project.title').inputValue() === title,
	    'answers are lost');
	const before = faults.length;
	await push(page, 'Créer mon brouillon');
	await page.waitForURL(/prefill_token=/);
	faults.splice(before);                  // the draft is on another site
});

// Démarches simplifiées is away: the page says so, and the answers are there.
scenario('answers kept: Démarches simplifiées is away', WAITS,
    async ({ page, go, expect, faults }) => {
	await go(APPLY + '?authority=79109');
	await check(page, 9);
	const ds = new URL(await page.locator('.g-more-ways a').getAttribute(
	    'href')).origin;
	const fail = faults => fetch(`${ds}/_control/faults`, { method: 'POST',
		body: JSON.stringify(faults) });

	await fail({ status: 503 });
	await push(page, 'Créer mon brouillon');
	await page.getByText('Démarches simplifiées ne répond pas').waitFor();
	await fail({});
	const instead = page.locator('.fr-alert a').first();
	expect(/avec mes réponses/.test(await instead.innerText()) &&
	    /[?&]champ_/.test(await instead.getAttribute('href')),
	    'the alert does not lead to the form with the answers first');
	expect(await page.getByRole('button', { name: 'Réessayer' }).count() === 1,
	    'no way to send again');
	await edit(page);
	expect(await lost(page, 9, GOOD) === '', 'lost: ' +
	    await lost(page, 9, GOOD));
	await page.goBack();
	await page.goBack();
	await page.goBack();
	expect(await lost(page, 9, GOOD) === '', 'lost by Back: ' +
	    await lost(page, 9, GOOD));
});
