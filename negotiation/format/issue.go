package format

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"plenary/negotiation"
)

// Issued lists the formats in which a document of the meeting is kept, in the order
// in which they are offered.
func Issued() []string { return []string{"html", "md"} }

// Readers are those for whom documents of the meeting are printed: whoever sits in
// the room. What waits to be admitted is not in them.
func Readers() negotiation.Audience { return negotiation.Audience{Role: negotiation.Observer} }

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
		sha := hashOf(b.Bytes())
		files[sha] = b.Bytes()
		issue.Files = append(issue.Files, negotiation.IssuedFile{Format: name, SHA256: sha, Bytes: b.Len()})
	}
	return issue, files, nil
}

// Reissue gives the bytes of a document as it was issued, in the format of f. Kept is
// what was kept of them; where that is lost or damaged, the document is printed anew
// from the view at its Seq, which until gives. Other bytes than those that were issued
// are a fault.
func Reissue(i negotiation.Issue, f negotiation.IssuedFile, kept []byte, until func() (negotiation.View, error)) ([]byte, error) {
	if hashOf(kept) == f.SHA256 {
		return kept, nil
	}
	v, err := until()
	if err != nil {
		return nil, err
	}
	_, files, err := Issue(v, i)
	if err != nil {
		return nil, err
	}
	if data, same := files[f.SHA256]; same {
		return data, nil
	}
	return nil, fmt.Errorf("document %s of %s as %s: what was kept is lost, and printed anew it is not the one that was issued", i.Symbol, v.ID, f.Format)
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
