// json.mjs - what is in an answer of the API, by its path.

function at(value, [step, ...rest]) {
	if (step === undefined)
		return typeof value === 'string' ? value : JSON.stringify(value) ?? 'none';
	if (step === '*')
		return (value ?? []).map(one => at(one, rest)).join(' ');
	if (step === 'keys')
		return Object.keys(value ?? {}).join(' ');
	return at(value?.[step], rest);
}

// The value at a path, as text: "results.*.id" is that of each of a list, by blanks;
// "results.0.keys" the names of its members, "results.length" how many there are;
// "none" what is not there.
export function member(text, path) {
	try {
		return at(JSON.parse(text), path.split('.').filter(step => step !== ''));
	} catch (error) {
		return `no JSON: ${error.message}`;
	}
}
