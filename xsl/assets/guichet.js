/* guichet.js - saves time, adds nothing that the pages cannot do without it:
   suggestions of places while one types, boxes applied when they are ticked, what
   is written kept through a reload. */
(function () {
'use strict';

/* Suggestions under a field: the ARIA combobox with a list.  data-suggest is where
   they come from, data-id the hidden field that keeps what was chosen, if any;
   the other data are its words. */
function combobox(input) {
	var words = input.dataset, hiddenName = words.id;
	var box = input.parentNode;
	var list = document.createElement('ul');
	var live = document.createElement('p');
	var known = hiddenName && box.querySelector('[name=' + hiddenName + ']');
	var items = [], active = -1, timer, asked = 0;

	list.id = input.id + '-liste';
	list.className = 'g-combo__list';
	list.hidden = true;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', words.label);
	live.className = 'g-live';
	live.setAttribute('role', 'status');
	box.appendChild(list);
	box.appendChild(live);
	input.setAttribute('role', 'combobox');
	input.setAttribute('aria-autocomplete', 'list');
	input.setAttribute('aria-expanded', 'false');
	input.setAttribute('aria-controls', list.id);

	/* Keeps in the form the ids given, and no other. */
	function choose(id) {
		if (!hiddenName)
			return;
		box.querySelectorAll('[name=' + hiddenName + ']').forEach(function (old) {
			old.remove();
		});
		if (!id)
			return;
		var hidden = document.createElement('input');
		hidden.type = 'hidden';
		hidden.name = hiddenName;
		hidden.value = id;
		box.appendChild(hidden);
	}

	function close() {
		list.hidden = true;
		active = -1;
		input.setAttribute('aria-expanded', 'false');
		input.removeAttribute('aria-activedescendant');
	}

	function pick(item) {
		input.value = item.name;
		choose(item.id);
		close();
		}

	function point(n) {
		var rows = list.children;
		active = (n + rows.length) % rows.length;
		for (var i = 0; i < rows.length; i++)
			rows[i].setAttribute('aria-selected', String(i === active));
		input.setAttribute('aria-activedescendant', rows[active].id);
		rows[active].scrollIntoView({ block: 'nearest' });
	}

	function row(item, i) {
		var li = document.createElement('li');
		var small = document.createElement('small');
		li.id = list.id + '-' + i;
		li.setAttribute('role', 'option');
		li.setAttribute('aria-selected', 'false');
		li.textContent = item.name;
		small.textContent = [item.scale, item.detail].filter(Boolean).join(' · ');
		li.appendChild(small);
		li.addEventListener('mousedown', function (event) {
			event.preventDefault();
			pick(item);
		});
		return li;
	}

	function show(found) {
		items = found;
		list.replaceChildren.apply(list, items.map(row));
		live.textContent = items.length === 0 ? words.none :
		    items.length === 1 ? words.one :
		    words.many.replace('#', items.length);
		close();
		list.hidden = items.length === 0;
		input.setAttribute('aria-expanded', String(!list.hidden));
	}

	function ask() {
		var q = input.value.trim(), turn = ++asked;
		if (q.length < 2)
			return show([]);
		fetch(input.dataset.suggest + '?format=json&q=' + encodeURIComponent(q))
			.then(function (answer) { return answer.ok ? answer.json() : []; })
			.then(function (found) {
				if (turn === asked && document.activeElement === input)
					show(found);
			})
			.catch(close);
	}

	input.addEventListener('input', function () {
		choose(null);
		clearTimeout(timer);
		timer = setTimeout(ask, 200);
	});
	input.addEventListener('blur', close);
	input.form.addEventListener('reset', function () {
		choose(known && known.value);
	});
	input.addEventListener('keydown', function (event) {
		if (list.hidden)
			return;
		if (event.key === 'ArrowDown')
			point(active + 1);
		else if (event.key === 'ArrowUp')
			point(active < 0 ? -1 : active - 1);
		else if (event.key === 'Enter' && active >= 0)
			pick(items[active]);
		else if (event.key === 'Escape')
			close();
		else
			return;
		event.preventDefault();
	});
}

/* Whether a page is shown again as it was, rather than as the server has it. */
function isBack(pageshow) {
	var how = performance.getEntriesByType('navigation')[0];
	return pageshow.persisted || Boolean(how) && how.type === 'back_forward';
}

/* What is noted for the next page of this tab; nothing in a frame of another site
   whose browser keeps nothing there. */
function note(key, value) {
	try {
		sessionStorage.setItem(key, value);
	} catch (refused) {
		/* The next page begins at its top. */
	}
}
function taken(key) {
	try {
		var value = sessionStorage.getItem(key);
		sessionStorage.removeItem(key);
		return value;
	} catch (refused) {
		return null;
	}
}

/* In a frame of another site, how high the page is, and whether it is the next of
   another in that frame, unless the reader is back on a field: the few lines that
   the portal proposes to that site fit the frame to it, and show its beginning.  It
   says nothing else. */
function framed(resumed) {
	var next = !resumed && !document.referrer.indexOf(location.origin + '/');

	function tell() {
		parent.postMessage({ guichet: document.documentElement.offsetHeight,
		    page: next }, '*');
		next = false;
	}
	if (parent === window || !document.body.classList.contains('g-framed'))
		return;
	new ResizeObserver(tell).observe(document.documentElement);
}

/* A box that is ticked applies at once, as the form says; the new page's title
   says the count.  Fields one types in and lists wait for the button: arrow keys
   go through a list, and each would be a page (WCAG 3.2.2). */
function applied(form) {
	function go(field) {
		if (field.form !== form)
			return;
		note('field', field.id);
		form.requestSubmit();
	}
	document.addEventListener('change', function (event) {
		if (event.target.matches('[type=checkbox]'))
			go(event.target);
	});
	form.querySelectorAll('fieldset').forEach(function (set) {
		set.setAttribute('aria-describedby', 'aussitot');
	});
	/* Back to an answer, the form says again what was asked for it. */
	window.addEventListener('pageshow', function (event) {
		if (isBack(event))
			form.reset();
	});
}

/* After a choice, the reader is back on the field, and hears the answer.  Whether
   they are. */
function resume(form) {
	var id = taken('field');
	var field = id && document.getElementById(id);
	var live = document.createElement('p');

	if (!field || field.form !== form)
		return false;
	live.className = 'g-live';
	live.setAttribute('role', 'status');
	document.body.appendChild(live);
	form.parentNode.open = form.contains(field);
	field.focus();
	setTimeout(function () {
		live.textContent = document.querySelector('h1').textContent;
	}, 300);
	return true;
}

/* The theme of questions that is seen is said in the list of themes and the title;
   styles show it without this. */
function current(nav) {
	var said = nav.dataset.title, first;

	nav.querySelectorAll('a').forEach(function (a) {
		var theme = document.getElementById(a.hash.slice(1));
		if (theme && theme.offsetParent) {
			a.setAttribute('aria-current', 'step');
			first = first || a.textContent;
		} else
			a.removeAttribute('aria-current');
	});
	if (first && said)
		document.title = document.title.replace(said, nav.dataset.title = first);
}

/* A field that the address names may be in a line that is folded: browsers unfold
   it, but not all of them yet. */
function unfold() {
	var field = location.hash.length > 1 &&
	    document.getElementById(location.hash.slice(1));
	var folded = field && field.closest('details:not([open])');

	if (!folded)
		return;
	for (; folded; folded = folded.parentNode.closest('details'))
		folded.open = true;
	field.focus();
}

/* Addresses stay short: a field left empty is not sent.  What is posted is sent
   whole, for an answer that was emptied is an answer. */
document.addEventListener('formdata', function (event) {
	if (event.target.method !== 'get')
		return;
	var fields = Array.from(event.formData.entries());
	fields.forEach(function (field) { event.formData.delete(field[0]); });
	fields.forEach(function (field) {
		if (field[1] !== '')
			event.formData.append(field[0], field[1]);
	});
});

/* What is written in an application outlives a reload of its page, or a tab that
   the browser put to sleep.  It stays in the tab, until the next page is there; a
   browser that lets pages keep nothing does without. */
function kept(form, before) {
	var how = performance.getEntriesByType('navigation')[0];

	function fields() {
		return Array.from(form.elements).filter(function (field) {
			return field.id && field.name && field.type !== 'hidden';
		});
	}
	function is(field) {
		return field.type === 'checkbox' || field.type === 'radio';
	}
	function keep() {
		var all = {};
		fields().forEach(function (field) {
			all[field.id] = is(field) ? field.checked : field.value;
		});
		sessionStorage.setItem('answers',
		    JSON.stringify({ path: location.pathname, all: all }));
	}
	window.addEventListener('pagehide', keep);
	document.addEventListener('visibilitychange', keep);
	if (!before || before.path !== location.pathname ||
	    !(document.wasDiscarded || how && how.type === 'reload'))
		return;
	fields().forEach(function (field) {
		if (field.id in before.all)
			field[is(field) ? 'checked' : 'value'] = before.all[field.id];
	});
}

/* Back from the draft to the page it was made from, which does not know: its form
   and what it shows were noted when they were sent.  A page fresh from the server
   says itself what came of them. */
function sent(form, notice) {
	var key = form.elements.form.value + form.elements.shown.value;
	var button = form.querySelector('[value=send]');

	form.addEventListener('submit', function (event) {
		if (event.submitter === button)
			sessionStorage.setItem('sent', key);
	});
	window.addEventListener('pageshow', function (event) {
		if (sessionStorage.getItem('sent') !== key)
			return;
		if (!isBack(event))
			return sessionStorage.removeItem('sent');
		notice.hidden = false;
		button.textContent = notice.dataset.button;
	});
}

var form = document.getElementById('recherche');
document.querySelectorAll('.g-themes').forEach(function (nav) {
	/* The target of an address is known when the page is shown, not before. */
	['pageshow', 'hashchange'].forEach(function (event) {
		window.addEventListener(event, function () {
			unfold();
			current(nav);
		});
	});
});
document.querySelectorAll('[data-suggest]').forEach(combobox);
if (form)
	applied(form);
framed(form && resume(form));

var questions = document.getElementById('questions');
try {
	var before = JSON.parse(sessionStorage.getItem('answers'));
	sessionStorage.removeItem('answers');
	if (questions)
		kept(questions, before);
	var made = document.getElementById('deja');
	if (made)
		sent(document.getElementById('suite'), made);
} catch (refused) {
	/* Nothing is kept. */
}
}());
