// tap.mjs - what node's test runner found, in the TAP of the other tests.
export default async function *tap(events) {
	let n = 0;
	for await (const { type, data } of events) {
		if (type === 'test:pass')
			yield `ok ${++n} - ${data.name}\n`;
		if (type === 'test:fail')
			yield `not ok ${++n} - ${data.name}\n` +
			    String(data.details.error.cause ?? data.details.error)
			    .replace(/^/gm, '# ') + '\n';
	}
	yield `1..${n}\n`;
}
