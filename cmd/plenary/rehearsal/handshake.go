package rehearsal

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Viewers ask for deflated messages, as browsers do, and need not keep what came before
// [RFC 7692 7.1.1.1].
const (
	deflating = "permessage-deflate"
	aloneEach = "server_no_context_takeover"
)

// maxAnswer bounds the answer to a handshake.
const maxAnswer = 16 << 10

// aim is the live channel of a server, as viewers ask for it.
type aim struct {
	server *url.URL
	path   string
	// part is the form that viewers ask for; they say nothing where it is empty.
	part string
	// bearers are the secrets of those viewers who sit on a seat, the first ones;
	// all others are the public.
	bearers []string
	// sources is over how many addresses of this machine viewers spread: a server
	// takes only so many from one. 0 leaves it to the system.
	sources int
}

// nonce is what a handshake shows, and what comes of it [RFC 6455 4.2.2]. One for
// all viewers of a crowd will do: nothing between them and the server keeps answers.
type nonce struct{ key, accept string }

func newNonce() nonce {
	raw := make([]byte, 16)
	_, _ = rand.Read(raw) // never fails
	key := base64.StdEncoding.EncodeToString(raw)
	sum := sha1.Sum([]byte(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	return nonce{key, base64.StdEncoding.EncodeToString(sum[:])}
}

// request is the handshake of viewer i, from the Seq that it has, if it has one
// [RFC 6455 4.1].
func (a aim) request(i int, n nonce, epoch string, since uint64) []byte {
	query := url.Values{}
	if a.part != "" {
		query.Set("part", a.part)
	}
	if epoch != "" {
		query.Set("epoch", epoch)
		query.Set("since", strconv.FormatUint(since, 10))
	}
	b := fmt.Appendf(nil, "GET %s?%s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Extensions: %s; %s\r\n",
		a.path, query.Encode(), a.server.Host, n.key, deflating, aloneEach)
	if i < len(a.bearers) {
		b = fmt.Appendf(b, "Authorization: Bearer %s\r\n", a.bearers[i])
	}
	return append(b, "\r\n"...)
}

// refused is the answer of a server that took no websocket.
type refused struct{ status string }

func (r refused) Error() string { return "refused with " + r.status }

// readAnswer reads the answer to a handshake and gives its length, 0 where it has
// not come whole, and whether messages may be deflated.
func (n nonce) readAnswer(b []byte) (length int, deflates bool, err error) {
	end := bytes.Index(b, []byte("\r\n\r\n"))
	if end < 0 {
		if len(b) > maxAnswer {
			return 0, false, fmt.Errorf("answer to a handshake of more than %d bytes", maxAnswer)
		}
		return 0, false, nil
	}
	end += 4
	resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(b[:end])), nil)
	if err != nil {
		return 0, false, fmt.Errorf("read the answer to a handshake: %w", err)
	}
	switch {
	case resp.StatusCode != http.StatusSwitchingProtocols:
		return 0, false, refused{resp.Status}
	case resp.Header.Get("Sec-WebSocket-Accept") != n.accept:
		return 0, false, errors.New("answer to another handshake")
	}
	deflates, err = agreed(resp.Header.Values("Sec-WebSocket-Extensions"))
	return end, deflates, err
}

// agreed reports whether a server agrees to the extension that was asked for: each
// message deflated by itself.
func agreed(lines []string) (bool, error) {
	if len(lines) == 0 {
		return false, nil
	}
	parts := strings.FieldsFunc(strings.Join(lines, ","), func(r rune) bool { return r == ';' || r == ' ' })
	if len(parts) == 0 || parts[0] != deflating || !slices.Contains(parts, aloneEach) {
		return false, fmt.Errorf("answer with the extension %q, which was not asked for", lines)
	}
	return true, nil
}
