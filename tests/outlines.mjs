// outlines.mjs - the outlines of the map: each department has one, borders that two
// share are the same line, the file is small, and lines stand out from each shade.
// Where ../shared/data has the contours, the script makes the same file.  Prints TAP;
// needs no database.

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

// WCAG 2.1, 1.4.11: 3:1 between the lines and what they part, in both schemes.
const css = readFileSync('xsl/assets/guichet.css', 'utf8')
const light = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
	.map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
	.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0.05)
const [, line] = css.match(/\.g-map path { stroke: (#\w{6});/)
const shades = [...css.matchAll(/\.g-shade-([1-9]) {([^}]*)}/g)]
	.map(m => ({ shade: m[1], fills: m[2].match(/#\w{6}/g) }))
const classes = Number(readFileSync('cgi-bin/lib/search/map_classes.h', 'utf8')
	.match(/MAP_CLASSES = (\d)/)[1])
tap('a shade for each class, and lines that stand out from it', [
	...(shades.length === classes ? [] : [`${shades.length} shades, ${classes} classes`]),
	...shades.flatMap(({ shade, fills }) => fills
		.map(fill => light(fill) / light(line)).map(r => Math.max(r, 1 / r))
		.filter(r => r < 3).map(r => `shade ${shade}: ${r.toFixed(2)}:1`))])

const contours = '../shared/data/geo/departements-1000m.geojson.gz'
if (existsSync(contours)) {
	const made = execFileSync('node', ['conf/outlines.mjs', contours], { encoding: 'utf8' })
	tap('the script makes this file', made === text ? [] : ['it makes another'])
} else {
	console.log(`ok ${++n} - the script makes this file # SKIP no ${contours}`)
}
console.log(`1..${n}`)
process.exit(bad > 0 ? 1 : 0)
