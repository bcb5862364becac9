/* test_draft.c - the journal of drafts, over a base and a DS of the test's own. */

#include "apply/draft.h"
#include "apply/draft_follow.h"
#include "base.h"

enum ds_end __wrap_ds_draft_states(struct ds *, unsigned, const char *const *,
    size_t, ds_state_taker *, void *);
enum ds_end __wrap_ds_dossier_state(struct ds *, unsigned long, char[20]);

static void
note(const char *s)
{
	strncat(base.asked, s, sizeof(base.asked) - strlen(base.asked) - 1);
}

/* ---- before DS is asked ---- */

#define KEY "0123456789abcdef0123456789abcdef"
/* What stands for it in rows. */
#define FORM "2d589245b80a532ff64651b86f4b0f8f"
#define FIND "draft_find form=" FORM " key=" KEY " digest=d\n"
#define TURN "turn\n"
#define ADD \
	"draft_add form=" FORM " digest=d demarche=42 aid=7 " \
	"portal=5 siren=~ authority=Échiré champs=3\n"
#define AGAIN "draft_again id=9 form=" FORM "\n"
#define URL "https://ds/commencer/a"
#define BEGIN "begin\n"
#define COMMIT "commit\n"
#define BACK "rollback\n"

static const struct draft draft = { .key = KEY,
	.digest = "d",
	.network = "n",
	.demarche = 42,
	.aid = 7,
	.portal = 5,
	.authority = "Échiré",
	.champs = 3 };

/* Turns of the test's own: what one is told, and what transactions do. */
static enum draft_start turn;

enum rc __wrap_draft_turn_take(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);
enum rc __wrap_draft_turn_end(struct db *, struct pool *, unsigned long long);
enum rc __wrap_db_begin(struct db *);
enum rc __wrap_db_commit(struct db *);
void __wrap_db_rollback(struct db *);

enum rc
__wrap_draft_turn_take(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	(void)db, (void)pool, (void)d;
	note(TURN);
	*start = turn;
	known->turn = 77;
	return base.away != NULL && strcmp(base.away, "turn") == 0
	    ? RC_UNAVAILABLE
	    : RC_OK;
}

enum rc
__wrap_draft_turn_end(struct db *db, struct pool *pool, unsigned long long id)
{
	(void)db;
	note(pool_printf(pool, "end %llu\n", id));
	return RC_OK;
}

enum rc
__wrap_db_begin(struct db *db)
{
	(void)db;
	note(BEGIN);
	return RC_OK;
}

enum rc
__wrap_db_commit(struct db *db)
{
	(void)db;
	note(COMMIT);
	return RC_OK;
}

void
__wrap_db_rollback(struct db *db)
{
	(void)db;
	note(BACK);
}

#define OF ";#42;#7"
#define NEW DRAFT_NEW

