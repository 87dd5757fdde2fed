/** The worker thread that reads postmortems, bundled as a file of its own: `worker` starts it from there. */
import '../sandbox/worker.ts'
