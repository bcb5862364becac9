// pages.mjs - what a person sees of the stand-in: what arrived, champ by champ.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;',
	'\'': '&#39;' };
const esc = text => String(text ?? '').replace(/[&<>"']/g, c => ESCAPES[c]);

const STYLE = `
body { margin: 0; font: 1rem/1.5 sans-serif; color: #161616; background: #f6f6f6 }
header { background: #000091; color: #fff; padding: .75rem 1rem }
header p, main { max-width: 48rem; margin: 0 auto }
header b { font-size: 1.2rem }
main { background: #fff; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin-top: 0 }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; color: #000091 }
.note { border-left: 4px solid #0063cb; background: #e8edff; padding: .75rem 1rem }
dt { font-weight: bold; margin-top: 1rem }
dd { margin: .25rem 0 0; padding: .5rem .75rem; background: #eee; white-space: pre-wrap;
  overflow-wrap: anywhere; border-bottom: 2px solid #3a3a3a }
dd dl { margin: 0 }
dd dt { margin-top: .25rem }
dd dd { background: none; border: 0; padding: 0 }
button, .button { font: inherit; color: #fff; background: #000091; border: 0;
  padding: .6rem 1.2rem; cursor: pointer; text-decoration: none; display: inline-block }
button:hover, .button:hover { background: #1212ff }
button:focus-visible, a:focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px }
summary { margin-top: 2rem; cursor: pointer }`;

function page(title, main) {
	return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${esc(title)} - Démarches simplifiées - démonstration</title>
<style>${STYLE}</style></head>
<body><header><p><b>Démarches simplifiées - démonstration</b><br>
Ce n’est pas le vrai service : rien n’est transmis à une administration.</p></header>
<main>
<h1>${esc(title)}</h1>
${main}
</main></body></html>
`;
}

export const error_page = title =>
    page(title, '<p>Veuillez réessayer dans quelques minutes.</p>');
export const missing_page = () => page('Page non trouvée',
    '<p>Cette adresse ne mène à aucun dossier ni à aucune démarche.</p>');
export const closed_page = demarche => page(demarche.title,
    '<p class="note">Cette démarche est fermée : elle ne reçoit plus de dossier.</p>');

const WORDS = { true: 'Oui', false: 'Non' };

// A value for the eyes: words for a boolean, the name of a place beside its code.
function seen(champ, value, places) {
	if (['Checkbox', 'YesNo'].includes(champ.type))
		return WORDS[value] ?? value;
	if (['Commune', 'Epci'].includes(champ.type)) {
		const name = places.name(value);
		return value.join(' / ') + (name ? ` (${name})` : '');
	}
	return [value].flat().join('\n');
}

function filled(champ, value, places) {
	if (champ.type !== 'Repetition')
		return `<dt>${esc(champ.label)}</dt><dd>` +
		    `${esc(seen(champ, value, places))}</dd>`;
	const rows = value.map(row => '<dl>' + champ.children
	    .filter(child => child.key in row)
	    .map(child => filled(child, row[child.key], places)).join('') + '</dl>');
	return `<dt>${esc(champ.label)}</dt>` +
	    rows.map(row => `<dd>${row}</dd>`).join('');
}

const IDENTITY = { identite_genre: 'Civilité', identite_prenom: 'Prénom',
	identite_nom: 'Nom' };

// The champs that came, under the titles of the form, then the annotations.
function received(draft, places) {
	const came = champ => draft.prefilled.includes(champ.key);
	const groups = [];
	const group = title => groups.push({ title, list: [] });

	group('Identité');
	for (const [key, label] of Object.entries(IDENTITY))
		if (draft.identity[key])
			groups[0].list.push(`<dt>${label}</dt><dd>` +
			    `${esc(draft.identity[key])}</dd>`);
	group('Formulaire');
	for (const champ of draft.demarche.champs.filter(one => !one.private)) {
		if (champ.type === 'HeaderSection')
			group(champ.label);
		else if (came(champ))
			groups.at(-1).list.push(filled(champ, draft.stored[champ.key],
			    places));
	}
	group('Annotations, vues par l’administration seule');
	for (const champ of draft.demarche.champs.filter(one => one.private && came(one)))
		groups.at(-1).list.push(filled(champ, draft.stored[champ.key], places));
	return groups.filter(({ list }) => list.length > 0)
	    .map(({ title, list }) =>
	    `<h2>${esc(title)}</h2>\n<dl>${list.join('\n')}</dl>`).join('\n');
}

const UNSEEN = ['HeaderSection', 'Explication'];

function waiting(draft) {
	const list = draft.demarche.champs.filter(champ => !champ.private &&
	    !UNSEEN.includes(champ.type) && !draft.prefilled.includes(champ.key));
	return list.length === 0 ? '' : '<details><summary>Champs qui restent à remplir ' +
	    `(${list.length})</summary><ul>` + list.map(champ =>
	    `<li>${esc(champ.label)}</li>`).join('') + '</ul></details>';
}

// A draft: with the button for who may still take it, without for its owner.
export function draft_page(draft, places) {
	const open = draft.state === 'prefilled';
	const count = draft.prefilled.length;
	const head = open ? `<p class="note">Un dossier prérempli vous attend :
${count} champ${count > 1 ? 's' : ''} reçu${count > 1 ? 's' : ''}. Sans connexion de
votre part, il est détruit au bout de 5 jours.</p>
<form method="post" action="/commencer/${esc(draft.demarche.slug)}">
<input type="hidden" name="prefill_token" value="${esc(draft.token)}">
<button>Se connecter et ouvrir mon dossier</button></form>` :
	    `<p class="note">Dossier n° ${draft.number}, en brouillon : il est à vous.</p>`;
	return page(draft.demarche.title,
	    `${head}\n${received(draft, places)}\n${waiting(draft)}`);
}

export const demarche_page = demarche => page(demarche.title,
    `<p>${esc(demarche.schema.description)}</p>
<p class="note">Aucune valeur n’a été reçue : le dossier serait vide.</p>`);

export const index_page = demarches => page('Démarches',
    '<ul>' + demarches.map(one => `<li><a href="/commencer/${esc(one.slug)}">` +
    `${esc(one.title)}</a> (n° ${one.number})</li>`).join('') + '</ul>');
