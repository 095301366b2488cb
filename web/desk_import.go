package web

import (
	"errors"
	"net/http"
	"net/url"

	"plenary/negotiation"
)

// postImport takes a document in steps. The first keeps the file as it came and
// leads to the report of what was read; nothing is recorded. The form of the report
// names the file by its hash: it is looked at again with what was chosen, as often
// as wanted, and recorded by the last step, all or nothing.
func (s *Server) postImport(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "import")
	if err != nil {
		return err
	}
	if err := r.ParseMultipartForm(maxUpload); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return s.refusedDesk(w, r, p, unreadable(err))
	}
	if sha := r.PostFormValue("file-hash"); sha != "" {
		return s.importChosen(w, r, p, sha)
	}
	i := importingOf(r.PostForm)
	if i.File, err = uploaded(r); err == nil {
		err = i.read(p.View)
	}
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	kept, err := s.keepPreview(r.Context(), p, i)
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	if !kept {
		return s.showReport(w, r, p, i, nil)
	}
	http.Redirect(w, r, i.path(p.View.ID), http.StatusSeeOther)
	return nil
}

// importingOf is what a form says of a file that is looked at.
func importingOf(form url.Values) importing {
	i := importing{As: asDraft, Choices: newChoices()}
	if form.Get("as") == asProposals {
		i.As, i.Delegation = asProposals, negotiation.Delegation(negotiation.Normal(form.Get("delegation")))
	}
	return i
}

// path is where the report of a kept file is.
func (i *importing) path(id negotiation.NegotiationID) string {
	q := url.Values{"as": {i.As}}
	if i.Delegation != "" {
		q.Set("delegation", string(i.Delegation))
	}
	return "/n/" + string(id) + "/desk/import/" + i.Draft.Source.SHA256 + "?" + q.Encode()
}

// getImport shows the report of a kept file.
func (s *Server) getImport(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "import")
	if err != nil {
		return err
	}
	i := importingOf(r.URL.Query())
	if i.File, err = s.keptFile(r.Context(), p, i.As, r.PathValue("sha")); err == nil {
		err = i.read(p.View)
	}
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	p.Description = suggestedFor(p.View, i.Draft)
	return s.showReport(w, r, p, i, nil)
}

// importChosen looks at a kept file again with what was chosen, or records it so.
func (s *Server) importChosen(w http.ResponseWriter, r *http.Request, p deskPage, sha string) (err error) {
	i := importingOf(r.PostForm)
	i.Choices = readChoices(r.PostForm)
	if i.File, err = s.keptFile(r.Context(), p, i.As, sha); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	if r.PostForm.Has("title") {
		p.Description = readDescription(r.PostForm)
	}
	typed := i.Choices.Targets
	if err := i.read(p.View); err != nil {
		if len(i.Against) == 0 { // it was not read: there is no report to show
			return s.refusedDesk(w, r, p, err)
		}
		i.Choices.Targets = typed
		return s.showReport(w, r, p, i, err)
	}
	if r.PostForm.Has("page") || r.PostForm.Get("act") == "look" {
		p.Done = p.T("import.looked")
		return s.showReport(w, r, p, i, nil)
	}
	return s.record(w, r, p, i)
}

// record is the last step.
func (s *Server) record(w http.ResponseWriter, r *http.Request, p deskPage, i importing) error {
	_, err := i.command()
	key := r.PostForm.Get("key")
	if err == nil && i.As == asDraft && r.PostForm.Has("title") {
		err = s.describeImported(r.Context(), p, key)
	}
	if err == nil {
		_, err = s.importFile(r.Context(), p.View, p.Seat, key, i)
	}
	if err != nil {
		return s.showReport(w, r, p, i, err)
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/desk", p.T("desk.imported", "name", i.File.Name))
}
