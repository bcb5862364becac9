// graphql.mjs - the stored queries of DS's GraphQL that Guichet asks (DS 2.1, 3).
import { described, is_described } from './demarches.mjs';
import { stamp } from './dates.mjs';
import { SUBMITTED, dossier_id } from './drafts.mjs';

// A refusal, in the shape of GraphQL.
class Refusal extends Error {
	constructor(status, code, message) {
		super(message);
		this.answer = { status, body: {
			errors: [{ message, extensions: { code } }], data: null } };
	}
}

const missing = what => new Refusal(200, 'not_found', `${what} not found`);
const unauthorized = what => new Refusal(200, 'unauthorized',
    `An object of type ${what} was hidden due to permissions`);

// A value as a reader of text would see it.
const plain = value => Array.isArray(value) ? value.join(', ') : value;

// The types of GraphQL that are not a mere text; a list is one.
const OWN = ['Address', 'Checkbox', 'Civilite', 'Commune', 'Date', 'Datetime',
	'DecimalNumber', 'Departement', 'DossierLink', 'Epci', 'IntegerNumber',
	'LinkedDropDownList', 'MultipleDropDownList', 'Pays', 'PieceJustificative',
	'Region', 'Repetition', 'Siret'];

function typename({ type }) {
	return `${type === 'YesNo' ? 'Checkbox' : OWN.includes(type) ? type : 'Text'}Champ`;
}

function champ(one, value, name) {
	const rows = one.type === 'Repetition';
	return {
		__typename: typename(one),
		id: name ?? one.ds_id, champDescriptorId: one.ds_id, label: one.label,
		stringValue: rows || value === undefined ? '' : plain(value),
		prefilled: value !== undefined,
		...(rows && { rows: (value ?? []).map((row, n) => ({ id: `row-${n}`,
		    champs: one.children.map(child => champ(child, row[child.key],
		    Buffer.from(`Champ-${child.id}|row-${n}`).toString('base64'))) })) }),
	};
}

const date = ms => ms ? stamp(ms) : null;

function dossier(draft) {
	const champs = is_private => draft.demarche.champs
	    .filter(one => one.private === is_private)
	    .map(one => champ(one, draft.stored[one.key]));
	return {
		__typename: 'Dossier', id: dossier_id(draft), number: draft.number,
		archived: false, prefilled: !draft.seeded, state: draft.state,
		dateDerniereModification: date(draft.changed_at),
		dateDepot: date(draft.submitted_at),
		datePassageEnConstruction: date(draft.submitted_at),
		datePassageEnInstruction: draft.state === 'en_construction' ? null :
		    date(draft.changed_at),
		dateTraitement: date(draft.processed_at),
		demarche: { number: draft.demarche.number, title: draft.demarche.title },
		champs: champs(false), annotations: champs(true),
	};
}

// Drafts are never visible (DS 3).
const visible = draft => SUBMITTED.includes(draft.state);

const MORE = 100;

function page_of(all, { first, after }) {
	const cursor = draft => Buffer.from(String(draft.number)).toString('base64');
	const from = after ? all.findIndex(one => cursor(one) === after) + 1 : 0;
	const nodes = all.slice(from, from + Math.min(first ?? MORE, MORE));
	return {
		pageInfo: {
			hasPreviousPage: from > 0,
			hasNextPage: from + nodes.length < all.length,
			startCursor: nodes.length ? cursor(nodes[0]) : null,
			endCursor: nodes.length ? cursor(nodes.at(-1)) : null,
		},
		nodes: nodes.map(dossier),
	};
}

// "number" or "id", exactly one.
function named(demarches, which = {}) {
	if (('number' in which) === ('id' in which))
		throw new Refusal(400, 'bad_request', 'demarche takes a number or an id');
	return 'number' in which ? demarches.of_number(which.number) :
	    demarches.all.find(one => one.schema.id === which.id);
}

const OPERATIONS = {
	getDemarcheDescriptor({ demarches, allowed }, { demarche, includeRevision }) {
		const one = named(demarches, demarche);
		if (!one || !(allowed || is_described(one)))
			throw missing('DemarcheDescriptor');
		const { revision, ...rest } = described(one);
		return { demarcheDescriptor:
		    { ...rest, ...(includeRevision && { revision }) } };
	},
	getDossier({ drafts, allowed }, { dossierNumber }) {
		if (!allowed)
			throw unauthorized('Dossier');
		const draft = drafts.of_number(Number(dossierNumber));
		if (!draft || !visible(draft))
			throw missing('Dossier');
		return { dossier: dossier(draft) };
	},
	getDemarche({ demarches, drafts, allowed }, variables) {
		if (!allowed)
			throw unauthorized('Demarche');
		const one = demarches.of_number(variables.demarcheNumber);
		if (!one)
			throw missing('Demarche');
		const since = Date.parse(variables.updatedSince ?? '') || 0;
		const found = drafts.list().filter(draft => draft.demarche === one &&
		    visible(draft) && draft.changed_at >= since &&
		    draft.state === (variables.state ?? draft.state));
		const { revision, ...rest } = described(one);
		// "activeRevision" here, not "revision" (DS 3).
		return { demarche: { ...rest,
		    ...(variables.includeRevision && { activeRevision: revision }),
		    ...(variables.includeDossiers && { dossiers: page_of(found, variables) }) } };
	},
};

const STORED = ['ds-query-v2', 'ds-mutation-v2', 'introspection'];

// What POST /api/v2/graphql answers: { status, body }.
export function graphql(world, question) {
	if (question === null || typeof question !== 'object')
		return new Refusal(400, 'bad_request', 'not a JSON object').answer;
	const { queryId, operationName, variables } = question;
	if (!STORED.includes(queryId) && !world.allowed)
		return new Refusal(403, 'forbidden',
		    'Without a token, only persisted queries are allowed').answer;
	if (queryId !== 'ds-query-v2' || !Object.hasOwn(OPERATIONS, operationName ?? ''))
		return new Refusal(400, 'bad_request',
		    'the stand-in knows only some stored queries').answer;
	try {
		return { status: 200, body: { data: OPERATIONS[operationName](world,
		    variables ?? {}) } };
	} catch (error) {
		if (error instanceof Refusal)
			return error.answer;
		throw error;
	}
}
