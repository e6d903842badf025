"""What stands where on a page, before anything is known of tables: words on lines, words in boxes, cells in a grid."""
