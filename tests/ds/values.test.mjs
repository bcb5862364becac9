// values.test.mjs - what is stored of a value, type by type, and what a careful
// client never sends (DS 1.4 to 1.6).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keys_of, some_places, start } from './start.mjs';

const NUMBER = 900001;
const key = keys_of(NUMBER);
const places = some_places();
let ds;

before(async () => {
	ds = await start('--strict', '--no-throttle', '--geo', places.folder);
});
after(async () => {
	await ds.stop();
	places.remove();
});

const ARRAY = [{ a: '1' }], OBJECT = { a: '1' };
const day = ahead => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris',
	year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(Date.now() + ahead * 86400000);

// By label: what is kept as it is and may be sent; what is stored, and so, but
// must not be sent (A reads it otherwise); what is dropped.  A row of "stored" or
// of "odd" is the value, then what is stored when that is something else.
const texts = { kept: [['Rénovation de l’école'], ['a\nb'], ['12'],
    ['a\u0000\u0007b\u007f', 'ab']], odd: [[12, '12'], [true, 'true'],
    [['a', 'b'], '["a", "b"]']], dropped: [OBJECT, ARRAY, [['a']], '', '  ', null,
    [], {}, false] };
const booleans = { kept: [['true'], ['false']],
    odd: [[true, 'true'], [1, 'true'], ['1', 'true'], ['T', 'true'], ['On', 'true'],
    ['TRUE', 'true'], [0, 'false'], ['0', 'false'], ['f', 'false'], ['OFF', 'false']],
    dropped: ['oui', 'non', 'yes', false, ['true'], OBJECT] };

