"""Load a folder of CSV files, one for each table, into a database: all of it or nothing."""

from microblog.loading.files import BrokenFile as BrokenFile
from microblog.loading.files import find_files as find_files
from microblog.loading.folder import Loaded as Loaded
from microblog.loading.folder import load as load
