package negotiation

import "slices"

func (s State) createNegotiation(c CreateNegotiation) ([]Event, *Refusal) {
	if s.Exists() {
		return nil, Refuse(AlreadyExists, "field", "negotiation", "value", s.id)
	}
	if !s.id.Valid() {
		return nil, Refuse(BadValue, "field", "negotiation", "value", s.id)
	}
	title, r := readDescription(c.Title, c.Language)
	if r != nil {
		return nil, r
	}
	return []Event{NegotiationCreated{Title: title, Language: c.Language, Public: c.Public}}, nil
}

// describeNegotiation records also a description that is the present one: as
// with the window, that it was confirmed is worth a line in the record.
func describeNegotiation(c DescribeNegotiation) ([]Event, *Refusal) {
	title, r := readDescription(c.Title, c.Language)
	if r != nil {
		return nil, r
	}
	return []Event{NegotiationDescribed{Title: title, Language: c.Language, Public: c.Public}}, nil
}

// readDescription gives the title of a negotiation in normal form, or refuses it
// or the language.
func readDescription(title, language string) (string, *Refusal) {
	title, r := readText("title", title, MaxTitle)
	if r != nil {
		return "", r
	}
	if blank(title) {
		return "", Refuse(Empty, "field", "title")
	}
	if !slices.Contains(Languages(), language) {
		return "", Refuse(BadValue, "field", "language", "value", language)
	}
	return title, nil
}
