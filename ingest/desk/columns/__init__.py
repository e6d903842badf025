"""What each column of a table was taken for.

`shown` and `amounts`, as staff look at it; `forms` and `names`, said otherwise.
"""
