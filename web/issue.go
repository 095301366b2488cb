package web

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"reflect"
	"strconv"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/room"
)

// issuePage is where the Secretariat issues a compilation.
type issuePage struct {
	here
	Key  string
	Form issueForm
	// Suggested is the symbol that follows, for each kind of document, of the last
	// one issued; empty where none can be told.
	Suggested map[negotiation.IssueKind]string
}

// Kinds are those that can be issued now: only the first where nothing was before.
func (p issuePage) Kinds() []negotiation.IssueKind {
	if len(p.View.Issued) == 0 {
		return []negotiation.IssueKind{negotiation.FirstIssue}
	}
	return negotiation.IssueKinds()
}

// Zones are those that the field for the zone offers.
func (p issuePage) Zones() []string { return zones() }

// Unconfirmed counts the proposals that would be printed as they were marked.
func (p issuePage) Unconfirmed() int { return unconfirmed(p.View.Proposals) }

// issuing gives the page to those who hold the pen.
func (s *Server) issuing(r *http.Request) (issuePage, error) {
	h, err := s.enter(r)
	if err != nil {
		return issuePage{}, err
	}
	if err := h.sits(h.Seat.Role.HoldsPen(), "issue"); err != nil {
		return issuePage{}, err
	}
	if len(h.View.Paragraphs) == 0 {
		return issuePage{}, negotiation.Refuse(negotiation.NoDraft)
	}
	p := issuePage{here: h, Key: newKey(), Suggested: map[negotiation.IssueKind]string{}}
	p.Title, p.Here = p.T("issue.title"), "compilation"
	p.Path = "/n/" + string(h.View.ID) + "/desk/issue"
	last := ""
	if n := len(h.View.Issued); n > 0 {
		last = h.View.Issued[n-1].Symbol
	}
	for _, kind := range p.Kinds() {
		p.Suggested[kind] = h.View.NextSymbol(kind, last, h.Now.In(p.zone()).Year())
	}
	p.Form = issueFormOf(p, last)
	return p, nil
}

func (s *Server) getIssue(w http.ResponseWriter, r *http.Request) error {
	p, err := s.issuing(r)
	if err != nil {
		return err
	}
	s.pages.render(w, r, http.StatusOK, "issue", p, s.log)
	return nil
}

