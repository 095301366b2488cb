package web

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"time"

	"plenary/negotiation"
)

// minePage shows a delegation what it has proposed and what became of it, and what
// of others has its name on it; the Secretariat, what it has typed for others.
type minePage struct {
	here
	Proposals []mineProposal
	Drafts    []mineDraft
	// MayTable decides whether there are drafts at all.
	MayTable bool
}

type mineProposal struct {
	here
	negotiation.ProposalView
	// Address is where the compilation prints it; empty for the whole draft.
	Address string
	// Stale says that the draft has moved on under it and it still waits.
	Stale bool
	Lines []previewLine
	// Notices say what acceptances of others have done to it.
	Notices []rebaseNotice
	// Doubts are what can be read in two ways, while no reading is confirmed.
	Doubts []doubtPart
	// Editorial is what an editor would mend in it.
	Editorial *editorialPart
	// Confirm is the form by which its author says that the text says it already.
	Confirm *act
}

type mineDraft struct {
	negotiation.FormDraft
	Address string
	Kind    negotiation.ChangeKind
	// Words are the first words of what was typed.
	Words string
	// Path opens the form.
	Path string
}

func (s *Server) getMine(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	if h.Seat.Delegation == "" && !h.Seat.Role.HoldsPen() {
		return errNotSignedIn
	}
	if id := r.URL.Query().Get("receipt"); id != "" {
		return s.getReceipt(w, r, h, negotiation.ProposalID(id))
	}
	p := minePage{here: h, MayTable: h.Seat.Tables()}
	judge, err := s.judge(r.Context(), h.View)
	if err != nil {
		return err
	}
	for _, proposal := range h.View.Proposals {
		if isMine(h.Seat, proposal) || namesSeat(h.Seat, proposal) {
			m := newMineProposal(h, proposal)
			if len(p.Proposals) < mostNoted && h.maySeeNotes(proposal) {
				m.Editorial = h.notesOn(judge, h.View, proposal)
			}
			p.Proposals = append(p.Proposals, m)
		}
	}
	if p.MayTable {
		kept, err := s.cfg.Secrets.Drafts(r.Context(), h.View.ID, draftOwner(h.Seat))
		if err != nil {
			return err
		}
		for _, d := range kept {
			p.Drafts = append(p.Drafts, newMineDraft(h.View, d))
		}
	}
	p.Title, p.Here = p.T("mine.title"), "mine"
	s.pages.render(w, r, http.StatusOK, "mine", p, s.log)
	return nil
}

// mostNoted is how many proposals of a long list have the notes of an editor with
// them; the others have them on their own pages.
const mostNoted = 200

func newMineProposal(h here, p negotiation.ProposalView) mineProposal {
	v := h.View
	m := mineProposal{here: h, ProposalView: p, Notices: h.rebaseNotices(v, p), Doubts: h.doubtsIn(v, p)}
	for _, a := range acts(h.Base, v, p) {
		if a.Name == actConfirm {
			m.Confirm = &a
		}
	}
	if target, ok := v.Paragraph(string(p.Target)); ok && p.Target != "" {
		m.Address = target.Address
	}
	for i, c := range p.Changes {
		line := lineOf(h.Base, v, c)
		if len(c.Redline) > 0 {
			line.Script = c.Redline // as recorded, whatever the algorithm is now
		}
		if doubt, unread := p.Unread(i); unread {
			line.Script = doubt.Typed // what it probably means was never its author's
		}
		if _, doubted := p.Doubt(i); !doubted {
			m.Lines = append(m.Lines, line)
		}
		para, ok := v.Paragraph(string(c.Paragraph))
		_, told := p.Waits(i)
		m.Stale = m.Stale || ok && !told && p.Status().Open() && c.Kind.Textual() && c.Base != para.Version
	}
	return m
}

// MayRenew reports whether the reader may table a new version of it.
func (m mineProposal) MayRenew() bool {
	return m.own() && m.Status().Open() && m.Seat.Tables() && renewable(m.View, m.ProposalView)
}

// MayAgain reports whether the reader may table it again.
func (m mineProposal) MayAgain() bool {
	return m.Status() == negotiation.Withdrawn && m.Seat.Tables() && !m.Combined()
}

// TabledAt is when it was tabled.
func (m mineProposal) TabledAt() time.Time { return m.Tabled().At }

// ProposePath opens the form for a proposal that follows this one.
func (m mineProposal) ProposePath() string {
	path := "/n/" + string(m.View.ID)
	if m.Target != "" {
		path += "/p/" + string(m.Target)
	}
	return path + "/propose"
}

func newMineDraft(v negotiation.View, d negotiation.FormDraft) mineDraft {
	place, kind := keyPlace(d.Key)
	m := mineDraft{FormDraft: d, Kind: kind}
	p := proposePage{here: here{View: v}, Form: proposeForm{Kind: kind}}
	if place != "" {
		p.find(string(place))
		m.Address = p.Address()
	}
	m.Path = p.formPath()
	var form proposeForm
	if err := json.Unmarshal(d.Form, &form); err != nil {
		return m // the form itself says so when it is opened
	}
	m.Words = extract(form.words())
	return m
}

// words are the first that were typed, to know a draft by.
func (f proposeForm) words() string {
	if f.Kind == negotiation.Amend {
		for _, id := range slices.Sorted(maps.Keys(f.Words)) {
			return f.Words[id].Text
		}
	}
	return f.Text
}

// postDeleteDraft forgets a draft.
func (s *Server) postDeleteDraft(w http.ResponseWriter, r *http.Request) error {
	return s.discardDraft(w, r, r.PostForm.Get("key"), "/n/"+r.PathValue("id")+"/mine")
}
