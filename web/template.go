package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"path"
	"strings"
	"sync"
)

//go:embed templates
var templateFiles embed.FS

// pages holds the templates: for each page a set of its own, made of the base,
// the parts and the page. A set is made when it is first asked for: most of a
// server's life few pages are read, and html/template copies every part for each.
type pages struct {
	byName map[string]func() (*template.Template, error)
	parts  func() (*template.Template, error)
	leaves leaves
	// buffers are for parts, of which many are rendered after each change.
	buffers sync.Pool
}

// keptBuffer is how large a buffer may be that is used again.
const keptBuffer = 256 << 10

// templates are what all pages share, and the files of the pages. They are never
// executed, for what was executed cannot be cloned.
type templates struct {
	parts *template.Template
	files map[string]string // by the name of the page
}

// parsed parses all templates, which belong to the program, once for all servers. The
// sets of the pages are let go again: together they are as large as a full hall.
var parsed = sync.OnceValues(func() (*templates, error) {
	funcs := template.FuncMap{"spot": spot, "notes": notes, "chip": chip, "redline": redlineOf, "status": statusOf, "fate": fateOf, "pieces": piecesOf, "brought": broughtOf, "saying": sayingOf, "reading": readingIn, "clock": clockOf, "settlement": settlementOf, "join": strings.Join}
	// Of what each server has its own, the names are wanted here.
	shared, err := template.New("").Funcs(funcs).Funcs(new(pages).funcs(new(assets))).ParseFS(templateFiles, "templates/base/*.tmpl", "templates/part/*.tmpl")
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(templateFiles, "templates/page/*.tmpl")
	if err != nil {
		return nil, err
	}
	t := &templates{parts: shared, files: map[string]string{}}
	for _, file := range files {
		if _, err := t.with(file); err != nil {
			return nil, err
		}
		t.files[strings.TrimSuffix(path.Base(file), ".tmpl")] = file
	}
	return t, nil
})

// with is a set of what is shared and these files.
func (t *templates) with(files ...string) (*template.Template, error) {
	set, err := t.parts.Clone()
	if err != nil || len(files) == 0 {
		return set, err
	}
	return set.ParseFS(templateFiles, files...)
}

// funcs are what templates call of the server that they are executed for.
func (p *pages) funcs(a *assets) template.FuncMap {
	return template.FuncMap{"asset": a.address, "act": p.act}
}

// newPages gives the pages of a server with these assets. It fails on a mistake
// in any template, whether or not its page will be read.
func newPages(a *assets) (*pages, error) {
	all, err := parsed()
	if err != nil {
		return nil, err
	}
	p := &pages{byName: map[string]func() (*template.Template, error){}}
	own := func(files ...string) func() (*template.Template, error) {
		return sync.OnceValues(func() (*template.Template, error) {
			set, err := all.with(files...)
			if err != nil {
				return nil, err
			}
			return set.Funcs(p.funcs(a)), nil
		})
	}
	p.parts = own()
	for name, file := range all.files {
		p.byName[name] = own(file)
	}
	return p, nil
}

// render writes a page: first to a buffer, so that a broken one is an error and
// never half a page.
func (p *pages) render(w http.ResponseWriter, r *http.Request, status int, name string, data any, log *slog.Logger) {
	var b bytes.Buffer
	if err := p.execute(&b, name, data); err != nil {
		broken(log, w, r, "page not rendered", "page", name, "error", err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the reader has gone: nobody is left to tell
}

func (p *pages) execute(b *bytes.Buffer, name string, data any) error {
	own, ok := p.byName[name]
	if !ok {
		return fmt.Errorf("there is no page %q", name)
	}
	set, err := own()
	if err != nil {
		return err
	}
	return set.ExecuteTemplate(b, "base", data)
}

// part renders one part, for a live message or for a form's preview.
func (p *pages) part(name string, data any) (string, error) {
	set, err := p.parts()
	if err != nil {
		return "", err
	}
	b, ok := p.buffers.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	b.Reset()
	if err := set.ExecuteTemplate(b, name, data); err != nil {
		return "", fmt.Errorf("render part %s: %w", name, err)
	}
	html := b.String()
	if b.Cap() <= keptBuffer {
		p.buffers.Put(b)
	}
	return html, nil
}
