// Makes folders within folders in its working folder, as many as its argument says, and a file in the last.
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	for (int depth = argc > 1 ? atoi(argv[1]) : 0; depth > 0; depth--)
		if (mkdir("d", 0700) || chdir("d"))
			return 1;
	return open("file", O_WRONLY | O_CREAT, 0600) < 0;
}
