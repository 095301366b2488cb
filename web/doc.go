// Package web is the server that people and scripts talk to: pages, forms, the
// JSON API and the live channel.
//
// # How a request goes
//
//	secure.go     limits, headers, cross-origin check, panics
//	session.go    which seat the visitor sits on, and in which language they read
//	routes.go     the one table of addresses: method, path, handler
//	command.go    the one door in: a form or an API call becomes a Request to the room
//	page.go       a page is a struct with a Base; template.go renders it to a buffer, then writes it
//	fail.go       what a refusal and a fault are in HTTP, and the page that says so
//
// A page has the same name on every storey: paragraph.go, page/paragraph.tmpl,
// css and js by the same word.
//
// # What it promises
//
//   - Every command is a form before it is a script: all pages work without
//     JavaScript, and show nothing to one reader that their View does not hold.
//   - No inline script or style, no request to another host, no cookie but the
//     session's.
//   - A refused form comes back with what was typed and with a sentence why.
//   - Nothing from outside is without a limit.
package web
