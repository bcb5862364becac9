// rights.mjs - an account has the rights of its program's queries: those that its C names,
// and those of all that it calls; a job's C is that of its command.  Each fault is told
// with its file, its line and its remedy.  Prints TAP; needs no database.

import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
const read = name => readFileSync(name, 'utf8')
const code = text => text.replace(/\/\*[^]*?\*\//g, '')
const all = (text, pattern) => [...text.matchAll(pattern)].map(m => m[1])

const tables = new Set(all(read('sql/schema.sql'), /^CREATE TABLE (\w+) /gm))
// The queries by their names in C, each with its lines.
const queries = new Map(readdirSync('sql/queries').sort().flatMap(file => {
	const found = [], lines = read(`sql/queries/${file}`).split('\n')
	for (const [i, line] of lines.entries()) {
		const name = line.match(/^-- (?!in:|makes:)([a-z_0-9-]+): \S/)?.[1]
		if (name !== undefined)
			found.push([name.replaceAll('-', '_').toUpperCase(), { name, file: `sql/queries/${file}`, lines: [] }])
		else if (found.length > 0 && !line.startsWith('--'))
			found.at(-1)[1].lines.push({ text: line.replace(/--\s.*/, ''), number: i + 1 })
	}
	return found
}))
// What an account may do, "SELECT scale", with whole tables or some of their columns.
const granted = file => new Set([
	...[...read(file).matchAll(/^GRANT ([^;]*?) ON (\w+) TO/gm)].flatMap(m =>
	    all(m[1], /\b([A-Z]+)\b/g).map(right => `${right} ${m[2]}`)),
	...all(read(file), /^-- with (\w+)$/gm).flatMap(set => [...granted(`sql/accounts/sets/${set}.sql`)])])
const needs = { SELECT: /\b(?<!DELETE )(?:FROM|JOIN)\s+([a-z_]+)\b/g, INSERT: /\b(?:INSERT (?:IGNORE )?|REPLACE )INTO ([a-z_]+)\b/g,
	UPDATE: /^\s*UPDATE (?:IGNORE )?([a-z_]+)\b/g, DELETE: /\b(?:DELETE (?:\w+ )?FROM|REPLACE INTO) ([a-z_]+)\b/g }
// What C defines: functions and tables, each to the brace that ends it, with what comes
// before; and macros.  Each has the names that its text has, but for members and texts; one
// that is static is for its own file.
const items = new Map()
const define = (file, text, found) => {
	const named = text.replace(/"([^"\\\n]|\\.)*"/g, '').replace(/(\.|->)\w+/g, '')
	const item = { file, text, names: new Set(all(named, /\b([A-Za-z_]\w+)/g)) }
	for (const [name, own] of found)
		items.set(name, [...items.get(name) ?? [], { item, own }])
}
for (const file of readdirSync('cgi-bin', { recursive: true }).map(name => `cgi-bin/${name}`).filter(name => /\.[ch]$/.test(name))) {
	const text = code(read(file)), macros = /^#define (\w+)(?:.*\\\n)*.*/gm
	for (const m of text.matchAll(macros))
		define(file, m[0], [[m[1], file.endsWith('.c')]])
	if (file.endsWith('.c'))
		for (const part of text.replace(macros, '').split(/^}.*$/m))
			define(file, part, [...part.matchAll(/^(static )?(?:[\w *]*\n)?(\w+)\(|^(static )?[\w *]*?(\w+)(?:\[\w*\])* =/gm)]
			    .map(m => [m[2] ?? m[4], Boolean(m[1] ?? m[3])]))
}
// What a function runs, and what that runs.
const reach = (item, seen = new Set()) => {
	if (seen.has(item))
		return seen
	seen.add(item)
	for (const name of item.names) {
		const found = items.get(name) ?? [], here = found.filter(f => f.item.file === item.file)
		for (const next of here.length > 0 ? here : found.filter(f => !f.own))
			reach(next.item, seen)
	}
	return seen
}

// A job is a command of guichet.
const programs = read('conf/programs').split(/^(?=\[)/m).slice(1)
    .map(text => [text.match(/^\[(\w+)\]/)[1], text.match(/^command +=(.*)/m)?.[1].trim().replaceAll(' ', '_')])
let bad = 0
console.log(`1..${programs.length}`)
for (const [i, [program, command]] of programs.entries()) {
	const account = `sql/accounts/${program}.sql`, may = granted(account)
	const root = command !== undefined ? items.get(`cmd_${command}`).find(f => !f.own).item
	    : items.get('main').find(f => f.item.file === `cgi-bin/${program}.c`).item
	const reached = [...reach(root)]
	const run = new Set(reached.flatMap(item => all(item.text, /\bQ_([A-Z0-9_]+)/g)))
	// The walk of a page runs it for the routes that say so.
	if (!reached.some(item => item.file === `cgi-bin/${program}.c` && item.names.has('shows_counts')))
		run.delete('COUNT_STAMP')
	const faults = [...run].filter(id => queries.has(id)).flatMap(id => {
		const { name, file, lines } = queries.get(id)
		// Versions and steps are written by the administrator's command alone.
		const rights = Object.entries(needs).filter(([right]) => right === 'SELECT' || file !== 'sql/queries/db.sql')
		// What a row that is there already becomes.
		const twice = lines.some(line => line.text.includes('ON DUPLICATE KEY UPDATE'))
		return lines.flatMap(line => [...rights, ...twice ? [['UPDATE', needs.INSERT]] : []].flatMap(([right, pattern]) =>
		    all(line.text, pattern).filter(table => tables.has(table) && !may.has(`${right} ${table}`)).map(table =>
		    `${file}:${line.number}: "${name}" of [${program}] needs ${right} on ${table}: ` +
		    `write "GRANT ${right} ON ${table} TO :account;" in ${account}, or a set that has it`)))
	})
	for (const fault of faults)
		console.log(`# ${fault}`)
	bad += faults.length > 0
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${i + 1} - ${program} has the rights of its queries: ${run.size}`)
}
process.exit(bad > 0 ? 1 : 0)
