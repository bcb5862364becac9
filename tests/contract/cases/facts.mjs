// facts.mjs - facts by their names, as people and programs write them, and who asks.
import { of_bodies } from '../forms.mjs';

const NAME = 'Nom de la collectivité', CODE = 'SIREN ou code INSEE du demandeur';
const COST = 'Coût total du projet, en euros hors taxes', ASKED = 'Montant demandé, en euros';
const ECOLOGY = 'Le projet contribue-t-il à la transition écologique ?';
const GRANTS = 'Dotations demandées', OTHERS = 'Autres financements publics';
const DELEGATE = 'SIRET du maître d’ouvrage délégué';

const echire = { 'Vous êtes': 'Commune', [NAME]: 'Échiré', [CODE]: '79109', 'Département': '79',
	'Adresse du projet': '79410 Échiré', 'Commune du projet': ['79410', '79109'],
	'EPCI du projet': ['79', '200041317'] };

// Who asks: by whatever names it.
const authorities = [
	['a SIREN', { authority: '217901099' }], ['a SIREN, bare', { siren: '217901099' }],
	['a SIREN, in groups', { siren: '217 901 099' }], ['a SIREN, a number', { siren: 217901099 }],
	['a SIREN, nested', { authority: { siren: '217901099' } }],
	['a SIREN, by its fact', { 'authority.siren': '217901099' }],
	['a SIRET', { siret: '21790109900010' }], ['a SIRET, in groups', { authority: '217 901 099 00010' }],
	['a SIRET, a number', { authority: 21790109900010 }],
	['an INSEE code', { insee: '79109' }], ['an INSEE code, alone', { authority: '79109' }],
	['an INSEE code, a number', { insee: 79109 }], ['a name', { authority: 'Échiré' }],
	['a folded name', { authority: 'echire' }], ['a name with its department', { authority: 'Échiré (79)' }],
	['a name and a postal code', { authority: { name: 'Échiré', zip: '79410' } }],
	['a folded name and a postal code', { 'authority.name': 'Échiré', 'authority.zip': '79410' }],
	['NULs and blanks', { authority: ' 217901099\u0000 ' }],
].map(([name, body]) => [`who asks, ${name}`, body, echire]);

const paris = { 'Vous êtes': 'Commune', [NAME]: 'Paris', [CODE]: '75056', 'Département': '75', 'Adresse du projet': 'Paris',
	'EPCI du projet': ['75', '200054781'] };

const others = [
	['an EPCI', { siren: '200041317' }, { 'Vous êtes': 'EPCI', [NAME]: 'CA du Niortais', [CODE]: '200041317',
	    'Département': '79', 'EPCI du projet': ['79', '200041317'] }],
	['a department', { authority: '01' }, { [NAME]: 'Ain', [CODE]: '220100010', 'Département': '01' },
	    [['>Vous êtes', 'option']]],
	['a SIREN of no territory', { siren: '130025265' }, { [CODE]: '130025265' }],
	['a name of no territory', { 'authority.name': 'SIVU des Bois' }, { [NAME]: 'SIVU des Bois' }],
	['Paris has no commune that DS knows', { insee: '75056' }, paris],
	['Marseille', { authority: '13055' }, null],
	['Paris, by a SIREN that its department shares', { siren: '217500016' }, paris],
	['Martinique, that shares its SIREN with its region', { siren: '200055507' },
	    { [NAME]: 'Martinique', [CODE]: '200055507', 'Département': '972' },
	    [['>Vous êtes', 'option']]],
	['an INSEE code that is a postal code elsewhere', { insee: '01100' }, null, [],
	    { within: { [NAME]: 'Cheignieu-la-Balme', 'Commune du projet': ['01510', '01100'] } }],
	['the same, by its fact', { 'authority.code': '98818' }, null, [],
	    { within: { [NAME]: 'Nouméa', 'Commune du projet': ['98800', '98818'] } }],
	['a project elsewhere', { siren: '217901099', 'project.commune': '79191' },
	    null, [], { within: { 'Commune du projet': ['79000', '79191'], 'Adresse du projet': undefined } }],
	['a project in a commune of the past', { siren: '217901099', 'project.commune': '49218' }, null, [],
	    { within: { 'Commune du projet': ['49110', '49218'] } }],
	['a project nowhere', { siren: '217901099', 'project.commune': 'Niort' }, null,
	    [['project.commune', 'commune']], { within: { 'Commune du projet': undefined } }],
	['an EPCI that is said', { 'authority.epci': '200041317' }, { 'EPCI du projet': ['79', '200041317'] }],
	['an EPCI elsewhere', { siren: '217901099', 'authority.epci': '200042935' },
	    { ...echire, 'EPCI du projet': ['01', '200042935'] }],
	['an EPCI that is none', { 'authority.epci': '217901099' }, {}, [['authority.epci', 'epci']]],
	['a district of Lyon', { insee: '69123', 'project.commune': '69381' }, null, [],
	    { within: { 'Commune du projet': ['69001', '69381'] } }],
	['none', { authority: '999999999' }, {}, [['authority', 'siren']]],
	['a false SIREN', { siren: '217901098' }, {}, [['authority.siren', 'siren']]],
	['a false SIRET', { siret: '21790109900011' }, {}, [['authority.siret', 'siret']]],
	['a number of no code', { authority: '00001' }, {}, [['authority', 'authority']]],
	['an INSEE code of none', { insee: '99999' }, {}, [['authority.insee', 'authority']]],
	['a name of none', { authority: 'Nulle-Part-la-Ville' }, {}, [['authority', 'authority']]],
	['a name of several', { authority: 'Saint-Martin' }, {}, [['authority', 'ambiguous']]],
	['a list', { authority: ['217901099'] }, {}, [['authority', 'fact']]],
	['nothing', { authority: null, siren: '', insee: ' ' }, {}],
	['controls', { authority: '\u0001' }, {}, [['authority', 'authority']]],
	['a postal code that is none', { authority: { name: 'Échiré', zip: 'École' } }, null, [],
	    { within: { [NAME]: 'Échiré', [CODE]: '79109' } }],
	['an injection', { authority: '\' OR 1=1 -- ' }, {}, [['authority', 'unsure']]],
].map(([name, ...rest]) => [`who asks, ${name}`, ...rest]);

