// load.mjs - what readers of a site meet, from one moment to the next.
//
//   node load.mjs BASE PAUSE ADDRESS...
//	one reader an address, each of whom asks a question that nobody asked before,
//	and takes breath for PAUSE ms.  Prints a line an answer: when it was asked (ms
//	since 1970), how long it took (ms), its status or an error, and whether the page
//	is whole.  Ends when it is told to.

import http from 'node:http';

const [base, breath, ...addresses] = process.argv.slice(2);
const { hostname, port } = new URL(base);
const words = ['toiture', 'eau', 'école', 'voirie', 'bois', 'numérique', 'vélo', 'gymnase'];
const pause = ms => new Promise(done => setTimeout(done, ms));
let ended = false, n = 0;

process.on('SIGTERM', () => { ended = true; });

function ask(localAddress, path) {
	return new Promise(done => {
		const began = Date.now();
		const say = (status, whole) => done(
		    `${began} ${Date.now() - began} ${status} ${whole}`);
		const request = http.request({ hostname, port, localAddress, path,
			timeout: 10000 }, answer => {
			let body = '';
			answer.setEncoding('utf8');
			answer.on('data', part => { body += part; });
			answer.on('end', () => say(answer.statusCode,
			    body.trimEnd().endsWith('</html>')));
			answer.on('error', error => say(error.code, false));
		});
		request.on('timeout', () => request.destroy(new Error('timeout')));
		request.on('error', error => say(error.code ?? error.message, false));
		request.end();
	});
}

async function read(address) {
	while (!ended) {
		const word = encodeURIComponent(words[n++ % words.length]);
		console.log(await ask(address, `/aides/?keyword=${word}+n${process.pid}x${n}`));
		await pause(+breath);
	}
}

await Promise.all(addresses.map(read));
