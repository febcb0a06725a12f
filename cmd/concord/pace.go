package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// Up to largeSet bytes of documents the collector lets the heap grow by
// smallGrowth percent between its runs, short of smallLimit bytes: of a small
// set the time is what counts.
// Of a large one the memory is, so from there on the heap grows by largeGrowth
// percent and, as far as what is alive leaves room, to largeLimit bytes.
const (
	largeSet    = 12 << 20
	smallGrowth = 300
	smallLimit  = 400 << 20
	largeGrowth = 60
	largeLimit  = 116 << 20
	paceStep    = 4 << 20 // bytes read between two looks at what is alive
)

// pace sees how much is read. The collector stays as it is where the user has
// set it by GOGC or GOMEMLIMIT.
type pace struct {
	sync.Mutex
	read, next int
}

// took notes that so many bytes were read.
func (p *pace) took(bytes int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	p.Lock()
	defer p.Unlock()
	if p.read == 0 {
		debug.SetGCPercent(smallGrowth)
		debug.SetMemoryLimit(smallLimit)
		p.next = largeSet
	}
	if p.read += bytes; p.read < p.next {
		return
	}
	p.next = p.read + paceStep
	debug.SetGCPercent(largeGrowth)
	debug.SetMemoryLimit(max(largeLimit, alive()*3/2))
}

// alive is how many bytes the last collection left.
func alive() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return int64(min(sample[0].Value.Uint64(), 1<<50))
}
