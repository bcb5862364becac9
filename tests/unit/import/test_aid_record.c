/* test_aid_record.c - the fields of an aid of a feed: kept, refused, looked up. */

#include "base.h"
#include "gen/queries/import.h"
#include "gen/queries/record.h"
#include "gen/queries/territory.h"
#include "import/aid_identity.h"
#include "record/aid_date.h"
#include "record/aid_field.h"
#include "record/aid_perimeter.h"
#include "record/aid_record.h"
#include "record/aid_word.h"

static struct import_run run;
static struct aid_record record;

static int
begin(void **state)
{
	(void)state;
	run = (struct import_run){ .source = AT_SOURCE,
		.today = "2027-02-10",
		.now = "2027-02-10 08:00:00",
		.pool = pool_new(),
		.lookups = intern_new() };
	return 0;
}

static int
end(void **state)
{
	(void)state;
	json_decref(record.json);
	record.json = NULL;
	import_run_close(&run);
	return 0;
}

/* The record of fields written with ' for ". */
static struct aid_record *
read_record(const char *fields)
{
	char *text = pool_printf(run.pool, "{%s}", fields);

	for (char *p = text; *p != '\0'; p++)
		if (*p == '\'')
			*p = '"';
	json_decref(record.json);
	record = (struct aid_record){ .run = &run,
		.json = json_loads(text, 0, NULL),
		.is_new = true };
	assert_non_null(record.json);
	return &record;
}

/* The argument of that name, as text; NULL for none and for NULL. */
static const char *
got(enum query_arg name)
{
	for (const struct arg *a = record.args; a != NULL; a = a->next)
		if (a->name == name)
			return a->v->type == VALUE_INT
			    ? pool_printf(run.pool, "%lld", a->v->i)
			    : a->v->s;
	return NULL;
}

