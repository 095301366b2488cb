package web

// scriptWord is a sentence that a script shows later. Its places are still in
// braces: "{n} changes below".
type scriptWord struct{ Key, Text string }

// ScriptWords are the sentences that js/i18n.js finds in the page: what a page
// says before the server is asked again, or because it cannot be asked.
func (b Base) ScriptWords() []scriptWord {
	var list []scriptWord
	for _, key := range []string{"live.connected", "live.catching-up", "live.offline", "live.reload",
		"act.waiting", "act.waiting-for", "act.answered", "act.failed", "key.close", "desk.copy", "desk.copied", "text.view-redline", "text.view-clean", "text.view-draft"} {
		list = append(list, scriptWord{key, b.T(key, "time", "{time}", "act", "{act}", "sentence", "{sentence}")})
	}
	for _, key := range []string{"live.above", "live.below", "text.unread"} {
		// All that CLDR has: the script chooses by the number [Intl.PluralRules].
		for _, category := range []string{"zero", "one", "two", "few", "many", "other"} {
			if k := key + "." + category; b.Tongue.Has(k) {
				list = append(list, scriptWord{k, b.T(k, "n", "{n}")})
			}
		}
	}
	return list
}
