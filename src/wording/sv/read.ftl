### read
