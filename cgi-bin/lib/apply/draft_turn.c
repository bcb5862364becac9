/* draft_turn.c - turns of those who send. */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "apply/draft_turn.h"
#include "crypto/seal.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/apply.h"

/* ---- whose turn it is ---- */

/* Where one that waits stands among the others. */
struct turn_standing {
	unsigned lately, ahead; /* of its network: in 15 s, waiting before it */
	unsigned turns;         /* of its network before it, in all */
	long long since;        /* the last that its network had; never: most */
};

static struct turn_standing
turn_standing(const struct draft_turn *t, size_t i)
{
	struct turn_standing s = { .since = LLONG_MAX };

	for (size_t k = 0; k < i; k++) {
		if (strcmp(t[k].network, t[i].network) != 0)
			continue;
		s.ahead += t[k].id != 0;
		s.lately += t[k].lately;
		s.turns += t[k].id != 0 ? 1 : t[k].hour;
		if (t[k].id == 0)
			s.since = t[k].since;
	}
	return s;
}

/* Whether its network leaves it room: those lately begun, and those that wait
 * before it, are fewer than its part. */
static bool
has_part(const struct turn_standing *s)
{
	return s->lately + s->ahead < DRAFT_OF_NETWORK;
}

/* A network that has had fewer turns goes before, of two alike the one whose
 * last is longest ago; of one network, and of two new ones, who came first. */
static bool
goes_before(const struct turn_standing *a, const struct turn_standing *b,
    bool came_first)
{
	if (a->turns != b->turns)
		return a->turns < b->turns;
	return a->since != b->since ? a->since > b->since : came_first;
}

/* The room that is left for those that wait. */
static unsigned
turns_room(const struct draft_turn *t, size_t n)
{
	unsigned lately = 0, holds = 0;

	for (size_t i = 0; i < n; i++) {
		lately += t[i].lately;
		holds += t[i].holds;
	}
	if (lately >= DRAFT_LATELY || holds >= DRAFT_SLOTS)
		return 0;
	return DRAFT_LATELY - lately < DRAFT_SLOTS - holds
	    ? DRAFT_LATELY - lately
	    : DRAFT_SLOTS - holds;
}

static size_t
turn_at(const struct draft_turn *t, size_t n, unsigned long long id)
{
	size_t i = 0;

	while (i < n && t[i].id != id)
		i++;
	return i;
}

unsigned
draft_turn_position(const struct draft_turn *t, size_t n, unsigned long long id)
{
	size_t me = turn_at(t, n, id);
	struct turn_standing mine;
	unsigned before = 0, able = 0;

	if (me == n)
		return (unsigned)n + 1;
	mine = turn_standing(t, me);
	for (size_t i = 0; i < n; i++) {
		struct turn_standing other;

		if (t[i].id == 0 || i == me)
			continue;
		other = turn_standing(t, i);
		if (goes_before(&other, &mine, i < me)) {
			before++;
			able += has_part(&other);
		}
	}
	return has_part(&mine) && able < turns_room(t, n) ? 0 : before + 1;
}

bool
draft_turn_is_over(const struct draft_turn *t, size_t n, unsigned long long id,
    bool is_new)
{
	size_t me = turn_at(t, n, id);
	unsigned all = 0, first = 0, networks = 0, ahead;

	/* There were more than are read. */
	if (me == n)
		return true;
	for (size_t i = 0; i < n; i++) {
		all += t[i].id != 0;
		first += i < me && t[i].id != 0;
		networks += t[i].id != 0 && turn_standing(t, i).ahead == 0;
	}
	ahead = turn_standing(t, me).ahead;
	if (ahead >= DRAFT_WAITING_OF || first >= DRAFT_WAITING_MOST)
		return true;
	return is_new && all > DRAFT_WAITING && ahead > 0 &&
	    ahead >= DRAFT_WAITING / networks;
}

/* ---- rows ---- */

static enum rc
turns_read(struct db *db, struct pool *pool, struct draft_turn **t, size_t *n)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_DRAFT_TURNS, NULL, &res);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	*t = pool_take(pool, (res.rows + 1) * sizeof(**t));
	for (unsigned i = 0; i < res.rows; i++) {
		const struct draft_turns_row *row = draft_turns_row(&res, i);

		(*t)[(*n)++] = (struct draft_turn){
			.id = (unsigned long long)rows_int(&row->id, 0),
			.network = row->network.s,
			.hour = (unsigned)rows_int(&row->hour, 0),
			.lately = (unsigned)rows_int(&row->lately, 0),
			.holds = (unsigned)rows_int(&row->holds, 0),
			.since = rows_int(&row->since, 0)
		};
	}
	return RC_OK;
}

/* Whether a network has had all that it gets within the hour. */
static bool
had_all(const struct draft_turn *t, size_t n, const char *network)
{
	for (size_t i = 0; i < n; i++)
		if (t[i].hour >= DRAFT_HOUR &&
		    strcmp(t[i].network, network) == 0)
			return true;
	return false;
}

/* What waits: lines of who asks, then what is sent. */
static const char *
waiting_close(struct pool *pool, const struct draft *d)
{
	struct buf all = { 0 };
	const char *sealed;

	buf_putf(&all, "%s\n%u\n%s\n", d->siren != NULL ? d->siren : "",
	    d->champs, d->authority);
	buf_put(&all, d->body, d->body_n);
	sealed = seal(pool, d->key, "waiting", all.data, all.len);
	buf_free(&all);
	return sealed;
}

