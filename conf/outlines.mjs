#!/usr/bin/env node
// outlines.mjs - the outlines of departments, from the contours of IGN and Etalab:
//
//	conf/outlines.mjs departements-1000m.geojson.gz > sql/data/outlines.sql
//
// A border that two departments share is simplified once, so that they still share
// it.  Needs nothing but Node.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

// The drawing: one unit is so many metres, and it begins there (Lambert-93).
const UNIT = 1700, WEST = 97000, NORTH = 7112000;
// What a point must add, in square units, to be kept; and an island, to be drawn.
const LEAST_AREA = 7, LEAST_ISLAND = 6;
// Corsica is drawn nearer to the mainland: metres to the east, to the north.
const CORSICA = { codes: ['2A', '2B'], by: [-138000, 0] };
// The insets: how much larger than the mainland, or the box to fill; left, top, width,
// height in units.
const CROWN = { codes: ['75', '92', '93', '94'], box: [4, 4, 140, 112] };
const OVERSEAS = ['971', '972', '973', '974', '976'];
const ROW = { top: 586, height: 108, width: 106, inner: 6 };

// ---- projections ----

// Lambert-93 (IGN, NT/G 71): conic, on the ellipsoid GRS80.
const rad = Math.PI / 180;
const e = 0.0818191910428158;
const isometric = lat => Math.atanh(Math.sin(lat)) - e * Math.atanh(e * Math.sin(lat));
const normal = lat => 6378137 / Math.sqrt(1 - (e * Math.sin(lat)) ** 2);
const [p1, p2] = [44 * rad, 49 * rad];
const n = Math.log((normal(p2) * Math.cos(p2)) / (normal(p1) * Math.cos(p1))) /
    (isometric(p1) - isometric(p2));
const c = (normal(p1) * Math.cos(p1) / n) * Math.exp(n * isometric(p1));
const south = 6600000 + c * Math.exp(-n * isometric(46.5 * rad));

function lambert([lon, lat]) {
	const r = c * Math.exp(-n * isometric(lat * rad)), a = n * (lon - 3) * rad;
	return [700000 + r * Math.sin(a), south - r * Math.cos(a)];
}
const toUnits = ([x, y]) => [(x - WEST) / UNIT, (NORTH - y) / UNIT];

