// numbers.mjs - numbers, yes and no, civilities (DS 1.6).
import { of_values } from '../forms.mjs';

const OBJECT = { a: '1' };

const booleans = {
	leaves: [['true'], ['false'], [true, 'true'], [false, 'false'], [' true ', 'true'],
	    ...['TRUE', 'True', '1', 't', 'T', 'on', 'On', 'ON', 1].map(yes => [yes, 'true']),
	    ...['FALSE', '0', 'f', 'F', 'off', 'OFF', 0].map(no => [no, 'false'])],
	boolean: ['oui', 'non', 'Oui', 'yes', 'no', 'vrai', 'x', '2', '-1', 'truee', 2, 1.5],
	empty: ['', ' ', null, {}, []],
	scalar: [['true'], OBJECT],
};

export default forms => of_values(forms.get(900001), {
	'Nombre entier': {
		leaves: [['42'], ['-7'], ['0'], ['+42', '42'], ['+0', '0'], ['-0', '0'], ['007', '7'],
		    [' 42 ', '42'], ['3 000', '3000'], ['3\u00a0000', '3000'], ['3\u202f000', '3000'],
		    ['1 234 567', '1234567'], [42, '42'], [-42, '-42'], [0, '0'],
		    ['123456789012345678'], [123456789012, '123456789012'],
		    ['123456789012345678901234567890']],
		integer: ['3.14', '42.0', '3,14', '1e3', '0x10', 'douze', '12a', 'a12', '--5', '+-5', '5-',
		    '+', '-', '12 €', '1.000', '1,000', 'Infinity', 'NaN', '１２', 42.2, true],
		empty: ['', ' ', null, [], {}, false],
		scalar: [['42'], [42], OBJECT],
	},
	'Nombre décimal': {
		leaves: [['49.3'], ['-1.125'], ['12'], ['0.5'], ['12.50'], ['3,14', '3.14'],
		    ['-3,5', '-3.5'], ['1 250,50', '1250.50'], ['1\u202f250.5', '1250.5'],
		    [49.3, '49.3'], [-0.125, '-0.125'], [12, '12'], [0.1, '0.1'], [1250.5, '1250.5'],
		    ['+3.5', '3.5'], ['0.000'], ['1.234'], ['1234567890123456.125'], [1e3, '1000'],
		    [2.5e2, '250']],
		decimal: ['3.1415', '1.', '.5', ',5', '1e3', 'abc', '1.2.3', '1,2,3', '1.250,50', '12 €',
		    '12%', '-', '- -1', 'NaN', 'Infinity', 3.1415, true],
		empty: ['', null, [], false],
		scalar: [['1'], OBJECT, 1e-7, 1e30],
	},
	'Case à cocher': booleans,
	'Oui ou non': booleans,
	'Vu par le service': { leaves: [['true'], [true, 'true']], boolean: ['oui'] },
	'Civilité': {
		leaves: [['M.'], ['Mme'], [' M. ', 'M.'],
		    ...['monsieur', 'Monsieur', 'MONSIEUR', 'mr', 'Mr', 'm', 'M', 'm.', 'male', 'homme']
		    .map(sir => [sir, 'M.']),
		    ...['madame', 'Madame', 'mme', 'MME', 'mlle', 'Mademoiselle', 'female', 'femme']
		    .map(lady => [lady, 'Mme'])],
		civility: ['Dr', 'Maître', 'M. et Mme', 'x', 'M..', 1, true],
		empty: ['', null, {}, false],
		scalar: [['M.'], OBJECT],
	},
});
