package web

import (
	"context"
	"net/http"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// previewPart is what part "preview" shows: the redline of what was typed, made
// by the code that makes the record's, and a list of the changes in words.
type previewPart struct {
	Base
	Lines []previewLine
	// Changes are sentences, one for each place where words change.
	Changes []string
	// Editorial is what an editor would mend in it.
	Editorial *editorialPart
	// Refusal is why there is nothing to show.
	Refusal string
}

// previewLine is one change as it would be read.
type previewLine struct {
	Base
	// Language of the words shown.
	Language string
	Change   negotiation.ChangeKind
	Address  string
	// As is the kind of an inserted paragraph, After the place of a move.
	As     negotiation.Kind
	After  string
	Script diff.Script
	// Older is the version that Script leads from, where that is not the newest.
	Older int
	// Prose is the Markdown of a comment or request.
	Prose string
}

// Inserts reports whether the line is a new paragraph, which has no address yet.
func (l previewLine) Inserts() bool { return l.Change == negotiation.Insert }

func newPreview(b Base, v negotiation.View, changes []negotiation.Change) *previewPart {
	part := &previewPart{Base: b}
	for _, c := range changes {
		line := lineOf(b, v, c)
		part.Lines = append(part.Lines, line)
		part.Changes = append(part.Changes, b.changesIn(line.Script)...)
	}
	return part
}

// previewed is the preview with what an editor would mend.
func (s *Server) previewed(ctx context.Context, p proposePage, proposal negotiation.Proposal) (*previewPart, error) {
	part := newPreview(p.Base, p.View, proposal.Changes)
	judge, err := s.judge(ctx, p.View)
	if err == nil {
		part.Editorial = p.editorial(judge, p.View, proposal.Changes)
	}
	return part, err
}

func lineOf(b Base, v negotiation.View, c negotiation.Change) previewLine {
	para, _ := v.Paragraph(string(c.Paragraph))
	line := previewLine{Base: b, Language: v.Language, Change: c.Kind, Address: para.Address}
	seen := textAt(para, c.Base)
	if older(c, para) {
		line.Older = c.Base
	}
	switch c.Kind {
	case negotiation.Amend:
		line.Script = diff.Words(seen, negotiation.Normal(c.Text))
	case negotiation.Insert:
		line.As = c.As
		line.Script = diff.Words("", negotiation.Normal(c.Text))
	case negotiation.Delete:
		line.Script = diff.Words(seen, "")
	case negotiation.Move:
		after, _ := v.Paragraph(string(c.After))
		line.After = after.Address
		line.Script = diff.Words(seen, seen)
	default:
		line.Prose = c.Text
	}
	return line
}

// changesIn puts a redline into sentences, for those who hear it and for those
// who wonder what the colours mean.
func (b Base) changesIn(s diff.Script) []string {
	var list []string
	for i := 0; i < len(s); i++ {
		switch s[i].Op {
		case diff.Delete:
			if i+1 < len(s) && s[i+1].Op == diff.Insert {
				list = append(list, b.T("propose.change-replaced", "before", extract(s[i].Text), "after", extract(s[i+1].Text)))
				i++
				continue
			}
			list = append(list, b.T("propose.change-deleted", "text", extract(s[i].Text)))
		case diff.Insert:
			list = append(list, b.T("propose.change-inserted", "text", extract(s[i].Text)))
		}
	}
	return list
}

// extract is a text short enough for a sentence.
func extract(text string) string {
	const most = 120
	runes := []rune(strings.TrimSpace(text))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}

// postRedline answers a form that is being typed with the redline as a fragment,
// so that what is seen while typing is what would be recorded. It records nothing.
func (s *Server) postRedline(w http.ResponseWriter, r *http.Request) error {
	r.SetPathValue("address", r.PostForm.Get("paragraph"))
	p, err := s.proposing(r)
	if err != nil {
		return err
	}
	p.Form = readProposeForm(r.PostForm, p.View)
	p.settle()
	part, code := &previewPart{Base: p.Base}, http.StatusOK
	proposal, err := p.proposal()
	switch {
	case err == nil:
		if part, err = s.previewed(r.Context(), p, proposal); err != nil {
			return err
		}
	case isUnfinished(err):
		part.Refusal = p.T("propose.preview-same")
	default:
		part.Refusal, code = s.refusedForm(r, p.Base, err)
	}
	html, err := s.pages.part("preview", part)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_, _ = w.Write([]byte(html)) // the typist has gone on: nobody is left to tell
	return nil
}

// isUnfinished reports whether err only says that nothing has been typed yet,
// which is no error while somebody types.
func isUnfinished(err error) bool {
	refusal, ok := negotiation.Refused(err)
	return ok && (refusal.Code == negotiation.NoChange || refusal.Code == negotiation.Empty)
}
