/* feed_reach.c - whether the job may read what the administrator named. */

#include <dirent.h>
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "harvest/feed_reach.h"

/* ---- as that user ---- */

/* 0, or why the folder or one of its files cannot be read. */
static int
try_path(const char *path)
{
	const struct dirent *e;
	DIR *dir;
	int error = access(path, R_OK) == 0 ? 0 : errno;

	if (error != 0 || (dir = opendir(path)) == NULL)
		return error;
	while (error == 0 && (e = readdir(dir)) != NULL)
		if (e->d_name[0] != '.' &&
		    faccessat(dirfd(dir), e->d_name, R_OK, 0) != 0)
			error = errno;
	closedir(dir);
	return error;
}

/* In a process of its own, which is that user for good. */
static int
try_as(const struct passwd *user, const char *path)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		if (initgroups(user->pw_name, user->pw_gid) != 0 ||
		    setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)
			_exit(0);
		_exit(try_path(path));
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return 0;
	return WEXITSTATUS(status);
}

/* Folders that the unit has others of, or none. */
static bool
is_hidden(const char *path)
{
	static const char *const folders[] = { "/tmp", "/var/tmp", "/home",
		"/root", "/run/user" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		size_t n = strlen(folders[i]);

		if (strncmp(path, folders[i], n) == 0 &&
		    (path[n] == '/' || path[n] == '\0'))
			return true;
	}
	return false;
}

const char *
feed_reach_fault(struct pool *pool, const char *user, const char *path)
{
	const struct passwd *pw = geteuid() == 0 ? getpwnam(user) : NULL;
	int error;

	if (pw == NULL)
		return NULL;
	if (is_hidden(path))
		return pool_printf(pool,
		    _("the job cannot read \"%s\": it has no /root and no "
		      "/home, and a /tmp and a /var/tmp of its own; put it "
		      "elsewhere, as in /srv"),
		    path);
	if ((error = try_as(pw, path)) == 0)
		return NULL;
	return pool_printf(pool,
	    _("the job, as the user %s, cannot read \"%s\": %s; chown or "
	      "chmod it, or a folder above"),
	    user, path, say_error(error));
}

/* ---- a feed ---- */

const char *
feed_reach_key_fault(struct pool *pool, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0 || (st.st_mode & S_IRWXO) == 0)
		return NULL;
	return pool_printf(pool,
	    _("\"%s\" is open to all: chown %s %s && chmod 600 %s"), path,
	    FEED_JOB_USER, path, path);
}

void
feed_reach_say(const struct feed_settings *s)
{
	struct pool *pool = pool_new();
	const char *const paths[] = { feed_settings_is_path(s)
		    ? s->field[FEED_ADDRESS]
		    : "",
		s->field[FEED_KEY_FILE] };
	const char *fault;

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		if (*paths[i] != '\0' &&
		    (fault = feed_reach_fault(pool, FEED_JOB_USER, paths[i])) !=
			NULL)
			log_msg("%s", fault);
	pool_free(pool);
}
