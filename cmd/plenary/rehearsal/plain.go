package rehearsal

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// plainQueue is how many messages may wait for one client of the plain broadcast.
const plainQueue = 256

// Plain is what a rehearsal compares with: a broadcast as it is usually written, with
// a prepared message, and for each client a goroutine that reads, one that writes and a
// channel. It keeps no record and renders nothing. It prints its address on out, sends on
// what comes in (see sendPlain) as changes that follow on each other, and returns when in
// ends, or with an error when it cannot go on. A client that is slow is waited for, so that
// nothing is lost here either.
func Plain(in io.Reader, out io.Writer) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	h := &plainHub{clients: map[*plainClient]bool{}}
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }() // ends with Close
	if _, err = fmt.Fprintf(out, "http://%s\n", l.Addr()); err == nil {
		err = h.pass(bufio.NewReaderSize(in, 64<<10))
	}
	_ = srv.Close() // it only hangs up
	if failed := <-served; !errors.Is(failed, http.ErrServerClosed) {
		err = errors.Join(err, failed)
	}
	h.close()
	return err
}

// plainHub knows the clients of the plain broadcast.
type plainHub struct {
	mu      sync.Mutex // guards what follows
	clients map[*plainClient]bool
	seq     uint64
	work    sync.WaitGroup
}

type plainClient struct {
	ws    *websocket.Conn
	queue chan *websocket.PreparedMessage
	gone  chan struct{} // closed when it reads no more
}

const plainEpoch = "plain-broadcast"

// ServeHTTP takes a client in; its goroutines end with its connection.
func (h *plainHub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	up := websocket.Upgrader{ReadBufferSize: 1024, WriteBufferSize: 1024}
	ws, err := up.Upgrade(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	c := &plainClient{ws: ws, queue: make(chan *websocket.PreparedMessage, plainQueue), gone: make(chan struct{})}
	h.mu.Lock()
	defer h.mu.Unlock()
	hello, err := websocket.NewPreparedMessage(websocket.TextMessage, fmt.Appendf(nil, `{"type":"hello","epoch":%q,"seq":%d}`, plainEpoch, h.seq))
	if err != nil {
		panic(fmt.Sprintf("rehearsal: prepare hello: %v", err)) // it is always of this form
	}
	c.queue <- hello
	h.clients[c] = true
	h.work.Go(c.write)
	h.work.Go(func() {
		c.read()
		h.leave(c)
	})
}

func (c *plainClient) write() {
	for m := range c.queue {
		if c.ws.SetWriteDeadline(time.Now().Add(time.Minute)) != nil || c.ws.WritePreparedMessage(m) != nil {
			break
		}
	}
	_ = c.ws.Close() // it has gone, or is sent away
}

func (c *plainClient) read() {
	defer close(c.gone)
	c.ws.SetReadLimit(512)
	for {
		if _, _, err := c.ws.ReadMessage(); err != nil {
			return
		}
	}
}

func (h *plainHub) leave(c *plainClient) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.clients[c] {
		delete(h.clients, c)
		close(c.queue)
	}
}

// close sends all clients away and waits until they have gone.
func (h *plainHub) close() {
	h.mu.Lock()
	for c := range h.clients {
		_ = c.ws.Close() // its goroutines end with it
	}
	h.mu.Unlock()
	h.work.Wait()
}

// pass sends on what is read from in until it ends.
func (h *plainHub) pass(in io.Reader) error {
	for {
		rest, err := receivePlain(in)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read what to broadcast: %w", err)
		}
		if err := h.broadcast(rest); err != nil {
			return err
		}
	}
}

// broadcast sends all clients a change that ends with rest.
func (h *plainHub) broadcast(rest []byte) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.seq++
	data := fmt.Appendf(nil, `{"type":"change","epoch":%q,"since":%d,"seq":%d,"at":%q`,
		plainEpoch, h.seq-1, h.seq, time.Now().UTC().Format(time.RFC3339Nano))
	m, err := websocket.NewPreparedMessage(websocket.TextMessage, append(data, rest...))
	if err != nil {
		return err
	}
	for c := range h.clients {
		select {
		case c.queue <- m:
		case <-c.gone:
		}
	}
	return nil
}

// sendPlain asks a plain broadcast for a change that ends with rest: all after its
// instant. Its length comes first, in four bytes.
func sendPlain(out io.Writer, rest []byte) error {
	_, err := out.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(rest))), rest...))
	return err
}

func receivePlain(in io.Reader) ([]byte, error) {
	var length [4]byte
	if _, err := io.ReadFull(in, length[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(length[:])
	if n > maxMessage {
		return nil, fmt.Errorf("message of %d bytes, above the limit of %d", n, maxMessage)
	}
	rest := make([]byte, n)
	_, err := io.ReadFull(in, rest)
	return rest, err
}
