package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/store"
)

// explain gives the one line on stderr for an error: what, where, what to do. A
// refusal speaks the language of the shell.
func explain(err error) string {
	var corrupt *store.CorruptError
	switch refusal, refused := negotiation.Refused(err); {
	case refused:
		return prefix(err, refusal) + sentence(refusal)
	case errors.As(err, &corrupt):
		return fmt.Sprintf("%v. Nothing was changed. Run \"plenary verify\" to see how far the record is sound, and go back to the newest backup (see \"plenary backup --help\")", err)
	}
	return err.Error()
}

// prefix is what err says before the refusal in it: the file, mostly.
func prefix(err error, r *negotiation.Refusal) string {
	return strings.TrimSuffix(err.Error(), r.Error())
}

// sentence says a refusal in the language of the shell.
func sentence(r *negotiation.Refusal) string {
	return fmt.Sprintf("%s [%s]", shellTongue().Refusal(string(r.Code), r.Details), r.Code)
}

// shellTongue is the language of messages in the shell [POSIX, 8.2]: the first
// of these that is set decides.
func shellTongue() lang.Tongue {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			tag, _, _ := strings.Cut(locale, "_")
			return lang.Match("", tag)
		}
	}
	return lang.Match("", "")
}
