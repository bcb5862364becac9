/* test_fetch_tls.c - documents by HTTPS, and certificates, from the server of
 * OpenSSL's command. */

#include <fcntl.h>

#include "fetch/fetch.h"
#include "fetch/fetch_visits.h"
#include "server.h"
#include "unit.h"

/* Certificates of an authority of the test's own: NAME.pem each. */
static const char make_certificates[] =
    "set -e\n"
    "key='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'\n"
    "openssl req -x509 $key -days 30 -subj /CN=authority "
    "-keyout authority.key -out authority.pem\n"
    "openssl req $key -subj /CN=server -keyout server.key -out server.csr\n"
    "printf '[ca]\\ndefault_ca = all\\n[all]\\ndatabase = index\\n"
    "serial = serial\\nnew_certs_dir = .\\ndefault_md = sha256\\n"
    "policy = policy\\nunique_subject = no\\n[policy]\\n"
    "commonName = supplied\\n' > conf\n"
    ": > index; echo 01 > serial\n"
    "certify() {\n"
    "	echo \"subjectAltName = DNS:$2\" > names\n"
    "	openssl ca -batch -notext -config conf -cert authority.pem "
    "-keyfile authority.key -in server.csr -extfile names -out $1.pem "
    "-startdate $3 -enddate $4\n"
    "}\n"
    "certify good localhost 20200101000000Z 21000101000000Z\n"
    "certify expired localhost 20200101000000Z 20200201000000Z\n"
    "certify early localhost 20900101000000Z 21000101000000Z\n"
    "certify other other.example 20200101000000Z 21000101000000Z\n";

static char *dir;
static char authorities[300];

/* Starts a server of files that are whole answers, with that certificate, on
 * the port that it tells. */
static pid_t
serve_tls(const char *name, int *port)
{
	char certificate[100], said[300];
	int to[2];
	pid_t pid;
	FILE *f;

	snprintf(certificate, sizeof(certificate), "%s.pem", name);
	assert_int_equal(pipe2(to, O_CLOEXEC), 0);
	fflush(NULL);
	if ((pid = fork()) == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (chdir(dir) != 0)
			_exit(1);
		dup2(to[1], STDOUT_FILENO);
		execlp("openssl", "openssl", "s_server", "-accept",
		    "127.0.0.1:0", "-cert", certificate, "-key", "server.key",
		    "-HTTP", (char *)NULL);
		_exit(1);
	}
	assert_true(pid > 0);
	close(to[1]);
	f = fdopen(to[0], "r");
	*port = 0;
	while (*port == 0 && fgets(said, sizeof(said), f) != NULL)
		sscanf(said, "ACCEPT 127.0.0.1:%d", port);
	assert_int_not_equal(*port, 0);
	/* The pipe stays open: it may say more. */
	return pid;
}

static struct fetch_got got;
static char body[100];

static enum fetch_end
get(const char *host, int port, const char *path, const char *trusted)
{
	static const char *const header[] = { "X-AUTH-TOKEN: SECRET", NULL };
	const struct fetch_how how = { .agent = "Guichet",
		.authorities = trusted,
		.private_allowed = true,
		.pause_ms = 10 };
	struct fetch *f = fetch_open(&how);
	char address[200];
	const struct fetch_want want = { .address = address,
		.header = header,
		.max_bytes = 1000,
		.max_seconds = 100 };
	FILE *to = tmpfile();
	size_t n;

	assert_non_null(f);
	assert_non_null(to);
	snprintf(address, sizeof(address), "https://%s:%d/%s", host, port,
	    path);
	server_forget();
	fetch_get(f, &want, to, &got);
	n = fread(body, 1, sizeof(body) - 1, to);
	body[n] = '\0';
	fclose(to);
	fetch_close(f);
	return got.end;
}

/* How a visit ends there, which keeps nothing. */
static enum fetch_seen_end
visit(const char *host, int port, const char *trusted)
{
	struct fetch_visits *v = fetch_visits_open(
	    &(struct fetch_how){ .agent = "Guichet",
		.authorities = trusted,
		.private_allowed = true });
	struct fetch_seen s;
	char address[200];

	assert_non_null(v);
	snprintf(address, sizeof(address), "https://%s:%d/plain", host, port);
	fetch_visits_add(v, address);
	assert_true(fetch_visits_next(v, &s));
	fetch_visits_close(v);
	return s.end;
}

