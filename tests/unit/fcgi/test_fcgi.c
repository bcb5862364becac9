/* test_fcgi.c - what comes over a connection, by the letter and against it. */

#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/pool.h"
#include "fcgi/fcgi.h"
#include "fcgi/record.h"
#include "unit.h"

/*
 * A row is a script of records, by spaces: a letter of the type, the id of the
 * request, and after ":" the content.
 *	B1	begins a request; B1:2 with another role, B1:- cut short
 *	P1:A=b;C=d	parameters; P1 ends them
 *	I1:text	the body; I1 ends it
 *	A1	abort
 *	V0	asks for values; U0 is of an unknown type
 *	R1:hex	parameters, by their bytes
 *	=hex	bytes as they are
 * What comes back is told alike, with E1/n for END_REQUEST and its status, X0/n
 * for UNKNOWN_TYPE, and O1:text for what the page writes.
 */
static const struct {
	const char *name, *said, *want;
} rows[] = {
	{ "a page", "B1 P1:REQUEST_URI=/a P1 I1", "O1:[/a][-] O1 E1/0" },
	{ "an id of two bytes", "B300 P300:REQUEST_URI=/a P300 I300",
	    "O300:[/a][-] O300 E300/0" },
	{ "no end of the body", "B1 P1:REQUEST_URI=/a P1",
	    "O1:[/a][-] O1 E1/0" },
	{ "parameters in pieces", "B1 P1:A=b P1:REQUEST_URI=/a P1 I1",
	    "O1:[/a][-] O1 E1/0" },
	{ "a body", "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=5 P1 I1:abcde I1",
	    "O1:[/a][abcde] O1 E1/0" },
	{ "a body in pieces",
	    "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=5 P1 I1:ab I1:cde I1",
	    "O1:[/a][abcde] O1 E1/0" },
	{ "a body longer than it says",
	    "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=2 P1 I1:abcde I1:f I1",
	    "O1:[/a][ab] O1 E1/0" },
	{ "shorter", "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=5 P1 I1:ab I1",
	    "O1:[/a][bad] O1 E1/0" },
	{ "longer than may be",
	    "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=11 P1 I1:abcdefghijk I1",
	    "O1:[/a][large] O1 E1/0" },
	{ "a length that is none",
	    "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=-1 P1 I1",
	    "O1:[/a][bad] O1 E1/0" },
	{ "a length past all",
	    "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=99999999999999999999 P1 I1",
	    "O1:[/a][large] O1 E1/0" },
	/* what is no page */
	{ "values are asked", "V0 B1 P1:REQUEST_URI=/a P1 I1",
	    "V0 O1:[/a][-] O1 E1/0" },
	{ "eight times", "V0 V0 V0 V0 V0 V0 V0 V0", "V0 V0 V0 V0 V0 V0 V0 V0" },
	{ "an unknown type", "U0 B1 P1:REQUEST_URI=/a P1 I1",
	    "X0/77 O1:[/a][-] O1 E1/0" },
	{ "a request of the connection's id", "B0 P0 I0", "X0/1 X0/4 X0/5" },
	{ "another role", "B1:2 P1:REQUEST_URI=/a P1 I1", "E1/3" },
	{ "a beginning cut short", "B1:- P1 I1", "E1/3" },
	{ "two requests at once",
	    "B1 B2 P2:REQUEST_URI=/b P1:REQUEST_URI=/a P1",
	    "E2/1 O1:[/a][-] O1 E1/0" },
	{ "an abort", "B1 P1:REQUEST_URI=/a A1 P1", "" },
	{ "an abort of another", "B1 P1:REQUEST_URI=/a A2 P1",
	    "O1:[/a][-] O1 E1/0" },
	{ "no beginning", "P1:REQUEST_URI=/a P1 I1", "" },
	{ "nothing", "", "" },
	{ "half a header", "B1 =010400", "" },
	{ "half a record", "B1 =0104000100050000ff", "" },
	{ "padding", "B1 =01040001000008001122334455667788 I1",
	    "O1:[-][-] O1 E1/0" },
	{ "another version", "=0201000100080000 B1 P1", "" },
	{ "HTTP", "=474554202f20485454502f312e300d0a0d0a", "" },
	/* parameters that lie about their lengths */
	{ "a name past the end", "B1 R1:050141 P1", "" },
	{ "a value past the end", "B1 R1:010541 P1", "" },
	{ "a name of 2 GB", "B1 R1:fffffffe00 P1", "" },
	{ "both", "B1 R1:fffffffeffffffff P1", "" },
	{ "1 GB and 1 GB", "B1 R1:c0000000c0000000 P1", "" },
	{ "a length cut short", "B1 R1:ffff P1", "" },
	{ "one length alone", "B1 R1:00 P1", "" },
	{ "a NUL in a name", "B1 R1:0201410061 P1", "" },
	{ "a NUL in a value", "B1 R1:0102416100 P1", "" },
	{ "empty ones", "B1 R1:0000 P1 I1", "O1:[-][-] O1 E1/0" },
	{ "four bytes for a short length",
	    "B1 R1:8000000b02524551554553545f5552492f61 P1 I1",
	    "O1:[/a][-] O1 E1/0" },
};

