/* test_answers_form.c - facts as fields of a form. */

#include "apply/answers_form.h"
#include "known.h"
#include "payload/source_parse.h"
#include "xml/xml.h"

static const struct base_answer answers[] = { KNOWN_ANSWERS };

/* want: as desk_tell says it. */
static const struct {
	const char *body, *want;
} read_rows[] = {
	{ "project.title=L%27%C3%A9cole&step=check&form=x&plan=a",
	    "project.title=L'école" },
	{ "project.cost=12+500%2C50+%E2%82%AC&project.start=3%2F4%2F2027",
	    "project.start=2027-04-03 ; project.cost=12500.50" },
	{ "plan.0.funder=detr&plan.0.amount=10&plan.12.amount=20",
	    "plan.funder.0=detr ; plan.amount.0=10 ; plan.amount.12=20" },
	{ "plan.49.amount=1&plan.50.amount=2&plan.100.amount=3&plan.x.amount=4"
	  "&plan..amount=5&plan.1amount=6&plan.amount=7&plan.0.colour=8"
	  "&plan.1.=9&plan.-1.amount=1",
	    "plan.amount.49=1" },
	{ "project.0.title=a&0.project.title=b", "" },
	/* what Guichet finds is not for a form to say */
	{ "authority.siren=217901099&project.communes.0.commune=79109", "" },
	{ "project.title=a&project.title=b", "project.title=b" },
	{ "project.contracts=acv&project.jobs=1&project.contracts=pvd",
	    "project.jobs=1 ; project.contracts=acv,pvd" },
	{ "plan.1.amount=x&plan.1.amount=y", "!plan.amount.1 amount y" },
	{ "project.start=demain&plan.1.amount=x",
	    "!project.start date demain ; !plan.amount.1 amount x" },
};

static struct urlencoded
form_of(struct desk *d, const char *body)
{
	struct urlencoded f;

	assert_int_equal(urlencoded_read(d->pool, body, &f), RC_OK);
	return f;
}

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(read_rows); i++) {
		struct desk d = desk_open();
		struct urlencoded f = form_of(&d, read_rows[i].body);

		answers_form_read(d.answers, &f);
		want_str(i, desk_tell(&d), read_rows[i].want);
		desk_close(&d);
	}
}

/* A field that was emptied stays empty; one that is not there does not. */
static void
test_blank(void **state)
{
	struct desk d = desk_open();
	struct urlencoded f = form_of(&d,
	    "project.place=+&project.contracts="
	    "&project.start=demain");

	(void)state;
	answers_form_read(d.answers, &f);
	answers_put(d.answers, "project.place", -1, "Niort", NULL, NULL, "x");
	answers_put(d.answers, "project.contracts", -1, "crte", NULL, NULL,
	    "x");
	answers_put(d.answers, "project.start", -1, "2027-01-01", NULL, NULL,
	    "x");
	answers_put(d.answers, "project.title", -1, "a", NULL, NULL, "x");
	assert_string_equal(desk_tell(&d),
	    "project.title=a ; !project.start date demain");
	desk_close(&d);
}

/* ---- writing ---- */

static const char *
attribute(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *s = xmlGetProp(n, (const xmlChar *)name);
	char *copy = s != NULL ? pool_strdup(pool, (char *)s) : NULL;

	xmlFree(s);
	return copy;
}

static const char *
put(struct pool *pool, const char *s, xmlNodePtr n)
{
	static const char *const attributes[] = { "subject", "name", "type",
		"hint", "fault", "origin" };

	s = pool_printf(pool, "%s<%s", s, (const char *)n->name);
	for (size_t i = 0; i < ROWS(attributes); i++)
		if (attribute(pool, n, attributes[i]) != NULL)
			s = pool_printf(pool, "%s %s", s,
			    attribute(pool, n, attributes[i]));
	for (xmlNodePtr c = n->children; c != NULL; c = c->next) {
		if (c->type == XML_TEXT_NODE)
			s = pool_printf(pool, "%s:%s", s,
			    (const char *)c->content);
		else if (strcmp((const char *)c->name, "option") != 0)
			s = put(pool, s, c);
	}
	return pool_printf(pool, "%s>", s);
}

