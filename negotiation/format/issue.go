package format

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"plenary/negotiation"
)

// Issued lists the formats in which a document of the meeting is kept, in the order
// in which they are offered.
func Issued() []string { return []string{"html", "md"} }

// Issue prints a document of the meeting in each of those formats, and gives it with
// the hashes of the bytes, and the bytes by hash. The view is that of its Seq. It
// fails as negotiation.CompileIssue does, and refuses what is larger than a file
// that is kept may be (TooLong).
func Issue(v negotiation.View, issue negotiation.Issue) (negotiation.Issue, map[string][]byte, error) {
	c, err := negotiation.CompileIssue(v, issue)
	if err != nil {
		return issue, nil, err
	}
	issue.Files = nil
	files := map[string][]byte{}
	for _, name := range Issued() {
		var b bytes.Buffer
		if err := Write(&b, name, c); err != nil {
			return issue, nil, err
		}
		if b.Len() > negotiation.MaxImport {
			return issue, nil, negotiation.Refuse(negotiation.TooLong, "field", "document", "limit", negotiation.MaxImport, "length", b.Len())
		}
		sum := sha256.Sum256(b.Bytes())
		sha := hex.EncodeToString(sum[:])
		files[sha] = b.Bytes()
		issue.Files = append(issue.Files, negotiation.IssuedFile{Format: name, SHA256: sha, Bytes: b.Len()})
	}
	return issue, files, nil
}
