// geo.mjs - the places against which DS checks communes, EPCI, departments and
// regions (DS 1.6).  Without their lists, only shapes are looked at.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

// Cities known by their districts: DS refuses the code of the whole.
const WHOLE = ['75056', '13055', '69123'];
const POSTAL = /^\d{5}$/, INSEE = /^(\d{5}|2[AB]\d{3})$/, SIREN = /^\d{9}$/;
const DEPARTMENT = /^(\d\d|2[AB]|9[78]\d)$/;

// ISO 3166-1, without the French overseas departments: those are no countries.
const COUNTRIES = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF
BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN
CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GG GH GI GL GM GN GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM
IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR
LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MR MS MT MU MV MW MX MY MZ
NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
QA RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC
TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN
VU WF WS YE ZA ZM ZW`.split(/\s+/);
const names = new Intl.DisplayNames('fr', { type: 'region' });
const countries = new Map(COUNTRIES.flatMap(code =>
    [[code, code], [names.of(code), code]]));

// The rows of a CSV of DS, its title left out.
function csv(path) {
	return gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/)
	    .slice(1).map(line => line.split(',').map(cell => cell.replace(/"/g, '')));
}

// Codes and names of a JSON list, each leading to the code.
function codes(path, more) {
	const list = JSON.parse(readFileSync(path, 'utf8')).concat(more);
	return new Map(list.flatMap(({ code, name }) => [[code, code], [name, code]]));
}

// A folder of lists, or null: shapes only.
export function read_geo(folder) {
	const path = name => join(folder, name);
	if (!folder)
		return {};
	for (const name of ['ds-geo-communes-postal.csv.gz', 'ds-geo-epci.csv.gz',
	    'ds-geo-departements.json', 'ds-geo-regions.json'])
		if (!existsSync(path(name)))
			throw new Error(`no "${name}" in "${folder}"`);
	const communes = csv(path('ds-geo-communes-postal.csv.gz'))
	    .filter(([postal]) => postal);
	return {
		postal: new Set(communes.map(row => row[0])),
		pairs: new Map(communes.map(row => [`${row[0]} ${row[1]}`, row[2]])),
		epci: new Map(csv(path('ds-geo-epci.csv.gz'))
		    .map(row => [`${row[0]} ${row[1]}`, row.slice(2).join(',')])),
		departments: codes(path('ds-geo-departements.json'),
		    [{ code: '99', name: 'Etranger' }]),
		regions: codes(path('ds-geo-regions.json'),
		    [{ code: '99', name: 'Etranger' }]),
	};
}

// The places that DS knows.  Each door answers { value } as DS stores it, or
// { why } it refuses.
export function places(geo) {
	const strings = value => Array.isArray(value) &&
	    value.every(part => typeof part === 'string');

	function commune(value) {
		if (!strings(value))
			return { why: 'not an array of strings [postal code, INSEE]' };
		const [postal, insee] = value;
		if (!POSTAL.test(postal) || (geo.postal && !geo.postal.has(postal)))
			return { why: 'unknown postal code' };
		if (insee === undefined)
			return { value: [postal] };
		if (WHOLE.includes(insee))
			return { why: 'the code of a whole city' };
		if (!INSEE.test(insee) || (geo.pairs && !geo.pairs.has(`${postal} ${insee}`)))
			return { why: 'INSEE code not in that postal code' };
		return { value: [postal, insee] };
	}

	function epci(value) {
		if (!strings(value))
			return { why: 'not an array of strings [department, SIREN]' };
		const [code, siren] = value;
		if (!DEPARTMENT.test(code) || (geo.departments && !geo.departments.has(code)))
			return { why: 'unknown department' };
		if (siren === undefined)
			return { value: [code] };
		if (!SIREN.test(siren) || (geo.epci && !geo.epci.has(`${code} ${siren}`)))
			return { why: 'EPCI not listed under that department' };
		return { value: [code, siren] };
	}

	function department(value) {
		if (geo.departments) {
			const code = geo.departments.get(value);
			return code ? { value: code } : { why: 'unknown department' };
		}
		return DEPARTMENT.test(value) || /^\p{L}{3}/u.test(value) ? { value } :
		    { why: 'unknown department' };
	}

	function region(value) {
		if (geo.regions) {
			const code = geo.regions.get(value);
			return code ? { value: code } : { why: 'unknown region' };
		}
		return (/^\d\d$/.test(value) && value !== '00') ||
		    /^\p{Lu}\p{L}{3}/u.test(value) ? { value } :
		    { why: 'unknown region' };
	}

	function country(value) {
		const code = countries.get(value);
		return code ? { value: code } : { why: 'unknown country' };
	}

	// For the eyes of a reader: the name of a commune or of an EPCI.
	const name = pair => geo.pairs?.get(pair.join(' ')) ??
	    geo.epci?.get(pair.join(' '));

	return { commune, epci, department, region, country, name };
}
