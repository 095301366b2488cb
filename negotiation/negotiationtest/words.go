package negotiationtest

import (
	"fmt"
	"strconv"
	"strings"
)

// line is a line of a script with what stands indented below it.
type line struct {
	number int
	text   string
	below  []line
}

// parseScript cuts a script into lines.
func parseScript(script string) ([]line, error) {
	var lines []line
	for i, text := range strings.Split(script, "\n") {
		trimmed := strings.TrimSpace(text)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		l := line{number: i + 1, text: trimmed}
		if text[0] != ' ' && text[0] != '\t' {
			lines = append(lines, l)
			continue
		}
		if len(lines) == 0 {
			return nil, fmt.Errorf("line %d is indented below nothing", i+1)
		}
		last := &lines[len(lines)-1]
		last.below = append(last.below, l)
	}
	return lines, nil
}

// words reads the words of a line from left to right. The first thing that is
// not as the language has it is kept in err, and nothing is read after it.
type words struct {
	list []string
	err  error
}

// newWords cuts a line into words; a text in quotes is one of them, with its
// opening quote left on to tell it apart.
func newWords(text string) *words {
	w := &words{}
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		if text[0] != '"' {
			word, rest, _ := strings.Cut(text, " ")
			w.list, text = append(w.list, word), rest
			continue
		}
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			w.fail("a text without its closing quote: %s", text)
			return w
		}
		plain, err := strconv.Unquote(quoted)
		if err != nil {
			w.fail("%s: %v", quoted, err)
			return w
		}
		w.list, text = append(w.list, `"`+plain), text[len(quoted):]
	}
	return w
}

func (w *words) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf(format, args...)
	}
	w.list = nil
}

func (w *words) more() bool { return len(w.list) > 0 }

// has takes these words if they come next.
func (w *words) has(phrase string) bool {
	want := strings.Fields(phrase)
	if len(w.list) < len(want) {
		return false
	}
	for i, word := range want {
		if w.list[i] != word {
			return false
		}
	}
	w.list = w.list[len(want):]
	return true
}

// word takes the next word; what names it for the fault where there is none.
func (w *words) word(what string) string {
	if len(w.list) == 0 {
		w.fail("here %s is missing", what)
		return ""
	}
	word := w.list[0]
	w.list = w.list[1:]
	return strings.TrimPrefix(word, `"`)
}

// quote takes the next word, which must be a text in quotes.
func (w *words) quote(what string) string {
	if len(w.list) > 0 && !strings.HasPrefix(w.list[0], `"`) {
		w.fail("here %s in quotes is missing, not %s", what, w.list[0])
	}
	return w.word(what)
}

// quoted reports whether a text in quotes comes next.
func (w *words) quoted() bool { return len(w.list) > 0 && strings.HasPrefix(w.list[0], `"`) }

func (w *words) number(what string) int {
	word := w.word(what)
	n, err := strconv.Atoi(word)
	if err != nil && w.err == nil {
		w.fail("here %s is missing, not %s", what, word)
	}
	return n
}

// end gives the fault, also where words are left over.
func (w *words) end() error {
	if w.more() {
		w.fail("nobody understands %q", strings.Join(w.list, " "))
	}
	return w.err
}