static void
put_record(struct buf *b, enum fcgi_type type, unsigned id, const char *data,
    size_t n)
{
	char header[FCGI_HEADER];

	fcgi_record_header(header, type, id, n);
	buf_put(b, header, sizeof(header));
	buf_put(b, data, n);
}

/* A=b;C=d as pairs. */
static void
put_params(struct buf *b, unsigned id, const char *s, size_t n)
{
	struct buf pairs = { 0 };

	for (const char *end = s + n; s < end;) {
		size_t all = strcspn(s, "; "), name = strcspn(s, "=");
		char lengths[2] = { (char)name, (char)(all - name - 1) };

		buf_put(&pairs, lengths, 2);
		buf_put(&pairs, s, name);
		buf_put(&pairs, s + name + 1, all - name - 1);
		s += all + (s[all] == ';');
	}
	put_record(b, FCGI_PARAMS, id, pairs.data, pairs.len);
	buf_free(&pairs);
}

static void
put_hex(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i + 1 < n; i += 2) {
		char two[3] = { s[i], s[i + 1] }, byte;

		byte = (char)strtoul(two, NULL, 16);
		buf_put(b, &byte, 1);
	}
}

/* B: the role, flags, and five bytes that are kept for later. */
static void
put_begin(struct buf *b, unsigned id, char how)
{
	char body[FCGI_HEADER] = { 0, how == '2' ? 2 : FCGI_RESPONDER };

	put_record(b, FCGI_BEGIN_REQUEST, id, body,
	    how == '-' ? 3 : sizeof(body));
}

static void
put_raw_params(struct buf *b, unsigned id, const char *hex, size_t n)
{
	struct buf bytes = { 0 };

	put_hex(&bytes, hex, n);
	put_record(b, FCGI_PARAMS, id, bytes.data, bytes.len);
	buf_free(&bytes);
}

static void
put_one(struct buf *b, const char *s, size_t n)
{
	static const enum fcgi_type types['Z'] = { ['I'] = FCGI_STDIN,
		['A'] = FCGI_ABORT_REQUEST,
		['V'] = FCGI_GET_VALUES,
		['U'] = (enum fcgi_type)77 };
	unsigned id = (unsigned)atoi(s + 1);
	size_t head = strcspn(s, ": ");
	const char *data = head < n ? s + head + 1 : s + n;
	size_t data_n = (size_t)(s + n - data);

	if (*s == '=')
		put_hex(b, s + 1, n - 1);
	else if (*s == 'B')
		put_begin(b, id, *data);
	else if (*s == 'P')
		put_params(b, id, data, data_n);
	else if (*s == 'R')
		put_raw_params(b, id, data, data_n);
	else
		put_record(b, types[(int)*s], id, data, data_n);
}

static void
put_said(struct buf *b, const char *s)
{
	while (*s != '\0') {
		size_t n = strcspn(s, " ");

		put_one(b, s, n);
		s += n + (s[n] == ' ');
	}
}

/* What came back, in the words of the rows. */
static void
tell(struct buf *out, const char *p, size_t n)
{
	static const char letters[] = { [FCGI_STDOUT] = 'O',
		[FCGI_END_REQUEST] = 'E',
		[FCGI_GET_VALUES_RESULT] = 'V',
		[FCGI_UNKNOWN_TYPE] = 'X' };
	struct fcgi_record r;

	for (size_t step; n > 0; p += step, n -= step) {
		step = fcgi_record_read(p, n, &r);
		assert_true(step > 0 && step <= n && r.type < sizeof(letters));
		buf_putf(out, "%s%c%u", out->len > 0 ? " " : "",
		    letters[r.type], r.id);
		if (r.type == FCGI_STDOUT && r.n > 0)
			buf_putf(out, ":%.*s", (int)r.n, r.data);
		else if (r.type == FCGI_END_REQUEST)
			buf_putf(out, "/%d", r.data[4]);
		else if (r.type == FCGI_UNKNOWN_TYPE)
			buf_putf(out, "/%d", r.data[0]);
	}
}

