package markdown_test

import "testing"

func TestWhatPagesLeaveInAText(t *testing.T) {
	checkShapes(t, []shape{
		{"numbers", "1. One is what\n\n- 3 -\n\nStates agree\n\nPage 4 of 9\n\nupon.\n\nPágina 5/9\n\n2. Two.", "1 numbered One is what States agree upon.\n2 numbered Two.\n",
			"3 page-number, 5 joined, 7 page-number, 9 joined, 11 page-number"},
		{"the symbol", "ABC/DEF/1\n\nPLAN\n\n1. One is\n\nABC/DEF/1\n- 2 -\n\nall.\n\nABC/DEF/1 is the symbol.", "1 numbered One is all.\npar1 plain ABC/DEF/1 is the symbol.\n",
			"7 running-header, 8 page-number, 10 joined"},
		{"a number alone", "1. One of\n\n3\n\nis all.", "1 numbered One of\npar1 plain 3 is all.\n", "5 joined"},
		{"bullets that look alike", "1. One:\n\n- \\3 -\n\n- 4", "1 numbered One:\n1.bullet1 bullet 3 -\n1.bullet2 bullet 4\n", ""},
		{"lines of 72 columns", "1. One is a paragraph that goes over the end of a line, and which names\n12. April as the day on which it ends\nUN Charter included.\n2. Two.", "1 numbered One is a paragraph that goes over the end of a line, and which names 12. April as the day on which it ends UN Charter included.\n2 numbered Two.\n", ""},
		{"a footnote", "1. One.[1]\n\nCHILE: One **and two**.[1]\n\n[1] As is known.", "1 numbered One.[1]\npar1 plain [1] As is known.\nCHILE: [amend 1 \"One and two.[1]\"]\n", ""},
	})
}
