package campaign

import (
	"crypto/rand"
	"fmt"
	mrand "math/rand/v2"
	"net/http"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// newService is the program's own service for the world at an address.
func newService(t *testing.T, address, folder string, transport *http.Transport) *service.Service {
	t.Helper()
	token, err := webex.NewToken(admin)
	if err != nil {
		t.Fatal(err)
	}
	client, err := webex.New(address, token, &http.Client{Transport: transport},
		webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: servicetest.Sleep})
	if err != nil {
		t.Fatal(err)
	}
	store := run.NewStore(folder, servicetest.FreeLock{}, time.Now, rand.Reader)
	return service.New(client, service.Keep(store), service.Settings{Now: time.Now, Sleep: servicetest.Sleep})
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
			Record: int32(i), Line: int32(i + 2), Shared: &number.Shared{Column: "A", Country: "US", LocationID: id, Location: places[id]}, Input: text, Number: numbertest.E164(text), Usage: number.UsageNone,
			Kind: number.KindDID, State: number.StateActive,
		}
		switch rng.IntN(4) {
		case 0:
			all[i].Kind, all[i].State = number.KindMobile, number.StateUnset
		case 1:
			all[i].State = number.StateInactive
		}
		table.Records = append(table.Records, numbertest.Record(number.Record{Line: i + 2, Source: number.SourceOf(text)}, number.Cell{Type: number.CellText, Value: text}))
	}
	return table, all
}
