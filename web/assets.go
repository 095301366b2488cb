package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"hash"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed static
var staticFiles embed.FS

// assets serves the style sheets and scripts as they are written, under one
// prefix that is a hash of all of them: a browser keeps them for ever, and a
// new release has a new prefix. Relative imports of modules stay valid.
type assets struct {
	prefix string
	// release is the part of prefix that names it.
	release string
	files   http.Handler
}

// newAssets makes the assets of a release, which its pages belong to: their hash is
// of the version and of the templates as well.
func newAssets(version string) (*assets, error) {
	root, err := fs.Sub(staticFiles, "static")
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	sum.Write([]byte(version + "\x00"))
	for _, files := range []fs.FS{root, templateFiles} {
		if err := hashFiles(sum, files); err != nil {
			return nil, err
		}
	}
	release := hex.EncodeToString(sum.Sum(nil))[:16]
	prefix := "/static/" + release + "/"
	return &assets{prefix: prefix, release: release, files: http.StripPrefix(prefix, http.FileServerFS(root))}, nil
}

// hashFiles adds all files, by name.
func hashFiles(sum hash.Hash, files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum.Write([]byte(name + "\x00"))
		sum.Write(data)
		return nil
	})
}

// address is where a static file is found: address("css/page.css").
func (a *assets) address(name string) string { return a.prefix + name }

// ServeHTTP serves a file under the present prefix, and nothing else: an old
// prefix would give new files for old pages. Folders are not listed.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !strings.HasPrefix(r.URL.Path, a.prefix) || strings.HasSuffix(r.URL.Path, "/") {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	a.files.ServeHTTP(w, r)
}
