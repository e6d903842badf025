"""What is given away: tables of typed columns, and the CSV, XLSX and JSON files written from them row by row.

`columns` says what a column is; `lines` and `registers` list them, in order; `tables` joins them to a queryset;
`csv_files`, `workbooks` and `json_files` write,
`csvw_files` describes. A file is never cut, and memory does not grow with its rows.
"""
