/* display.js - the reader's choice of a light or a dark theme.  It runs before the
   page is drawn, so that no page is seen in the theme that was not chosen.  The
   browser keeps the choice, which is never sent; where it keeps nothing, the choice
   lasts as long as the page. */
(function () {
'use strict';

var root = document.documentElement;

function kept() {
	try {
		return localStorage.getItem('theme');
	} catch (refused) {
		return null;
	}
}

function keep(theme) {
	try {
		if (theme === 'system')
			localStorage.removeItem('theme');
		else
			localStorage.setItem('theme', theme);
	} catch (refused) {
		/* The page has it all the same. */
	}
}

/* Without the attribute the styles follow the system. */
function apply(theme) {
	if (theme === 'light' || theme === 'dark')
		root.setAttribute('data-fr-theme', theme);
	else
		root.removeAttribute('data-fr-theme');
}

apply(kept());
if (!window.HTMLDialogElement)
	return;
root.setAttribute('data-g-display', '');

/* Another tab's choice, or one made since the page that comes back was left. */
window.addEventListener('storage', function () { apply(kept()); });
window.addEventListener('pageshow', function (event) {
	if (event.persisted)
		apply(kept());
});

document.addEventListener('DOMContentLoaded', function () {
	var dialog = document.getElementById('affichage');
	var button = document.getElementById('affichage-ouvrir');

	/* A page in a frame has no foot, where they are. */
	if (!button)
		return;
	button.addEventListener('click', function () {
		var theme = root.getAttribute('data-fr-theme') || 'system';
		dialog.querySelector('[value=' + theme + ']').checked = true;
		dialog.showModal();
		dialog.querySelector(':checked').focus();
	});
	dialog.addEventListener('change', function (event) {
		keep(event.target.value);
		apply(event.target.value);
	});
	/* Beside the dialog, on what dims the page. */
	dialog.addEventListener('click', function (event) {
		if (event.target === dialog)
			dialog.close();
	});
});
}());
