"""What `reader --help` prints; kept by hand, because making it would cost more time than printing it."""

HELP = """\
Reader: read, annotate and export news articles in the terminal.

Examples:
  reader                                      open the library
  reader article.txt                          open one file at once
  wl-paste | reader add - --date 2022-12-09   add what you copied
  reader add *.txt --tag shipping             add files, each with a tag
  reader list shipping                        list articles with a word
  reader show 4kj2                            print an article, by a beginning of its id
  reader entities 4kj2                        who and what it is about
  reader figures 4kj2                         its figures, normalised
  reader note 4kj2 "Ask." --quote "a third"   write a note on a passage
  reader export --tag shipping -o notes       write notes to Markdown files

Usage:
  reader                      open the library
  reader FILE | ID            open a file or an article; ./list is a file called like a verb
  reader VERB ...             reader VERB --help tells what a verb understands

Verbs:
  add FILE...|-               add articles from files or standard input
  list [WORD...]              list the articles, newest first
  show ID                     print an article
  entities ID                 print the entities of an article
  figures ID                  print the figures of an article
  analyse FILE|-              print what is recognised in a text; nothing is kept
  note ID TEXT                write a note; note edit NOTE TEXT, note rm NOTE
  notes [ID]                  list the notes
  tag ID +TAG -TAG            put tags on an article and take others off
  edit ID --title T ...       correct what was understood, as a new version
  rm ID...                    put articles in the trash
  trash                       list it; --restore ID... brings back, --empty removes for good
  undo, redo                  take back the last change, or do it again
  export [ID...] -o DIR       write notes, entities and figures to Markdown files
  sample                      open the sample article
  backup FILE                 write the whole library into one file
  restore FILE                bring back what a backup or a snapshot holds; what is here stays
  check                       look at every article, note and passage; --repair mends
  doctor                      look whether everything is well
  keys                        print the keys of the screens

Everywhere:
  --library DIR               the folder of the library
  --json                      print JSON
  --version, --help

Data goes to standard output, talk to standard error. Exit codes: 0 done, 1 nothing found or not
all, 2 wrong usage, 65 bad data, 66 no such input, 73 cannot write, 75 locked, try again,
77 turned off by READER_SECURE, 78 bad settings, 130 interrupted.
"""
