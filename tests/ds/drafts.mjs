// drafts.mjs - the dossiers of the stand-in, in memory, and their life (DS 1.3).
import { randomBytes } from 'node:crypto';
import { last_three, stamp } from './dates.mjs';

const DAY = 86400000;
export const SUBMITTED = ['en_construction', 'en_instruction', 'accepte', 'refuse',
    'sans_suite'];
const PROCESSED = ['accepte', 'refuse', 'sans_suite'];

// 24 letters and digits.
function draw_token() {
	let token = '';
	while (token.length < 24)
		token += randomBytes(24).toString('base64').replace(/[^A-Za-z0-9]/g, '');
	return token.slice(0, 24);
}

export class Drafts {
	#all = [];
	#last = 20261000;
	#ahead = 0;

	now() {
		return Date.now() + this.#ahead;
	}

	// Time goes forward, and DS's nights with it.
	move(days) {
		this.#ahead += days * DAY;
		this.night();
	}

	// Orphan drafts whose last change is 5 days old go at 3 in the morning;
	// claimed ones live 3 months.
	night() {
		const three = last_three(this.now());
		const age = { prefilled: 5 * DAY, brouillon: 90 * DAY };
		this.#all = this.#all.filter(one => !(one.state in age) ||
		    one.changed_at > three - age[one.state]);
	}

	// As if five days had passed for those that nobody opened.
	expire() {
		this.#all = this.#all.filter(one => one.state !== 'prefilled');
	}

	clear() {
		this.#all = this.#all.filter(one => one.seeded);
	}

	make(demarche, kept) {
		const draft = {
			number: ++this.#last, token: draw_token(), demarche,
			state: 'prefilled', owner: null, hidden: false,
			made_at: this.now(), changed_at: this.now(),
			submitted_at: null, processed_at: null, ...kept,
		};
		this.#all.push(draft);
		return draft;
	}

	// A dossier that was there before: what links to dossiers need (DS 1.6).
	seed(demarche, { number, state }) {
		const draft = this.make(demarche, { identity: {}, trap: null, dropped: [],
		    violations: [], prefilled: [], stored: {} });
		this.#last--;
		draft.number = number;
		draft.seeded = true;
		this.set_state(draft, state);
	}

	claim(draft, owner) {
		draft.owner = owner;
		draft.state = 'brouillon';
		draft.changed_at = this.now();
	}

	set_state(draft, state) {
		draft.state = state;
		draft.owner ??= 'someone';
		draft.changed_at = this.now();
		if (SUBMITTED.includes(state))
			draft.submitted_at ??= this.now();
		draft.processed_at = PROCESSED.includes(state) ? this.now() : null;
	}

	list() {
		this.night();
		return this.#all;
	}

	of_number(number) {
		return this.list().find(one => one.number === number);
	}

	of_token(token) {
		return this.list().find(one => one.token === token);
	}

	submitted(number) {
		return SUBMITTED.includes(this.of_number(number)?.state);
	}
}

// The link by which its first visitor owns a draft.
const draft_url = (draft, base) =>
    `${base}/commencer/${draft.demarche.slug}?prefill_token=${draft.token}`;

export const dossier_id = draft =>
    Buffer.from(`Dossier-${draft.number}`).toString('base64');

// What DS tells of a draft by its token: the link only until someone has it, the
// dates only when they are known (DS 1.3).
export function told(draft, base) {
	const who = {
		dossier_id: dossier_id(draft), dossier_number: draft.number,
		dossier_prefill_token: draft.token,
	};
	if (draft.state === 'prefilled')
		return { dossier_url: draft_url(draft, base), state: draft.state, ...who };
	return {
		state: draft.state,
		...(draft.submitted_at && { submitted_at: stamp(draft.submitted_at) }),
		...(draft.processed_at && { processed_at: stamp(draft.processed_at) }),
		...who,
	};
}
