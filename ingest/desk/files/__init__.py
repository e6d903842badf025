"""Files of acts: received, cut, gone.

`size_limit` and `uploads` receive them, `cut_forms` says where several acts are parted; `deletion` takes one away with
its act, `pruning` those that nobody needs any more.
"""