/* Fields, an argument, and its value; today is 10 February 2027. */
static const struct {
	const char *fields;
	enum query_arg arg;
	const char *want;
} dates[] = {
	{ "", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'2027-03-03'", ARG_CLOSES_ON, "2027-03-03" },
	{ "'submission_deadline':'2027-03-03T10:00:00Z'", ARG_CLOSES_ON,
	    "2027-03-03" },
	/* days that the calendar has not */
	{ "'submission_deadline':'2027-02-29'", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'2028-02-29'", ARG_CLOSES_ON, "2028-02-29" },
	{ "'submission_deadline':'2027-04-31'", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'2027-13-01'", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'1969-12-31'", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'3 mars'", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'avril 2027'", ARG_CLOSES_ON, NULL },
	{ "'submission_deadline':'31/12/2027'", ARG_CLOSES_ON, "2027-12-31" },
	{ "'submission_deadline':'30.11.27'", ARG_CLOSES_ON, "2027-11-30" },
	{ "'submission_deadline':'1er mars 2027'", ARG_CLOSES_ON,
	    "2027-03-01" },
	{ "'submission_deadline':'1970-01-01'", ARG_CLOSES_ON, "1970-01-01" },
	{ "'submission_deadline':'2101-01-01'", ARG_CLOSES_ON, NULL },
	{ "'yearly_deadline':'31/03'", ARG_CLOSES_ON, "2027-03-31" },
	{ "'submission_deadline':12", ARG_CLOSES_ON, NULL },
	/* moments, and hours that no day has */
	{ "'date_created':'2026-11-22T10:05:59.123+02:00'", ARG_CREATED_AT,
	    "2026-11-22 08:05:59" },
	{ "'date_created':'2026-11-22T10:05'", ARG_CREATED_AT,
	    "2026-11-22 09:05:00" },
	{ "'date_created':'2021-07-02T21:21:43+02:00'", ARG_CREATED_AT,
	    "2021-07-02 19:21:43" },
	{ "'date_created':'2026-06-30T23:30:00-0300'", ARG_CREATED_AT,
	    "2026-07-01 02:30:00" },
	{ "'date_created':'2026-06-30T23:30:05Z'", ARG_CREATED_AT,
	    "2026-06-30 23:30:05" },
	/* on the clock of Paris, on either side of summer time */
	{ "'date_created':'2026-03-29T01:59:00'", ARG_CREATED_AT,
	    "2026-03-29 00:59:00" },
	{ "'date_created':'2026-03-29T03:00:00'", ARG_CREATED_AT,
	    "2026-03-29 01:00:00" },
	{ "'date_created':'2026-10-25T03:00:00'", ARG_CREATED_AT,
	    "2026-10-25 02:00:00" },
	{ "'submission_deadline':'31 d\u00e9c. 2027 - 12h00'", ARG_CLOSES_ON,
	    "2027-12-31" },
	{ "'submission_deadline':'bient\u00f4t'", ARG_CLOSES_ASKED,
	    "bient\u00f4t" },
	{ "'submission_deadline':'2027-12-31'", ARG_CLOSES_ASKED, NULL },
	{ "'yearly_deadline':'31/06'", ARG_CLOSES_ASKED, "31/06" },
	/* of which nothing is known: first seen now */
	{ "", ARG_PUBLISHED_AT, "2027-02-10 08:00:00" },
	{ "'date_published':'x'", ARG_PUBLISHED_AT, "2027-02-10 08:00:00" },
	{ "'date_created':'2026-11-22T99:99:99'", ARG_CREATED_AT, NULL },
	{ "'date_created':'2026-11-22'", ARG_PUBLISHED_AT, "2026-11-22" },
	/* other types of JSON */
	{ "'submission_deadline':['2027-03-03']", ARG_CLOSES_ON, "2027-03-03" },
	{ "'submission_deadline':{'date':'2027-03-03 00:00:00.000000'}",
	    ARG_CLOSES_ON, "2027-03-03" },
	{ "'yearly_deadline':['31/03']", ARG_CLOSES_ON, "2027-03-31" },
	{ "'date_created':'2026-11-22','date_published':null", ARG_PUBLISHED_AT,
	    "2026-11-22" },
	{ "'date_created':'2026-11-22','date_published':'2026-11-23'",
	    ARG_PUBLISHED_AT, "2026-11-23" },
	/* each year: the next deadline, and the opening before it */
	{ "'yearly_deadline':'03-31'", ARG_CLOSES_ON, "2027-03-31" },
	{ "'yearly_deadline':'02-10'", ARG_CLOSES_ON, "2027-02-10" },
	{ "'yearly_deadline':'02-09'", ARG_CLOSES_ON, "2028-02-09" },
	{ "'yearly_deadline':'02-29'", ARG_CLOSES_ON, "2027-02-28" },
	{ "'yearly_deadline':'02-30'", ARG_CLOSES_ON, NULL },
	{ "'yearly_deadline':'03-31','yearly_opening':'01-15'", ARG_OPENS_ON,
	    "2027-01-15" },
	{ "'yearly_deadline':'03-31','yearly_opening':'10-01'", ARG_OPENS_ON,
	    "2026-10-01" },
	{ "'yearly_deadline':'03-31','yearly_opening':'x'", ARG_OPENS_ON,
	    NULL },
	{ "'yearly_deadline':'03-31','start_date':'2027-01-01'", ARG_OPENS_ON,
	    NULL },
};

static void
test_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(dates); i++) {
		want_int(i, aid_date_put_all(read_record(dates[i].fields)),
		    RC_OK);
		want_str(i, got(dates[i].arg), dates[i].want);
	}
}

