// server.mjs - a server of feeds, for harvest/3-web.sh: AT's pages, with and without its key;
// documents with an ETag; and what goes wrong.  Prints its port once it listens; writes each
// request, "METHOD PATH HEADERS", to the file named.
//	server.mjs FOLDER LOG
import { appendFileSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { gzipSync } from 'node:zlib'

const [folder, log] = process.argv.slice(2)
const KEY = 'clef-du-flux', TOKEN = 'jeton-du-flux'
const aids = () => readFileSync(`${folder}/aids.jsonl`, 'utf8').split('\n').filter(l => l !== '').map(l => JSON.parse(l))
const url_of = req => new URL(req.url, 'http://localhost')
let bomb
const json = (res, v, more = {}) => {
	res.writeHead(200, { 'Content-Type': 'application/json', ...more })
	res.end(JSON.stringify(v))
}
// A page of AT's API; where says how the next one is told.
const page = (req, res, url, per, where) => {
	const all = aids(), n = Number(url.searchParams.get('page') ?? 1), more = n * per < all.length
	const next = more ? `http://ailleurs.example${url.pathname}?page=${n + 1}` : null
	const results = all.slice((n - 1) * per, n * per)
	if (where === 'link')
		return json(res, { results }, more ? { Link: `<${url.pathname}?page=${n + 1}>; rel="next"` } : {})
	json(res, { count: all.length, previous: null, next, results })
}
const routes = {
	'/at/': (req, res, url) => page(req, res, url, 3, 'body'),
	'/link/': (req, res, url) => page(req, res, url, 3, 'link'),
	'/key/': (req, res, url) => req.headers.authorization === `Bearer ${TOKEN}` ? page(req, res, url, 3, 'body')
		: (res.writeHead(401), res.end('{"message": "JWT Token not found"}')),
	'/connexion/': (req, res) => req.method === 'POST' && req.headers['x-auth-token'] === KEY ? json(res, { token: TOKEN })
		: (res.writeHead(401), res.end('{}')),
	// A document that says when it changed.
	'/doc.json': (req, res) => {
		const body = JSON.stringify(aids()), etag = `"${body.length}"`
		if (req.headers['if-none-match'] === etag) {
			res.writeHead(304)
			return res.end()
		}
		res.writeHead(200, { 'Content-Type': 'application/json', ETag: etag, 'Content-Encoding': 'gzip' })
		res.end(gzipSync(body))
	},
	'/aids.csv': (req, res) => {
		res.writeHead(200, { 'Content-Type': 'text/csv' })
		res.end('id;name;description;perimeter\n' + aids().map(a => `${a.id};${a.name};Une aide;France`).join('\n'))
	},
	// What goes wrong.
	'/empty/': (req, res) => (res.writeHead(200, { 'Content-Type': 'application/json' }), res.end()),
	'/slow/': (req, res, url) => url.searchParams.has('page') ? undefined
		: json(res, { count: 9, next: '/slow/?page=2', results: aids().slice(0, 3) }),
	'/login/': (req, res) => {
		res.writeHead(200, { 'Content-Type': 'text/html' })
		res.end('<!DOCTYPE html><html><body><form>Mot de passe</form></body></html>')
	},
	'/loop/': (req, res) => json(res, { count: 9, next: '/loop/?page=2', results: aids().slice(0, 1) }),
	'/short/': (req, res) => json(res, { count: 900, next: null, results: aids() }),
	'/second-fails/': (req, res, url) => url.searchParams.has('page') ? (res.writeHead(404), res.end('{}'))
		: json(res, { count: 9, next: '/second-fails/?page=2', results: aids().slice(0, 3) }),
	'/cut/': (req, res) => {
		res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 5000 })
		res.write('[{"id": 1, "name": "Cou')
		setTimeout(() => res.destroy(), 50)
	},
	// What is meant to harm: a cursor that is none of Guichet's; blanks without end, packed twice;
	// an answer that never comes; pages without end.
	'/cursor/': (req, res) => json(res, { cursor: '17 € & co', results: url_of(req).searchParams.has('updated_after') ? aids().slice(0, 2) : aids() }),
	'/bomb.json.gz': (req, res) => {
		res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
		res.end(bomb ??= gzipSync(gzipSync(Buffer.concat([Buffer.from('['), Buffer.alloc(1100 << 20, ' ')]))))
	},
	'/hang/': () => {},
	'/endless/': (req, res) => {
		const n = Number(url_of(req).searchParams.get('page') ?? 1)
		setTimeout(() => json(res, { next: `?page=${n + 1}`, results: [{ id: `e-${n}`, name: `Aide ${n}`, description: 'd' }] }), 900)
	},
	'/relative/a.json': (req, res) => json(res, { next: 'b.json?u=http://mal.example/', results: aids().slice(0, 3) }),
	'/relative/b.json': (req, res) => json(res, { next: null, results: aids().slice(3) }),
	'/file/': (req, res) => (res.writeHead(302, { Location: 'file:///etc/passwd' }), res.end()),
}
http.createServer((req, res) => {
	const url = new URL(req.url, 'http://localhost')
	appendFileSync(log, `${req.method} ${req.url} ${JSON.stringify(req.headers)}\n`)
	const route = routes[url.pathname]
	if (route !== undefined)
		return route(req, res, url)
	res.writeHead(404)
	res.end()
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })
