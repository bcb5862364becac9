/* check_machine.c - what the machine runs: units that stopped, settings that
 * programs read, the files of the web server, what was saved at night.
 */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/counters_read.h"
#include "base/say.h"
#include "gen/programs.h"
#include "installation/check.h"
#include "installation/machine.h"
#include "installation/review.h"

/* What a command writes, a line each, through a pipe; NULL when it
 * cannot be asked.  No shell is asked for what it would read in
 * it. */
static FILE *
read_command(pid_t *pid, const char *const *argv)
{
	int ends[2], null;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return NULL;
	if ((*pid = fork()) == 0) {
		if ((null = open("/dev/null", O_WRONLY | O_CLOEXEC)) >= 0)
			dup2(null, STDERR_FILENO);
		dup2(ends[1], STDOUT_FILENO);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	close(ends[1]);
	if (*pid > 0)
		return fdopen(ends[0], "r");
	close(ends[0]);
	return NULL;
}

/* The first word of each line that it writes, with blanks between them, in the
 * pool; "" when there are none, or it cannot be asked. */
static const char *
read_words(struct pool *pool, const char *const *argv)
{
	const char *words = "";
	char line[400];
	pid_t pid;
	FILE *f = read_command(&pid, argv);

	if (f == NULL)
		return words;
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, " \n")] = '\0';
		words = pool_printf(pool, "%s%s%s", words,
		    *words != '\0' ? " " : "", line);
	}
	fclose(f);
	waitpid(pid, NULL, 0);
	return words;
}

/* What goes on with its files in memory stops at the next start of the machine.
 * Only root may read the keys that they name. */
void
check_web_server(struct review *r)
{
	static const char *const argv[] = { MACHINE, "try", NULL };
	const char *fault = NULL;
	char line[400];
	pid_t pid;
	FILE *f = geteuid() == 0 ? read_command(&pid, argv) : NULL;

	if (f == NULL)
		return;
	/* nginx warns before it says what is wrong. */
	while (fgets(line, sizeof(line), f) != NULL)
		if (fault == NULL && strstr(line, "[warn]") == NULL) {
			line[strcspn(line, "\n")] = '\0';
			fault = pool_strdup(r->pool, line);
		}
	fclose(f);
	waitpid(pid, NULL, 0);
	if (fault != NULL)
		review_line(r, _("the files of the web server"), fault,
		    _("correct it, then nginx -t && systemctl reload nginx"));
}

/* ---- units ---- */

const char *
machine_failed_units(struct pool *pool)
{
	static const char *const argv[] = { "systemctl", "--plain",
		"--no-legend", "--state=failed", "list-units", "guichet-*",
		NULL };

	return read_words(pool, argv);
}

/* What systemd starts again and again, it never calls failed. */
static void
check_units(struct review *r)
{
	static const char *const idle[] = { MACHINE, "idle", NULL };
	const char *failed = machine_failed_units(r->pool);
	const char *stopped = read_words(r->pool, idle);

	if (*failed != '\0')
		review_line(r, _("units of systemd"),
		    pool_printf(r->pool, _("these failed: %s"), failed),
		    pool_printf(r->pool, "systemctl status %s", failed));
	if (*stopped != '\0')
		review_line(r, _("units of systemd"),
		    pool_printf(r->pool,
			_("these are enabled and do not run: %s"), stopped),
		    pool_printf(r->pool, "systemctl status %s", stopped));
}

/* ---- settings, as the programs have them ---- */

/* Whether a process of the program began before the settings were changed. */
static bool
is_older(struct review *r, const char *name, time_t changed)
{
	char folder[4096];
	struct counters_file *f;
	const struct counters *c;
	bool older = false, alive;

	conf_run_folder(r->conf, name, folder);
	f = counters_read(folder);
	for (size_t i = 0; f != NULL && i < COUNTERS_WORKERS; i++)
		if ((c = counters_slot(f, i, &alive)) != NULL && alive &&
		    counters_get(&c->started) < (uint64_t)changed)
			older = true;
	counters_free(f);
	return older;
}

/* A process reads the settings once, when it begins, as a user that is not the
 * administrator: who cannot read them ends, and begins again, for ever. */
static void
check_settings_read(struct review *r)
{
	const char *path = conf_path(), *older = "", *users;
	const char *const unread[] = { MACHINE, "unread", path, NULL };
	struct stat st;

	users = geteuid() == 0 ? read_words(r->pool, unread) : "";
	if (*users != '\0')
		review_line(r, _("programs read the settings"),
		    pool_printf(r->pool, _("%s is closed to %s"), path, users),
		    pool_printf(r->pool, "chmod 644 %s && guichet setup",
			path));
	if (stat(path, &st) != 0)
		return;
	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->sheets != NULL && is_older(r, p->name, st.st_mtime))
			older = pool_printf(r->pool, "%s %s", older, p->name);
	if (*older != '\0')
		review_note(pool_printf(r->pool,
				_("%s was changed since these programs read "
				  "it:%s"),
				path, older),
		    "guichet setup");
}

/* ---- at night, when nobody looks ---- */

/* Of conf/guichet-backup.service. */
#ifndef BACKUPS
#define BACKUPS "/var/lib/guichet/backup"
#endif

/* A night, and as long as a backup and its spread take: one was missed. */
enum { BACKUP_HOURS = 26 };

bool
machine_backup_age(long long *age)
{
	DIR *dir = opendir(BACKUPS);
	const struct dirent *entry;
	time_t last = 0;
	struct stat st;

	*age = -1;
	if (dir == NULL)
		return false;
	while ((entry = readdir(dir)) != NULL)
		if (fnmatch("guichet-*.sql.gz", entry->d_name, 0) == 0 &&
		    fstatat(dirfd(dir), entry->d_name, &st, 0) == 0 &&
		    st.st_mtime > last)
			last = st.st_mtime;
	closedir(dir);
	if (last > 0)
		*age = (long long)(time(NULL) - last);
	return true;
}

/* Who saves the base in another way has no such folder. */
static void
check_backup(struct review *r)
{
	const char *fault = NULL;
	long long age;

	if (!machine_backup_age(&age)) {
		if (access(BACKUPS, F_OK) != 0 && errno == ENOENT &&
		    !review_is_local(r->conf))
			review_note(pool_printf(r->pool,
					_("nothing saves the base each night: "
					  "there is no %s"),
					BACKUPS),
			    _("unless it is saved otherwise, see backups in "
			      "guichet-exploitation(7)"));
		return;
	}
	if (age < 0)
		fault = pool_printf(r->pool, _("there is none in %s"), BACKUPS);
	else if (age > BACKUP_HOURS * 3600LL)
		fault = pool_printf(r->pool, _("the last is %lld hours old"),
		    age / 3600);
	review_line(r, _("backup of the night"), fault,
	    "systemctl status guichet-backup.timer guichet-backup.service");
}

void
check_machine(struct review *r)
{
	check_units(r);
	check_settings_read(r);
	check_backup(r);
}
