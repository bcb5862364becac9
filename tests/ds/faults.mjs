// faults.mjs - bad days of DS, on order: slow, down, cut, foreign.
//
// A fault is one of those below, for "times" requests (else until it is cleared),
// and for the requests whose "METHOD /path" holds "on" (else all).  "made" says
// whether the request does its work all the same: a status on order and a
// connection closed before any byte do none unless told to, the others do.
import { error_page } from './pages.mjs';

const KINDS = {
	delay: true, delay_body: true, html200: true, html201: true,
	truncated: true, garbage: true, foreign_url: true,
	status: false, reset: false,
};
const OTHERS = ['times', 'on', 'made', 'retry_after', 'error'];
// Not faults of one answer: ways of the server.
const SWITCHES = ['strict', 'throttle'];

// Why a fault is none that we know, or null.
export function misread(order) {
	const names = Object.keys(order);
	const unknown = names.find(name => !(name in KINDS) &&
	    !OTHERS.includes(name) && !SWITCHES.includes(name));
	return unknown ? `unknown fault "${unknown}"` : null;
}

export class Faults {
	#order = null;
	#switches;
	#usual;

	constructor(switches) {
		this.#usual = switches;
		this.#switches = { ...switches };
	}

	// Nothing ordered clears all, switches too.
	order(order) {
		if (Object.keys(order).length === 0)
			this.#switches = { ...this.#usual };
		for (const name of SWITCHES)
			if (name in order)
				this.#switches[name] = order[name] === true;
		if (Object.keys(order).some(name => name in KINDS))
			this.#order = { left: order.times ?? Infinity, ...order };
		else if (Object.keys(order).length === 0)
			this.#order = null;
	}

	is(name) {
		return this.#switches[name];
	}

	told() {
		const { left, ...order } = this.#order ?? {};
		return { ...order, ...(Number.isFinite(left) && { times: left }),
		    ...this.#switches };
	}

	// The fault of this request, or null.
	take(request) {
		const order = this.#order;
		if (!order || order.left <= 0 || (order.on && !request.includes(order.on)))
			return null;
		order.left--;
		if (order.left <= 0)
			this.#order = null;
		const kind = Object.keys(KINDS).find(name => name in order);
		return { made: KINDS[kind], ...order, kind };
	}
}

// The two languages of DS's refusal (DS 1.3).
const BUSY = 'Trop de requêtes. Merci de réessayer plus tard.\n' +
    'Too many requests. Please try again later.\n';

export function busy(seconds) {
	const ends = Math.ceil(Date.now() / 1000) + seconds;
	return { status: 429, type: 'text/plain; charset=utf-8', body: BUSY,
	    headers: { 'Retry-After': seconds, 'RateLimit-Remaining': 0,
	    'RateLimit-Reset': ends } };
}

// B's rule: 15 POST in 15 seconds and from one address (DS 1.3).
export class Throttle {
	#seen = new Map();

	// 0, or how many seconds to wait.
	wait(address) {
		const now = Date.now();
		let window = this.#seen.get(address);
		if (!window || now >= window.ends)
			this.#seen.set(address, window = { ends: now + 15000, count: 0 });
		return ++window.count > 15 ?
		    Math.max(1, Math.ceil((window.ends - now) / 1000)) : 0;
	}

	clear() {
		this.#seen.clear();
	}
}

const page = (status, title) => ({ status, type: 'text/html; charset=utf-8',
	body: error_page(title), headers: {} });

// The answer of a status on order: DS's own are JSON under 500, pages above.
function of_status({ status, retry_after, error }) {
	if (status === 429)
		return busy(retry_after ?? 15);
	if (status >= 500)
		return page(status, status === 503 ? 'Service en maintenance' :
		    'Une erreur est survenue');
	return { status, type: 'application/json; charset=utf-8', headers: {},
	    body: JSON.stringify({ error: error ?? 'on order' }) };
}

// What an answer becomes by a fault.
export function spoil(fault, answer) {
	switch (fault.kind) {
	case 'status':
		return of_status(fault);
	case 'html200':
	case 'html201':
		return page(Number(fault.kind.slice(4)), 'Démarches simplifiées');
	case 'garbage':
		return { ...answer, status: 201, type: 'application/json; charset=utf-8',
		    body: '{"dossier_url": "https://' };
	case 'foreign_url':
		return answer.body.includes('"dossier_url"') ? { ...answer,
		    body: foreign(answer.body, fault.foreign_url) } : answer;
	default:
		return answer;
	}
}

// In place of the link, in an answer to a POST or in a list of states.
function foreign(body, url) {
	return JSON.stringify(JSON.parse(body, (key, value) =>
	    key === 'dossier_url' ? url : value));
}
