// cases.mjs - asks what NAME.ask says and compares the answers with NAME.want, as
// run.sh describes.  One process for all cases: a curl, a grep and an xmllint for
// each would take longer than the pages do.  Prints TAP without its plan.
//
//   node cases.mjs ADDRESS FOLDER NAME...    FOLDER keeps the answers, and in
//                                         asked.json what was asked

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { member } from './json.mjs';

const GRAMMAR = fileURLToPath(new URL('../../xsl/page.rng', import.meta.url));
const MAX_TIME = 20e3;
const [address, folder, ...names] = process.argv.slice(2);
const base = new URL(address);

// ---- requests ----

// <<x*9>> is xxxxxxxxx.
const written_out = line => line.replace(/<<(.*?)\*(\d+)>>/g,
    (_, part, times) => part.repeat(times));
const encoded = text => encodeURIComponent(text).replace(/[!'()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

// The requests of a case, each { line, headers, body }.
function requests(name) {
	const all = [];

	for (const text of readFileSync(`${name}.ask`, 'utf8').split('\n')) {
		const last = all.at(-1);
		if (/^#|^$/.test(text))
			continue;
		if (/^[A-Za-z]+ \//.test(text))
			all.push({ line: text, headers: [], body: [] });
		else if (text[0] === '+')
			last.body.push(text.slice(1, text.indexOf('=') + 1) +
			    encoded(text.slice(text.indexOf('=') + 1)));
		else if (/^[{[]/.test(text))
			last.body.push(text);
		else
			last.headers.push(text);
	}
	return all;
}

// An answer as it came: an HTTP library would mend what a test spoils.
function exchange(request) {
	return new Promise(done => {
		const socket = connect(base.port, base.hostname), bits = [];
		const end = () => {
			socket.destroy();
			done(Buffer.concat(bits));
		};

		socket.setTimeout(MAX_TIME, end);
		socket.on('data', bit => bits.push(bit)).on('error', end)
		    .on('close', end);
		socket.write(request);
	});
}

function unchunked(body) {
	const bits = [];

	for (let at = 0; ;) {
		const line = body.indexOf('\r\n', at);
		const size = parseInt(body.toString('latin1', at, line), 16);
		if (line < 0 || !(size > 0))
			return Buffer.concat(bits);
		bits.push(body.subarray(line + 2, line + 2 + size));
		at = line + 2 + size + 2;
	}
}

// { status, header(NAME), body }; header is that of the answer before, for "@ETag".
async function ask({ line, headers, body }, header) {
	const [method] = line.split(' ', 1);
	const data = Buffer.from(body.join('&'));
	const sent = headers.map(text => written_out(text).replace(/@([A-Z]\w*)$/,
	    (_, name) => header(name)));

	if (body.length > 0) {
		if (!sent.some(text => /^content-type:/i.test(text)))
			sent.push('Content-Type: application/x-www-form-urlencoded');
		sent.push(`Content-Length: ${data.length}`);
	}
	const got = await exchange(Buffer.concat([Buffer.from([
		`${method} ${written_out(line.slice(method.length + 1))} HTTP/1.1`,
		`Host: ${base.host}`, 'Accept: */*', 'Connection: close', ...sent,
		'', ''].join('\r\n')), data]));
	const end = Math.max(got.indexOf('\r\n\r\n'), 0);
	const lines = got.toString('utf8', 0, end).split('\r\n');
	const fields = new Map(lines.slice(1).reverse().map(text => [
		text.split(':', 1)[0].toLowerCase(),
		text.slice(text.indexOf(':') + 1).trim()]));
	const rest = got.subarray(end + 4);

	return { status: lines[0].split(' ')[1] ?? '000',
	    header: name => fields.get(name.toLowerCase()) ?? '',
	    times: name => lines.filter(text => text.toLowerCase()
	    .startsWith(`${name.toLowerCase()}:`)).length,
	    body: /chunked/i.test(fields.get('transfer-encoding')) ?
	    unchunked(rest) : rest };
}

// ---- what each answer must be ----

// The lines of NAME.want that are for the answer of that place.
function wanted(name, place) {
	let of = '';

	return readFileSync(`${name}.want`, 'utf8').split('\n').filter(text => {
		if (text.startsWith('--'))
			of = text.split(/\s+/)[1];
		return !/^--|^#|^\s*$/.test(text) && (of === '' || of === place);
	}).map(text => {
		const [, word, rest] = /^\s*(\S+)\s*(.*?)\s*$/.exec(
		    text.replaceAll('BASE', `http://localhost:${base.port}`));
		return { word, rest };
	});
}

// A page names itself once, says nothing of how it was made, runs no script of
// its own, and bears the headers of security.
function page_faults(text, header, times) {
	const count = pattern => (text.match(pattern) ?? []).length;
	const faults = [
		[/^<!DOCTYPE html>/m.test(text), 'no doctype'],
		[text.includes('</html>'), 'the page is cut'],
		[count(/<h1[ >]/g) === 1, 'not one h1'],
		// What a drawing names has a title as well.
		[count(/<title>[^<\n]*[A-Za-z][^<\n]*<\/title>(?=[^]*<\/head>)/g) === 1, 'no title'],
		[!/SELECT |errno|mysql|MariaDB|SQLSTATE|libx|\/cgi-bin/.test(text),
		    'it says how it was made'],
		[!/<script>|<[a-z][^<>\n]* (style|on[a-z]+)="/.test(text),
		    'script or style in the markup'],
		...['Content-Security-Policy', 'X-Content-Type-Options',
		    'Referrer-Policy', 'Permissions-Policy',
		    'Cross-Origin-Opener-Policy',
		    'Cross-Origin-Resource-Policy'].map(name =>
		    [header(name) !== '', `no header ${name}`]),
		[times('Content-Security-Policy') < 2, 'two policies'],
		[header('Set-Cookie') === '', 'a cookie'],
		[header('Guichet-Count') === '', 'what nginx alone should know'],
	];

	return faults.filter(([good]) => !good).map(([, fault]) => fault);
}

const lint = (...args) => spawnSync('xmllint', args, { encoding: 'utf8' });

// "EXPRESSION = VALUE", at the last " = ".
const parted = text => {
	const at = text.lastIndexOf(' = ');
	return at < 0 ? [text, text] : [text.slice(0, at), text.slice(at + 3)];
};

// What is asked of a document, in order.
const expressions = want => want.filter(({ word }) => /^(xpath|same)$/.test(word)).map(
    ({ word, rest }) => word === 'same' ? rest : parted(rest)[0]);

const XSLT = 'http://www.w3.org/1999/XSL/Transform';
const escaped = text => text.replace(/[&<"]/g, c => `&#${c.charCodeAt(0)};`);

// The values of the expressions that each answer is asked, by its file: of all in one
// process, unless one is no XPath, which must not hide the others.
function values(all) {
	const mark = '\u241e', end = '\u241d', sheet = join(folder, 'values.xsl');

	writeFileSync(sheet, `<xsl:stylesheet version="1.0" xmlns:xsl="${XSLT}">` +
	    '<xsl:output method="text"/><xsl:template match="/">' +
	    all.map(({ file, expressions }) =>
	    `<xsl:for-each select="document('${escaped(file)}')">` + expressions.map(x =>
	    `<xsl:value-of select="${escaped(x)}"/>${mark}`).join('') +
	    `</xsl:for-each>${end}`).join('') + '</xsl:template></xsl:stylesheet>');
	const said = spawnSync('xsltproc', ['--nonet', sheet, sheet], {
		encoding: 'utf8', maxBuffer: 1e8 }).stdout.split(end);

	return new Map(all.map(({ file, expressions }, i) => [file, said.length > all.length ?
	    expressions.map((x, k) => (said[i].split(mark)[k] ?? '').trimEnd()) :
	    expressions.map(x => lint('--xpath', `string(${x})`, file).stdout.trimEnd())]));
}

// The faults of one answer; first has the value that "same" compares with, found the
// values of its expressions, grammar the faults of documents by their file.
function judge({ answer, file, want }, first, found, grammar) {
	const { status, header, times, body } = answer;
	const text = body.toString();
	const faults = [];
	const expect = (good, fault) => good || faults.push(fault);
	const checks = {
		status: rest => expect(status === rest, `status ${status}, want ${rest}`),
		header: rest => {
			const [, name, value] = /^([^:]*)(?:: (.*))?$/.exec(rest);
			const got = header(name);
			expect(value === undefined ? got !== '' : got === value,
			    value === undefined ? `no header ${name}` :
			    `${rest}: got "${got}"`);
		},
		'no-header': rest => expect(header(rest) === '', `header ${rest}`),
		has: rest => expect(body.includes(rest), `has not ${rest}`),
		not: rest => expect(!body.includes(rest), `has ${rest}`),
		xpath: rest => {
			const got = found.shift();
			expect(got === parted(rest)[1], `${rest}: got "${got}"`);
		},
		json: rest => {
			const [path, value] = parted(rest);
			const got = member(text, path);
			expect(got === value, `${rest}: got "${got}"`);
		},
		'json-same': rest => {
			const got = member(text, rest);
			first.value ??= got;
			expect(got === first.value && got !== 'none',
			    `${rest} is ${got}, was ${first.value}`);
		},
		same: rest => {
			const got = found.shift();
			expect(got !== '', `${rest} is empty`);
			first.value ??= got;
			expect(got === first.value,
			    `${rest} is ${got}, was ${first.value}`);
		},
		valid: () => expect(!grammar.has(file),
		    `not valid: ${grammar.get(file)}`),
		page: () => faults.push(...page_faults(text, header, times)),
	};

	for (const { word, rest } of want)
		(checks[word] ?? (() => faults.push(`unknown line: ${word} ${rest}`)))(
		    rest);
	return faults;
}

// The documents that are not of the grammar, with what is said first of each.
function invalid(files) {
	const said = files.length === 0 ? [] : lint('--nonet', '--noout',
	    '--relaxng', GRAMMAR, ...files).stderr.split('\n');

	return new Map(files.filter(file => !said.includes(`${file} validates`))
	    .map(file => [file, said.find(text => text.startsWith(`${file}:`)) ??
	    said[0]]));
}

// ---- all of them ----

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const asked = [];
for (const name of names) {
	const first = {};
	let header = () => '', place = 0;

	for (const request of requests(name)) {
		const file = join(folder, `${name}.${++place}`);
		const answer = await ask(request, header);
		({ header } = answer);
		writeFileSync(file, answer.body);
		asked.push({ name, request, answer, file, first,
		    want: wanted(name, String(place)) });
	}
}
writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked.map(({ request, answer, file }) => {
	const [method, url] = request.line.split(' ');
	return { method, url: written_out(url), file, status: Number(answer.status),
	    type: answer.header('Content-Type').split(';')[0],
	    coded: answer.header('Content-Encoding') };
})));
const grammar = invalid(asked.filter(({ want }) =>
    want.some(({ word }) => word === 'valid')).map(({ file }) => file));
const found = values(asked.map(({ file, want }) => ({ file, expressions: expressions(want) }))
    .filter(({ expressions }) => expressions.length > 0));
let n = 0, bad = 0;
for (const one of asked) {
	const faults = judge(one, one.first, found.get(one.file), grammar);
	for (const fault of faults)
		console.log(`# ${fault}`.replace(/\n/g, ' ').slice(0, 300));
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${one.name}: ${
	    one.request.line.slice(0, 160)}`);
	bad += faults.length > 0;
}
process.exit(bad > 0 ? 1 : 0);
