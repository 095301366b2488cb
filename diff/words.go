package diff

// Words returns the redline that makes after of before, word by word, in the
// [Fine] profile, with all that [Profile.Words] promises.
func Words(before, after string) Script { return Fine.Words(before, after) }

// kept returns the runs of two texts read by t that stay as they are in Words.
func (t *table) kept(a, b sequence) []run { return Fine.kept(t, a, b) }
