// forms.mjs - the forms of the cases, read from their schemas without Guichet.
import { readdirSync, readFileSync } from 'node:fs';
import { champ_key, stable_id } from '../ds/demarches.mjs';

// The types that DS prefills in both of its versions (DS 1.6), by hand.
export const PREFILLED = new Set(`Text Textarea Email Phone Iban Formatted IntegerNumber
DecimalNumber Checkbox YesNo Civilite Date Datetime DropDownList MultipleDropDownList Commune
Epci Departement Region Pays Address Siret DossierLink Repetition`.split(/\s+/));

class Form {
	by_key = new Map();
	#by_label = new Map();

	constructor(schema) {
		const { champDescriptors, annotationDescriptors } =
		    schema.revision ?? schema.activeRevision;
		this.number = schema.number;
		this.add(champDescriptors, { inside: null, block: null });
		this.add(annotationDescriptors ?? [], { inside: null, block: null, own: true });
	}

	add(descriptors, more) {
		for (const one of descriptors) {
			const key = champ_key(stable_id(one.id));
			const champ = { key, type: one.__typename.replace(/ChampDescriptor$/, ''),
			    label: one.label, required: one.required,
			    options: one.options ?? [], ...more };
			this.by_key.set(key, champ);
			// Of champs with the same label the first; "Block/Child" too.
			for (const label of [one.label, more.inside ?
			    `${more.inside}/${one.label}` : one.label])
				if (!this.#by_label.has(label))
					this.#by_label.set(label, key);
			this.add(one.champDescriptors ?? [], { ...more, inside: one.label, block: key });
		}
	}

	label(key) {
		return this.by_key.get(key)?.label ?? '';
	}

	key(label) {
		if (label.startsWith('champ_') || label.startsWith('identite_'))
			return label;
		if (!this.#by_label.has(label))
			throw new Error(`${this.number} has no champ "${label}"`);
		return this.#by_label.get(label);
	}

	// What the form wants and can be prefilled, and a payload does not hold.
	missing(payload) {
		return [...this.by_key.values()].filter(one => one.required && !one.own &&
		    !one.inside && PREFILLED.has(one.type) && !(one.key in payload))
		    .map(one => one.key);
	}

	prefilled() {
		return [...this.by_key.values()].filter(one => PREFILLED.has(one.type));
	}
}

export class Forms {
	#all = new Map();

	constructor(folder) {
		for (const name of readdirSync(folder)) {
			const schema = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
			this.#all.set(schema.number, new Form(schema));
		}
	}

	get(number) {
		return this.#all.get(number);
	}

	has(number) {
		return this.#all.has(number);
	}
}

// An object whose keys were labels, or keys already; in rows too.
export function keyed(form, values, block = '') {
	return Object.fromEntries(Object.entries(values).map(([label, value]) => {
		const key = form.key(block && !label.startsWith('champ_') ?
		    `${block}/${label}` : label);
		const rows = Array.isArray(value) && form.by_key.get(key)?.type === 'Repetition';
		return [key, rows ? value.map(row => row !== null && typeof row === 'object' &&
		    !Array.isArray(row) ? keyed(form, row, label) : row) : value];
	}));
}

// A short name of a value.
const named = value => {
	const text = JSON.stringify(value) ?? 'nothing';
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

// Cases of single champs.  By label, "leaves" has rows of a value, what leaves
// (the same, when it is not said), and the reasons why parts do not; any other
// name is the reason why each of its values does not leave.
export function of_values(form, table) {
	return Object.entries(table).flatMap(([label, { leaves = [], ...refused }]) => {
		const key = form.key(label), { type } = form.by_key.get(key);
		const one = (given, wanted, reasons) => ({
			number: form.number, body: { [key]: given },
			name: `${type} "${label}", ${named(given)}: ${reasons.join(', ') || 'leaves'}`,
			payload: wanted === null ? {} : { [key]: wanted },
			refused: reasons.map(reason => [key, reason]),
		});
		return [
			...leaves.map(([given, wanted = given, ...reasons]) =>
			    one(given, wanted, reasons)),
			...Object.entries(refused).flatMap(([reason, values]) =>
			    values.map(given => one(given, null, [reason]))),
		];
	});
}

// Cases of whole bodies: a name, a body of values by label and of facts, what
// leaves by label (null: whatever), what is refused.
export function of_bodies(form, rows) {
	const keys = body => Object.fromEntries(Object.entries(body).flatMap(
	    ([name, value]) => name.startsWith('>') ?
	    Object.entries(keyed(form, { [name.slice(1)]: value })) : [[name, value]]));
	return rows.map(([name, body, payload, refused = [], more = {}]) => ({
		number: form.number, name, body: typeof body === 'string' ? body : keys(body),
		...(payload && { payload: keyed(form, payload) }), refused: refused.map(
		    ([champ, ...rest]) => [champ.startsWith('>') ? form.key(champ.slice(1)) :
		    champ, ...rest]), ...more,
	}));
}
