### coding
