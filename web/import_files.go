package web

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// maxUpload bounds an upload, in bytes: a document and the form around it.
const maxUpload = 9 << 20

// keepPreview keeps a file until it is imported or another is looked at: it takes
// the place of the one before. What the record names is never forgotten. A file that
// cannot be imported any more is not kept, and kept is false.
func (s *Server) keepPreview(ctx context.Context, p deskPage, i importing) (kept bool, err error) {
	s.files.Lock()
	defer s.files.Unlock()
	v, err := s.room.View(ctx, p.View.ID, p.Seat.Audience())
	if err != nil || !i.fits(v) {
		return false, err
	}
	sha := i.Draft.Source.SHA256
	if err := s.cfg.Secrets.KeepFile(ctx, v.ID, sha, i.File); err != nil {
		return false, err
	}
	return true, s.cfg.Secrets.ForgetFiles(ctx, v.ID, append(recorded(v), sha)...)
}

// recorded are the hashes of the files that the record names: what was imported, and
// what was issued.
func recorded(v negotiation.View) []string {
	var list []string
	if v.Source.SHA256 != "" {
		list = append(list, v.Source.SHA256)
	}
	for _, i := range v.Imports {
		list = append(list, i.Source.SHA256)
	}
	for _, issued := range v.Issued {
		for _, f := range issued.Files {
			list = append(list, f.SHA256)
		}
	}
	return list
}

// importedFile is a file that was imported: the draft's first, which has no instant.
type importedFile struct {
	negotiation.Source
	At      time.Time
	Notices []negotiation.Notice
}

// Imported are the files that were imported, in order.
func (p deskPage) Imported() []importedFile {
	list := []importedFile{{Source: p.View.Source, Notices: p.View.Notices}}
	for _, i := range p.View.Imports {
		list = append(list, importedFile{Source: i.Source, At: i.At, Notices: i.Notices})
	}
	return list
}

// importFile records what was read in a file and keeps the file: first, because
// when the record says that it was read it must be there.
func (s *Server) importFile(ctx context.Context, v negotiation.View, seat negotiation.Seat, key string, i importing) (room.Receipt, error) {
	command, err := i.command()
	if err != nil {
		return room.Receipt{}, err
	}
	s.files.Lock()
	defer s.files.Unlock()
	if i.fits(v) {
		if err := s.cfg.Secrets.KeepFile(ctx, v.ID, i.Draft.Source.SHA256, i.File); err != nil {
			return room.Receipt{}, err
		}
	}
	return s.submit(ctx, v.ID, seat, key, command)
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

// keptFile gives a file that waits to be imported, by its hash. It refuses where
// another has taken its place.
func (s *Server) keptFile(ctx context.Context, p deskPage, as, sha string) (negotiation.KeptFile, error) {
	file, err := s.cfg.Secrets.File(ctx, p.View.ID, sha)
	if errors.Is(err, negotiation.ErrNotFound) {
		err = mistake{"desk.import-replaced"}
		if as != asProposals && len(p.View.Paragraphs) > 0 {
			err = negotiation.Refuse(negotiation.AlreadyDraft)
		}
	}
	return file, err
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
