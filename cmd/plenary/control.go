package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"

	"plenary/store"
)

// controlSocket is where a server answers the tools of its own machine: a unix
// socket beside the data file, for the same user only. The data file itself is
// locked while a server has it open.
func controlSocket(data string) string { return data + ".sock" }

// control serves the socket until ctx ends, and gives a function that waits for
// the end. A server that cannot have one says so and lives on without.
func control(ctx context.Context, b *store.Bolt, data string, log *slog.Logger) (wait func()) {
	l, err := listenControl(controlSocket(data))
	if err != nil {
		log.WarnContext(ctx, "no control socket: \"plenary backup\" will work only while the server is stopped", "error", err)
		return func() {}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /backup", func(w http.ResponseWriter, r *http.Request) {
		out := &begun{to: w}
		err := b.WriteTo(r.Context(), out)
		if err == nil {
			return
		}
		log.ErrorContext(r.Context(), "backup not made", "error", err)
		if out.bytes {
			panic(http.ErrAbortHandler) // the other side must see that it is cut short
		}
		http.Error(w, err.Error(), http.StatusInternalServerError)
	})
	srv := &http.Server{Handler: mux, BaseContext: func(net.Listener) context.Context { return ctx }}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			log.ErrorContext(ctx, "control socket lost", "error", err)
		}
	}()
	stop := context.AfterFunc(ctx, func() { _ = srv.Close() }) // it only hangs up
	return func() {
		stop()
		_ = srv.Close()
		<-done
	}
}

// begun notes whether anything was written, after which an answer cannot become
// an error any more.
type begun struct {
	to    io.Writer
	bytes bool
}

func (b *begun) Write(p []byte) (int, error) {
	b.bytes = true
	return b.to.Write(p)
}

// listenControl takes the place of a socket that a killed server left behind: the
// lock on the data file says that there is no other server.
func listenControl(path string) (net.Listener, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// backupFromServer asks the server that has the data file open for a copy.
func backupFromServer(ctx context.Context, data string, w io.Writer) error {
	client := http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", controlSocket(data))
		},
	}}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://server/backup", nil)
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("ask the server that has %s open: %w", data, err)
	}
	defer resp.Body.Close() // read only
	if resp.StatusCode != http.StatusOK {
		why, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<10)) // what can be had of it
		return fmt.Errorf("the server that has %s open made no copy: %s", data, strings.TrimSpace(string(why)))
	}
	if _, err := io.Copy(w, resp.Body); err != nil {
		return fmt.Errorf("copy from the server: %w", err)
	}
	return nil
}
