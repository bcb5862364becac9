#ifndef READY_H
#define READY_H

/*
 * Tells who started the process that it answers from now on, so that the next
 * one is not restarted before: sd_notify(3), of a unit of Type=notify.  Nothing
 * is told without $NOTIFY_SOCKET, the path of a socket, or its name after "@".
 */
void ready_tell(void);

#endif