static const struct {
	const char *fields;
	enum query_arg arg;
	const char *want;
} facts[] = {
	{ "'name':'A'", ARG_NAME, "A" },
	{ "'name':''", ARG_NAME, NULL },
	{ "'status':'draft'", ARG_STATUS, "draft" },
	{ "'status':'other'", ARG_STATUS, "draft" },
	{ "'status':'Draft'", ARG_STATUS, "draft" },
	{ "'status':['REVIEWABLE']", ARG_STATUS, "reviewable" },
	{ "'status':{'name':'Merged'}", ARG_STATUS, "merged" },
	{ "'status':['draft','published']", ARG_STATUS, "draft" },
	{ "'status':'other','is_live':true", ARG_STATUS, "draft" },
	{ "'status':null", ARG_STATUS, "published" },
	{ "'status':''", ARG_STATUS, "published" },
	{ "'is_live':[false]", ARG_STATUS, "draft" },
	{ "'is_live':'Non'", ARG_STATUS, "draft" },
	{ "'is_live':'peut-être'", ARG_STATUS, "draft" },
	{ "'is_live':null", ARG_STATUS, "published" },
	{ "", ARG_STATUS, "published" },
	{ "'is_charged':true", ARG_IS_CHARGED, "1" },
	{ "'is_charged':'true'", ARG_IS_CHARGED, "1" },
	{ "'is_charged':'Oui'", ARG_IS_CHARGED, "1" },
	{ "'is_charged':1", ARG_IS_CHARGED, "1" },
	{ "'is_charged':'peut-être'", ARG_IS_CHARGED, "0" },
	{ "'is_live':false", ARG_STATUS, "draft" },
	{ "'is_live':'false'", ARG_STATUS, "draft" },
	{ "'is_live':0,'status':'deleted'", ARG_STATUS, "deleted" },
	{ "'is_live':true", ARG_STATUS, "published" },
	{ "'name':'\\u00a0 \\u2003'", ARG_NAME, NULL },
	{ "'name':'L\\u0092eau \\u0096 5 \\u0080'", ARG_NAME,
	    "L\u2019eau \u2013 5 \u20ac" },
	{ "'name':'a&#13;&#10;END:VEVENT\\r\\n&#x202e;b\\u2066&#xFDD0;'",
	    ARG_NAME, "a END:VEVENT b" },
	{ "'name':'Aide\\u000b\u00e0 la r\u00e9\\u001fno\\ufffe'", ARG_NAME,
	    "Aide \u00e0 la r\u00e9no" },
	{ "'name':'a\\u001eb\\uf0b7'", ARG_NAME, "a-b\u2022" },
	{ "'name':12", ARG_NAME, "12" },
	{ "'name':[1]", ARG_NAME, "1" },
	{ "'name':[1,2]", ARG_NAME, NULL },
	{ "'name':true", ARG_NAME, NULL },
	{ "'name':{'label':'A'}", ARG_NAME, "A" },
	{ "'short_title':[null,'','A']", ARG_SHORT_TITLE, "A" },
	{ "'description':['a']", ARG_DESCRIPTION, "<p>a</p>" },
	{ "'loan_amount':['12']", ARG_LOAN_AMOUNT, "12" },
	{ "'origin_url':['https://a.fr']", ARG_ORIGIN_URL, "https://a.fr" },
	{ "'subvention_rate_upper_bound':79.6", ARG_RATE_MAX, "80" },
	{ "'subvention_rate_upper_bound':900", ARG_RATE_MAX, NULL },
	{ "'subvention_rate_upper_bound':-1", ARG_RATE_MAX, NULL },
	{ "'subvention_rate_upper_bound':'80'", ARG_RATE_MAX, "80" },
	{ "'subvention_rate_upper_bound':'79,6 %'", ARG_RATE_MAX, "80" },
	{ "'subvention_rate_upper_bound':'beaucoup'", ARG_RATE_MAX, NULL },
	{ "'loan_amount':'1 250,50 \u20ac'", ARG_LOAN_AMOUNT, "1251" },
	{ "'loan_amount':-5", ARG_LOAN_AMOUNT, NULL },
	{ "'origin_url':'www.a.fr'", ARG_ORIGIN_URL, "https://www.a.fr" },
	{ "'origin_url':'a.fr/x?y=1'", ARG_ORIGIN_URL, "https://a.fr/x?y=1" },
	{ "'origin_url':'//a.fr'", ARG_ORIGIN_URL, "https://a.fr" },
	{ "'origin_url':' HTTPS://a.fr '", ARG_ORIGIN_URL, "https://a.fr" },
	{ "'origin_url':'voir le site'", ARG_ORIGIN_URL, NULL },
	{ "'origin_url':'mailto:a@b.fr'", ARG_ORIGIN_URL, NULL },
	{ "'origin_url':'a@b.fr'", ARG_ORIGIN_URL, NULL },
	{ "'origin_url':'https://'", ARG_ORIGIN_URL, NULL },
	{ "'origin_url':'https://a.fr/x'", ARG_ORIGIN_URL, "https://a.fr/x" },
	{ "'origin_url':'javascript:alert(1)'", ARG_ORIGIN_URL, NULL },
	{ "'origin_url':'https://a.fr/ x'", ARG_ORIGIN_URL, NULL },
	{ "'european_aid':'sectorial'", ARG_EUROPEAN, "sectorial" },
	{ "'european_aid':'local'", ARG_EUROPEAN, NULL },
	{ "'european_aid':['Sectorial']", ARG_EUROPEAN, "sectorial" },
	{ "'description':'<p onclick=x>a</p>'", ARG_DESCRIPTION, "<p>a</p>" },
	{ "'description':'*a*','_description_format':'markdown'",
	    ARG_DESCRIPTION, "<p><em>a</em></p>" },
	{ "'eligibility':'*a*','_description_format':'markdown'",
	    ARG_ELIGIBILITY, "<p>*a*</p>" },
	{ "'description':'<script>a</script>'", ARG_DESCRIPTION, NULL },
	/* references made twice, tags that were made text, lines of a text */
	{ "'name':'L&#039;aide d&amp;eacute;partementale &amp; plus'", ARG_NAME,
	    "L'aide d\u00e9partementale & plus" },
	{ "'origin_url':'https://a.fr/?a&amp;b=1'", ARG_ORIGIN_URL,
	    "https://a.fr/?a&b=1" },
	{ "'description':'&lt;p&gt;Une &amp;eacute;t&eacute; &lt;em&gt;x&lt;/em&gt;&lt;/p&gt;'",
	    ARG_DESCRIPTION, "<p>Une \u00e9t\u00e9 <em>x</em></p>" },
	{ "'description':'&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;'",
	    ARG_DESCRIPTION, "<p>a</p>" },
	{ "'description':'<p>d&amp;eacute; &amp;lt;b&amp;gt; R&amp;D</p>'",
	    ARG_DESCRIPTION, "<p>d\u00e9 &lt;b&gt; R&amp;D</p>" },
	{ "'description':'&lt;script&gt;a&lt;/script&gt;b'", ARG_DESCRIPTION,
	    "<p>b</p>" },
	{ "'description':'&amp;lt;img src=x onerror=y&amp;gt;b'",
	    ARG_DESCRIPTION, "<p>b</p>" },
	{ "'description':'Un\\nDeux &lt; 3 & d&rsquo;eau'", ARG_DESCRIPTION,
	    "<p>Un<br/>Deux &lt; 3 &amp; d\u2019eau</p>" },
	/* rates: fractions, decimals */
	{ "'subvention_rate_lower_bound':0.2,'subvention_rate_upper_bound':0.8",
	    ARG_RATE_MIN, "20" },
	{ "'subvention_rate_lower_bound':0.2,'subvention_rate_upper_bound':1",
	    ARG_RATE_MAX, "100" },
	{ "'subvention_rate_lower_bound':0,'subvention_rate_upper_bound':1",
	    ARG_RATE_MAX, "1" },
	{ "'subvention_rate_lower_bound':0.5,'subvention_rate_upper_bound':80",
	    ARG_RATE_MIN, "1" },
	{ "'subvention_rate_upper_bound':'0,5 %'", ARG_RATE_MAX, "1" },
	{ "'subvention_rate_upper_bound':'33,3333'", ARG_RATE_MAX, "33" },
	{ "'origin_url':'https://d\u00e9marches.fr/'", ARG_ORIGIN_URL,
	    "https://d\u00e9marches.fr/" },
};

