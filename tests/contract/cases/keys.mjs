// keys.mjs - keys of champs and the identity of persons (DS 1.4, 1.5).
import { of_bodies } from '../forms.mjs';

const base64 = text => `champ_${Buffer.from(text).toString('base64')}`;
const bare = text => base64(text).replace(/=+$/, '');

// A key that leads to "Texte court", 9100003.
const leads = (key, value = 'x') => [`key ${key}: leads`, { [key]: value },
    { 'Texte court': value }];
const nowhere = (key, reason = 'unknown-champ') => [`key ${key}: ${reason}`, { [key]: 'x' },
    {}, [[key, reason]]];

const keys = [
	leads(bare('Champ-9100003')), leads(base64('Champ-9100003')),
	// the class is not looked at, nor the row that GraphQL puts behind
	leads(bare('Champ-9100003|01ARZ3NDEKTSV4RRFFQ69G5FAV')),
	leads(base64('Champ-9100003|01ARZ3NDEKTSV4RRFFQ69G5FAV')), leads(bare('TypeDeChamp-9100003')),
	leads(bare('champ-9100003')), leads(bare('Champ-009100003')),
	nowhere(`${bare('Champ-9100003')}=`), nowhere(`${bare('Champ-9100003')}===`),
	nowhere('champ_'), nowhere('champ_=='), nowhere('champ_!!!!'), nowhere('champ_9100003'),
	nowhere('champ_Champ-9100003'), nowhere(bare('Champ-')), nowhere(bare('9100003')),
	nowhere(bare('Champ-9100003x')), nowhere(bare('Champ--9100003')), nowhere(bare('Champ-1.5')),
	nowhere(bare('Champ-99999999')), nowhere(bare('Champ-0')), nowhere(bare('Champ- 9100003')),
	nowhere(bare('Champ-99999999999999999999999999')), nowhere('champ_Q2hhbXAtMjk3MTQ0NA'),
	nowhere(`champ_${'Q2hh'.repeat(2000)}`), nowhere('champ_é'), nowhere('champ_Texte court'),
	nowhere('CHAMP_Q2hhbXAtOTEwMDAwMw', 'fact'), nowhere('Champ_Q2hhbXAtOTEwMDAwMw', 'fact'),
	nowhere('Q2hhbXAtOTEwMDAwMw', 'fact'), nowhere('champQ2hhbXAtOTEwMDAwMw', 'fact'),
	nowhere(' champ_Q2hhbXAtOTEwMDAwMw', 'fact'), nowhere('', 'fact'), nowhere('Texte court', 'fact'),
	['of two keys of one champ the last', { [base64('Champ-9100003')]: 'a',
	    [bare('Champ-9100003|x')]: 'b' }, { 'Texte court': 'b' }],
	['of two keys of one name the last', '{"champ_Q2hhbXAtOTEwMDAwMw":"a",' +
	    '"champ_Q2hhbXAtOTEwMDAwMw":"b"}', { 'Texte court': 'b' }],
	['a last one that is refused', { [base64('Champ-9100003')]: 'a', [bare('Champ-9100003|x')]: {} },
	    {}, [['>Texte court', 'empty']]],
];

const person = (label, identity, wanted, reason) => [`person, ${label}`, identity,
    reason ? {} : wanted ?? identity, reason ? [[Object.keys(identity)[0], reason]] : []];

const identity = [
	person('all', { identite_prenom: 'Ève', identite_nom: 'Martin', identite_genre: 'Mme' }),
	person('a first name', { identite_prenom: 'Jean-Noël' }),
	person('blanks', { identite_nom: ' Le  Goff ' }, { identite_nom: 'Le  Goff' }),
	person('M.', { identite_genre: 'M.' }), person('Mme', { identite_genre: ' Mme ' },
	    { identite_genre: 'Mme' }),
	person('controls', { identite_nom: 'Le\u0000\u0001Goff' }, { identite_nom: 'LeGoff' }),
	...['Monsieur', 'mme', 'M', 'x', 'Autre'].map(genre => person(genre, { identite_genre: genre },
	    null, 'civility')),
	...['', ' ', null].map(empty => person(JSON.stringify(empty), { identite_nom: empty }, null,
	    'empty')),
	...[12, true, ['a'], { a: 'b' }].map(odd => person(JSON.stringify(odd), { identite_nom: odd },
	    null, 'scalar')),
	person('what misleads', { identite_nom: 'a\u202eb\uffff' }, { identite_nom: 'ab' }),
	...['identite_siret', 'identite_email', 'identite_', 'identite_Nom', 'identite_civilite']
	    .map(key => person(key, { [key]: 'x' }, null, 'unknown-champ')),
	['person, a name of another case', { Identite_nom: 'x' }, {}, [['Identite_nom', 'fact']]],
];

const legal = [['identite_prenom', 'Ève'], ['identite_nom', 'Martin'], ['identite_genre', 'Mme'],
    ['identite_nom', '']].map(([key, value]) => [`legal person, ${key} ${value}`,
    { [key]: value }, null, [[key, 'legal-person']], { within: { [key]: undefined } }]);

export default forms => [
	...of_bodies(forms.get(900001), keys),
	...of_bodies(forms.get(900003), identity),
	// neither of these schemas says that it is for persons
	...of_bodies(forms.get(900001), legal),
	...of_bodies(forms.get(900002), legal),
];
