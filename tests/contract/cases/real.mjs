// real.mjs - real forms, where their schemas are at hand: what can be prefilled of
// them and nothing else, and how far a SIREN and a few facts go.
import { readFileSync } from 'node:fs';
import { PREFILLED, of_bodies } from '../forms.mjs';

const NATIONAL = 131016, MOSELLE = 80892, SPECIES = 88444;

const SAMPLES = { Text: 'x', Textarea: 'a\nb', Formatted: 'x', Email: 'a@b.fr', Phone: '0549257001',
	Iban: 'FR7611315000011234567890138', IntegerNumber: '12', DecimalNumber: '12.5',
	Checkbox: 'true', YesNo: 'false', Civilite: 'Mme', Date: '2027-04-03',
	Datetime: '2027-04-03T10:30', Commune: ['79410', '79109'], Epci: ['79', '200041317'],
	Departement: '79', Region: '75', Pays: 'FR', Address: '1 place de l’Église 79410 Échiré',
	Siret: '13002526500013', DossierLink: '123' };

// Real options have blanks at their ends, or twice, or that do not break.
const is_odd = option => /^\s|\s$|\s\s|\u00a0/.test(option);

// A value that each champ takes, or that it would take if it could be prefilled.
function sample(form, champ) {
	if (champ.type === 'DropDownList')
		return champ.options.find(is_odd) ?? champ.options[0];
	if (champ.type === 'MultipleDropDownList')
		return champ.options;
	if (champ.type === 'Repetition')
		return [Object.fromEntries([...form.by_key.values()].filter(one =>
		    one.block === champ.key &&
		    PREFILLED.has(one.type)).map(one => [one.key, sample(form, one)]))];
	return SAMPLES[champ.type] ?? 'x';
}

// All champs at once: those of these types leave, others are refused one by one.
function all_of(form) {
	const body = {}, payload = {}, refused = [];
	for (const champ of form.by_key.values()) {
		if (champ.inside)
			continue;
		const value = body[champ.key] = sample(form, champ);
		const rows = champ.type === 'Repetition' && Object.keys(value[0]).length === 0;
		if (!PREFILLED.has(champ.type))
			refused.push([champ.key, 'not-prefillable']);
		else if (!rows)
			payload[champ.key] = value;
	}
	return { number: form.number, name: `${form.number}: ${Object.keys(payload).length} of ` +
	    `${Object.keys(body).length} champs can be prefilled`, body, payload, refused };
}

