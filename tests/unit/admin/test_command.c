/* test_command.c - the line that an administrator types. */

#include <unistd.h>

#include "admin/command.h"
#include "unit.h"

static const struct command table[] = {
	{ "import aids", OPTION_SOURCE | OPTION_DRY_RUN, "FILE", 1, 1, NULL,
	    NULL, "Imports aids.", "import aids a.json", NULL },
	{ "drafts follow", 0, "", 0, 0, NULL, NULL, "Follows.", "drafts follow",
	    NULL },
	{ "drafts", OPTION_SINCE, "", 0, 0, NULL, NULL, "Writes.", "drafts",
	    NULL },
	{ "bulk", OPTION_ANEW, "", 0, 0, NULL, NULL, "Makes.", "bulk", NULL },
	{ "check", 0, "", 0, 0, NULL, NULL, "Checks.", "check", NULL },
	{ .words = NULL },
};

/* Lines by words, how they end, and the command that is run. */
static const struct {
	const char *line;
	int end;
	const char *words;
} lines[] = {
	{ "import aids F", COMMAND_RUN, "import aids" },
	{ "import aids --dry-run F", COMMAND_RUN, "import aids" },
	{ "--dry-run import aids F", COMMAND_RUN, "import aids" },
	{ "import aids F --source x", COMMAND_RUN, "import aids" },
	{ "import aids --source=x F", COMMAND_RUN, "import aids" },
	{ "import aids -- --dry-run", COMMAND_RUN, "import aids" },
	{ "drafts follow", COMMAND_RUN, "drafts follow" },
	{ "drafts --since 2026-01-01", COMMAND_RUN, "drafts" },
	{ "bulk --force", COMMAND_RUN, "bulk" },
	{ "check --force", COMMAND_WRONG, NULL },
	{ "import aids", COMMAND_WRONG, NULL },
	{ "import aids A B", COMMAND_WRONG, NULL },
	{ "import aids --sorce x F", COMMAND_WRONG, NULL },
	{ "import aids --dry-run=no F", COMMAND_WRONG, NULL },
	{ "import aids F --source", COMMAND_WRONG, NULL },
	{ "import aids -n F", COMMAND_WRONG, NULL },
	{ "check --dry-run", COMMAND_WRONG, NULL },
	{ "check all", COMMAND_WRONG, NULL },
	{ "drafts folow", COMMAND_WRONG, NULL },
	{ "chec", COMMAND_WRONG, NULL },
	{ "import", COMMAND_WRONG, NULL },
	{ "import nothing", COMMAND_WRONG, NULL },
	{ "", COMMAND_WRONG, NULL },
	{ "--help", 0, NULL },
	{ "import aids --help", 0, NULL },
	{ "-h check", 0, NULL },
	{ "chec --help", COMMAND_WRONG, NULL },
	{ "--version", 0, NULL },
	/* It stops, whatever else stands there. */
	{ "import aids --version F", 0, NULL },
	{ "import aids F -V", 0, NULL },
	{ "import aids --version --sorce", 0, NULL },
	{ "import aids -- --version", COMMAND_RUN, "import aids" },
	/* Words that commands begin with, and "help". */
	{ "import --help", 0, NULL },
	{ "export --help", COMMAND_WRONG, NULL },
	{ "import nothing --help", COMMAND_WRONG, NULL },
	{ "help", 0, NULL },
	{ "help import", 0, NULL },
	{ "help import aids", 0, NULL },
	{ "help drafts", 0, NULL },
	{ "help nothing", COMMAND_WRONG, NULL },
	{ "drafts folow --help", 0, NULL },
};

static int
read_line(const char *line, struct command_call *call)
{
	static char copy[200];
	static char *argv[12];
	int argc = 0;

	snprintf(copy, sizeof(copy), "guichet %s", line);
	for (char *s = strtok(copy, " "); s != NULL; s = strtok(NULL, " "))
		argv[argc++] = s;
	argv[argc] = NULL;
	return command_read(table, argc, argv, call);
}

static void
test_lines(void **state)
{
	struct command_call call;

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		if (read_line(lines[i].line, &call) != lines[i].end)
			fail_msg("\"%s\" ends otherwise", lines[i].line);
		if (lines[i].words != NULL)
			assert_string_equal(call.command->words,
			    lines[i].words);
	}
}

/* What is said of a wrong line, on standard error. */
static const struct {
	const char *line, *said, *unsaid;
} wrong[] = {
	{ "import", "not whole: import\n", "did you mean" },
	{ "import", "guichet import aids", "guichet check" },
	{ "imprt", "unknown command: imprt", "not whole" },
	{ "import aid F", "did you mean import aids?", "not whole" },
	{ "import other F", "unknown command: import other\n", "did you" },
	{ "drafts folow", "did you mean drafts follow?", "too many" },
	{ "drafts folow", "usage: guichet drafts follow\n", NULL },
	{ "drafts all", "unknown command: drafts all\n", "did you mean" },
	{ "drafts all", "\tguichet drafts [--since", "guichet check" },
	{ "chec", "did you mean check?", NULL },
	{ "import aids", "1 operand is missing\n", NULL },
	{ "check all", "one too many: \"all\"", "unknown command" },
};

static void
test_wrong(void **state)
{
	struct command_call call;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		FILE *f = tmpfile();
		int kept = dup(STDERR_FILENO);
		char said[4000];
		size_t n;

		assert_non_null(f);
		dup2(fileno(f), STDERR_FILENO);
		read_line(wrong[i].line, &call);
		fflush(stderr);
		dup2(kept, STDERR_FILENO);
		close(kept);
		rewind(f);
		n = fread(said, 1, sizeof(said) - 1, f);
		said[n] = '\0';
		fclose(f);
		if (strstr(said, wrong[i].said) == NULL ||
		    (wrong[i].unsaid != NULL &&
			strstr(said, wrong[i].unsaid) != NULL))
			fail_msg("\"%s\" is told: %s", wrong[i].line, said);
	}
}

static void
test_what_was_given(void **state)
{
	struct command_call call;

	(void)state;
	assert_int_equal(read_line("import --source x aids F --dry-run", &call),
	    COMMAND_RUN);
	assert_true(call.options.dry_run);
	assert_false(call.options.force);
	assert_string_equal(call.options.source, "x");
	assert_int_equal(call.argc, 1);
	assert_string_equal(call.argv[0], "F");
	assert_int_equal(read_line("import aids -- --dry-run", &call),
	    COMMAND_RUN);
	assert_false(call.options.dry_run);
	assert_string_equal(call.argv[0], "--dry-run");
	assert_int_equal(read_line("bulk --force", &call), COMMAND_RUN);
	assert_true(call.options.force);
}

static void
test_near(void **state)
{
	(void)state;
	assert_string_equal(command_near(table, "chec")->words, "check");
	assert_string_equal(command_near(table, "CHEKC")->words, "check");
	assert_string_equal(command_near(table, "imort aids")->words,
	    "import aids");
	assert_string_equal(command_near(table, "draft")->words, "drafts");
	assert_null(command_near(table, "status"));
	assert_null(command_near(table, ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_what_was_given),
		cmocka_unit_test(test_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
