/* db.c - the connection to MariaDB. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>

#include "base/log.h"
#include "base/timing.h"
#include "db/db.h"

struct db {
	MYSQL *my;
	const char *options, *group;
	bool patient, in_transaction, outage;
	unsigned epoch;
	/* what LOAD DATA LOCAL reads */
	const struct buf *rows;
	size_t rows_read;
	char error[512];
	unsigned error_number;
};

struct db_stmt {
	MYSQL_STMT *st;
	struct db *db;
	const char *name;
	unsigned columns;
	MYSQL_BIND *in, *out;
	unsigned nin;
	long long *ints; /* integer fields land here */
	unsigned long *lengths;
	my_bool *nulls;
	const char **names;
};

struct db *
db_new(const char *options, const char *group, bool patient)
{
	struct db *db = calloc(1, sizeof(*db));

	if (db == NULL)
		log_die("db: out of memory");
	db->options = options;
	db->group = group;
	db->patient = patient;
	return db;
}

void
db_disconnect(struct db *db)
{
	if (db->my != NULL)
		mysql_close(db->my);
	db->my = NULL;
	db->in_transaction = false;
}

void
db_free(struct db *db)
{
	if (db == NULL)
		return;
	db_disconnect(db);
	mysql_library_end();
	free(db);
}

unsigned
db_epoch(const struct db *db)
{
	return db->epoch;
}

const char *
db_error(const struct db *db)
{
	return db->error;
}

unsigned
db_errno(const struct db *db)
{
	return db->error_number;
}

bool
db_in_transaction(const struct db *db)
{
	return db->in_transaction;
}

/* Errors that pass: the reader is asked to come back (reference: what a
 * restart, a full server, a deadlock and a time limit answer). */
static bool
is_away(unsigned e)
{
	switch (e) {
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_LOST:
	case CR_CONNECTION_ERROR:
	case CR_CONN_HOST_ERROR:
	case ER_CON_COUNT_ERROR:
	case ER_TOO_MANY_USER_CONNECTIONS:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_LOCK_DEADLOCK:
	case ER_STATEMENT_TIMEOUT:
	case ER_SERVER_SHUTDOWN:
	case ER_UNKNOWN_COM_ERROR:
	case ER_CONNECTION_KILLED:
	case ER_OPTION_PREVENTS_STATEMENT:
	case ER_USER_LIMIT_REACHED:
		return true;
	default:
		return false;
	}
}

static bool
is_lost(unsigned e)
{
	return e == CR_SERVER_GONE_ERROR || e == CR_SERVER_LOST ||
	    e == ER_SERVER_SHUTDOWN || e == ER_CONNECTION_KILLED ||
	    e == CR_COMMANDS_OUT_OF_SYNC;
}

static enum rc
failed(struct db *db, const char *name, unsigned e, const char *text)
{
	db->error_number = e;
	strncpy(db->error, text, sizeof(db->error) - 1);
	log_msg("db: \"%s\" failed: %u %s", name, e, text);
	if (is_lost(e))
		db_disconnect(db);
	return is_away(e) || is_lost(e) ? RC_UNAVAILABLE : RC_FAIL;
}

/* The four callbacks by which LOAD DATA LOCAL reads memory, never a file. */

static int
infile_init(void **ptr, const char *file, void *arg)
{
	struct db *db = arg;

	(void)file;
	*ptr = db;
	db->rows_read = 0;
	return db->rows == NULL;
}

static int
infile_read(void *ptr, char *out, unsigned n)
{
	struct db *db = ptr;
	size_t left = db->rows->len - db->rows_read;

	if (n > left)
		n = (unsigned)left;
	memcpy(out, db->rows->data + db->rows_read, n);
	db->rows_read += n;
	return (int)n;
}

static void
infile_end(void *ptr)
{
	(void)ptr;
}

static int
infile_error(void *ptr, char *out, unsigned n)
{
	(void)ptr;
	if (n > 0)
		out[0] = '\0';
	return CR_UNKNOWN_ERROR;
}

