// demarches.mjs - the démarches of the stand-in, read from files in either shape
// that DS publishes: "revision" (DS 2.1) or "activeRevision" (DS 3).
//
// What no schema of DS says may stand beside it, in a key "standIn" that nobody
// is served: { opendata: false, noGender: true, oldSlugs: [...],
// dossiers: [{ number, state }], rules: { "<stable id>": { positive, min, max,
// past, start, end, exact, items: [{ id, label }] } } }.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// "Q2hhbXAtMjI=", "Q2hhbXAtMjI" and "Champ-22|<row>" lead to 22; a wrong padding
// to nothing, and the name of the class is not looked at (DS 1.4).
export function stable_id(base64) {
	const m = /^([A-Za-z0-9+/_-]+)(={0,2})$/.exec(base64);
	if (!m || m[1].length % 4 === 1 ||
	    (m[2] && (m[1].length + m[2].length) % 4 !== 0))
		return null;
	const found = /^[A-Za-z]+-(\d+)(\|.*)?$/
	    .exec(Buffer.from(m[1], 'base64').toString('latin1'));
	return found ? found[1] : null;
}

export const champ_key = id =>
    `champ_${Buffer.from(`Champ-${id}`).toString('base64').replace(/=+$/, '')}`;

// A champ of ours from a descriptor of DS.
function champ(descriptor, rules, is_private, block) {
	const id = stable_id(descriptor.id);
	const made = {
		id, block, private: is_private, key: champ_key(id),
		ds_id: descriptor.id, typename: descriptor.__typename,
		type: descriptor.__typename.replace(/ChampDescriptor$/, ''),
		label: descriptor.label, required: descriptor.required,
		level: descriptor.level ?? 1,
		options: descriptor.options ?? [], other: descriptor.otherOption === true,
		rule: rules[id], items: rules[id]?.items,
	};
	made.children = (descriptor.champDescriptors ?? []).map(child =>
	    champ(child, rules, is_private, id));
	return made;
}

function demarche(file) {
	const { standIn: more = {}, activeRevision, ...schema } =
	    JSON.parse(readFileSync(file, 'utf8'));
	const revision = schema.revision ?? activeRevision;
	const rules = more.rules ?? {};
	if (!Number.isInteger(schema.number) || !revision?.champDescriptors)
		throw new Error(`"${file}" is no schema of a démarche`);
	const champs = revision.champDescriptors
	    .map(one => champ(one, rules, false, null))
	    .concat((revision.annotationDescriptors ?? [])
	    .map(one => champ(one, rules, true, null)));
	const slug = schema.demarcheURL?.split('/').pop().toLowerCase() ??
	    `demarche-${schema.number}`;
	return {
		number: schema.number, slug, title: schema.title.trim(),
		state: schema.state, champs, more,
		individual: schema.forIndividual === true,
		opendata: more.opendata !== false,
		by_id: new Map(champs.flatMap(one =>
		    [one, ...one.children].map(each => [each.id, each]))),
		schema: { ...schema, revision },
	};
}

// Published, or a draft of its authors (DS 1.1).
export const is_open = one => ['publiee', 'brouillon'].includes(one.state);

// Described to the public (DS 2.1).
export const is_described = one => one.opendata && is_open(one);

// What DS tells of a démarche: the state may have changed since the file.
export const described = one => ({ ...one.schema, state: one.state });

export function read_demarches(folder) {
	const all = readdirSync(folder).filter(name => name.endsWith('.json')).sort()
	    .map(name => demarche(join(folder, name)));
	// Paths are stripped and in lower case (DS 1.1).
	const path = slug => slug.trim().toLowerCase();
	return {
		all,
		of_number: number => all.find(one => one.number === Number(number)),
		of_slug: slug => all.find(one => one.slug === path(slug)),
		of_old_slug: slug => all.find(one =>
		    one.more.oldSlugs?.includes(path(slug))),
	};
}
