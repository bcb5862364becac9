// prefill.mjs - what a draft keeps of a payload: keys, identity, repetitions (DS
// 1.4 to 1.6).  DS says nothing of what it drops; here the reasons are kept.
import { champ_key, stable_id } from './demarches.mjs';
import { clean, screen } from './values.mjs';

// A key of the démarche that is not of the block, in one of its rows: DS fails
// with a 500, and the draft that it had saved stays, empty (DS 0.6, 1.6).
export class Trap extends Error {}

const is_object = value => value !== null && typeof value === 'object' &&
    !Array.isArray(value);

// What DS leaves out before it looks at anything, but not in rows (DS 1.4).
function blank(value) {
	return value === null || value === false ||
	    (typeof value === 'string' && value.trim() === '') ||
	    (typeof value === 'object' && Object.keys(value).length === 0);
}

// The champ that a key leads to, or why it leads nowhere.
function target(demarche, key) {
	const id = key.startsWith('champ_') ? stable_id(key.slice(6)) : null;
	const champ = id === null ? undefined : demarche.by_id.get(id);
	return champ ? { champ } :
	    { why: id === null ? 'not a key of a champ' : 'not a champ of the démarche' };
}

// An account of one payload.  A note: { key, why }.
class Account {
	stored = {};
	dropped = [];
	violations = [];

	constructor(strict) {
		this.strict = strict;
	}

	violation(key, why) {
		if (this.strict)
			this.violations.push({ key, why });
	}

	drop(key, why) {
		this.dropped.push({ key, why });
		this.violation(key, why);
	}

	// Puts into a place what was found for a champ.
	take(place, champ, key, found) {
		if (found.why) {
			this.drop(key, found.why);
			return;
		}
		place[champ.key] = found.value;
		if (found.odd)
			this.violation(key, found.odd);
	}
}

function row(account, demarche, block, given, name, world) {
	const kept = {};
	for (const [key, value] of Object.entries(given)) {
		const { champ, why } = target(demarche, key);
		if (why) {
			account.drop(`${name}.${key}`, why);
			continue;
		}
		if (champ.block !== block.id)
			throw new Trap(`${name}.${key}: not a child of this block`);
		account.take(kept, champ, `${name}.${key}`, screen(champ, value, world));
	}
	return kept;
}

// Row n of the array goes to row n of the block; one that is no object has no
// row, one without a usable key has an empty one.
function rows(account, demarche, block, key, value, world) {
	if (!Array.isArray(value)) {
		account.drop(key, 'not an array of objects');
		return;
	}
	const kept = [];
	value.forEach((given, n) => {
		const name = `${key}[${n}]`;
		if (!is_object(given)) {
			account.drop(name, 'not an object');
			return;
		}
		kept.push(row(account, demarche, block, given, name, world));
		if (Object.keys(kept.at(-1)).length === 0)
			account.violation(name, 'an empty row');
	});
	if (kept.length > 0)
		account.stored[block.key] = kept;
}

function one_champ(account, demarche, key, value, world) {
	const { champ, why } = target(demarche, key);
	if (why)
		account.drop(key, why);
	else if (blank(value))
		account.drop(key, 'blank');
	else if (champ.block !== null)
		account.drop(key, 'a child of a repetition, at top level');
	else if (champ.type === 'Repetition')
		rows(account, demarche, champ, key, value, world);
	else
		account.take(account.stored, champ, key, screen(champ, value, world));
}

const IDENTITY = ['identite_prenom', 'identite_nom', 'identite_genre'];

// Of individuals only; a legal person's is typed on DS (DS 0.9, 1.5).
function identity(account, demarche, payload) {
	const kept = {};
	for (const key of IDENTITY.filter(name => Object.hasOwn(payload, name))) {
		const value = payload[key];
		if (!demarche.individual)
			account.drop(key, 'a démarche for legal persons');
		else if (blank(value))
			account.drop(key, 'blank');
		else if (typeof value === 'object')
			account.drop(key, 'not a text');
		else if (key !== 'identite_genre')
			kept[key] = clean(String(value));
		else if (demarche.more.noGender)
			account.drop(key, 'the démarche asks no gender');
		else if (['M.', 'Mme'].includes(value))
			kept[key] = value;
		else
			account.drop(key, 'not "M." or "Mme"');
	}
	return kept;
}

// A mandatory block owns one empty row before anything is sent (DS 1.6).
function first_rows(demarche) {
	return Object.fromEntries(demarche.champs
	    .filter(champ => champ.type === 'Repetition' && champ.required)
	    .map(champ => [champ_key(champ.id), [{}]]));
}

// What the draft keeps of a payload; "trap" when DS fails on it.
export function prefill(demarche, payload, world, strict) {
	const account = new Account(strict);
	const empty = first_rows(demarche);
	let who = {}, trap = null;
	try {
		if (!is_object(payload)) {
			account.violation('', 'not one flat JSON object');
			payload = {};
		}
		who = identity(account, demarche, payload);
		for (const [key, value] of Object.entries(payload))
			if (!IDENTITY.includes(key))
				one_champ(account, demarche, key, value, world);
	} catch (error) {
		if (!(error instanceof Trap))
			throw error;
		trap = error.message;
		who = {};
		account.stored = {};
		account.violation('', trap);
	}
	return {
		identity: who, trap, dropped: account.dropped,
		violations: account.violations, prefilled: Object.keys(account.stored),
		stored: { ...empty, ...account.stored },
	};
}
