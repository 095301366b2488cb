package web

import (
	"strings"

	"plenary/diff"
)

// hunk is a stretch of a redline that is kept or changed, and the edit that the
// change is; -1 where it is none, or none that can be told.
type hunk struct {
	script diff.Script
	edit   int
}

// hunks cuts a redline between what it changes and what it keeps.
func hunks(script diff.Script) []hunk {
	var list []hunk
	for i, span := range script {
		if i == 0 || (span.Op == diff.Equal) != (script[i-1].Op == diff.Equal) {
			list = append(list, hunk{edit: -1})
		}
		list[len(list)-1].script = append(list[len(list)-1].script, span)
	}
	return list
}

// ownEdit is an edit of a party: its index, where it ends in the base, and its words.
type ownEdit struct {
	edit, end int
	words     change
}

// editsByParty lists the edits of each party in the order of the base.
func editsByParty(m *diff.Merged, edits []diff.Edit, parties int) [][]ownEdit {
	lists := make([][]ownEdit, parties)
	for e, edit := range edits {
		_, end := m.Place(e)
		own := ownEdit{e, end, change{bare(edit.Deleted), bare(edit.Inserted)}}
		for _, party := range edit.By {
			lists[party] = append(lists[party], own)
		}
	}
	return lists
}

// matched cuts the redline of a party and finds for each change its edit among
// those of the party. Both are in the order of the base and are walked in step:
// where words differ, because the redline was made by itself, what ends first is
// passed over and nothing is looked at again.
func matched(script diff.Script, own []ownEdit) []hunk {
	list := hunks(script)
	at, next := 0, 0
	for i, h := range list {
		if h.script[0].Op != diff.Equal {
			words := changeOf(h.script)
			for next < len(own) && own[next].words != words && own[next].end < at {
				next++
			}
			if next < len(own) && own[next].words == words {
				list[i].edit = own[next].edit
				next++
			}
		}
		at += beforeLen(h.script)
	}
	return list
}

// beforeLen is how many bytes of the base a stretch of a redline takes up.
func beforeLen(script diff.Script) int {
	n := 0
	for _, span := range script {
		if span.Op != diff.Insert {
			n += len(span.Text)
		}
	}
	return n
}

// change is what goes and what comes instead, both bare: what differs only in
// spaces is the same.
type change struct{ deleted, inserted string }

// changeOf gives what a stretch of a redline changes.
func changeOf(cut diff.Script) change {
	var deleted, inserted strings.Builder
	for _, span := range cut {
		switch span.Op {
		case diff.Delete:
			deleted.WriteString(span.Text)
		case diff.Insert:
			inserted.WriteString(span.Text)
		}
	}
	return change{bare(deleted.String()), bare(inserted.String())}
}

// plainQuotes writes all quotation marks alike.
var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'")

// bare is a text without white space, with all quotation marks alike.
func bare(text string) string {
	return plainQuotes.Replace(strings.Join(strings.Fields(text), ""))
}
