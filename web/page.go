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
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

//go:embed templates
var templateFiles embed.FS

// Base is what every page has. Templates call its methods, none of which fails.
//
// A page is a file of templates/page that defines "main", what stands inside
// <main>, and where it needs them "head", for style sheets and scripts of its
// own. The parts that all pages share:
//
//	{{template "redline" (redline $.Base .Script)}}   a redline; see redlinePart
//	{{template "chip" .Delegation}}                   a delegation's name
//	{{template "status" (status $.Base .Status)}}     where a proposal stands
//
// The base has the header, the navigation, Done and Refused; a page repeats none
// of them.
type Base struct {
	Tongue lang.Tongue
	// Title is the name of the page in the browser's window.
	Title string
	// Path is the address of this page, to come back to.
	Path string
	Now  time.Time
	// Negotiation is the one that the page is about, if any.
	Negotiation *Heading
	// Seat is where the reader sits in it; its Role is Public for those who do not.
	Seat negotiation.Seat
	// Here names the entry of the navigation that the page is: "text", "room",
	// "compilation", "mine", "desk" or none.
	Here string
	// Part is which fragments of the page are replaced as the record grows:
	// "row", "side", or none where the page does not follow it.
	Part string
	// Shown is how redlines are first shown: "redline", "clean" or "draft";
	// empty is "redline". Scripts change it afterwards.
	Shown string
	// Done is a sentence on what has just been recorded, or otherwise done.
	Done string
	// Refused is a sentence on why a form was not taken.
	Refused string
}

// Heading is what the top of a page says about its negotiation.
type Heading struct {
	ID    negotiation.NegotiationID
	Title string
	// Language is that of the draft, for the lang attribute of its words.
	Language string
	Seq      negotiation.Seq
	Epoch    string
	Window   negotiation.Window
	Draft    bool
	// Session says that there is a session, or was one.
	Session bool
}

// T says something in the reader's language; pairs are name before value.
func (b Base) T(key string, pairs ...any) string { return b.Tongue.Say(key, pairs...) }

// N says something of a number of things.
func (b Base) N(key string, n int, pairs ...any) string { return b.Tongue.Count(key, n, pairs...) }

// Date gives an instant in full, in the zone of the negotiation's window.
func (b Base) Date(t time.Time) string { return b.Tongue.DateTime(t, b.zone()) }

// Ago gives an instant relative to now.
func (b Base) Ago(t time.Time) string { return b.Tongue.Ago(t, b.Now) }

// Names gives a list of delegations as a sentence has it.
func (b Base) Names(list []negotiation.Delegation) string {
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = string(d)
	}
	return b.Tongue.List(names)
}

// Languages are those the reader may choose.
func (b Base) Languages() []lang.Tongue {
	var list []lang.Tongue
	for _, tag := range lang.Tags() {
		if t, ok := lang.For(tag); ok {
			list = append(list, t)
		}
	}
	return list
}

// zone is that in which the cut-off was announced, else UTC.
func (b Base) zone() *time.Location {
	if b.Negotiation != nil {
		if loc, err := time.LoadLocation(b.Negotiation.Window.Zone); err == nil {
			return loc
		}
	}
	return time.UTC
}

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
