// bodies.mjs - what is no question: methods, types, bodies, démarches.
const TEXT = 'champ_Q2hhbXAtOTEwMDAwMw', TOWNS = 'champ_Q2hhbXAtOTEwMDA0Ng';

const deep = (open, close, n) => `{"${TEXT}":${open.repeat(n)}${close.repeat(n)}}`;
const huge = n => `{"${TEXT}":"${'x'.repeat(n - TEXT.length - 7)}"}`;

const refused = [
	['no body', '', 400], ['blanks', '  \n', 400], ['no JSON', '{', 400], ['half', `{"${TEXT}":"a"`, 400],
	['a comma too much', '{"a":1,}', 400], ['two objects', '{}{}', 400], ['an array', '[]', 400],
	['a string', '"a"', 400], ['a number', '12', 400], ['null', 'null', 400], ['true', 'true', 400],
	['names without quotes', '{a:1}', 400], ['quotes of C', '{\'a\':1}', 400],
	['NaN', `{"${TEXT}":NaN}`, 400], ['a raw control', `{"${TEXT}":"a\u0001"}`, 400],
	['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]), 400],
	['half a character', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x22, 0x7d]), 400],
	['half a pair', `{"${TEXT}":"\\ud800"}`, 400], ['a NUL in a name', '{"a\\u0000b":1}', 400],
	['UTF-16', Buffer.from('{}', 'utf16le'), 400], ['a byte mark', '\ufeff{}', 400],
	['very deep', deep('[', ']', 5000), 400], ['objects, very deep', `{"a":${'{"a":'.repeat(5000)}1` +
	    `${'}'.repeat(5001)}`, 400],
	['a form', 'champ_x=1', 400, { media: 'application/x-www-form-urlencoded' }],
	['text', '{}', 400, { media: 'text/plain' }], ['text/json', '{}', 400, { media: 'text/json' }],
	['another JSON', '{}', 400, { media: 'application/ld+json' }],
	['more than JSON', '{}', 400, { media: 'application/jsonp' }],
	['no type', new Uint8Array([0x7b, 0x7d]), 400, { media: null }],
	['just over the limit', huge(256 * 1024 + 1), 413], ['nearly a megabyte', huge(1000000), 413],
	['GET', '', 405, { method: 'GET' }], ['HEAD', '', 405, { method: 'HEAD', bodiless: true }],
	['PUT', '', 405, { method: 'PUT' }], ['DELETE', '', 405, { method: 'DELETE' }],
].map(([name, body, status, more]) => ({ name, body, status, number: 900001, ...more }));

// Démarches that are none, or that nobody can apply to.
const unknown = [1, 0, 900007, 900005, '99999999999', 'abc', '-1', '1e3', '900001x',
    '4294967296', '4295867297', '%20900001'].map(number => ({ name: `démarche ${number}`, number, body: '{}', status: 404 }));

const taken = [
	['an empty object', '{}', {}], ['blanks around', ' \n{ }\n ', {}],
	['with a charset', `{"${TEXT}":"é"}`, { [TEXT]: 'é' }, 'application/json; charset=utf-8'],
	['in capitals', '{}', {}, 'Application/JSON'], ['a charset, no blank', '{}', {}, 'application/json;charset=UTF-8'],
	['escapes', `{"${TEXT}":"\\u00e9\\ud83c\\udfeb\\n\\t\\"\\\\\\/"}`, { [TEXT]: 'é🏫\n\t"\\/' }],
	['a NUL', `{"${TEXT}":"a\\u0000b"}`, { [TEXT]: 'ab' }],
	['up to the limit', huge(256 * 1024), null],
	['names a thousand times', `{${Array(8000).fill(`"${TEXT}":"a"`).join(',')}}`, { [TEXT]: 'a' }],
].map(([name, body, payload, media]) => ({ name, number: 900001, body, media,
	...(payload && { payload }), refused: [] }));

const odd = [
	['a number of too many digits', `{"${TEXT}":"a","champ_Q2hhbXAtOTEwMDAxMA":99999999999999999999}`,
	    { [TEXT]: 'a' }, [['champ_Q2hhbXAtOTEwMDAxMA', 'scalar']]],
	['a real of too many digits', '{"champ_Q2hhbXAtOTEwMDAxMg":1e300}', {},
	    [['champ_Q2hhbXAtOTEwMDAxMg', 'scalar']]],
	['deep arrays', deep('[', ']', 500), {}, [[TEXT, 'scalar']]],
	['deep objects', `{"${TEXT}":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`, {}, [[TEXT, 'scalar']]],
	['deep facts', `{"a":${'{"a":'.repeat(500)}1${'}'.repeat(501)}`, {}, null],
	['many strangers', JSON.stringify(Object.fromEntries(Array(10000).fill(0)
	    .map((_, i) => [`champ_${i}`, 'x']))), {}, null],
	['many rows', JSON.stringify({ [TOWNS]: Array(20000).fill({}) }), {}, [[TOWNS, 'too-long']]],
].map(([name, body, payload, reasons]) => ({ name, number: 900001, body, payload,
	...(reasons && { refused: reasons }) }));

export default () => [...refused, ...unknown, ...taken, ...odd];
