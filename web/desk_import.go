package web

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/room"
)

// maxUpload bounds an upload, in bytes: a document and the form around it.
const maxUpload = 9 << 20

// reportPage shows what was read in a document before anything is recorded.
type reportPage struct {
	here
	Key string
	// Description is offered with the document, to be recorded with it.
	Description descriptionForm
	Draft       negotiation.Draft
	Report      negotiation.Report
}

// postImport takes a document in two steps. The first keeps the file as it came
// and shows a report of what was read; nothing is recorded. The second names
// the file by its hash and records what was read in it, all or nothing.
func (s *Server) postImport(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "import")
	if err != nil {
		return err
	}
	if err := r.ParseMultipartForm(maxUpload); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return s.refusedDesk(w, r, p, unreadable(err))
	}
	if sha := r.PostFormValue("file-hash"); sha != "" {
		return s.recordImport(w, r, p, sha)
	}
	file, err := uploaded(r)
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	draft, err := format.Read(file.Name, file.Data, negotiation.ReadOptions{})
	if err == nil {
		err = s.keepPreview(r.Context(), p, draft.Source.SHA256, file)
	}
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	p.Description = suggestedFor(p.View, draft)
	return s.showReport(w, r, p, draft, nil)
}

// keepPreview keeps a file until it is imported or another is looked at: it takes
// the place of the one before. Where there is a draft nothing else is ever
// imported, and nothing is kept.
func (s *Server) keepPreview(ctx context.Context, p deskPage, sha string, file negotiation.KeptFile) error {
	s.files.Lock()
	defer s.files.Unlock()
	v, err := s.room.View(ctx, p.View.ID, p.Seat.Audience())
	if err != nil || len(v.Paragraphs) > 0 {
		return err
	}
	if err := s.cfg.Secrets.KeepFile(ctx, v.ID, sha, file); err != nil {
		return err
	}
	return s.cfg.Secrets.ForgetFiles(ctx, v.ID, sha)
}

// importFile records a draft and keeps the file that it was read from: first,
// because when the record says that it was read it must be there.
func (s *Server) importFile(ctx context.Context, v negotiation.View, seat negotiation.Seat, key string, d negotiation.Draft, file negotiation.KeptFile) (room.Receipt, error) {
	s.files.Lock()
	defer s.files.Unlock()
	if len(v.Paragraphs) == 0 {
		if err := s.cfg.Secrets.KeepFile(ctx, v.ID, d.Source.SHA256, file); err != nil {
			return room.Receipt{}, err
		}
	}
	return s.submit(ctx, v.ID, seat, key, negotiation.ImportDraft{Draft: d})
}

// showReport shows what was read, again where its form came back with refused.
func (s *Server) showReport(w http.ResponseWriter, r *http.Request, p deskPage, d negotiation.Draft, refused error) error {
	page := reportPage{here: p.here, Key: newKey(), Description: p.Description, Draft: d, Report: negotiation.NewReport(p.View.ID, d)}
	page.Title = page.T("desk.report")
	code := http.StatusOK
	switch {
	case refused != nil:
		page.Refused, code = s.refusedForm(r, p.Base, refused)
	case len(p.View.Paragraphs) > 0:
		page.Refused = page.Refusal(negotiation.Refuse(negotiation.AlreadyDraft))
	}
	s.pages.render(w, r, code, "report", page, s.log)
	return nil
}

// recordImport is the second step.
func (s *Server) recordImport(w http.ResponseWriter, r *http.Request, p deskPage, sha string) error {
	file, err := s.cfg.Secrets.File(r.Context(), p.View.ID, sha)
	if errors.Is(err, negotiation.ErrNotFound) {
		err = mistake{"desk.import-replaced"}
		if len(p.View.Paragraphs) > 0 {
			err = negotiation.Refuse(negotiation.AlreadyDraft)
		}
	}
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	draft, err := format.Read(file.Name, file.Data, negotiation.ReadOptions{})
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	key := r.PostFormValue("key")
	if r.PostForm.Has("title") {
		p.Description = readDescription(r.PostForm)
		if err := s.describeImported(r.Context(), p, key); err != nil {
			return s.showReport(w, r, p, draft, err)
		}
	}
	if _, err := s.importFile(r.Context(), p.View, p.Seat, key, draft, file); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/desk", p.T("desk.imported", "name", draft.Source.Name))
}

// uploaded gives the file of the form, under the last part of its name: some
// browsers send the whole path on its author's machine.
func uploaded(r *http.Request) (negotiation.KeptFile, error) {
	f, head, err := r.FormFile("file")
	if err != nil || head.Filename == "" {
		return negotiation.KeptFile{}, negotiation.Refuse(negotiation.Empty, "field", "file")
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, negotiation.MaxImport+1))
	if err != nil {
		return negotiation.KeptFile{}, unreadable(err)
	}
	if len(data) > negotiation.MaxImport {
		return negotiation.KeptFile{}, negotiation.Refuse(negotiation.TooLong, "field", "file", "limit", negotiation.MaxImport, "length", head.Size)
	}
	return negotiation.KeptFile{Name: fileName(head.Filename), Data: data}, nil
}

// fileName is a name without folders and without what is not to be shown.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(strings.ToValidUTF8(name, ""), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, name)
	const most = 200
	runes := []rune(name)
	return string(runes[max(0, len(runes)-most):]) // the end, which has the extension
}

// unreadable is the answer to a body that is no upload.
func unreadable(err error) error {
	if status(err) == http.StatusRequestEntityTooLarge {
		return negotiation.Refuse(negotiation.TooLong, "field", "file", "limit", negotiation.MaxImport, "length", "> "+"9 MiB")
	}
	return negotiation.Refuse(negotiation.Unreadable, "problem", "upload")
}

// getFile gives a file back byte for byte as it came, to those who hold the pen.
// It is never shown in the browser: it was not made here.
func (s *Server) getFile(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "import")
	if err != nil {
		return err
	}
	file, err := s.cfg.Secrets.File(r.Context(), p.View.ID, r.PathValue("sha"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	w.Header().Set("Cache-Control", "private, no-store")
	_, _ = w.Write(file.Data) // the reader has gone: nobody is left to tell
	return nil
}