static void
test_facts(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(facts); i++) {
		struct aid_record *d = read_record(facts[i].fields);

		want_int(i, aid_word_put_all(d), RC_OK);
		want_int(i, aid_field_put_all(d), RC_OK);
		want_int(i, aid_word_put_status(d), RC_OK);
		want_str(i, got(facts[i].arg), facts[i].want);
	}
}

/* Perimeters: by code, else by a name that is one alone. */
static const struct base_answer known[] = {
	{ Q_PERIMETER_BY_CODE, "code=79191", "#5\n" },
	{ Q_PERIMETER_BY_NAME, "folded=niort", "#5\n" },
	{ Q_PERIMETER_BY_NAME, "folded=saint denis", "#6\n#7\n" },
	{ Q_AID_ID_TAKEN, "id=12", "#12\n" },
	{ Q_PERIMETER_OF_SCALE, "code=76 scale=15", "#9\n" },
	{ Q_PERIMETER_BY_NAME, "folded=occitanie scale=15", "#9\n" },
	{ Q_PERIMETER_BY_CODE, "code=76", "#8\n" },
};

static const struct {
	const char *fields, *id, *asked;
} perimeters[] = {
	{ "'perimeter_code':'79191','perimeter':'x'", "5", NULL },
	{ "'perimeter_code':'0','perimeter':'Niort'", "5", NULL },
	{ "'perimeter':'Niort'", "5", NULL },
	{ "'perimeter':'St-Denis'", NULL, "St-Denis" },
	{ "'perimeter':'Nulle part'", NULL, "Nulle part" },
	{ "'perimeter_code':'99'", NULL, "99" },
	{ "'perimeter_code':'76'", "8", NULL },
	{ "'perimeter_code':'76','perimeter':'Occitanie'", "9", NULL },
	{ "'perimeter_code':'76','perimeter':'Seine-Maritime'", "8", NULL },
	{ "", NULL, NULL },
	{ "'perimeter':['Niort']", "5", NULL },
	{ "'perimeter':{'name':'Niort'}", "5", NULL },
	{ "'perimeter':{'code':'79191'}", "5", NULL },
	{ "'perimeter_code':79191", "5", NULL },
	{ "'perimeter':['Niort','Échiré']", NULL, "Niort, Échiré" },
	{ "'perimeter':true", NULL, NULL },
};