// The largest commune of each department that the form asks the arrondissement of.
function arrondissements(form) {
	const file = new URL('../../../sql/data/perimeters.tsv', import.meta.url);
	const communes = new Map(readFileSync(file, 'utf8').split('\n').map(line => line.split('\t'))
	    .filter(([type, , , siren]) => type === 'commune' && siren)
	    .sort((a, b) => a[4] - b[4]).map(row => [row[6], row[3]]));
	return [...form.by_key.values()].flatMap(champ => {
		const code = /^Arrondissement du demandeur \((\w+) - /.exec(champ.label)?.[1];
		return code === undefined || !communes.has(code) ? [] : [{ number: form.number,
		    name: `${form.number}: the arrondissement of a commune of ${code}`,
		    body: { siren: communes.get(code) }, has: [champ.key], least: 8, missing: false,
		    refused: [] }];
	});
}

const SHEET = { siren: '217901099', signatory: { civility: 'Madame', 'last-name': 'Martin',
	'first-name': 'Ève' }, contact: { 'last-name': 'Petit', 'first-name': 'Luc',
	office: 'Secrétaire de mairie', phone: '05 49 25 70 01', email: 'mairie@echire.example' },
	project: { title: 'Rénover l’école', start: '3/4/2027', end: '30/11/2027', cost: '812 500,50 €',
	works: true, purchase: 'non', soil: 'non' }, plan: [{ funder: 'detr', amount: '250 000 €' },
	{ funder: 'dsil', amount: 100000.4 }, { funder: 'region', amount: '50 000' }] };

const national = [
	['a SIREN alone', { siren: '217901099' }, null, [], { least: 8 }],
	['a SIREN and a sheet', SHEET, null, [], { least: 25, within: {
	    'champ_Q2hhbXAtNTQyNzM3MQ': '79109', 'champ_Q2hhbXAtNTQyNzM4Mw': '79 - Deux-Sèvres',
	    'champ_Q2hhbXAtNTQzOTc0Mw': 'Mme', 'champ_Q2hhbXAtMjk0NzQzNw': '812501',
	    'champ_Q2hhbXAtMjk3NzM3NQ': '350000', 'champ_Q2hhbXAtNTY0ODU0OQ': '250000',
	    'champ_Q2hhbXAtNTY0ODU1Mg': '100000', 'champ_Q2hhbXAtMzI3Njk1OQ': ['DETR', 'DSIL'],
	    'champ_Q2hhbXAtMzI3OTcxNA': ['Aide du Conseil régional'],
	    'champ_Q2hhbXAtNTY3ODQ4MA': '50000', 'champ_Q2hhbXAtMjk0NTcxMg': '2027-04-03' } }],
	['DSIL asks for the kind', { plan: [{ funder: 'dsil' }], 'project.category': 'numerique' }, null, [],
	    { has: ['champ_Q2hhbXAtMzI3NzAyNA'] }],
	['DETR alone does not', { plan: [{ funder: 'detr' }], 'project.category': 'numerique' }, null, [],
	    { within: { 'champ_Q2hhbXAtMzI3NzAyNA': undefined } }],
	['zones and contracts by their acronyms', { project: { zones: ['QPV', 'FRR', 'autre'],
	    contracts: 'PVD', 'zone-name': 'Parc' } }, { 'champ_Q2hhbXAtMjk0NTQyMw': [
	    'Quartiers prioritaires de la politique de la Ville (QPV)',
	    'France ruralités revitalisation (FRR)', 'Autre zonage'], 'champ_Q2hhbXAtNTQyNzM4Ng': 'Parc',
	    'champ_Q2hhbXAtMjk0NzQzNQ': ['Petites Villes de Demain (PVD)'] }],
	['an EPCI', { siren: '200041317' }, null, [], { within: {
	    'champ_Q2hhbXAtMTk3NzQ0NQ': 'EPCI à fiscalité propre', 'champ_Q2hhbXAtNTQyNzM3MQ': '200041317',
	    'champ_Q2hhbXAtMjkzNDM2NA': 'Président de l\'EPCI' } }],
	['an arrondissement that the form has by its name of before', { insee: '54602' }, null, [], { least: 8,
	    within: { 'champ_Q2hhbXAtNTY0NDkxNw': '54 - Meurthe-et-Moselle - arrondissement de Briey' } }],
	['a syndicate that says its arrondissement', { siren: '200000008', authority: { kind: 'PETR',
	    department: 'Deux-Sèvres', arrondissement: 'Niort' } }, null, [], { within: {
	    'champ_Q2hhbXAtNTQyNzM4Mw': '79 - Deux-Sèvres',
	    'champ_Q2hhbXAtNTY0MTQxOA': '79 - Deux-Sèvres - arrondissement de Niort' } }],
	['an identity', { identite_nom: 'Martin' }, {}, [['identite_nom', 'legal-person']]],
	['the linked list of EPCI', { 'champ_Q2hhbXAtNTU2Nzg3Mg': ['--79 - Deux-Sèvres--', 'CA'] }, {},
	    [['champ_Q2hhbXAtNTU2Nzg3Mg', 'not-prefillable']]],
	['another option, where others are taken', { 'champ_Q2hhbXAtMTk3NzQ0NQ': 'SIVU' },
	    { 'champ_Q2hhbXAtMTk3NzQ0NQ': 'SIVU' }],
	['an option that is none', { 'champ_Q2hhbXAtNTQyNzM4Mw': '79' }, {},
	    [['champ_Q2hhbXAtNTQyNzM4Mw', 'option']]],
	['cents to whole euros are refused', { 'champ_Q2hhbXAtMjk0NzQzNw': '12.50' }, {},
	    [['champ_Q2hhbXAtMjk0NzQzNw', 'integer']]],
].map(([name, body, payload, refused, more]) => [name, body, payload, refused,
    { missing: false, ...more }]);

const moselle = [
	['a SIREN alone', { authority: '57463' }, null, [], { least: 5, within: {
	    'champ_Q2hhbXAtMzI3Njk1NA': '57 - Moselle - arrondissement de Metz' } }],
	['who follows is not who signs', { signatory: { 'last-name': 'A', 'first-name': 'B' },
	    contact: { 'last-name': 'C', 'first-name': 'D' } }, { 'champ_Q2hhbXAtMjkzNDM2MA': 'A',
	    'champ_Q2hhbXAtMjkzNDM2Mg': 'B', 'champ_Q2hhbXAtMjkzNDM5MQ': 'C',
	    'champ_Q2hhbXAtMjkzNDM5Mw': 'D' }],
	['public and private money, in their blocks', { plan: [{ funder: 'detr', amount: 5 },
	    { funder: 'region', amount: '1 000,50', stage: 'attribuee' },
	    { funder: 'prive', name: 'CAF', amount: 3, stage: 'sollicitee' }] }, {
	    'champ_Q2hhbXAtMjk3NzM3NQ': '5', 'champ_Q2hhbXAtMzYwODYwOA': 'true',
	    'champ_Q2hhbXAtMzYwODYxMQ': [{ 'champ_Q2hhbXAtMzYwODYxMg': 'Région',
	    'champ_Q2hhbXAtMzYwODYzNw': '1000.50', 'champ_Q2hhbXAtMzYwOTE4Ng': 'true' }],
	    'champ_Q2hhbXAtMzYwODc1NA': 'true', 'champ_Q2hhbXAtMzYwODc1Ng': [{
	    'champ_Q2hhbXAtMzYwODc1OA': 'CAF', 'champ_Q2hhbXAtMzYwODc1OQ': '3',
	    'champ_Q2hhbXAtMzYxMDA4Nw': 'true' }] }],
	['aims', { 'project.aims': ['climat', 'eau'] }, { 'champ_Q2hhbXAtMzI4MDE4Mw': [
	    'Lutte contre le changement climatique', 'Amélioration de la gestion de la ressource en eau'],
	    'champ_Q2hhbXAtMzU2MTUxMw': ['Favorable'], 'champ_Q2hhbXAtMzU2MTUxNQ': ['Favorable'] }],
	['padded keys, as other clients send them', { 'champ_Q2hhbXAtMTk3NzQ0NQ==': 'EPCI',
	    'champ_Q2hhbXAtMjkzNDM2MA==': 'Rouletabille' }, { 'champ_Q2hhbXAtMTk3NzQ0NQ': 'EPCI',
	    'champ_Q2hhbXAtMjkzNDM2MA': 'Rouletabille' }],
	['words for a yes or no', { 'champ_Q2hhbXAtMzI5MzU1Mw': 'Non pas encore' }, {},
	    [['champ_Q2hhbXAtMzI5MzU1Mw', 'boolean']]],
].map(([name, body, payload, refused, more]) => [name, body, payload, refused,
    { missing: false, ...more }]);

const green = [69071, 67821, 68862].map(number => [number, 'a SIREN and a sheet',
    { ...SHEET, project: { title: 'Rénover l’école', summary: 'Isoler, changer la chaudière' },
    'signatory.email': 'maire@echire.example' }, { 'intituleProjet': 'Rénover l’école',
    'resumeProjet': 'Isoler, changer la chaudière', 'departementImplantation': '79',
    'emailRepresentantLegal': 'maire@echire.example', 'emailResponsableSuivi': 'mairie@echire.example' }]);

export default forms => !forms.has(NATIONAL) ? [] : [
	...[NATIONAL, 123456, MOSELLE, SPECIES, 128114].map(number => all_of(forms.get(number))),
	...arrondissements(forms.get(NATIONAL)),
	...green.flatMap(([number, ...row]) => of_bodies(forms.get(number), [row])),
	...of_bodies(forms.get(NATIONAL), national), ...of_bodies(forms.get(MOSELLE), moselle),
];
