// Medians, spreads and how they are written.

export const sorted = (list) => [...list].sort((a, b) => a - b);
export const quantile = (list, part) => sorted(list)[Math.round(part * (list.length - 1))] ?? Number.NaN;
export const median = (list) => quantile(list, 0.5);

/** Three figures that say something. */
export function digits(value) {
  if (!Number.isFinite(value)) return "–";
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(places, 3)).replace(/\B(?=(\d{3})+(?!\d))/g, value >= 10_000 ? "," : "");
}

/** Nanoseconds as milliseconds. */
export const ms = (nanoseconds) => `${digits(nanoseconds / 1e6)} ms`;

/** How many times as long the other takes, of each round: median and the middle half. */
export function ratio(ours, other) {
  const list = other.map((value, at) => value / ours[at]);
  return { median: median(list), text: `${digits(median(list))} (${digits(quantile(list, 0.25))}–${digits(quantile(list, 0.75))})` };
}

/** Whether a figure that must be large enough is, and by how much it is not. */
export const atLeast = (value, wanted) => (value >= wanted ? `≥ ${wanted}: reached` : `≥ ${wanted}: missed, ${digits((value / wanted) * 100)} % of it`);

/** Whether a figure that must be small enough is, and by how much it is not. */
export const atMost = (value, wanted, unit) => (value <= wanted ? `≤ ${wanted} ${unit}: reached` : `≤ ${wanted} ${unit}: missed by ${digits(value - wanted)} ${unit}`);

/** A Markdown table. */
export const table = (head, rows) => [head, head.map((_, at) => (at ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
