// query.mjs - parameters of an address as DS's framework reads them (DS 1.7).

const decode = text => {
	try {
		return decodeURIComponent(text.replace(/\+/g, ' '));
	} catch {
		return text;
	}
};

const is_object = value => value !== null && typeof value === 'object' &&
    !Array.isArray(value);

// An object that no key of an address can give a prototype.
const empty = () => Object.create(null);

// Puts a value where the rest of a name says: "", "[]", "[][key]", "[key]...".
function put(place, name, rest, value) {
	let m;
	if (rest === '') {
		place[name] = value;
	} else if (rest === '[]') {
		if (!Array.isArray(place[name] ??= []))
			return;
		place[name].push(value);
	} else if ((m = /^\[\]\[([^\]]+)\](.*)$/.exec(rest))) {
		if (!Array.isArray(place[name] ??= []))
			return;
		// A new row starts when a key comes again; the "[]" of a child array
		// is no coming again.
		let last = place[name].at(-1);
		if (!is_object(last) || (m[2] === '' && m[1] in last))
			place[name].push(last = empty());
		put(last, m[1], m[2], value);
	} else if ((m = /^\[([^\]]+)\](.*)$/.exec(rest))) {
		if (is_object(place[name] ??= empty()))
			put(place[name], m[1], m[2], value);
	}
}

// "a=1&b[]=2" as an object; the last of a repeated scalar wins.  A "=" after the
// first is of the value.
export function read_query(text) {
	const params = empty();
	for (const pair of text.split('&').filter(Boolean)) {
		const equal = pair.indexOf('=');
		const name = decode(equal < 0 ? pair : pair.slice(0, equal));
		const value = equal < 0 ? '' : decode(pair.slice(equal + 1));
		const m = /^([^[]+)(.*)$/.exec(name);
		if (m)
			put(params, m[1], m[2], value);
	}
	return params;
}