/* found: id, state, sealed, url, number, age in seconds, démarche, aid. */
static const struct {
	const char *found;
	enum draft_start turn;
	unsigned added;
	enum draft_start start;
	const char *asked, *url;
} begin_rows[] = {
	{ "", NEW, 1, NEW, FIND BEGIN TURN ADD COMMIT, NULL },
	/* another click was first: its turn is given back */
	{ "", NEW, 0, DRAFT_SENDING, FIND BEGIN TURN ADD BACK, NULL },
	/* others are before */
	{ "", DRAFT_WAITS, 1, DRAFT_WAITS, FIND BEGIN TURN COMMIT, NULL },
	{ "", DRAFT_CROWDED, 1, DRAFT_CROWDED, FIND BEGIN TURN COMMIT, NULL },
	/* it is there, its address open as an earlier version left it */
	{ "#9;prefilled;~;" URL ";#5;#10" OF, NEW, 1, DRAFT_MADE, FIND, URL },
	{ "#9;prefilled;~;" URL ";#5;#431999" OF, NEW, 1, DRAFT_MADE, FIND,
	    URL },
	/* sealed by another key, or not at all */
	{ "#9;prefilled;00;~;#5;#10" OF, NEW, 1, DRAFT_MADE, FIND, NULL },
	{ "#9;brouillon;~;~;#5;#9000000" OF, NEW, 1, DRAFT_MADE, FIND, NULL },
	{ "#9;accepte;~;~;#5;#9000000" OF, NEW, 1, DRAFT_MADE, FIND, NULL },
	/* nobody opened it in five days: again */
	{ "#9;prefilled;~;" URL ";#5;#432000" OF, NEW, 1, NEW,
	    FIND BEGIN TURN AGAIN COMMIT, NULL },
	{ "#9;expired;~;~;#5;#10" OF, NEW, 1, NEW, FIND BEGIN TURN AGAIN COMMIT,
	    NULL },
	{ "#9;expired;~;~;#5;#10" OF, DRAFT_WAITS, 1, DRAFT_WAITS,
	    FIND BEGIN TURN COMMIT, NULL },
	{ "#9;refused;~;~;~;#10" OF, NEW, 1, NEW, FIND BEGIN TURN AGAIN COMMIT,
	    NULL },
	/* ... and another click was first */
	{ "#9;refused;~;~;~;#10" OF, NEW, 0, DRAFT_SENDING,
	    FIND BEGIN TURN AGAIN BACK, NULL },
	/* being made; then its answer will not come any more */
	{ "#9;sending;~;~;~;#0" OF, NEW, 1, DRAFT_SENDING, FIND, NULL },
	{ "#9;sending;~;~;~;#59" OF, NEW, 1, DRAFT_SENDING, FIND, NULL },
	{ "#9;sending;~;~;~;#60" OF, NEW, 1, DRAFT_LOST, FIND, NULL },
	{ "#9;sending;~;~;~;#432000" OF, NEW, 1, NEW,
	    FIND BEGIN TURN AGAIN COMMIT, NULL },
	{ "#9;unknown;~;~;~;#1" OF, NEW, 1, DRAFT_LOST, FIND, NULL },
	{ "#9;unknown;~;~;~;#431999" OF, NEW, 1, DRAFT_LOST, FIND, NULL },
	{ "#9;unknown;~;~;~;#432000" OF, NEW, 1, NEW,
	    FIND BEGIN TURN AGAIN COMMIT, NULL },
};

static enum rc
begin(struct pool *pool, const char *found, enum draft_start *start,
    struct draft_known *known)
{
	const struct base_answer answers[] = {
		{ Q_DRAFT_FIND, NULL, found },
	};
	enum rc rc;

	base_serve(answers);
	rc = draft_begin(NULL, pool, &draft, start, known);
	base.n = 0;
	return rc;
}

static void
test_begin(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(begin_rows); i++) {
		struct pool *pool = pool_new();
		enum draft_start start;
		struct draft_known known;

		base.affected = begin_rows[i].added;
		base.last_id = 8;
		turn = begin_rows[i].turn;
		want_int(i, begin(pool, begin_rows[i].found, &start, &known),
		    RC_OK);
		want_int(i, start, begin_rows[i].start);
		want_str(i, base.asked, begin_rows[i].asked);
		if (start == DRAFT_NEW) {
			want_int(i, known.id,
			    *begin_rows[i].found != '\0' ? 9 : 8);
			want_int(i, known.turn, 77);
		}
		if (start == DRAFT_MADE) {
			want_str(i, known.url, begin_rows[i].url);
			want_int(i, known.number, 5);
			want_int(i, known.demarche, 42);
			want_int(i, known.aid, 7);
		}
		pool_free(pool);
	}
}

