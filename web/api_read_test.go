package web_test

import (
	"net/http"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/web/webtest"
)

// negotiationBody is a negotiation as scripts read it.
type negotiationBody struct {
	ID, Title, Epoch string
	Language         string
	Public           bool
	Seq              uint64
	Window           struct {
		Open bool
		Late string
	}
	Counts      struct{ Paragraphs, Headings, Proposals, Late int }
	Seat        *seatBody
	Delegations []struct{ Name, Kind string }
	Paragraphs  []paragraphBody
}

type seatBody struct {
	ID, Role, Delegation, Name string
	MayTable                   bool `json:"may_table"`
	Closed                     bool
}

type paragraphBody struct {
	ID, Address, Kind, Text string
	Version                 int
	Proposals               []string
}

type proposalBody struct {
	Number, Delegation, Status, Reason, Target string
	Late                                       bool
	Sponsors                                   []string
	Changes                                    []struct {
		Kind, Paragraph, Address, Text string
		Base                           int
		Redline                        []spanBody
	}
	Steps []struct{ Status, Seat, Reason, By string }
}

type spanBody struct{ Op, Text string }

// amendment is a change of 2.b, which is p6.
func amendment(text string) negotiation.Change {
	return negotiation.Change{Kind: negotiation.Amend, Paragraph: "p6", Base: 1, Text: text}
}

func TestTheAPIListsWhatTheCallerMayRead(t *testing.T) {
	for _, tt := range []struct {
		name   string
		open   []webtest.Option
		seat   negotiation.SeatID
		listed int
		seated bool
	}{
		{"a delegate reads", nil, webtest.Mexico, 1, true},
		{"a stranger does not", nil, "", 0, false},
		{"a stranger reads what is public", []webtest.Option{webtest.Public()}, "", 1, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := webtest.New(t, tt.open...)
			script := h.Stranger()
			if tt.seat != "" {
				script = h.Script(tt.seat)
			}
			var list struct{ Negotiations []negotiationBody }
			script.Get("/negotiations").Into(http.StatusOK, &list)
			if len(list.Negotiations) != tt.listed {
				t.Fatalf("%d negotiations, want %d", len(list.Negotiations), tt.listed)
			}
			if tt.listed > 0 && (list.Negotiations[0].Seat != nil) != tt.seated {
				t.Errorf("seat is %+v", list.Negotiations[0].Seat)
			}
			if tt.listed > 0 && list.Negotiations[0].Paragraphs != nil {
				t.Error("the list holds the text")
			}
		})
	}
}

func TestTheAPIGivesTheTextWithItsAddressesAndCounts(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amendment("promote the rights of workers."))
	var n negotiationBody
	h.Script(webtest.Mexico).Get("/negotiations/bridgetown").Into(http.StatusOK, &n)
	if n.Title != webtest.Title || n.Seq == 0 || n.Epoch == "" || !n.Window.Open || n.Window.Late != "mark" {
		t.Errorf("head is %+v", n)
	}
	if n.Counts.Paragraphs != 11 || n.Counts.Headings != 3 || n.Counts.Proposals != 1 {
		t.Errorf("counts are %+v", n.Counts)
	}
	if n.Seat == nil || n.Seat.Delegation != "MEXICO" || !n.Seat.MayTable {
		t.Errorf("seat is %+v", n.Seat)
	}
	if last := n.Delegations[len(n.Delegations)-1]; last.Name != "COSATE" || last.Kind != "body" {
		t.Errorf("the last delegation is %+v, want the consultative body", last)
	}
	p := n.Paragraphs[5]
	if p.ID != "p6" || p.Address != "2.b" || p.Kind != "lettered" || p.Version != 1 || len(p.Proposals) != 1 || p.Proposals[0] != "1" {
		t.Errorf("paragraph 2.b is %+v", p)
	}
}

func TestTheAPIGivesAParagraphWithVersionsRedlinesAndProposals(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amendment("promote the protection of all workers, with a gender perspective."))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1", Reason: "agreed"})
	for _, address := range []string{"2.b", "p6"} {
		var got struct {
			Paragraph paragraphBody
			Versions  []struct {
				Number      int
				Redline     []spanBody
				Proposal    string
				Delegations []string
			}
			Proposals []proposalBody
		}
		h.Script(webtest.Observer).Get("paragraphs/"+address).Into(http.StatusOK, &got)
		if got.Paragraph.Address != "2.b" || got.Paragraph.Version != 2 || len(got.Versions) != 2 || len(got.Proposals) != 1 {
			t.Fatalf("%s is %+v", address, got)
		}
		last := got.Versions[1]
		if last.Proposal != "1" || len(last.Delegations) != 1 || len(last.Redline) != 3 || last.Redline[1] != (spanBody{"insert", " all"}) {
			t.Errorf("version 2 is %+v", last)
		}
		p := got.Proposals[0]
		if p.Status != "accepted" || p.Changes[0].Address != "2.b" || p.Steps[1].Reason != "agreed" || p.Target != "2.b" {
			t.Errorf("proposal is %+v", p)
		}
		if p.Steps[1].Seat != "" {
			t.Errorf("an observer is told the seat %q", p.Steps[1].Seat)
		}
	}
	var p proposalBody
	h.Script(webtest.Secretariat).Get("proposals/1").Into(http.StatusOK, &p)
	if p.Steps[1].Seat != "chair" {
		t.Errorf("the Secretariat is told the seat %q, want chair", p.Steps[1].Seat)
	}
}

