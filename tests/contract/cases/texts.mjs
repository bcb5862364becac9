// texts.mjs - what is text for DS, and codes that it takes as text but that would
// stop the applicant later (DS 1.6).
import { of_values } from '../forms.mjs';

const OBJECT = { a: '1' }, HUGE = 'é'.repeat(60000);

const texts = {
	leaves: [['Rénovation de l’école'], ['12'], ['a\nb'], ['a\tb'], ['a\r\nb'],
	    ['  bords  ', 'bords'], ['\u00a0bords\u202f', 'bords'], [12, '12'], [12.5, '12.5'],
	    [-3, '-3'], [true, 'true'], ['a\u0000\u0007b\u007f', 'ab'], ['\u0000\u0001'.padEnd(5, 'x'), 'xxx'],
	    ['a\u000bb', 'ab'], ['<b>&amp;"\\</b>'], ['\u2028🏫 𝒳'], ['null'], ['[]'], ['{}'], ['--'],
	    ['é'.repeat(3000)], [HUGE], ['champ_Q2hhbXAtOTEwMDAwMw']],
	empty: ['', '  ', '\n\t', '\u00a0', '\u0000', null, [], {}, false],
	scalar: [OBJECT, [OBJECT], ['a', 'b'], [['a']]],
};

export default forms => of_values(forms.get(900001), {
	'Texte court': texts,
	'Texte long': texts,
	'Texte à format': { leaves: [['AB-12'], [' AB-12 ', 'AB-12'], [2027, '2027']],
	    empty: ['', null], scalar: [['AB-12'], OBJECT] },
	'Référence du service': { leaves: [['GU-2026-1'], [7, '7']], empty: [' '],
	    scalar: [OBJECT] },
	'Adresse électronique': {
		leaves: [['mairie@ville.fr'], ['  mairie@ville.fr ', 'mairie@ville.fr'],
		    ['a.b+c@sous.domaine.gouv.fr'], ['Mairie@Ville.FR'], ['m_x-y@ville-sur-mer.fr'],
		    ['o\'neil@ville.fr']],
		email: ['pas une adresse', 'a@b', '@ville.fr', 'a@', 'a b@ville.fr', 'a@@ville.fr',
		    'a@ville..fr', 'a@.fr', 'a@ville.f', 'a@b.fr, c@d.fr', 'a@b.fr;c@d.fr',
		    '<a@b.fr>', 'mailto:a@b.fr', 12, true],
		empty: ['', null, [], false], scalar: [['a@b.fr'], OBJECT],
	},
	'Téléphone': {
		leaves: [['0612345678'], ['06 12 34 56 78'], ['06.12.34.56.78'], ['+33 6 12 34 56 78'],
		    ['0033612345678'], ['+33(0)612345678'], [' 0612345678 ', '0612345678'],
		    ['0590 12 34 56'], ['06-12-34-56-78'], ['+687 27 12 34']],
		phone: ['abc', '12', '06123', '06 12 34 56 78 ou 79', '+', '0612345678901234567', 3.5],
		empty: ['', null], scalar: [['0612345678'], OBJECT],
	},
	'IBAN': {
		leaves: [['FR7611315000011234567890138'],
		    ['FR76 1131 5000 0112 3456 7890 138', 'FR7611315000011234567890138'],
		    ['fr7611315000011234567890138', 'FR7611315000011234567890138'],
		    ['BE68539007547034'], ['NO9386011117947']],
		iban: ['x', 'FR7611315000011234567890139', 'FR76', '76FR11315000011234567890138',
		    'FR76-1131-5000-0112-3456-7890-138', 123456789012345],
		empty: ['', null], scalar: [['FR7611315000011234567890138'], OBJECT],
	},
	'SIRET': {
		leaves: [['13002526500013'], ['130 025 265 00013', '13002526500013'],
		    ['130\u00a0025\u00a0265\u00a000013', '13002526500013'],
		    [13002526500013, '13002526500013'], ['21790109900010'],
		    // La Poste: its seat by the common rule, its offices by their own
		    ['35600000000048'], ['35600000049837'], ['35600000000001']],
		siret: ['13002526500014', '1300252650001', '130025265000130', '130025265', 'abc',
		    '1300252650001A', '00000000000001', '35600000000002', '13002526600013', 1.5],
		empty: ['', null, []], scalar: [['13002526500013'], OBJECT],
	},
	'Adresse': {
		leaves: [['20 Avenue de Ségur 75007 Paris'], ['Bourg'], ['rue'], ['é'.repeat(200)],
		    [' 1 place de l’Église, 79410 Échiré ', '1 place de l’Église, 79410 Échiré']],
		address: ['ab', 'é'.repeat(201), 12, true, ['rue de Paris'], OBJECT, [OBJECT]],
		empty: ['', '   ', null, {}, [], false],
	},
	'Autre dossier': {
		leaves: [['12345678'], [12345678, '12345678'], ['0123', '123'], [' 123 ', '123'],
		    ['12 345 678', '12345678']],
		dossier: ['abc', '12a', '-5', '0', '1.5', 'n° 123', '99999999999', '0x7B', -1, 1.5, true],
		empty: ['', null, {}], scalar: [['123'], OBJECT],
	},
});