const CASES = {
	'Texte court': texts,
	'Texte long': texts,
	'Adresse électronique': { kept: [['mairie@ville.fr'], ['pas une adresse']],
	    odd: [], dropped: [OBJECT, ARRAY] },
	'Téléphone': { kept: [['0612345678'], ['abc']], odd: [], dropped: [OBJECT] },
	'IBAN': { kept: [['FR7611315000011234567890138'], ['x']], odd: [],
	    dropped: [OBJECT] },
	'Texte à format': { kept: [['AB-12']], odd: [], dropped: [ARRAY] },
	'Nombre entier': { kept: [['42'], ['-7'], ['0'], ['+42', '42'],
	    ['123456789012345678901234567890']],
	    odd: [['3 000', '3000'], [42, '42'], [42.2, '42']],
	    dropped: ['3.14', '42.0', '1e3', 'douze', '12a', true, ['42'], OBJECT] },
	'Nombre entier de 10 à 500': { kept: [['10'], ['500']], odd: [],
	    dropped: ['9', '501', '-20'] },
	'Nombre décimal': { kept: [['49.3'], ['-1.125'], ['12']],
	    odd: [['3,14', '3.14'], [49.3, '49.3'], ['1 250,5', '1250.5']],
	    dropped: ['3.1415', '+3', '1.', '.5', '1e3', 'abc', '1.2.3', ['1']] },
	'Case à cocher': booleans,
	'Oui ou non': booleans,
	'Civilité': { kept: [['M.'], ['Mme']], odd: [['monsieur', 'M.'], ['mr', 'M.'],
	    ['m', 'M.'], ['male', 'M.'], ['homme', 'M.'], ['madame', 'Mme'],
	    ['mlle', 'Mme'], ['Mademoiselle', 'Mme'], ['female', 'Mme'],
	    ['femme', 'Mme']], dropped: ['Dr', ['M.'], OBJECT] },
	'Choix simple': { kept: [['École'], ['Mairie']],
	    odd: [['--Bâtiments--']], dropped: ['école', 'École ', 'Gymnase',
	    ['École'], OBJECT] },
	'Choix simple, ou autre': { kept: [['Commune'], ['Syndicat mixte']], odd: [],
	    dropped: [['Commune'], OBJECT] },
	'Choix avancé': { kept: [], odd: [['Pompe à chaleur', '31'], ['32', '32']],
	    dropped: ['Éolienne', ['31']] },
	'Choix multiple': { kept: [[['DETR', 'DSIL']], [['Fonds vert']],
	    ['DETR', ['DETR']]], odd: [],
	    dropped: [['DETR', 'FNADT'], 'FNADT', OBJECT, [['DETR']]] },
	'Choix multiple avancé': { kept: [], odd: [[['Région', 'Europe'], ['41']]],
	    dropped: [['Europe']] },
	'Date': { kept: [['2026-03-01'], ['2024-02-29']], odd: [
	    ['31/12/2017', '2017-12-31'], ['31-12-2017', '2017-12-31'],
	    ['31.12.2017', '2017-12-31'], ['3/4/2023', '2023-04-03'],
	    ['12-21-2023', '2023-12-21'], ['1677625200', '2023-03-01'],
	    [1677625200, '2023-03-01']],
	    dropped: ['2025-02-29', '31/12/17', '2026-03-01T10:30', '1er mars 2026',
	    '13/13/2023', '31/12-2017', ['2026-03-01'], OBJECT] },
	'Date passée': { kept: [[day(-1)]], odd: [], dropped: [day(0), day(1)] },
	'Date de 2026': { kept: [['2026-01-01'], ['2026-12-31']], odd: [],
	    dropped: ['2025-12-31', '2027-01-01'] },
	'Date et heure': { kept: [
	    ['2026-03-01T10:30', '2026-03-01T10:30:00+01:00'],
	    ['2026-07-01T10:30:15', '2026-07-01T10:30:15+02:00'],
	    ['2026-03-01T10:30:00Z', '2026-03-01T11:30:00+01:00'],
	    ['2026-03-01T10:30:00-05:00', '2026-03-01T16:30:00+01:00'],
	    ['21/12/2023 03:20', '2023-12-21T03:20:00+01:00']], odd: [
	    ['2023-12-21 03:20', '2023-12-21T03:20:00+01:00'],
	    ['2023-12-21 03:20:45', '2023-12-21T03:20:45+01:00'],
	    ['2023-12-21', '2023-12-21T00:00:00+01:00'],
	    ['1677625200', '2023-03-01T00:00:00+01:00']],
	    dropped: ['demain', '2026-03-01T25:00', '2026-02-30T10:00', OBJECT] },
	'Commune': { kept: [[['01540', '01457']], [['01540']],
	    [['75001', '75101']], [['01540', '01457', 'Vonnas'], ['01540', '01457']]],
	    odd: [], dropped: ['01540', 'Vonnas', ['01457', '01540'], ['01540', '75101'],
	    ['75001', '75056'], [1540, 1457], ['99999'], OBJECT] },
	'EPCI': { kept: [[['01', '200042935']], [['01']], [['08', '240800821']]],
	    odd: [], dropped: ['200042935', ['01', '240800821'], ['77'],
	    ['200042935', '01'], ['01', 200042935]] },
	'Département': { kept: [['56'], ['2A'], ['971'], ['99'], ['Morbihan', '56']],
	    odd: [['Ain', '01']], dropped: ['1', '1000', 'morbihan', ['56']] },
	'Région': { kept: [['53'], ['Bretagne', '53']], odd: [['99']],
	    dropped: ['00', 'bretagne', '5', ['53']] },
	'Pays': { kept: [['FR'], ['France', 'FR'], ['DE']], odd: [],
	    dropped: ['fr', 'XX', 'GP', 'MQ', 'GF', 'RE', 'YT', ['FR']] },
	'Adresse': { kept: [['20 Avenue de Ségur 75007 Paris']], odd: [],
	    dropped: [12, ['x'], OBJECT, true] },
	'SIRET': { kept: [['13002526500013'], ['130 025 265 00013', '13002526500013']],
	    odd: [['123']], dropped: [OBJECT] },
	'Autre dossier': { kept: [['12345678'], ['0123', '123']], odd: [],
	    dropped: ['99999999', 'douze', ['123']] },
	'Référentiel': { kept: [], odd: [], dropped: ['x', OBJECT] },
	'Référentiel à clé exacte': { kept: [], odd: [['x']], dropped: [OBJECT] },
	'Prérempli': { kept: [], odd: [['x'], [12, '12']], dropped: [OBJECT, ['x']] },
	'Référence du service': { kept: [['G-1']], odd: [], dropped: [OBJECT] },
	'Vu par le service': booleans,
};
for (const label of ['Ce formulaire est fictif', 'Textes', 'Nombre ancien',
	'Choix lié', 'Pièce jointe', 'Titre d’identité', 'Carte', 'RNA', 'RNF',
	'Annuaire de l’éducation', 'COJO', 'Engagement juridique', 'CNAF', 'DGFiP',
	'Pôle emploi', 'MESRI', 'Quotient familial', 'Étudiant boursier', 'AAH',
	'AEEH', 'ARS', 'Type que personne ne connaît'])
	CASES[label] = { kept: [], odd: [], dropped: ['x', ['x'], '1'] };

