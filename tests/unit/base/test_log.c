/* test_log.c - the lines of the log: as text, and as entries of the journal. */

#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/log.h"
#include "unit.h"

static char folder[] = "/tmp/log-XXXXXX", path[64], file[64];
static int journal = -1, kept = -1;

/* Standard error is a file, and a socket stands for the journal. */
static int
begin(void **state)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd;

	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/socket", folder);
	snprintf(file, sizeof(file), "%s/stderr", folder);
	snprintf(at.sun_path, sizeof(at.sun_path), "%s", path);
	journal = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
	kept = dup(STDERR_FILENO);
	fd = open(file, O_RDWR | O_CREAT | O_APPEND, 0600);
	if (bind(journal, (struct sockaddr *)&at, sizeof(at)) != 0 ||
	    dup2(fd, STDERR_FILENO) < 0)
		return -1;
	return close(fd);
}

static int
end(void **state)
{
	(void)state;
	dup2(kept, STDERR_FILENO);
	close(kept);
	close(journal);
	unlink(path);
	unlink(file);
	return rmdir(folder);
}

/* What the journal was sent since the last look; "" when nothing. */
static const char *
entry(void)
{
	static char s[4096];
	ssize_t n = recv(journal, s, sizeof(s) - 1, 0);

	s[n > 0 ? n : 0] = '\0';
	return s;
}

/* What was written as text since the last look. */
static const char *
text(void)
{
	static char s[4096];
	int fd = open(file, O_RDONLY);
	ssize_t n = read(fd, s, sizeof(s) - 1);

	s[n > 0 ? n : 0] = '\0';
	close(fd);
	assert_int_equal(truncate(file, 0), 0);
	return s;
}

/* Says that standard error is the journal, or another file is. */
static void
claim(unsigned long long more)
{
	char stream[64];
	struct stat st;

	assert_int_equal(fstat(STDERR_FILENO, &st), 0);
	snprintf(stream, sizeof(stream), "%llu:%llu",
	    (unsigned long long)st.st_dev,
	    (unsigned long long)st.st_ino + more);
	setenv("JOURNAL_STREAM", stream, 1);
}

static void
test_entry(void **state)
{
	(void)state;
	log_program("search");
	claim(0);
	log_journal(path);
	log_msg("page: \"%s\"\nforged", "a\tb");
	assert_string_equal(entry(),
	    "MESSAGE=page: \"a\\x09b\"\\x0aforged\nPRIORITY=3\n"
	    "SYSLOG_IDENTIFIER=guichet-search\nGUICHET_PROGRAM=search\n");
	assert_string_equal(text(), "");
	log_request("0123456789abcdef0123456789abcdef");
	log_msg("xml: gone");
	assert_string_equal(entry(),
	    "MESSAGE=xml: gone\nPRIORITY=3\n"
	    "SYSLOG_IDENTIFIER=guichet-search\nGUICHET_PROGRAM=search\n"
	    "REQUEST_ID=0123456789abcdef0123456789abcdef\n");
	assert_string_equal(text(), "");
}

static void
test_text(void **state)
{
	static const char want[] = "search: "
				   "0123456789abcdef0123456789abcdef a: b\\x0a"
				   "c\n";

	(void)state;
	log_program("search");
	log_request("0123456789abcdef0123456789abcdef");
	/* Standard error was sent elsewhere. */
	claim(1);
	log_journal(path);
	log_msg("a: b\nc");
	assert_string_equal(text(), want);
	assert_string_equal(entry(), "");
	unsetenv("JOURNAL_STREAM");
	log_journal(path);
	log_msg("a: b\nc");
	assert_string_equal(text(), want);
	setenv("JOURNAL_STREAM", "none", 1);
	log_journal(path);
	log_msg("a: b\nc");
	assert_string_equal(text(), want);
	/* The journal is away, or takes no more. */
	claim(0);
	log_journal("/nothing");
	log_msg("a: b\nc");
	assert_string_equal(text(), want);
	log_journal(path);
	for (int i = 0; i < 2000; i++)
		log_msg("a: b\nc");
	assert_true(strlen(text()) > 0);
	while (*entry() != '\0')
		;
}

/* The longest message is cut, and still a line. */
static void
test_long(void **state)
{
	static char s[5000];
	const char *said;

	(void)state;
	memset(s, '\n', sizeof(s) - 1);
	claim(0);
	log_journal(path);
	log_msg("%s", s);
	said = entry();
	assert_non_null(strstr(said, "\\x0a\\x0a\nPRIORITY=3\n"));
	log_journal("/nothing");
	log_msg("%s", s);
	said = text();
	assert_int_equal(strcspn(said, "\n"), strlen(said) - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