static void
set_options(struct db *db)
{
	unsigned connect = 2, answer = 4;
	my_bool off = 0;

	mysql_options(db->my, MYSQL_READ_DEFAULT_FILE, db->options);
	mysql_options(db->my, MYSQL_READ_DEFAULT_GROUP, db->group);
	mysql_options(db->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(db->my, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	/* Reconnecting behind our back would commit half a transaction. */
	mysql_options(db->my, MYSQL_OPT_RECONNECT, &off);
	if (!db->patient) {
		mysql_options(db->my, MYSQL_OPT_READ_TIMEOUT, &answer);
		mysql_options(db->my, MYSQL_OPT_WRITE_TIMEOUT, &answer);
	}
}

enum rc
db_connect(struct db *db)
{
	unsigned flags = db->patient ? CLIENT_MULTI_STATEMENTS : 0;

	if (db->my != NULL)
		return RC_OK;
	if ((db->my = mysql_init(NULL)) == NULL)
		log_die("db: out of memory");
	set_options(db);
	if (mysql_real_connect(db->my, NULL, NULL, NULL, NULL, 0, NULL,
		flags) == NULL) {
		db->error_number = mysql_errno(db->my);
		strncpy(db->error, mysql_error(db->my), sizeof(db->error) - 1);
		if (!db->outage)
			log_msg("db: cannot connect as \"%s\": %s", db->group,
			    db->error);
		db->outage = true;
		db_disconnect(db);
		return RC_UNAVAILABLE;
	}
	if (db->outage)
		log_msg("db: connected again as \"%s\"", db->group);
	db->outage = false;
	if (db->patient)
		mysql_set_local_infile_handler(db->my, infile_init, infile_read,
		    infile_end, infile_error, db);
	db->epoch++;
	return RC_OK;
}

static bool
is_integer(enum enum_field_types t)
{
	return t == MYSQL_TYPE_TINY || t == MYSQL_TYPE_SHORT ||
	    t == MYSQL_TYPE_INT24 || t == MYSQL_TYPE_LONG ||
	    t == MYSQL_TYPE_LONGLONG;
}

/* Lays out the binds of the answer: integers by value, the rest by length. */
static void
bind_columns(struct db_stmt *s)
{
	MYSQL_RES *meta = mysql_stmt_result_metadata(s->st);
	MYSQL_FIELD *f;

	if (meta == NULL)
		return;
	s->columns = mysql_num_fields(meta);
	f = mysql_fetch_fields(meta);
	s->out = calloc(s->columns, sizeof(*s->out));
	s->ints = calloc(s->columns, sizeof(*s->ints));
	s->lengths = calloc(s->columns, sizeof(*s->lengths));
	s->nulls = calloc(s->columns, sizeof(*s->nulls));
	s->names = calloc(s->columns, sizeof(*s->names));
	if (!s->out || !s->ints || !s->lengths || !s->nulls || !s->names)
		log_die("db: out of memory");
	for (unsigned i = 0; i < s->columns; i++) {
		MYSQL_BIND *b = &s->out[i];

		s->names[i] = strdup(f[i].name);
		b->is_null = &s->nulls[i];
		b->length = &s->lengths[i];
		b->buffer_type = MYSQL_TYPE_STRING;
		if (is_integer(f[i].type)) {
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = &s->ints[i];
			b->is_unsigned = (f[i].flags & UNSIGNED_FLAG) != 0;
		}
	}
	mysql_free_result(meta);
}

struct db_stmt *
db_prepare(struct db *db, const char *name, const char *sql)
{
	struct db_stmt *s = calloc(1, sizeof(*s));

	if (s == NULL || (s->st = mysql_stmt_init(db->my)) == NULL)
		log_die("db: out of memory");
	s->db = db;
	s->name = name;
	if (mysql_stmt_prepare(s->st, sql, strlen(sql)) != 0) {
		failed(db, name, mysql_stmt_errno(s->st),
		    mysql_stmt_error(s->st));
		db_stmt_free(s);
		return NULL;
	}
	s->nin = (unsigned)mysql_stmt_param_count(s->st);
	if ((s->in = calloc(s->nin + 1, sizeof(*s->in))) == NULL)
		log_die("db: out of memory");
	bind_columns(s);
	return s;
}

void
db_stmt_free(struct db_stmt *s)
{
	if (s == NULL)
		return;
	mysql_stmt_close(s->st);
	for (unsigned i = 0; i < s->columns; i++)
		free((void *)(uintptr_t)s->names[i]);
	free(s->names);
	free(s->nulls);
	free(s->lengths);
	free(s->ints);
	free(s->out);
	free(s->in);
	free(s);
}

static void
bind_values(struct db_stmt *s, const struct value *v)
{
	for (unsigned i = 0; i < s->nin; i++) {
		MYSQL_BIND *b = &s->in[i];

		*b = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_NULL };
		if (v[i].type == VALUE_INT) {
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = (void *)(uintptr_t)&v[i].i;
		} else if (v[i].type == VALUE_TEXT) {
			b->buffer_type = MYSQL_TYPE_STRING;
			b->buffer = (void *)(uintptr_t)v[i].s;
			b->buffer_length = v[i].n;
		}
	}
}

/* One field of the row that was just fetched. */
static void
take_field(struct db_stmt *s, unsigned i, struct pool *pool, struct value *v)
{
	MYSQL_BIND b = { .buffer_type = MYSQL_TYPE_STRING };
	char *at;

	*v = (struct value){ .type = VALUE_NULL };
	if (s->nulls[i])
		return;
	if (s->out[i].buffer_type == MYSQL_TYPE_LONGLONG) {
		*v = (struct value){ .type = VALUE_INT, .i = s->ints[i] };
		return;
	}
	at = pool_room(pool, s->lengths[i] + 1);
	at[s->lengths[i]] = '\0';
	b.buffer = at;
	b.buffer_length = s->lengths[i];
	if (s->lengths[i] > 0)
		mysql_stmt_fetch_column(s->st, &b, i, 0);
	*v = (struct value){ VALUE_TEXT, 0, at, s->lengths[i] };
}

static enum rc
fetch_all(struct db_stmt *s, struct pool *pool, struct result *res)
{
	unsigned size = 0;
	int end;

	for (unsigned i = 0; i < s->columns; i++)
		if (s->out[i].buffer_type == MYSQL_TYPE_STRING)
			s->out[i].buffer_length = 0;
	if (mysql_stmt_bind_result(s->st, s->out) != 0 ||
	    mysql_stmt_store_result(s->st) != 0)
		return RC_FAIL;
	size = (unsigned)mysql_stmt_num_rows(s->st);
	res->row = pool_take(pool, size * sizeof(*res->row));
	while ((end = mysql_stmt_fetch(s->st)) == 0 ||
	    end == MYSQL_DATA_TRUNCATED) {
		struct value *row = pool_take(pool, s->columns * sizeof(*row));

		for (unsigned i = 0; i < s->columns; i++)
			take_field(s, i, pool, &row[i]);
		if (res->rows < size)
			res->row[res->rows++] = row;
	}
	return end == MYSQL_NO_DATA ? RC_OK : RC_FAIL;
}

enum rc
db_execute(struct db_stmt *s, const struct value *v, size_t n,
    struct pool *pool, struct result *res)
{
	enum rc rc = RC_OK;

	*res = (struct result){ .columns = s->columns, .names = s->names };
	if (n != s->nin) {
		log_msg("db: \"%s\" takes %u values, not %zu", s->name, s->nin,
		    n);
		return RC_FAIL;
	}
	bind_values(s, v);
	timing_start(TIMING_DB);
	if (mysql_stmt_bind_param(s->st, s->in) != 0 ||
	    mysql_stmt_execute(s->st) != 0 ||
	    (s->columns > 0 && fetch_all(s, pool, res) != RC_OK))
		rc = failed(s->db, s->name, mysql_stmt_errno(s->st),
		    mysql_stmt_error(s->st));
	else if (s->columns == 0) {
		res->affected = mysql_stmt_affected_rows(s->st);
		res->last_id = mysql_stmt_insert_id(s->st);
	}
	if (s->db->my != NULL)
		mysql_stmt_free_result(s->st);
	timing_stop(TIMING_DB);
	return rc;
}

enum rc
db_script(struct db *db, const char *name, const char *sql)
{
	enum rc rc = db_connect(db);
	int more;

	if (rc != RC_OK)
		return rc;
	if (mysql_real_query(db->my, sql, strlen(sql)) != 0)
		return failed(db, name, mysql_errno(db->my),
		    mysql_error(db->my));
	do {
		MYSQL_RES *r = mysql_store_result(db->my);

		if (r != NULL)
			mysql_free_result(r);
	} while ((more = mysql_next_result(db->my)) == 0);
	return more > 0
	    ? failed(db, name, mysql_errno(db->my), mysql_error(db->my))
	    : RC_OK;
}

enum rc
db_load(struct db *db, const char *name, const char *sql,
    const struct buf *rows)
{
	enum rc rc;

	db->rows = rows;
	rc = rows->len > 0 ? db_script(db, name, sql) : RC_OK;
	db->rows = NULL;
	/* What LOCAL rows would be refused for is only warned of: a text too
	 * long is cut, a row that is there already passed over. */
	if (rc == RC_OK && rows->len > 0 && mysql_warning_count(db->my) > 0 &&
	    strstr(sql, " IGNORE ") == NULL) {
		log_msg("db: \"%s\": some rows are not as they were given",
		    name);
		rc = RC_FAIL;
	}
	return rc;
}

enum rc
db_begin(struct db *db)
{
	enum rc rc = db_connect(db);

	if (rc == RC_OK && mysql_autocommit(db->my, 0) != 0)
		rc = failed(db, "begin", mysql_errno(db->my),
		    mysql_error(db->my));
	db->in_transaction = rc == RC_OK;
	return rc;
}

enum rc
db_commit(struct db *db)
{
	enum rc rc = RC_OK;

	if (db->my == NULL || mysql_commit(db->my) != 0)
		rc = db->my == NULL ? RC_UNAVAILABLE
				    : failed(db, "commit", mysql_errno(db->my),
					  mysql_error(db->my));
	else
		mysql_autocommit(db->my, 1);
	db->in_transaction = false;
	return rc;
}

void
db_rollback(struct db *db)
{
	if (db->my != NULL) {
		mysql_rollback(db->my);
		mysql_autocommit(db->my, 1);
	}
	db->in_transaction = false;
}