/* Whatever fails, no draft is begun, and nothing more is asked. */
static void
test_begin_away(void **state)
{
	static const struct {
		const char *found, *away, *asked;
	} rows[] = {
		{ "", "draft_find", FIND },
		{ "", "turn", FIND BEGIN TURN BACK },
		{ "", "draft_add", FIND BEGIN TURN ADD BACK },
		{ "#9;refused;~;~;~;#1", "draft_again",
		    FIND BEGIN TURN AGAIN BACK },
	};

	(void)state;
	turn = DRAFT_NEW;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		enum draft_start start;
		struct draft_known known;

		base.affected = 1;
		base.away = rows[i].away;
		want_int(i, begin(pool, rows[i].found, &start, &known),
		    RC_UNAVAILABLE);
		want_str(i, base.asked, rows[i].asked);
		base.away = NULL;
		pool_free(pool);
	}
}

/* ---- after ---- */

static void
test_end(void **state)
{
	static const struct {
		enum ds_end end;
		const char *want;
	} rows[] = {
		{ DS_REFUSED, "state=refused number=~ sealed=~ token=~\n" },
		{ DS_GONE, "state=refused number=~ sealed=~ token=~\n" },
		{ DS_BUSY, "state=refused number=~ sealed=~ token=~\n" },
		{ DS_DOWN, "state=refused number=~ sealed=~ token=~\n" },
		{ DS_UNSURE, "state=unknown number=~ sealed=~ token=~\n" },
	};
	const struct ds_draft made = { .url = URL, .token = "t", .number = 5 };
	const struct draft_known known = { .id = 9, .turn = 77 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();

		base.asked[0] = '\0';
		want_int(i,
		    draft_end(NULL, pool, KEY, &known, rows[i].end, &made),
		    RC_OK);
		want_str(i, base.asked,
		    pool_printf(pool, "draft_done id=9 %send 77\n",
			rows[i].want));
		pool_free(pool);
	}
}

/* The address is in the row, for the key alone. */
static void
test_sealed(void **state)
{
	const struct ds_draft made = { .url = URL, .token = "t", .number = 5 };
	const struct draft_known known = { .id = 9, .turn = 77 };
	struct pool *pool = pool_new();
	struct draft other = draft;
	struct draft_known found;
	enum draft_start start;
	const char *sealed;

	(void)state;
	base.asked[0] = '\0';
	assert_int_equal(draft_end(NULL, pool, KEY, &known, DS_MADE, &made),
	    RC_OK);
	assert_null(strstr(base.asked, "ds/commencer"));
	sealed = strstr(base.asked, "sealed=") + strlen("sealed=");
	sealed = pool_strndup(pool, sealed, strcspn(sealed, " "));
	sealed = pool_printf(pool, "#9;prefilled;%s;~;#5;#10" OF, sealed);
	assert_int_equal(begin(pool, sealed, &start, &found), RC_OK);
	assert_string_equal(found.url, URL);
	other.key[0] = 'f';
	const struct base_answer row[] = { { Q_DRAFT_FIND, NULL, sealed } };

	base_serve(row);
	assert_int_equal(draft_look(NULL, pool, &other, &start, &found), RC_OK);
	assert_null(found.url);
	base.n = 0;
	pool_free(pool);
}

static void
test_names(void **state)
{
	char d[3][DRAFT_DIGEST + 1], form[FORM_KEY + 1];

	(void)state;
	form_digest(form, KEY);
	assert_string_equal(form, FORM);
	draft_digest(d[0], 42, "{}", 2);
	draft_digest(d[1], 4, "2{}", 3);
	draft_digest(d[2], 42, "{}x", 2);
	assert_string_equal(d[0], d[2]);
	assert_string_not_equal(d[0], d[1]);
	/* of "42\n{}" */
	assert_string_equal(d[0],
	    "6a0653a4228e502599110724e7616775e774896c84f9"
	    "6dfad9d73abdc06f0dd4");
}

/* ---- what became of them ---- */

/* What DS says of all tokens of a call, of each, and of each number. */
static struct {
	enum ds_end end;
	const char *told[60][3]; /* token, number, state */
	enum ds_end one;
	const char *state;
} ds;