// A fact as it may be typed, and what leaves for the champ that asks it.
const typed = (fact, champ, values) => values.map(([given, wanted = given]) =>
    [`${fact}, ${JSON.stringify(given)}`.slice(0, 90), { [fact]: given }, { [champ]: wanted }]);
const untyped = (fact, reason, values) => values.map(given =>
    [`${fact}, ${JSON.stringify(given)}: ${reason}`.slice(0, 90), { [fact]: given }, {},
    [[fact, reason]]]);

const facts = [
	...typed('project.title', 'Intitulé du projet', [['Rénover l’école'], [' a ', 'a'], [12, '12'],
	    [['Seul'], 'Seul'], ['a\u0000b\u0007', 'ab'], ['<b>"\\']]),
	...typed('project.summary', 'Description du projet', [['a\nb'], ['é'.repeat(9000)]]),
	...typed('project.title', 'Intitulé du projet', [['a\u202eb\u2066\uffff', 'ab']]),
	...typed('project.place', 'Adresse du projet', [['1 place de l’Église 79410 Échiré']]),
	...typed('project.commune', 'Commune du projet', [['79109', ['79410', '79109']],
	    [79109, ['79410', '79109']], ['75101', ['75001', '75101']], ['13216', ['13016', '13216']]]),
	...typed('project.start', 'Début des travaux', [['2027-04-03'], ['3/4/2027', '2027-04-03'],
	    ['03.04.2027', '2027-04-03'], ['3 avril 2027', '2027-04-03'], ['1er mai 2027', '2027-05-01']]),
	...typed('project.cost', COST, [['12 500,50 €', '12501'], ['12500.49', '12500'], [12500, '12500'],
	    [12500.5, '12501'], ['12.500', '12500'], ['1 250 000', '1250000'], ['0', '0'],
	    ['12\u202f500\u00a0€', '12500'], ['12 500 euros HT', '12500'], ['999999999999999', '999999999999999']]),
	...typed('project.ecology', ECOLOGY, [['oui', 'true'], ['Oui', 'true'], ['non', 'false'],
	    [true, 'true'], [false, 'false'], ['true', 'true'], ['0', 'false'], ['Vrai', 'true']]),
	...typed('signatory.civility', 'Civilité', [['Mme'], ['madame', 'Mme'], ['M.'], ['Monsieur', 'M.']]),
	...typed('signatory.last-name', 'Nom', [['Martin']]),
	...typed('signatory.first-name', 'Prénom', [['Ève']]),
	...typed('contact.email', 'Adresse électronique', [['mairie@ville.fr']]),
	...typed('contact.phone', 'Téléphone', [['05 49 25 70 01'], ['+33549257001']]),
	...typed('authority.department', 'Département', [['79'], ['Ain', '01'], ['Côte-d’Or', '21']]),
	...untyped('project.start', 'date', ['demain', '2027', true]),
	...untyped('project.start', 'no-such-day', ['31/2/2027']),
	...untyped('project.cost', 'amount', ['beaucoup', '-5', '12,5005', '1e6', true,
	    '1234567890123456']),
	...untyped('project.ecology', 'boolean', ['peut-être', '2', 2]),
	...untyped('signatory.civility', 'civility', ['Dr']),
	...untyped('contact.email', 'email', ['mairie', 'a b@c.fr']),
	...untyped('contact.phone', 'phone', ['abc', '12']),
	...untyped('project.delegate', 'siret', ['13002526500014', '130025265']),
	...untyped('project.commune', 'commune', ['99999', 'Échiré', '75056', '1', true]),
	...untyped('project.department', 'department', ['00', 'Nulle part']),
	...untyped('authority.region', 'region', ['00']),
	...untyped('authority.kind', 'choice', ['galaxie']),
	...untyped('authority.population', 'integer', ['beaucoup', 1.5]),
	...untyped('project.title', 'too-long', ['é'.repeat(300)]),
	...untyped('project.title', 'scalar', [['a', 'b'], [{ a: 1 }], [['a']]]),
	...untyped('project.cost', 'scalar', [[1, 2], 1e300]),
	...untyped('plan', 'list', ['DETR', 12, true]),
	...untyped('project.aims', 'choice', ['fortune']),
];

