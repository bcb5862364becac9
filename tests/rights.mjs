// rights.mjs - an account has the rights of its program's queries: those that its C names,
// and those of the rooms that it reaches by what is included.  Each fault is told with its
// file, its line and its remedy.  Prints TAP; needs no database.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
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
// What ON DUPLICATE KEY UPDATE needs, and the jobs, is seen by the tests that run them.
const needs = { SELECT: /\b(?<!DELETE )(?:FROM|JOIN)\s+([a-z_]+)\b/g, INSERT: /\bINSERT (?:IGNORE )?INTO ([a-z_]+)\b/g,
	UPDATE: /^\s*UPDATE (?:IGNORE )?([a-z_]+)\b/g, DELETE: /\bDELETE FROM ([a-z_]+)\b/g }
const includes = file => all(read(file), /^#include "([a-z_]+\/\w+)\.h"/gm)
// A file without a header of its own is behind those of its room that it includes, or
// that begin its name.
const within = new Map()
for (const room of readdirSync('cgi-bin/lib')) {
	const names = readdirSync(`cgi-bin/lib/${room}`), headers = names.filter(name => name.endsWith('.h')).map(name => name.slice(0, -2))
	for (const name of names.filter(name => name.endsWith('.c')).map(name => name.slice(0, -2))) {
		const file = `cgi-bin/lib/${room}/${name}.c`, of = includes(file)
		for (const header of headers)
			if (name === header || !headers.includes(name) && (of.includes(`${room}/${header}`) || name.startsWith(`${header}_`)))
				within.set(`${room}/${header}`, [...within.get(`${room}/${header}`) ?? [], file])
	}
}
// A file, what it includes, what may be behind that, and theirs.
const reach = (file, seen = new Set()) => {
	if (seen.has(file) || !existsSync(file))
		return seen
	seen.add(file)
	for (const header of includes(file))
		for (const next of [`cgi-bin/lib/${header}.h`, ...within.get(header) ?? []])
			reach(next, seen)
	return seen
}

const programs = read('conf/programs').split(/^(?=\[)/m).slice(1)
    .filter(text => !/^command/m.test(text)).map(text => text.match(/^\[(\w+)\]/)[1])
let bad = 0
console.log(`1..${programs.length}`)
for (const [i, program] of programs.entries()) {
	const account = `sql/accounts/${program}.sql`, may = granted(account)
	const files = [...reach(`cgi-bin/${program}.c`)]
	const run = new Set(files.flatMap(file => all(code(read(file)), /\bQ_([A-Z0-9_]+)/g)))
	// The walk of a page runs it for the routes that say so.
	if (!/\bshows_counts\b/.test(read(`cgi-bin/${program}.c`)))
		run.delete('COUNT_STAMP')
	const faults = [...run].filter(id => queries.has(id)).flatMap(id => {
		const { name, file, lines } = queries.get(id)
		// Versions and steps are written by the administrator's command alone.
		const rights = Object.entries(needs).filter(([right]) => right === 'SELECT' || file !== 'sql/queries/db.sql')
		return lines.flatMap(line => rights.flatMap(([right, pattern]) => all(line.text, pattern)
		    .filter(table => tables.has(table) && !may.has(`${right} ${table}`)).map(table =>
		    `${file}:${line.number}: "${name}" of [${program}] needs ${right} on ${table}: ` +
		    `write "GRANT ${right} ON ${table} TO :account;" in ${account}, or a set that has it`)))
	})
	for (const fault of faults)
		console.log(`# ${fault}`)
	bad += faults.length > 0
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${i + 1} - ${program} has the rights of its queries: ${run.size}`)
}
process.exit(bad > 0 ? 1 : 0)