enum ds_end
__wrap_ds_draft_states(struct ds *d, unsigned demarche,
    const char *const *token, size_t n, ds_state_taker *fn, void *arg)
{
	char line[60];

	(void)d;
	snprintf(line, sizeof(line), "ask %u about %zu from %s\n", demarche, n,
	    token[0]);
	note(line);
	for (size_t i = 0; ds.end == DS_MADE && ds.told[i][0] != NULL; i++)
		for (size_t k = 0; k < n; k++)
			if (strcmp(token[k], ds.told[i][0]) == 0)
				fn(arg, ds.told[i][0],
				    strtoul(ds.told[i][1], NULL, 10),
				    ds.told[i][2]);
	return ds.end;
}

enum ds_end
__wrap_ds_dossier_state(struct ds *d, unsigned long number, char state[20])
{
	char line[60];

	(void)d;
	snprintf(line, sizeof(line), "ask about dossier %lu\n", number);
	note(line);
	snprintf(state, 20, "%s", ds.one == DS_MADE ? ds.state : "");
	return ds.one;
}

static void
told(void *arg, unsigned demarche, unsigned long number, const char *from,
    const char *to)
{
	char line[120];

	assert_ptr_equal(arg, &ds);
	snprintf(line, sizeof(line), "told %u %lu %s %s\n", demarche, number,
	    from, to);
	note(line);
}

static struct draft_round ended;

static enum rc
follow(const char *alive)
{
	const struct base_answer answers[] = { { Q_DRAFTS_ALIVE, NULL,
	    alive } };
	enum rc rc;

	base_serve(answers);
	base.affected = 0;
	rc = draft_follow(NULL, NULL, told, &ds, &ended);
	base.n = 0;
	return rc;
}

#define TOLD(token, number, state) \
	{ \
		{ \
			token, number, state \
		} \
	}
#define OLD \
	"drafts_died\ndrafts_closed\ndraft_waiting_forget\ndraft_begun_forget\n"
#define ALIVE OLD "drafts_alive\n"
#define ASK "ask 42 about 1 from t\n"
#define ASK_ONE "ask about dossier 5\n"
#define CHANGE(from, to) \
	"draft_state id=9 state=" to "\ntold 42 5 " from " " to "\n"

