// places.mjs - communes, EPCI, departments, regions and countries (DS 1.6).
import { of_values } from '../forms.mjs';

const OBJECT = { a: '1' };

export default forms => of_values(forms.get(900001), {
	'Commune': {
		leaves: [[['01540', '01457']], [['01540']], [['79410', '79109']], [['79410']],
		    [['01540', '01457', 'de plus'], ['01540', '01457']],
		    [['20090', '2A004']], [['97110', '97120']], [['98800', '98818']],
		    // cities known by their districts
		    [['75001', '75101']], [['75116', '75116']], [['75016', '75116']], [['75020', '75120']],
		    [['13001', '13201']], [['13016', '13216']], [['69001', '69381']], [['69009', '69389']],
		    [['75001']], [['13008']], [['69003']]],
		array: ['01540', '01457', 'Vonnas', '01540 Vonnas', '["01540","01457"]', 1457, true],
		commune: [['01457', '01540'], ['79410', '01457'], ['01540', '99999'], ['01540', 'Vonnas'],
		    ['75001', '75056'], ['13001', '13055'], ['69001', '69123'], ['75001', '75102'],
		    ['01540', 1457], [1540, '01457'], ['01540', ''], ['01540', null], [1540], [null],
		    ['20090', '2a004'], [['01540', '01457']], [OBJECT], ['01540', OBJECT],
		    ['01540\' OR 1=1', '01457']],
		zip: [['99999'], ['01457'], ['Vonnas'], [''], ['1540'], ['015400']],
		empty: ['', null, [], {}, false],
		scalar: [],
	},
	'EPCI': {
		leaves: [[['01', '200042935']], [['01']], [['79', '200041317']], [['2A']], [['971']],
		    [['01', '200042935', 'de plus'], ['01', '200042935']]],
		array: ['200042935', 'CA Haut - Bugey Agglomération', '01', 200042935, true],
		epci: [['01', '200041317'], ['79', '200042935'], ['01', '999999999'], ['01', 'CA'],
		    ['01', 200042935], ['01', null], ['01', ''], [1, '200042935'], [null, '200042935'],
		    [OBJECT], ['01', OBJECT], [1]],
		department: [['99'], ['200042935', '01'], ['1', '200042935'], ['99', '200042935'], ['00'],
		    ['96'], [''], ['2a'], ['Xain', '200042935']],
		empty: ['', null, [], {}, false],
		scalar: [],
	},
	'Département': {
		leaves: [['56'], ['01'], ['2A'], ['2B'], ['971'], ['974'], ['976'], ['987'], ['988'],
		    ['99'], [' 56 ', '56'], [56, '56'], [971, '971'], ['Morbihan', '56'], ['Ain', '01'],
		    ['Lot', '46'], ['Var', '83'], ['Paris', '75'], ['Corse-du-Sud', '2A'],
		    ['La Réunion', '974'], ['Côte-d’Or', '21'], ['Côte-d\'Or', '21'],
		    ['Côtes-d’Armor', '22'], ['Val-d’Oise', '95'], ['Etranger', '99']],
		department: ['1', '00', '96', '20', '2a', '056', '9999', 'morbihan', 'MORBIHAN', 'Inconnu',
		    '56 - Morbihan', 'Bretagne', 1, 5.6, true],
		empty: ['', null, [], {}, false],
		scalar: [['56'], OBJECT],
	},
	'Région': {
		leaves: [['53'], ['75'], ['01'], ['02'], ['06'], ['94'], ['84'], [53, '53'],
		    [' 53 ', '53'], ['Bretagne', '53'], ['Île-de-France', '11'],
		    ['Provence-Alpes-Côte d’Azur', '93'], ['Provence-Alpes-Côte d\'Azur', '93'],
		    ['La Réunion', '04'], ['Centre-Val de Loire', '24']],
		region: ['00', '1', '99', '056', 'bretagne', 'BRETAGNE', 'R53', 'Aquitaine', '53 - Bretagne',
		    1, true],
		empty: ['', null, [], {}, false],
		scalar: [['53'], OBJECT],
	},
	'Pays': {
		leaves: [['FR'], ['DE'], ['NC'], ['PF'], ['France', 'FR'], ['Allemagne', 'DE'],
		    ['Espagne', 'ES'], ['États-Unis', 'US'], ['Royaume-Uni', 'GB'], ['Pays-Bas', 'NL'],
		    ['Côte d’Ivoire', 'CI'], ['Côte d\'Ivoire', 'CI'], ['Turquie', 'TR'], ['Russie', 'RU'],
		    ['Brésil', 'BR'], ['Japon', 'JP'], ['Nouvelle-Calédonie', 'NC'], ['Syrie', 'SY'],
		    ['Venezuela', 'VE'], ['Iran', 'IR'], ['Bolivie', 'BO'], [' FR ', 'FR']],
		country: ['fr', 'Fr', 'FRA', 'XX', 'france', 'FRANCE', 'Germany', 'GP', 'MQ', 'GF', 'RE', 'YT',
		    'Guadeloupe', 'Mayotte', 'EU', 'UK', '33', 33, true],
		empty: ['', null, [], {}, false],
		scalar: [['FR'], OBJECT],
	},
});
