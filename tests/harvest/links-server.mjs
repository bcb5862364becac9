// links-server.mjs - what links of aids lead to, for harvest/9-links.sh.  Prints its port once
// it listens; writes each request, "METHOD HOST PATH", to the file named, and its agent to
// LOG.agent.  What FOLDER/mended names, a path a line, answers as it should.
//	links-server.mjs FOLDER LOG
import { appendFileSync, readFileSync } from 'node:fs'
import http from 'node:http'

const [folder, log] = process.argv.slice(2)
const seen = {}
const mended = path => { try { return readFileSync(`${folder}/mended`, 'utf8').split('\n').includes(path) } catch { return false } }
const say = (res, status, head = {}) => (res.writeHead(status, { 'Content-Type': 'text/html', ...head }), res.end('<p>Une page</p>'))
const to = (status, where) => (req, res) => say(res, status, { Location: where(req) })
const routes = {
	'/perdue/page': (req, res) => say(res, 404),
	'/retiree/page': (req, res) => say(res, 410),
	'/panne/page': (req, res) => say(res, 500),
	'/panne-d-un-jour/page': (req, res) => say(res, seen['/panne-d-un-jour/page'] <= 2 ? 500 : 200),
	'/demenagee/page': to(301, req => `http://ailleurs.localhost:${req.socket.localPort}/nouvelle/page`),
	'/demenagee-un-temps/page': to(302, () => '/nouvelle/page'),
	'/devenue-accueil/page': to(302, () => '/'),
	'/boucle/page': to(302, () => '/boucle/page'),
	'/fichier/page': to(302, () => 'file:///etc/passwd'),
	'/interdite/page': (req, res) => say(res, 403),
	'/sans-head/page': (req, res) => say(res, req.method === 'HEAD' ? 405 : 200),
	'/patience/page': (req, res) => seen['/patience/page'] === 1 ? say(res, 429, { 'Retry-After': '2' }) : say(res, 200),
	'/trop/page': (req, res) => say(res, 429, { 'Retry-After': '172800' }),
	'/lente/page': (req, res) => {
		const bytes = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlent'
		let n = 0
		const tick = setInterval(() => n < bytes.length ? req.socket.write(bytes[n++]) : clearInterval(tick), 1000)
		req.socket.on('error', () => clearInterval(tick)).on('close', () => clearInterval(tick))
	},
	'/un-moment/page': (req, res) => setTimeout(() => say(res, 200), 300),
}
http.createServer((req, res) => {
	const path = req.url.split('?')[0]
	seen[path] = (seen[path] ?? 0) + 1
	appendFileSync(log, `${req.method} ${req.headers.host.split(':')[0]} ${req.url}\n`)
	appendFileSync(`${log}.agent`, `${req.headers['user-agent']}\n`)
	mended(path) || routes[path] === undefined ? say(res, 200) : routes[path](req, res)
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })
