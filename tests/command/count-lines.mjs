// count-lines.mjs - a log as nginx writes it for "guichet count", the same for the same
// seed: readers who search, read and click over three days, two robots that do not name
// themselves, and lines that are not ours.
//
//   node count-lines.mjs LINES SEED HOST < IDS > LOG
//
// IDS are of aids, backers and programmes that the base has: "aid 12", a line each.

import { readFileSync } from 'node:fs'

const [lines, seed, host] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]]
const ids = { aid: [], backer: [], program: [], place: [] }
for (const line of readFileSync(0, 'utf8').trim().split('\n'))
	ids[line.split(/\s/)[0]].push(line.split(/\s/)[1])
// Marsaglia's xorshift.
let x = seed * 2654435761 >>> 0 || 1
const chance = n => (x ^= x << 13, x >>>= 0, x ^= x >>> 17, x ^= x << 5, (x >>>= 0) % n)
const one = list => list[chance(list.length)]
const words = ['toit', 'ecole', 'velo', 'assainissement', 'haie', 'commerce', 'friche', 'eau', 'bois', 'sport']
const kinds = ['commune', 'epci', 'department', 'association']
const said = [
	() => `event=search; kind=${one(kinds)}; place=${one(ids.place)}; department=79; words=${one(words)}+${one(words)}+${one(words)}; found=${chance(9) ? chance(80) + 1 : 0}`,
	() => `event=search; words=${one(words)}; found=${chance(40)}`,
	() => `event=search; portal=deux-sevres; words=${one(words)}+${one(words)}; found=${chance(12)}`,
	() => `event=aid; aid=${one(ids.aid)}`,
	() => `event=aid; portal=deux-sevres; aid=${one(ids.aid)}`,
	() => `event=${one(['more', 'apply', 'draft'])}; aid=${one(ids.aid)}`,
	() => `event=backer; backer=${one(ids.backer)}`,
	() => `event=program; program=${one(ids.program)}`,
]
const agents = n => `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + n % 40}.0) Gecko/20100101 Firefox/${100 + n % 40}.0`
const begin = Date.UTC(2026, 10, 20, 6) / 1000
const out = []
for (let i = 0; i < lines; i++) {
	// The robots come at once, at mid-time.
	const robot = i >= lines / 2 && i < lines * 11 / 20, n = robot ? i % 2 : 2 + chance(lines / 8 + 1 >>> 0)
	const time = new Date((begin + Math.floor((robot ? lines / 2 : i) * 230000 / lines)) * 1000).toISOString().slice(0, 19)
	const line = JSON.stringify({
		id: [x, i, seed].map(v => (v >>> 0).toString(16).padStart(8, '0')).join('').padEnd(32, '0'),
		time: `${time}+00:00`, address: `10.${n >> 14 & 63}.${n >> 6 & 255}.0`, agent: agents(n),
		method: chance(200) ? 'GET' : 'HEAD', status: chance(100) ? 200 : 404,
		host: chance(300) ? host : 'ailleurs.localhost', count: one(said)() })
	const kind = chance(400)
	out.push(kind === 0 ? line.slice(0, 90) : kind === 1 ? `10.0.0.1 - - [${time}] "GET / HTTP/1.1" 200` :
	    kind === 2 ? line.replace(/aid=\d+/, 'aid=4000000000').replace('deux-sevres', 'inconnu') :
	    kind === 3 ? line.replace(/2026-11/, '2126-11') : kind === 4 ? line.replace(/T\d\d/, 'T01') : line)
	if (out.length === 10000)
		process.stdout.write(out.splice(0).join('\n') + '\n')
}
process.stdout.write(out.map(line => line + '\n').join(''))
