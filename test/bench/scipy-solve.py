"""The yardstick: scipy on a matrix that match-solve.ts left in a file, each mentor there as often as they have places.

The matrix is made ready in the form that costs scipy least, and only its solving is timed. Prints JSON.
"""
import json
import re
import sys
import time

import numpy
import scipy
from scipy.optimize import linear_sum_assignment


def memory(kind):
    """In MB; VmRSS is what the process occupies now, VmHWM what it occupied at most."""
    with open("/proc/self/status") as status:
        return int(re.search(rf"^{kind}:\s+(\d+) kB$", status.read(), re.MULTILINE).group(1)) / 1024


before = memory("VmRSS")
path, mentees, mentors, capacity = sys.argv[1], *map(int, sys.argv[2:5])
scores = numpy.fromfile(path, dtype=numpy.int16).reshape(mentees, mentors)
slots = numpy.empty((mentees, mentors, capacity))
slots[:] = -scores[:, :, None]
slots[scores < 0] = numpy.inf
costs = slots.reshape(mentees, mentors * capacity)

began = time.perf_counter()
rows, columns = linear_sum_assignment(costs)
seconds = time.perf_counter() - began

result = {
    "version": scipy.__version__,
    "seconds": seconds,
    "total": -int(costs[rows, columns].sum()),
    "memory": memory("VmHWM") - before,
}
print(json.dumps(result))