/* The page of a démarche with those sources. */
static const char *
page(struct desk *d, struct source *o, size_t n, const struct urlencoded *f)
{
	struct demarche form = { .source = o, .nsources = n };
	xmlNodePtr root = xmlDocGetRootElement(xml_page(d->pool, "p"));

	sources_parse(d->pool, d->facts, &form);
	answers_form_put(d->answers, &(struct payload){ .demarche = &form }, f,
	    root);
	return put(d->pool,
	    root->children->next != NULL
		? put(d->pool, "", root->children->next)
		: "",
	    root->children);
}

#define S(s) \
	{ \
		1, 0, s, "", true, "", NULL \
	}

static void
test_put(void **state)
{
	static struct source o[] = { S("project.cost"), S("authority.name"),
		S("project.start"), S("project.title"), S("authority.siren"),
		S("\"une constante\""), S("no.fact"), S(""),
		S("authority.name"),
		{ 1, 0, "project.land", "authority.kind=epci", true, "", NULL },
		{ 1, 0, "project.jobs", "authority.kind=commune", true, "",
		    NULL } };
	struct desk d = desk_open();
	struct urlencoded f = form_of(&d,
	    "project.start=demain&project.title=");

	(void)state;
	desk_type(&d, "authority.kind", -1, "commune");
	answers_form_read(d.answers, &f);
	answers_put(d.answers, "project.title", -1, "d'une aide", NULL, NULL,
	    "aid");
	answers_put(d.answers, "authority.name", -1, "Échiré", NULL, NULL,
	    "territory");
	desk_type(&d, "project.cost", -1, "12 500,50");
	assert_string_equal(page(&d, o, ROWS(o), &f),
	    "<facts"
	    "<group authority<fact authority.name text territory"
	    "<value:Échiré>>>"
	    "<group project"
	    "<fact project.title text En une ligne<value>>"
	    "<fact project.start date date<value:demain>>"
	    "<fact project.cost amount<value:12500,50>>"
	    "<fact project.jobs integer>>>");
	desk_close(&d);
}

/* Without a form: what is known, as a hand types it; several choices. */
static void
test_put_known(void **state)
{
	static struct source o[] = { S("project.start"),
		S("project.contracts") };
	struct desk d = desk_open();

	(void)state;
	desk_type(&d, "project.start", -1, "2027-04-03");
	answers_read(d.answers, "project.contracts", -1,
	    (const char *[]){ "acv", "pvd" }, 2);
	assert_string_equal(page(&d, o, ROWS(o), NULL),
	    "<facts<group project"
	    "<fact project.start date<value:03/04/2027>>"
	    "<fact project.contracts choices<value:acv><value:pvd>>>>");
	desk_close(&d);
}

static void
test_put_list(void **state)
{
	static struct source o[] = { S("plan.amount[funder=detr]") };
	static const struct {
		int last, lines;
	} rows[] = { { -1, 1 }, { 1, 2 }, { 4, 5 }, { 49, 50 } };
	char name[60];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		const char *got, *at;
		int lines = 0;

		if (rows[i].last >= 0)
			desk_type(&d, "plan.amount", rows[i].last, "1,50");
		got = page(&d, o, 1, NULL);
		for (at = got; (at = strstr(at, "<line")) != NULL; at++)
			lines++;
		want_int(i, lines, rows[i].lines);
		snprintf(name, sizeof(name), "plan.%d.amount amount%s",
		    rows[i].last >= 0 ? rows[i].last : 0,
		    rows[i].last >= 0 ? "<value:1,50>" : "");
		want_int(i, strstr(got, name) != NULL, 1);
		assert_non_null(strstr(got,
		    "<list plan Une ligne par financeur"
		    "<line<fact plan.0.funder choice><fact plan.0.amount"));
		desk_close(&d);
	}
}