// Sends each value in a draft of its own; the drafts, in the same order.
async function sent(payloads) {
	const numbers = [];
	for (const payload of payloads) {
		const answer = await ds.post(NUMBER, payload);
		assert.equal(answer.status, 201, JSON.stringify(payload));
		numbers.push((await answer.json()).dossier_number);
	}
	const drafts = await ds.control('drafts');
	return numbers.map(number => drafts.find(one => one.number === number));
}

for (const [label, { kept, odd, dropped }] of Object.entries(CASES))
	test(`value: ${label}`, async () => {
		const name = key(label);
		const rows = [...kept.map(row => ['kept', ...row]),
		    ...odd.map(row => ['odd', ...row]),
		    ...dropped.map(value => ['dropped', value])];
		const drafts = await sent(rows.map(([, value]) => ({ [name]: value })));
		rows.forEach(([how, value, stored = value], n) => {
			const said = `${how} ${JSON.stringify(value)}`;
			const got = drafts[n];
			assert.deepEqual(got.stored[name],
			    how === 'dropped' ? undefined : stored, said);
			assert.deepEqual(got.prefilled, how === 'dropped' ? [] : [name], said);
			assert.equal(got.dropped.length, how === 'dropped' ? 1 : 0, said);
			assert.equal(got.violations.length, how === 'kept' ? 0 : 1, said);
		});
	});

test('every champ of the démarche of all types is in the table', async () => {
	const schema = await (await ds.call('/preremplir/essai-tous-les-types/schema'))
	    .json();
	const without = new Set(['Repetition', 'HeaderSection']);
	const missing = schema.revision.champDescriptors
	    .filter(one => !without.has(one.__typename.replace('ChampDescriptor', '')) &&
	    !(one.label in CASES)).map(one => one.label);
	assert.deepEqual(missing, []);
});

// ---- keys ----

test('keys: unpadded, padded, and of any class (DS 1.4)', async () => {
	const name = key('Texte court');
	const id = Buffer.from(name.slice(6), 'base64').toString().slice(6);
	const other = text => `champ_${Buffer.from(text).toString('base64')}`;
	const right = [name, other(`Champ-${id}`), other(`Champ-${id}|01HX`),
	    other(`Autre-${id}`)];
	const wrong = [`${name}===`, name.slice(6), 'champ_', 'champ_@@',
	    other('Champ-1'), other('Champ-x'), key('Poste'),
	    `champ_${Buffer.from(`Champ-${id}`).toString('base64').replace(/=*$/, '')}=====`];
	for (const draft of await sent(right.map(one => ({ [one]: 'x' }))))
		assert.deepEqual(draft.stored[name], 'x');
	for (const draft of await sent(wrong.map(one => ({ [one]: 'x' }))))
		assert.deepEqual([draft.prefilled, draft.dropped.length], [[], 1]);
});

// ---- repetitions ----

test('repetition: rows in order, with their own formats', async () => {
	const block = key('Communes concernées'), commune = key('Commune du bloc');
	const [draft] = await sent([{ [block]: [
	    { [commune]: ['01540', '01457'], [key('Commune porteuse')]: 'true' },
	    { [key('Nom usuel')]: 'Vonnas' }] }]);
	assert.deepEqual(draft.stored[block], [
	    { [commune]: ['01540', '01457'], [key('Commune porteuse')]: 'true' },
	    { [key('Nom usuel')]: 'Vonnas' }]);
	assert.deepEqual(draft.violations, []);
});

