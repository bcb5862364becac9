// values.mjs - what DS does with the value of a champ, type by type (DS 1.6).
//
// A screen takes (value, champ, world) and answers { value } as version B stores
// it, or { why } it drops it.  "odd" beside a value says what makes it unfit for
// version A, or against what clients were told: a client in strict mode must not
// send it.  world: { places, today(), submitted(number) }.
import { read_date, read_datetime } from './dates.mjs';

const refuse = why => ({ why });
const is_scalar = value => ['string', 'number', 'boolean'].includes(typeof value);
const is_object = value => value !== null && typeof value === 'object';

// Control characters go, whatever the type; 09, 0A, 0C and 0D stay.
export const clean = text => text.replace(/[\x00-\x08\x0b\x0e-\x1f\x7f]/g, '');

const spaceless = text => text.replace(/\s/g, '');

// A scalar as text; others are not for this screen.
function scalar(screen) {
	return (value, champ, world) => is_scalar(value) ?
	    screen(clean(String(value)), champ, world, value) :
	    refuse(value === null ? 'null' : 'not a scalar');
}

// ---- texts ----

// Of arrays B refuses only those that hold objects or arrays: one of scalars is
// text, as Ruby writes it.
function text(value) {
	if (Array.isArray(value) && value.every(is_scalar))
		return { value: `[${value.map(part => JSON.stringify(part)).join(', ')}]`,
		    odd: 'an array for a text' };
	return scalar(given => ({ value: given }))(value);
}

function address(value) {
	return typeof value === 'string' ? { value: clean(value) } :
	    refuse('not a string');
}

// Not checked, but nothing else leads to an establishment.
const siret = scalar(given => /^\d{14}$/.test(spaceless(given)) ?
    { value: spaceless(given) } : { value: given, odd: 'not 14 digits' });

// ---- numbers ----

function within(number, rule, value) {
	if (rule?.positive && number < 0)
		return refuse('not positive');
	if (number < (rule?.min ?? -Infinity))
		return refuse('under the minimum');
	return number > (rule?.max ?? Infinity) ? refuse('over the maximum') : value;
}

// A keeps spaces and refuses JSON 42.2, of which B keeps 42.
const integer = scalar((given, champ, world, raw) => {
	const number = typeof raw === 'number' && Number.isFinite(raw) ?
	    String(Math.trunc(raw)) : spaceless(given);
	if (!/^[+-]?\d+$/.test(number))
		return refuse('not an integer');
	return within(Number(number), champ.rule, {
		value: String(BigInt(number.replace('+', ''))),
		...(number !== given && { odd: 'A does not read this integer' }),
	});
});

// A keeps "3,14", and reads 3.0 of it later.
const decimal = scalar((given, champ) => {
	const number = spaceless(given).replace(',', '.');
	if (!/^-?\d+(\.\d{1,3})?$/.test(number))
		return refuse('not a decimal of at most 3 decimals');
	return within(Number(number), champ.rule, {
		value: number,
		...(number !== given && { odd: 'A stores this decimal raw' }),
	});
});

// ---- choices ----

const TRUE = ['true', '1', 't', 'on'], FALSE = ['false', '0', 'f', 'off'];

const boolean = scalar(given => {
	const word = given.trim().toLowerCase();
	const value = TRUE.includes(word) ? 'true' : FALSE.includes(word) ? 'false' :
	    null;
	if (value === null)
		return refuse('not a boolean');
	return { value, ...(given !== value && { odd: 'A reads only "true" as true' }) };
});

const SIRS = ['m', 'mr', 'monsieur', 'male', 'homme'];
const LADIES = ['mme', 'madame', 'mlle', 'mademoiselle', 'female', 'femme'];

const civility = scalar(given => {
	const word = given.trim().toLowerCase().replace(/\.$/, '');
	const value = SIRS.includes(word) ? 'M.' : LADIES.includes(word) ? 'Mme' : null;
	if (value === null)
		return refuse('not a civility');
	return { value, ...(given !== value && { odd: 'A knows "M." and "Mme" only' }) };
});

const title = option => /^--.*--$/.test(option) ?
    { odd: 'a title, not a choice' } : {};

// The items of an advanced list are stored by their ids; its schema has none.
const item = (champ, given) => champ.items?.find(({ id, label }) =>
    label === given || String(id) === given);

