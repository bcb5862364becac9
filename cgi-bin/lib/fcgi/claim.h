#ifndef CLAIM_H
#define CLAIM_H

/*
 * Who answers on a listening socket.  systemd and s6 hold it open while nobody
 * does: what is asked then waits until the web server's patience ends.
 */

/* Says that this process answers from now on, until it ends. */
void claim_socket(int fd);

/*
 * For a process that cannot start: closes each connection to fd for so many
 * seconds, so that the web server says at once that nobody answers, or shows
 * the page that it holds.  As long as another process answers, leaves
 * connections to that one.  Then it is for the caller to end, and for who
 * started it to try again.  Does nothing unless fd is a listening socket.
 */
void claim_refuse(int fd, int seconds);

#endif
