/* test_doubt.c - what a reader may want to look at again. */

#include "answers/answers_warning.h"
#include "apply/answers_form.h"
#include "known.h"
#include "xml/xml.h"

static const struct base_answer answers[] = { KNOWN_ANSWERS };

#define PLAN(n, funder, amount) \
	"&plan." #n ".funder=" funder "&plan." #n ".amount=" amount

/* want: what each is about, with its line or its amounts. */
static const struct {
	const char *body, *want;
} rows[] = {
	{ "project.title=a", "" },
	{ "project.start=3/4/2027&project.end=3/4/2027", "" },
	{ "project.start=3/4/2027&project.end=30/11/2026", "end" },
	{ "project.end=30/11/2026", "" },
	/* before today */
	{ "project.start=3/4/2017", "begun 2017-04-03" },
	{ "project.start=21/11/2026", "begun 2026-11-21" },
	{ "project.start=22/11/2026", "" },
	{ "project.start=novembre 2026", "" },
	{ "project.start=octobre 2026", "begun 2026-10-01" },
	{ "project.start=3/4/2017&project.end=3/4/2018", "begun 2017-04-03" },
	{ "project.end=3/4/2018", "over 2018-04-03" },
	/* the plan and the cost */
	{ "project.cost=100" PLAN(0, "detr", "60") PLAN(1, "region", "40"),
	    "" },
	{ "project.cost=120000,50" PLAN(0, "detr", "50000,25")
		PLAN(4, "dsil", "20000,30"),
	    "lack 70000.55 120000.50 49999.95" },
	{ "project.cost=100" PLAN(0, "detr", "100,01"),
	    "surplus 100.01 100 0.01" },
	{ "project.cost=100", "" },
	/* with its taxes, where it is asked without */
	{ "project.cost=120 000 TTC", "tax 120000" },
	{ "" PLAN(1, "region", "3 000 € TTC"), "tax 2 3000" },
	{ "project.cost=120 k€ t.t.c.", "tax 120000" },
	{ "project.cost=120 000 HT", "" },
	{ "" PLAN(0, "detr", "60"), "" },
	{ "project.cost=0" PLAN(0, "detr", "60"), "" },
	/* half a line */
	{ "" PLAN(0, "detr", "60") PLAN(1, "", "40") PLAN(2, "dsil", "")
		PLAN(3, "", ""),
	    "funder 2 ; amount 3" },
	{ "plan.1.name=CAF&plan.1.amount=40", "" },
	{ "plan.1.name=CAF", "amount 2" },
};

static char *
told(struct desk *d, xmlNodePtr root)
{
	static const char *const names[] = { "about", "line", "plan", "cost",
		"amount", "date" };
	char *s = pool_strdup(d->pool, "");

	if (root->children == NULL)
		return s;
	for (xmlNodePtr n = root->children->children; n != NULL; n = n->next) {
		s = pool_printf(d->pool, "%s%s", s, *s != '\0' ? " ;" : "");
		for (size_t i = 0; i < ROWS(names); i++) {
			xmlChar *v = xmlGetProp(n, (const xmlChar *)names[i]);

			if (v != NULL)
				s = pool_printf(d->pool, "%s%s%s", s,
				    *s != '\0' ? " " : "", (char *)v);
			xmlFree(v);
		}
	}
	return s;
}

static void
test_doubts(void **state)
{
	const struct authority nobody = { .end = AUTHORITY_NONE };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		xmlNodePtr root = xmlDocGetRootElement(xml_page(d.pool, "p"));
		struct urlencoded f;

		assert_int_equal(urlencoded_read(d.pool, rows[i].body, &f),
		    RC_OK);
		answers_form_read(d.answers, &f);
		answers_warn(d.answers, &nobody, "2026-11-22", root);
		want_str(i, told(&d, root), rows[i].want);
		desk_close(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_doubts) };

	base_serve(answers);
	return cmocka_run_group_tests_name("answers_warning", tests, NULL,
	    NULL);
}
