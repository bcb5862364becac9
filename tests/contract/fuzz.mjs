// fuzz.mjs - bodies that chance makes, always the same: whatever comes, the answer is
// well formed, and what leaves of it is kept by DS as it is.

// A small generator of numbers (mulberry32).
function chance(seed) {
	return n => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % n;
	};
}

const SCALARS = ['', ' ', 'x', '0', '-1', '42', '3,14', '1 250,5', '2027-04-03', '3/4/2027',
	'2027-04-03T10:30', '1767225600', 'true', 'oui', 'on', 'M.', 'madame', 'École', 'Commune',
	'DETR', '--Voirie--', '79', '2A', 'Ain', '99', '53', 'FR', 'France', 'a@b.fr', '0549257001',
	'FR7611315000011234567890138', '13002526500013', '217901099', '200041317', '79410', '79109',
	'01540', '01457', '75001', '75056', '123', '12345678', '\u0000', '\u0001\u000b\f\t', '\uffff',
	'\ud83c\udfeb', '\u202e', '<script>', ']]>', '&amp;', '"\\', '%s%n', '\' OR 1=1', 'é'.repeat(300),
	null, true, false, 0, -1, 42, 42.5, 1e300, 1e-9, 9007199254740993, 1767225600, [], {}];

const FACTS = ['authority', 'siren', 'siret', 'insee', 'authority.name', 'authority.zip',
	'project.title', 'project.cost', 'project.start', 'project.commune', 'project.ecology',
	'project.aims', 'contact.email', 'signatory.civility', 'plan', 'project', 'nothing'];

export async function fuzz(forms, judge, tap) {
	const rounds = Number(process.env.FUZZ ?? (process.env.FULL ? 4000 : 200));
	const seed = Number(process.env.SEED ?? 1);
	const any = chance(seed), one_of = list => list[any(list.length)];
	const numbers = [900001, 900002, 900003, 131016, 80892, 88444].filter(n => forms.has(n));

	// A value for a champ, near to what it wants or far from it.
	function value(form, champ, depth) {
		const kind = any(10), own = champ?.options?.length > 0 ? one_of(champ.options) : null;
		if (own !== null && kind < 4)
			return champ.type === 'DropDownList' ? own : [own, one_of(champ.options)];
		if (kind < 2 && depth < 4)
			return Array(any(4)).fill(0).map(() => value(form, null, depth + 1));
		if (kind < 3 && depth < 4 || (champ?.type === 'Repetition' && kind < 8)) {
			const row = () => Object.fromEntries(Array(any(4)).fill(0)
			    .map(() => one_of([...form.by_key.values()])).map(child =>
			    [key(child), value(form, child, depth + 1)]));
			return champ?.type === 'Repetition' ? Array(any(4)).fill(0).map(row) : row();
		}
		return one_of(SCALARS);
	}

	const key = champ => one_of([champ.key, champ.key, champ.key, `${champ.key}=`,
	    `${champ.key}==`, champ.key.slice(0, -1), champ.label]);

	function body(form) {
		const champs = [...form.by_key.values()], made = {};
		for (let n = any(12); n > 0; n--) {
			const champ = one_of(champs);
			made[key(champ)] = value(form, champ, 0);
		}
		for (let n = any(5); n > 0; n--)
			made[one_of(FACTS)] = one_of([one_of(SCALARS), one_of(SCALARS),
			    value(form, null, 2)]);
		if (any(4) === 0)
			made[one_of(['identite_nom', 'identite_genre', 'identite_x'])] = one_of(SCALARS);
		return JSON.stringify(made);
	}

	// Some are then broken as text.
	function broken(text) {
		const at = any(text.length + 1);
		switch (any(8)) {
		case 0: return text.slice(0, at) + one_of(['"', '{', '[', ',', '\\', '\u0000', 'é', '1e999']) +
		    text.slice(at);
		case 1: return text.slice(0, at) + text.slice(at + 1 + any(5));
		default: return text;
		}
	}

	const faults = [];
	for (let n = 0; n < rounds && faults.length === 0; n++) {
		const number = one_of(numbers);
		faults.push(...await judge(number, broken(body(forms.get(number)))));
	}
	tap(`fuzz: ${rounds} bodies of chance (SEED ${seed})`, faults);
}
