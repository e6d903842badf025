"""Read by `gunicorn portal.wsgi` where it is started here. What the command line says comes before."""

from portal.worker import LONGEST_REQUEST_LINE

worker_class = "portal.worker.FrenchWorker"
# With threads, a worker that waits for a long reading is not taken for dead and killed after 30 s.
threads = 4
limit_request_line = LONGEST_REQUEST_LINE