function boundsOf(points) {
	const xs = points.map(p => p[0]), ys = points.map(p => p[1]);
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// What brings those points into a box, amid it and as large as it holds.
function fit(points, [left, top, width, height], margin) {
	const [x0, y0, x1, y1] = boundsOf(points);
	const scale = Math.min((width - 2 * margin) / (x1 - x0), (height - 2 * margin) / (y1 - y0));
	const dx = left + width / 2 - scale * (x0 + x1) / 2;
	const dy = top + height / 2 - scale * (y0 + y1) / 2;
	return ([x, y]) => [scale * x + dx, scale * y + dy];
}

// ---- borders: each ring is cut where three territories meet, or one ends ----

const key = p => p.join(' ');

function cutter(rings) {
	const near = new Map();
	for (const ring of rings)
		ring.slice(1).forEach((p, i) => {
			for (const [a, b] of [[ring[i], p], [p, ring[i]]])
				near.set(key(a), (near.get(key(a)) ?? new Set()).add(key(b)));
		});
	const ends = p => near.get(key(p)).size !== 2;
	return ring => {
		// From an end to the next; a ring without one is cut at its least point,
		// the same for who has it inside out.
		const open = ring.slice(0, -1);
		let start = open.findIndex(ends);
		if (start < 0)
			start = open.indexOf(open.reduce((a, b) => key(a) < key(b) ? a : b));
		const arcs = [], turned = [...open.slice(start), ...open.slice(0, start), open[start]];
		let arc = [turned[0]];
		for (const p of turned.slice(1)) {
			arc.push(p);
			if (ends(p) || p === turned.at(-1)) {
				arcs.push(arc);
				arc = [p];
			}
		}
		return arcs;
	};
}

// ---- simplification (Visvalingam and Whyatt): the least triangles go first ----

const triangle = (a, b, c) =>
	Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

function simplify(arc, least) {
	const kept = arc.slice();
	const closed = key(arc[0]) === key(arc.at(-1));
	while (kept.length > (closed ? 4 : 2)) {
		let at = 0, area = Infinity;
		for (let i = 1; i < kept.length - 1; i++) {
			const t = triangle(kept[i - 1], kept[i], kept[i + 1]);
			if (t < area)
				[at, area] = [i, t];
		}
		if (area >= least)
			break;
		kept.splice(at, 1);
	}
	return kept;
}

// Without its sign, for rings turn both ways.
const areaOf = ring => Math.abs(ring.slice(1).reduce((sum, p, i) =>
	sum + ring[i][0] * p[1] - p[0] * ring[i][1], 0)) / 2;

// ---- paths ----

// Relative, and to the unit: "M12 34l5-6 7 8z".
function pathOf(ring) {
	const points = ring.map(p => p.map(Math.round))
		.filter((p, i, all) => i > 0 && key(p) !== key(all[i - 1]));
	const numbers = points.slice(1).flatMap((p, i) =>
		[p[0] - points[i][0], p[1] - points[i][1]]);
	return `M${points[0].join(' ')}l${numbers.join(' ').replaceAll(' -', '-')}z`;
}

// The outlines of some departments, by code: their rings as they are placed by the
// projection, simplified once for each border.
function draw(features, place, least, island) {
	const ringsOf = f => (f.geometry.type === 'Polygon' ? [f.geometry.coordinates]
		: f.geometry.coordinates).flat();
	const cut = cutter(features.flatMap(ringsOf));
	const done = new Map();
	const shared = arc => {
		const there = arc.map(key).join(), back = arc.map(key).reverse().join();
		if (done.has(back))
			return done.get(back).slice().reverse();
		if (!done.has(there))
			done.set(there, simplify(arc.map(place), least));
		return done.get(there);
	};
	return new Map(features.map(f => {
		const rings = ringsOf(f).sort((a, b) => areaOf(b.map(place)) - areaOf(a.map(place)))
			.filter((r, i) => i === 0 || areaOf(r.map(place)) >= island)
			.map(r => cut(r).map(shared).flatMap((a, i) => i === 0 ? a : a.slice(1)));
		return [f.properties.code, rings.map(pathOf).join('')];
	}));
}

// ---- the drawing ----

const file = readFileSync(process.argv[2]);
const all = JSON.parse(process.argv[2].endsWith('.gz') ? gunzipSync(file) : file).features;
const named = codes => all.filter(f => codes.includes(f.properties.code));
const points = features => features.flatMap(f => f.geometry.coordinates.flat(
	f.geometry.type === 'Polygon' ? 1 : 2));
const paths = new Map(), frames = [];
const add = drawn => drawn.forEach((path, code) =>
	paths.set(code, (paths.get(code) ?? '') + path));
const addFrame = ([x, y, w, h]) => frames.push(`M${x} ${y}h${w}v${h}h-${w}z`);

const mainland = p => toUnits(lambert(p));
add(draw(all.filter(f => ![...OVERSEAS, ...CORSICA.codes].includes(f.properties.code)),
	mainland, LEAST_AREA, LEAST_ISLAND));

const corsica = p => toUnits(lambert(p).map((v, i) => v + CORSICA.by[i]));
add(draw(named(CORSICA.codes), corsica, LEAST_AREA, LEAST_ISLAND));
const [x0, y0, x1, y1] = boundsOf(points(named(CORSICA.codes)).map(corsica)).map(Math.round);
addFrame([x0 - 6, y0 - 6, x1 - x0 + 12, y1 - y0 + 12]);

const crown = fit(points(named(CROWN.codes)).map(mainland), CROWN.box, 8);
add(draw(named(CROWN.codes), p => crown(mainland(p)), LEAST_AREA, LEAST_ISLAND));
addFrame(CROWN.box);

OVERSEAS.forEach((code, i) => {
	const feature = named([code]);
	const box = [4 + i * ROW.width, ROW.top, ROW.width - 4, ROW.height];
	const lat = boundsOf(points(feature))[1] * rad;
	const flat = ([lon, l]) => [lon * Math.cos(lat), -l];
	const there = fit(points(feature).map(flat), box, ROW.inner);
	add(draw(feature, p => there(flat(p)), LEAST_AREA, LEAST_ISLAND));
	addFrame(box);
});

const rows = [...paths].sort(([a], [b]) => a < b ? -1 : 1);
process.stdout.write(`-- Outlines of departments, as paths of SVG in a drawing of 600 by 698: contours of 2024
-- simplified to 1,000 m (IGN and Etalab, Licence Ouverte 2.0), then further, projected
-- (Lambert-93) and written here by conf/outlines.mjs.  Those overseas, Corsica and Paris
-- with its neighbours are in frames, which are the row without a code.
-- Read again at each "guichet migrate".
REPLACE INTO outline (code, path) VALUES
  ('','${frames.join('')}'),
${rows.map(([code, path]) => `  ('${code}','${path}')`).join(',\n')};
`);