static const char *
body_of(struct fcgi *g, struct pool *pool)
{
	const char *body;
	size_t n;

	if (fcgi_env(g, "CONTENT_LENGTH") == NULL)
		return "-";
	switch (fcgi_read(g, pool, 10, &body, &n)) {
	case RC_OK:
		return body;
	case RC_TOO_LARGE:
		return "large";
	default:
		return "bad";
	}
}

/* A page: the address and the body that it was given. */
static void
answer(struct fcgi *g, void *arg)
{
	struct pool *pool = pool_new();
	const char *uri = fcgi_env(g, "REQUEST_URI");
	struct buf out = { 0 };

	buf_putf(&out, "[%s][%s]", uri != NULL ? uri : "-", body_of(g, pool));
	assert_true(fcgi_respond(g, out.data, 1, out.data + 1, out.len - 1));
	buf_free(&out);
	pool_free(pool);
	++*(int *)arg;
}

/* Writes what the other end takes, which may leave before. */
static void
write_all(int fd, const char *p, size_t n)
{
	ssize_t done;

	while (n > 0 && (done = send(fd, p, n, MSG_NOSIGNAL)) > 0) {
		p += done;
		n -= (size_t)done;
	}
}

/* Sends what is said, and reads what comes back once the connection ends. */
static void
talk(const struct buf *said, fcgi_handler *fn, struct buf *back)
{
	static char got[1 << 20];
	ssize_t n;
	int ends[2], count = 0;
	bool asked;
	pid_t pid;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	if ((pid = fork()) == 0) {
		close(ends[1]);
		write_all(ends[0], said->data, said->len);
		shutdown(ends[0], SHUT_WR);
		_exit(0);
	}
	asked = fcgi_serve(ends[1], fn, &count);
	assert_int_equal(asked, count);
	while ((n = read(ends[0], got, sizeof(got))) > 0)
		buf_put(back, got, (size_t)n);
	close(ends[0]);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf said = { 0 }, back = { 0 }, told = { 0 };

		put_said(&said, rows[i].said);
		talk(&said, answer, &back);
		buf_puts(&told, "");
		tell(&told, back.data, back.len);
		want_str(i, told.len > 0 ? told.data : "", rows[i].want);
		buf_free(&said);
		buf_free(&back);
		buf_free(&told);
	}
}

/* Many parameters, or long ones: what passes the bounds is not served. */
static void
test_bounds(void **state)
{
	static const struct {
		unsigned records;
		size_t pairs, value;
		bool served;
	} bounds[] = {
		{ 1, 128, 1, true },
		{ 1, 129, 1, false },
		{ 2, 1, 60000, true },
		{ 17, 1, 60000, true },
		{ 18, 1, 60000, false },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(bounds); i++) {
		struct buf said = { 0 }, back = { 0 }, pairs = { 0 };

		put_said(&said, "B1");
		for (size_t n = 0; n < bounds[i].pairs; n++) {
			buf_put(&pairs, "\1\x80\0", 3);
			buf_putc(&pairs, (char)(bounds[i].value >> 8));
			buf_putc(&pairs, (char)bounds[i].value);
			buf_putc(&pairs, 'A');
			for (size_t k = 0; k < bounds[i].value; k++)
				buf_putc(&pairs, 'v');
		}
		for (unsigned n = 0; n < bounds[i].records; n++)
			put_record(&said, FCGI_PARAMS, 1, pairs.data,
			    pairs.len);
		put_said(&said, "P1 I1");
		talk(&said, answer, &back);
		want_int(i, back.len > 0, bounds[i].served);
		buf_free(&said);
		buf_free(&back);
		buf_free(&pairs);
	}
}

/* A response longer than a record, its head too, and than what a socket holds. */
enum { LONG = 1000000, LONG_HEAD = 100000 };

static void
answer_long(struct fcgi *g, void *arg)
{
	char *body = malloc(LONG);

	assert_non_null(body);
	for (int i = 0; i < LONG; i++)
		body[i] = (char)('a' + i % 26);
	*(bool *)arg = fcgi_respond(g, body, LONG_HEAD, body + LONG_HEAD,
	    LONG - LONG_HEAD);
	free(body);
}

/* Asks for the long response, in another process, and reads up to max bytes of
 * it; its status is 0 when those are as they were written. */
