package web

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// healthz says that the process answers.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n")) // the prober has gone: nothing to do
}

// readyz says that the journal can be read.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	if _, err := s.room.Negotiations(r.Context()); err != nil {
		s.log.ErrorContext(r.Context(), "not ready", "error", err)
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	s.healthz(w, r)
}

// metrics serves the numbers of this server for Prometheus. They name no
// negotiation and no seat.
func (s *Server) metrics() http.Handler {
	reg := prometheus.NewRegistry()
	reg.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	reg.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "plenary_live_connections", Help: "Live connections open now.",
	}, func() float64 { return float64(s.live.count()) }))
	return promhttp.HandlerFor(reg, promhttp.HandlerOpts{})
}
