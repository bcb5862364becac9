/* check_site.c - the address of the site, the room on the disk, and what failed
 * at night. */

#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/free_space.h"
#include "base/say.h"
#include "gen/programs.h"
#include "installation/check.h"
#include "installation/check_answers.h"
#include "installation/machine.h"
#include "installation/review.h"
#include "installation/tables.h"

/* An import writes some hundred megabytes, MariaDB's own log apart. */
enum { LEAST_MB = 1000 };

/* What is written there is the catalogue as files, which nginx sends. */
static void
check_tables(struct review *r)
{
	const char *fault = tables_fault(r->pool, r->conf);

	/* No fault: the program answers instead. */
	review_line(r,
	    fault != NULL ? "tables_dir"
		: tables_are(r->pool, r->conf)
		? _("the whole catalogue is in files")
		: _("the whole catalogue is not in files of today, which the "
		    "next guichet import aids or guichet index writes"),
	    fault,
	    pool_printf(r->pool, _("correct tables_dir in %s, or its owner"),
		conf_path()));
}

void
check_site(struct review *r)
{
	const char *address = r->conf->base_url;
	const char *style = check_styles_path(r->pool, r->conf), *fault;
	struct answers_site seen;
	const char *mend = pool_printf(r->pool,
	    _("see base_url in %s, where its name leads, its certificate, and "
	      "nginx -t"),
	    conf_path());

	/* No fault: a demo is there.  But links in feeds lead nowhere else. */
	if (review_is_local(r))
		review_note(pool_printf(r->pool,
				_("base_url is %s: only this machine can "
				  "follow the links of feeds and tables"),
				address),
		    pool_printf(r->pool,
			_("set base_url in %s, unless this is a demo"),
			conf_path()));
	check_tables(r);
	fault = check_answers_site(r->pool, address, style != NULL ? style : "",
	    &seen);
	r->answers = fault == NULL;
	review_line(r, pool_printf(r->pool, _("nginx answers at %s"), address),
	    fault, mend);
	r->is_nginx = seen.is_nginx;
	review_certificate(r, address, seen.ends);
	if (check_answers_counts(r->pool, address))
		review_line(r, _("what the web server keeps to itself"),
		    _("readers get the header Guichet-Count, and nothing is "
		      "counted: it has its files of before in memory"),
		    "nginx -t && systemctl reload nginx");
}

/* A snippet of another version, or one that was not included. */
const char *
check_page_mend(void)
{
	return _("give nginx the snippets of this version, see "
		 "guichet-serveur-web(7), then nginx -t and systemctl reload "
		 "nginx");
}

const char *
check_page(struct review *r, const char *path, const char *style)
{
	return r->answers
	    ? check_answers_page(r->pool,
		  pool_printf(r->pool, "%s%s", r->conf->base_url, path),
		  style != NULL ? style : "")
	    : NULL;
}

void
check_pages(struct review *r)
{
	const char *style = check_styles_path(r->pool, r->conf);

	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->page != NULL && r->answers)
			review_line(r,
			    pool_printf(r->pool,
				_("nginx leads to the program %s"), p->name),
			    check_page(r, p->page, style), check_page_mend());
}

void
check_disk(struct review *r)
{
	static const char *const folders[] = { "/var/lib/mysql", "/var/log",
		"/" };
	const char *cache = r->conf->cache_dir;
	unsigned long long mb;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		if (free_space_read(folders[i], &mb) && mb < LEAST_MB)
			review_line(r, _("room on the disk"),
			    pool_printf(r->pool, _("%s has %llu MB left"),
				folders[i], mb),
			    _("make room, or MariaDB stops writing"));
	if (free_space_is_short(cache))
		review_line(r, _("room on the disk"),
		    pool_printf(r->pool,
			_("under %d MB or %d files are left in %s: nginx keeps "
			  "no page"),
			FREE_SPACE_MB, FREE_SPACE_FILES, cache),
		    pool_printf(r->pool,
			_("make room: df %s and df -i %s say of what"), cache,
			cache));
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

const char *
machine_failed_units(struct pool *pool)
{
	static const char *const argv[] = { "systemctl", "--plain",
		"--no-legend", "--state=failed", "list-units", "guichet-*",
		NULL };
	const char *units = "";
	char line[400];
	pid_t pid;
	FILE *f = read_command(&pid, argv);

	if (f == NULL)
		return units;
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, " \n")] = '\0';
		units = pool_printf(pool, "%s%s%s", units,
		    *units != '\0' ? " " : "", line);
	}
	fclose(f);
	waitpid(pid, NULL, 0);
	return units;
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

void
check_machine(struct review *r)
{
	const char *units = machine_failed_units(r->pool);
	const char *fault = NULL;
	long long age;

	if (*units != '\0')
		review_line(r, _("units of systemd"),
		    pool_printf(r->pool, _("these failed: %s"), units),
		    pool_printf(r->pool, "systemctl status %s", units));
	if (!machine_backup_age(&age))
		return;
	if (age < 0)
		fault = pool_printf(r->pool, _("there is none in %s"), BACKUPS);
	else if (age > BACKUP_HOURS * 3600LL)
		fault = pool_printf(r->pool, _("the last is %lld hours old"),
		    age / 3600);
	review_line(r, _("backup of the night"), fault,
	    "systemctl status guichet-backup.timer guichet-backup.service");
}
