// slow.mjs - a page that comes bit by bit, as on a slow line or a busy machine: what
// was shown once must not move when the rest comes.

import { createServer } from 'node:http';
import { observe } from './pages.mjs';

// For the browser to show what came before more is sent.  On a machine so busy that
// it does not, less is seen to move.
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

// A server in front of base: pages come bit by bit, anything else at once.
async function slow_server(base) {
	const pass = async (request, reply) => {
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
	};
	// What base does not answer ends the visit, not the tests.
	const server = createServer((request, reply) => pass(request, reply)
	    .catch(error => reply.destroy(error)));

	await new Promise(done => server.listen(0, '127.0.0.1', done));
	return server;
}

// What moves on those pages.
export async function test_slow(browser, base, paths) {
	const server = await slow_server(base), faults = [];
	const page = await browser.newPage({
		viewport: { width: 1280, height: 900 } });

	page.setDefaultTimeout(120000);
	await page.addInitScript(observe);
	for (const path of paths) {
		await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
		const { shifts } = await page.evaluate(() => window.seen);
		faults.push(...shifts.map(shift => `${path}: moves: ${shift}`));
	}
	await page.close();
	server.closeAllConnections();
	server.close();
	return faults;
}
