package negotiation

import "strconv"

// NegotiationID names a negotiation in addresses and files: 1 to 63 characters
// of a-z, 0-9 and "-", beginning with a letter or a digit.
type NegotiationID string

// Valid reports whether id has the form of a NegotiationID.
func (id NegotiationID) Valid() bool { return validName(string(id)) }

// ParagraphID names a paragraph for ever ("p12"). Labels and addresses are a
// view of it and may change.
type ParagraphID string

// ProposalID is the number by which a proposal is known in the room ("12"),
// counted from 1 in each negotiation and never given twice.
type ProposalID string

// SeatID names a seat: 1 to 63 characters of a-z, 0-9 and "-".
type SeatID string

// Valid reports whether id has the form of a SeatID.
func (id SeatID) Valid() bool { return validName(string(id)) }

// Seq is a place in the record of one negotiation: 1, 2, 3, without gaps.
type Seq uint64

// Delegation is the name under which a member state or a consultative body
// speaks, as it is printed: "MEXICO", "COSATE".
type Delegation string

// paragraphID is the id of the n-th paragraph that a negotiation ever had.
func paragraphID(n int) ParagraphID { return ParagraphID("p" + strconv.Itoa(n)) }

// number gives n back from paragraphID(n), and 0 for anything else.
func (id ParagraphID) number() int {
	if len(id) < 2 || id[0] != 'p' {
		return 0
	}
	return ordinal(string(id[1:]))
}

func proposalID(n int) ProposalID { return ProposalID(strconv.Itoa(n)) }

// number gives n back from proposalID(n), and 0 for anything else.
func (id ProposalID) number() int { return ordinal(string(id)) }

// ordinal reads a whole number from 1 up in its only spelling: a leading zero
// or sign would give one thing two names.
func ordinal(s string) int {
	if s == "" || s[0] < '1' || s[0] > '9' {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func validName(s string) bool {
	if s == "" || len(s) > MaxID || s[0] == '-' {
		return false
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}
