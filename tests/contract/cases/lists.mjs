// lists.mjs - options of lists, and what is never prefilled (DS 1.6).
import { PREFILLED, of_values } from '../forms.mjs';

const OBJECT = { a: '1' };

const TYPED = { Carte: OBJECT, LinkedDropDownList: ['--01 - Ain--', '200000001 - CC imaginaire'],
	PieceJustificative: ['https://ville.fr/a.pdf'], RNA: 'W751000000', RNF: '075-FDD-00003-01' };

// One that is never prefilled: whatever comes.
const never = (form, champ) => [TYPED[champ.type] ?? 'x', '']
    .map(given => ({ number: form.number, name: `${champ.type}, ${JSON.stringify(given)}: never`,
	body: { [champ.key]: given }, payload: {}, refused: [[champ.key, 'not-prefillable']] }));

export default forms => {
	const form = forms.get(900001);
	return [
		...of_values(form, {
			'Choix simple': {
				leaves: [['École'], ['Mairie'], [' Mairie ', 'Mairie']],
				option: ['école', 'Ecole', 'MAIRIE', 'Gare', 'École, Mairie', '1', 1, true],
				title: ['--Bâtiments--', '--Voirie--'],
				empty: ['', null, {}, [], false],
				scalar: [['École'], ['École', 'Mairie'], OBJECT],
			},
			'Choix simple, ou autre': {
				leaves: [['Commune'], ['EPCI'], ['Syndicat'], [' Pays d’art ', 'Pays d’art'], ['Autre'],
				    [12, '12'], ['é'.repeat(2500)]],
				empty: ['', null], scalar: [['Commune'], OBJECT],
			},
			'Choix avancé': { 'options-unknown': ['Pompe à chaleur', '31', 31], empty: [''] },
			'Choix multiple': {
				leaves: [[['DETR']], [['DETR', 'DSIL']], [['DSIL', 'DETR']], ['DETR', ['DETR']],
				    ['Fonds vert', ['Fonds vert']], [['DETR', 'DETR'], ['DETR']],
				    [[' DETR ', 'DSIL'], ['DETR', 'DSIL']],
				    [['DETR', 'FEDER'], ['DETR'], 'option'],
				    [['X', 'DETR', 'Y'], ['DETR'], 'option', 'option'],
				    [['DETR', null], ['DETR'], 'empty'], [['', 'DSIL'], ['DSIL'], 'empty'],
				    [['DETR', OBJECT], ['DETR'], 'scalar'], [['DETR', ['DSIL']], ['DETR'], 'scalar'],
				    [['DETR', 12], ['DETR'], 'option'],
				    [['X', 'Y'], null, 'option', 'option'],
				    [[...Array(900).fill('DETR'), 'DSIL'], ['DETR', 'DSIL']]],
				option: ['detr', 'FEDER', 'DETR, DSIL', 'DETR,DSIL', '["DETR"]', 12, true, ['FEDER']],
				empty: ['', null, [], {}, [null], [''], false],
				scalar: [OBJECT, [OBJECT], [['DETR']]],
			},
			'Choix multiple avancé': { 'options-unknown': [['Région'], '41', ['41']], empty: [[]] },
		}),
		...[...form.by_key.values()].filter(champ => !PREFILLED.has(champ.type) && !champ.inside)
		    .flatMap(champ => never(form, champ)),
	];
};
