package negotiation

import "time"

// The commands of sessions, positions and groups. Where a command has Floor, it is
// the Seq of the [Floor] that whoever decides has looked at, and the answer is
// FloorMoved if the meeting has gone on since; 0 asks nothing.

// ScheduleSession announces a session; the one before must be closed. Its agenda is
// every paragraph of the draft that is not agreed, until SetAgenda says otherwise.
type ScheduleSession struct {
	Title    string
	Starts   time.Time
	Settings SessionSettings
}

// ArrangeSession gives the session another title, hour or rules. A gavel that has
// fallen keeps its time.
type ArrangeSession struct {
	Title    string
	Starts   time.Time
	Settings SessionSettings
}

// OpenSession opens the session, or goes on with a suspended one.
type OpenSession struct{}

// SuspendSession lets the session rest. What is on the floor stays there, but for a
// gavel: that must have taken effect or been taken back.
type SuspendSession struct {
	Until  time.Time
	Reason string
}

// CloseSession ends the session for ever, and clears its floor.
type CloseSession struct{}

// SetAgenda gives the session its agenda. Looked is the AgendaSeq that was seen.
type SetAgenda struct {
	Paragraphs []ParagraphID
	Looked     Seq
}

// Attend answers the roll call, for the own seat; the Secretariat for any.
type Attend struct {
	Seat  SeatID
	Place Attending
}

// CallParagraph puts a paragraph on the floor; any other leaves it. It is refused
// while a gavel is falling.
type CallParagraph struct {
	Paragraph ParagraphID
	Floor     Seq
}

// AskFloor asks to speak, or to a point of order. For is whom the Secretariat or
// the Chair puts on the list; delegates ask for their own.
type AskFloor struct {
	Order bool
	For   Delegation
}

// LeaveSpeakers takes the request back.
type LeaveSpeakers AskFloor

// GiveFloor gives the floor to a delegation, on the list or not; whoever had it has
// ended. Without a delegation it goes to the first of the list.
type GiveFloor struct{ Delegation Delegation }

// YieldFloor ends a speech: the speaker's own, or anybody's for the Chair.
type YieldFloor struct{}

// ListSpeakers opens or closes the speakers' list.
type ListSpeakers struct{ Closed bool }

// TakePen gives the own seat the pen, to draft the paragraph on the floor for the
// delegation that asked. From is a proposal to start from. Where somebody holds the
// pen it is refused, unless Over names that seat.
type TakePen struct {
	For   Delegation
	From  ProposalID
	Over  SeatID
	Floor Seq
}

// LayPen lays the pen down without a proposal.
type LayPen struct{}

// PutDrafted tables what the pen has drafted, as a proposal of the delegation that
// asked, and lays the pen down. It takes the place of the proposal that the drafting
// started from, if that is the same delegation's.
type PutDrafted struct {
	Text   string
	Reason string
	// Looked is the Seq of the [Pen] with which Text was drafted.
	Looked Seq
}

// FreezeText asks the meeting to agree to the paragraph on the floor: as it stands,
// or with the words of a proposal.
type FreezeText struct {
	Proposal ProposalID
	Floor    Seq
}

// FreezeList asks the meeting to agree to several paragraphs as they stand, on which
// nothing is on the table.
type FreezeList struct {
	Paragraphs []ParagraphID
	Floor      Seq
}

// ThawText takes back what is frozen, also where a gavel has fallen on it.
type ThawText struct{ Floor Seq }

// LetGavelFall lets the gavel fall on what is frozen: Outcome is an agreement.
type LetGavelFall struct {
	Outcome Outcome
	// Hash is that of the frozen text which the Chair sees.
	Hash string
	// Present and Absent are what the server knows of connections, see [Gavel]; Told
	// are the absent of whom the Chair was told. It is refused where somebody is
	// absent of whom they were not.
	// They are not of the command as it was given: when it is given again under its
	// key, others may be connected.
	Present []Delegation `json:"-"`
	Absent  []Delegation `json:"-"`
	Told    []Delegation
	Floor   Seq
}

// Object stops what is frozen. Sent is when the sender's screen says that it was
// sent; see [Gavel] for what is in time. Hash is that of what the sender sees.
type Object struct {
	Hash   string
	Reason string
	Sent   time.Time
	// For is whom the Secretariat or the Chair objects for, who has said so in the room.
	For Delegation
}

// WithdrawObjection takes an objection back. After the last one, the text is frozen
// as before.
type WithdrawObjection struct{ For Delegation }

// TakeEffect is of the system's seat: the time to object is over. The agreement
// takes effect, or the gavel is void because it is Overdue.
type TakeEffect struct{}

// InterruptGavel is of the system's seat, when it begins to serve: a gavel that fell
// before then is void, because nobody could object for a while.
type InterruptGavel struct{}

// RuleOn puts brackets around the paragraph on the floor, parks it, or defers it.
type RuleOn struct {
	Outcome Outcome
	Floor   Seq
}

// ReopenParagraph ends the settlement of a paragraph. Proposals that had lapsed with
// it are on the table again.
type ReopenParagraph struct {
	Paragraph ParagraphID
	Reason    string
}

// TakePosition says what a delegation, or a group, thinks of a text. By is empty for
// the own delegation. Looked is the newest Seq that was seen: the answer is Stale if
// the words have changed since.
type TakePosition struct {
	Position Position
	Looked   Seq
}

// NameGroup makes a group, changes it or, without members, ends it.
type NameGroup struct{ Group DelegationGroup }

func (ScheduleSession) isCommand()   {}
func (ArrangeSession) isCommand()    {}
func (OpenSession) isCommand()       {}
func (SuspendSession) isCommand()    {}
func (CloseSession) isCommand()      {}
func (SetAgenda) isCommand()         {}
func (Attend) isCommand()            {}
func (CallParagraph) isCommand()     {}
func (AskFloor) isCommand()          {}
func (LeaveSpeakers) isCommand()     {}
func (GiveFloor) isCommand()         {}
func (YieldFloor) isCommand()        {}
func (ListSpeakers) isCommand()      {}
func (TakePen) isCommand()           {}
func (LayPen) isCommand()            {}
func (PutDrafted) isCommand()        {}
func (FreezeText) isCommand()        {}
func (FreezeList) isCommand()        {}
func (ThawText) isCommand()          {}
func (LetGavelFall) isCommand()      {}
func (Object) isCommand()            {}
func (WithdrawObjection) isCommand() {}
func (TakeEffect) isCommand()        {}
func (InterruptGavel) isCommand()    {}
func (RuleOn) isCommand()            {}
func (ReopenParagraph) isCommand()   {}
func (TakePosition) isCommand()      {}
func (NameGroup) isCommand()         {}
