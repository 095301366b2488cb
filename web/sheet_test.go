package web_test

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// desk is a person without scripts: they read pages and press the buttons that
// are on them.
type desk struct {
	t      testing.TB
	house  *webtest.House
	client *http.Client
}

func sitAt(t testing.TB, h *webtest.House, seat negotiation.SeatID) desk {
	t.Helper()
	return desk{t, h, h.Join(seat)}
}

// sheet is a page as it lies before them.
type sheet struct {
	desk
	Code   int
	Path   string
	Header http.Header
	Body   string
	root   *html.Node
}

// open reads a page of the negotiation.
func (d desk) open(path string) sheet {
	d.t.Helper()
	return d.answer(d.client.Get(d.house.URL(path)))
}

// send posts fields to a page, whether it has such a form or not.
func (d desk) send(path string, fields url.Values) sheet {
	d.t.Helper()
	return d.answer(d.client.PostForm(d.house.URL(path), fields))
}

func (d desk) answer(res *http.Response, err error) sheet {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		d.t.Fatalf("read %s: %v", res.Request.URL, err)
	}
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		d.t.Fatalf("parse %s: %v", res.Request.URL, err)
	}
	return sheet{d, res.StatusCode, res.Request.URL.RequestURI(), res.Header, string(body), root}
}

// wants fails the test unless the page has this status and these words.
func (s sheet) wants(code int, words ...string) sheet {
	s.t.Helper()
	if s.Code != code {
		s.t.Fatalf("%s: status %d, want %d; it says:\n%s", s.Path, s.Code, code, s.words())
	}
	for _, w := range words {
		if !strings.Contains(s.words(), w) {
			s.t.Errorf("%s lacks %q; it says:\n%s", s.Path, w, s.words())
		}
	}
	return s
}

// lacks fails the test if the page has these words.
func (s sheet) lacks(words ...string) sheet {
	s.t.Helper()
	for _, w := range words {
		if strings.Contains(s.words(), w) {
			s.t.Errorf("%s has %q", s.Path, w)
		}
	}
	return s
}

// words are what a reader of the page reads, in one line.
func (s sheet) words() string {
	var b strings.Builder
	for n := range s.root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" && n.Parent.Data != "title" {
			b.WriteString(n.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// press sends the form that has a button of this name and value, or with this
// label, as a browser would; changes are fields, name before value, put in first.
func (s sheet) press(button string, changes ...string) sheet {
	s.t.Helper()
	form, fields := s.form(button)
	for i := 0; i+1 < len(changes); i += 2 {
		fields.Set(changes[i], changes[i+1])
	}
	action, err := url.Parse(s.house.Server.URL + s.Path)
	if err == nil {
		action, err = action.Parse(attr(form, "action"))
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return s.answer(s.client.PostForm(action.String(), fields))
}

// form finds the form of a button and gives what it would send.
func (s sheet) form(button string) (*html.Node, url.Values) {
	s.t.Helper()
	for n := range s.root.Descendants() {
		if n.Data != "button" || attr(n, "value") != button && strings.TrimSpace(textOf(n)) != button {
			continue
		}
		form := n.Parent
		for form.Data != "form" {
			form = form.Parent
		}
		fields := fieldsOf(form)
		for elsewhere := range s.root.Descendants() { // in no form, and named to be of this one
			if id := attr(form, "id"); id != "" && attr(elsewhere, "form") == id {
				fields.Add(attr(elsewhere, "name"), attr(elsewhere, "value"))
			}
		}
		if name := attr(n, "name"); name != "" {
			fields.Set(name, attr(n, "value"))
		}
		return form, fields
	}
	s.t.Fatalf("%s has no button %q", s.Path, button)
	return nil, nil
}

// field is what stands in a field of the page.
func (s sheet) field(name string) string {
	s.t.Helper()
	for n := range s.root.Descendants() {
		if n.Data == "form" && n.Type == html.ElementNode {
			if f := fieldsOf(n); f.Has(name) {
				return f.Get(name)
			}
		}
	}
	s.t.Fatalf("%s has no field %q", s.Path, name)
	return ""
}

// fieldsOf gives what a form sends without its button [HTML 4.10.21.4].
func fieldsOf(form *html.Node) url.Values {
	fields := url.Values{}
	for n := range form.Descendants() {
		name := attr(n, "name")
		if n.Type != html.ElementNode || name == "" {
			continue
		}
		switch n.Data {
		case "textarea":
			fields.Add(name, textOf(n))
		case "select":
			fields.Add(name, chosen(n))
		case "input":
			if t := attr(n, "type"); t != "radio" && t != "checkbox" || has(n, "checked") {
				fields.Add(name, attr(n, "value"))
			}
		}
	}
	return fields
}

func chosen(list *html.Node) string {
	value, first := "", true
	for n := range list.Descendants() {
		if n.Data == "option" && n.Type == html.ElementNode && (first || has(n, "selected")) {
			value, first = attr(n, "value"), false
		}
	}
	return value
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// link gives the address behind the words of a link.
func (s sheet) link(words string) string {
	s.t.Helper()
	for n := range s.root.Descendants() {
		if n.Data == "a" && n.Type == html.ElementNode && strings.TrimSpace(textOf(n)) == words {
			return attr(n, "href")
		}
	}
	s.t.Fatalf("%s has no link %q", s.Path, words)
	return ""
}

// links are the addresses of all links of a page.
func (s sheet) links() []string {
	var list []string
	for n := range s.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "a" {
			list = append(list, attr(n, "href"))
		}
	}
	return list
}

// leads tells whether a link of the page leads to an address.
func (s sheet) leads(address string) bool {
	return slices.Contains(s.links(), address)
}

// byID gives the element of an id, or nil.
func (s sheet) byID(id string) *html.Node {
	for n := range s.root.Descendants() {
		if n.Type == html.ElementNode && attr(n, "id") == id {
			return n
		}
	}
	return nil
}