static pid_t
ask_long(const int ends[2], size_t max)
{
	struct buf said = { 0 }, back = { 0 };
	struct fcgi_record r;
	static char got[65536];
	ssize_t n;
	size_t done = 0;
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	close(ends[1]);
	put_said(&said, "B1 P1 I1");
	if (write(ends[0], said.data, said.len) != (ssize_t)said.len)
		_exit(2);
	while (back.len < max && (n = read(ends[0], got, sizeof(got))) > 0)
		buf_put(&back, got, (size_t)n);
	for (size_t at = 0, step; at < back.len && max > LONG; at += step) {
		step = fcgi_record_read(back.data + at, back.len - at, &r);
		for (size_t i = 0; r.type == FCGI_STDOUT && i < r.n; i++)
			if (r.data[i] != (char)('a' + done++ % 26))
				_exit(3);
	}
	_exit(max > LONG && done != LONG);
}

static void
test_long(void **state)
{
	static const size_t reads[] = { 2 * LONG, 1 };

	(void)state;
	for (size_t i = 0; i < ROWS(reads); i++) {
		int ends[2], status;
		bool sent;
		pid_t pid;

		assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
		pid = ask_long(ends, reads[i]);
		close(ends[0]);
		assert_true(fcgi_serve(ends[1], answer_long, &sent));
		want_int(i, sent, reads[i] > LONG);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		want_int(i, status, 0);
	}
}

/* Milliseconds to serve a connection. */
static double
serve_ms(int fd, int *count)
{
	double began = clock_ms();

	*count = 0;
	fcgi_serve(fd, answer, count);
	return clock_ms() - began;
}

/* A peer that has a part of the body still, and waits for the end of the
 * response, as nginx does: it is not waited for in turn. */
static void
test_rest_of_body(void **state)
{
	struct buf said = { 0 };
	char got[1024];
	int ends[2], count;
	pid_t pid;

	(void)state;
	put_said(&said, "B1 P1:CONTENT_LENGTH=9999999 P1 I1:abc");
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	assert_int_equal(write(ends[0], said.data, said.len), said.len);
	if ((pid = fork()) == 0) {
		close(ends[1]);
		while (read(ends[0], got, sizeof(got)) > 0)
			;
		_exit(0);
	}
	close(ends[0]);
	assert_true(serve_ms(ends[1], &count) < 900);
	assert_int_equal(count, 1);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	buf_free(&said);
}

/* ---- a worker, and many at once ---- */

static const char *const whole = "B1 P1:REQUEST_URI=/a;CONTENT_LENGTH=5 P1 "
				 "I1:abcde I1";

/* A worker in a process of its own, on a socket at that address. */
static pid_t
start_with(struct sockaddr_un *at, fcgi_handler *fn, fcgi_idle *idle)
{
	int listening = socket(AF_UNIX, SOCK_STREAM, 0), count = 0;
	pid_t pid;

	snprintf(at->sun_path, sizeof(at->sun_path), "/tmp/guichet-fcgi-%ld",
	    (long)getpid());
	at->sun_family = AF_UNIX;
	assert_int_equal(bind(listening, (struct sockaddr *)at, sizeof(*at)),
	    0);
	assert_int_equal(listen(listening, 128), 0);
	if ((pid = fork()) == 0) {
		dup2(listening, 0);
		_exit(fcgi_run(fn, idle, &count, 1000));
	}
	close(listening);
	return pid;
}

static pid_t
start_worker(struct sockaddr_un *at)
{
	return start_with(at, answer, NULL);
}

static int
dial(const struct sockaddr_un *at, const char *data, size_t n)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_int_equal(connect(fd, (const struct sockaddr *)at, sizeof(*at)),
	    0);
	assert_int_equal(write(fd, data, n), n);
	return fd;
}

/* Reads to the end of a response, and tells it. */
static void
hear(int fd, const char *want)
{
	struct buf told = { 0 };
	char got[4096];
	size_t n = 0;
	ssize_t more;

	while ((more = read(fd, got + n, sizeof(got) - n)) > 0)
		n += (size_t)more;
	tell(&told, got, n);
	want_str(0, told.data, want);
	buf_free(&told);
	close(fd);
}

/* Those who say a part of a head or of a body keep nobody waiting, and are
 * answered if they go on. */