// postIssue issues a compilation: it is printed, kept and recorded.
func (s *Server) postIssue(w http.ResponseWriter, r *http.Request) error {
	p, err := s.issuing(r)
	if err != nil {
		return err
	}
	p.Form = readIssueForm(r.PostForm)
	issue, err := p.Form.issue(p)
	if err == nil {
		err = p.fitting()
	}
	if err == nil {
		_, err = s.issueOnce(r.Context(), p.View.ID, p.Seat, r.PostForm.Get("key"), issue, p.Form.AsOf == "")
	}
	if err != nil {
		var code int
		p.Refused, code = s.refusedForm(r, p.Base, err)
		s.pages.render(w, r, code, "issue", p, s.log)
		return nil
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/compilation", p.T("issue.done", "symbol", issue.Symbol))
}

// fitting refuses the symbol that was offered for another kind of document than the
// one chosen, and offers the one that follows: it would stand for ever.
func (p *issuePage) fitting() error {
	typed, kind := negotiation.Normal(p.Form.Symbol), p.Form.Kind
	for _, other := range p.Kinds() {
		if other != kind && p.Suggested[other] == typed && p.Suggested[kind] != typed {
			p.Form.Symbol = p.View.NextSymbol(kind, p.Form.Of, p.Now.In(p.zone()).Year())
			return mistake{"issue.other-kind"}
		}
	}
	return nil
}

// issueOnce is issue for a key that may come twice. A document as of now is another
// one at the second time, so that what was recorded under the key is asked for then:
// the room says whether it was that.
func (s *Server) issueOnce(ctx context.Context, id negotiation.NegotiationID, seat negotiation.Seat, key string, i negotiation.Issue, now bool) (room.Receipt, error) {
	receipt, err := s.issue(ctx, id, seat, key, i)
	if refusal, refused := negotiation.Refused(err); !refused || refusal.Code != negotiation.SameKey || !now {
		return receipt, err
	}
	v, failed := s.room.View(ctx, id, seat.Audience())
	if failed != nil {
		return room.Receipt{}, failed
	}
	for _, was := range v.Issued {
		if was.Symbol == i.Symbol && was.Kind == i.Kind && was.Of == i.Of && was.Words == i.Words && reflect.DeepEqual(was.Cover, i.Cover) {
			return s.submit(ctx, id, seat, key, negotiation.IssueCompilation{Issue: was.Issue})
		}
	}
	return receipt, err
}

// issue prints a document of the record up to its AsOf, keeps its bytes, and
// records it: in this order, because when the record says that it was issued it
// must be there.
func (s *Server) issue(ctx context.Context, id negotiation.NegotiationID, seat negotiation.Seat, key string, i negotiation.Issue) (room.Receipt, error) {
	v, err := s.room.AsOf(ctx, id, format.Readers(), i.AsOf)
	if err != nil {
		return room.Receipt{}, err
	}
	if len(v.Paragraphs) == 0 {
		return room.Receipt{}, mistake{"compilation.as-of-early"}
	}
	i.Seq = v.Seq
	i, files, err := format.Issue(v, i)
	if err != nil {
		return room.Receipt{}, err
	}
	s.files.Lock()
	defer s.files.Unlock()
	for _, f := range i.Files {
		media, err := format.Find(f.Format)
		if err == nil {
			err = s.cfg.Secrets.KeepFile(ctx, id, f.SHA256, negotiation.KeptFile{Name: issuedName(i.Symbol, media), Data: files[f.SHA256]})
		}
		if err != nil {
			return room.Receipt{}, err
		}
	}
	return s.submit(ctx, id, seat, key, negotiation.IssueCompilation{Issue: i})
}

// getIssued gives a document of the meeting, byte for byte as it was issued.
func (s *Server) getIssued(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	issued, f, err := findIssued(h.View, r.PathValue("entry"), r.URL.Query().Get("format"))
	if err != nil {
		return err
	}
	data, err := s.issuedBytes(r.Context(), h.View.ID, issued, f)
	if err != nil {
		return err
	}
	media, err := format.Find(f.Format)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", media.MediaType)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": issuedName(issued.Symbol, media)}))
	w.Header().Set("Cache-Control", "private, no-store")
	_, _ = w.Write(data) // the reader has gone: nobody is left to tell
	return nil
}

// issuedName is the name of the file of a document.
func issuedName(symbol string, f format.Format) string {
	return negotiation.Slug(symbol, negotiation.MaxID) + f.Extension()
}

// findIssued gives a document by the entry that issued it, in a format.
func findIssued(v negotiation.View, entry, name string) (negotiation.Issued, negotiation.IssuedFile, error) {
	for _, i := range v.Issued {
		if strconv.FormatUint(uint64(i.Entry), 10) != entry {
			continue
		}
		for _, f := range i.Files {
			if f.Format == name {
				return i, f, nil
			}
		}
	}
	return negotiation.Issued{}, negotiation.IssuedFile{}, errNoPage
}

// issuedBytes gives the bytes of a document.
func (s *Server) issuedBytes(ctx context.Context, id negotiation.NegotiationID, i negotiation.Issued, f negotiation.IssuedFile) ([]byte, error) {
	file, err := s.cfg.Secrets.File(ctx, id, f.SHA256)
	if err != nil && !errors.Is(err, negotiation.ErrNotFound) {
		return nil, err
	}
	return format.Reissue(i.Issue, f, file.Data, func() (negotiation.View, error) { return s.room.Until(ctx, id, format.Readers(), i.Seq) })
}
