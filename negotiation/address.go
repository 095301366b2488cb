package negotiation

// Addresses gives the address of each paragraph: the address of its parent, a
// dot and its label without spaces ("7.b", "8.bullet1", "C.group1"), or the label
// alone where it has no parent ("7", "A", "5bis"). A parent must come before what
// hangs below it; one that does not is passed over.
func Addresses(list []Paragraph) map[ParagraphID]string {
	addresses := make(map[ParagraphID]string, len(list))
	for _, p := range list {
		address := p.addressPart()
		if parent := addresses[p.Parent]; parent != "" {
			address = parent + "." + address
		}
		addresses[p.ID] = address
	}
	return addresses
}

// address is that of a paragraph, or its id where it has none.
func (s State) address(id ParagraphID) string {
	p, ok := s.paragraph(id)
	if !ok {
		return string(id)
	}
	if p.Parent == "" {
		return p.addressPart()
	}
	return s.address(p.Parent) + "." + p.addressPart()
}
