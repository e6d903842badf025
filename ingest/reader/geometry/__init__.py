"""What stands where on a page, before anything is known of tables: words on lines, in boxes, in columns, in a grid;
pages turned to be read, and what was found on them placed back.
"""
