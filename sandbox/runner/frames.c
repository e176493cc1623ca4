/* Frames to and from the client, and the one way in which the runner itself gives up. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static unsigned char in[IN_BYTES], out[OUT_BYTES];
static size_t in_start, in_end, out_bytes;
static int64_t out_since_us; /* when the oldest of the waiting replies was made */
int64_t blocked_us; /* time spent waiting for the client to take what we write */

static void write_all(int fd, struct iovec *parts, int count)
{
	int64_t begin = now_us(CLOCK_MONOTONIC);
	while (count > 0) {
		ssize_t n = writev(fd, parts, count);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			_exit(1); /* the client is gone */
		while (count > 0 && (size_t)n >= parts->iov_len) {
			n -= (ssize_t)parts->iov_len;
			parts++;
			count--;
		}
		if (count > 0) {
			parts->iov_base = (char *)parts->iov_base + n;
			parts->iov_len -= (size_t)n;
		}
	}
	blocked_us += now_us(CLOCK_MONOTONIC) - begin;
}

static void put_u32(unsigned char *at, size_t n)
{
	at[0] = (unsigned char)(n >> 24), at[1] = (unsigned char)(n >> 16);
	at[2] = (unsigned char)(n >> 8), at[3] = (unsigned char)n;
}

static size_t get_u32(const unsigned char *at)
{
	return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

void flush(void)
{
	struct iovec part = {out, out_bytes};
	if (out_bytes > 0)
		write_all(1, &part, 1);
	out_bytes = 0;
}

/*
 * Replies of short runs travel together: a write of its own for each wakes three processes on its way. They wait for
 * FLUSH_AFTER_US at most, and never when we have nothing else to do.
 */
void send_frame(const char *head, const void *body, size_t body_bytes)
{
	size_t head_bytes = strlen(head), total = 8 + head_bytes + body_bytes;
	unsigned char lengths[8];
	put_u32(lengths, head_bytes);
	put_u32(lengths + 4, body_bytes);
	if (total > sizeof out - out_bytes)
		flush();
	if (total > sizeof out) {
		struct iovec parts[3] = {{lengths, 8}, {(void *)head, head_bytes}, {(void *)body, body_bytes}};
		write_all(1, parts, body_bytes ? 3 : 2);
		return;
	}
	if (out_bytes == 0)
		out_since_us = now_us(CLOCK_MONOTONIC);
	memcpy(out + out_bytes, lengths, 8);
	memcpy(out + out_bytes + 8, head, head_bytes);
	if (body_bytes)
		memcpy(out + out_bytes + 8 + head_bytes, body, body_bytes);
	out_bytes += total;
}

/* Reads what there is into the buffer; waits for at least one byte. At the end of the stream we are done. */
void fill(void)
{
	if (in_start > 0) {
		memmove(in, in + in_start, in_end - in_start);
		in_end -= in_start;
		in_start = 0;
	}
	ssize_t n;
	do
		n = read(0, in + in_end, sizeof in - in_end);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die("cannot read requests: %s", strerror(errno));
	if (n == 0) {
		if (is_init)
			kill(-1, SIGKILL);
		_exit(0);
	}
	in_end += (size_t)n;
}

static void need(size_t bytes)
{
	while (in_end - in_start < bytes) {
		flush();
		fill();
	}
}

/* Writes what waits when its time has come. Returns how long that is off, in microseconds. */
int64_t flush_when_due(void)
{
	if (out_bytes == 0)
		return INT64_MAX;
	int64_t left_us = out_since_us + FLUSH_AFTER_US - now_us(CLOCK_MONOTONIC);
	if (left_us > 0)
		return left_us;
	flush();
	return INT64_MAX;
}

int has_room_for_requests(void) { return in_end - in_start < IN_BYTES; }

/*
 * Waits for the next request. Leaves its lines in `head` as strings one after another, with an empty one behind the last, and
 * returns how many bytes of body follow.
 */
size_t receive_head(char head[MAX_HEAD_BYTES + 1])
{
	need(8);
	size_t head_bytes = get_u32(in + in_start), body_bytes = get_u32(in + in_start + 4);
	if (head_bytes > MAX_HEAD_BYTES)
		die("a request's head of %zu bytes", head_bytes);
	need(8 + head_bytes);
	memcpy(head, in + in_start + 8, head_bytes);
	in_start += 8 + head_bytes;
	if (head_bytes == 0 || head[head_bytes - 1] != '\n' || memchr(head, 0, head_bytes))
		die("a request's head must be lines without zero bytes");
	head[head_bytes] = 0;
	for (size_t i = 0; i < head_bytes; i++)
		if (head[i] == '\n')
			head[i] = 0;
	return body_bytes;
}

/* Is a `cancel` among the requests that have arrived? */
int cancel_arrived(void)
{
	static const char cancel[] = "op:cancel\n";
	for (size_t at = in_start; in_end - at >= 8;) {
		size_t head = get_u32(in + at), body = get_u32(in + at + 4);
		if (head > MAX_HEAD_BYTES || in_end - at - 8 < head)
			return 0;
		if (head >= sizeof cancel - 1 && memcmp(in + at + 8, cancel, sizeof cancel - 1) == 0)
			return 1;
		if (in_end - at - 8 - head < body)
			return 0;
		at += 8 + head + body;
	}
	return 0;
}

/* Hands the next `bytes` of the body to the file, or drops them where fd is -1. Returns errno of the first failure. */
int receive_body(int fd, size_t bytes)
{
	int failure = 0;
	while (bytes > 0) {
		need(1);
		size_t n = in_end - in_start < bytes ? in_end - in_start : bytes;
		for (size_t done = 0; fd >= 0 && !failure && done < n;) {
			ssize_t w = write(fd, in + in_start + done, n - done);
			if (w < 0)
				failure = errno;
			else
				done += (size_t)w;
		}
		in_start += n;
		bytes -= n;
	}
	return failure;
}

_Noreturn void die(const char *format, ...)
{
	char head[512], text[400];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	for (char *c = text; *c; c++)
		if (*c == '\n')
			*c = ' ';
	flush();
	uint32_t bytes = (uint32_t)snprintf(head, sizeof head, "op:failed\nmessage:%s\n", text);
	unsigned char lengths[8] = {0, 0, (unsigned char)(bytes >> 8), (unsigned char)bytes};
	struct iovec parts[2] = {{lengths, 8}, {head, bytes}};
	write_all(1, parts, 2);
	_exit(2);
}
