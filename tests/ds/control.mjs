// control.mjs - the door of tests, under /_control/: what the real service never
// says, and what only time or an administration would do.
import { stamp } from './dates.mjs';
import { SUBMITTED } from './drafts.mjs';
import { misread } from './faults.mjs';

const done = body => ({ status: 200, body });
const wrong = error => ({ status: 400, body: { error } });

const draft_told = draft => ({
	number: draft.number, token: draft.token, demarche: draft.demarche.number,
	state: draft.state, hidden: draft.hidden, made_at: stamp(draft.made_at),
	identity: draft.identity, stored: draft.stored, prefilled: draft.prefilled,
	dropped: draft.dropped, violations: draft.violations, trap: draft.trap,
});

const GETS = {
	drafts: ({ drafts }) => done(drafts.list().filter(one => !one.seeded)
	    .map(draft_told)),
	faults: ({ faults }) => done(faults.told()),
	requests: ({ requests }) => done(requests),
};

const POSTS = {
	faults({ faults }, order) {
		const error = misread(order);
		if (error)
			return wrong(error);
		faults.order(order);
		return done(faults.told());
	},
	// "hidden" is what its user does; "brouillon", what the first visitor does.
	state({ drafts }, { number, state, hidden }) {
		const draft = drafts.of_number(number);
		if (!draft)
			return wrong(`no dossier ${number}`);
		if (state !== undefined && !['brouillon', ...SUBMITTED].includes(state))
			return wrong(`unknown state "${state}"`);
		if (state !== undefined)
			drafts.set_state(draft, state);
		draft.hidden = hidden ?? draft.hidden;
		return done(draft_told(draft));
	},
	close({ demarches }, { demarche, state = 'close' }) {
		const one = demarches.of_number(demarche);
		if (!one)
			return wrong(`no démarche ${demarche}`);
		if (!['brouillon', 'publiee', 'close', 'depubliee'].includes(state))
			return wrong(`unknown state "${state}"`);
		one.state = state;
		return done({ demarche, state });
	},
	expire({ drafts }) {
		drafts.expire();
		return done({});
	},
	clock({ drafts }, { days = 0 }) {
		if (!(Number.isFinite(days) && days >= 0))
			return wrong('days go forward');
		drafts.move(days);
		return done({ now: stamp(drafts.now()) });
	},
	reset({ drafts, demarches, faults, throttle, requests }) {
		drafts.clear();
		faults.order({});
		throttle.clear();
		requests.length = 0;
		for (const one of demarches.all)
			one.state = one.schema.state;
		return done({});
	},
};

// What /_control/NAME answers: { status, body }; body null when it is not JSON.
export function control(world, method, name, body) {
	const doors = { GET: GETS, POST: POSTS }[method] ?? {};
	if (!Object.hasOwn(doors, name))
		return { status: 404, body: { error: `no ${method} /_control/${name}` } };
	if (method === 'POST' && (body === null || typeof body !== 'object'))
		return wrong('not a JSON object');
	return doors[name](world, body);
}
