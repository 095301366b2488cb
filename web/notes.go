package web

import (
	"bytes"
	"html/template"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
)

// notes renders a reason, a comment or a note, which are Markdown [CommonMark
// 0.31], as HTML: raw HTML in it is dropped, and what is left is sanitised. The
// negotiated text never comes here: its *** is not markup.
func notes(source string) template.HTML {
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(source), &b); err != nil {
		// A buffer takes everything, so this is a fault in the source's own
		// rendering: show the words as they are rather than nothing.
		return template.HTML(template.HTMLEscapeString(source))
	}
	return template.HTML(sanitiser().SanitizeBytes(b.Bytes()))
}

// sanitiser allows what prose needs. Links get rel=nofollow and no referrer;
// images would be requests to other hosts and are dropped.
var sanitiser = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr")
	p.AllowStandardURLs()
	p.AllowURLSchemes("https", "http", "mailto")
	p.AllowAttrs("href").OnElements("a")
	p.RequireNoFollowOnLinks(true)
	p.RequireNoReferrerOnLinks(true)
	return p
})
