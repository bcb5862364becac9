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

void
answers_warn(const struct answers *s, xmlNodePtr parent)
{
	struct doubts x = { s, parent, NULL };
	const struct known *start = answers_get(s, "project.start", -1);
	const struct known *end = answers_get(s, "project.end", -1);
	const struct known *cost = answers_get(s, "project.cost", -1);

	/* Days as 2027-04-03 stand in the order of their letters. */
	if (start != NULL && end != NULL && strcmp(end->v, start->v) < 0)
		answers_warning_add(&x, "end");
	/* Asked without taxes; the rate is not known: not converted. */
	if (cost != NULL && cost->taxed)
		xml_set(answers_warning_add(&x, "tax"), "cost", cost->v);
	look_at_plan(&x);
}
