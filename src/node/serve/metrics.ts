/** Upper ends of the buckets of durations, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** What has been counted since the service started. */
export interface Metrics {
  count(route: string, status: number, seconds: number): void;
  countCodes(codes: number): void;
  countOutcome(outcome: string): void;
  countSwitch(): void;
  /** In the text format of Prometheus. */
  render(gauges: Record<string, { help: string; value: number }>): string;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const outcomes = new Map<string, number>();
  const buckets = new Array<number>(BUCKETS.length).fill(0);
  const totals = { requests: 0, seconds: 0, codes: 0, switches: 0 };
  const addTo = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  return {
    count(route, status, seconds) {
      addTo(requests, `route="${route}",status="${status}"`);
      totals.requests++;
      totals.seconds += seconds;
      for (const [index, end] of BUCKETS.entries()) if (seconds <= end) buckets[index] = (buckets[index] ?? 0) + 1;
    },
    countCodes(codes) {
      totals.codes += codes;
    },
    countOutcome: (outcome) => addTo(outcomes, `outcome="${outcome}"`),
    countSwitch() {
      totals.switches++;
    },
    render(gauges) {
      const lines: string[] = [];
      const head = (name: string, type: string, help: string): void => {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
      };
      head('uscc_requests_total', 'counter', 'Requests by route and status.');
      for (const [labels, value] of requests) lines.push(`uscc_requests_total{${labels}} ${value}`);
      head('uscc_applications_total', 'counter', 'Applications by what they were answered.');
      for (const [labels, value] of outcomes) lines.push(`uscc_applications_total{${labels}} ${value}`);
      head('uscc_codes_total', 'counter', 'Codes that were asked for.');
      lines.push(`uscc_codes_total ${totals.codes}`);
      head('uscc_index_switches_total', 'counter', 'How often a new index took the place of the one before.');
      lines.push(`uscc_index_switches_total ${totals.switches}`);
      head('uscc_request_seconds', 'histogram', 'How long requests took.');
      for (const [index, end] of BUCKETS.entries()) {
        lines.push(`uscc_request_seconds_bucket{le="${end}"} ${buckets[index] ?? 0}`);
      }
      lines.push(`uscc_request_seconds_bucket{le="+Inf"} ${totals.requests}`);
      lines.push(`uscc_request_seconds_sum ${totals.seconds}`, `uscc_request_seconds_count ${totals.requests}`);
      for (const [name, { help, value }] of Object.entries(gauges)) {
        head(name, 'gauge', help);
        lines.push(`${name} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