const lines = [
	['plan, amounts are added up', { plan: [{ funder: 'detr', amount: '50 000,30 €' },
	    { funder: 'DSIL', amount: 1000.5 }, { funder: 'Région', amount: 99.5 }] },
	    { [GRANTS]: ['DETR', 'DSIL'], [ASKED]: '51000.80',
	    [OTHERS]: [{ 'Financeur': 'Région', 'Montant, en euros': '100' }] }],
	['plan, numbers of three decimals', { plan: [{ funder: 'detr', amount: 1.125 }] }, { [GRANTS]: ['DETR'] },
	    [['plan.amount', 'amount', 1]]],
	['plan, one line', { plan: [{ amount: 10 }] }, { [OTHERS]: [{ 'Montant, en euros': '10' }] }],
	['plan, lines of no amount', { plan: [{ funder: 'detr' }, {}] }, { [GRANTS]: ['DETR'] }],
	['plan, a funder that the list does not name', { plan: [{ funder: 'ademe', amount: 3 }] },
	    { [OTHERS]: [{ 'Financeur': 'Agence de la transition écologique (Ademe)',
	        'Montant, en euros': '3' }] }],
	['plan, an empty list', { plan: [] }, {}],
	['plan, faults by their lines', { plan: [{ amount: 'x', funder: 'detr' }, { funder: 'y', amount: 3 }] },
	    { [GRANTS]: ['DETR'], [OTHERS]: [{ 'Montant, en euros': '3' }] }, [['plan.amount', 'amount', 1],
	    ['plan.funder', 'choice', 2]]],
	['plan, unknown columns', { plan: [{ amount: 3, couleur: 'x' }] },
	    { [OTHERS]: [{ 'Montant, en euros': '3' }] }, [['plan.couleur', 'fact', 1]]],
	['plan, lines that are none', { plan: ['a', null, { amount: 3 }] },
	    { [OTHERS]: [{ 'Montant, en euros': '3' }] }, [['plan', 'rows', 1]]],
	['plan, a line alone', { plan: { amount: 3 } }, {}, [['plan.amount', 'fact']]],
	['plan, a column alone', { 'plan.amount': 3 }, {}, [['plan.amount', 'fact']]],
	['plan, 51 lines', { plan: Array(51).fill({ amount: 1 }) }, null, [['plan', 'too-long']]],
];

const mixed = [
	['nested objects', { project: { title: 'a', start: '3/4/2027' }, contact: { email: 'a@b.fr' } },
	    { 'Adresse électronique': 'a@b.fr', 'Intitulé du projet': 'a', 'Début des travaux': '2027-04-03' }],
	['a delegate', { project: { delegate: '130 025 265 00013' } }, { [DELEGATE]: '13002526500013' }],
	['nothing', { project: { title: '', cost: null, summary: ' ' } }, {}],
	['unknown names', { titre: 'a', 'project.titre': 'b', 'x.y.z': 1, project: { couleur: 'c' } }, {},
	    [['titre', 'fact'], ['project.titre', 'fact'], ['x.y.z', 'fact'], ['project.couleur', 'fact']]],
	['names of another case', { 'Project.title': 'a', 'PROJECT.TITLE': 'b' }, {},
	    [['Project.title', 'fact'], ['PROJECT.TITLE', 'fact']]],
	['names of controls', { 'a\u0001"\\\n': 'x' }, {}, [['a?"\\\n', 'fact']]],
	['a value goes before its fact', { 'project.title': 'a', '>Intitulé du projet': 'b' },
	    { 'Intitulé du projet': 'b' }],
	['a blank value takes its fact out', { 'project.title': 'a', '>Intitulé du projet': '' }, {},
	    [['>Intitulé du projet', 'empty']]],
	['a bad value takes its fact out', { 'project.start': '2027-04-03', '>Début des travaux': 'x' }, {},
	    [['>Début des travaux', 'date']]],
	['a fact goes before what is found', { siren: '217901099', 'project.place': '2 rue Basse' },
	    { ...echire, 'Adresse du projet': '2 rue Basse' }],
	['an option of the list', { 'authority.kind': 'commune', '>Vous êtes': 'Commune' },
	    { 'Vous êtes': 'Commune' }],
	['constants of the schema are no facts', { '>Je certifie l’exactitude de ces renseignements': true,
	    '>Référence Guichet': 'GU-1' }, { 'Je certifie l’exactitude de ces renseignements': 'true',
	    'Référence Guichet': 'GU-1' }],
];

export default forms => of_bodies(forms.get(900002),
    [...authorities, ...others, ...facts, ...lines, ...mixed])
    .map(one => ({ ...one, within: one.within && Object.fromEntries(Object.entries(one.within)
    .map(([label, value]) => [forms.get(900002).key(label), value])) }));