/* The columns that sources read, or tell lines apart by. */
static void
test_put_columns(void **state)
{
	static const struct {
		struct source o[3];
		const char *line;
	} rows[] = {
		{ { S("plan") }, "<line>" },
		{ { S("plan.name") }, "<line<fact plan.0.name text>>" },
		{ { S("plan"), S("plan.name"), S("plan.amount") },
		    "<line<fact plan.0.name text><fact plan.0.amount amount>>" },
		{ { S("plan.amount[funder=detr|dsil]") },
		    "<line<fact plan.0.funder choice>"
		    "<fact plan.0.amount amount>>" },
		{ { S("plan.name"),
		      { 1, 0, "plan.amount", "authority.kind=epci", true, "",
			  NULL } },
		    "<line<fact plan.0.name text>>" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct source o[3];
		size_t n = 0;

		memcpy(o, rows[i].o, sizeof(o));
		while (n < 3 && o[n].source != NULL)
			n++;
		want_int(i, strstr(page(&d, o, n, NULL), rows[i].line) != NULL,
		    1);
		desk_close(&d);
	}
}

/* What goes along to the next page. */
static void
test_put_typed(void **state)
{
	struct desk d = desk_open();
	struct urlencoded f = form_of(&d,
	    "step=check&a=1&form=2&a=%3Cb%3E&c=&shown=1-a&zip=79410");
	xmlNodePtr root = xmlDocGetRootElement(xml_page(d.pool, "p"));

	(void)state;
	answers_form_put_typed(&f, root);
	assert_string_equal(put(d.pool, "", root),
	    "<page p<typed a:1><typed a:<b>><typed c>>");
	desk_close(&d);
}

/* Answers to questions that the others leave out now stay in the form. */
static void
test_put_unseen(void **state)
{
	static struct source o[] = { S("project.title"),
		{ 1, 0, "project.land", "authority.kind=epci", true, "", NULL },
		{ 1, 0, "plan.name", "authority.kind=epci", true, "", NULL } };
	struct desk d = desk_open();
	struct urlencoded f = form_of(&d,
	    "project.title=a&project.land=true&plan.0.name=b&project.jobs=1"
	    "&perimeter_id=1");

	(void)state;
	answers_form_read(d.answers, &f);
	desk_type(&d, "authority.kind", -1, "commune");
	assert_string_equal(page(&d, o, 2, &f),
	    "<typed project.land:true><facts<group project"
	    "<fact project.title text En une ligne<value:a>>>>");
	f = form_of(&d, "plan.0.name=b");
	assert_string_equal(page(&d, o, ROWS(o), &f),
	    "<typed plan.0.name:b><facts<group project"
	    "<fact project.title text En une ligne<value:a>>>>");
	desk_close(&d);
}

/* Facts alone go on to another authority, without what was found of the first. */
static void
test_carry(void **state)
{
	struct desk d = desk_open();
	struct urlencoded f = form_of(&d,
	    "step=who&authority=217901099&authority.name=%C3%89chir%C3%A9"
	    "&project.place=Niort&project.start=03%2F04%2F2027&project.title="
	    "&plan.0.amount=x&authority.siren=1&project.contracts=acv"
	    "&project.contracts=pvd&project.end=3%2F4%2F2027");
	xmlNodePtr root = xmlDocGetRootElement(xml_page(d.pool, "p"));

	(void)state;
	answers_put(d.answers, "authority.name", -1, "Échiré", NULL, NULL, "t");
	answers_put(d.answers, "project.place", -1, "Échiré", NULL, NULL, "t");
	answers_put(d.answers, "project.start", -1, "2027-04-03", NULL, NULL,
	    "t");
	answers_put(d.answers, "project.end", -1, "2027-04-03", NULL, NULL,
	    "t");
	answers_form_carry(d.answers, &f, root);
	assert_string_equal(put(d.pool, "", root),
	    "<page p<typed project.place:Niort><typed project.title>"
	    "<typed plan.0.amount:x><typed project.contracts:acv>"
	    "<typed project.contracts:pvd><typed project.end:3/4/2027>>");
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_blank),
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_put_known),
		cmocka_unit_test(test_put_list),
		cmocka_unit_test(test_put_columns),
		cmocka_unit_test(test_put_typed),
		cmocka_unit_test(test_put_unseen),
		cmocka_unit_test(test_carry),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("answers_form", tests, NULL, NULL);
}
