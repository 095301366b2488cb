package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

// readDraft reads a document.
func (std streams) readDraft(file string) (negotiation.Draft, []byte, error) {
	name, data, err := std.readFile(file)
	if err != nil {
		return negotiation.Draft{}, nil, err
	}
	draft, err := std.reading(name, len(data), func(o negotiation.ReadOptions) (negotiation.Draft, error) {
		return format.Read(name, data, o)
	})
	if err != nil {
		return draft, nil, fmt.Errorf("%s: %w", name, err)
	}
	return draft, data, nil
}

// reading reads a document of so many bytes, and shows on a terminal how far it is.
func (std streams) reading(name string, size int, read func(negotiation.ReadOptions) (negotiation.Draft, error)) (negotiation.Draft, error) {
	if !std.terminal() {
		return read(negotiation.ReadOptions{})
	}
	bar := progressbar.NewOptions(size, progressbar.OptionSetWriter(std.err), progressbar.OptionSetDescription("reading "+name),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	var broken error
	draft, err := read(negotiation.ReadOptions{Progress: func(read, _ int) { broken = errors.Join(broken, bar.Set(read)) }})
	if err != nil {
		// The line of the bar makes way for what went wrong.
		return draft, errors.Join(err, bar.Clear())
	}
	return draft, errors.Join(broken, bar.Finish())
}
