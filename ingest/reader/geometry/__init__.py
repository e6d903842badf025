"""What stands where on a page, before anything is known of tables: words on lines, in boxes, in columns, in a grid."""
