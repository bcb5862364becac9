// picture.mjs - the picture of the README: a page of results, as a PNG of 256
// colours.

import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 1280, HEIGHT = 900;
const PATH = '/aides/?keyword=rénover+école&perimeter_q=echire';

// In the page: the pixels of a picture, red, green, blue, one after another.
async function pixels([data, width, height]) {
	const image = new Image();
	image.src = `data:image/png;base64,${data}`;
	await image.decode();
	const canvas = new OffscreenCanvas(width, height).getContext('2d');
	canvas.drawImage(image, 0, 0);
	const all = canvas.getImageData(0, 0, width, height).data;
	let text = '';
	for (let i = 0; i < all.length; i += 4)
		text += String.fromCharCode(all[i], all[i + 1], all[i + 2]);
	return btoa(text);
}

// The most frequent colours first come, first served; others become the nearest
// of them.  A page has few colours and many shades on the edges of letters.
function palette(rgb) {
	const count = new Map();
	for (let i = 0; i < rgb.length; i += 3) {
		const c = rgb.readUIntBE(i, 3);
		count.set(c, (count.get(c) ?? 0) + 1);
	}
	const kept = [...count].sort((a, b) => b[1] - a[1]).slice(0, 256)
	    .map(([c]) => c);
	const far = (a, b) => ((a >> 16) - (b >> 16)) ** 2 +
	    ((a >> 8 & 255) - (b >> 8 & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
	const index = new Map(kept.map((c, i) => [c, i]));
	for (const c of count.keys())
		if (!index.has(c))
			index.set(c, kept.reduce((best, k, i) =>
			    far(c, k) < far(c, kept[best]) ? i : best, 0));
	return { kept, index };
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type), data]);
	const length = Buffer.alloc(4), sum = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

function png(rgb, width, height) {
	const { kept, index } = palette(rgb);
	const head = Buffer.alloc(13), colours = Buffer.alloc(kept.length * 3);
	const rows = Buffer.alloc(height * (width + 1));
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 3], 8);                    // eight bits, a palette
	kept.forEach((c, i) => colours.writeUIntBE(c, i * 3, 3));
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			rows[y * (width + 1) + 1 + x] = index.get(
			    rgb.readUIntBE((y * width + x) * 3, 3));
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'),
	    chunk('IHDR', head), chunk('PLTE', colours),
	    chunk('IDAT', deflateSync(rows, { level: 9 })),
	    chunk('IEND', Buffer.alloc(0))]);
}

export async function picture(browser, base, file) {
	const page = await browser.newPage({ locale: 'fr-FR',
	    viewport: { width: WIDTH, height: HEIGHT } });

	// The second visit has the fonts at hand.
	await page.goto(base + PATH, { waitUntil: 'networkidle' });
	await page.goto(base + PATH, { waitUntil: 'networkidle' });
	const shot = (await page.screenshot()).toString('base64');
	await page.goto('about:blank');
	const rgb = Buffer.from(await page.evaluate(pixels, [shot, WIDTH, HEIGHT]),
	    'base64');
	await writeFile(file, png(rgb, WIDTH, HEIGHT));
}
