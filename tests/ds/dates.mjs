// dates.mjs - dates and times as Démarches simplifiées (DS) reads them, and what
// it stores.  "DS" with a number is a section of its prefill contract.

const paris = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris',
	year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit',
	minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const two = n => String(n).padStart(2, '0');

// The parts of an instant in Paris: its local time, as if that were UTC.
function local(ms) {
	const part = Object.fromEntries(paris.formatToParts(ms)
	    .map(p => [p.type, Number(p.value)]));
	return Date.UTC(part.year, part.month - 1, part.day, part.hour,
	    part.minute, part.second);
}

const offset = ms => local(ms) - Math.floor(ms / 1000) * 1000;

// 2026-03-01T10:30:00+01:00, in Paris; null out of four-digit years.
export function stamp(ms) {
	const date = new Date(local(ms));
	const minutes = offset(ms) / 60000;
	if (!(date.getUTCFullYear() <= 9999 && date.getUTCFullYear() >= 1900))
		return null;
	return `${date.toISOString().slice(0, 19)}+${two(Math.floor(minutes / 60))}:` +
	    two(minutes % 60);
}

// The instant of a local time of Paris.
function instant(utc) {
	return utc - offset(utc - offset(utc));
}

// YYYY-MM-DD, or null when there is no such day.
function day(year, month, date) {
	const time = new Date(Date.UTC(year, month - 1, date));
	return time.getUTCMonth() === month - 1 && time.getUTCDate() === date ?
	    `${year}-${two(month)}-${two(date)}` : null;
}

// The day first, the month first only when that is impossible (DS 1.6).
function calendar(text) {
	let m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
	if (m)
		return day(Number(m[1]), Number(m[2]), Number(m[3]));
	m = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
	if (!m)
		return null;
	const year = Number(m[4]), a = Number(m[1]), b = Number(m[3]);
	return day(year, b, a) ?? day(year, a, b);
}

// Seconds since 1970: a number, or 10 to 13 digits.
function unix(value) {
	if (typeof value === 'number')
		return value * 1000;
	return /^\d{10,13}$/.test(value) ? Number(value) * 1000 : null;
}

const scalar = value => typeof value === 'string' ? value.trim() :
    typeof value === 'number' ? value : '';

// What B stores of a date: YYYY-MM-DD; null when it refuses it.
export function read_date(value) {
	const given = scalar(value), seconds = unix(given);
	if (seconds !== null)
		return stamp(seconds)?.slice(0, 10) ?? null;
	return calendar(given);
}

const TIME = new RegExp('^(.+?)(?:T| +)(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?' +
    '(Z|[+-]\\d\\d:?\\d\\d)?$');

// What B stores of a date and time: ISO 8601 in Paris; null when it refuses it.
export function read_datetime(value) {
	const given = scalar(value), seconds = unix(given);
	if (seconds !== null)
		return stamp(seconds);
	const m = TIME.exec(given) ?? [null, given, '00', '00'];
	const date = calendar(m[1]);
	const [hour, minute, second] = [m[2], m[3], m[4] ?? '00'].map(Number);
	if (date === null || hour > 23 || minute > 59 || second > 59)
		return null;
	const utc = Date.parse(`${date}T${m[2]}:${m[3]}:${two(second)}Z`);
	if (!m[5])
		return stamp(instant(utc));
	const zone = /^([+-])(\d\d):?(\d\d)$/.exec(m[5]);
	const shift = zone ? Number(`${zone[1]}1`) *
	    (Number(zone[2]) * 60 + Number(zone[3])) * 60000 : 0;
	return stamp(utc - shift);
}

// The last three in the morning, in Paris: when DS's daily work is done (DS 1.3).
export function last_three(ms) {
	const three = new Date(local(ms));
	if (three.getUTCHours() < 3)
		three.setUTCDate(three.getUTCDate() - 1);
	three.setUTCHours(3, 0, 0, 0);
	return instant(three.getTime());
}
