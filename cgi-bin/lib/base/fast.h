#ifndef FAST_H
#define FAST_H

/*
 * FAST before a function that works on whole arrays: it is compiled once more
 * for processors that have wider vectors, or count the bits of a word by one
 * instruction, as those since 2013 do; the oldest x86-64 has two to ten times
 * the work.  Which is run is chosen as the program starts.
 */
#if defined(__x86_64__) && defined(__gnu_linux__)
#define FAST __attribute__((target_clones("avx2", "popcnt", "default")))
#else
#define FAST
#endif

#endif