/* Of a chain that is not whole a visit is not sure: browsers make it so. */
static const struct {
	const char *certificate, *host;
	bool trusted;
	enum fetch_end end;
	const char *why;
	enum fetch_seen_end visited;
} rows[] = {
	{ "good", "localhost", true, FETCH_FETCHED, "", 0 },
	{ "good", "localhost", false, FETCH_REFUSED, "no authority known",
	    FETCH_SEEN_UNSURE },
	{ "good", "127.0.0.1", true, FETCH_REFUSED, "of another host",
	    FETCH_SEEN_AWAY },
	{ "other", "localhost", true, FETCH_REFUSED, "of another host",
	    FETCH_SEEN_AWAY },
	{ "expired", "localhost", true, FETCH_REFUSED, "has expired",
	    FETCH_SEEN_AWAY },
	{ "early", "localhost", true, FETCH_REFUSED, "not valid yet",
	    FETCH_SEEN_AWAY },
};

static void
test_certificates(void **state)
{
	(void)state;
	if (dir == NULL)
		skip();
	for (size_t i = 0; i < ROWS(rows); i++) {
		int port;
		pid_t pid = serve_tls(rows[i].certificate, &port);

		want_int(i,
		    get(rows[i].host, port, "plain",
			rows[i].trusted ? authorities : NULL),
		    rows[i].end);
		/* This server does not answer a HEAD. */
		if (rows[i].end != FETCH_FETCHED)
			want_int(i,
			    visit(rows[i].host, port,
				rows[i].trusted ? authorities : NULL),
			    rows[i].visited);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		if (strstr(got.why, rows[i].why) == NULL)
			want_str(i, got.why, rows[i].why);
		want_str(i, body, i == 0 ? "hello" : "");
	}
}

/* What was sent under TLS is not told in the open. */
static void
test_downgrade(void **state)
{
	char answer[200];
	int port, n;
	pid_t pid;

	(void)state;
	if (dir == NULL)
		skip();
	n = snprintf(answer, sizeof(answer),
	    "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n"
	    "Location: http://localhost:%d/page/plain\r\n\r\n",
	    ports[0]);
	unit_file(dir, "down", answer, (size_t)n);
	pid = serve_tls("good", &port);
	assert_int_equal(get("localhost", port, "down", authorities),
	    FETCH_FETCHED);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	want_str(0, body, "hello");
	want_int(0, seen->requests, 1);
	assert_null(strstr(seen->text, "SECRET"));
}

/* A server that speaks no TLS where it should. */
static void
test_plain(void **state)
{
	(void)state;
	assert_int_equal(get("localhost", ports[0], "page/plain", NULL),
	    FETCH_FAILED);
	assert_non_null(strstr(got.why, "broke off"));
}

static int
begin(void **state)
{
	static const char *const proxies[] = { "https_proxy", "HTTPS_PROXY",
		"http_proxy", "all_proxy", "ALL_PROXY" };
	static const char page[] =
	    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
	char command[600];

	(void)state;
	for (size_t i = 0; i < ROWS(proxies); i++)
		unsetenv(proxies[i]);
	server_start();
	if (system("command -v openssl > /dev/null") != 0)
		return 0;
	dir = unit_folder();
	unit_file(dir, "plain", page, sizeof(page) - 1);
	unit_file(dir, "make.sh", make_certificates,
	    sizeof(make_certificates) - 1);
	snprintf(authorities, sizeof(authorities), "%s/authority.pem", dir);
	snprintf(command, sizeof(command), "cd '%s' && sh make.sh > log 2>&1",
	    dir);
	return system(command);
}

static int
end(void **state)
{
	(void)state;
	server_stop();
	if (dir != NULL)
		unit_remove(dir);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_certificates),
		cmocka_unit_test(test_downgrade),
		cmocka_unit_test(test_plain),
	};

	return cmocka_run_group_tests_name("fetch_tls", tests, begin, end);
}
