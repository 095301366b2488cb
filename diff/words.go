package diff

// Words returns the redline that makes after of before, word by word, in the
// [Fine] profile, with all that [Profile.Words] promises.
func Words(before, after string) Script { return Fine.Words(before, after) }