/* One draft: id, démarche, state, number, token, age in hours. */
static const struct {
	const char *alive;
	enum ds_end end;
	const char *told[2][3];
	enum ds_end one;
	const char *state, *asked;
} follow_rows[] = {
	{ "", DS_MADE, { { NULL } }, DS_MADE, "", "" },
	{ "#9;#42;prefilled;#5;t;#1", DS_MADE, TOLD("t", "5", "prefilled"),
	    DS_MADE, "", ASK },
	{ "#9;#42;prefilled;#5;t;#1", DS_MADE, TOLD("t", "5", "brouillon"),
	    DS_MADE, "", ASK CHANGE("prefilled", "brouillon") },
	{ "#9;#42;en_instruction;#5;t;#9000", DS_MADE,
	    TOLD("t", "5", "accepte"), DS_MADE, "",
	    ASK CHANGE("en_instruction", "accepte") },
	/* of another number: not this one */
	{ "#9;#42;prefilled;#5;t;#1", DS_MADE, TOLD("t", "6", "brouillon"),
	    DS_MADE, "", ASK },
	/* DS does not tell of it any more */
	{ "#9;#42;prefilled;#5;t;#143", DS_MADE, { { NULL } }, DS_MADE, "",
	    ASK },
	{ "#9;#42;prefilled;#5;t;#144", DS_MADE, { { NULL } }, DS_MADE, "",
	    ASK CHANGE("prefilled", "expired") },
	{ "#9;#42;brouillon;#5;t;#9000", DS_MADE, { { NULL } }, DS_MADE, "",
	    ASK },
	{ "#9;#42;prefilled;#5;t;#144", DS_MADE, TOLD("t", "5", "prefilled"),
	    DS_MADE, "", ASK },
	/* DS did not say */
	{ "#9;#42;prefilled;#5;t;#144", DS_DOWN, { { NULL } }, DS_MADE,
	    "accepte", ASK },
	{ "#9;#42;prefilled;#5;t;#144", DS_UNSURE, { { NULL } }, DS_MADE,
	    "accepte", ASK },
	{ "#9;#42;prefilled;#5;t;#144", DS_BUSY, { { NULL } }, DS_MADE,
	    "accepte", ASK },
	{ "#9;#42;prefilled;#5;t;#144", DS_REFUSED, { { NULL } }, DS_MADE,
	    "accepte", ASK },
	/* a closed démarche: by number */
	{ "#9;#42;brouillon;#5;t;#1", DS_GONE, { { NULL } }, DS_MADE,
	    "en_instruction",
	    ASK ASK_ONE CHANGE("brouillon", "en_instruction") },
	{ "#9;#42;en_construction;#5;t;#9000", DS_GONE, { { NULL } }, DS_MADE,
	    "en_construction", ASK ASK_ONE },
	{ "#9;#42;brouillon;#5;t;#9000", DS_GONE, { { NULL } }, DS_GONE, "",
	    ASK ASK_ONE },
	{ "#9;#42;prefilled;#5;t;#143", DS_GONE, { { NULL } }, DS_GONE, "",
	    ASK ASK_ONE },
	{ "#9;#42;prefilled;#5;t;#144", DS_GONE, { { NULL } }, DS_GONE, "",
	    ASK ASK_ONE CHANGE("prefilled", "expired") },
	/* without a key it may have been opened: a key may come */
	{ "#9;#42;prefilled;#5;t;#144", DS_GONE, { { NULL } }, DS_REFUSED, "",
	    ASK ASK_ONE },
	{ "#9;#42;prefilled;#5;t;#144", DS_GONE, { { NULL } }, DS_DOWN, "",
	    ASK ASK_ONE },
	{ "#9;#42;prefilled;#5;t;#144", DS_GONE, { { NULL } }, DS_UNSURE, "",
	    ASK ASK_ONE },
	/* without a token: by number */
	{ "#9;#42;brouillon;#5;~;#1", DS_MADE, { { NULL } }, DS_MADE, "accepte",
	    ASK_ONE CHANGE("brouillon", "accepte") },
};

static void
test_follow(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(follow_rows); i++) {
		char want[400];

		ds.end = follow_rows[i].end;
		ds.one = follow_rows[i].one;
		ds.state = follow_rows[i].state;
		memset(ds.told, 0, sizeof(ds.told));
		memcpy(ds.told, follow_rows[i].told,
		    sizeof(follow_rows[i].told));
		want_int(i, follow(follow_rows[i].alive), RC_OK);
		snprintf(want, sizeof(want), ALIVE "%s", follow_rows[i].asked);
		want_str(i, base.asked, want);
	}
}

/* Drafts of four démarches, two each: how many the round told of, and how often
 * DS was asked. */
