// Starts a program on an empty screen of X11, and says how many milliseconds it and its
// processor took until the screen shows something, for scripts/bench-start.sh:
//
//	bench-start X Y COLOR PROGRAM ARGUMENTS
//
// COLOR is that of the pixel at X, Y as RRGGBB, or "any" for all but black. Asking for one
// pixel every two milliseconds takes little from the program and from the screen.
#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(clockid_t clock) {
	struct timespec now;
	clock_gettime(clock, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static unsigned long color(Display *screen, int x, int y) {
	XImage *image = XGetImage(screen, DefaultRootWindow(screen), x, y, 1, 1, AllPlanes, ZPixmap);
	unsigned long is = XGetPixel(image, 0, 0) & 0xffffff;
	XDestroyImage(image);
	return is;
}

int main(int count, char **arguments) {
	Display *screen = XOpenDisplay(NULL);
	if (count < 5 || screen == NULL)
		return 2;
	int x = atoi(arguments[1]), y = atoi(arguments[2]), any = strcmp(arguments[3], "any") == 0;
	unsigned long wanted = strtoul(arguments[3], NULL, 16), is;
	double began = milliseconds(CLOCK_MONOTONIC);
	pid_t program = fork();
	if (program == 0) {
		int nowhere = open("/dev/null", O_RDWR);
		dup2(nowhere, STDOUT_FILENO);
		dup2(nowhere, STDERR_FILENO);
		execv(arguments[4], arguments + 4);
		_exit(127);
	}
	clockid_t processor;
	clock_getcpuclockid(program, &processor);
	while (is = color(screen, x, y), any ? is == 0 : is != wanted) {
		int status;
		if (waitpid(program, &status, WNOHANG) != 0) {
			fprintf(stderr, "the program ended with %d\n", status);
			return 1;
		}
		usleep(2000);
	}
	printf("%.0f %.0f\n", milliseconds(CLOCK_MONOTONIC) - began, milliseconds(processor));
	kill(program, SIGTERM);
	waitpid(program, NULL, 0);
	while (color(screen, x, y) != 0)
		usleep(2000);
	return 0;
}