test('repetition: children are screened, rows of nothing are rows', async () => {
	const block = key('Dépenses'), amount = key('Montant');
	const [draft] = await sent([{ [block]: ['x', { [amount]: '1,5' },
	    { [amount]: 'beaucoup' }, { champ_inconnu: 'x' }, null, {}] }]);
	assert.deepEqual(draft.stored[block], [{ [amount]: '1.5' }, {}, {}, {}]);
	assert.equal(draft.dropped.length, 4);
	assert.equal(draft.violations.length, 8);
});

test('repetition: blanks are not left out of rows', async () => {
	const block = key('Communes concernées'), yes = key('Commune porteuse');
	const [draft] = await sent([{ [block]: [{ [yes]: false,
	    [key('Nom usuel')]: '' }] }]);
	assert.deepEqual(draft.stored[block], [{ [yes]: 'false',
	    [key('Nom usuel')]: '' }]);
});

test('repetition: attachments of a row are dropped, an object is no array', async () => {
	const block = key('Communes concernées');
	const [one, two] = await sent([
	    { [block]: [{ [key('Délibération de la commune')]: 'x' }] },
	    { [block]: { [key('Nom usuel')]: 'x' } }]);
	assert.deepEqual([one.stored[block], one.dropped.length], [[{}], 1]);
	assert.deepEqual([two.prefilled, two.dropped.length], [[], 1]);
});

test('repetition: a mandatory block has a row before anything came', async () => {
	const [draft] = await sent([{}]);
	assert.deepEqual(draft.stored, { [key('Communes concernées')]: [{}] });
	assert.deepEqual(draft.prefilled, []);
});

for (const label of ['Texte court', 'Poste', 'Référence du service', 'Textes'])
	test(`repetition: the key of "${label}" in a row is the trap`, async () => {
		await ds.control('reset', {});
		const block = key('Communes concernées');
		const answer = await ds.post(NUMBER, { [key('Nombre entier')]: '1',
		    [block]: [{ [key(label)]: 'x' }] });
		assert.equal(answer.status, 500);
		assert.match(answer.headers.get('content-type'), /^text\/html/);
		const [draft] = await ds.control('drafts');
		assert.deepEqual([draft.state, draft.prefilled, draft.stored],
		    ['prefilled', [], { [block]: [{}] }]);
		assert.equal(draft.violations.length, 1);
	});

// ---- identity ----

const IDENTITY = { identite_prenom: 'Ada', identite_nom: 'Martin',
	identite_genre: 'Mme' };

test('identity: of persons only (DS 1.5)', async () => {
	const number = async (demarche, payload) => ds.draft((await (await ds
	    .post(demarche, payload)).json()).dossier_number);
	const legal = await number(NUMBER, IDENTITY);
	assert.deepEqual([legal.identity, legal.violations.length], [{}, 3]);
	const person = await number(900003, IDENTITY);
	assert.deepEqual([person.identity, person.violations], [IDENTITY, []]);
	const wrong = await number(900003, { ...IDENTITY, identite_genre: 'Monsieur' });
	assert.deepEqual(wrong.identity, { identite_prenom: 'Ada',
	    identite_nom: 'Martin' });
	assert.equal(wrong.violations.length, 1);
});

test('without lists of places, shapes are looked at', async () => {
	const bare = await start('--no-throttle');
	const draft = async payload => bare.draft((await (await bare.post(NUMBER,
	    payload)).json()).dossier_number);
	const good = await draft({ [key('Commune')]: ['35000', '35238'],
	    [key('EPCI')]: ['35', '243500139'], [key('Département')]: '2B',
	    [key('Région')]: '11' });
	const bad = await draft({ [key('Commune')]: ['3500', '35238'],
	    [key('EPCI')]: ['35', '35'], [key('Département')]: '1',
	    [key('Région')]: '00' });
	assert.deepEqual([good.prefilled.length, good.dropped], [4, []]);
	assert.deepEqual([bad.prefilled, bad.dropped.length], [[], 4]);
	assert.deepEqual(bad.violations, [], 'none is noted when it is not strict');
	await bare.stop();
});
