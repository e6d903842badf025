"""The queue of readings: asked by staff, claimed by one worker, read in its process, taken up again where it died."""