const list = scalar((given, champ) => {
	const found = item(champ, given);
	if (found)
		return { value: String(found.id), odd: 'A stores the label of the item' };
	if (champ.options.includes(given))
		return { value: given, ...title(given) };
	return champ.other ? { value: given } : refuse('not in the list');
});

function lists(value, champ) {
	const given = Array.isArray(value) ? value : [value];
	if (!given.every(is_scalar))
		return refuse('not an array of strings');
	const chosen = given.map(part => clean(String(part)));
	if (champ.items) {
		const found = chosen.map(part => item(champ, part)).filter(Boolean);
		return found.length > 0 ? { value: found.map(({ id }) => String(id)),
		    odd: 'A does not know the items of this list' } :
		    refuse('not in the list');
	}
	const unknown = chosen.find(part => !champ.options.includes(part));
	if (unknown !== undefined)
		return refuse('one is not in the list');
	const heading = chosen.find(part => title(part).odd);
	return { value: chosen, ...(heading !== undefined && title(heading)) };
}

// ---- dates ----

function dated(read, plain, why) {
	return (value, champ, world) => {
		const found = read(typeof value === 'string' ? clean(value) : value);
		const date = found?.slice(0, 10);
		if (!found)
			return refuse(why);
		if (champ.rule?.past && date >= world.today())
			return refuse('not in the past');
		if (date < (champ.rule?.start ?? '') || date > (champ.rule?.end ?? '9999'))
			return refuse('out of the range of dates');
		return { value: found,
		    ...(!plain.test(value) && { odd: 'A does not read this date' }) };
	};
}

const date = dated(read_date, /^\d{4}-\d\d-\d\d$/, 'not a date');
const datetime = dated(read_datetime,
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d.*|\d\d\/\d\d\/\d{4} \d\d:\d\d)$/,
    'not a date and time');

// ---- places ----

const commune = (value, champ, { places }) => places.commune(value);
const epci = (value, champ, { places }) => places.epci(value);
const country = scalar((given, champ, { places }) => places.country(given));

// A takes a name of three letters for a code.
const department = scalar((given, champ, { places }) => ({
	...places.department(given),
	...(/^\p{L}{3}$/u.test(given) && { odd: 'A takes this name for a code' }),
}));
const region = scalar((given, champ, { places }) => {
	const found = places.region(given);
	return found.value === '99' ? { ...found, odd: 'A does not know it' } : found;
});

// ---- the rest ----

// A dossier that exists and is no draft.
const dossier = scalar((given, champ, { submitted }) => {
	if (!/^\d+$/.test(given.trim()))
		return refuse('not a number');
	const number = Number(given);
	return submitted(number) ? { value: String(number) } :
	    refuse('no such dossier');
});

// Prefilled when it looks for the exact key, which no schema says.
const referential = scalar((given, champ) => champ.rule?.exact ?
    { value: given, odd: 'the schema does not say that it can be prefilled' } :
    refuse('this referential is not asked by its exact key'));

const prefilled = scalar(given =>
    ({ value: given, odd: 'A does not know this type' }));

// By __typename, without its "ChampDescriptor".  Repetition is prefill.mjs's.
// What is not here cannot be prefilled: titles, explanations, attachments, linked
// lists, maps, registers, and what a later DS may add.
const SCREENS = {
	Text: text, Textarea: text, Email: text, Phone: text, Iban: text,
	Formatted: text, IntegerNumber: integer, DecimalNumber: decimal,
	Checkbox: boolean, YesNo: boolean, Civilite: civility, Date: date,
	Datetime: datetime, DropDownList: list, MultipleDropDownList: lists,
	Commune: commune, Epci: epci, Departement: department, Region: region,
	Pays: country, Address: address, Siret: siret, DossierLink: dossier,
	Referentiel: referential, PreRempli: prefilled,
};

// What DS makes of a value for a champ that is no repetition.
export function screen(champ, value, world) {
	const by_type = Object.hasOwn(SCREENS, champ.type) ? SCREENS[champ.type] : null;
	if (!by_type)
		return refuse(`a champ of type ${champ.type} cannot be prefilled`);
	if (is_object(value) && !Array.isArray(value))
		return refuse('an object');
	if (Array.isArray(value) && value.some(is_object))
		return refuse('an array of objects or arrays');
	const found = by_type(value, champ, world);
	// Scalars are to be sent as strings (DS 0.3).
	const bare = [value].flat().some(part => typeof part !== 'string');
	return found.why || found.odd || !bare ? found :
	    { ...found, odd: 'not a string' };
}
