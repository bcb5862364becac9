// outlines.mjs - the outlines of the map: each department has one, borders that two
// share are the same line, and the file is small.  Where ../shared/data has the
// contours, the script makes the same file.  Prints TAP; needs no database.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
const file = 'sql/data/outlines.sql', most = 25000
const text = readFileSync(file, 'utf8')
const rows = new Map([...text.matchAll(/^ {2}\('(\w*)','([^']+)'\)/gm)].map(m => [m[1], m[2]]))
let n = 0, bad = 0
const tap = (name, faults) => {
	faults.slice(0, 9).forEach(fault => console.log(`# ${fault}`))
	console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${++n} - ${name}`)
	bad += faults.length > 0
}

const departments = readFileSync('sql/data/perimeters.tsv', 'utf8').split('\n')
	.map(line => line.split('\t')).filter(f => f[0] === 'department')
	.map(f => f[1]).filter(code => !/^9[78]/.test(code) || /^97[12346]$/.test(code))
tap('each department has an outline, and nothing else has', [
	...(departments.length === 101 ? [] : [`perimeters.tsv has ${departments.length}`]),
	...departments.filter(code => !rows.has(code)),
	...[...rows.keys()].filter(code => code !== '' && !departments.includes(code))])

// The sides of an outline, each as its two ends in order, whichever way it is drawn.
const sides = path => [...path.matchAll(/M(\d+) (\d+)l([^z]*)z/g)].flatMap(m => {
	let at = [+m[1], +m[2]]
	const numbers = m[3].match(/-?\d+/g).map(Number), points = [at]
	for (let i = 0; i < numbers.length; i += 2)
		points.push(at = [at[0] + numbers[i], at[1] + numbers[i + 1]])
	return points.map((p, i) =>
		[p.join(), points[(i + 1) % points.length].join()].sort().join(' '))
})
const drawn = new Map()
for (const code of departments)
	for (const side of sides(rows.get(code) ?? ''))
		drawn.set(side, (drawn.get(side) ?? new Set()).add(code))
// These have neither coast nor frontier.
const inland = '03 15 18 19 23 36 37 41 42 43 45 46 48 49 53 58 61 63 72 79 86 87 89'.split(' ')
tap('a border is one line for both', inland.flatMap(code => sides(rows.get(code))
	.filter(side => drawn.get(side).size < 2).map(side => `${code}: ${side}`)))

const { size } = statSync(file)
tap(`at most ${most} bytes`, size <= most ? [] : [`${size} bytes`])

const contours = '../shared/data/geo/departements-1000m.geojson.gz'
if (existsSync(contours)) {
	const made = execFileSync('node', ['conf/outlines.mjs', contours], { encoding: 'utf8' })
	tap('the script makes this file', made === text ? [] : ['it makes another'])
} else {
	console.log(`ok ${++n} - the script makes this file # SKIP no ${contours}`)
}
console.log(`1..${n}`)
process.exit(bad > 0 ? 1 : 0)