func TestWhatIsNotThereIsAProblemWithItsCode(t *testing.T) {
	h := webtest.New(t)
	mexico := h.Script(webtest.Mexico)
	for _, tt := range []struct {
		name   string
		answer webtest.Answer
		status int
		code   string
	}{
		{"paragraph", mexico.Get("paragraphs/99"), 404, "unknown-paragraph"},
		{"proposal", mexico.Get("proposals/99"), 404, "unknown-proposal"},
		{"negotiation", mexico.Get("/negotiations/other"), 404, "unknown-negotiation"},
		{"negotiation with an impossible id", mexico.Get("/negotiations/%2E%2E%2Fetc"), 404, "unknown-negotiation"},
		{"operation", mexico.Get("/nothing"), 404, "not-found"},
		{"method", mexico.Post("/negotiations", "{}"), 405, "method"},
		{"query parameter", mexico.Get("/negotiations?secret=1"), 422, "malformed"},
		{"seat", h.Stranger().Get("/negotiations/bridgetown"), 403, "not-signed-in"},
		{"seats for a delegate", mexico.Get("seats"), 403, "not-allowed"},
		{"invitation for a list", h.Stranger().With("Authorization", "Bearer nothing").Get("/negotiations"), 403, "not-signed-in"},
		{"invitation", h.Stranger().With("Authorization", "Bearer nothing").Get("/negotiations/bridgetown"), 403, "not-signed-in"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if p := tt.answer.Problem(); p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s), want %d %s", p.Status, p.Code, p.Detail, tt.status, tt.code)
			}
			if got := tt.answer.Header.Get("Allow"); (got != "") != (tt.status == http.StatusMethodNotAllowed) {
				t.Errorf("with %d, Allow is %q", tt.status, got)
			}
		})
	}
}

func TestALateProposalIsHiddenFromTheOthers(t *testing.T) {
	h := webtest.New(t)
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now(), Late: negotiation.MarkLate})
	late := string(h.Table(webtest.Mexico, amendment("promote the rights of workers.")))
	for seat, sees := range map[negotiation.SeatID]bool{
		webtest.Secretariat: true, webtest.Chair: true, webtest.Mexico: true, webtest.Peru: false, webtest.Observer: false,
	} {
		script := h.Script(seat)
		var list struct{ Proposals []proposalBody }
		script.Get("proposals").Into(http.StatusOK, &list)
		if (len(list.Proposals) == 1) != sees {
			t.Errorf("%s sees %d proposals", seat, len(list.Proposals))
		}
		if one := script.Get("proposals/" + late); (one.Status == http.StatusOK) != sees {
			t.Errorf("%s: %d on the late proposal", seat, one.Status)
		}
		var p struct{ Paragraph paragraphBody }
		script.Get("paragraphs/2.b").Into(http.StatusOK, &p)
		if (len(p.Paragraph.Proposals) == 1) != sees {
			t.Errorf("%s reads %v on the paragraph", seat, p.Paragraph.Proposals)
		}
	}
}

func TestTheAPIServesTheDraftOfBridgetownWhole(t *testing.T) {
	draft, err := format.Read("bridgetown.txt", bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	h := webtest.New(t, webtest.WithDraft(draft))
	observer := h.Script(webtest.Observer)
	var n negotiationBody
	observer.Get("/negotiations/bridgetown").Into(http.StatusOK, &n)
	if n.Counts.Paragraphs != 72 || n.Counts.Headings != 7 || n.Counts.Proposals != 34 {
		t.Errorf("counts are %+v, want 72, 7, 34", n.Counts)
	}
	for _, p := range n.Paragraphs {
		var got struct {
			Paragraph paragraphBody
			Proposals []proposalBody
		}
		observer.Get("paragraphs/"+p.Address).Into(http.StatusOK, &got)
		if got.Paragraph.ID != p.ID || len(got.Proposals) != len(p.Proposals) {
			t.Errorf("%s leads to %s with %d proposals, want %s with %d", p.Address, got.Paragraph.ID, len(got.Proposals), p.ID, len(p.Proposals))
		}
	}
}