static void
test_slow_ones(void **state)
{
	enum { SLOW = 20 };
	struct sockaddr_un at = { 0 };
	double began;
	struct buf said = { 0 };
	size_t part[] = { 3, 20, 0 };
	int slow[SLOW], status;
	pid_t pid = start_worker(&at);

	(void)state;
	put_said(&said, whole);
	part[2] = said.len - 2 * FCGI_HEADER; /* amid the body */
	for (size_t i = 0; i < SLOW; i++)
		slow[i] = dial(&at, said.data, part[i % ROWS(part)]);
	began = clock_ms();
	hear(dial(&at, said.data, said.len), "O1:[/a][abcde] O1 E1/0");
	assert_true(clock_ms() - began < 2000);
	assert_int_equal(write(slow[2], said.data + part[2],
			     said.len - part[2]),
	    said.len - part[2]);
	hear(slow[2], "O1:[/a][abcde] O1 E1/0");
	/* One whose body is under way when it must stop. */
	kill(pid, SIGTERM);
	assert_int_equal(write(slow[5], said.data + part[2],
			     said.len - part[2]),
	    said.len - part[2]);
	hear(slow[5], "O1:[/a][abcde] O1 E1/0");
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	for (size_t i = 0; i < SLOW; i++)
		if (i != 2 && i != 5)
			close(slow[i]);
	unlink(at.sun_path);
	buf_free(&said);
}

/* More than are read at once: who came first makes room. */
static void
test_many(void **state)
{
	enum { MANY = 100 };
	struct sockaddr_un at = { 0 };
	struct buf said = { 0 };
	int many[MANY], status;
	pid_t pid = start_worker(&at);

	(void)state;
	put_said(&said, whole);
	for (size_t i = 0; i < MANY; i++)
		many[i] = dial(&at, said.data, 3);
	hear(dial(&at, said.data, said.len), "O1:[/a][abcde] O1 E1/0");
	for (size_t i = 0; i < MANY; i++)
		close(many[i]);
	kill(pid, SIGTERM);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	unlink(at.sun_path);
	buf_free(&said);
}

/* Stopped and let go, as by a debugger, it answers on; told to stop, it does,
 * though it is told twice while it waits for a request. */
static void
test_signals(void **state)
{
	struct sockaddr_un at = { 0 };
	struct buf said = { 0 };
	pid_t pid = start_worker(&at);
	int status, slow;

	(void)state;
	put_said(&said, whole);
	for (int i = 0; i < 3; i++) {
		hear(dial(&at, said.data, said.len), "O1:[/a][abcde] O1 E1/0");
		kill(pid, SIGSTOP);
		assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
		kill(pid, SIGCONT);
	}
	slow = dial(&at, said.data, said.len - 2 * FCGI_HEADER);
	hear(dial(&at, said.data, said.len), "O1:[/a][abcde] O1 E1/0");
	kill(pid, SIGUSR1);
	kill(pid, SIGTERM);
	assert_int_equal(write(slow, said.data + said.len - 2 * FCGI_HEADER,
			     2 * FCGI_HEADER),
	    2 * FCGI_HEADER);
	hear(slow, "O1:[/a][abcde] O1 E1/0");
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	unlink(at.sun_path);
	buf_free(&said);
}

/* What a worker did, for the test to see: "a" an answer, "i" what can wait. */
static char *noted;

static void
answer_noted(struct fcgi *g, void *arg)
{
	strcat(noted, "a");
	if (strcmp(noted, "aa") == 0)
		fcgi_want_idle(g);
	answer(g, arg);
}

/* Three times there is more to do. */
static bool
idle_noted(void *arg)
{
	(void)arg;
	strcat(noted, "i");
	return strcmp(strchr(noted, 'i'), "iii") != 0;
}

/* What can wait is done once nobody does, until there is no more of it; and again
 * when a handler says so. */
static void
test_idle(void **state)
{
	struct sockaddr_un at = { 0 };
	struct buf said = { 0 };
	int status, fd[3];
	pid_t pid;

	(void)state;
	noted = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(noted != MAP_FAILED);
	put_said(&said, whole);
	pid = start_with(&at, answer_noted, idle_noted);
	for (int turn = 0; turn < 2; turn++) {
		noted[0] = '\0';
		kill(pid, SIGSTOP);
		assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
		for (size_t i = 0; i < ROWS(fd); i++)
			fd[i] = dial(&at, said.data, said.len);
		kill(pid, SIGCONT);
		for (size_t i = 0; i < ROWS(fd); i++)
			hear(fd[i], "O1:[/a][abcde] O1 E1/0");
		for (int i = 0; i < 500 && strlen(noted) < 6; i++)
			usleep(10000);
		usleep(20000);
		want_str(turn, noted, "aaaiii");
	}
	kill(pid, SIGTERM);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	munmap(noted, 4096);
	unlink(at.sun_path);
	buf_free(&said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_rest_of_body),
		cmocka_unit_test(test_slow_ones),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_signals),
		cmocka_unit_test(test_idle),
	};

	return cmocka_run_group_tests_name("fcgi", tests, NULL, NULL);
}
