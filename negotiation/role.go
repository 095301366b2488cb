package negotiation

// Role is what a seat is for. Rights hang on the seat's role and never on the
// state behind it: Mexico in the chair and Mexico's delegate are two seats.
type Role string

const (
	// System is the server itself and whoever holds its file: the command line.
	// It acts as the Secretariat does, and the record shows that it did.
	System Role = "system"
	// Secretariat holds the pen: imports, seats, windows, decisions.
	Secretariat Role = "secretariat"
	// Chair runs the room and rules on proposals.
	Chair Role = "chair"
	// Delegate speaks for a delegation, with or without the right to table.
	Delegate Role = "delegate"
	// Observer reads what the delegations read and proposes nothing.
	Observer Role = "observer"
	// Public is whoever comes without a seat.
	Public Role = "public"
)

// SystemSeat is the seat of the server and of its command line. It always exists.
const SystemSeat SeatID = "system"

// Seatable reports whether seats of role r can be opened.
func (r Role) Seatable() bool {
	switch r {
	case Secretariat, Chair, Delegate, Observer:
		return true
	}
	return false
}

// HoldsPen reports whether r may import, open seats and set windows.
func (r Role) HoldsPen() bool { return r == System || r == Secretariat }

// Decides reports whether r may accept, not retain and admit proposals.
func (r Role) Decides() bool { return r.HoldsPen() || r == Chair }
