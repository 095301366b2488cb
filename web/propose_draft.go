package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"plenary/negotiation"
)

// penDrafts owns the drafts of the seats that hold the pen, which speak for no
// delegation. No delegation can have this name: it begins with a control character.
const penDrafts negotiation.Delegation = "\x01secretariat"

// draftOwner is whose drafts a seat reads and writes.
func draftOwner(seat negotiation.Seat) negotiation.Delegation {
	if seat.Role.HoldsPen() {
		return penDrafts
	}
	return seat.Delegation
}

// wholeDraft stands in the key of a draft where others have a paragraph.
const wholeDraft = "draft"

// draftKey names the draft of this form: one for a paragraph and a kind.
func (p *proposePage) draftKey() string {
	place := string(p.place())
	if place == "" {
		place = wholeDraft
	}
	return place + "." + string(p.Form.Kind)
}

// saveDraft keeps the form for the delegation, beside the record, and shows it
// again from what was kept.
func (s *Server) saveDraft(w http.ResponseWriter, r *http.Request, p *proposePage) error {
	if !p.offers(p.Form.Kind) {
		return negotiation.Refuse(negotiation.BadValue, "field", "kind", "value", p.Form.Kind)
	}
	form, err := json.Marshal(p.Form)
	if err != nil {
		return fmt.Errorf("encode draft %s: %w", p.draftKey(), err)
	}
	if len(form) > negotiation.MaxForm {
		return negotiation.Refuse(negotiation.TooLong, "field", "text", "limit", negotiation.MaxForm, "length", len(form))
	}
	d := negotiation.FormDraft{Negotiation: p.View.ID, Delegation: draftOwner(p.Seat), Key: p.draftKey(), Form: form, Saved: p.Now}
	if err := s.cfg.Secrets.SaveDraft(r.Context(), d); err != nil {
		return err
	}
	http.Redirect(w, r, p.formPath(), http.StatusSeeOther)
	return nil
}

// startFromDraft fills the form from the delegation's draft of this kind, or of
// any kind where none is asked for; without one it is empty.
func (s *Server) startFromDraft(ctx context.Context, p *proposePage, kind negotiation.ChangeKind) error {
	kinds := []negotiation.ChangeKind{kind}
	if kind == "" {
		kinds = p.Kinds()
	}
	for _, k := range kinds {
		p.Form.Kind = k
		d, err := s.cfg.Secrets.Draft(ctx, p.View.ID, draftOwner(p.Seat), p.draftKey())
		if errors.Is(err, negotiation.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		if err := json.Unmarshal(d.Form, &p.Form); err != nil {
			return fmt.Errorf("decode draft %s: %w", d.Key, err)
		}
		p.Saved = d.Saved
		return nil
	}
	p.startFresh(kind)
	return nil
}

// draftStamp tells the saved draft of a form from any earlier one.
func (s *Server) draftStamp(ctx context.Context, p proposePage) string {
	d, err := s.cfg.Secrets.Draft(ctx, p.View.ID, draftOwner(p.Seat), p.draftKey())
	switch {
	case err == nil:
		return d.Saved.UTC().Format(time.RFC3339Nano)
	case !errors.Is(err, negotiation.ErrNotFound):
		// The form is shown all the same: nothing in it depends on the stamp.
		s.log.WarnContext(ctx, "draft not read", "negotiation", p.View.ID, "key", p.draftKey(), "error", err)
	}
	return ""
}

// discardDraft forgets a draft of the seat's delegation and goes on to a page.
func (s *Server) discardDraft(w http.ResponseWriter, r *http.Request, key, to string) error {
	p, err := s.enter(r)
	if err != nil {
		return err
	}
	if !p.Seat.Tables() {
		return errNotSignedIn
	}
	if err := checkDraftKey(p.View, key); err != nil {
		return err
	}
	if err := s.cfg.Secrets.DeleteDraft(r.Context(), p.View.ID, draftOwner(p.Seat), key); err != nil {
		return err
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// checkDraftKey refuses what cannot be the key of a draft: it is read from a form
// and goes into the keys of a store.
func checkDraftKey(v negotiation.View, key string) error {
	place, kind := keyPlace(key)
	if !kind.Textual() && kind != negotiation.RequestText && kind != negotiation.Comment {
		return negotiation.Refuse(negotiation.BadValue, "field", "kind", "value", extract(string(kind)))
	}
	if _, ok := v.Paragraph(string(place)); !ok && place != "" {
		return negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", extract(string(place)))
	}
	return nil
}

// keyPlace gives back the paragraph and the kind from the key of a draft.
func keyPlace(key string) (negotiation.ParagraphID, negotiation.ChangeKind) {
	place, kind, _ := strings.Cut(key, ".")
	if place == wholeDraft {
		place = ""
	}
	return negotiation.ParagraphID(place), negotiation.ChangeKind(kind)
}
