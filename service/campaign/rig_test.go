package campaign

import (
	"context"
	"crypto/rand"
	"fmt"
	mrand "math/rand/v2"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/webex"
)

// pipes is a network in memory, so that waits take no time.
type pipes struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), done: make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}

func (*pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80} }

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case p.conns <- there:
		return here, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// serve lets the world answer in memory, and returns the way to it.
func serve(t *testing.T, w *world) *http.Transport {
	t.Helper()
	network := newPipes()
	server := &http.Server{Handler: w.handler(), ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(network) }()
	transport := &http.Transport{DialContext: network.dial}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		_ = server.Close()
	})
	return transport
}

// freeLock is the lock of a folder that nobody else uses.
type freeLock struct{}

func (freeLock) TryLock(string) (func() error, bool, error) {
	return func() error { return nil }, true, nil
}

// newService is the program's own service for the world at an address.
func newService(t *testing.T, address, folder string, transport *http.Transport) *service.Service {
	t.Helper()
	token, err := webex.NewToken(admin)
	if err != nil {
		t.Fatal(err)
	}
	client, err := webex.New(address, token, &http.Client{Transport: transport},
		webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: sleep})
	if err != nil {
		t.Fatal(err)
	}
	store := run.NewStore(folder, freeLock{}, time.Now, rand.Reader)
	return service.New(client, service.Keep(store), service.Settings{Now: time.Now, Sleep: sleep})
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// newDraft plans numbers of every kind for three locations.
func newDraft(rng *mrand.Rand, rows int) run.Draft {
	table, all := newList(rng, rows)
	d := run.NewDraft(table, plan.Build(all, plan.Webex()), run.Organization{ID: "O", Name: "Acme Corp"})
	d.Person, d.Program = "Pat Admin", "1.0"
	return d
}

// newList is a list of numbers of every kind for three locations.
func newList(rng *mrand.Rand, rows int) (*number.Table, []*number.Row) {
	ids := []string{"L-austin", "L-boston", "L-denver"}
	table := &number.Table{Path: "/data/carrier.xlsx", Sheet: "DIDs", Headings: []string{"Number"}, Columns: map[number.Field]int{number.FieldNumber: 0}}
	all := make([]*number.Row, rows)
	for i := range all {
		text := fmt.Sprintf("+1212555%04d", i)
		id := ids[rng.IntN(len(ids))]
		all[i] = &number.Row{
			Record: i, Line: i + 2, Place: fmt.Sprintf("A%d", i+2), Input: text, Number: numbertest.E164(text), Country: "US", Usage: number.UsageNone,
			Kind: number.KindDID, State: number.StateActive, LocationID: id, Location: places[id],
		}
		switch rng.IntN(4) {
		case 0:
			all[i].Kind, all[i].State = number.KindMobile, number.StateUnset
		case 1:
			all[i].State = number.StateInactive
		}
		table.Records = append(table.Records, number.Record{Line: i + 2, Number: number.Cell{Type: number.CellText, Value: text}, Source: number.SourceOf(text)})
	}
	return table, all
}
