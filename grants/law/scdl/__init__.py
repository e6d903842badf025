"""The files that the law asks for, in the schemas of the « socle commun des données locales » (SCDL).

`grants` maps lines to the schema « subventions » 2.1.1 and says what each row lacks; `acts` maps acts to the schema
« délibérations » 2.1.5; `files` writes them. Nothing is invented: what is not known is empty, and a row that the
schema would refuse is in the report instead of the strict file.
"""
