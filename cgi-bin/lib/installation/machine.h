#ifndef MACHINE_H
#define MACHINE_H

#ifndef PREFIX
#define PREFIX "/usr"
#endif

/* What acts on the machine: conf/setup.sh. */
#define MACHINE PREFIX "/lib/guichet/setup"

#endif