static void
test_round(void **state)
{
	static const char alive[] =
	    "#1;#1;prefilled;#1;a;#144\n"
	    "#2;#1;prefilled;#2;b;#144\n#3;#2;prefilled;#3;c;#144\n"
	    "#4;#2;prefilled;#4;d;#144\n#5;#3;prefilled;#5;e;#144\n"
	    "#6;#3;prefilled;#6;f;#144\n#7;#4;prefilled;#7;g;#144\n"
	    "#8;#4;prefilled;#8;h;#144";
	static const struct {
		enum ds_end end, one;
		const char *state;
		unsigned long changed, untold, closed, asked;
	} rows[] = {
		{ DS_MADE, DS_MADE, "", 8, 0, 0, 4 },
		/* another question would wait in vain */
		{ DS_DOWN, DS_MADE, "", 0, 8, 0, 1 },
		{ DS_BUSY, DS_MADE, "", 0, 8, 0, 1 },
		/* one démarche may be ill alone */
		{ DS_REFUSED, DS_MADE, "", 0, 8, 0, 4 },
		{ DS_UNSURE, DS_MADE, "", 0, 8, 0, 3 },
		{ DS_GONE, DS_MADE, "accepte", 8, 0, 0, 12 },
		{ DS_GONE, DS_MADE, "prefilled", 0, 0, 0, 12 },
		{ DS_GONE, DS_GONE, "", 8, 0, 0, 12 },
		/* a key that may not see one may not see the next */
		{ DS_GONE, DS_REFUSED, "", 0, 0, 8, 8 },
		{ DS_GONE, DS_DOWN, "", 0, 8, 0, 2 },
		{ DS_GONE, DS_BUSY, "", 0, 8, 0, 2 },
		{ DS_GONE, DS_UNSURE, "", 0, 8, 0, 5 },
	};

	(void)state;
	memset(&ds, 0, sizeof(ds));
	for (size_t i = 0; i < ROWS(rows); i++) {
		unsigned long asked = 0;

		ds.end = rows[i].end;
		ds.one = rows[i].one;
		ds.state = rows[i].state;
		want_int(i, follow(alive), RC_OK);
		want_int(i, ended.drafts, 8);
		want_int(i, ended.changed, rows[i].changed);
		want_int(i, ended.untold, rows[i].untold);
		want_int(i, ended.closed, rows[i].closed);
		for (const char *p = base.asked;
		     (p = strstr(p, "ask ")) != NULL; p++)
			asked++;
		want_int(i, asked, rows[i].asked);
	}
}

/* Fifty a call, a démarche a call. */
static void
test_batches(void **state)
{
	struct buf b = { 0 };

	(void)state;
	memset(&ds, 0, sizeof(ds));
	for (int i = 0; i < 54; i++)
		buf_putf(&b, "#%d;#%d;prefilled;#%d;t%d;#1\n", i,
		    i < 51 ? 41 : 42, i, i);
	buf_putc(&b, '\0');
	memcpy(ds.told[0], (const char *[]){ "t50", "50", "brouillon" },
	    sizeof(ds.told[0]));
	memcpy(ds.told[1], (const char *[]){ "t53", "53", "accepte" },
	    sizeof(ds.told[1]));
	assert_int_equal(follow(b.data), RC_OK);
	assert_string_equal(base.asked,
	    ALIVE
	    "ask 41 about 50 from t0\n"
	    "ask 41 about 1 from t50\n"
	    "draft_state id=50 state=brouillon\n"
	    "told 41 50 prefilled brouillon\n"
	    "ask 42 about 3 from t51\n"
	    "draft_state id=53 state=accepte\ntold 42 53 prefilled accepte\n");
	buf_free(&b);
}

/* What the base could not note is told to nobody, and ends the walk. */
static void
test_follow_away(void **state)
{
	static const struct {
		const char *query, *asked;
	} rows[] = {
		{ "drafts_died", "drafts_died\n" },
		{ "drafts_closed", "drafts_died\ndrafts_closed\n" },
		{ "drafts_alive", ALIVE },
		{ "draft_state",
		    ALIVE "ask 42 about 2 from t\n"
			  "draft_state id=9 state=accepte\n" },
	};

	(void)state;
	memset(&ds, 0, sizeof(ds));
	memcpy(ds.told[0], (const char *[]){ "t", "5", "accepte" },
	    sizeof(ds.told[0]));
	for (size_t i = 0; i < ROWS(rows); i++) {
		base.away = rows[i].query;
		want_int(i,
		    follow("#9;#42;prefilled;#5;t;#1\n"
			   "#10;#42;prefilled;#6;u;#999\n"
			   "#11;#43;prefilled;#7;v;#1"),
		    RC_UNAVAILABLE);
		want_str(i, base.asked, rows[i].asked);
		base.away = NULL;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_begin),
		cmocka_unit_test(test_begin_away),
		cmocka_unit_test(test_end),
		cmocka_unit_test(test_sealed),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_follow),
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_batches),
		cmocka_unit_test(test_follow_away),
	};

	return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