/* *is_new: it did not wait before. */
static enum rc
waiting_add(struct db *db, struct pool *pool, const struct draft *d,
    unsigned long long *id, bool *is_new)
{
	const char *body = waiting_close(pool, d);
	const struct arg *args = NULL;
	char form[FORM_KEY + 1];
	struct result res;
	enum rc rc;

	if (body == NULL)
		return RC_FAIL;
	form_digest(form, d->key);
	arg_text(pool, &args, DRAFT_WAITING_ADD_IN_FORM, form);
	arg_text(pool, &args, DRAFT_WAITING_ADD_IN_DIGEST, d->digest);
	arg_text(pool, &args, DRAFT_WAITING_ADD_IN_NETWORK, d->network);
	arg_int(pool, &args, DRAFT_WAITING_ADD_IN_DEMARCHE, d->demarche);
	arg_int(pool, &args, DRAFT_WAITING_ADD_IN_AID, d->aid);
	arg_text(pool, &args, DRAFT_WAITING_ADD_IN_BODY, body);
	rc = query_run(db, pool, Q_DRAFT_WAITING_ADD, args, &res);
	*id = res.last_id;
	*is_new = res.affected == 1;
	return rc;
}

static enum rc
waiting_end(struct db *db, struct pool *pool, unsigned long long id)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(pool, &args, DRAFT_WAITING_END_IN_ID, (long long)id);
	return query_run(db, pool, Q_DRAFT_WAITING_END, args, &res);
}

static enum rc
turn_begin(struct db *db, struct pool *pool, const struct draft *d,
    struct draft_known *known)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, DRAFT_BEGUN_ADD_IN_NETWORK, d->network);
	rc = query_run(db, pool, Q_DRAFT_BEGUN_ADD, args, &res);
	if (rc == RC_OK)
		known->turn = res.last_id;
	return rc;
}

/* Takes the lock of all turns, a row, until the transaction ends. */
static enum rc
turns_lock(struct db *db, struct pool *pool)
{
	struct result res;

	return query_run(db, pool, Q_DRAFT_GATE, NULL, &res);
}

enum rc
draft_turn_forget(struct db *db, struct pool *pool, unsigned long long *gone)
{
	static const enum query_id old[] = { Q_DRAFT_WAITING_FORGET,
		Q_DRAFT_BEGUN_FORGET };
	struct result res;
	enum rc rc = RC_OK;

	*gone = 0;
	for (size_t i = 0; rc == RC_OK && i < sizeof(old) / sizeof(*old); i++) {
		rc = query_run(db, pool, old[i], NULL, &res);
		*gone += rc == RC_OK ? res.affected : 0;
	}
	return rc;
}

enum rc
draft_turn_take(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	struct draft_turn *t;
	unsigned long long id = 0, gone;
	bool is_new = false;
	size_t n = 0;
	enum rc rc = turns_lock(db, pool);

	if (rc == RC_OK)
		rc = draft_turn_forget(db, pool, &gone);
	if (rc == RC_OK)
		rc = waiting_add(db, pool, d, &id, &is_new);
	if (rc == RC_OK)
		rc = turns_read(db, pool, &t, &n);
	if (rc != RC_OK)
		return rc;
	/* In seconds: when to come back. */
	known->retry_after = had_all(t, n, d->network) ? 900
	    : draft_turn_is_over(t, n, id, is_new)     ? 60
						       : 0;
	if (known->retry_after > 0) {
		*start = DRAFT_CROWDED;
		return waiting_end(db, pool, id);
	}
	known->position = draft_turn_position(t, n, id);
	*start = known->position > 0 ? DRAFT_WAITS : DRAFT_NEW;
	if (*start == DRAFT_WAITS)
		return RC_OK;
	rc = waiting_end(db, pool, id);
	return rc == RC_OK ? turn_begin(db, pool, d, known) : rc;
}

/* ---- who comes back ---- */

/* The line that begins at *s, which goes on to the next. */
static const char *
waiting_line(struct pool *pool, const char **s)
{
	size_t n = strcspn(*s, "\n");
	const char *line = pool_strndup(pool, *s, n);

	*s += n + ((*s)[n] == '\n');
	return line;
}

enum rc
draft_turn_find(struct db *db, struct pool *pool, struct draft *d)
{
	const struct arg *args = NULL;
	const struct draft_waiting_find_row *row;
	char form[FORM_KEY + 1];
	const char *all, *s, *siren;
	struct result res;
	size_t n;
	enum rc rc;

	d->body = NULL;
	form_digest(form, d->key);
	arg_text(pool, &args, DRAFT_WAITING_FIND_IN_FORM, form);
	arg_text(pool, &args, DRAFT_WAITING_FIND_IN_DIGEST, d->digest);
	rc = query_run(db, pool, Q_DRAFT_WAITING_FIND, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	row = draft_waiting_find_row(&res, 0);
	all = s = unseal(pool, d->key, "waiting", row->body.s, &n);
	if (s == NULL)
		return RC_OK;
	siren = waiting_line(pool, &s);
	d->siren = *siren != '\0' ? siren : NULL;
	d->champs = (unsigned)strtoul(waiting_line(pool, &s), NULL, 10);
	d->authority = waiting_line(pool, &s);
	d->demarche = (unsigned)rows_int(&row->demarche, 0);
	d->aid = rows_int(&row->aid_id, 0);
	d->body = s;
	d->body_n = n - (size_t)(s - all);
	return RC_OK;
}

enum rc
draft_turn_end(struct db *db, struct pool *pool, unsigned long long turn)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(pool, &args, DRAFT_BEGUN_END_IN_ID, (long long)turn);
	return query_run(db, pool, Q_DRAFT_BEGUN_END, args, &res);
}
