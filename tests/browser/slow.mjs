// slow.mjs - a page that comes bit by bit, as on a slow line or a busy machine: what
// was shown once must not move when the rest comes.

import { createServer } from 'node:http';

// Waits until the browser had time to show what came, before more is sent.
const PAUSE = 25;

// Bits that end where an element begins or ends in a form, but for its choices;
// longer ones elsewhere.
function bits(html) {
	const all = [];
	let form = false, bit = '';

	for (const part of html.split(/(?<=>)/)) {
		bit += part;
		form = form ? !part.endsWith('</form>') : /<form[ >]/.test(part);
		if (form && !/<.?option[ >]/.test(part) || bit.length > 1500) {
			all.push(bit);
			bit = '';
		}
	}
	return [...all, bit];
}

// A server in front of base: pages come bit by bit, anything else at once.  Answers
// its address and what stops it.
export async function slow_server(base) {
	const server = createServer(async (request, reply) => {
		const answer = await fetch(base + request.url, {
			headers: { Accept: request.headers.accept ?? '*/*' } });
		const body = Buffer.from(await answer.arrayBuffer());
		const type = answer.headers.get('content-type') ?? '';
		reply.writeHead(answer.status, { 'Content-Type': type });
		if (type.startsWith('text/html'))
			for (const bit of bits(body.toString())) {
				reply.write(bit);
				await new Promise(done => setTimeout(done, PAUSE));
			}
		reply.end(type.startsWith('text/html') ? '' : body);
	});

	await new Promise(done => server.listen(0, '127.0.0.1', done));
	return { address: `http://127.0.0.1:${server.address().port}`,
	    stop: () => server.close() };
}