static void
test_perimeters(void **state)
{
	(void)state;
	base_serve(known);
	for (size_t i = 0; i < ROWS(perimeters); i++) {
		want_int(i,
		    aid_perimeter_put(read_record(perimeters[i].fields)),
		    RC_OK);
		want_str(i, got(ARG_PERIMETER_ID), perimeters[i].id);
		want_str(i, got(ARG_PERIMETER_ASKED), perimeters[i].asked);
	}
	want_int(0, run.unknown_perimeters, 4);
	/* what was found is not asked again */
	base.asked[0] = '\0';
	aid_perimeter_put(read_record("'perimeter':'Niort'"));
	want_str(0, base.asked, "");
}

/* The id of the feed, and that of the aid: its own when it is free, of AT or of
 * a sample. */
static const struct {
	const char *fields, *source_id;
	long long id;
	bool of_at;
} ids[] = {
	{ "'id':11", "11", 11, true },
	{ "'id':'11'", "11", 11, true },
	{ "'id':11", "11", 0, false },
	{ "'id':8999999", "8999999", 0, false },
	{ "'id':9000000", "9000000", 9000000, false },
	{ "'id':9999999", "9999999", 9999999, false },
	{ "'id':12", "12", 0, true },
	{ "'id':10000000", "10000000", 0, true },
	{ "'id':-3", "-3", 0, true },
	{ "'slug':'a-b'", "a-b", 0, true },
	{ "'name':'x'", NULL, 0, true },
	{ "'id':'0123456789012345678901234567890123456789012345678901234567890123456789','slug':'a-b'",
	    "a-b", 0, true },
};

