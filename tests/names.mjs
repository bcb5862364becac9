// names.mjs - names that C, SQL, stylesheets and the grammar share and that no
// compiler compares.  Each fault is told with its file, its line and its remedy.
// Prints TAP; needs no database.

import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

const files = (dir, ext) => readdirSync(dir, { recursive: true })
    .map(name => join(dir, name)).filter(name => name.endsWith(ext)).sort()
const read = name => readFileSync(name, 'utf8')
// Every match of a pattern in some files, with the place of its first group.
const find = (names, pattern, clean = text => text) => names.flatMap(file => {
	const text = clean(read(file))
	return [...text.matchAll(pattern)].map(m => ({ file, name: m[1],
	    line: text.slice(0, m.index + m[0].lastIndexOf(m[1])).split('\n').length }))
})
const names = found => new Set(found.map(f => f.name))
// Comments give way to blanks, so that lines stay.
const blank = pattern => text => text.replace(pattern, s => s.replace(/[^\n]/g, ' '))
const code = blank(/\/\*[^]*?\*\//g)
const markup = blank(/<!--[^]*?-->/g)

let n = 0, bad = 0
const tap = (name, faults) => {
	for (const fault of [...new Set(faults)].slice(0, 20))
		console.log(`# ${fault}`)
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}`)
	bad += faults.length > 0
}
const unknown = (found, known, remedy) => found.filter(f => !known.has(f.name))
    .map(f => `${f.file}:${f.line}: "${f.name}" ${remedy(f.name)}`)
const nearest = (name, known) => {
	const far = other => {
		let row = [...Array(other.length + 1).keys()]
		for (const [i, c] of [...name].entries())
			row = row.reduce((next, up, k) => [...next, k === 0 ? i + 1 :
			    Math.min(up + 1, next[k - 1] + 1, row[k - 1] + (c !== other[k - 1]))], [])
		return row.at(-1)
	}
	const best = [...known].map(other => [far(other), other]).sort((a, b) => a[0] - b[0])[0]
	return best !== undefined && best[0] <= 2 ? ` (is "${best[1]}" meant?)` : ''
}

const c = files('cgi-bin', '.c')
const sheets = files('xsl', '.xsl')
const queries = files('sql/queries', '.sql')

const constants = read('sql/constants').split('\n').map((text, i) => ({ line: i + 1,
    m: text.match(/^([A-Z_]+) (?:(\d+)|'([^']*)')/) })).filter(k => k.m !== null)
    .map(k => ({ file: 'sql/constants', line: k.line, name: k.m[1], number: k.m[2], text: k.m[3] }))

// ---- facts ----

// The rows of one table of that file, all else blank.
const rows_of = table => text => {
	const from = text.search(new RegExp(`^INSERT INTO ${table} \\(`, 'm'))
	const to = from + text.slice(from).search(/;$/m)
	return blank(/[^]+/)(text.slice(0, from)) + text.slice(from, to) + blank(/[^]+/)(text.slice(to))
}
const file = ['sql/data/facts.sql']
const facts = names(find(file, /^ +\('([a-z.-]+)', \d+/gm, rows_of('fact')))
const values = new Set([...rows_of('fact_value')(read(file[0])).matchAll(/^ +\('([a-z.-]+)', \d+, '([^']+)'/gm)]
    .map(m => `${m[1]}=${m[2]}`))
const areas = [...new Set([...facts].map(name => name.split('.')[0]))]
const fact = name => `is no fact of sql/data/facts.sql: add it there, or spell it as one${nearest(name, facts)}`
// Two rows of one place, or one name, of the tables that keep them apart by a key:
// the migration would stop there without a line; of the others, by nothing at all.
const row_twice = (table, pattern, key, what) => {
	const seen = new Map()
	return [...rows_of(table)(read(file[0])).matchAll(pattern)].flatMap(m => {
		const line = m.input.slice(0, m.index).split('\n').length + 1
		const first = seen.get(key(m))
		seen.set(key(m), first ?? { line, m })
		return first === undefined ? [] : [`${file[0]}:${line}: "${m.groups.name}" has the ${what(m)} of "${
		    first.m.groups.name}", line ${first.line}: give it one of its own`]
	})
}
tap(`facts were read: ${facts.size}`, facts.size > 50 ? [] : ['sql/data/facts.sql: too few facts'])
const fact_row = /\n +\('(?<name>[a-z.-]+)', (\d+), '(\w+)'/g
const label_row = /\n +\((\d+), '(?<name>[^']+)'/g
const value_row = /\n +\('(?<name>[a-z.-]+)', (\d+), '([^']+)'/g
tap('rows about facts have names and places of their own', [
	...row_twice('fact', fact_row, m => m[2], m => `place ${m[2]}`),
	...row_twice('fact', fact_row, m => m[1], () => 'name'),
	...row_twice('fact_value', value_row, m => `${m[1]} ${m[2]}`, m => `place ${m[2]}`),
	...row_twice('fact_value', value_row, m => `${m[1]} ${m[3]}`, m => `value "${m[3]}"`),
	...row_twice('fact_label', label_row, m => m[1], m => `place ${m[1]}`)])
