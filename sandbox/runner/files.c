/* The folders of a box and the files in them. */
#define _GNU_SOURCE
#include "runner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void handle_put(const char *name, mode_t mode, size_t body_bytes)
{
	char path[PATH_MAX], line[512];
	path_of(path, sizeof path, name);
	idle_memory_bytes = -1;
	unlink(path);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	int failure = fd < 0 ? errno : 0, late = receive_body(fd, body_bytes);
	if (!failure)
		failure = late;
	if (!failure && fchmod(fd, mode & 0777))
		failure = errno;
	if (fd >= 0)
		close(fd);
	if (failure)
		unlink(path);
	snprintf(line, sizeof line, "op:put\nerror:%s\n", failure ? strerror(failure) : "");
	send_frame(line, NULL, 0);
}

/* A second name for a stored input, in an area whose programs may see it. It takes the place of what is there. */
void handle_link(const char *from, const char *to)
{
	char old[PATH_MAX], new[PATH_MAX], line[512];
	path_of(old, sizeof old, from);
	path_of(new, sizeof new, to);
	if (strncmp(from, "input/", 6))
		die("only stored inputs get a second name, not %.80s", from);
	unlink(new);
	int failure = link(old, new) ? errno : 0;
	snprintf(line, sizeof line, "op:link\nerror:%s\n", failure ? strerror(failure) : "");
	send_frame(line, NULL, 0);
}

/* Opens what a program left for us: a regular file with one name, or nothing. */
static int open_left(const char *path, struct stat *st)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return -1;
	if (fstat(fd, st) || !S_ISREG(st->st_mode) || st->st_nlink != 1) {
		close(fd);
		errno = EINVAL;
		return -1;
	}
	return fd;
}

void handle_get(const char *name, int64_t limit_bytes)
{
	static unsigned char chunk[CHUNK_BYTES];
	char path[PATH_MAX];
	struct stat st;
	path_of(path, sizeof path, name);
	int fd = open_left(path, &st);
	if (fd < 0 || st.st_size > limit_bytes) {
		char line[512];
		snprintf(line, sizeof line, "op:file\nerror:%s\n", fd < 0 ? strerror(errno) : "larger than allowed");
		if (fd >= 0)
			close(fd);
		send_frame(line, NULL, 0);
		return;
	}
	ssize_t n;
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		send_frame("op:chunk\n", chunk, (size_t)n);
	if (n < 0)
		die("cannot read %s: %s", path, strerror(errno));
	close(fd);
	send_frame("op:file\nerror:\n", NULL, 0);
}

/*
 * Removes everything in a folder. What lies in a folder below is moved up first, so that no depth of nesting costs a
 * descriptor or stack; nobody is alive who could put links in our way.
 */
static int empty_folder(int fd)
{
	static unsigned long moved;
	int again = 1, failed = 0;
	while (again && !failed) {
		int copy = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		DIR *folder = copy < 0 ? NULL : fdopendir(copy);
		again = 0;
		failed = !folder;
		for (struct dirent *e; !failed && (e = readdir(folder));) {
			if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
				continue;
			if (unlinkat(fd, e->d_name, 0) == 0 || unlinkat(fd, e->d_name, AT_REMOVEDIR) == 0)
				continue;
			int child = openat(fd, e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
			DIR *inner = child < 0 ? NULL : fdopendir(child);
			failed = !inner;
			for (struct dirent *f; !failed && (f = readdir(inner));) {
				char name[64];
				if (!strcmp(f->d_name, ".") || !strcmp(f->d_name, ".."))
					continue;
				failed = unlinkat(child, f->d_name, 0);
				do /* a program may have left something under that name */
					snprintf(name, sizeof name, ".moved-%lu", moved++);
				while (failed && (failed = renameat(child, f->d_name, fd, name)) &&
					(errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR));
			}
			if (inner)
				closedir(inner);
			failed = failed || unlinkat(fd, e->d_name, AT_REMOVEDIR);
			again = 1;
		}
		if (folder)
			closedir(folder);
	}
	close(fd);
	return failed;
}

/* Makes the area anew: empty, with its owner and mode. Nobody but us is alive. */
void make_area(const char *area, uid_t owner, mode_t mode)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s", work_root, area);
	idle_memory_bytes = -1;
	if (mkdir(path, 0700) && errno != EEXIST)
		die("cannot make %s: %s", path, strerror(errno));
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 || empty_folder(fd))
		die("cannot empty %s: %s", path, strerror(errno));
	if (chown(path, owner, owner) || chmod(path, mode))
		die("cannot own %s: %s", path, strerror(errno));
}