static void
test_ids(void **state)
{
	(void)state;
	base_serve(known);
	for (size_t i = 0; i < ROWS(ids); i++) {
		struct aid_record *d = read_record(ids[i].fields);

		run.source = ids[i].of_at ? "aides-territoires" : "test";
		d->source_id = aid_identity_source_id(d);
		want_str(i, d->source_id, ids[i].source_id);
		if (d->source_id == NULL)
			continue;
		want_int(i, aid_identity_put_id(d), RC_OK);
		want_int(i, d->id, ids[i].id);
	}
}

/* Fields; whether they say something of a new aid, and of one that is known. */
static void
test_says_something(void **state)
{
	static const struct {
		const char *fields;
		bool is_new, known;
	} rows[] = {
		{ "", false, false },
		{ "'description': null", false, false },
		{ "'description': ''", false, true },
		{ "'description': ' \u00a0 '", false, true },
		{ "'description': '<p> &nbsp;<br/></p>'", false, true },
		{ "'description': '<p>&#160;</p><img src=a.png>'", false,
		    true },
		{ "'description': '-'", false, true },
		{ "'description': '<!-- rien -->'", false, true },
		{ "'description': 'd'", true, true },
		{ "'description': '<p></p><b>é</b>'", true, true },
		{ "'description': '< 3 ans'", true, true },
		{ "'description': 12", true, true },
		{ "'financers': []", false, true },
		{ "'financers': [' ', '<i></i>']", false, true },
		{ "'financers_full': [{'name': ''}]", false, true },
		{ "'financers_full': [{'name': 'x'}]", true, true },
		{ "'perimeter': {}", false, true },
		{ "'submission_deadline': {'date': '2027-01-01'}", true, true },
		{ "'perimeter': '', 'description': 'd'", true, true },
		{ "'perimeter': '', 'origin_url': 'a.fr'", true, true },
		{ "'perimeter': '', 'url': '/aides/a/'", true, true },
		{ "'perimeter': '', 'origin_url': ''", false, true },
		{ "'perimeter': null, 'origin_url': 'a.fr'", false, false },
		{ "'perimeter': null, 'url': '/aides/a/'", true, true },
		{ "'perimeter': null, 'url': ''", false, true },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct aid_record *d = read_record(rows[i].fields);

		want_int(i, aid_record_says_something(d), rows[i].is_new);
		d->is_new = false;
		want_int(i, aid_record_says_something(d), rows[i].known);
	}
}

/* A name has a letter or a digit that is read. */
static void
test_is_named(void **state)
{
	static const struct {
		const char *fields;
		bool named;
	} rows[] = {
		{ "", false },
		{ "'name': null", false },
		{ "'name': ' '", false },
		{ "'name': '<b> </b>'", false },
		{ "'name': '&nbsp;'", false },
		{ "'name': '-'", false },
		{ "'name': '<b>Eau</b>'", true },
		{ "'name': 3", true },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_int(i, aid_record_is_named(read_record(rows[i].fields)),
		    rows[i].named);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_dates, begin, end),
		cmocka_unit_test_setup_teardown(test_facts, begin, end),
		cmocka_unit_test_setup_teardown(test_perimeters, begin, end),
		cmocka_unit_test_setup_teardown(test_ids, begin, end),
		cmocka_unit_test_setup_teardown(test_says_something, begin,
		    end),
		cmocka_unit_test_setup_teardown(test_is_named, begin, end),
	};

	return cmocka_run_group_tests_name("aid_record", tests, NULL, NULL);
}
