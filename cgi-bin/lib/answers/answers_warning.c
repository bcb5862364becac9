/* answers_warning.c - what a reader may want to look at again. */

#include <stdlib.h>
#include <string.h>

#include "answers/answers_warning.h"
#include "xml/xml.h"

struct doubts {
	const struct answers *answers;
	xmlNodePtr parent, to; /* to: NULL before the first */
};

/* Doubts refuse nothing: the authority may know better than the sum. */
static xmlNodePtr
answers_warning_add(struct doubts *x, const char *about)
{
	xmlNodePtr n;

	if (x->to == NULL)
		x->to = xml_add(x->parent, "doubts");
	n = xml_add(x->to, "doubt");
	xml_set(n, "about", about);
	return n;
}

/* Lines of which a half is known; the cents of all that have an amount. */
static long long
look_at_lines(struct doubts *x, int lines)
{
	long long sum = 0;

	for (int i = 0; i < lines; i++) {
		const struct known *amount = answers_get(x->answers,
		    "plan.amount", i);
		bool funder = answers_get(x->answers, "plan.funder", i) !=
			NULL ||
		    answers_get(x->answers, "plan.name", i) != NULL;

		if ((amount != NULL) != funder)
			xml_set_int(answers_warning_add(x,
					funder ? "amount" : "funder"),
			    "line", i + 1);
		sum += amount != NULL ? answers_cents(amount) : 0;
	}
	return sum;
}

static void
look_at_plan(struct doubts *x)
{
	const struct known *cost = answers_get(x->answers, "project.cost", -1);
	const struct fact *plan = facts_find(x->answers->facts, "plan");
	struct pool *pool = x->answers->pool;
	long long sum, whole;
	xmlNodePtr n;

	if (plan == NULL)
		return;
	sum = look_at_lines(x, answers_lines(x->answers, plan));
	whole = cost != NULL ? answers_cents(cost) : 0;
	if (sum == 0 || whole == 0 || sum == whole)
		return;
	n = answers_warning_add(x, sum < whole ? "lack" : "surplus");
	xml_set(n, "plan", answers_amount(pool, sum));
	xml_set(n, "cost", answers_amount(pool, whole));
	xml_set(n, "amount", answers_amount(pool, llabs(whole - sum)));
}

/* The days of the works.  They stand in the order of their letters, as
 * 2027-04-03; the first of this month may be what a month alone was read as. */
static void
look_at_days(struct doubts *x, const char *today)
{
	static const char *const names[] = { "project.start", "project.end" };
	const struct known *day[2];
	xmlNodePtr n;

	for (int i = 0; i < 2; i++)
		day[i] = answers_get(x->answers, names[i], -1);
	if (day[0] != NULL && day[1] != NULL &&
	    strcmp(day[1]->v, day[0]->v) < 0)
		answers_warning_add(x, "end");
	for (int i = 0; i < 2; i++) {
		if (day[i] == NULL || strcmp(day[i]->v, today) >= 0 ||
		    (strncmp(day[i]->v, today, 7) == 0 &&
			strcmp(day[i]->v + 7, "-01") == 0))
			continue;
		n = answers_warning_add(x, i == 0 ? "begun" : "over");
		xml_set(n, "date", day[i]->v);
		return;
	}
}

/* Forms ask for amounts without taxes; the rate is not known: not converted. */
static void
look_at_taxes(struct doubts *x)
{
	size_t n;
	const struct fact *f = facts_all(x->answers->facts, &n);

	for (size_t i = 0; i < n; i++) {
		int line = f[i].list != NULL ? 0 : -1;
		int end = f[i].list != NULL
		    ? answers_lines(x->answers, f[i].list)
		    : 0;

		for (; f[i].type == FACT_AMOUNT && line < end; line++) {
			const struct known *k = answers_get(x->answers,
			    f[i].name, line);
			xmlNodePtr to;

			if (k == NULL || !k->taxed)
				continue;
			to = answers_warning_add(x, "tax");
			xml_set(to, "cost", k->v);
			xml_set(to, "label", f[i].label);
			if (line >= 0)
				xml_set_int(to, "line", line + 1);
		}
	}
}

void
answers_warn(struct answers *s, const struct authority *a, const char *today,
    xmlNodePtr parent)
{
	struct doubts x = { s, parent, NULL };

	if (authority_is_renamed(s, a))
		xml_set(answers_warning_add(&x, "authority"), "name",
		    answers_get(s, "authority.name", -1)->v);
	look_at_days(&x, today);
	look_at_taxes(&x);
	look_at_plan(&x);
}
