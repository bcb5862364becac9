// lines.mjs - runs the lines that the pages of the API give to copy, as they are shown: in
// a shell, Python and R.  Prints TAP.
//
//   node lines.mjs ADDRESS FOLDER     FOLDER is for what they leave

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [address, folder] = process.argv.slice(2);
let n = 0, bad = 0;
function tap(name, faults, skip = '') {
	for (const fault of faults.slice(0, 10))
		console.log(`# ${fault}`.replace(/\n/g, ' ').slice(0, 300));
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}${skip}`);
	bad += faults.length > 0;
}

const signs = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };
const plain = html => html.replace(/&(#39|\w+);/g, (_, name) => signs[name]);
const page = async path => (await fetch(address + path)).text();
const home = await page('/api/');
const paths = ['/api/', ...new Set([...home.matchAll(/href="(\/api\/adresses\/[^"]+)"/g)]
    .map(m => m[1]))];
const lines = [];
for (const path of paths) {
	const html = path === '/api/' ? home : await page(path);
	for (const [, language, text] of html.matchAll(
	    /<code class="language-(\w+)">([^]*?)<\/code>/g))
		lines.push({ path, language, text: plain(text) });
}
const of = language => lines.filter(line => line.language === language);
tap(`lines were read: ${lines.length} of ${paths.length} pages`,
    ['sh', 'python', 'r'].filter(name => paths.length < 15 || of(name).length < paths.length - 1)
    .map(name => `too few of "${name}"`));

const run = (command, args) => spawnSync(command, args, { encoding: 'utf8',
    cwd: folder, timeout: 120e3, maxBuffer: 1e8, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
const there = (command, ...args) => run(command, args).status === 0;

// The answer of each is JSON that reports no error.
tap('the lines for a terminal', of('sh').flatMap(({ path, text }) => {
	const { status, stdout, stderr } = run('sh', ['-c', text]);
	if (text.includes(' -o '))
		return status === 0 ? [] : [`${path}: ${stderr}`];
	try {
		const json = JSON.parse(stdout);
		return status === 0 && !(json.status >= 400) ? [] : [`${path}: ${stdout}`];
	} catch {
		return [`${path}: ${stdout}${stderr}`];
	}
}));

function program(name, language, command, probe, body) {
	const file = join(folder, `lines.${language}`);
	if (!there(command, ...probe)) {
		tap(name, [], ` # SKIP ${command}, or a package of it, is missing`);
		return;
	}
	writeFileSync(file, body(of(language)));
	const { status, stdout, stderr } = run(command, [file]);
	tap(name, status === 0 ? [] : [(stderr || stdout).slice(-280)]);
}

program('the lines in Python', 'python', 'python3', ['-c', 'import requests'], all =>
    `import contextlib, os\nfor path, text in ${JSON.stringify(all.map(({ path, text }) => [path, text]))}:
    names = {}
    with open(os.devnull, 'w') as out, contextlib.redirect_stdout(out):
        exec(text, names)
    assert 'reponse' not in names or names['reponse'].ok, (path, names['reponse'].text)
    assert 'copie' not in names or len(names['copie']) > 50, path\n`);
program('the lines in R', 'r', 'Rscript', ['-e', 'library(httr); library(jsonlite)'], all =>
    `sink("/dev/null")\n` + all.map(({ path, text }) => `reponse <- NULL\n${text}\nif (http_error(reponse)) stop("${path}")\n`).join(''));

// What a spreadsheet opens: a table, its titles first.
const office = there('sh', '-c', 'command -v soffice');
for (const [i, { text }] of of('csv').entries()) {
	const table = await (await fetch(text)).text();
	tap(`${text} is a table`, /^\ufeff?"?\w[^\n;,]*[;,]/.test(table) && table.split('\n').length > 2 ?
	    [] : [table.slice(0, 200)]);
	if (!office) {
		tap('LibreOffice opens it', [], ' # SKIP soffice is missing');
		continue;
	}
	const into = join(folder, `table.${i}`);
	let cells = 0, said = '';
	// It may be slow to begin, for the first time.
	for (let tries = 0; tries < 3 && cells === 0; tries++) {
		said = run('soffice', [`-env:UserInstallation=file://${folder}/office`, '--headless',
		    '--infilter=Text - txt - csv (StarCalc):59/44,34,76,1', '--convert-to', 'html',
		    '--outdir', into, text]).stderr;
		for (const name of existsSync(into) ? readdirSync(into) : [])
			cells = readFileSync(join(into, name), 'utf8').split('<td').length - 1;
	}
	tap('LibreOffice opens it', cells > 50 ? [] : [said]);
}
console.log(`1..${n}`);
process.exit(bad > 0 ? 1 : 0);
