// rows.mjs - repetitions: nothing foreign in a row, no empty row (DS 0.6, 1.6).
import { of_bodies } from '../forms.mjs';

const TOWNS = 'Communes concernées', COSTS = 'Dépenses';
const town = ['79410', '79109'], deep = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`);

export default forms => {
	const form = forms.get(900001), name = form.key(`${TOWNS}/Nom usuel`);
	const post = form.key(`${COSTS}/Poste`), text = form.key('Texte court');
	const paper = form.key(`${TOWNS}/Délibération de la commune`);
	const block = form.key(COSTS), note = form.key('Référence du service');
	const one = (given, kept, refused) => [`rows, ${JSON.stringify(given)}`.slice(0, 100),
	    { [`>${TOWNS}`]: given }, kept === null ? {} : { [TOWNS]: kept }, refused];
	return of_bodies(form, [
		one([{ 'Nom usuel': 'Échiré' }], [{ 'Nom usuel': 'Échiré' }]),
		one([{ 'Nom usuel': 'a' }, { 'Nom usuel': 'b' }], [{ 'Nom usuel': 'a' }, { 'Nom usuel': 'b' }]),
		one([{ 'Commune du bloc': town }], [{ 'Commune du bloc': town }]),
		one([{ 'Nom usuel': 'a', 'Commune du bloc': town, 'Commune porteuse': true }],
		    [{ 'Nom usuel': 'a', 'Commune du bloc': town, 'Commune porteuse': 'true' }]),
		one([{ 'Commune porteuse': false }], [{ 'Commune porteuse': 'false' }]),
		one([{ 'Commune porteuse': 'oui', 'Nom usuel': 'a' }], [{ 'Nom usuel': 'a' }],
		    [['>Commune porteuse', 'boolean', 1]]),
		one([{ 'Nom usuel': 'a' }, { 'Commune du bloc': 'Échiré' }], [{ 'Nom usuel': 'a' }],
		    [['>Commune du bloc', 'array', 2]]),
		one([{ 'Commune du bloc': ['75001', '75056'] }], null, [['>Commune du bloc', 'commune', 1]]),
		one([{ 'Nom usuel': '' }], null, [['>Nom usuel', 'empty', 1]]),
		one([{ 'Nom usuel': null, 'Commune porteuse': 'true' }], [{ 'Commune porteuse': 'true' }],
		    [['>Nom usuel', 'empty', 1]]),
		one([{ 'Nom usuel': { a: 1 } }], null, [['>Nom usuel', 'scalar', 1]]),
		one([{ 'Nom usuel': ' a ' }, {}, { 'Nom usuel': 'b' }], [{ 'Nom usuel': 'a' },
		    { 'Nom usuel': 'b' }]),
		one([{}], null), one([{}, {}], null),
		one([], null, [[`>${TOWNS}`, 'empty']]), one({}, null, [[`>${TOWNS}`, 'empty']]),
		one('', null, [[`>${TOWNS}`, 'empty']]), one(null, null, [[`>${TOWNS}`, 'empty']]),
		one('Échiré', null, [[`>${TOWNS}`, 'rows']]), one(12, null, [[`>${TOWNS}`, 'rows']]),
		one(true, null, [[`>${TOWNS}`, 'rows']]),
		one({ a: '1' }, null, [[`>${TOWNS}`, 'rows']]),
		one({ [name]: 'a' }, null, [[`>${TOWNS}`, 'rows']]),
		one(['a', { 'Nom usuel': 'b' }], [{ 'Nom usuel': 'b' }], [[`>${TOWNS}`, 'rows', 1]]),
		one([null, 12, [], { 'Nom usuel': 'b' }], [{ 'Nom usuel': 'b' }], [[`>${TOWNS}`, 'rows', 1],
		    [`>${TOWNS}`, 'rows', 2], [`>${TOWNS}`, 'rows', 3]]),
		one([['a']], null, [[`>${TOWNS}`, 'rows', 1]]), one(deep, null, [[`>${TOWNS}`, 'rows', 1]]),
		// keys of the démarche that are not of the block: DS would answer 500
		one([{ [post]: 'x', 'Nom usuel': 'a' }], [{ 'Nom usuel': 'a' }], [[post, 'foreign', 1]]),
		one([{ [text]: 'x' }], null, [[text, 'foreign', 1]]),
		one([{ [note]: 'x' }], null, [[note, 'foreign', 1]]),
		one([{ [block]: [{ [post]: 'x' }] }], null, [[block, 'foreign', 1]]),
		one([{ [form.key(TOWNS)]: [] }], null, [[form.key(TOWNS), 'foreign', 1]]),
		one([{ champ_Q2hhbXAtMjI: 'x', 'Nom usuel': 'a' }], [{ 'Nom usuel': 'a' }],
		    [['champ_Q2hhbXAtMjI', 'foreign', 1]]),
		one([{ champ_nom: 'x' }], null, [['champ_nom', 'foreign', 1]]),
		one([{ [paper]: 'x' }], null, [[paper, 'not-prefillable', 1]]),
		one([{ [`${name}=`]: 'a' }], null, [[`${name}=`, 'foreign', 1]]),
		one([{ [`${name}==`]: 'a' }], [{ 'Nom usuel': 'a' }]),
		['decimals and dates in rows', { [`>${COSTS}`]: [{ 'Poste': 'Toiture', 'Montant': '1 250,5',
		    'Date de la dépense': '3/4/2027' }] }, { [COSTS]: [{ 'Poste': 'Toiture',
		    'Montant': '1250.5', 'Date de la dépense': '2027-04-03' }] }],
		['a bad row among good ones', { [`>${COSTS}`]: [{ 'Poste': 'a' }, { 'Montant': 'x' },
		    { 'Montant': 3 }] }, { [COSTS]: [{ 'Poste': 'a' }, { 'Montant': '3' }] },
		    [['>Dépenses/Montant', 'decimal', 2]]],
		['100 rows', { [`>${COSTS}`]: Array(100).fill({ 'Poste': 'x' }) },
		    { [COSTS]: Array(100).fill({ 'Poste': 'x' }) }],
		['1001 rows', { [`>${COSTS}`]: Array(1001).fill({ 'Poste': 'x' }) }, {},
		    [[`>${COSTS}`, 'too-long']]],
		['a child alone', { [`>${COSTS}/Poste`]: 'Toiture' }, {}, [[`>${COSTS}/Poste`, 'in-block']]],
		['children alone', { [`>${TOWNS}/Nom usuel`]: 'a', [`>${TOWNS}/Commune porteuse`]: true }, {},
		    [[`>${TOWNS}/Nom usuel`, 'in-block'], [`>${TOWNS}/Commune porteuse`, 'in-block']]],
	]);
};