tap('facts that C names exist', unknown(find(c,
    new RegExp(`"((?:${areas.join('|')})\\.[a-z-]+(?:\\.[a-z-]+)*)"(?!\\s*,?\\s*\\.h)`, 'g'), code)
    .filter(f => !/\.[ch]$/.test(f.name)), facts, fact))
tap('facts that data name exist', unknown([
	...find(file, /^ +\('([a-z.-]+)', \d+/gm, rows_of('fact_value')),
	...find(file, /^ +\(\d+, '([a-z.-]+)/gm, rows_of('fact_label')),
	...find(['sql/data/sources.csv'], /;([a-z-]+\.[a-z.-]+)(?:\[[^;]*\])?(?:\.[a-z-]+)?;[^;\n]*;[a-zé]+$/gm)], facts, fact))
const chosen = c.flatMap(name => [...code(read(name)).matchAll(/put_choice\(\w+, "([a-z.-]+)", "([a-z-]+)"/g)]
    .map(m => ({ file: name, line: code(read(name)).slice(0, m.index).split('\n').length, name: `${m[1]}=${m[2]}` })))
tap(`choices that C names exist: ${chosen.length} of ${values.size}`, unknown(chosen, values,
    name => `is no row of fact_value in sql/data/facts.sql${nearest(name, values)}`))
tap('facts that stylesheets name exist', unknown(find(sheets,
    new RegExp(`'((?:${areas.join('|')})\\.[a-z-]+(?:\\.[a-z-]+)*)'`, 'g'), markup), facts, fact))

// ---- placeholders of templates that are rendered ahead ----

const placeholders = new Map(constants.filter(k => k.name.startsWith('PLACEHOLDER_')).map(k => [k.text, k]))
const named = [...find(sheets, /<h:([a-z]+)/g, markup),
    ...find(sheets, /\bh:(?:selected|checked)()=/g, markup).map(f => ({ ...f, name: 'chosen' })),
    ...find(sheets, /\bh:href()=/g, markup).map(f => ({ ...f, name: 'query' })),
    ...find(sheets, /\bh:(carry)=/g, markup)]
tap('placeholders of stylesheets are those of C', [
	...unknown(named, placeholders, name => `is no placeholder of sql/constants: add it there, and where C fills it${
	    nearest(name, placeholders.keys())}`),
	...[...placeholders].filter(([name]) => !names(named).has(name)).map(([name, k]) =>
	    `${k.file}:${k.line}: no stylesheet names "${name}": remove it`)])

// ---- elements and attributes ----

const grammar = files('xsl', '.rng')
const elements = names(find(grammar, /<element name="([^"]+)"/g))
const attributes = names(find(grammar, /<attribute name="([^"]+)"/g))
const marked = new Set([...attributes].map(name => `@${name}`))
const axes = /(ancestor|ancestor-or-self|attribute|child|descendant|descendant-or-self|following|following-sibling|parent|preceding|preceding-sibling|self)\s*::/g
// The names of elements, or of attributes with their @, in an XPath.
const steps = xpath => [...xpath.replace(/'[^']*'|"[^"]*"/g, "''").replace(axes, '')
    .matchAll(/(?<![\w$:.-])(@?[a-z][\w.-]*(?::[\w.*-]+)?)(?!\s*\(|[\w.:-])/g)]
    .map(m => m[1]).filter(name => !name.includes(':') && !/^(and|or|div|mod)$/.test(name))
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const xpaths = sheets.flatMap(file => {
	const text = markup(read(file))
	return [...text.matchAll(/\s([\w:]+)="([^"]*)"/g)].flatMap(m => {
		const line = text.slice(0, m.index).split('\n').length
		const found = /^(match|select|test|use)$/.test(m[1]) ? [m[2]] :
		    [...m[2].matchAll(/\{([^{}]*)\}/g)].map(inner => inner[1])
		return found.map(xpath => ({ file, line,
		    xpath: xpath.replace(/&(\w+);/g, (_, name) => entities[name]) }))
	})
})
const asked = xpaths.flatMap(x => steps(x.xpath).map(name => ({ ...x, name })))
const made = name => name[0] === '@' ? attributes.has(name.slice(1)) : elements.has(name)
const grown = new Set(asked.map(a => a.name).filter(made))
const absent = name => `is in no element of the grammar: add it to the .rng of its room, or spell it as it is${
    nearest(name, name[0] === '@' ? marked : elements)}`
tap(`names were read: ${elements.size} elements, ${attributes.size} attributes, ${asked.length} steps`,
    elements.size > 100 && asked.length > 500 ? [] : ['xsl: too few names'])
tap('stylesheets name what the grammar has', unknown(asked, grown, absent))

// What C makes: xml_add(parent, "element"), xml_set(element, "attribute", ...).
const call = functions => new RegExp(`\\bxml_(?:${functions})\\((?:[^;"()]|\\([^()"]*\\))*?,\\s*"([a-z-]+)"`, 'g')
const c_elements = find(c, call('add|add_text|add_int|child'), code)
const c_attributes = find(c, call('set|set_int'), code).map(f => ({ ...f, name: `@${f.name}` }))
tap(`elements and attributes that C makes are in the grammar: ${c_elements.length}, ${c_attributes.length}`, [
	...unknown(c_elements, elements, absent), ...unknown(c_attributes, marked, absent)])
// What queries make: "makes: aid in aids", and the columns of such a query.
const rows_make = queries.flatMap(file => read(file).split('\n').reduce((found, text, i) => {
	const line = i + 1
	const makes = text.match(/^-- makes: ([\w-]+)(?: (?:in|under) ([\w-]+))?/)
	if (/^-- [a-z_]+: /.test(text) || text === '')
		found.makes = makes !== null || (found.makes && text !== '')
	for (const name of makes?.slice(1).filter(name => name && name !== 'self') ?? [])
		found.push({ file, line, name })
	for (const m of found.makes && makes === null ? text.matchAll(/ AS "([^"]+)"/g) : [])
		for (const name of m[1].replace('|raw', '').split('/').filter(name => !/^([.^]|name\(\))$/.test(name)))
			found.push({ file, line, name })
	return found
}, Object.assign([], { makes: false })))
tap(`elements and attributes that queries make are in the grammar: ${rows_make.length}`,
    unknown(rows_make.filter(r => !made(r.name)), grown, absent))

// ---- SQL ----

const asks = names(find(queries, /^-- ([a-z_]+): /gm))
for (const word of ['in', 'makes', 'hint'])
	asks.delete(word)
// Those of tables that a later step drops serve none.
const dropped = new Set(files('sql/schema', '.sql').flatMap(file => [...read(file).matchAll(/^DROP TABLE (.*);/gm)]
    .flatMap(m => m[1].split(', '))))
const keys = files('sql/schema', '.sql').flatMap(file => read(file).split('\n').map((text, i, all) => ({ file,
    table: all.slice(0, i).findLast(line => line.startsWith('CREATE TABLE'))?.split(' ')[2],
    line: i + 1, key: text.match(/^ +(?:ADD )?(?:UNIQUE )?KEY (\w+) \(/)?.[1],
    served: text.match(/-- (.*)/)?.[1].split(':')[0].split(/,? /) ?? [] })))
    .filter(k => k.key !== undefined && !dropped.has(k.table))
tap(`indexes name the queries that they serve: ${keys.length}`, [
	...keys.filter(k => k.served.length === 0).map(k =>
	    `${k.file}:${k.line}: index "${k.key}" names no query: add "-- query", or remove it`),
	...unknown(keys.flatMap(k => k.served.map(name => ({ ...k, name }))), asks,
	    name => `is no query of sql/queries: name the one that the index serves${nearest(name, asks)}`)])

// Arguments of a query, X_IN_..., and its rows, x_row(): the list or the result
// that is named with them is what Q_X runs with.  Where another function runs
// the query, the file, or its header, names it.
const arguments_of = new RegExp(`\\b(${[...asks].map(q => q.toUpperCase()).sort((a, b) => b.length - a.length).join('|')})_IN_[A-Z]`, 'g')
const rows_of_query = new RegExp(`\\b(${[...asks].join('|')})_row\\(&?(\\w+(?:(?:->|\\.)\\w+)*),`, 'g')
const ran = text => new Set([...text.matchAll(/\bQ_([A-Z0-9_]+)/g)].map(m => m[1].toLowerCase()))
const used = c.filter(name => !name.includes('/tools/')).flatMap(file => {
	const text = code(read(file))
	const inside = [...text.matchAll(/^\w+\([^;]*?\)\n\{\n[^]*?^\}/gm)]
	return [...text.matchAll(arguments_of), ...text.matchAll(rows_of_query)].map(m => {
		const f = inside.find(f => f.index < m.index && m.index < f.index + f[0].length)
		const body = f?.[0].split(/;|\{\n/) ?? []
		const statement = text.slice(0, m.index).match(/[^;{}]*$/)[0] + text.slice(m.index).match(/^[^;]*/)[0]
		const variable = m[2] ?? statement.match(/\barg_\w+\([^,]*, &?(\w+)/)?.[1]
		const near = ran(statement).size > 0 && m[2] === undefined ? ran(statement) :
		    ran(body.filter(s => variable !== undefined && new RegExp(`\\b${variable}\\b`).test(s)).join())
		return { file, line: text.slice(0, m.index).split('\n').length, name: m[1].toLowerCase(),
		    known: near.size > 0 ? near : ran(text) }
	})
})
tap(`arguments and rows are of the query that is run: ${used.length}`, [
	...used.length > 150 ? [] : ['cgi-bin: too few were read'],
	...used.filter(u => !u.known.has(u.name)).map(u => `${u.file}:${u.line}: a name of "${u.name}", where ${
	    [...u.known].map(q => `"${q}"`).join(', ')} is run: take the name that this one has`)])

// Arguments by the name that all queries share, ARG_X, and those that a query cannot
// miss: of a list that is made and run with in one function, in full.
const takes = new Map(queries.flatMap(file => read(file).split(/\n\n/).flatMap(text => {
	const name = text.match(/^-- ([a-z_0-9-]+): \S/m)?.[1]
	const words = [...text.matchAll(/^-- (?:in|may miss):.*/gm)].join('\n').replace(/-- in:/g, '')
	const [must, may] = [words.replace(/may miss:[^\n]*/g, ''), [...words.matchAll(/may miss:([^\n]*)/g)].map(m => m[1]).join(' ')]
	    .map(list => list.match(/[a-z][a-z_0-9]*/g) ?? [])
	return name === undefined ? [] : [[name.replaceAll('-', '_'), { must, all: new Set([...must, ...may]) }]]
})))
const lists_made = c.filter(name => !name.includes('/tools/')).flatMap(file => {
	const text = code(read(file))
	return [...text.matchAll(/^\w+\([^;]*?\)\n\{\n[^]*?^\}/gm)].flatMap(f =>
	    [...f[0].matchAll(/\bconst struct arg \*(\w+) = NULL\b/g)].flatMap(([, list]) => {
		const line = at => text.slice(0, f.index + at).split('\n').length
		const uses = [...f[0].matchAll(new RegExp(`\\b${list}\\b`, 'g'))].length
		const given = [...f[0].matchAll(new RegExp(`\\barg_\\w+\\([^,;]*, &${list},\\s+([A-Z_0-9]+)\\b`, 'g'))]
		const runs = [...f[0].matchAll(new RegExp(`\\bQ_([A-Z_0-9]+),\\s+${list}\\b`, 'g'))]
		// A list that other functions, or a loop over a table, put things in is theirs.
		const whole = uses === 1 + given.length + runs.length && runs.length > 0
		return whole ? [{ file, line: line(runs[0].index), given: given.map(m => ({
		    name: m[1].replace(/^(?:ARG|[A-Z_0-9]+_IN)_/, '').toLowerCase(), line: line(m.index) })),
		    run: runs.map(m => m[1].toLowerCase()) }] : []
	    }))
})
tap(`arguments that are given are those that queries take: ${lists_made.length} lists`, [
	...lists_made.length > 25 ? [] : ['cgi-bin: too few lists were read'],
	...lists_made.flatMap(({ file, given, run }) => given.filter(g => !run.some(q => takes.get(q)?.all.has(g.name)))
	    .map(g => `${file}:${g.line}: "${g.name}" is no argument of ${run.map(q => `"${q}"`).join(', ')}: give it ${
	    [...new Set(run.flatMap(q => [...takes.get(q)?.all ?? []]))].map(a => `"${a}"`).join(', ') || 'none'}`)),
	...lists_made.flatMap(({ file, line, given, run }) => run.flatMap(q => (takes.get(q)?.must ?? [])
	    .filter(a => !given.some(g => g.name === a)).map(a =>
	    `${file}:${line}: "${q}" is run without its argument "${a}": give it`)))])

// ---- addresses ----

// The description of the API reads the table of its program, and the rows that others
// share with it.
const shared = 'cgi-bin/lib/api/api_elsewhere.h'
const elsewhere = find(c.filter(name => /^cgi-bin\/\w+\.c$/.test(name) && !name.endsWith('/api.c')), /"(\/api\/[^"]*)"/g, code)
tap(`addresses of other programs below /api/ are shared: ${find([shared], /"(\/api\/[^"]*)"/g).length}`,
    elsewhere.map(f => `${f.file}:${f.line}: "${f.name}" is in no description: move its row to ${shared}`))

// ---- constants ----

const scales = read('sql/data/lists.sql').match(/INSERT INTO scale .* VALUES([^;]*?)\sON DUPLICATE/)[1]
const rows = [...scales.matchAll(/\((\d+), '([a-z]+)'/g)].map(m => `SCALE_${m[2].toUpperCase()} ${m[1]}`)
const told = constants.filter(k => k.name.startsWith('SCALE_')).map(k => `${k.name} ${k.number}`)
tap('scales are the rows of their table', [
	...rows.filter(row => !told.includes(row)).map(row => `sql/constants: no "${row}": sql/data/lists.sql has it`),
	...told.filter(row => !rows.includes(row)).map(row =>
	    `sql/data/lists.sql: no "${row}": sql/constants has it`)])
// Texts are the values of a column, all of them.
const columns = { AID_STATUS: 'aid.status', EUROPEAN: 'aid.european', ROLE: 'aid_backer.role',
    DEMARCHE_STATE: 'demarche.state', SOURCE_STATE: 'champ_source.state', DRAFT_STATE: 'draft.state',
    NAME: 'perimeter_name.kind', KEYWORD: 'keyword.kind' }
const tables = new Map([...read('sql/schema.sql').matchAll(/^CREATE TABLE (\w+) \(([^]*?)^\);/gm)].map(m => [m[1], m[2]]))
const values_of = column => {
	const [table, name] = column.split('.')
	const line = tables.get(table).match(new RegExp(`^  ${name} enum\\((.*?)\\)`, 'm'))[1]
	return [...line.matchAll(/'(\w+)'/g)].map(m => m[1])
}
tap('texts that C and SQL share are the values of their column', Object.entries(columns).flatMap(([prefix, column]) => {
	const values = values_of(column)
	const mine = constants.filter(k => k.name.startsWith(`${prefix}_`))
	return [...mine.filter(k => !values.includes(k.text)).map(k =>
	    `${k.file}:${k.line}: '${k.text}' is no value of ${column}: spell it as in sql/schema.sql`),
	    ...values.filter(v => !mine.some(k => k.text === v)).map(v =>
	    `sql/constants: no ${prefix}_... '${v}': ${column} has it, add it`)]
}))
// The types of facts, and the lists by which aids are described: tables of C.
const types = find(['cgi-bin/lib/answers/fact.c'], /^\t\[FACT_\w+\] = "(\w+)"/gm)
tap('types of facts are the values of their column', [
	...unknown(types, new Set(values_of('fact.type')), () => 'is no value of fact.type in sql/schema.sql'),
	...values_of('fact.type').filter(v => !names(types).has(v)).map(v =>
	    `cgi-bin/lib/answers/fact.c: no type "${v}": fact.type has it, add it`)])
const lists = names(find(['sql/queries/index.sql'], /SELECT '([a-z]+)'(?: AS list)?,/g))
tap('facts have a type that there is', unknown(find(file, /^ +\('[a-z.-]+', \d+, '(\w*)'/gm, rows_of('fact')),
    new Set(values_of('fact.type')), name => `is no type of a fact: write one of ${values_of('fact.type').join(', ')}${
    nearest(name, values_of('fact.type'))}`))
tap('lists that C names exist', unknown([
	...find(c, /\b(?:lists_(?:slug|id|name)|entry_of)\([^;"]*"([a-z]+)"/g, code),
	...find(c, /(?:->|\.)list\b[^;"]*, "([a-z]+)"\)/g, code),
	...find(c, /put_list\([^;"]*"\w+",\s+N_\("([a-z]+)"/g, code)], lists,
    name => `is no list of list_entries in sql/queries/index.sql${nearest(name, lists)}`))
const in_c = [...c, ...files('cgi-bin', '.h')].filter(name => !name.includes('/tools/')).map(read).join('\n')
const in_sql = queries.map(read).join('\n')
tap('constants are used', constants.filter(k => ![...Object.keys(columns), 'PLACEHOLDER'].some(prefix =>
    k.name.startsWith(`${prefix}_`))).flatMap(k => {
	const sides = [new RegExp(`\\b${k.name}\\b`).test(in_c), new RegExp(`:${k.name}\\b`).test(in_sql)]
	return sides.includes(true) ? [] : [`${k.file}:${k.line}: ${k.name} is used by neither C nor SQL: remove it`]
}))


// ---- what is read, and what is told of it ----

// Keys of a feed of aids: those that C reads, each in the list that tells which are
// read by nothing.
const key_list = 'cgi-bin/lib/feed/feed_keys.c'
const key_known = names(find([key_list], /"([a-z_]+)"/g, text => code(text).replace(/#include.*/g, '')))
const keys_read = find(['record', 'import'].flatMap(room => files(`cgi-bin/lib/${room}`, '.c')),
    /(?:aid_record_\w+\(d, |put_date\(d, ARG_\w+,\s+|json_object_get\(d->json,\s+|put_list\(d, |month_day\(d, |^\t\{ )"([a-z_]+)"/gm, code)
tap(`keys of a feed that are read are known: ${keys_read.length}`, [
	...keys_read.length > 50 ? [] : ['cgi-bin/lib/record, cgi-bin/lib/import: too few keys were read'],
	...unknown(keys_read, key_known, name => `is no key of ${key_list}, which would tell that nothing reads it: add it${
	    nearest(name, key_known)}`)])
const shape_fields = find(['sql/data/feed-shapes.csv'], /^[^;]+;([^;+]+)\+?;[^;]/gm)
    .filter(f => f.line > 1 && !['liste', 'si', 'aide'].includes(f.name))
tap(`fields that feed shapes give are read: ${shape_fields.length}`, [
	...shape_fields.length > 100 ? [] : ['sql/data/feed-shapes.csv: too few were read'],
	...unknown(shape_fields, key_known, name => `is no field of an aid that ${key_list} has${nearest(name, key_known)}`)])
// Folders of the sheets that aids are rendered ahead with: a sheet changed elsewhere
// would leave pages as they were.
const stamp = 'cgi-bin/lib/indexing/sheets_stamp.c'
const stamped = new Set(read(stamp).match(/folders\[\] = \{([^}]*)\}/)[1].match(/[a-z][a-z/]*/g))
const rendering = files('xsl/index', '.xsl'), included = []
for (const file of rendering)
	for (const f of find([file], /<xsl:(?:include|import) href="([^"]+)"/g, markup)) {
		// The sheets of the index stand in the folder of all rooms when they are compiled.
		const at = join(file.startsWith('xsl/index/') ? 'xsl/index' : dirname(file), f.name)
		const to = [at, join('xsl', f.name)].find(name => sheets.includes(name)) ?? at
		included.push({ ...f, name: dirname(to).replace(/^xsl\//, '') })
		if (!rendering.includes(to) && sheets.includes(to))
			rendering.push(to)
	}
tap(`sheets that aids are rendered with are in their stamp: ${included.length}`, [
	...included.length > 10 ? [] : ['xsl/index: too few were read'],
	...unknown(included, stamped, () => `is no folder of ${stamp}: add it`),
	...[...stamped].filter(name => name !== 'index' && !names(included).has(name)).map(name =>
	    `${stamp}: no sheet of the index includes one of "${name}": remove it`)])

// An index says which queries it is for: it may go with the last of them.
const queries_known = names(find(queries, /^-- (\w+):/gm))
const indexes = find(['sql/schema.sql'], /^ +(?:[A-Z]+ )*KEY\b[^\n]*?-- ([^:\n]+)/gm)
    .flatMap(f => f.name.split(', ').map(name => ({ ...f, name })))
tap(`queries that indexes are for are there: ${indexes.length}`, [
	...indexes.length > 60 ? [] : ['sql/schema.sql: too few indexes were read'],
	...unknown(indexes, queries_known, name => `is no query of sql/queries: correct the comment in the step of sql/schema, then make schema${
	    nearest(name, queries_known)}`)])

console.log(`1..${n}`)
process.exit(bad > 0 ? 1 : 0)
