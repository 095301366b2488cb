package diff

// spelling is how a token of the base is typed, with the white space before it.
// The end of the text counts as a token without a word.
type spelling struct{ space, word string }

func spelled(s sequence, i int) spelling {
	if i == s.len() {
		return spelling{space: s.space(i)}
	}
	return spelling{s.space(i), s.word(i)}
}

// spellings says how a text made of the table is typed.
type spellings struct {
	token func(i int) spelling
	typed func(row int) typed
}

// asTyped spells the words of the base as the base does, and every edit as the
// first of its parties.
func (m *Merged) asTyped() spellings {
	return spellings{
		token: func(i int) spelling { return spelled(m.base, i) },
		typed: func(row int) typed { return m.rows[row].typed },
	}
}

// spelledBy spells everything as a party does, where it has it.
func (m *Merged) spelledBy(c *column) spellings {
	plain := m.asTyped()
	return spellings{
		token: func(i int) spelling {
			if own, ok := c.spelling(i); ok {
				return own
			}
			return plain.token(i)
		},
		typed: func(row int) typed {
			if own, ok := c.typed[row]; ok {
				return own
			}
			return plain.typed(row)
		},
	}
}
