"""peak.py COMMAND... - runs it without its output, and prints its seconds, the most memory
that it had at a time, in kB, and its processor time in seconds; ends with its status.

What it says of memory is true from some 12 MB on: below, it is Python's own.
"""
import resource
import subprocess
import sys
import time

begun = time.monotonic()
status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
took = time.monotonic() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f'{took:.2f} {used.ru_maxrss} {used.ru_utime + used.ru_stime:.2f}')
sys.exit(status)
